package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_DEVICE;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

/** The life of an enabled event: what the driver is asked, who hears of a notification, and when the memory goes. */
@Timeout(30)
class KsEnabledEventTest {
    private static final String DEVICE_LOST = "ec968228949fb441a153aa31aeecb33f" + "00000000";
    private static final String JACK_INFO_CHANGE = "2e194fdd783bad49a5342c315b822000" + "01000000";
    private static final String CONTROL_CHANGE = "98965ee82ffad11195bd00c04fb925d3" + "00000000";
    private static final String TO_THE_FIRST_SIGNAL =
            "01000000" + "00000000" + "0010000000000000" + "0000000000000000" + "0000000000000000";

    private final Seam seam = new Seam();
    private final Ks ks = Ks.over(seam.driver);
    private final KsFilter filter = ks.filter(Seam.PATH);

    private KsEnabledEvent enabled() {
        seam.reply();
        return filter.enable(KSEVENT_DEVICE.LOST);
    }

    private KsEnabledEvent enabledOnce() {
        seam.reply();
        return filter.enableOnce(KSEVENT_DEVICE.LOST);
    }

    private KsBuffer enabledData() {
        ArgumentCaptor<KsBuffer> data = ArgumentCaptor.forClass(KsBuffer.class);
        verify(seam.handle).control(eq(IOCTL_KS.ENABLE_EVENT), any(), anyInt(), data.capture(), anyInt());
        return data.getValue();
    }

    private List<Integer> codes() {
        return seam.asked.stream().map(Seam.Asked::controlCode).toList();
    }

    @Test
    void enablingTellsTheDriverWhatToSignal() {
        enabled();
        assertEquals(
                new Seam.Asked(IOCTL_KS.ENABLE_EVENT, DEVICE_LOST + "01000000", 32, TO_THE_FIRST_SIGNAL),
                seam.asked.get(0));
    }

    @Test
    void inA32BitProcessEventDataIsNarrow() {
        Seam narrow = new Seam(Abi.X86).reply();
        narrow.filter().enable(KSEVENT_DEVICE.LOST);
        assertEquals(
                "01000000" + "00100000" + "00000000" + "00000000",
                narrow.asked.get(0).data());
    }

    @Test
    void whatAnEventWantsToKnowBesideLiesBehindTheEventData() {
        seam.reply();
        filter.enable(KSEVENT_DEVICE.LOST, (byte) 1, (byte) 2);
        assertEquals(TO_THE_FIRST_SIGNAL + "0102", seam.asked.get(0).data());
    }

