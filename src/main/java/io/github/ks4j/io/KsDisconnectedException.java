package io.github.ks4j.io;

/**
 * The device is gone: {@link NtStatus#DEVICE_REMOVED}, {@link NtStatus#NO_SUCH_DEVICE},
 * {@link NtStatus#DEVICE_NOT_CONNECTED}, or {@link NtStatus#OBJECT_NAME_NOT_FOUND} when opening it, which is a
 * {@link KsNotFoundException}. The handle is of no further use but for closing it.
 */
public sealed class KsDisconnectedException extends KsException permits KsNotFoundException {
    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsDisconnectedException(String message, NtStatus status) {
        super(message, status, null);
    }
}
