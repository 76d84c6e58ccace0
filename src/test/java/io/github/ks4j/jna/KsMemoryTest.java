package io.github.ks4j.jna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualCamera;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSEVENT_VIDCAPTOSTI;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is lent, and for how long. What requests make of it, each driver is asked in the contract suite. */
@Timeout(120)
class KsMemoryTest {
    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), Driver.GENERIC_READ);

    @AfterEach
    void close() {
        driver.close();
    }

    private KSP_PIN communication(int pin) {
        KSP_PIN request = new KSP_PIN();
        request.Property =
                new KSPROPERTY(KSPROPERTY_PIN.SET.guid(), KSPROPERTY_PIN.COMMUNICATION.id(), KSPROPERTY_TYPE.GET);
        request.PinId = pin;
        return request;
    }

    /** The example of the README. */
    @Test
    void aPinIsAskedWithStructures() {
        KSP_PIN question = new KSP_PIN();
        question.Property =
                new KSPROPERTY(KSPROPERTY_PIN.SET.guid(), KSPROPERTY_PIN.DATAFLOW.id(), KSPROPERTY_TYPE.GET);
        question.PinId = 0;
        Memory answer = new Memory(4);
        try (KsMemory request = KsMemory.of(driver, question);
                KsMemory reply = KsMemory.of(driver, answer)) {
            long block = KsMemory.control(filter, IOCTL_KS.PROPERTY, request, reply);
            assertEquals(NtStatus.SUCCESS, IoStatusBlock.status(block));
            assertEquals(1, answer.getInt(0)); // KSPIN_DATAFLOW_IN
        }
    }

    @Test
    void whatIsLentIsNotCopied() {
        Memory memory = new Memory(16);
        try (KsMemory lent = KsMemory.of(driver, memory)) {
            memory.setInt(12, 42);
            assertEquals(42, lent.buffer().bytes().getInt(12));
            lent.buffer().bytes().putInt(0, 43);
            assertEquals(43, memory.getInt(0));
            assertEquals(16, lent.buffer().size());
        }
    }

    @Test
    void aPointerLendsAsMuchAsIsSaid() {
        Memory memory = new Memory(16);
        Pointer inside = new Pointer(Pointer.nativeValue(memory) + 4);
        try (KsMemory lent = KsMemory.of(driver, inside, 8)) {
            memory.setInt(4, 42);
            assertEquals(42, lent.buffer().bytes().getInt(0));
            assertEquals(8, lent.buffer().size());
        }
        assertThrows(IllegalArgumentException.class, () -> KsMemory.of(driver, inside, -1));
        assertThrows(IllegalArgumentException.class, () -> KsMemory.of(driver, inside, 1L << 31));
    }

    @Test
    void theMemoryIsKeptAsLongAsTheLoan() throws Exception {
        KsMemory lent = KsMemory.of(driver, new Memory(1 << 20));
        lent.buffer().bytes().putInt(0, 42);
        for (int i = 0; i < 8; i++) {
            System.gc();
            Memory other = new Memory(1 << 20);
            other.setMemory(0, 1 << 20, (byte) -1);
            other.close();
        }
        assertEquals(42, lent.buffer().bytes().getInt(0));
        lent.close();
    }

    @Test
    void anEventIsKnownByTheStructureThatEnabledIt() throws Exception {
        VirtualCamera camera = new VirtualCamera();
        try (EmulatedDriver other = EmulatedDriver.of(camera);
                KsSignal signal = other.createEvent(false)) {
            Handle opened =
                    other.open(other.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), Driver.GENERIC_READ);
            KSEVENTDATA data = new KSEVENTDATA();
            data.NotificationType = KSEVENTF.EVENT_HANDLE;
            data.EventHandle.Event = new Pointer(signal.value());
            KSEVENT event = new KSEVENT(
                    KSEVENT_VIDCAPTOSTI.SET.guid(), KSEVENT_VIDCAPTOSTI.AUTO_UPDATE.id(), KSEVENT_TYPE.ENABLE);
            try (KsMemory request = KsMemory.of(other, event);
                    KsMemory registration = KsMemory.of(other, data)) {
                assertEquals(0, KsMemory.control(opened, IOCTL_KS.ENABLE_EVENT, request, registration));
                camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM, 200);
                assertTrue(signal.await(Duration.ofSeconds(10)), "notified");
                assertEquals(0, KsMemory.control(opened, IOCTL_KS.DISABLE_EVENT, registration, null));
                camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM, 300);
                assertFalse(signal.await(Duration.ZERO), "notified though disabled");
            }
        }
    }

    @Test
    void afterTheLoanRequestsAreRefused() {
        KsMemory request = KsMemory.of(driver, communication(0));
        request.close();
        request.close();
        assertThrows(IllegalArgumentException.class, () -> KsMemory.control(filter, IOCTL_KS.PROPERTY, request, null));
    }

    @Test
    void memoryThatIsClosedOrNullIsNotLent() {
        Memory closed = new Memory(4);
        closed.close();
        assertThrows(IllegalArgumentException.class, () -> KsMemory.of(driver, closed));
        assertThrows(IllegalArgumentException.class, () -> KsMemory.of(driver, new Pointer(0), 4));
    }

    @Test
    void aLoanToAnotherDriverIsRefused() {
        try (EmulatedDriver other = EmulatedDriver.of();
                KsMemory request = KsMemory.of(other, communication(0))) {
            assertThrows(
                    IllegalArgumentException.class, () -> KsMemory.control(filter, IOCTL_KS.PROPERTY, request, null));
        }
    }

    @Test
    void theEmulationRefusesAddressesThatWereNotLent() {
        Memory memory = new Memory(64);
        KsBuffer alien = new KsBuffer(memory.getByteBuffer(0, 64), Pointer.nativeValue(memory), () -> {});
        assertThrows(IllegalArgumentException.class, () -> filter.control(IOCTL_KS.PROPERTY, alien, 24, null, 0));
    }

    @Test
    void onlyDirectMemoryThatCanBeWrittenIsMapped() {
        ByteBuffer direct = ByteBuffer.allocateDirect(8);
        assertThrows(IllegalArgumentException.class, () -> driver.map(ByteBuffer.allocate(8)));
        assertThrows(IllegalArgumentException.class, () -> driver.map(direct.asReadOnlyBuffer()));
    }

    @Test
    void aPartOfABufferIsMappedFromPositionToLimit() {
        ByteBuffer direct = ByteBuffer.allocateDirect(64).position(8).limit(24);
        try (KsBuffer mapped = driver.map(direct)) {
            mapped.bytes().put(0, (byte) 42);
            assertEquals(42, direct.get(8));
            assertEquals(16, mapped.size());
            assertEquals(8, direct.position());
        }
    }

    @Test
    void aMappedPartOutlivesItsWholeInTheCallersHands() {
        KsBuffer mapped = driver.map(ByteBuffer.allocateDirect(64).position(8).slice());
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        KsBuffer again = driver.view(mapped.address(), mapped.size());
        again.bytes().put(0, (byte) 42);
        assertEquals(42, mapped.bytes().get(0));
        mapped.close();
    }

    @Test
    void aLoanSaysWhatItIs() {
        try (KsMemory lent = KsMemory.of(driver, communication(0))) {
            assertTrue(lent.toString().startsWith("KSP_PIN in KsBuffer[0x"), lent.toString());
        }
    }

    @Test
    void aRequestThatIsSubmittedNeedsACompletion() {
        assertThrows(NullPointerException.class, () -> KsMemory.submit(filter, IOCTL_KS.PROPERTY, null, null, null));
    }

    /** As a class of the user's may do, which reads into objects of its own. */
    public static class Unreadable extends KSP_PIN {
        @Override
        public void read() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void aStructureThatCannotBeReadDoesNotKeepTheOutcomeBack() {
        AtomicInteger told = new AtomicInteger();
        try (KsMemory request = KsMemory.of(driver, communication(0));
                KsMemory reply = KsMemory.of(driver, new Unreadable())) {
            KsMemory.submit(filter, IOCTL_KS.PROPERTY, request, reply, block -> told.incrementAndGet());
        }
        assertEquals(1, told.get());
    }
}
