/*
 * The Win32 calls of a KS client, performed by the bridge (bridge.c) under Wine. KS4J_BRIDGE says where that is, as
 * host:port; each thread has a connection of its own. Without a bridge, or when it goes away, every call fails with
 * ERROR_GEN_FAILURE.
 *
 * Memory is sent and received straight from and to where the caller says, and the kernel looks at the addresses: memory
 * that is not there fails the call with ERROR_NOACCESS.
 */
#include "codes.h"
#include "protocol.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "win32.h"

/* How long the bridge may take to perform a call that does not wait, and before that to take each part of it. */
#define PATIENCE_SECONDS 30
#define MAXIMUM_ARGUMENTS (KS4J_ARGUMENTS + KS4J_FRAMES)

/* Connections. */

static pthread_key_t connection_key;
static pthread_once_t connection_once = PTHREAD_ONCE_INIT;

static void disconnect(void *connection) {
    close((int)(intptr_t)connection - 1);
}

static void make_connection_key(void) {
    pthread_key_create(&connection_key, disconnect);
}

static int receive(int connection, void *bytes, size_t length) {
    while (length != 0) {
        ssize_t count = recv(connection, bytes, length, 0);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return 0;
        }
        bytes = (char *)bytes + count;
        length -= (size_t)count;
    }
    return 1;
}

static int send_all(int connection, struct iovec *parts, size_t count) {
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = count};
    while (message.msg_iovlen != 0) {
        ssize_t sent = sendmsg(connection, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent < 0) {
            return 0;
        }
        while (message.msg_iovlen != 0 && (size_t)sent >= message.msg_iov->iov_len) {
            sent -= (ssize_t)message.msg_iov->iov_len;
            message.msg_iov++;
            message.msg_iovlen--;
        }
        if (message.msg_iovlen != 0) {
            message.msg_iov->iov_base = (char *)message.msg_iov->iov_base + sent;
            message.msg_iov->iov_len -= (size_t)sent;
        }
    }
    return 1;
}

/* How long to wait for each part of an answer; 0 for ever. */
static void be_patient(int connection, DWORD milliseconds) {
    struct timeval patience = {milliseconds == INFINITE ? 0 : (time_t)milliseconds / 1000 + PATIENCE_SECONDS, 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

static int same_protocol(int connection) {
    uint32_t protocol = 0;
    be_patient(connection, 0);
    return receive(connection, &protocol, sizeof protocol) && protocol == KS4J_PROTOCOL;
}

static int connect_to(const struct addrinfo *address) {
    static const struct timeval PATIENCE = {PATIENCE_SECONDS, 0};
    int on = 1;
    int connection = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection >= 0) {
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &PATIENCE, sizeof PATIENCE);
        if (connect(connection, address->ai_addr, address->ai_addrlen) == 0 && same_protocol(connection)) {
            return connection;
        }
        close(connection);
    }
    return -1;
}

static int connect_to_bridge(void) {
    static const struct addrinfo HINTS = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    const char *bridge = getenv("KS4J_BRIDGE");
    const char *colon = bridge == NULL ? NULL : strrchr(bridge, ':');
    char host[256];
    struct addrinfo *address;
    int connection;
    if (colon == NULL || (size_t)(colon - bridge) >= sizeof host) {
        return -1;
    }
    memcpy(host, bridge, (size_t)(colon - bridge));
    host[colon - bridge] = 0;
    if (getaddrinfo(host, colon + 1, &HINTS, &address) != 0) {
        return -1;
    }
    connection = connect_to(address);
    freeaddrinfo(address);
    return connection;
}

/* The thread's connection; -1 if there is no bridge. */
static int connection_of_thread(void) {
    intptr_t kept;
    pthread_once(&connection_once, make_connection_key);
    kept = (intptr_t)pthread_getspecific(connection_key);
    if (kept == 0) {
        kept = connect_to_bridge() + 1;
        pthread_setspecific(connection_key, (void *)kept);
    }
    return (int)kept - 1;
}

static void drop_connection(int connection) {
    close(connection);
    pthread_setspecific(connection_key, NULL);
}

/*
 * Requests whose DeviceIoControl has not returned yet. A completion port may tell of one of them in another thread, which
 * has to wait until the call has written what it has to write.
 */
typedef struct in_call {
    uint64_t overlapped;
    struct in_call *next;
} in_call;

