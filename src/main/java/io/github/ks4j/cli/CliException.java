package io.github.ks4j.cli;

/** Ends a command with a one-line message and an exit code. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }

    static CliException noDevice(String message) {
        return new CliException(ExitCode.NO_DEVICE, message);
    }

    static CliException failed(String message) {
        return new CliException(ExitCode.KS_ERROR, message);
    }

    int exitCode() {
        return exitCode;
    }
}
