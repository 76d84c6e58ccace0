package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link AllocatorObjectContract} on the emulation. */
class EmulatedAllocatorObjectIT extends AllocatorObjectContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
