package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link StreamContract} on the emulation. */
class EmulatedStreamIT extends StreamContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
