package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a steady stream between connected pins leaves to the garbage collector. */
@Timeout(30)
class PinConnectionAllocationTest {
    private static final int FRAMES = 50_000;
    private static final int WORDS = 16;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Pair pair = new Pair(
            Pair.giving().framing(Pair.framing(3, WORDS * Integer.BYTES)),
            Pair.taking().allocator());

    @AfterEach
    void close() {
        pair.close();
    }

    /** Made once: what the device does then is what is measured. */
    private final Runnable frame = () -> pair.numbers.fill(WORDS);

    private void assertNoGarbage() {
        long thread = Thread.currentThread().getId();
        give();
        long before = threads.getThreadAllocatedBytes(thread);
        give();
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / FRAMES;
        assertTrue(bytes == 0, bytes + " bytes per frame");
    }

    private void give() {
        for (int i = 0; i < FRAMES; i++) {
            pair.numbers.pin.filter().locked(frame);
        }
    }

    @Test
    void framesOfTheKernel() {
        pair.running();
        assertNoGarbage();
    }

    @Test
    void framesOfAClientsAllocator() {
        pair.connected();
        Handle allocator = pair.sink.create(
                KsObjectType.ALLOCATOR, Pair.framing(3, WORDS * Integer.BYTES).buffer(), Client.READ_WRITE);
        Pair.assign(pair.sink, allocator);
        Client.run(pair.sink);
        Client.run(pair.source);
        assertNoGarbage();
    }
}
