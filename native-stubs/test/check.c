/* Drives the library as a client would; run under the address and undefined-behaviour sanitizers. */
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

#define CHECK(condition)                                                             \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: %s, last error %d\n", __FILE__, __LINE__, #condition, errno); \
            exit(1);                                                                 \
        }                                                                            \
    } while (0)

#define FAILS(call, error) CHECK((errno = 0, !(call)) && errno == (error))

static const GUID STUB = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x01}};
static const GUID CONNECTION = {0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const WCHAR PATH[] = u"\\\\?\\KS4J#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";

enum { LEVEL = 1, ANSWER, NAME, ECHO, SLOW, NEVER };

static HANDLE open_filter(void) {
    HANDLE filter = CreateFileW(
        PATH, GENERIC_READ | GENERIC_WRITE, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    CHECK(filter != INVALID_HANDLE_VALUE);
    return filter;
}

static KSPROPERTY head(const GUID *set, ULONG id, ULONG flags) {
    KSPROPERTY property;
    memset(&property, 0, sizeof property);
    property.Set = *set;
    property.Id = id;
    property.Flags = flags;
    return property;
}

static OVERLAPPED overlapped_with(HANDLE event) {
    OVERLAPPED overlapped;
    memset(&overlapped, 0, sizeof overlapped);
    overlapped.hEvent = event;
    return overlapped;
}

static void handles(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL), next;
    CHECK(CloseHandle(filter));
    FAILS(CloseHandle(filter), ERROR_INVALID_HANDLE);
    next = open_filter();
    CHECK(next != filter);
    FAILS(CloseHandle(filter), ERROR_INVALID_HANDLE);
    CHECK(CloseHandle(next));
    CHECK(CreateFileW(u"\\\\?\\nothing", 0, 3, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE);
    CHECK(errno == ERROR_FILE_NOT_FOUND);
    CHECK(WaitForSingleObject(event, 0) == WAIT_TIMEOUT);
    CHECK(SetEvent(event) && WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
    CHECK(ResetEvent(event) && WaitForSingleObject(event, 1) == WAIT_TIMEOUT);
    CHECK(CloseHandle(event));
    CHECK(WaitForSingleObject(event, 0) == WAIT_FAILED);
    FAILS(CloseHandle(NULL), ERROR_INVALID_HANDLE);
    FAILS(CloseHandle(INVALID_HANDLE_VALUE), ERROR_INVALID_HANDLE);
}

static void properties(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL);
    OVERLAPPED overlapped = overlapped_with(event);
    KSPROPERTY get = head(&STUB, ANSWER, KSPROPERTY_TYPE_GET), name = head(&STUB, NAME, KSPROPERTY_TYPE_GET);
    ULONG value = 0;
    DWORD count = 99;
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, sizeof get, &value, 4, &count, &overlapped));
    CHECK(value == 42 && count == 4 && overlapped.Internal == 0 && overlapped.InternalHigh == 4);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &name, sizeof name, NULL, 0, &count, &overlapped),
          ERROR_MORE_DATA);
    CHECK(count == 20 && overlapped.Internal == (ULONG)STATUS_BUFFER_OVERFLOW);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &name, sizeof name, &value, 4, &count, &overlapped),
          ERROR_INSUFFICIENT_BUFFER);
    CHECK(count == 20 && overlapped.Internal == (ULONG)STATUS_PENDING);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, NULL, 24, &value, 4, &count, &overlapped), ERROR_NOACCESS);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, sizeof get, &value, 4, &count, NULL),
          ERROR_INVALID_PARAMETER);
    FAILS(DeviceIoControl(filter, 0x2F0123, NULL, 0, NULL, 0, &count, &overlapped), ERROR_INVALID_FUNCTION);
    CHECK(CloseHandle(event) && CloseHandle(filter));
}

