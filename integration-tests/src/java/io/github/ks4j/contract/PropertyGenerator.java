package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Random requests for properties. */
final class PropertyGenerator {
    private static final int TOPOLOGY = KSPROPERTY_TYPE.TOPOLOGY;
    private static final Guid UNKNOWN = new Guid(1, 2);
    private static final Item LEVEL = stub(StubFilter.LEVEL, 4);
    private static final List<Item> STUB = List.of(
            LEVEL,
            LEVEL,
            stub(StubFilter.ANSWER, 4),
            stub(StubFilter.BLOBSIZE, 4),
            stub(StubFilter.BLOBSUM, 4),
            stub(StubFilter.NEVER, 4));
    private static final Item SUCCESSSIZED = stub(StubFilter.SUCCESSSIZED, 24);
    private static final List<Item> SIZED = List.of(
            stub(StubFilter.SIZED, 24),
            stub(StubFilter.TOOSMALL, 24),
            stub(StubFilter.TOOSMALLSIZED, 24),
            SUCCESSSIZED,
            stub(StubFilter.SUCCESSZERO, 24));
    private static final Item BLOB = stub(StubFilter.BLOB, 16);
    private static final Item GROWING = stub(StubFilter.GROWING, 72);
    private static final Item REMOVE = stub(StubFilter.REMOVE, 4);
    private static final Item ZOOM = item(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM, 24, 40);
    private static final Item STATE = item(KSPROPERTY_CONNECTION.STATE, 24, 4);
    private static final Item INTERSECTION = item(KSPROPERTY_PIN.DATAINTERSECTION, 40, 82);
    private static final List<Item> OTHERS = List.of(
            stub(StubFilter.NAME, 20),
            new Item(StubFilter.PROPERTIES, StubFilter.ECHO, 32, 8),
            stub(StubFilter.BARELIST, 12),
            GROWING,
            BLOB,
            ZOOM);
    private static final List<Item> FILTER = List.of(
            item(KSPROPERTY_TOPOLOGY.CATEGORIES, 24, 56),
            item(KSPROPERTY_TOPOLOGY.NODES, 24, 40),
            item(KSPROPERTY_TOPOLOGY.CONNECTIONS, 24, 72),
            item(KSPROPERTY_TOPOLOGY.NAME, 32, 16),
            item(KSPROPERTY_PIN.CTYPES, 24, 4),
            item(KSPROPERTY_PIN.CINSTANCES, 32, 8),
            item(KSPROPERTY_PIN.DATAFLOW, 32, 4),
            item(KSPROPERTY_PIN.DATARANGES, 32, 96),
            INTERSECTION,
            INTERSECTION,
            item(KSPROPERTY_PIN.INTERFACES, 32, 32),
            item(KSPROPERTY_PIN.MEDIUMS, 32, 32),
            item(KSPROPERTY_PIN.COMMUNICATION, 32, 4),
            item(KSPROPERTY_PIN.GLOBALCINSTANCES, 32, 8),
            item(KSPROPERTY_PIN.CATEGORY, 32, 16));
    private static final List<Item> PIN = List.of(
            STATE,
            STATE,
            item(KSPROPERTY_CONNECTION.DATAFORMAT, 24, 104),
            item(KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24, 24),
            item(KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, 24, 82));
    /** What is the same wherever time is. */
    private static final List<Item> CLOCK = List.of(
            item(KSPROPERTY_CLOCK.STATE, 24, 4),
            item(KSPROPERTY_CLOCK.RESOLUTION, 24, 16),
            new Item(KSPROPERTY_CLOCK.SET.guid(), 6, 24, 32));

    private static final List<Item> ALLOCATOR = List.of(
            item(KSPROPERTY_STREAMALLOCATOR.STATUS, 24, 32),
            new Item(KSPROPERTY_STREAMALLOCATOR.SET.guid(), 0, 24, 16));
    private static final List<Item> NODE =
            List.of(item(KSPROPERTY_AUDIO.VOLUMELEVEL, 40, 4), item(KSPROPERTY_AUDIO.MUTE, 40, 4));

    private final Dice dice;
    /** The property of the filter that a client is interested in most. */
    private final Item focus;

    /** A property, and how long requests for it and its values usually are. */
    private record Item(Guid set, int id, int request, int value) {}

