/* setupapi and advapi32: the device interfaces of the stub filter, and the registry values that name them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "win32.h"

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

/* Its cbSize is that of the structure with one character: 8 on x64, 6 on x86, where the header packs it to 1. */
#define DETAIL_SIZE (sizeof(void *) == 8 ? 8u : 6u)
#define DETAIL_PATH 4u

#define DIGCF_DEVICEINTERFACE 0x10u
#define SPINT_ACTIVE 1u
#define SPDRP_DEVICEDESC 0u
#define SPDRP_FRIENDLYNAME 12u
#define REG_SZ 1u

#define TEXT(text) text, sizeof text

typedef struct {
    const WCHAR *text;
    DWORD size;
} text;

static const WCHAR NAME[] = u"ks4j stub filter";
static const WCHAR DESCRIPTION[] = u"ks4j stub device";

/* The filter as it is registered under a category. Under the second its key has no name, but its device has. */
static const struct {
    const GUID *category;
    text path;
    int named;
} INTERFACES[] = {
    {&ks4j_audio, {TEXT(u"\\\\?\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter")}, 1},
    {&ks4j_render, {TEXT(u"\\\\?\\ks4j#stub#0000#{65e8773e-8f56-11d0-a3b9-00a0c9223196}\\filter")}, 0},
};
enum { INTERFACES_COUNT = sizeof INTERFACES / sizeof INTERFACES[0] };

/* A set of devices, or a registry key; the index is that of an interface, INTERFACES_COUNT for none. */
typedef struct {
    win32_object object;
    ULONG index;
} node;

static void node_destroy(win32_object *object) {
    free(object);
}

