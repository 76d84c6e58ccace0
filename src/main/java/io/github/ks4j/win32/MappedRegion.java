package io.github.ks4j.win32;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * What Windows says of some memory of this process: nothing but that it is there now, and how it may be touched.
 *
 * <p>Source: the page "MEMORY_BASIC_INFORMATION structure" (winnt.h).
 */
final class MappedRegion {
    private static final int BASE_ADDRESS = 0;
    private static final int REGION_SIZE = 24;
    private static final int STATE = 32;
    private static final int PROTECT = 36;
    private static final int SIZE = 48;

    private MappedRegion() {}

    /**
     * Looks at each page that the memory touches.
     *
     * @return whether all of it can be written
     * @throws KsException with {@link NtStatus#ACCESS_VIOLATION} if not all of it can be read
     */
    static boolean isWritable(long address, int size) {
        ByteBuffer information = NativeMemory.direct(SIZE);
        boolean writable = true;
        long at = address;
        // The end may lie beyond the last address.
        while (at - address < size) {
            int protect = Kernel32.VirtualQuery(at, NativeMemory.address(information), SIZE) == 0
                            || information.getInt(STATE) != Kernel32.MEM_COMMIT
                    ? 0
                    : information.getInt(PROTECT);
            if ((protect & Kernel32.PAGE_READABLE) == 0 || (protect & Kernel32.PAGE_GUARD) != 0) {
                throw KsException.of(
                        "view " + size + " bytes at 0x" + Long.toHexString(address) + ": nothing is mapped at 0x"
                                + Long.toHexString(at),
                        NtStatus.ACCESS_VIOLATION);
            }
            writable &= (protect & Kernel32.PAGE_WRITABLE) != 0;
            at = information.getLong(BASE_ADDRESS) + information.getLong(REGION_SIZE);
        }
        return writable;
    }
}