static pthread_mutex_t in_calls_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t in_calls_changed = PTHREAD_COND_INITIALIZER;
static in_call *in_calls;

static void enter_call(in_call *call, const OVERLAPPED *overlapped) {
    call->overlapped = (uintptr_t)overlapped;
    pthread_mutex_lock(&in_calls_lock);
    call->next = in_calls;
    in_calls = call;
    pthread_mutex_unlock(&in_calls_lock);
}

static void leave_call(const in_call *call) {
    in_call **at = &in_calls;
    pthread_mutex_lock(&in_calls_lock);
    while (*at != call) {
        at = &(*at)->next;
    }
    *at = call->next;
    pthread_cond_broadcast(&in_calls_changed);
    pthread_mutex_unlock(&in_calls_lock);
}

static int is_in_call(uint64_t overlapped) {
    for (const in_call *at = in_calls; at != NULL; at = at->next) {
        if (at->overlapped == overlapped) {
            return 1;
        }
    }
    return 0;
}

static void await_call(uint64_t overlapped) {
    pthread_mutex_lock(&in_calls_lock);
    while (overlapped != 0 && is_in_call(overlapped)) {
        pthread_cond_wait(&in_calls_changed, &in_calls_lock);
    }
    pthread_mutex_unlock(&in_calls_lock);
}

/* Calls. */

static int send_call(int connection, int function, const ks4j_argument *arguments, size_t count) {
    static char padding[KS4J_ALIGNMENT];
    struct iovec parts[2 + 2 * MAXIMUM_ARGUMENTS];
    size_t parts_count = 2;
    uint64_t size = count * sizeof *arguments;
    ks4j_call head = {.function = (uint32_t)function, .count = (uint32_t)count};
    parts[0] = (struct iovec){&head, sizeof head};
    parts[1] = (struct iovec){(void *)(uintptr_t)arguments, count * sizeof *arguments};
    for (size_t i = 0; i < count; i++) {
        if (arguments[i].kind != KS4J_VALUE) {
            size_t rest = -arguments[i].length % KS4J_ALIGNMENT;
            parts[parts_count++] = (struct iovec){(void *)(uintptr_t)arguments[i].value, arguments[i].length};
            parts[parts_count++] = (struct iovec){padding, rest};
            size += (uint64_t)arguments[i].length + rest;
        }
    }
    if (size > KS4J_LARGEST) {
        errno = EFAULT;
        return 0;
    }
    head.size = (uint32_t)size;
    return send_all(connection, parts, parts_count);
}

static int receive_return(int connection, ks4j_return *answer) {
    if (!receive(connection, answer, sizeof *answer)) {
        return 0;
    }
    await_call(answer->overlapped);
    for (uint32_t i = 0; i < answer->writes; i++) {
        ks4j_write write;
        if (!receive(connection, &write, sizeof write) ||
            !receive(connection, (void *)(uintptr_t)write.address, write.length)) {
            return 0;
        }
    }
    return 1;
}

/* Has the bridge call a function that may wait so long; failure is the result if it cannot be called. */
static uint64_t call(int function, DWORD wait, uint64_t failure, const ks4j_argument *arguments, size_t count) {
    ks4j_return answer;
    int connection = connection_of_thread();
    if (connection < 0) {
        errno = ERROR_GEN_FAILURE;
        return failure;
    }
    if (wait != 0) {
        be_patient(connection, wait);
    }
    errno = 0;
    if (!send_call(connection, function, arguments, count) || !receive_return(connection, &answer)) {
        int fault = errno == EFAULT;
        drop_connection(connection);
        errno = fault ? ERROR_NOACCESS : ERROR_GEN_FAILURE;
        return failure;
    }
    if (wait != 0) {
        be_patient(connection, 0);
    }
    errno = (int)answer.error;
    return answer.result;
}

#define VALUE(v) \
    { (uint64_t)(uintptr_t)(v), 0, KS4J_VALUE }
#define MEMORY(address, size, as) \
    { (uint64_t)(uintptr_t)(address), (address) == NULL ? 0 : (uint32_t)(size), (address) == NULL ? KS4J_VALUE : (as) }
#define IN(address, size) MEMORY(address, size, KS4J_IN)
#define IN_OUT(address, size) MEMORY(address, size, KS4J_IN_OUT)
#define CALL_WAITING(function, wait, failure, ...)                                    \
    call(KS4J_##function, wait, (uint64_t)(failure), (ks4j_argument[]){__VA_ARGS__}, \
         sizeof((ks4j_argument[]){__VA_ARGS__}) / sizeof(ks4j_argument))
