package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Data flows from one device to another without a client. */
@Timeout(30)
class PinConnectionTest {
    private static final int WORDS = 1024;
    /** Four frames of 4096 bytes, since the pins do not say. */
    private static final int ALL = 4 * 4096;

    private final Pair pair = new Pair();

    @AfterEach
    void close() {
        pair.close();
    }

    private void assertTaken(int words) {
        assertEquals(words, pair.check.next);
        assertEquals(0, pair.check.lost, "lost");
        assertEquals(0, pair.check.disordered, "disordered");
    }

    @Test
    void dataFlowsFromTheSourcesDeviceToTheSinks() {
        pair.running().numbers.give(100 * WORDS);
        assertTaken(100 * WORDS);
    }

    @Test
    void theSourceHasAllFramesWhileItHasNoData() {
        pair.running();
        assertEquals(ALL, pair.numbers.queued());
    }

    @Test
    void thereAreNoFramesBeforeBothPinsPause() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.ACQUIRE);
        assertEquals(0, pair.numbers.queued());
        pair.states(KSSTATE.ACQUIRE, KSSTATE.RUN);
        assertEquals(0, pair.numbers.queued());
        pair.states(KSSTATE.PAUSE, KSSTATE.PAUSE);
        assertEquals(ALL, pair.numbers.queued());
    }

    @Test
    void aSourceThatRunsFillsTheQueueOfASinkThatPauses() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(10 * WORDS);
        assertEquals(ALL, pair.check.queued());
        assertTaken(0);
        Client.run(pair.sink);
        assertTaken(10 * WORDS);
    }

    @Test
    void aSinkThatRunsWaitsForASourceThatPauses() {
        pair.connected().states(KSSTATE.PAUSE, KSSTATE.RUN);
        pair.numbers.give(10 * WORDS);
        assertTaken(0);
        Client.run(pair.source);
        assertTaken(10 * WORDS);
    }

    @Test
    void aSinkThatStopsGivesAllFramesBack() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(2 * WORDS);
        Client.state(pair.sink, KSSTATE.STOP);
        assertEquals(0, pair.numbers.queued());
        assertEquals(0, pair.check.queued());
    }

    @Test
    void aStreamGoesOnWhenTheSinkRunsAgain() {
        pair.running().numbers.give(10 * WORDS);
        Client.state(pair.sink, KSSTATE.STOP);
        pair.numbers.give(10 * WORDS);
        Client.run(pair.sink);
        assertTaken(20 * WORDS);
    }

    @Test
    void whatHasBeenFilledIsTakenAlthoughTheSourceStops() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(2 * WORDS);
        Client.state(pair.source, KSSTATE.STOP);
        assertEquals(0, pair.numbers.queued());
        assertEquals(ALL / 2, pair.check.queued());
        Client.run(pair.sink);
        assertTaken(2 * WORDS);
    }

    @Test
    void aSourceThatGoesOnWhileTheSinkHasFramesStillHasNoMore() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(3 * WORDS);
        Client.state(pair.source, KSSTATE.STOP);
        Client.run(pair.source);
        assertEquals(ALL / 4, pair.numbers.queued());
        Client.run(pair.sink);
        assertEquals(ALL, pair.numbers.queued());
    }

    @Test
    void theStreamOfConnectedPinsIsNotTheClients() {
        pair.connected();
        Frame.of(pair.driver, new byte[4]).write(pair.sink).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
        new Frame(pair.driver, 4).read(pair.source).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }

    @Test
    void aSinkIsItsClientsAgainWhenTheSourceHasBeenClosed() {
        pair.running().source.close();
        Frame write = Frame.of(pair.driver, new byte[4]).write(pair.sink);
        write.is(NtStatus.SUCCESS, 4);
    }

    @Test
    void aSourceIsNobodysWhenTheSinkHasBeenClosed() {
        pair.running().sink.close();
        assertEquals(0, pair.numbers.queued());
        new Frame(pair.driver, 4).read(pair.source).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
        assertEquals(NtStatus.SUCCESS, Client.state(pair.source, KSSTATE.STOP));
        assertEquals(NtStatus.SUCCESS, Client.state(pair.source, KSSTATE.RUN));
    }

    @Test
    void aSinkIsConnectedOnce() {
        pair.connected();
        assertEquals(NtStatus.INVALID_DEVICE_STATE, refused(pair.sink));
        pair.source.close();
        pair.source = pair.source(pair.sink);
        pair.states(KSSTATE.RUN, KSSTATE.RUN).numbers.give(WORDS);
        assertTaken(WORDS);
    }

    private NtStatus refused(Handle to) {
        return assertThrows(KsException.class, () -> pair.source(to)).status();
    }

    @Test
    void aSourceIsNotConnectedToItself() {
        pair.connected();
        assertEquals(NtStatus.INVALID_PARAMETER, refused(pair.source));
    }

    @Test
    void aClosedSinkIsAnInvalidHandle() {
        pair.connected().sink.close();
        assertEquals(NtStatus.INVALID_HANDLE, refused(pair.sink));
    }

    @Test
    void aSinkOfARemovedDeviceIsRemoved() {
        pair.connected().driver.unplug(pair.taking);
        assertEquals(NtStatus.DEVICE_REMOVED, refused(pair.sink));
    }

    @Test
    void closingTheSourceTakesTheFramesBack() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(2 * WORDS);
        pair.source.close();
        assertEquals(0, pair.check.queued());
        assertEquals(1, pair.numbers.closed);
        assertEquals(0, pair.check.closed);
    }

    @Test
    void removingTheSourcesDeviceTakesTheFramesBack() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(2 * WORDS);
        pair.driver.unplug(pair.giving);
        assertEquals(0, pair.check.queued());
        assertEquals(NtStatus.SUCCESS, Client.state(pair.sink, KSSTATE.STOP));
        assertEquals(NtStatus.DEVICE_REMOVED, Client.state(pair.source, KSSTATE.STOP));
    }

    @Test
    void removingTheSinksDeviceTakesTheFramesBack() {
        pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
        pair.numbers.give(2 * WORDS);
        pair.driver.unplug(pair.taking);
        assertEquals(0, pair.numbers.queued());
        assertEquals(NtStatus.SUCCESS, Client.state(pair.source, KSSTATE.STOP));
        assertEquals(NtStatus.DEVICE_REMOVED, Client.state(pair.sink, KSSTATE.STOP));
    }

    @Test
    void closingTheDriverClosesBothPins() {
        pair.running().driver.close();
        assertEquals(1, pair.numbers.closed);
        assertEquals(1, pair.check.closed);
    }

    @Test
    void aSourceThatCannotBeOpenedLeavesTheSinkFree() {
        try (Pair limited = new Pair(Pair.giving().instances(1), Pair.taking())) {
            limited.connected();
            Handle second = Client.pin(limited.takingFilter, 0, Pair.FORMAT);
            assertEquals(
                    NtStatus.INVALID_DEVICE_STATE,
                    assertThrows(KsException.class, () -> limited.source(second))
                            .status());
            limited.source.close();
            limited.source(second).close();
            assertFalse(limited.check.pin.isConnected());
        }
    }

    @Test
    void aSinkThatIsResetTakesFramesWhenThatIsOver() {
        pair.running().numbers.give(WORDS);
        reset(pair.sink, KSRESET.BEGIN);
        pair.numbers.give(10 * WORDS);
        assertTaken(WORDS);
        reset(pair.sink, KSRESET.END);
        assertTaken(11 * WORDS);
    }

    @Test
    void aSourceThatIsResetGetsFramesWhenThatIsOver() {
        pair.running();
        reset(pair.source, KSRESET.BEGIN);
        pair.numbers.give(10 * WORDS);
        assertEquals(0, pair.numbers.queued());
        reset(pair.source, KSRESET.END);
        assertEquals(ALL, pair.numbers.queued());
        pair.numbers.give(0);
        assertTaken(10 * WORDS);
    }

    static void reset(Handle pin, KSRESET phase) {
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(phase.value()), new byte[0])
                .is(NtStatus.SUCCESS);
    }

    @Test
    void noPointerOfAClientsLeadsToTheFrames() {
        pair.running();
        long frame = pair.numbers.pin.locked(() -> KSSTREAM_HEADER.Data.read(
                Abi.X64,
                pair.numbers.pin.queue().header(),
                pair.numbers.pin.queue().headerOffset()));
        assertEquals(
                NtStatus.ACCESS_VIOLATION,
                assertThrows(KsException.class, () -> pair.driver.view(frame, 1))
                        .status());
    }
}
