package io.github.ks4j.win32;

import io.github.ks4j.io.Win32Error;

/** The functions of {@code kernel32} that the driver calls; handles and pointers are longs, BOOL and DWORD ints. */
final class Kernel32 {
    static final long INVALID_HANDLE_VALUE = -1;
    static final int FILE_SHARE_READ = 1;
    static final int FILE_SHARE_WRITE = 2;
    static final int OPEN_EXISTING = 3;
    static final int FILE_ATTRIBUTE_NORMAL = 0x80;
    static final int FILE_FLAG_OVERLAPPED = 0x40000000;
    static final int WAIT_OBJECT_0 = 0;
    static final int WAIT_FAILED = -1;
    static final int INFINITE = -1;
    static final byte FILE_SKIP_COMPLETION_PORT_ON_SUCCESS = 1;

    static final int MEM_COMMIT = 0x1000;
    static final int PAGE_GUARD = 0x100;
    /** PAGE_READONLY, _READWRITE, _WRITECOPY, and the same with EXECUTE. */
    static final int PAGE_READABLE = 0xEE;
    /** Those of them that can be written. */
    static final int PAGE_WRITABLE = 0xCC;

    /** {@link Win32Error#IO_PENDING} as a constant, for the fast path. */
    static final int ERROR_IO_PENDING = 997;

    private Kernel32() {}

    static void bind() {
        Dll.bind(Kernel32.class, "kernel32");
    }

    static native long CreateFileW(
            long path, int access, int share, long security, int disposition, int flags, long template);

    static native int DeviceIoControl(
            long device, int code, long in, int inLength, long out, int outLength, long returned, long overlapped);

    static native int CancelIoEx(long file, long overlapped);

    static native int CloseHandle(long handle);

    static native long CreateEventW(long security, int manualReset, int initialState, long name);

    static native int SetEvent(long event);

    static native int ResetEvent(long event);

    static native int WaitForSingleObject(long handle, int milliseconds);

    static native long CreateIoCompletionPort(long file, long existing, long key, int threads);

    static native int SetFileCompletionNotificationModes(long file, byte flags);

    static native int GetQueuedCompletionStatus(long port, long bytes, long key, long overlapped, int milliseconds);

    static native int PostQueuedCompletionStatus(long port, int bytes, long key, long overlapped);

    static native long VirtualQuery(long address, long information, long length);
}
