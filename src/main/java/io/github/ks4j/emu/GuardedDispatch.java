package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;
import java.util.Objects;

/**
 * What a device does for a pin, as the pin calls it: what the device throws is reported, and goes no further. Nor does a
 * status that is none, or that leaves the pin waiting for what never comes.
 */
final class GuardedDispatch implements PinDispatch {
    private final PinDispatch device;
    private final String name;

    /**
     * A guard.
     *
     * @param name what is reported to have thrown
     */
    GuardedDispatch(PinDispatch device, String name) {
        this.device = Objects.requireNonNull(device, "device");
        this.name = name;
    }

    PinDispatch device() {
        return device;
    }

    /** The status that a device's code has given, which is there to decide at once. */
    static NtStatus decided(NtStatus status) {
        if (Objects.requireNonNull(status, "status").equals(NtStatus.PENDING)) {
            throw new IllegalStateException("the code of a device did not decide, but said " + status);
        }
        return status;
    }

    private NtStatus report(Throwable thrown) {
        return KsObject.statusOf(thrown, name);
    }

    @Override
    public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
        try {
            return decided(device.setDeviceState(from, to));
        } catch (RuntimeException | Error e) {
            return report(e);
        }
    }

    @Override
    public NtStatus setDataFormat(DataFormat format) {
        try {
            return decided(device.setDataFormat(format));
        } catch (RuntimeException | Error e) {
            return report(e);
        }
    }

    @Override
    public NtStatus setRate(int rate) {
        try {
            return decided(device.setRate(rate));
        } catch (RuntimeException | Error e) {
            return report(e);
        }
    }

    @Override
    public void process() {
        try {
            device.process();
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }

    @Override
    public void reset() {
        try {
            device.reset();
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }
}
