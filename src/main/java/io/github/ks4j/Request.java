package io.github.ks4j;

import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.MalformedValueException;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.Objects;

/**
 * One item of one set, one operation, one addressee: sends it, and asks for sizes where they are not known. Also the
 * words for it, in messages.
 *
 * @param target the addressee
 * @param controlCode the kind of request
 * @param set the set
 * @param id the item
 * @param flags the operation, without the addressee's own flags
 */
record Request(KsObject target, int controlCode, Guid set, int id, int flags) {
    /** Real lists grow between two calls, but not for ever. */
    private static final int ROUNDS = 8;

    /** The room that a value is first given whose size is not to be had, and the most. */
    private static final int TRIAL = 16;

    private static final int LAST_TRIAL = 1 << 16;

    /** What some drivers want for a value, however few bytes of it they use. */
    private static final int SET_ROOM = 16;

    Request {
        Objects.requireNonNull(set, "set");
    }

    /** A request for a property. Where its structure has room for the value, that is zero. */
    static Request property(KsObject target, KsProperty<?> property, int flags) {
        int tail = property.codec().requestTail();
        KsObject addressee = tail == 0 ? target : target.carrying(new byte[tail]);
        return property(addressee, property.set().guid(), property.id(), flags);
    }

    /** Sets a property whose structure is request and value at once: it goes out as both, as drivers expect. */
    static <T> void control(KsObject target, KsProperty<T> property, Codec<T> codec, T value) {
        int size = codec.size(target.session.abi());
        ByteBuffer whole = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        codec.encode(value, target.session.abi(), whole);
        byte[] tail = Arrays.copyOfRange(whole.array(), size - codec.requestTail(), size);
        KsObject addressee = target.carrying(tail);
        if (addressee != target) {
            addressee.write(whole, property.set().guid(), property.id(), KSPROPERTY_TYPE.SET);
        }
        property(addressee, property.set().guid(), property.id(), KSPROPERTY_TYPE.SET)
                .write(whole);
    }

    static Request property(KsObject target, Guid set, int id, int flags) {
        return new Request(target, IOCTL_KS.PROPERTY, set, id, flags);
    }

    /** Sends the request with a part of the scratch memory's data block. */
    long send(Scratch scratch, int dataLength) {
        return target.send(scratch, controlCode, set, id, flags, dataLength);
    }

    /** Sends the request with data that lies outside of the scratch memory. */
    long send(Scratch scratch, KsBuffer data) {
        return target.send(scratch, controlCode, set, id, flags, data, data.size());
    }

    /** Whether the request succeeds; not if the driver says that there is no such thing. */
    boolean isSupported() {
        try (Scratch scratch = target.session.enter()) {
            Outcome.succeed(this, send(scratch, 0));
            return true;
        } catch (KsNotSupportedException e) {
            return false;
        }
    }

    /** Reads a value: at once if its size is known, else after asking for it. */
    <T> T read(Codec<T> codec) {
        return read(codec, 0);
    }

    /** Reads a value into at least {@code least} bytes, whatever size the driver answers. */
    <T> T read(Codec<T> codec, int least) {
        try (Scratch scratch = target.session.enter()) {
            int size = codec.size(target.session.abi());
            int length = size == Codec.VARIABLE ? readSized(scratch, least) : readFixed(scratch, size);
            return decode(codec, scratch.data(length).bytes(), length);
        }
    }

