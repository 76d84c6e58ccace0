/*
 * The stub filter as a kernel-mode driver for Wine: the same sources as in the Linux library, behind IRPs. Each open of
 * the device is a filter of its own, or an object below one (see codes.h).
 *
 * Wine runs drivers in a process of their own: a METHOD_NEITHER request comes with copies of both its buffers, and what
 * else it takes of the client's memory comes in requests of codes.h. Event handles are duplicated from its process.
 *
 * One mutex is held around every call to the filter. It leaves the level passive, so that handles can be duplicated under
 * it. IRPs are completed without it: Wine holds a lock of its own then, and when it calls a cancel routine.
 */
#define KS4J_DRIVER
#include "codes.h"
#include "filter.h"

#define TAG 0x6A34736Bu
#define DEVICE_NAME L"\\Device\\ks4jstub"

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *registry);

/* An open of the device. */
typedef struct file {
    LIST_ENTRY link;
    KS4J_FILE_ID id;
    LONG references;
    ULONG holds; /* of its requests: see IOCTL_KS4J_HOLD */
    int closed;
    HANDLE client; /* the process, to reach its handles */
    struct file *parent; /* of an object below a filter */
    ks4j_filter *filter;
    ks4j_pin *pin;  /* NULL if it is none */
    ks4j_node node; /* without a filter if it is none */
} file;

/* A request under way. */
typedef struct {
    ks4j_request request; /* first, so that the filter's requests lead back here */
    IRP *irp;
    file *file;
    KS4J_STREAM *stream; /* where the count of a stream request goes; NULL for any other */
    LIST_ENTRY link; /* in one of the lists below, or in none */
    ULONGLONG due;
    int done;    /* it has ended, but is not complete: it is held, or its cancel routine is on the way */
    int claimed; /* by its cancel routine, so that nobody else needs to ask for it */
} pending;

static const WCHAR *const LINKS[] = {
    L"\\??\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}",
    L"\\??\\ks4j#stub#0000#{65e8773e-8f56-11d0-a3b9-00a0c9223196}",
    L"\\??\\ks4j#stub#0000#{65e8773d-8f56-11d0-a3b9-00a0c9223196}",
};
enum { LINKS_COUNT = sizeof LINKS / sizeof LINKS[0] };
static HANDLE directories[LINKS_COUNT];

static FAST_MUTEX mutex;
static LIST_ENTRY files = {&files, &files};
static LIST_ENTRY timed = {&timed, &timed}; /* soonest first */
static LIST_ENTRY held = {&held, &held};
static LIST_ENTRY ended = {&ended, &ended}; /* to be completed */
static KS4J_FILE_ID last_id;
static const file *caller; /* whose request the filter is dealing with */

static KEVENT clock_changed;
static HANDLE clock_thread;
static int stopping;

static void lock(void) {
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(&mutex);
}

static void append(LIST_ENTRY *before, LIST_ENTRY *entry) {
    entry->Flink = before;
    entry->Blink = before->Blink;
    before->Blink->Flink = entry;
    before->Blink = entry;
}

static void detach(LIST_ENTRY *entry) {
    entry->Blink->Flink = entry->Flink;
    entry->Flink->Blink = entry->Blink;
    entry->Flink = entry->Blink = entry;
}

