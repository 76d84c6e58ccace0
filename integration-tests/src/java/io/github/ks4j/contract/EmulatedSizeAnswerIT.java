package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;

/** {@link SizeAnswerContract} on the emulation. */
class EmulatedSizeAnswerIT extends SizeAnswerContract {
    @Override
    Driver open() {
        return EmulatedStubFilter.open();
    }
}
