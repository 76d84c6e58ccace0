package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link EventContract} through JNA and the bridge, on the driver under Wine. */
@ExtendWith(WineHost.class)
class WineEventIT extends EventContract {
    @Override
    Driver open() {
        return WineHost.open();
    }
}
