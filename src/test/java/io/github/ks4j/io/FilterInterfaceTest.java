package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.struct.Guid;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterInterfaceTest {
    private static final Guid CATEGORY = Guid.of("{6994AD04-93EF-11D0-A3CC-00A0C9223196}");

    private static String reference(String path) {
        return new FilterInterface(path, CATEGORY, "").referenceString();
    }

    @Test
    void theReferenceStringFollowsTheCategory() {
        assertEquals("wave", reference("\\\\?\\usb#vid_046d#5#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\wave"));
    }

    @Test
    void aReferenceStringMayHaveBackslashes() {
        assertEquals("a\\b", reference("\\\\?\\device#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\a\\b"));
    }

    @Test
    void aPathWithoutAReferenceStringHasNone() {
        assertEquals("", reference("\\\\?\\device#{6994ad04-93ef-11d0-a3cc-00a0c9223196}"));
    }

    @Test
    void anyTextIsAPath() {
        assertEquals("", reference(""));
    }

    @Test
    void whatIsKnownByItsNameOnlyIsInItsCategory() {
        assertEquals(Set.of(CATEGORY), new FilterInterface("path", CATEGORY, "name").categories());
    }

    @Test
    void theCategoriesAreThoseAtTheTime() {
        Set<Guid> categories = new HashSet<>(Set.of(CATEGORY));
        FilterInterface found = new FilterInterface("path", CATEGORY, "name", "", Guid.NULL, categories);
        categories.clear();
        assertEquals(Set.of(CATEGORY), found.categories());
        assertThrows(
                UnsupportedOperationException.class, () -> found.categories().clear());
    }
}
