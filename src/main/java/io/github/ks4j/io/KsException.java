package io.github.ks4j.io;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A request failed. The message names the operation, the object, the set and item, the NTSTATUS and Win32 codes, and the
 * likely cause; {@link #status()} has the code. The subclasses are the cases that callers branch on.
 */
public class KsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Set<NtStatus> UNSUPPORTED = Set.of(
            NtStatus.PROPSET_NOT_FOUND,
            NtStatus.NOT_FOUND,
            NtStatus.NOT_SUPPORTED,
            NtStatus.NOT_IMPLEMENTED,
            NtStatus.INVALID_DEVICE_REQUEST);
    private static final Set<NtStatus> BUSY = Set.of(
            NtStatus.INVALID_DEVICE_STATE, NtStatus.SHARING_VIOLATION, NtStatus.DEVICE_BUSY, NtStatus.DEVICE_NOT_READY);
    private static final Set<NtStatus> GONE =
            Set.of(NtStatus.DEVICE_REMOVED, NtStatus.NO_SUCH_DEVICE, NtStatus.DEVICE_NOT_CONNECTED);
    private static final Map<NtStatus, String> ADVICE = advice();

    /** Kept as a code, since exceptions are serializable and {@link NtStatus} is not. */
    private final int statusCode;

    /**
     * Says what failed.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     * @param cause what lies below; may be null
     */
    public KsException(String message, NtStatus status, Throwable cause) {
        super(message, cause);
        this.statusCode = status.code();
    }

    /**
     * The exception for a status: of the subclass that callers branch on if there is one.
     *
     * @param operation what failed, in words: {@code get KSPROPERTY_PIN_CTYPES of \\?\...}
     * @param status an NTSTATUS that is not of success severity
     * @return the exception, to be thrown
     */
    public static KsException of(String operation, NtStatus status) {
        String advice = ADVICE.getOrDefault(status, "");
        String message = operation + ": " + status + ", Win32 " + status.win32() + advice;
        if (UNSUPPORTED.contains(status)) {
            return new KsNotSupportedException(message, status);
        } else if (BUSY.contains(status)) {
            return new KsBusyException(message, status);
        } else if (status.equals(NtStatus.OBJECT_NAME_NOT_FOUND)) {
            return new KsNotFoundException(message, status);
        } else if (GONE.contains(status)) {
            return new KsDisconnectedException(message, status);
        } else if (status.equals(NtStatus.ACCESS_DENIED)) {
            return new KsAccessException(message, status);
        } else if (status.equals(NtStatus.CANCELLED)) {
            return new KsCancelledException(message, status);
        } else if (status.equals(NtStatus.IO_TIMEOUT)) {
            return new KsTimeoutException(message, status);
        }
        return new KsException(message, status, null);
    }

    /**
     * The status with which the request ended.
     *
     * @return the NTSTATUS; {@link NtStatus#SUCCESS} where the failure lies in what a successful request returned
     */
    public NtStatus status() {
        return NtStatus.of(statusCode);
    }

    private static Map<NtStatus, String> advice() {
        Map<NtStatus, String> advice = new HashMap<>();
        advice.put(
                NtStatus.PROPSET_NOT_FOUND,
                "; the object does not have this set: ask another object, or enumerate its sets");
        advice.put(NtStatus.NOT_FOUND, "; the object has the set but not this item, or the item lacks this operation");
        advice.put(NtStatus.INVALID_BUFFER_SIZE, "; the request structure is shorter than this set requires");
        advice.put(NtStatus.BUFFER_TOO_SMALL, "; the data buffer is too small for the value");
        advice.put(NtStatus.BUFFER_OVERFLOW, "; the data buffer is too small for the value");
        advice.put(NtStatus.INVALID_PARAMETER, "; the request is too short for the item, or a value is out of range");
        advice.put(NtStatus.NO_MATCH, "; no format, interface or medium fits: compare with the pin's data ranges");
        advice.put(
                NtStatus.INVALID_DEVICE_STATE,
                "; the object is in another state, or the pin is in use by another program");
        advice.put(NtStatus.DEVICE_NOT_READY, "; the device is in reset or not ready yet: try again");
        advice.put(
                NtStatus.ACCESS_DENIED,
                "; open the object with the access that the request needs, and check privacy settings");
        advice.put(NtStatus.INVALID_DEVICE_REQUEST, "; the driver does not implement this request");
        advice.put(NtStatus.NOT_IMPLEMENTED, "; the driver does not implement this request");
        advice.put(
                NtStatus.OBJECT_NAME_NOT_FOUND,
                "; nothing has that name: the path is wrong, the device has been unplugged or disabled, or the object"
                        + " has none of that kind below it");
        for (NtStatus gone : GONE) {
            advice.put(gone, "; the device has been removed");
        }
        return Map.copyOf(advice);
    }
}
