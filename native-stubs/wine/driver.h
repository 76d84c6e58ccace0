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
#ifndef KS4J_DRIVER_H
#define KS4J_DRIVER_H

#define KS4J_DRIVER
#include "codes.h"
#include "filter.h"

#define TAG 0x6A34736Bu
#define DEVICE_NAME L"\\Device\\ks4jstub"

/* An open of the device. */
typedef struct file {
    LIST_ENTRY link;
    KS4J_FILE_ID id;
    LONG references;
    int closed;
    HANDLE client; /* the process, to reach its handles */
    struct file *parent; /* of an object below a filter */
    ks4j_instance instance;
} file;

/* A request under way. */
typedef struct {
    ks4j_request request; /* first, so that the filter's requests lead back here */
    IRP *irp;
    file *file;
    KS4J_STREAM *stream; /* where the count of a stream request goes; NULL for any other */
    LIST_ENTRY link; /* in one of the lists below, or in none */
    ULONGLONG due;
    int done;    /* it has ended, but is not complete: its cancel routine is on the way */
    int claimed; /* by its cancel routine, so that nobody else needs to ask for it */
    IO_COMPLETION_ROUTINE *completion; /* Wine's, once the filter holds the request */
    void *context;
    int retired; /* Wine has taken its result, and would free the IRP */
} pending;

/* The lock leaves nothing that has ended behind: it is completed once the lock is left. */
void driver_lock(void);
void driver_unlock(void);

/* All that follows up to the next heading with the lock held. */

void driver_append(LIST_ENTRY *before, LIST_ENTRY *entry);
void driver_detach(LIST_ENTRY *entry);

/* The filter holds the request: it may be cancelled from now on, and may have been. */
void driver_pend(pending *p);

/* A request that was never held has ended. */
void driver_finish(pending *p);

/* Ends the requests that the filter has done with. */
void driver_complete_done(ks4j_filter *filter);

/* Has the clock end a request after its delay. */
void driver_time(pending *p);

/* Makes a file that has just been opened an object below another: IOCTL_KS4J_BIND. */
NTSTATUS driver_bind(file *f, const void *in, ULONG in_length);

/* Whose request the filter is dealing with. */
extern const file *driver_caller;

void driver_release(file *f);

/* Without the lock. */

void driver_complete(IRP *irp, NTSTATUS status, ULONG_PTR information);

/* Keeps the IRP of a request that has retired, and the request, until no cancel can come for it: see driver_retired.c. */
void driver_keep(pending *p);

/* Whether the device is being opened by this driver, which frees what it has kept then. */
int driver_opened_itself(void);
void driver_start_keeping(void);
void driver_stop_keeping(void);

NTSTATUS driver_start_clock(void);
void driver_stop_clock(void);
void driver_start_lock(void);

/* The dispatch routines: see driver_control.c and driver_files.c. */
DRIVER_DISPATCH driver_create, driver_cleanup, driver_close, driver_control;

#endif
