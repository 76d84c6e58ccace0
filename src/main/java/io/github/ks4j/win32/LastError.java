package io.github.ks4j.win32;

import com.sun.jna.Native;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;

/** Why a call of Windows failed. */
final class LastError {
    private LastError() {}

    /** The status behind an error. One that tells of no failure, such as 0, is no reason: the call has failed all the same. */
    static NtStatus status(int error) {
        NtStatus status = NtStatus.fromWin32(error);
        return status.isSuccess() ? NtStatus.UNSUCCESSFUL : status;
    }

    /** The exception for the last call of this thread's, which has failed. */
    static KsException failure(String what) {
        return KsException.of(what, status(Native.getLastError()));
    }
}
