package io.github.ks4j.contract;

import com.sun.jna.Function;
import io.github.ks4j.io.Driver;
import io.github.ks4j.win32.Win32Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The stub filter as a driver under Wine, for all test classes of the run. Where Wine or the compiler for Windows is
 * missing the tests that need them are left out, except where {@code CI} is {@code true}: there they run, and fail.
 *
 * <p>A driver keeps the library that it was first opened with, so these tests have a virtual machine of their own.
 */
final class WineHost implements BeforeAllCallback, ExecutionCondition {
    /** Where the build has put {@code ks4jstub.sys}, {@code ks4jbridge.exe} and {@code libks4jremote.so}. */
    private static final String BUILT = "ks4j.wine.directory";

    private static final String USED = "ks4j.win32.library";
    private static final String BRIDGE = "KS4J_BRIDGE";
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WineHost.class);

    private static int port;

    static Driver open() {
        return new Win32Provider().open();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String absent = absent();
        return absent.isEmpty() || "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("Wine is there, or must be")
                : ConditionEvaluationResult.disabled(absent);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(WinePrefix.class, key -> start());
    }

    private static String absent() {
        if (System.getProperty(BUILT) == null || !Files.exists(built().resolve("ks4jbridge.exe"))) {
            return "x86_64-w64-mingw32-gcc, gcc or make is not installed";
        }
        return Stream.of("wine64", "wineserver")
                .filter(program -> WinePrefix.program(program).isEmpty())
                .map(program -> program + " is not installed")
                .findFirst()
                .orElse("");
    }

    private static WinePrefix start() {
        String absent = absent();
        if (!absent.isEmpty()) {
            throw new AssertionError(absent);
        }
        WinePrefix prefix = WinePrefix.start(built());
        port = prefix.port();
        useBridge();
        System.setProperty(USED, built().resolve("libks4jremote.so").toString());
        return prefix;
    }

    /** Where the driver and the bridge are, and beside them the prefixes. */
    static Path built() {
        return Path.of(System.getProperty(BUILT));
    }

    /** The port of the bridge, on the loopback interface. */
    static int port() {
        return port;
    }

    /** The library that stands in for those of Windows. */
    static String library() {
        return System.getProperty(USED);
    }

    /** Has threads that make their first call from now on make it to the bridge. */
    static void useBridge() {
        useBridge(port);
    }

    /** Has them make it to whatever listens on a port. */
    static void useBridge(int other) {
        // Not a variable that Java has, but one that the library asks the C runtime for.
        Function.getFunction("c", "setenv").invokeInt(new Object[] {BRIDGE, "127.0.0.1:" + other, 1});
    }
}
