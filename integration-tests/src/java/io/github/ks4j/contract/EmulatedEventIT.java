package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link EventContract} on the emulation. */
class EmulatedEventIT extends EventContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
