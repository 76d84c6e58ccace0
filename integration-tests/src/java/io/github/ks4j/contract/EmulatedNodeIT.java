package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link NodeContract} on the emulation. */
class EmulatedNodeIT extends NodeContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
