package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry;
import io.github.ks4j.kernel.KernelObject;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;

/**
 * An open WaveRT pin: its buffer, and the hardware that goes round in it. Guarded by the device's lock.
 *
 * <p>Where the hardware is follows from the time. The bytes are moved when somebody looks, and at the latest when the
 * next packet is complete, which is what the timer is for; while a register is mapped, it expires every tick as well.
 */
abstract class RtStream implements PinDispatch {
    /** From the buffer to the codec, in units of 100 ns. */
    static final int CHIPSET_DELAY = 100;

    /** From the codec to the jack, in units of 100 ns. */
    static final int CODEC_DELAY = 5_000;

    /** The frequency of the clock register, in Hz: that of High Definition Audio's wall clock. */
    static final int WALL_CLOCK_RATE = 24_000_000;

    static final long NEVER = Long.MAX_VALUE;

    final RtHardware hardware;
    final RtProfile profile;
    final RtEvents events = new RtEvents();
    private final PinInstance pin;
    private final KsTimer timer;
    private WaveFormat wave;
    /** Null until the client asks for it. */
    private RtBuffer buffer;

    private RtRegister positionRegister;
    private RtRegister clockRegister;

    private boolean running;
    private boolean open = true;
    /** The cycles of the device's clock at which the stream began, but for the time in which it did not run. */
    private long origin;
    /** The frames for which the stream has run since it left STOP. */
    private long elapsed;
    /** Those of them that have been moved: fewer once the stream has ended. */
    private long frames;
    /** Those of them whose positions clients have been told: what a microphone hears has been moved before its turn. */
    private long told;
    /** The frame after the last of the stream. */
    private long end = NEVER;
    /** Whether that has been moved and told. */
    private boolean over;
    /** The packets that are complete. */
    private long packets;
    /** When the packet under way began, and when the one before it did. */
    private long began;

    private long beganBefore;

    RtStream(RtHardware hardware, PinInstance pin) {
        this.hardware = hardware;
        this.profile = hardware.profile;
        this.pin = pin;
        this.timer = pin.timer(this::expired);
        this.wave = profile.read(pin.format()).orElseThrow();
    }

    /**
     * Moves a part of the buffer.
     *
     * @param frame the number of its first frame since the stream began
     * @param offset where it lies in the buffer, in bytes
     * @param length its size in bytes; it does not go over the end of the buffer
     */
    abstract void transfer(long frame, int offset, int length);

    /** Frames go by that nobody has looked at for longer than any buffer lasts. */
    void skip(long count) {
        pass(count);
    }

    /** Frames have been moved. */
    final void pass(long count) {
        frames += count;
    }

    /** Forgets the stream: the pin has gone to STOP. */
    void rewind() {
        elapsed = 0;
        frames = 0;
        told = 0;
        end = NEVER;
        over = false;
        packets = 0;
    }

    // What clients see

    final WaveFormat wave() {
        return wave;
    }

    final boolean isOpen() {
        return open;
    }

    final boolean isRunning() {
        return running;
    }

    /** The buffer; null if there is none yet. */
    final RtBuffer buffer() {
        return buffer;
    }

    /** Whether the stream consists of packets. */
    final boolean hasPackets() {
        return buffer != null && buffer.notifications != 0;
    }

    final long frames() {
        return frames;
    }

    /** The packets that are complete. */
    final long packets() {
        return packets;
    }

    /** When the last packet that is complete began. */
    final long beganBefore() {
        return beganBefore;
    }

    /** The frames that the hardware holds. */
    final int fifoFrames() {
        return profile.fifoSize() / wave.blockAlign();
    }

    /** The frames that have come through the FIFO. */
    final long framesBehindFifo() {
        return Math.min(end, Math.max(0, elapsed - fifoFrames()));
    }

    /** The frames that have come out of the jack. */
    final long presented() {
        long delay =
                ((long) (CHIPSET_DELAY + CODEC_DELAY) * wave.rate() + KsTimeSource.SECOND - 1) / KsTimeSource.SECOND;
        return Math.min(end, Math.max(0, elapsed - fifoFrames() - delay));
    }

    /** The time from buffer to jack, in units of 100 ns. */
    final long latency() {
        return fifoFrames() * KsTimeSource.SECOND / wave.rate() + CHIPSET_DELAY + CODEC_DELAY;
    }

    final long now() {
        return pin.time().now();
    }

    // What clients do

    /** Maps the buffer; 0 notifications for none. */
    final NtStatus mapBuffer(AddressSpace client, long wanted, int notifications) {
        if (wanted == 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (buffer != null) {
            return NtStatus.UNSUCCESSFUL;
        }
        int unit = RtBuffer.unit(wave.blockAlign(), notifications);
        int size = RtBuffer.size(wanted, unit, profile.minimumBuffer(), profile.maximumBuffer());
        buffer = new RtBuffer(client.allocate(size), wave.blockAlign(), notifications);
        return NtStatus.SUCCESS;
    }

    /** Maps the position register; null if it is mapped already. */
    final RtRegister mapPositionRegister(AddressSpace client) {
        if (positionRegister != null) {
            return null;
        }
        positionRegister = new RtRegister(client.allocate(RtRegister.SIZE), profile.registerWidth());
        mapped();
        return positionRegister;
    }

    /** Maps the clock register; null if it is mapped already. */
    final RtRegister mapClockRegister(AddressSpace client) {
        if (clockRegister != null) {
            return null;
        }
        clockRegister = new RtRegister(client.allocate(RtRegister.SIZE), profile.registerWidth());
        mapped();
        return clockRegister;
    }

    private void mapped() {
        long now = now();
        hardware.update(now);
        schedule(now);
    }

    /** The stream ends with a frame that has not been moved yet. */
    final void endAt(long frame) {
        end = frame;
        schedule(now());
    }

    @Override
    public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
        if (to == KSSTATE.RUN && buffer == null) {
            return NtStatus.DEVICE_NOT_READY;
        }
        long now = now();
        hardware.update(now);
        running = to == KSSTATE.RUN;
        if (running) {
            start(now);
        } else if (to == KSSTATE.STOP) {
            rewind();
        }
        showRegisters(now);
        schedule(now);
        return NtStatus.SUCCESS;
    }

