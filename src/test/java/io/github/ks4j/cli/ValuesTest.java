package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"0,0.00 dB", "-688128,-10.50 dB", "-2147483648,-inf dB", "655,0.01 dB"})
    void aLevelIsPrintedInDecibels(int level, String text) {
        assertEquals(text, Values.text(KSPROPERTY_AUDIO.VOLUMELEVEL, level));
    }

    @ParameterizedTest
    @CsvSource({
        "-10.5dB,-688128",
        "-10.50 dB,-688128",
        "+3db,196608",
        "-inf dB,-2147483648",
        "-688128,-688128",
        "0x10000,65536",
        "0xFFFFFFFF,-1",
        "on,1",
        "off,0"
    })
    void aLevelIsParsed(String text, int level) {
        assertEquals(level, Values.parse(KSPROPERTY_AUDIO.VOLUMELEVEL, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "-10.5", "99999dB", "4294967296", "-2147483649", "dB"})
    void whatIsNoLevelIsWrongUsage(String text) {
        CliException e = assertThrows(CliException.class, () -> Values.parse(KSPROPERTY_AUDIO.VOLUMELEVEL, text));
        assertEquals(ExitCode.USAGE, e.exitCode());
    }

    @Test
    void decibelsAreForLevelsOnly() {
        assertThrows(CliException.class, () -> Values.parse(KSPROPERTY_AUDIO.MUTE, "-10dB"));
    }

    @Test
    void aSwitchIsOnOrOff() {
        assertEquals("on", Values.text(KSPROPERTY_AUDIO.MUTE, 1));
    }

    @Test
    void guidsArePrintedByName() {
        List<?> value = List.of(KSCATEGORY.AUDIO, KSCATEGORY.RENDER);
        assertEquals(
                "KSCATEGORY_AUDIO" + System.lineSeparator() + "KSCATEGORY_RENDER",
                Values.text(KSPROPERTY_TOPOLOGY.CATEGORIES, value));
    }

    @Test
    void aStructureIsAnObjectInJson() {
        JsonObject expected = new JsonObject();
        expected.addProperty("PossibleCount", 4294967295L);
        expected.addProperty("CurrentCount", 2L);
        KSPIN_CINSTANCES instances = KSPIN_CINSTANCES
                .LAYOUT
                .allocate()
                .set(KSPIN_CINSTANCES.PossibleCount, -1)
                .set(KSPIN_CINSTANCES.CurrentCount, 2);
        assertEquals(expected, Values.json(instances));
    }

    @Test
    void otherValuesAreParsedFromTheirBytes() {
        Object value = Values.parse(KSPROPERTY_PIN.MODEDATAFORMATS, "01 02 fF");
        assertArrayEquals(new byte[] {1, 2, -1}, (byte[]) value);
    }

    @Test
    void bytesThatCannotBeTheValueAreWrongUsage() {
        assertThrows(CliException.class, () -> Values.parse(KSPROPERTY_PIN.CINSTANCES, "0102"));
    }

    @Test
    void halfAByteIsWrongUsage() {
        assertThrows(CliException.class, () -> Hex.parse("012"));
    }
}
