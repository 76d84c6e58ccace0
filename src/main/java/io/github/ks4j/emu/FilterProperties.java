package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandleSizedListQuery;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.FormatAttribute;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_GENERAL;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_PIN_FLAGS;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.MalformedValueException;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSCOMPONENTID;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import io.github.ks4j.struct.KSP_NODE;
import io.github.ks4j.struct.KSP_PIN;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The property sets that every filter answers from its description: Pin, Topology, General and, where there is something
 * to answer, Jack and AudioSignalProcessing.
 *
 * <p>A name for which there is too little room is {@code STATUS_BUFFER_TOO_SMALL}, as any other value. The page of
 * {@code KSPROPERTY_PIN_NAME} can be read as if that, too, were {@code STATUS_BUFFER_OVERFLOW} with the size; but then as
 * many bytes would be copied back, beyond the end of the client's buffer.
 */
final class FilterProperties {
    private static final Abi ABI = Abi.X64;
    private static final int KSP_PIN_SIZE = KSP_PIN.LAYOUT.size();
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();

    private FilterProperties() {}

    static List<PropertySet> of(EmulatedFilter filter) {
        List<PropertySet> sets = new ArrayList<>(List.of(pins(filter), topology(filter), general(filter)));
        sets.addAll(JackProperties.of(filter));
        if (filter.pins.stream().anyMatch(pin -> !pin.modes.all().isEmpty())) {
            sets.add(PropertySet.of(KSPROPERTY_AUDIOSIGNALPROCESSING.SET)
                    .item(KSPROPERTY_AUDIOSIGNALPROCESSING.MODES.id())
                    .get(forPin(
                            filter,
                            (irp, id, pin, data) -> pin.modes.all().isEmpty()
                                    ? NtStatus.NOT_SUPPORTED
                                    : guids(irp, data, pin.modes.all())))
                    .minProperty(KSP_PIN_SIZE)
                    .build());
        }
        return sets;
    }

    private static PropertySet topology(EmulatedFilter filter) {
        List<Guid> types = filter.nodes.stream().map(EmulatedNode::type).toList();
        return PropertySet.of(KSPROPERTY_TOPOLOGY.SET)
                .item(KSPROPERTY_TOPOLOGY.CATEGORIES.id())
                .get((irp, request, data) -> guids(irp, data, filter.categories))
                .item(KSPROPERTY_TOPOLOGY.NODES.id())
                .get((irp, request, data) -> guids(irp, data, types))
                .item(KSPROPERTY_TOPOLOGY.CONNECTIONS.id())
                .get((irp, request, data) -> connections(irp, data, filter.connections))
                .item(KSPROPERTY_TOPOLOGY.NAME.id())
                .get((irp, request, data) -> {
                    int node = KSP_NODE.NodeId.read(ABI, request, 0);
                    return node < 0 || node >= filter.nodes.size()
                            ? NtStatus.INVALID_PARAMETER
                            : Answers.string(irp, data, filter.nodes.get(node).name());
                })
                .minProperty(KSP_NODE.LAYOUT.size())
                .build();
    }

    /** Without a component id the set is there all the same, as AVStream has it. */
    private static PropertySet general(EmulatedFilter filter) {
        PropertySet.Builder set = PropertySet.of(KSPROPERTY_GENERAL.SET);
        if (filter.componentId != null) {
            set.item(KSPROPERTY_GENERAL.COMPONENTID.id())
                    .get((irp, request, data) -> Answers.struct(irp, data, filter.componentId))
                    .minData(KSCOMPONENTID.LAYOUT.size());
        }
        return set.build();
    }

    private static NtStatus guids(Irp irp, ByteBuffer data, List<Guid> guids) {
        return KsHandleSizedListQuery.handle(
                irp,
                data,
                guids.size(),
                Guid.SIZE,
                (to, offset, i) -> guids.get(i).write(to, offset));
    }

    private static NtStatus connections(Irp irp, ByteBuffer data, List<KSTOPOLOGY_CONNECTION> connections) {
        int size = KSTOPOLOGY_CONNECTION.LAYOUT.size();
        return KsHandleSizedListQuery.handle(
                irp,
                data,
                connections.size(),
                size,
                (to, offset, i) -> to.put(offset, connections.get(i).buffer(), 0, size));
    }

    /** Answers for one pin factory. */
    interface PinHandler {
        NtStatus handle(Irp irp, int id, EmulatedPin pin, ByteBuffer data);
    }

    /** A handler that finds the pin factory first. */
    static KsHandler forPin(EmulatedFilter filter, PinHandler handler) {
        return withRequest(
                filter,
                (irp, pin, request, data) -> handler.handle(irp, KSP_PIN.PinId.read(ABI, request, 0), pin, data));
    }

