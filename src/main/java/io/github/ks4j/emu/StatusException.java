package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;

/** The status with which a request fails, on its way out of the code that reads the request. */
final class StatusException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient NtStatus status;

    StatusException(NtStatus status) {
        super(status.toString(), null, false, false);
        this.status = status;
    }

    NtStatus status() {
        return status;
    }
}
