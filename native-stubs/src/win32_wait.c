/* kernel32: events, completion ports and waiting for either. */
#include "win32_wait.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

struct win32_event {
    win32_object object;
    int manual;
    int signalled;
    pthread_cond_t changed;
};

typedef struct packet {
    NTSTATUS status;
    DWORD bytes;
    uintptr_t key;
    OVERLAPPED *overlapped;
    struct packet *next;
} packet;

struct win32_port {
    win32_object object;
    int closed;
    packet *first;
    packet *last;
    pthread_cond_t changed;
};

void win32_deadline(struct timespec *deadline, ULONG milliseconds) {
    clock_gettime(CLOCK_MONOTONIC, deadline);
    deadline->tv_sec += milliseconds / 1000;
    deadline->tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (deadline->tv_nsec >= 1000000000) {
        deadline->tv_sec++;
        deadline->tv_nsec -= 1000000000;
    }
}

LONGLONG ks4j_host_time(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 10000000ll + now.tv_nsec / 100;
}

/* Waits for a change; returns false once the time is over. */
static int wait_until(pthread_cond_t *changed, ULONG milliseconds, const struct timespec *deadline) {
    if (milliseconds == INFINITE) {
        return pthread_cond_wait(changed, &win32_lock) == 0;
    }
    return pthread_cond_timedwait(changed, &win32_lock, deadline) == 0;
}

/* Events. */

static void event_destroy(win32_object *object) {
    pthread_cond_destroy(&((win32_event *)object)->changed);
    free(object);
}

void win32_event_signal(win32_event *event) {
    event->signalled = 1;
    pthread_cond_broadcast(&event->changed);
}

void win32_event_reset(win32_event *event) {
    event->signalled = 0;
}

EXPORT HANDLE CreateEventW(void *security, BOOL manual, BOOL initial, const WCHAR *name) {
    win32_event *event = calloc(1, sizeof *event);
    HANDLE handle = NULL;
    (void)security, (void)name;
    if (event != NULL) {
        win32_object_init(&event->object, OBJECT_EVENT, event_destroy);
        event->manual = manual;
        event->signalled = initial;
        win32_condition(&event->changed);
        pthread_mutex_lock(&win32_lock);
        handle = win32_handle(&event->object);
        pthread_mutex_unlock(&win32_lock);
    }
    if (handle == NULL) {
        errno = ERROR_NOT_ENOUGH_MEMORY;
    }
    return handle;
}

static BOOL change_event(HANDLE handle, void (*change)(win32_event *event)) {
    win32_event *event;
    pthread_mutex_lock(&win32_lock);
    event = win32_object_of(handle, OBJECT_EVENT);
    if (event == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    change(event);
    return win32_succeed();
}

EXPORT BOOL SetEvent(HANDLE handle) {
    return change_event(handle, win32_event_signal);
}

EXPORT BOOL ResetEvent(HANDLE handle) {
    return change_event(handle, win32_event_reset);
}

EXPORT DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds) {
    struct timespec deadline;
    win32_event *event;
    DWORD result = WAIT_OBJECT_0;
    win32_deadline(&deadline, milliseconds);
    pthread_mutex_lock(&win32_lock);
    event = win32_object_of(handle, OBJECT_EVENT);
    if (event == NULL) {
        win32_fail(ERROR_INVALID_HANDLE);
        return WAIT_FAILED;
    }
    win32_reference(&event->object);
    while (!event->signalled) {
        if (!wait_until(&event->changed, milliseconds, &deadline) && !event->signalled) {
            result = WAIT_TIMEOUT;
            break;
        }
    }
    if (result == WAIT_OBJECT_0 && !event->manual) {
        event->signalled = 0;
    }
    win32_release(&event->object);
    pthread_mutex_unlock(&win32_lock);
    return result;
}

/* For the events that clients enable. There are no semaphores here. */

