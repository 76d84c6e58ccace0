package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link DifferentialContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class EmulationAgainstStubIT extends DifferentialContract {
    @Override
    Driver open() {
        return StubLibrary.open();
    }

    @Override
    int count() {
        return 100_000;
    }
}
