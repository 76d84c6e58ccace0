package io.github.ks4j.cli;

/** How the process ends; every command's help lists them. */
final class ExitCode {
    static final int OK = 0;
    /** A KS request failed, or what came back was not what was sent. */
    static final int KS_ERROR = 1;
    /** The command line makes no sense, or a file cannot be used. */
    static final int USAGE = 2;
    /** No filter, pin or node fits. */
    static final int NO_DEVICE = 3;

    private ExitCode() {}
}
