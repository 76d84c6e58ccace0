package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.struct.Abi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmulatedDriverTest {
    private static final String PATH = "\\\\?\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";

    private final EmulatedFilter filter = EmulatedFilter.named("filter")
            .friendlyName("stub")
            .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)
            .build();
    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of("ks4j#stub#0000", filter));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void filtersAreFoundUnderEachOfTheirCategories() {
        assertEquals(
                List.of(PATH),
                driver.enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::path)
                        .toList());
        assertEquals(
                List.of("\\\\?\\ks4j#stub#0000#{65e8773e-8f56-11d0-a3b9-00a0c9223196}\\filter"),
                driver.enumerate(KSCATEGORY.RENDER).stream()
                        .map(FilterInterface::path)
                        .toList());
    }

    @Test
    void theInterfacesOfAFilterTellItsDeviceAndAllItsCategories() {
        FilterInterface audio = driver.enumerate(KSCATEGORY.AUDIO).get(0);
        FilterInterface render = driver.enumerate(KSCATEGORY.RENDER).get(0);
        assertEquals("KS4J\\STUB\\0000", audio.instanceId());
        assertEquals(audio.instanceId(), render.instanceId());
        assertEquals(audio.containerId(), render.containerId());
        assertEquals(Set.of(KSCATEGORY.AUDIO, KSCATEGORY.RENDER), audio.categories());
    }

    @Test
    void devicesDifferInTheirContainer() {
        EmulatedDevice second = EmulatedDevice.of(
                "ks4j#stub#0001",
                EmulatedFilter.named("filter").categories(KSCATEGORY.AUDIO).build());
        driver.plug(second);
        assertEquals(
                2,
                driver.enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::containerId)
                        .distinct()
                        .count());
    }

    @Test
    void aCategoryWithoutFiltersIsEmpty() {
        assertEquals(List.of(), driver.enumerate(KSCATEGORY.VIDEO));
    }

    @Test
    void pathsAreComparedWithoutRegardToCase() {
        driver.open(PATH.toUpperCase(Locale.ROOT), 0).close();
        driver.open(PATH.replace("\\\\?\\", "\\\\.\\"), 0).close();
    }

    @Test
    void anUnknownPathIsNotFound() {
        KsException e = assertThrows(KsDisconnectedException.class, () -> driver.open(PATH + "x", 0));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, e.status());
    }

    @Test
    void aServiceSaysWhichPropertyItCannotRead() {
        System.setProperty(EmulatedDriver.FAULTS_PROPERTY, "nonsense");
        try {
            KsException e = assertThrows(KsException.class, new EmulatedDriver.Provider()::open);
            assertTrue(e.getMessage().contains("-D" + EmulatedDriver.FAULTS_PROPERTY), e.getMessage());
        } finally {
            System.clearProperty(EmulatedDriver.FAULTS_PROPERTY);
        }
    }

    @Test
    void aPathWithANulIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> driver.open(PATH + "\0x", 0));
    }

    @Test
    void noCategoryIsNotAnEmptyOne() {
        assertThrows(NullPointerException.class, () -> driver.enumerate(null));
    }

    @Test
    void whoWatchesHasToBeThere() {
        assertThrows(NullPointerException.class, () -> driver.watch(KSCATEGORY.AUDIO, null));
    }

    @Test
    void aDeadlineBeyondAllCountingIsNone() {
        try (Driver patient = EmulatedDriver.builder()
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .build()) {
            assertEquals(List.of(), patient.enumerate(KSCATEGORY.AUDIO));
        }
    }

    @Test
    void twoFiltersOfOnePathAreRefused() {
        EmulatedDevice device = EmulatedDevice.of("twice", filter, filter);
        assertThrows(IllegalArgumentException.class, () -> EmulatedDriver.of(device));
    }

    @Test
    void aFilterIsFoundOnceUnderACategoryThatItIsGivenTwice() {
        EmulatedFilter twice = EmulatedFilter.named("twice")
                .categories(KSCATEGORY.VIDEO, KSCATEGORY.VIDEO)
                .build();
        driver.plug(EmulatedDevice.of("video", twice));
        assertEquals(1, driver.enumerate(KSCATEGORY.VIDEO).size());
    }

    @Test
    void aDeviceIsAskedForItsInstanceOnce() {
        AtomicInteger asked = new AtomicInteger();
        EmulatedFilter video =
                EmulatedFilter.named("f").categories(KSCATEGORY.VIDEO).build();
        driver.plug(new EmulatedDevice() {
            @Override
            public String instance() {
                return "instance" + asked.incrementAndGet();
            }

            @Override
            public List<EmulatedFilter> filters() {
                return List.of(video);
            }
        });
        String path = driver.enumerate(KSCATEGORY.VIDEO).get(0).path();
        assertDoesNotThrow(() -> driver.open(path, 0).close());
    }

    @Test
    void noNameHasANul() {
        assertThrows(IllegalArgumentException.class, () -> EmulatedFilter.named("a\0b"));
        EmulatedDevice device = EmulatedDevice.of("a\0b");
        assertThrows(IllegalArgumentException.class, () -> driver.plug(device));
    }

    @Test
    void aDriverMayHaveSeveralDevicesOfAKind() {
        try (Driver several =
                EmulatedDriver.of(new VirtualAudioDevice("virtual#1"), new VirtualAudioDevice("virtual#2"))) {
            assertEquals(4, several.enumerate(KSCATEGORY.AUDIO).size());
        }
    }

    @Test
    void aConnectionToANodeThatThereIsNotIsRefused() {
        EmulatedFilter.Builder description = EmulatedFilter.named("f").connect(EmulatedFilter.FILTER, 0, 0, 0);
        assertThrows(IllegalArgumentException.class, description::build);
    }

    @Test
    void itSaysThatItIsEmulated() {
        assertTrue(driver.isEmulated());
        assertEquals("emu", driver.name());
        assertEquals(Abi.X64, driver.abi());
    }

    @Test
    void itIsFoundAsAService() {
        Driver.Provider provider = ServiceLoader.load(Driver.Provider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals("emu"))
                .findAny()
                .orElseThrow();
        assertFalse(provider.isNative());
        try (Driver found = provider.open()) {
            assertEquals(2, found.enumerate(KSCATEGORY.AUDIO).size());
        }
    }

    @Test
    void aHandleKnowsItsDriverAndItsName() {
        Handle handle = driver.open(PATH, 0);
        assertSame(driver, handle.driver());
        assertEquals(PATH, handle.name());
        assertNotEquals(handle.value(), driver.open(PATH, 0).value());
    }

    @Test
    void aClosedHandleSaysSo() {
        Handle handle = driver.open(PATH, 0);
        handle.close();
        handle.close();
        assertThrows(KsClosedException.class, () -> handle.control(IOCTL_KS.PROPERTY, null, 0, null, 0));
        assertThrows(KsClosedException.class, () -> handle.submit(IOCTL_KS.PROPERTY, null, 0, null, 0, block -> {}));
    }

    @Test
    void closingTheDriverClosesItsHandles() {
        Handle handle = driver.open(PATH, 0);
        driver.close();
        assertThrows(KsClosedException.class, () -> handle.control(IOCTL_KS.PROPERTY, null, 0, null, 0));
        assertThrows(KsClosedException.class, () -> driver.open(PATH, 0));
    }

    @Test
    void lengthsBeyondTheBufferAreRefused() {
        Handle handle = driver.open(PATH, 0);
        KsBuffer buffer = driver.allocate(24);
        assertThrows(IndexOutOfBoundsException.class, () -> handle.control(IOCTL_KS.PROPERTY, buffer, 25, null, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> handle.control(IOCTL_KS.PROPERTY, buffer, 24, null, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> handle.control(IOCTL_KS.PROPERTY, buffer, -1, null, 0));
    }

    @Test
    void aBufferOfAnotherDriverIsRefused() {
        Handle handle = driver.open(PATH, 0);
        try (Driver other = EmulatedDriver.of()) {
            KsBuffer foreign = other.allocate(24);
            assertThrows(IllegalArgumentException.class, () -> handle.control(IOCTL_KS.PROPERTY, foreign, 24, null, 0));
        }
        KsBuffer heap = KsBuffer.heap(24);
        assertThrows(IllegalArgumentException.class, () -> handle.control(IOCTL_KS.PROPERTY, heap, 24, null, 0));
    }

    @Test
    void aClosedBufferIsRefused() {
        Handle handle = driver.open(PATH, 0);
        KsBuffer buffer = driver.allocate(24);
        buffer.close();
        assertThrows(IllegalArgumentException.class, () -> handle.control(IOCTL_KS.PROPERTY, buffer, 24, null, 0));
    }

    @Test
    void unknownControlCodesAreInvalidDeviceRequests() {
        Handle handle = driver.open(PATH, 0);
        Client.control(handle, 0x222003, new byte[0], new byte[0]).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
        Client.control(handle, IOCTL_KS.RESET_STATE, new byte[4], new byte[0]).is(NtStatus.SUCCESS, 0);
        Client.control(handle, IOCTL_KS.ENABLE_EVENT, new byte[24], new byte[32])
                .is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void streamRequestsNeedTheirAccess() {
        Handle none = driver.open(PATH, 0);
        Client.control(none, IOCTL_KS.READ_STREAM, new byte[0], new byte[56]).is(NtStatus.ACCESS_DENIED, 0);
        Client.control(none, IOCTL_KS.WRITE_STREAM, new byte[0], new byte[56]).is(NtStatus.ACCESS_DENIED, 0);
        Handle read = driver.open(PATH, Driver.GENERIC_READ);
        Client.control(read, IOCTL_KS.READ_STREAM, new byte[0], new byte[56]).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
        Client.control(read, IOCTL_KS.WRITE_STREAM, new byte[0], new byte[56]).is(NtStatus.ACCESS_DENIED, 0);
    }

    @Test
    void aSubmittedRequestWithoutAccessCompletesWithThat() {
        Frame frame = new Frame(driver, 10).read(driver.open(PATH, 0)).is(NtStatus.ACCESS_DENIED);
        assertTrue(frame.pending.isDone());
    }

    @Test
    void propertiesNeedNoAccess() {
        assertEquals(
                0, Client.get(driver.open(PATH, 0), KSPROPERTY_PIN.CTYPES, 4).ulong());
    }

    @Test
    void aFilterWhoseStateCannotBeMadeDoesNotOpen() {
        EmulatedFilter filter = EmulatedFilter.named("f")
                .categories(KSCATEGORY.AUDIO)
                .state(() -> {
                    throw new IllegalStateException("on purpose");
                })
                .build();
        try (EmulatedDriver faulty = EmulatedDriver.of(EmulatedDevice.of("dev", filter))) {
            String path = faulty.enumerate(KSCATEGORY.AUDIO).get(0).path();
            KsException e = assertThrows(KsException.class, () -> faulty.open(path, 0));
            assertEquals(NtStatus.UNSUCCESSFUL, e.status());
        }
    }

    @Test
    void openingThatRacesWithClosingLeavesNoHandle() {
        EmulatedDevice device = EmulatedDevice.of(
                "dev", EmulatedFilter.named("f").categories(KSCATEGORY.AUDIO).build());
        for (int i = 0; i < 300; i++) {
            EmulatedDriver raced = EmulatedDriver.of(device);
            String path = raced.enumerate(KSCATEGORY.AUDIO).get(0).path();
            CountDownLatch opening = new CountDownLatch(1);
            CompletableFuture<Void> opener = Client.inThread(() -> {
                opening.countDown();
                while (true) {
                    try {
                        raced.open(path, 0);
                        raced.createEvent(false);
                    } catch (KsException e) {
                        return;
                    }
                }
            });
            assertDoesNotThrow(() -> opening.await());
            raced.close();
            opener.orTimeout(10, TimeUnit.SECONDS).join();
            assertEquals(0, raced.handles().objects().size());
        }
    }
}
