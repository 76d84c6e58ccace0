package io.github.ks4j.io;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Win32 error code: what {@code GetLastError} says after a call failed.
 *
 * <p>The constants are the codes that Kernel Streaming clients meet, named as in {@code winerror.h} without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/system-error-codes">System error codes</a>
 */
public final class Win32Error {
    private static final Map<Integer, Win32Error> BY_CODE = new HashMap<>();

    /** No error. */
    public static final Win32Error SUCCESS = known("SUCCESS", 0);

    /** The request is not one that the object knows. */
    public static final Win32Error INVALID_FUNCTION = known("INVALID_FUNCTION", 1);

    /** No such object; also: the device is gone. */
    public static final Win32Error FILE_NOT_FOUND = known("FILE_NOT_FOUND", 2);

    /** No such path. */
    public static final Win32Error PATH_NOT_FOUND = known("PATH_NOT_FOUND", 3);

    /** Access was refused. */
    public static final Win32Error ACCESS_DENIED = known("ACCESS_DENIED", 5);

    /** The handle is not valid. */
    public static final Win32Error INVALID_HANDLE = known("INVALID_HANDLE", 6);

    /** The device is not ready. */
    public static final Win32Error NOT_READY = known("NOT_READY", 21);

    /** The device is in the wrong state; from pin creation: busy. */
    public static final Win32Error BAD_COMMAND = known("BAD_COMMAND", 22);

    /** The device does not work; also: it has been unplugged. */
    public static final Win32Error GEN_FAILURE = known("GEN_FAILURE", 31);

    /** Another process holds the object. */
    public static final Win32Error SHARING_VIOLATION = known("SHARING_VIOLATION", 32);

    /** Not supported. */
    public static final Win32Error NOT_SUPPORTED = known("NOT_SUPPORTED", 50);

    /** A parameter is wrong; from pin creation: the format is refused. */
    public static final Win32Error INVALID_PARAMETER = known("INVALID_PARAMETER", 87);

    /** The device did not answer in time. */
    public static final Win32Error SEM_TIMEOUT = known("SEM_TIMEOUT", 121);

    /** The buffer is too small, and the size needed is not told. */
    public static final Win32Error INSUFFICIENT_BUFFER = known("INSUFFICIENT_BUFFER", 122);

    /** The resource is in use. */
    public static final Win32Error BUSY = known("BUSY", 170);

    /** An object of this name exists. */
    public static final Win32Error ALREADY_EXISTS = known("ALREADY_EXISTS", 183);

    /** More data is available; the byte count says how much. */
    public static final Win32Error MORE_DATA = known("MORE_DATA", 234);

    /** A wait ended for its time. */
    public static final Win32Error WAIT_TIMEOUT = known("WAIT_TIMEOUT", 258);

    /** Nothing is left. */
    public static final Win32Error NO_MORE_ITEMS = known("NO_MORE_ITEMS", 259);

    /** A semaphore's limit. */
    public static final Win32Error TOO_MANY_POSTS = known("TOO_MANY_POSTS", 298);

    /** The status has no translation. */
    public static final Win32Error MR_MID_NOT_FOUND = known("MR_MID_NOT_FOUND", 317);

    /** The device does not exist any more. */
    public static final Win32Error NO_SUCH_DEVICE = known("NO_SUCH_DEVICE", 433);

    /** The request was cancelled. */
    public static final Win32Error OPERATION_ABORTED = known("OPERATION_ABORTED", 995);

    /** The request is not complete. */
    public static final Win32Error IO_INCOMPLETE = known("IO_INCOMPLETE", 996);

    /** The request goes on. */
    public static final Win32Error IO_PENDING = known("IO_PENDING", 997);

    /** A pointer of the caller's is bad. */
    public static final Win32Error NOACCESS = known("NOACCESS", 998);

    /** The media has changed. */
    public static final Win32Error MEDIA_CHANGED = known("MEDIA_CHANGED", 1110);

    /** The device failed. */
    public static final Win32Error IO_DEVICE = known("IO_DEVICE", 1117);

    /** The device is not connected. */
    public static final Win32Error DEVICE_NOT_CONNECTED = known("DEVICE_NOT_CONNECTED", 1167);

    /** The item is unknown; the set is not. */
    public static final Win32Error NOT_FOUND = known("NOT_FOUND", 1168);

    /** Nothing fits. */
    public static final Win32Error NO_MATCH = known("NO_MATCH", 1169);

    /** The set is unknown. */
    public static final Win32Error SET_NOT_FOUND = known("SET_NOT_FOUND", 1170);

    /** Some names were not mapped. */
    public static final Win32Error SOME_NOT_MAPPED = known("SOME_NOT_MAPPED", 1301);

    /** No security descriptor. */
    public static final Win32Error NO_SECURITY_ON_OBJECT = known("NO_SECURITY_ON_OBJECT", 1350);

    /** Resources have run out. */
    public static final Win32Error NO_SYSTEM_RESOURCES = known("NO_SYSTEM_RESOURCES", 1450);

    /** The device has been removed. */
    public static final Win32Error DEVICE_REMOVED = known("DEVICE_REMOVED", 1617);

    /** The request's buffer is not valid. */
    public static final Win32Error INVALID_USER_BUFFER = known("INVALID_USER_BUFFER", 1784);

    private final String symbol;
    private final int code;

    private Win32Error(String symbol, int code) {
        this.symbol = symbol;
        this.code = code;
    }

    private static Win32Error known(String name, int code) {
        Win32Error error = new Win32Error("ERROR_" + name, code);
        if (BY_CODE.put(code, error) != null) {
            throw new IllegalStateException("two names for one code: " + error);
        }
        return error;
    }

    /**
     * The error with a code.
     *
     * @param code any Win32 code
     * @return the constant if there is one, else a new value
     */
    public static Win32Error of(int code) {
        Win32Error known = BY_CODE.get(code);
        return known != null ? known : new Win32Error("error", code);
    }

    /**
     * The code.
     *
     * @return what {@code GetLastError} returns
     */
    public int code() {
        return code;
    }

    /**
     * The name in {@code winerror.h}.
     *
     * @return for example {@code ERROR_MORE_DATA}; {@code error} for a code without a constant
     */
    public String symbol() {
        return symbol;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Win32Error error && error.code == code;
    }

    @Override
    public int hashCode() {
        return code;
    }

    /**
     * Symbol and code.
     *
     * @return for example {@code ERROR_MORE_DATA (234, 0xEA)}
     */
    @Override
    public String toString() {
        return symbol + " (" + code + ", 0x" + Integer.toHexString(code).toUpperCase(Locale.ROOT) + ")";
    }
}
