package io.github.ks4j.win32;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Binds classes of natives to libraries. */
final class Dll {
    /** The path of a library that stands in for all of Windows' own. */
    static final String STAND_IN = "ks4j.win32.library";

    /** What has been bound; the libraries are kept, since JNA unloads those that nobody refers to. */
    private static final Map<Class<?>, NativeLibrary> BOUND = new HashMap<>();

    private Dll() {}

    /**
     * Binds the natives of a class, unless that has been done.
     *
     * @param natives the class
     * @param name the library's name, without path and suffix
     * @throws KsException if the library is not there or lacks one of the functions
     */
    static synchronized void bind(Class<?> natives, String name) {
        if (BOUND.containsKey(natives)) {
            return;
        }
        String file = file(name);
        try {
            NativeLibrary library = NativeLibrary.getInstance(file);
            Native.register(natives, library);
            BOUND.put(natives, library);
        } catch (UnsatisfiedLinkError e) {
            throw new KsException(
                    "load " + file + ": " + e.getMessage() + "; the win32 driver needs it, with all of "
                            + natives.getSimpleName() + "'s functions",
                    NtStatus.NOT_SUPPORTED,
                    e);
        }
    }

    /** The system's own library rather than one of that name that lies on the search path. */
    static String file(String name) {
        String standIn = System.getProperty(STAND_IN);
        if (standIn != null) {
            return standIn;
        }
        String root = System.getenv("SystemRoot");
        return root == null ? name : Path.of(root, "System32", name + ".dll").toString();
    }
}
