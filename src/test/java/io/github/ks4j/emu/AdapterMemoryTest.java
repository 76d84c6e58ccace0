package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsMethod;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Methods whose parameters lie in memory of the device's. */
class AdapterMemoryTest {
    private static final KsMethod METHOD = VirtualAudioDevice.KSMETHOD_KS4J_REVERSE;

    private final AdapterMemory memory = new AdapterMemory();
    private final Irp irp = new Irp();

    @Test
    void theBlockIsLentToOneRequestAtATime() {
        KsBuffer first = memory.allocate(irp, 100, true);
        KsBuffer second = memory.allocate(irp, 100, true);
        assertTrue(memory.isLent());
        assertNotSame(first, second);
        memory.completed(irp, second);
        assertTrue(memory.isLent());
        memory.completed(irp, first);
        assertFalse(memory.isLent());
        assertEquals(1, memory.lendings());
    }

    @Test
    void aRequestThatNeedsMoreWorksInOrdinaryMemory() {
        assertEquals(100_000, memory.allocate(irp, 100_000, true).size());
        assertFalse(memory.isLent());
    }

    @Test
    void methodsOfAFilterWorkInTheMemoryAndGiveItBack() {
        AtomicBoolean inBlock = new AtomicBoolean();
        EmulatedFilter filter = EmulatedFilter.named("f")
                .categories(KSCATEGORY.AUDIO)
                .methods(MethodSet.of(
                        METHOD.set(), MethodItem.of(METHOD.id(), KSMETHOD_TYPE.WRITE, 4, (request, in, data) -> {
                            inBlock.set(memory.isLent() && data.isDirect());
                            assertEquals(0, request.flags() & (Irp.BUFFERED_IO | Irp.DEALLOCATE_BUFFER));
                            return Answers.ulong(request, data, 99);
                        })))
                .methodAllocator(memory)
                .build();
        try (EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of("dev", filter))) {
            Handle handle =
                    driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            byte[] request = Client.request(METHOD, KSMETHOD_TYPE.SEND);
            Client.Reply reply = Client.control(handle, IOCTL_KS.METHOD, request, new byte[4]);
            assertEquals(99, reply.ulong());
            assertSame(NtStatus.SUCCESS, reply.status());
        }
        assertTrue(inBlock.get());
        assertFalse(memory.isLent());
    }
}
