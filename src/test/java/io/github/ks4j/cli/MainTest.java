package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo", "list", "describe", "get", "set", "call", "play", "record", "doctor"})
    void helpOfACommandHasAnExample(String command) {
        Run help = Run.of(command, "--help").expect(0);
        assertTrue(help.out().matches("(?s).*Examples:\\s+ks4j " + command + ".*"), help.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "list", "describe", "get", "set", "call", "play", "record", "doctor"})
    void helpOfACommandExplainsItsExitCodes(String command) {
        Run help = Run.of(command, "--help").expect(0);
        assertTrue(help.out().contains("3   no such device"), help.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "list", "describe", "get", "set", "call", "play", "record", "doctor"})
    void helpNamesTheCommand(String command) {
        assertTrue(Run.of("--help").expect(0).out().contains("\n  " + command + " "));
    }

    @Test
    void aMissingCommandIsOneLineOfUsage() {
        Run run = Run.of().expect(2);
        assertEquals("ks4j: a command is missing; try 'ks4j --help'\n", lines(run.err()));
    }

    @Test
    void anUnknownCommandIsOneLineOfUsage() {
        assertEquals(1, Run.of("sing").expect(2).err().lines().count());
    }

    @Test
    void anUnknownOptionIsOneLineOfUsage() {
        Run run = Run.of("list", "--loud").expect(2);
        assertEquals("ks4j: Unknown option: '--loud'; try 'ks4j list --help'\n", lines(run.err()));
    }

    @Test
    void anUnknownDriverIsAnErrorOfOneLine() {
        Run run = Run.of("list", "--driver", "abacus");
        assertTrue(run.exitCode() != 0 && run.err().lines().count() == 1, run::toString);
    }

    @Test
    void errorsSayNothingOnTheOutput() {
        assertEquals("", Run.of("sing").out());
    }

    private static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