static void complete_irp(IRP *irp, NTSTATUS status, ULONG_PTR information) {
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

/* Leaves the mutex, and completes what has ended meanwhile. */
static void unlock(void) {
    LIST_ENTRY *first = ended.Flink;
    ended.Blink->Flink = NULL;
    ended.Flink = ended.Blink = &ended;
    ExReleaseFastMutexUnsafe(&mutex);
    KeLeaveCriticalRegion();
    while (first != NULL && first != &ended) {
        pending *p = CONTAINING_RECORD(first, pending, link);
        first = first->Flink;
        complete_irp(p->irp, p->request.status, p->request.information);
        ExFreePoolWithTag(p, TAG);
    }
}

/* The end of a request. */

static void release(file *f) {
    if (--f->references != 0) {
        return;
    }
    if (f->parent != NULL) {
        release(f->parent);
    } else if (f->filter != NULL) {
        ExFreePoolWithTag(f->filter, TAG);
    }
    if (f->client != NULL) {
        ZwClose(f->client);
    }
    ExFreePoolWithTag(f, TAG);
}

/* Wine copies as many bytes from the output buffer as Information tells, even if the buffer is shorter. */
static int extend_output(IRP *irp, ULONG length, ULONG information) {
    void *larger;
    if (irp->UserBuffer == NULL || information <= length) {
        return 1;
    }
    larger = ExAllocatePoolWithTag(PagedPool, information, TAG);
    if (larger == NULL) {
        return 0;
    }
    memset(larger, 0, information);
    memcpy(larger, irp->UserBuffer, length);
    ExFreePoolWithTag(irp->UserBuffer, TAG);
    irp->UserBuffer = larger;
    return 1;
}

static void finish(pending *p) {
    ULONG length = IoGetCurrentIrpStackLocation(p->irp)->Parameters.DeviceIoControl.OutputBufferLength;
    if (p->stream != NULL) {
        p->stream->information = p->request.information;
        p->request.information = length;
    }
    if (NT_ERROR(p->request.status) || !extend_output(p->irp, length, p->request.information)) {
        p->request.information = 0;
    }
    detach(&p->link);
    append(&ended, &p->link);
    release(p->file);
}

/* A request that its cancel routine is about to get is left to that. */
static void end(pending *p) {
    p->done = 1;
    if (p->claimed) {
        finish(p);
    } else if (p->file->holds != 0) {
        detach(&p->link);
        append(&held, &p->link);
    } else if (IoSetCancelRoutine(p->irp, NULL) != NULL) {
        finish(p);
    }
}

/* Ends the requests of a file that had to wait for it. */
static void resume(file *f) {
    LIST_ENTRY *next;
    f->holds = 0;
    for (LIST_ENTRY *at = held.Flink; at != &held; at = next) {
        pending *p = CONTAINING_RECORD(at, pending, link);
        next = at->Flink;
        if (p->file == f) {
            detach(at);
            end(p);
        }
    }
}

static void complete_done(ks4j_filter *filter) {
    ks4j_request *request;
    while ((request = ks4j_filter_done(filter)) != NULL) {
        end(CONTAINING_RECORD(request, pending, request));
    }
}

static void NTAPI cancel(DEVICE_OBJECT *device, IRP *irp) {
    pending *p = irp->Tail.Overlay.DriverContext[0];
    (void)device;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    lock();
    p->claimed = 1;
    if (p->done) {
        finish(p);
    } else {
        file *f = p->file;
        f->references++;
        ks4j_filter_cancel(f->filter, &p->request);
        complete_done(f->filter);
        release(f);
    }
    unlock();
}

/* The clock of requests that take their time. */

static void time_request(pending *p) {
    LIST_ENTRY *at = timed.Flink;
    p->due = KeQueryInterruptTime() + p->request.delay * 10000ull;
    while (at != &timed && CONTAINING_RECORD(at, pending, link)->due <= p->due) {
        at = at->Flink;
    }
    append(at, &p->link);
    KeSetEvent(&clock_changed, IO_NO_INCREMENT, FALSE);
}

static void elapse(pending *p) {
    file *f = p->file;
    f->references++;
    detach(&p->link);
    ks4j_filter_elapsed(f->filter, &p->request);
    complete_done(f->filter);
    release(f);
}

/* Ends what is due; tells how long there is nothing to do, as KeWaitForSingleObject takes it, or 0 for ever. */
static LONGLONG elapse_due(void) {
    LONGLONG left = 0;
    lock();
    while (left == 0 && timed.Flink != &timed) {
        pending *soonest = CONTAINING_RECORD(timed.Flink, pending, link);
        ULONGLONG now = KeQueryInterruptTime();
        if (soonest->due <= now) {
            elapse(soonest);
        } else {
            left = -(LONGLONG)(soonest->due - now);
        }
    }
    unlock();
    return left;
}

static void NTAPI run_clock(void *unused) {
    (void)unused;
    while (!stopping) {
        LARGE_INTEGER left;
        left.QuadPart = elapse_due();
        KeWaitForSingleObject(&clock_changed, Executive, KernelMode, FALSE, left.QuadPart != 0 ? &left : NULL);
    }
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS start_clock(void) {
    KeInitializeEvent(&clock_changed, SynchronizationEvent, FALSE);
    return PsCreateSystemThread(&clock_thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, run_clock, NULL);
}

static void stop_clock(void) {
    stopping = 1;
    KeSetEvent(&clock_changed, IO_NO_INCREMENT, FALSE);
    ZwWaitForSingleObject(clock_thread, FALSE, NULL);
    ZwClose(clock_thread);
}

/* The events that clients enable: the handles are duplicated into this process. There are no semaphores here. */

NTSTATUS ks4j_host_event_reference(HANDLE handle, ULONG notification_type, void **object) {
    /* Declared for those who do not import it: as the address of the address that it is. */
    POBJECT_TYPE event_type = (POBJECT_TYPE)ExEventObjectType;
    HANDLE ours;
    void *event;
    NTSTATUS status = ZwDuplicateObject(
        caller->client, handle, NtCurrentProcess(), &ours, 0, 0, DUPLICATE_SAME_ACCESS);
    if (NT_ERROR(status)) {
        return status;
    }
    status = notification_type != KSEVENTF_EVENT_HANDLE
                 ? STATUS_OBJECT_TYPE_MISMATCH
                 : ObReferenceObjectByHandle(ours, EVENT_MODIFY_STATE, event_type, KernelMode, &event, NULL);
    if (NT_ERROR(status)) {
        ZwClose(ours);
        return status;
    }
    ObDereferenceObject(event);
    *object = ours;
    return STATUS_SUCCESS;
}

void ks4j_host_event_signal(void *object) {
    ZwSetEvent(object, NULL);
}

void ks4j_host_event_release(void *object) {
    ZwClose(object);
}

/* Objects below a filter. */

static file *file_of(KS4J_FILE_ID id) {
    for (LIST_ENTRY *at = files.Flink; at != &files; at = at->Flink) {
        file *f = CONTAINING_RECORD(at, file, link);
        if (f->id == id) {
            return f;
        }
    }
    return NULL;
}

static NTSTATUS create(file *f, ks4j_filter *filter, ULONG kind, const void *parameters, ULONG length) {
    switch (kind) {
        case KS4J_BIND_PIN:
            return ks4j_pin_create(filter, parameters, length, &f->pin);
        case KS4J_BIND_NODE:
            return ks4j_node_create(filter, parameters, length, &f->node);
        default:
            return STATUS_OBJECT_NAME_NOT_FOUND;
    }
}

static NTSTATUS create_below(file *f, file *parent, ULONG kind, const void *parameters, ULONG length) {
    NTSTATUS status;
    if (parent->node.filter != NULL || (parent->pin != NULL && kind == KS4J_BIND_PIN)) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    status = create(f, parent->filter, kind, parameters, length);
    if (NT_SUCCESS(status)) {
        ks4j_filter_cleanup(f->filter);
        ExFreePoolWithTag(f->filter, TAG);
        parent->references++;
        f->parent = parent;
        f->filter = parent->filter;
    }
    return status;
}

/* Of a file with no object below it and no request under way, but for the one to bind it. */
enum { UNUSED = 2 };

static NTSTATUS bind(file *f, const void *in, ULONG in_length) {
    KS4J_BIND head;
    file *parent;
    if (in == NULL || in_length < sizeof head) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&head, in, sizeof head);
    parent = file_of(head.parent);
    if (f->references != UNUSED || f->parent != NULL || parent == NULL || parent == f) {
        return STATUS_INVALID_HANDLE;
    }
    return create_below(f, parent, head.kind, (const UCHAR *)in + sizeof head, in_length - (ULONG)sizeof head);
}

/* Requests. */

static NTSTATUS identify(const file *f, ks4j_request *request) {
    if (request->out == NULL || request->out_length < sizeof f->id) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memcpy(request->out, &f->id, sizeof f->id);
    request->information = sizeof f->id;
    return STATUS_SUCCESS;
}

/* Unwraps a stream request, and has its headers point to the frames that came with it. */
static NTSTATUS unwrap_stream(pending *p, ULONG code) {
    ks4j_request *request = &p->request;
    UCHAR *at = request->out;
    UCHAR *limit = at + request->out_length;
    UCHAR *headers;
    ULONG length;
    if (request->in == NULL || request->in_length != sizeof length || request->out == NULL) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&length, request->in, sizeof length);
    if (request->out_length < sizeof *p->stream || request->out_length - sizeof *p->stream < length) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    p->stream = request->out;
    headers = (UCHAR *)(p->stream + 1);
    at += sizeof *p->stream + length;
    KS4J_FOR_HEADERS(offset, headers, length) {
        KSSTREAM_HEADER header;
        memcpy(&header, headers + offset, sizeof header);
        if (header.Data == NULL) {
            continue;
        }
        if (header.FrameExtent > limit - at) {
            return STATUS_INVALID_BUFFER_SIZE;
        }
        header.Data = at;
        at += header.FrameExtent;
        memcpy(headers + offset, &header, sizeof header);
    }
    request->code = code;
    request->in = NULL;
    request->in_length = 0;
    request->out = headers;
    request->out_length = length;
    return STATUS_SUCCESS;
}

