package io.github.ks4j.emu;

import io.github.ks4j.set.WaveFormat;

/** What lies behind the render pin and the capture pin of a sound card. Guarded by the device's lock. */
abstract class AudioWire {
    /** The open render pin; null if there is none. */
    PinInstance render;

    /** The open capture pin; null if there is none. */
    PinInstance capture;

    /** The dispatch of a new render pin. */
    abstract PinDispatch openRender(PinInstance pin);

    /** The dispatch of a new capture pin. */
    abstract PinDispatch openCapture(PinInstance pin);

    /** The bytes that a pin has played or captured since it left STOP. */
    abstract long position(PinInstance pin);

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
