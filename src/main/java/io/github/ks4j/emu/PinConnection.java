package io.github.ks4j.emu;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultAllocator;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.kernel.RequestorProcess;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the kernel does for two pins that are connected to each other: it has the one fill frames and the other take
 * them, round and round, as a requestor of AVStream does.
 *
 * <p>Each frame has one IRP, which is sent to the pin that fills it, to the pin that takes it, and to the first again.
 * Frames are there while both pins are in PAUSE or RUN; how data moves then is up to the devices. When the pin that takes
 * leaves these states all frames are taken back, and what they hold is lost; when the pin that fills does, it gets no
 * frames any more, and what it has filled is still taken. When either pin is closed, or its device goes, all is over.
 *
 * <p>There is no thread for this. {@link #pump} looks for work when a request comes back and when a pin has changed, one
 * thread at a time, so that frames keep their order and one pin's completion does not call the other's further and
 * further down the stack. The lock here is taken under those of devices and never the other way round, so that whatever
 * calls a device is done without it.
 *
 * <p>Two devices of which neither ever waits would have that thread go round for ever. So after {@link #MOST_ROUNDS}
 * that nobody outside has given cause for, frames rest until time has passed, and go on in the thread that tells time.
 */
final class PinConnection {
    /** How often frames go round by themselves. */
    private static final int MOST_ROUNDS = 4096;
    /** How long they rest then: long enough for one such connection not to hold up all others' timers. */
    private static final long REST = 10 * KsTimeSource.MILLISECOND;

    private final ConnectionEnd source;
    private final ConnectionEnd sink;
    private final Runnable pump = this::pump;
    /** The kernel's memory, in which no client's pointer leads anywhere. */
    private final AddressSpace kernel;
    /** That, and the client's, where the frames of its allocators are. */
    private final RequestorProcess memory;

    private final FrameSupply supply;
    private final int count;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Frame> frames = new ArrayList<>();
    private final ArrayDeque<Frame> empty = new ArrayDeque<>();
    private final ArrayDeque<Frame> full = new ArrayDeque<>();
    /** How often a pin has changed. */
    private int changes;
    /** The allocator has been asked for as many frames as there are to be. */
    private boolean prepared;
    /** The sink has not taken the format that the source has changed to. */
    private boolean atOdds;

    /** The thread that pumps; null if none does. */
    private Thread pumping;
    /** How often frames have gone round since this thread began to pump, or another had it go on. */
    private int rounds;
    /** Goes on with frames that rest. */
    private final KsTimer restOver;

    private boolean resting;
    private boolean over;

    private PinConnection(PinObject from, PinObject to, KSALLOCATOR_FRAMING framing, EmulatedDriver driver) {
        int fromSize = from.pin().description().streamHeaderSize;
        int toSize = to.pin().description().streamHeaderSize;
        source = new ConnectionEnd(from, fromSize != 0 ? fromSize : Math.max(toSize, FrameHeader.PLAIN));
        sink = new ConnectionEnd(to, toSize != 0 ? toSize : source.headerSize);
        kernel = new AddressSpace(driver.timeoutNanos(), driver.handles());
        memory = (address, length, writable) -> {
            ByteBuffer window = kernel.lock(address, length, writable);
            return window != null ? window : driver.memory().lock(address, length, writable);
        };
        count = framing.get(KSALLOCATOR_FRAMING.Frames);
        supply = new FrameSupply(new KsDefaultAllocator(framing, kernel::allocate), this::moreFrames);
        restOver = driver.time().timer(this::goOn);
    }

    /**
     * Connects two pins.
     *
     * @param opened the pin that is being opened as the source of requests
     * @param other the pin that it is to be connected to
     * @param driver the driver of both
     * @return the connection, in which {@code opened} takes part only when it has been opened
     * @throws StatusException with {@link NtStatus#INVALID_PARAMETER} if data flows out of both pins or into both, or the
     *     other pin is a source of requests itself; with {@link NtStatus#NO_MATCH} if one of them loops, or they have no
     *     framing in common; with {@link NtStatus#INVALID_DEVICE_STATE} if the other pin is connected already
     * @throws KsException if there cannot be such frames
     */
    static PinConnection connect(PinObject opened, PinObject other, EmulatedDriver driver) throws StatusException {
        if (opened.pin().isRead() == other.pin().isRead() || other.pin().isSource()) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        if (opened.pin().isLooped() || other.pin().isLooped()) {
            throw new StatusException(NtStatus.NO_MATCH);
        }
        KSALLOCATOR_FRAMING framing = ConnectionFraming.of(opened.pin(), other.pin());
        PinConnection connection = opened.pin().isRead()
                ? new PinConnection(opened, other, framing, driver)
                : new PinConnection(other, opened, framing, driver);
        NtStatus status = other.pin().locked(() -> other.pin().connect(connection));
        if (!status.isSuccess()) {
            connection.supply.close();
            throw new StatusException(status);
        }
        opened.pin().connect(connection);
        return connection;
    }

    /** A pin goes on with this: its state has changed, or it takes requests again. Under the lock of the pin's device. */
    void changed(PinInstance pin) {
        lock.lock();
        try {
            changes++;
            prepared = false;
            supply.lacking(false);
            atOdds &= pin.state().compareTo(KSSTATE.PAUSE) >= 0;
        } finally {
            lock.unlock();
        }
        pin.filter().factory().completions.afterwards(pump);
    }

    /** A pin has been closed. Under the lock of its device. */
    void closed(PinInstance pin) {
        end();
        pin.filter().factory().completions.afterwards(pump);
    }

    /** The pin that was to be opened could not be. */
    void abandon() {
        end();
        pump();
    }

    private void end() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
        source.pin.disconnect(this);
        sink.pin.disconnect(this);
    }

    /** Does what there is to do. Without the lock of any device. */
    void pump() {
        Thread self = Thread.currentThread();
        lock.lock();
        try {
            if (pumping != self) {
                rounds = 0;
            }
            if (pumping != null) {
                return;
            }
            pumping = self;
            try {
                while (step()) {
                    // There may be more.
                }
            } finally {
                pumping = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whatever is to be done is left to the thread of time. */
    private void moreFrames() {
        restOver.set(source.pin.time().now());
    }

    /** Time has passed. */
    private void goOn() {
        lock.lock();
        try {
            resting = false;
            prepared = false;
            source.rested();
            sink.rested();
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Whether a frame may go to the source again. The loop that it keeps going may be this one, or either device's. */
    private boolean goesRound() {
        int most = Math.max(++rounds, Math.max(source.round(), sink.round()));
        if (most <= MOST_ROUNDS) {
            return true;
        }
        if (!resting) {
            resting = true;
            restOver.set(source.pin.time().now() + REST);
        }
        return false;
    }

    /** Does one thing; false if there is nothing to do. */
    private boolean step() {
        boolean takes = takes();
        boolean fills = takes && source.isReady();
        if (fills && !prepared) {
            prepare();
        }
        Frame unwanted = fills ? null : unwanted(takes);
        if (unwanted != null) {
            cancel(unwanted);
        } else if (!full.isEmpty() && !takes) {
            full.poll().setEmpty();
        } else if (!full.isEmpty() && sink.refused != changes) {
            write(full.poll());
        } else if (!empty.isEmpty() && (!fills || empty.peek().allocator != supply.allocator())) {
            free(empty.poll());
        } else if (!empty.isEmpty() && source.refused != changes && goesRound()) {
            read(empty.poll());
        } else {
            return closeWhenOver();
        }
        return true;
    }

    private boolean takes() {
        return sink.isReady() && !over && !atOdds;
    }

    /** Takes as many frames as there are to be, or as the allocator has. */
    private void prepare() {
        prepared = true;
        supply.use(source.pin.allocator() != null ? source.pin.allocator() : sink.pin.allocator());
        supply.lacking(true);
        while (frames.size() < count) {
            Frame frame = newFrame();
            if (frame == null) {
                return;
            }
            frames.add(frame);
            empty.add(frame);
        }
        supply.lacking(false);
    }

    private Frame newFrame() {
        KsDefaultAllocator allocator = supply.allocator();
        lock.unlock();
        try {
            // First, as a frame that is given back at once would be one that somebody has freed.
            FrameHeader header = new FrameHeader(kernel.allocate(Math.max(source.headerSize, sink.headerSize)));
            Frame frame = newFrame(allocator, header);
            if (frame == null) {
                header.close();
            }
            return frame;
        } catch (KsException e) {
            return null;
        } finally {
            lock.lock();
        }
    }

    private Frame newFrame(KsDefaultAllocator allocator, FrameHeader header) {
        try {
            KsBuffer data = allocator.allocate();
            return data == null ? null : new Frame(allocator, data, header);
        } catch (KsException e) {
            return null;
        }
    }

    /** A frame that a pin has, but is to give back; null if there is none. */
    private Frame unwanted(boolean takes) {
        for (Frame frame : frames) {
            if (!frame.cancelled && (frame.place == Place.SOURCE || frame.place == Place.SINK && !takes)) {
                return frame;
            }
        }
        return null;
    }

    /** No other thread sends it again meanwhile: that would have to be the one that pumps. */
    private void cancel(Frame frame) {
        boolean filling = frame.place == Place.SOURCE;
        lock.unlock();
        try {
            if (filling) {
                frame.cancelled = source.pin.locked(() -> withdraw(frame));
            } else {
                frame.cancelled = true;
                frame.irp.cancel();
            }
        } finally {
            lock.lock();
        }
    }

    /**
     * Cancels a frame at the source, unless that goes on already and may be about to fill it. Under the lock of its
     * device.
     */
    private boolean withdraw(Frame frame) {
        lock.lock();
        try {
            if (takes() && source.isReady()) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        frame.irp.cancel();
        return true;
    }

    private void free(Frame frame) {
        frames.remove(frame);
        prepared = false;
        lock.unlock();
        try {
            frame.free();
        } finally {
            lock.lock();
        }
    }

    private boolean closeWhenOver() {
        if (over && frames.isEmpty()) {
            supply.close();
            restOver.cancel();
        }
        return false;
    }

    private void read(Frame frame) {
        frame.header.read(frame.data, source.headerSize);
        frame.place = Place.SOURCE;
        send(frame, source, IOCTL_KS.READ_STREAM, source.headerSize);
    }

    private void write(Frame frame) {
        if (frame.header.changesFormat()) {
            writeFormat(frame);
            return;
        }
        frame.header.write(sink.headerSize);
        frame.place = Place.SINK;
        send(frame, sink, IOCTL_KS.WRITE_STREAM, sink.headerSize);
    }

    /** The source has changed its format: does what a client does, and has the sink change too. */
    private void writeFormat(Frame frame) {
        if (!sink.pin.description().formatChanges) {
            atOdds = true;
            frame.setEmpty();
            return;
        }
        if (frame.format == null && !takeFormat(frame)) {
            atOdds = true;
            frame.setEmpty();
            return;
        }
        frame.place = Place.SINK;
        send(frame, sink, IOCTL_KS.WRITE_STREAM, FrameHeader.PLAIN);
    }

    private boolean takeFormat(Frame frame) {
        lock.unlock();
        try {
            source.pin.filter().locked(source.pin::formatRead);
            frame.setFormat(source.pin.format());
            return true;
        } catch (KsException e) {
            return false;
        } finally {
            lock.lock();
        }
    }

    private void send(Frame frame, ConnectionEnd end, int code, int length) {
        frame.cancelled = false;
        int before = changes;
        NtStatus status;
        lock.unlock();
        try {
            Irp irp = frame.irp.initialize(
                    end.object.fileObject(), memory, code, 0, 0, frame.header.address(), length, false, frame);
            status = irp.fileObject().driver().call(irp.fromKernelMode());
        } finally {
            lock.lock();
        }
        if (!status.equals(NtStatus.PENDING)) {
            end.refused = before;
        }
    }

    /** Where a frame is. */
    private enum Place {
        EMPTY,
        SOURCE,
        FULL,
        SINK
    }

    /** A frame on its way round. */
    private final class Frame implements Irp.Completion {
        private final Irp irp = new Irp().forReuse();
        private final KsDefaultAllocator allocator;
        private final KsBuffer data;
        private final FrameHeader header;
        /** The format that the frame carries in place of data; null if it does not. */
        private KsBuffer format;

        private Place place = Place.EMPTY;
        /** It is to come back. Belongs to the thread that pumps. */
        private boolean cancelled;

        private Frame(KsDefaultAllocator allocator, KsBuffer data, FrameHeader header) {
            this.allocator = allocator;
            this.data = data;
            this.header = header;
        }

        private void setEmpty() {
            if (format != null) {
                format.close();
                format = null;
            }
            place = Place.EMPTY;
            empty.add(this);
        }

        private void setFormat(DataFormat changed) {
            format = kernel.allocate(changed.size());
            format.bytes().put(0, changed.bytes(), 0, changed.size());
            header.writeFormat(format);
        }

        @Override
        public void completed(Irp over, long ioStatusBlock) {
            lock.lock();
            try {
                if (place == Place.SOURCE) {
                    filled(IoStatusBlock.isSuccess(ioStatusBlock));
                } else {
                    taken(ioStatusBlock);
                }
            } finally {
                lock.unlock();
            }
            pump();
        }

        private void filled(boolean success) {
            if (success) {
                place = Place.FULL;
                full.addLast(this);
            } else {
                setEmpty();
            }
        }

        private void taken(long ioStatusBlock) {
            int status = IoStatusBlock.statusCode(ioStatusBlock);
            if (status == NtStatus.DEVICE_NOT_READY.code()) {
                // It was refused while the sink is reset: it comes first when that is over.
                place = Place.FULL;
                full.addFirst(this);
                return;
            }
            if (format != null) {
                atOdds |= !IoStatusBlock.isSuccess(ioStatusBlock) && status != NtStatus.CANCELLED.code();
            }
            setEmpty();
        }

        private void free() {
            header.close();
            allocator.free(data.address());
        }
    }
}
