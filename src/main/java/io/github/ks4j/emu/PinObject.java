package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsAcquireResetValue;
import io.github.ks4j.kernel.KsProbeStreamIrp;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSRESET;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** An open pin: properties like a filter, and the stream requests. */
final class PinObject extends KsObject {
    private static final int PROBE = KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS;
    private static final int READ = PROBE | KSPROBE.STREAMREAD;
    private static final int WRITE = PROBE | KSPROBE.STREAMWRITE;

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
        return switch (irp.controlCode()) {
            case IOCTL_KS.WRITE_STREAM -> pin.isRead() ? NtStatus.INVALID_DEVICE_REQUEST : stream(irp, WRITE);
            case IOCTL_KS.READ_STREAM -> pin.isRead() ? stream(irp, READ) : NtStatus.INVALID_DEVICE_REQUEST;
            case IOCTL_KS.RESET_STATE -> reset(irp);
            default -> filter().factory().handle(irp, filter().factory().automation(pin), pin.events());
        };
    }

    private NtStatus stream(Irp irp, int flags) {
        EmulatedPin description = pin.description();
        NtStatus status = KsProbeStreamIrp.probe(
                irp,
                description.formatChanges ? flags | KSPROBE.ALLOWFORMATCHANGE : flags,
                description.streamHeaderSize);
        if (!status.isSuccess()) {
            return status;
        }
        return queue(irp, null);
    }

    /**
     * Queues a request, unless it is a client's and the stream of the pin is not.
     *
     * @param data the bytes of a method; null for stream headers, which have been probed
     */
    NtStatus queue(Irp irp, ByteBuffer data) {
        if (irp.userMode() && pin.isConnected()) {
            return NtStatus.INVALID_DEVICE_REQUEST;
        }
        boolean waiting = irp.synchronous();
        completions.lock().lock();
        try {
            return data == null ? pin.queue(irp) : pin.queue(irp, data);
        } finally {
            completions.unlock(waiting);
        }
    }

    private NtStatus reset(Irp irp) {
        boolean begin = KsAcquireResetValue.of(irp) == KSRESET.BEGIN;
        completions.locked(() -> pin.reset(begin));
        return NtStatus.SUCCESS;
    }

    @Override
    List<KSOBJECT_CREATE_ITEM<Creator>> createItems() {
        List<KSOBJECT_CREATE_ITEM<Creator>> items = new ArrayList<>();
        items.add(NodeObject.createItem(filter()));
        if (pin.description().offersClock) {
            items.add(createItem(KsObjectType.CLOCK, (parameters, driver) -> ClockObject.create(pin, parameters)));
        }
        if (pin.description().allocator) {
            items.add(createItem(
                    KsObjectType.ALLOCATOR, (parameters, driver) -> AllocatorObject.create(pin, parameters, driver)));
        }
        return items;
    }

    @Override
    void close() {
        completions.locked(pin::close);
        filter().factory().free(fileObject(), pin.events());
    }
}
