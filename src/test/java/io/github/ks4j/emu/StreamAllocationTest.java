package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a steady stream leaves to the garbage collector. */
class StreamAllocationTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int FRAMES = 50_000;
    private static final int READS_AHEAD = 16;
    private static final int EXTENDED = 128;
    private static final Handle.Completion TOLD = block -> {};

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle render = running(KSCATEGORY.RENDER);
    private final Frame write = Frame.of(driver, new byte[480]);

    private Handle running(Guid category) {
        Handle pin = Client.pin(driver.open(driver.enumerate(category).get(0).path(), 0), 0, STEREO);
        Client.run(pin);
        return pin;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void assertAtMost(int limit, Runnable frame) {
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < FRAMES; i++) {
            frame.run();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < FRAMES; i++) {
            frame.run();
        }
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / FRAMES;
        assertTrue(bytes <= limit, bytes + " bytes per frame");
    }

    @Test
    void aWriteThatIsWaitedFor() {
        assertAtMost(0, () -> render.control(IOCTL_KS.WRITE_STREAM, null, 0, write.header, Frame.HEADER));
    }

    @Test
    void aWriteThatIsNotWaitedFor() {
        assertAtMost(400, () -> render.submit(IOCTL_KS.WRITE_STREAM, null, 0, write.header, Frame.HEADER, TOLD));
    }

    @Test
    void aWriteThatIsRepeated() {
        Handle.RepeatedRequest request =
                render.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, write.header, Frame.HEADER, TOLD);
        assertAtMost(0, request::submit);
    }

    @Test
    void aWriteWithAnExtendedHeaderThatIsRepeated() {
        KsBuffer header = driver.allocate(EXTENDED);
        write.view.set(KSSTREAM_HEADER.Size, EXTENDED);
        header.bytes().put(0, write.header.bytes(), 0, Frame.HEADER);
        Handle.RepeatedRequest request = render.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, header, EXTENDED, TOLD);
        assertAtMost(0, request::submit);
    }

    @Test
    void aWriteAndTheReadThatItEnds() {
        Handle capture = running(KSCATEGORY.CAPTURE);
        Frame[] frames = new Frame[READS_AHEAD];
        Handle.RepeatedRequest[] reads = new Handle.RepeatedRequest[READS_AHEAD];
        for (int i = 0; i < READS_AHEAD; i++) {
            frames[i] = new Frame(driver, 480);
            reads[i] = capture.repeatedRequest(IOCTL_KS.READ_STREAM, null, 0, frames[i].header, Frame.HEADER, TOLD);
            reads[i].submit();
        }
        Handle.RepeatedRequest request =
                render.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, write.header, Frame.HEADER, TOLD);
        int[] next = {0};
        assertAtMost(0, () -> {
            request.submit();
            int i = next[0]++ % READS_AHEAD;
            frames[i].view.set(KSSTREAM_HEADER.DataUsed, 0);
            reads[i].submit();
        });
    }
}
