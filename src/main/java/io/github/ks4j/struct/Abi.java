package io.github.ks4j.struct;

/**
 * The pointer width of the process that a structure belongs to.
 *
 * <p>Structures that hold a pointer, a handle or a {@code ULONG_PTR} differ between 64-bit and 32-bit processes; all
 * others have one layout. A 32-bit process on 64-bit Windows uses {@link #X86}: the layout is always that of the
 * <em>calling</em> process.
 */
public enum Abi {
    /** 64-bit process: pointers and handles take 8 bytes. */
    X64(8),
    /** 32-bit process: pointers and handles take 4 bytes. */
    X86(4);

    private static final Abi HOST = "32".equals(System.getProperty("sun.arch.data.model")) ? X86 : X64;

    private final int pointerSize;

    Abi(int pointerSize) {
        this.pointerSize = pointerSize;
    }

    /**
     * The layout of the process that this Java virtual machine is.
     *
     * @return the host's layout
     */
    public static Abi host() {
        return HOST;
    }

    /**
     * The size of a pointer, a handle or a {@code ULONG_PTR}.
     *
     * @return 8 or 4 bytes
     */
    public int pointerSize() {
        return pointerSize;
    }
}
