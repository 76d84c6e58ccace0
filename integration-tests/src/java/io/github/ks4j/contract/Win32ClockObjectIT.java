package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link ClockObjectContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class Win32ClockObjectIT extends ClockObjectContract {
    @Override
    Driver open() {
        return StubLibrary.open();
    }
}