    PropertyGenerator(Dice dice) {
        this.dice = dice;
        List<Item> all = Stream.of(STUB, OTHERS, NODE).flatMap(List::stream).toList();
        focus = dice.oneOf(all);
    }

    private static Item item(KsProperty<?> property, int request, int value) {
        return new Item(property.set().guid(), property.id(), request, value);
    }

    private static Item stub(int id, int value) {
        return new Item(StubFilter.PROPERTIES, id, 24, value);
    }

    Step property(Step.Target target) {
        Item item = item(target);
        boolean node = item.set.equals(KSPROPERTY_AUDIO.SET.guid())
                ? target == Step.Target.FILTER || target.isPin() || dice.chance(10)
                : dice.chance(1);
        int flags = operation(item) | (node ? TOPOLOGY : 0);
        Payload request = Payload.of(request(item, flags, node));
        boolean set = (flags & ~TOPOLOGY) == KSPROPERTY_TYPE.SET;
        Payload data = Payload.of(set ? value(item) : dice.bytes(item.value)).truncated(length(item));
        boolean held = item.set.equals(StubFilter.PROPERTIES) && item.id == StubFilter.NEVER;
        return new Step.Call(target, IOCTL_KS.PROPERTY, request, data, -1, held);
    }

    private Item item(Step.Target target) {
        int number = dice.below(1000);
        if (number < 25) {
            return new Item(Guid.NULL, dice.below(3), 24, 64);
        } else if (number < 50) {
            return new Item(UNKNOWN, dice.below(3), 24, 4);
        } else if (number < 80) {
            Item known = known(target);
            // The first of a clock is its time.
            int id = dice.oneOf(0, 40, 77, -1);
            return new Item(known.set, target == Step.Target.CLOCK && id == 0 ? 7 : id, known.request, known.value);
        } else if (number < 82) {
            return dice.chance(30) ? stub(StubFilter.SLOW, 4) : REMOVE;
        }
        return known(target);
    }

    private Item known(Step.Target target) {
        if (target.isPin()) {
            return dice.chance(90) ? dice.oneOf(PIN) : dice.oneOf(NODE);
        } else if (target == Step.Target.CLOCK) {
            return dice.oneOf(CLOCK);
        } else if (target == Step.Target.ALLOCATOR) {
            return dice.oneOf(ALLOCATOR);
        } else if (target != Step.Target.FILTER) {
            return dice.oneOf(NODE);
        }
        int number = dice.below(130);
        return number >= 100
                ? focus
                : number < 25
                        ? dice.oneOf(STUB)
                        : number < 40
                                ? dice.oneOf(SIZED)
                                : number < 62
                                        ? dice.oneOf(OTHERS)
                                        : number < 88 ? dice.oneOf(FILTER) : dice.oneOf(NODE);
    }

    private int operation(Item item) {
        if (item.set.equals(Guid.NULL)) {
            return dice.chance(80) ? KSPROPERTY_TYPE.SETSUPPORT : KSPROPERTY_TYPE.GET;
        }
        int number = dice.below(100);
        boolean changes = item.equals(STATE)
                || item.equals(BLOB)
                || item.equals(ZOOM)
                || item.equals(LEVEL)
                || item.equals(REMOVE);
        if (number < 82) {
            return number < (changes ? 60 : 25) ? KSPROPERTY_TYPE.SET : KSPROPERTY_TYPE.GET;
        }
        return number < 89
                ? dice.oneOf(KSPROPERTY_TYPE.BASICSUPPORT, KSPROPERTY_TYPE.DEFAULTVALUES)
                : number < 98
                        ? 1 << dice.oneOf(8, 10, 11, 12, 13, 14, 15)
                        : dice.oneOf(0, 3, 0x201, 0x10001, 4, 0x20000, -1, dice.anyInt());
    }

    private byte[] request(Item item, int flags, boolean node) {
        byte[] request;
        if (item.equals(INTERSECTION)) {
            request = intersection(item, flags);
        } else {
            int first = node ? dice.chance(95) ? dice.below(2) : dice.oneOf(2, -1) : pin();
            int channel = dice.chance(95) ? dice.between(-1, 1) : dice.oneOf(2, -2, dice.anyInt());
            request = head(item.set, item.id, flags, first, 0, channel, 0);
            request = Arrays.copyOf(request, Math.max(item.request, node ? 32 : 24));
        }
        return dice.chance(95)
                ? request
                : Arrays.copyOf(request, dice.oneOf(0, 4, 23, 24, 28, 31, 32, 33, 40, 47, request.length + 8));
    }

