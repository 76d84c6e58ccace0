package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link PinEventContract} on the emulation. */
class EmulatedPinEventIT extends PinEventContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
