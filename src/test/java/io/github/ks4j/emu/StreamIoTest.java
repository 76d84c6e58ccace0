package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_STREAMIO;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsMethod;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain bytes in a pin's stream. */
@Timeout(30)
class StreamIoTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;
    private static final int WITHOUT = 2;

    private final Rig rig = new Rig(
            EmulatedPin.sink(KSPIN_DATAFLOW.IN).streamIo(),
            EmulatedPin.sink(KSPIN_DATAFLOW.OUT).streamIo(),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN));

    @AfterEach
    void close() {
        rig.close();
    }

    /** A method that is under way. */
    private final class Transfer {
        private final KsBuffer request = rig.driver.allocate(24);
        private final KsBuffer data;
        private final CompletableFuture<Long> outcome = new CompletableFuture<>();
        private final Handle.PendingRequest pending;

        Transfer(Handle pin, KsMethod method, int flags, byte... bytes) {
            data = rig.driver.allocate(bytes.length);
            data.bytes().put(0, bytes);
            request.bytes().put(0, Client.request(method, flags));
            pending = pin.submit(IOCTL_KS.METHOD, request, 24, data, bytes.length, outcome::complete);
        }

        void is(NtStatus status, int information) {
            assertTrue(outcome.isDone(), "not complete");
            assertEquals(IoStatusBlock.of(status, information), outcome.join());
        }
    }

    private Transfer write(Handle pin, int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return new Transfer(pin, KSMETHOD_STREAMIO.WRITE, KSMETHOD_TYPE.SEND, data);
    }

    private Transfer read(Handle pin, int length) {
        return new Transfer(pin, KSMETHOD_STREAMIO.READ, KSMETHOD_TYPE.SEND, new byte[length]);
    }

    @Test
    void theDeviceSeesTheBytesThatAreWritten() {
        Transfer write = write(rig.open(WRITTEN), 5, 6, 7);
        assertEquals(3, rig.queue().remaining());
        rig.advance(1);
        assertEquals(6, rig.queue().bytes().get(rig.queue().offset()));
        assertFalse(write.outcome.isDone());
        rig.advance(2);
        write.is(NtStatus.SUCCESS, 3);
    }

    @Test
    void theClientGetsTheBytesThatAreRead() {
        Transfer read = read(rig.open(READ), 4);
        rig.device(() -> {
            rig.queue().bytes().put(rig.queue().offset(), (byte) 9);
            rig.queue().advance(1);
            rig.queue().endFrame();
        });
        read.is(NtStatus.SUCCESS, 1);
        assertEquals(9, read.data.bytes().get(0));
    }

    @Test
    void bytesAndFramesAreUsedInTurn() {
        Handle pin = rig.open(WRITTEN);
        Frame first = Frame.of(rig.driver, (byte) 1).write(pin);
        Transfer second = write(pin, 2, 3);
        Frame third = Frame.of(rig.driver, (byte) 4, (byte) 5, (byte) 6).write(pin);
        assertEquals(1, rig.queue().remaining());
        rig.advance(1);
        first.is(NtStatus.SUCCESS, 1);
        assertEquals(2, rig.queue().remaining());
        rig.advance(2);
        second.is(NtStatus.SUCCESS, 2);
        assertEquals(3, rig.queue().remaining());
        assertFalse(third.isDone());
    }

    @Test
    void whatADeviceWritesIntoTheHeaderOfPlainBytesGoesNowhere() {
        Transfer read = read(rig.open(READ), 8);
        rig.device(() -> {
            rig.queue().timestamp(7, 8);
            rig.queue().addFlags(-1);
            rig.queue().endRequest(0, -1);
        });
        read.is(NtStatus.SUCCESS, 0);
        assertEquals(0, read.data.bytes().getLong(0));
    }

    @Test
    void theNextBytesHaveAHeaderOfTheirOwn() {
        Handle pin = rig.open(READ);
        read(pin, 8);
        rig.device(() -> rig.queue().endRequest(8, -1));
        read(pin, 8);
        assertEquals(0, rig.queue().flags());
    }

    @Test
    void bytesAreCancelledAsFramesAre() {
        Handle pin = rig.open(WRITTEN);
        Transfer cancelled = write(pin, 1);
        cancelled.pending.cancel();
        cancelled.is(NtStatus.CANCELLED, 0);
        Transfer stopped = write(pin, 1);
        Client.state(pin, KSSTATE.STOP);
        stopped.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void bytesAreRefusedInReset() {
        Handle pin = rig.open(WRITTEN);
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(KSRESET.BEGIN.value()), new byte[0]);
        write(pin, 1).is(NtStatus.DEVICE_NOT_READY, 0);
    }

    @Test
    void bytesEndWithTheDevice() {
        Transfer write = write(rig.open(WRITTEN), 1);
        rig.driver.unplug(rig.device);
        write.is(NtStatus.DEVICE_REMOVED, 0);
    }

    @Test
    void noBytesAreNoRequest() {
        write(rig.open(WRITTEN)).is(NtStatus.BUFFER_OVERFLOW, 1);
        read(rig.open(READ), 0).is(NtStatus.BUFFER_OVERFLOW, 1);
    }

    @Test
    void onlyTheDirectionOfThePinIsThere() {
        read(rig.open(WRITTEN), 1).is(NtStatus.NOT_FOUND, 0);
        write(rig.open(READ), 1).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aPinDoesNotTakePlainBytesUnlessItIsDescribedSo() {
        write(rig.open(WITHOUT), 1).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void anotherOperationIsNotFound() {
        new Transfer(rig.open(WRITTEN), KSMETHOD_STREAMIO.WRITE, 0x20, new byte[1]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void theDirectionIsTold() {
        Transfer support =
                new Transfer(rig.open(READ), KSMETHOD_STREAMIO.READ, KSMETHOD_TYPE.BASICSUPPORT, new byte[4]);
        support.is(NtStatus.SUCCESS, 4);
        assertEquals(KSMETHOD_TYPE.WRITE, support.data.bytes().getInt(0));
    }
}
