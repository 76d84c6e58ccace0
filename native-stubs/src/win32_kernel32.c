/* kernel32: files, control requests and their completion. Events and ports are in win32_wait.c. */
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "win32_devices.h"
#include "win32_wait.h"

/* A request under way. It is in its file's list while it is pending. */
typedef struct win32_irp {
    ks4j_request request; /* first, so that the filter's requests lead back here */
    win32_file *file;
    OVERLAPPED *overlapped;
    win32_event *event;
    int quiet; /* no completion packet: the event handle's low bit was set */
    int complete; /* for a caller that waits within the call */
    struct timespec deadline;
    int timed;
    struct win32_irp *next_pending;
    struct win32_irp *next_timed;
} win32_irp;

static win32_irp *timed; /* soonest first */
static pthread_cond_t timed_changed;
static pthread_once_t timer_once = PTHREAD_ONCE_INIT;

/* The filter in a driver that takes its time to give back what is cancelled. */
static const WCHAR STUBBORN[] = u"\\\\?\\ks4j#stubborn";
#define STUBBORN_MILLISECONDS 2500u

/* The filter in a driver that gives nothing back, unless a test has it do so. */
static const WCHAR HUNG[] = u"\\\\?\\ks4j#hung";
#define HUNG_MILLISECONDS 86400000u

/* The filter in a driver that claims to have returned more than there was room for. */
static const WCHAR BOASTFUL[] = u"\\\\?\\ks4j#boastful";
#define BOASTFUL_BYTES 1000u

/* The filter in a driver that claims to have returned less than it did. */
static const WCHAR MODEST[] = u"\\\\?\\ks4j#modest";

/* The filter in a driver whose requests end by themselves while they are being cancelled: before that, or soon after. */
static const WCHAR HASTY[] = u"\\\\?\\ks4j#hasty";
static const WCHAR DEAF[] = u"\\\\?\\ks4j#deaf";
#define DEAF_MILLISECONDS 50u

/* The filter in a driver that completes its requests with STATUS_PENDING, which is no outcome. */
static const WCHAR VAGUE[] = u"\\\\?\\ks4j#vague";

/* Devices that refuse to be opened, for good or so many times. */
static const struct {
    const WCHAR *path;
    int error;
    ULONG times; /* 0 for ever */
} REFUSALS[] = {
    {u"\\\\?\\ks4j#shared", ERROR_SHARING_VIOLATION, 0},
    {u"\\\\?\\ks4j#busy", ERROR_BUSY, 0},
    {u"\\\\?\\ks4j#denied", ERROR_ACCESS_DENIED, 0},
    {u"\\\\?\\ks4j#exhausted", ERROR_NO_SYSTEM_RESOURCES, 0},
    {u"\\\\?\\ks4j#unplugged", ERROR_DEVICE_NOT_CONNECTED, 0},
    {u"\\\\?\\ks4j#failed", ERROR_GEN_FAILURE, 0},
    {u"\\\\?\\ks4j#asleep", ERROR_NOT_READY, 0},
    {u"\\\\?\\ks4j#waking", ERROR_NOT_READY, 2},
};

static win32_file *opened; /* the filters of registered devices */

static void file_destroy(win32_object *object);
static void file_closing(win32_object *object);

win32_file *win32_file_new(ULONG access, int overlapped) {
    win32_file *file = calloc(1, sizeof *file);
    if (file != NULL) {
        win32_object_init(&file->object, OBJECT_FILE, file_destroy);
        file->object.closing = file_closing;
        file->access = access;
        file->overlapped = overlapped;
        file->instance.kind = KS4J_FILTER;
        file->device = WIN32_DEVICES;
        win32_condition(&file->completed);
    }
    return file;
}

