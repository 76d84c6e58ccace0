/**
 * Windows Kernel Streaming for Java: filters, pins, properties, methods, events and streams, over real drivers on
 * Windows and over an emulated kernel everywhere else.
 *
 * <p>JNA is optional: the driver for Windows needs {@code com.sun.jna} in the module graph, and
 * {@link io.github.ks4j.jna} needs {@code com.sun.jna.platform} too. Nothing else does, nor has either to be there when a
 * program runs that uses nothing else.
 */
module io.github.ks4j {
    requires static com.google.gson;
    requires static transitive com.sun.jna;
    requires static transitive com.sun.jna.platform;
    requires static info.picocli;

    // The commands are made by reflection.
    opens io.github.ks4j.cli to
            info.picocli;

    exports io.github.ks4j;
    exports io.github.ks4j.emu;
    exports io.github.ks4j.io;
    exports io.github.ks4j.jna;
    exports io.github.ks4j.kernel;
    exports io.github.ks4j.set;
    exports io.github.ks4j.struct;

    uses io.github.ks4j.io.Driver.Provider;

    provides io.github.ks4j.io.Driver.Provider with
            io.github.ks4j.emu.EmulatedDriver.Provider,
            io.github.ks4j.win32.Win32Provider;
}
