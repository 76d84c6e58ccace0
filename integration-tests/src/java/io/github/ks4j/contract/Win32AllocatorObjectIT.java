package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link AllocatorObjectContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class Win32AllocatorObjectIT extends AllocatorObjectContract {
    @Override
    Driver open() {
        return StubLibrary.open();
    }
}
