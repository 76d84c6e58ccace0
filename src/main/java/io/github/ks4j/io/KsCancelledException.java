package io.github.ks4j.io;

/**
 * The request was cancelled before it completed: {@link NtStatus#CANCELLED}.
 */
public final class KsCancelledException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsCancelledException(String message, NtStatus status) {
        super(message, status, null);
    }
}
