package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link DifferentialContract} through JNA and the bridge, on the driver under Wine. */
@ExtendWith(WineHost.class)
class WineDifferentialIT extends DifferentialContract {
    @Override
    Driver open() {
        return WineHost.open();
    }

    @Override
    int count() {
        return 100_000;
    }
}