#define CALL(function, failure, ...) CALL_WAITING(function, 0, failure, __VA_ARGS__)

static size_t text_size(const WCHAR *text) {
    size_t length = 0;
    if (text != NULL) {
        while (text[length++] != 0) {
        }
    }
    return length * sizeof(WCHAR);
}

/* kernel32. */

EXPORT HANDLE CreateFileW(
    const WCHAR *path, DWORD access, DWORD share, void *security, DWORD disposition, DWORD flags, HANDLE template) {
    (void)security;
    return (HANDLE)(uintptr_t)CALL(
        CreateFileW, (uintptr_t)INVALID_HANDLE_VALUE, IN(path, text_size(path)), VALUE(access), VALUE(share), VALUE(NULL),
        VALUE(disposition), VALUE(flags), VALUE(template));
}

/* The frames that the headers of a stream request point to, as further arguments; -1 if there are too many. */
static int add_frames(ks4j_argument *arguments, DWORD code, const void *out, DWORD out_length) {
    int count = 0;
    if (out == NULL || (code != IOCTL_KS_WRITE_STREAM && code != IOCTL_KS_READ_STREAM)) {
        return 0;
    }
    KS4J_FOR_HEADERS(at, out, out_length) {
        KSSTREAM_HEADER header;
        memcpy(&header, (const UCHAR *)out + at, sizeof header);
        if (header.Data == NULL) {
            continue;
        }
        if (count == KS4J_FRAMES) {
            return -1;
        }
        arguments[count++] = (ks4j_argument){
            (uintptr_t)header.Data, header.FrameExtent, code == IOCTL_KS_READ_STREAM ? KS4J_IN_OUT : KS4J_IN};
    }
    return count;
}

EXPORT BOOL DeviceIoControl(
    HANDLE device, DWORD code, void *in, DWORD in_length, void *out, DWORD out_length, DWORD *returned,
    OVERLAPPED *overlapped) {
    ks4j_argument arguments[MAXIMUM_ARGUMENTS] = {
        VALUE(device), VALUE(code), IN(in, in_length), VALUE(in_length), IN_OUT(out, out_length), VALUE(out_length),
        IN_OUT(returned, sizeof *returned), IN_OUT(overlapped, sizeof *overlapped)};
    int frames = add_frames(arguments + KS4J_ARGUMENTS, code, out, out_length);
    in_call current;
    uint64_t result;
    if (frames < 0) {
        errno = ERROR_NO_SYSTEM_RESOURCES;
        return FALSE;
    }
    if (overlapped != NULL) {
        /* Not left to the bridge: a completion port may tell of the end before the answer is here. */
        overlapped->Internal = (ULONG)STATUS_PENDING;
    }
    enter_call(&current, overlapped);
    result = call(
        KS4J_DeviceIoControl, overlapped == NULL ? INFINITE : 0, FALSE, arguments, KS4J_ARGUMENTS + (size_t)frames);
    leave_call(&current);
    return (BOOL)result;
}

EXPORT BOOL CancelIoEx(HANDLE handle, OVERLAPPED *overlapped) {
    return (BOOL)CALL(CancelIoEx, FALSE, VALUE(handle), VALUE(overlapped));
}

EXPORT BOOL CloseHandle(HANDLE handle) {
    return (BOOL)CALL(CloseHandle, FALSE, VALUE(handle));
}

EXPORT HANDLE CreateEventW(void *security, BOOL manual, BOOL initial, const WCHAR *name) {
    (void)security;
    return (HANDLE)(uintptr_t)CALL(
        CreateEventW, 0, VALUE(NULL), VALUE(manual), VALUE(initial), IN(name, text_size(name)));
}

EXPORT BOOL SetEvent(HANDLE event) {
    return (BOOL)CALL(SetEvent, FALSE, VALUE(event));
}

EXPORT BOOL ResetEvent(HANDLE event) {
    return (BOOL)CALL(ResetEvent, FALSE, VALUE(event));
}

EXPORT DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds) {
    return (DWORD)CALL_WAITING(WaitForSingleObject, milliseconds, WAIT_FAILED, VALUE(handle), VALUE(milliseconds));
}