/* Unwraps an event request, which tells the address of its event data. */
static NTSTATUS unwrap_event(ks4j_request *request) {
    KS4J_EVENT head;
    if (request->in == NULL || request->in_length < sizeof head) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&head, request->in, sizeof head);
    if (head.code != IOCTL_KS_ENABLE_EVENT && head.code != IOCTL_KS_DISABLE_EVENT) {
        return STATUS_INVALID_PARAMETER;
    }
    request->code = head.code;
    request->event_data = head.event_data;
    request->in = (const UCHAR *)request->in + sizeof head;
    request->in_length -= (ULONG)sizeof head;
    return STATUS_SUCCESS;
}

static NTSTATUS send(pending *p) {
    if (p->file->pin != NULL) {
        return ks4j_pin_control(p->file->pin, &p->request);
    }
    if (p->file->node.filter != NULL) {
        return ks4j_node_control(&p->file->node, &p->request);
    }
    return ks4j_filter_control(p->file->filter, &p->request);
}

static NTSTATUS control_event(pending *p) {
    NTSTATUS status = unwrap_event(&p->request);
    return NT_SUCCESS(status) ? send(p) : status;
}

static NTSTATUS control_stream(pending *p, ULONG code) {
    NTSTATUS status = unwrap_stream(p, code);
    return NT_SUCCESS(status) ? send(p) : status;
}

