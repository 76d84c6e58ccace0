package io.github.ks4j.io;

/**
 * The handle, or the driver it belongs to, has been closed.
 */
public final class KsClosedException extends KsException {
    private static final long serialVersionUID = 1;

    /**
     * Says what was closed.
     *
     * @param name the closed object
     */
    public KsClosedException(String name) {
        super(name + " is closed", NtStatus.INVALID_HANDLE, null);
    }
}
