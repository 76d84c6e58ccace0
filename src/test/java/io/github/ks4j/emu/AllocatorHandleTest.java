package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocators below pins, and the pins that are given one. */
@Timeout(30)
class AllocatorHandleTest {
    private static final int WITH = 0;
    private static final int WITHOUT = 1;

    private final Rig rig =
            new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN).allocator(), EmulatedPin.sink(KSPIN_DATAFLOW.IN));

    @AfterEach
    void close() {
        rig.close();
    }

    private static ByteBuffer framing(int frames, int frameSize, int alignment, int options) {
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        KSALLOCATOR_FRAMING
                .LAYOUT
                .at(Abi.X64, bytes, 0)
                .set(KSALLOCATOR_FRAMING.OptionsFlags, options)
                .set(KSALLOCATOR_FRAMING.Frames, frames)
                .set(KSALLOCATOR_FRAMING.FrameSize, frameSize)
                .set(KSALLOCATOR_FRAMING.FileAlignment, alignment);
        return bytes;
    }

    private static Handle allocator(Handle pin, int frames) {
        return pin.create(KsObjectType.ALLOCATOR, framing(frames, 64, 15, 0), Driver.GENERIC_READ);
    }

    private static NtStatus createStatus(Handle pin, ByteBuffer parameters) {
        return assertThrows(KsException.class, () -> pin.create(KsObjectType.ALLOCATOR, parameters, 0))
                .status();
    }

    /** A frame that has been asked for. */
    private final class Alloc {
        private final KsBuffer request = rig.driver.allocate(24);
        private final KsBuffer frame = rig.driver.allocate(8);
        private final CompletableFuture<Long> outcome = new CompletableFuture<>();
        private final Handle.PendingRequest pending;

        Alloc(Handle allocator) {
            request.bytes().put(0, Client.request(KSMETHOD_STREAMALLOCATOR.ALLOC, KSMETHOD_TYPE.SEND));
            pending = allocator.submit(IOCTL_KS.METHOD, request, 24, frame, 8, outcome::complete);
        }

        void is(NtStatus status) {
            assertTrue(outcome.isDone(), "not complete");
            assertEquals(status, IoStatusBlock.status(outcome.join()));
        }

        long address() {
            is(NtStatus.SUCCESS);
            return frame.bytes().getLong(0);
        }
    }

    private static NtStatus free(Handle allocator, long address) {
        byte[] frame = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(address)
                .array();
        return Client.control(
                        allocator,
                        IOCTL_KS.METHOD,
                        Client.request(KSMETHOD_STREAMALLOCATOR.FREE, KSMETHOD_TYPE.SEND),
                        frame)
                .status();
    }

    @Test
    void aFrameIsMemoryOfTheClients() {
        Handle pin = rig.open(WITH);
        Handle allocator = allocator(pin, 2);
        long address = new Alloc(allocator).address();
        assertEquals(0, address & 15);
        Frame write = new Frame(rig.driver, 0);
        write.view
                .set(KSSTREAM_HEADER.FrameExtent, 64)
                .set(KSSTREAM_HEADER.DataUsed, 64)
                .set(KSSTREAM_HEADER.Data, address);
        write.write(pin);
        rig.advance(64);
        write.is(NtStatus.SUCCESS, 64);
    }

    @Test
    void framesAreCounted() {
        Handle allocator = allocator(rig.open(WITH), 2);
        new Alloc(allocator);
        ByteBuffer status = Client.get(allocator, KSPROPERTY_STREAMALLOCATOR.STATUS, 32)
                .is(NtStatus.SUCCESS, 32)
                .data();
        assertEquals(2, status.getInt(8));
        assertEquals(64, status.getInt(12));
        assertEquals(1, status.getInt(24));
    }

    @Test
    void aFrameBeyondTheLastIsWaitedFor() {
        Handle allocator = allocator(rig.open(WITH), 1);
        long first = new Alloc(allocator).address();
        Alloc second = new Alloc(allocator);
        assertFalse(second.outcome.isDone());
        assertEquals(NtStatus.SUCCESS, free(allocator, first));
        assertEquals(first, second.address());
    }

    @Test
    void waitingForAFrameCanBeCancelled() {
        Handle allocator = allocator(rig.open(WITH), 1);
        new Alloc(allocator);
        Alloc second = new Alloc(allocator);
        second.pending.cancel();
        second.is(NtStatus.CANCELLED);
    }

    @Test
    void closingTheAllocatorEndsTheWait() {
        Handle allocator = allocator(rig.open(WITH), 1);
        new Alloc(allocator);
        Alloc second = new Alloc(allocator);
        allocator.close();
        second.is(NtStatus.CANCELLED);
    }

    @Test
    void closingThePinEndsTheWait() {
        Handle pin = rig.open(WITH);
        Handle allocator = allocator(pin, 1);
        new Alloc(allocator);
        Alloc second = new Alloc(allocator);
        pin.close();
        second.is(NtStatus.CANCELLED);
    }

    @Test
    void unpluggingEndsTheWait() {
        Handle allocator = allocator(rig.open(WITH), 1);
        new Alloc(allocator);
        Alloc second = new Alloc(allocator);
        rig.driver.unplug(rig.device);
        second.is(NtStatus.CANCELLED);
    }

    @Test
    void closingTheAllocatorFreesItsFrames() {
        Handle allocator = allocator(rig.open(WITH), 1);
        long address = new Alloc(allocator).address();
        assertNotNull(rig.driver.memory().find(address, 64));
        allocator.close();
        assertNull(rig.driver.memory().find(address, 1));
    }

    @Test
    void whatIsNoFrameCannotBeFreed() {
        assertEquals(NtStatus.INVALID_PARAMETER, free(allocator(rig.open(WITH), 1), 4096));
    }

    @Test
    void allocatorsDoNotShareFrames() {
        Handle pin = rig.open(WITH);
        Handle first = allocator(pin, 1);
        Handle second = allocator(pin, 1);
        long address = new Alloc(first).address();
        assertNotEquals(address, new Alloc(second).address());
        assertEquals(NtStatus.INVALID_PARAMETER, free(second, address));
    }

    @Test
    void aFrameThatIsFreedIsTold() {
        Handle allocator = allocator(rig.open(WITH), 1);
        Rig.Registration client = rig.new Registration().on(allocator, KSEVENT_STREAMALLOCATOR.FREEFRAME);
        free(allocator, new Alloc(allocator).address());
        assertTrue(client.heard());
    }

    @Test
    void theEventOfTheDefaultAllocatorIsNotForClients() {
        Rig.Registration client = rig.new Registration();
        assertEquals(
                NtStatus.NOT_FOUND,
                client.enable(allocator(rig.open(WITH), 1), KSEVENT_STREAMALLOCATOR.INTERNAL_FREEFRAME, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "1, 64, 0, 4", "1, 64, 4096, 0", "1, 64, 2, 0"})
    void aFramingThatCannotBeIsAnInvalidParameter(int frames, int size, int alignment, int options) {
        assertEquals(
                NtStatus.INVALID_PARAMETER, createStatus(rig.open(WITH), framing(frames, size, alignment, options)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23})
    void aCutFramingIsAnInvalidBufferSize(int size) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, createStatus(rig.open(WITH), ByteBuffer.allocate(size)));
    }

    @Test
    void framesBeyondAllReasonAreNotMade() {
        assertEquals(
                NtStatus.INSUFFICIENT_RESOURCES, createStatus(rig.open(WITH), framing(1, Integer.MAX_VALUE, 0, 0)));
    }

    @Test
    void aPinThatOffersNoAllocatorHasNothingOfThatName() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, createStatus(rig.open(WITHOUT), framing(1, 64, 0, 0)));
    }

    @Test
    void nothingIsBelowAnAllocator() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, createStatus(allocator(rig.open(WITH), 1), framing(1, 64, 0, 0)));
    }

    @Test
    void aDeviceThatIsGoneMakesNoAllocator() {
        Handle pin = rig.open(WITH);
        rig.driver.unplug(rig.device);
        assertEquals(NtStatus.DEVICE_REMOVED, createStatus(pin, framing(1, 64, 0, 0)));
    }

    // KSPROPERTY_STREAM_ALLOCATOR

    private static NtStatus assign(Handle pin, long value) {
        byte[] handle = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Client.set(pin, KSPROPERTY_STREAM.ALLOCATOR, handle).status();
    }

    @Test
    void aPinIsGivenAnAllocator() {
        Handle pin = rig.open(WITH);
        Handle allocator = allocator(pin, 1);
        assertEquals(NtStatus.SUCCESS, assign(pin, allocator.value()));
        KsBuffer frame = rig.pin().allocator().allocate();
        assertEquals(64, frame.size());
    }

    @Test
    void noAllocatorDetachesIt() {
        Handle pin = rig.open(WITH);
        assign(pin, allocator(pin, 1).value());
        assertEquals(NtStatus.SUCCESS, assign(pin, 0));
        assertNull(rig.pin().allocator());
    }

    @Test
    void theAllocatorIsNotTold() {
        Handle pin = rig.open(WITH);
        assign(pin, allocator(pin, 1).value());
        assertEquals(
                0,
                Client.get(pin, KSPROPERTY_STREAM.ALLOCATOR, 8)
                        .is(NtStatus.SUCCESS, 8)
                        .data()
                        .getLong(0));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STOP"})
    void theAllocatorOnlyChangesInStop(KSSTATE state) {
        Handle pin = rig.open(WITH);
        Handle allocator = allocator(pin, 1);
        Client.state(pin, state);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, assign(pin, allocator.value()));
    }

    @Test
    void aHandleThatIsNoAllocatorsIsRefused() {
        Handle pin = rig.open(WITH);
        assertEquals(NtStatus.INVALID_PARAMETER, assign(pin, rig.filter.value()));
        assertEquals(NtStatus.INVALID_HANDLE, assign(pin, 0x7FFF_FFF0));
    }

    @Test
    void anAllocatorWhoseHandleIsClosedHandsOutNothing() {
        Handle pin = rig.open(WITH);
        Handle allocator = allocator(pin, 1);
        assign(pin, allocator.value());
        allocator.close();
        assertNull(rig.pin().allocator().allocate());
    }
}