    private int pin() {
        return dice.chance(92) ? dice.below(4) : dice.oneOf(4, -1, 0x7FFFFFFF);
    }

    private byte[] intersection(Item item, int flags) {
        List<DataRange> ranges = new ArrayList<>();
        int bytes = 8;
        for (int count = dice.chance(60) ? 1 : dice.below(4); count > 0; count--) {
            DataRange range = range();
            ranges.add(range);
            bytes += range.size() + 7 & ~7;
        }
        byte[] head = head(
                item.set,
                item.id,
                flags,
                pin(),
                0,
                dice.chance(96) ? bytes : dice.oneOf(0, 7, 8, bytes - 1, bytes + 8, -1),
                dice.chance(96) ? ranges.size() : dice.oneOf(0, 1, 2, ranges.size() + 1, -1));
        ByteBuffer request = ByteBuffer.wrap(Arrays.copyOf(head, head.length + bytes - 8));
        int at = head.length;
        for (DataRange range : ranges) {
            range.write(request, at);
            if (dice.chance(4)) {
                request.put(at, (byte) dice.below(128));
            }
            at += range.size() + 7 & ~7;
        }
        return request.array();
    }

    private DataRange range() {
        int rate = dice.oneOf(4_000, 8_000, 44_100, 48_000, 96_000, -1);
        int bits = dice.oneOf(8, 16, 16, 24);
        Guid sub =
                dice.chance(70) ? KSDATAFORMAT_SUBTYPE.PCM : dice.chance(60) ? Guid.NULL : KSDATAFORMAT_SUBTYPE.ANALOG;
        return dice.chance(75)
                ? DataRange.audio(
                        sub,
                        new AudioRange(
                                dice.oneOf(0, 1, 2, 8, -1),
                                bits,
                                dice.oneOf(bits, 32),
                                dice.oneOf(0, 8_000, 50_000, rate),
                                rate))
                : DataRange.of(
                        dice.chance(70) ? KSDATAFORMAT_TYPE.AUDIO : Guid.NULL,
                        sub,
                        dice.chance(60)
                                ? KSDATAFORMAT_SPECIFIER.NONE
                                : dice.chance(50) ? Guid.NULL : KSDATAFORMAT_SPECIFIER.WAVEFORMATEX);
    }

    private int length(Item item) {
        if (item.equals(BLOB)) {
            return dice.chance(99) ? dice.below(300) : dice.oneOf(65_535, 65_536, 65_537, StubHost.LARGEST);
        }
        int number = dice.below(100);
        if (item.equals(SUCCESSSIZED)) {
            // What it claims beyond the buffer would be overrun: that is for nobody to agree on.
            return number < 50 ? 0 : item.value;
        }
        return number < (item.equals(GROWING) ? 40 : 70)
                ? item.value
                : number < 80 ? 0 : number < 90 ? dice.oneOf(4, 8, 40, 72, 92, 60) : dice.below(item.value + 40);
    }

    private byte[] value(Item item) {
        if (item.equals(STATE)) {
            return ints(dice.chance(92) ? dice.oneOf(0, 1, 2, 2, 3, 3, 3, 3) : dice.oneOf(4, -1));
        } else if (item.equals(ZOOM)) {
            byte[] value = head(
                    item.set,
                    item.id,
                    2,
                    dice.between(5, 105),
                    dice.chance(90) ? dice.between(1, 2) : dice.below(5),
                    0,
                    0);
            return value;
        } else if (item.equals(BLOB)) {
            return dice.bytes(300);
        } else if (item.set.equals(StubFilter.PROPERTIES)) {
            return ints(dice.chance(60) ? 20 * dice.between(-5, 5) : dice.between(-110, 110));
        } else if (item.set.equals(KSPROPERTY_AUDIO.SET.guid())) {
            return ints(dice.chance(50) ? dice.below(2) : dice.between(-100, 4) * 65536);
        }
        return dice.bytes(item.value);
    }
}
