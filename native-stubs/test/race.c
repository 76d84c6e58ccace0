/*
 * The host under threads that call, submit, cancel and close at once. Every request has to end, and be told of, exactly
 * once, and nothing may be left. Built with a sanitizer, which sees the rest.
 *
 *   race [tries]
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "win32.h"

HANDLE CreateFileW(const WCHAR *, DWORD, DWORD, void *, DWORD, DWORD, HANDLE);
BOOL DeviceIoControl(HANDLE, DWORD, void *, DWORD, void *, DWORD, DWORD *, OVERLAPPED *);
BOOL CancelIoEx(HANDLE, OVERLAPPED *);
BOOL CloseHandle(HANDLE);
HANDLE CreateEventW(void *, BOOL, BOOL, const WCHAR *);
DWORD WaitForSingleObject(HANDLE, DWORD);
HANDLE CreateIoCompletionPort(HANDLE, HANDLE, uintptr_t, DWORD);
BOOL SetFileCompletionNotificationModes(HANDLE, UCHAR);
BOOL GetQueuedCompletionStatus(HANDLE, DWORD *, uintptr_t *, OVERLAPPED **, DWORD);
BOOL PostQueuedCompletionStatus(HANDLE, DWORD, uintptr_t, OVERLAPPED *);
ULONG ks4j_stub_objects(void);

#define THREADS 8
#define ANSWER 2
#define NEVER 6
#define LAST_MILLISECONDS 60000

static const GUID STUB = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x01}};
static const WCHAR PATH[] = u"\\\\?\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";

/* What the host writes to until the request has ended. */
typedef struct {
    OVERLAPPED overlapped; /* first, so that packets lead back here */
    KSPROPERTY request;
    ULONG reply;
} block;

static HANDLE shared;
static HANDLE port;

/* Nobody uses the handle of a file that may be closed already while another is opened, which may get the same. */
static pthread_rwlock_t opening = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;

static ULONG tries = 100000;
static ULONG submitted;
static ULONG told;

static void fail(const char *what) {
    fprintf(stderr, "race: %s\n", what);
    exit(1);
}

static HANDLE open_filter(void) {
    HANDLE file = CreateFileW(PATH, 0, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (file == INVALID_HANDLE_VALUE || CreateIoCompletionPort(file, port, 1, 0) != port ||
        !SetFileCompletionNotificationModes(file, FILE_SKIP_COMPLETION_PORT_ON_SUCCESS)) {
        fail("cannot open the filter");
    }
    return file;
}

static block *new_block(ULONG random, HANDLE event) {
    block *made = calloc(1, sizeof *made);
    if (made == NULL) {
        fail("no memory");
    }
    made->request.Set = STUB;
    made->request.Id = (random & 1) != 0 ? NEVER : ANSWER;
    made->request.Flags = KSPROPERTY_TYPE_GET;
    made->overlapped.hEvent = event;
    return made;
}

static BOOL send(HANDLE file, block *sent) {
    return DeviceIoControl(
        file, IOCTL_KS_PROPERTY, &sent->request, sizeof sent->request, &sent->reply, sizeof sent->reply, NULL,
        &sent->overlapped);
}

static HANDLE enter(void) {
    pthread_rwlock_rdlock(&opening);
    return __atomic_load_n(&shared, __ATOMIC_ACQUIRE);
}

static void leave(void) {
    pthread_rwlock_unlock(&opening);
}

static void reopen(void) {
    HANDLE old;
    pthread_rwlock_wrlock(&opening);
    old = __atomic_exchange_n(&shared, open_filter(), __ATOMIC_ACQ_REL);
    pthread_rwlock_unlock(&opening);
    CloseHandle(old);
}

/* A call: waits for its own event, which keeps the port out of it. */
static void call(ULONG random, HANDLE event) {
    block *sent = new_block(random, (HANDLE)((uintptr_t)event | 1));
    HANDLE file = enter();
    int pends = !send(file, sent) && errno == ERROR_IO_PENDING;
    if (pends) {
        CancelIoEx(file, &sent->overlapped);
    }
    leave();
    if (pends) {
        if (WaitForSingleObject(event, INFINITE) != WAIT_OBJECT_0) {
            fail("a wait failed");
        }
        if ((NTSTATUS)sent->overlapped.Internal != STATUS_CANCELLED) {
            fail("a call that never completes did");
        }
    }
    free(sent);
}

/* A submission: the port tells of it, unless it ends at once. */
static void submit(ULONG random) {
    block *sent = new_block(random, NULL);
    HANDLE file = enter();
    __atomic_fetch_add(&submitted, 1, __ATOMIC_RELAXED);
    if (send(file, sent) || errno != ERROR_IO_PENDING) {
        free(sent);
        __atomic_fetch_add(&told, 1, __ATOMIC_RELAXED);
    } else if ((random & 2) != 0) {
        CancelIoEx(file, NULL);
    }
    leave();
}

static void *act(void *seed) {
    ULONG random = (ULONG)(uintptr_t)seed;
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    for (ULONG i = 0; i < tries / THREADS; i++) {
        random = random * 1664525u + 1013904223u;
        switch (random >> 29) {
        case 0:
            reopen();
            break;
        case 1:
        case 2:
        case 3:
            submit(random >> 16);
            break;
        default:
            call(random >> 16, event);
        }
    }
    CloseHandle(event);
    return NULL;
}

/* Where closing a file does not wait for the end of its requests, those are told of after the packet that ends this. */
static void *tell(void *unused) {
    DWORD timeout = INFINITE;
    (void)unused;
    while (timeout == INFINITE || __atomic_load_n(&told, __ATOMIC_RELAXED) != submitted) {
        DWORD bytes;
        uintptr_t key;
        OVERLAPPED *overlapped;
        GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, timeout);
        if (overlapped != NULL) {
            if ((NTSTATUS)overlapped->Internal != STATUS_CANCELLED) {
                fail("a submission that never completes did");
            }
            free(overlapped);
            __atomic_fetch_add(&told, 1, __ATOMIC_RELAXED);
        } else if (timeout != INFINITE) {
            break;
        } else {
            timeout = LAST_MILLISECONDS;
        }
    }
    return NULL;
}

int main(int count, char **arguments) {
    pthread_t threads[THREADS], teller;
    ULONG before = ks4j_stub_objects();
    tries = count > 1 ? (ULONG)strtoul(arguments[1], NULL, 10) : tries;
    port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    shared = open_filter();
    pthread_create(&teller, NULL, tell, NULL);
    for (uintptr_t i = 0; i < THREADS; i++) {
        pthread_create(&threads[i], NULL, act, (void *)(i + 1));
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    CloseHandle(shared);
    PostQueuedCompletionStatus(port, 0, 0, NULL);
    pthread_join(teller, NULL);
    CloseHandle(port);
    if (told != submitted) {
        fprintf(stderr, "race: told of %u of %u submissions\n", told, submitted);
        return 1;
    }
    if (ks4j_stub_objects() != before) {
        fprintf(stderr, "race: %u objects are left\n", ks4j_stub_objects() - before);
        return 1;
    }
    printf("race: %u tries, %u submissions\n", tries, submitted);
    return 0;
}
