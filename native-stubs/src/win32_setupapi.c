/* setupapi and advapi32: the devices of the stub, their interfaces, and the registry values that name them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "win32_devices.h"

typedef struct {
    DWORD cbSize;
    GUID InterfaceClassGuid;
    DWORD Flags;
    uintptr_t Reserved;
} SP_DEVICE_INTERFACE_DATA;

typedef struct {
    DWORD cbSize;
    GUID ClassGuid;
    DWORD DevInst;
    uintptr_t Reserved;
} SP_DEVINFO_DATA;

typedef struct {
    GUID fmtid;
    ULONG pid;
} DEVPROPKEY;

/* Its cbSize is that of the structure with one character: 8 on x64, 6 on x86, where the header packs it to 1. */
#define DETAIL_SIZE (sizeof(void *) == 8 ? 8u : 6u)
#define DETAIL_PATH 4u

#define DIGCF_DEVICEINTERFACE 0x10u
#define SPINT_ACTIVE 1u
#define SPINT_REMOVED 4u
#define SPDRP_DEVICEDESC 0u
#define SPDRP_FRIENDLYNAME 12u
#define REG_SZ 1u
#define REG_EXPAND_SZ 2u
#define REG_BINARY 3u
#define DEVPROP_TYPE_GUID 13u
#define DEVPKEY_CONTAINER_ID 2u

static const GUID DEVPKEY_DEVICE = {0x8C7ED206, 0x3F8A, 0x4827, {0xB3, 0xAB, 0xAE, 0x9E, 0x1F, 0xAE, 0xFC, 0x6C}};
static const GUID CAPTURE = {0x65E8773D, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const GUID REALTIME = {0xEB115FFC, 0x10C8, 0x4964, {0x83, 0x1D, 0x6D, 0xCB, 0x02, 0xE6, 0xF2, 0x3F}};

/* Under which what is odd is found, so that it does not stand in the way elsewhere. */
static const GUID ODD = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0xC0}};

#define AUDIO_PATH(device) "\\\\?\\ks4j#" device "#{6994ad04-93ef-11d0-a3cc-00a0c9223196}"
#define RENDER_PATH(device) "\\\\?\\ks4j#" device "#{65e8773e-8f56-11d0-a3b9-00a0c9223196}"
#define CAPTURE_PATH(device) "\\\\?\\ks4j#" device "#{65e8773d-8f56-11d0-a3b9-00a0c9223196}"
#define REALTIME_PATH(device) "\\\\?\\ks4j#" device "#{eb115ffc-10c8-4964-831d-6dcb02e6f23f}"
#define ODD_PATH(device) "\\\\?\\ks4j#" device "#{4b53344a-5354-5542-8001-0000000000c0}"

#define TEN "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

#define CONTAINER(number) {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 1, number}}

win32_device win32_devices[WIN32_DEVICES] = {
    [WIN32_STUB_DEVICE] = {
        TEXT("KS4J\\STUB\\0000"), CONTAINER(0), TEXT("ks4j stub filter"), TEXT("ks4j stub device"), 1, 0},
    [WIN32_SECOND_DEVICE] = {
        TEXT("KS4J\\STUB\\0001"), CONTAINER(1), TEXT("ks4j second filter"), TEXT("ks4j stub device"), 0, 0},
    [WIN32_ODD_DEVICE] = {TEXT("KS4J\\ODD\\0000"), CONTAINER(2), NO_TEXT, TEXT("ks4j odd device"), 1, 0},
    [WIN32_BARE_DEVICE] = {TEXT("KS4J\\ODD\\0001"), {0, 0, 0, {0}}, NO_TEXT, NO_TEXT, 1, 0},
};

