package io.github.ks4j.win32;

import com.sun.jna.Native;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.Win32Error;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The device interfaces that are present under a category, asked of {@code setupapi}.
 *
 * <p>Source: the page "SetupDiGetDeviceInterfaceDetail function" (setupapi.h), and those it leads to.
 */
final class DeviceInterfaces implements AutoCloseable {
    private static final Log LOG = Log.of(DeviceInterfaces.class);
    private static final String FRIENDLY_NAME = "FriendlyName";

    /** Under which else an interface is looked for: what its driver registers it under is not to be had as a list. */
    static final List<Guid> USUAL_CATEGORIES = List.of(
            Guid.of("{6994AD04-93EF-11D0-A3CC-00A0C9223196}"), // KSCATEGORY_AUDIO
            Guid.of("{65E8773E-8F56-11D0-A3B9-00A0C9223196}"), // KSCATEGORY_RENDER
            Guid.of("{65E8773D-8F56-11D0-A3B9-00A0C9223196}"), // KSCATEGORY_CAPTURE
            Guid.of("{EB115FFC-10C8-4964-831D-6DCB02E6F23F}"), // KSCATEGORY_REALTIME
            Guid.of("{DDA54A40-1E4C-11D1-A050-405705C10000}"), // KSCATEGORY_TOPOLOGY
            Guid.of("{6994AD05-93EF-11D0-A3CC-00A0C9223196}"), // KSCATEGORY_VIDEO
            Guid.of("{E5323777-F976-4F5B-9B55-B94699C46E44}"), // KSCATEGORY_VIDEO_CAMERA
            Guid.of("{24E552D7-6523-47F7-A647-D3465BF1F5CA}")); // KSCATEGORY_SENSOR_CAMERA

    /** {@code DEVPKEY_Device_ContainerId}: a GUID and a number. */
    private static final Guid DEVPKEY_DEVICE = Guid.of("{8C7ED206-3F8A-4827-B3AB-AE9E1FAEFC6C}");

    private static final int DEVPKEY_CONTAINER_ID = 2;

    private static final int DETAIL_PATH = 4;
    private static final int FIRST_ROOM = 1024;
    /** No name or path is longer. */
    private static final int MOST_ROOM = 1 << 17;

    /** How often a text is asked for that is longer each time. */
    private static final int TRIES = 5;

    /** Where the flags are in {@code SP_DEVICE_INTERFACE_DATA}. */
    private static final int FLAGS = 20;

    /** The layout of the scratch memory. */
    private static final int GUID = 0;

    private static final int DATA = 16;
    private static final int DEVICE = 48;
    private static final int LENGTH = 80;
    private static final int TYPE = 84;
    private static final int ALIAS = 88;
    private static final int ALIAS_GUID = 120;
    private static final int KEY = 136;
    private static final int VALUE = 160;
    private static final int SCRATCH_SIZE = 176;

    /** Asks for a text, and leaves the bytes that it needs in {@link #LENGTH}; an error of Windows, or 0. */
    private interface Question {
        int ask(KsBuffer room);
    }

    private final NativeMemory memory;
    private final Guid category;
    private final KsBuffer scratch;
    private final long devices;

    private DeviceInterfaces(NativeMemory memory, Guid category, boolean all) {
        this.memory = memory;
        this.category = category;
        scratch = memory.allocate(SCRATCH_SIZE);
        category.write(scratch.bytes(), GUID);
        DEVPKEY_DEVICE.write(scratch.bytes(), KEY);
        scratch.bytes().putInt(KEY + Guid.SIZE, DEVPKEY_CONTAINER_ID);
        for (int data : new int[] {DATA, DEVICE, ALIAS}) {
            scratch.bytes().putInt(data, Setupapi.dataSize(Abi.host()));
        }
        devices = all
                ? Setupapi.SetupDiGetClassDevsW(at(GUID), 0, 0, Setupapi.DIGCF_PRESENT | Setupapi.DIGCF_DEVICEINTERFACE)
                : Setupapi.SetupDiCreateDeviceInfoList(0, 0);
        if (devices == Kernel32.INVALID_HANDLE_VALUE) {
            int error = Native.getLastError();
            scratch.close();
            throw failure(error);
        }
    }

    /** All interfaces of a category, in the system's order. */
    static List<FilterInterface> list(NativeMemory memory, Guid category) {
        try (DeviceInterfaces interfaces = new DeviceInterfaces(memory, category, true)) {
            return interfaces.list();
        }
    }

    /** The interface of a category that has a path; null if it is not there any more. */
    static FilterInterface find(NativeMemory memory, Guid category, String path) {
        try (DeviceInterfaces interfaces = new DeviceInterfaces(memory, category, false);
                KsBuffer text = memory.text(path)) {
            int success =
                    Setupapi.SetupDiOpenDeviceInterfaceW(interfaces.devices, text.address(), 0, interfaces.at(DATA));
            return success != 0 && interfaces.isThere(DATA) ? interfaces.describe() : null;
        }
    }

    private List<FilterInterface> list() {
        List<FilterInterface> found = new ArrayList<>();
        for (int index = 0; ; index++) {
            if (Setupapi.SetupDiEnumDeviceInterfaces(devices, 0, at(GUID), index, at(DATA)) == 0) {
                int error = Native.getLastError();
                if (error == Win32Error.NO_MORE_ITEMS.code()) {
                    return List.copyOf(found);
                }
                throw failure(error);
            }
            FilterInterface described = describe();
            if (described != null) {
                found.add(described);
            }
        }
    }

