package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link ClockObjectContract} on the emulation. */
class EmulatedClockObjectIT extends ClockObjectContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
