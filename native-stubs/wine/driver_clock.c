/* The clock of requests that take their time. */
#include "driver.h"

static LIST_ENTRY timed = {&timed, &timed}; /* soonest first */
static KEVENT clock_changed;
static HANDLE clock_thread;
static int stopping;

void driver_time(pending *p) {
    LIST_ENTRY *at = timed.Flink;
    p->due = KeQueryInterruptTime() + p->request.delay * 10000ull;
    while (at != &timed && CONTAINING_RECORD(at, pending, link)->due <= p->due) {
        at = at->Flink;
    }
    driver_append(at, &p->link);
    KeSetEvent(&clock_changed, IO_NO_INCREMENT, FALSE);
}

static void elapse(pending *p) {
    file *f = p->file;
    f->references++;
    driver_detach(&p->link);
    ks4j_filter_elapsed(f->instance.filter, &p->request);
    driver_complete_done(f->instance.filter);
    driver_release(f);
}

/* Ends what is due; tells how long there is nothing to do, as KeWaitForSingleObject takes it, or 0 for ever. */
static LONGLONG elapse_due(void) {
    LONGLONG left = 0;
    driver_lock();
    while (left == 0 && timed.Flink != &timed) {
        pending *soonest = CONTAINING_RECORD(timed.Flink, pending, link);
        ULONGLONG now = KeQueryInterruptTime();
        if (soonest->due <= now) {
            elapse(soonest);
        } else {
            left = -(LONGLONG)(soonest->due - now);
        }
    }
    driver_unlock();
    return left;
}

static void NTAPI run_clock(void *unused) {
    (void)unused;
    while (!stopping) {
        LARGE_INTEGER left;
        left.QuadPart = elapse_due();
        KeWaitForSingleObject(&clock_changed, Executive, KernelMode, FALSE, left.QuadPart != 0 ? &left : NULL);
    }
    PsTerminateSystemThread(STATUS_SUCCESS);
}

NTSTATUS driver_start_clock(void) {
    KeInitializeEvent(&clock_changed, SynchronizationEvent, FALSE);
    return PsCreateSystemThread(&clock_thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, run_clock, NULL);
}

void driver_stop_clock(void) {
    stopping = 1;
    KeSetEvent(&clock_changed, IO_NO_INCREMENT, FALSE);
    ZwWaitForSingleObject(clock_thread, FALSE, NULL);
    ZwClose(clock_thread);
}