static NTSTATUS control(pending *p) {
    ks4j_request *request = &p->request;
    switch (request->code) {
        case IOCTL_KS4J_IDENTIFY:
            return identify(p->file, request);
        case IOCTL_KS4J_BIND:
            return bind(p->file, request->in, request->in_length);
        case IOCTL_KS4J_HOLD:
            p->file->holds++;
            return STATUS_SUCCESS;
        case IOCTL_KS4J_RESUME:
            if (p->file->holds != 0 && --p->file->holds == 0) {
                resume(p->file);
            }
            return STATUS_SUCCESS;
        case IOCTL_KS4J_EVENT:
            return control_event(p);
        case IOCTL_KS4J_WRITE_STREAM:
            return control_stream(p, IOCTL_KS_WRITE_STREAM);
        case IOCTL_KS4J_READ_STREAM:
            return control_stream(p, IOCTL_KS_READ_STREAM);
        case IOCTL_KS_WRITE_STREAM:
        case IOCTL_KS_READ_STREAM:
            /* Its headers would point into another process. */
            return request->out == NULL ? send(p) : STATUS_NOT_SUPPORTED;
        default:
            return send(p);
    }
}

/* The filter holds the request: it may be cancelled from now on, and may have been. */
static void pend(pending *p) {
    p->irp->Tail.Overlay.DriverContext[0] = p;
    IoMarkIrpPending(p->irp);
    if (p->request.delay != 0) {
        time_request(p);
    }
    (void)IoSetCancelRoutine(p->irp, cancel);
    if (p->irp->Cancel && IoSetCancelRoutine(p->irp, NULL) != NULL) {
        p->claimed = 1;
        ks4j_filter_cancel(p->file->filter, &p->request);
    }
}

static NTSTATUS NTAPI dispatch_control(DEVICE_OBJECT *device, IRP *irp) {
    IO_STACK_LOCATION *stack = IoGetCurrentIrpStackLocation(irp);
    file *f = stack->FileObject->FsContext;
    pending *p = ExAllocatePoolWithTag(PagedPool, sizeof *p, TAG);
    NTSTATUS status;
    (void)device;
    if (p == NULL) {
        complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    memset(p, 0, sizeof *p);
    p->request.code = stack->Parameters.DeviceIoControl.IoControlCode;
    p->request.in = stack->Parameters.DeviceIoControl.Type3InputBuffer;
    p->request.in_length = stack->Parameters.DeviceIoControl.InputBufferLength;
    p->request.out = irp->UserBuffer;
    p->request.out_length = stack->Parameters.DeviceIoControl.OutputBufferLength;
    p->irp = irp;
    p->file = f;
    p->link.Flink = p->link.Blink = &p->link;
    lock();
    f->references++;
    caller = f;
    status = control(p);
    p->request.status = status;
    if (status == STATUS_PENDING) {
        pend(p);
    } else {
        finish(p);
    }
    complete_done(f->filter);
    unlock();
    return status;
}

/* Opening and closing. */

static NTSTATUS open_client(HANDLE *process) {
    CLIENT_ID id = {PsGetCurrentProcessId(), NULL};
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, NULL, 0, NULL, NULL);
    return ZwOpenProcess(process, PROCESS_DUP_HANDLE, &attributes, &id);
}

