package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.emu.Rig.Registration;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_LOOPEDSTREAMING;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.struct.Guid;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The positions at which the client of a loop is notified. */
@Timeout(30)
class LoopPositionTest {
    private static final KsEvent POSITION = KSEVENT_LOOPEDSTREAMING.POSITION;
    private static final int WRITTEN = 0;
    private static final int READ = 1;
    private static final int OWN = 2;
    private static final int LENGTH = 8;
    private static final int MOVES = 50_000;

    private final Rig rig = new Rig(
            Rig.looped(EmulatedPin.sink(KSPIN_DATAFLOW.IN)),
            Rig.looped(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)),
            Rig.looped(EmulatedPin.sink(KSPIN_DATAFLOW.IN))
                    .events(EventSet.of(POSITION.set()).item(POSITION.id()).build()));

    @AfterEach
    void close() {
        rig.close();
    }

    private Frame loop(Handle pin) {
        return Frame.of(rig.driver, new byte[LENGTH])
                .flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA)
                .write(pin);
    }

    /** A pin that is written to, with a loop of 8 bytes. */
    private Handle looping() {
        Handle pin = rig.openLooped(WRITTEN);
        loop(pin);
        return pin;
    }

    private Registration at(Handle pin, long position) {
        return rig.new Registration().on(pin, POSITION, position);
    }

    private NtStatus enable(Handle pin, long... position) {
        return rig.new Registration().enable(pin, POSITION, KSEVENT_TYPE.ENABLE, position);
    }

    private static void reset(Handle pin, KSRESET reset) {
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(reset.value()), new byte[0])
                .is(NtStatus.SUCCESS);
    }

    @Test
    void aPositionIsToldWhenTheBytesBeforeItHaveBeenUsed() {
        Registration event = at(looping(), 4);
        rig.advance(3);
        assertFalse(event.heard());
        rig.advance(1);
        assertTrue(event.heard());
    }

    @Test
    void aPositionIsToldOnceInATurn() {
        Registration event = at(looping(), 4);
        rig.advance(4);
        assertTrue(event.heard());
        rig.advance(1);
        rig.advance(3);
        rig.advance(3);
        assertFalse(event.heard());
    }

    @Test
    void aPositionIsToldInEachTurn() {
        Registration event = at(looping(), 4);
        for (int turn = 0; turn < 3; turn++) {
            rig.advance(5);
            assertTrue(event.heard());
            rig.advance(3);
            assertFalse(event.heard());
        }
    }

    @Test
    void theStartIsToldWhenTheLoopStartsAgain() {
        Registration event = at(looping(), 0);
        rig.advance(LENGTH - 1);
        assertFalse(event.heard());
        rig.advance(1);
        assertTrue(event.heard());
    }

    @Test
    void positionsThatArePassedAtOnceAreAllTold() {
        Handle pin = looping();
        rig.advance(1);
        List<Registration> passed = List.of(at(pin, 2), at(pin, 3), at(pin, 3), at(pin, 5));
        List<Registration> others = List.of(at(pin, 0), at(pin, 1), at(pin, 6));
        rig.advance(4);
        passed.forEach(event -> assertTrue(event.heard()));
        others.forEach(event -> assertFalse(event.heard()));
    }

    @Test
    void whereTheLoopStandsIsToldAfterAWholeTurn() {
        Handle pin = looping();
        rig.advance(4);
        Registration event = at(pin, 4);
        rig.advance(4);
        rig.advance(3);
        assertFalse(event.heard());
        rig.advance(1);
        assertTrue(event.heard());
    }

    @Test
    void aPositionThatIsBehindIsToldInTheNextTurn() {
        Handle pin = looping();
        rig.advance(6);
        Registration event = at(pin, 2);
        assertFalse(event.heard());
        rig.advance(2);
        assertFalse(event.heard());
        rig.advance(2);
        assertTrue(event.heard());
    }

    @Test
    void whatADeviceLeavesOutIsPassed() {
        Registration event = at(looping(), 6);
        rig.advance(1);
        rig.device(() -> rig.queue().endFrame());
        assertTrue(event.heard());
    }

    @Test
    void aLoopThatIsReadHasPositions() {
        Handle pin = rig.openLooped(READ);
        new Frame(rig.driver, LENGTH).read(pin);
        Registration event = at(pin, 4);
        rig.advance(4);
        assertTrue(event.heard());
    }

    @Test
    void anEventOfTheDevicesOwnIsLeftToTheDevice() {
        Handle pin = rig.openLooped(OWN);
        Registration event = at(pin, 4);
        loop(pin);
        rig.advance(4);
        assertFalse(event.heard());
        rig.device(() -> rig.pin().events().generate(POSITION.set().guid(), POSITION.id()));
        assertTrue(event.heard());
    }

    @Test
    void aPositionOfAnotherPinIsNotTold() {
        Handle other = rig.openLooped(WRITTEN);
        Registration event = at(other, 4);
        looping();
        rig.advance(LENGTH);
        assertFalse(event.heard());
    }

    @Test
    void aFrameThatIsNoLoopHasNoPositions() {
        Handle pin = rig.openLooped(WRITTEN);
        Registration event = at(pin, 4);
        Frame.of(rig.driver, new byte[LENGTH]).write(pin);
        rig.advance(LENGTH);
        assertFalse(event.heard());
    }

    @ParameterizedTest
    @ValueSource(longs = {LENGTH, LENGTH + 1, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void aPositionBeyondTheLoopIsAnInvalidParameter(long position) {
        assertEquals(NtStatus.INVALID_PARAMETER, enable(looping(), position));
    }

    @Test
    void aPositionIsTakenBeforeThereIsALoop() {
        Handle pin = rig.openLooped(WRITTEN);
        Registration event = at(pin, 4);
        loop(pin);
        rig.advance(4);
        assertTrue(event.heard());
    }

    @ParameterizedTest
    @ValueSource(longs = {LENGTH, Long.MAX_VALUE, -1})
    void aPositionBeyondALoopThatComesLaterIsNotTold(long position) {
        Handle pin = rig.openLooped(WRITTEN);
        Registration event = at(pin, position);
        loop(pin);
        rig.advance(LENGTH);
        rig.advance(LENGTH);
        assertFalse(event.heard());
    }

    @Test
    void dataWithoutThePositionIsTooShort() {
        assertEquals(NtStatus.BUFFER_TOO_SMALL, enable(looping()));
    }

    @Test
    void aPinOfTheStreamingInterfaceDoesNotHaveTheSet() {
        assertEquals(NtStatus.PROPSET_NOT_FOUND, enable(rig.open(WRITTEN), 4));
    }

    @Test
    void aPinOfTheStreamingInterfaceDoesNotListTheSet() {
        assertEquals(1, eventSets(rig.open(WRITTEN)));
    }

    @Test
    void aPinOfTheLoopedInterfaceListsTheSet() {
        assertEquals(2, eventSets(rig.openLooped(WRITTEN)));
    }

    private static int eventSets(Handle pin) {
        byte[] request = new byte[24];
        request[21] = KSEVENT_TYPE.SETSUPPORT >> 8;
        Client.Reply reply = Client.control(pin, IOCTL_KS.ENABLE_EVENT, request, new byte[256]);
        return reply.is(NtStatus.SUCCESS).information() / Guid.SIZE;
    }

    @Test
    void aFilterDoesNotHaveTheSet() {
        looping();
        assertEquals(NtStatus.PROPSET_NOT_FOUND, enable(rig.filter, 4));
    }

    @Test
    void anEventForOnceIsToldInOneTurn() {
        Handle pin = looping();
        Registration event = rig.new Registration();
        assertEquals(NtStatus.SUCCESS, event.enable(pin, POSITION, KSEVENT_TYPE.ONESHOT, 4));
        rig.advance(LENGTH);
        assertTrue(event.heard());
        rig.advance(LENGTH);
        assertFalse(event.heard());
    }

    @Test
    void aPositionIsNotToldOnceItIsDisabled() {
        Handle pin = looping();
        Registration event = at(pin, 4);
        assertEquals(
                NtStatus.SUCCESS,
                IoStatusBlock.status(pin.control(IOCTL_KS.DISABLE_EVENT, event.data, event.data.size(), null, 0)));
        rig.advance(LENGTH);
        assertFalse(event.heard());
    }

    @Test
    void closingThePinTellsNothing() {
        Handle pin = looping();
        Registration event = at(pin, 4);
        rig.advance(1);
        pin.close();
        assertFalse(event.heard());
    }

    @Test
    void stoppingPassesNothing() {
        Handle pin = looping();
        Registration event = at(pin, 0);
        rig.advance(3);
        Client.state(pin, KSSTATE.STOP);
        assertFalse(event.heard());
    }

    @Test
    void anEventOutlivesStop() {
        Handle pin = looping();
        Registration event = at(pin, 2);
        rig.advance(1);
        Client.state(pin, KSSTATE.STOP);
        loop(pin);
        rig.advance(1);
        assertFalse(event.heard());
        rig.advance(1);
        assertTrue(event.heard());
    }

    @Test
    void anEventOutlivesAReset() {
        Handle pin = looping();
        Registration event = at(pin, 2);
        reset(pin, KSRESET.BEGIN);
        reset(pin, KSRESET.END);
        assertFalse(event.heard());
        loop(pin);
        rig.advance(2);
        assertTrue(event.heard());
    }

    @Test
    void movingAllocatesNothing() {
        Handle pin = looping();
        at(pin, 4);
        at(pin, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long[] before = new long[1];
        rig.device(() -> {
            StreamQueue queue = rig.queue();
            for (int i = 0; i < 2 * MOVES; i++) {
                if (i == MOVES) {
                    before[0] = threads.getThreadAllocatedBytes(thread);
                }
                queue.advance(1);
            }
        });
        assertEquals(0, (threads.getThreadAllocatedBytes(thread) - before[0]) / MOVES);
    }
}
