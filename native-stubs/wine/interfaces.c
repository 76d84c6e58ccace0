/* SetupDiGetDeviceInterfaceAlias, which Wine 8 ends the process for: it is not implemented. */
#include "bridge.h"

#include <setupapi.h>

#define GUID_CHARACTERS 38u

/* The length of the part of a path before the GUID of the category; 0 if there is none. */
static size_t before_category(const WCHAR *path) {
    const WCHAR *brace = wcschr(path, L'{');
    return brace != NULL && wcslen(brace) >= GUID_CHARACTERS ? (size_t)(brace - path) : 0;
}

static DWORD open_alias(HDEVINFO devices, WCHAR *path, const GUID *category, SP_DEVICE_INTERFACE_DATA *alias) {
    WCHAR text[GUID_CHARACTERS + 1];
    size_t length = before_category(path);
    if (length == 0) {
        return ERROR_INVALID_DATA;
    }
    StringFromGUID2(category, text, GUID_CHARACTERS + 1);
    memcpy(path + length, text, GUID_CHARACTERS * sizeof *text);
    return SetupDiOpenDeviceInterfaceW(devices, path, 0, alias) ? ERROR_SUCCESS : GetLastError();
}

/* An alias differs from the interface in the category that its path names, and in nothing else. */
void get_device_interface_alias(message **owned, answer *to) {
    const message *m = *owned;
    BYTE room[2048] = {0};
    SP_DEVICE_INTERFACE_DETAIL_DATA_W *detail = (SP_DEVICE_INTERFACE_DETAIL_DATA_W *)room;
    DWORD error;
    detail->cbSize = sizeof *detail;
    if (memory_of(m, 1) == NULL || memory_of(m, 2) == NULL || memory_of(m, 3) == NULL) {
        error = ERROR_INVALID_PARAMETER;
    } else if (!SetupDiGetDeviceInterfaceDetailW(
                   handle_of(m, 0), memory_of(m, 1), detail, sizeof room, NULL, NULL)) {
        error = GetLastError();
    } else {
        error = open_alias(handle_of(m, 0), detail->DevicePath, memory_of(m, 2), memory_of(m, 3));
    }
    answer_arguments(to, m);
    answer_head(to)->result = error == ERROR_SUCCESS;
    answer_head(to)->error = error;
}
