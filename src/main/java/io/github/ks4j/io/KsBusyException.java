package io.github.ks4j.io;

/**
 * The object is in use or not ready yet; trying again later may help: {@link NtStatus#INVALID_DEVICE_STATE} from creating
 * a pin, {@link NtStatus#SHARING_VIOLATION}, {@link NtStatus#DEVICE_BUSY}, {@link NtStatus#DEVICE_NOT_READY}.
 */
public final class KsBusyException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsBusyException(String message, NtStatus status) {
        super(message, status, null);
    }
}
