/* The driver as a service, and its interfaces as SetupAPI knows them. */
#include <stdio.h>

#include "bridge.h"

#include <initguid.h>

#include <devpropdef.h>
#include <setupapi.h>

/* Missing in the headers of mingw-w64. */
WINSETUPAPI BOOL WINAPI SetupDiSetDevicePropertyW(
    HDEVINFO set, SP_DEVINFO_DATA *data, const DEVPROPKEY *key, DEVPROPTYPE type, const BYTE *value, DWORD size,
    DWORD flags);

#define SERVICE L"ks4jstub"
#define START_MILLISECONDS 60000u
#define STOP_MILLISECONDS 5000u

DEFINE_GUID(MEDIA_CLASS, 0x4D36E96C, 0xE325, 0x11CE, 0xBF, 0xC1, 0x08, 0x00, 0x2B, 0xE1, 0x03, 0x18);
DEFINE_GUID(CATEGORY_AUDIO, 0x6994AD04, 0x93EF, 0x11D0, 0xA3, 0xCC, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96);
DEFINE_GUID(CATEGORY_RENDER, 0x65E8773E, 0x8F56, 0x11D0, 0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96);
DEFINE_GUID(CATEGORY_CAPTURE, 0x65E8773D, 0x8F56, 0x11D0, 0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96);
DEFINE_GUID(CONTAINER, 0x4B53344A, 0x5354, 0x5542, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00);
static const DEVPROPKEY CONTAINER_ID = {
    {0x8C7ED206, 0x3F8A, 0x4827, {0xB3, 0xAB, 0xAE, 0x9E, 0x1F, 0xAE, 0xFC, 0x6C}}, 2};

/* As in the Linux library, the key of the interface has a name under the first category only; the device has one too. */
#define CLASS_KEY(category) \
    L"SYSTEM\\CurrentControlSet\\Control\\DeviceClasses\\" category L"\\##?#KS4J#STUB#0000#" category L"\\#filter\\"

static const struct {
    const GUID *category;
    const WCHAR *key;
    int named;
} INTERFACES[] = {
    {&CATEGORY_AUDIO, CLASS_KEY(L"{6994ad04-93ef-11d0-a3cc-00a0c9223196}"), 1},
    {&CATEGORY_RENDER, CLASS_KEY(L"{65e8773e-8f56-11d0-a3b9-00a0c9223196}"), 0},
    {&CATEGORY_CAPTURE, CLASS_KEY(L"{65e8773d-8f56-11d0-a3b9-00a0c9223196}"), 0},
};
enum { INTERFACES_COUNT = sizeof INTERFACES / sizeof INTERFACES[0] };

static const WCHAR NAME[] = L"ks4j stub filter";

static SC_HANDLE service;
static HDEVINFO devices = INVALID_HANDLE_VALUE;
static SP_DEVINFO_DATA device = {.cbSize = sizeof device};

static int fail(const char *what) {
    fprintf(stderr, "ks4jbridge: %s: error %lu\n", what, GetLastError());
    return 0;
}

/* In a prefix that was made a moment ago the service manager is still busy with the services that Wine itself has. */
static int start_service(void) {
    ULONGLONG begin = GetTickCount64();
    while (!StartServiceW(service, 0, NULL)) {
        DWORD error = GetLastError();
        int busy = error == ERROR_SERVICE_DATABASE_LOCKED || error == ERROR_SERVICE_REQUEST_TIMEOUT;
        if (error == ERROR_SERVICE_ALREADY_RUNNING) {
            return 1;
        }
        if (!busy || GetTickCount64() - begin > START_MILLISECONDS) {
            return 0;
        }
        Sleep(100);
    }
    return 1;
}

static int start_driver(const WCHAR *driver) {
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    if (manager == NULL) {
        return fail("open the service manager");
    }
    service = CreateServiceW(
        manager, SERVICE, SERVICE, SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER, SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL,
        driver, NULL, NULL, NULL, NULL, NULL);
    CloseServiceHandle(manager);
    if (service == NULL) {
        return fail("create the service");
    }
    return start_service() ? 1 : fail("start the driver");
}

static int set_value(const WCHAR *path, const WCHAR *subkey, const WCHAR *name, DWORD type, const void *value, DWORD size) {
    WCHAR whole[512];
    HKEY key;
    LONG error;
    wcscpy(whole, path);
    wcscat(whole, subkey);
    error = RegCreateKeyExW(HKEY_LOCAL_MACHINE, whole, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    if (error == ERROR_SUCCESS) {
        error = RegSetValueExW(key, name, 0, type, value, size);
        RegCloseKey(key);
    }
    SetLastError((DWORD)error);
    return error == ERROR_SUCCESS;
}

/*
 * An interface is enabled by its driver, with IoSetDeviceInterfaceState. Wine's knows only those of plug-and-play
 * devices, so what it writes down is written here.
 */
static int register_interface(unsigned i) {
    static const DWORD LINKED = 1;
    if (!SetupDiCreateDeviceInterfaceW(devices, &device, INTERFACES[i].category, L"filter", 0, NULL)) {
        return fail("create a device interface");
    }
    if (!set_value(INTERFACES[i].key, L"Control", L"Linked", REG_DWORD, &LINKED, sizeof LINKED)) {
        return fail("enable a device interface");
    }
    if (INTERFACES[i].named &&
        !set_value(INTERFACES[i].key, L"Device Parameters", L"FriendlyName", REG_SZ, NAME, sizeof NAME)) {
        return fail("name a device interface");
    }
    return 1;
}

static int register_device(void) {
    devices = SetupDiCreateDeviceInfoList(NULL, NULL);
    if (devices == INVALID_HANDLE_VALUE ||
        !SetupDiCreateDeviceInfoW(
            devices, L"KS4J\\STUB\\0000", &MEDIA_CLASS, L"ks4j stub device", NULL, 0, &device) ||
        !SetupDiRegisterDeviceInfo(devices, &device, 0, NULL, NULL, NULL) ||
        !SetupDiSetDeviceRegistryPropertyW(
            devices, &device, SPDRP_FRIENDLYNAME, (const BYTE *)NAME, sizeof NAME) ||
        !SetupDiSetDevicePropertyW(
            devices, &device, &CONTAINER_ID, DEVPROP_TYPE_GUID, (const BYTE *)&CONTAINER, sizeof CONTAINER, 0)) {
        return fail("register the device");
    }
    for (unsigned i = 0; i < INTERFACES_COUNT; i++) {
        if (!register_interface(i)) {
            return 0;
        }
    }
    return 1;
}

int install(const WCHAR *driver) {
    return start_driver(driver) && register_device();
}

static void stop_driver(void) {
    SERVICE_STATUS status;
    ULONGLONG begin = GetTickCount64();
    if (!ControlService(service, SERVICE_CONTROL_STOP, &status)) {
        return;
    }
    while (QueryServiceStatus(service, &status) && status.dwCurrentState != SERVICE_STOPPED &&
           GetTickCount64() - begin < STOP_MILLISECONDS) {
        Sleep(10);
    }
    if (status.dwCurrentState != SERVICE_STOPPED) {
        fprintf(stderr, "ks4jbridge: the driver does not stop\n");
    }
}

void uninstall(void) {
    if (devices != INVALID_HANDLE_VALUE) {
        if (!SetupDiRemoveDevice(devices, &device)) {
            fail("remove the device");
        }
        SetupDiDestroyDeviceInfoList(devices);
    }
    if (service != NULL) {
        stop_driver();
        if (!DeleteService(service)) {
            fail("delete the service");
        }
        CloseServiceHandle(service);
    }
}
