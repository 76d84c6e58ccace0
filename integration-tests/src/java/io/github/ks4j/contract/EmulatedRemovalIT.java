package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link RemovalContract} on the emulation. */
class EmulatedRemovalIT extends RemovalContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
