package io.github.ks4j.io;

/**
 * The outcome of a request, packed into a long so that it can be returned without allocating: the NTSTATUS in the upper
 * half, Information (a byte count) in the lower.
 */
public final class IoStatusBlock {
    private IoStatusBlock() {}

    /**
     * Packs an outcome.
     *
     * @param status the NTSTATUS
     * @param information the byte count, unsigned
     * @return the packed outcome
     */
    public static long of(NtStatus status, int information) {
        return of(status.code(), information);
    }

    /**
     * Packs an outcome.
     *
     * @param status the NTSTATUS code
     * @param information the byte count, unsigned
     * @return the packed outcome
     */
    public static long of(int status, int information) {
        return (long) status << 32 | Integer.toUnsignedLong(information);
    }

    /**
     * The status.
     *
     * @param block a packed outcome
     * @return the NTSTATUS code
     */
    public static int statusCode(long block) {
        return (int) (block >> 32);
    }

    /**
     * The status.
     *
     * @param block a packed outcome
     * @return the NTSTATUS
     */
    public static NtStatus status(long block) {
        return NtStatus.of(statusCode(block));
    }

    /**
     * The byte count.
     *
     * @param block a packed outcome
     * @return Information, unsigned
     */
    public static int information(long block) {
        return (int) block;
    }

    /**
     * {@code NT_SUCCESS}: neither a warning nor an error.
     *
     * @param block a packed outcome
     * @return true on success
     */
    public static boolean isSuccess(long block) {
        return block >= 0;
    }
}
