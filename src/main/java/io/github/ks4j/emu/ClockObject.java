package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsValidateClockCreateRequest;
import java.nio.ByteBuffer;
import java.util.List;

/** An open clock: a handle to the one clock of a pin. */
final class ClockObject extends KsObject {
    private final PinInstance pin;
    private final KsDefaultClock clock;
    private final Automation automation;

    private ClockObject(PinInstance pin) {
        this.pin = pin;
        this.clock = pin.clock();
        this.automation = new Automation(
                new Sets(List.of(clock.propertySet()), List.of(), List.of(clock.eventSet())),
                Sets.NONE,
                null,
                pin.filter().description().policies);
    }

    static ClockObject create(PinInstance pin, ByteBuffer parameters) {
        KsValidateClockCreateRequest.of(parameters);
        return new ClockObject(pin);
    }

    /**
     * The clock that a handle of a client leads to, which is there as long as anybody refers to it.
     *
     * @throws StatusException with {@link NtStatus#INVALID_PARAMETER} if the handle is not a clock's
     * @throws KsException if it is no file's
     */
    static KsDefaultClock clock(Irp irp, long handle) throws StatusException {
        if (irp.requestor().referenceFile(handle).fsContext() instanceof ClockObject object) {
            return object.clock;
        }
        throw new StatusException(NtStatus.INVALID_PARAMETER);
    }

    @Override
    String name() {
        return "clock";
    }

    @Override
    FilterInstance filter() {
        return pin.filter();
    }

    @Override
    NtStatus handle(Irp irp) {
        return automation.handle(irp, clock.eventList());
    }

    @Override
    void close() {
        clock.eventList().free(fileObject());
    }
}