static void pending(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL);
    OVERLAPPED overlapped = overlapped_with(event), other = overlapped_with(NULL);
    KSPROPERTY slow = head(&STUB, SLOW, KSPROPERTY_TYPE_GET), never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
    ULONG value = 0;
    DWORD count = 0;
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &slow, sizeof slow, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    FAILS(GetOverlappedResult(filter, &overlapped, &count, FALSE), ERROR_IO_INCOMPLETE);
    CHECK(WaitForSingleObject(event, 5000) == WAIT_OBJECT_0 && value == 7);
    CHECK(GetOverlappedResult(filter, &overlapped, &count, TRUE) && count == 4);
    FAILS(CancelIoEx(filter, &overlapped), ERROR_NOT_FOUND);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    FAILS(CancelIoEx(filter, &other), ERROR_NOT_FOUND);
    CHECK(CancelIoEx(filter, &overlapped));
    FAILS(GetOverlappedResult(filter, &overlapped, &count, TRUE), ERROR_OPERATION_ABORTED);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &slow, sizeof slow, &value, 4, NULL, &other), ERROR_IO_PENDING);
    CHECK(CloseHandle(filter) && WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    CHECK(overlapped.Internal == (ULONG)STATUS_CANCELLED && other.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(CloseHandle(event));
    filter = CreateFileW(PATH, GENERIC_READ, 3, NULL, OPEN_EXISTING, 0, NULL);
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &slow, sizeof slow, &value, 4, &count, NULL) && count == 4);
    CHECK(CloseHandle(filter));
}

static void ports(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    OVERLAPPED loud = overlapped_with(NULL), quiet = overlapped_with((HANDLE)((uintptr_t)event | 1)), *from;
    KSPROPERTY get = head(&STUB, ANSWER, KSPROPERTY_TYPE_GET), never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
    ULONG value = 0;
    DWORD count = 0;
    uintptr_t key = 0;
    CHECK(CreateIoCompletionPort(filter, port, 5, 0) == port);
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, sizeof get, &value, 4, NULL, &quiet));
    FAILS(GetQueuedCompletionStatus(port, &count, &key, &from, 0), (int)WAIT_TIMEOUT);
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, sizeof get, &value, 4, NULL, &loud));
    CHECK(GetQueuedCompletionStatus(port, &count, &key, &from, 0) && from == &loud && key == 5 && count == 4);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, 3, &value, 4, NULL, &loud), ERROR_INVALID_USER_BUFFER);
    FAILS(GetQueuedCompletionStatus(port, &count, &key, &from, 0), (int)WAIT_TIMEOUT);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &loud), ERROR_IO_PENDING);
    CHECK(CloseHandle(filter));
    FAILS(GetQueuedCompletionStatus(port, &count, &key, &from, 0), ERROR_OPERATION_ABORTED);
    CHECK(from == &loud);
    CHECK(PostQueuedCompletionStatus(port, 1, 2, NULL));
    CHECK(GetQueuedCompletionStatus(port, &count, &key, &from, INFINITE) && count == 1 && key == 2 && from == NULL);
    CHECK(PostQueuedCompletionStatus(port, 1, 2, NULL) && CloseHandle(port) && CloseHandle(event));
}

typedef struct {
    KSPIN_CONNECT connect;
    KSDATAFORMAT_WAVEFORMATEX format;
} pin_request;

static pin_request sink(void) {
    static const GUID STREAMING = {0x1A8766A0, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
    static const GUID MEDIUM = {0x4747B320, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
    static const GUID AUDIO = {0x73647561, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}};
    static const GUID PCM = {0x00000001, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}};
    static const GUID WAVE = {0x05589F81, 0xC356, 0x11CE, {0xBF, 0x01, 0x00, 0xAA, 0x00, 0x55, 0x59, 0x5A}};
    pin_request request;
    memset(&request, 0, sizeof request);
    request.connect.Interface.Set = STREAMING;
    request.connect.Medium.Set = MEDIUM;
    request.format.DataFormat.FormatSize = sizeof request.format;
    request.format.DataFormat.MajorFormat = AUDIO;
    request.format.DataFormat.SubFormat = PCM;
    request.format.DataFormat.Specifier = WAVE;
    return request;
}

