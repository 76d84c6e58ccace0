package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ks4j.Ks;
import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that has been run in this process.
 *
 * @param exitCode what it returned
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int exitCode, String out, String err) {
    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** Runs a command on a device of the test's own. */
    static Run on(EmulatedDevice device, String... args) {
        return over(EmulatedDriver.of(device), args);
    }

    /** Runs a command over a driver of the test's own, which is closed then. */
    static Run over(EmulatedDriver driver, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(name -> Ks.over(driver), new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** Runs a command on the emulation. */
    static Run emulated(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(1, "--driver=emu");
        return of(all.toArray(String[]::new));
    }

    Run expect(int code) {
        assertEquals(code, exitCode, this::toString);
        return this;
    }

    JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }
}
