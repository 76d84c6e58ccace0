package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link JnaContract} on the emulation. */
class EmulatedJnaIT extends JnaContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
