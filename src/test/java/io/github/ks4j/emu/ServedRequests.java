package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSATTRIBUTEID;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_MEDIASEEKING;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the requests of properties have behind the head and the node, and the values of those that cannot be read. */
final class ServedRequests {
    /** Makes bytes for an instance: a pin, a node, or 0 if the item has but one. */
    interface Bytes {
        byte[] of(ServedObject.Opened opened, int instance);
    }

    /** Of which things an item of a filter has an instance each. */
    enum Instances {
        ONE,
        PINS,
        NODES
    }

    private static final Set<KsItem> WITH_CHANNELS = Set.of(
            KSPROPERTY_AUDIO.VOLUMELEVEL,
            KSPROPERTY_AUDIO.MUTE,
            KSPROPERTY_AUDIO.BASS,
            KSPROPERTY_AUDIO.MID,
            KSPROPERTY_AUDIO.TREBLE,
            KSPROPERTY_AUDIO.BASS_BOOST,
            KSPROPERTY_AUDIO.AGC,
            KSPROPERTY_AUDIO.DELAY,
            KSPROPERTY_AUDIO.PEAKMETER,
            KSPROPERTY_AUDIO.PEAKMETER2);

    private static final Map<KsItem, Bytes> TAILS = new HashMap<>();
    private static final Map<KsSet, Bytes> TAILS_OF_SETS = new HashMap<>();
    private static final Map<KsItem, Bytes> VALUES = new HashMap<>();

    static {
        Bytes id = (opened, instance) -> Client.ints(instance, 0);
        TAILS_OF_SETS.put(KSPROPERTY_PIN.SET, id);
        TAILS_OF_SETS.put(KSPROPERTY_JACK.SET, id);
        TAILS_OF_SETS.put(KSPROPERTY_AUDIOSIGNALPROCESSING.SET, id);
        TAILS.put(KSPROPERTY_PIN.CTYPES, words());
        TAILS.put(KSPROPERTY_PIN.DATAINTERSECTION, (opened, pin) -> firstRange(opened.filter(), pin));
        TAILS.put(KSPROPERTY_PIN.PROPOSEDATAFORMAT2, (opened, pin) -> mode(pin));
        TAILS.put(KSPROPERTY_TOPOLOGY.NAME, id);

        // Value, flags, capabilities and the second value, which a GET fills.
        TAILS_OF_SETS.put(KSPROPERTY_VIDCAP_VIDEOPROCAMP.SET, words(0, 0, 0, 0));
        TAILS_OF_SETS.put(KSPROPERTY_VIDCAP_CAMERACONTROL.SET, words(0, 0, 0, 0));
        TAILS_OF_SETS.put(KSPROPERTY_VIDCAP_DROPPEDFRAMES.SET, words(0, 0, 0, 0, 0, 0));
        TAILS_OF_SETS.put(KSPROPERTY_VIDCAP_VIDEOCONTROL.SET, id);
        TAILS.put(
                KSPROPERTY_VIDCAP_VIDEOCONTROL.ACTUAL_FRAME_RATE,
                (opened, pin) -> Client.ints(pin, 0, 640, 480, 0, 0, 0, 0));
        TAILS.put(KSPROPERTY_VIDCAP_VIDEOCONTROL.FRAME_RATES, (opened, pin) -> Client.ints(pin, 0, 640, 480));

        TAILS.put(KSPROPERTY_STREAM.RATECAPABILITY, (opened, instance) -> rate());
        TAILS.put(KSPROPERTY_MEDIASEEKING.CONVERTTIMEFORMAT, (opened, instance) -> aSecondInFrames());

        TAILS.put(KSPROPERTY_RTAUDIO.BUFFER, words(0, 0, 4096, 0));
        TAILS.put(KSPROPERTY_RTAUDIO.BUFFER_WITH_NOTIFICATION, words(0, 0, 4096, 2));
        TAILS.put(KSPROPERTY_RTAUDIO.POSITIONREGISTER, words(0, 0));
        TAILS.put(KSPROPERTY_RTAUDIO.CLOCKREGISTER, words(0, 0));
        TAILS.put(KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT, (opened, instance) -> event(opened.handle()));
        TAILS.put(KSPROPERTY_RTAUDIO.UNREGISTER_NOTIFICATION_EVENT, ServedRequests::registeredEvent);

        WITH_CHANNELS.forEach(item -> TAILS.put(item, words(0, 0)));

        VALUES.put(KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, (opened, instance) -> format(opened));
        VALUES.put(KSPROPERTY_PIN.PROPOSEDATAFORMAT, (opened, pin) -> formatOfPin(opened.handle(), pin));
        VALUES.put(KSPROPERTY_STREAM.MASTERCLOCK, words(0, 0));
        VALUES.put(KSPROPERTY_CONNECTION.STARTAT, ServedRequests::markOfTheClock);
        VALUES.put(KSPROPERTY_TOPOLOGYNODE.RESET, words(1));
        VALUES.put(KSPROPERTY_RTAUDIO.SETWRITEPACKET, words(3, 0, 0));
        VALUES.put(KSPROPERTY_MEDIASEEKING.POSITIONS, words(0, 0, 0, 0, 0, 0));
    }

