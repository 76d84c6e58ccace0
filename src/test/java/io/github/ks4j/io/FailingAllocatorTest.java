package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

/** Which requests fail, with what, and what becomes of the others. */
class FailingAllocatorTest {
    private final CountingAllocator memory = new CountingAllocator((request, size, in) -> KsBuffer.heap(size));

    @Test
    void theNthRequestFailsAndNoOther() {
        FailingAllocator failing = FailingAllocator.nth(2, NtStatus.INSUFFICIENT_RESOURCES, memory);
        failing.allocate(null, 8, true);
        assertThrows(KsException.class, () -> failing.allocate(null, 8, true));
        failing.allocate(null, 8, true);
        assertEquals(2, memory.allocations());
    }

    @Test
    void aRequestFailsWithTheStatus() {
        FailingAllocator failing = FailingAllocator.nth(1, NtStatus.DEVICE_NOT_READY, memory);
        KsException e = assertThrows(KsException.class, () -> failing.allocate(null, 8, true));
        assertEquals(NtStatus.DEVICE_NOT_READY, e.status());
    }

    @Test
    void thePredicateChoosesWhatFails() {
        FailingAllocator failing =
                FailingAllocator.when(r -> r.outputLength() > 4, NtStatus.INSUFFICIENT_RESOURCES, memory);
        failing.allocate(request(4), 8, true);
        assertThrows(KsException.class, () -> failing.allocate(request(5), 8, true));
    }

    @Test
    void theOtherAllocatorIsToldOfWhatItServed() {
        FailingAllocator failing = FailingAllocator.nth(2, NtStatus.INSUFFICIENT_RESOURCES, memory);
        failing.completed(null, failing.allocate(null, 8, true));
        assertEquals(1, memory.completions());
    }

    @Test
    void aStatusOfSuccessIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FailingAllocator.nth(1, NtStatus.SUCCESS, memory));
    }

    @Test
    void thereIsNoRequestBeforeTheFirst() {
        assertThrows(
                IllegalArgumentException.class, () -> FailingAllocator.nth(0, NtStatus.INSUFFICIENT_RESOURCES, memory));
    }

    private static KsRequest request(int outputLength) {
        KsRequest request = mock(KsRequest.class);
        when(request.outputLength()).thenReturn(outputLength);
        return request;
    }
}
