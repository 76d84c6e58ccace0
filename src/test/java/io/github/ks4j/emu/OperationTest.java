package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ks4j.set.IOCTL_KS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request is by its control code and its flags. */
class OperationTest {
    @ParameterizedTest
    @CsvSource({
        "0x1, GET",
        "0x2, SET",
        "0x10000001, GET",
        "0x10000002, SET",
        "0x100, SUPPORT",
        "0x200, SUPPORT",
        "0x400, SUPPORT",
        "0x10000, SUPPORT",
        "0x800, SERIALIZE",
        "0x1000, SERIALIZE",
        "0x2000, SERIALIZE",
        "0x4000, SERIALIZE",
        "0x8000, SERIALIZE",
        "0x0, OTHER",
        "0x3, OTHER",
        "0x4, OTHER",
        "0x300, OTHER",
    })
    void aPropertyRequestIsWhatItsFlagsSay(String flags, Operation operation) {
        assertSame(operation, Operation.of(IOCTL_KS.PROPERTY, Integer.decode(flags)));
    }

    @ParameterizedTest
    @CsvSource({"0x0, METHOD", "0x1, METHOD", "0x10000003, METHOD", "0x100, SUPPORT", "0x200, SUPPORT"})
    void aMethodRequestCallsUnlessItAsks(String flags, Operation operation) {
        assertSame(operation, Operation.of(IOCTL_KS.METHOD, Integer.decode(flags)));
    }

    @ParameterizedTest
    @CsvSource({
        "0x1, ENABLE",
        "0x2, ENABLE",
        "0x4, ENABLE",
        "0x10000001, ENABLE",
        "0x100, SUPPORT",
        "0x200, SUPPORT",
        "0x400, OTHER",
        "0x0, OTHER"
    })
    void anEventRequestEnablesUnlessItAsks(String flags, Operation operation) {
        assertSame(operation, Operation.of(IOCTL_KS.ENABLE_EVENT, Integer.decode(flags)));
    }

    @Test
    void everyOperationThatFaultsStrikeHasAWord() {
        for (Operation operation : Operation.values()) {
            assertEquals(operation.canStrike(), Operation.find(operation.word()).isPresent(), operation.word());
        }
    }
}
