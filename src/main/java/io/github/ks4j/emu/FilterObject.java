package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.util.List;

/** An open filter. */
final class FilterObject extends KsObject {
    private static final GuidField<KSPIN_CONNECT> INTERFACE_SET = KSPIN_CONNECT.Interface.then(KSIDENTIFIER.Set);
    private static final Int32<KSPIN_CONNECT> INTERFACE_ID = KSPIN_CONNECT.Interface.then(KSIDENTIFIER.Id);
    private static final GuidField<KSPIN_CONNECT> MEDIUM_SET = KSPIN_CONNECT.Medium.then(KSIDENTIFIER.Set);
    private static final Int32<KSPIN_CONNECT> MEDIUM_ID = KSPIN_CONNECT.Medium.then(KSIDENTIFIER.Id);

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
    KsObject create(KsObjectType type, ByteBuffer parameters, EmulatedDriver driver) throws StatusException {
        return switch (type) {
            case PIN -> createPin(parameters, driver);
            case TOPOLOGY_NODE -> NodeObject.create(filter, parameters);
            case ALLOCATOR, CLOCK -> throw new StatusException(NtStatus.OBJECT_NAME_NOT_FOUND);
        };
    }

    /** KsValidateConnectRequest, and then what AVStream checks. */
    private PinObject createPin(ByteBuffer parameters, EmulatedDriver driver) throws StatusException {
        int head = KSPIN_CONNECT.LAYOUT.size(Abi.X64);
        if (parameters.capacity() < head) {
            throw new StatusException(NtStatus.INVALID_BUFFER_SIZE);
        }
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.at(Abi.X64, parameters, 0);
        int id = connect.get(KSPIN_CONNECT.PinId);
        List<EmulatedPin> pins = filter.description().pins;
        if (id < 0 || id >= pins.size()) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        EmulatedPin pin = pins.get(id);
        checkCommunication(pin, connect.get(KSPIN_CONNECT.PinToHandle), driver);
        if (!contains(pin.interfaces, connect, INTERFACE_SET, INTERFACE_ID)
                || !contains(pin.mediums, connect, MEDIUM_SET, MEDIUM_ID)) {
            throw new StatusException(NtStatus.NO_MATCH);
        }
        DataFormat format = DataFormats.read(parameters, head, parameters.capacity());
        if (!DataFormats.accept(pin.ranges, format)) {
            throw new StatusException(NtStatus.NO_MATCH);
        }
        PinInstance instance = new PinInstance(filter, id, format);
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

    /** Pins that clients open must be sinks; connecting to another pin is for sources, and not emulated. */
    private static void checkCommunication(EmulatedPin pin, long sinkHandle, EmulatedDriver driver)
            throws StatusException {
        boolean both = pin.communication == KSPIN_COMMUNICATION.BOTH;
        if (sinkHandle == 0) {
            if (!both && pin.communication != KSPIN_COMMUNICATION.SINK) {
                throw new StatusException(NtStatus.INVALID_PARAMETER);
            }
        } else if (!both && pin.communication != KSPIN_COMMUNICATION.SOURCE) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        } else {
            EmulatedHandle sink = driver.handles().get(sinkHandle, EmulatedHandle.class);
            boolean isPin = sink.object() instanceof PinObject;
            throw new StatusException(isPin ? NtStatus.NOT_IMPLEMENTED : NtStatus.INVALID_HANDLE);
        }
    }

    private static boolean contains(
            List<KSIDENTIFIER> offered, KSPIN_CONNECT connect, GuidField<KSPIN_CONNECT> set, Int32<KSPIN_CONNECT> id) {
        return offered.stream()
                .anyMatch(one ->
                        connect.is(set, one.get(KSIDENTIFIER.Set)) && connect.get(id) == one.get(KSIDENTIFIER.Id));
    }

    @Override
    void close() {
        filter.factory().free(fileObject(), filter.description().events());
    }
}
