package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of all kinds, measured. */
@Timeout(30)
class PeakMeterTest {
    private static final int FULL = Integer.MAX_VALUE;

    private final AtomicReference<PinInstance> opened = new AtomicReference<>();
    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("f")
                    .categories(KSCATEGORY.AUDIO)
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                            .streaming(pin -> {
                                opened.set(pin);
                                return PinDispatch.NONE;
                            })
                            .build())
                    .build()));
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), Client.READ_WRITE);
    private final PeakMeter meter = new PeakMeter();

    @AfterEach
    void close() {
        driver.close();
    }

    private void measure(WaveFormat format, long position, ByteBuffer bytes) {
        Client.pin(filter, 0, DataFormat.of(format));
        meter.measure(opened.get(), position, bytes, 0, bytes.capacity());
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes;
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(WaveFormat.pcm(8000, 8, 1), bytes(0x80, 0x90, 0x7F), 0x10 << 24),
                Arguments.of(WaveFormat.pcm(8000, 8, 1), bytes(0), FULL),
                Arguments.of(WaveFormat.pcm(8000, 16, 1), bytes(0xFE, 0xFF, 1, 0), 2 << 16),
                Arguments.of(WaveFormat.pcm(8000, 24, 1), bytes(3, 2, 1, 0xFF, 0xFF, 0xFF), 0x010203 << 8),
                Arguments.of(WaveFormat.pcm(8000, 24, 1), bytes(0xFE, 0xFF, 0xFF), 2 << 8),
                Arguments.of(WaveFormat.pcm(8000, 32, 1), bytes(4, 3, 2, 1), 0x01020304),
                Arguments.of(WaveFormat.ieeeFloat(8000, 1), bytes(0, 0, 0x80, 0xBF), FULL),
                Arguments.of(WaveFormat.ieeeFloat(8000, 1), bytes(0, 0, 0, 0xC0), FULL),
                Arguments.of(WaveFormat.ieeeFloat(8000, 1), bytes(0, 0, 0xC0, 0x7F), 0));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGreatestSampleIsFound(WaveFormat format, ByteBuffer bytes, int expected) {
        meter.read(0);
        measure(format, 0, bytes);
        assertEquals(expected, meter.read(0));
    }

    @Test
    void samplesThatAreNotWholeAreLeftOut() {
        meter.read(0);
        measure(WaveFormat.pcm(8000, 16, 2), 3, bytes(0x7F, 5, 0, 6, 0, 0, 0x7F));
        assertEquals(5 << 16, meter.read(0));
        assertEquals(6 << 16, meter.read(1));
    }

    @Test
    void furtherChannelsAreNotMeasured() {
        meter.read(0);
        measure(WaveFormat.pcm(8000, 8, 3), 0, bytes(0x80, 0x81, 0));
        assertEquals(0, meter.read(0));
        assertEquals(1 << 24, meter.read(1));
    }

    @Test
    void nothingIsMeasuredBeforeTheFirstReading() {
        measure(WaveFormat.pcm(8000, 8, 1), 0, bytes(0));
        assertEquals(0, meter.read(0));
    }

    @Test
    void nothingIsMeasuredAfterTheStreamHasStoppedUntilSomebodyReads() {
        meter.read(0);
        meter.rest();
        measure(WaveFormat.pcm(8000, 8, 1), 0, bytes(0));
        assertEquals(0, meter.read(0));
        measure(WaveFormat.pcm(8000, 8, 1), 0, bytes(0));
        assertEquals(FULL, meter.read(0));
    }
}
