/*
 * The devices of the stub as Windows has them registered: which are plugged in, and under which paths their interfaces
 * are found. Everything with the lock held.
 */
#ifndef KS4J_WIN32_DEVICES_H
#define KS4J_WIN32_DEVICES_H

#include "win32.h"

typedef struct {
    const WCHAR *text; /* NULL for none */
    DWORD size;        /* in bytes, with the NUL */
} win32_text;

#define TEXT(text) {u"" text, sizeof u"" text}
#define NO_TEXT {NULL, 0}

typedef struct {
    win32_text instance_id;
    GUID container;
    win32_text friendly_name;
    win32_text description;
    int plugged;
    ULONG open; /* files that nobody has closed */
} win32_device;

typedef struct {
    const GUID *category;
    ULONG device;
    win32_text path;
    win32_text name; /* in the key of the interface */
    ULONG name_type; /* REG_SZ, or what it should not be */
    ULONG growth;    /* how often the name grows while it is asked for */
} win32_interface;

enum { WIN32_STUB_DEVICE, WIN32_SECOND_DEVICE, WIN32_ODD_DEVICE, WIN32_BARE_DEVICE, WIN32_DEVICES };

extern win32_device win32_devices[WIN32_DEVICES];
extern const win32_interface win32_interfaces[];
extern const ULONG win32_interfaces_count;

/* Compares paths without regard to the case of ASCII letters. */
int win32_same_path(const WCHAR *left, const WCHAR *right);

/* The interface with a path, if its device is plugged in; else NULL. */
const win32_interface *win32_interface_at(const WCHAR *path);

/* Has the open filters of a device answer that it has gone. */
void win32_files_remove(ULONG device);

#endif