static NTSTATUS open(file **opened) {
    file *f = ExAllocatePoolWithTag(PagedPool, sizeof *f, TAG);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (f == NULL) {
        return status;
    }
    *f = (file){.references = 1, .filter = ExAllocatePoolWithTag(PagedPool, sizeof *f->filter, TAG)};
    if (f->filter != NULL) {
        status = open_client(&f->client);
    }
    if (NT_ERROR(status)) {
        release(f);
        return status;
    }
    ks4j_filter_open(f->filter);
    lock();
    f->id = ++last_id;
    append(&files, &f->link);
    unlock();
    *opened = f;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI dispatch_create(DEVICE_OBJECT *device, IRP *irp) {
    file *f = NULL;
    NTSTATUS status = open(&f);
    (void)device;
    IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext = f;
    complete_irp(irp, status, 0);
    return status;
}

/* The handle is closed. Wine 8 sends no IRP_MJ_CLEANUP, but IRP_MJ_CLOSE at once, even if requests are under way. */
static void clean_up(file *f) {
    if (f->closed) {
        return;
    }
    f->closed = 1;
    detach(&f->link);
    resume(f);
    if (f->pin != NULL) {
        ks4j_pin_close(f->pin);
    } else if (f->parent == NULL) {
        ks4j_filter_cleanup(f->filter);
    }
    complete_done(f->filter);
}

static NTSTATUS NTAPI dispatch_cleanup(DEVICE_OBJECT *device, IRP *irp) {
    (void)device;
    lock();
    clean_up(IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext);
    unlock();
    complete_irp(irp, STATUS_SUCCESS, 0);
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI dispatch_close(DEVICE_OBJECT *device, IRP *irp) {
    file *f = IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext;
    (void)device;
    lock();
    clean_up(f);
    release(f);
    unlock();
    complete_irp(irp, STATUS_SUCCESS, 0);
    return STATUS_SUCCESS;
}

/* Coming and going. */

/* A path of the interfaces, which ends in a reference string, as a name below a link would. */
typedef struct {
    UNICODE_STRING name;
    WCHAR text[128];
} link_path;

static void make_path(link_path *path, ULONG index) {
    static const WCHAR REFERENCE[] = L"\\filter";
    UNICODE_STRING head;
    RtlInitUnicodeString(&head, LINKS[index]);
    memcpy(path->text, LINKS[index], head.Length);
    memcpy((UCHAR *)path->text + head.Length, REFERENCE, sizeof REFERENCE);
    RtlInitUnicodeString(&path->name, path->text);
}

static NTSTATUS link_device(UNICODE_STRING *target, ULONG index) {
    UNICODE_STRING name;
    OBJECT_ATTRIBUTES attributes;
    link_path path;
    NTSTATUS status;
    RtlInitUnicodeString(&name, LINKS[index]);
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    status = ZwCreateDirectoryObject(&directories[index], DIRECTORY_ALL_ACCESS, &attributes);
    if (NT_ERROR(status)) {
        return status;
    }
    make_path(&path, index);
    return IoCreateSymbolicLink(&path.name, target);
}

static void unlink_device(void) {
    for (ULONG i = 0; i < LINKS_COUNT && directories[i] != NULL; i++) {
        link_path path;
        make_path(&path, i);
        IoDeleteSymbolicLink(&path.name);
        ZwClose(directories[i]);
    }
}

static void NTAPI unload(DRIVER_OBJECT *driver) {
    unlink_device();
    stop_clock();
    IoDeleteDevice(driver->DeviceObject);
}

static NTSTATUS publish(UNICODE_STRING *name) {
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < LINKS_COUNT && NT_SUCCESS(status); i++) {
        status = link_device(name, i);
    }
    return NT_SUCCESS(status) ? start_clock() : status;
}

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *registry) {
    DEVICE_OBJECT *device;
    UNICODE_STRING name;
    NTSTATUS status;
    (void)registry;
    ExInitializeFastMutex(&mutex);
    driver->MajorFunction[IRP_MJ_CREATE] = dispatch_create;
    driver->MajorFunction[IRP_MJ_CLEANUP] = dispatch_cleanup;
    driver->MajorFunction[IRP_MJ_CLOSE] = dispatch_close;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = dispatch_control;
    driver->DriverUnload = unload;
    RtlInitUnicodeString(&name, DEVICE_NAME);
    status = IoCreateDevice(driver, 0, &name, FILE_DEVICE_KS, 0, FALSE, &device);
    if (NT_ERROR(status)) {
        return status;
    }
    status = publish(&name);
    if (NT_ERROR(status)) {
        unlink_device();
        IoDeleteDevice(device);
    }
    return status;
}
