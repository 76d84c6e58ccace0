package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DemoTest {
    private static final Path RECORDING = Path.of("target", "ks4j-demo.wav");
    private static final byte[] NONE = {};

    @TempDir
    Path directory;

    static Stream<Arguments> aFileComesBackBitExact() {
        return Stream.of(
                Arguments.of("8-bit mono at 8 kHz", 8000, new Riff().format(1, 1, 8000, 1, 8)),
                Arguments.of("16-bit stereo at 44.1 kHz", 4 * 44100, new Riff().format(1, 2, 44100, 4, 16)),
                Arguments.of("24-bit 5.1 at 96 kHz", 18 * 30000, new Riff().extensible(6, 96000, 24, 24, 0x3F, 1)),
                Arguments.of("24-bit stereo, not extensible", 6 * 9999, new Riff().format(1, 2, 48000, 6, 24)),
                Arguments.of("32-bit PCM at 48 kHz", 8 * 48001, new Riff().format(1, 2, 48000, 8, 32)),
                Arguments.of("float stereo at 192 kHz", 8 * 99999, new Riff().format(3, 2, 192000, 8, 32)),
                Arguments.of("float, extensible", 8 * 4800, new Riff().extensible(2, 48000, 32, 32, 3, 3)),
                Arguments.of("24 bits in 32", 8 * 12345, new Riff().extensible(2, 48000, 32, 24, 3, 1)),
                Arguments.of("odd length with a pad byte", 12345, new Riff().format(1, 1, 11025, 1, 8)),
                Arguments.of("one frame", 4, new Riff().format(1, 2, 48000, 4, 16)),
                Arguments.of("half a frame at the end", 4 * 1000 + 3, new Riff().format(1, 2, 48000, 4, 16)),
                Arguments.of("no frames", 0, new Riff().format(1, 2, 48000, 4, 16)),
                Arguments.of(
                        "a LIST chunk before the data",
                        4 * 1000,
                        new Riff().format(1, 2, 48000, 4, 16).chunk("LIST", Riff.noise(77))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFileComesBackBitExact(String name, int length, Riff head) throws IOException {
        byte[] samples = Riff.noise(length);
        Path file = head.chunk("data", samples).chunk("id3 ", Riff.noise(31)).write(directory.resolve("in.wav"));
        Run run = Run.emulated("demo", file.toString()).expect(0);
        assertTrue(run.out().contains("bit-exact"), run.out());
        try (WavReader recorded = WavReader.open(RECORDING)) {
            assertArrayEquals(samples, WavReaderTest.readAll(recorded));
        }
    }

    @Test
    void withoutAFileATestSignalIsPlayed() throws IOException {
        Run.emulated("demo").expect(0);
        try (AudioSource signal = new TestSignal();
                WavReader recorded = WavReader.open(RECORDING)) {
            assertTrue(Comparison.of(signal, recorded).isBitExact());
        }
    }

    @Test
    void itSaysThatTheDriverIsEmulated() {
        assertTrue(Run.emulated("demo").out().startsWith("Driver: emu (emulated"));
    }

    @Test
    void theVolumeIsSetReadAndRestored() {
        String out = Run.emulated("demo").out();
        assertTrue(
                out.matches("(?s).*volume +(-?\\d+\\.\\d\\d dB)\\s+set to +(-?\\d+\\.\\d\\d dB)\\s+reads +\\2\\s+"
                        + "back to +\\1\\s.*"),
                out);
    }

    @Test
    void theMethodReversesThroughTheAllocator() {
        String out = Run.emulated("demo").out();
        assertTrue(
                out.matches("(?s).*allocator: asked for \\d+ bytes, input operation true\\s+"
                        + "allocator: told that the request is complete\\s+answer 08 07 06 05 04 03 02 01\\s.*"),
                out);
    }

    @Test
    void theOutputIsAscii() {
        assertTrue(Run.emulated("demo").out().chars().allMatch(c -> c < 0x7F));
    }

    @Test
    void noThreadIsLeft() {
        Run.emulated("demo").expect(0);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Run.emulated("demo").expect(0);
        Set<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), left);
    }

    @Test
    void aFileThatIsNoWavIsRefusedInOneLine() throws IOException {
        assertRefused(Files.write(directory.resolve("song.mp3"), Riff.noise(1000)), "not a WAV file");
    }

    @Test
    void aMissingFileIsRefusedInOneLine() {
        assertRefused(directory.resolve("absent.wav"), "no such file");
    }

    @Test
    void aFileThatIsCutShortIsRefusedInOneLine() throws IOException {
        Riff riff = new Riff().format(1, 2, 48000, 4, 16).chunk("data", 4000, Riff.noise(3000));
        assertRefused(riff.write(directory.resolve("short.wav")), "1000 are missing");
    }

    @Test
    void aFormatThatNoPinOffersIsRefusedInOneLine() throws IOException {
        Riff riff = new Riff().format(1, 2, 47, 4, 16).chunk("data", NONE);
        assertRefused(riff.write(directory.resolve("slow.wav")), "no pin takes PCM 16 bits, 2 channels, 47 Hz");
    }

    @Test
    void doubleFloatIsRefusedInOneLine() throws IOException {
        Riff riff = new Riff().format(3, 1, 48000, 8, 64).chunk("data", NONE);
        assertRefused(riff.write(directory.resolve("double.wav")), "no pin takes IEEE_FLOAT 64 bits");
    }

    @Test
    void theRecordingItselfIsNotPlayed() {
        Run.emulated("demo").expect(0);
        assertRefused(RECORDING, "this is where the demo records to");
    }

    private static void assertRefused(Path file, String message) {
        Run run = Run.emulated("demo", file.toString()).expect(2);
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }
}
