package io.github.ks4j.kernel;

import static io.github.ks4j.kernel.KsTimeSource.MILLISECOND;
import static io.github.ks4j.kernel.KsTimeSource.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSRESOLUTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class KsDefaultClockTest {
    private static final long START = 7 * SECOND + 3;
    private static final long REQUEST = 0x1_0000;
    private static final long DATA = 0x2_0000;
    private static final int FUNCTIONTABLE = 6;
    private static final int INTERVAL = KSEVENT_CLOCK_POSITION.INTERVAL_MARK.id();
    private static final int POSITION = KSEVENT_CLOCK_POSITION.MARK.id();

    private final ManualTime time = new ManualTime(START);
    private final KsDefaultClock clock = new KsDefaultClock(time);
    private final FileObject file = new FileObject(null);
    private final Client client = new Client(time);

    /** A process whose only event notes when it is set. */
    private static final class Client extends TestMemory {
        private final ManualTime time;
        private final List<Long> notified = new ArrayList<>();
        private int references;

        Client(ManualTime time) {
            this.time = time;
        }

        @Override
        public <T extends KernelObject> T reference(long handle, Class<T> type) {
            references++;
            return type.cast(new KernelObject.Event() {
                @Override
                public void set(int increment) {
                    notified.add(time.now() - START);
                }

                @Override
                public void dereference() {
                    references--;
                }
            });
        }
    }

    private Irp request(int code, Guid set, int id, int flags, ByteBuffer data, int length) {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        set.write(head, 0);
        head.putInt(16, id).putInt(20, flags);
        client.map(REQUEST, head.array()).map(DATA, data.array());
        return new Irp().initialize(file, client, code, REQUEST, 24, DATA, length, true, (over, block) -> {});
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private NtStatus get(int id, ByteBuffer data, int length) {
        Irp irp = request(IOCTL_KS.PROPERTY, KSPROPERTY_CLOCK.SET.guid(), id, KSPROPERTY_TYPE.GET, data, length);
        NtStatus status = KsPropertyHandler.handle(irp, SetTable.of(List.of(clock.propertySet())));
        irp.complete(status);
        return status;
    }

    private ByteBuffer get(int id, int bytes) {
        ByteBuffer data = room(bytes);
        assertEquals(NtStatus.SUCCESS, get(id, data, bytes));
        return data;
    }

    private NtStatus enable(KsDefaultClock to, int id, int operation, long... more) {
        ByteBuffer data = room(32 + 8 * more.length);
        data.putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, 4);
        for (int i = 0; i < more.length; i++) {
            data.putLong(32 + 8 * i, more[i]);
        }
        Irp irp =
                request(IOCTL_KS.ENABLE_EVENT, KSEVENT_CLOCK_POSITION.SET.guid(), id, operation, data, data.capacity());
        NtStatus status = KsEnableEvent.handle(irp, SetTable.of(List.of(to.eventSet())), to.eventList());
        irp.complete(status);
        return status;
    }

    private void mark(long at) {
        assertEquals(NtStatus.SUCCESS, enable(clock, POSITION, KSEVENT_TYPE.ENABLE, at));
    }

    private void interval(long base, long distance) {
        assertEquals(NtStatus.SUCCESS, enable(clock, INTERVAL, KSEVENT_TYPE.ENABLE, base, distance));
    }

    private NtStatus disable() {
        Irp irp = new Irp().initialize(file, client, IOCTL_KS.DISABLE_EVENT, DATA, 32, 0, 0, true, (over, block) -> {});
        return KsDisableEvent.handle(irp, clock.eventList());
    }

    @Test
    void startsAtZeroInStop() {
        assertEquals(KSSTATE.STOP, clock.state());
        assertEquals(0, clock.time());
        assertEquals(0, clock.physicalTime());
    }

    @ParameterizedTest
    @EnumSource(
            value = KSSTATE.class,
            names = {"STOP", "ACQUIRE", "PAUSE"})
    void presentationTimeStandsStillUnlessThePinRuns(KSSTATE state) {
        clock.setState(KSSTATE.RUN);
        time.pass(5);
        clock.setState(state);
        time.pass(100);
        assertEquals(5, clock.time());
    }

    @Test
    void presentationTimeGoesOnWhereItStood() {
        clock.setState(KSSTATE.RUN);
        time.pass(5);
        clock.setState(KSSTATE.PAUSE);
        time.pass(100);
        clock.setState(KSSTATE.RUN);
        time.pass(6);
        assertEquals(11, clock.time());
    }

    @Test
    void theSameStateAgainChangesNothing() {
        clock.setState(KSSTATE.RUN);
        time.pass(5);
        clock.setState(KSSTATE.RUN);
        time.pass(5);
        assertEquals(10, clock.time());
    }

    @Test
    void presentationTimeGoesOnFromWhereItIsSet() {
        clock.setState(KSSTATE.RUN);
        time.pass(5);
        clock.setTime(-1000);
        time.pass(1);
        assertEquals(-999, clock.time());
    }

    @Test
    void physicalTimePassesOutsideStop() {
        for (KSSTATE state : KSSTATE.values()) {
            clock.setState(state);
            time.pass(10);
        }
        clock.setState(KSSTATE.STOP);
        time.pass(10);
        assertEquals(30, clock.physicalTime());
    }

    @Test
    void physicalTimeTakesNoNoticeOfAJumpInPresentationTime() {
        clock.setState(KSSTATE.RUN);
        time.pass(10);
        clock.setTime(-5);
        time.pass(10);
        assertEquals(20, clock.physicalTime());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, -100, 37, -999_999, 2_000_000})
    void aDeviceThatIsOffDriftsByItsPartsPerMillion(int ppm) {
        KsDefaultClock drifting = new KsDefaultClock(time, KsCorrelatedTime.drifting(ppm), null);
        drifting.setState(KSSTATE.RUN);
        long before = drifting.time();
        // Whole seconds are whole multiples of a million units, so nothing is rounded.
        for (int i = 0; i < 3600; i++) {
            time.pass(SECOND);
            drifting.time();
        }
        assertEquals(3600 * (SECOND + 10L * ppm), drifting.time() - before);
    }

    @Test
    void aDeviceThatDoesNotRunIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> KsCorrelatedTime.drifting(-1_000_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 50, -333, 999_999, -999_999})
    void theTimeOfADriftingDeviceIsForetoldExactly(int ppm) {
        KsCorrelatedTime device = KsCorrelatedTime.drifting(ppm);
        Random random = new Random(ppm);
        for (int i = 0; i < 10_000; i++) {
            long wanted = random.nextLong(-10 * SECOND, 1000 * SECOND);
            long when = device.when(wanted, 0);
            assertFalse(device.at(when) < wanted, "too early");
            assertFalse(device.at(when - 1) >= wanted, "too late");
        }
    }

    @Test
    void aDeviceThatGoesBackHoldsTheClockStill() {
        long[] device = {1000};
        KsDefaultClock odd = new KsDefaultClock(time, now -> device[0], null);
        odd.setState(KSSTATE.RUN);
        device[0] = 1500;
        assertEquals(500, odd.time());
        device[0] = 1200;
        assertEquals(500, odd.physicalTime());
        device[0] = 1510;
        assertEquals(510, odd.time());
        assertEquals(510, odd.physicalTime());
    }

    @Test
    void aDeviceThatPromisesATimeForThePastIsLookedAtLater() {
        KsDefaultClock odd = new KsDefaultClock(
                time,
                new KsCorrelatedTime() {
                    @Override
                    public long at(long systemTime) {
                        return 0;
                    }

                    @Override
                    public long when(long wanted, long now) {
                        return now - 1;
                    }
                },
                null);
        odd.setState(KSSTATE.RUN);
        enable(odd, POSITION, KSEVENT_TYPE.ENABLE, 5);
        time.pass(100);
        assertEquals(START + 101, time.nextDue());
        assertEquals(List.of(), client.notified);
    }

    @Test
    void aDeviceWithATimeOfItsOwnIsLookedAtUntilItReachesTheMark() {
        long[] device = {0};
        KsDefaultClock odd = new KsDefaultClock(time, now -> device[0], null);
        odd.setState(KSSTATE.RUN);
        enable(odd, POSITION, KSEVENT_TYPE.ENABLE, 5);
        time.pass(10 * MILLISECOND);
        assertEquals(List.of(), client.notified);
        device[0] = 5;
        time.pass(MILLISECOND);
        assertEquals(List.of(11 * MILLISECOND), client.notified);
        assertEquals(Long.MAX_VALUE, time.nextDue());
    }

    @Test
    void propertiesTellTheTimes() {
        clock.setState(KSSTATE.PAUSE);
        time.pass(30);
        clock.setState(KSSTATE.RUN);
        time.pass(12);
        assertEquals(12, get(KSPROPERTY_CLOCK.TIME.id(), 8).getLong(0));
        assertEquals(42, get(KSPROPERTY_CLOCK.PHYSICALTIME.id(), 8).getLong(0));
        assertEquals(KSSTATE.RUN.value(), get(KSPROPERTY_CLOCK.STATE.id(), 4).getInt(0));
    }

    @Test
    void correlatedTimesComeWithTheSystemsTime() {
        clock.setState(KSSTATE.PAUSE);
        time.pass(30);
        clock.setState(KSSTATE.RUN);
        time.pass(12);
        ByteBuffer presentation = get(KSPROPERTY_CLOCK.CORRELATEDTIME.id(), 16);
        assertEquals(12, presentation.getLong(0));
        assertEquals(START + 42, presentation.getLong(8));
        ByteBuffer physical = get(KSPROPERTY_CLOCK.CORRELATEDPHYSICALTIME.id(), 16);
        assertEquals(42, physical.getLong(0));
        assertEquals(START + 42, physical.getLong(8));
    }

    @Test
    void theResolutionIsAUnitWithAnErrorOfAMillisecond() {
        ByteBuffer resolution = get(KSPROPERTY_CLOCK.RESOLUTION.id(), 16);
        assertEquals(1, resolution.getLong(0));
        assertEquals(MILLISECOND, resolution.getLong(8));
    }

    @Test
    void aDeviceMayHaveAResolutionOfItsOwn() {
        KSRESOLUTION own = KSRESOLUTION
                .LAYOUT
                .allocate()
                .set(KSRESOLUTION.Granularity, 208)
                .set(KSRESOLUTION.Error, 9);
        KsDefaultClock other = new KsDefaultClock(time, KsCorrelatedTime.drifting(0), own);
        own.set(KSRESOLUTION.Granularity, 0);
        ByteBuffer data = room(16);
        Irp irp = request(IOCTL_KS.PROPERTY, KSPROPERTY_CLOCK.SET.guid(), 4, KSPROPERTY_TYPE.GET, data, 16);
        irp.complete(KsPropertyHandler.handle(irp, SetTable.of(List.of(other.propertySet()))));
        assertEquals(208, data.getLong(0));
        assertEquals(9, data.getLong(8));
    }

    @Test
    void theFunctionTableIsRefused() {
        assertEquals(NtStatus.INVALID_DEVICE_REQUEST, get(FUNCTIONTABLE, room(32), 32));
    }

    @Test
    void noPropertyCanBeSet() {
        for (int id = 0; id <= FUNCTIONTABLE; id++) {
            Irp irp = request(IOCTL_KS.PROPERTY, KSPROPERTY_CLOCK.SET.guid(), id, KSPROPERTY_TYPE.SET, room(32), 32);
            assertEquals(NtStatus.NOT_FOUND, KsPropertyHandler.handle(irp, SetTable.of(List.of(clock.propertySet()))));
        }
    }

    @Test
    void aQueryWithoutRoomIsToldTheSizeEvenIfItReachesTheHandler() {
        KsPolicies calls = KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.CALLS_HANDLER);
        int[] sizes = {8, 8, 16, 16, 16, 4};
        for (int id = 0; id < sizes.length; id++) {
            Irp irp = request(IOCTL_KS.PROPERTY, KSPROPERTY_CLOCK.SET.guid(), id, KSPROPERTY_TYPE.GET, room(0), 0);
            NtStatus status = KsPropertyHandler.handle(irp, SetTable.of(List.of(clock.propertySet())), null, 0, calls);
            assertEquals(NtStatus.BUFFER_OVERFLOW, status);
            assertEquals(sizes[id], irp.information());
        }
    }

    @Test
    void aPositionMarkNotifiesAtItsTime() {
        mark(50);
        clock.setState(KSSTATE.RUN);
        time.pass(200);
        assertEquals(List.of(50L), client.notified);
    }

    @Test
    void aPositionMarkOfThePastNotifiesAtOnce() {
        mark(0);
        mark(-77);
        assertEquals(List.of(0L, 0L), client.notified);
    }

    @Test
    void aPositionMarkNotifiesOnceEvenIfTimeIsSetBack() {
        mark(50);
        clock.setState(KSSTATE.RUN);
        time.pass(60);
        clock.setTime(0);
        time.pass(60);
        assertEquals(List.of(50L), client.notified);
    }

    @Test
    void aPauseHoldsMarksUp() {
        mark(50);
        clock.setState(KSSTATE.RUN);
        time.pass(30);
        clock.setState(KSSTATE.PAUSE);
        time.pass(1000);
        clock.setState(KSSTATE.RUN);
        time.pass(1000);
        assertEquals(List.of(1050L), client.notified);
    }

    @Test
    void settingTimeBeyondAMarkReachesIt() {
        mark(50);
        clock.setTime(51);
        assertEquals(List.of(0L), client.notified);
    }

    @Test
    void settingTimeBringsAMarkCloser() {
        mark(50);
        clock.setState(KSSTATE.RUN);
        time.pass(10);
        clock.setTime(45);
        time.pass(100);
        assertEquals(List.of(15L), client.notified);
    }

    @Test
    void marksOfADriftingDeviceComeByItsTime() {
        KsDefaultClock slow = new KsDefaultClock(time, KsCorrelatedTime.drifting(-500_000), null);
        slow.setState(KSSTATE.RUN);
        enable(slow, INTERVAL, KSEVENT_TYPE.ENABLE, SECOND, SECOND);
        time.pass(6 * SECOND);
        assertEquals(3, client.notified.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 100 * 24 * 3600 * SECOND})
    void aMarkFarAwayDoesNotNotify(long at) {
        clock.setTime(-5);
        mark(at);
        clock.setState(KSSTATE.RUN);
        time.pass(24 * 3600 * SECOND);
        assertEquals(List.of(), client.notified);
    }

    @Test
    void anIntervalMarkNotifiesAtItsBaseAndThenRegularly() {
        interval(MILLISECOND, 2 * MILLISECOND);
        clock.setState(KSSTATE.RUN);
        time.pass(6 * MILLISECOND);
        assertEquals(List.of(MILLISECOND, 3 * MILLISECOND, 5 * MILLISECOND), client.notified);
    }

    @Test
    void intervalsKeepTheirBeatAfterADelay() {
        interval(0, 2 * MILLISECOND);
        clock.setState(KSSTATE.RUN);
        time.leap(5 * MILLISECOND);
        time.pass(3 * MILLISECOND);
        assertEquals(List.of(0L, 5 * MILLISECOND, 6 * MILLISECOND, 8 * MILLISECOND), client.notified);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, -12345678901234L})
    void anIntervalFromFarInThePastNotifiesOnceAndGoesOnWithItsBeat(long base) {
        long distance = 10 * MILLISECOND;
        interval(base, distance);
        assertEquals(List.of(0L), client.notified);
        clock.setState(KSSTATE.RUN);
        time.pass(distance);
        long phase = Math.floorMod(Math.floorMod(base, distance), distance);
        assertEquals(List.of(0L, phase), client.notified);
    }

    @Test
    void anIntervalBelowAMillisecondNotifiesEachMillisecondAtMost() {
        interval(0, 1);
        clock.setState(KSSTATE.RUN);
        time.pass(3 * MILLISECOND);
        assertEquals(List.of(0L, MILLISECOND, 2 * MILLISECOND, 3 * MILLISECOND), client.notified);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void anIntervalThatDoesNotPassIsRefused(long distance) {
        assertEquals(NtStatus.INVALID_PARAMETER, enable(clock, INTERVAL, KSEVENT_TYPE.ENABLE, 0, distance));
        assertNull(clock.eventList().first());
        assertEquals(0, client.references);
    }

    @Test
    void anIntervalOfAllTimeNotifiesOnce() {
        interval(0, Long.MAX_VALUE);
        clock.setState(KSSTATE.RUN);
        time.pass(10 * SECOND);
        assertEquals(List.of(0L), client.notified);
    }

    @Test
    void intervalsBeginAgainWhenTimeIsSetBack() {
        interval(10 * MILLISECOND, 10 * MILLISECOND);
        clock.setState(KSSTATE.RUN);
        time.pass(25 * MILLISECOND);
        clock.setTime(5 * MILLISECOND);
        time.pass(10 * MILLISECOND);
        assertEquals(List.of(10 * MILLISECOND, 20 * MILLISECOND, 30 * MILLISECOND), client.notified);
    }

    @Test
    void settingTheTimeThatItIsNotifiesNobodyAgain() {
        interval(0, 10 * MILLISECOND);
        clock.setTime(0);
        assertEquals(List.of(0L), client.notified);
    }

    @Test
    void anIntervalThatIsAskedForOnceEndsAfterwards() {
        enable(clock, INTERVAL, KSEVENT_TYPE.ONESHOT, 0, MILLISECOND);
        clock.setState(KSSTATE.RUN);
        time.pass(5 * MILLISECOND);
        assertEquals(List.of(0L), client.notified);
        assertEquals(0, client.references);
    }

    @Test
    void registrationsThatAreTooShortAreRefused() {
        assertEquals(NtStatus.BUFFER_TOO_SMALL, enable(clock, INTERVAL, KSEVENT_TYPE.ENABLE, 0));
        assertEquals(NtStatus.BUFFER_TOO_SMALL, enable(clock, POSITION, KSEVENT_TYPE.ENABLE));
    }

    @Test
    void aDisabledMarkDoesNotNotify() {
        mark(50);
        assertEquals(NtStatus.SUCCESS, disable());
        clock.setState(KSSTATE.RUN);
        time.pass(100);
        assertEquals(List.of(), client.notified);
    }

    @Test
    void marksOfManyClientsNeedOneTimer() {
        mark(50);
        interval(20, 2 * MILLISECOND);
        mark(30);
        clock.setState(KSSTATE.RUN);
        assertEquals(START + 20, time.nextDue());
        time.pass(60);
        assertEquals(List.of(20L, 30L, 50L), client.notified);
    }

    @Test
    void aClockThatStopsLeavesNothingToExpire() {
        interval(0, MILLISECOND);
        clock.setState(KSSTATE.RUN);
        clock.setState(KSSTATE.STOP);
        assertEquals(Long.MAX_VALUE, time.nextDue());
    }

    @Test
    void aClockWithoutMarksSetsNoTimer() {
        clock.setState(KSSTATE.RUN);
        assertEquals(Long.MAX_VALUE, time.nextDue());
    }

    @Test
    void otherEventsOfTheHandleAreLeftAlone() {
        EventSet own = EventSet.of(TestRequest.SET).item(POSITION).build();
        ByteBuffer data = room(32);
        data.putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, 4);
        Irp irp = request(IOCTL_KS.ENABLE_EVENT, own.guid(), POSITION, KSEVENT_TYPE.ENABLE, data, 32);
        assertEquals(NtStatus.SUCCESS, KsEnableEvent.handle(irp, SetTable.of(List.of(own)), clock.eventList()));
        clock.setState(KSSTATE.RUN);
        clock.setTime(-1);
        assertEquals(List.of(), client.notified);
    }
}
