/* ksuser: objects below a filter or a pin. Returns Win32 codes. */
#include <string.h>

#include "win32.h"

/* Makes of a file what its parameters say. */
typedef NTSTATUS creator(win32_file *file, const void *parameters, ULONG length);

static NTSTATUS create_pin(win32_file *file, const void *parameters, ULONG length) {
    return ks4j_pin_create(file->filter, parameters, length, &file->pin);
}

static NTSTATUS create_node(win32_file *file, const void *parameters, ULONG length) {
    return ks4j_node_create(file->filter, parameters, length, &file->node);
}

/* A file below its parent, as the creator makes it. */
static NTSTATUS create(
    win32_file *parent, creator *creator, const void *parameters, ULONG length, DWORD access, HANDLE *handle) {
    win32_file *file = win32_file_new(win32_access(access), 1);
    ks4j_pin *pin;
    HANDLE made;
    NTSTATUS status;
    if (file == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    win32_reference(&parent->object);
    file->parent = parent;
    file->filter = parent->filter;
    status = creator(file, parameters, length);
    if (status != STATUS_SUCCESS) {
        win32_release(&file->object);
        return status;
    }
    pin = file->pin; /* the file is gone if there is no handle left for it */
    made = win32_handle(&file->object);
    if (made != NULL) {
        *handle = made;
        return STATUS_SUCCESS;
    }
    if (pin != NULL) {
        ks4j_pin_close(pin);
    }
    return STATUS_INSUFFICIENT_RESOURCES;
}

static DWORD create_below(
    HANDLE parent_handle, int below_pins, creator *creator, const void *parameters, ULONG length, DWORD access,
    HANDLE *handle) {
    win32_file *parent;
    int error;
    *handle = INVALID_HANDLE_VALUE;
    pthread_mutex_lock(&win32_lock);
    parent = win32_object_of(parent_handle, OBJECT_FILE);
    if (parent == NULL) {
        error = ERROR_INVALID_HANDLE;
    } else if (parent->node.filter != NULL || (parent->pin != NULL && !below_pins)) {
        error = ERROR_FILE_NOT_FOUND;
    } else {
        error = win32_error(create(parent, creator, parameters, length, access, handle));
    }
    pthread_mutex_unlock(&win32_lock);
    return (DWORD)error;
}

EXPORT DWORD KsCreatePin(HANDLE filter, const KSPIN_CONNECT *connect, DWORD access, HANDLE *pin) {
    return create_below(filter, 0, create_pin, connect, win32_connect_length(connect), access, pin);
}

EXPORT DWORD KsCreateTopologyNode(HANDLE parent, const KSNODE_CREATE *parameters, DWORD access, HANDLE *node) {
    return create_below(parent, 1, create_node, parameters, sizeof *parameters, access, node);
}

/* The filter has no create item for any other kind of object; one that boasts claims to, and gives no handle. */
static DWORD not_offered(HANDLE parent_handle, HANDLE *handle) {
    win32_file *parent;
    DWORD error = ERROR_INVALID_HANDLE;
    *handle = INVALID_HANDLE_VALUE;
    pthread_mutex_lock(&win32_lock);
    parent = win32_object_of(parent_handle, OBJECT_FILE);
    if (parent != NULL) {
        error = parent->boastful ? ERROR_SUCCESS : ERROR_FILE_NOT_FOUND;
    }
    pthread_mutex_unlock(&win32_lock);
    return error;
}

EXPORT DWORD KsCreateAllocator(HANDLE pin, const KSALLOCATOR_FRAMING *framing, HANDLE *allocator) {
    (void)framing;
    return not_offered(pin, allocator);
}

EXPORT DWORD KsCreateClock(HANDLE pin, const KSCLOCK_CREATE *create, HANDLE *clock) {
    (void)create;
    return not_offered(pin, clock);
}
