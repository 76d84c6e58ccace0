package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The wire of a sound card that plays and captures at the rate of its samples: what the render pin plays now is what the
 * capture pin hears now; while nothing is played, it hears a signal.
 *
 * <p>Samples move when a period of the device's clock has passed, and whenever somebody asks for the position. One timer
 * serves both pins, and is set only while one of them runs. A render pin without data plays silence; what comes while the
 * capture pin has no frame is lost, and the next frame says so.
 */
final class PacedLoopback extends AudioWire {
    private static final int SCRATCH_FRAMES = 512;

    private final StreamTiming timing;
    private final long periodLength;
    private final AudioSignal signal;

    private KsTimer timer;
    /** When the first of the pins began to run, and the periods and frames that have passed since. */
    private long start;

    private long period;
    private long frames;
    private boolean ticking;

    private WaveFormat format;
    private ByteBuffer scratch;
    private long played;
    /** What was played last ended the stream, so that its position stands still. */
    private boolean over;

    private long captured;
    /** The bytes that are due but have not moved yet. */
    private long left;
    /** Whether captured samples have been lost since the last frame was left. */
    private boolean discontinuous;

    /**
     * A wire.
     *
     * @param periodLength units of 100 ns, on the device's clock
     * @param signal what the capture pin hears while nothing is played
     */
    PacedLoopback(StreamTiming timing, long periodLength, AudioSignal signal) {
        this.timing = timing;
        this.periodLength = periodLength;
        this.signal = signal;
    }

    @Override
    PinDispatch openRender(PinInstance pin) {
        opened(pin);
        render = pin;
        return new End() {
            @Override
            void stop() {
                played = 0;
                over = false;
                playedPeak.rest();
            }

            @Override
            public void close() {
                render = null;
            }
        };
    }

    @Override
    PinDispatch openCapture(PinInstance pin) {
        opened(pin);
        capture = pin;
        return new End() {
            @Override
            void stop() {
                captured = 0;
                heardPeak.rest();
                discontinuous = false;
            }

            @Override
            public void close() {
                capture = null;
            }
        };
    }

    private void opened(PinInstance pin) {
        if (!ticking) {
            timer = pin.time().timer(() -> pin.filter().locked(this::tick));
        }
        use(pin.format());
    }

    private void use(DataFormat used) {
        WaveFormat wave = used.wave().orElseThrow();
        if (!wave.equals(format)) {
            format = wave;
            scratch = ByteBuffer.allocate(SCRATCH_FRAMES * wave.blockAlign()).order(ByteOrder.LITTLE_ENDIAN);
            // What has passed at the former rate is over.
            frames = ticking ? due() : 0;
        }
    }

    @Override
    long position(PinInstance pin) {
        catchUp();
        return pin == render ? played : captured;
    }

    /** Samples wait for the end of the period. */
    @Override
    long latency(PinInstance pin) {
        return periodLength;
    }

    private static boolean runs(PinInstance pin) {
        return pin != null && pin.state() == KSSTATE.RUN;
    }

    private abstract class End implements PinDispatch {
        abstract void stop();

        @Override
        public void reset() {
            catchUp();
            stop();
        }

        /** What has passed until now passed in the old state. */
        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            catchUp();
            if (to == KSSTATE.STOP) {
                stop();
            }
            return NtStatus.SUCCESS;
        }

        @Override
        public NtStatus setDataFormat(DataFormat wanted) {
            catchUp();
            use(wanted);
            return NtStatus.SUCCESS;
        }

