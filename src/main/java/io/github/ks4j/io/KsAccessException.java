package io.github.ks4j.io;

/**
 * Access was refused: {@link NtStatus#ACCESS_DENIED}. The handle lacks the access right, or a privacy setting bars the
 * device.
 */
public final class KsAccessException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsAccessException(String message, NtStatus status) {
        super(message, status, null);
    }
}
