package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSE_PIN;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSJACK_DESCRIPTION2;
import io.github.ks4j.struct.KSJACK_DESCRIPTION3;
import io.github.ks4j.struct.KSJACK_SINK_INFORMATION;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSP_PIN;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

/** The property set and the event set of filters that have pins with jacks. */
final class JackProperties {
    private static final Abi ABI = Abi.X64;
    private static final int KSP_PIN_SIZE = KSP_PIN.LAYOUT.size();
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();
    private static final int PIN_ID_SIZE = 4;

    private JackProperties() {}

    static List<PropertySet> of(EmulatedFilter filter) {
        if (!hasJacks(filter)) {
            return List.of();
        }
        return List.of(PropertySet.of(KSPROPERTY_JACK.SET)
                .item(KSPROPERTY_JACK.DESCRIPTION.id())
                .get(forJacks(
                        filter,
                        (irp, jacks, data) -> list(irp, data, jacks, KSJACK_DESCRIPTION.LAYOUT.size(), Jack::describe)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_JACK.DESCRIPTION2.id())
                .get(forJacks(
                        filter,
                        (irp, jacks, data) ->
                                list(irp, data, jacks, KSJACK_DESCRIPTION2.LAYOUT.size(), Jack::describe2)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_JACK.SINK_INFO.id())
                .get(forJacks(filter, (irp, jacks, data) -> sink(irp, data, jacks)))
                .minProperty(KSP_PIN_SIZE)
                .minData(KSJACK_SINK_INFORMATION.LAYOUT.size())
                .item(KSPROPERTY_JACK.CONTAINERID.id())
                .get(forJacks(filter, (irp, jacks, data) -> containerId(irp, data, jacks)))
                .minProperty(KSP_PIN_SIZE)
                .minData(Guid.SIZE)
                .item(KSPROPERTY_JACK.DESCRIPTION3.id())
                .get(forJacks(
                        filter,
                        (irp, jacks, data) ->
                                list(irp, data, jacks, KSJACK_DESCRIPTION3.LAYOUT.size(), Jack::describe3)))
                .minProperty(KSP_PIN_SIZE)
                .build());
    }

    static List<EventSet> events(EmulatedFilter filter) {
        if (!hasJacks(filter)) {
            return List.of();
        }
        return List.of(EventSet.of(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.SET)
                .item(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE.id())
                .extraEntryData(PIN_ID_SIZE)
                .add((irp, data, entry) -> enable(filter, irp, entry))
                .build());
    }

    /** Lets the jacks of a filter generate its events. */
    static void connect(EmulatedFilter filter) {
        for (int id = 0; id < filter.pins.size(); id++) {
            for (Jack jack : filter.pins.get(id).jacks) {
                int pin = id;
                jack.onChange(() -> generate(filter.events(), pin));
            }
        }
    }

    private static boolean hasJacks(EmulatedFilter filter) {
        return filter.pins.stream().anyMatch(pin -> !pin.jacks.isEmpty());
    }

    private static NtStatus enable(EmulatedFilter filter, Irp irp, EventEntry entry) {
        if (irp.inputLength() < KSE_PIN.LAYOUT.size()) {
            return NtStatus.INVALID_PARAMETER;
        }
        int request = DataFormats.roundUp(irp.outputLength());
        int id = KSE_PIN.PinId.read(ABI, irp.systemBuffer().bytes(), request);
        if (id < 0 || id >= filter.pins.size()) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (filter.pins.get(id).jacks.isEmpty()) {
            return NtStatus.INVALID_DEVICE_REQUEST;
        }
        entry.extra().putInt(0, id);
        filter.events().add(entry);
        return NtStatus.SUCCESS;
    }

    private static void generate(EventList events, int pin) {
        byte[] data = ByteBuffer.allocate(PIN_ID_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(pin)
                .array();
        events.generate(
                KSEVENT_PINCAPS_CHANGENOTIFICATIONS.SET.guid(),
                KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE.id(),
                data,
                entry -> entry.extra().getInt(0) == pin);
    }

    /** Answers for the jacks of one pin, of which there is at least one. */
    private interface JackHandler {
        NtStatus handle(Irp irp, List<Jack> jacks, ByteBuffer data);
    }

    private static KsHandler forJacks(EmulatedFilter filter, JackHandler handler) {
        return FilterProperties.forPin(
                filter,
                (irp, id, pin, data) ->
                        pin.jacks.isEmpty() ? NtStatus.INVALID_DEVICE_REQUEST : handler.handle(irp, pin.jacks, data));
    }

    /** Writes one element of a list. */
    private interface Element {
        void write(Jack jack, ByteBuffer target, int offset);
    }

    private static NtStatus list(Irp irp, ByteBuffer data, List<Jack> jacks, int size, Element element) {
        ByteBuffer list = ByteBuffer.allocate(LIST + jacks.size() * size).order(ByteOrder.LITTLE_ENDIAN);
        list.putInt(list.capacity()).putInt(jacks.size());
        for (int i = 0; i < jacks.size(); i++) {
            element.write(jacks.get(i), list, LIST + i * size);
        }
        return Answers.bytes(irp, data, list);
    }

    private static NtStatus sink(Irp irp, ByteBuffer data, List<Jack> jacks) {
        return jacks.stream()
                .map(Jack::sink)
                .filter(Objects::nonNull)
                .findFirst()
                .map(sink -> Answers.struct(irp, data, sink))
                .orElse(NtStatus.INVALID_DEVICE_REQUEST);
    }

    private static NtStatus containerId(Irp irp, ByteBuffer data, List<Jack> jacks) {
        return jacks.stream()
                .map(Jack::containerId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(id -> Answers.guid(irp, data, id))
                .orElse(NtStatus.INVALID_DEVICE_REQUEST);
    }
}
