package io.github.ks4j.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import io.github.ks4j.Ks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands share: the driver, the form of the output, and help. */
@Command(
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:a KS request failed, or what came back is not what was sent",
            "2:wrong usage, or a file that cannot be used",
            "3:no such device, pin or node"
        })
abstract class KsCommand implements Callable<Integer> {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    @Option(
            names = "--driver",
            paramLabel = "NAME",
            description = "Who answers: win32 or emu. By default win32 on Windows, emu elsewhere.")
    private String driver;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Ks ks = open()) {
            return run(ks);
        }
    }

    /** Opens the driver that the user named, or the machine's. */
    final Ks open() {
        return main.open(driver);
    }

    /** Does the work and returns the exit code. */
    abstract int run(Ks ks) throws IOException;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final void print(Table table) {
        table.lines().forEach(out()::println);
    }

    /** Prints the one document of a {@code --json} command. */
    final void print(JsonElement document) {
        out().println(GSON.toJson(document));
    }
}