static void set_state(HANDLE pin, ULONG state) {
    KSPROPERTY set = head(&CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_SET);
    OVERLAPPED overlapped = overlapped_with(NULL);
    CHECK(DeviceIoControl(pin, IOCTL_KS_PROPERTY, &set, sizeof set, &state, sizeof state, NULL, &overlapped));
}

static void pins(void) {
    HANDLE filter = open_filter(), pin, second, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = sink(), wrong = sink();
    OVERLAPPED overlapped = overlapped_with(event);
    KSSTREAM_HEADER frames[2];
    memset(frames, 0, sizeof frames);
    for (int i = 0; i < 2; i++) {
        frames[i].Size = sizeof frames[i];
        frames[i].FrameExtent = 4096;
        frames[i].DataUsed = 1000;
    }
    wrong.connect.PinId = 7;
    CHECK(KsCreatePin(filter, &wrong.connect, GENERIC_WRITE, &pin) == ERROR_INVALID_PARAMETER);
    CHECK(pin == INVALID_HANDLE_VALUE);
    wrong = sink();
    wrong.format.DataFormat.SubFormat.Data1 = 3;
    CHECK(KsCreatePin(filter, &wrong.connect, GENERIC_WRITE, &pin) == ERROR_NO_MATCH);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &second) == ERROR_BAD_COMMAND);
    FAILS(DeviceIoControl(pin, IOCTL_KS_READ_STREAM, NULL, 0, frames, sizeof frames, NULL, &overlapped),
          ERROR_ACCESS_DENIED);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, frames, 57, NULL, &overlapped),
          ERROR_INVALID_USER_BUFFER);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, frames, sizeof frames, NULL, &overlapped),
          ERROR_IO_PENDING);
    set_state(pin, KSSTATE_PAUSE);
    CHECK(WaitForSingleObject(event, 0) == WAIT_TIMEOUT);
    set_state(pin, KSSTATE_RUN);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0 && overlapped.InternalHigh == 2000);
    CHECK(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, frames, sizeof frames, NULL, &overlapped));
    set_state(pin, KSSTATE_PAUSE);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, frames, sizeof frames, NULL, &overlapped),
          ERROR_IO_PENDING);
    set_state(pin, KSSTATE_STOP);
    CHECK(overlapped.Internal == (ULONG)STATUS_CANCELLED);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, frames, sizeof frames, NULL, &overlapped),
          ERROR_IO_PENDING);
    CHECK(CloseHandle(filter) && overlapped.Internal == (ULONG)STATUS_PENDING);
    CHECK(CloseHandle(pin) && overlapped.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(CloseHandle(event));
}

/* Requests that pend, are cancelled and are cut off by a close, from several threads at once. */
static void *storm(void *shared) {
    for (int round = 0; round < 300; round++) {
        HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL);
        OVERLAPPED overlapped = overlapped_with(event), on_shared = overlapped_with(event);
        KSPROPERTY never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
        ULONG value = 0, other = 0;
        FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
              ERROR_IO_PENDING);
        FAILS(DeviceIoControl(shared, IOCTL_KS_PROPERTY, &never, sizeof never, &other, 4, NULL, &on_shared),
              ERROR_IO_PENDING);
        if (round % 2 == 0) {
            CancelIoEx(filter, &overlapped);
        }
        CHECK(CloseHandle(filter));
        CHECK(CancelIoEx(shared, &on_shared) && WaitForSingleObject(event, 5000) == WAIT_OBJECT_0);
        CHECK(overlapped.Internal == (ULONG)STATUS_CANCELLED && CloseHandle(event));
    }
    return NULL;
}

