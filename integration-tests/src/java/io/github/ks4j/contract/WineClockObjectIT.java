package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link ClockObjectContract} through JNA and the bridge, on the driver under Wine. */
@ExtendWith(WineHost.class)
class WineClockObjectIT extends ClockObjectContract {
    @Override
    Driver open() {
        return WineHost.open();
    }
}
