package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code ks4j COMMAND}. */
@Command(
        name = "ks4j",
        description = "Windows Kernel Streaming: lists, asks, plays and records.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            GetCommand.class,
            SetCommand.class,
            CallCommand.class,
            PlayCommand.class,
            RecordCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Examples:",
            "  ks4j demo",
            "  ks4j list --category render",
            "  ks4j COMMAND --help",
        })
public final class Main implements Runnable {
    /** Shows stack traces when {@code true}. */
    private static final String TRACE = "ks4j.cli.trace";

    @Spec
    private CommandSpec spec;

    private final Function<String, Ks> drivers;

    private Main(Function<String, Ks> drivers) {
        this.drivers = drivers;
    }

    /**
     * Runs a command. Returns if it succeeds; else ends the process with the exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        int exitCode = run(out, err, args);
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs a command in this process.
     *
     * @param out where results go
     * @param err where errors go, one line each
     * @param args the command and its arguments
     * @return 0 if it succeeded, 1 if a KS request failed, 2 for wrong usage or a file that cannot be used, 3 if there is
     *     no such device
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(name -> name == null ? Ks.open() : Ks.open(name), out, err, args);
    }

    /** Runs a command; its driver is opened by a function of the name that the user gave, or null. */
    static int run(Function<String, Ks> drivers, PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main(drivers))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::explain)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
        // Levels are negative as a rule; SetCommand tells them from options.
        commandLine.getSubcommands().get("set").setUnmatchedOptionsArePositionalParams(true);
        int exitCode = commandLine.execute(args);
        // Which flushes it, and is the only way to hear of a full disk or a closed pipe.
        if (out.checkError() && exitCode == ExitCode.OK) {
            err.println("ks4j: the output cannot be written");
            exitCode = ExitCode.USAGE;
        }
        err.flush();
        return exitCode;
    }

    Ks open(String driver) {
        return drivers.apply(driver);
    }

    /** The version of the JAR, where there is one. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"ks4j " + (version != null ? version : "(not packaged)")};
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explain(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        fail(command, e, e.getMessage() + "; try '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    private static int explain(Exception e, CommandLine command) {
        if (e instanceof CliException failure) {
            return fail(command, e, e.getMessage(), failure.exitCode());
        } else if (e instanceof KsDisconnectedException) {
            return fail(command, e, e.getMessage(), ExitCode.NO_DEVICE);
        } else if (e instanceof KsException) {
            return fail(command, e, e.getMessage(), ExitCode.KS_ERROR);
        } else if (e instanceof WavException) {
            return fail(command, e, e.getMessage(), ExitCode.USAGE);
        } else if (e instanceof FileSystemException file) {
            return fail(command, e, file.getFile() + ": " + reason(file), ExitCode.USAGE);
        } else if (e instanceof IOException) {
            return fail(command, e, e.getMessage(), ExitCode.USAGE);
        }
        return fail(command, e, "unexpected " + e + "; -D" + TRACE + "=true shows where", ExitCode.KS_ERROR);
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        return e.getReason() != null ? e.getReason() : "cannot be used";
    }

    private static int fail(CommandLine command, Exception e, String message, int exitCode) {
        fail(command, e, message);
        return exitCode;
    }

    private static void fail(CommandLine command, Exception e, String message) {
        // What a person reads is one line, whatever a file name or a driver's text contains.
        command.getErr().println("ks4j: " + message.replaceAll("\\s*[\\r\\n]+\\s*", " "));
        if (Boolean.getBoolean(TRACE)) {
            e.printStackTrace(command.getErr());
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
