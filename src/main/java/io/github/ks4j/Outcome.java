package io.github.ks4j;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.util.Set;

/**
 * What the outcome of a request means: a value of some length, the size that a value would take, or a failure. The only
 * place that reads a packed {@link IoStatusBlock}.
 *
 * <p>To a request without room for the value, drivers answer {@code STATUS_BUFFER_OVERFLOW} and the size, which is the
 * rule; {@code STATUS_BUFFER_TOO_SMALL} with or without a size; {@code STATUS_MORE_ENTRIES}; or success with the size,
 * or with 0.
 */
final class Outcome {
    /** The largest size in bytes that a driver may claim; the system property {@code ks4j.replyLimit} changes it. */
    static final int LIMIT = Integer.getInteger("ks4j.replyLimit", 16 << 20);

    /** The driver needs more room and does not say how much. */
    static final int UNKNOWN = -1;

    private static final Set<NtStatus> SIZE_ANSWERS =
            Set.of(NtStatus.BUFFER_OVERFLOW, NtStatus.BUFFER_TOO_SMALL, NtStatus.MORE_ENTRIES);

    private Outcome() {}

    /** Whether the request did what was asked, rather than ask for more room. */
    static boolean isComplete(long block) {
        return IoStatusBlock.isSuccess(block) && IoStatusBlock.statusCode(block) != NtStatus.MORE_ENTRIES.code();
    }

    /** The length of the value that came, at most {@code capacity}. */
    static int length(Request request, long block, int capacity) {
        succeed(request, block);
        int information = IoStatusBlock.information(block);
        if (Integer.compareUnsigned(information, capacity) > 0) {
            throw new KsBadReplyException(request + ": the driver claims " + Integer.toUnsignedString(information)
                    + " bytes, but had room for " + capacity);
        }
        return information;
    }

    /** Checks the length of a value of a fixed size. */
    static void exactly(Request request, long block, int size) {
        int length = length(request, block, size);
        if (length < size) {
            throw new KsBadReplyException(request + ": expected " + size + " bytes, got " + length);
        }
    }

    /** Throws unless the request succeeded. */
    static void succeed(Request request, long block) {
        if (!isComplete(block)) {
            throw failure(request, block);
        }
    }

    /** Whether the request was refused for want of room. */
    static boolean wantsRoom(long block) {
        return SIZE_ANSWERS.contains(IoStatusBlock.status(block));
    }

    /** The size that the value takes, by the answer to a request without room for it; perhaps {@link #UNKNOWN}. */
    static int sizeAnswer(Request request, long block) {
        if (!IoStatusBlock.isSuccess(block) && !SIZE_ANSWERS.contains(IoStatusBlock.status(block))) {
            throw failure(request, block);
        }
        int information = IoStatusBlock.information(block);
        if (Integer.compareUnsigned(information, LIMIT) > 0) {
            throw new KsBadReplyException(request + ": the driver claims a size of "
                    + Integer.toUnsignedString(information) + " bytes, the limit is " + LIMIT);
        }
        return information == 0 ? UNKNOWN : information;
    }

    /** The exception for a request that failed. */
    static KsException failure(Request request, long block) {
        NtStatus status = IoStatusBlock.status(block);
        int information = IoStatusBlock.information(block);
        String size = SIZE_ANSWERS.contains(status) && information != 0
                ? " (takes " + Integer.toUnsignedString(information) + " bytes)"
                : "";
        if (status.equals(NtStatus.OBJECT_NAME_NOT_FOUND)) {
            // Of a path it would mean that the device has gone; here the object is open, and a value has no name.
            return new KsException(request + ": " + status + ", Win32 " + status.win32(), status, null);
        }
        return KsException.of(request + size, status);
    }
}
