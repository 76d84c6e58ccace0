package io.github.ks4j.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFormatTest {
    @Test
    void theIntervalOfARateIsCutToUnits() {
        assertEquals(333_333, VideoFormat.of(VideoFormat.YUY2, 640, 480, 30).frameInterval());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -30, Integer.MIN_VALUE})
    void aRateWithoutFramesIsRefused(int rate) {
        assertThrows(IllegalArgumentException.class, () -> VideoFormat.of(VideoFormat.YUY2, 640, 480, rate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YUY", "YUY22", "\u00C4UY2"})
    void aCodeIsFourCharactersOfAscii(String code) {
        assertThrows(IllegalArgumentException.class, () -> VideoFormat.fourcc(code));
    }
}
