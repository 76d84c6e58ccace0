package io.github.ks4j.emu;

import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.WAVEFORMATEX;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The creation of a pin, as it passes the quirks of a driver.
 *
 * @param filter the filter
 * @param parameters the {@code KSPIN_CONNECT} and the format, or what the client gives for them
 */
record PinCall(EmulatedHandle filter, ByteBuffer parameters) {
    private static final Abi ABI = Abi.X64;
    private static final int CONNECT = KSPIN_CONNECT.LAYOUT.size(ABI);
    private static final int HEAD = KSDATAFORMAT.LAYOUT.size();
    private static final int WAVE_FORMAT_PCM = 1;
    private static final int WAVE_FORMAT_EXTENSIBLE = 0xFFFE;
    private static final int WAVE = WAVEFORMATEX.LAYOUT.size();

    /** The head of the parameters; empty if they are too short. */
    Optional<KSPIN_CONNECT> connect() {
        return parameters.limit() < CONNECT
                ? Optional.empty()
                : Optional.of(KSPIN_CONNECT.LAYOUT.at(ABI, parameters, 0));
    }

    /** The wave format that is asked for, as it lies in the parameters; empty if it is something else. */
    Optional<WAVEFORMATEX> wave() {
        if (parameters.limit() < CONNECT) {
            return Optional.empty();
        }
        try {
            DataFormat format = DataFormats.read(parameters, CONNECT, parameters.limit());
            return format.specifier().equals(KSDATAFORMAT_SPECIFIER.WAVEFORMATEX) && format.size() >= HEAD + WAVE
                    ? Optional.of(WAVEFORMATEX.LAYOUT.at(ABI, parameters, CONNECT + HEAD))
                    : Optional.empty();
        } catch (StatusException e) {
            // The device says so itself.
            return Optional.empty();
        }
    }

    static boolean isExtensible(WAVEFORMATEX wave) {
        return wave.get(WAVEFORMATEX.wFormatTag) == WAVE_FORMAT_EXTENSIBLE;
    }

    static boolean isPlainPcm(WAVEFORMATEX wave) {
        return wave.get(WAVEFORMATEX.wFormatTag) == WAVE_FORMAT_PCM;
    }

    static boolean isOtherThan48000Hz(WAVEFORMATEX wave) {
        return wave.get(WAVEFORMATEX.nSamplesPerSec) != 48_000;
    }
}
