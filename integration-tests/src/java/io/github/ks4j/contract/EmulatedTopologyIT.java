package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link TopologyContract} on the emulation. */
class EmulatedTopologyIT extends TopologyContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
