package io.github.ks4j;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A driver with one filter whose replies are scripted, and which keeps what it was asked. */
final class Seam {
    static final String PATH = "\\\\?\\filter";

    /** A reply: the outcome, and the bytes that come back. */
    interface Reply {
        long fill(ByteBuffer reply, int length);
    }

    /** What the filter was asked. */
    record Asked(int controlCode, String request, int replyLength, String data) {}

    /** An auto-reset event object. */
    static final class Signal implements KsSignal {
        private final long value;
        private final Semaphore permit = new Semaphore(0);
        volatile boolean closed;

        Signal(long value) {
            this.value = value;
        }

        @Override
        public long value() {
            return value;
        }

        @Override
        public boolean await(Duration timeout) throws InterruptedException {
            return permit.tryAcquire(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS) && !closed;
        }

        @Override
        public void set() {
            permit.drainPermits();
            permit.release();
        }

        @Override
        public void reset() {
            permit.drainPermits();
        }

        @Override
        public void close() {
            closed = true;
            permit.release();
        }
    }

    final Driver driver = mock(Driver.class);
    final Handle handle = mock(Handle.class);
    final List<Signal> signals = new CopyOnWriteArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final List<KsBuffer> allocated = new ArrayList<>();
    final List<KsBuffer> freed = new CopyOnWriteArrayList<>();
    private final Deque<Reply> script = new ArrayDeque<>();
    private final AtomicLong nextAddress = new AtomicLong(0x10000);

    Seam() {
        this(Abi.X64);
    }

    Seam(Abi abi) {
        lenient().when(driver.abi()).thenReturn(abi);
        lenient().when(driver.name()).thenReturn("scripted");
        lenient().when(driver.open(any(), anyInt())).thenReturn(handle);
        lenient().when(driver.allocate(anyInt())).thenAnswer(call -> allocate(call.getArgument(0)));
        lenient().when(driver.createEvent(anyBoolean())).thenAnswer(call -> {
            signals.add(new Signal(0x1000 + signals.size()));
            return signals.get(signals.size() - 1);
        });
        lenient()
                .when(handle.control(anyInt(), any(), anyInt(), any(), anyInt()))
                .thenAnswer(call -> control(
                        call.getArgument(0),
                        call.getArgument(1),
                        call.getArgument(2),
                        call.getArgument(3),
                        call.getArgument(4)));
    }

    KsFilter filter() {
        return Ks.over(driver).filter(PATH);
    }

    synchronized KsBuffer allocate(int size) {
        KsBuffer[] self = new KsBuffer[1];
        self[0] = new KsBuffer(
                ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN),
                nextAddress.getAndAdd(0x100000),
                () -> freed.add(self[0]));
        allocated.add(self[0]);
        return self[0];
    }

    /** The next reply. */
    Seam reply(Reply reply) {
        script.add(reply);
        return this;
    }

    /** The next reply: a status and a byte count. */
    Seam reply(NtStatus status, int information) {
        return reply((reply, length) -> IoStatusBlock.of(status, information));
    }

    /** The next reply: success, with as many bytes as there is room for. */
    Seam reply(byte... bytes) {
        return reply((reply, length) -> {
            int count = Math.min(bytes.length, length);
            if (count > 0) {
                reply.put(0, bytes, 0, count);
            }
            return IoStatusBlock.of(NtStatus.SUCCESS, count);
        });
    }

    /** The next reply: success with 32-bit integers. */
    Seam replyInts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return reply(bytes.array());
    }

    long control(int code, KsBuffer request, int requestLength, KsBuffer reply, int replyLength) {
        asked.add(new Asked(code, hex(request, requestLength), replyLength, hex(reply, replyLength)));
        Reply next = script.poll();
        if (next == null) {
            throw new AssertionError("one request too many: " + asked);
        }
        return next.fill(reply == null ? null : reply.bytes(), replyLength);
    }

    static String hex(KsBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        if (buffer != null) {
            buffer.bytes().get(0, bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    List<Integer> replyLengths() {
        return asked.stream().map(Asked::replyLength).toList();
    }
}
