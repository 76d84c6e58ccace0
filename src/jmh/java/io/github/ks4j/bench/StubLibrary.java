package io.github.ks4j.bench;

/** The library that the win32 driver calls, for those that call it themselves. */
final class StubLibrary {
    /** The path of the stub library; on Windows the name of the real one. */
    static final String KERNEL32 = System.getProperty("ks4j.win32.library", "kernel32");

    private StubLibrary() {}
}
