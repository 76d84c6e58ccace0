/* IRPs: how they wait, are cancelled and end. */
#include "driver.h"

static FAST_MUTEX mutex;
static LIST_ENTRY ended = {&ended, &ended}; /* to be completed */

void driver_start_lock(void) {
    ExInitializeFastMutex(&mutex);
}

void driver_lock(void) {
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(&mutex);
}

void driver_append(LIST_ENTRY *before, LIST_ENTRY *entry) {
    entry->Flink = before;
    entry->Blink = before->Blink;
    before->Blink->Flink = entry;
    before->Blink = entry;
}

void driver_detach(LIST_ENTRY *entry) {
    entry->Blink->Flink = entry->Flink;
    entry->Flink->Blink = entry->Blink;
    entry->Flink = entry->Blink = entry;
}

void driver_complete(IRP *irp, NTSTATUS status, ULONG_PTR information) {
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

/* Leaves the mutex, and completes what has ended meanwhile. */
void driver_unlock(void) {
    LIST_ENTRY *first = ended.Flink;
    ended.Blink->Flink = NULL;
    ended.Flink = ended.Blink = &ended;
    ExReleaseFastMutexUnsafe(&mutex);
    KeLeaveCriticalRegion();
    while (first != NULL && first != &ended) {
        pending *p = CONTAINING_RECORD(first, pending, link);
        first = first->Flink;
        driver_complete(p->irp, p->request.status, p->request.information);
        if (p->retired) {
            driver_keep(p);
        } else {
            ExFreePoolWithTag(p, TAG);
        }
    }
}

/* The end of a request. */

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

void driver_finish(pending *p) {
    ULONG length = IoGetCurrentIrpStackLocation(p->irp)->Parameters.DeviceIoControl.OutputBufferLength;
    if (p->stream != NULL) {
        p->stream->information = p->request.information;
        p->request.information = length;
    }
    if (NT_ERROR(p->request.status) || !extend_output(p->irp, length, p->request.information)) {
        p->request.information = 0;
    }
    driver_detach(&p->link);
    driver_append(&ended, &p->link);
    driver_release(p->file);
}

/* A request that its cancel routine is about to get is left to that. */
static void end(pending *p) {
    p->done = 1;
    if (p->claimed || IoSetCancelRoutine(p->irp, NULL) != NULL) {
        driver_finish(p);
    }
}

void driver_complete_done(ks4j_filter *filter) {
    ks4j_request *request;
    while ((request = ks4j_filter_done(filter)) != NULL) {
        end(CONTAINING_RECORD(request, pending, request));
    }
}

static void NTAPI cancel(DEVICE_OBJECT *device, IRP *irp) {
    pending *p = irp->Tail.Overlay.DriverContext[0];
    (void)device;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    driver_lock();
    p->claimed = 1;
    if (p->done) {
        driver_finish(p);
    } else {
        file *f = p->file;
        f->references++;
        ks4j_filter_cancel(f->instance.filter, &p->request);
        driver_complete_done(f->instance.filter);
        driver_release(f);
    }
    driver_unlock();
}

/* Takes the place of Wine's routine, after which Wine would free the IRP, unless it has yet to complete it itself. */
static NTSTATUS NTAPI retire(DEVICE_OBJECT *device, IRP *irp, void *context) {
    pending *p = context;
    p->retired = p->completion(device, irp, p->context) != STATUS_MORE_PROCESSING_REQUIRED;
    return STATUS_MORE_PROCESSING_REQUIRED;
}

void driver_pend(pending *p) {
    IO_STACK_LOCATION *stack = IoGetCurrentIrpStackLocation(p->irp);
    p->completion = stack->CompletionRoutine;
    p->context = stack->Context;
    stack->CompletionRoutine = retire;
    stack->Context = p;
    p->irp->Tail.Overlay.DriverContext[0] = p;
    IoMarkIrpPending(p->irp);
    if (p->request.delay != 0) {
        driver_time(p);
    }
    (void)IoSetCancelRoutine(p->irp, cancel);
    if (p->irp->Cancel && IoSetCancelRoutine(p->irp, NULL) != NULL) {
        p->claimed = 1;
        ks4j_filter_cancel(p->file->instance.filter, &p->request);
    }
}
