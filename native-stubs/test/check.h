/* What the parts of the check share: the calls of the library, requests to the filter itself, and how a check fails. */
#ifndef KS4J_CHECK_H
#define KS4J_CHECK_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "win32.h"

HANDLE CreateFileW(const WCHAR *, DWORD, DWORD, void *, DWORD, DWORD, HANDLE);
BOOL DeviceIoControl(HANDLE, DWORD, void *, DWORD, void *, DWORD, DWORD *, OVERLAPPED *);
BOOL GetOverlappedResult(HANDLE, OVERLAPPED *, DWORD *, BOOL);
BOOL CancelIoEx(HANDLE, OVERLAPPED *);
BOOL CloseHandle(HANDLE);
HANDLE CreateEventW(void *, BOOL, BOOL, const WCHAR *);
BOOL SetEvent(HANDLE);
BOOL ResetEvent(HANDLE);
DWORD WaitForSingleObject(HANDLE, DWORD);
HANDLE CreateIoCompletionPort(HANDLE, HANDLE, uintptr_t, DWORD);
BOOL GetQueuedCompletionStatus(HANDLE, DWORD *, uintptr_t *, OVERLAPPED **, DWORD);
BOOL PostQueuedCompletionStatus(HANDLE, DWORD, uintptr_t, OVERLAPPED *);
DWORD KsCreatePin(HANDLE, const KSPIN_CONNECT *, DWORD, HANDLE *);
DWORD KsCreateTopologyNode(HANDLE, const KSNODE_CREATE *, DWORD, HANDLE *);
DWORD KsCreateAllocator(HANDLE, const KSALLOCATOR_FRAMING *, HANDLE *);
DWORD KsCreateClock(HANDLE, const KSCLOCK_CREATE *, HANDLE *);
void ks4j_stub_give_back(void);

#define CHECK(condition)                                                             \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: %s, last error %d\n", __FILE__, __LINE__, #condition, errno); \
            exit(1);                                                                 \
        }                                                                            \
    } while (0)

#define FAILS(call, error) CHECK((errno = 0, !(call)) && errno == (error))

static const GUID STUB = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x01}};
static const GUID STUB_METHODS = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x02}};
static const GUID STUB_EVENTS = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x03}};
static const GUID CONNECTION = {0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID AUDIO = {0x45FFAAA0, 0x6E1B, 0x11D0, {0xBC, 0xF2, 0x44, 0x45, 0x53, 0x54, 0x00, 0x00}};
static const GUID NO_SET;

enum { LEVEL = 1, ANSWER, NAME, ECHO, SLOW, NEVER, REMOVE = 17 };
enum { TRIGGER = 7 };
enum { LEVELCHANGED = 1, TRIGGERED, THRESHOLD };

/* The answer to a request that is complete, with as much of the data as there is room for. */
typedef struct {
    NTSTATUS status;
    ULONG information;
    ULONG length;
    UCHAR data[512];
} answer;

/* Whom a request is sent to. */
typedef struct {
    void *object;
    NTSTATUS (*control)(void *object, ks4j_request *request);
} target;

target to_filter(ks4j_filter *filter);
target to_pin(ks4j_pin *pin);
target to_node(ks4j_node *node);

/* The filter, without the calls that lead to it. */
ks4j_filter *new_filter(void);
void free_filter(ks4j_filter *filter);
ks4j_pin *new_pin(ks4j_filter *filter, ULONG id);

/*
 * Sends a request with buffers of exactly these lengths, so that the sanitizer sees every byte too far. Of the output
 * buffer there is data, then bytes EE.
 */
answer send(target to, ULONG code, const void *in, ULONG in_length, const void *data, ULONG length);
answer property(target to, const GUID *set, ULONG id, ULONG flags, const void *data, ULONG length);
int answered(const answer *got, NTSTATUS status, ULONG information);
int untouched(const answer *got, ULONG from);
ULONG ulong_at(const answer *got, ULONG at);

#define ANSWERS(expression, status, information)               \
    do {                                                       \
        const answer got = (expression);                       \
        CHECK(answered(&got, (status), (information)));        \
    } while (0)

KSPROPERTY head(const GUID *set, ULONG id, ULONG flags);

typedef struct {
    KSPIN_CONNECT connect;
    KSDATAFORMAT_WAVEFORMATEX format;
} pin_request;

pin_request connect_to(ULONG pin);

/* The filter behind a handle, for overlapped requests. */
#define STUB_PATH u"\\\\?\\KS4J#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter"
HANDLE open_filter(void);
OVERLAPPED overlapped_with(HANDLE event);

/* A request that takes some time may be over before it is cut off, if the machine takes as long for what comes between. */
int was_cut_off(const OVERLAPPED *overlapped, NTSTATUS status);

/* The parts. */
void check_stub(void);
void check_camera(void);
void check_topology(void);
void check_pins(void);
void check_streams(void);
void check_events(void);
void check_removal(void);
void check_objects(void);
void check_hostile(void);
void check_random(void);

#endif
