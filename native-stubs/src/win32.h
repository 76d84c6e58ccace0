/*
 * The host of the stub filter on Linux: what kernel32, setupapi, advapi32 and ksuser do for a KS client, over pthreads.
 * One lock guards everything; whatever waits does so on a condition of the object that it waits for. The last error is
 * errno, which is where JNA looks for it on Linux.
 */
#ifndef KS4J_WIN32_H
#define KS4J_WIN32_H

#include <pthread.h>

#include "filter.h"

#define EXPORT __attribute__((visibility("default")))

#define TRUE 1
#define FALSE 0
#define INVALID_HANDLE_VALUE ((HANDLE)(intptr_t)-1)
#define INFINITE 0xFFFFFFFFu
#define WAIT_OBJECT_0 0u
#define WAIT_TIMEOUT 258u
#define WAIT_FAILED 0xFFFFFFFFu
#define GENERIC_READ 0x80000000u
#define GENERIC_WRITE 0x40000000u
#define OPEN_EXISTING 3u
#define FILE_FLAG_OVERLAPPED 0x40000000u
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS 1u
#define FILE_SKIP_SET_EVENT_ON_HANDLE 2u

#define ERROR_SUCCESS 0
#define ERROR_INVALID_FUNCTION 1
#define ERROR_FILE_NOT_FOUND 2
#define ERROR_ACCESS_DENIED 5
#define ERROR_INVALID_HANDLE 6
#define ERROR_NOT_ENOUGH_MEMORY 8
#define ERROR_INVALID_DATA 13
#define ERROR_NOT_READY 21
#define ERROR_BAD_COMMAND 22
#define ERROR_BAD_LENGTH 24
#define ERROR_GEN_FAILURE 31
#define ERROR_SHARING_VIOLATION 32
#define ERROR_INVALID_PARAMETER 87
#define ERROR_INSUFFICIENT_BUFFER 122
#define ERROR_BUSY 170
#define ERROR_MORE_DATA 234
#define ERROR_NO_MORE_ITEMS 259
#define ERROR_MR_MID_NOT_FOUND 317
#define ERROR_ABANDONED_WAIT_0 735
#define ERROR_OPERATION_ABORTED 995
#define ERROR_IO_INCOMPLETE 996
#define ERROR_IO_PENDING 997
#define ERROR_NOACCESS 998
#define ERROR_DEVICE_NOT_CONNECTED 1167
#define ERROR_NOT_FOUND 1168
#define ERROR_NO_MATCH 1169
#define ERROR_SET_NOT_FOUND 1170
#define ERROR_NO_SYSTEM_RESOURCES 1450
#define ERROR_DEVICE_REMOVED 1617
#define ERROR_INVALID_USER_BUFFER 1784
#define ERROR_NO_SUCH_DEVICE_INTERFACE ((int)0xE0000225)

typedef struct {
    uintptr_t Internal;
    uintptr_t InternalHigh;
    DWORD Offset;
    DWORD OffsetHigh;
    HANDLE hEvent;
} OVERLAPPED;

typedef enum { OBJECT_EVENT, OBJECT_PORT, OBJECT_FILE, OBJECT_DEVICES, OBJECT_KEY } win32_kind;

/* What a handle stands for; the first member of every kind of object. */
typedef struct win32_object {
    win32_kind kind;
    ULONG references;
    void (*closing)(struct win32_object *object); /* the handle is closed; may be NULL */
    void (*destroy)(struct win32_object *object);
} win32_object;

/* A file: the stub filter, or an object below it. */
typedef struct win32_file {
    win32_object object;
    ULONG access; /* 1 to read, 2 to write, as in bits 14 and 15 of a control code */
    int overlapped;
    int boastful; /* claims more bytes than it returned */
    ULONG stubborn; /* gives its requests back so many milliseconds after they are cancelled; 0 for at once */
    int modest; /* claims a byte less than it returned */
    int hasty; /* completes its requests just before they are cancelled */
    int deaf; /* has nothing to cancel, but completes its requests soon after */
    int vague; /* completes its requests with STATUS_PENDING */
    ULONG device; /* the index of one of win32_devices; WIN32_DEVICES for none */
    struct win32_file *next_open;
    struct win32_file *parent; /* NULL of the filter itself */
    ks4j_instance instance;
    struct win32_port *port;
    uintptr_t key;
    int skip_port; /* no completion packet for what succeeds at once */
    struct win32_irp *pending;
    pthread_cond_t completed;
} win32_file;

extern pthread_mutex_t win32_lock;

void win32_condition(pthread_cond_t *condition);

/* All with the lock held. A handle takes over the reference that its object was made with. */
void win32_object_init(win32_object *object, win32_kind kind, void (*destroy)(win32_object *object));
HANDLE win32_handle(win32_object *object);
void *win32_object_of(HANDLE handle, win32_kind kind);
int win32_is_open(HANDLE handle);
void win32_reference(win32_object *object);
void win32_release(win32_object *object);
int win32_close(HANDLE handle);
win32_file *win32_file_new(ULONG access, int overlapped);

/* The bits of a control code's access field that GENERIC_READ and GENERIC_WRITE grant. */
ULONG win32_access(DWORD desired);

/* RtlNtStatusToDosError, for the statuses that the stub knows. */
int win32_error(NTSTATUS status);

/* Everything from KSPIN_CONNECT to the end of the format's attributes, if it has any. */
ULONG win32_connect_length(const void *connect);

/* Leaves the lock, then sets the last error, which says nothing about a call that succeeds. */
int win32_fail(int error);
int win32_succeed(void);

#endif
