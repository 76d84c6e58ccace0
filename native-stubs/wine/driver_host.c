/* What the filter has of the driver: the events that clients enable, memory, and time. */
#include "driver.h"

#define SECOND 10000000ll

/* The events' handles are duplicated into this process. There are no semaphores here. */

NTSTATUS ks4j_host_event_reference(HANDLE handle, ULONG notification_type, void **object) {
    /* Declared for those who do not import it: as the address of the address that it is. */
    POBJECT_TYPE event_type = (POBJECT_TYPE)ExEventObjectType;
    HANDLE ours;
    void *event;
    NTSTATUS status = ZwDuplicateObject(
        driver_caller->client, handle, NtCurrentProcess(), &ours, 0, 0, DUPLICATE_SAME_ACCESS);
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

void *ks4j_host_allocate(size_t size) {
    return ExAllocatePoolWithTag(PagedPool, size, TAG);
}

void ks4j_host_free(void *memory) {
    ExFreePoolWithTag(memory, TAG);
}

LONGLONG ks4j_host_time(void) {
    LARGE_INTEGER frequency;
    LONGLONG count = KeQueryPerformanceCounter(&frequency).QuadPart;
    return count / frequency.QuadPart * SECOND + count % frequency.QuadPart * SECOND / frequency.QuadPart;
}
