package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link PropertyContract} on the emulation. */
class EmulatedPropertyIT extends PropertyContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
