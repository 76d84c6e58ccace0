package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSMETHOD_STREAMIO;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSEVENT;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSRELATIVEEVENT;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The sets that every pin answers. */
final class PinProperties {
    private static final Abi ABI = Abi.X64;
    private static final KSSTATE[] STATES = KSSTATE.values();
    private static final int KSRELATIVEEVENT_FLAG_HANDLE = 1;
    /** No event of a clock has as much data. */
    private static final int LARGEST_START = 256;

    private static final EventSet EVENTS = EventSet.of(KSEVENT_CONNECTION.SET)
            .item(KSEVENT_CONNECTION.POSITIONUPDATE.id())
            .item(KSEVENT_CONNECTION.DATADISCONTINUITY.id())
            .item(KSEVENT_CONNECTION.TIMEDISCONTINUITY.id())
            .item(KSEVENT_CONNECTION.PRIORITY.id())
            .item(KSEVENT_CONNECTION.ENDOFSTREAM.id())
            .build();

    private static final EventSet LOOP_EVENTS = LoopPositions.events((irp, data, entry) -> {
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> pin.loopPositions().add(data, entry, pin.queue().loopLength()));
    });

    private PinProperties() {}

    static Sets of(EmulatedPin pin, boolean looped) {
        List<PropertySet> properties = new ArrayList<>();
        properties.add(connection(pin));
        properties.addAll(StreamProperties.of(pin));
        properties.add(streamInterface(pin));
        return new Sets(
                properties,
                pin.streamIo ? List.of(streamIo(pin)) : List.of(),
                looped && !movesLoop(pin) ? List.of(EVENTS, LOOP_EVENTS) : List.of(EVENTS));
    }

    /** Whether the device has the events of the loop itself. */
    static boolean movesLoop(EmulatedPin pin) {
        return pin.sets.events().stream().anyMatch(set -> set.guid().equals(LOOP_EVENTS.guid()));
    }

    private static PropertySet connection(EmulatedPin pin) {
        int format = KSDATAFORMAT.LAYOUT.size();
        PropertyItem.Builder items = PropertySet.of(KSPROPERTY_CONNECTION.SET)
                .item(KSPROPERTY_CONNECTION.STATE.id())
                .get(PinProperties::getState)
                .set(PinProperties::setState)
                .minData(4)
                .item(KSPROPERTY_CONNECTION.DATAFORMAT.id())
                .get(PinProperties::getFormat)
                .set((irp, request, data) -> withFormat(irp, data, PinInstance::setFormat));
        if (pin.priority) {
            items = items.item(KSPROPERTY_CONNECTION.PRIORITY.id())
                    .get(StreamProperties.getting(settings -> settings.priority))
                    .set(PinProperties::setPriority)
                    .minData(KSPRIORITY.LAYOUT.size());
        }
        if (pin.framing != null) {
            items = items.item(KSPROPERTY_CONNECTION.ALLOCATORFRAMING.id())
                    .get((irp, request, data) -> Answers.struct(irp, data, pin.framing))
                    .minData(KSALLOCATOR_FRAMING.LAYOUT.size());
        }
        items = items.item(KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT.id())
                .set((irp, request, data) -> withFormat(irp, data, PinInstance::proposed))
                .minData(format);
        if (pin.acquireOrdering != null) {
            items = items.item(KSPROPERTY_CONNECTION.ACQUIREORDERING.id())
                    .get((irp, request, data) -> Answers.ulong(irp, data, pin.acquireOrdering ? 1 : 0))
                    .minData(4);
        }
        if (pin.framingEx != null) {
            items = items.item(KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX.id())
                    .get((irp, request, data) -> Answers.bytes(irp, data, ByteBuffer.wrap(pin.framingEx)));
        }
        if (pin.startAt) {
            items = items.item(KSPROPERTY_CONNECTION.STARTAT.id())
                    .set(PinProperties::startAt)
                    .minData(KSRELATIVEEVENT.LAYOUT.size(ABI));
        }
        return items.build();
    }

    private static NtStatus getState(Irp irp, ByteBuffer request, ByteBuffer data) {
        return Answers.ulong(irp, data, PinInstance.of(irp).state().value());
    }

    private static NtStatus setState(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int value = data.getInt(0);
        if (value < 0 || value >= STATES.length) {
            return NtStatus.INVALID_PARAMETER;
        }
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> pin.setState(STATES[value]));
    }

    private static NtStatus setPriority(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        KSPRIORITY priority = KSPRIORITY.LAYOUT.at(ABI, data, 0).copy();
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> pin.setPriority(priority));
    }

    /** The event's data may be longer than {@code KSEVENTDATA}: that of a mark has the time behind it. */
    private static NtStatus startAt(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        KSRELATIVEEVENT start = KSRELATIVEEVENT.LAYOUT.at(ABI, data, 0);
        int size = start.get(KSRELATIVEEVENT.Size);
        if (size < start.size() || size > data.limit()) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        if (start.get(KSRELATIVEEVENT.Flags) != KSRELATIVEEVENT_FLAG_HANDLE) {
            return NtStatus.INVALID_PARAMETER;
        }
        byte[] event = new byte[KSEVENT.LAYOUT.size()];
        data.get(start.get(KSRELATIVEEVENT.Event).offset(), event);
        int tail = start.get(KSRELATIVEEVENT.EventData).offset();
        byte[] eventData = new byte[Math.min(data.limit(), LARGEST_START) - tail];
        data.get(tail, eventData);
        try {
            KsDefaultClock clock = ClockObject.clock(irp, start.get(KSRELATIVEEVENT.ObjectHandle));
            PinInstance pin = PinInstance.of(irp);
            return pin.locked(() -> pin.startAt(clock, event, eventData));
        } catch (StatusException e) {
            return e.status();
        }
    }

    private static NtStatus getFormat(Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> {
            NtStatus status = Answers.bytes(irp, data, pin.format().bytes());
            if (status.isSuccess()) {
                pin.formatRead();
            }
            return status;
        });
    }

    private static NtStatus withFormat(Irp irp, ByteBuffer data, BiFunction<PinInstance, DataFormat, NtStatus> action) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        PinInstance pin = PinInstance.of(irp);
        try {
            DataFormat format = DataFormats.read(data, 0, data.limit());
            return pin.locked(() -> action.apply(pin, format));
        } catch (StatusException e) {
            return e.status();
        }
    }

    private static PropertySet streamInterface(EmulatedPin pin) {
        return PropertySet.of(KSPROPERTY_STREAMINTERFACE.SET)
                .item(KSPROPERTY_STREAMINTERFACE.HEADERSIZE.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, pin.streamHeaderSize))
                .minData(4)
                .build();
    }

    private static MethodSet streamIo(EmulatedPin pin) {
        boolean read = pin.dataFlow == KSPIN_DATAFLOW.OUT;
        return MethodSet.of(
                KSMETHOD_STREAMIO.SET,
                MethodItem.of(
                        (read ? KSMETHOD_STREAMIO.READ : KSMETHOD_STREAMIO.WRITE).id(),
                        read ? KSMETHOD_TYPE.WRITE : KSMETHOD_TYPE.READ,
                        1,
                        (irp, request, data) -> data == null
                                ? NtStatus.INVALID_BUFFER_SIZE
                                : ((PinObject) irp.fileObject().fsContext()).queue(irp, data)));
    }
}
