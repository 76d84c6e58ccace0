package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of requests that faults strike. */
@Timeout(30)
class FaultActionTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final Duration DELAY = Duration.ofMillis(20);
    private static final Duration LESS = DELAY.minusNanos(100);
    private static final int DISCONTINUITY = KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY;

    private final VirtualTime time = new VirtualTime();
    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final EmulatedDriver driver = EmulatedDriver.builder()
            .devices(device)
            .time(time)
            .timeout(Duration.ofMillis(100))
            .build();
    private Handle filter;
    private Handle render;
    private Handle capture;

    @BeforeEach
    void open() {
        filter = open(KSCATEGORY.RENDER);
        render = Client.pin(filter, 0, STEREO);
        capture = Client.pin(open(KSCATEGORY.CAPTURE), 0, STEREO);
        Client.run(render);
        Client.run(capture);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), 0);
    }

    private Fault add(String text) {
        return driver.faults().add(Fault.parse(text));
    }

    private int pins() {
        return Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).ulong();
    }

    private KSSTATE state() {
        return KSSTATE.values()[
                Client.get(render, KSPROPERTY_CONNECTION.STATE, 4).ulong()];
    }

    /** A read that has been given four bytes, unless a fault is in the way. */
    private Frame fedRead() {
        Frame read = new Frame(driver, 4).read(capture);
        Frame.of(driver, (byte) 1, (byte) 2, (byte) 3, (byte) 4).write(render);
        return read;
    }

    @Test
    void aStatusKeepsTheRequestFromTheDevice() {
        driver.faults().add(Fault.on(KSPROPERTY_CONNECTION.STATE).set().status(NtStatus.DEVICE_NOT_READY));
        assertEquals(NtStatus.DEVICE_NOT_READY, Client.state(render, KSSTATE.STOP));
        assertEquals(KSSTATE.RUN, state());
    }

    @Test
    void aStatusOfSuccessPretends() {
        add("write=status SUCCESS");
        Frame read = fedRead();
        assertFalse(read.isDone());
    }

    @Test
    void aStatusAfterwardsLetsTheDeviceDoIt() {
        driver.faults().add(Fault.on(KSPROPERTY_CONNECTION.STATE).set().statusAfter(NtStatus.IO_TIMEOUT));
        assertEquals(NtStatus.IO_TIMEOUT, Client.state(render, KSSTATE.STOP));
        assertEquals(KSSTATE.STOP, state());
    }

    @Test
    void anErrorAfterwardsLeavesTheBufferAlone() {
        add("get=status UNSUCCESSFUL after");
        Client.Reply reply = Client.control(
                filter, IOCTL_KS.PROPERTY, Client.request(KSPROPERTY_PIN.CTYPES, 1), Client.ints(0x55555555));
        reply.is(NtStatus.UNSUCCESSFUL, 0);
        assertEquals(0x55555555, reply.data().getInt(0));
    }

    @Test
    void aWarningAfterwardsLeavesTheAnswer() {
        add("get=status DEVICE_BUSY after");
        Client.Reply reply = Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_BUSY, 4);
        assertEquals(2, reply.data().getInt(0));
    }

    @Test
    void aDelayedAnswerComesAtItsTime() {
        Frame read = new Frame(driver, 4);
        add("read=delay 20ms");
        read.read(capture);
        Frame.of(driver, new byte[4]).write(render);
        time.advance(LESS);
        assertFalse(read.isDone());
        time.advance(Duration.ofNanos(100));
        read.is(NtStatus.SUCCESS, Frame.HEADER);
    }

    @Test
    void theDeviceDoesAtOnceWhatIsAnsweredLate() {
        add("write=delay 20ms");
        Frame read = fedRead();
        read.is(NtStatus.SUCCESS);
    }

    @Test
    void whoWaitsForADelayedAnswerGetsIt() {
        EmulatedDriver patient = EmulatedDriver.of(new VirtualAudioDevice("real"));
        patient.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).delay(Duration.ofMillis(1)));
        Handle real = patient.open(patient.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);
        assertEquals(2, Client.get(real, KSPROPERTY_PIN.CTYPES, 4).ulong());
        patient.close();
    }

    @Test
    void whoWaitsForADelayedAnswerPastTheDeadlineTimesOut() {
        add("get=delay 20ms");
        assertThrows(KsTimeoutException.class, this::pins);
    }

    @Test
    void delaysOfSeveralFaultsAddUp() {
        add("write=delay 20ms");
        add("write=delay 20ms");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        time.advance(DELAY.plus(LESS));
        assertFalse(write.isDone());
        time.advance(Duration.ofNanos(100));
        write.is(NtStatus.SUCCESS);
    }

    @Test
    void aStatusCanComeLate() {
        add("write=status UNSUCCESSFUL");
        add("write=delay 20ms");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        assertFalse(write.isDone());
        time.advance(DELAY);
        write.is(NtStatus.UNSUCCESSFUL, 0);
    }

    @Test
    void aDelayedAnswerThatIsCancelledNeverComes() {
        add("read=delay 20ms");
        Frame read = fedRead();
        read.pending.cancel();
        read.is(NtStatus.CANCELLED, 0);
        assertEquals(0, read.used(), "DataUsed, which has not been copied back");
        time.advance(DELAY);
        assertEquals(1, read.completions.get());
    }

    @Test
    void aRequestThatIsCancelledInTheDeviceIsNotDelayed() {
        add("read=delay 20ms");
        Frame read = new Frame(driver, 4).read(capture);
        read.pending.cancel();
        read.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void closingTheHandleEndsTheDelay() {
        add("write=delay 20ms");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        render.close();
        write.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void whatNeverCompletesPendsUntilItIsCancelled() {
        add("write=neverComplete");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        assertFalse(write.isDone());
        write.pending.cancel();
        write.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void whatNeverCompletesDoesNotReachTheDevice() {
        add("write=neverComplete");
        assertFalse(fedRead().isDone());
    }

    @Test
    void whoWaitsForWhatNeverCompletesTimesOut() {
        add("get:once=neverComplete");
        assertThrows(KsTimeoutException.class, this::pins);
        assertEquals(2, pins());
    }

    @Test
    void closingTheHandleEndsWhatNeverCompletes() {
        add("write=neverComplete");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        render.close();
        write.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void removingTheFaultEndsWhatItKeeps() {
        Fault fault = add("write=neverComplete");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        driver.faults().remove(fault);
        write.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void whatIsNeverGivenBackIgnoresCancelAndClose() {
        add("write=neverGiveBack");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        write.pending.cancel();
        render.close();
        assertFalse(write.isDone());
        assertFalse(write.pending.isDone());
    }

    @Test
    void theObjectStaysOpenAsLongAsARequestIsNotGivenBack() {
        Fault fault = add("write=neverGiveBack");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        render.close();
        assertThrows(KsBusyException.class, () -> Client.pin(filter, 0, STEREO));
        driver.faults().remove(fault);
        write.is(NtStatus.CANCELLED, 0);
        Client.pin(filter, 0, STEREO);
    }

    @Test
    void closingTheDriverGivesBackWhatIsNeverGivenBack() {
        add("write=neverGiveBack");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        driver.close();
        write.is(NtStatus.CANCELLED, 0);
        assertEquals(1, write.completions.get());
    }

    @Test
    void whoWaitsForWhatIsNeverGivenBackLeavesItBehind() {
        Fault fault = add("get:once=neverGiveBack");
        KsTimeoutException e = assertThrows(KsTimeoutException.class, this::pins);
        assertTrue(e.getMessage().contains("not given it back"), e.getMessage());
        driver.faults().remove(fault);
        assertEquals(2, pins());
    }

    @Test
    void aShortAnswerLeavesTheRestOfTheBufferAlone() {
        add("get=shortBy 1");
        Client.Reply reply = Client.control(
                filter, IOCTL_KS.PROPERTY, Client.request(KSPROPERTY_PIN.CTYPES, 1), Client.ints(0x55555555));
        reply.is(NtStatus.SUCCESS, 3);
        assertEquals(0x55000002, reply.data().getInt(0));
    }

    @Test
    void anAnswerIsNotShorterThanNothing() {
        add("get=shortBy 5");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.SUCCESS, 0);
    }

    @Test
    void aShortReadHasNoHeader() {
        add("read=shortBy 56");
        Frame read = fedRead().is(NtStatus.SUCCESS, 0);
        assertEquals(0, read.used());
    }

    @Test
    void aSizeQueryCanBeToldTooLittle() {
        int size = Client.get(filter, KSPROPERTY_PIN.DATARANGES, 0, 0, 0).information();
        add("KSPROPERTY_PIN_DATARANGES=shortBy 8");
        Client.get(filter, KSPROPERTY_PIN.DATARANGES, 0, 0, 0).is(NtStatus.BUFFER_OVERFLOW, size - 8);
    }

    @Test
    void informationMayLieWhateverTheSizeOfTheBuffer() {
        add("get=information 4294967295");
        Client.Reply reply = Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.SUCCESS, -1);
        assertEquals(2, reply.data().getInt(0));
    }

    @Test
    void informationMaySayLess() {
        add("get=information 0");
        Client.Reply reply = Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.SUCCESS, 0);
        assertEquals(0, reply.data().getInt(0));
    }

    @Test
    void aReadComesBackWithFlagsThatTheNextReadIsRefusedFor() {
        driver.faults().add(Fault.on(Operation.READ).staleFlags(DISCONTINUITY));
        Frame read = fedRead().is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(DISCONTINUITY, read.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, read.bytes());
        read.view.set(KSSTREAM_HEADER.DataUsed, 0);
        long again = capture.control(IOCTL_KS.READ_STREAM, null, 0, read.header, Frame.HEADER);
        assertEquals(NtStatus.INVALID_PARAMETER, IoStatusBlock.status(again));
    }

    @Test
    void aReadThatFailsHasNoStaleFlags() {
        driver.faults().add(Fault.on(Operation.READ).staleFlags(DISCONTINUITY));
        Frame read = new Frame(driver, 4).read(capture);
        Client.state(capture, KSSTATE.STOP);
        read.is(NtStatus.CANCELLED, 0);
        assertEquals(0, read.view.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void aDeviceIsRemovedByTheRequest() {
        Frame waiting = new Frame(driver, 4).read(capture);
        add("read@pin:1=remove");
        new Frame(driver, 4).read(capture).is(NtStatus.DEVICE_REMOVED);
        waiting.is(NtStatus.DEVICE_REMOVED);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aDeviceComesBackAfterAWhileAndWhoWatchesIsTold() {
        String path = filter.name();
        List<String> told = new ArrayList<>();
        driver.watch(KSCATEGORY.RENDER, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                told.add("+" + arrived.path());
            }

            @Override
            public void removed(FilterInterface removed) {
                told.add("-" + removed.path());
            }
        });
        add("get:1=remove for 20ms");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
        time.advance(LESS);
        assertThrows(KsDisconnectedException.class, () -> driver.open(path, 0));
        time.advance(DELAY.minus(LESS));
        assertEquals(List.of("-" + path, "+" + path), told);
        Client.get(driver.open(path, 0), KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.SUCCESS);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aDeviceThatSomebodyHasPluggedInDoesNotComeBackTwice() {
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).removeFor(DELAY));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
        driver.plug(device);
        Handle next = open(KSCATEGORY.RENDER);
        time.advance(DELAY);
        Client.get(next, KSPROPERTY_PIN.DATAFLOW, 4, 0, 0).is(NtStatus.SUCCESS);
    }

    @Test
    void aDeviceDoesNotComeBackToAClosedDriver() {
        add("get=remove for 20ms");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
        driver.close();
        time.advance(DELAY);
        EmulatedDriver.of(device).close();
    }

    @Test
    void aDeviceIsRemovedByItsOpening() {
        add("open=remove");
        String path = filter.name();
        assertThrows(KsDisconnectedException.class, () -> driver.open(path, 0));
    }

    @Test
    void aRequestToADeviceThatHasGoneDoesNotRemoveTheNextOne() {
        driver.unplug(device);
        driver.plug(device);
        add("get=remove");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
        open(KSCATEGORY.RENDER);
    }

    @Test
    void codeRunsBeforeTheDeviceIsAsked() {
        AtomicInteger runs = new AtomicInteger();
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).run(runs::incrementAndGet));
        assertEquals(2, pins());
        assertEquals(1, runs.get());
    }

    @Test
    void whatCodeThrowsIsAStatus() {
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).nth(1).run(() -> {
            throw new IllegalStateException("expected by the test");
        }));
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).nth(2).run(() -> {
            throw KsException.of("expected by the test", NtStatus.NO_MATCH);
        }));
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).nth(3).run(() -> {
            throw new AssertionError("expected by the test");
        }));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.UNSUCCESSFUL, 0);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.NO_MATCH, 0);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @Test
    void codeMayCloseTheHandleUnderTheRequest() {
        add("write=neverComplete");
        driver.faults().add(Fault.on(Operation.WRITE).run(render::close));
        Frame.of(driver, new byte[4]).write(render).is(NtStatus.CANCELLED, 0);
    }

    @Test
    void codeMayAddAndRemoveFaults() {
        driver.faults().add(Fault.on(KSPROPERTY_PIN.CTYPES).once().run(() -> {
            driver.faults().clear();
            add("get=status UNSUCCESSFUL");
        }));
        assertEquals(2, pins());
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.UNSUCCESSFUL);
    }

    @Test
    void theFirstStatusPrevailsAndAllRemovalsHappen() {
        add("get=status NO_MATCH");
        add("get=status UNSUCCESSFUL");
        add("get=remove");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.NO_MATCH);
        assertTrue(driver.enumerate(KSCATEGORY.AUDIO).isEmpty());
    }

    @Test
    void anOpenFails() {
        add("open:2=status SHARING_VIOLATION");
        String path = filter.name();
        driver.open(path, 0).close();
        assertThrows(KsBusyException.class, () -> driver.open(path, 0));
        driver.open(path, 0).close();
    }

    @Test
    void aCreationFailsBeforeOrAfterThePinIsThere() {
        render.close();
        add("create@pin:1=status DEVICE_NOT_READY");
        add("create@pin:2=status NO_MATCH after");
        assertThrows(KsBusyException.class, () -> Client.pin(filter, 0, STEREO));
        KsException e = assertThrows(KsException.class, () -> Client.pin(filter, 0, STEREO));
        assertEquals(NtStatus.NO_MATCH, e.status());
        Client.pin(filter, 0, STEREO);
    }

    @Test
    void anOpenThatNeverCompletesTimesOut() {
        add("open=neverComplete");
        String path = filter.name();
        assertThrows(KsTimeoutException.class, () -> driver.open(path, 0));
    }

    @Test
    void anOpenThatIsTooLateTimesOut() {
        add("open=delay 20ms");
        String path = filter.name();
        assertThrows(KsTimeoutException.class, () -> driver.open(path, 0));
    }

    @Test
    void aDelayedOpenSucceedsInTime() throws Exception {
        EmulatedDriver patient = EmulatedDriver.builder()
                .devices(new VirtualAudioDevice("patient"))
                .time(time)
                .build();
        CountDownLatch arrived = new CountDownLatch(1);
        patient.faults().add(Fault.on(Operation.OPEN).delay(DELAY));
        patient.faults().add(Fault.on(Operation.OPEN).run(arrived::countDown));
        String path = patient.enumerate(KSCATEGORY.RENDER).get(0).path();
        CompletableFuture<Handle> open = CompletableFuture.supplyAsync(() -> patient.open(path, 0), Client.THREADS);
        arrived.await();
        while (!open.isDone()) {
            time.advanceToNextTimer();
            Thread.onSpinWait();
        }
        assertEquals(path, open.get().name());
        patient.close();
    }

    @Test
    void anAnswerThatIsLateStaysLateWhenTheFaultGoes() {
        Fault fault = add("write=delay 20ms");
        Frame write = Frame.of(driver, new byte[4]).write(render);
        driver.faults().remove(fault);
        assertFalse(write.isDone());
        time.advance(DELAY);
        write.is(NtStatus.SUCCESS);
    }

    @Test
    void aDelayIsPositiveAndNoLongerThanAYear() {
        FaultMatcher any = Fault.onAnything();
        assertThrows(IllegalArgumentException.class, () -> any.delay(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> any.delay(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> any.delay(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> any.status(NtStatus.PENDING));
        assertThrows(IllegalArgumentException.class, () -> any.shortBy(0));
    }
}
