package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSAUDIO_CPU_RESOURCES;
import io.github.ks4j.set.KSAUDIO_STEREO_SPEAKER_GEOMETRY;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The controls of audio nodes, from the client's side and from the device's. */
@Timeout(30)
class AudioControlTest {
    private static final int DECIBEL = AudioControl.DECIBEL;
    private static final int ALL = AudioControl.ALL_CHANNELS;
    private static final int GET = KSPROPERTY_TYPE.GET;
    private static final int SET = KSPROPERTY_TYPE.SET;
    private static final int CHANNELS = 3;

    private EmulatedDriver driver;
    private Handle filter;

    /** Opens a filter with one node for each control. */
    private void open(AudioControl... controls) {
        EmulatedFilter.Builder description = EmulatedFilter.named("f").categories(KSCATEGORY.TOPOLOGY);
        for (AudioControl control : controls) {
            description.node(AudioControl.node(KSNODETYPE.DEV_SPECIFIC, null, control));
        }
        open(description);
    }

    private void open(EmulatedFilter.Builder description) {
        driver = EmulatedDriver.of(EmulatedDevice.of(
                "dev",
                description.pin(EmulatedPin.bridge(KSPIN_DATAFLOW.IN).build()).build()));
        filter = driver.open(driver.enumerate(KSCATEGORY.TOPOLOGY).get(0).path(), 0);
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private Client.Reply send(KsItem item, int operation, byte[] data, int node, int... words) {
        int[] tail =
                IntStream.concat(IntStream.of(node, 0), IntStream.of(words)).toArray();
        return Client.control(
                filter, IOCTL_KS.PROPERTY, Client.request(item, operation | KSPROPERTY_TYPE.TOPOLOGY, tail), data);
    }

    private Client.Reply onChannel(KsItem item, int operation, int channel, byte[] data) {
        return send(item, operation, data, 0, channel, 0);
    }

    private int get(KsItem item, int channel) {
        return onChannel(item, GET, channel, new byte[4]).ulong();
    }

    private NtStatus set(KsItem item, int channel, int value) {
        return onChannel(item, SET, channel, Client.ints(value)).status();
    }

    private static AudioControl.Builder volume() {
        return AudioControl.of(KSPROPERTY_AUDIO.VOLUMELEVEL)
                .channels(CHANNELS)
                .range(-50 * DECIBEL, 10 * DECIBEL, DECIBEL);
    }

    static List<KsIntProperty> levels() {
        return List.of(
                KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_AUDIO.BASS, KSPROPERTY_AUDIO.MID, KSPROPERTY_AUDIO.TREBLE);
    }

    static List<KsIntProperty> switches() {
        return List.of(
                KSPROPERTY_AUDIO.MUTE, KSPROPERTY_AUDIO.BASS_BOOST, KSPROPERTY_AUDIO.AGC, KSPROPERTY_AUDIO.LOUDNESS);
    }

    static List<KsIntProperty> meters() {
        return List.of(KSPROPERTY_AUDIO.PEAKMETER, KSPROPERTY_AUDIO.PEAKMETER2);
    }

    static List<KsIntProperty> withoutChannels() {
        return List.of(
                KSPROPERTY_AUDIO.CHANNEL_CONFIG,
                KSPROPERTY_AUDIO.MUX_SOURCE,
                KSPROPERTY_AUDIO.DEMUX_DEST,
                KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY,
                KSPROPERTY_AUDIO.WIDENESS,
                KSPROPERTY_TOPOLOGYNODE.ENABLE);
    }

    static List<KsProperty<?>> all() {
        return List.of(
                KSPROPERTY_AUDIO.VOLUMELEVEL,
                KSPROPERTY_AUDIO.MUTE,
                KSPROPERTY_AUDIO.BASS,
                KSPROPERTY_AUDIO.MID,
                KSPROPERTY_AUDIO.TREBLE,
                KSPROPERTY_AUDIO.BASS_BOOST,
                KSPROPERTY_AUDIO.AGC,
                KSPROPERTY_AUDIO.LOUDNESS,
                KSPROPERTY_AUDIO.DELAY,
                KSPROPERTY_AUDIO.MUX_SOURCE,
                KSPROPERTY_AUDIO.DEMUX_DEST,
                KSPROPERTY_AUDIO.PEAKMETER,
                KSPROPERTY_AUDIO.PEAKMETER2,
                KSPROPERTY_AUDIO.CHANNEL_CONFIG,
                KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY,
                KSPROPERTY_AUDIO.CPU_RESOURCES);
    }

    private static int sizeOf(KsProperty<?> item) {
        return item.equals(KSPROPERTY_AUDIO.DELAY) ? 16 : 4;
    }

    // What holds for every control

    @ParameterizedTest
    @MethodSource("all")
    void aSizeQueryIsAnswered(KsProperty<?> item) {
        open(AudioControl.of(item).build());
        onChannel(item, GET, 0, new byte[0]).is(NtStatus.BUFFER_OVERFLOW, sizeOf(item));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBufferThatIsTooShortIsRefused(KsProperty<?> item) {
        open(AudioControl.of(item).build());
        onChannel(item, GET, 0, new byte[sizeOf(item) - 1]).is(NtStatus.BUFFER_TOO_SMALL, 0);
        onChannel(item, SET, 0, new byte[sizeOf(item) - 1]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFilterItselfDoesNotAnswerForItsNode(KsProperty<?> item) {
        open(AudioControl.of(item).build());
        byte[] request = Client.request(item, GET, 0, 0, 0, 0);
        Client.property(filter, request, 16).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNodeThatThereIsNotIsAnInvalidParameter(KsProperty<?> item) {
        open(AudioControl.of(item).build());
        send(item, GET, new byte[16], 1, 0, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void basicSupportTellsWhatCanBeDone(KsProperty<?> item) {
        open(AudioControl.of(item).build());
        boolean readOnly = item.equals(KSPROPERTY_AUDIO.CPU_RESOURCES) || meters().contains(item);
        assertEquals(
                readOnly ? GET : GET | SET,
                send(item, KSPROPERTY_TYPE.BASICSUPPORT, new byte[4], 0).ulong());
    }

    // Channels

    @ParameterizedTest
    @MethodSource({"levels", "switches", "meters"})
    void aRequestWithoutAChannelIsAnInvalidParameter(KsIntProperty item) {
        open(AudioControl.of(item).build());
        send(item, GET, new byte[4], 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource({"levels", "switches"})
    void channelsAreCountedByAskingForThem(KsIntProperty item) {
        open(AudioControl.of(item).channels(CHANNELS).build());
        onChannel(item, GET, CHANNELS - 1, new byte[4]).is(NtStatus.SUCCESS, 4);
        for (int channel : new int[] {CHANNELS, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            onChannel(item, GET, channel, new byte[4]).is(NtStatus.INVALID_PARAMETER, 0);
            onChannel(item, SET, channel, new byte[4]).is(NtStatus.INVALID_PARAMETER, 0);
        }
    }

    @ParameterizedTest
    @MethodSource({"levels", "switches"})
    void eachChannelHasItsValue(KsIntProperty item) {
        open(AudioControl.of(item).channels(CHANNELS).build());
        set(item, 1, 1);
        assertArrayEquals(
                new int[] {0, 1, 0},
                IntStream.range(0, CHANNELS).map(i -> get(item, i)).toArray());
    }

    @ParameterizedTest
    @MethodSource({"levels", "switches"})
    void channelMinusOneSetsAllAndReadsAsTheGreatest(KsIntProperty item) {
        open(AudioControl.of(item).channels(CHANNELS).build());
        set(item, ALL, 1);
        assertEquals(1, get(item, 2));
        set(item, 0, 0);
        assertEquals(1, get(item, ALL));
    }

    @ParameterizedTest
    @MethodSource("withoutChannels")
    void whatHasNoChannelsTakesANodeRequest(KsIntProperty item) {
        AudioControl control = AudioControl.of(item).build();
        open(control);
        send(item, SET, Client.ints(1), 0).is(NtStatus.SUCCESS, 0);
        assertEquals(1, send(item, GET, new byte[4], 0).ulong());
        assertEquals(1, control.get(0));
    }

    @Test
    void uniformChannelsMoveTogether() {
        open(volume().uniform().build());
        set(KSPROPERTY_AUDIO.VOLUMELEVEL, 1, -DECIBEL);
        assertEquals(-DECIBEL, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 0));
    }

    // Values

    @ParameterizedTest
    @CsvSource({"2147483647, 655360", "655361, 655360", "-2147483648, -3276800", "7, 7"})
    void aLevelOutsideItsRangeIsClamped(int level, int expected) {
        open(volume().build());
        assertEquals(NtStatus.SUCCESS, set(KSPROPERTY_AUDIO.VOLUMELEVEL, 0, level));
        assertEquals(expected, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 0));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void aSwitchIsOnOrOff(KsIntProperty item) {
        open(AudioControl.of(item).build());
        set(item, 0, -17);
        assertEquals(1, get(item, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void aSourceThatThereIsNotIsAnInvalidParameter(int source) {
        open(AudioControl.of(KSPROPERTY_AUDIO.MUX_SOURCE).values(1, 2).build());
        send(KSPROPERTY_AUDIO.MUX_SOURCE, SET, Client.ints(source), 0).is(NtStatus.INVALID_PARAMETER, 0);
        assertEquals(1, send(KSPROPERTY_AUDIO.MUX_SOURCE, GET, new byte[4], 0).ulong());
    }

    @Test
    void headphonesAreAGeometryOfTheirOwn() {
        open(AudioControl.of(KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY)
                .values(KSAUDIO_STEREO_SPEAKER_GEOMETRY.WIDE, KSAUDIO_STEREO_SPEAKER_GEOMETRY.HEADPHONE)
                .build());
        send(KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY, SET, Client.ints(-1), 0).is(NtStatus.SUCCESS);
        assertEquals(
                -1,
                send(KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY, GET, new byte[4], 0)
                        .ulong());
    }

    @Test
    void aMeterIsMeasured() {
        open(AudioControl.of(KSPROPERTY_AUDIO.PEAKMETER2)
                .channels(2)
                .measured(channel -> 100 + channel)
                .build());
        assertEquals(101, get(KSPROPERTY_AUDIO.PEAKMETER2, 1));
        assertEquals(101, get(KSPROPERTY_AUDIO.PEAKMETER2, ALL));
    }

    @Test
    void aMeterMayBeUnreadable() {
        open(AudioControl.of(KSPROPERTY_AUDIO.PEAKMETER)
                .measured(channel -> {
                    throw KsException.of("measure", NtStatus.NOT_IMPLEMENTED);
                })
                .build());
        onChannel(KSPROPERTY_AUDIO.PEAKMETER, GET, 0, new byte[4]).is(NtStatus.NOT_IMPLEMENTED, 0);
    }

    @ParameterizedTest
    @MethodSource("meters")
    void aMeterIsNotSet(KsIntProperty item) {
        open(AudioControl.of(item).build());
        assertEquals(NtStatus.NOT_FOUND, set(item, 0, 1));
    }

    @Test
    void whoDoesTheWorkIsToldAndNotSet() {
        open(AudioControl.of(KSPROPERTY_AUDIO.CPU_RESOURCES)
                .initial(KSAUDIO_CPU_RESOURCES.HOST_CPU)
                .build());
        assertEquals(
                0x7FFFFFFF,
                send(KSPROPERTY_AUDIO.CPU_RESOURCES, GET, new byte[4], 0).ulong());
        send(KSPROPERTY_AUDIO.CPU_RESOURCES, SET, new byte[4], 0).is(NtStatus.NOT_FOUND, 0);
    }

    private static byte[] time(long time, int numerator, int denominator) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(time)
                .putInt(numerator)
                .putInt(denominator)
                .array();
    }

    @Test
    void aDelayIsAFractionAndReadsInUnitsOf100Nanoseconds() {
        AudioControl delay = AudioControl.of(KSPROPERTY_AUDIO.DELAY)
                .channels(2)
                .range(0, 10_000_000, 1)
                .build();
        open(delay);
        onChannel(KSPROPERTY_AUDIO.DELAY, SET, 1, time(480, 10_000_000, 48_000)).is(NtStatus.SUCCESS, 0);
        assertEquals(100_000, delay.get(1));
        assertArrayEquals(
                time(100_000, 1, 1),
                onChannel(KSPROPERTY_AUDIO.DELAY, GET, 1, new byte[16])
                        .is(NtStatus.SUCCESS, 16)
                        .data()
                        .array());
        onChannel(KSPROPERTY_AUDIO.DELAY, SET, 0, time(Long.MAX_VALUE, -1, 1)).is(NtStatus.SUCCESS, 0);
        assertEquals(10_000_000, delay.get(0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void aDelayThatIsNoFractionIsAnInvalidParameter(int numerator, int denominator) {
        open(AudioControl.of(KSPROPERTY_AUDIO.DELAY).build());
        onChannel(KSPROPERTY_AUDIO.DELAY, SET, 0, time(1, numerator, denominator))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    // Support

    private int[] support(KsItem item, int operation, int size) {
        Client.Reply reply = onChannel(item, operation, 0, new byte[size]).is(NtStatus.SUCCESS, size);
        int[] words = new int[size / 4];
        reply.data().asIntBuffer().get(words);
        return words;
    }

    @Test
    void aRangeHasAMemberForEachChannel() {
        open(volume().initial(-DECIBEL).build());
        int[] told = support(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 48 + 16 + 12);
        int[] member = {DECIBEL, 0, -50 * DECIBEL, 10 * DECIBEL};
        assertEquals(3, told[6], "VT_I4");
        assertEquals(2, told[8], "MembersListCount");
        assertArrayEquals(new int[] {2, 16, CHANNELS, 2}, Arrays.copyOfRange(told, 10, 14));
        for (int i = 0; i < CHANNELS; i++) {
            assertArrayEquals(member, Arrays.copyOfRange(told, 14 + 4 * i, 18 + 4 * i));
        }
    }

    @Test
    void theDefaultOfEachChannelIsTold() {
        open(volume().initial(-DECIBEL).build());
        int[] told = support(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.DEFAULTVALUES, 40 + 16 + 12);
        assertArrayEquals(new int[] {3, 4, CHANNELS, 3}, Arrays.copyOfRange(told, 10, 14));
        assertArrayEquals(new int[] {-DECIBEL, -DECIBEL, -DECIBEL}, Arrays.copyOfRange(told, 14, 17));
    }

    @Test
    void uniformChannelsAreFlagged() {
        open(volume().uniform().build());
        int[] told = support(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 48 + 16 + 12);
        assertEquals(2 | 4, told[13]);
    }

    @Test
    void aSwitchIsABoolFrom0To1() {
        open(AudioControl.of(KSPROPERTY_AUDIO.MUTE).channels(1).build());
        int[] told = support(KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 16 + 16 + 4);
        assertEquals(11, told[6], "VT_BOOL");
        assertArrayEquals(new int[] {2, 16, 1, 2, 1, 0, 0, 1}, Arrays.copyOfRange(told, 10, 18));
    }

    @Test
    void theSourcesOfAMultiplexerAreListed() {
        open(AudioControl.of(KSPROPERTY_AUDIO.MUX_SOURCE).values(1, 2).build());
        int[] told = support(KSPROPERTY_AUDIO.MUX_SOURCE, KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 8 + 16 + 4);
        assertEquals(19, told[6], "VT_UI4");
        assertArrayEquals(new int[] {3, 4, 2, 0, 1, 2}, Arrays.copyOfRange(told, 10, 16));
    }

    @Test
    void theDescriptionAloneSaysHowLongItIs() {
        open(volume().build());
        int[] told = support(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.BASICSUPPORT, 40);
        assertEquals(132, told[1]);
        onChannel(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.BASICSUPPORT, 0, new byte[131])
                .is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    // The device's side

    @Test
    void theDeviceSeesWhatClientsSet() {
        AudioControl volume = volume().build();
        open(volume);
        set(KSPROPERTY_AUDIO.VOLUMELEVEL, 2, -5 * DECIBEL);
        assertEquals(-5 * DECIBEL, volume.get(2));
        assertEquals(0, volume.get(ALL));
    }

    @Test
    void clientsSeeWhatTheDeviceSets() {
        AudioControl volume = volume().build();
        open(volume);
        volume.set(ALL, -99 * DECIBEL);
        assertEquals(-50 * DECIBEL, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 1));
    }

    private Registration registration() {
        return new Registration(driver, KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE);
    }

    @Test
    void aChangeOfTheDevicesIsHeardOnItsNode() throws InterruptedException {
        AudioControl volume = volume().build();
        open(volume().build(), volume);
        Registration other = registration().onNode(filter, 0);
        Registration client = registration().onNode(filter, 1);
        volume.set(0, -DECIBEL);
        assertTrue(client.heard());
        assertFalse(other.heard());
    }

    @Test
    void aChangeThatChangesNothingIsNotHeard() throws InterruptedException {
        AudioControl volume = volume().initial(-DECIBEL).build();
        open(volume);
        Registration client = registration().onNode(filter, 0);
        volume.set(ALL, -DECIBEL);
        assertFalse(client.heard());
    }

    @Test
    void whatAClientSetsIsNotHeard() throws InterruptedException {
        open(volume().build());
        Registration client = registration().onNode(filter, 0);
        set(KSPROPERTY_AUDIO.VOLUMELEVEL, 0, -DECIBEL);
        assertFalse(client.heard());
    }

    @Test
    void theFilterItselfHasNoControlChange() {
        open(volume().build());
        assertEquals(NtStatus.PROPSET_NOT_FOUND, registration().enable(filter, KSEVENT_TYPE.ENABLE, 0, 0));
    }

    @Test
    void controlChangeIsSupportedOnTheNode() {
        open(volume().build());
        byte[] request = Client.request(
                KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE, KSEVENT_TYPE.BASICSUPPORT | KSEVENT_TYPE.TOPOLOGY, 0, 0);
        Client.control(filter, IOCTL_KS.ENABLE_EVENT, request, new byte[0]).is(NtStatus.SUCCESS, 0);
    }

    // Cost

    @Test
    void readingAControlAllocatesNothing() {
        open(volume().build());
        byte[] head = Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, GET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0, ALL, 0);
        KsBuffer request = driver.allocate(head.length);
        KsBuffer reply = driver.allocate(4);
        request.bytes().put(0, head);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int times = 50_000;
        long before = 0;
        for (int i = 0; i < 2 * times; i++) {
            if (i == times) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            filter.control(IOCTL_KS.PROPERTY, request, head.length, reply, 4);
        }
        assertEquals(0, (threads.getThreadAllocatedBytes(thread) - before) / times, "bytes per reading");
    }

    // Nodes of several controls

    @Test
    void aNodeAnswersForAllItsControls() {
        AudioControl bass = AudioControl.of(KSPROPERTY_AUDIO.BASS).channels(2).build();
        AudioControl boost =
                AudioControl.of(KSPROPERTY_AUDIO.BASS_BOOST).channels(2).build();
        AudioControl enable =
                AudioControl.of(KSPROPERTY_TOPOLOGYNODE.ENABLE).initial(1).build();
        open(EmulatedFilter.named("f")
                .categories(KSCATEGORY.TOPOLOGY)
                .node(AudioControl.node(KSNODETYPE.TONE, "Tone", bass, boost, enable)));
        bass.set(0, 5);
        boost.set(1, 1);
        assertEquals(5, get(KSPROPERTY_AUDIO.BASS, 0));
        assertEquals(1, get(KSPROPERTY_AUDIO.BASS_BOOST, 1));
        assertEquals(1, get(KSPROPERTY_TOPOLOGYNODE.ENABLE, 0));
        onChannel(KSPROPERTY_AUDIO.TREBLE, GET, 0, new byte[4]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aResetBringsInitialValuesBack() {
        open(volume().initial(-DECIBEL).build());
        set(KSPROPERTY_AUDIO.VOLUMELEVEL, 0, 7);
        send(KSPROPERTY_TOPOLOGYNODE.RESET, SET, Client.ints(0), 0).is(NtStatus.SUCCESS, 0);
        assertEquals(7, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 0));
        send(KSPROPERTY_TOPOLOGYNODE.RESET, SET, Client.ints(1), 0).is(NtStatus.SUCCESS, 0);
        assertEquals(-DECIBEL, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 0));
        send(KSPROPERTY_TOPOLOGYNODE.RESET, GET, new byte[4], 0).is(NtStatus.NOT_FOUND, 0);
        send(KSPROPERTY_TOPOLOGYNODE.RESET, SET, new byte[3], 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void anItemOfTheUsersOwnIsAControlToo() {
        KsIntProperty own = new KsIntProperty(KsSet.of("OWN", "{4B53344A-0000-0000-8004-000000000001}"), 5, "OWN", "");
        open(AudioControl.of(own).range(0, 9, 3).build());
        send(own, SET, Client.ints(10), 0).is(NtStatus.SUCCESS, 0);
        assertEquals(9, send(own, GET, new byte[4], 0).ulong());
    }

    // Descriptions that make no sense

    @Test
    void descriptionsThatMakeNoSenseAreRefused() {
        AudioControl.Builder mux = AudioControl.of(KSPROPERTY_AUDIO.MUX_SOURCE);
        assertThrows(IllegalArgumentException.class, () -> AudioControl.of(KSPROPERTY_AUDIO.EQ_LEVEL));
        assertThrows(IllegalArgumentException.class, () -> mux.range(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> mux.range(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> mux.channels(0));
        assertThrows(IllegalArgumentException.class, mux::values);
        mux.values(1, 2).initial(3);
        assertThrows(IllegalArgumentException.class, mux::build);
    }

    @Test
    void theDeviceHasTheSameLimitsAsItsClients() {
        AudioControl volume = volume().build();
        AudioControl mux =
                AudioControl.of(KSPROPERTY_AUDIO.MUX_SOURCE).values(1, 2).build();
        AudioControl meter = AudioControl.of(KSPROPERTY_AUDIO.PEAKMETER)
                .measured(channel -> 0)
                .build();
        assertThrows(IndexOutOfBoundsException.class, () -> volume.set(CHANNELS, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> volume.get(-2));
        assertThrows(IllegalArgumentException.class, () -> mux.set(0, 3));
        assertThrows(IllegalStateException.class, () -> meter.set(0, 3));
    }

    @Test
    void twoControlsOfOneItemAreRefused() {
        AudioControl volume = volume().build();
        assertThrows(IllegalArgumentException.class, () -> AudioControl.node(KSNODETYPE.VOLUME, null, volume, volume));
    }
}
