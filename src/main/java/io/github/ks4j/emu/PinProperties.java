package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSDATAFORMAT;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;

/** The property set that every pin answers: Connection. */
final class PinProperties {
    private static final KSSTATE[] STATES = KSSTATE.values();

    private PinProperties() {}

    static List<PropertySet> of(EmulatedPin pin) {
        int format = KSDATAFORMAT.LAYOUT.size();
        PropertyItem.Builder items = PropertySet.of(KSPROPERTY_CONNECTION.SET)
                .item(KSPROPERTY_CONNECTION.STATE.id())
                .get(PinProperties::getState)
                .set(PinProperties::setState)
                .minData(4)
                .item(KSPROPERTY_CONNECTION.DATAFORMAT.id())
                .get(PinProperties::getFormat)
                .set((irp, request, data) -> withFormat(irp, data, PinInstance::setFormat));
        if (pin.framing != null) {
            items = items.item(KSPROPERTY_CONNECTION.ALLOCATORFRAMING.id())
                    .get((irp, request, data) -> Answers.struct(irp, data, pin.framing))
                    .minData(KSALLOCATOR_FRAMING.LAYOUT.size());
        }
        items = items.item(KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT.id())
                .set((irp, request, data) -> withFormat(irp, data, PinInstance::proposed))
                .minData(format);
        if (pin.framingEx != null) {
            items = items.item(KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX.id())
                    .get((irp, request, data) -> Answers.bytes(irp, data, ByteBuffer.wrap(pin.framingEx)));
        }
        return List.of(items.build());
    }

    private static NtStatus getState(Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        KSSTATE state = pin.filter().factory().completions.locked(pin::state);
        return Answers.ulong(irp, data, state.value());
    }

    private static NtStatus setState(Irp irp, ByteBuffer request, ByteBuffer data) {
        int value = data.getInt(0);
        if (value < 0 || value >= STATES.length) {
            return NtStatus.INVALID_PARAMETER;
        }
        PinInstance pin = PinInstance.of(irp);
        return pin.filter().factory().completions.locked(() -> pin.setState(STATES[value]));
    }

    private static NtStatus getFormat(Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        DataFormat format = pin.filter().factory().completions.locked(pin::format);
        return Answers.bytes(irp, data, format.bytes());
    }

    private static NtStatus withFormat(Irp irp, ByteBuffer data, BiFunction<PinInstance, DataFormat, NtStatus> action) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        PinInstance pin = PinInstance.of(irp);
        try {
            DataFormat format = DataFormats.read(data, 0, data.limit());
            return pin.filter().factory().completions.locked(() -> action.apply(pin, format));
        } catch (StatusException e) {
            return e.status();
        }
    }
}