NTSTATUS ks4j_host_event_reference(HANDLE handle, ULONG notification_type, void **object) {
    win32_event *event = win32_object_of(handle, OBJECT_EVENT);
    if (event == NULL || notification_type != KSEVENTF_EVENT_HANDLE) {
        return win32_is_open(handle) ? STATUS_OBJECT_TYPE_MISMATCH : STATUS_INVALID_HANDLE;
    }
    win32_reference(&event->object);
    *object = event;
    return STATUS_SUCCESS;
}

void ks4j_host_event_signal(void *object) {
    win32_event_signal(object);
}

void ks4j_host_event_release(void *object) {
    win32_release(object);
}

/* Completion ports. */

static void port_closing(win32_object *object) {
    win32_port *port = (win32_port *)object;
    port->closed = 1;
    pthread_cond_broadcast(&port->changed);
}

static void port_destroy(win32_object *object) {
    win32_port *port = (win32_port *)object;
    packet *next;
    for (packet *at = port->first; at != NULL; at = next) {
        next = at->next;
        free(at);
    }
    pthread_cond_destroy(&port->changed);
    free(port);
}

HANDLE win32_port_create(void) {
    win32_port *port = calloc(1, sizeof *port);
    HANDLE handle = NULL;
    if (port != NULL) {
        win32_object_init(&port->object, OBJECT_PORT, port_destroy);
        port->object.closing = port_closing;
        win32_condition(&port->changed);
        pthread_mutex_lock(&win32_lock);
        handle = win32_handle(&port->object);
        pthread_mutex_unlock(&win32_lock);
    }
    if (handle == NULL) {
        errno = ERROR_NOT_ENOUGH_MEMORY;
    }
    return handle;
}

void win32_port_post(win32_port *port, NTSTATUS status, DWORD bytes, uintptr_t key, OVERLAPPED *overlapped) {
    packet *posted = port->closed ? NULL : malloc(sizeof *posted);
    if (posted == NULL) {
        return;
    }
    *posted = (packet){status, bytes, key, overlapped, NULL};
    if (port->first == NULL) {
        port->first = posted;
    } else {
        port->last->next = posted;
    }
    port->last = posted;
    pthread_cond_signal(&port->changed);
}

EXPORT BOOL PostQueuedCompletionStatus(HANDLE handle, DWORD bytes, uintptr_t key, OVERLAPPED *overlapped) {
    win32_port *port;
    pthread_mutex_lock(&win32_lock);
    port = win32_object_of(handle, OBJECT_PORT);
    if (port == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    win32_port_post(port, STATUS_SUCCESS, bytes, key, overlapped);
    return win32_succeed();
}

EXPORT BOOL GetQueuedCompletionStatus(
    HANDLE handle, DWORD *bytes, uintptr_t *key, OVERLAPPED **overlapped, DWORD milliseconds) {
    struct timespec deadline;
    win32_port *port;
    packet *taken;
    NTSTATUS status = STATUS_SUCCESS;
    int error = ERROR_SUCCESS;
    *overlapped = NULL;
    win32_deadline(&deadline, milliseconds);
    pthread_mutex_lock(&win32_lock);
    port = win32_object_of(handle, OBJECT_PORT);
    if (port == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    win32_reference(&port->object);
    while (port->first == NULL && error == ERROR_SUCCESS) {
        if (port->closed) {
            error = ERROR_ABANDONED_WAIT_0;
        } else if (!wait_until(&port->changed, milliseconds, &deadline) && port->first == NULL) {
            error = (int)WAIT_TIMEOUT;
        }
    }
    taken = error == ERROR_SUCCESS ? port->first : NULL;
    if (taken != NULL) {
        port->first = taken->next;
        *bytes = taken->bytes;
        *key = taken->key;
        *overlapped = taken->overlapped;
        status = taken->status;
        free(taken);
    }
    win32_release(&port->object);
    if (error == ERROR_SUCCESS && !NT_SUCCESS(status)) {
        error = win32_error(status);
    }
    return error == ERROR_SUCCESS ? win32_succeed() : win32_fail(error);
}
