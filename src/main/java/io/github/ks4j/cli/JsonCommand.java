package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import io.github.ks4j.Ks;
import java.io.IOException;
import picocli.CommandLine.Option;

/**
 * A command that finds something out and then shows it, as text or as JSON.
 *
 * @param <R> what it finds out
 */
abstract class JsonCommand<R> extends KsCommand {
    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    @Override
    final int run(Ks ks) throws IOException {
        return show(ask(ks));
    }

    /** Shows what was found out, and returns the exit code of success. */
    final int show(R result) {
        if (json) {
            print(json(result));
        } else {
            text(result);
        }
        return ExitCode.OK;
    }

    /** Talks to the driver. */
    abstract R ask(Ks ks) throws IOException;

    /** Prints the result for people. */
    abstract void text(R result);

    /** The result for programs. */
    abstract JsonElement json(R result);
}
