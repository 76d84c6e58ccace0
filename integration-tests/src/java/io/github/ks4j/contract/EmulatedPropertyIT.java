package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.io.Driver;

/** {@link PropertyContract} on the emulation. */
class EmulatedPropertyIT extends PropertyContract {
    @Override
    Driver open() {
        return EmulatedDriver.of(EmulatedStubFilter.device());
    }
}
