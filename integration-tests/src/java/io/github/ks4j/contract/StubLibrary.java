package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import io.github.ks4j.win32.Win32Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The stub library, which the build makes where gcc is installed. Without it the tests that need it are left out, except
 * where {@code CI} is {@code true}: there they run, and fail.
 */
final class StubLibrary implements ExecutionCondition {
    private static final String BUILT = "ks4j.stub.library";
    private static final String USED = "ks4j.win32.library";

    static Driver open() {
        String library = System.getProperty(BUILT);
        if (!isBuilt()) {
            throw new AssertionError("the stub library was not built: gcc and make are missing");
        }
        System.setProperty(USED, library);
        return new Win32Provider().open();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean runs = isBuilt() || "true".equals(System.getenv("CI"));
        return runs
                ? ConditionEvaluationResult.enabled("the stub library is there, or must be")
                : ConditionEvaluationResult.disabled("gcc and make are not installed");
    }

    private static boolean isBuilt() {
        String library = System.getProperty(BUILT);
        return library != null && Files.exists(Path.of(library));
    }
}
