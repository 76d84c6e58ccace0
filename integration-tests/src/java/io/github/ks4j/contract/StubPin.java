package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPRIORITY;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A pin of the stub filter that has been opened. */
final class StubPin implements AutoCloseable {
    static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(48_000, 16, 2));

    private final Handle handle;

    private StubPin(Handle handle) {
        this.handle = handle;
    }

    /** Opens a pin as it is meant to be opened. */
    static StubPin open(Handle filter, int id) {
        return open(filter, id, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    static StubPin open(Handle filter, int id, int access) {
        return open(filter, connect(filter, id, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, FORMAT), access);
    }

    static StubPin open(Handle filter, ByteBuffer connect, int access) {
        return new StubPin(filter.create(KsObjectType.PIN, connect, access));
    }

    /** A {@code KSPIN_CONNECT} and the format behind it. */
    static ByteBuffer connect(Handle filter, int id, Guid interfaceSet, Guid mediumSet, DataFormat format) {
        Abi abi = filter.driver().abi();
        int size = KSPIN_CONNECT.LAYOUT.size(abi);
        ByteBuffer bytes = ByteBuffer.allocate(size + format.size()).order(ByteOrder.LITTLE_ENDIAN);
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.at(abi, bytes, 0).set(KSPIN_CONNECT.PinId, id);
        connect.get(KSPIN_CONNECT.Interface).set(KSIDENTIFIER.Set, interfaceSet);
        connect.get(KSPIN_CONNECT.Medium).set(KSIDENTIFIER.Set, mediumSet);
        connect.get(KSPIN_CONNECT.Priority)
                .set(KSPRIORITY.PriorityClass, KSPRIORITY.NORMAL)
                .set(KSPRIORITY.PrioritySubClass, 1);
        format.write(bytes, size);
        return bytes;
    }

    Handle handle() {
        return handle;
    }

    Requests requests() {
        return new Requests(handle);
    }

    Requests.Reply get(KsProperty<?> property, int length) {
        return requests().property(head(property.set().guid(), property.id(), KSPROPERTY_TYPE.GET), length);
    }

    Requests.Reply state() {
        return get(KSPROPERTY_CONNECTION.STATE, 4);
    }

    /** Sets the state by its number, which may be none. */
    Requests.Reply set(int state) {
        return requests()
                .property(
                        head(
                                KSPROPERTY_CONNECTION.STATE.set().guid(),
                                KSPROPERTY_CONNECTION.STATE.id(),
                                KSPROPERTY_TYPE.SET),
                        ints(state));
    }

    /** Takes the pin to a state, step by step as clients do. */
    StubPin to(KSSTATE state) {
        for (int step = KSSTATE.ACQUIRE.value(); step < state.value(); step++) {
            set(step).succeeds();
        }
        set(state.value()).succeeds();
        return this;
    }

    Requests.Reply reset(KSRESET reset) {
        return requests().send(IOCTL_KS.RESET_STATE, ints(reset.value()), new byte[0]);
    }

    /** Writes a frame of so many bytes. */
    Frames write(int bytes) {
        return write(bytes, 0);
    }

    Frames write(int bytes, int options) {
        return Frames.of(handle, bytes).used(0, bytes).options(0, options).submit(IOCTL_KS.WRITE_STREAM);
    }

    /** Reads frames of so many bytes each, by one request. */
    Frames read(int... bytes) {
        return Frames.of(handle, bytes).submit(IOCTL_KS.READ_STREAM);
    }

    @Override
    public void close() {
        handle.close();
    }
}
