package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;

/**
 * What a device does for an open pin: {@code KSPIN_DISPATCH}.
 *
 * <p>All methods are called under the device's lock and must not wait. What they throw is reported and becomes the
 * failure of the request at hand; so is {@link NtStatus#PENDING}, which {@code PFNKSPINSETDEVICESTATE} must not return.
 */
public interface PinDispatch {
    /** Does nothing: requests stay in the queue until they are cancelled. */
    PinDispatch NONE = new PinDispatch() {};

    /**
     * The pin changes state, by one step at a time whatever the client asked for: {@code PFNKSPINSETDEVICESTATE}. Not
     * called when the pin is opened in STOP. When this returns failure the pin stays in, or is brought back to, the
     * state that it had before the request.
     *
     * @param from the state it is in
     * @param to the state it shall go to: one above or below
     * @return {@link NtStatus#SUCCESS}, or the status to fail with
     */
    default NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
        return NtStatus.SUCCESS;
    }

    /**
     * The client changes the format of the open pin: {@code PFNKSPINSETDATAFORMAT}. The format has passed the pin's
     * ranges and its {@link EmulatedPin.FormatCheck}. A format in the stream comes when all that was written before it
     * has been used, and so perhaps while the device is in a method of {@link StreamQueue}.
     *
     * @param format the new format, as {@link PinInstance#format()} will give it if this succeeds
     * @return {@link NtStatus#SUCCESS}, or the status to fail with
     */
    default NtStatus setDataFormat(DataFormat format) {
        return NtStatus.SUCCESS;
    }

    /**
     * The client has the stream go faster, slower or back, which it may while the pin is in PAUSE or RUN; or the pin
     * leaves them, and with them the rate.
     *
     * @param rate thousandths of the normal rate, negative for backwards: one that the description said could be had
     * @return {@link NtStatus#SUCCESS}, or the status to fail with
     */
    default NtStatus setRate(int rate) {
        return NtStatus.SUCCESS;
    }

    /** There may be work: a request has been queued, or the pin has changed its state. */
    default void process() {}

    /** The pin's queue has been emptied by {@code IOCTL_KS_RESET_STATE}: forget what has been buffered. */
    default void reset() {}

    /**
     * The pin is closed. It has been brought to STOP before, even if the device refused to go there, and its queue is
     * empty.
     */
    default void close() {}
}
