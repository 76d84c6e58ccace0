package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsProbeStreamIrp;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue as the device sees it, under the device's lock. */
@Timeout(30)
class StreamQueueTest {
    private final AddressSpace memory = new AddressSpace(0, new HandleTable());
    private final Completions completions = new Completions();
    private final ReentrantLock lock = (ReentrantLock) completions.lock();
    private final List<Integer> left = new ArrayList<>();
    private final StreamQueue queue = new StreamQueue(completions, false, new StreamQueue.Owner() {
        @Override
        public void frameLeft(int flags) {
            left.add(flags);
        }

        @Override
        public void loopMoved(int from, int bytes, int length) {
            throw new AssertionError("there is no loop");
        }

        @Override
        public NtStatus formatChanged(DataFormat format) {
            return NtStatus.NO_MATCH;
        }
    });
    private final List<Long> told = new ArrayList<>();
    private final KsBuffer data = memory.allocate(8);

    @BeforeEach
    void lock() {
        lock.lock();
    }

    @AfterEach
    void unlock() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }

    /** A read into frames of these sizes. */
    private Irp read(int... extents) {
        KsBuffer headers = memory.allocate(Frame.HEADER * extents.length);
        for (int i = 0; i < extents.length; i++) {
            KSSTREAM_HEADER
                    .LAYOUT
                    .at(Abi.X64, headers.bytes(), Frame.HEADER * i)
                    .set(KSSTREAM_HEADER.Size, Frame.HEADER)
                    .set(KSSTREAM_HEADER.FrameExtent, extents[i])
                    .set(KSSTREAM_HEADER.Data, data.address());
        }
        Irp irp = new Irp()
                .initialize(
                        new FileObject(null),
                        memory,
                        IOCTL_KS.READ_STREAM,
                        0,
                        0,
                        headers.address(),
                        headers.size(),
                        false,
                        (over, block) -> told.add(block));
        assertEquals(
                NtStatus.SUCCESS,
                KsProbeStreamIrp.probe(irp, KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS, 0));
        queue.add(irp);
        return irp;
    }

    private void assertTold(NtStatus status, int information) {
        completions.unlock(false);
        assertEquals(List.of(IoStatusBlock.of(status, information)), told);
    }

    @Test
    void anEmptyQueueHasNoFrame() {
        assertFalse(queue.hasFrame());
        assertThrows(NoSuchElementException.class, queue::remaining);
    }

    @Test
    void framesWithoutBytesTakeNoMemoryFromTheOthers() {
        read(0, 8, 0, 4);
        assertNull(queue.bytes());
        queue.endFrame();
        assertEquals(8, queue.bytes().capacity());
        queue.advance(8);
        assertNull(queue.bytes());
        queue.endFrame();
        assertEquals(4, queue.bytes().capacity());
        queue.advance(4);
        assertTold(NtStatus.SUCCESS, 4 * Frame.HEADER);
    }

    @Test
    void whatIsQueuedIsCountedOverAllFramesAndRequests() {
        read(8, 4);
        read(2);
        queue.advance(3);
        assertEquals(11, queue.bytesQueued());
        queue.cancelAll();
        assertEquals(0, queue.bytesQueued());
    }

    @Test
    void aRequestThatEndsWhileItsCancellerWaitsIsCancelled() throws Exception {
        Irp irp = read(8);
        CompletableFuture<Void> canceller = Client.inThread(irp::cancel);
        while (!lock.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        queue.advance(8);
        assertFalse(queue.hasFrame());
        assertEquals(0, queue.bytesQueued());
        completions.unlock(false);
        canceller.get(10, TimeUnit.SECONDS);
        assertEquals(List.of(IoStatusBlock.of(NtStatus.CANCELLED, 0)), told);
    }

    @Test
    void theHeaderOfEachFrameIsStampedForItself() {
        read(8, 4);
        queue.advance(8);
        queue.timestamp(7, 3);
        KSSTREAM_HEADER header = KSSTREAM_HEADER.LAYOUT.at(Abi.X64, queue.header(), queue.headerOffset());
        assertEquals(Frame.HEADER, queue.headerOffset());
        assertEquals(7, header.get(KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time)));
        assertEquals(1, header.get(KSSTREAM_HEADER.PresentationTime.then(KSTIME.Denominator)));
        assertEquals(3, header.get(KSSTREAM_HEADER.Duration));
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TIMEVALID | KSSTREAM_HEADER_OPTIONSF.DURATIONVALID, queue.flags());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void noMoreIsUsedOfAFrameThanThereIs(int bytes) {
        read(8);
        queue.advance(3);
        assertThrows(IllegalArgumentException.class, () -> queue.advance(bytes));
        assertThrows(IllegalArgumentException.class, () -> queue.endRequest(bytes, 0));
        assertEquals(5, queue.remaining());
    }

    @Test
    void requestsAreToldAfterTheLockIsGone() {
        read(8);
        queue.cancelAll();
        assertEquals(List.of(), told);
        assertTold(NtStatus.CANCELLED, 0);
    }
}