    private void start(long now) {
        origin = cycles(now) - elapsed;
        if (frames == packets * buffer.packetFrames) {
            began = now;
        }
    }

    @Override
    public NtStatus setDataFormat(DataFormat format) {
        if (buffer != null || positionRegister != null) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        wave = profile.read(format).orElseThrow();
        return NtStatus.SUCCESS;
    }

    /** A WaveRT pin does not take the requests of the packet protocol. */
    @Override
    public void process() {
        if (pin.queue().hasFrame()) {
            pin.queue().endAll(NtStatus.NOT_FOUND);
        }
    }

    @Override
    public void close() {
        open = false;
        timer.cancel();
        events.clear();
        if (buffer != null) {
            buffer.memory.close();
        }
        if (positionRegister != null) {
            positionRegister.memory().close();
        }
        if (clockRegister != null) {
            clockRegister.memory().close();
        }
    }

    /** Registers an event, or lets it go; a reference to it is taken over. */
    final NtStatus register(KernelObject.Event event, boolean wanted) {
        if (wanted) {
            return events.add(event);
        }
        NtStatus status = events.remove(event);
        event.dereference();
        return status;
    }

    /** Notifies of a position in the buffer from now on. */
    final NtStatus enable(ByteBuffer eventData, EventEntry entry) {
        NtStatus status = pin.loopPositions().add(eventData, entry, buffer == null ? 0 : buffer.memory.size());
        if (status.isSuccess()) {
            schedule(now());
        }
        return status;
    }

    // What the hardware does

    private void expired() {
        long now = now();
        hardware.update(now);
        schedule(now);
    }

    private long cycles(long time) {
        return profile.clock().cycles(time, wave.rate());
    }

    private long timeOf(long frame) {
        return profile.clock().timeOf(origin + frame, wave.rate());
    }

    /** Brings the stream to a time. */
    final void advance(long now) {
        if (running) {
            elapsed = cycles(now) - origin;
            long due = Math.min(elapsed, end) - frames;
            int most = profile.maximumBuffer() / wave.blockAlign();
            if (due > most) {
                skip(due - most);
                due = most;
            }
            while (due > 0) {
                long first = frames;
                int at = buffer.offset(first);
                int length = (int) Math.min(due * buffer.blockAlign, buffer.memory.size() - at);
                pass(length / buffer.blockAlign);
                due -= length / buffer.blockAlign;
                transfer(first, at, length);
            }
            completePackets();
            if (frames == end && !over) {
                over = true;
                pin.events().generate(KSEVENT_CONNECTION.SET.guid(), KSEVENT_CONNECTION.ENDOFSTREAM.id());
            }
        }
        showRegisters(now);
        if (frames != told) {
            pin.loopPositions().move(buffer.offset(told), (frames - told) * buffer.blockAlign, buffer.memory.size());
            told = frames;
        }
    }

    private void completePackets() {
        int size = buffer.packetFrames;
        long complete = frames == end ? (end + size - 1) / size : frames / size;
        if (complete > packets) {
            beganBefore = complete - 1 == packets ? began : timeOf((complete - 1) * size);
            began = timeOf(complete * size);
            boolean told = !profile.timing().isLost(packets);
            packets = complete;
            if (told) {
                events.signal();
            }
        }
    }

    private void showRegisters(long now) {
        if (positionRegister != null) {
            positionRegister.write(buffer == null ? 0 : buffer.offset(frames));
        }
        if (clockRegister != null) {
            clockRegister.write(profile.clock().cycles(now, WALL_CLOCK_RATE));
        }
    }

    private void schedule(long now) {
        boolean moves = running && !over;
        long due = moves
                ? timeOf(Math.min(end, (packets + 1) * buffer.packetFrames))
                        + profile.timing().lateness(packets)
                : NEVER;
        if (moves) {
            due = Math.min(due, nextPosition());
        }
        if (moves && positionRegister != null || clockRegister != null) {
            due = Math.min(due, now + profile.tick());
        }
        if (due == NEVER) {
            timer.cancel();
        } else {
            timer.set(due);
        }
    }

    /** When the next position is reached that a client wants to hear of. */
    private long nextPosition() {
        long bytes = pin.loopPositions().next(buffer.offset(frames), buffer.memory.size());
        return bytes == LoopPositions.NEVER
                ? NEVER
                : timeOf(Math.min(end, frames + (bytes + buffer.blockAlign - 1) / buffer.blockAlign));
    }
}
