package io.github.ks4j.emu;

import io.github.ks4j.emu.QuirkAction.OfProperty;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.JACKDESC2;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.MalformedValueException;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATARANGE;
import io.github.ks4j.struct.KSDATARANGE_AUDIO;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSJACK_DESCRIPTION2;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSP_NODE;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Quirks about what a filter tells of itself: ranges, names, jacks and topology. */
final class DescriptionQuirks {
    private static final Abi ABI = Abi.X64;
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();
    private static final int AUDIO = KSDATARANGE_AUDIO.LAYOUT.size();
    /** What a KSDATARANGE_AUDIO takes without the alignment of its head. */
    private static final int AUDIO_UNPADDED = 84;

    private static final int CONNECTION = KSTOPOLOGY_CONNECTION.LAYOUT.size();
    private static final int JACK = KSJACK_DESCRIPTION.LAYOUT.size();
    private static final int JACK2 = KSJACK_DESCRIPTION2.LAYOUT.size();
    private static final int NUL = Character.BYTES;

    private DescriptionQuirks() {}

    static Predicate<Attempt> get(KsItem... items) {
        List<KsItem> all = List.of(items);
        return attempt -> attempt.operation() == Operation.GET && all.stream().anyMatch(attempt::isFor);
    }

    /** Changes a value, whatever the room that a client has for it. */
    static OfProperty value(Predicate<Attempt> concerns, UnaryOperator<byte[]> change) {
        return new OfProperty(concerns, (call, below) -> {
            PropertyAnswer whole = call.whole(below);
            if (!whole.isSuccess()) {
                return below.ask(call);
            }
            byte[] value = Arrays.copyOf(whole.data(), whole.bytes().limit());
            return PropertyAnswer.tell(change.apply(value), call.room());
        });
    }

    /** Changes the bytes of a value that stays as long as it is. */
    static OfProperty bytes(Predicate<Attempt> concerns, Consumer<ByteBuffer> change) {
        return value(concerns, value -> {
            change.accept(PropertyAnswer.bytes(value));
            return value;
        });
    }

    // Ranges

    private static OfProperty ranges(boolean aligned, UnaryOperator<List<byte[]>> change) {
        return value(get(KSPROPERTY_PIN.DATARANGES, KSPROPERTY_PIN.CONSTRAINEDDATARANGES), value -> {
            List<DataRange> ranges;
            try {
                ranges = Codec.DATA_RANGES.decode(ABI, PropertyAnswer.bytes(value), value.length);
            } catch (MalformedValueException e) {
                // What a device's author answers in his own way is left alone.
                return value;
            }
            List<byte[]> copies = new ArrayList<>();
            for (DataRange range : ranges) {
                byte[] copy = new byte[range.size()];
                range.write(PropertyAnswer.bytes(copy), 0);
                copies.add(copy);
            }
            return list(change.apply(copies), aligned);
        });
    }

    private static byte[] list(List<byte[]> ranges, boolean aligned) {
        int size = LIST;
        for (byte[] range : ranges) {
            size += aligned ? DataFormats.roundUp(range.length) : range.length;
        }
        ByteBuffer list = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        list.putInt(size).putInt(ranges.size());
        for (byte[] range : ranges) {
            list.put(range);
            if (aligned) {
                list.position(LIST + DataFormats.roundUp(list.position() - LIST));
            }
        }
        return list.array();
    }

    static OfProperty unpaddedAudioRanges(boolean aligned) {
        return ranges(
                aligned,
                ranges -> ranges.stream()
                        .map(range -> isAudio(range) && range.length == AUDIO ? unpadded(range) : range)
                        .toList());
    }

    private static byte[] unpadded(byte[] range) {
        byte[] shorter = Arrays.copyOf(range, AUDIO_UNPADDED);
        KSDATARANGE.FormatSize.write(ABI, PropertyAnswer.bytes(shorter), 0, AUDIO_UNPADDED);
        return shorter;
    }

    static OfProperty bareRanges() {
        return ranges(true, ranges -> {
            List<byte[]> more = new ArrayList<>();
            DataRange bare = DataRange.of(KSDATAFORMAT_TYPE.AUDIO, Guid.NULL, Guid.NULL);
            byte[] bytes = new byte[bare.size()];
            bare.write(PropertyAnswer.bytes(bytes), 0);
            more.add(bytes);
            more.addAll(ranges);
            return more;
        });
    }

    static OfProperty unknownChannels() {
        return ranges(true, ranges -> {
            ranges.stream()
                    .filter(range -> isAudio(range) && range.length >= AUDIO_UNPADDED)
                    .forEach(range ->
                            KSDATARANGE_AUDIO.MaximumChannels.write(ABI, PropertyAnswer.bytes(range), 0, 0xFFFFFFFF));
            return ranges;
        });
    }

    private static boolean isAudio(byte[] range) {
        return DataRange.of(range).majorFormat().equals(KSDATAFORMAT_TYPE.AUDIO);
    }

    // Names and jacks

    static OfProperty namesWithoutNul() {
        return value(
                get(KSPROPERTY_PIN.NAME, KSPROPERTY_TOPOLOGY.NAME),
                name -> Arrays.copyOf(name, Math.max(0, name.length - NUL)));
    }

