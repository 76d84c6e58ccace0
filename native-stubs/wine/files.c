/* Files of the driver, objects below them among those, and what completion ports they have. */
#include "files.h"

#include "codes.h"

CRITICAL_SECTION bridge_lock;
static file *files;

void files_start(void) {
    InitializeCriticalSection(&bridge_lock);
}

void *allocate(size_t size) {
    return HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, size);
}

void deallocate(void *memory) {
    if (memory != NULL) {
        HeapFree(GetProcessHeap(), 0, memory);
    }
}

/* What is known of files. */

static file **place_of(HANDLE handle) {
    file **at = &files;
    while (*at != NULL && (*at)->handle != handle) {
        at = &(*at)->next;
    }
    return at;
}

file *file_of(HANDLE handle) {
    return *place_of(handle);
}

unsigned count_files(void) {
    unsigned count = 0;
    for (const file *at = files; at != NULL; at = at->next) {
        count++;
    }
    return count;
}

static void remember_file(HANDLE handle, const WCHAR *path, KS4J_FILE_ID id) {
    size_t size = (wcslen(path) + 1) * sizeof *path;
    file *made = allocate(sizeof *made + size);
    if (made == NULL) {
        return;
    }
    made->handle = handle;
    made->id = id;
    memcpy(made->path, path, size);
    EnterCriticalSection(&bridge_lock);
    made->next = files;
    files = made;
    LeaveCriticalSection(&bridge_lock);
}

static void forget_file(HANDLE handle) {
    file **place;
    file *known;
    EnterCriticalSection(&bridge_lock);
    place = place_of(handle);
    known = *place;
    if (known != NULL) {
        *place = known->next;
    }
    LeaveCriticalSection(&bridge_lock);
    deallocate(known);
}

static void forget_port(HANDLE port) {
    EnterCriticalSection(&bridge_lock);
    for (file *at = files; at != NULL; at = at->next) {
        if (at->port == port) {
            at->port = NULL;
        }
    }
    LeaveCriticalSection(&bridge_lock);
}

/* Opening and closing. */

DWORD control_now(HANDLE handle, DWORD code, void *in, DWORD in_length, void *out, DWORD out_length) {
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    OVERLAPPED overlapped = {.hEvent = (HANDLE)((ULONG_PTR)event | 1)};
    DWORD count;
    DWORD error = ERROR_SUCCESS;
    if (!DeviceIoControl(handle, code, in, in_length, out, out_length, &count, &overlapped)) {
        error = GetLastError();
    }
    if (error == ERROR_IO_PENDING) {
        error = GetOverlappedResult(handle, &overlapped, &count, TRUE) ? ERROR_SUCCESS : GetLastError();
    }
    CloseHandle(event);
    return error;
}

static HANDLE open(const WCHAR *path, DWORD access, DWORD share, DWORD disposition, DWORD flags, HANDLE template) {
    KS4J_FILE_ID id = 0;
    HANDLE handle = CreateFileW(path, access, share, NULL, disposition, flags, template);
    if (handle != INVALID_HANDLE_VALUE) {
        control_now(handle, IOCTL_KS4J_IDENTIFY, NULL, 0, &id, sizeof id);
        remember_file(handle, path, id);
    }
    return handle;
}

void close_files(void) {
    EnterCriticalSection(&bridge_lock);
    for (const file *at = files; at != NULL; at = at->next) {
        CloseHandle(at->handle);
    }
    LeaveCriticalSection(&bridge_lock);
}

void create_file(message **owned, answer *to) {
    const message *m = *owned;
    HANDLE handle;
    SetLastError(ERROR_SUCCESS);
    handle = open(
        memory_of(m, 0), (DWORD)m->values[1], (DWORD)m->values[2], (DWORD)m->values[4], (DWORD)m->values[5],
        handle_of(m, 6));
    answer_head(to)->error = GetLastError();
    answer_head(to)->result = (uint64_t)handle;
}

