package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;

import com.sun.jna.Pointer;
import io.github.ks4j.io.NtStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a status block. */
@StubLibrary
@Timeout(30)
class SlotTest {
    private final Win32Driver driver = Stub.driver();
    private final Slot slot = driver.slots().take();

    @AfterEach
    void close() {
        driver.slots().give(slot);
        driver.close();
    }

    private long outcome(NtStatus status, long information) {
        slot.armToWait(null, null);
        Pointer overlapped = new Pointer(slot.overlapped());
        overlapped.setLong(8, information);
        overlapped.setInt(0, status.code());
        return slot.outcome();
    }

    @Test
    void aCountHas32Bits() {
        assertOutcome(NtStatus.SUCCESS, -2, outcome(NtStatus.SUCCESS, 0xFFFF_FFFEL));
    }

    @Test
    void aCountOfMoreBitsIsNotCutToOneThatCouldBe() {
        assertOutcome(NtStatus.SUCCESS, -1, outcome(NtStatus.SUCCESS, 0x1_0000_0004L));
        assertOutcome(NtStatus.SUCCESS, -1, outcome(NtStatus.SUCCESS, -1L << 32));
    }

    /** As programs do that put themselves between a process and Windows, and as none of Windows should. */
    @ParameterizedTest
    @ValueSource(ints = {0, 997})
    void aRefusalWithoutAReasonIsAFailure(int error) {
        slot.armToWait(null, null);
        assertOutcome(NtStatus.UNSUCCESSFUL, 0, slot.refusal(error));
    }

    @Test
    void anErrorHasNoCount() {
        assertOutcome(NtStatus.NOT_FOUND, 0, outcome(NtStatus.NOT_FOUND, 4));
    }
}
