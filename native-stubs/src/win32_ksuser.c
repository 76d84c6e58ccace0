/* ksuser: objects below a filter or a pin. Returns Win32 codes. */
#include <string.h>

#include "win32.h"

/* Everything from KSPIN_CONNECT to the end of the format's attributes, if it has any. */
static ULONG connect_length(const UCHAR *connect) {
    ULONG length = sizeof(KSPIN_CONNECT);
    KSDATAFORMAT format;
    memcpy(&format, connect + length, sizeof format);
    length += format.FormatSize;
    if ((format.Flags & KSDATAFORMAT_ATTRIBUTES) != 0) {
        KSMULTIPLE_ITEM attributes;
        length = (length + 7) & ~7u;
        memcpy(&attributes, connect + length, sizeof attributes);
        length += attributes.Size;
    }
    return length;
}

EXPORT DWORD KsCreatePin(HANDLE filter_handle, const KSPIN_CONNECT *connect, DWORD access, HANDLE *pin_handle) {
    win32_file *parent, *file;
    NTSTATUS status;
    *pin_handle = INVALID_HANDLE_VALUE;
    pthread_mutex_lock(&win32_lock);
    parent = win32_object_of(filter_handle, OBJECT_FILE);
    if (parent == NULL || parent->pin != NULL) {
        pthread_mutex_unlock(&win32_lock);
        return parent == NULL ? ERROR_INVALID_HANDLE : ERROR_FILE_NOT_FOUND;
    }
    file = win32_file_new(win32_access(access), 1);
    if (file == NULL) {
        status = STATUS_INSUFFICIENT_RESOURCES;
    } else {
        win32_reference(&parent->object);
        file->parent = parent;
        file->filter = parent->filter;
        status = ks4j_pin_create(parent->filter, connect, connect_length((const UCHAR *)connect), &file->pin);
        if (status != STATUS_SUCCESS) {
            win32_release(&file->object);
        } else {
            ks4j_pin *pin = file->pin;
            HANDLE handle = win32_handle(&file->object);
            if (handle == NULL) {
                ks4j_pin_close(pin);
                status = STATUS_INSUFFICIENT_RESOURCES;
            } else {
                *pin_handle = handle;
            }
        }
    }
    pthread_mutex_unlock(&win32_lock);
    return (DWORD)win32_error(status);
}

/* The filter has no create item for any other kind of object. */
static DWORD not_offered(HANDLE parent_handle, HANDLE *handle) {
    win32_file *parent;
    *handle = INVALID_HANDLE_VALUE;
    pthread_mutex_lock(&win32_lock);
    parent = win32_object_of(parent_handle, OBJECT_FILE);
    pthread_mutex_unlock(&win32_lock);
    return parent == NULL ? ERROR_INVALID_HANDLE : ERROR_FILE_NOT_FOUND;
}

EXPORT DWORD KsCreateAllocator(HANDLE pin, const KSALLOCATOR_FRAMING *framing, HANDLE *allocator) {
    (void)framing;
    return not_offered(pin, allocator);
}

EXPORT DWORD KsCreateClock(HANDLE pin, const KSCLOCK_CREATE *create, HANDLE *clock) {
    (void)create;
    return not_offered(pin, clock);
}

EXPORT DWORD KsCreateTopologyNode(HANDLE parent, const KSNODE_CREATE *create, DWORD access, HANDLE *node) {
    (void)create, (void)access;
    return not_offered(parent, node);
}
