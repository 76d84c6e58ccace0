package io.github.ks4j.kernel;

/**
 * What is asked of a driver: {@code IRP_MJ_} codes, as far as they have a meaning for KS objects or have to be refused.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/irp-major-function-codes">IRP major function
 *     codes</a>
 */
public enum MajorFunction {
    /** {@code IRP_MJ_CREATE}. */
    CREATE(0x00),
    /** {@code IRP_MJ_CLOSE}. */
    CLOSE(0x02),
    /** {@code IRP_MJ_READ}. */
    READ(0x03),
    /** {@code IRP_MJ_WRITE}. */
    WRITE(0x04),
    /** {@code IRP_MJ_FLUSH_BUFFERS}. */
    FLUSH_BUFFERS(0x09),
    /** {@code IRP_MJ_DEVICE_CONTROL}. */
    DEVICE_CONTROL(0x0E),
    /** {@code IRP_MJ_INTERNAL_DEVICE_CONTROL}. */
    INTERNAL_DEVICE_CONTROL(0x0F),
    /** {@code IRP_MJ_CLEANUP}. */
    CLEANUP(0x12),
    /** {@code IRP_MJ_QUERY_SECURITY}. */
    QUERY_SECURITY(0x14),
    /** {@code IRP_MJ_SET_SECURITY}. */
    SET_SECURITY(0x15),
    /** {@code IRP_MJ_POWER}. */
    POWER(0x16),
    /** {@code IRP_MJ_SYSTEM_CONTROL}. */
    SYSTEM_CONTROL(0x17),
    /** {@code IRP_MJ_PNP}. */
    PNP(0x1B);

    private final int code;

    MajorFunction(int code) {
        this.code = code;
    }

    /**
     * The code.
     *
     * @return the value of {@code IRP_MJ_}
     */
    public int code() {
        return code;
    }
}
