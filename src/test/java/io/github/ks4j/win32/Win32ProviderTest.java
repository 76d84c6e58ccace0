package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsException;
import io.github.ks4j.struct.Abi;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** What the provider says where the driver cannot work: seen through class loaders that lack something. */
class Win32ProviderTest {
    /** A loader that finds just what these classes come with. */
    private static URLClassLoader loader(Class<?>... onThePath) {
        URL[] path = new URL[onThePath.length];
        for (int i = 0; i < path.length; i++) {
            path[i] = onThePath[i].getProtectionDomain().getCodeSource().getLocation();
        }
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    /** What opening throws where just these classes are on the path. */
    private static Throwable failure(Class<?>... onThePath) throws Exception {
        try (URLClassLoader loader = loader(onThePath)) {
            Object provider = loader.loadClass(Win32Provider.class.getName())
                    .getConstructor()
                    .newInstance();
            return assertThrows(
                            InvocationTargetException.class,
                            () -> provider.getClass().getMethod("open").invoke(provider))
                    .getCause();
        }
    }

    @Test
    void aProcessOf32BitsIsRefused() {
        KsException e = assertThrows(KsException.class, () -> Win32Driver.checkBits(Abi.X86));
        assertTrue(e.getMessage().contains("use a 64-bit one"), e.getMessage());
    }

    @Test
    void withoutJnaTheProviderSaysSo() throws Exception {
        Throwable failure = failure(Win32Provider.class);
        assertEquals("io.github.ks4j.io.KsException", failure.getClass().getName());
        assertTrue(failure.getMessage().contains("JNA"), failure.getMessage());
    }

    @Test
    void withoutJnaThatIsWhatIsMissing() throws Exception {
        try (URLClassLoader loader = loader(Win32Provider.class)) {
            Object provider = loader.loadClass(Win32Provider.class.getName())
                    .getConstructor()
                    .newInstance();
            Object found = provider.getClass().getMethod("requirements").invoke(provider);
            assertTrue(found.toString().contains("name=64-bit Java"), found::toString);
            assertTrue(found.toString().contains("name=JNA, isMet=false"), found::toString);
        }
    }

    @Test
    void withoutALibraryTheProviderNamesIt() throws Exception {
        String before = System.setProperty(Dll.STAND_IN, "/nowhere/kernel32.so");
        try {
            Throwable failure = failure(Win32Provider.class, Native.class);
            assertEquals("io.github.ks4j.io.KsException", failure.getClass().getName());
            assertTrue(failure.getMessage().startsWith("load /nowhere/kernel32.so"), failure.getMessage());
        } finally {
            if (before == null) {
                System.clearProperty(Dll.STAND_IN);
            } else {
                System.setProperty(Dll.STAND_IN, before);
            }
        }
    }

    @Test
    void theDriverIsTheOneForWindows() {
        Driver.Provider provider = new Win32Provider();
        assertEquals("win32", provider.name());
        assertEquals(System.getProperty("os.name").startsWith("Windows"), provider.isNative());
    }
}
