package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.KsPolicy;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private Handle openWhereHandlersAreCalled() {
        Jack jack = Jack.builder().containerId(KSCATEGORY.AUDIO).build();
        driver = EmulatedDriver.of(EmulatedDevice.of(
                "dev",
                EmulatedFilter.named("f")
                        .categories(KSCATEGORY.AUDIO)
                        .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                                .category(KSCATEGORY.AUDIO)
                                .jacks(jack)
                                .build())
                        .node(AudioControl.node(
                                KSNODETYPE.DELAY,
                                null,
                                AudioControl.of(KSPROPERTY_AUDIO.DELAY).build(),
                                AudioControl.of(KSPROPERTY_AUDIO.MUTE).build()))
                        .policies(KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.CALLS_HANDLER))
                        .build()));
        return driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
    }

    private static Client.Reply withoutRoom(Handle filter, KsItem item, int operation) {
        return Client.property(filter, Client.request(item, operation | KSPROPERTY_TYPE.TOPOLOGY, 0, 0, 0, 0), 0);
    }

    @Test
    void handlersOfGuidsTellTheirSize() {
        Handle filter = openWhereHandlersAreCalled();
        Client.get(filter, KSPROPERTY_PIN.CATEGORY, 0, 0, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
        Client.get(filter, KSPROPERTY_JACK.CONTAINERID, 0, 0, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
    }

    @Test
    void audioControlsTellTheirSize() {
        Handle filter = openWhereHandlersAreCalled();
        withoutRoom(filter, KSPROPERTY_AUDIO.DELAY, KSPROPERTY_TYPE.GET).is(NtStatus.BUFFER_OVERFLOW, 16);
        withoutRoom(filter, KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TYPE.GET).is(NtStatus.BUFFER_OVERFLOW, 4);
    }

    @ParameterizedTest
    @MethodSource("settable")
    void audioControlsAreNotSetToNothing(KsItem item) {
        withoutRoom(openWhereHandlersAreCalled(), item, KSPROPERTY_TYPE.SET).is(NtStatus.INVALID_BUFFER_SIZE);
    }

    static List<KsItem> settable() {
        return List.of(KSPROPERTY_AUDIO.DELAY, KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TOPOLOGYNODE.RESET);
    }
}
