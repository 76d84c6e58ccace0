package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.kernel.ObjectName;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSNODE_CREATE;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of object something is done to, and which of its kind.
 *
 * @param kind the kind
 * @param id the pin factory or the node, as the client has said it; {@link #NO_ID} for other kinds
 */
record Target(Kind kind, int id) {
    static final int NO_ID = -1;
    static final Target FILTER = new Target(Kind.FILTER, NO_ID);

    /** The kinds of object. */
    enum Kind {
        FILTER,
        PIN,
        NODE,
        CLOCK,
        ALLOCATOR,
        /** Whatever a client has tried to create by a name that is none of theirs. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasIds() {
            return this == PIN || this == NODE;
        }

        static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind != UNKNOWN && kind.word().equals(word))
                    .findFirst();
        }
    }

    /** An object that is about to be created, by a name that may be too short to say which, or say nothing known. */
    static Target of(ObjectName name) {
        return Arrays.stream(KsObjectType.values())
                .filter(type -> type.guid().toString().equalsIgnoreCase(name.objectClass()))
                .findFirst()
                .map(type -> of(type, name.parameters()))
                .orElseGet(() -> new Target(Kind.UNKNOWN, NO_ID));
    }

    private static Target of(KsObjectType type, ByteBuffer parameters) {
        return switch (type) {
            case PIN ->
                new Target(
                        Kind.PIN,
                        parameters.limit() < KSPIN_CONNECT.LAYOUT.size(Abi.X64)
                                ? NO_ID
                                : KSPIN_CONNECT.PinId.read(Abi.X64, parameters, 0));
            case TOPOLOGY_NODE ->
                new Target(
                        Kind.NODE,
                        parameters.limit() < KSNODE_CREATE.LAYOUT.size()
                                ? NO_ID
                                : KSNODE_CREATE.Node.read(Abi.X64, parameters, 0));
            case CLOCK -> new Target(Kind.CLOCK, NO_ID);
            case ALLOCATOR -> new Target(Kind.ALLOCATOR, NO_ID);
        };
    }

    @Override
    public String toString() {
        return id == NO_ID ? kind.word() : kind.word() + " " + Integer.toUnsignedString(id);
    }
}