/* A filter may have a name in the key of one of its interfaces and none in those of the others. */
const win32_interface win32_interfaces[] = {
    {&ks4j_audio, WIN32_STUB_DEVICE, TEXT(AUDIO_PATH("stub#0000") "\\filter"), TEXT("ks4j stub filter"), REG_SZ, 0},
    {&ks4j_render, WIN32_STUB_DEVICE, TEXT(RENDER_PATH("stub#0000") "\\filter"), NO_TEXT, REG_SZ, 0},
    {&CAPTURE, WIN32_STUB_DEVICE, TEXT(CAPTURE_PATH("stub#0000") "\\filter"), NO_TEXT, REG_SZ, 0},
    {&ks4j_audio, WIN32_SECOND_DEVICE, TEXT(AUDIO_PATH("stub#0001") "\\filter"), NO_TEXT, REG_SZ, 0},
    {&ks4j_render, WIN32_SECOND_DEVICE, TEXT(RENDER_PATH("stub#0001") "\\filter"), NO_TEXT, REG_SZ, 0},
    {&REALTIME, WIN32_SECOND_DEVICE, TEXT(REALTIME_PATH("stub#0001") "\\filter"), NO_TEXT, REG_SZ, 0},
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\long" HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED),
     TEXT("long path"), REG_SZ, 0},
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\growing"), NO_TEXT, REG_SZ, 3},
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\endless"), NO_TEXT, REG_SZ, 1000},
    {&ODD, WIN32_BARE_DEVICE, TEXT(ODD_PATH("odd#0001") "\\bare"), NO_TEXT, REG_SZ, 0},
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\expandable"), TEXT("expandable name"), REG_EXPAND_SZ, 0},
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\binary"), TEXT("binary"), REG_BINARY, 0},
    /* The first two and a half characters. */
    {&ODD, WIN32_ODD_DEVICE, TEXT(ODD_PATH("odd#0000") "\\unterminated"), {u"torn", 5}, REG_SZ, 0},
};
const ULONG win32_interfaces_count = sizeof win32_interfaces / sizeof win32_interfaces[0];

#define GROWTH 1200u /* bytes by which a value grows each time that it is asked for */

/* A set of devices, or a registry key. */
typedef struct {
    win32_object object;
    GUID category;   /* of a set; none for one that is filled by hand */
    ULONG interface; /* of a key */
    ULONG asked;     /* how often for the value of a key */
} node;

static void node_destroy(win32_object *object) {
    free(object);
}

static HANDLE node_new(win32_kind kind, const GUID *category, ULONG interface) {
    node *made = calloc(1, sizeof *made);
    HANDLE handle = NULL;
    if (made != NULL) {
        win32_object_init(&made->object, kind, node_destroy);
        if (category != NULL) {
            made->category = *category;
        }
        made->interface = interface;
        pthread_mutex_lock(&win32_lock);
        handle = win32_handle(&made->object);
        pthread_mutex_unlock(&win32_lock);
    }
    if (handle == NULL) {
        errno = ERROR_NOT_ENOUGH_MEMORY;
        return INVALID_HANDLE_VALUE;
    }
    return handle;
}

static int close_node(HANDLE handle, win32_kind kind) {
    int closed;
    pthread_mutex_lock(&win32_lock);
    closed = win32_object_of(handle, kind) != NULL && win32_close(handle);
    pthread_mutex_unlock(&win32_lock);
    return closed;
}

static WCHAR lower(WCHAR c) {
    return c >= 'A' && c <= 'Z' ? (WCHAR)(c + ('a' - 'A')) : c;
}

int win32_same_path(const WCHAR *left, const WCHAR *right) {
    while (lower(*left) == lower(*right) && *left != 0) {
        left++;
        right++;
    }
    return lower(*left) == lower(*right);
}

const win32_interface *win32_interface_at(const WCHAR *path) {
    for (ULONG i = 0; i < win32_interfaces_count; i++) {
        if (win32_devices[win32_interfaces[i].device].plugged &&
            win32_same_path(win32_interfaces[i].path.text, path)) {
            return &win32_interfaces[i];
        }
    }
    return NULL;
}

static const win32_device *device_of(const win32_interface *found) {
    return &win32_devices[found->device];
}

