package io.github.ks4j.set;

/** How an event notifies; named as in the header without the prefix. */
public final class KSEVENTF {
    /** {@code KSEVENTF_EVENT_HANDLE}. */
    public static final int EVENT_HANDLE = 1;

    /** {@code KSEVENTF_SEMAPHORE_HANDLE}. */
    public static final int SEMAPHORE_HANDLE = 2;

    /** {@code KSEVENTF_EVENT_OBJECT}; for kernel callers only. */
    public static final int EVENT_OBJECT = 4;

    /** {@code KSEVENTF_SEMAPHORE_OBJECT}; for kernel callers only. */
    public static final int SEMAPHORE_OBJECT = 8;

    /** {@code KSEVENTF_DPC}; for kernel callers only. */
    public static final int DPC = 0x10;

    /** {@code KSEVENTF_WORKITEM}; for kernel callers only. */
    public static final int WORKITEM = 0x20;

    /** {@code KSEVENTF_KSWORKITEM}; for kernel callers only. */
    public static final int KSWORKITEM = 0x80;

    private KSEVENTF() {}
}
