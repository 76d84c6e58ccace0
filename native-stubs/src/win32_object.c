/* Objects, the handles that stand for them, and errors. */
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "win32.h"

/* A handle is (generation, index + 1) times four: a stale one does not name the next object, its low bits are free. */
#define INDEX_BITS 20
#define INDEX_MASK ((1u << INDEX_BITS) - 1)
#define GENERATION_MASK 0x3FFu

typedef struct {
    win32_object *object;
    ULONG generation;
    ULONG next_free;
} entry;

pthread_mutex_t win32_lock = PTHREAD_MUTEX_INITIALIZER;

static entry *entries;
static ULONG entries_count;
static ULONG first_free; /* index + 1; 0 for none */
static ULONG objects;

void win32_condition(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

void win32_object_init(win32_object *object, win32_kind kind, void (*destroy)(win32_object *object)) {
    object->kind = kind;
    object->references = 1;
    object->closing = NULL;
    object->destroy = destroy;
    __atomic_fetch_add(&objects, 1, __ATOMIC_RELAXED);
}

void win32_reference(win32_object *object) {
    object->references++;
}

void win32_release(win32_object *object) {
    if (--object->references == 0) {
        __atomic_fetch_sub(&objects, 1, __ATOMIC_RELAXED);
        object->destroy(object);
    }
}

/* For tests: how many objects there are, those included that only a request under way refers to. */
EXPORT ULONG ks4j_stub_objects(void) {
    return __atomic_load_n(&objects, __ATOMIC_RELAXED);
}

static int grow(void) {
    ULONG count = entries_count == 0 ? 64 : entries_count * 2;
    entry *larger = count > INDEX_MASK ? NULL : realloc(entries, count * sizeof *entries);
    if (larger == NULL) {
        return 0;
    }
    entries = larger;
    for (ULONG i = count; i-- > entries_count;) {
        entries[i] = (entry){NULL, 0, first_free};
        first_free = i + 1;
    }
    entries_count = count;
    return 1;
}

HANDLE win32_handle(win32_object *object) {
    entry *free_entry;
    ULONG index;
    if (first_free == 0 && !grow()) {
        win32_release(object);
        return NULL;
    }
    index = first_free - 1;
    free_entry = &entries[index];
    first_free = free_entry->next_free;
    free_entry->object = object;
    return (HANDLE)(uintptr_t)((free_entry->generation << INDEX_BITS | (index + 1)) << 2);
}

static entry *find(HANDLE handle) {
    uintptr_t value = (uintptr_t)handle >> 2;
    ULONG index = (ULONG)(value & INDEX_MASK);
    if (value > (GENERATION_MASK << INDEX_BITS | INDEX_MASK) || index == 0 || index > entries_count ||
        entries[index - 1].object == NULL || entries[index - 1].generation != value >> INDEX_BITS) {
        return NULL;
    }
    return &entries[index - 1];
}

void *win32_object_of(HANDLE handle, win32_kind kind) {
    entry *found = find(handle);
    return found != NULL && found->object->kind == kind ? found->object : NULL;
}

int win32_is_open(HANDLE handle) {
    return find(handle) != NULL;
}

int win32_close(HANDLE handle) {
    entry *found = find(handle);
    win32_object *object;
    if (found == NULL) {
        return 0;
    }
    object = found->object;
    found->object = NULL;
    found->generation = (found->generation + 1) & GENERATION_MASK;
    found->next_free = first_free;
    first_free = (ULONG)(found - entries) + 1;
    if (object->closing != NULL) {
        object->closing(object);
    }
    win32_release(object);
    return 1;
}

void *ks4j_host_allocate(size_t size) {
    return malloc(size);
}

void ks4j_host_free(void *memory) {
    free(memory);
}

ULONG win32_access(DWORD desired) {
    return ((desired & GENERIC_READ) != 0 ? 1u : 0u) | ((desired & GENERIC_WRITE) != 0 ? 2u : 0u);
}

int win32_error(NTSTATUS status) {
    static const struct {
        NTSTATUS status;
        int error;
    } TABLE[] = {
        {STATUS_SUCCESS, ERROR_SUCCESS},
        {STATUS_PENDING, ERROR_IO_PENDING},
        {STATUS_BUFFER_OVERFLOW, ERROR_MORE_DATA},
        {STATUS_NO_MORE_ENTRIES, ERROR_NO_MORE_ITEMS},
        {STATUS_UNSUCCESSFUL, ERROR_GEN_FAILURE},
        {STATUS_ACCESS_VIOLATION, ERROR_NOACCESS},
        {STATUS_INVALID_HANDLE, ERROR_INVALID_HANDLE},
        {STATUS_INVALID_PARAMETER, ERROR_INVALID_PARAMETER},
        {STATUS_INVALID_DEVICE_REQUEST, ERROR_INVALID_FUNCTION},
        {STATUS_ACCESS_DENIED, ERROR_ACCESS_DENIED},
        {STATUS_BUFFER_TOO_SMALL, ERROR_INSUFFICIENT_BUFFER},
        {STATUS_OBJECT_TYPE_MISMATCH, ERROR_INVALID_HANDLE},
        {STATUS_OBJECT_NAME_NOT_FOUND, ERROR_FILE_NOT_FOUND},
        {STATUS_INSUFFICIENT_RESOURCES, ERROR_NO_SYSTEM_RESOURCES},
        {STATUS_CANCELLED, ERROR_OPERATION_ABORTED},
        {STATUS_INVALID_DEVICE_STATE, ERROR_BAD_COMMAND},
        {STATUS_INVALID_BUFFER_SIZE, ERROR_INVALID_USER_BUFFER},
        {STATUS_DEVICE_NOT_READY, ERROR_NOT_READY},
        {STATUS_DEVICE_REMOVED, ERROR_DEVICE_REMOVED},
        {STATUS_NOT_FOUND, ERROR_NOT_FOUND},
        {STATUS_PROPSET_NOT_FOUND, ERROR_SET_NOT_FOUND},
        {STATUS_NO_MATCH, ERROR_NO_MATCH},
    };
    for (size_t i = 0; i < sizeof TABLE / sizeof TABLE[0]; i++) {
        if (TABLE[i].status == status) {
            return TABLE[i].error;
        }
    }
    return ERROR_MR_MID_NOT_FOUND;
}

int win32_fail(int error) {
    pthread_mutex_unlock(&win32_lock);
    errno = error;
    return FALSE;
}

int win32_succeed(void) {
    pthread_mutex_unlock(&win32_lock);
    errno = ERROR_GEN_FAILURE;
    return TRUE;
}
