package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor finds; that something is missing is no failure. */
class DoctorCommandTest {
    private static Run examine(Supplier<Ks> driver, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = new String[options.length + 1];
        args[0] = "doctor";
        System.arraycopy(options, 0, args, 1, options.length);
        int exitCode = Main.run(name -> driver.get(), new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static JsonObject named(JsonArray entries, String member, String name) {
        for (JsonElement entry : entries) {
            if (entry.getAsJsonObject().get(member).getAsString().equals(name)) {
                return entry.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + entries);
    }

    private static Ks refused() {
        throw KsException.of("load\nkernel32", NtStatus.NOT_SUPPORTED);
    }

    private static Ks over(RuntimeException failure) {
        Driver driver = mock(Driver.class);
        when(driver.name()).thenReturn("broken");
        when(driver.enumerate(any())).thenThrow(failure);
        return Ks.over(driver);
    }

    @Test
    void theMachineIsDescribed() {
        JsonObject machine = Run.emulated("doctor", "--json").expect(0).json().getAsJsonObject("machine");
        assertTrue(machine.get("os").getAsString().startsWith(System.getProperty("os.name")));
        assertTrue(machine.get("architecture").getAsString().startsWith(System.getProperty("os.arch")));
        assertTrue(machine.get("java").getAsString().contains(System.getProperty("java.runtime.version")));
        assertFalse(machine.get("ks4j").getAsString().isEmpty());
    }

    @Test
    void theSettingsOfTheLibraryAreShown() {
        System.setProperty("ks4j.doctor.test", "on");
        try {
            JsonObject machine = Run.emulated("doctor", "--json").json().getAsJsonObject("machine");
            assertEquals("on", machine.get("-Dks4j.doctor.test").getAsString());
        } finally {
            System.clearProperty("ks4j.doctor.test");
        }
    }

    @Test
    void eachDriverIsTried() {
        JsonArray drivers = Run.emulated("doctor", "--json").json().getAsJsonArray("drivers");
        assertTrue(named(drivers, "name", "emu").get("works").getAsBoolean());
        JsonObject win32 = named(drivers, "name", "win32");
        assertEquals(
                win32.get("works").getAsBoolean(), win32.get("failure").isJsonNull(), "a failure is there if need be");
    }

    @Test
    void eachFunctionOfWindowsIsLookedFor() {
        JsonArray drivers = Run.emulated("doctor", "--json").json().getAsJsonArray("drivers");
        JsonArray needs = named(drivers, "name", "win32").getAsJsonArray("requirements");
        assertTrue(named(needs, "name", "JNA").get("found").getAsBoolean());
        assertTrue(named(needs, "name", "kernel32!DeviceIoControl").has("found"));
        assertTrue(named(needs, "name", "ksuser!KsCreatePin").has("found"));
    }

    @Test
    void theDriverThatAnswersIsNamed() {
        assertTrue(Run.emulated("doctor").expect(0).out().contains("driver chosen: emu (emulated)"));
    }

    @Test
    void filtersAreCountedAndNamedByCategory() {
        JsonArray categories = Run.emulated("doctor", "--json").json().getAsJsonArray("categories");
        assertEquals(
                "[\"ks4j virtual speaker\"]",
                named(categories, "category", "RENDER").get("filters").toString());
        assertTrue(Run.emulated("doctor").out().matches("(?s).*\n  RENDER +1  ks4j virtual speaker\n.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--driver=emu"})
    void aDriverThatCannotBeOpenedIsAFinding(String option) {
        Run run = examine(DoctorCommandTest::refused, option).expect(0);
        assertEquals("", run.err());
        assertTrue(run.out().contains("load"), run.out());
    }

    @Test
    void aDriverThatThereIsNotIsAFinding() {
        JsonObject document =
                Run.of("doctor", "--driver", "abacus", "--json").expect(0).json();
        assertTrue(document.get("chosen").isJsonNull());
        assertTrue(document.get("failure").getAsString().contains("abacus"));
    }

    @Test
    void aFindingIsOneLine() {
        String out = examine(DoctorCommandTest::refused).out();
        assertTrue(out.lines().anyMatch(line -> line.equals("driver chosen: none: load")), out);
    }

    @Test
    void aCategoryThatCannotBeListedIsAFinding() {
        Run run = examine(() -> over(KsException.of("enumerate", NtStatus.ACCESS_DENIED)), "--json")
                .expect(0);
        JsonObject category = named(run.json().getAsJsonArray("categories"), "category", "RENDER");
        assertTrue(category.get("failure").getAsString().startsWith("enumerate"));
    }

    @Test
    void whatADriverThrowsBesideIsAFindingToo() {
        Run run = examine(() -> over(new IllegalStateException("worn out"))).expect(0);
        assertTrue(run.out().contains("worn out"), run.out());
    }
}
