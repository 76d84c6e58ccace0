package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.io.Driver;
import io.github.ks4j.set.KSCATEGORY;

/** {@link WatchContract} on the emulation. */
class EmulatedWatchIT extends WatchContract {
    private final EmulatedDevice second = EmulatedDevice.of(
            "ks4j#stub#0001",
            EmulatedFilter.named("filter")
                    .friendlyName("ks4j second filter")
                    .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)
                    .build());

    private EmulatedDriver driver;

    @Override
    Driver open() {
        driver = EmulatedStubFilter.open();
        return driver;
    }

    @Override
    void plug() {
        driver.plug(second);
    }

    @Override
    void unplug() {
        driver.unplug(second);
    }
}
