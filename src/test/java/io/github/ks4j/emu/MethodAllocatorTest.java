package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.FailingAllocator;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsMethod;
import org.junit.jupiter.api.Test;

/** Methods whose parameters lie in memory of the device's. */
class MethodAllocatorTest {
    private static final KsMethod METHOD = VirtualAudioDevice.KSMETHOD_KS4J_REVERSE;

    private final KsBuffer block = KsBuffer.heap(256);
    private final CountingAllocator memory = new CountingAllocator(new BlockAllocator(block));
    private int flags;

    private Client.Reply call(KsAllocator allocator) {
        EmulatedFilter filter = EmulatedFilter.named("f")
                .categories(KSCATEGORY.AUDIO)
                .methods(MethodSet.of(
                        METHOD.set(), MethodItem.of(METHOD.id(), KSMETHOD_TYPE.WRITE, 4, (request, in, data) -> {
                            flags = request.flags();
                            return Answers.ulong(request, data, 99);
                        })))
                .methodAllocator(allocator)
                .build();
        try (EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of("dev", filter))) {
            Handle handle =
                    driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            return Client.control(handle, IOCTL_KS.METHOD, Client.request(METHOD, KSMETHOD_TYPE.SEND), new byte[4]);
        }
    }

    @Test
    void aMethodAnswersFromTheDevicesMemory() {
        assertEquals(99, call(memory).ulong());
        assertEquals(99, block.bytes().getInt(0));
    }

    @Test
    void theDevicesMemoryIsGivenBack() {
        call(memory);
        assertEquals(1, memory.completions());
        assertEquals(0, memory.outstanding());
    }

    @Test
    void theIoManagerNeitherCopiesNorFreesTheDevicesMemory() {
        call(memory);
        assertEquals(0, flags & (Irp.BUFFERED_IO | Irp.DEALLOCATE_BUFFER));
    }

    @Test
    void theStatusOfMemoryThatRefusesIsTheCallers() {
        NtStatus status = NtStatus.DEVICE_NOT_READY;
        assertSame(status, call(FailingAllocator.nth(1, status, memory)).status());
    }
}
