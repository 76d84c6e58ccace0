package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same request to an emulated device, again and again. */
@Timeout(30)
class RepeatedRequestTest {
    private final Rig rig = new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN));
    private final Handle pin = rig.open(0);
    private final Frame frame = Frame.of(rig.driver, (byte) 1, (byte) 2);
    private final List<Long> told = new ArrayList<>();
    private final Handle.RepeatedRequest request = repeated(pin, told::add);

    private Handle.RepeatedRequest repeated(Handle handle, Handle.Completion completion) {
        return handle.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, frame.header, Frame.HEADER, completion);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static long block(NtStatus status, int information) {
        return IoStatusBlock.of(status, information);
    }

    @Test
    void itIsDoneAsOftenAsItIsSent() {
        for (int i = 0; i < 3; i++) {
            request.submit();
            assertFalse(request.isDone());
            rig.advance(2);
            assertTrue(request.isDone());
        }
        long success = block(NtStatus.SUCCESS, 2);
        assertEquals(List.of(success, success, success), told);
    }

    @Test
    void itIsNotSentWhileItIsUnderWay() {
        request.submit();
        assertThrows(IllegalStateException.class, request::submit);
        rig.advance(2);
        assertEquals(List.of(block(NtStatus.SUCCESS, 2)), told);
    }

    @Test
    void itIsCancelledAndSentAgain() {
        request.submit();
        request.cancel();
        assertEquals(List.of(block(NtStatus.CANCELLED, 0)), told);
        request.submit();
        assertFalse(request.isDone());
        rig.advance(2);
        assertEquals(block(NtStatus.SUCCESS, 2), told.get(1));
    }

    @Test
    void cancellingWhatIsNotUnderWayDoesNothing() {
        request.cancel();
        request.submit();
        assertFalse(request.isDone());
    }

    @Test
    void itsCompletionMaySendItAgain() {
        AtomicInteger left = new AtomicInteger(3);
        Handle.RepeatedRequest[] again = new Handle.RepeatedRequest[1];
        again[0] = repeated(pin, block -> {
            if (left.decrementAndGet() > 0) {
                again[0].submit();
            }
        });
        again[0].submit();
        rig.device(() -> {
            while (rig.queue().hasFrame()) {
                rig.queue().advance(2);
            }
        });
        rig.advance(2);
        assertEquals(1, left.get());
        rig.advance(2);
        assertEquals(0, left.get());
        assertTrue(again[0].isDone());
    }

    @Test
    void itsCompletionMaySendItAgainHoweverOftenItIsRefused() {
        AtomicInteger left = new AtomicInteger(100_000);
        Handle.RepeatedRequest[] again = new Handle.RepeatedRequest[1];
        again[0] = repeated(pin, block -> {
            if (left.decrementAndGet() > 0) {
                again[0].submit();
            }
        });
        again[0].submit();
        rig.driver.unplug(rig.device);
        assertEquals(0, left.get());
        assertTrue(again[0].isDone());
    }

    @Test
    void closingTheHandleCancelsIt() {
        request.submit();
        rig.advance(2);
        request.submit();
        pin.close();
        assertEquals(block(NtStatus.CANCELLED, 0), told.get(1));
        assertThrows(KsClosedException.class, request::submit);
        assertTrue(request.isDone());
    }

    @Test
    void itNeedsTheRightAccess() {
        Handle readable =
                rig.filter.create(KsObjectType.PIN, Client.connect(0, Rig.STEREO.bytes()), Driver.GENERIC_READ);
        repeated(readable, told::add).submit();
        assertEquals(List.of(block(NtStatus.ACCESS_DENIED, 0)), told);
    }

    @Test
    void itsBuffersAreLookedAtEachTime() {
        frame.header.close();
        assertThrows(IllegalArgumentException.class, request::submit);
        assertTrue(request.isDone());
    }

    @Test
    void aBufferOfAnotherDriverIsRefusedAtOnce() {
        KsBuffer stray = KsBuffer.heap(56);
        assertThrows(
                IllegalArgumentException.class,
                () -> pin.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, stray, 56, told::add));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> pin.repeatedRequest(IOCTL_KS.WRITE_STREAM, null, 0, frame.header, 57, told::add));
    }

    @Test
    void faultsStrikeItEachTime() {
        rig.driver.faults().add(Fault.on(Operation.WRITE).nth(1).status(NtStatus.DEVICE_BUSY));
        request.submit();
        request.submit();
        assertEquals(List.of(block(NtStatus.DEVICE_BUSY, 0)), told);
        rig.advance(2);
        assertEquals(block(NtStatus.SUCCESS, 2), told.get(1));
    }

    @Test
    void cancellingAndStoppingRaceWithSendingWithoutLosingOrDoublingAny() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        int count = 20_000;
        Handle.RepeatedRequest one = repeated(pin, block -> ended.incrementAndGet());
        CompletableFuture<Void> sender = Client.inThread(() -> {
            for (int i = 0; i < count; i++) {
                one.submit();
                while (!one.isDone()) {
                    one.cancel();
                }
            }
        });
        CompletableFuture<Void> stopper = Client.inThread(() -> {
            while (!sender.isDone()) {
                Client.state(pin, KSSTATE.STOP);
            }
        });
        CompletableFuture<Void> device = Client.inThread(() -> {
            while (!sender.isDone()) {
                rig.device(() -> {
                    if (rig.queue().hasFrame()) {
                        rig.queue().advance(2);
                    }
                });
            }
        });
        CompletableFuture.allOf(sender, stopper, device).get(20, TimeUnit.SECONDS);
        pin.close();
        assertEquals(count, ended.get());
    }
}
