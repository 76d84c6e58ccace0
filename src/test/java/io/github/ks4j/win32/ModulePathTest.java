package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Native;
import io.github.ks4j.Ks;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver as a module, into which JNA cannot look by reflection. */
@StubLibrary
@Timeout(30)
class ModulePathTest {
    private static Path home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aFilterIsOpenedAndWatchedFromWithinTheModule() throws Exception {
        Configuration modules = ModuleLayer.boot()
                .configuration()
                .resolve(
                        ModuleFinder.of(home(Ks.class), home(Native.class)),
                        ModuleFinder.of(),
                        Set.of("io.github.ks4j", "com.sun.jna"));
        ClassLoader loader = ModuleLayer.boot()
                .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
                .findLoader("io.github.ks4j");
        Class<?> type = loader.loadClass(Ks.class.getName());
        int registrations = StubDevices.registrations();
        try (AutoCloseable ks =
                (AutoCloseable) type.getMethod("open", String.class).invoke(null, "win32")) {
            type.getMethod("filter", String.class).invoke(ks, Stub.PATH);
            assertEquals(registrations + 1, StubDevices.registrations());
        }
    }
}
