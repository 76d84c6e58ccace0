package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prefixes beside that of the other tests, as when two builds run at once. */
@Timeout(600)
@ExtendWith(WineHost.class)
class WinePrefixIT {
    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(WineHost.built())) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    void aPrefixHasADriverAndABridgeOfItsOwnAndLeavesNothing() throws Exception {
        Set<Path> before = files();
        try (WinePrefix prefix = WinePrefix.start(WineHost.built())) {
            assertNotEquals(WineHost.port(), prefix.port());
            assertNotEquals(before, files());
        }
        assertEquals(before, files());
    }
}
