package io.github.ks4j.contract;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A Windows of its own for the tests: a fresh Wine prefix in which the bridge runs, and the driver that it has started.
 * Nothing of it is left after {@link #close}, which the end of the virtual machine calls too.
 */
final class WinePrefix implements AutoCloseable {
    private static final long START_SECONDS = 300;
    private static final long END_SECONDS = 60;

    private final Path directory;
    private final Path log;
    private final Thread hook = new Thread(this::end, "ks4j-wine-end");
    private Process bridge;
    private int port;

    private WinePrefix(Path directory, Path log) {
        this.directory = directory;
        this.log = log;
    }

    /**
     * Makes a prefix and starts the bridge in it.
     *
     * @param built where the driver and the bridge are; the prefix and its log come to lie beside them
     */
    static WinePrefix start(Path built) {
        try {
            WinePrefix prefix = new WinePrefix(Files.createTempDirectory(built, "prefix"), built.resolve("wine.log"));
            Runtime.getRuntime().addShutdownHook(prefix.hook);
            try {
                prefix.boot(built);
            } catch (IOException | RuntimeException | Error e) {
                prefix.close();
                throw e;
            }
            return prefix;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of Wine's; Debian keeps some of them off the PATH. */
    static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/lib/wine"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The port of the bridge, on the loopback interface. */
    int port() {
        return port;
    }

    /** The first program that is run in it makes a prefix what it is. */
    private void boot(Path built) throws IOException {
        String driver =
                "Z:" + built.resolve("ks4jstub.sys").toAbsolutePath().toString().replace('/', '\\');
        bridge = launch(
                "wine64", built.resolve("ks4jbridge.exe").toAbsolutePath().toString(), driver);
        port = Integer.parseInt(firstLine());
    }

    /** What the bridge says once it is ready. */
    private String firstLine() {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return new BufferedReader(new InputStreamReader(bridge.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            String said = line.get(START_SECONDS, TimeUnit.SECONDS);
            if (said != null) {
                return said.strip();
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the bridge does not start; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the bridge does not start; see " + log);
    }

    private Process launch(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program(program)
                .orElseThrow(() -> new AssertionError(program + " is not installed"))
                .toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "WINEPREFIX",
                        directory.toAbsolutePath().toString(),
                        // Without one Wine dies.
                        "HOME",
                        directory.toAbsolutePath().toString(),
                        "WINEDEBUG",
                        "-all",
                        // Where Debian's wineserver has its socket, which it does not take away.
                        "TMPDIR",
                        directory.toAbsolutePath().toString(),
                        // Nothing here needs .NET, HTML or menus, of which the first two would be downloaded.
                        "WINEDLLOVERRIDES",
                        "mscoree,mshtml,winemenubuilder.exe="));
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WINEARCH"));
        return builder.start();
    }

    private static boolean ended(Process process, long seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    /** The bridge removes the driver when its input ends; whatever runs in the prefix after that is killed. */
    private void end() {
        try {
            if (bridge != null) {
                endInput();
                ended(bridge, END_SECONDS);
            }
            ended(launch("wineserver", "-k"), END_SECONDS);
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endInput() {
        try {
            bridge.getOutputStream().close();
        } catch (IOException e) {
            // Nobody reads it: the bridge has ended by itself.
        }
    }

    private void delete() throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
