package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import org.junit.jupiter.api.AfterEach;

/** The sound card as it comes, with its filters open. */
abstract class SoundCardRig {
    static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));

    final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    final Handle speaker = open(KSCATEGORY.RENDER);
    final Handle microphone = open(KSCATEGORY.CAPTURE);

    final Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }
}
