package io.github.ks4j.win32;

import com.sun.jna.NativeLibrary;

/** The devices of the stub library, which can be plugged in and pulled out; who watches is called before that returns. */
final class StubDevices {
    /** In place all the time. */
    static final int STUB = 0;

    /** Not plugged in at first. */
    static final int SECOND = 1;

    /** In place as long as nobody pulls it out. */
    static final int BARE = 3;

    static final String SECOND_PATH = "\\\\?\\ks4j#stub#0001#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";

    private StubDevices() {}

    static boolean plug(int device) {
        return call("ks4j_stub_plug", device) != 0;
    }

    static boolean unplug(int device) {
        return call("ks4j_stub_unplug", device) != 0;
    }

    /** Asks for a device to be removed; false if somebody has it open all the same. */
    static boolean eject(int device) {
        return call("ks4j_stub_eject", device) != 0;
    }

    static int openFiles(int device) {
        return call("ks4j_stub_open_files", device);
    }

    /** How many registrations with the configuration manager there are. */
    static int registrations() {
        return call("ks4j_stub_registrations");
    }

    private static int call(String function, Object... arguments) {
        return NativeLibrary.getInstance(System.getProperty(Dll.STAND_IN))
                .getFunction(function)
                .invokeInt(arguments);
    }
}
