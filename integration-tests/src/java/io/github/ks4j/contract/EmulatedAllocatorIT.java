package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link AllocatorContract} on the emulation. */
class EmulatedAllocatorIT extends AllocatorContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