    private ServedRequests() {}

    private static Bytes words(int... words) {
        return (opened, instance) -> Client.ints(words);
    }

    static Bytes tail(KsItem item) {
        if (item == null) {
            return words();
        }
        return TAILS.getOrDefault(item, TAILS_OF_SETS.getOrDefault(item.set(), words()));
    }

    /** A value for a SET, if one is made for the item. */
    static Optional<byte[]> value(KsItem item, ServedObject.Opened opened, int instance) {
        return hasValue(item) ? Optional.of(VALUES.get(item).of(opened, instance)) : Optional.empty();
    }

    static boolean hasValue(KsItem item) {
        return item != null && VALUES.containsKey(item);
    }

    /** Whether the first word behind the node is a channel. */
    static boolean hasChannels(KsItem item) {
        return item != null && WITH_CHANNELS.contains(item);
    }

    static Instances instances(KsItem item) {
        if (item == KSPROPERTY_TOPOLOGY.NAME) {
            return Instances.NODES;
        }
        return item != null
                        && item != KSPROPERTY_PIN.CTYPES
                        && (item.set().equals(KSPROPERTY_PIN.SET)
                                || item.set().equals(KSPROPERTY_JACK.SET)
                                || item.set().equals(KSPROPERTY_AUDIOSIGNALPROCESSING.SET)
                                || item.set().equals(KSPROPERTY_VIDCAP_VIDEOCONTROL.SET))
                ? Instances.PINS
                : Instances.ONE;
    }

    /** Asks for a value, and for its size first. */
    static byte[] value(Handle handle, byte[] head, byte[] tail) {
        byte[] request = concat(head, tail);
        int size =
                Client.property(handle, request, 0).is(NtStatus.BUFFER_OVERFLOW).information();
        return Client.property(handle, request, size)
                .is(NtStatus.SUCCESS, size)
                .data()
                .array();
    }

    static byte[] concat(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What asks for an intersection with the first range of a pin itself. */
    static byte[] firstRange(Handle filter, int pin) {
        byte[] list =
                value(filter, Client.request(KSPROPERTY_PIN.DATARANGES, KSPROPERTY_TYPE.GET), Client.ints(pin, 0));
        int size = bytes(list.length).put(0, list).getInt(8);
        return bytes(16 + size)
                .putInt(0, pin)
                .putInt(8, 8 + size)
                .putInt(12, 1)
                .put(16, list, 8, size)
                .array();
    }

    /** The format that the first range of a pin has with itself. */
    static byte[] formatOfPin(Handle filter, int pin) {
        return value(
                filter, Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET), firstRange(filter, pin));
    }

    private static byte[] mode(int pin) {
        ByteBuffer tail = bytes(56).putInt(0, pin).putInt(8, 48).putInt(12, 1).putInt(16, 40);
        KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE.write(tail, 24);
        AUDIO_SIGNALPROCESSINGMODE.DEFAULT.write(tail, 40);
        return tail.array();
    }

    private static byte[] rate() {
        return bytes(48).putInt(40, 1000).array();
    }

    private static byte[] aSecondInFrames() {
        ByteBuffer tail = bytes(40).putLong(32, 10_000_000);
        KSTIME_FORMAT.MEDIA_TIME.write(tail, 0);
        KSTIME_FORMAT.FRAME.write(tail, Guid.SIZE);
        return tail.array();
    }

    private static byte[] event(Handle pin) {
        return bytes(8).putLong(pin.driver().createEvent(false).value()).array();
    }

    private static byte[] registeredEvent(ServedObject.Opened opened, int instance) {
        byte[] event = event(opened.handle());
        Client.control(
                opened.handle(),
                IOCTL_KS.PROPERTY,
                concat(Client.request(KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT, KSPROPERTY_TYPE.GET), event),
                new byte[0]);
        return event;
    }

    private static byte[] format(ServedObject.Opened opened) {
        return value(
                opened.handle(), Client.request(KSPROPERTY_CONNECTION.DATAFORMAT, KSPROPERTY_TYPE.GET), new byte[0]);
    }

    /** A {@code KSRELATIVEEVENT} with the time of a mark behind it. */
    private static byte[] markOfTheClock(ServedObject.Opened opened, int instance) {
        Handle clock = opened.handle().create(KsObjectType.CLOCK, bytes(4), 0);
        ByteBuffer start = bytes(88).putInt(0, 80).putInt(4, 1).putLong(8, clock.value());
        KSEVENT_CLOCK_POSITION.SET.guid().write(start, 24);
        start.putInt(40, KSEVENT_CLOCK_POSITION.MARK.id()).putInt(44, 1);
        return start.putLong(80, Long.MAX_VALUE).array();
    }
}
