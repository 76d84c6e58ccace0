package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the driver says that it needs, and whether that is there. */
@StubLibrary
class RequirementsTest {
    private static List<Requirement> find() {
        return new Win32Provider().requirements();
    }

    private static <T> T with(String library, Supplier<T> action) {
        String before = System.setProperty(Dll.STAND_IN, library);
        try {
            return action.get();
        } finally {
            System.setProperty(Dll.STAND_IN, before);
        }
    }

    private static Requirement named(List<Requirement> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** The functions that the package's classes declare, found by looking. */
    private static List<String> declared() throws Exception {
        Path folder = Path.of(Dll.class.getResource("Dll.class").toURI()).getParent();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.class$", "");
                if (!name.equals("package-info")) {
                    Class<?> type = Class.forName(Dll.class.getPackageName() + "." + name);
                    for (String function : Requirements.functions(type)) {
                        names.add(name.toLowerCase(Locale.ROOT) + "!" + function);
                    }
                }
            }
        }
        return names.stream().sorted().toList();
    }

    @Test
    void whereTheDriverWorksAllIsThere() {
        find().forEach(each -> assertTrue(each.isMet(), each::toString));
    }

    @Test
    void noFunctionIsOverlooked() throws Exception {
        List<String> listed = find().stream()
                .map(Requirement::name)
                .filter(name -> name.contains("!"))
                .sorted()
                .toList();
        assertEquals(declared(), listed);
    }

    @Test
    void aLibraryThatIsMissingIsSaidToBe() {
        List<Requirement> found = with("/nowhere/kernel32.so", RequirementsTest::find);
        assertFalse(named(found, "kernel32").isMet());
        assertFalse(named(found, "kernel32!DeviceIoControl").isMet());
        assertFalse(named(found, "ksuser!KsCreatePin").isMet());
        assertTrue(named(found, "JNA").isMet());
    }

    @Test
    void aFunctionThatIsMissingIsSaidToBe() {
        Path other = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
        List<Requirement> found = with(other.toString(), RequirementsTest::find);
        assertTrue(named(found, "kernel32").isMet());
        assertFalse(named(found, "kernel32!DeviceIoControl").isMet());
    }
}
