package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link AllocatorObjectContract} through JNA and the bridge, on the driver under Wine. */
@ExtendWith(WineHost.class)
class WineAllocatorObjectIT extends AllocatorObjectContract {
    @Override
    Driver open() {
        return WineHost.open();
    }
}
