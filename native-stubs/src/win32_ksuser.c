/* ksuser: objects below a filter or a pin. Returns Win32 codes. */
#include "win32.h"

/* A file below its parent. */
static NTSTATUS create(
    win32_file *parent, ks4j_kind kind, const void *parameters, ULONG length, DWORD access, HANDLE *handle) {
    win32_file *file = win32_file_new(win32_access(access), 1);
    HANDLE made;
    NTSTATUS status;
    if (file == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    win32_reference(&parent->object);
    file->parent = parent;
    status = ks4j_instance_create(&parent->instance, kind, parameters, length, &file->instance);
    if (status != STATUS_SUCCESS) {
        win32_release(&file->object);
        return status;
    }
    win32_reference(&file->object);
    made = win32_handle(&file->object);
    if (made != NULL) {
        *handle = made;
    } else {
        ks4j_instance_close(&file->instance);
        status = STATUS_INSUFFICIENT_RESOURCES;
    }
    win32_release(&file->object);
    return status;
}

/* Of a kind that the filter does not offer, one that boasts claims to have made an object, and gives no handle. */
static NTSTATUS create_below(
    HANDLE parent_handle, ks4j_kind kind, const void *parameters, ULONG length, DWORD access, HANDLE *handle) {
    NTSTATUS status = STATUS_INVALID_HANDLE;
    win32_file *parent;
    *handle = INVALID_HANDLE_VALUE;
    pthread_mutex_lock(&win32_lock);
    parent = win32_object_of(parent_handle, OBJECT_FILE);
    if (parent != NULL) {
        status = create(parent, kind, parameters, length, access, handle);
    }
    if (status == STATUS_OBJECT_NAME_NOT_FOUND && parent->boastful) {
        status = STATUS_SUCCESS;
    }
    pthread_mutex_unlock(&win32_lock);
    return status;
}

EXPORT DWORD KsCreatePin(HANDLE filter, const KSPIN_CONNECT *connect, DWORD access, HANDLE *pin) {
    ULONG length = win32_connect_length(connect);
    return (DWORD)win32_error(create_below(filter, KS4J_PIN, connect, length, access, pin));
}

EXPORT DWORD KsCreateTopologyNode(HANDLE parent, const KSNODE_CREATE *parameters, DWORD access, HANDLE *node) {
    return (DWORD)win32_error(create_below(parent, KS4J_NODE, parameters, sizeof *parameters, access, node));
}

EXPORT DWORD KsCreateAllocator(HANDLE pin, const KSALLOCATOR_FRAMING *framing, HANDLE *allocator) {
    return (DWORD)win32_error(create_below(pin, KS4J_ALLOCATOR, framing, sizeof *framing, GENERIC_READ, allocator));
}

EXPORT DWORD KsCreateClock(HANDLE pin, const KSCLOCK_CREATE *create, HANDLE *clock) {
    return (DWORD)win32_error(create_below(pin, KS4J_CLOCK, create, sizeof *create, GENERIC_READ, clock));
}