static HANDLE node_new(win32_kind kind, ULONG index) {
    node *made = malloc(sizeof *made);
    HANDLE handle = NULL;
    if (made != NULL) {
        win32_object_init(&made->object, kind, node_destroy);
        made->index = index;
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

/* The index that a node holds; -1 if the handle is no such node. */
static int64_t index_of(HANDLE handle, win32_kind kind) {
    int64_t index = -1;
    node *found;
    pthread_mutex_lock(&win32_lock);
    found = win32_object_of(handle, kind);
    if (found != NULL) {
        index = found->index;
    }
    pthread_mutex_unlock(&win32_lock);
    return index;
}

static int close_node(HANDLE handle, win32_kind kind) {
    int closed;
    pthread_mutex_lock(&win32_lock);
    closed = win32_object_of(handle, kind) != NULL && win32_close(handle);
    pthread_mutex_unlock(&win32_lock);
    return closed;
}

static BOOL fail(int error) {
    errno = error;
    return FALSE;
}

EXPORT HANDLE SetupDiGetClassDevsW(const GUID *category, const WCHAR *enumerator, HANDLE window, DWORD flags) {
    ULONG index = 0;
    (void)enumerator, (void)window;
    if (category == NULL || (flags & DIGCF_DEVICEINTERFACE) == 0) {
        errno = ERROR_INVALID_PARAMETER;
        return INVALID_HANDLE_VALUE;
    }
    while (index < INTERFACES_COUNT && !ks4j_same(INTERFACES[index].category, category)) {
        index++;
    }
    return node_new(OBJECT_DEVICES, index);
}

EXPORT BOOL SetupDiEnumDeviceInterfaces(
    HANDLE devices, const SP_DEVINFO_DATA *device, const GUID *category, DWORD member, SP_DEVICE_INTERFACE_DATA *data) {
    int64_t index = index_of(devices, OBJECT_DEVICES);
    (void)device;
    if (index < 0) {
        return fail(ERROR_INVALID_HANDLE);
    }
    if (data->cbSize != sizeof *data) {
        return fail(ERROR_INVALID_USER_BUFFER);
    }
    if (member != 0 || index == INTERFACES_COUNT || !ks4j_same(category, INTERFACES[index].category)) {
        return fail(ERROR_NO_MORE_ITEMS);
    }
    data->InterfaceClassGuid = *category;
    data->Flags = SPINT_ACTIVE;
    data->Reserved = (uintptr_t)index;
    return TRUE;
}

EXPORT BOOL SetupDiGetDeviceInterfaceDetailW(
    HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data, void *detail, DWORD size, DWORD *required,
    SP_DEVINFO_DATA *device) {
    int64_t index = index_of(devices, OBJECT_DEVICES);
    const text *path;
    DWORD head;
    if (index < 0 || index == INTERFACES_COUNT) {
        return fail(ERROR_INVALID_HANDLE);
    }
    path = &INTERFACES[index].path;
    if (required != NULL) {
        *required = DETAIL_PATH + path->size;
    }
    if (data->cbSize != sizeof *data || (device != NULL && device->cbSize != sizeof *device)) {
        return fail(ERROR_INVALID_USER_BUFFER);
    }
    if (detail == NULL || size < DETAIL_PATH + path->size) {
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    memcpy(&head, detail, sizeof head);
    if (head != DETAIL_SIZE) {
        return fail(ERROR_INVALID_USER_BUFFER);
    }
    memcpy((UCHAR *)detail + DETAIL_PATH, path->text, path->size);
    if (device != NULL) {
        device->ClassGuid = *INTERFACES[index].category;
        device->DevInst = 1;
        device->Reserved = (uintptr_t)index;
    }
    return TRUE;
}

EXPORT BOOL SetupDiGetDeviceRegistryPropertyW(
    HANDLE devices, const SP_DEVINFO_DATA *device, DWORD property, DWORD *type, void *buffer, DWORD size,
    DWORD *required) {
    const WCHAR *value = property == SPDRP_FRIENDLYNAME ? NAME : property == SPDRP_DEVICEDESC ? DESCRIPTION : NULL;
    DWORD value_size = property == SPDRP_FRIENDLYNAME ? sizeof NAME : sizeof DESCRIPTION;
    if (index_of(devices, OBJECT_DEVICES) < 0 || device->cbSize != sizeof *device) {
        return fail(ERROR_INVALID_HANDLE);
    }
    if (value == NULL) {
        return fail(ERROR_INVALID_PARAMETER);
    }
    if (required != NULL) {
        *required = value_size;
    }
    if (size < value_size) {
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    if (type != NULL) {
        *type = REG_SZ;
    }
    memcpy(buffer, value, value_size);
    return TRUE;
}

EXPORT HANDLE SetupDiOpenDeviceInterfaceRegKey(
    HANDLE devices, const SP_DEVICE_INTERFACE_DATA *data, DWORD reserved, DWORD access) {
    int64_t index = index_of(devices, OBJECT_DEVICES);
    (void)data, (void)reserved, (void)access;
    if (index < 0 || index == INTERFACES_COUNT) {
        errno = ERROR_INVALID_HANDLE;
        return INVALID_HANDLE_VALUE;
    }
    return node_new(OBJECT_KEY, (ULONG)index);
}

EXPORT BOOL SetupDiDestroyDeviceInfoList(HANDLE devices) {
    return close_node(devices, OBJECT_DEVICES) ? TRUE : fail(ERROR_INVALID_HANDLE);
}

EXPORT LONG RegQueryValueExW(
    HANDLE key, const WCHAR *name, DWORD *reserved, DWORD *type, void *data, DWORD *size) {
    static const WCHAR FRIENDLY_NAME[] = u"FriendlyName";
    int64_t index = index_of(key, OBJECT_KEY);
    DWORD room = *size;
    (void)reserved;
    if (index < 0) {
        return ERROR_INVALID_HANDLE;
    }
    if (!INTERFACES[index].named || memcmp(name, FRIENDLY_NAME, sizeof FRIENDLY_NAME) != 0) {
        return ERROR_FILE_NOT_FOUND;
    }
    *size = sizeof NAME;
    if (type != NULL) {
        *type = REG_SZ;
    }
    if (data != NULL && room < sizeof NAME) {
        return ERROR_MORE_DATA;
    }
    if (data != NULL) {
        memcpy(data, NAME, sizeof NAME);
    }
    return ERROR_SUCCESS;
}

EXPORT LONG RegCloseKey(HANDLE key) {
    return close_node(key, OBJECT_KEY) ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}
