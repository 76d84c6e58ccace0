package io.github.ks4j.io;

/**
 * The object does not support the set, the item or the operation on it: statuses {@link NtStatus#PROPSET_NOT_FOUND},
 * {@link NtStatus#NOT_FOUND}, {@link NtStatus#NOT_SUPPORTED}, {@link NtStatus#NOT_IMPLEMENTED} and
 * {@link NtStatus#INVALID_DEVICE_REQUEST}. {@link #isSetMissing()} tells a missing set from a missing item.
 */
public final class KsNotSupportedException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsNotSupportedException(String message, NtStatus status) {
        super(message, status, null);
    }

    /**
     * Whether the whole set is unknown to the object, rather than just the item.
     *
     * @return true for {@link NtStatus#PROPSET_NOT_FOUND}
     */
    public boolean isSetMissing() {
        return status().equals(NtStatus.PROPSET_NOT_FOUND);
    }
}
