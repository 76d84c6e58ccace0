package io.github.ks4j.win32;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs the library built from {@code native-stubs}, at the path in the system property
 * {@code ks4j.stub.library}. Without it the test is left out, but for a build server, where it fails.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StubLibrary.Present.class)
@interface StubLibrary {
    /** Looks for the library and has the driver use it. */
    final class Present implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String library = System.getProperty("ks4j.stub.library");
            if (library != null && Files.exists(Path.of(library))) {
                System.setProperty(Dll.STAND_IN, library);
                return ConditionEvaluationResult.enabled("uses " + library);
            }
            String reason = "ks4j.stub.library is " + library + ": build native-stubs with make";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
