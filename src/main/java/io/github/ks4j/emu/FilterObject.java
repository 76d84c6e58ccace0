package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KSPIN_DESCRIPTOR;
import io.github.ks4j.kernel.KsValidateConnectRequest;
import io.github.ks4j.kernel.KsValidateConnectRequest.Connection;
import java.nio.ByteBuffer;
import java.util.List;

/** An open filter. */
final class FilterObject extends KsObject {
    private final FilterInstance filter;

    FilterObject(FilterInstance filter) {
        this.filter = filter;
    }

    @Override
    String name() {
        return filter.description().friendlyName;
    }

    @Override
    FilterInstance filter() {
        return filter;
    }

    @Override
    NtStatus handle(Irp irp) {
        return filter.factory()
                .handle(irp, filter.factory().automation(), filter.description().events());
    }

    @Override
    List<KSOBJECT_CREATE_ITEM<Creator>> createItems() {
        return List.of(createItem(KsObjectType.PIN, this::createPin), NodeObject.createItem(filter));
    }

    /** KsValidateConnectRequest, and then what AVStream checks. */
    private PinObject createPin(ByteBuffer parameters, EmulatedDriver driver) throws StatusException {
        List<KSPIN_DESCRIPTOR> pins = filter.description().pins.stream()
                .map(pin -> new KSPIN_DESCRIPTOR(pin.interfaces, pin.mediums, pin.ranges, pin.communication))
                .toList();
        Connection connection = KsValidateConnectRequest.of(parameters, pins, handle -> connect(handle, driver));
        PinInstance instance = new PinInstance(filter, connection.connect(), connection.format());
        NtStatus status;
        try {
            status = filter.factory().completions.locked(instance::open);
        } catch (RuntimeException e) {
            status = statusOf(e, name());
        }
        if (!status.isSuccess()) {
            throw new StatusException(status);
        }
        return new PinObject(instance);
    }

    /** Connecting a source to another pin is not emulated. */
    private static NtStatus connect(long sinkHandle, EmulatedDriver driver) {
        EmulatedHandle sink = driver.handles().get(sinkHandle, EmulatedHandle.class);
        return sink.object() instanceof PinObject ? NtStatus.NOT_IMPLEMENTED : NtStatus.INVALID_HANDLE;
    }

    @Override
    void close() {
        filter.factory().free(fileObject(), filter.description().events());
    }
}
