package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsAcquireResetValue;
import io.github.ks4j.kernel.KsProbeStreamIrp;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSRESET;
import java.nio.ByteBuffer;

/** An open pin: properties like a filter, and the stream requests. */
final class PinObject extends KsObject {
    private static final int PROBE = KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS;

    private final PinInstance pin;
    private final Completions completions;

    PinObject(PinInstance pin) {
        this.pin = pin;
        this.completions = pin.filter().factory().completions;
    }

    PinInstance pin() {
        return pin;
    }

    @Override
    String name() {
        return "pin " + pin.id();
    }

    @Override
    FilterInstance filter() {
        return pin.filter();
    }

    @Override
    NtStatus handle(Irp irp) {
        boolean input = pin.description().dataFlow == KSPIN_DATAFLOW.IN;
        return switch (irp.controlCode()) {
            case IOCTL_KS.WRITE_STREAM -> input ? stream(irp, false) : NtStatus.INVALID_DEVICE_REQUEST;
            case IOCTL_KS.READ_STREAM -> input ? NtStatus.INVALID_DEVICE_REQUEST : stream(irp, true);
            case IOCTL_KS.RESET_STATE -> reset(irp);
            default -> filter().factory().handle(irp, filter().factory().pinAutomation(pin.id()), pin.events());
        };
    }

    private NtStatus stream(Irp irp, boolean read) {
        NtStatus status =
                KsProbeStreamIrp.probe(irp, read ? PROBE | KSPROBE.STREAMREAD : PROBE | KSPROBE.STREAMWRITE, 0);
        if (!status.isSuccess()) {
            return status;
        }
        boolean waiting = irp.synchronous();
        completions.lock().lock();
        try {
            return pin.queue(irp);
        } finally {
            completions.unlock(waiting);
        }
    }

    private NtStatus reset(Irp irp) {
        boolean begin = KsAcquireResetValue.of(irp) == KSRESET.BEGIN;
        completions.locked(() -> pin.reset(begin));
        return NtStatus.SUCCESS;
    }

    /** Nodes can be opened below pins too; a pin has no allocator and no clock. */
    @Override
    KsObject create(KsObjectType type, ByteBuffer parameters, EmulatedDriver driver) throws StatusException {
        if (type == KsObjectType.TOPOLOGY_NODE) {
            return NodeObject.create(filter(), parameters);
        }
        throw new StatusException(NtStatus.OBJECT_NAME_NOT_FOUND);
    }

    @Override
    void close() {
        completions.locked(pin::close);
        filter().factory().free(fileObject(), pin.events());
    }
}
