package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link NodeObjectContract} on the emulation. */
class EmulatedNodeObjectIT extends NodeObjectContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
