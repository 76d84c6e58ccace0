package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KsExceptionTest {
    private static final Map<Class<? extends KsException>, List<NtStatus>> KINDS = Map.of(
            KsNotSupportedException.class,
            List.of(NtStatus.PROPSET_NOT_FOUND, NtStatus.NOT_FOUND, NtStatus.NOT_SUPPORTED, NtStatus.NOT_IMPLEMENTED),
            KsAccessException.class,
            List.of(NtStatus.ACCESS_DENIED),
            KsBusyException.class,
            List.of(NtStatus.INVALID_DEVICE_STATE, NtStatus.SHARING_VIOLATION, NtStatus.DEVICE_NOT_READY),
            KsDisconnectedException.class,
            List.of(NtStatus.DEVICE_REMOVED, NtStatus.NO_SUCH_DEVICE),
            KsNotFoundException.class,
            List.of(NtStatus.OBJECT_NAME_NOT_FOUND),
            KsCancelledException.class,
            List.of(NtStatus.CANCELLED),
            KsTimeoutException.class,
            List.of(NtStatus.IO_TIMEOUT));

    @TestFactory
    Stream<DynamicTest> statusesThatCallersBranchOnHaveAnExceptionOfTheirOwn() {
        return KINDS.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream()
                        .map(status -> DynamicTest.dynamicTest(
                                status.symbol(),
                                () -> assertInstanceOf(kind.getKey(), KsException.of("get", status)))));
    }

    @Test
    void theMessageNamesOperationSymbolsAndCodes() {
        String message = KsException.of("get KSPROPERTY_PIN_CTYPES of filter", NtStatus.NOT_FOUND)
                .getMessage();
        assertTrue(
                message.startsWith("get KSPROPERTY_PIN_CTYPES of filter: STATUS_NOT_FOUND (0xC0000225), "
                        + "Win32 ERROR_NOT_FOUND (1168, 0x490); "),
                message);
    }

    @Test
    void aMissingSetIsToldFromAMissingItem() {
        KsNotSupportedException set =
                assertInstanceOf(KsNotSupportedException.class, KsException.of("get", NtStatus.PROPSET_NOT_FOUND));
        KsNotSupportedException item =
                assertInstanceOf(KsNotSupportedException.class, KsException.of("get", NtStatus.NOT_FOUND));
        assertTrue(set.isSetMissing());
        assertFalse(item.isSetMissing());
    }

    @Test
    void anyOtherStatusIsKept() {
        assertEquals(
                NtStatus.NO_MATCH,
                KsException.of("open pin 0", NtStatus.NO_MATCH).status());
    }
}