    private static PropertySet pins(EmulatedFilter filter) {
        return PropertySet.of(KSPROPERTY_PIN.SET)
                .item(KSPROPERTY_PIN.CINSTANCES.id())
                .get(forPin(
                        filter,
                        (irp, id, pin, data) -> instances(
                                irp, data, pin.possible, FilterInstance.of(irp).openPins(id))))
                .minProperty(KSP_PIN_SIZE)
                .minData(KSPIN_CINSTANCES.LAYOUT.size())
                .item(KSPROPERTY_PIN.CTYPES.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, filter.pins.size()))
                .minData(4)
                .item(KSPROPERTY_PIN.DATAFLOW.id())
                .get(forPin(filter, (irp, id, pin, data) -> Answers.ulong(irp, data, pin.dataFlow.value())))
                .minProperty(KSP_PIN_SIZE)
                .minData(4)
                .item(KSPROPERTY_PIN.DATARANGES.id())
                .get(withRequest(filter, (irp, pin, request, data) -> ranges(irp, request, data, pin.ranges)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.DATAINTERSECTION.id())
                .get(withRequest(filter, FilterProperties::intersection))
                .minProperty(KSP_PIN_SIZE + LIST)
                .item(KSPROPERTY_PIN.INTERFACES.id())
                .get(forPin(filter, (irp, id, pin, data) -> identifiers(irp, data, pin.interfaces)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.MEDIUMS.id())
                .get(forPin(filter, (irp, id, pin, data) -> identifiers(irp, data, pin.mediums)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.COMMUNICATION.id())
                .get(forPin(filter, (irp, id, pin, data) -> Answers.ulong(irp, data, pin.communication.value())))
                .minProperty(KSP_PIN_SIZE)
                .minData(4)
                .item(KSPROPERTY_PIN.GLOBALCINSTANCES.id())
                .get(forPin(
                        filter,
                        (irp, id, pin, data) -> instances(
                                irp,
                                data,
                                pin.possibleGlobally,
                                FilterInstance.of(irp).openPinsGlobally(id))))
                .minProperty(KSP_PIN_SIZE)
                .minData(KSPIN_CINSTANCES.LAYOUT.size())
                .item(KSPROPERTY_PIN.NECESSARYINSTANCES.id())
                .get(forPin(filter, (irp, id, pin, data) -> Answers.ulong(irp, data, pin.necessary)))
                .minProperty(KSP_PIN_SIZE)
                .minData(4)
                .item(KSPROPERTY_PIN.PHYSICALCONNECTION.id())
                .get(forPin(filter, (irp, id, pin, data) -> physicalConnection(irp, data, pin)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.CATEGORY.id())
                .get(forPin(filter, (irp, id, pin, data) -> category(irp, data, pin)))
                .minProperty(KSP_PIN_SIZE)
                .minData(Guid.SIZE)
                .item(KSPROPERTY_PIN.NAME.id())
                .get(forPin(filter, (irp, id, pin, data) -> Answers.string(irp, data, pin.name)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.CONSTRAINEDDATARANGES.id())
                .get(withRequest(
                        filter, (irp, pin, request, data) -> ranges(irp, request, data, possibleNow(irp, pin))))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.PROPOSEDATAFORMAT.id())
                .get(forPin(filter, (irp, id, pin, data) -> format(irp, data, pin.preferred)))
                .set(forPin(filter, (irp, id, pin, data) -> propose(irp, pin, data)))
                .minProperty(KSP_PIN_SIZE)
                .item(KSPROPERTY_PIN.PROPOSEDATAFORMAT2.id())
                .get(withRequest(filter, FilterProperties::preferredInMode))
                .minProperty(KSP_PIN_SIZE + LIST)
                .build();
    }

    /** Answers for one pin factory by what follows its id. */
    private interface RequestHandler {
        NtStatus handle(Irp irp, EmulatedPin pin, ByteBuffer request, ByteBuffer data);
    }

    private static KsHandler withRequest(EmulatedFilter filter, RequestHandler handler) {
        return (irp, request, data) -> {
            int id = KSP_PIN.PinId.read(ABI, request, 0);
            return id < 0 || id >= filter.pins.size()
                    ? NtStatus.INVALID_PARAMETER
                    : handler.handle(irp, filter.pins.get(id), request, data);
        };
    }

    private static NtStatus instances(Irp irp, ByteBuffer data, int possible, int current) {
        return Answers.struct(
                irp,
                data,
                KSPIN_CINSTANCES
                        .LAYOUT
                        .allocate(ABI)
                        .set(KSPIN_CINSTANCES.PossibleCount, possible)
                        .set(KSPIN_CINSTANCES.CurrentCount, current));
    }

    private static NtStatus identifiers(Irp irp, ByteBuffer data, List<KSIDENTIFIER> list) {
        int size = KSIDENTIFIER.LAYOUT.size();
        return KsHandleSizedListQuery.handle(
                irp,
                data,
                list.size(),
                size,
                (to, offset, i) -> to.put(offset, list.get(i).buffer(), 0, size));
    }

    /** The ranges, each 8-aligned, with their attributes for those who are aware of them. */
    private static NtStatus ranges(Irp irp, ByteBuffer request, ByteBuffer data, List<DataRange> offered) {
        boolean aware = (KSP_PIN.Flags.read(ABI, request, 0) & KSPROPERTY_PIN_FLAGS.ATTRIBUTE_RANGE_AWARE) != 0;
        List<DataRange> told = aware
                ? offered
                : offered.stream().map(DataRange::withAttributes).toList();
        ByteBuffer list =
                ByteBuffer.allocate(Codec.DATA_RANGES.encodedSize(told, ABI)).order(ByteOrder.LITTLE_ENDIAN);
        Codec.DATA_RANGES.encode(told, ABI, list);
        return KsHandleSizedListQuery.handle(irp, data, list.array(), told.size());
    }

    private static List<DataRange> possibleNow(Irp irp, EmulatedPin pin) {
        FilterInstance instance = FilterInstance.of(irp);
        return instance.factory().completions.locked(() -> pin.constraint.apply(instance));
    }

    /** KsPinDataIntersection: the first pair of a wanted and an offered range that has a format. */
    private static NtStatus intersection(Irp irp, EmulatedPin pin, ByteBuffer request, ByteBuffer data) {
        List<DataRange> wantedRanges;
        try {
            wantedRanges = DataFormats.readRanges(request, KSP_PIN_SIZE, request.limit());
        } catch (StatusException e) {
            return e.status();
        }
        for (DataRange wanted : wantedRanges) {
            for (DataRange offered : pin.ranges) {
                Optional<DataFormat> format =
                        DataFormats.intersect(wanted, offered) && pin.modes.resolve(wanted, offered)
                                ? pin.intersection.intersect(FilterInstance.of(irp), wanted, offered)
                                : Optional.empty();
                if (format.isPresent()) {
                    return Answers.bytes(
                            irp,
                            data,
                            withRequired(format.get(), wanted, offered).bytes());
                }
            }
        }
        return NtStatus.NO_MATCH;
    }

    /** A format that was found by way of attributes has them, unless the device has said what it has. */
    private static DataFormat withRequired(DataFormat format, DataRange wanted, DataRange offered) {
        FormatAttribute[] needed = wanted.attributes().stream()
                .filter(one -> one.required()
                        || offered.attributes().stream()
                                .anyMatch(
                                        other -> other.required() && other.id().equals(one.id())))
                .toArray(FormatAttribute[]::new);
        return needed.length == 0 || !format.attributes().isEmpty() ? format : format.withAttributes(needed);
    }

    private static NtStatus format(Irp irp, ByteBuffer data, DataFormat format) {
        return format == null ? NtStatus.NOT_SUPPORTED : Answers.bytes(irp, data, format.bytes());
    }

    private static NtStatus preferredInMode(Irp irp, EmulatedPin pin, ByteBuffer request, ByteBuffer data) {
        int length = request.limit() - KSP_PIN_SIZE;
        List<FormatAttribute> attributes;
        try {
            attributes = Codec.ATTRIBUTES.decode(
                    ABI, request.slice(KSP_PIN_SIZE, length).order(ByteOrder.LITTLE_ENDIAN), length);
        } catch (MalformedValueException e) {
            return NtStatus.INVALID_PARAMETER;
        }
        return PinModes.of(attributes)
                .map(mode -> format(irp, data, pin.preferredInModes.get(mode)))
                .orElse(NtStatus.INVALID_PARAMETER);
    }

    private static NtStatus physicalConnection(Irp irp, ByteBuffer data, EmulatedPin pin) {
        if (pin.physicalConnection == null) {
            return NtStatus.NOT_FOUND;
        }
        Codec<PhysicalConnection> codec = KSPROPERTY_PIN.PHYSICALCONNECTION.codec();
        ByteBuffer bytes = ByteBuffer.allocate(codec.encodedSize(pin.physicalConnection, ABI))
                .order(ByteOrder.LITTLE_ENDIAN);
        codec.encode(pin.physicalConnection, ABI, bytes);
        return Answers.bytes(irp, data, bytes);
    }

    private static NtStatus category(Irp irp, ByteBuffer data, EmulatedPin pin) {
        return pin.category == null ? NtStatus.NOT_FOUND : Answers.guid(irp, data, pin.category);
    }

    private static NtStatus propose(Irp irp, EmulatedPin pin, ByteBuffer data) {
        int head = KSDATAFORMAT.LAYOUT.size();
        if (data == null) {
            irp.information(head);
            return NtStatus.BUFFER_OVERFLOW;
        }
        if (data.limit() < head) {
            return NtStatus.BUFFER_TOO_SMALL;
        }
        FilterInstance instance = FilterInstance.of(irp);
        try {
            DataFormat format = DataFormats.read(data, 0, data.limit());
            return DataFormats.accept(pin.ranges, format)
                    ? instance.factory().completions.locked(() -> pin.formatCheck.check(instance, format))
                    : NtStatus.NO_MATCH;
        } catch (StatusException e) {
            return e.status();
        }
    }
}
