/*
 * Requests to files. The memory of a request under way is here, not the caller's: an address of the caller's
 * only names it. Its results are written to the caller when that learns of its end: from DeviceIoControl, from a wait for
 * its event, from a completion port.
 */
#include <stddef.h>

#include "codes.h"
#include "files.h"

#define STATUS_PENDING_CODE 0x103u
#define IOCTL_KS_WRITE_STREAM_CODE 0x002F8013u
#define IOCTL_KS_READ_STREAM_CODE 0x002F4017u
#define IOCTL_KS_ENABLE_EVENT_CODE 0x002F0007u
#define IOCTL_KS_DISABLE_EVENT_CODE 0x002F000Bu

/* The arguments of DeviceIoControl. */
enum { DEVICE, CODE, REQUEST, REQUEST_LENGTH, REPLY, REPLY_LENGTH, RETURNED, BLOCK };

typedef struct request {
    OVERLAPPED overlapped; /* first, since completion ports tell its address */
    message *m;
    HANDLE file;
    HANDLE port; /* which tells of its end; NULL for none */
    int skips;   /* but not if it succeeds at once */
    BYTE *extra;     /* a buffer made for a request of codes.h; NULL for none */
    DWORD extra_length;
    int references;  /* one of the list */
    int returned;    /* DeviceIoControl has */
    int written;     /* the caller knows of the end */
    int packet;      /* a completion port will tell of it */
    struct request *next;
} request;

static CONDITION_VARIABLE has_returned;
static request *requests;

void requests_start(void) {
    InitializeConditionVariable(&has_returned);
}

/* Requests. All with the lock held. */

static void release(request *r) {
    if (--r->references == 0) {
        deallocate(r->m);
        deallocate(r->extra);
        deallocate(r);
    }
}

static void forget(request *r) {
    request **at = &requests;
    while (*at != r) {
        at = &(*at)->next;
    }
    *at = r->next;
    release(r);
}

static int is_complete(const request *r) {
    return *(volatile const ULONG_PTR *)&r->overlapped.Internal != STATUS_PENDING_CODE;
}

static uint64_t client_overlapped(const request *r) {
    return memory_of(r->m, BLOCK) == NULL ? 0 : r->m->arguments[BLOCK].value;
}

static int is_event_of(const request *r, HANDLE event) {
    return event != NULL && (HANDLE)((ULONG_PTR)r->overlapped.hEvent & ~(ULONG_PTR)3) == event;
}

/* The request that a status block of the caller's names, the latest first; NULL for none. */
static request *find(HANDLE handle, uint64_t overlapped) {
    request *at = requests;
    while (at != NULL && (at->file != handle || client_overlapped(at) != overlapped)) {
        at = at->next;
    }
    return at;
}

/* Lets go of requests of whose end nobody can learn any more. */
static void sweep(void) {
    request *next;
    for (request *at = requests; at != NULL; at = next) {
        next = at->next;
        if (at->returned && at->written && !at->packet && is_complete(at)) {
            forget(at);
        }
    }
}

void count_objects(message **owned, answer *to) {
    (void)owned;
    EnterCriticalSection(&bridge_lock);
    sweep();
    answer_head(to)->result = count_files();
    for (const request *at = requests; at != NULL; at = at->next) {
        answer_head(to)->result++;
    }
    LeaveCriticalSection(&bridge_lock);
}

/* The requests that codes.h has instead of those of Kernel Streaming. */

static int is_stream(const request *r) {
    DWORD code = (DWORD)r->m->values[CODE];
    return (code == IOCTL_KS_WRITE_STREAM_CODE || code == IOCTL_KS_READ_STREAM_CODE) && memory_of(r->m, REPLY) != NULL;
}

static int is_event(DWORD code) {
    return code == IOCTL_KS_ENABLE_EVENT_CODE || code == IOCTL_KS_DISABLE_EVENT_CODE;
}

