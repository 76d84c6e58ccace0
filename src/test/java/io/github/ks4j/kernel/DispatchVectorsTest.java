package io.github.ks4j.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The test vectors of request dispatch, each a test of its id. {@code -Dks4j.vectors=FILE} takes another file of the same
 * schema. A field of {@code expect} that nothing looks at fails the vector.
 */
class DispatchVectorsTest {
    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        JsonObject file = read();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonElement element : file.getAsJsonArray("vectors")) {
            Vector vector = new Vector(file, element.getAsJsonObject());
            // Another implementation's deviations are no expectation of this one.
            if (vector.given("profile").getAsString().equals("recommended")) {
                tests.add(DynamicTest.dynamicTest(vector.id() + " " + vector.title(), () -> check(vector)));
            }
        }
        return tests.stream();
    }

    private static JsonObject read() throws IOException {
        String other = System.getProperty("ks4j.vectors");
        try (Reader reader = other != null
                ? Files.newBufferedReader(Path.of(other))
                : new InputStreamReader(
                        DispatchVectorsTest.class.getResourceAsStream("/vectors/ks-dispatch-vectors.json"),
                        StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }

    private static void check(Vector vector) {
        switch (vector.kind()) {
            case "P", "M" -> new RequestVector(vector).check();
            case "E", "D", "F", "G" -> new EventVector(vector).check();
            case "S" -> new SizedListVector(vector).check();
            case "C" -> new CompletionVector(vector).check();
            case "FP", "FM" -> new FastVector(vector).check();
            case "Y" -> new SynchronousIoControlVector(vector).check();
            case "K" -> new StreamProbeVector(vector).check();
            case "Q" -> new CancelableQueueVector(vector).check();
            default -> throw new AssertionError("unknown kind of vector: " + vector.id());
        }
        vector.assertAllLookedAt();
    }
}
