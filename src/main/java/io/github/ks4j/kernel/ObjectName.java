package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The name by which an object is created: what kind of object it shall be, and behind a backslash its parameters, which
 * are plain bytes. Below an open object, the kind is the text of a GUID, for example {@code KSNAME_Pin}; of a filter, it
 * is the reference string at the end of its path, without the backslash in front of it.
 *
 * <p>A name has no terminator, and its length must fit into the {@code USHORT} of a {@code UNICODE_STRING}. An odd number
 * of parameter bytes makes that length odd; whether Windows takes such a name is not known, and here it is taken.
 *
 * @param objectClass what comes before the first backslash; that, too, may be anything
 * @param parameters what comes behind it: little-endian, from index 0 to its limit, aligned; empty without a backslash
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscreatepin">KsCreatePin function</a>
 */
public record ObjectName(String objectClass, ByteBuffer parameters) {
    /** The most bytes of a {@code UNICODE_STRING}. */
    private static final int LONGEST = 0xFFFE;

    private static final char SEPARATOR = '\\';

    /**
     * Takes a name apart.
     *
     * @param name its bytes, from position to limit
     * @return its parts, copied
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if it is longer than 65,534 bytes
     */
    public static ObjectName of(ByteBuffer name) {
        ByteBuffer bytes = name.slice().order(ByteOrder.LITTLE_ENDIAN);
        checkLength(bytes.limit());
        int text = 0;
        while (text + 1 < bytes.limit() && bytes.getChar(text) != SEPARATOR) {
            text += Character.BYTES;
        }
        // Half a character at the end is part of the text, and makes it another.
        byte[] objectClass = new byte[text + 1 < bytes.limit() ? text : bytes.limit()];
        bytes.get(0, objectClass);
        int start = Math.min(text + Character.BYTES, bytes.limit());
        ByteBuffer parameters = ByteBuffer.allocate(bytes.limit() - start).order(ByteOrder.LITTLE_ENDIAN);
        parameters.put(0, bytes, start, parameters.limit());
        return new ObjectName(new String(objectClass, StandardCharsets.UTF_16LE), parameters);
    }

    /**
     * Puts a name together.
     *
     * @param objectClass the kind of object, for example {@code KSNAME_Pin}
     * @param parameters its parameters, from position to limit
     * @return the bytes of the name, 78 more than the parameters have
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if there are more than 65,456 parameter bytes
     */
    public static ByteBuffer compose(Guid objectClass, ByteBuffer parameters) {
        byte[] text = (objectClass.toString() + SEPARATOR).getBytes(StandardCharsets.UTF_16LE);
        checkLength((long) text.length + parameters.remaining());
        return ByteBuffer.allocate(text.length + parameters.remaining())
                .put(text)
                .put(parameters.duplicate())
                .flip()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void checkLength(long bytes) {
        if (bytes > LONGEST) {
            throw KsException.of("create an object by a name of " + bytes + " bytes", NtStatus.INVALID_PARAMETER);
        }
    }
}
