/* Opens of the device, and what they are bound to. */
#include "driver.h"

static LIST_ENTRY files = {&files, &files};
static KS4J_FILE_ID last_id;

void driver_release(file *f) {
    if (--f->references != 0) {
        return;
    }
    if (f->parent != NULL) {
        driver_release(f->parent);
    } else if (f->instance.filter != NULL) {
        ExFreePoolWithTag(f->instance.filter, TAG);
    }
    if (f->client != NULL) {
        ZwClose(f->client);
    }
    ExFreePoolWithTag(f, TAG);
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

static NTSTATUS create_below(file *f, file *parent, ULONG kind, const void *parameters, ULONG length) {
    ks4j_filter *own = f->instance.filter;
    NTSTATUS status = ks4j_instance_create(&parent->instance, kind, parameters, length, &f->instance);
    if (NT_ERROR(status)) {
        f->instance = (ks4j_instance){.kind = KS4J_FILTER, .filter = own};
        return status;
    }
    ks4j_filter_cleanup(own);
    ExFreePoolWithTag(own, TAG);
    parent->references++;
    f->parent = parent;
    return status;
}

/* Of a file with no object below it and no request under way, but for the one to bind it. */
enum { UNUSED = 2 };

NTSTATUS driver_bind(file *f, const void *in, ULONG in_length) {
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
    *f = (file){.references = 1, .instance.kind = KS4J_FILTER};
    f->instance.filter = ExAllocatePoolWithTag(PagedPool, sizeof *f->instance.filter, TAG);
    if (f->instance.filter != NULL) {
        status = open_client(&f->client);
    }
    if (NT_ERROR(status)) {
        driver_release(f);
        return status;
    }
    ks4j_filter_open(f->instance.filter);
    driver_lock();
    f->id = ++last_id;
    driver_append(&files, &f->link);
    driver_unlock();
    *opened = f;
    return STATUS_SUCCESS;
}

/* Wine 8 has given the handle already: if this fails, requests come and the close comes, and there is no file for them. */
NTSTATUS NTAPI driver_create(DEVICE_OBJECT *device, IRP *irp) {
    file *f = NULL;
    NTSTATUS status = driver_opened_itself() ? STATUS_SUCCESS : open(&f);
    (void)device;
    IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext = f;
    driver_complete(irp, status, 0);
    return status;
}

/* The handle is closed. Wine 8 sends no IRP_MJ_CLEANUP, but IRP_MJ_CLOSE at once, even if requests are under way. */
static void clean_up(file *f) {
    if (f == NULL || f->closed) {
        return;
    }
    f->closed = 1;
    driver_detach(&f->link);
    ks4j_instance_close(&f->instance);
    driver_complete_done(f->instance.filter);
}

NTSTATUS NTAPI driver_cleanup(DEVICE_OBJECT *device, IRP *irp) {
    (void)device;
    driver_lock();
    clean_up(IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext);
    driver_unlock();
    driver_complete(irp, STATUS_SUCCESS, 0);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI driver_close(DEVICE_OBJECT *device, IRP *irp) {
    file *f = IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext;
    (void)device;
    driver_lock();
    clean_up(f);
    if (f != NULL) {
        driver_release(f);
    }
    driver_unlock();
    driver_complete(irp, STATUS_SUCCESS, 0);
    return STATUS_SUCCESS;
}
