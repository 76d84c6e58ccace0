/*
 * cfgmgr32: who is told of devices that come and go; and, for tests only, the comings and goings.
 *
 * Callbacks are called in a thread of this library's, without the lock. CM_Unregister_Notification waits until those
 * under way are over, as that of Windows does, so a callback that calls it waits for ever.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "win32_devices.h"

#define CR_SUCCESS 0u
#define CR_OUT_OF_MEMORY 2u
#define CR_INVALID_POINTER 3u
#define CR_INVALID_DATA 0x1Fu

#define MAX_DEVICE_ID_LEN 200

enum { CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE, CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE };

enum {
    CM_NOTIFY_ACTION_DEVICEINTERFACEARRIVAL,
    CM_NOTIFY_ACTION_DEVICEINTERFACEREMOVAL,
    CM_NOTIFY_ACTION_DEVICEQUERYREMOVE,
    CM_NOTIFY_ACTION_DEVICEQUERYREMOVEFAILED,
    CM_NOTIFY_ACTION_DEVICEREMOVEPENDING,
    CM_NOTIFY_ACTION_DEVICEREMOVECOMPLETE
};

typedef struct {
    DWORD cbSize;
    DWORD Flags;
    DWORD FilterType;
    DWORD Reserved;
    union {
        GUID ClassGuid;
        HANDLE hTarget;
        WCHAR InstanceId[MAX_DEVICE_ID_LEN];
    } u;
} CM_NOTIFY_FILTER;

typedef struct {
    DWORD FilterType;
    DWORD Reserved;
    union {
        struct {
            GUID ClassGuid;
            WCHAR SymbolicLink[1];
        } DeviceInterface;
        struct {
            GUID EventGuid;
            LONG NameOffset;
            DWORD DataSize;
            UCHAR Data[1];
        } DeviceHandle;
    } u;
} CM_NOTIFY_EVENT_DATA;

typedef DWORD (*notify_callback)(HANDLE notify, void *context, DWORD action, CM_NOTIFY_EVENT_DATA *data, DWORD size);

typedef struct registration {
    struct registration *next;
    DWORD type;
    GUID category; /* for interfaces */
    ULONG device;  /* for a handle */
    notify_callback callback;
    void *context;
    ULONG calls; /* under way, or about to be */
    int over;
} registration;

static registration *registrations;
static pthread_cond_t call_ended = PTHREAD_COND_INITIALIZER;

EXPORT DWORD CM_Register_Notification(
    const CM_NOTIFY_FILTER *filter, void *context, notify_callback callback, HANDLE *notify) {
    registration *made;
    if (filter == NULL || callback == NULL || notify == NULL) {
        return CR_INVALID_POINTER;
    }
    if (filter->cbSize != sizeof *filter || filter->Flags != 0 || filter->Reserved != 0 ||
        filter->FilterType > CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE) {
        return CR_INVALID_DATA;
    }
    made = calloc(1, sizeof *made);
    if (made == NULL) {
        return CR_OUT_OF_MEMORY;
    }
    made->type = filter->FilterType;
    made->callback = callback;
    made->context = context;
    made->device = WIN32_DEVICES;
    pthread_mutex_lock(&win32_lock);
    if (made->type == CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE) {
        made->category = filter->u.ClassGuid;
    } else {
        win32_file *file = win32_object_of(filter->u.hTarget, OBJECT_FILE);
        if (file == NULL) {
            pthread_mutex_unlock(&win32_lock);
            free(made);
            return CR_INVALID_DATA;
        }
        made->device = file->device;
    }
    made->next = registrations;
    registrations = made;
    pthread_mutex_unlock(&win32_lock);
    *notify = made;
    return CR_SUCCESS;
}

EXPORT DWORD CM_Unregister_Notification(HANDLE notify) {
    registration **at = &registrations;
    registration *found;
    pthread_mutex_lock(&win32_lock);
    while (*at != NULL && *at != notify) {
        at = &(*at)->next;
    }
    found = *at;
    if (found == NULL) {
        pthread_mutex_unlock(&win32_lock);
        return CR_INVALID_DATA;
    }
    *at = found->next;
    found->over = 1;
    while (found->calls != 0) {
        pthread_cond_wait(&call_ended, &win32_lock);
    }
    pthread_mutex_unlock(&win32_lock);
    free(found);
    return CR_SUCCESS;
}

EXPORT DWORD CM_MapCrToWin32Err(DWORD result, DWORD otherwise) {
    switch (result) {
    case CR_SUCCESS:
        return ERROR_SUCCESS;
    case CR_OUT_OF_MEMORY:
        return ERROR_NOT_ENOUGH_MEMORY;
    case CR_INVALID_POINTER:
    case CR_INVALID_DATA:
        return ERROR_INVALID_USER_BUFFER;
    default:
        return otherwise;
    }
}

/* What happens to a device, and to one interface of it where that is what is told. */
typedef struct {
    DWORD action;
    ULONG device;
    const win32_interface *interface;
} change;

static int concerns(const registration *told, const change *event) {
    return event->interface != NULL
               ? told->type == CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE &&
                     ks4j_same(&told->category, event->interface->category)
               : told->type == CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE && told->device == event->device;
}

