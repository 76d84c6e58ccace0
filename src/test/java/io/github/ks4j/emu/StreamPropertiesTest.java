package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSDEGRADESETID;
import io.github.ks4j.set.KSDEGRADE_STANDARD;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_QUALITY;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSFRAMETIME;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSQUALITY;
import io.github.ks4j.struct.KSQUALITY_MANAGER;
import io.github.ks4j.struct.KSRATE;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of a stream: its quality, its times and its rate. */
@Timeout(30)
class StreamPropertiesTest {
    private static final int FULL = 0;
    private static final int PLAIN = 1;

    private final List<Integer> rates = new ArrayList<>();
    private NtStatus rateStatus = NtStatus.SUCCESS;

    private final Rig rig = new Rig(
            EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                    .clock()
                    .allocator()
                    .quality()
                    .degradation(KSDEGRADESETID.Standard, KSDEGRADE_STANDARD.SKIP.value())
                    .degradation(KSDEGRADESETID.Standard, KSDEGRADE_STANDARD.QUALITY.value())
                    .timeFormat(KSTIME_FORMAT.MEDIA_TIME)
                    .presentationTime()
                    .presentationExtent(pin -> 0x123456789AL + pin.id())
                    .frameTime(pin -> KSFRAMETIME.LAYOUT.allocate(Abi.X64).set(KSFRAMETIME.Duration, 333_333))
                    .rates(rate -> Math.max(-2000, Math.min(rate / 500 * 500, 4000))),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN));

    {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setRate(int rate) {
                rates.add(rate);
                return rateStatus;
            }
        };
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Stream<Arguments> fixedItems() {
        return Stream.of(
                Arguments.of(KSPROPERTY_STREAM.ALLOCATOR, 8),
                Arguments.of(KSPROPERTY_STREAM.QUALITY, 16),
                Arguments.of(KSPROPERTY_STREAM.MASTERCLOCK, 8),
                Arguments.of(KSPROPERTY_STREAM.TIMEFORMAT, 16),
                Arguments.of(KSPROPERTY_STREAM.PRESENTATIONTIME, 16),
                Arguments.of(KSPROPERTY_STREAM.PRESENTATIONEXTENT, 8),
                Arguments.of(KSPROPERTY_STREAM.FRAMETIME, 16),
                Arguments.of(KSPROPERTY_STREAM.RATE, 48),
                Arguments.of(KSPROPERTY_STREAM.PIPE_ID, 8),
                Arguments.of(KSPROPERTY_QUALITY.REPORT, 24),
                Arguments.of(KSPROPERTY_QUALITY.ERROR, 16));
    }

    @ParameterizedTest
    @MethodSource("fixedItems")
    void sizesAreToldAndChecked(KsProperty<?> item, int size) {
        Handle pin = rig.open(FULL);
        Client.get(pin, item, 0).is(NtStatus.BUFFER_OVERFLOW, size);
        Client.get(pin, item, size - 1).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(pin, item, size).is(NtStatus.SUCCESS, size);
        Client.get(pin, item, size + 8).is(NtStatus.SUCCESS, size);
    }

    @ParameterizedTest
    @MethodSource("fixedItems")
    void setsAreOfTheWholeValue(KsProperty<?> item, int size) {
        Client.set(rig.open(FULL), item, new byte[size - 1]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @CsvSource({"TIMEFORMAT", "PRESENTATIONEXTENT", "FRAMETIME", "RATECAPABILITY"})
    void someAreOnlyForReading(String name) {
        KsProperty<?> item = KSPROPERTY_STREAM.ITEMS.stream()
                .filter(one -> one.name().endsWith("_" + name))
                .findFirst()
                .orElseThrow();
        Client.set(rig.open(FULL), item, new byte[48], new int[12]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aPinThatIsNotDescribedSoHasNoneButClockAndPipe() {
        Handle pin = rig.open(PLAIN);
        for (KsProperty<?> item : KSPROPERTY_STREAM.ITEMS) {
            boolean everywhere = item == KSPROPERTY_STREAM.MASTERCLOCK || item == KSPROPERTY_STREAM.PIPE_ID;
            NtStatus status = Client.get(pin, item, 48, new int[12]).status();
            assertEquals(everywhere, !status.equals(NtStatus.NOT_FOUND), item.name());
        }
        Client.get(pin, KSPROPERTY_QUALITY.REPORT, 24).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void thePipeIsTakenAndNotTold() {
        Handle pin = rig.open(PLAIN);
        Client.set(pin, KSPROPERTY_STREAM.PIPE_ID, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .is(NtStatus.SUCCESS, 0);
        assertEquals(
                0,
                Client.get(pin, KSPROPERTY_STREAM.PIPE_ID, 8)
                        .is(NtStatus.SUCCESS, 8)
                        .data()
                        .getLong(0));
    }

    @Test
    void aDeviceOverridesWhatItWants() {
        try (Rig own = new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                .properties(PropertySet.of(KSPROPERTY_STREAM.SET)
                        .item(KSPROPERTY_STREAM.PRESENTATIONEXTENT.id())
                        .get((irp, request, data) -> Answers.int64(irp, data, 7))
                        .minData(8)
                        .build())
                .presentationExtent(pin -> 8))) {
            assertEquals(
                    7,
                    Client.get(own.open(0), KSPROPERTY_STREAM.PRESENTATIONEXTENT, 8)
                            .data()
                            .getLong(0));
        }
    }

    // Quality

    private static byte[] manager(long handle, long context) {
        return bytes(16).putLong(handle).putLong(context).array();
    }

    @Test
    void theQualityManagerIsReadBack() {
        Handle pin = rig.open(FULL);
        byte[] manager = manager(rig.filter.value(), 42);
        Client.set(pin, KSPROPERTY_STREAM.QUALITY, manager).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(
                manager,
                Client.get(pin, KSPROPERTY_STREAM.QUALITY, KSQUALITY_MANAGER.LAYOUT.size(Abi.X64))
                        .data()
                        .array());
    }

    @Test
    void aQualityManagerThatIsNoFileIsRefused() {
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.QUALITY, manager(2, 42)).is(NtStatus.INVALID_HANDLE, 0);
    }

    @Test
    void noQualityManagerIsTaken() {
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.QUALITY, manager(0, 0)).is(NtStatus.SUCCESS, 0);
    }

    private static KSQUALITY report(Handle pin) {
        ByteBuffer data = Client.get(pin, KSPROPERTY_QUALITY.REPORT, 24)
                .is(NtStatus.SUCCESS, 24)
                .data();
        return KSQUALITY.LAYOUT.at(Abi.X64, data, 0);
    }

    @Test
    void theQualityIsTheBestAtFirst() {
        KSQUALITY report = report(rig.open(FULL));
        assertEquals(1000, report.get(KSQUALITY.Proportion));
        assertEquals(0, report.get(KSQUALITY.DeltaTime));
    }

    @Test
    void theDevicesReportHasTheManagersContext() {
        Handle pin = rig.open(FULL);
        Client.set(pin, KSPROPERTY_STREAM.QUALITY, manager(rig.filter.value(), 42));
        rig.device(() -> rig.pin().reportQuality(750, -20));
        KSQUALITY report = report(pin);
        assertEquals(42, report.get(KSQUALITY.Context));
        assertEquals(750, report.get(KSQUALITY.Proportion));
        assertEquals(-20, report.get(KSQUALITY.DeltaTime));
    }

    @Test
    void whatAClientReportsIsReadBack() {
        Handle pin = rig.open(FULL);
        byte[] report = bytes(24).putLong(1).putInt(500).putInt(0).putLong(9).array();
        Client.set(pin, KSPROPERTY_QUALITY.REPORT, report).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(
                report, Client.get(pin, KSPROPERTY_QUALITY.REPORT, 24).data().array());
        byte[] error = bytes(16).putLong(1).putInt(0xC0000001).putInt(0).array();
        Client.set(pin, KSPROPERTY_QUALITY.ERROR, error).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(
                error, Client.get(pin, KSPROPERTY_QUALITY.ERROR, 16).data().array());
    }

    private static byte[] degradations(int size, int count, KSDEGRADE_STANDARD... ways) {
        ByteBuffer list = bytes(8 + 24 * ways.length).putInt(size).putInt(count);
        for (int i = 0; i < ways.length; i++) {
            KSDEGRADESETID.Standard.write(list, 8 + 24 * i);
            list.putInt(8 + 24 * i + 16, ways[i].value());
        }
        return list.array();
    }

    @Test
    void theWaysToDegradeAreListed() {
        Handle pin = rig.open(FULL);
        Client.get(pin, KSPROPERTY_STREAM.DEGRADATION, 0).is(NtStatus.BUFFER_OVERFLOW, 56);
        Client.get(pin, KSPROPERTY_STREAM.DEGRADATION, 55).is(NtStatus.BUFFER_TOO_SMALL, 0);
        assertArrayEquals(
                degradations(56, 2, KSDEGRADE_STANDARD.SKIP, KSDEGRADE_STANDARD.QUALITY),
                Client.get(pin, KSPROPERTY_STREAM.DEGRADATION, 56)
                        .is(NtStatus.SUCCESS, 56)
                        .data()
                        .array());
    }

    @Test
    void theWaysToDegradeAreWhatTheyWereSetTo() {
        Handle pin = rig.open(FULL);
        byte[] wanted = degradations(32, 1, KSDEGRADE_STANDARD.QUALITY);
        Client.set(pin, KSPROPERTY_STREAM.DEGRADATION, wanted).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(
                wanted,
                Client.get(pin, KSPROPERTY_STREAM.DEGRADATION, 32)
                        .is(NtStatus.SUCCESS, 32)
                        .data()
                        .array());
        assertEquals(
                List.of(KSDEGRADE_STANDARD.QUALITY.value()),
                rig.pin().degradations().stream()
                        .map(way -> way.get(KSIDENTIFIER.Id))
                        .toList());
    }

    @Test
    void aWayToDegradeThatIsNotOfferedIsRefused() {
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.DEGRADATION, degradations(32, 1, KSDEGRADE_STANDARD.COMPUTATION))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aWayToDegradeComesOnce() {
        Client.set(
                        rig.open(FULL),
                        KSPROPERTY_STREAM.DEGRADATION,
                        degradations(56, 2, KSDEGRADE_STANDARD.SKIP, KSDEGRADE_STANDARD.SKIP))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "56, 1", "32, 2", "32, 0x7FFFFFFF", "-1, -1", "0, 0"})
    void aListThatContradictsItselfIsAnInvalidBufferSize(String size, String count) {
        byte[] list = degradations(Integer.decode(size), Integer.decode(count), KSDEGRADE_STANDARD.SKIP);
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.DEGRADATION, list).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void aListWithoutAHeadIsAnInvalidBufferSize(int size) {
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.DEGRADATION, new byte[size])
                .is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    // Times

    @Test
    void theTimeFormatIsTold() {
        ByteBuffer format =
                Client.get(rig.open(FULL), KSPROPERTY_STREAM.TIMEFORMAT, 16).data();
        assertEquals(KSTIME_FORMAT.MEDIA_TIME, Guid.read(format, 0));
    }

    @Test
    void theExtentIsTold() {
        assertEquals(
                0x123456789AL,
                Client.get(rig.open(FULL), KSPROPERTY_STREAM.PRESENTATIONEXTENT, 8)
                        .data()
                        .getLong(0));
    }

    @Test
    void theTimeOfTheNextFrameIsTold() {
        assertEquals(
                333_333,
                Client.get(rig.open(FULL), KSPROPERTY_STREAM.FRAMETIME, 16)
                        .data()
                        .getLong(0));
    }

    private static byte[] ksTime(long time, int numerator, int denominator) {
        return bytes(16).putLong(time).putInt(numerator).putInt(denominator).array();
    }

    private static void assertTime(long expected, Handle pin) {
        assertArrayEquals(
                ksTime(expected, 1, 1),
                Client.get(pin, KSPROPERTY_STREAM.PRESENTATIONTIME, 16).data().array());
    }

    @Test
    void thePresentationTimePassesInRun() {
        Handle pin = rig.open(FULL);
        Client.run(pin);
        rig.time.advance(Duration.ofMillis(5));
        Client.state(pin, KSSTATE.PAUSE);
        rig.time.advance(Duration.ofMillis(5));
        assertTime(50_000, pin);
    }

    @Test
    void thePresentationTimeIsBackAtTheBeginningInStop() {
        Handle pin = rig.open(FULL);
        Client.run(pin);
        rig.time.advance(Duration.ofMillis(5));
        Client.state(pin, KSSTATE.STOP);
        assertTime(0, pin);
    }

    @Test
    void thePresentationTimeGoesOnFromWhereItIsSet() {
        Handle pin = rig.open(FULL);
        Client.run(pin);
        Client.set(pin, KSPROPERTY_STREAM.PRESENTATIONTIME, ksTime(300, 10_000, 3))
                .is(NtStatus.SUCCESS, 0);
        rig.time.advance(Duration.ofMillis(5));
        assertTime(1_050_000, pin);
        assertEquals(1_050_000, rig.pin().presentationTime());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 1, 0", "9223372036854775807, 2, 2"})
    void aTimeThatIsNoneIsAnInvalidParameter(long time, int numerator, int denominator) {
        Client.set(rig.open(FULL), KSPROPERTY_STREAM.PRESENTATIONTIME, ksTime(time, numerator, denominator))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    // Rates

    private static byte[] rate(int thousandths, int flags) {
        ByteBuffer rate = bytes(48);
        KSRATE.LAYOUT.at(Abi.X64, rate, 0).set(KSRATE.Rate, thousandths).set(KSRATE.Flags, flags);
        return rate.array();
    }

    private static int rateOf(Handle pin) {
        ByteBuffer data = Client.get(pin, KSPROPERTY_STREAM.RATE, 48)
                .is(NtStatus.SUCCESS, 48)
                .data();
        return KSRATE.LAYOUT.at(Abi.X64, data, 0).get(KSRATE.Rate);
    }

    private Handle paused() {
        Handle pin = rig.open(FULL);
        Client.state(pin, KSSTATE.PAUSE);
        return pin;
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1700, 1500", "9000, 4000", "-9000, -2000", "-2147483648, -2000"})
    void theNearestRateIsTold(int wanted, int nearest) {
        byte[] request = new byte[72];
        System.arraycopy(Client.request(KSPROPERTY_STREAM.RATECAPABILITY, KSPROPERTY_TYPE.GET), 0, request, 0, 24);
        System.arraycopy(rate(wanted, 3), 0, request, 24, 48);
        assertArrayEquals(
                rate(nearest, 3),
                Client.property(rig.open(FULL), request, 48)
                        .is(NtStatus.SUCCESS, 48)
                        .data()
                        .array());
    }

    @Test
    void theRateToAskForBelongsToTheRequest() {
        Handle pin = rig.open(FULL);
        Client.get(pin, KSPROPERTY_STREAM.RATECAPABILITY, 48).is(NtStatus.INVALID_PARAMETER);
        Client.get(pin, KSPROPERTY_STREAM.RATECAPABILITY, 0, new int[12]).is(NtStatus.BUFFER_OVERFLOW, 48);
        Client.get(pin, KSPROPERTY_STREAM.RATECAPABILITY, 47, new int[12]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void theRateIsNormalAtFirst() {
        assertEquals(1000, rateOf(rig.open(FULL)));
    }

    @Test
    void theRateIsWhatItWasSetTo() {
        Handle pin = paused();
        Client.set(pin, KSPROPERTY_STREAM.RATE, rate(-1500, 3)).is(NtStatus.SUCCESS, 0);
        assertEquals(-1500, rateOf(pin));
        assertEquals(-1500, rig.pin().rate());
        assertEquals(List.of(-1500), rates);
    }

    @Test
    void theRateStaysAsLongAsThePinIsInPauseOrRun() {
        Handle pin = paused();
        Client.set(pin, KSPROPERTY_STREAM.RATE, rate(2000, 3));
        Client.run(pin);
        Client.state(pin, KSSTATE.PAUSE);
        assertEquals(2000, rateOf(pin));
    }

    @Test
    void theRateIsDroppedWhenThePinLeavesPause() {
        Handle pin = paused();
        Client.set(pin, KSPROPERTY_STREAM.RATE, rate(2000, 3));
        Client.state(pin, KSSTATE.ACQUIRE);
        assertEquals(1000, rateOf(pin));
        assertEquals(List.of(2000, 1000), rates);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "ACQUIRE"})
    void aRateBelowPauseIsAnInvalidDeviceState(KSSTATE state) {
        Handle pin = rig.open(FULL);
        Client.state(pin, state);
        Client.set(pin, KSPROPERTY_STREAM.RATE, rate(1000, 3)).is(NtStatus.INVALID_DEVICE_STATE, 0);
    }

    @Test
    void aRateThatCannotBeHadIsNotFitted() {
        Client.set(paused(), KSPROPERTY_STREAM.RATE, rate(1700, 3)).is(NtStatus.INVALID_PARAMETER, 0);
        assertEquals(List.of(), rates);
    }

    @Test
    void aFlagThatThereIsNotIsAnInvalidParameter() {
        Client.set(paused(), KSPROPERTY_STREAM.RATE, rate(1000, 4)).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aRateThatTheDeviceRefusesIsNotTaken() {
        rateStatus = NtStatus.INSUFFICIENT_RESOURCES;
        Handle pin = paused();
        Client.set(pin, KSPROPERTY_STREAM.RATE, rate(2000, 3)).is(NtStatus.INSUFFICIENT_RESOURCES, 0);
        assertEquals(1000, rateOf(pin));
    }
}
