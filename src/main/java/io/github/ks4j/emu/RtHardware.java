package io.github.ks4j.emu;

/**
 * The hardware of a WaveRT device: a speaker, a microphone, and a wire between them where the profile has one. Guarded by
 * the device's lock.
 *
 * <p>Nothing happens here by itself. Whoever looks brings both streams to the present; what the speaker plays goes into
 * the microphone's buffer on the way, as both have come to the same moment before.
 */
final class RtHardware {
    final RtProfile profile;
    /** The open pins; null if there are none. */
    RtRenderStream render;

    RtCaptureStream capture;

    RtHardware(RtProfile profile) {
        this.profile = profile;
    }

    PinDispatch openRender(PinInstance pin) {
        render = new RtRenderStream(this, pin);
        return render;
    }

    PinDispatch openCapture(PinInstance pin) {
        capture = new RtCaptureStream(this, pin);
        return capture;
    }

    /** Brings the streams to a time. */
    void update(long now) {
        if (render != null) {
            render.advance(now);
        }
        if (capture != null) {
            capture.advance(now);
        }
    }
}
