package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.io.Driver;

/** {@link AllocatorContract} on the emulation. */
class EmulatedAllocatorIT extends AllocatorContract {
    @Override
    Driver open() {
        return EmulatedDriver.of(EmulatedStubFilter.device());
    }
}