    static OfProperty jacksWithoutHead() {
        return value(
                get(KSPROPERTY_JACK.DESCRIPTION, KSPROPERTY_JACK.DESCRIPTION2, KSPROPERTY_JACK.DESCRIPTION3),
                list -> list.length < LIST ? list : Arrays.copyOfRange(list, LIST, list.length));
    }

    static OfProperty jacksThatCannotTell() {
        return new OfProperty(get(KSPROPERTY_JACK.DESCRIPTION, KSPROPERTY_JACK.DESCRIPTION2), (call, below) -> {
            boolean looks = call.attempt().isFor(KSPROPERTY_JACK.DESCRIPTION);
            return bytes(attempt -> true, list -> {
                        for (int jack = LIST;
                                jack + (looks ? JACK : JACK2) <= list.limit();
                                jack += looks ? JACK : JACK2) {
                            if (looks) {
                                KSJACK_DESCRIPTION.IsConnected.write(ABI, list, jack, 1);
                            } else {
                                int can = KSJACK_DESCRIPTION2.JackCapabilities.read(ABI, list, jack);
                                KSJACK_DESCRIPTION2.JackCapabilities.write(
                                        ABI, list, jack, can & ~JACKDESC2.PRESENCE_DETECT_CAPABILITY);
                            }
                        }
                    })
                    .change()
                    .ask(call, below);
        });
    }

    // Topology

    /** Each connection from node to node has one back. */
    static OfProperty cycles() {
        return value(get(KSPROPERTY_TOPOLOGY.CONNECTIONS), value -> {
            ByteBuffer list = PropertyAnswer.bytes(value);
            ByteBuffer more =
                    ByteBuffer.allocate(LIST + 2 * (value.length - LIST)).order(ByteOrder.LITTLE_ENDIAN);
            more.position(LIST).put(value, LIST, value.length - LIST);
            for (int at = LIST; at + CONNECTION <= value.length; at += CONNECTION) {
                int fromNode = KSTOPOLOGY_CONNECTION.FromNode.read(ABI, list, at);
                int toNode = KSTOPOLOGY_CONNECTION.ToNode.read(ABI, list, at);
                if (fromNode != EmulatedFilter.FILTER && toNode != EmulatedFilter.FILTER) {
                    more.putInt(toNode)
                            .putInt(KSTOPOLOGY_CONNECTION.ToNodePin.read(ABI, list, at))
                            .putInt(fromNode)
                            .putInt(KSTOPOLOGY_CONNECTION.FromNodePin.read(ABI, list, at));
                }
            }
            return connections(more);
        });
    }

    /** Nothing leads to the first node, nor from it. */
    static OfProperty looseNode() {
        return value(get(KSPROPERTY_TOPOLOGY.CONNECTIONS), value -> {
            ByteBuffer list = PropertyAnswer.bytes(value);
            ByteBuffer fewer = ByteBuffer.allocate(value.length).order(ByteOrder.LITTLE_ENDIAN);
            fewer.position(LIST);
            for (int at = LIST; at + CONNECTION <= value.length; at += CONNECTION) {
                if (KSTOPOLOGY_CONNECTION.FromNode.read(ABI, list, at) != 0
                        && KSTOPOLOGY_CONNECTION.ToNode.read(ABI, list, at) != 0) {
                    fewer.put(value, at, CONNECTION);
                }
            }
            return connections(fewer);
        });
    }

    /** The connections up to the position, behind the head of their list. */
    private static byte[] connections(ByteBuffer list) {
        list.putInt(0, list.position()).putInt(Integer.BYTES, (list.position() - LIST) / CONNECTION);
        return Arrays.copyOf(list.array(), list.position());
    }

    /** One more DEV_SPECIFIC node behind all others, which knows no property set. */
    static OfProperty deadNode() {
        OfProperty nodes = value(attempt -> true, value -> {
            byte[] more = Arrays.copyOf(value, value.length + Guid.SIZE);
            ByteBuffer list = PropertyAnswer.bytes(more);
            list.putInt(0, more.length).putInt(Integer.BYTES, list.getInt(Integer.BYTES) + 1);
            KSNODETYPE.DEV_SPECIFIC.write(list, value.length);
            return more;
        });
        Predicate<Attempt> list = get(KSPROPERTY_TOPOLOGY.NODES);
        Predicate<Attempt> name = get(KSPROPERTY_TOPOLOGY.NAME);
        Predicate<Attempt> request = attempt -> attempt.node() == deadNode(attempt);
        return new OfProperty(list.or(name).or(request), (call, below) -> {
            if (list.test(call.attempt())) {
                return nodes.change().ask(call, below);
            } else if (request.test(call.attempt())) {
                return PropertyAnswer.refused(NtStatus.PROPSET_NOT_FOUND);
            }
            boolean isDead = call.request().length >= KSP_NODE.LAYOUT.size()
                    && KSP_NODE.NodeId.read(ABI, call.requestBytes(), 0) == deadNode(call.attempt());
            return isDead ? PropertyAnswer.refused(NtStatus.NOT_FOUND) : below.ask(call);
        });
    }

    private static int deadNode(Attempt attempt) {
        return attempt.factory().filter.nodes.size();
    }
}
