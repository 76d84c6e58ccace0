package io.github.ks4j.win32;

import com.sun.jna.Native;
import io.github.ks4j.io.KsAccessException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotFoundException;
import io.github.ks4j.io.NtStatus;

/**
 * A request to open a filter.
 *
 * @param path the symbolic link
 * @param access what the handle is for; 0 for properties, methods and events only
 */
record OpenRequest(String path, int access) {
    OpenRequest {
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path with a NUL in it: " + path);
        }
    }

    /**
     * Sends the request.
     *
     * @return the new handle
     */
    long send(NativeMemory memory, Patience patience) {
        try (KsBuffer text = memory.text(path)) {
            long[] handle = new long[1];
            int error = patience.outlast("open " + path, () -> {
                handle[0] = Kernel32.CreateFileW(
                        text.address(),
                        access,
                        Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE,
                        0,
                        Kernel32.OPEN_EXISTING,
                        Kernel32.FILE_ATTRIBUTE_NORMAL | Kernel32.FILE_FLAG_OVERLAPPED,
                        0);
                return handle[0] == Kernel32.INVALID_HANDLE_VALUE ? Native.getLastError() : 0;
            });
            if (handle[0] == Kernel32.INVALID_HANDLE_VALUE) {
                throw refusal(error, patience);
            }
            return handle[0];
        }
    }

    /** Why a filter was not opened: the codes that opening gives mean something else here than after a request. */
    private KsException refusal(int error, Patience patience) {
        NtStatus status = LastError.status(error);
        String what = "open " + path + ": " + status.win32() + "; ";
        return switch (error) {
            case 2, 3, 123, 161 ->
                new KsNotFoundException(
                        what + "no such filter: unplugged or disabled since it was enumerated, or the path is wrong",
                        status);
            case 31, 433, 1167, 1617 ->
                new KsDisconnectedException(
                        what + "the device is there no more, or has failed: plug it in again, and enumerate", status);
            case 5 ->
                new KsAccessException(
                        what + "ask for less access, check the privacy settings, or run with more rights", status);
            case 32, 170 ->
                new KsBusyException(
                        what + "another program has it open and does not share it: close that program, or try again",
                        status);
            case 1450 ->
                new KsBusyException(
                        what + "the device has nothing left to give, as a camera that another program uses: close that"
                                + " program, or try again",
                        status);
            case 21 ->
                new KsBusyException(
                        what + "the device was not ready for " + patience.millis()
                                + " ms: try again, or wait longer, see" + " -D" + Win32Driver.READY,
                        status);
            default -> KsException.of("open " + path, status);
        };
    }
}
