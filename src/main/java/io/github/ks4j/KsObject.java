package io.github.ks4j;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsLongProperty;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Whatever property, method and event requests can be addressed to: a filter, one of its pin factories, one of its
 * nodes, a channel of a node, an open pin, a clock. Each knows the request structure that addresses it; {@link #instance}
 * makes longer ones, and {@link #within} gives its requests a deadline of their own.
 *
 * <p>Values come in their Java form ({@link #get(KsProperty)}) or as bytes ({@link #getRaw(Guid, int)}), which also
 * serve for sets that the library does not know. Where a value says its size itself, the driver is asked for it first,
 * and the value is then read in a second request.
 *
 * <p><b>Errors.</b> A request that fails is a {@link KsException} that names the operation, the object, the set, the
 * item, and the codes; what the object does not have is a {@link KsNotSupportedException}, an object that is no longer
 * open a {@link KsClosedException}, and a reply that cannot be what the driver claims a
 * {@link io.github.ks4j.io.KsBadReplyException}.
 *
 * <p><b>Threading.</b> Any number of threads may make requests to one object at once. Requests use memory that belongs
 * to the calling thread, so a {@link #get(KsIntProperty)} neither allocates nor takes a lock.
 */
public abstract sealed class KsObject
        permits KsFilter, KsPinFactory, KsNode, KsNodeChannel, KsInstance, KsDeadline, KsPin, KsClock {
    /** {@code KSIDENTIFIER}: the head of all request structures. */
    static final int HEAD = KSPROPERTY.LAYOUT.size();

    /** What drivers answer beside the usual when they have no such value: the name is not in the registry, or just no. */
    private static final Set<NtStatus> ABSENT = Set.of(NtStatus.OBJECT_NAME_NOT_FOUND, NtStatus.UNSUCCESSFUL);

    final Session session;
    final Handle handle;
    /** What has been opened through the handle, and is closed before it. */
    final Owned owned;

    private final int length;
    private final int flags;

    /** An object with a handle of its own; its request structure is a plain {@code KSIDENTIFIER}. */
    KsObject(Session session, Handle handle) {
        this.session = session;
        this.handle = handle;
        this.owned = new Owned();
        this.length = HEAD;
        this.flags = 0;
    }

    /**
     * A part of an object, reached through its handle.
     *
     * @param length the length of the request structure
     * @param flags what goes into its Flags beside the operation
     */
    KsObject(KsObject whole, int length, int flags) {
        this.session = whole.session;
        this.handle = whole.handle;
        this.owned = whole.owned;
        this.length = length;
        this.flags = flags;
    }

    /** Writes what follows the {@code KSIDENTIFIER} of a request. */
    abstract void address(ByteBuffer request);

    /** How a value lies in the bytes of a request to this object. */
    <T> Codec<T> form(Codec<T> codec) {
        return codec;
    }

    /** This object, addressed by a request structure that carries the value too. */
    KsObject carrying(byte[] value) {
        return new KsInstance(this, value, true);
    }

    final int requestLength() {
        return length;
    }

    final int requestFlags() {
        return flags;
    }

    /**
     * Reads a 32-bit value. Neither allocates nor takes a lock.
     *
     * @param property the property
     * @return the value
     * @throws KsException if the request fails
     */
    public final int get(KsIntProperty property) {
        Guid set = property.set().guid();
        try (Scratch scratch = session.enter()) {
            KsBuffer data = scratch.data(Integer.BYTES);
            data.bytes().putInt(0, 0);
            long block = send(scratch, IOCTL_KS.PROPERTY, set, property.id(), KSPROPERTY_TYPE.GET, Integer.BYTES);
            if (block != Integer.BYTES) {
                Outcome.exactly(Request.property(this, property, KSPROPERTY_TYPE.GET), block, Integer.BYTES);
            }
            return data.bytes().getInt(0);
        }
    }

    /**
     * Reads a 64-bit value. Neither allocates nor takes a lock.
     *
     * @param property the property
     * @return the value
     * @throws KsException if the request fails
     */
    public final long get(KsLongProperty property) {
        Guid set = property.set().guid();
        try (Scratch scratch = session.enter()) {
            KsBuffer data = scratch.data(Long.BYTES);
            data.bytes().putLong(0, 0);
            long block = send(scratch, IOCTL_KS.PROPERTY, set, property.id(), KSPROPERTY_TYPE.GET, Long.BYTES);
            if (block != Long.BYTES) {
                Outcome.exactly(Request.property(this, property, KSPROPERTY_TYPE.GET), block, Long.BYTES);
            }
            return data.bytes().getLong(0);
        }
    }

    /**
     * Reads a value. Where it says its size itself, more than one request may be made: what is not only a question, such
     * as {@code KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT}, take {@link #getRaw(Guid, int, ByteBuffer)} for.
     *
     * @param property the property
     * @param <T> the Java form of the value
     * @return the value, a copy
     * @throws KsException if the request fails
     */
    public final <T> T get(KsProperty<T> property) {
        return Request.property(this, property, KSPROPERTY_TYPE.GET).read(form(property.codec()));
    }

    /**
     * Writes a 32-bit value. Neither allocates nor takes a lock.
     *
     * @param property the property
     * @param value the value
     * @throws KsException if the request fails
     */
    public final void set(KsIntProperty property, int value) {
        Guid set = property.set().guid();
        try (Scratch scratch = session.enter()) {
            scratch.data(Integer.BYTES).bytes().putInt(0, value);
            long block = send(scratch, IOCTL_KS.PROPERTY, set, property.id(), KSPROPERTY_TYPE.SET, Integer.BYTES);
            if (!Outcome.isComplete(block)) {
                Request.property(this, property, KSPROPERTY_TYPE.SET).finishSet(scratch, block, Integer.BYTES);
            }
        }
    }

    /**
     * Writes a 64-bit value. Neither allocates nor takes a lock.
     *
     * @param property the property
     * @param value the value
     * @throws KsException if the request fails
     */
    public final void set(KsLongProperty property, long value) {
        Guid set = property.set().guid();
        try (Scratch scratch = session.enter()) {
            scratch.data(Long.BYTES).bytes().putLong(0, value);
            long block = send(scratch, IOCTL_KS.PROPERTY, set, property.id(), KSPROPERTY_TYPE.SET, Long.BYTES);
            if (!Outcome.isComplete(block)) {
                Request.property(this, property, KSPROPERTY_TYPE.SET).finishSet(scratch, block, Long.BYTES);
            }
        }
    }

    /**
     * Writes a value.
     *
     * @param property the property
     * @param value the value
     * @param <T> the Java form of the value
     * @throws KsException if the request fails
     */
    public final <T> void set(KsProperty<T> property, T value) {
        Codec<T> codec = form(property.codec());
        if (codec.requestTail() == 0) {
            Request.property(this, property, KSPROPERTY_TYPE.SET).write(codec, value);
        } else {
            Request.control(this, property, codec, value);
        }
    }

    /**
     * Reads the bytes of a value, whatever its size: up to 16 MiB, or the system property {@code ks4j.replyLimit}.
     *
     * @param set the set
     * @param id the item
     * @return the bytes, little-endian
     * @throws KsException if the request fails
     */
    public final byte[] getRaw(Guid set, int id) {
        return Request.property(this, set, id, KSPROPERTY_TYPE.GET).read(Codec.BYTES);
    }

    /**
     * Reads the bytes of a value in a single request, into a buffer whose size is the size that the driver is told.
     *
     * @param set the set
     * @param id the item
     * @param target filled from its position, which advances
     * @return how many bytes came
     * @throws java.nio.ReadOnlyBufferException if the target can only be read; nothing has been asked then
     * @throws KsException if the request fails; for want of room, the message says what the driver needs if it told
     */
    public final int getRaw(Guid set, int id, ByteBuffer target) {
        return Request.property(this, set, id, KSPROPERTY_TYPE.GET).read(target);
    }

    /**
     * Reads the bytes of a value in a single request, in memory that an allocator provides. It is told when the request
     * is over; if that is only after this call has given up waiting, in another thread.
     *
     * @param set the set
     * @param id the item
     * @param size the room for the value, in bytes
     * @param allocator asked for one buffer of this driver: the value at 0, the request behind it at a multiple of 8
     * @return the bytes that came, a copy
     * @throws KsException if the request fails
     */
    public final byte[] getRaw(Guid set, int id, int size, KsAllocator allocator) {
        Request request = Request.property(this, set, id, KSPROPERTY_TYPE.GET);
        return new AllocatedRequest(request, allocator).read(size);
    }

    /**
     * Writes the bytes of a value.
     *
     * @param set the set
     * @param id the item
     * @param value the bytes
     * @throws KsException if the request fails
     */
    public final void setRaw(Guid set, int id, byte[] value) {
        setRaw(set, id, ByteBuffer.wrap(value));
    }

    /**
     * Writes the bytes of a value.
     *
     * @param set the set
     * @param id the item
     * @param value the bytes from its position to its limit; neither changes
     * @throws KsException if the request fails
     */
    public final void setRaw(Guid set, int id, ByteBuffer value) {
        Request.property(this, set, id, KSPROPERTY_TYPE.SET).write(value);
    }

    /**
     * Writes the bytes of a value from memory that an allocator provides; see
     * {@link #getRaw(Guid, int, int, KsAllocator)}.
     *
     * @param set the set
     * @param id the item
     * @param value the bytes
     * @param allocator asked for one buffer of this driver
     * @throws KsException if the request fails
     */
    public final void setRaw(Guid set, int id, byte[] value, KsAllocator allocator) {
        Request request = Request.property(this, set, id, KSPROPERTY_TYPE.SET);
        new AllocatedRequest(request, allocator).write(value);
    }

    /**
     * Calls a method, once.
     *
     * @param method the method
     * @param data what the method reads; where it only writes, the array's length is the room it has. Not changed
     * @return what the method wrote: for {@code WRITE} and {@code MODIFY} the bytes that came back, else none
     * @throws KsException if the request fails
     */
    public final byte[] call(KsMethod method, byte[] data) {
        Request request = request(method);
        try (Scratch scratch = session.enter()) {
            ByteBuffer bytes = scratch.data(data.length).bytes();
            bytes.put(0, data);
            long block = request.send(scratch, data.length);
            if (!writes(method)) {
                Outcome.succeed(request, block);
                return new byte[0];
            }
            byte[] reply = new byte[Outcome.length(request, block, data.length)];
            bytes.get(0, reply);
            return reply;
        }
    }

    /**
     * Calls a method, once, in memory that an allocator provides; see {@link #getRaw(Guid, int, int, KsAllocator)}.
     *
     * @param method the method
     * @param data as for {@link #call(KsMethod, byte[])}
     * @param allocator asked for one buffer of this driver
     * @return what the method wrote, a copy
     * @throws KsException if the request fails
     */
    public final byte[] call(KsMethod method, byte[] data, KsAllocator allocator) {
        return new AllocatedRequest(request(method), allocator).exchange(data, writes(method));
    }

    /**
     * What can be done with a property, and the values it takes.
     *
     * @param property the property
     * @return the answer, as far as the driver gives it
     * @throws KsException if the object does not have the property
     */
    public final PropertySupport basicSupport(KsProperty<?> property) {
        return new SupportQuery(Request.property(this, property, KSPROPERTY_TYPE.BASICSUPPORT)).ask();
    }

    /**
     * What can be done with a property, and the values it takes.
     *
     * @param set the set
     * @param id the item
     * @return the answer, as far as the driver gives it
     * @throws KsException if the object does not have the property
     */
    public final PropertySupport basicSupport(Guid set, int id) {
        return new SupportQuery(Request.property(this, set, id, KSPROPERTY_TYPE.BASICSUPPORT)).ask();
    }

    /**
     * Whether the object has a set, be it of properties, methods or events.
     *
     * @param set the set
     * @return false if the driver says it does not
     * @throws KsException if the request fails for another reason
     */
    public final boolean supports(KsSet set) {
        return new SetQuery(this, IOCTL_KS.PROPERTY).has(set.guid())
                || new SetQuery(this, IOCTL_KS.METHOD).has(set.guid())
                || new SetQuery(this, IOCTL_KS.ENABLE_EVENT).has(set.guid());
    }

    /**
     * Whether the object has an event.
     *
     * @param event the event
     * @return false if the driver says it does not
     * @throws KsException if the request fails for another reason
     */
    public final boolean supports(KsEvent event) {
        Guid set = event.set().guid();
        return new Request(this, IOCTL_KS.ENABLE_EVENT, set, event.id(), KSEVENT_TYPE.BASICSUPPORT).isSupported();
    }

    /**
     * The property sets that the object has.
     *
     * @return the sets in the driver's order, perhaps with repetitions
     * @throws KsException if the driver does not list its sets
     */
    public final List<Guid> propertySets() {
        return new SetQuery(this, IOCTL_KS.PROPERTY).list();
    }

    /**
     * The method sets that the object has.
     *
     * @return the sets in the driver's order, perhaps with repetitions; empty if the object has none, or
     *     the driver does not list them
     * @throws KsException if the request fails for another reason
     */
    public final List<Guid> methodSets() {
        return new SetQuery(this, IOCTL_KS.METHOD).listIfAny();
    }

    /**
     * The event sets that the object has.
     *
     * @return the sets in the driver's order, perhaps with repetitions; empty if the object has none, or
     *     the driver does not list them
     * @throws KsException if the request fails for another reason
     */
    public final List<Guid> eventSets() {
        return new SetQuery(this, IOCTL_KS.ENABLE_EVENT).listIfAny();
    }

    /**
     * Enables an event: the driver notifies until what is returned is closed.
     *
     * @param event the event
     * @param extra what the event wants to know beside how to notify: the bytes behind {@code KSEVENTDATA} in a structure
     *     of its own, such as {@code KSEVENT_TIME_MARK}; most events want none
     * @return the enabled event, closed at the latest with what the requests go to: the filter, pin or clock
     * @throws KsException if the driver refuses; {@link KsNotSupportedException} if the object does not have the event
     * @throws KsClosedException if the object is closed
     */
    public final KsEnabledEvent enable(KsEvent event, byte... extra) {
        return enable(event.set().guid(), event.id(), extra);
    }

    /**
     * Enables an event that the library need not know; see {@link #enable(KsEvent, byte...)}.
     *
     * @param set the set
     * @param id the item
     * @param extra the bytes behind {@code KSEVENTDATA}
     * @return the enabled event
     * @throws KsException if the driver refuses
     */
    public final KsEnabledEvent enable(Guid set, int id, byte... extra) {
        return enable(set, id, KSEVENT_TYPE.ENABLE, extra);
    }

    /**
     * Enables an event for one notification, after which the driver itself forgets it.
     *
     * @param event the event
     * @param extra the bytes behind {@code KSEVENTDATA}; most events want none
     * @return the enabled event, to be closed like any other
     * @throws KsException if the driver refuses
     */
    public final KsEnabledEvent enableOnce(KsEvent event, byte... extra) {
        return enableOnce(event.set().guid(), event.id(), extra);
    }

    /**
     * Enables an event that the library need not know for one notification; see {@link #enableOnce(KsEvent, byte...)}.
     *
     * @param set the set
     * @param id the item
     * @param extra the bytes behind {@code KSEVENTDATA}
     * @return the enabled event
     * @throws KsException if the driver refuses
     */
    public final KsEnabledEvent enableOnce(Guid set, int id, byte... extra) {
        return enable(set, id, KSEVENT_TYPE.ONESHOT, extra);
    }

    private KsEnabledEvent enable(Guid set, int id, int operation, byte[] extra) {
        KsEnabledEvent event = new KsEnabledEvent(new Request(this, IOCTL_KS.ENABLE_EVENT, set, id, operation), extra);
        event.enable();
        return owned.add(event, this);
    }

    /**
     * The same object, addressed by a longer request structure, as some sets have it:
     * {@code KSPROPERTY_VIDEOCONTROL_CAPS_S} is the 24 bytes of a filter's request and 8 more, which name the pin. Where
     * the structure is request and value at once, as that of a camera's control, {@link #get(KsProperty)} and
     * {@link #set(KsProperty, Object)} see to it themselves.
     *
     * @param bytes what follows this object's request structure; copied
     * @return the object to make such requests to
     */
    public final KsObject instance(byte... bytes) {
        return new KsInstance(this, bytes.clone(), false);
    }

    /**
     * The same object, whose requests have a deadline of their own instead of the driver's: for what is known to take
     * long, or must not.
     *
     * @param deadline how long a request made through what is returned may take: zero for one that has to complete at
     *     once, {@link Handle#NO_DEADLINE} for as long as it takes
     * @return the object to make such requests to
     */
    public final KsObject within(Duration deadline) {
        return new KsDeadline(this, deadline);
    }

    /** How long a request may take; null for the driver's deadline. */
    Duration deadline() {
        return null;
    }

    /**
     * What messages call the object.
     *
     * @return for example {@code node 2 of} and the filter's path
     */
    @Override
    public abstract String toString();

    /** Sends a request from scratch memory. */
    final long send(Scratch scratch, int controlCode, Guid set, int id, int operation, int dataLength) {
        KsBuffer data = dataLength == 0 ? null : scratch.data(dataLength);
        return send(scratch, controlCode, set, id, operation, data, dataLength);
    }

    /** Sends a request from scratch memory, with data that may lie elsewhere. */
    final long send(Scratch scratch, int controlCode, Guid set, int id, int operation, KsBuffer data, int dataLength) {
        KsBuffer request = scratch.request(length);
        write(request.bytes(), set, id, operation);
        try {
            return control(controlCode, request, length, data, dataLength);
        } catch (KsClosedException | KsBusyException e) {
            // The request has not been sent.
            throw e;
        } catch (Throwable e) {
            scratch.abandon();
            throw e;
        }
    }

    /** Sends a request with the object's deadline. */
    final long control(int controlCode, KsBuffer request, int requestLength, KsBuffer data, int dataLength) {
        Duration deadline = deadline();
        return deadline == null
                ? handle.control(controlCode, request, requestLength, data, dataLength)
                : handle.control(controlCode, request, requestLength, data, dataLength, deadline);
    }

    /**
     * Makes a request that names an object by its handle's value, which stays that object's until the request is over.
     *
     * @param object null for none, whose value is 0
     * @throws KsClosedException if the object is closed, since the value may be another one's now
     */
    static <T> T naming(KsObject object, LongFunction<T> request) {
        if (object == null) {
            return request.apply(0);
        } else if (!object.handle.hold()) {
            throw new KsClosedException(object.toString());
        }
        try {
            return request.apply(object.handle.value());
        } finally {
            object.handle.letGo();
        }
    }

    /** Writes a request structure at the start of a little-endian buffer. */
    final void write(ByteBuffer request, Guid set, int id, int operation) {
        set.write(request, KSPROPERTY.Set.offset64());
        KSPROPERTY.Id.write(session.abi(), request, 0, id);
        KSPROPERTY.Flags.write(session.abi(), request, 0, operation | flags);
        address(request);
    }

    /** Reads a value that drivers need not have. */
    final <T> Optional<T> find(KsProperty<T> property) {
        try {
            return Optional.of(get(property));
        } catch (KsException e) {
            if (e instanceof KsNotSupportedException || ABSENT.contains(e.status())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Request request(KsMethod method) {
        return new Request(this, IOCTL_KS.METHOD, method.set().guid(), method.id(), KSMETHOD_TYPE.SEND);
    }

    private static boolean writes(KsMethod method) {
        return method.direction() == KsMethod.Direction.WRITE || method.direction() == KsMethod.Direction.MODIFY;
    }
}
