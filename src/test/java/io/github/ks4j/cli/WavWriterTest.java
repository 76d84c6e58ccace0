package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WavWriterTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource
    void whatIsWrittenIsReadBack(WavFormat format) throws IOException {
        byte[] samples = Riff.noise(format.frameBytes() * 101);
        Path file = write(format, samples);
        try (WavReader wav = WavReader.open(file)) {
            assertEquals(format, wav.format());
            assertArrayEquals(samples, WavReaderTest.readAll(wav));
        }
    }

    static Stream<WavFormat> whatIsWrittenIsReadBack() {
        return Stream.of(
                WavFormat.plain(WaveFormat.pcm(8000, 8, 1)),
                WavFormat.plain(WaveFormat.pcm(44100, 16, 2)),
                WavFormat.plain(WaveFormat.pcm(48000, 24, 1)),
                WavFormat.plain(WaveFormat.pcm(48000, 32, 2)),
                WavFormat.plain(WaveFormat.ieeeFloat(192000, 2)),
                WavFormat.plain(new WaveFormat(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, 48000, 1, 64, 64, 0)),
                WavFormat.extensible(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 96000, 6, 32, 24, 0x3F)),
                WavFormat.extensible(new WaveFormat(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, 48000, 2, 32, 32, 3)));
    }

    @Test
    void plainPcmHasTheCanonicalHeaderOf44Bytes() throws IOException {
        byte[] samples = Riff.noise(400);
        byte[] expected =
                new Riff().format(1, 2, 44100, 4, 16).chunk("data", samples).toByteArray();
        assertArrayEquals(expected, Files.readAllBytes(write(WavFormat.plain(WaveFormat.pcm(44100, 16, 2)), samples)));
    }

    @Test
    void oddDataIsPadded() throws IOException {
        byte[] file = Files.readAllBytes(write(WavFormat.plain(WaveFormat.pcm(8000, 8, 1)), Riff.noise(9)));
        assertEquals(44 + 10, file.length);
        assertEquals(9, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(40));
    }

    @Test
    void floatSaysItsNumberOfFrames() throws IOException {
        byte[] file = Files.readAllBytes(write(WavFormat.plain(WaveFormat.ieeeFloat(48000, 2)), Riff.noise(80)));
        assertEquals(10, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(46));
    }

    @Test
    void aFileThatWasNeverClosedIsReadable() throws IOException {
        Path file = directory.resolve("open.wav");
        try (WavWriter wav = WavWriter.create(file, WavFormat.plain(WaveFormat.pcm(8000, 8, 1)))) {
            wav.write(ByteBuffer.wrap(Riff.noise(77)));
            try (WavReader reader = WavReader.open(file)) {
                assertArrayEquals(Riff.noise(77), WavReaderTest.readAll(reader));
            }
        }
    }

    @Test
    void anEarlierLongerFileIsReplaced() throws IOException {
        write(WavFormat.plain(WaveFormat.pcm(8000, 8, 1)), Riff.noise(1000));
        assertEquals(54, Files.size(write(WavFormat.plain(WaveFormat.pcm(8000, 8, 1)), Riff.noise(10))));
    }

    private Path write(WavFormat format, byte[] samples) throws IOException {
        Path file = directory.resolve("test.wav");
        try (WavWriter wav = WavWriter.create(file, format)) {
            wav.write(ByteBuffer.wrap(samples));
        }
        return file;
    }
}
