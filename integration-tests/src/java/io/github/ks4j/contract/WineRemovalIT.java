package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link RemovalContract} through JNA and the bridge, on the driver under Wine. */
@ExtendWith(WineHost.class)
class WineRemovalIT extends RemovalContract {
    @Override
    Driver open() {
        return WineHost.open();
    }
}
