package io.github.ks4j.io;

/**
 * A request as an allocator may see it: the part of an IRP that both the emulated kernel and a user-mode driver know.
 */
public interface KsRequest {
    /**
     * The control code.
     *
     * @return for example {@code IOCTL_KS_METHOD}
     */
    int controlCode();

    /**
     * The length of the request structure.
     *
     * @return bytes, unsigned
     */
    int inputLength();

    /**
     * The length of the caller's data buffer.
     *
     * @return bytes, unsigned
     */
    int outputLength();

    /**
     * Whether the request comes from user mode, so that its pointers are not to be trusted.
     *
     * @return true for {@code UserMode}
     */
    boolean userMode();

    /**
     * Whether the caller waits for the request. An input operation of a user-mode caller that does not wait may
     * complete in another thread, so its destination has to be locked when the buffer is allocated.
     *
     * @return true if the caller waits
     */
    boolean synchronous();
}