    /** The interface in {@link #DATA}; null if it is gone already. */
    private FilterInterface describe() {
        String path = path();
        if (path.isEmpty()) {
            LOG.log(Level.INFO, "left out an interface of {0} that does not tell its path", category);
            return null;
        }
        return new FilterInterface(path, category, friendlyName(path), instanceId(), containerId(), categories());
    }

    /** The symbolic link; what comes after it is asked of the device that this call finds. */
    private String path() {
        return text(DETAIL_PATH, room -> {
            room.bytes().putInt(0, Setupapi.detailSize(Abi.host()));
            return error(Setupapi.SetupDiGetDeviceInterfaceDetailW(
                    devices, at(DATA), room.address(), room.size(), at(LENGTH), at(DEVICE)));
        });
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
        try (KsBuffer name = memory.text(FRIENDLY_NAME)) {
            return registryText(
                    room -> Advapi32.RegQueryValueExW(key, name.address(), 0, at(TYPE), room.address(), at(LENGTH)));
        } finally {
            Advapi32.RegCloseKey(key);
        }
    }

    /** A property of the device; empty if it has none. */
    private String deviceProperty(int property) {
        return registryText(room -> error(Setupapi.SetupDiGetDeviceRegistryPropertyW(
                devices, at(DEVICE), property, at(TYPE), room.address(), room.size(), at(LENGTH))));
    }

    /** A value of the registry's; empty if it is not text. */
    private String registryText(Question question) {
        String text = text(0, question);
        int type = scratch.bytes().getInt(TYPE);
        return type == Advapi32.REG_SZ || type == Advapi32.REG_EXPAND_SZ ? text : "";
    }

    private String instanceId() {
        return text(0, room -> {
            int error = error(Setupapi.SetupDiGetDeviceInstanceIdW(
                    devices, at(DEVICE), room.address(), room.size() / Character.BYTES, at(LENGTH)));
            scratch.bytes().putInt(LENGTH, scratch.bytes().getInt(LENGTH) * Character.BYTES);
            return error;
        });
    }

    private Guid containerId() {
        int success = Setupapi.SetupDiGetDevicePropertyW(
                devices, at(DEVICE), at(KEY), at(TYPE), at(VALUE), Guid.SIZE, at(LENGTH), 0);
        return success != 0 && scratch.bytes().getInt(TYPE) == Setupapi.DEVPROP_TYPE_GUID
                ? Guid.read(scratch.bytes(), VALUE)
                : Guid.NULL;
    }

    private Set<Guid> categories() {
        Set<Guid> all = new LinkedHashSet<>();
        all.add(category);
        for (Guid other : USUAL_CATEGORIES) {
            if (isIn(other)) {
                all.add(other);
            }
        }
        return all;
    }

    private boolean isIn(Guid other) {
        other.write(scratch.bytes(), ALIAS_GUID);
        return Setupapi.SetupDiGetDeviceInterfaceAlias(devices, at(DATA), at(ALIAS_GUID), at(ALIAS)) != 0
                && isThere(ALIAS);
    }

    /** Whether the device of an interface that is registered is there too. */
    private boolean isThere(int data) {
        int flags = scratch.bytes().getInt(data + FLAGS);
        return (flags & Setupapi.SPINT_ACTIVE) != 0 && (flags & Setupapi.SPINT_REMOVED) == 0;
    }

    /** A text, with as much room as it says that it needs, which may be more the next time; empty if there is none. */
    private String text(int offset, Question question) {
        int size = FIRST_ROOM;
        for (int tries = 0; tries < TRIES; tries++) {
            try (KsBuffer room = memory.allocate(size)) {
                scratch.bytes().putInt(LENGTH, size);
                int error = question.ask(room);
                if (error == 0) {
                    return text(room, offset, Math.min(scratch.bytes().getInt(LENGTH), size));
                }
                int needed = scratch.bytes().getInt(LENGTH);
                boolean tooShort =
                        error == Win32Error.INSUFFICIENT_BUFFER.code() || error == Win32Error.MORE_DATA.code();
                if (!tooShort || needed <= size || needed > MOST_ROOM) {
                    return "";
                }
                size = needed;
            }
        }
        return "";
    }

    /** UTF-16 up to a NUL, or to the last whole character: registry values need not have either at their end. */
    private static String text(KsBuffer room, int offset, int limit) {
        ByteBuffer bytes = room.bytes();
        int end = offset;
        while (end + Character.BYTES <= limit && bytes.getChar(end) != 0) {
            end += Character.BYTES;
        }
        byte[] text = new byte[end - offset];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.UTF_16LE);
    }

    private static int error(int success) {
        return success != 0 ? 0 : Native.getLastError();
    }

    private long at(int offset) {
        return scratch.address() + offset;
    }

    private KsException failure(int error) {
        return KsException.of("enumerate the interfaces of category " + category, LastError.status(error));
    }

    @Override
    public void close() {
        Setupapi.SetupDiDestroyDeviceInfoList(devices);
        scratch.close();
    }
}
