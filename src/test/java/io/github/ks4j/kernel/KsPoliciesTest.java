package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.FailingAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicy.AllocatorOperations;
import io.github.ks4j.kernel.KsPolicy.DefaultMembers;
import io.github.ks4j.kernel.KsPolicy.MissingHandler;
import io.github.ks4j.kernel.KsPolicy.RawWithoutSupport;
import io.github.ks4j.kernel.KsPolicy.ShortRequest;
import io.github.ks4j.kernel.KsPolicy.SupportSizes;
import io.github.ks4j.kernel.KsPolicy.UnknownOperation;
import io.github.ks4j.kernel.KsPolicy.ZeroOutput;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KsPoliciesTest {
    private static final KsPolicies OTHER = KsPolicies.RECOMMENDED.with(
            ShortRequest.INVALID_BUFFER_SIZE,
            ZeroOutput.TOO_SMALL,
            MissingHandler.NOT_SUPPORTED,
            UnknownOperation.INVALID_DEVICE_REQUEST,
            RawWithoutSupport.NOT_SUPPORTED,
            SupportSizes.ROUNDED_DOWN,
            DefaultMembers.EXCLUDED);

    private final TestRequest request = new TestRequest();
    private final SetTable<PropertySet> properties = SetTable.of(PropertySet.of(TestRequest.SET)
            .item(1)
            .get((irp, head, data) -> NtStatus.DEVICE_BUSY)
            .minData(4)
            .values(PropertyValues.stepped(0, 10, 1).withDefault(5))
            .item(2)
            .get((irp, head, data) -> NtStatus.SUCCESS)
            .minProperty(32)
            .build());
    private final SetTable<MethodSet> methods = SetTable.of(MethodSet.of(
            TestRequest.SET,
            new MethodItem(1, KSMETHOD_TYPE.WRITE, 24, 4, null, null),
            new MethodItem(2, KSMETHOD_TYPE.NONE, 32, 0, null, null)));

    private NtStatus property(int id, int operation, int room, KsPolicies policies) {
        return KsPropertyHandler.handle(request.to(id, operation, new byte[room]), properties, null, 0, policies);
    }

    private NtStatus method(int id, int operation, int room) {
        return KsMethodHandler.handle(request.to(id, operation, new byte[room]), methods, null, 0, OTHER);
    }

    @Test
    void aShortRequestGetsTheStatusChosen() {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, property(2, KSPROPERTY_TYPE.GET, 4, OTHER));
    }

    @Test
    void aShortMethodRequestGetsTheStatusChosen() {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, method(2, KSMETHOD_TYPE.SEND, 0));
    }

    @Test
    void aSizeQueryMayBeRefusedWithoutASize() {
        assertEquals(NtStatus.BUFFER_TOO_SMALL, property(1, KSPROPERTY_TYPE.GET, 0, OTHER));
        assertEquals(0, request.irp.information());
    }

    @Test
    void aSizeQueryMayReachTheHandler() {
        KsPolicies calling = KsPolicies.RECOMMENDED.with(ZeroOutput.CALLS_HANDLER);
        assertEquals(NtStatus.DEVICE_BUSY, property(1, KSPROPERTY_TYPE.GET, 0, calling));
    }

    @Test
    void aMissingHandlerGetsTheStatusChosen() {
        assertEquals(NtStatus.NOT_SUPPORTED, property(1, KSPROPERTY_TYPE.SET, 4, OTHER));
    }

    @Test
    void aMissingMethodHandlerGetsTheStatusChosen() {
        assertEquals(NtStatus.NOT_SUPPORTED, method(1, KSMETHOD_TYPE.SEND, 4));
    }

    @Test
    void anUnknownOperationGetsTheStatusChosen() {
        int both = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET;
        assertEquals(NtStatus.INVALID_DEVICE_REQUEST, property(1, both, 4, OTHER));
    }

    @Test
    void anUnknownMethodOperationGetsTheStatusChosen() {
        assertEquals(NtStatus.INVALID_DEVICE_REQUEST, method(1, 0, 4));
    }

    @Test
    void rawSerializationWithoutAHandlerGetsTheStatusChosen() {
        assertEquals(NtStatus.NOT_SUPPORTED, property(1, KSPROPERTY_TYPE.SERIALIZERAW, 4, OTHER));
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "39, 4", "40, 40", "71, 40", "72, 72", "100, 72"})
    void basicSupportMayRoundTheRoomDown(int room, int written) {
        assertEquals(NtStatus.SUCCESS, property(1, KSPROPERTY_TYPE.BASICSUPPORT, room, OTHER));
        assertEquals(written, request.irp.information());
    }

    @Test
    void basicSupportListsDefaultsUnlessTheyAreExcluded() {
        property(1, KSPROPERTY_TYPE.BASICSUPPORT, 0, KsPolicies.RECOMMENDED);
        assertEquals(92, request.irp.information());
    }

    @Test
    void anAllocatorMayBeAskedForEveryOperation() {
        boolean[] asked = {false};
        KsAllocator allocator = (r, size, in) -> {
            asked[0] = true;
            return KsBuffer.heap(size);
        };
        KsPolicies all = KsPolicies.RECOMMENDED.with(AllocatorOperations.ALL);
        Irp irp = request.to(1, KSPROPERTY_TYPE.BASICSUPPORT, new byte[4]);
        KsPropertyHandler.handle(irp, properties, allocator, 0, all);
        assertTrue(asked[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "GET | SET, GET, DEVICE_BUSY",
        "GET | BASICSUPPORT, BASICSUPPORT, SUCCESS",
        "SET | SETSUPPORT, SETSUPPORT, SUCCESS",
        "RELATIONS | SET, SET, NOT_FOUND"
    })
    void bitTestsPreferSupportToValuesAndValuesToTheRest(String flags, String operation, String status) {
        KsPolicies tests = KsPolicies.RECOMMENDED.with(UnknownOperation.BIT_TESTS);
        int combined =
                Stream.of(flags.split(" \\| ")).mapToInt(KsPoliciesTest::flag).sum();
        assertEquals("STATUS_" + status, property(1, combined, 4, tests).symbol(), operation);
    }

    private static int flag(String name) {
        try {
            return KSPROPERTY_TYPE.class.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noKnownBitIsNoOperation() {
        KsPolicies tests = KsPolicies.RECOMMENDED.with(UnknownOperation.BIT_TESTS);
        assertEquals(NtStatus.NOT_FOUND, property(1, 1 << 27, 4, tests));
    }

    private NtStatus growing(KsAllocator allocator, KsPolicies policies) {
        SetTable<PropertySet> growing = SetTable.of(PropertySet.of(TestRequest.SET)
                .item(1)
                .get((irp, head, data) -> {
                    assertEquals(1, head.getInt(16), "the request stays readable");
                    irp.information(64);
                    return data.limit() < 64 ? NtStatus.BUFFER_TOO_SMALL : NtStatus.SUCCESS;
                })
                .build());
        Irp irp = request.to(1, KSPROPERTY_TYPE.GET, new byte[4]);
        return KsPropertyHandler.handle(irp, growing, allocator, 0, policies);
    }

    @Test
    void aBufferThatIsTooSmallStaysSo() {
        assertEquals(NtStatus.BUFFER_TOO_SMALL, growing((r, size, in) -> KsBuffer.heap(size), KsPolicies.RECOMMENDED));
    }

    @Test
    void anAllocatorMayBeAskedAgainForALargerBuffer() {
        List<String> asked = new ArrayList<>();
        KsAllocator allocator = (r, size, in) -> {
            asked.add(size + " " + in);
            return KsBuffer.heap(size);
        };
        KsPolicies retry = KsPolicies.RECOMMENDED.with(KsPolicy.AllocatorRetry.ON);
        assertEquals(NtStatus.SUCCESS, growing(allocator, retry));
        assertEquals(List.of("32 true", "64 false"), asked);
    }

    @Test
    void anAllocatorThatFailsTheSecondTimeLeavesNoResources() {
        KsAllocator allocator = FailingAllocator.nth(2, NtStatus.DEVICE_BUSY, (r, size, in) -> KsBuffer.heap(size));
        KsPolicies retry = KsPolicies.RECOMMENDED.with(KsPolicy.AllocatorRetry.ON);
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, growing(allocator, retry));
        assertEquals(0, request.irp.information());
    }

    @Test
    void withoutAnAllocatorNothingIsRetried() {
        KsPolicies retry = KsPolicies.RECOMMENDED.with(KsPolicy.AllocatorRetry.ON);
        assertEquals(NtStatus.BUFFER_TOO_SMALL, growing(null, retry));
    }

    @Test
    void bothBuffersOfARetryAreGivenBack() {
        CountingAllocator counting = new CountingAllocator((r, size, in) -> KsBuffer.heap(size));
        KsPolicies retry = KsPolicies.RECOMMENDED.with(KsPolicy.AllocatorRetry.ON);
        request.irp.complete(growing(new FilterAllocator(counting), retry));
        assertEquals(2, counting.completions());
        assertEquals(0, counting.outstanding());
    }

    @Test
    void whatIsNotChosenIsTheRecommendation() {
        assertEquals(ShortRequest.INVALID_BUFFER_SIZE, OTHER.choice(ShortRequest.class));
        assertEquals(KsPolicy.AllocatorRetry.OFF, OTHER.choice(KsPolicy.AllocatorRetry.class));
    }

    @Test
    void theLastChoiceOfAPolicyCounts() {
        KsPolicies back = OTHER.with(ZeroOutput.CALLS_HANDLER, ZeroOutput.TELLS_SIZE);
        assertEquals(ZeroOutput.TELLS_SIZE, back.choice(ZeroOutput.class));
    }
}
