package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class FormatOptionTest {
    private final FormatOption option = new FormatOption();

    @Test
    void signedSamplesArePcm() {
        assertEquals(WavFormat.plain(WaveFormat.pcm(48000, 16, 2)), option.convert("48000:2:s16"));
    }

    @Test
    void unsignedBytesArePcm() {
        assertEquals(WavFormat.plain(WaveFormat.pcm(8000, 8, 1)), option.convert("8000:1:u8"));
    }

    @Test
    void floatsAreFloat() {
        assertEquals(WavFormat.plain(WaveFormat.ieeeFloat(96000, 6)), option.convert("96000:6:F32"));
    }

    @Test
    void bitsInALargerContainerAreExtensible() {
        WaveFormat wave = new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 44100, 2, 32, 24, 0);
        assertEquals(WavFormat.extensible(wave), option.convert("44100:2:s24in32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "48000", "48000:2", "48000:2:s17", "0:2:s16", "48000:0:s16", "-1:2:s16", "48000:2:s16:"})
    void anythingElseIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> option.convert(text));
    }
}