static void describe(const win32_interface *found, SP_DEVICE_INTERFACE_DATA *data) {
    data->InterfaceClassGuid = *found->category;
    data->Flags = device_of(found)->plugged ? SPINT_ACTIVE : SPINT_REMOVED;
    data->Reserved = (uintptr_t)(found - win32_interfaces);
}

/* With the lock held: the interface of a set that a client means; NULL, with the error in place, if there is none. */
static const win32_interface *interface_of(HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data) {
    if (win32_object_of(devices, OBJECT_DEVICES) == NULL) {
        errno = ERROR_INVALID_HANDLE;
    } else if (data->cbSize != sizeof *data) {
        errno = ERROR_INVALID_USER_BUFFER;
    } else if (data->Reserved >= win32_interfaces_count) {
        errno = ERROR_INVALID_PARAMETER;
    } else {
        return &win32_interfaces[data->Reserved];
    }
    return NULL;
}

/* With the lock held: the device of a set that a client means; NULL, with the error in place, if there is none. */
static const win32_device *device_in(HANDLE devices, const SP_DEVINFO_DATA *device) {
    if (win32_object_of(devices, OBJECT_DEVICES) == NULL) {
        errno = ERROR_INVALID_HANDLE;
    } else if (device->cbSize != sizeof *device) {
        errno = ERROR_INVALID_USER_BUFFER;
    } else if (device->Reserved >= WIN32_DEVICES) {
        errno = ERROR_INVALID_PARAMETER;
    } else {
        return &win32_devices[device->Reserved];
    }
    return NULL;
}

/* Leaves the lock and the error as it is. */
static BOOL failed(void) {
    int error = errno;
    return win32_fail(error);
}

static int give_text(const win32_text *value, void *buffer, DWORD size, DWORD *required) {
    if (required != NULL) {
        *required = value->size;
    }
    if (buffer == NULL || size < value->size) {
        return ERROR_INSUFFICIENT_BUFFER;
    }
    memcpy(buffer, value->text, value->size);
    return ERROR_SUCCESS;
}

static BOOL end(int error) {
    return error == ERROR_SUCCESS ? win32_succeed() : win32_fail(error);
}

EXPORT HANDLE SetupDiGetClassDevsW(const GUID *category, const WCHAR *enumerator, HANDLE window, DWORD flags) {
    (void)enumerator, (void)window;
    if (category == NULL || (flags & DIGCF_DEVICEINTERFACE) == 0) {
        errno = ERROR_INVALID_PARAMETER;
        return INVALID_HANDLE_VALUE;
    }
    return node_new(OBJECT_DEVICES, category, 0);
}

EXPORT HANDLE SetupDiCreateDeviceInfoList(const GUID *category, HANDLE window) {
    (void)category, (void)window;
    return node_new(OBJECT_DEVICES, NULL, 0);
}