void close_handle(message **owned, answer *to) {
    HANDLE handle = handle_of(*owned, 0);
    forget_port(handle);
    abandon(handle);
    forget_file(handle);
    SetLastError(ERROR_SUCCESS);
    answer_head(to)->result = (uint64_t)CloseHandle(handle);
    answer_head(to)->error = GetLastError();
}

void create_io_completion_port(message **owned, answer *to) {
    const message *m = *owned;
    HANDLE port;
    file *known;
    SetLastError(ERROR_SUCCESS);
    port = CreateIoCompletionPort(handle_of(m, 0), handle_of(m, 1), m->values[2], (DWORD)m->values[3]);
    answer_head(to)->error = GetLastError();
    answer_head(to)->result = (uint64_t)port;
    EnterCriticalSection(&bridge_lock);
    known = file_of(handle_of(m, 0));
    if (known != NULL && port != NULL) {
        known->port = port;
    }
    LeaveCriticalSection(&bridge_lock);
}

void set_notification_modes(message **owned, answer *to) {
    const message *m = *owned;
    file *known;
    BOOL success;
    SetLastError(ERROR_SUCCESS);
    success = SetFileCompletionNotificationModes(handle_of(m, 0), (UCHAR)m->values[1]);
    answer_head(to)->error = GetLastError();
    answer_head(to)->result = (uint64_t)success;
    EnterCriticalSection(&bridge_lock);
    known = file_of(handle_of(m, 0));
    if (known != NULL && success) {
        known->modes |= (UCHAR)m->values[1];
    }
    LeaveCriticalSection(&bridge_lock);
}

/* Objects below a filter: a further open of its device, which the driver binds to the object. */

static DWORD bind_new(HANDLE handle, KS4J_FILE_ID parent, unsigned kind, const message *m) {
    const void *parameters = memory_of(m, 1);
    DWORD parameters_length = parameters == NULL ? 0 : m->arguments[1].length;
    DWORD length = (DWORD)sizeof(KS4J_BIND) + parameters_length;
    KS4J_BIND *bind = allocate(length);
    DWORD error;
    if (bind == NULL) {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    bind->parent = parent;
    bind->kind = kind;
    if (parameters_length != 0) {
        memcpy(bind + 1, parameters, parameters_length);
    }
    error = control_now(handle, IOCTL_KS4J_BIND, bind, length, NULL, 0);
    deallocate(bind);
    return error;
}

static DWORD create_below(unsigned kind, const message *m, HANDLE *created) {
    WCHAR path[MAX_PATH] = {0};
    KS4J_FILE_ID parent = 0;
    const file *known;
    HANDLE handle;
    DWORD error;
    *created = INVALID_HANDLE_VALUE;
    EnterCriticalSection(&bridge_lock);
    known = file_of(handle_of(m, 0));
    if (known != NULL && wcslen(known->path) < MAX_PATH) {
        wcscpy(path, known->path);
        parent = known->id;
    }
    LeaveCriticalSection(&bridge_lock);
    if (parent == 0) {
        return ERROR_INVALID_HANDLE;
    }
    handle = open(
        path, (DWORD)m->values[2], FILE_SHARE_READ | FILE_SHARE_WRITE, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (handle == INVALID_HANDLE_VALUE) {
        return GetLastError();
    }
    error = bind_new(handle, parent, kind, m);
    if (error == ERROR_SUCCESS) {
        *created = handle;
    } else {
        forget_file(handle);
        CloseHandle(handle);
    }
    return error;
}

static void create(unsigned kind, const message *m, answer *to) {
    answer_head(to)->result = create_below(kind, m, memory_of(m, 3));
    answer_arguments(to, m);
}

void create_pin(message **owned, answer *to) {
    create(KS4J_BIND_PIN, *owned, to);
}

void create_allocator(message **owned, answer *to) {
    create(KS4J_BIND_ALLOCATOR, *owned, to);
}

void create_clock(message **owned, answer *to) {
    create(KS4J_BIND_CLOCK, *owned, to);
}

void create_node(message **owned, answer *to) {
    create(KS4J_BIND_NODE, *owned, to);
}
