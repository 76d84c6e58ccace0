package io.github.ks4j.kernel;

/**
 * What is asked of a driver: {@code IRP_MJ_} codes. KS objects have routines for some; the others are refused.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/irp-major-function-codes">IRP major function
 *     codes</a>
 */
public enum MajorFunction {
    /** {@code IRP_MJ_CREATE}. */
    CREATE(0x00),
    /** {@code IRP_MJ_CREATE_NAMED_PIPE}. */
    CREATE_NAMED_PIPE(0x01),
    /** {@code IRP_MJ_CLOSE}. */
    CLOSE(0x02),
    /** {@code IRP_MJ_READ}. */
    READ(0x03),
    /** {@code IRP_MJ_WRITE}. */
    WRITE(0x04),
    /** {@code IRP_MJ_QUERY_INFORMATION}. */
    QUERY_INFORMATION(0x05),
    /** {@code IRP_MJ_SET_INFORMATION}. */
    SET_INFORMATION(0x06),
    /** {@code IRP_MJ_QUERY_EA}. */
    QUERY_EA(0x07),
    /** {@code IRP_MJ_SET_EA}. */
    SET_EA(0x08),
    /** {@code IRP_MJ_FLUSH_BUFFERS}. */
    FLUSH_BUFFERS(0x09),
    /** {@code IRP_MJ_QUERY_VOLUME_INFORMATION}. */
    QUERY_VOLUME_INFORMATION(0x0A),
    /** {@code IRP_MJ_SET_VOLUME_INFORMATION}. */
    SET_VOLUME_INFORMATION(0x0B),
    /** {@code IRP_MJ_DIRECTORY_CONTROL}. */
    DIRECTORY_CONTROL(0x0C),
    /** {@code IRP_MJ_FILE_SYSTEM_CONTROL}. */
    FILE_SYSTEM_CONTROL(0x0D),
    /** {@code IRP_MJ_DEVICE_CONTROL}. */
    DEVICE_CONTROL(0x0E),
    /** {@code IRP_MJ_INTERNAL_DEVICE_CONTROL}. */
    INTERNAL_DEVICE_CONTROL(0x0F),
    /** {@code IRP_MJ_SHUTDOWN}. */
    SHUTDOWN(0x10),
    /** {@code IRP_MJ_LOCK_CONTROL}. */
    LOCK_CONTROL(0x11),
    /** {@code IRP_MJ_CLEANUP}. */
    CLEANUP(0x12),
    /** {@code IRP_MJ_CREATE_MAILSLOT}. */
    CREATE_MAILSLOT(0x13),
    /** {@code IRP_MJ_QUERY_SECURITY}. */
    QUERY_SECURITY(0x14),
    /** {@code IRP_MJ_SET_SECURITY}. */
    SET_SECURITY(0x15),
    /** {@code IRP_MJ_POWER}. */
    POWER(0x16),
    /** {@code IRP_MJ_SYSTEM_CONTROL}. */
    SYSTEM_CONTROL(0x17),
    /** {@code IRP_MJ_DEVICE_CHANGE}. */
    DEVICE_CHANGE(0x18),
    /** {@code IRP_MJ_QUERY_QUOTA}. */
    QUERY_QUOTA(0x19),
    /** {@code IRP_MJ_SET_QUOTA}. */
    SET_QUOTA(0x1A),
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
