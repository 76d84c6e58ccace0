package io.github.ks4j.kernel;

import com.google.gson.Gson;
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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The test vectors of request dispatch, each a test of its id: those that came with the rules, and more that were written
 * from the rules. {@code -Dks4j.vectors=FILE} takes another file of the same schema. A field of {@code expect} that nothing looks at fails the vector.
 */
class DispatchVectorsTest {
    private static final List<String> FILES =
            List.of("/vectors/ks-dispatch-vectors.json", "/vectors/ks-dispatch-more-vectors.json");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String other = System.getProperty("ks4j.vectors");
        if (other != null) {
            tests.addAll(vectors(Files.newBufferedReader(Path.of(other))));
        } else {
            for (String name : FILES) {
                tests.addAll(vectors(new InputStreamReader(
                        DispatchVectorsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)));
            }
        }
        return tests.stream();
    }

    private static List<DynamicTest> vectors(Reader json) throws IOException {
        try (json) {
            JsonObject file = new Gson().fromJson(json, JsonObject.class);
            return StreamSupport.stream(file.getAsJsonArray("vectors").spliterator(), false)
                    .map(element -> new Vector(file, element.getAsJsonObject()))
                    // Another implementation's deviations are no expectation of this one.
                    .filter(Vector::isRecommended)
                    .map(vector -> DynamicTest.dynamicTest(vector.id() + " " + vector.title(), () -> check(vector)))
                    .toList();
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