EXPORT HANDLE CreateIoCompletionPort(HANDLE handle, HANDLE existing, uintptr_t key, DWORD threads) {
    return (HANDLE)(uintptr_t)CALL(
        CreateIoCompletionPort, 0, VALUE(handle), VALUE(existing), VALUE(key), VALUE(threads));
}

EXPORT BOOL GetQueuedCompletionStatus(
    HANDLE port, DWORD *bytes, uintptr_t *key, OVERLAPPED **overlapped, DWORD milliseconds) {
    *overlapped = NULL;
    return (BOOL)CALL_WAITING(
        GetQueuedCompletionStatus, milliseconds, FALSE, VALUE(port), IN_OUT(bytes, sizeof *bytes),
        IN_OUT(key, sizeof *key), IN_OUT(overlapped, sizeof *overlapped), VALUE(milliseconds));
}

EXPORT BOOL PostQueuedCompletionStatus(HANDLE port, DWORD bytes, uintptr_t key, OVERLAPPED *overlapped) {
    return (BOOL)CALL(PostQueuedCompletionStatus, FALSE, VALUE(port), VALUE(bytes), VALUE(key), VALUE(overlapped));
}

EXPORT BOOL SetFileCompletionNotificationModes(HANDLE file, UCHAR flags) {
    return (BOOL)CALL(SetFileCompletionNotificationModes, FALSE, VALUE(file), VALUE(flags));
}

/* ksuser. The bridge makes the objects itself, since Wine's library cannot. */

EXPORT DWORD KsCreatePin(HANDLE filter, const KSPIN_CONNECT *connect, DWORD access, HANDLE *pin) {
    return (DWORD)CALL(
        KsCreatePin, ERROR_GEN_FAILURE, VALUE(filter), IN(connect, win32_connect_length(connect)), VALUE(access),
        IN_OUT(pin, sizeof *pin));
}

EXPORT DWORD KsCreateAllocator(HANDLE pin, const KSALLOCATOR_FRAMING *framing, HANDLE *allocator) {
    return (DWORD)CALL(
        KsCreateAllocator, ERROR_GEN_FAILURE, VALUE(pin), IN(framing, sizeof *framing), VALUE(GENERIC_READ),
        IN_OUT(allocator, sizeof *allocator));
}

EXPORT DWORD KsCreateClock(HANDLE pin, const KSCLOCK_CREATE *create, HANDLE *clock) {
    return (DWORD)CALL(
        KsCreateClock, ERROR_GEN_FAILURE, VALUE(pin), IN(create, sizeof *create), VALUE(GENERIC_READ),
        IN_OUT(clock, sizeof *clock));
}

EXPORT DWORD KsCreateTopologyNode(HANDLE parent, const KSNODE_CREATE *create, DWORD access, HANDLE *node) {
    return (DWORD)CALL(
        KsCreateTopologyNode, ERROR_GEN_FAILURE, VALUE(parent), IN(create, sizeof *create), VALUE(access),
        IN_OUT(node, sizeof *node));
}

/* The files and the requests that the bridge has. */
EXPORT ULONG ks4j_stub_objects(void) {
    return (ULONG)call(KS4J_ks4j_stub_objects, 0, 0, NULL, 0);
}

/* setupapi and advapi32. What is opaque to a client, such as Reserved, is the bridge's. */

#define INTERFACE_DATA_SIZE 32u
#define DEVICE_DATA_SIZE 32u
#define PROPERTY_KEY_SIZE 20u

EXPORT HANDLE SetupDiGetClassDevsW(const GUID *category, const WCHAR *enumerator, HANDLE window, DWORD flags) {
    return (HANDLE)(uintptr_t)CALL(
        SetupDiGetClassDevsW, (uintptr_t)INVALID_HANDLE_VALUE, IN(category, sizeof *category),
        IN(enumerator, text_size(enumerator)), VALUE(window), VALUE(flags));
}

EXPORT HANDLE SetupDiCreateDeviceInfoList(const GUID *class, HANDLE window) {
    return (HANDLE)(uintptr_t)CALL(
        SetupDiCreateDeviceInfoList, (uintptr_t)INVALID_HANDLE_VALUE, IN(class, sizeof *class), VALUE(window));
}

EXPORT BOOL SetupDiOpenDeviceInterfaceW(HANDLE devices, const WCHAR *path, DWORD flags, void *data) {
    return (BOOL)CALL(
        SetupDiOpenDeviceInterfaceW, FALSE, VALUE(devices), IN(path, text_size(path)), VALUE(flags),
        IN_OUT(data, INTERFACE_DATA_SIZE));
}

