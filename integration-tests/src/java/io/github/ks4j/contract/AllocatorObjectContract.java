package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsMethod;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Allocators below pins. A frame is known by its address, which is nobody's memory here: where the filter lives in another
 * process, as under Wine, it is an address there.
 */
abstract class AllocatorObjectContract extends DriverContract {
    private static final int FRAME_SIZE = 100;
    private static final int ALIGNMENT = 0x3F;

    private StubPin pin;

    @BeforeEach
    void openThePin() {
        pin = StubPin.open(handle(), StubFilter.SINK_PIN);
    }

    /** An allocator of so many frames, 0 for any number. */
    private Handle allocator(int frames) {
        return create(pin.handle(), framing(frames));
    }

    private static byte[] framing(int frames) {
        return framing(0, frames, FRAME_SIZE, ALIGNMENT);
    }

    /** A {@code KSALLOCATOR_FRAMING}. */
    private static byte[] framing(int options, int frames, int frameSize, int alignment) {
        return ints(options, 0, frames, frameSize, alignment, 0);
    }

    private static Handle create(Handle parent, byte[] framing) {
        return parent.create(KsObjectType.ALLOCATOR, ByteBuffer.wrap(framing), Driver.GENERIC_READ);
    }

    private static NtStatus refusal(Handle parent, byte[] framing) {
        return assertThrows(KsException.class, () -> create(parent, framing)).status();
    }

    private static byte[] request(KsMethod method) {
        return head(method.set().guid(), method.id(), KSMETHOD_TYPE.SEND);
    }