static void call(registration *told, const change *event) {
    const win32_text *link = event->interface != NULL ? &event->interface->path : NULL;
    size_t size = link != NULL ? offsetof(CM_NOTIFY_EVENT_DATA, u.DeviceInterface.SymbolicLink) + link->size
                               : offsetof(CM_NOTIFY_EVENT_DATA, u.DeviceHandle.Data);
    CM_NOTIFY_EVENT_DATA *data = calloc(1, size < sizeof *data ? sizeof *data : size);
    if (data == NULL) {
        return;
    }
    data->FilterType = told->type;
    if (link != NULL) {
        data->u.DeviceInterface.ClassGuid = *event->interface->category;
        memcpy((UCHAR *)data + offsetof(CM_NOTIFY_EVENT_DATA, u.DeviceInterface.SymbolicLink), link->text, link->size);
    }
    told->callback(told, told->context, event->action, data, (DWORD)size);
    free(data);
}

static size_t registrations_count(void) {
    size_t count = 0;
    for (registration *each = registrations; each != NULL; each = each->next) {
        count++;
    }
    return count;
}

/* The body of the thread that calls back: everybody who is registered when it starts, unless he leaves before his turn. */
static void *tell(void *event) {
    registration **all;
    size_t count = 0;
    pthread_mutex_lock(&win32_lock);
    all = calloc(registrations_count() + 1, sizeof(registration *));
    for (registration *each = registrations; all != NULL && each != NULL; each = each->next) {
        if (concerns(each, event)) {
            each->calls++;
            all[count++] = each;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!all[i]->over) {
            pthread_mutex_unlock(&win32_lock);
            call(all[i], event);
            pthread_mutex_lock(&win32_lock);
        }
        all[i]->calls--;
        pthread_cond_broadcast(&call_ended);
    }
    pthread_mutex_unlock(&win32_lock);
    free(all);
    return NULL;
}

/* Calls back, and waits until that is over. */
static void announce(DWORD action, ULONG device, const win32_interface *interface) {
    change event = {action, device, interface};
    pthread_t thread;
    if (pthread_create(&thread, NULL, tell, &event) == 0) {
        pthread_join(thread, NULL);
    }
}

static void announce_interfaces(DWORD action, ULONG device) {
    for (ULONG i = 0; i < win32_interfaces_count; i++) {
        if (win32_interfaces[i].device == device) {
            announce(action, device, &win32_interfaces[i]);
        }
    }
}

/* Plugs a device in or pulls it out; false if it was so already. */
static int set_plugged(ULONG device, int plugged) {
    int changes;
    pthread_mutex_lock(&win32_lock);
    changes = device < WIN32_DEVICES && win32_devices[device].plugged != plugged;
    if (changes) {
        win32_devices[device].plugged = plugged;
        if (!plugged) {
            win32_files_remove(device);
        }
    }
    pthread_mutex_unlock(&win32_lock);
    return changes;
}

/* Plugs a device in. Returns when all who watch have been called; false if it was there already. */
EXPORT BOOL ks4j_stub_plug(ULONG device) {
    if (!set_plugged(device, 1)) {
        return FALSE;
    }
    announce_interfaces(CM_NOTIFY_ACTION_DEVICEINTERFACEARRIVAL, device);
    return TRUE;
}

/* Pulls a device out, whatever is open: a surprise removal. Returns when all who watch have been called. */
EXPORT BOOL ks4j_stub_unplug(ULONG device) {
    if (!set_plugged(device, 0)) {
        return FALSE;
    }
    announce_interfaces(CM_NOTIFY_ACTION_DEVICEINTERFACEREMOVAL, device);
    announce(CM_NOTIFY_ACTION_DEVICEREMOVECOMPLETE, device, NULL);
    return TRUE;
}

/* Asks for a device to be removed, which anybody prevents who still has it open then; false in that case. */
EXPORT BOOL ks4j_stub_eject(ULONG device) {
    int in_use;
    announce(CM_NOTIFY_ACTION_DEVICEQUERYREMOVE, device, NULL);
    pthread_mutex_lock(&win32_lock);
    in_use = device >= WIN32_DEVICES || win32_devices[device].open != 0;
    pthread_mutex_unlock(&win32_lock);
    if (in_use) {
        announce(CM_NOTIFY_ACTION_DEVICEQUERYREMOVEFAILED, device, NULL);
        return FALSE;
    }
    announce(CM_NOTIFY_ACTION_DEVICEREMOVEPENDING, device, NULL);
    return ks4j_stub_unplug(device);
}

/* How many files of a device are open. */
EXPORT ULONG ks4j_stub_open_files(ULONG device) {
    ULONG open;
    pthread_mutex_lock(&win32_lock);
    open = device < WIN32_DEVICES ? win32_devices[device].open : 0;
    pthread_mutex_unlock(&win32_lock);
    return open;
}

/* How many are registered to be told. */
EXPORT ULONG ks4j_stub_registrations(void) {
    ULONG count;
    pthread_mutex_lock(&win32_lock);
    count = (ULONG)registrations_count();
    pthread_mutex_unlock(&win32_lock);
    return count;
}