EXPORT BOOL SetupDiEnumDeviceInterfaces(
    HANDLE devices, const void *device, const GUID *category, DWORD member, void *data) {
    return (BOOL)CALL(
        SetupDiEnumDeviceInterfaces, FALSE, VALUE(devices), IN(device, DEVICE_DATA_SIZE), IN(category, sizeof *category),
        VALUE(member), IN_OUT(data, INTERFACE_DATA_SIZE));
}

EXPORT BOOL SetupDiGetDeviceInterfaceAlias(HANDLE devices, const void *data, const GUID *category, void *alias) {
    return (BOOL)CALL(
        SetupDiGetDeviceInterfaceAlias, FALSE, VALUE(devices), IN(data, INTERFACE_DATA_SIZE),
        IN(category, sizeof *category), IN_OUT(alias, INTERFACE_DATA_SIZE));
}

EXPORT BOOL SetupDiGetDeviceInterfaceDetailW(
    HANDLE devices, const void *data, void *detail, DWORD size, DWORD *required, void *device) {
    return (BOOL)CALL(
        SetupDiGetDeviceInterfaceDetailW, FALSE, VALUE(devices), IN(data, INTERFACE_DATA_SIZE), IN_OUT(detail, size),
        VALUE(size), IN_OUT(required, sizeof *required), IN_OUT(device, DEVICE_DATA_SIZE));
}

EXPORT BOOL SetupDiGetDeviceInstanceIdW(
    HANDLE devices, const void *device, WCHAR *id, DWORD characters, DWORD *required) {
    return (BOOL)CALL(
        SetupDiGetDeviceInstanceIdW, FALSE, VALUE(devices), IN(device, DEVICE_DATA_SIZE),
        IN_OUT(id, (uint64_t)characters * sizeof *id), VALUE(characters), IN_OUT(required, sizeof *required));
}

EXPORT BOOL SetupDiGetDevicePropertyW(
    HANDLE devices, const void *device, const void *key, DWORD *type, void *buffer, DWORD size, DWORD *required,
    DWORD flags) {
    return (BOOL)CALL(
        SetupDiGetDevicePropertyW, FALSE, VALUE(devices), IN(device, DEVICE_DATA_SIZE), IN(key, PROPERTY_KEY_SIZE),
        IN_OUT(type, sizeof *type), IN_OUT(buffer, size), VALUE(size), IN_OUT(required, sizeof *required), VALUE(flags));
}

EXPORT BOOL SetupDiGetDeviceRegistryPropertyW(
    HANDLE devices, const void *device, DWORD property, DWORD *type, void *buffer, DWORD size, DWORD *required) {
    return (BOOL)CALL(
        SetupDiGetDeviceRegistryPropertyW, FALSE, VALUE(devices), IN(device, DEVICE_DATA_SIZE), VALUE(property),
        IN_OUT(type, sizeof *type), IN_OUT(buffer, size), VALUE(size), IN_OUT(required, sizeof *required));
}

EXPORT HANDLE SetupDiOpenDeviceInterfaceRegKey(HANDLE devices, const void *data, DWORD reserved, DWORD access) {
    return (HANDLE)(uintptr_t)CALL(
        SetupDiOpenDeviceInterfaceRegKey, (uintptr_t)INVALID_HANDLE_VALUE, VALUE(devices), IN(data, INTERFACE_DATA_SIZE),
        VALUE(reserved), VALUE(access));
}

EXPORT BOOL SetupDiDestroyDeviceInfoList(HANDLE devices) {
    return (BOOL)CALL(SetupDiDestroyDeviceInfoList, FALSE, VALUE(devices));
}

EXPORT LONG RegQueryValueExW(
    HANDLE key, const WCHAR *name, DWORD *reserved, DWORD *type, void *data, DWORD *size) {
    return (LONG)CALL(
        RegQueryValueExW, ERROR_GEN_FAILURE, VALUE(key), IN(name, text_size(name)), VALUE(reserved),
        IN_OUT(type, sizeof *type), IN_OUT(data, *size), IN_OUT(size, sizeof *size));
}

EXPORT LONG RegCloseKey(HANDLE key) {
    return (LONG)CALL(RegCloseKey, ERROR_GEN_FAILURE, VALUE(key));
}