    /** The address of a frame that is to be had at once. */
    private static long allocate(Handle allocator) {
        Requests.Reply reply = new Requests(allocator).method(request(KSMETHOD_STREAMALLOCATOR.ALLOC), new byte[8]);
        assertEquals(NtStatus.SUCCESS, reply.status());
        assertEquals(8, reply.information());
        return ByteBuffer.wrap(reply.after()).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static Requests.Reply free(Handle allocator, long frame) {
        return new Requests(allocator)
                .method(request(KSMETHOD_STREAMALLOCATOR.FREE), ints((int) frame, (int) (frame >>> 32)));
    }

    private static void has(Handle allocator, int frames, int allocated) {
        ByteBuffer status = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        status.put(framing(frames)).putInt(allocated);
        new Requests(allocator)
                .property(
                        head(
                                KSPROPERTY_STREAMALLOCATOR.SET.guid(),
                                KSPROPERTY_STREAMALLOCATOR.STATUS.id(),
                                KSPROPERTY_TYPE.GET),
                        32)
                .succeedsWith(status.array());
    }

    @Test
    void anAllocatorTellsItsFramingAndWhatIsOut() {
        Handle allocator = allocator(3);
        allocate(allocator);
        allocate(allocator);
        has(allocator, 3, 2);
    }

    @Test
    void framesAreApartAndAligned() {
        Handle allocator = allocator(0);
        long first = allocate(allocator);
        long second = allocate(allocator);
        assertTrue(Math.abs(first - second) >= FRAME_SIZE);
        assertEquals(0, (first | second) & ALIGNMENT);
    }

    @Test
    void aFrameThatIsFreedIsUsedAgain() {
        Handle allocator = allocator(1);
        long frame = allocate(allocator);
        free(allocator, frame).succeeds();
        assertEquals(frame, allocate(allocator));
    }

    @Test
    void theFrameThatWasFreedFirstIsUsedFirst() {
        Handle allocator = allocator(0);
        long first = allocate(allocator);
        long second = allocate(allocator);
        free(allocator, second).succeeds();
        free(allocator, first).succeeds();
        assertEquals(second, allocate(allocator));
    }

    @Test
    void whatIsNoFrameIsNotFreed() {
        Handle allocator = allocator(0);
        free(allocator, allocate(allocator) + 1).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aFrameIsNotFreedTwice() {
        Handle allocator = allocator(0);
        long frame = allocate(allocator);
        free(allocator, frame).succeeds();
        free(allocator, frame).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aFrameIsItsOwnAllocatorsOnly() {
        free(allocator(0), allocate(allocator(0))).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void allocatorsOfOnePinHaveFramesOfTheirOwn() {
        assertNotEquals(allocate(allocator(1)), allocate(allocator(1)));
    }

    @Test
    void whoFindsNoFrameGetsTheNextThatIsFreed() throws Exception {
        Handle allocator = allocator(1);
        long frame = allocate(allocator);
        try (Waiting waiting = new Waiting(allocator)) {
            free(allocator, frame).succeeds();
            waiting.endsWith(NtStatus.SUCCESS, 8);
            assertEquals(frame, waiting.frame());
        }
    }

    @Test
    void whoWaitsForAFrameCanBeCancelled() throws Exception {
        Handle allocator = allocator(1);
        allocate(allocator);
        try (Waiting waiting = new Waiting(allocator)) {
            waiting.pending.cancel();
            waiting.endsWith(NtStatus.CANCELLED, 0);
        }
        has(allocator, 1, 1);
    }

    @Test
    void closingTheAllocatorCancelsWhoWaits() throws Exception {
        Handle allocator = allocator(1);
        allocate(allocator);
        try (Waiting waiting = new Waiting(allocator)) {
            allocator.close();
            waiting.endsWith(NtStatus.CANCELLED, 0);
        }
    }

    @Test
    void noFrameIsWaitedForWhenTheDeviceIsGone() throws Exception {
        Handle allocator = allocator(1);
        allocate(allocator);
        try (Waiting waiting = new Waiting(allocator)) {
            filter().property(head(StubFilter.PROPERTIES, StubFilter.REMOVE, KSPROPERTY_TYPE.SET), ints(0));
            waiting.endsWith(NtStatus.CANCELLED, 0);
        }
    }

    @Test
    void freeingAFrameRaisesTheEventOfItsAllocator() throws Exception {
        Handle allocator = allocator(0);
        try (EventProbe event = new EventProbe(allocator)) {
            event.enable(
                            KSEVENT_STREAMALLOCATOR.SET.guid(),
                            KSEVENT_STREAMALLOCATOR.FREEFRAME.id(),
                            KSEVENT_TYPE.ENABLE)
                    .succeeds();
            free(allocator, allocate(allocator)).succeeds();
            assertTrue(event.wasRaised());
        }
    }

    @Test
    void freeingAFrameOfAnotherDoesNot() throws Exception {
        Handle allocator = allocator(0);
        try (EventProbe event = new EventProbe(allocator(0))) {
            event.enable(
                            KSEVENT_STREAMALLOCATOR.SET.guid(),
                            KSEVENT_STREAMALLOCATOR.FREEFRAME.id(),
                            KSEVENT_TYPE.ENABLE)
                    .succeeds();
            free(allocator, allocate(allocator)).succeeds();
            assertFalse(event.wasRaised());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anAddressThatDoesNotFitIsRefused(int id) {
        byte[] request = head(KSMETHOD_STREAMALLOCATOR.SET.guid(), id, KSMETHOD_TYPE.SEND);
        Requests allocator = new Requests(allocator(0));
        allocator.method(request, new byte[0]).needs(8);
        allocator.method(request, new byte[7]).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void theFunctionsOfAnAllocatorAreForTheKernel() {
        new Requests(allocator(0))
                .property(head(KSPROPERTY_STREAMALLOCATOR.SET.guid(), 0, KSPROPERTY_TYPE.GET), 16)
                .failsWith(NtStatus.INVALID_DEVICE_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "4, 100, 0", "0, 100, 2", "0, 100, 8191", "0, 100, -1"})
    void aFramingThatIsNoneIsRefused(int options, int frameSize, int alignment) {
        assertEquals(NtStatus.INVALID_PARAMETER, refusal(pin.handle(), framing(options, 1, frameSize, alignment)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10000001, -1})
    void framesOfMoreThanThereCanBeAreRefused(int frameSize) {
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, refusal(pin.handle(), framing(0, 1, frameSize, 0)));
    }

    @Test
    void thereIsNoAllocatorBelowAFilter() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refusal(handle(), framing(1)));
    }

    @Test
    void thereIsNoAllocatorBelowAnAllocator() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refusal(allocator(0), framing(1)));
    }

    /** A request for a frame that nobody waits for. */
    private static final class Waiting implements AutoCloseable {
        private final KsBuffer request;
        private final KsBuffer reply;
        private final CompletableFuture<Long> outcome = new CompletableFuture<>();
        private final Handle.PendingRequest pending;

        Waiting(Handle allocator) {
            request = allocator.driver().allocate(24);
            reply = allocator.driver().allocate(8);
            request.bytes().put(0, request(KSMETHOD_STREAMALLOCATOR.ALLOC));
            pending = allocator.submit(IOCTL_KS.METHOD, request, 24, reply, 8, outcome::complete);
        }

        void endsWith(NtStatus status, int information) throws Exception {
            long block = outcome.get(30, TimeUnit.SECONDS);
            assertEquals(status, IoStatusBlock.status(block));
            assertEquals(information, IoStatusBlock.information(block));
        }

        long frame() {
            return reply.bytes().getLong(0);
        }

        @Override
        public void close() {
            request.close();
            reply.close();
        }
    }
}
