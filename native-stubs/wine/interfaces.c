/*
 * SetupDiGetDeviceInterfaceAlias, which Wine 8 ends the process for: it is not implemented, and neither is opening an
 * interface by its path.
 */
#include "bridge.h"

#include <setupapi.h>

#define GUID_CHARACTERS 38u

typedef union {
    SP_DEVICE_INTERFACE_DETAIL_DATA_W detail;
    BYTE room[2048];
} path_of;

static int get_path(HDEVINFO devices, SP_DEVICE_INTERFACE_DATA *data, path_of *path) {
    path->detail.cbSize = sizeof path->detail;
    return SetupDiGetDeviceInterfaceDetailW(devices, data, &path->detail, sizeof *path, NULL, NULL);
}

/* Puts another category into a path; false if there is none in it. */
static int change_category(WCHAR *path, const GUID *category) {
    WCHAR text[GUID_CHARACTERS + 1];
    WCHAR *brace = wcschr(path, L'{');
    if (brace == NULL || wcslen(brace) < GUID_CHARACTERS) {
        return 0;
    }
    StringFromGUID2(category, text, GUID_CHARACTERS + 1);
    memcpy(brace, text, GUID_CHARACTERS * sizeof *text);
    return 1;
}

/* Looks for an interface by its path, among those of its category, which come into the set for that. */
static DWORD find(HDEVINFO devices, const WCHAR *path, const GUID *category, SP_DEVICE_INTERFACE_DATA *found) {
    path_of other;
    if (SetupDiGetClassDevsExW(category, NULL, NULL, DIGCF_DEVICEINTERFACE, devices, NULL, NULL) ==
        INVALID_HANDLE_VALUE) {
        return GetLastError();
    }
    for (DWORD i = 0; SetupDiEnumDeviceInterfaces(devices, NULL, category, i, found); i++) {
        if (get_path(devices, found, &other) && _wcsicmp(other.detail.DevicePath, path) == 0) {
            return ERROR_SUCCESS;
        }
    }
    return ERROR_NO_SUCH_DEVICE_INTERFACE;
}

/* An alias differs from the interface in the category that its path names, and in nothing else. */
void get_device_interface_alias(message **owned, answer *to) {
    const message *m = *owned;
    HDEVINFO devices = handle_of(m, 0);
    DWORD error;
    path_of path;
    if (memory_of(m, 1) == NULL || memory_of(m, 2) == NULL || memory_of(m, 3) == NULL) {
        error = ERROR_INVALID_PARAMETER;
    } else if (!get_path(devices, memory_of(m, 1), &path)) {
        error = GetLastError();
    } else if (!change_category(path.detail.DevicePath, memory_of(m, 2))) {
        error = ERROR_INVALID_DATA;
    } else {
        error = find(devices, path.detail.DevicePath, memory_of(m, 2), memory_of(m, 3));
    }
    answer_arguments(to, m);
    answer_head(to)->result = error == ERROR_SUCCESS;
    answer_head(to)->error = error;
}