    /** Reads the bytes of a value into a buffer, in one request. */
    int read(ByteBuffer target) {
        if (target.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        try (Scratch scratch = this.target.session.enter()) {
            int length = readFixed(scratch, target.remaining());
            target.put(scratch.data(length).bytes().slice(0, length));
            return length;
        }
    }

    /** Sends a value. */
    <T> void write(Codec<T> codec, T value) {
        try (Scratch scratch = target.session.enter()) {
            int size = codec.encodedSize(value, target.session.abi());
            codec.encode(value, target.session.abi(), scratch.data(size).bytes());
            finishSet(scratch, send(scratch, size), size);
        }
    }

    /** Sends bytes. */
    void write(ByteBuffer source) {
        try (Scratch scratch = target.session.enter()) {
            int size = source.remaining();
            scratch.data(size).bytes().put(0, source, source.position(), size);
            finishSet(scratch, send(scratch, size), size);
        }
    }

    /** Ends a SET whose data is in the scratch memory; tries again with more room where that was too small. */
    void finishSet(Scratch scratch, long block, int size) {
        long last = block;
        if (size > 0 && size < SET_ROOM && Outcome.wantsRoom(block)) {
            ByteBuffer bytes = scratch.data(SET_ROOM).bytes();
            for (int i = size; i < SET_ROOM; i++) {
                bytes.put(i, (byte) 0);
            }
            last = send(scratch, SET_ROOM);
        }
        Outcome.succeed(this, last);
    }

    <T> T decode(Codec<T> codec, ByteBuffer bytes, int length) {
        try {
            return codec.decode(target.session.abi(), bytes, length);
        } catch (MalformedValueException e) {
            throw new KsBadReplyException(this + ": " + e.getMessage(), e);
        }
    }

    /** Sends the request with zeroed data, so that a driver that claims more than it wrote gives nothing away. */
    long ask(Scratch scratch, int size) {
        clear(scratch.data(size), size);
        return send(scratch, size);
    }

    private int readFixed(Scratch scratch, int size) {
        return Outcome.length(this, ask(scratch, size), size);
    }

    private int readSized(Scratch scratch, int least) {
        int size = Outcome.sizeAnswer(this, send(scratch, 0));
        if (size == Outcome.UNKNOWN) {
            // Four bytes get a list's size out of drivers that do not tell it otherwise; or they are the value.
            long block = ask(scratch, Integer.BYTES);
            if (Outcome.isComplete(block)) {
                int length = Outcome.length(this, block, Integer.BYTES);
                int claim = scratch.data(Integer.BYTES).bytes().getInt(0);
                if (length == 0) {
                    return readByTrial(scratch, block);
                } else if (length < Integer.BYTES || claim <= Integer.BYTES || claim > Outcome.LIMIT) {
                    return length;
                }
                size = claim;
            } else {
                size = Outcome.sizeAnswer(this, block);
                if (size == Outcome.UNKNOWN) {
                    return readByTrial(scratch, block);
                }
            }
        }
        return readGrowing(scratch, Math.max(size, least));
    }

    /** Finds the room that a value takes which does not say so; if there is none, it is empty, or refused as before. */
    private int readByTrial(Scratch scratch, long refusal) {
        for (int size = TRIAL; size <= LAST_TRIAL; size *= 4) {
            long block = ask(scratch, size);
            if (Outcome.isComplete(block)) {
                int length = Outcome.length(this, block, size);
                if (length > 0) {
                    return length;
                }
            } else {
                int needed = Outcome.sizeAnswer(this, block);
                if (needed > size) {
                    return readGrowing(scratch, needed);
                }
            }
        }
        return Outcome.length(this, refusal, 0);
    }

    /** Follows a value that grows; from the second time on it is given more room than it says, to get ahead of it. */
    private int readGrowing(Scratch scratch, int expected) {
        int size = expected;
        for (int round = 0; round < ROUNDS; round++) {
            long block = ask(scratch, size);
            if (Outcome.isComplete(block)) {
                return Outcome.length(this, block, size);
            }
            int needed = Outcome.sizeAnswer(this, block);
            if (needed <= size) {
                needed = Outcome.sizeAnswer(this, send(scratch, 0));
            }
            boolean chasing = round > 0 || needed <= size;
            size = Math.max(needed, chasing ? Math.min(2 * size, Outcome.LIMIT) : 0);
        }
        throw new KsBadReplyException(
                this + ": the value outgrew its buffer " + ROUNDS + " times, the last time " + size + " bytes");
    }

    static void clear(KsBuffer data, int size) {
        ByteBuffer bytes = data.bytes();
        int whole = size & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            bytes.putLong(i, 0);
        }
        for (int i = whole; i < size; i++) {
            bytes.put(i, (byte) 0);
        }
    }

    private String verb() {
        return switch (controlCode) {
            case IOCTL_KS.METHOD -> flags == KSPROPERTY_TYPE.SETSUPPORT ? "support of" : "call";
            case IOCTL_KS.DISABLE_EVENT -> "disable";
            case IOCTL_KS.ENABLE_EVENT ->
                switch (flags) {
                    case KSEVENT_TYPE.SETSUPPORT -> "support of";
                    case KSEVENT_TYPE.BASICSUPPORT -> "basic support of";
                    case KSEVENT_TYPE.ONESHOT -> "enable once";
                    default -> "enable";
                };
            default ->
                switch (flags) {
                    case KSPROPERTY_TYPE.GET -> "get";
                    case KSPROPERTY_TYPE.SET -> "set";
                    case KSPROPERTY_TYPE.SETSUPPORT -> "support of";
                    case KSPROPERTY_TYPE.BASICSUPPORT -> "basic support of";
                    case KSPROPERTY_TYPE.DEFAULTVALUES -> "default values of";
                    default -> "flags 0x" + Integer.toHexString(flags) + " of";
                };
        };
    }

    private Class<? extends KsItem> kind() {
        return switch (controlCode) {
            case IOCTL_KS.METHOD -> KsMethod.class;
            case IOCTL_KS.ENABLE_EVENT, IOCTL_KS.DISABLE_EVENT -> KsEvent.class;
            default -> KsProperty.class;
        };
    }

    /** The words: {@code get KSPROPERTY_PIN_CTYPES (KSPROPSETID_Pin 1) of \\?\...}. */
    @Override
    public String toString() {
        String setName = Catalogue.nameOf(set);
        if (set.equals(Guid.NULL)) {
            return "list the sets of " + target;
        } else if (flags == KSPROPERTY_TYPE.SETSUPPORT) {
            return verb() + " " + setName + " by " + target;
        }
        return verb() + " " + item();
    }

    /** The words without the operation. */
    String item() {
        String setName = Catalogue.nameOf(set);
        String item = Catalogue.nameOf(kind(), set, id);
        String number = setName + " " + Integer.toUnsignedString(id);
        return (item.startsWith(setName) ? number : item + " (" + number + ")") + " of " + target;
    }
}