static void threads(void) {
    HANDLE shared = open_filter();
    pthread_t running[4];
    for (int i = 0; i < 4; i++) {
        CHECK(pthread_create(&running[i], NULL, storm, shared) == 0);
    }
    for (int i = 0; i < 4; i++) {
        CHECK(pthread_join(running[i], NULL) == 0);
    }
    CHECK(CloseHandle(shared));
}

/* A request outlives its handle where the driver is slow to give it back. */
static void stubborn(void) {
    HANDLE filter = CreateFileW(u"\\\\?\\ks4j#stubborn", 0, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    OVERLAPPED overlapped = overlapped_with(event);
    KSPROPERTY never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
    ULONG value = 0;
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    CHECK(CancelIoEx(filter, &overlapped) && CloseHandle(filter));
    CHECK(WaitForSingleObject(event, 100) == WAIT_TIMEOUT && overlapped.Internal == (ULONG)STATUS_PENDING);
    CHECK(WaitForSingleObject(event, 10000) == WAIT_OBJECT_0 && overlapped.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(CloseHandle(event));
}

/* Requests of random shape in buffers of exactly their length, so that the sanitizer sees every byte too far. */
static void random_request(HANDLE object, OVERLAPPED *overlapped) {
    static const DWORD CODES[] = {IOCTL_KS_PROPERTY,     IOCTL_KS_PROPERTY,    IOCTL_KS_PROPERTY, IOCTL_KS_METHOD,
                                  IOCTL_KS_ENABLE_EVENT, IOCTL_KS_WRITE_STREAM};
    static const GUID SETS[] = {
        {0, 0, 0, {0}},
        {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}},
        {0x720D4AC0, 0x7533, 0x11D0, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}},
        {0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}},
        {0x45FFAAA0, 0x6E1B, 0x11D0, {0xBC, 0xF2, 0x44, 0x45, 0x53, 0x54, 0x00, 0x00}},
        {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x01}},
        {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x02}},
    };
    static const ULONG FLAGS[] = {1, 1, 1, 2, 2, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x8000, 0x10000, 3};
    DWORD in_length = (DWORD)(rand() % 4 != 0 ? 24 + rand() % 120 : rand() % 24), out_length = (DWORD)(rand() % 200);
    UCHAR *in = malloc(in_length), *out = malloc(out_length);
    KSP_PIN request = {head(&SETS[rand() % 7], (ULONG)(rand() % 14), FLAGS[rand() % 13]), (ULONG)(rand() % 3), {0}};
    if (rand() % 4 == 0) {
        request.Property.Flags |= KSPROPERTY_TYPE_TOPOLOGY;
    }
    for (DWORD i = 0; i < in_length; i++) {
        in[i] = (UCHAR)(rand() % 3 == 0 ? rand() : 0);
    }
    for (DWORD i = 0; i < out_length; i++) {
        out[i] = (UCHAR)(rand() % 3 == 0 ? rand() : 0);
    }
    memcpy(in, &request, in_length < sizeof request ? in_length : sizeof request);
    if (!DeviceIoControl(object, CODES[rand() % 6], in, in_length, out_length == 0 ? NULL : out, out_length, NULL,
                         overlapped) &&
        errno == ERROR_IO_PENDING) {
        CHECK(CancelIoEx(object, overlapped) && overlapped->Internal == (ULONG)STATUS_CANCELLED);
    }
    free(in);
    free(out);
}

static void random_requests(void) {
    HANDLE filter = open_filter(), pin, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = sink();
    OVERLAPPED overlapped = overlapped_with(event);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    srand(1);
    for (int i = 0; i < 200000; i++) {
        random_request(rand() % 4 == 0 ? pin : filter, &overlapped);
    }
    CHECK(CloseHandle(pin) && CloseHandle(filter) && CloseHandle(event));
}

int main(void) {
    handles();
    properties();
    pending();
    ports();
    pins();
    threads();
    stubborn();
    random_requests();
    puts("check: all passed");
    return 0;
}
