package io.github.ks4j.contract;

import com.sun.jna.NativeLibrary;
import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WatchContract} through JNA, on the stub library. */
@ExtendWith(StubLibrary.class)
class Win32WatchIT extends WatchContract {
    private static final int SECOND_DEVICE = 1;

    @Override
    Driver open() {
        return StubLibrary.open();
    }

    @Override
    void plug() {
        call("ks4j_stub_plug");
    }

    @Override
    void unplug() {
        call("ks4j_stub_unplug");
    }

    @AfterEach
    void leaveNothingPluggedIn() {
        unplug();
    }

    private static void call(String function) {
        NativeLibrary.getInstance(System.getProperty("ks4j.stub.library"))
                .getFunction(function)
                .invokeInt(new Object[] {SECOND_DEVICE});
    }
}