static void file_destroy(win32_object *object) {
    win32_file *file = (win32_file *)object;
    if (file->port != NULL) {
        win32_release((win32_object *)file->port);
    }
    if (file->parent != NULL) {
        win32_release(&file->parent->object);
    } else {
        free(file->instance.filter);
    }
    if (file->device < WIN32_DEVICES) {
        win32_file **at = &opened;
        while (*at != file) {
            at = &(*at)->next_open;
        }
        *at = file->next_open;
        win32_devices[file->device].open--;
    }
    pthread_cond_destroy(&file->completed);
    free(file);
}

/* With the lock held. */
static int open_error(const WCHAR *path) {
    static ULONG refused;
    if (win32_interface_at(path) != NULL || win32_same_path(path, STUBBORN) || win32_same_path(path, BOASTFUL) ||
        win32_same_path(path, MODEST) || win32_same_path(path, HASTY) || win32_same_path(path, DEAF) ||
        win32_same_path(path, HUNG) || win32_same_path(path, VAGUE)) {
        return ERROR_SUCCESS;
    }
    for (size_t i = 0; i < sizeof REFUSALS / sizeof REFUSALS[0]; i++) {
        if (!win32_same_path(path, REFUSALS[i].path)) {
            continue;
        }
        if (REFUSALS[i].times == 0 || refused < REFUSALS[i].times) {
            refused += REFUSALS[i].times != 0;
            return REFUSALS[i].error;
        }
        refused = 0;
        return ERROR_SUCCESS;
    }
    return ERROR_FILE_NOT_FOUND;
}

EXPORT HANDLE CreateFileW(
    const WCHAR *path, DWORD access, DWORD share, void *security, DWORD disposition, DWORD flags, HANDLE template) {
    const win32_interface *found;
    win32_file *file;
    int error;
    HANDLE handle;
    (void)share, (void)security, (void)template;
    pthread_mutex_lock(&win32_lock);
    error = path == NULL || disposition != OPEN_EXISTING ? ERROR_INVALID_PARAMETER : open_error(path);
    if (error != ERROR_SUCCESS) {
        win32_fail(error);
        return INVALID_HANDLE_VALUE;
    }
    file = win32_file_new(win32_access(access), (flags & FILE_FLAG_OVERLAPPED) != 0);
    if (file != NULL && (file->instance.filter = malloc(sizeof *file->instance.filter)) == NULL) {
        win32_release(&file->object);
        file = NULL;
    }
    if (file != NULL) {
        file->stubborn = win32_same_path(path, STUBBORN) ? STUBBORN_MILLISECONDS
                         : win32_same_path(path, HUNG)   ? HUNG_MILLISECONDS
                                                         : 0;
        file->boastful = win32_same_path(path, BOASTFUL);
        file->modest = win32_same_path(path, MODEST);
        file->hasty = win32_same_path(path, HASTY);
        file->deaf = win32_same_path(path, DEAF);
        file->vague = win32_same_path(path, VAGUE);
        found = win32_interface_at(path);
        if (found != NULL) {
            file->device = found->device;
            file->next_open = opened;
            opened = file;
            win32_devices[file->device].open++;
        }
        ks4j_filter_open(file->instance.filter);
    }
    handle = file != NULL ? win32_handle(&file->object) : NULL;
    pthread_mutex_unlock(&win32_lock);
    if (handle == NULL) {
        errno = ERROR_NOT_ENOUGH_MEMORY;
        return INVALID_HANDLE_VALUE;
    }
    return handle;
}

/* The end of a request, as the I/O manager sees to it. */

static void tell(win32_file *file, OVERLAPPED *overlapped, win32_event *event, int quiet) {
    if (event != NULL) {
        win32_event_signal(event);
    }
    pthread_cond_broadcast(&file->completed);
    if (file->port != NULL && !quiet) {
        win32_port_post(
            file->port, (NTSTATUS)overlapped->Internal, (DWORD)overlapped->InternalHigh, file->key, overlapped);
    }
}

static void untime(win32_irp *irp) {
    for (win32_irp **at = &timed; irp->timed && *at != NULL; at = &(*at)->next_timed) {
        if (*at == irp) {
            *at = irp->next_timed;
            irp->timed = 0;
            return;
        }
    }
}

