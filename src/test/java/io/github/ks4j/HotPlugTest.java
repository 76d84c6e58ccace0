package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that come and go, as those who use the library see it. */
@Timeout(30)
class HotPlugTest {
    private static final DataFormat FORMAT =
            DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));

    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final EmulatedDriver driver = EmulatedDriver.of(device);
    private final Ledger ledger = new Ledger(driver);
    private final Ks ks = Ks.over(ledger.driver);
    private final KsFilter microphone = ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0));
    private final List<String> told = new ArrayList<>();

    /** What a listener does beside taking notes. */
    private Runnable reaction = () -> {};

    private final InterfaceListener listener = new InterfaceListener() {
        @Override
        public void arrived(FilterInterface arrived) {
            told.add("+" + arrived.friendlyName());
            reaction.run();
        }

        @Override
        public void removed(FilterInterface removed) {
            told.add("-" + removed.friendlyName());
            reaction.run();
        }
    };

    @AfterEach
    void close() {
        ks.close();
    }

    private KsPin pausedPin() {
        KsPin pin = microphone.pinFactory(0).open(FORMAT);
        pin.state(KSSTATE.PAUSE);
        return pin;
    }

    @Test
    void aListenerIsToldOfWhatGoesAndComes() {
        ks.watch(KSCATEGORY.CAPTURE, listener);
        driver.unplug(device);
        driver.plug(device);
        assertEquals(List.of("-ks4j virtual microphone", "+ks4j virtual microphone"), told);
    }

    @Test
    void aListenerIsNotToldAfterItsRegistrationIsClosed() {
        ks.watch(KSCATEGORY.CAPTURE, listener).close();
        driver.unplug(device);
        assertEquals(List.of(), told);
    }

    @Test
    void aListenerMayCloseItsRegistration() {
        Driver.Registration registration = ks.watch(KSCATEGORY.CAPTURE, listener);
        reaction = registration::close;
        driver.unplug(device);
        driver.plug(device);
        assertEquals(List.of("-ks4j virtual microphone"), told);
    }

    @Test
    void aListenerMayCloseEverything() {
        ks.watch(KSCATEGORY.CAPTURE, listener);
        pausedPin();
        reaction = ks::close;
        driver.unplug(device);
        assertEquals(Set.of(), ledger.memory);
    }

    @Test
    void aListenerMayOpenWhatHasArrived() {
        driver.unplug(device);
        ks.watch(KSCATEGORY.CAPTURE, listener);
        List<KsFilter> opened = new ArrayList<>();
        reaction = () -> opened.add(ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0)));
        driver.plug(device);
        assertEquals(2, opened.get(0).get(KSPROPERTY_PIN.CTYPES));
    }

    @Test
    void closingEndsTheTellingBeforeTheDriver() {
        Seam seam = new Seam();
        Driver.Registration registration = mock(Driver.Registration.class);
        when(seam.driver.watch(any(), any())).thenReturn(registration);
        Ks watched = Ks.over(seam.driver);
        watched.watch(KSCATEGORY.AUDIO, listener);
        watched.close();
        var order = inOrder(registration, seam.driver);
        order.verify(registration).close();
        order.verify(seam.driver).close();
    }

    @Test
    void aRegistrationThatWasClosedIsNotClosedAgain() {
        Seam seam = new Seam();
        Driver.Registration registration = mock(Driver.Registration.class);
        when(seam.driver.watch(any(), any())).thenReturn(registration);
        Ks watched = Ks.over(seam.driver);
        watched.watch(KSCATEGORY.AUDIO, listener).close();
        watched.close();
        verify(registration, times(1)).close();
    }

    @Test
    void nobodyWatchesThroughAClosedLibrary() {
        ks.close();
        assertThrows(KsClosedException.class, () -> ks.watch(KSCATEGORY.CAPTURE, listener));
    }

    @Test
    void whatHasGoneSaysSo() {
        driver.unplug(device);
        KsException e = assertThrows(KsDisconnectedException.class, microphone::pinFactories);
        assertEquals(
                "get KSPROPERTY_PIN_CTYPES (KSPROPSETID_Pin 1) of " + microphone.path() + ": " + NtStatus.DEVICE_REMOVED
                        + ", Win32 " + NtStatus.DEVICE_REMOVED.win32() + "; the device has been removed",
                e.getMessage());
    }

    @Test
    void aPinOfAFilterThatHasGoneIsNotOpened() {
        driver.unplug(device);
        KsPinConnection connection = KsPinConnection.of(FORMAT).withAccess(Driver.GENERIC_READ);
        KsException e = assertThrows(
                KsDisconnectedException.class, () -> microphone.pinFactory(0).open(connection));
        assertTrue(e.getMessage().endsWith("the device has been removed"), e.getMessage());
    }

    @Test
    void aPinThatHasGoneChangesItsStateNoMore() {
        KsPin pin = pausedPin();
        driver.unplug(device);
        assertThrows(KsDisconnectedException.class, () -> pin.state(KSSTATE.RUN));
    }

    @Test
    void aFrameThatIsPendingEnds() {
        KsPin pin = pausedPin();
        KsFrame frame = pin.frame(64);
        pin.read(frame);
        driver.unplug(device);
        KsException e = assertThrows(KsDisconnectedException.class, frame::await);
        assertTrue(
                e.getMessage().startsWith("read a frame of 64 bytes, pin 0 of " + microphone.path()), e.getMessage());
    }

    @Test
    void aFrameThatIsSubmittedLaterEndsAtOnce() {
        KsPin pin = pausedPin();
        KsFrame frame = pin.frame(64);
        driver.unplug(device);
        pin.read(frame);
        assertThrows(KsDisconnectedException.class, frame::await);
    }

    @Test
    void aDeviceThatComesBackDoesNotReviveWhatWasOpen() {
        driver.unplug(device);
        driver.plug(device);
        assertThrows(KsDisconnectedException.class, microphone::pinFactories);
        assertEquals(2, ks.filter(microphone.path()).pinFactories().size());
    }

    @Test
    void whatHasGoneIsClosedLikeAnythingElse() {
        KsPin pin = pausedPin();
        pin.read(pin.frame(64));
        ks.watch(KSCATEGORY.CAPTURE, listener);
        driver.unplug(device);
        pin.close();
        microphone.close();
        ks.close();
        assertEquals(Set.of(), ledger.memory);
    }

    @Test
    void withoutAListenerThereIsNobodyToTell() {
        assertThrows(NullPointerException.class, () -> ks.watch(KSCATEGORY.CAPTURE, null));
    }
}
