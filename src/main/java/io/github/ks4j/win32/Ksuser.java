package io.github.ks4j.win32;

/** The functions of {@code ksuser}, which return Win32 codes. Bound when first needed: not every Windows has it. */
final class Ksuser {
    private Ksuser() {}

    static void bind() {
        Dll.bind(Ksuser.class, "ksuser");
    }

    static native int KsCreatePin(long filter, long connect, int access, long pin);

    static native int KsCreateAllocator(long pin, long framing, long allocator);

    static native int KsCreateClock(long pin, long create, long clock);

    static native int KsCreateTopologyNode(long parent, long create, int access, long node);
}
