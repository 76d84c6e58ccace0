package io.github.ks4j.set;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import io.github.ks4j.struct.KS_DATARANGE_VIDEO;
import io.github.ks4j.struct.KS_VIDEO_STREAM_CONFIG_CAPS;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {
    private static final AudioRange AUDIO = new AudioRange(8, 8, 32, 8000, 192_000);

    private static <T> byte[] encode(Codec<T> codec, T value) {
        ByteBuffer bytes =
                ByteBuffer.allocate(codec.encodedSize(value, Abi.X64)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(bytes.capacity(), codec.encode(value, Abi.X64, bytes));
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static void refused(Codec<?> codec, byte... bytes) {
        assertThrows(MalformedValueException.class, () -> codec.decode(bytes));
    }

    @Test
    void aListOfGuidsSurvives() {
        List<Guid> guids = List.of(KSNODETYPE.VOLUME, KSNODETYPE.MUTE);
        assertEquals(guids, Codec.GUIDS.decode(encode(Codec.GUIDS, guids)));
    }

    @Test
    void anEmptyListIsItsHead() {
        assertArrayEquals(ints(8, 0), encode(Codec.GUIDS, List.of()));
        assertEquals(List.of(), Codec.GUIDS.decode(ints(8, 0)));
    }

    @Test
    void aListThatClaimsMoreElementsThanItHoldsIsRefused() {
        refused(Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT), ints(24, 2, 1, 2, 3, 4));
        refused(Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT), ints(24, -1, 1, 2, 3, 4));
    }

    @Test
    void aListOfMoreElementsThanAnyHasIsRefused() {
        Codec<List<KSTOPOLOGY_CONNECTION>> codec = Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT);
        int most = 1 << 16;
        byte[] list = Arrays.copyOf(ints(8 + 16 * most, most), 8 + 16 * most);
        assertEquals(most, codec.decode(list).size());
        refused(codec, Arrays.copyOf(ints(8 + 16 * (most + 1), most + 1), 8 + 16 * (most + 1)));
        refused(codec, new byte[16 * (most + 1)]);
    }

    @Test
    void moreRangesOrAttributesThanAnyListHasAreRefused() {
        int many = (1 << 16) + 1;
        byte[] ranges = Arrays.copyOf(ints(8 + 64 * many, many), 8 + 64 * many);
        for (int at = 8; at < ranges.length; at += 64) {
            ranges[at] = 64;
        }
        refused(Codec.DATA_RANGES, ranges);
        byte[] attributes = Arrays.copyOf(ints(8 + 24 * many, many), 8 + 24 * many);
        for (int at = 8; at < attributes.length; at += 24) {
            attributes[at] = 24;
        }
        refused(Codec.ATTRIBUTES, attributes);
    }

    @Test
    void aListThatClaimsMoreBytesThanCameIsCutToThem() {
        refused(Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT), ints(4000, 200, 1, 2, 3, 4));
        assertEquals(
                1,
                Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT)
                        .decode(ints(4000, 1, 1, 2, 3, 4))
                        .size());
    }

    @Test
    void aListSmallerThanItsHeadIsRefused() {
        refused(Codec.GUIDS, ints(7, 0));
        refused(Codec.GUIDS, new byte[7]);
    }

    @Test
    void elementsWithoutAHeadAreAListOfThem() {
        assertEquals(
                List.of(KSNODETYPE.VOLUME, KSNODETYPE.MUTE),
                Codec.GUIDS.decode(
                        Arrays.copyOfRange(encode(Codec.GUIDS, List.of(KSNODETYPE.VOLUME, KSNODETYPE.MUTE)), 8, 40)));
        assertEquals(
                2,
                Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT)
                        .decode(ints(1, 2, 3, 4, 5, 6, 7, 8))
                        .size());
    }

    @Test
    void whatMayBeAHeadIsOneThoughElementsWouldFit() {
        refused(Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT), ints(32, 2, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void oneElementWithoutAHeadIsAListOfOne() {
        List<KSTOPOLOGY_CONNECTION> list =
                Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT).decode(ints(-1, 0, 3, 1));
        assertEquals(3, list.get(0).get(KSTOPOLOGY_CONNECTION.ToNode));
    }

    @Test
    void textEndsAtItsNul() {
        assertEquals("ab", Codec.STRING.decode("ab\0cd".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("ab", Codec.STRING.decode("ab".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(6, encode(Codec.STRING, "ab").length);
    }

    @Test
    void textOfAnOddLengthIsRefused() {
        refused(Codec.STRING, new byte[3]);
    }

    @Test
    void aNumberThatIsNoStateIsRefused() {
        assertEquals(KSSTATE.RUN, KSPROPERTY_CONNECTION.STATE.codec().decode(ints(3)));
        refused(KSPROPERTY_CONNECTION.STATE.codec(), ints(4));
    }

    @Test
    void aShortScalarIsRefused() {
        refused(Codec.INT32, new byte[3]);
        refused(Codec.INT64, new byte[7]);
        refused(Codec.GUID, new byte[15]);
    }

    @Test
    void dataRangesStartAtMultiplesOfEight() {
        DataRange odd = DataRange.of(headOf(68, 0, 68));
        DataRange audio = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO);
        byte[] bytes = encode(Codec.DATA_RANGES, List.of(odd, audio));
        assertEquals(8 + 72 + 88, bytes.length);
        assertEquals(List.of(odd, audio), Codec.DATA_RANGES.decode(bytes));
    }

    @ParameterizedTest
    @CsvSource({"84, 84, 84", "68, 64, 64", "64, 68, 84"})
    void dataRangesWithoutPaddingAreFound(int first, int second, int third) {
        List<DataRange> ranges = Stream.of(first, second, third)
                .map(size -> DataRange.of(headOf(size, 0, size)))
                .toList();
        ByteBuffer bytes = ByteBuffer.allocate(8 + first + second + third).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, bytes.capacity()).putInt(4, 3);
        ranges.get(0).write(bytes, 8);
        ranges.get(1).write(bytes, 8 + first);
        ranges.get(2).write(bytes, 8 + first + second);
        assertEquals(ranges, Codec.DATA_RANGES.decode(bytes.array()));
    }

    @Test
    void anAttributeListBetweenTwoRangesIsPassedOver() {
        DataRange plain = DataRange.of(headOf(64, 0, 64));
        ByteBuffer bytes = ByteBuffer.allocate(8 + 64 + 32 + 64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, bytes.capacity()).putInt(4, 3);
        bytes.put(8, headOf(64, 2, 64));
        bytes.putInt(72, 32).putInt(76, 1);
        plain.write(bytes, 104);
        List<DataRange> ranges = Codec.DATA_RANGES.decode(bytes.array());
        assertEquals(2, ranges.size());
        assertEquals(plain, ranges.get(1));
    }

    @Test
    void anAttributeListThatIsCountedIsNotTakenForARange() {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 64 + 72).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, bytes.capacity()).putInt(4, 2);
        bytes.put(8, headOf(64, 2, 64));
        bytes.putInt(72, 72).putInt(76, 2);
        assertEquals(1, Codec.DATA_RANGES.decode(bytes.array()).size());
    }

    @Test
    void theAttributesOfARangeSurvive() {
        FormatAttribute mode =
                FormatAttribute.of(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, AUDIO_SIGNALPROCESSINGMODE.RAW);
        FormatAttribute odd = new FormatAttribute(KSATTRIBUTEID.AUDIOLOOPBACK_TAPPOINT, true, new byte[3]);
        DataRange plain = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO);
        DataRange range = plain.withAttributes(odd, mode);
        byte[] bytes = encode(Codec.DATA_RANGES, List.of(range, plain));
        assertEquals(8 + 88 + 8 + 32 + 40 + 88, bytes.length);
        assertEquals(List.of(range, plain), Codec.DATA_RANGES.decode(bytes));
        assertEquals(List.of(odd, mode), range.attributes());
    }

    @Test
    void aRangeSaysWhetherAttributesAreRequired() {
        FormatAttribute mode =
                FormatAttribute.of(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, AUDIO_SIGNALPROCESSINGMODE.RAW);
        DataRange range = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO);
        assertEquals(2, range.withAttributes(mode).bytes().getInt(4));
        assertEquals(
                6,
                range.withAttributes(new FormatAttribute(mode.id(), true, new byte[0]))
                        .bytes()
                        .getInt(4));
        assertEquals(range, range.withAttributes(mode).withAttributes());
    }

    @Test
    void attributesAreNotTakenForSpecifics() {
        FormatAttribute mode =
                FormatAttribute.of(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, AUDIO_SIGNALPROCESSINGMODE.RAW);
        DataRange head = DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.PCM, Guid.NULL);
        assertEquals(Optional.empty(), head.withAttributes(mode).audio());
    }

    @Test
    void theAttributesOfAFormatFollowItAtAMultipleOfEight() {
        FormatAttribute mode =
                FormatAttribute.of(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, AUDIO_SIGNALPROCESSINGMODE.SPEECH);
        DataFormat plain = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
        DataFormat format = plain.withAttributes(mode);
        assertEquals(88 + 8 + 40, format.size());
        assertEquals(82, format.bytes().getInt(0));
        assertEquals(40, format.bytes().getInt(96));
        assertEquals(List.of(mode), format.attributes());
        assertEquals(
                Optional.of(AUDIO_SIGNALPROCESSINGMODE.SPEECH),
                format.attributes().get(0).guid());
        assertEquals(plain.wave(), format.wave());
        assertEquals(plain, format.withAttributes());
    }

    @Test
    void anAttributeThatClaimsMoreThanItsListHasIsRefused() {
        refused(Codec.ATTRIBUTES, ints(32, 1, 25, 0, 0, 0, 0, 0));
        refused(Codec.ATTRIBUTES, ints(32, 1, 23, 0, 0, 0, 0, 0));
        refused(Codec.ATTRIBUTES, ints(32, 2, 24, 0, 0, 0, 0, 0));
        refused(Codec.ATTRIBUTES, ints(32, -1, 24, 0, 0, 0, 0, 0));
        refused(Codec.ATTRIBUTES, ints(4, 0));
        refused(Codec.ATTRIBUTES, new byte[7]);
    }

    @Test
    void aRangeThatClaimsMoreThanTheListHasIsRefused() {
        byte[] bytes = encode(Codec.DATA_RANGES, List.of(DataRange.of(headOf(64, 0, 64))));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 65);
        refused(Codec.DATA_RANGES, bytes);
    }

    @Test
    void aRangeOfNoSizeIsRefusedRatherThanReadForEver() {
        byte[] bytes = encode(Codec.DATA_RANGES, List.of(DataRange.of(headOf(64, 0, 64))));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0);
        refused(Codec.DATA_RANGES, bytes);
    }

    @Test
    void anAudioRangeWithoutItsPaddingIsRead() {
        byte[] bytes = new byte[84];
        DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO).bytes().get(0, bytes);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 84);
        assertEquals(Optional.of(AUDIO), DataRange.of(bytes).audio());
    }

    private static final VideoFormat VIDEO = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);

    @Test
    void aVideoFormatIsAVideoInfoHeader() {
        DataFormat format = DataFormat.of(VIDEO);
        assertEquals(152, format.size());
        byte[] copy = new byte[152];
        format.bytes().get(0, copy);
        assertEquals(Optional.of(VIDEO), DataFormat.of(copy).video());
        ByteBuffer bytes = format.bytes();
        assertEquals(614_400, bytes.getInt(8), "SampleSize");
        assertEquals(333_333, bytes.getLong(64 + 40), "AvgTimePerFrame");
        assertEquals(0x32595559, bytes.getInt(64 + 48 + 16), "biCompression");
        assertEquals("YUY2 640x480, 30.00 frames/s", format.toString());
    }

    @Test
    void aFormatThatIsTooShortForItsVideoHeaderHasNoVideo() {
        byte[] bytes = new byte[151];
        DataFormat.of(VIDEO).bytes().get(0, bytes);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 151);
        assertEquals(Optional.empty(), DataFormat.of(bytes).video());
    }

    @Test
    void attributesAreNoVideoHeader() {
        FormatAttribute attribute = new FormatAttribute(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, false, new byte[400]);
        DataRange range = DataRange.of(KSDATAFORMAT_TYPE.VIDEO, VideoFormat.YUY2, KSDATAFORMAT_SPECIFIER.VIDEOINFO)
                .withAttributes(attribute);
        byte[] bytes = new byte[range.size()];
        range.bytes().get(bytes);
        assertEquals(Optional.empty(), range.video());
        assertEquals(Optional.empty(), DataFormat.of(bytes).video());
    }

    @Test
    void aVideoRangeGivesItsFastestFormat() {
        DataRange range = DataRange.video(VIDEO, 2_000_000, KS_VIDEOSTREAM.CAPTURE);
        assertEquals(Optional.of(VIDEO), range.video());
        KS_VIDEO_STREAM_CONFIG_CAPS caps =
                KS_DATARANGE_VIDEO.LAYOUT.at(range.bytes(), 0).get(KS_DATARANGE_VIDEO.ConfigCaps);
        assertEquals(2_000_000, caps.get(KS_VIDEO_STREAM_CONFIG_CAPS.MaxFrameInterval));
        assertEquals(480, caps.get(KS_VIDEO_STREAM_CONFIG_CAPS.MaxOutputSize, 1));
        assertEquals(Optional.empty(), DataRange.of(headOf(64, 0, 64)).video());
    }

    @Test
    void encodingsAreNamedByTheirCode() {
        assertEquals("{3231564E-0000-0010-8000-00AA00389B71}", VideoFormat.NV12.toString());
        assertEquals(12, VideoFormat.of(VideoFormat.NV12, 2, 2, 1).bitCount());
        assertThrows(IllegalArgumentException.class, () -> VideoFormat.fourcc("YUV"));
    }

    @Test
    void aWildcardAudioRangeHasNoAudioFormats() {
        assertEquals(
                Optional.empty(),
                DataRange.of(KSDATAFORMAT_TYPE.AUDIO, Guid.NULL, Guid.NULL).audio());
    }

    @Test
    void stereoOf16BitsTakesTheShortForm() {
        DataFormat format = DataFormat.of(WaveFormat.pcm(48_000, 16, 2));
        assertEquals(82, format.size());
        assertEquals(82, format.bytes().getInt(0));
        assertEquals(Optional.of(WaveFormat.pcm(48_000, 16, 2)), format.wave());
    }

    @Test
    void moreThanStereoOrMoreThan16BitsTakesTheLongForm() {
        WaveFormat surround = new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 96_000, 6, 32, 24, 0x3F);
        DataFormat format = DataFormat.of(surround);
        assertEquals(104, format.size());
        assertEquals(Optional.of(surround), format.wave());
        assertEquals(104, DataFormat.of(WaveFormat.ieeeFloat(48_000, 2)).size());
    }

    @Test
    void aTagGivesItsSubformat() {
        assertEquals(
                KSDATAFORMAT_SUBTYPE.IEEE_FLOAT,
                DataFormat.plain(WaveFormat.ieeeFloat(48_000, 2))
                        .wave()
                        .orElseThrow()
                        .encoding());
    }

    @Test
    void aFormatCutShortIsRefused() {
        refused(Codec.DATA_FORMAT, new byte[63]);
        refused(Codec.DATA_FORMAT, headOf(100, 0, 64));
    }

    @Test
    void aRangeCoversTheFormatsBetweenItsEnds() {
        DataRange range = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO);
        assertTrue(range.covers(DataFormat.of(WaveFormat.pcm(44_100, 24, 8))));
        assertFalse(range.covers(DataFormat.of(WaveFormat.pcm(44_100, 24, 9))));
        assertFalse(range.covers(DataFormat.of(WaveFormat.pcm(7_999, 16, 2))));
        assertFalse(range.covers(DataFormat.of(WaveFormat.ieeeFloat(44_100, 2))));
    }

    @Test
    void anAudioRangeWithoutLimitsCoversEveryRate() {
        assertTrue(new AudioRange(-1, 8, -1, 8_000, -1).covers(WaveFormat.pcm(192_000, 24, 2)));
    }

    @Test
    void theNameOfAPhysicalConnectionStartsBeforeTheStructureEnds() {
        PhysicalConnection connection = new PhysicalConnection(2, "\\??\\root#x");
        byte[] bytes = encode(PhysicalConnection.CODEC, connection);
        assertEquals(8 + 22, bytes.length);
        assertEquals(connection, PhysicalConnection.CODEC.decode(bytes));
        assertEquals("\\\\?\\root#x", connection.path());
    }

    private static byte[] headOf(int formatSize, int flags, int length) {
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, formatSize)
                .putInt(4, flags);
        return bytes;
    }
}
