package io.github.ks4j.io;

/**
 * The driver answered with bytes that cannot be what it claims: a count beyond the buffer, a list longer than its bytes,
 * a value of the wrong size. Nothing beyond the buffer has been read.
 */
public final class KsBadReplyException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what was wrong with the reply.
     *
     * @param message the operation, the object, and what does not fit
     */
    public KsBadReplyException(String message) {
        super(message, NtStatus.SUCCESS, null);
    }

    /**
     * Says what was wrong with the reply.
     *
     * @param message the operation, the object, and what does not fit
     * @param cause what found it out; may be null
     */
    public KsBadReplyException(String message, Throwable cause) {
        super(message, NtStatus.SUCCESS, cause);
    }
}
