package io.github.ks4j.emu;

import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.WaveFormat;
import java.util.List;

/** What lies behind the render pin and the capture pin of a sound card. Guarded by the device's lock. */
abstract class AudioWire {
    /** The open render pin; null if there is none. */
    PinInstance render;

    /** The open capture pin; null if there is none. */
    PinInstance capture;

    /** Measures what is played. */
    final PeakMeter playedPeak = new PeakMeter();

    /** Measures what is heard. */
    final PeakMeter heardPeak = new PeakMeter();

    /** The dispatch of a new render pin. */
    abstract PinDispatch openRender(PinInstance pin);

    /** The dispatch of a new capture pin. */
    abstract PinDispatch openCapture(PinInstance pin);

    /** The bytes that a pin has played or captured since it left STOP. */
    abstract long position(PinInstance pin);

    /** How long it takes what is played now to be heard, in units of 100 ns. */
    abstract long latency(PinInstance pin);

    /** Of a render pin's ranges, what is possible while the capture pin is as it is. */
    final List<DataRange> constrainedByCapture(List<DataRange> ranges) {
        return constrained(ranges, capture);
    }

    /** Of a capture pin's ranges, what is possible while the render pin is as it is. */
    final List<DataRange> constrainedByRender(List<DataRange> ranges) {
        return constrained(ranges, render);
    }

    private static List<DataRange> constrained(List<DataRange> ranges, PinInstance other) {
        if (other == null) {
            return ranges;
        }
        WaveFormat wave = other.format().wave().orElseThrow();
        AudioRange exactly = new AudioRange(wave.channels(), wave.bits(), wave.bits(), wave.rate(), wave.rate());
        return List.of(DataRange.audio(wave.encoding(), exactly));
    }

    /** Whether a render pin may have a format: it is the one of the capture pin, if there is one. */
    final boolean fitsCapture(WaveFormat format) {
        return fits(format, capture);
    }

    /** Whether a capture pin may have a format: it is the one of the render pin, if there is one. */
    final boolean fitsRender(WaveFormat format) {
        return fits(format, render);
    }

    private static boolean fits(WaveFormat format, PinInstance other) {
        return other == null
                || other.format().wave().filter(w -> same(w, format)).isPresent();
    }

    /** Whether the samples are the same; which speakers they are for does not matter on a wire. */
    private static boolean same(WaveFormat one, WaveFormat other) {
        return one.encoding().equals(other.encoding())
                && one.rate() == other.rate()
                && one.channels() == other.channels()
                && one.bits() == other.bits()
                && one.validBits() == other.validBits();
    }
}
