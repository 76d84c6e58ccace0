/* Requests of Kernel Streaming, and those that the driver has beside them. */
#include "driver.h"

const file *driver_caller;

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
    return ks4j_instance_control(&p->file->instance, &p->request);
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
            return driver_bind(p->file, request->in, request->in_length);
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

NTSTATUS NTAPI driver_control(DEVICE_OBJECT *device, IRP *irp) {
    IO_STACK_LOCATION *stack = IoGetCurrentIrpStackLocation(irp);
    file *f = stack->FileObject->FsContext;
    pending *p = f == NULL ? NULL : ExAllocatePoolWithTag(PagedPool, sizeof *p, TAG);
    NTSTATUS status;
    (void)device;
    if (p == NULL) {
        driver_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
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
    driver_lock();
    f->references++;
    driver_caller = f;
    status = control(p);
    p->request.status = status;
    if (status == STATUS_PENDING) {
        driver_pend(p);
    } else {
        driver_finish(p);
    }
    driver_complete_done(f->instance.filter);
    driver_unlock();
    return status;
}
