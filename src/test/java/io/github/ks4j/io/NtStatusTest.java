package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NtStatusTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/spec/ntstatus.csv")
    void everyStatusOfTheSpecHasItsValueAndTranslation(String name, String code, int win32, String win32Name) {
        NtStatus status = NtStatus.of(Integer.parseUnsignedInt(code.substring(2), 16));
        assertAll(
                () -> assertEquals(name, status.symbol()),
                () -> assertEquals(win32, status.win32().code()),
                () -> assertEquals(win32Name, status.win32().symbol()));
    }

    @Test
    void severityComesFromTheTopTwoBits() {
        assertTrue(NtStatus.SOME_NOT_MAPPED.isSuccess());
        assertTrue(NtStatus.BUFFER_OVERFLOW.isWarning());
        assertFalse(NtStatus.BUFFER_OVERFLOW.isSuccess());
        assertFalse(NtStatus.BUFFER_OVERFLOW.isError());
        assertTrue(NtStatus.NOT_FOUND.isError());
    }

    @Test
    void anUnknownCodeIsKeptAsItIs() {
        NtStatus status = NtStatus.of(0xC0DE0001);
        assertEquals(0xC0DE0001, status.code());
        assertEquals("NTSTATUS (0xC0DE0001)", status.toString());
        assertEquals(status, NtStatus.of(0xC0DE0001));
    }

    @Test
    void aKnownCodeGivesTheConstant() {
        assertSame(NtStatus.NO_MATCH, NtStatus.of(NtStatus.NO_MATCH.code()));
    }

    @Test
    void theAnswerToASizeQuerySurvivesTheWayThroughWin32() {
        assertEquals(NtStatus.BUFFER_OVERFLOW, NtStatus.fromWin32(234));
        assertEquals(NtStatus.BUFFER_TOO_SMALL, NtStatus.fromWin32(122));
        assertEquals(NtStatus.INVALID_PARAMETER, NtStatus.fromWin32(87));
    }

    @Test
    void everyStatusIsReachedFromItsWin32CodeUnlessAnotherSharesIt() {
        Set<Integer> unreached = NtStatus.values().stream()
                .filter(status -> !NtStatus.fromWin32(status.win32().code()).equals(status))
                .map(status -> status.win32().code())
                .collect(Collectors.toSet());
        assertEquals(Set.of(1, 6, 87, 234, 998, 1117), unreached);
    }

    @Test
    void anUnknownWin32CodeIsKeptInTheStatus() {
        NtStatus status = NtStatus.fromWin32(4711);
        assertTrue(status.isError());
        assertEquals(4711, status.win32().code());
        assertEquals(0xC0070000 | 4711, status.code());
    }

    @Test
    void aPackedOutcomeKeepsBothHalves() {
        long block = IoStatusBlock.of(NtStatus.BUFFER_OVERFLOW, 0xFFFFFFF0);
        assertEquals(NtStatus.BUFFER_OVERFLOW, IoStatusBlock.status(block));
        assertEquals(0xFFFFFFF0, IoStatusBlock.information(block));
        assertFalse(IoStatusBlock.isSuccess(block));
        assertTrue(IoStatusBlock.isSuccess(IoStatusBlock.of(NtStatus.SUCCESS, 0xFFFFFFFF)));
    }
}
