package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link PinContract} on the emulation. */
class EmulatedPinIT extends PinContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
