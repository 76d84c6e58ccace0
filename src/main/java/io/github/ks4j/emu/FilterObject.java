package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KSPIN_DESCRIPTOR;
import io.github.ks4j.kernel.KsValidateConnectRequest;
import io.github.ks4j.kernel.KsValidateConnectRequest.Connection;
import io.github.ks4j.struct.KSPIN_CONNECT;
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
        Connection request = KsValidateConnectRequest.of(parameters, pins, handle -> {
            sink(handle, driver);
            return NtStatus.SUCCESS;
        });
        PinObject pin = new PinObject(new PinInstance(filter, request.connect(), request.format()));
        if (!pin.pin().isSource()) {
            open(pin);
            return pin;
        }
        long handle = request.connect().get(KSPIN_CONNECT.PinToHandle);
        PinConnection connection = PinConnection.connect(pin, sink(handle, driver), driver);
        try {
            open(pin);
        } catch (StatusException e) {
            connection.abandon();
            throw e;
        }
        return pin;
    }

    /** The pin that a source is to be connected to. */
    private static PinObject sink(long handle, EmulatedDriver driver) {
        if (driver.handles().get(handle, EmulatedHandle.class).object() instanceof PinObject pin) {
            return pin;
        }
        throw KsException.of("connect to handle 0x" + Long.toHexString(handle), NtStatus.INVALID_HANDLE);
    }

    private void open(PinObject pin) throws StatusException {
        NtStatus status;
        try {
            status = filter.factory().completions.locked(pin.pin()::open);
        } catch (RuntimeException | Error e) {
            status = statusOf(e, name());
        }
        if (!status.isSuccess()) {
            throw new StatusException(status);
        }
    }

    @Override
    void close() {
        filter.factory().free(fileObject(), filter.description().events());
    }
}