static BOOL send_stream(request *r, DWORD *returned, OVERLAPPED *overlapped) {
    const message *m = r->m;
    DWORD headers = (DWORD)m->values[REPLY_LENGTH];
    DWORD code = m->values[CODE] == IOCTL_KS_READ_STREAM_CODE ? IOCTL_KS4J_READ_STREAM : IOCTL_KS4J_WRITE_STREAM;
    BYTE *at;
    r->extra_length = (DWORD)sizeof(KS4J_STREAM) + headers;
    for (unsigned i = KS4J_ARGUMENTS; i < m->head.count; i++) {
        r->extra_length += m->arguments[i].length;
    }
    r->extra = allocate(r->extra_length);
    if (r->extra == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    at = r->extra + sizeof(KS4J_STREAM);
    memcpy(at, memory_of(m, REPLY), headers);
    at += headers;
    for (unsigned i = KS4J_ARGUMENTS; i < m->head.count; i++) {
        memcpy(at, memory_of(m, i), m->arguments[i].length);
        at += m->arguments[i].length;
    }
    /* The length of the headers is in the message, so it stays as long as the request. */
    return DeviceIoControl(
        r->file, code, (void *)&m->values[REPLY_LENGTH], sizeof headers, r->extra, r->extra_length, returned, overlapped);
}

static BOOL send_event(request *r, DWORD *returned, OVERLAPPED *overlapped) {
    const message *m = r->m;
    DWORD in_length = memory_of(m, REQUEST) == NULL ? 0 : (DWORD)m->values[REQUEST_LENGTH];
    unsigned named = m->values[CODE] == IOCTL_KS_ENABLE_EVENT_CODE ? REPLY : REQUEST;
    KS4J_EVENT head = {.code = (unsigned)m->values[CODE]};
    head.event_data = memory_of(m, named) == NULL ? 0 : m->arguments[named].value;
    r->extra_length = (DWORD)sizeof head + in_length;
    r->extra = allocate(r->extra_length);
    if (r->extra == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    memcpy(r->extra, &head, sizeof head);
    if (in_length != 0) {
        memcpy(r->extra + sizeof head, memory_of(m, REQUEST), in_length);
    }
    return DeviceIoControl(
        r->file, IOCTL_KS4J_EVENT, r->extra, r->extra_length, memory_of(m, REPLY), (DWORD)m->values[REPLY_LENGTH], returned,
        overlapped);
}

static BOOL send_request(request *r, DWORD *returned, OVERLAPPED *overlapped) {
    const message *m = r->m;
    DWORD code = (DWORD)m->values[CODE];
    if (is_stream(r)) {
        return send_stream(r, returned, overlapped);
    }
    if (is_event(code)) {
        return send_event(r, returned, overlapped);
    }
    return DeviceIoControl(
        r->file, code, memory_of(m, REQUEST), (DWORD)m->values[REQUEST_LENGTH], memory_of(m, REPLY), (DWORD)m->values[REPLY_LENGTH],
        returned, overlapped);
}

/* The byte count that the driver gave. */
static DWORD information(const request *r, DWORD told) {
    return r->extra != NULL && is_stream(r) && told != 0 ? (DWORD)((const KS4J_STREAM *)r->extra)->information : told;
}

/* The end of a request. */

/* The headers as the driver left them, but with the caller's addresses, and the frames that it filled. */
static void write_stream(const request *r, answer *to) {
    const message *m = r->m;
    const BYTE *theirs = memory_of(m, REPLY);
    BYTE *headers = r->extra + sizeof(KS4J_STREAM);
    DWORD length = (DWORD)m->values[REPLY_LENGTH];
    const BYTE *at = headers + length;
    KS4J_FOR_HEADERS(offset, theirs, length) {
        memcpy(headers + offset + KS4J_HEADER_DATA, theirs + offset + KS4J_HEADER_DATA, sizeof(uint64_t));
    }
    for (unsigned i = KS4J_ARGUMENTS; i < m->head.count; i++) {
        if (m->arguments[i].kind == KS4J_IN_OUT) {
            answer_write(to, m->arguments[i].value, at, m->arguments[i].length);
        }
        at += m->arguments[i].length;
    }
    answer_write(to, m->arguments[REPLY].value, headers, length);
}

static void write_output(const request *r, DWORD count, answer *to) {
    const message *m = r->m;
    if (is_stream(r)) {
        write_stream(r, to);
    } else if (memory_of(m, REPLY) != NULL) {
        answer_write(
            to, m->arguments[REPLY].value, memory_of(m, REPLY),
            count < m->arguments[REPLY].length ? count : m->arguments[REPLY].length);
    }
}

/* Writes all that the end of an overlapped request writes; the status block last, since it may be looked at. */
static void write_end(request *r, answer *to) {
    ULONG_PTR block[] = {r->overlapped.Internal, information(r, (DWORD)r->overlapped.InternalHigh)};
    if ((DWORD)block[0] >> 30 != 3) {
        write_output(r, (DWORD)block[1], to);
    }
    answer_write(to, client_overlapped(r), block, sizeof block);
    r->written = 1;
}

/* DeviceIoControl. */

static request *request_new(message *m) {
    request *r = allocate(sizeof *r);
    const OVERLAPPED *theirs = memory_of(m, BLOCK);
    const file *known;
    if (r == NULL) {
        return NULL;
    }
    r->m = m;
    r->file = handle_of(m, DEVICE);
    r->references = 2;
    if (theirs != NULL) {
        r->overlapped = *theirs;
        r->overlapped.Internal = STATUS_PENDING_CODE;
    }
    EnterCriticalSection(&bridge_lock);
    sweep();
    known = file_of(r->file);
    if (known != NULL && theirs != NULL && ((ULONG_PTR)theirs->hEvent & 1) == 0) {
        r->port = known->port;
        r->skips = (known->modes & FILE_SKIP_COMPLETION_PORT_ON_SUCCESS) != 0;
    }
    r->next = requests;
    requests = r;
    LeaveCriticalSection(&bridge_lock);
    return r;
}

/* Whether a completion port tells of a request that has returned. */
static int packet_comes(const request *r, BOOL success, int pending) {
    return r->port != NULL && (pending || (is_complete(r) && !(success && r->skips)));
}

static void write_returned(request *r, BOOL success, DWORD error, DWORD returned, answer *to) {
    const message *m = r->m;
    DWORD count = information(r, returned);
    if (memory_of(m, RETURNED) != NULL) {
        answer_write(to, m->arguments[RETURNED].value, &count, sizeof count);
    }
    if (client_overlapped(r) == 0) {
        if (success || error == ERROR_MORE_DATA) {
            write_output(r, count, to);
        }
    } else if (is_complete(r)) {
        write_end(r, to);
    }
    r->written = 1;
}

/* Whether the memory of an argument is as long as the one behind it says. */
static int is_whole(const message *m, unsigned argument) {
    return memory_of(m, argument) == NULL || m->values[argument + 1] <= m->arguments[argument].length;
}

void device_io_control(message **owned, answer *to) {
    DWORD returned = 0;
    DWORD error;
    BOOL success;
    int pending;
    request *r;
    if (!is_whole(*owned, REQUEST) || !is_whole(*owned, REPLY)) {
        answer_head(to)->error = ERROR_INVALID_PARAMETER;
        return;
    }
    r = request_new(*owned);
    if (r == NULL) {
        answer_head(to)->error = ERROR_NOT_ENOUGH_MEMORY;
        return;
    }
    *owned = NULL;
    if (memory_of(r->m, RETURNED) != NULL) {
        returned = *(const DWORD *)memory_of(r->m, RETURNED);
    }
    SetLastError(ERROR_SUCCESS);
    success = send_request(r, &returned, memory_of(r->m, BLOCK) == NULL ? NULL : &r->overlapped);
    error = GetLastError();
    pending = !success && error == ERROR_IO_PENDING;
    EnterCriticalSection(&bridge_lock);
    r->packet = packet_comes(r, success, pending);
    r->returned = 1;
    if (!pending) {
        write_returned(r, success, error, returned, to);
        if (!r->packet) {
            forget(r);
        }
    }
    release(r);
    WakeAllConditionVariable(&has_returned);
    LeaveCriticalSection(&bridge_lock);
    answer_head(to)->result = (uint64_t)success;
    answer_head(to)->error = error;
}

/* What tells of the end of requests. */

static void write_ended(HANDLE event, answer *to) {
    request *next;
    EnterCriticalSection(&bridge_lock);
    for (request *at = requests; at != NULL; at = next) {
        next = at->next;
        if (is_event_of(at, event) && at->returned && !at->written && is_complete(at)) {
            write_end(at, to);
            if (!at->packet) {
                forget(at);
            }
        }
    }
    LeaveCriticalSection(&bridge_lock);
}

void wait_for_single_object(message **owned, answer *to) {
    const message *m = *owned;
    DWORD result, error;
    SetLastError(ERROR_SUCCESS);
    result = WaitForSingleObject(handle_of(m, 0), (DWORD)m->values[1]);
    error = GetLastError();
    if (result == WAIT_OBJECT_0) {
        write_ended(handle_of(m, 0), to);
    }
    answer_head(to)->result = result;
    answer_head(to)->error = error;
}

/* Translates what a port told from the bridge's request to the caller's. */
static void take_packet(DWORD *bytes, OVERLAPPED **overlapped, answer *to) {
    request *r;
    EnterCriticalSection(&bridge_lock);
    for (r = requests; r != NULL && &r->overlapped != *overlapped; r = r->next) {
    }
    if (r != NULL) {
        while (!r->returned) {
            SleepConditionVariableCS(&has_returned, &bridge_lock, INFINITE);
        }
        *bytes = information(r, *bytes);
        *overlapped = (OVERLAPPED *)client_overlapped(r);
        answer_head(to)->overlapped = client_overlapped(r);
        if (!r->written) {
            write_end(r, to);
        }
        forget(r);
    }
    LeaveCriticalSection(&bridge_lock);
}

void get_queued_completion_status(message **owned, answer *to) {
    const message *m = *owned;
    DWORD *bytes = memory_of(m, 1);
    ULONG_PTR *key = memory_of(m, 2);
    OVERLAPPED **overlapped = memory_of(m, 3);
    DWORD error;
    BOOL success;
    SetLastError(ERROR_SUCCESS);
    success = GetQueuedCompletionStatus(handle_of(m, 0), bytes, key, overlapped, (DWORD)m->values[4]);
    error = GetLastError();
    if (*overlapped != NULL) {
        take_packet(bytes, overlapped, to);
    }
    answer_arguments(to, m);
    answer_head(to)->result = (uint64_t)success;
    answer_head(to)->error = error;
}

void cancel_io_ex(message **owned, answer *to) {
    static OVERLAPPED unknown;
    const message *m = *owned;
    OVERLAPPED *overlapped = NULL;
    request *r = NULL;
    if (m->values[1] != 0) {
        EnterCriticalSection(&bridge_lock);
        r = find(handle_of(m, 0), m->values[1]);
        if (r != NULL) {
            r->references++;
        }
        LeaveCriticalSection(&bridge_lock);
        overlapped = r == NULL ? &unknown : &r->overlapped;
    }
    SetLastError(ERROR_SUCCESS);
    answer_head(to)->result = (uint64_t)CancelIoEx(handle_of(m, 0), overlapped);
    answer_head(to)->error = GetLastError();
    if (r != NULL) {
        EnterCriticalSection(&bridge_lock);
        release(r);
        LeaveCriticalSection(&bridge_lock);
    }
}

/* Nobody can learn from a closed event or port any more that a request has ended; its memory may be the caller's again. */
void abandon(HANDLE closed) {
    EnterCriticalSection(&bridge_lock);
    for (request *at = requests; at != NULL; at = at->next) {
        int untold = at->port == closed;
        if (untold) {
            at->port = NULL;
            at->packet = 0;
        }
        if (is_event_of(at, closed) || (untold && at->overlapped.hEvent == NULL)) {
            at->written = 1;
        }
    }
    sweep();
    LeaveCriticalSection(&bridge_lock);
}
