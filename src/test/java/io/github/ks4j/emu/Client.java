package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Sends requests byte by byte. */
final class Client {
    /** A thread for each task: those of a test wait for each other, which the threads of a small pool cannot. */
    static final Executor THREADS = task -> new Thread(task, "client").start();

    static CompletableFuture<Void> inThread(Runnable task) {
        return CompletableFuture.runAsync(task, THREADS);
    }

    static final int READ_WRITE = Driver.GENERIC_READ | Driver.GENERIC_WRITE;

    private Client() {}

    /** What came back. */
    record Reply(NtStatus status, int information, ByteBuffer data) {
        Reply is(NtStatus expected) {
            assertEquals(expected, status);
            return this;
        }

        Reply is(NtStatus expected, int bytes) {
            is(expected);
            assertEquals(bytes, information, "Information");
            return this;
        }

        int ulong() {
            is(NtStatus.SUCCESS, 4);
            return data.getInt(0);
        }
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    /** A request head and the words behind it. */
    static byte[] request(KsItem item, int flags, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(24 + 4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        item.set().guid().write(bytes, 0);
        bytes.putInt(16, item.id()).putInt(20, flags).position(24);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    static Reply control(Handle handle, int code, byte[] request, byte[] data) {
        try (KsBuffer in = handle.driver().allocate(request.length);
                KsBuffer out = handle.driver().allocate(data.length)) {
            in.bytes().put(0, request);
            out.bytes().put(0, data);
            long block = handle.control(code, in, request.length, out, data.length);
            ByteBuffer after = ByteBuffer.allocate(data.length).order(ByteOrder.LITTLE_ENDIAN);
            after.put(0, out.bytes(), 0, data.length);
            return new Reply(IoStatusBlock.status(block), IoStatusBlock.information(block), after);
        }
    }

    static Reply property(Handle handle, byte[] request, int length) {
        return control(handle, IOCTL_KS.PROPERTY, request, new byte[length]);
    }

    /** GET of an item with words behind the head, usually a pin id or node id and 0. */
    static Reply get(Handle handle, KsItem item, int length, int... words) {
        return property(handle, request(item, KSPROPERTY_TYPE.GET, words), length);
    }

    static Reply set(Handle handle, KsItem item, byte[] value, int... words) {
        return control(handle, IOCTL_KS.PROPERTY, request(item, KSPROPERTY_TYPE.SET, words), value);
    }

    static NtStatus state(Handle pin, KSSTATE state) {
        return set(pin, KSPROPERTY_CONNECTION.STATE, ints(state.value())).status();
    }

    static void run(Handle pin) {
        assertEquals(NtStatus.SUCCESS, state(pin, KSSTATE.RUN));
    }

    /** The parameters of a pin: standard interface and medium. */
    static ByteBuffer connect(int pin, ByteBuffer format) {
        int head = KSPIN_CONNECT.LAYOUT.size(Abi.X64);
        ByteBuffer bytes = ByteBuffer.allocate(head + format.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        KSINTERFACESETID.Standard.write(bytes, 0);
        KSMEDIUMSETID.Standard.write(bytes, 24);
        KSPIN_CONNECT.LAYOUT.at(Abi.X64, bytes, 0).set(KSPIN_CONNECT.PinId, pin);
        bytes.put(head, format, 0, format.capacity());
        return bytes;
    }

    static Handle pin(Handle filter, int pin, DataFormat format) {
        return filter.create(KsObjectType.PIN, connect(pin, format.bytes()), READ_WRITE);
    }
}
