package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.ptr.IntByReference;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.jna.KSDATAFORMAT;
import io.github.ks4j.jna.KSMETHOD;
import io.github.ks4j.jna.KSMULTIPLE_ITEM;
import io.github.ks4j.jna.KSPIN_CONNECT;
import io.github.ks4j.jna.KSPROPERTY;
import io.github.ks4j.jna.KSP_PIN;
import io.github.ks4j.jna.KSSTREAM_HEADER;
import io.github.ks4j.jna.KsMemory;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests of those who hold structures, memory and pointers of JNA. */
abstract class JnaContract extends DriverContract {
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(48_000, 16, 2));

    private KSPROPERTY property(int id, int flags) {
        return new KSPROPERTY(StubFilter.PROPERTIES, id, flags);
    }

    private long set(Handle handle, Guid set, int id, int value) {
        Memory data = new Memory(4);
        data.setInt(0, value);
        try (KsMemory request = KsMemory.of(driver(), new KSPROPERTY(set, id, KSPROPERTY_TYPE.SET));
                KsMemory reply = KsMemory.of(driver(), data)) {
            return KsMemory.control(handle, IOCTL_KS.PROPERTY, request, reply);
        }
    }

    @Test
    void aValueComesIntoTheCallersMemory() {
        Memory value = new Memory(8);
        value.setLong(0, -1);
        try (KsMemory request = KsMemory.of(driver(), property(StubFilter.ANSWER, KSPROPERTY_TYPE.GET));
                KsMemory reply = KsMemory.of(driver(), value, 4)) {
            long block = KsMemory.control(handle(), IOCTL_KS.PROPERTY, request, reply);
            assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 4), block);
        }
        assertEquals(42, value.getInt(0));
        assertEquals(-1, value.getInt(4), "beyond what was lent");
    }

    @Test
    void aValueGoesOutOfTheCallersMemory() {
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, 0), set(handle(), StubFilter.PROPERTIES, StubFilter.LEVEL, -33));
        IntByReference level = new IntByReference();
        try (KsMemory request = KsMemory.of(driver(), property(StubFilter.LEVEL, KSPROPERTY_TYPE.GET));
                KsMemory reply = KsMemory.of(driver(), level.getPointer(), 4)) {
            KsMemory.control(handle(), IOCTL_KS.PROPERTY, request, reply);
        }
        assertEquals(-33, level.getValue());
    }

    @Test
    void theMembersOfAStructureAreWrittenBeforeAndReadAfter() {
        KSP_PIN question = new KSP_PIN();
        KSMULTIPLE_ITEM answer = new KSMULTIPLE_ITEM();
        try (KsMemory request = KsMemory.of(driver(), question);
                KsMemory reply = KsMemory.of(driver(), answer)) {
            question.Property = new KSPROPERTY(KSPROPERTY_PIN.SET.guid(), KSPROPERTY_PIN.INTERFACES.id(), 1);
            question.PinId = 1;
            KsMemory.control(handle(), IOCTL_KS.PROPERTY, request, reply);
            question.PinId = 0;
            KsMemory.control(handle(), IOCTL_KS.PROPERTY, request, reply);
        }
        assertEquals(8 + 24, answer.Size);
        assertEquals(1, answer.Count);
    }

    @Test
    void aFailureIsAStatus() {
        try (KsMemory request = KsMemory.of(driver(), property(4711, KSPROPERTY_TYPE.GET))) {
            long block = KsMemory.control(handle(), IOCTL_KS.PROPERTY, request, null);
            assertEquals(NtStatus.NOT_FOUND, IoStatusBlock.status(block));
        }
    }

    @Test
    void aMethodModifiesTheCallersMemory() {
        Memory data = new Memory(3);
        data.write(0, new byte[] {0, 1, -1}, 0, 3);
        KSMETHOD invert = new KSMETHOD(StubFilter.METHODS, StubFilter.INVERT, KSMETHOD_TYPE.SEND);
        try (KsMemory request = KsMemory.of(driver(), invert);
                KsMemory reply = KsMemory.of(driver(), data)) {
            assertEquals(
                    IoStatusBlock.of(NtStatus.SUCCESS, 3), KsMemory.control(handle(), IOCTL_KS.METHOD, request, reply));
        }
        assertArrayEquals(new byte[] {-1, -2, 0}, data.getByteArray(0, 3));
    }

    @Test
    void whatTakesTimeIsReadBeforeItsCompletionIsTold() throws Exception {
        KSMULTIPLE_ITEM number = new KSMULTIPLE_ITEM();
        CompletableFuture<Integer> told = new CompletableFuture<>();
        try (KsMemory request = KsMemory.of(driver(), property(StubFilter.SLOW, KSPROPERTY_TYPE.GET));
                KsMemory reply = KsMemory.of(driver(), number)) {
            KsMemory.submit(handle(), IOCTL_KS.PROPERTY, request, reply, block -> told.complete(number.Size));
            assertEquals(7, told.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPinIsMadeAndFedFromStructures() throws Exception {
        Handle pin = pin();
        for (KSSTATE state : new KSSTATE[] {KSSTATE.ACQUIRE, KSSTATE.PAUSE, KSSTATE.RUN}) {
            set(pin, KSPROPERTY_CONNECTION.SET.guid(), KSPROPERTY_CONNECTION.STATE.id(), state.value());
        }
        CompletableFuture<Long> outcome = new CompletableFuture<>();
        KSSTREAM_HEADER header = new KSSTREAM_HEADER();
        try (KsMemory data = KsMemory.of(driver(), new Memory(400));
                KsMemory frame = KsMemory.of(driver(), header)) {
            header.Size = header.size();
            header.PresentationTime.Numerator = 1;
            header.PresentationTime.Denominator = 1;
            header.FrameExtent = 400;
            header.DataUsed = 400;
            header.Data = data.pointer();
            KsMemory.submit(pin, IOCTL_KS.WRITE_STREAM, null, frame, outcome::complete);
            assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 400), outcome.get(30, TimeUnit.SECONDS));
        }
    }

    private Handle pin() {
        int connectSize = new KSPIN_CONNECT().size();
        Memory memory = new Memory(connectSize + FORMAT.size());
        memory.clear();
        KSPIN_CONNECT connect = new KSPIN_CONNECT(memory);
        connect.Interface.Set = new GUID(KSINTERFACESETID.Standard.toString());
        connect.Medium.Set = new GUID(KSMEDIUMSETID.Standard.toString());
        connect.Priority.PriorityClass = 0x40000000;
        connect.Priority.PrioritySubClass = 1;
        connect.write();
        try (KsMemory parameters = KsMemory.of(driver(), memory)) {
            KsBuffer buffer = parameters.buffer();
            FORMAT.write(buffer.bytes(), connectSize);
            assertEquals(FORMAT.size(), new KSDATAFORMAT(memory.share(connectSize)).FormatSize);
            return handle().create(KsObjectType.PIN, buffer.bytes(), Driver.GENERIC_WRITE);
        }
    }
}
