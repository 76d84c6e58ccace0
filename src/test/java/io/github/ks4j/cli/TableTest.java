package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAligned() {
        List<String> lines = new Table("  ").row("a", 1).row("longer", 22).lines();
        assertEquals(List.of("  a       1", "  longer  22"), lines);
    }

    @Test
    void aRowIsOneLineWhateverItHolds() {
        assertEquals(List.of("a?b"), new Table("").row("a\nb").lines());
    }
}
