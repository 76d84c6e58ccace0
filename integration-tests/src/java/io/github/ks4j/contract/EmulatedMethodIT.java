package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link MethodContract} on the emulation. */
class EmulatedMethodIT extends MethodContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
