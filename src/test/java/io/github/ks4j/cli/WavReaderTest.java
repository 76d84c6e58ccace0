package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavReaderTest {
    private static final byte[] NONE = {};

    @TempDir
    Path directory;

    @Test
    void plainPcmIsRead() throws IOException {
        byte[] samples = Riff.noise(400);
        try (WavReader wav = open(new Riff().format(1, 2, 44100, 4, 16).chunk("data", samples))) {
            assertEquals(WavFormat.plain(WaveFormat.pcm(44100, 16, 2)), wav.format());
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void aFormatChunkOf18BytesIsRead() throws IOException {
        byte[] fmt = Riff.fmt(3, 2, 192000, 8, 32, 18);
        try (WavReader wav = open(new Riff().chunk("fmt ", fmt).chunk("data", NONE))) {
            assertEquals(WavFormat.plain(WaveFormat.ieeeFloat(192000, 2)), wav.format());
        }
    }

    @Test
    void doubleFloatIsRecognised() throws IOException {
        try (WavReader wav = open(new Riff().format(3, 1, 48000, 8, 64).chunk("data", NONE))) {
            assertEquals(
                    WavFormat.plain(new WaveFormat(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, 48000, 1, 64, 64, 0)),
                    wav.format());
        }
    }

    @Test
    void anExtensibleFormatKeepsValidBitsAndMask() throws IOException {
        try (WavReader wav =
                open(new Riff().extensible(6, 96000, 32, 24, 0x3F, 1).chunk("data", NONE))) {
            assertEquals(
                    WavFormat.extensible(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 96000, 6, 32, 24, 0x3F)),
                    wav.format());
        }
    }

    @Test
    void twentyBitsLieInThreeBytes() throws IOException {
        try (WavReader wav = open(new Riff().format(1, 2, 48000, 6, 20).chunk("data", NONE))) {
            assertEquals(6, wav.format().frameBytes());
        }
    }

    @Test
    void chunksBeforeTheDataAreSkipped() throws IOException {
        byte[] samples = Riff.noise(64);
        Riff riff = new Riff().chunk("JUNK", Riff.noise(27)).format(1, 1, 8000, 1, 8);
        try (WavReader wav = open(riff.chunk("LIST", Riff.noise(13)).chunk("data", samples))) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void chunksAfterTheDataAreNotSamples() throws IOException {
        byte[] samples = Riff.noise(63);
        Riff riff = new Riff().format(1, 1, 8000, 1, 8).chunk("data", samples);
        try (WavReader wav = open(riff.chunk("LIST", Riff.noise(100)))) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void aFormatMayFollowTheData() throws IOException {
        byte[] samples = Riff.noise(63);
        try (WavReader wav = open(new Riff().chunk("data", samples).format(1, 1, 8000, 1, 8))) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void aMissingPadByteAtTheEndIsForgiven() throws IOException {
        byte[] samples = Riff.noise(9);
        try (WavReader wav = open(new Riff().format(1, 1, 8000, 1, 8).chunk("data", 9, samples))) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void dataOfUnknownLengthReachesToTheEndOfTheFile() throws IOException {
        byte[] samples = Riff.noise(1001);
        Riff riff = new Riff().size(-1).format(1, 1, 8000, 1, 8).chunk("data", -1, samples);
        try (WavReader wav = open(riff)) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void dataOfLengthZeroInAStreamedFileReachesToTheEndOfTheFile() throws IOException {
        byte[] samples = Riff.noise(1001);
        Riff riff = new Riff().size(0).format(1, 1, 8000, 1, 8).chunk("data", 0, samples);
        try (WavReader wav = open(riff)) {
            assertArrayEquals(samples, readAll(wav));
        }
    }

    @Test
    void anEmptyDataChunkIsEmptyWhateverFollows() throws IOException {
        Riff riff = new Riff().format(1, 1, 8000, 1, 8).chunk("data", NONE).chunk("LIST", Riff.noise(40));
        try (WavReader wav = open(riff)) {
            assertEquals(0, wav.dataLength());
        }
    }

    @Test
    void aFileBeyondTwoGibibytesIsReadAtItsEnd() throws IOException {
        long length = 0xF000_0000L;
        Path file = new Riff()
                .format(1, 2, 48000, 4, 16)
                .chunk("data", (int) length, NONE)
                .write(path());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(44 + length);
        }
        try (WavReader wav = WavReader.open(file)) {
            assertEquals(length, wav.dataLength());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(directory.resolve("absent.wav"), "absent.wav: no such file");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertRefused(directory, "not a file");
    }

    @Test
    void anEmptyFileIsNoWav() throws IOException {
        assertRefused(Files.write(path(), NONE), "not a WAV file: it ends within the RIFF header");
    }

    @Test
    void anotherKindOfFileIsNoWav() throws IOException {
        assertRefused(Files.write(path(), Riff.noise(500)), "not a WAV file: it does not start with RIFF and WAVE");
    }

    @Test
    void anotherRiffFormIsNoWav() throws IOException {
        assertRefused(new Riff("RIFF", "AVI ").write(path()), "not a WAV file");
    }

    @Test
    void rf64IsRefusedByName() throws IOException {
        assertRefused(new Riff("RF64", "WAVE").write(path()), "of the RF64 kind");
    }

    @Test
    void bigEndianRiffIsRefusedByName() throws IOException {
        assertRefused(new Riff("RIFX", "WAVE").write(path()), "of the RIFX kind");
    }

    @Test
    void aFileThatEndsBeforeItsFormatIsCutShort() throws IOException {
        assertRefused(new Riff().write(path()), "cut short: it ends before its fmt chunk");
    }

    @Test
    void aFileThatEndsBeforeItsDataIsCutShort() throws IOException {
        assertRefused(new Riff().format(1, 1, 8000, 1, 8).write(path()), "cut short: it ends before its data chunk");
    }

    @Test
    void aFileThatEndsWithinItsFormatIsCutShort() throws IOException {
        assertRefused(
                new Riff().chunk("fmt ", 16, new byte[10]).write(path()),
                "cut short: its fmt chunk should have 16 bytes, 6 are missing");
    }

    @Test
    void aFileThatEndsWithinItsDataIsCutShort() throws IOException {
        assertRefused(
                new Riff()
                        .format(1, 1, 8000, 1, 8)
                        .chunk("data", 1000, new byte[900])
                        .write(path()),
                "cut short: its data chunk should have 1000 bytes, 100 are missing");
    }

    @Test
    void aFileThatEndsWithinAChunkHeaderIsCutShort() throws IOException {
        byte[] whole = new Riff().format(1, 1, 8000, 1, 8).chunk("data", NONE).toByteArray();
        assertRefused(Files.write(path(), Arrays.copyOf(whole, whole.length - 3)), "it ends before its data chunk");
    }

    @Test
    void aFormatChunkOf14BytesIsTooShort() throws IOException {
        assertRefused(new Riff().chunk("fmt ", new byte[14]), "its fmt chunk has 14 bytes");
    }

    @Test
    void aFormatChunkOfGibibytesIsNoFormat() throws IOException {
        assertRefused(new Riff().chunk("fmt ", 0x7FFFFFFF, NONE), "which is no format");
    }

    @Test
    void anExtensibleFormatOf18BytesIsTooShort() throws IOException {
        assertRefused(
                new Riff().chunk("fmt ", Riff.fmt(0xFFFE, 2, 48000, 4, 16, 18)), "extensible fmt chunk has 18 bytes");
    }

    @Test
    void anExtensibleFormatWithoutExtensionIsRefused() throws IOException {
        assertRefused(new Riff().chunk("fmt ", Riff.fmt(0xFFFE, 2, 48000, 4, 16, 40)), "cbSize of 0");
    }

    @Test
    void moreValidBitsThanBitsAreRefused() throws IOException {
        assertRefused(new Riff().extensible(2, 48000, 16, 24, 3, 1), "24 valid bits of 16");
    }

    @Test
    void aBlockAlignThatContradictsTheRestIsRefused() throws IOException {
        assertRefused(new Riff().format(1, 2, 48000, 3, 16), "blocks of 3 bytes, but 2 channels of 16 bits take 4");
    }

    @Test
    void aFormatWithoutChannelsIsRefused() throws IOException {
        assertRefused(new Riff().format(1, 0, 48000, 0, 16), "no channels");
    }

    @Test
    void aRateOfZeroIsRefused() throws IOException {
        assertRefused(new Riff().format(1, 1, 0, 2, 16), "sample rate is 0 Hz");
    }

    @Test
    void aCompressedFormatIsRefusedByItsTag() throws IOException {
        assertRefused(new Riff().format(6, 1, 8000, 1, 8), "of format tag 0x0006");
    }

    @Test
    void aForeignSubFormatIsRefusedByItsTag() throws IOException {
        assertRefused(new Riff().extensible(2, 48000, 16, 16, 3, 0x92), "of format tag 0x0092");
    }

    @Test
    void sixteenBitFloatIsRefused() throws IOException {
        assertRefused(new Riff().format(3, 1, 8000, 2, 16), "float has 32 or 64");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsCutShort() throws IOException {
        Path file =
                new Riff().format(1, 1, 8000, 1, 8).chunk("data", new byte[100]).write(path());
        try (WavReader wav = WavReader.open(file);
                RandomAccessFile shrinking = new RandomAccessFile(file.toFile(), "rw")) {
            shrinking.setLength(60);
            WavException e = assertThrows(WavException.class, () -> readAll(wav));
            assertTrue(e.getMessage().contains("cut short while it was read"), e.getMessage());
        }
    }

    @Test
    void noHeaderLeadsToAnythingButAFormatOrARefusal() throws IOException {
        byte[] whole = new Riff()
                .chunk("LIST", Riff.noise(3))
                .extensible(2, 48000, 32, 24, 3, 1)
                .chunk("data", Riff.noise(64))
                .toByteArray();
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] broken = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int hits = random.nextInt(3); hits >= 0 && broken.length > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            try (WavReader wav = WavReader.open(Files.write(path(), broken))) {
                readAll(wav);
            } catch (WavException e) {
                refused++;
            }
        }
        assertTrue(refused > 500 && refused < 2900, "refused " + refused);
    }

    private Path path() {
        return directory.resolve("test.wav");
    }

    private WavReader open(Riff riff) throws IOException {
        return WavReader.open(riff.write(path()));
    }

    private void assertRefused(Riff riff, String message) throws IOException {
        assertRefused(riff.chunk("data", NONE).write(path()), message);
    }

    private static void assertRefused(Path file, String message) {
        WavException e =
                assertThrows(WavException.class, () -> WavReader.open(file).close());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    static byte[] readAll(WavReader wav) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate((int) wav.dataLength());
        // An odd step makes reads that straddle everything there is to straddle.
        ByteBuffer piece = ByteBuffer.allocate(37);
        while (wav.read(piece) > 0) {
            samples.put(piece.flip());
            piece.clear();
        }
        return samples.array();
    }
}
