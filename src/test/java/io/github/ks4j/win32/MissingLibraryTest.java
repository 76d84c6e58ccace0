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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Windows without some of the libraries, or some of their functions: here, a library of Java's own in their place. */
@Timeout(30)
class MissingLibraryTest {
    private static final Path LIBRARY = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));

    /** Where a class of natives that has not been bound yet is found. */
    private static URLClassLoader loader(Class<?> natives) {
        URL[] path = {
            natives.getProtectionDomain().getCodeSource().getLocation(),
            Native.class.getProtectionDomain().getCodeSource().getLocation()
        };
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    private static Method method(URLClassLoader loader, Class<?> natives, String name) throws Exception {
        Method method = loader.loadClass(natives.getName()).getDeclaredMethod(name);
        method.setAccessible(true);
        return method;
    }

    /** Calls a method without arguments where the library is not what it should be. */
    private static Object call(Method method) throws Exception {
        String before = System.setProperty(Dll.STAND_IN, LIBRARY.toString());
        try {
            return method.invoke(null);
        } finally {
            if (before == null) {
                System.clearProperty(Dll.STAND_IN);
            } else {
                System.setProperty(Dll.STAND_IN, before);
            }
        }
    }

    /** Calls a method of a class of natives that has not been bound yet. */
    private static Object call(Class<?> natives, String name) throws Exception {
        try (URLClassLoader loader = loader(natives)) {
            return call(method(loader, natives, name));
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

    @Nested
    @StubLibrary
    class ThatIsThereLater {
        @Test
        void isUsedThen() throws Exception {
            try (URLClassLoader loader = loader(Ksuser.class)) {
                Method bind = method(loader, Ksuser.class, "bind");
                assertThrows(InvocationTargetException.class, () -> call(bind));
                bind.invoke(null);
            }
        }
    }
}