static void irp_free(win32_irp *irp) {
    if (irp->event != NULL) {
        win32_release((win32_object *)irp->event);
    }
    win32_release(&irp->file->object);
    free(irp);
}

/* Completes what has been pending; an error too is written to the status block then. */
static void irp_complete(win32_irp *irp) {
    win32_file *file = irp->file;
    win32_irp **at = &file->pending;
    while (*at != irp) {
        at = &(*at)->next_pending;
    }
    *at = irp->next_pending;
    untime(irp);
    if (irp->overlapped == NULL) {
        irp->complete = 1;
        pthread_cond_broadcast(&file->completed);
        return;
    }
    irp->overlapped->InternalHigh = irp->request.information;
    irp->overlapped->Internal = (ULONG)(file->vague ? STATUS_PENDING : irp->request.status);
    tell(file, irp->overlapped, irp->event, irp->quiet);
    irp_free(irp);
}

static void complete_done(ks4j_filter *filter) {
    ks4j_request *request;
    while ((request = ks4j_filter_done(filter)) != NULL) {
        irp_complete((win32_irp *)request);
    }
}

void win32_files_remove(ULONG device) {
    win32_file *file = opened;
    while (file != NULL) {
        win32_file *next;
        win32_reference(&file->object);
        if (file->device == device) {
            ks4j_filter_remove(file->instance.filter);
            complete_done(file->instance.filter);
        }
        next = file->next_open;
        win32_release(&file->object);
        file = next;
    }
}

/* The clock of requests that take their time. */

static int later(const struct timespec *left, const struct timespec *right) {
    return left->tv_sec != right->tv_sec ? left->tv_sec > right->tv_sec : left->tv_nsec > right->tv_nsec;
}

static void elapse(win32_irp *irp) {
    win32_file *file = irp->file;
    ks4j_filter *filter = file->instance.filter;
    win32_reference(&file->object);
    untime(irp);
    if (file->stubborn != 0) {
        ks4j_filter_cancel(filter, &irp->request);
    } else {
        ks4j_filter_elapsed(filter, &irp->request);
    }
    complete_done(filter);
    win32_release(&file->object);
}

/* For tests: has drivers that take their time to give back what was cancelled do so now. */
EXPORT void ks4j_stub_give_back(void) {
    win32_irp *irp;
    pthread_mutex_lock(&win32_lock);
    do {
        irp = timed;
        while (irp != NULL && irp->file->stubborn == 0) {
            irp = irp->next_timed;
        }
        if (irp != NULL) {
            elapse(irp);
        }
    } while (irp != NULL);
    pthread_mutex_unlock(&win32_lock);
}

static void *timer(void *unused) {
    (void)unused;
    pthread_mutex_lock(&win32_lock);
    for (;;) {
        struct timespec now;
        if (timed == NULL) {
            pthread_cond_wait(&timed_changed, &win32_lock);
            continue;
        }
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (later(&timed->deadline, &now)) {
            struct timespec until = timed->deadline;
            pthread_cond_timedwait(&timed_changed, &win32_lock, &until);
            continue;
        }
        elapse(timed);
    }
    return NULL;
}

static void start_timer(void) {
    pthread_t thread;
    win32_condition(&timed_changed);
    if (pthread_create(&thread, NULL, timer, NULL) == 0) {
        pthread_detach(thread);
    }
}

static void time_irp(win32_irp *irp) {
    win32_irp **at = &timed;
    win32_deadline(&irp->deadline, irp->request.delay);
    while (*at != NULL && !later(&(*at)->deadline, &irp->deadline)) {
        at = &(*at)->next_timed;
    }
    irp->next_timed = *at;
    *at = irp;
    irp->timed = 1;
    pthread_cond_signal(&timed_changed);
}

/* DeviceIoControl. */

static NTSTATUS control(win32_file *file, ks4j_request *request) {
    NTSTATUS status;
    if ((request->code >> 14 & 3 & ~file->access) != 0) {
        return STATUS_ACCESS_DENIED;
    }
    status = ks4j_instance_control(&file->instance, request);
    request->information += file->boastful ? BOASTFUL_BYTES : 0;
    request->information -= file->modest && request->information != 0 ? 1 : 0;
    return status;
}

