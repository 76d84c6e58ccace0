package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPIN_PHYSICALCONNECTION;
import java.nio.ByteBuffer;

/**
 * The other end of a bridge pin's wire: what {@code KSPIN_PHYSICALCONNECTION} says.
 *
 * @param pin the pin factory of the other filter
 * @param symbolicLink the other filter's symbolic link, as the kernel writes it: it starts with {@code \??\}
 */
public record PhysicalConnection(int pin, String symbolicLink) {
    /** The structure and the name behind it, which starts before the structure's end. */
    static final Codec<PhysicalConnection> CODEC = new Codec<>() {
        private static final int NAME = KSPIN_PHYSICALCONNECTION.SymbolicLinkName.offset64();

        @Override
        public int size(Abi abi) {
            return VARIABLE;
        }

        @Override
        public PhysicalConnection decode(Abi abi, ByteBuffer bytes, int length) {
            MalformedValueException.check(length >= NAME, "KSPIN_PHYSICALCONNECTION of 8 bytes and a name", length);
            long claimed = Integer.toUnsignedLong(bytes.getInt(0));
            int end = (int) Math.min(claimed, length);
            MalformedValueException.check(end >= NAME, "KSPIN_PHYSICALCONNECTION of Size " + claimed, length);
            return new PhysicalConnection(bytes.getInt(4), StringCodec.read(bytes, NAME, end - NAME & ~1));
        }

        @Override
        public int encodedSize(PhysicalConnection value, Abi abi) {
            return NAME + STRING.encodedSize(value.symbolicLink, abi);
        }

        @Override
        public int encode(PhysicalConnection value, Abi abi, ByteBuffer bytes) {
            int size = encodedSize(value, abi);
            bytes.putInt(0, size).putInt(4, value.pin);
            STRING.encode(
                    value.symbolicLink, abi, bytes.slice(NAME, size - NAME).order(bytes.order()));
            return size;
        }
    };

    /**
     * The path by which the other filter is opened.
     *
     * @return the symbolic link as Win32 writes it: it starts with {@code \\?\}
     */
    public String path() {
        return symbolicLink.startsWith("\\??\\") ? "\\\\?\\" + symbolicLink.substring(4) : symbolicLink;
    }
}
