package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link EventRequestContract} on the emulation. */
class EmulatedEventRequestIT extends EventRequestContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
