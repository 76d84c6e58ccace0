package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link CameraContract} on the emulation. */
class EmulatedCameraIT extends CameraContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