    @Test
    void anEventOfAPinFactoryNamesItsNumber() {
        seam.reply();
        filter.pinFactory(5).enable(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
        assertEquals(
                JACK_INFO_CHANGE + "01000000" + "0500000000000000",
                seam.asked.get(0).request());
    }

    @Test
    void anEventOfANodeSaysSo() {
        seam.reply();
        filter.node(2).enable(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE);
        assertEquals(
                CONTROL_CHANGE + "01000010" + "0200000000000000",
                seam.asked.get(0).request());
    }

    @Test
    void anEventCanBeEnabledForOneNotification() {
        enabledOnce();
        assertEquals(DEVICE_LOST + "02000000", seam.asked.get(0).request());
    }

    @Test
    void anEventThatTheLibraryDoesNotKnowCanBeEnabled() {
        seam.reply().reply();
        filter.enable(KSEVENT_DEVICE.SET.guid(), 0);
        filter.enableOnce(KSEVENT_DEVICE.SET.guid(), 0);
        assertEquals(
                List.of(DEVICE_LOST + "01000000", DEVICE_LOST + "02000000"),
                seam.asked.stream().map(Seam.Asked::request).toList());
    }

    @Test
    void aDriverIsAskedWhetherItHasAnEvent() {
        seam.reply();
        assertTrue(filter.supports(KSEVENT_DEVICE.LOST));
        assertEquals(new Seam.Asked(IOCTL_KS.ENABLE_EVENT, DEVICE_LOST + "00020000", 0, ""), seam.asked.get(0));
    }

    @Test
    void aDriverMayHaveNoSuchEvent() {
        seam.reply(NtStatus.NOT_FOUND, 0);
        assertFalse(filter.supports(KSEVENT_DEVICE.LOST));
    }

    @Test
    void aDriverThatDoesNotSayWhetherItHasAnEventIsNoAnswer() {
        seam.reply(NtStatus.DEVICE_BUSY, 0);
        assertThrows(KsBusyException.class, () -> filter.supports(KSEVENT_DEVICE.LOST));
    }

    @Test
    void anEventThatTheObjectLacksIsNamed() {
        seam.reply(NtStatus.PROPSET_NOT_FOUND, 0);
        KsException e = assertThrows(KsNotSupportedException.class, () -> filter.enableOnce(KSEVENT_DEVICE.LOST));
        assertTrue(
                e.getMessage().startsWith("enable once KSEVENT_DEVICE_LOST (KSEVENTSETID_Device 0) of " + Seam.PATH),
                e.getMessage());
    }

    @Test
    void anEventThatIsRefusedLeavesNothingBehind() {
        seam.reply(NtStatus.INVALID_PARAMETER, 0);
        assertThrows(KsException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertTrue(seam.signals.get(0).closed);
        assertEquals(List.of(enabledData()), seam.freed);
        filter.close();
        assertEquals(List.of(IOCTL_KS.ENABLE_EVENT), codes());
    }

    @Test
    void anEventThatIsNotSentToADeviceThatHangsLeavesNothingBehind() {
        seam.reply((reply, length) -> {
            throw new KsBusyException("not sent", NtStatus.DEVICE_BUSY);
        });
        assertThrows(KsBusyException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertEquals(List.of(enabledData()), seam.freed);
    }

    @Test
    void anEventOfNoSetLeavesNothingBehind() {
        assertThrows(NullPointerException.class, () -> filter.enable((Guid) null, 0));
        assertEquals(seam.allocated, seam.freed);
    }

    @Test
    void anEventForWhichThereIsNoMemoryLeavesNothingBehind() {
        when(seam.driver.allocate(anyInt())).thenThrow(KsException.of("allocate", NtStatus.INSUFFICIENT_RESOURCES));
        assertThrows(KsException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void closingDisablesByTheSameAddress() {
        KsEnabledEvent event = enabled();
        seam.reply();
        event.close();
        KsBuffer data = enabledData();
        verify(seam.handle).control(IOCTL_KS.DISABLE_EVENT, data, 32, null, 0);
    }

    @Test
    void memoryAndSignalAreKeptUntilTheDriverHasDisabledTheEvent() {
        KsEnabledEvent event = enabled();
        seam.reply((reply, length) -> {
            assertEquals(List.of(), seam.freed);
            assertFalse(seam.signals.get(0).closed);
            return 0;
        });
        event.close();
        assertEquals(List.of(enabledData()), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void closingTwiceDisablesOnce() {
        KsEnabledEvent event = enabled();
        seam.reply();
        event.close();
        event.close();
        filter.close();
        assertEquals(List.of(IOCTL_KS.ENABLE_EVENT, IOCTL_KS.DISABLE_EVENT), codes());
        assertEquals(1, seam.freed.size());
    }

    static Stream<NtStatus> endings() {
        return Stream.of(
                NtStatus.UNSUCCESSFUL, NtStatus.DEVICE_REMOVED, NtStatus.NO_SUCH_DEVICE, NtStatus.DEVICE_NOT_CONNECTED);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEventThatHasEndedBeforeIsClosedAllTheSame(NtStatus answer) {
        KsEnabledEvent event = enabled();
        seam.reply(answer, 0);
        event.close();
        assertEquals(List.of(enabledData()), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void aDriverThatDoesNotDisableIsReportedWhenEverythingIsGivenBack() {
        KsEnabledEvent event = enabled();
        seam.reply(NtStatus.INVALID_BUFFER_SIZE, 0);
        KsException e = assertThrows(KsException.class, event::close);
        assertTrue(e.getMessage().startsWith("disable KSEVENT_DEVICE_LOST"), e.getMessage());
        assertEquals(List.of(enabledData()), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void theAddressIsNotUsedAgainIfTheDriverNeverAnsweredToItsDisabling() {
        KsEnabledEvent event = enabled();
        seam.reply((reply, length) -> {
            throw new KsTimeoutException("late", NtStatus.IO_TIMEOUT);
        });
        assertThrows(KsTimeoutException.class, event::close);
        assertEquals(List.of(), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void theAddressIsNotUsedAgainIfTheDriverNeverAnsweredToItsEnabling() {
        seam.reply((reply, length) -> {
            throw new KsTimeoutException("late", NtStatus.IO_TIMEOUT);
        });
        assertThrows(KsTimeoutException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertEquals(List.of(), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void anEventThatHasNotifiedItsOneTimeIsNotDisabled() {
        KsEnabledEvent event = enabledOnce();
        seam.signals.get(0).set();
        event.await(Duration.ZERO);
        event.close();
        assertEquals(List.of(IOCTL_KS.ENABLE_EVENT), codes());
        assertEquals(List.of(enabledData()), seam.freed);
    }

    @Test
    void anEventThatHasNotYetNotifiedItsOneTimeIsDisabled() {
        KsEnabledEvent event = enabledOnce();
        seam.reply();
        event.close();
        assertEquals(List.of(IOCTL_KS.ENABLE_EVENT, IOCTL_KS.DISABLE_EVENT), codes());
    }

    @Test
    void closingTheFilterDisablesItsEventsFirst() {
        seam.reply().reply();
        filter.node(1).enable(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE);
        ks.close();
        var order = inOrder(seam.handle, seam.driver);
        order.verify(seam.handle).control(eq(IOCTL_KS.DISABLE_EVENT), any(), anyInt(), any(), anyInt());
        order.verify(seam.handle).close();
        order.verify(seam.driver).close();
    }

    @Test
    void anEventIsClosedWithAHandleThatClosesUnderIt() {
        KsEnabledEvent event = enabled();
        seam.reply((reply, length) -> {
            throw new KsClosedException(Seam.PATH);
        });
        event.close();
        assertEquals(List.of(enabledData()), seam.freed);
    }

    @Test
    void anEventThatIsEnabledWhileTheFilterClosesIsDisabledAgain() {
        seam.reply((reply, length) -> {
            filter.close();
            return 0;
        });
        seam.reply();
        assertThrows(KsClosedException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertEquals(List.of(IOCTL_KS.ENABLE_EVENT, IOCTL_KS.DISABLE_EVENT), codes());
        assertEquals(List.of(enabledData()), seam.freed);
    }

    @Test
    void anEventOfAClosedFilterLeavesNothingBehind() {
        seam.reply((reply, length) -> {
            throw new KsClosedException(Seam.PATH);
        });
        assertThrows(KsClosedException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
        assertEquals(List.of(enabledData()), seam.freed);
        assertTrue(seam.signals.get(0).closed);
    }

    @Test
    void aNotificationIsTakenOnce() {
        KsEnabledEvent event = enabled();
        seam.signals.get(0).set();
        assertTrue(event.await(Duration.ZERO));
        assertFalse(event.await(Duration.ZERO));
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        KsEnabledEvent event = enabled();
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> event.await(Duration.ofMinutes(1)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aClosedEventIsNotWaitedFor() {
        KsEnabledEvent event = enabled();
        seam.reply();
        event.close();
        KsClosedException e = assertThrows(KsClosedException.class, () -> event.await(Duration.ofMinutes(1)));
        assertTrue(e.getMessage().contains("KSEVENT_DEVICE_LOST"), e.getMessage());
    }

    @Test
    void closingEndsTheWaitOfAnotherThread() {
        KsEnabledEvent event = enabled();
        seam.reply();
        CompletableFuture<KsClosedException> outcome = CompletableFuture.supplyAsync(
                () -> assertThrows(KsClosedException.class, () -> event.await(Duration.ofMinutes(1))));
        event.close();
        outcome.join();
    }

    @Test
    void anActionRunsForEachNotificationUntilItClosesTheEvent() {
        KsEnabledEvent event = enabled();
        seam.reply();
        seam.signals.get(0).set();
        int[] runs = new int[1];
        event.forEach(() -> {
            if (++runs[0] == 3) {
                event.close();
            }
            seam.signals.get(0).set();
        });
        assertEquals(3, runs[0]);
    }

    @Test
    void anActionRunsOnceForAnEventThatNotifiesOnce() {
        KsEnabledEvent event = enabledOnce();
        seam.signals.get(0).set();
        int[] runs = new int[1];
        event.forEach(() -> {
            runs[0]++;
            seam.signals.get(0).set();
        });
        assertEquals(1, runs[0]);
    }

    @Test
    void closingGivesTheThreadBackThatRunsTheAction() throws InterruptedException {
        KsEnabledEvent event = enabled();
        seam.reply();
        Thread lent = new Thread(() -> event.forEach(() -> {}));
        lent.start();
        event.close();
        lent.join();
        assertFalse(lent.isAlive());
    }

    @Test
    void whatAnActionThrowsEndsTheLoop() {
        KsEnabledEvent event = enabled();
        seam.signals.get(0).set();
        IllegalStateException thrown = new IllegalStateException();
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> event.forEach(() -> {
                            throw thrown;
                        })));
    }

    @Test
    void anEventSaysWhatItIs() {
        assertEquals(
                "KSEVENT_DEVICE_LOST (KSEVENTSETID_Device 0) of " + Seam.PATH,
                enabled().toString());
    }

    @Test
    void withoutAnActionThereIsNothingToWaitFor() {
        KsEnabledEvent event = enabled();
        assertThrows(NullPointerException.class, () -> event.forEach(null));
    }
}
