package io.github.ks4j.win32;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.ks4j.io.Requirement;
import io.github.ks4j.struct.Abi;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Looks for all that this driver needs, and for each thing by itself: where one is missing, the next may be too. */
final class Requirements {
    /** Each is called as its library, but for case. */
    private static final List<Class<?>> NATIVES =
            List.of(Kernel32.class, Setupapi.class, Cfgmgr32.class, Advapi32.class, Ksuser.class);

    private Requirements() {}

    /** What does not take JNA to know. */
    static Requirement bits() {
        return new Requirement("64-bit Java", Abi.host() == Abi.X64, System.getProperty("os.arch", ""));
    }

    /** JNA, the libraries, and the functions. */
    static List<Requirement> find() {
        List<Requirement> found = new ArrayList<>();
        found.add(new Requirement("JNA", true, Native.VERSION));
        for (Class<?> natives : NATIVES) {
            add(natives, found);
        }
        return found;
    }

    private static void add(Class<?> natives, List<Requirement> found) {
        String name = natives.getSimpleName().toLowerCase(Locale.ROOT);
        NativeLibrary library;
        try {
            library = NativeLibrary.getInstance(Dll.file(name));
            found.add(new Requirement(name, true, Dll.file(name)));
        } catch (UnsatisfiedLinkError e) {
            library = null;
            found.add(new Requirement(name, false, reason(e)));
        }
        for (String function : functions(natives)) {
            found.add(function(library, name, function));
        }
    }

    private static Requirement function(NativeLibrary library, String name, String function) {
        String qualified = name + "!" + function;
        if (library == null) {
            return new Requirement(qualified, false, "no library");
        }
        try {
            library.getFunction(function);
            return new Requirement(qualified, true, "");
        } catch (UnsatisfiedLinkError e) {
            return new Requirement(qualified, false, reason(e));
        }
    }

    /** The names of a class's natives, in alphabetical order: reflection has none of its own. */
    static List<String> functions(Class<?> natives) {
        return Arrays.stream(natives.getDeclaredMethods())
                .filter(method -> Modifier.isNative(method.getModifiers()))
                .map(Method::getName)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String reason(UnsatisfiedLinkError e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst(":$", "");
    }
}