static void pend(win32_irp *irp) {
    win32_irp **at = &irp->file->pending;
    while (*at != NULL) {
        at = &(*at)->next_pending;
    }
    *at = irp;
    win32_reference(&irp->file->object);
    if (irp->event != NULL) {
        win32_reference((win32_object *)irp->event);
    }
    if (irp->request.delay != 0) {
        time_irp(irp);
    }
}

/* Waits within the call, as for a handle that was not opened for overlapped requests. */
static NTSTATUS wait_for(win32_irp *irp, ULONG *information) {
    NTSTATUS status;
    while (!irp->complete) {
        pthread_cond_wait(&irp->file->completed, &win32_lock);
    }
    status = irp->request.status;
    *information = irp->request.information;
    irp_free(irp);
    return status;
}

EXPORT BOOL DeviceIoControl(
    HANDLE device, DWORD code, void *in, DWORD in_length, void *out, DWORD out_length, DWORD *returned,
    OVERLAPPED *overlapped) {
    win32_file *file;
    win32_event *event = NULL;
    win32_irp *irp;
    NTSTATUS status;
    ULONG information;
    pthread_once(&timer_once, start_timer);
    pthread_mutex_lock(&win32_lock);
    file = win32_object_of(device, OBJECT_FILE);
    if (file == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    if (overlapped == NULL && (file->overlapped || returned == NULL)) {
        return win32_fail(ERROR_INVALID_PARAMETER);
    }
    if (overlapped != NULL) {
        overlapped->Internal = (ULONG)STATUS_PENDING;
        if (overlapped->hEvent != NULL && (event = win32_object_of(overlapped->hEvent, OBJECT_EVENT)) == NULL) {
            return win32_fail(ERROR_INVALID_HANDLE);
        }
    }
    irp = malloc(sizeof *irp);
    if (irp == NULL) {
        return win32_fail(ERROR_NOT_ENOUGH_MEMORY);
    }
    *irp = (win32_irp){
        .request =
            {.code = code,
             .in = in,
             .in_length = in_length,
             .out = out,
             .out_length = out_length,
             .event_data = (uintptr_t)(code == IOCTL_KS_DISABLE_EVENT ? in : out)},
        .file = file,
        .overlapped = overlapped,
        .event = event,
        .quiet = overlapped != NULL && ((uintptr_t)overlapped->hEvent & 1) != 0,
    };
    if (event != NULL) {
        win32_event_reset(event);
    }
    status = control(file, &irp->request);
    information = irp->request.information;
    if (status == STATUS_PENDING) {
        pend(irp);
        if (overlapped != NULL) {
            return win32_fail(ERROR_IO_PENDING);
        }
        status = wait_for(irp, &information);
    } else {
        if (overlapped != NULL && !NT_ERROR(status)) {
            overlapped->InternalHigh = information;
            overlapped->Internal = (ULONG)(file->vague ? STATUS_PENDING : status);
            tell(file, overlapped, event, irp->quiet || (file->skip_port && NT_SUCCESS(status)));
        }
        free(irp);
        complete_done(file->instance.filter);
    }
    if (returned != NULL && !NT_ERROR(status)) {
        *returned = information;
    }
    return NT_SUCCESS(status) ? win32_succeed() : win32_fail(win32_error(status));
}

/* Completes a request in some time, or at the time that has been set. */
static void complete_later(win32_irp *irp, ULONG milliseconds) {
    if (!irp->timed) {
        irp->request.delay = milliseconds;
        time_irp(irp);
    }
}

/* Cancels the requests of a file that use a status block, or all; tells how many there were. */
static ULONG cancel(win32_file *file, const OVERLAPPED *overlapped) {
    ULONG count = 0;
    for (win32_irp *irp = file->pending; irp != NULL; irp = irp->next_pending) {
        if (overlapped == NULL || irp->overlapped == overlapped) {
            count += !file->deaf;
            if (file->stubborn != 0) {
                complete_later(irp, file->stubborn);
            } else if (file->deaf) {
                complete_later(irp, DEAF_MILLISECONDS);
            } else if (file->hasty) {
                ks4j_filter_elapsed(file->instance.filter, &irp->request);
            } else {
                ks4j_filter_cancel(file->instance.filter, &irp->request);
            }
        }
    }
    complete_done(file->instance.filter);
    return count;
}

EXPORT BOOL CancelIoEx(HANDLE handle, OVERLAPPED *overlapped) {
    win32_file *file;
    pthread_mutex_lock(&win32_lock);
    file = win32_object_of(handle, OBJECT_FILE);
    if (file == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    return cancel(file, overlapped) != 0 ? win32_succeed() : win32_fail(ERROR_NOT_FOUND);
}

static void file_closing(win32_object *object) {
    win32_file *file = (win32_file *)object;
    cancel(file, NULL);
    if (file->stubborn != 0 && file->instance.kind == KS4J_FILTER) {
        ks4j_free_events(&file->instance.filter->events, file->instance.filter);
    } else {
        ks4j_instance_close(&file->instance);
    }
    complete_done(file->instance.filter);
}

EXPORT BOOL GetOverlappedResult(HANDLE handle, OVERLAPPED *overlapped, DWORD *bytes, BOOL wait) {
    win32_file *file;
    NTSTATUS status;
    pthread_mutex_lock(&win32_lock);
    file = win32_object_of(handle, OBJECT_FILE);
    if (file == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    win32_reference(&file->object);
    while (wait && overlapped->Internal == (ULONG)STATUS_PENDING) {
        pthread_cond_wait(&file->completed, &win32_lock);
    }
    win32_release(&file->object);
    status = (NTSTATUS)overlapped->Internal;
    if (status == STATUS_PENDING) {
        return win32_fail(ERROR_IO_INCOMPLETE);
    }
    *bytes = (DWORD)overlapped->InternalHigh;
    return NT_SUCCESS(status) ? win32_succeed() : win32_fail(win32_error(status));
}

EXPORT BOOL CloseHandle(HANDLE handle) {
    pthread_mutex_lock(&win32_lock);
    return win32_close(handle) ? win32_succeed() : win32_fail(ERROR_INVALID_HANDLE);
}

EXPORT HANDLE CreateIoCompletionPort(HANDLE handle, HANDLE existing, uintptr_t key, DWORD threads) {
    struct win32_port *port;
    win32_file *file;
    (void)threads;
    if (handle == INVALID_HANDLE_VALUE) {
        return win32_port_create();
    }
    pthread_mutex_lock(&win32_lock);
    port = win32_object_of(existing, OBJECT_PORT);
    file = win32_object_of(handle, OBJECT_FILE);
    if (port == NULL || file == NULL) {
        win32_fail(ERROR_INVALID_HANDLE);
        return NULL;
    }
    if (file->port != NULL || !file->overlapped) {
        win32_fail(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    win32_reference((win32_object *)port);
    file->port = port;
    file->key = key;
    win32_succeed();
    return existing;
}

EXPORT BOOL SetFileCompletionNotificationModes(HANDLE handle, UCHAR flags) {
    win32_file *file;
    if ((flags & ~(FILE_SKIP_COMPLETION_PORT_ON_SUCCESS | FILE_SKIP_SET_EVENT_ON_HANDLE)) != 0) {
        errno = ERROR_INVALID_PARAMETER;
        return FALSE;
    }
    pthread_mutex_lock(&win32_lock);
    file = win32_object_of(handle, OBJECT_FILE);
    if (file == NULL) {
        return win32_fail(ERROR_INVALID_HANDLE);
    }
    file->skip_port |= (flags & FILE_SKIP_COMPLETION_PORT_ON_SUCCESS) != 0;
    return win32_succeed();
}
