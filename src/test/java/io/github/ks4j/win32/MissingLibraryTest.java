package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Windows without some of the libraries, or some of their functions: here, a library of Java's own in their place. */
@Timeout(30)
class MissingLibraryTest {
    private static final Path LIBRARY = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));

    /** Calls a method of a class of natives that has not been bound yet. */
    private static Object call(Class<?> natives, String name) throws Exception {
        URL[] path = {
            natives.getProtectionDomain().getCodeSource().getLocation(),
            Native.class.getProtectionDomain().getCodeSource().getLocation()
        };
        String before = System.setProperty(Dll.STAND_IN, LIBRARY.toString());
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Method method = loader.loadClass(natives.getName()).getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(null);
        } finally {
            if (before == null) {
                System.clearProperty(Dll.STAND_IN);
            } else {
                System.setProperty(Dll.STAND_IN, before);
            }
        }
    }

    @Test
    void withoutKsuserTheErrorNamesItsFunctions() {
        InvocationTargetException failure =
                assertThrows(InvocationTargetException.class, () -> call(Ksuser.class, "bind"));
        assertEquals(
                "io.github.ks4j.io.KsException", failure.getCause().getClass().getName());
        assertTrue(
                failure.getCause().getMessage().endsWith("the win32 driver needs it, with all of Ksuser's functions"),
                failure.getCause().getMessage());
    }

    @Test
    void withoutNotificationsTheConfigurationManagerIsNotThere() throws Exception {
        assertEquals(false, call(Cfgmgr32.class, "isThere"));
    }
}
