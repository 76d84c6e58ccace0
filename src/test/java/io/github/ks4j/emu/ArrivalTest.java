package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that come and go. */
@Timeout(30)
class ArrivalTest {
    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final EmulatedDriver driver = EmulatedDriver.of(device);
    private final String render = driver.enumerate(KSCATEGORY.RENDER).get(0).path();
    private final List<String> told = new ArrayList<>();

    private final InterfaceListener listener = new InterfaceListener() {
        @Override
        public void arrived(FilterInterface arrived) {
            told.add("+" + arrived.friendlyName());
        }

        @Override
        public void removed(FilterInterface removed) {
            told.add("-" + removed.friendlyName());
        }
    };

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle openFilter() {
        return driver.open(render, Client.READ_WRITE);
    }

    private static DataFormat format() {
        return DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48000, 2, 16, 16, 0));
    }

    private static Handle openPin(Handle filter) {
        Handle pin = Client.pin(filter, 0, format());
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.PAUSE));
        return pin;
    }

    @Test
    void aListenerWhoseWatchAnotherOneEndsIsToldNoMore() {
        AtomicReference<Driver.Registration> second = new AtomicReference<>();
        driver.watch(KSCATEGORY.RENDER, new InterfaceListener() {
            @Override
            public void removed(FilterInterface removed) {
                second.get().close();
            }
        });
        second.set(driver.watch(KSCATEGORY.RENDER, listener));
        driver.unplug(device);
        assertEquals(List.of(), told);
    }

    @Test
    void nobodyIsToldOnceAListenerHasClosedTheDriver() {
        driver.watch(KSCATEGORY.RENDER, new InterfaceListener() {
            @Override
            public void removed(FilterInterface removed) {
                driver.close();
            }
        });
        driver.watch(KSCATEGORY.RENDER, listener);
        driver.unplug(device);
        assertEquals(List.of(), told);
    }

    @Test
    void aDeviceThatIsUnpluggedIsNotListed() {
        driver.unplug(device);
        assertEquals(List.of(), driver.enumerate(KSCATEGORY.AUDIO));
    }

    @Test
    void itsPathLeadsNowhere() {
        driver.unplug(device);
        KsDisconnectedException e = assertThrows(KsDisconnectedException.class, this::openFilter);
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, e.status());
    }

    @Test
    void anOpenHandleAnswersThatItIsGone() {
        Handle filter = openFilter();
        driver.unplug(device);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void nothingIsCreatedBelowAnOpenHandle() {
        Handle filter = openFilter();
        driver.unplug(device);
        KsDisconnectedException e = assertThrows(KsDisconnectedException.class, () -> openPin(filter));
        assertEquals(NtStatus.DEVICE_REMOVED, e.status());
    }

    @Test
    void streamRequestsThatWaitEnd() {
        Handle pin = openPin(openFilter());
        Frame frame = new Frame(driver, 64).write(pin);
        driver.unplug(device);
        frame.is(NtStatus.DEVICE_REMOVED, 0);
    }

    @Test
    void laterStreamRequestsAreRefused() {
        Handle pin = openPin(openFilter());
        driver.unplug(device);
        new Frame(driver, 64).write(pin).is(NtStatus.DEVICE_REMOVED, 0);
    }

    @Test
    void handlesOfTheFormerLifeStayDead() {
        Handle filter = openFilter();
        driver.unplug(device);
        driver.plug(device);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aDeviceThatIsPluggedInAgainWorks() {
        openPin(openFilter());
        driver.unplug(device);
        driver.plug(device);
        Client.run(openPin(openFilter()));
    }

    @Test
    void aDeviceMayComeBackAsAnother() {
        AtomicReference<String> firmware = new AtomicReference<>("old");
        EmulatedDevice changing = new EmulatedDevice() {
            @Override
            public String instance() {
                return "changing";
            }

            @Override
            public List<EmulatedFilter> filters() {
                EmulatedFilter.Builder filter = EmulatedFilter.named("f").categories(KSCATEGORY.VIDEO);
                return List.of(
                        firmware.get().equals("old")
                                ? filter.build()
                                : filter.pin(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)
                                                .build())
                                        .build());
            }
        };
        driver.plug(changing);
        String path = driver.enumerate(KSCATEGORY.VIDEO).get(0).path();
        Handle before = driver.open(path, 0);
        assertEquals(0, Client.get(before, KSPROPERTY_PIN.CTYPES, 4).ulong());
        driver.unplug(changing);
        firmware.set("new");
        driver.plug(changing);
        assertEquals(
                1, Client.get(driver.open(path, 0), KSPROPERTY_PIN.CTYPES, 4).ulong());
        Client.get(before, KSPROPERTY_PIN.CTYPES, 4).is(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void closingHandlesOfTheFormerLifeDoesNotCountForTheNew() {
        Handle former = openPin(openFilter());
        driver.unplug(device);
        driver.plug(device);
        Handle filter = openFilter();
        openPin(filter);
        former.close();
        assertEquals(
                1, Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 0, 0).data().getInt(4));
    }

    @Test
    void aListenerIsToldOfEachInterfaceThatGoes() {
        driver.watch(KSCATEGORY.RENDER, listener);
        driver.unplug(device);
        assertEquals(List.of("-ks4j virtual speaker"), told);
    }

    @Test
    void aListenerIsToldOfEachInterfaceThatComes() {
        driver.unplug(device);
        driver.watch(KSCATEGORY.RENDER, listener);
        driver.plug(device);
        assertEquals(List.of("+ks4j virtual speaker"), told);
    }

    @Test
    void aListenerIsNotToldOfOtherCategories() {
        driver.watch(KSCATEGORY.VIDEO, listener);
        driver.unplug(device);
        assertEquals(List.of(), told);
    }

    @Test
    void aListenerIsNotToldAfterItHasLeft() {
        driver.watch(KSCATEGORY.RENDER, listener).close();
        driver.unplug(device);
        assertEquals(List.of(), told);
    }

    @Test
    void aListenerMayLeaveWhileItIsTold() {
        CompletableFuture<Driver.Registration> registration = new CompletableFuture<>();
        registration.complete(driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {
            @Override
            public void removed(FilterInterface removed) {
                told.add("left");
                registration.join().close();
            }
        }));
        driver.unplug(device);
        assertEquals("left", told.get(0));
    }

    @Test
    void whatAListenerThrowsDoesNotKeepOthersFromBeingTold() {
        driver.watch(KSCATEGORY.RENDER, new InterfaceListener() {
            @Override
            public void removed(FilterInterface removed) {
                throw new AssertionError("the listener's own fault");
            }
        });
        driver.watch(KSCATEGORY.RENDER, listener);
        driver.unplug(device);
        assertEquals(List.of("-ks4j virtual speaker"), told);
    }

    @Test
    void aListenerCanOpenWhatHasArrived() {
        driver.unplug(device);
        AtomicBoolean opened = new AtomicBoolean();
        driver.watch(KSCATEGORY.RENDER, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                driver.open(arrived.path(), 0).close();
                opened.set(true);
            }
        });
        driver.plug(device);
        assertTrue(opened.get());
    }

    @Test
    void aDeviceIsPluggedInOnce() {
        assertThrows(IllegalStateException.class, () -> EmulatedDriver.of(device));
    }

    @Test
    void aDeviceIsNotPluggedInAgainWhereItIs() {
        assertThrows(IllegalStateException.class, () -> driver.plug(device));
    }

    @Test
    void aDeviceWhosePathIsTakenIsFreeForAnotherDriver() {
        VirtualAudioDevice same = new VirtualAudioDevice();
        assertThrows(IllegalArgumentException.class, () -> driver.plug(same));
        EmulatedDriver.of(same).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own\\device", "own#{device}"})
    void aDeviceWhosePathsWouldLeadNowhereIsRefused(String instance) {
        EmulatedDevice lost = EmulatedDevice.of(
                instance, EmulatedFilter.named("f").categories(KSCATEGORY.VIDEO).build());
        assertThrows(IllegalArgumentException.class, () -> driver.plug(lost));
        assertEquals(List.of(), driver.enumerate(KSCATEGORY.VIDEO));
    }

    @Test
    void twoDevicesThatAreEqualAreTwo() {
        record Equal(String instance, List<EmulatedFilter> filters) implements EmulatedDevice {
            @Override
            public boolean equals(Object other) {
                return other instanceof Equal;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        }
        Equal one = new Equal("one", List.of(EmulatedFilter.named("f").build()));
        Equal two = new Equal("two", List.of(EmulatedFilter.named("f").build()));
        try (EmulatedDriver both = EmulatedDriver.of(one, two)) {
            assertTrue(both.unplug(one));
            assertTrue(both.unplug(two));
        }
    }

    @Test
    void aDeviceCanGoToAnotherDriverWhenItsOwnIsClosed() {
        driver.close();
        EmulatedDriver.of(device).close();
    }

    @Test
    void unpluggingWhatIsNotThereDoesNothing() {
        assertFalse(driver.unplug(new VirtualAudioDevice("another")));
    }

    @Test
    void nothingIsPluggedIntoAClosedDriver() {
        driver.close();
        assertThrows(KsClosedException.class, () -> driver.plug(device));
    }

    @Test
    void aPathIsNotTakenTwice() {
        assertThrows(IllegalArgumentException.class, () -> driver.plug(new VirtualAudioDevice()));
    }

    @Test
    void noNodeIsCreatedBelowAnOpenHandle() {
        Handle filter = openFilter();
        driver.unplug(device);
        KsDisconnectedException e = assertThrows(
                KsDisconnectedException.class,
                () -> filter.create(KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(8), Client.READ_WRITE));
        assertEquals(NtStatus.DEVICE_REMOVED, e.status());
    }

    @Test
    void anEventOfTheFormerLifeIsNotHeardInTheNew() throws InterruptedException {
        Handle topology =
                driver.open(driver.enumerate(KSCATEGORY.TOPOLOGY).get(0).path(), Client.READ_WRITE);
        Registration former = new Registration(driver, KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE).onNode(topology, 0);
        driver.unplug(device);
        driver.plug(device);
        device.speakerVolume().set(AudioControl.ALL_CHANNELS, -AudioControl.DECIBEL);
        assertFalse(former.heard());
    }

    @Test
    void aDeviceThatComesWhileTheDriverIsClosedIsFree() {
        EmulatedDevice slow = new EmulatedDevice() {
            @Override
            public String instance() {
                return "slow";
            }

            @Override
            public List<EmulatedFilter> filters() {
                driver.close();
                return List.of();
            }
        };
        assertThrows(KsClosedException.class, () -> driver.plug(slow));
        try (EmulatedDriver other = EmulatedDriver.of()) {
            other.plug(slow);
        }
    }

    @Test
    void aCompletionThatFailsDoesNotKeepTheOthersFromTheirs() {
        Handle pin = openPin(openFilter());
        Frame failing = new Frame(driver, 64);
        pin.submit(IOCTL_KS.WRITE_STREAM, null, 0, failing.header, Frame.HEADER, block -> {
            throw new AssertionError("on purpose");
        });
        Frame frame = new Frame(driver, 64).write(pin);
        driver.unplug(device);
        frame.is(NtStatus.DEVICE_REMOVED, 0);
    }
}
