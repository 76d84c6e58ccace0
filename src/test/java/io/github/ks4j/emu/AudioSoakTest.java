package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day of capture, in virtual time: every byte is the right one, and nothing piles up. */
@Timeout(300)
class AudioSoakTest {
    private static final WaveFormat FORMAT = WaveFormat.pcm(48000, 16, 2);
    private static final int BLOCK = FORMAT.blockAlign();
    /** How many frames it takes until the counter of 16 bits is where it was. */
    private static final int CYCLE = 1 << 16;

    private static final int READ = 48000 / 10;

    /** Two cycles, so that any read finds its bytes in one piece. */
    private final ByteBuffer expected = ByteBuffer.allocate(2 * CYCLE * BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    private void capture(int seconds) {
        AudioSignal.COUNTER.fill(FORMAT, 0, expected, 0, 2 * CYCLE);
        VirtualTime time = new VirtualTime();
        VirtualAudioDevice device = VirtualAudioDevice.builder()
                .timing(StreamTiming.EXACT)
                .signal(AudioSignal.COUNTER)
                .build();
        try (Ks ks = Ks.over(EmulatedDriver.builder().time(time).devices(device).build())) {
            KsPin pin = ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0).path())
                    .pinFactory(0)
                    .open(DataFormat.of(FORMAT));
            KsFrame frame = pin.frame(READ * BLOCK);
            pin.state(KSSTATE.RUN);
            long used = 0;
            for (long read = 0; read < 10L * seconds; read++) {
                pin.read(frame);
                time.advance(Duration.ofMillis(100));
                frame.await();
                check(frame, read * READ);
                if (read == seconds) {
                    used = MemoryUse.settled();
                }
            }
            long grown = MemoryUse.settled() - used;
            assertTrue(grown < 4 << 20, () -> "memory has grown by " + grown + " bytes");
        }
    }

    private void check(KsFrame frame, long first) {
        assertEquals(READ * BLOCK, frame.dataUsed());
        ByteBuffer bytes = frame.bytes().duplicate().clear().limit(READ * BLOCK);
        int at = (int) (first % CYCLE) * BLOCK;
        assertEquals(-1, bytes.mismatch(expected.slice(at, READ * BLOCK)), () -> "in the read from frame " + first);
    }

    @Test
    void aMinuteIsExact() {
        capture(60);
    }

    @Test
    @Tag("long")
    void aDayIsExact() {
        capture(24 * 3600);
    }
}
