/* Drives setupapi and cfgmgr32 as a client would; run under the address and undefined-behaviour sanitizers. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "win32_devices.h"

typedef struct {
    DWORD cbSize;
    GUID InterfaceClassGuid;
    DWORD Flags;
    uintptr_t Reserved;
} DATA;

typedef struct {
    GUID fmtid;
    ULONG pid;
} KEY;

typedef struct {
    DWORD cbSize;
    DWORD Flags;
    DWORD FilterType;
    DWORD Reserved;
    union {
        GUID ClassGuid;
        HANDLE hTarget;
        WCHAR InstanceId[200];
    } u;
} FILTER;

typedef DWORD (*callback)(HANDLE, void *, DWORD, void *, DWORD);

HANDLE CreateFileW(const WCHAR *, DWORD, DWORD, void *, DWORD, DWORD, HANDLE);
BOOL CloseHandle(HANDLE);
HANDLE SetupDiGetClassDevsW(const GUID *, const WCHAR *, HANDLE, DWORD);
HANDLE SetupDiCreateDeviceInfoList(const GUID *, HANDLE);
BOOL SetupDiOpenDeviceInterfaceW(HANDLE, const WCHAR *, DWORD, DATA *);
BOOL SetupDiEnumDeviceInterfaces(HANDLE, const void *, const GUID *, DWORD, DATA *);
BOOL SetupDiGetDeviceInterfaceAlias(HANDLE, const DATA *, const GUID *, DATA *);
BOOL SetupDiGetDeviceInterfaceDetailW(HANDLE, const DATA *, void *, DWORD, DWORD *, DATA *);
BOOL SetupDiGetDeviceRegistryPropertyW(HANDLE, const DATA *, DWORD, DWORD *, void *, DWORD, DWORD *);
BOOL SetupDiGetDeviceInstanceIdW(HANDLE, const DATA *, WCHAR *, DWORD, DWORD *);
HANDLE SetupDiOpenDeviceInterfaceRegKey(HANDLE, const DATA *, DWORD, DWORD);
BOOL SetupDiDestroyDeviceInfoList(HANDLE);
BOOL SetupDiGetDevicePropertyW(HANDLE, const DATA *, const KEY *, DWORD *, void *, DWORD, DWORD *, DWORD);
LONG RegQueryValueExW(HANDLE, const WCHAR *, DWORD *, DWORD *, void *, DWORD *);
LONG RegCloseKey(HANDLE);
DWORD CM_Register_Notification(const FILTER *, void *, callback, HANDLE *);
DWORD CM_Unregister_Notification(HANDLE);
BOOL ks4j_stub_plug(ULONG);
BOOL ks4j_stub_unplug(ULONG);
BOOL ks4j_stub_eject(ULONG);
ULONG ks4j_stub_open_files(ULONG);
ULONG ks4j_stub_registrations(void);

#define CHECK(condition)                                                             \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: %s, last error %d\n", __FILE__, __LINE__, #condition, errno); \
            exit(1);                                                                 \
        }                                                                            \
    } while (0)

#define FAILS(call, error) CHECK((errno = 0, !(call)) && errno == (error))

#define PRESENT_INTERFACES 0x12u
#define CR_INVALID_DATA 0x1Fu

static const WCHAR SECOND[] = u"\\\\?\\ks4j#stub#0001#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";
static const WCHAR GROWING[] = u"\\\\?\\ks4j#odd#0000#{4b53344a-5354-5542-8001-0000000000c0}\\growing";
static const KEY CONTAINER_ID = {{0x8C7ED206, 0x3F8A, 0x4827, {0xB3, 0xAB, 0xAE, 0x9E, 0x1F, 0xAE, 0xFC, 0x6C}}, 2};
static const GUID ODD = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0xC0}};

static DATA empty(void) {
    DATA data;
    memset(&data, 0, sizeof data);
    data.cbSize = sizeof data;
    return data;
}

static ULONG count(const GUID *category) {
    HANDLE devices = SetupDiGetClassDevsW(category, NULL, NULL, PRESENT_INTERFACES);
    DATA data = empty();
    ULONG index = 0;
    CHECK(devices != INVALID_HANDLE_VALUE);
    while (SetupDiEnumDeviceInterfaces(devices, NULL, category, index, &data)) {
        index++;
    }
    CHECK(errno == ERROR_NO_MORE_ITEMS && SetupDiDestroyDeviceInfoList(devices));
    FAILS(SetupDiDestroyDeviceInfoList(devices), ERROR_INVALID_HANDLE);
    return index;
}

static void interfaces(void) {
    HANDLE devices = SetupDiGetClassDevsW(&ks4j_audio, NULL, NULL, PRESENT_INTERFACES);
    DATA data = empty(), device = empty(), alias = empty();
    DWORD required = 0, type = 0;
    UCHAR *detail;
    WCHAR id[64];
    CHECK(count(&ks4j_audio) == 1 && count(&ks4j_render) == 1 && count(&ODD) == 7);
    data.cbSize = 8;
    FAILS(SetupDiEnumDeviceInterfaces(devices, NULL, &ks4j_audio, 0, &data), ERROR_INVALID_USER_BUFFER);
    data.cbSize = sizeof data;
    FAILS(SetupDiEnumDeviceInterfaces(devices, NULL, &ks4j_render, 0, &data), ERROR_NO_MORE_ITEMS);
    CHECK(SetupDiEnumDeviceInterfaces(devices, NULL, &ks4j_audio, 0, &data));
    FAILS(SetupDiGetDeviceInterfaceDetailW(devices, &data, NULL, 0, &required, NULL), ERROR_INSUFFICIENT_BUFFER);
    detail = malloc(required);
    CHECK(detail != NULL);
    memcpy(detail, &(DWORD){6}, sizeof(DWORD));
    FAILS(SetupDiGetDeviceInterfaceDetailW(devices, &data, detail, required, NULL, NULL), ERROR_INVALID_USER_BUFFER);
    memcpy(detail, &(DWORD){8}, sizeof(DWORD));
    CHECK(SetupDiGetDeviceInterfaceDetailW(devices, &data, detail, required, NULL, &device));
    CHECK(win32_same_path((const WCHAR *)(void *)(detail + 4), win32_interfaces[0].path.text));
    free(detail);
    FAILS(SetupDiGetDeviceInstanceIdW(devices, &device, id, 3, &required), ERROR_INSUFFICIENT_BUFFER);
    CHECK(required == 15 && SetupDiGetDeviceInstanceIdW(devices, &device, id, required, NULL));
    FAILS(SetupDiGetDeviceRegistryPropertyW(devices, &device, 12, NULL, id, 4, &required), ERROR_INSUFFICIENT_BUFFER);
    CHECK(required == 34 && SetupDiGetDeviceRegistryPropertyW(devices, &device, 12, NULL, id, sizeof id, NULL));
    FAILS(SetupDiGetDevicePropertyW(devices, &device, &CONTAINER_ID, &type, NULL, sizeof id, &required, 0),
          ERROR_INSUFFICIENT_BUFFER);
    CHECK(required == 16 && type == 13);
    CHECK(SetupDiGetDevicePropertyW(devices, &device, &CONTAINER_ID, &type, id, required, NULL, 0));
    device.Reserved = WIN32_DEVICES;
    FAILS(SetupDiGetDeviceInstanceIdW(devices, &device, id, 64, NULL), ERROR_INVALID_PARAMETER);
    CHECK(SetupDiGetDeviceInterfaceAlias(devices, &data, &ks4j_render, &alias) && alias.Flags == 1);
    FAILS(SetupDiGetDeviceInterfaceAlias(devices, &data, &ODD, &alias), ERROR_NO_SUCH_DEVICE_INTERFACE);
    data.Reserved = win32_interfaces_count;
    FAILS(SetupDiGetDeviceInterfaceAlias(devices, &data, &ks4j_render, &alias), ERROR_INVALID_PARAMETER);
    CHECK(SetupDiDestroyDeviceInfoList(devices));
}

static void by_path(void) {
    HANDLE devices = SetupDiCreateDeviceInfoList(NULL, NULL), key;
    DATA data = empty();
    WCHAR text[8];
    DWORD size = sizeof text;
    FAILS(SetupDiOpenDeviceInterfaceW(devices, u"\\\\?\\nothing", 0, &data), ERROR_NO_SUCH_DEVICE_INTERFACE);
    CHECK(SetupDiOpenDeviceInterfaceW(devices, SECOND, 0, &data) && data.Flags == 4);
    key = SetupDiOpenDeviceInterfaceRegKey(devices, &data, 0, 1);
    CHECK(RegQueryValueExW(key, u"FriendlyName", NULL, NULL, text, &size) == ERROR_FILE_NOT_FOUND);
    CHECK(RegCloseKey(key) == ERROR_SUCCESS && RegCloseKey(key) == ERROR_INVALID_HANDLE);
    CHECK(SetupDiOpenDeviceInterfaceW(devices, win32_interfaces[0].path.text, 0, &data) && data.Flags == 1);
    key = SetupDiOpenDeviceInterfaceRegKey(devices, &data, 0, 1);
    CHECK(RegQueryValueExW(key, u"FriendlyName", NULL, NULL, text, &size) == ERROR_MORE_DATA && size == 34);
    CHECK(RegQueryValueExW(key, u"Other", NULL, NULL, text, &size) == ERROR_FILE_NOT_FOUND);
    CHECK(RegCloseKey(key) == ERROR_SUCCESS);
    CHECK(SetupDiOpenDeviceInterfaceW(devices, GROWING, 0, &data));
    key = SetupDiOpenDeviceInterfaceRegKey(devices, &data, 0, 1);
    size = 0xFFFFFFFF;
    CHECK(RegQueryValueExW(key, u"FriendlyName", NULL, NULL, NULL, &size) == ERROR_MORE_DATA && size == 1200);
    CHECK(RegCloseKey(key) == ERROR_SUCCESS && SetupDiDestroyDeviceInfoList(devices));
}

typedef struct {
    DWORD actions[8];
    DWORD sizes[8];
    ULONG count;
    HANDLE to_close;
} told;

static DWORD tell(HANDLE notify, void *context, DWORD action, void *data, DWORD size) {
    told *all = context;
    (void)notify, (void)data;
    CHECK(all->count < 8);
    all->actions[all->count] = action;
    all->sizes[all->count++] = size;
    if (action == 2 && all->to_close != NULL) {
        CHECK(CloseHandle(all->to_close));
    }
    return ERROR_SUCCESS;
}

static FILTER filter_of(DWORD type) {
    FILTER filter;
    memset(&filter, 0, sizeof filter);
    filter.cbSize = sizeof filter;
    filter.FilterType = type;
    return filter;
}

static void comings_and_goings(void) {
    FILTER filter = filter_of(0), wrong = filter_of(7);
    told all = {{0}, {0}, 0, NULL};
    HANDLE notify;
    filter.u.ClassGuid = ks4j_audio;
    CHECK(CM_Register_Notification(&wrong, NULL, tell, &notify) == CR_INVALID_DATA);
    wrong = filter;
    wrong.cbSize--;
    CHECK(CM_Register_Notification(&wrong, NULL, tell, &notify) == CR_INVALID_DATA);
    CHECK(CM_Register_Notification(&filter, &all, tell, &notify) == 0 && ks4j_stub_registrations() == 1);
    CHECK(ks4j_stub_plug(WIN32_SECOND_DEVICE) && !ks4j_stub_plug(WIN32_SECOND_DEVICE));
    CHECK(count(&ks4j_audio) == 2 && ks4j_stub_unplug(WIN32_SECOND_DEVICE) && !ks4j_stub_unplug(WIN32_SECOND_DEVICE));
    CHECK(count(&ks4j_audio) == 1 && !ks4j_stub_plug(WIN32_DEVICES));
    CHECK(all.count == 2 && all.actions[0] == 0 && all.actions[1] == 1 && all.sizes[0] == 24 + sizeof SECOND);
    CHECK(CM_Unregister_Notification(notify) == 0 && CM_Unregister_Notification(notify) == CR_INVALID_DATA);
    CHECK(ks4j_stub_plug(WIN32_SECOND_DEVICE) && ks4j_stub_unplug(WIN32_SECOND_DEVICE) && all.count == 2);
}

static HANDLE open_second(void) {
    return CreateFileW(SECOND, 0, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
}

static void removal(void) {
    FILTER filter = filter_of(1);
    told all = {{0}, {0}, 0, NULL};
    HANDLE file, notify;
    CHECK(open_second() == INVALID_HANDLE_VALUE && errno == ERROR_FILE_NOT_FOUND);
    CHECK(ks4j_stub_plug(WIN32_SECOND_DEVICE) && (file = open_second()) != INVALID_HANDLE_VALUE);
    filter.u.hTarget = NULL;
    CHECK(CM_Register_Notification(&filter, &all, tell, &notify) == CR_INVALID_DATA);
    filter.u.hTarget = file;
    CHECK(CM_Register_Notification(&filter, &all, tell, &notify) == 0);
    CHECK(ks4j_stub_open_files(WIN32_SECOND_DEVICE) == 1 && !ks4j_stub_eject(WIN32_SECOND_DEVICE));
    CHECK(all.count == 2 && all.actions[0] == 2 && all.actions[1] == 3);
    all.to_close = file;
    CHECK(ks4j_stub_eject(WIN32_SECOND_DEVICE) && ks4j_stub_open_files(WIN32_SECOND_DEVICE) == 0);
    CHECK(all.count == 5 && all.actions[2] == 2 && all.actions[3] == 4 && all.actions[4] == 5);
    CHECK(CM_Unregister_Notification(notify) == 0);
}

static DWORD count_only(HANDLE notify, void *context, DWORD action, void *data, DWORD size) {
    (void)notify, (void)action, (void)data, (void)size;
    __atomic_fetch_add((ULONG *)context, 1, __ATOMIC_RELAXED);
    return ERROR_SUCCESS;
}

/* Those who come and go while devices do: nobody is called after he has left. */
static void *watchers(void *unused) {
    FILTER filter = filter_of(0);
    (void)unused;
    filter.u.ClassGuid = ks4j_audio;
    for (int i = 0; i < 2000; i++) {
        ULONG *calls = calloc(1, sizeof *calls);
        HANDLE notify;
        CHECK(calls != NULL && CM_Register_Notification(&filter, calls, count_only, &notify) == 0);
        CHECK(CM_Unregister_Notification(notify) == 0);
        free(calls);
    }
    return NULL;
}

static void storm(void) {
    pthread_t running[3];
    for (int i = 0; i < 3; i++) {
        CHECK(pthread_create(&running[i], NULL, watchers, NULL) == 0);
    }
    for (int i = 0; i < 300; i++) {
        CHECK(ks4j_stub_plug(WIN32_SECOND_DEVICE) && ks4j_stub_unplug(WIN32_SECOND_DEVICE));
    }
    for (int i = 0; i < 3; i++) {
        CHECK(pthread_join(running[i], NULL) == 0);
    }
    CHECK(ks4j_stub_registrations() == 0);
}

int main(void) {
    interfaces();
    by_path();
    comings_and_goings();
    removal();
    storm();
    puts("check_devices: all passed");
    return 0;
}
