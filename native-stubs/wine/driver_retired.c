/*
 * IRPs that are complete, but are kept until no cancel can come for them any more.
 *
 * Wine 8 sends a cancel to a driver behind all requests that wait for it, and with nothing but the address of the IRP.
 * When its turn comes the IRP may be complete, and Wine would have freed it, or made another of it. But it sends no cancel
 * of an IRP that is complete; so when it is the turn of something that was sent then, that of all cancels has been. The
 * driver sends itself such a thing by opening its device, which does not wait for the driver.
 */
#include "driver.h"

/* Not one at a time, since each opening takes the driver's time. */
enum { MANY = 64 };

static FAST_MUTEX mutex;
static LIST_ENTRY kept = {&kept, &kept};
static ULONG kept_count;
static LIST_ENTRY leaving = {&leaving, &leaving}; /* when the device has been opened */
static HANDLE process;

static int is_empty(const LIST_ENTRY *list) {
    return list->Flink == list;
}

static void move(LIST_ENTRY *from, LIST_ENTRY *to) {
    while (!is_empty(from)) {
        LIST_ENTRY *first = from->Flink;
        driver_detach(first);
        driver_append(to, first);
    }
}

static void free_all(LIST_ENTRY *list) {
    while (!is_empty(list)) {
        pending *p = CONTAINING_RECORD(list->Flink, pending, link);
        driver_detach(&p->link);
        IoCompleteRequest(p->irp, IO_NO_INCREMENT);
        ExFreePoolWithTag(p, TAG);
    }
}

static NTSTATUS open_own_device(void) {
    UNICODE_STRING name;
    OBJECT_ATTRIBUTES attributes;
    IO_STATUS_BLOCK block;
    HANDLE opened;
    NTSTATUS status;
    RtlInitUnicodeString(&name, DEVICE_NAME);
    InitializeObjectAttributes(&attributes, &name, 0, NULL, NULL);
    status = ZwOpenFile(&opened, 0, &attributes, &block, FILE_SHARE_READ | FILE_SHARE_WRITE, 0);
    if (NT_SUCCESS(status)) {
        ZwClose(opened);
    }
    return status;
}

/* Opens the device if there is much to free; if that fails, there will be a next time. With the mutex held. */
static void let_leave(void) {
    if (kept_count < MANY || !is_empty(&leaving)) {
        return;
    }
    move(&kept, &leaving);
    kept_count = 0;
    if (NT_ERROR(open_own_device())) {
        move(&leaving, &kept);
    }
}

void driver_keep(pending *p) {
    ExAcquireFastMutex(&mutex);
    driver_append(&kept, &p->link);
    kept_count++;
    let_leave();
    ExReleaseFastMutex(&mutex);
}

int driver_opened_itself(void) {
    LIST_ENTRY freed = {&freed, &freed};
    if (PsGetCurrentProcessId() != process) {
        return 0;
    }
    ExAcquireFastMutex(&mutex);
    move(&leaving, &freed);
    let_leave();
    ExReleaseFastMutex(&mutex);
    free_all(&freed);
    return 1;
}

void driver_start_keeping(void) {
    ExInitializeFastMutex(&mutex);
    process = PsGetCurrentProcessId();
}

void driver_stop_keeping(void) {
    LIST_ENTRY freed = {&freed, &freed};
    ExAcquireFastMutex(&mutex);
    move(&leaving, &freed);
    move(&kept, &freed);
    ExReleaseFastMutex(&mutex);
    free_all(&freed);
}
