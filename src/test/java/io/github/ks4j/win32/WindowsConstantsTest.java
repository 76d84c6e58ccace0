package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.platform.win32.SetupApi;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import io.github.ks4j.io.Driver;
import org.junit.jupiter.api.Test;

/** The numbers, compared with those that JNA Platform gives. */
class WindowsConstantsTest {
    @Test
    void accessAndShareModes() {
        assertEquals(WinNT.GENERIC_READ, Driver.GENERIC_READ);
        assertEquals(WinNT.GENERIC_WRITE, Driver.GENERIC_WRITE);
        assertEquals(WinNT.FILE_SHARE_READ, Kernel32.FILE_SHARE_READ);
        assertEquals(WinNT.FILE_SHARE_WRITE, Kernel32.FILE_SHARE_WRITE);
        assertEquals(WinNT.OPEN_EXISTING, Kernel32.OPEN_EXISTING);
        assertEquals(WinNT.FILE_ATTRIBUTE_NORMAL, Kernel32.FILE_ATTRIBUTE_NORMAL);
        assertEquals(WinNT.FILE_FLAG_OVERLAPPED, Kernel32.FILE_FLAG_OVERLAPPED);
        assertEquals(WinNT.KEY_QUERY_VALUE, Advapi32.KEY_QUERY_VALUE);
        assertEquals(WinNT.REG_SZ, Advapi32.REG_SZ);
        assertEquals(WinNT.REG_EXPAND_SZ, Advapi32.REG_EXPAND_SZ);
    }

    @Test
    void waits() {
        assertEquals(WinBase.WAIT_OBJECT_0, Kernel32.WAIT_OBJECT_0);
        assertEquals(WinBase.INFINITE, Kernel32.INFINITE);
        assertEquals(WinError.ERROR_IO_PENDING, Kernel32.ERROR_IO_PENDING);
    }

    @Test
    void enumeration() {
        assertEquals(SetupApi.DIGCF_PRESENT, Setupapi.DIGCF_PRESENT);
        assertEquals(SetupApi.DIGCF_DEVICEINTERFACE, Setupapi.DIGCF_DEVICEINTERFACE);
        assertEquals(SetupApi.SPDRP_DEVICEDESC, Setupapi.SPDRP_DEVICEDESC);
    }
}
