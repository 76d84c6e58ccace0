package io.github.ks4j.win32;

/** The functions of {@code setupapi} that the driver calls. */
final class Setupapi {
    static final int DIGCF_PRESENT = 0x02;
    static final int DIGCF_DEVICEINTERFACE = 0x10;
    static final int SPDRP_DEVICEDESC = 0;
    static final int SPDRP_FRIENDLYNAME = 12;

    private Setupapi() {}

    static void bind() {
        Dll.bind(Setupapi.class, "setupapi");
    }

    static native long SetupDiGetClassDevsW(long guid, long enumerator, long window, int flags);

    static native int SetupDiEnumDeviceInterfaces(long devices, long device, long guid, int index, long data);

    static native int SetupDiGetDeviceInterfaceDetailW(
            long devices, long data, long detail, int size, long required, long device);

    static native int SetupDiGetDeviceRegistryPropertyW(
            long devices, long device, int property, long type, long buffer, int size, long required);

    static native long SetupDiOpenDeviceInterfaceRegKey(long devices, long data, int reserved, int access);

    static native int SetupDiDestroyDeviceInfoList(long devices);
}
