package io.github.ks4j.cli;

import io.github.ks4j.KsPin;
import io.github.ks4j.set.KSSTATE;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Takes pins through their states around a stream. Everything happens in the calling thread: it waits for the oldest
 * frame of each side in turn, while the frames behind it keep the device busy.
 */
final class Streaming {
    /** How many frames are under way on each pin. */
    static final int FRAMES = 4;

    /** 1/50 second: 20 ms. */
    private static final int FRAMES_PER_SECOND = 50;

    private Streaming() {}

    /** The bytes of about 20 ms, in whole samples. */
    static int frameBytes(WavFormat format) {
        return Math.max(1, format.wave().rate() / FRAMES_PER_SECOND) * format.frameBytes();
    }

    /** The length of a source, with its last sample filled up. */
    static long wholeFrames(AudioSource source) {
        int frame = source.format().frameBytes();
        return (source.dataLength() + frame - 1) / frame * frame;
    }

    /** Plays all of a source. */
    static void play(KsPin render, AudioSource source, LongConsumer progress) throws IOException {
        Player player = new Player(render, source);
        try (Running running = new Running(render)) {
            running.pause();
            player.prime();
            running.run();
            while (!player.isDone()) {
                player.step();
                progress.accept(player.played());
            }
            running.stop();
        }
    }

    /** Records a number of bytes. */
    static void record(KsPin capture, WavWriter sink, WavFormat format, long bytes, LongConsumer progress)
            throws IOException {
        Recorder recorder = new Recorder(capture, sink, format, bytes, bytes);
        try (Running running = new Running(capture)) {
            running.pause();
            recorder.prime();
            running.run();
            while (!recorder.isDone()) {
                recorder.step();
                progress.accept(sink.dataLength());
            }
            running.stop();
        }
    }

    /** Plays all of a source and records as much from the other end of the wire. */
    static void loop(KsPin render, AudioSource source, KsPin capture, WavWriter sink, LongConsumer progress)
            throws IOException {
        Recorder recorder = new Recorder(capture, sink, source.format(), source.dataLength(), wholeFrames(source));
        Player player = new Player(render, source);
        try (Running capturing = new Running(capture);
                Running rendering = new Running(render)) {
            capturing.pause();
            rendering.pause();
            recorder.prime();
            player.prime();
            // The capture side runs first, or it would miss the beginning.
            capturing.run();
            rendering.run();
            while (!player.isDone() || !recorder.isDone()) {
                if (!player.isDone()) {
                    player.step();
                }
                if (!recorder.isDone()) {
                    recorder.step();
                }
                progress.accept(sink.dataLength());
            }
            rendering.stop();
            capturing.stop();
        }
    }

    /** A pin on its way from STOP to RUN and back. Closing brings it to STOP, and so ends what is under way. */
    private static final class Running implements AutoCloseable {
        private final KsPin pin;
        private boolean stopped = true;

        Running(KsPin pin) {
            this.pin = pin;
        }

        void pause() {
            stopped = false;
            pin.stepTo(KSSTATE.PAUSE);
        }

        void run() {
            pin.stepTo(KSSTATE.RUN);
        }

        void stop() {
            pin.stepTo(KSSTATE.STOP);
            stopped = true;
        }

        @Override
        public void close() {
            if (!stopped) {
                pin.stepTo(KSSTATE.STOP);
            }
        }
    }
}
