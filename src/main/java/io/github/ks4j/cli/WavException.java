package io.github.ks4j.cli;

/** A file is not the WAV file that it should be. The message is one line and names the file. */
final class WavException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WavException(String message) {
        super(message);
    }
}
