package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link AllocatorContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class Win32AllocatorIT extends AllocatorContract {
    @Override
    Driver open() {
        return StubLibrary.open();
    }
}
