package io.github.ks4j.io;

/**
 * The request did not complete by its deadline and has been cancelled. Should the driver keep it all the same, its memory
 * is kept too until it comes back.
 */
public final class KsTimeoutException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsTimeoutException(String message, NtStatus status) {
        super(message, status, null);
    }
}
