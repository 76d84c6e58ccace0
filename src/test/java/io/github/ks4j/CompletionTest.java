package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The end of a request, and those who wait for it. */
class CompletionTest {
    @Test
    void whoeverWaitsHearsOfAnEndThatCouldNotBeDealtWith() {
        Completion completion = new Completion(
                () -> {
                    throw new IllegalStateException();
                },
                () -> {});
        completion.begin();

        assertThrows(IllegalStateException.class, () -> completion.completed(0));
        assertFalse(completion.isPending());
    }
}
