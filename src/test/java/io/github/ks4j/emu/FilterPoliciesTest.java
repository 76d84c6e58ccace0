package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.KsPolicy;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsSet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A filter that answers as its driver's author chose. */
@Timeout(30)
class FilterPoliciesTest {
    private static final KsSet SET = KsSet.of("TEST", "{4B53344A-0000-0000-8002-000000000001}");
    private static final KsIntProperty VALUE = new KsIntProperty(SET, 1, "VALUE", "");

    private EmulatedDriver driver;

    private Handle open(PropertySet set, KsPolicies policies) {
        driver = EmulatedDriver.builder()
                .devices(EmulatedDevice.of(
                        "dev",
                        EmulatedFilter.named("f")
                                .categories(KSCATEGORY.AUDIO)
                                .properties(set)
                                .node(EmulatedNode.of(KSNODETYPE.VOLUME, "node", set))
                                .policies(policies)
                                .build()))
                .timeout(Duration.ofMillis(50))
                .build();
        return driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
    }

    private static PropertySet.Builder set() {
        return PropertySet.of(SET);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static PropertySet fixed() {
        return set().item(VALUE.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, 42))
                .minData(4)
                .build();
    }

    @Test
    void aSizeQueryIsAnsweredByTheRecommendation() {
        Handle filter = open(fixed(), KsPolicies.RECOMMENDED);
        Client.get(filter, VALUE, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
    }

    @Test
    void aSizeQueryIsAnsweredAsTheProfileSays() {
        Handle filter = open(fixed(), KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.TOO_SMALL));
        Client.get(filter, VALUE, 0).is(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void theProfileHoldsForNodesToo() {
        Handle filter = open(fixed(), KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.TOO_SMALL));
        byte[] request = Client.request(VALUE, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0);
        Client.property(filter, request, 0).is(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void aSerializedSetIsReadByRequestsToTheFilterItself() {
        PropertySet set = set().item(VALUE.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, 42))
                .minData(4)
                .serializedSize(4)
                .build();
        Handle filter = open(set, KsPolicies.RECOMMENDED);
        Client.property(filter, Client.request(VALUE, KSPROPERTY_TYPE.SERIALIZESET), 56)
                .is(NtStatus.SUCCESS, 56);
    }

    @Test
    void aSerializedValueThatNeverComesDoesNotHangTheCaller() {
        PropertySet set = set().item(VALUE.id())
                .get((irp, request, data) -> irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED)))
                .serializedSize(4)
                .build();
        Handle filter = open(set, KsPolicies.RECOMMENDED);
        Client.property(filter, Client.request(VALUE, KSPROPERTY_TYPE.SERIALIZESET), 56)
                .is(NtStatus.CANCELLED);
    }

    @Test
    void theSetOfANodeIsSerialized() {
        PropertySet serialized = set().item(VALUE.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, 42))
                .minData(4)
                .serializedSize(4)
                .build();
        Handle filter = open(serialized, KsPolicies.RECOMMENDED);
        byte[] request = Client.request(VALUE, KSPROPERTY_TYPE.SERIALIZESET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0);
        Client.property(filter, request, 64).is(NtStatus.SUCCESS, 20 + 32 + 4);
    }
}
