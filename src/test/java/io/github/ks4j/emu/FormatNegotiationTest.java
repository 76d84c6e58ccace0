package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.FormatAttribute;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSATTRIBUTEID;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_PIN_FLAGS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes, signal processing modes, and what a pin proposes. */
@Timeout(30)
class FormatNegotiationTest {
    private static final Guid MODE = KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE;
    private static final Guid VENDOR = Guid.of("{00000000-1111-2222-3333-444444444444}");
    private static final FormatAttribute RAW = FormatAttribute.of(MODE, AUDIO_SIGNALPROCESSINGMODE.RAW);
    private static final FormatAttribute SPEECH = FormatAttribute.of(MODE, AUDIO_SIGNALPROCESSINGMODE.SPEECH);
    private static final FormatAttribute MOVIE = FormatAttribute.of(MODE, AUDIO_SIGNALPROCESSINGMODE.MOVIE);
    private static final FormatAttribute OPTIONAL = new FormatAttribute(VENDOR, false, new byte[0]);
    private static final FormatAttribute REQUIRED = new FormatAttribute(VENDOR, true, new byte[5]);

    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final DataFormat MONO = DataFormat.of(WaveFormat.pcm(16000, 16, 1));
    private static final DataRange PCM =
            DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000));
    private static final DataRange NARROW =
            DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(1, 16, 16, 16000, 16000));
    private static final DataRange ANALOG =
            DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.ANALOG, KSDATAFORMAT_SPECIFIER.NONE);

    private static final int MODES = 0;
    private static final int PLAIN = 1;
    private static final int STRICT = 2;

    private List<DataRange> possible = List.of(PCM);

    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("f")
                    .categories(KSCATEGORY.AUDIO)
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(PCM.withAttributes(new FormatAttribute(MODE, false, new byte[0])), ANALOG)
                            .modes(AUDIO_SIGNALPROCESSINGMODE.DEFAULT, AUDIO_SIGNALPROCESSINGMODE.RAW)
                            .mode(AUDIO_SIGNALPROCESSINGMODE.SPEECH, MONO)
                            .preferred(STEREO)
                            .constrained(filter -> possible)
                            .build())
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN).ranges(PCM, ANALOG).build())
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(ANALOG.withAttributes(REQUIRED), PCM.withAttributes(REQUIRED))
                            .build())
                    .build()));
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);

    @AfterEach
    void close() {
        driver.close();
    }

    private List<DataRange> ranges(KsItem item, int pin, int flags) {
        int size = Client.get(filter, item, 0, pin, flags)
                .is(NtStatus.BUFFER_OVERFLOW)
                .information();
        return Codec.DATA_RANGES.decode(Client.get(filter, item, size, pin, flags)
                .is(NtStatus.SUCCESS, size)
                .data()
                .array());
    }

    // Ranges

    @Test
    void attributesAreToldToThoseWhoKnowOfThem() {
        List<DataRange> told = ranges(KSPROPERTY_PIN.DATARANGES, STRICT, KSPROPERTY_PIN_FLAGS.ATTRIBUTE_RANGE_AWARE);
        assertEquals(List.of(ANALOG.withAttributes(REQUIRED), PCM.withAttributes(REQUIRED)), told);
    }

    @Test
    void attributeListsAreNotCounted() {
        Client.Reply head =
                Client.get(filter, KSPROPERTY_PIN.DATARANGES, 8, STRICT, 1).is(NtStatus.SUCCESS, 8);
        assertArrayEquals(Client.ints(8 + 64 + 40 + 88 + 40, 2), head.data().array());
    }

    @Test
    void othersAreToldTheRangesAlone() {
        assertEquals(List.of(ANALOG, PCM), ranges(KSPROPERTY_PIN.DATARANGES, STRICT, 0));
        assertEquals(List.of(PCM, ANALOG), ranges(KSPROPERTY_PIN.DATARANGES, MODES, 0));
    }

    @Test
    void constrainedRangesAreThoseOfTheMoment() {
        assertEquals(List.of(PCM), ranges(KSPROPERTY_PIN.CONSTRAINEDDATARANGES, MODES, 0));
        possible = List.of(NARROW);
        assertEquals(List.of(NARROW), ranges(KSPROPERTY_PIN.CONSTRAINEDDATARANGES, MODES, 0));
        possible = List.of();
        assertEquals(List.of(), ranges(KSPROPERTY_PIN.CONSTRAINEDDATARANGES, MODES, 0));
        assertEquals(List.of(PCM, ANALOG), ranges(KSPROPERTY_PIN.CONSTRAINEDDATARANGES, PLAIN, 0));
    }

    // Modes

    @Test
    void theModesOfAPinAreListed() {
        int size = 8 + 3 * 16;
        Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, 0, MODES, 0).is(NtStatus.BUFFER_OVERFLOW, size);
        byte[] list = Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, size, MODES, 0)
                .is(NtStatus.SUCCESS, size)
                .data()
                .array();
        assertEquals(
                List.of(
                        AUDIO_SIGNALPROCESSINGMODE.DEFAULT,
                        AUDIO_SIGNALPROCESSINGMODE.RAW,
                        AUDIO_SIGNALPROCESSINGMODE.SPEECH),
                Codec.GUIDS.decode(list));
        Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, size - 1, MODES, 0)
                .is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void modesAreAPinsAndNotSet() {
        Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, 100, PLAIN, 0)
                .is(NtStatus.NOT_SUPPORTED, 0);
        Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, 100, 3, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, 100).is(NtStatus.INVALID_PARAMETER, 0);
        Client.set(filter, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, new byte[100], MODES, 0)
                .is(NtStatus.NOT_FOUND, 0);
    }

    private void assertRefused(int pin, DataFormat format) {
        assertEquals(
                NtStatus.NO_MATCH,
                assertThrows(KsException.class, () -> Client.pin(filter, pin, format))
                        .status());
        assertEquals(NtStatus.NO_MATCH, propose(pin, format));
    }

    private void assertAccepted(int pin, DataFormat format) {
        Client.pin(filter, pin, format).close();
        assertEquals(NtStatus.SUCCESS, propose(pin, format));
    }

    private NtStatus propose(int pin, DataFormat format) {
        return Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, bytes(format), pin, 0)
                .status();
    }

    private static byte[] bytes(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return bytes;
    }

    @Test
    void aFormatIsAcceptedInTheModesOfThePin() {
        assertAccepted(MODES, STEREO);
        assertAccepted(MODES, STEREO.withAttributes(RAW));
        assertAccepted(MODES, STEREO.withAttributes(SPEECH));
        assertRefused(MODES, STEREO.withAttributes(MOVIE));
        assertRefused(MODES, STEREO.withAttributes(new FormatAttribute(MODE, false, new byte[0])));
        assertRefused(PLAIN, STEREO.withAttributes(RAW));
    }

    @Test
    void aModeThatIsRequiredIsUnderstoodByAPinThatHasIt() {
        assertAccepted(MODES, STEREO.withAttributes(new FormatAttribute(MODE, true, RAW.value())));
    }

    @Test
    void anOpenPinKeepsToItsModes() {
        Handle pin = Client.pin(filter, MODES, STEREO);
        byte[] movie = bytes(STEREO.withAttributes(MOVIE));
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, movie).is(NtStatus.NO_MATCH, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, movie).is(NtStatus.NO_MATCH, 0);
        DataFormat raw = STEREO.withAttributes(RAW);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes(raw)).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(
                bytes(raw),
                Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, raw.size())
                        .data()
                        .array());
    }

    // Other attributes

    @Test
    void anAttributeThatThePinDoesNotKnowMattersIfItIsRequired() {
        assertAccepted(PLAIN, STEREO.withAttributes(OPTIONAL));
        assertRefused(PLAIN, STEREO.withAttributes(REQUIRED));
    }

    @Test
    void aFormatHasTheAttributesThatItsRangeRequires() {
        assertRefused(STRICT, STEREO);
        assertAccepted(STRICT, STEREO.withAttributes(OPTIONAL));
    }

    // Intersection

    private Client.Reply intersect(int pin, int length, DataRange... wanted) {
        List<DataRange> list = List.of(wanted);
        int size = Codec.DATA_RANGES.encodedSize(list, Abi.X64);
        ByteBuffer request = ByteBuffer.allocate(32 + size).order(ByteOrder.LITTLE_ENDIAN);
        request.put(Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, pin, 0));
        Codec.DATA_RANGES.encode(list, Abi.X64, request.slice(32, size).order(ByteOrder.LITTLE_ENDIAN));
        return Client.property(filter, request.array(), length);
    }

    private static DataFormat format(Client.Reply reply) {
        return DataFormat.of(Arrays.copyOf(reply.is(NtStatus.SUCCESS).data().array(), reply.information()));
    }

    @Test
    void rangesIntersectIfOneHasWhatTheOtherRequires() {
        intersect(STRICT, 200, ANALOG).is(NtStatus.NO_MATCH, 0);
        intersect(STRICT, 200, ANALOG.withAttributes(OPTIONAL)).is(NtStatus.SUCCESS);
        intersect(PLAIN, 200, ANALOG.withAttributes(REQUIRED)).is(NtStatus.NO_MATCH, 0);
        intersect(PLAIN, 200, ANALOG.withAttributes(OPTIONAL)).is(NtStatus.SUCCESS, 64);
    }

    @Test
    void anIntersectionHasTheAttributesThatWereRequired() {
        FormatAttribute other = new FormatAttribute(KSATTRIBUTEID.VIDEOFORMAT_DX12, false, new byte[4]);
        DataFormat found = format(intersect(STRICT, 200, ANALOG.withAttributes(OPTIONAL, other)));
        assertEquals(List.of(OPTIONAL), found.attributes());
        assertEquals(KSDATAFORMAT_SUBTYPE.ANALOG, found.subFormat());
    }

    @Test
    void anIntersectionWithoutRequirementsHasNoAttributes() {
        DataFormat found = format(intersect(PLAIN, 200, ANALOG.withAttributes(OPTIONAL)));
        assertEquals(List.of(), found.attributes());
    }

    @Test
    void aRangeWithAModeIntersectsIfThePinHasIt() {
        intersect(MODES, 200, ANALOG.withAttributes(RAW)).is(NtStatus.SUCCESS);
        intersect(MODES, 200, ANALOG.withAttributes(MOVIE)).is(NtStatus.NO_MATCH, 0);
        intersect(MODES, 200, ANALOG.withAttributes(MOVIE), ANALOG).is(NtStatus.SUCCESS, 64);
    }

    // Proposals

    @Test
    void thePreferredFormatIsTold() {
        Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 0, MODES, 0).is(NtStatus.BUFFER_OVERFLOW, 82);
        assertEquals(STEREO, format(Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 82, MODES, 0)));
        Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 81, MODES, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void aPinWithoutAPreferenceDoesNotSupportTheQuestion() {
        Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 82, PLAIN, 0).is(NtStatus.NOT_SUPPORTED, 0);
        Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 82, 3, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aProposalWithoutAFormatIsTooSmall() {
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, new byte[0], MODES, 0)
                .is(NtStatus.BUFFER_OVERFLOW, 64);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, new byte[63], MODES, 0)
                .is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    private Client.Reply proposed2(int pin, int length, FormatAttribute... attributes) {
        List<FormatAttribute> list = List.of(attributes);
        int size = Codec.ATTRIBUTES.encodedSize(list, Abi.X64);
        ByteBuffer request = ByteBuffer.allocate(32 + size).order(ByteOrder.LITTLE_ENDIAN);
        request.put(Client.request(KSPROPERTY_PIN.PROPOSEDATAFORMAT2, KSPROPERTY_TYPE.GET, pin, 0));
        Codec.ATTRIBUTES.encode(list, Abi.X64, request.slice(32, size).order(ByteOrder.LITTLE_ENDIAN));
        return Client.property(filter, request.array(), length);
    }

    @Test
    void theFormatThatIsPreferredInAModeIsTold() {
        proposed2(MODES, 0, SPEECH).is(NtStatus.BUFFER_OVERFLOW, 82);
        assertEquals(MONO, format(proposed2(MODES, 256, SPEECH)));
        proposed2(MODES, 81, SPEECH).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void aModeWithoutAPreferredFormatIsNotSupported() {
        proposed2(MODES, 256, RAW).is(NtStatus.NOT_SUPPORTED, 0);
        proposed2(MODES, 256, MOVIE).is(NtStatus.NOT_SUPPORTED, 0);
        proposed2(PLAIN, 256, SPEECH).is(NtStatus.NOT_SUPPORTED, 0);
    }

    @Test
    void aProposalWithoutAModeIsAnInvalidParameter() {
        proposed2(MODES, 256).is(NtStatus.INVALID_PARAMETER, 0);
        proposed2(MODES, 256, OPTIONAL).is(NtStatus.INVALID_PARAMETER, 0);
        proposed2(3, 256, SPEECH).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT2, 256, MODES, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT2, new byte[256], MODES, 0, 48, 0)
                .is(NtStatus.NOT_FOUND, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 23, 25, Integer.MAX_VALUE, -1})
    void anAttributeThatContradictsItsListIsAnInvalidParameter(int size) {
        byte[] request = Client.request(
                KSPROPERTY_PIN.PROPOSEDATAFORMAT2, KSPROPERTY_TYPE.GET, MODES, 0, 32, 1, size, 0, 0, 0, 0, 0);
        Client.control(filter, IOCTL_KS.PROPERTY, request, new byte[256]).is(NtStatus.INVALID_PARAMETER, 0);
    }
}
