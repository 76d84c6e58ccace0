package io.github.ks4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** A line that follows a long stream, where a person is watching. Closing it wipes it out. */
final class Progress implements LongConsumer, AutoCloseable {
    /** Streams shorter than this do not deserve a line. */
    private static final int LONG_SECONDS = 10;

    private final PrintWriter terminal;
    private final WavFormat format;
    private final long total;
    private long next;

    private Progress(PrintWriter terminal, WavFormat format, long total) {
        this.terminal = terminal;
        this.format = format;
        this.total = total;
    }

    static Progress on(PrintWriter terminal, WavFormat format, long total) {
        boolean shown = System.console() != null && total >= LONG_SECONDS * format.bytesPerSecond();
        return new Progress(shown ? terminal : null, format, total);
    }

    @Override
    public void accept(long bytes) {
        if (terminal != null && bytes >= next) {
            terminal.print(String.format(
                    Locale.ROOT,
                    "\r%3d %%  %d of %d seconds",
                    bytes * 100 / total,
                    bytes / format.bytesPerSecond(),
                    total / format.bytesPerSecond()));
            terminal.flush();
            next += Math.max(1, total / 100);
        }
    }

    @Override
    public void close() {
        if (terminal != null) {
            terminal.print("\r" + " ".repeat(50) + "\r");
            terminal.flush();
        }
    }
}
