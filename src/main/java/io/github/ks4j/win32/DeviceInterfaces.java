package io.github.ks4j.win32;

import com.sun.jna.Native;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.Win32Error;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The device interfaces that are present under a category, asked of {@code setupapi}.
 *
 * <p>Source: the page "SetupDiGetDeviceInterfaceDetailW function" (setupapi.h), and those it leads to.
 */
final class DeviceInterfaces implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DeviceInterfaces.class.getName());
    private static final String FRIENDLY_NAME = "FriendlyName";

    /** {@code sizeof(SP_DEVICE_INTERFACE_DATA)} and {@code sizeof(SP_DEVINFO_DATA)} in a 64-bit process. */
    private static final int DATA_SIZE = 32;

    /** {@code sizeof(SP_DEVICE_INTERFACE_DETAIL_DATA_W)} in a 64-bit process: with one character and padding. */
    private static final int DETAIL_SIZE = 8;

    private static final int DETAIL_PATH = 4;
    private static final int FIRST_ROOM = 1024;

    /** The layout of the scratch memory. */
    private static final int GUID = 0;

    private static final int DATA = 16;
    private static final int DEVICE = 48;
    private static final int LENGTH = 80;
    private static final int SCRATCH_SIZE = 88;

    private final NativeMemory memory;
    private final Guid category;
    private final KsBuffer scratch;
    private final long devices;

    private DeviceInterfaces(NativeMemory memory, Guid category) {
        this.memory = memory;
        this.category = category;
        scratch = memory.allocate(SCRATCH_SIZE);
        category.write(scratch.bytes(), GUID);
        devices =
                Setupapi.SetupDiGetClassDevsW(at(GUID), 0, 0, Setupapi.DIGCF_PRESENT | Setupapi.DIGCF_DEVICEINTERFACE);
        if (devices == Kernel32.INVALID_HANDLE_VALUE) {
            int error = Native.getLastError();
            scratch.close();
            throw failure("enumerate", error);
        }
    }

    static List<FilterInterface> list(NativeMemory memory, Guid category) {
        try (DeviceInterfaces interfaces = new DeviceInterfaces(memory, category)) {
            return interfaces.list();
        }
    }

    private List<FilterInterface> list() {
        List<FilterInterface> found = new ArrayList<>();
        ByteBuffer bytes = scratch.bytes();
        for (int index = 0; ; index++) {
            bytes.putInt(DATA, DATA_SIZE);
            if (Setupapi.SetupDiEnumDeviceInterfaces(devices, 0, at(GUID), index, at(DATA)) == 0) {
                int error = Native.getLastError();
                if (error == Win32Error.NO_MORE_ITEMS.code()) {
                    return List.copyOf(found);
                }
                throw failure("enumerate", error);
            }
            String path = path();
            if (path != null) {
                found.add(new FilterInterface(path, category, friendlyName(path)));
            }
        }
    }

    /** The symbolic link of the interface that was enumerated last; null if it is gone already. */
    private String path() {
        int size = FIRST_ROOM;
        while (true) {
            try (KsBuffer detail = memory.allocate(size)) {
                detail.bytes().putInt(0, DETAIL_SIZE);
                scratch.bytes().putInt(DEVICE, DATA_SIZE);
                if (Setupapi.SetupDiGetDeviceInterfaceDetailW(
                                devices, at(DATA), detail.address(), size, at(LENGTH), at(DEVICE))
                        != 0) {
                    return text(detail, DETAIL_PATH, size - DETAIL_PATH);
                }
                int error = Native.getLastError();
                int needed = scratch.bytes().getInt(LENGTH);
                if (error != Win32Error.INSUFFICIENT_BUFFER.code() || needed <= size) {
                    LOG.log(Level.INFO, "left out an interface of {0}: {1}", category, Win32Error.of(error));
                    return null;
                }
                size = needed;
            }
        }
    }

    private String friendlyName(String path) {
        String name = interfaceName();
        if (name.isEmpty()) {
            name = deviceProperty(Setupapi.SPDRP_FRIENDLYNAME);
        }
        if (name.isEmpty()) {
            name = deviceProperty(Setupapi.SPDRP_DEVICEDESC);
        }
        return name.isEmpty() ? path : name;
    }

    /** The name in the interface's own key; empty if it has none. */
    private String interfaceName() {
        long key = Setupapi.SetupDiOpenDeviceInterfaceRegKey(devices, at(DATA), 0, Advapi32.KEY_QUERY_VALUE);
        if (key == Kernel32.INVALID_HANDLE_VALUE) {
            return "";
        }
        try (KsBuffer name = memory.text(FRIENDLY_NAME);
                KsBuffer value = memory.allocate(FIRST_ROOM)) {
            scratch.bytes().putInt(LENGTH, FIRST_ROOM);
            int error = Advapi32.RegQueryValueExW(key, name.address(), 0, 0, value.address(), at(LENGTH));
            return error == 0 ? text(value, 0, scratch.bytes().getInt(LENGTH)) : "";
        } finally {
            Advapi32.RegCloseKey(key);
        }
    }

    /** A property of the device; empty if it has none. */
    private String deviceProperty(int property) {
        try (KsBuffer value = memory.allocate(FIRST_ROOM)) {
            int success = Setupapi.SetupDiGetDeviceRegistryPropertyW(
                    devices, at(DEVICE), property, 0, value.address(), FIRST_ROOM, at(LENGTH));
            return success != 0 ? text(value, 0, scratch.bytes().getInt(LENGTH)) : "";
        }
    }

    /** UTF-16 up to a NUL, or to the end: registry values need not have one. */
    private static String text(KsBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, buffer.size() - offset)) & ~1];
        buffer.bytes().get(offset, bytes);
        String text = new String(bytes, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private long at(int offset) {
        return scratch.address() + offset;
    }

    private KsException failure(String what, int error) {
        return KsException.of(what + " the interfaces of category " + category, NtStatus.fromWin32(error));
    }

    @Override
    public void close() {
        Setupapi.SetupDiDestroyDeviceInfoList(devices);
        scratch.close();
    }
}