        @Override
        public void process() {
            boolean running = runs(render) || runs(capture);
            if (running && !ticking) {
                start = pinThatRuns().time().now();
                period = 0;
                frames = 0;
                ticking = true;
                setTimer();
            } else if (!running && ticking) {
                ticking = false;
                timer.cancel();
            }
        }
    }

    private PinInstance pinThatRuns() {
        return runs(render) ? render : capture;
    }

    private void tick() {
        if (!ticking) {
            return;
        }
        catchUp();
        if (runs(render)) {
            render.positionUpdated();
        }
        if (runs(capture)) {
            capture.positionUpdated();
        }
        period++;
        setTimer();
    }

    private void setTimer() {
        timer.set(start + timing.onMachine((period + 1) * periodLength) + timing.lateness(period));
    }

    /** Moves what is due by now. */
    private void catchUp() {
        if (!ticking) {
            return;
        }
        long due = due();
        left = (due - frames) * format.blockAlign();
        frames = due;
        boolean playing = runs(render);
        boolean capturing = runs(capture);
        boolean lost = timing.isLost(period);
        while (left > 0) {
            int moved = playing ? play(left, capturing && !lost) : hear(signal, left, capturing && !lost);
            if (capturing) {
                discontinuous |= lost;
                captured += moved;
            }
            left -= moved;
        }
    }

    /** The frames that should have passed by now. */
    private long due() {
        PinInstance pin = render != null ? render : capture;
        long elapsed = timing.onDevice(pin.time().now() - start);
        return elapsed / KsTimeSource.SECOND * format.rate()
                + elapsed % KsTimeSource.SECOND * format.rate() / KsTimeSource.SECOND;
    }

    /** Plays bytes of the next frame, or silence, and lets them be heard. */
    private int play(long most, boolean heard) {
        StreamQueue writes = render.queue();
        while (writes.hasFrame() && writes.remaining() == 0) {
            boolean ends = isLast(writes);
            over |= ends;
            if (ends && heard) {
                endRead();
            }
            writes.endFrame();
        }
        if (!writes.hasFrame()) {
            int silent = hear(AudioSignal.SILENCE, most, heard);
            played += over ? 0 : silent;
            return silent;
        }
        int left = writes.remaining();
        int bytes = (int) Math.min(most, left);
        if (heard) {
            bytes = deliver(writes.bytes(), writes.offset(), bytes, isLast(writes) && bytes == left);
        }
        over = isLast(writes) && bytes == left;
        playedPeak.measure(render, played, writes.bytes(), writes.offset(), bytes);
        writes.advance(bytes);
        played += bytes;
        return bytes;
    }

    private static boolean isLast(StreamQueue writes) {
        return (writes.flags() & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0;
    }

    /** Lets bytes of a signal be heard. */
    private int hear(AudioSignal source, long most, boolean heard) {
        if (!heard || !capture.queue().hasFrame()) {
            discontinuous |= heard;
            return (int) Math.min(most, Integer.MAX_VALUE);
        }
        int skip = (int) (captured % format.blockAlign());
        int bytes = (int) Math.min(most, scratch.capacity() - skip);
        int count = (skip + bytes + format.blockAlign() - 1) / format.blockAlign();
        try {
            source.fill(format, captured / format.blockAlign(), scratch, 0, count);
        } catch (RuntimeException | Error e) {
            KsObject.statusOf(e, "a signal");
            discontinuous = true;
            return bytes;
        }
        return deliver(scratch, skip, bytes, false);
    }

    /** Puts bytes into the frame that is read, as far as it goes; if there is none, they are lost. */
    private int deliver(ByteBuffer source, int offset, int most, boolean ends) {
        StreamQueue reads = reads();
        if (!reads.hasFrame()) {
            discontinuous = true;
            return most;
        }
        int bytes = Math.min(most, reads.remaining());
        if (reads.position() == 0) {
            stamp(reads);
        }
        reads.bytes().put(reads.offset(), source, offset, bytes);
        heardPeak.measure(capture, captured, source, offset, bytes);
        if (ends && bytes == most) {
            reads.endRequest(bytes, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
        } else {
            reads.advance(bytes);
        }
        return bytes;
    }

    /** The reads, a frame with room first. */
    private StreamQueue reads() {
        StreamQueue reads = capture.queue();
        while (reads.hasFrame() && reads.remaining() == 0) {
            reads.endFrame();
        }
        return reads;
    }

    /** The stream ends without further bytes. */
    private void endRead() {
        StreamQueue reads = reads();
        if (reads.hasFrame()) {
            reads.endRequest(0, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
        }
    }

    private void stamp(StreamQueue reads) {
        long heard = capture.masterClock() == null ? time(captured) : capture.presentationTime() - time(left);
        reads.timestamp(heard, time(reads.remaining()));
        if (discontinuous) {
            reads.addFlags(KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY);
            discontinuous = false;
        }
    }

    /** How long bytes last, in units of 100 ns on the device's clock. */
    private long time(long bytes) {
        long count = bytes / format.blockAlign();
        return count / format.rate() * KsTimeSource.SECOND
                + count % format.rate() * KsTimeSource.SECOND / format.rate();
    }
}
