package io.github.ks4j.win32;

import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSCLOCK_CREATE;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSNODE_CREATE;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A request to create an object below another. {@code ksuser} believes the sizes that stand in the parameters and reads
 * so far, so they are copied and checked first.
 *
 * @param type the kind of object
 * @param parameters from index 0 to the limit, little-endian
 * @param name the name that the object will have
 */
record CreateRequest(KsObjectType type, ByteBuffer parameters, String name) {
    private static final int KSDATAFORMAT_ATTRIBUTES = 2;

    /**
     * Checks the parameters.
     *
     * @param parent the name of the object above
     */
    static CreateRequest of(KsObjectType type, ByteBuffer parameters, Abi abi, String parent) {
        ByteBuffer bytes = ByteBuffer.allocate(parameters.remaining())
                .put(parameters.slice())
                .flip()
                .order(ByteOrder.LITTLE_ENDIAN);
        long needed = switch (type) {
            case PIN -> pinLength(bytes, abi);
            case ALLOCATOR -> KSALLOCATOR_FRAMING.LAYOUT.size(abi);
            case CLOCK -> KSCLOCK_CREATE.LAYOUT.size(abi);
            case TOPOLOGY_NODE -> KSNODE_CREATE.LAYOUT.size(abi);
        };
        if (needed > bytes.limit()) {
            throw KsException.of(
                    "create " + type + " below " + parent + ": parameters of " + bytes.limit()
                            + " bytes, but they need " + needed,
                    NtStatus.INVALID_BUFFER_SIZE);
        }
        return new CreateRequest(type, bytes, label(type, bytes, abi) + " of " + parent);
    }

    /** How far ksuser reads: the connection, the format, and the format's attributes if it says that it has any. */
    private static long pinLength(ByteBuffer bytes, Abi abi) {
        int connect = KSPIN_CONNECT.LAYOUT.size(abi);
        long length = (long) connect + KSDATAFORMAT.LAYOUT.size(abi);
        if (length > bytes.limit()) {
            return length;
        }
        long format = Integer.toUnsignedLong(KSDATAFORMAT.FormatSize.read(abi, bytes, connect));
        length = Math.max(length, connect + format);
        if ((KSDATAFORMAT.Flags.read(abi, bytes, connect) & KSDATAFORMAT_ATTRIBUTES) != 0) {
            long attributes = connect + (format + 7 & ~7L);
            length = Math.max(length, attributes + KSMULTIPLE_ITEM.LAYOUT.size(abi));
            if (length <= bytes.limit()) {
                length = Math.max(
                        length,
                        attributes + Integer.toUnsignedLong(KSMULTIPLE_ITEM.Size.read(abi, bytes, (int) attributes)));
            }
        }
        return length;
    }

    private static String label(KsObjectType type, ByteBuffer bytes, Abi abi) {
        return switch (type) {
            case PIN -> "pin " + Integer.toUnsignedString(KSPIN_CONNECT.PinId.read(abi, bytes, 0));
            case ALLOCATOR -> "allocator";
            case CLOCK -> "clock";
            case TOPOLOGY_NODE -> "node " + Integer.toUnsignedString(KSNODE_CREATE.Node.read(abi, bytes, 0));
        };
    }

    /**
     * Sends the request.
     *
     * @return the new handle
     */
    long send(NativeMemory memory, Patience patience, long parent, int access) {
        Ksuser.bind();
        String what = "create " + name;
        try (KsBuffer in = memory.allocate(parameters.limit());
                KsBuffer out = memory.allocate(Long.BYTES)) {
            in.bytes().put(0, parameters, 0, parameters.limit());
            int error = patience.outlast(what, () -> switch (type) {
                case PIN -> Ksuser.KsCreatePin(parent, in.address(), access, out.address());
                case ALLOCATOR -> Ksuser.KsCreateAllocator(parent, in.address(), out.address());
                case CLOCK -> Ksuser.KsCreateClock(parent, in.address(), out.address());
                case TOPOLOGY_NODE -> Ksuser.KsCreateTopologyNode(parent, in.address(), access, out.address());
            });
            if (error != 0) {
                throw KsException.of(what, LastError.status(error));
            }
            long created = out.bytes().getLong(0);
            if (created == 0 || created == Kernel32.INVALID_HANDLE_VALUE) {
                throw new KsBadReplyException(what + ": ksuser says that it was created, but gives no handle to it");
            }
            return created;
        }
    }
}
