package io.github.ks4j.emu;

import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.WAVEFORMATEX;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What an audio driver does with formats: checks them member by member, and finds the best of two ranges. */
final class WaveFormats {
    private static final int WAVE = KSDATAFORMAT.LAYOUT.size();

    private WaveFormats() {}

    /** The samples of a format; empty if its members contradict each other. */
    static Optional<WaveFormat> read(DataFormat format) {
        return format.wave().filter(wave -> isConsistent(format, wave));
    }

    private static boolean isConsistent(DataFormat format, WaveFormat wave) {
        ByteBuffer bytes = format.bytes();
        WAVEFORMATEX view = WAVEFORMATEX.LAYOUT.at(Abi.X64, bytes, WAVE);
        int end = WAVE + WAVEFORMATEX.LAYOUT.size() + view.get(WAVEFORMATEX.cbSize);
        return wave.encoding().equals(format.subFormat())
                && wave.channels() > 0
                && wave.rate() > 0
                && wave.bits() % 8 == 0
                && view.get(WAVEFORMATEX.nBlockAlign) == wave.blockAlign()
                && view.get(WAVEFORMATEX.nAvgBytesPerSec) == wave.bytesPerSecond()
                && end <= bytes.capacity();
    }

    /** The most channels, bits and samples per second that two ranges have in common. */
    static Optional<DataFormat> greatest(DataRange wanted, DataRange offered) {
        AudioRange mine = offered.audio().orElseThrow();
        AudioRange other = wanted.audio().orElse(mine);
        int channels = least(mine.maximumChannels(), other.maximumChannels());
        int bits = least(mine.maximumBits(), other.maximumBits()) / 8 * 8;
        int rate = least(mine.maximumRate(), other.maximumRate());
        if (channels < 1
                || Integer.compareUnsigned(bits, greatest(mine.minimumBits(), other.minimumBits())) < 0
                || Integer.compareUnsigned(rate, greatest(mine.minimumRate(), other.minimumRate())) < 0) {
            return Optional.empty();
        }
        return Optional.of(DataFormat.of(new WaveFormat(offered.subFormat(), rate, channels, bits, bits, 0)));
    }

    private static int least(int one, int other) {
        return Integer.compareUnsigned(one, other) < 0 ? one : other;
    }

    private static int greatest(int one, int other) {
        return Integer.compareUnsigned(one, other) > 0 ? one : other;
    }
}
