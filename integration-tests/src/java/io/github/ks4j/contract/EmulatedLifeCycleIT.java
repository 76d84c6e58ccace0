package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link LifeCycleContract} on the emulation. */
class EmulatedLifeCycleIT extends LifeCycleContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
