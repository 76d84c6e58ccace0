package io.github.ks4j.win32;

/** The functions of {@code advapi32} that the driver calls; they return the error rather than leave it behind. */
final class Advapi32 {
    static final int KEY_QUERY_VALUE = 1;
    static final int REG_SZ = 1;
    static final int REG_EXPAND_SZ = 2;

    private Advapi32() {}

    static void bind() {
        Dll.bind(Advapi32.class, "advapi32");
    }

    static native int RegQueryValueExW(long key, long name, long reserved, long type, long data, long size);

    static native int RegCloseKey(long key);
}
