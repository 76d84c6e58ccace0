package io.github.ks4j.win32;

import io.github.ks4j.struct.Abi;

/** The functions of {@code setupapi} that the driver calls, and the sizes of their structures. */
final class Setupapi {
    static final int DIGCF_PRESENT = 0x02;
    static final int DIGCF_DEVICEINTERFACE = 0x10;
    static final int SPDRP_DEVICEDESC = 0;
    static final int SPDRP_FRIENDLYNAME = 12;
    static final int SPINT_ACTIVE = 1;
    static final int SPINT_REMOVED = 4;
    static final int DEVPROP_TYPE_GUID = 13;

    private Setupapi() {}

    static void bind() {
        Dll.bind(Setupapi.class, "setupapi");
    }

    /** {@code sizeof(SP_DEVICE_INTERFACE_DATA)} and {@code sizeof(SP_DEVINFO_DATA)}, which are laid out alike. */
    static int dataSize(Abi abi) {
        return abi == Abi.X64 ? 32 : 28;
    }

    /**
     * {@code sizeof(SP_DEVICE_INTERFACE_DETAIL_DATA_W)}: a DWORD and one character, which the header packs to 1 byte for
     * 32-bit processes. A wrong one is answered with ERROR_INVALID_USER_BUFFER and nothing more.
     */
    static int detailSize(Abi abi) {
        return abi == Abi.X64 ? 8 : 6;
    }

    static native long SetupDiGetClassDevsW(long guid, long enumerator, long window, int flags);

    static native long SetupDiCreateDeviceInfoList(long guid, long window);

    static native int SetupDiOpenDeviceInterfaceW(long devices, long path, int flags, long data);

    static native int SetupDiEnumDeviceInterfaces(long devices, long device, long guid, int index, long data);

    static native int SetupDiGetDeviceInterfaceAlias(long devices, long data, long guid, long alias);

    static native int SetupDiGetDeviceInterfaceDetailW(
            long devices, long data, long detail, int size, long required, long device);

    static native int SetupDiGetDeviceInstanceIdW(long devices, long device, long id, int characters, long required);

    static native int SetupDiGetDevicePropertyW(
            long devices, long device, long key, long type, long buffer, int size, long required, int flags);

    static native int SetupDiGetDeviceRegistryPropertyW(
            long devices, long device, int property, long type, long buffer, int size, long required);

    static native long SetupDiOpenDeviceInterfaceRegKey(long devices, long data, int reserved, int access);

    static native int SetupDiDestroyDeviceInfoList(long devices);
}
