package io.github.ks4j.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An NTSTATUS: the outcome of a request as the kernel states it.
 *
 * <p>The constants are the statuses that Kernel Streaming knows, under their names in {@code ntstatus.h} without the
 * prefix; a driver may answer any other code, which {@link #of(int)} gives a value of its own. Compare with
 * {@link #equals}, or with {@code ==} against a constant.
 *
 * <p>The top two bits are the severity. A <em>warning</em> such as {@link #BUFFER_OVERFLOW} fails
 * {@link #isSuccess()}, yet it is no {@link #isError()}: the byte count is reported and bytes are copied back.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/using-ntstatus-values">Using NTSTATUS
 *     values</a>
 */
public final class NtStatus {
    private static final Map<Integer, NtStatus> BY_CODE = new HashMap<>();
    private static final Map<Integer, NtStatus> BY_WIN32 = new HashMap<>();

    /** The request succeeded. */
    public static final NtStatus SUCCESS = known("SUCCESS", 0x00000000, Win32Error.SUCCESS);

    /** The request goes on; its outcome comes later. */
    public static final NtStatus PENDING = known("PENDING", 0x00000103, Win32Error.IO_PENDING);

    /** A completion routine keeps the IRP; never an outcome that a caller sees. */
    public static final NtStatus MORE_PROCESSING_REQUIRED =
            known("MORE_PROCESSING_REQUIRED", 0xC0000016, Win32Error.MORE_DATA);

    /** Of success severity, though it translates to an error: some implementations answer short buffers with it. */
    public static final NtStatus MORE_ENTRIES = known("MORE_ENTRIES", 0x00000105, Win32Error.MORE_DATA);

    /** From a support handler: carry on as if there were none. The caller never sees it. */
    public static final NtStatus SOME_NOT_MAPPED = known("SOME_NOT_MAPPED", 0x00000107, Win32Error.SOME_NOT_MAPPED);

    /** A pointer is not aligned for its type. */
    public static final NtStatus DATATYPE_MISALIGNMENT =
            known("DATATYPE_MISALIGNMENT", 0x80000002, Win32Error.NOACCESS);

    /** A warning: more data exists; Information is the size needed. The answer to a size query. */
    public static final NtStatus BUFFER_OVERFLOW = known("BUFFER_OVERFLOW", 0x80000005, Win32Error.MORE_DATA);

    /** A warning: the device is busy. */
    public static final NtStatus DEVICE_BUSY = known("DEVICE_BUSY", 0x80000011, Win32Error.BUSY);

    /** A warning: the media has changed; the one warning that suppresses copying back. */
    public static final NtStatus VERIFY_REQUIRED = known("VERIFY_REQUIRED", 0x80000016, Win32Error.MEDIA_CHANGED);

    /** A warning: nothing is queued. */
    public static final NtStatus NO_MORE_ENTRIES = known("NO_MORE_ENTRIES", 0x8000001A, Win32Error.NO_MORE_ITEMS);

    /** Failure without a reason; also: the event to disable was not found. */
    public static final NtStatus UNSUCCESSFUL = known("UNSUCCESSFUL", 0xC0000001, Win32Error.GEN_FAILURE);

    /** The item exists, but nobody wrote it. */
    public static final NtStatus NOT_IMPLEMENTED = known("NOT_IMPLEMENTED", 0xC0000002, Win32Error.INVALID_FUNCTION);

    /** A pointer of the caller's faulted. */
    public static final NtStatus ACCESS_VIOLATION = known("ACCESS_VIOLATION", 0xC0000005, Win32Error.NOACCESS);

    /** A handle is not one. */
    public static final NtStatus INVALID_HANDLE = known("INVALID_HANDLE", 0xC0000008, Win32Error.INVALID_HANDLE);

    /** A parameter, a request length or an item size is wrong. */
    public static final NtStatus INVALID_PARAMETER =
            known("INVALID_PARAMETER", 0xC000000D, Win32Error.INVALID_PARAMETER);

    /** The device does not exist any more. */
    public static final NtStatus NO_SUCH_DEVICE = known("NO_SUCH_DEVICE", 0xC000000E, Win32Error.NO_SUCH_DEVICE);

    /** The object does not take this kind of request. */
    public static final NtStatus INVALID_DEVICE_REQUEST =
            known("INVALID_DEVICE_REQUEST", 0xC0000010, Win32Error.INVALID_FUNCTION);

    /** The handle was not opened with the access that the request needs. */
    public static final NtStatus ACCESS_DENIED = known("ACCESS_DENIED", 0xC0000022, Win32Error.ACCESS_DENIED);

    /** The data buffer is too short, and the size needed is not told. */
    public static final NtStatus BUFFER_TOO_SMALL =
            known("BUFFER_TOO_SMALL", 0xC0000023, Win32Error.INSUFFICIENT_BUFFER);

    /** A handle is of another kind of object. */
    public static final NtStatus OBJECT_TYPE_MISMATCH =
            known("OBJECT_TYPE_MISMATCH", 0xC0000024, Win32Error.INVALID_HANDLE);

    /** No object has this name. */
    public static final NtStatus OBJECT_NAME_NOT_FOUND =
            known("OBJECT_NAME_NOT_FOUND", 0xC0000034, Win32Error.FILE_NOT_FOUND);

    /** An object of this name exists already. */
    public static final NtStatus OBJECT_NAME_COLLISION =
            known("OBJECT_NAME_COLLISION", 0xC0000035, Win32Error.ALREADY_EXISTS);

    /** Data came faster than it was taken. */
    public static final NtStatus DATA_OVERRUN = known("DATA_OVERRUN", 0xC000003C, Win32Error.IO_DEVICE);

    /** Data came too late. */
    public static final NtStatus DATA_LATE_ERROR = known("DATA_LATE_ERROR", 0xC000003D, Win32Error.IO_DEVICE);

    /** Another opener holds the object. */
    public static final NtStatus SHARING_VIOLATION =
            known("SHARING_VIOLATION", 0xC0000043, Win32Error.SHARING_VIOLATION);

    /** A semaphore's count would pass its limit. */
    public static final NtStatus SEMAPHORE_LIMIT_EXCEEDED =
            known("SEMAPHORE_LIMIT_EXCEEDED", 0xC0000047, Win32Error.TOO_MANY_POSTS);

    /** Memory or another resource has run out. */
    public static final NtStatus INSUFFICIENT_RESOURCES =
            known("INSUFFICIENT_RESOURCES", 0xC000009A, Win32Error.NO_SYSTEM_RESOURCES);

    /** The object is in reset, or not ready yet. */
    public static final NtStatus DEVICE_NOT_READY = known("DEVICE_NOT_READY", 0xC00000A3, Win32Error.NOT_READY);

    /** The device did not answer in time. */
    public static final NtStatus IO_TIMEOUT = known("IO_TIMEOUT", 0xC00000B5, Win32Error.SEM_TIMEOUT);

    /** The request is not supported. */
    public static final NtStatus NOT_SUPPORTED = known("NOT_SUPPORTED", 0xC00000BB, Win32Error.NOT_SUPPORTED);

    /** The object has no security descriptor. */
    public static final NtStatus NO_SECURITY_ON_OBJECT =
            known("NO_SECURITY_ON_OBJECT", 0xC00000D7, Win32Error.NO_SECURITY_ON_OBJECT);

    /** The first parameter is wrong. */
    public static final NtStatus INVALID_PARAMETER_1 =
            known("INVALID_PARAMETER_1", 0xC00000EF, Win32Error.INVALID_PARAMETER);

    /** The second parameter is wrong. */
    public static final NtStatus INVALID_PARAMETER_2 =
            known("INVALID_PARAMETER_2", 0xC00000F0, Win32Error.INVALID_PARAMETER);

    /** The fourth parameter is wrong. */
    public static final NtStatus INVALID_PARAMETER_4 =
            known("INVALID_PARAMETER_4", 0xC00000F2, Win32Error.INVALID_PARAMETER);

    /** The fifth parameter is wrong. */
    public static final NtStatus INVALID_PARAMETER_5 =
            known("INVALID_PARAMETER_5", 0xC00000F3, Win32Error.INVALID_PARAMETER);

    /** The request was cancelled. */
    public static final NtStatus CANCELLED = known("CANCELLED", 0xC0000120, Win32Error.OPERATION_ABORTED);

    /** The object is in a state in which it cannot do this; from pin creation: the pin is in use. */
    public static final NtStatus INVALID_DEVICE_STATE =
            known("INVALID_DEVICE_STATE", 0xC0000184, Win32Error.BAD_COMMAND);

    /** The device is not connected. */
    public static final NtStatus DEVICE_NOT_CONNECTED =
            known("DEVICE_NOT_CONNECTED", 0xC000009D, Win32Error.DEVICE_NOT_CONNECTED);

    /** The request structure is shorter than its kind requires, or a stream header is malformed. */
    public static final NtStatus INVALID_BUFFER_SIZE =
            known("INVALID_BUFFER_SIZE", 0xC0000206, Win32Error.INVALID_USER_BUFFER);

    /** The set is known, but not this item of it. */
    public static final NtStatus NOT_FOUND = known("NOT_FOUND", 0xC0000225, Win32Error.NOT_FOUND);

    /** The object does not have this property, method or event set. */
    public static final NtStatus PROPSET_NOT_FOUND = known("PROPSET_NOT_FOUND", 0xC0000230, Win32Error.SET_NOT_FOUND);

    /** No format, interface or medium fits. */
    public static final NtStatus NO_MATCH = known("NO_MATCH", 0xC0000272, Win32Error.NO_MATCH);

    /** The device has been removed. */
    public static final NtStatus DEVICE_REMOVED = known("DEVICE_REMOVED", 0xC00002B6, Win32Error.DEVICE_REMOVED);

    static {
        // Several statuses share a Win32 code; these are the ones that ks.sys gives where a caller sees the code.
        for (NtStatus preferred : List.of(
                BUFFER_OVERFLOW,
                INVALID_PARAMETER,
                INVALID_DEVICE_REQUEST,
                INVALID_HANDLE,
                ACCESS_VIOLATION,
                DATA_OVERRUN)) {
            BY_WIN32.put(preferred.win32.code(), preferred);
        }
    }

    private final String name;
    private final int code;
    private final Win32Error win32;

    private NtStatus(String name, int code, Win32Error win32) {
        this.name = name;
        this.code = code;
        this.win32 = win32;
    }

    private static NtStatus known(String name, int code, Win32Error win32) {
        NtStatus status = new NtStatus("STATUS_" + name, code, win32);
        if (BY_CODE.put(code, status) != null) {
            throw new IllegalStateException("two names for one code: " + status);
        }
        BY_WIN32.putIfAbsent(win32.code(), status);
        return status;
    }

    /**
     * The status with a code.
     *
     * @param code any NTSTATUS
     * @return the constant if there is one, else a new value
     */
    public static NtStatus of(int code) {
        if (code == 0) {
            return SUCCESS;
        }
        NtStatus known = BY_CODE.get(code);
        return known != null ? known : new NtStatus("NTSTATUS", code, Win32Error.MR_MID_NOT_FOUND);
    }

    /**
     * The status that most likely stood behind a Win32 code, for where Windows tells no more than that. The translation
     * from status to Win32 loses detail, so this is a guess where several statuses share a code.
     *
     * @param win32Code a Win32 error code
     * @return the status; for an unknown code {@code 0xC007nnnn}, the form that {@code NTSTATUS_FROM_WIN32} gives
     */
    public static NtStatus fromWin32(int win32Code) {
        NtStatus known = BY_WIN32.get(win32Code);
        if (known != null) {
            return known;
        }
        return new NtStatus("NTSTATUS", 0xC0070000 | win32Code & 0xFFFF, Win32Error.of(win32Code));
    }

    /**
     * All the statuses that have a name here.
     *
     * @return the constants, in no particular order
     */
    public static List<NtStatus> values() {
        return List.copyOf(BY_CODE.values());
    }

    /**
     * The 32-bit code.
     *
     * @return the NTSTATUS
     */
    public int code() {
        return code;
    }

    /**
     * The name in {@code ntstatus.h}.
     *
     * @return for example {@code STATUS_BUFFER_OVERFLOW}; {@code NTSTATUS} for a code without a constant
     */
    public String symbol() {
        return name;
    }

    /**
     * What {@code RtlNtStatusToDosError} makes of it: what a Win32 caller sees.
     *
     * @return the Win32 error
     */
    public Win32Error win32() {
        return win32;
    }

    /**
     * {@code NT_SUCCESS}: of success or informational severity.
     *
     * @return true if the request did what was asked, or is pending
     */
    public boolean isSuccess() {
        return code >= 0;
    }

    /**
     * {@code NT_WARNING}: severity 2. Bytes are copied back and counted, though the request did not succeed.
     *
     * @return true for {@code 0x8...}
     */
    public boolean isWarning() {
        return code >>> 30 == 2;
    }

    /**
     * {@code NT_ERROR}: severity 3. Nothing is copied back.
     *
     * @return true for {@code 0xC...}
     */
    public boolean isError() {
        return code >>> 30 == 3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NtStatus status && status.code == code;
    }

    @Override
    public int hashCode() {
        return code;
    }

    /**
     * Symbol and code.
     *
     * @return for example {@code STATUS_NOT_FOUND (0xC0000225)}
     */
    @Override
    public String toString() {
        return name + String.format(Locale.ROOT, " (0x%08X)", code);
    }
}
