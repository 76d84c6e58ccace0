package io.github.ks4j.emu;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A request for a property, as it passes the quirks of a driver.
 *
 * @param handle the object
 * @param attempt what the client set out to do
 * @param request the request structure
 * @param data the data buffer
 */
record PropertyCall(EmulatedHandle handle, Attempt attempt, byte[] request, byte[] data) {
    /** The largest value that is looked into, whatever a device says. */
    private static final int LARGEST = 16 << 20;

    /** Who answers below a quirk. */
    interface Below {
        /** Asks the next quirk, or at last the device. */
        PropertyAnswer ask(PropertyCall call);
    }

    /** The call that a request makes; null if its memory cannot be read. */
    static PropertyCall of(EmulatedHandle handle, Attempt attempt, Irp irp) {
        byte[] request = read(irp, irp.type3InputBuffer(), irp.inputLength());
        byte[] data = read(irp, irp.userBuffer(), irp.outputLength());
        return request == null || data == null ? null : new PropertyCall(handle, attempt, request, data);
    }

    private static byte[] read(Irp irp, long address, int length) {
        ByteBuffer copy = ByteBuffer.allocate(length);
        return irp.requestor().read(address, copy, 0, length).isSuccess() ? copy.array() : null;
    }

    int room() {
        return data.length;
    }

    /** The same question with an empty buffer of another size. */
    PropertyCall withRoom(int bytes) {
        return withData(new byte[bytes]);
    }

    PropertyCall withData(byte[] other) {
        return new PropertyCall(handle, attempt, request, other);
    }

    PropertyCall withRequest(byte[] other) {
        return new PropertyCall(handle, attempt, other, data);
    }

    /** The request structure, to be read. */
    ByteBuffer requestBytes() {
        return PropertyAnswer.bytes(request);
    }

    /** The same request as a GET. */
    PropertyCall asGet() {
        byte[] get = request.clone();
        int topology = attempt.flags() & KSPROPERTY_TYPE.TOPOLOGY;
        KSPROPERTY.Flags.write(Abi.X64, PropertyAnswer.bytes(get), 0, KSPROPERTY_TYPE.GET | topology);
        return withRequest(get);
    }

    /** A GET of something else from the same object. */
    PropertyCall get(KsItem item, int room) {
        ByteBuffer get = ByteBuffer.allocate(KSPROPERTY.LAYOUT.size()).order(ByteOrder.LITTLE_ENDIAN);
        item.set().guid().write(get, 0);
        KSPROPERTY.Id.write(Abi.X64, get, 0, item.id());
        KSPROPERTY.Flags.write(Abi.X64, get, 0, KSPROPERTY_TYPE.GET);
        return withRequest(get.array()).withRoom(room);
    }

    /** Answers a request by way of quirks, which are not empty. */
    static void answer(IoRequest io, Attempt attempt, List<QuirkAction.OfProperty> quirks) {
        Irp irp = io.irp();
        PropertyCall call = of(io.handle(), attempt, irp);
        if (call == null) {
            io.send(true);
            return;
        }
        PropertyAnswer answer;
        try {
            answer = below(quirks).ask(call);
        } catch (RuntimeException e) {
            // A device's answer that is not what its item says it is.
            answer = PropertyAnswer.refused(KsObject.statusOf(e, io.handle().name()));
        }
        ByteBuffer bytes = answer.bytes();
        if (!answer.status().isError()) {
            irp.requestor().write(irp.userBuffer(), bytes, 0, Math.min(bytes.limit(), irp.outputLength()));
        }
        irp.information(answer.information());
        irp.complete(answer.status());
    }

    private static Below below(List<QuirkAction.OfProperty> quirks) {
        if (quirks.isEmpty()) {
            return PropertyCall::send;
        }
        Below next = below(quirks.subList(1, quirks.size()));
        return call -> quirks.get(0).change().ask(call, next);
    }

    /** Asks the device, by a request of its own. */
    PropertyAnswer send() {
        AddressSpace memory = handle.memory();
        KsBuffer in = memory.allocate(request.length);
        KsBuffer out = memory.allocate(data.length);
        in.bytes().put(0, request);
        out.bytes().put(0, data);
        Thread caller = Thread.currentThread();
        AtomicReference<Long> outcome = new AtomicReference<>();
        Irp irp = new Irp()
                .initialize(
                        handle.fileObject(),
                        memory,
                        attempt.controlCode(),
                        in.address(),
                        request.length,
                        out.address(),
                        data.length,
                        true,
                        (completed, block) -> {
                            outcome.set(block);
                            LockSupport.unpark(caller);
                        });
        handle.fileObject().driver().call(irp);
        NtStatus unanswered = null;
        if (!await(outcome)) {
            unanswered = Thread.currentThread().isInterrupted() ? NtStatus.CANCELLED : NtStatus.IO_TIMEOUT;
            irp.cancel();
            if (!Patience.await(() -> outcome.get() != null, EmulatedHandle.GRACE_NANOS)) {
                // The memory stays the device's.
                return PropertyAnswer.refused(unanswered);
            }
        }
        byte[] after = new byte[data.length];
        out.bytes().get(0, after);
        in.close();
        out.close();
        long block = outcome.get();
        if (unanswered != null && IoStatusBlock.statusCode(block) == NtStatus.CANCELLED.code()) {
            return PropertyAnswer.refused(unanswered);
        }
        return new PropertyAnswer(IoStatusBlock.status(block), IoStatusBlock.information(block), after);
    }

    /** Waits for an answer, unless the thread is interrupted; an interrupt stays set. */
    private boolean await(AtomicReference<Long> outcome) {
        try {
            return Patience.awaitInterruptibly(
                    () -> outcome.get() != null, handle.driver().timeoutNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All of the value that is below, whatever the room of this call; or the failure to get it. */
    PropertyAnswer whole(Below below) {
        PropertyAnswer size = below.ask(withRoom(0));
        boolean isSize = size.is(NtStatus.BUFFER_OVERFLOW) && size.information() >= 0 && size.information() <= LARGEST;
        return isSize ? below.ask(withRoom(size.information())) : size;
    }
}