EXPORT BOOL SetupDiOpenDeviceInterfaceW(
    HANDLE devices, const WCHAR *path, DWORD flags, SP_DEVICE_INTERFACE_DATA *data) {
    (void)flags;
    pthread_mutex_lock(&win32_lock);
    if (win32_object_of(devices, OBJECT_DEVICES) == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    if (data->cbSize != sizeof *data) {
        return win32_fail(ERROR_INVALID_USER_BUFFER);
    }
    /* One that is registered is found even if its device is not there. */
    for (ULONG i = 0; i < win32_interfaces_count; i++) {
        if (win32_same_path(win32_interfaces[i].path.text, path)) {
            describe(&win32_interfaces[i], data);
            return win32_succeed();
        }
    }
    return win32_fail(ERROR_NO_SUCH_DEVICE_INTERFACE);
}

EXPORT BOOL SetupDiEnumDeviceInterfaces(
    HANDLE devices, const SP_DEVINFO_DATA *device, const GUID *category, DWORD member, SP_DEVICE_INTERFACE_DATA *data) {
    node *set;
    (void)device;
    pthread_mutex_lock(&win32_lock);
    set = win32_object_of(devices, OBJECT_DEVICES);
    if (set == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    if (data->cbSize != sizeof *data) {
        return win32_fail(ERROR_INVALID_USER_BUFFER);
    }
    for (ULONG i = 0; i < win32_interfaces_count; i++) {
        const win32_interface *found = &win32_interfaces[i];
        if (device_of(found)->plugged && ks4j_same(found->category, category) &&
            ks4j_same(&set->category, category) && member-- == 0) {
            describe(found, data);
            return win32_succeed();
        }
    }
    return win32_fail(ERROR_NO_MORE_ITEMS);
}

EXPORT BOOL SetupDiGetDeviceInterfaceAlias(
    HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data, const GUID *category, SP_DEVICE_INTERFACE_DATA *alias) {
    const win32_interface *of;
    pthread_mutex_lock(&win32_lock);
    of = interface_of(devices, data);
    if (of == NULL) {
        return failed();
    }
    if (alias->cbSize != sizeof *alias) {
        return win32_fail(ERROR_INVALID_USER_BUFFER);
    }
    for (ULONG i = 0; i < win32_interfaces_count; i++) {
        if (win32_interfaces[i].device == of->device && ks4j_same(win32_interfaces[i].category, category)) {
            describe(&win32_interfaces[i], alias);
            return win32_succeed();
        }
    }
    return win32_fail(ERROR_NO_SUCH_DEVICE_INTERFACE);
}

EXPORT BOOL SetupDiGetDeviceInterfaceDetailW(
    HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data, void *detail, DWORD size, DWORD *required,
    SP_DEVINFO_DATA *device) {
    const win32_interface *of;
    DWORD head;
    pthread_mutex_lock(&win32_lock);
    of = interface_of(devices, data);
    if (of == NULL) {
        return failed();
    }
    if (required != NULL) {
        *required = DETAIL_PATH + of->path.size;
    }
    if (device != NULL && device->cbSize != sizeof *device) {
        return win32_fail(ERROR_INVALID_USER_BUFFER);
    }
    if (detail == NULL || size < DETAIL_PATH + of->path.size) {
        return win32_fail(ERROR_INSUFFICIENT_BUFFER);
    }
    memcpy(&head, detail, sizeof head);
    if (head != DETAIL_SIZE) {
        return win32_fail(ERROR_INVALID_USER_BUFFER);
    }
    memcpy((UCHAR *)detail + DETAIL_PATH, of->path.text, of->path.size);
    if (device != NULL) {
        device->ClassGuid = *of->category;
        device->DevInst = of->device + 1;
        device->Reserved = of->device;
    }
    return win32_succeed();
}

EXPORT BOOL SetupDiGetDeviceRegistryPropertyW(
    HANDLE devices, const SP_DEVINFO_DATA *device, DWORD property, DWORD *type, void *buffer, DWORD size,
    DWORD *required) {
    const win32_device *of;
    const win32_text *value;
    pthread_mutex_lock(&win32_lock);
    of = device_in(devices, device);
    if (of == NULL) {
        return failed();
    }
    if (property != SPDRP_FRIENDLYNAME && property != SPDRP_DEVICEDESC) {
        return win32_fail(ERROR_INVALID_PARAMETER);
    }
    value = property == SPDRP_FRIENDLYNAME ? &of->friendly_name : &of->description;
    if (value->text == NULL) {
        return win32_fail(ERROR_INVALID_DATA);
    }
    if (type != NULL) {
        *type = REG_SZ;
    }
    return end(give_text(value, buffer, size, required));
}

EXPORT BOOL SetupDiGetDeviceInstanceIdW(
    HANDLE devices, const SP_DEVINFO_DATA *device, WCHAR *buffer, DWORD size, DWORD *required) {
    const win32_device *of;
    DWORD needed = 0;
    int error;
    pthread_mutex_lock(&win32_lock);
    of = device_in(devices, device);
    if (of == NULL) {
        return failed();
    }
    /* This function counts characters. */
    error = give_text(&of->instance_id, buffer, size * (DWORD)sizeof(WCHAR), &needed);
    if (required != NULL) {
        *required = needed / (DWORD)sizeof(WCHAR);
    }
    return end(error);
}

EXPORT BOOL SetupDiGetDevicePropertyW(
    HANDLE devices, const SP_DEVINFO_DATA *device, const DEVPROPKEY *key, DWORD *type, void *buffer, DWORD size,
    DWORD *required, DWORD flags) {
    static const GUID NONE = {0, 0, 0, {0}};
    const win32_device *of;
    (void)flags;
    pthread_mutex_lock(&win32_lock);
    of = device_in(devices, device);
    if (of == NULL) {
        return failed();
    }
    if (key->pid != DEVPKEY_CONTAINER_ID || !ks4j_same(&key->fmtid, &DEVPKEY_DEVICE) ||
        ks4j_same(&of->container, &NONE)) {
        return win32_fail(ERROR_NOT_FOUND);
    }
    *type = DEVPROP_TYPE_GUID;
    if (required != NULL) {
        *required = sizeof of->container;
    }
    if (buffer == NULL || size < sizeof of->container) {
        return win32_fail(ERROR_INSUFFICIENT_BUFFER);
    }
    memcpy(buffer, &of->container, sizeof of->container);
    return win32_succeed();
}

EXPORT HANDLE SetupDiOpenDeviceInterfaceRegKey(
    HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data, DWORD reserved, DWORD access) {
    const win32_interface *of;
    (void)reserved, (void)access;
    pthread_mutex_lock(&win32_lock);
    of = interface_of(devices, data);
    if (of == NULL) {
        failed();
        return INVALID_HANDLE_VALUE;
    }
    pthread_mutex_unlock(&win32_lock);
    return node_new(OBJECT_KEY, NULL, (ULONG)(of - win32_interfaces));
}

EXPORT BOOL SetupDiDestroyDeviceInfoList(HANDLE devices) {
    if (!close_node(devices, OBJECT_DEVICES)) {
        errno = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    return TRUE;
}

/* A value that is longer each time that it is asked for, up to a limit. */
static LONG grow(node *key, ULONG limit, WCHAR *data, DWORD *size) {
    DWORD room = *size;
    key->asked = key->asked < limit ? key->asked + 1 : limit;
    *size = key->asked * GROWTH;
    if (data == NULL || room < *size) {
        return ERROR_MORE_DATA;
    }
    for (DWORD i = 0; i < *size / sizeof *data; i++) {
        data[i] = 'g';
    }
    return ERROR_SUCCESS;
}

static LONG query(node *key, const WCHAR *name, DWORD *type, void *data, DWORD *size) {
    const win32_interface *of;
    if (key == NULL) {
        return ERROR_INVALID_HANDLE;
    }
    of = &win32_interfaces[key->interface];
    if (!win32_same_path(name, u"FriendlyName") || (of->name.text == NULL && of->growth == 0)) {
        return ERROR_FILE_NOT_FOUND;
    }
    if (type != NULL) {
        *type = of->name_type;
    }
    if (of->growth != 0) {
        return grow(key, of->growth, data, size);
    }
    return give_text(&of->name, data, *size, size) == ERROR_SUCCESS ? ERROR_SUCCESS : ERROR_MORE_DATA;
}

EXPORT LONG RegQueryValueExW(HANDLE key, const WCHAR *name, DWORD *reserved, DWORD *type, void *data, DWORD *size) {
    LONG result;
    (void)reserved;
    pthread_mutex_lock(&win32_lock);
    result = query(win32_object_of(key, OBJECT_KEY), name, type, data, size);
    pthread_mutex_unlock(&win32_lock);
    return result;
}

EXPORT LONG RegCloseKey(HANDLE key) {
    return close_node(key, OBJECT_KEY) ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}
