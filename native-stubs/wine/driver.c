/* The driver's coming and going: its device, and the links that lead to it. */
#include "driver.h"

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *registry);

static const WCHAR *const LINKS[] = {
    L"\\??\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}",
    L"\\??\\ks4j#stub#0000#{65e8773e-8f56-11d0-a3b9-00a0c9223196}",
    L"\\??\\ks4j#stub#0000#{65e8773d-8f56-11d0-a3b9-00a0c9223196}",
};
enum { LINKS_COUNT = sizeof LINKS / sizeof LINKS[0] };
static HANDLE directories[LINKS_COUNT];

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
    driver_stop_clock();
    IoDeleteDevice(driver->DeviceObject);
    driver_stop_keeping();
}

static NTSTATUS publish(UNICODE_STRING *name) {
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < LINKS_COUNT && NT_SUCCESS(status); i++) {
        status = link_device(name, i);
    }
    return NT_SUCCESS(status) ? driver_start_clock() : status;
}

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *registry) {
    DEVICE_OBJECT *device;
    UNICODE_STRING name;
    NTSTATUS status;
    (void)registry;
    driver_start_lock();
    driver_start_keeping();
    driver->MajorFunction[IRP_MJ_CREATE] = driver_create;
    driver->MajorFunction[IRP_MJ_CLEANUP] = driver_cleanup;
    driver->MajorFunction[IRP_MJ_CLOSE] = driver_close;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = driver_control;
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
