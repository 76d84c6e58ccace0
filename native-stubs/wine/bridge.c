/*
 * Takes calls over loopback and performs them. Usage: ks4jbridge.exe DRIVER.SYS, with the driver's path in Windows' form.
 *
 * Installs and starts the driver, prints the port that it listens on, and runs until its standard input ends. Then it
 * removes the driver.
 */
#include "bridge.h"

#include <stdio.h>

#define TAKEN_OVER(function) [KS4J_##function]

static handler *const HANDLERS[KS4J_FUNCTIONS_COUNT] = {
    TAKEN_OVER(CreateFileW) = create_file,
    TAKEN_OVER(DeviceIoControl) = device_io_control,
    TAKEN_OVER(CancelIoEx) = cancel_io_ex,
    TAKEN_OVER(CloseHandle) = close_handle,
    TAKEN_OVER(WaitForSingleObject) = wait_for_single_object,
    TAKEN_OVER(CreateIoCompletionPort) = create_io_completion_port,
    TAKEN_OVER(GetQueuedCompletionStatus) = get_queued_completion_status,
    TAKEN_OVER(SetFileCompletionNotificationModes) = set_notification_modes,
    TAKEN_OVER(KsCreatePin) = create_pin,
    TAKEN_OVER(KsCreateAllocator) = create_allocator,
    TAKEN_OVER(KsCreateClock) = create_clock,
    TAKEN_OVER(KsCreateTopologyNode) = create_node,
    TAKEN_OVER(SetupDiGetDeviceInterfaceAlias) = get_device_interface_alias,
    TAKEN_OVER(ks4j_stub_objects) = count_objects,
};

#define NAMES(library, function) {#library ".dll", #function},
static const struct {
    const char *library;
    const char *function;
} FUNCTIONS[] = {KS4J_FUNCTIONS(NAMES)};

typedef uint64_t WINAPI function(
    uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);
static function *functions[KS4J_FUNCTIONS_COUNT];

static SOCKET listener;
static CRITICAL_SECTION accepting;
static LONG idle;

static int fail(const char *what, DWORD error) {
    fprintf(stderr, "ks4jbridge: %s: error %lu\n", what, error);
    return 1;
}

static void *allocate(size_t size) {
    void *memory = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, size);
    if (memory == NULL) {
        exit(fail("allocate", ERROR_NOT_ENOUGH_MEMORY));
    }
    return memory;
}

/* Messages and answers. */

static void reserve(answer *to, size_t more) {
    if (to->room - to->length < more) {
        BYTE *larger;
        to->room = (to->length + more) * 2;
        larger = allocate(to->room);
        if (to->length != 0) {
            memcpy(larger, to->bytes, to->length);
        }
        HeapFree(GetProcessHeap(), 0, to->bytes);
        to->bytes = larger;
    }
}

ks4j_return *answer_head(answer *to) {
    return (ks4j_return *)to->bytes;
}

void answer_write(answer *to, uint64_t address, const void *bytes, size_t length) {
    ks4j_write head = {address, length};
    reserve(to, sizeof head + length);
    memcpy(to->bytes + to->length, &head, sizeof head);
    if (length != 0) {
        memcpy(to->bytes + to->length + sizeof head, bytes, length);
    }
    to->length += sizeof head + length;
    answer_head(to)->writes++;
}

void answer_arguments(answer *to, const message *m) {
    for (unsigned i = 0; i < m->head.count; i++) {
        if (m->arguments[i].kind == KS4J_IN_OUT) {
            answer_write(to, m->arguments[i].value, (void *)m->values[i], m->arguments[i].length);
        }
    }
}

void *memory_of(const message *m, unsigned argument) {
    int is_memory = argument < m->head.count && m->arguments[argument].kind != KS4J_VALUE;
    return is_memory ? (void *)m->values[argument] : NULL;
}

HANDLE handle_of(const message *m, unsigned argument) {
    return (HANDLE)m->values[argument];
}

/* Finds the memory of the arguments; false if the message is malformed. */
static int parse(message *m) {
    const BYTE *bytes = (const BYTE *)(m + 1);
    uint64_t at = (uint64_t)m->head.count * sizeof *m->arguments;
    if (m->head.function >= KS4J_FUNCTIONS_COUNT || m->head.count > MAXIMUM_ARGUMENTS || at > m->head.size) {
        return 0;
    }
    m->arguments = (const ks4j_argument *)bytes;
    for (unsigned i = 0; i < m->head.count; i++) {
        m->values[i] = m->arguments[i].value;
        if (m->arguments[i].kind != KS4J_VALUE) {
            m->values[i] = (uint64_t)(uintptr_t)(bytes + at);
            at += ((uint64_t)m->arguments[i].length + KS4J_ALIGNMENT - 1) & ~(uint64_t)(KS4J_ALIGNMENT - 1);
        }
        if (at > m->head.size) {
            return 0;
        }
    }
    return 1;
}

/* Calls. */

static void call(message **owned, answer *to) {
    message *m = *owned;
    function *known = functions[m->head.function];
    uint64_t result;
    DWORD error;
    if (known == NULL || m->head.count > KS4J_ARGUMENTS) {
        answer_head(to)->error = ERROR_PROC_NOT_FOUND;
        return;
    }
    SetLastError(ERROR_SUCCESS);
    result = known(
        m->values[0], m->values[1], m->values[2], m->values[3], m->values[4], m->values[5], m->values[6], m->values[7]);
    error = GetLastError();
    answer_arguments(to, m);
    answer_head(to)->result = result;
    answer_head(to)->error = error;
}

static void find_functions(void) {
    for (unsigned i = 0; i < KS4J_FUNCTIONS_COUNT; i++) {
        HMODULE library = LoadLibraryA(FUNCTIONS[i].library);
        FARPROC found = library == NULL ? NULL : GetProcAddress(library, FUNCTIONS[i].function);
        functions[i] = (function *)(void *)found;
    }
}

static int receive(SOCKET connection, void *bytes, size_t length) {
    while (length != 0) {
        int count = recv(connection, bytes, length > INT_MAX ? INT_MAX : (int)length, 0);
        if (count <= 0) {
            return 0;
        }
        bytes = (BYTE *)bytes + count;
        length -= (size_t)count;
    }
    return 1;
}

static int send_all(SOCKET connection, const BYTE *bytes, size_t length) {
    while (length != 0) {
        int count = send(connection, (const char *)bytes, length > INT_MAX ? INT_MAX : (int)length, 0);
        if (count <= 0) {
            return 0;
        }
        bytes += count;
        length -= (size_t)count;
    }
    return 1;
}

static message *receive_message(SOCKET connection) {
    ks4j_call head;
    message *m;
    if (!receive(connection, &head, sizeof head) || head.size > KS4J_LARGEST) {
        return NULL;
    }
    m = allocate(sizeof *m + head.size);
    m->head = head;
    if (!receive(connection, m + 1, head.size) || !parse(m)) {
        HeapFree(GetProcessHeap(), 0, m);
        return NULL;
    }
    return m;
}

/* Performs one call; false when the connection is at its end. */
static int serve_one(SOCKET connection, answer *to) {
    message *m = receive_message(connection);
    handler *handle;
    if (m == NULL) {
        return 0;
    }
    handle = HANDLERS[m->head.function];
    to->length = 0;
    reserve(to, sizeof(ks4j_return));
    to->length = sizeof(ks4j_return);
    memset(to->bytes, 0, to->length);
    (handle != NULL ? handle : call)(&m, to);
    if (m != NULL) {
        HeapFree(GetProcessHeap(), 0, m);
    }
    return send_all(connection, to->bytes, to->length);
}

static void serve(SOCKET connection) {
    static const uint32_t PROTOCOL = KS4J_PROTOCOL;
    answer to = {NULL, 0, 0};
    int on = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, (const char *)&on, sizeof on);
    if (send_all(connection, (const BYTE *)&PROTOCOL, sizeof PROTOCOL)) {
        while (serve_one(connection, &to)) {
        }
    }
    closesocket(connection);
    if (to.bytes != NULL) {
        HeapFree(GetProcessHeap(), 0, to.bytes);
    }
}

static DWORD WINAPI work(void *unused);

static void start_worker(void) {
    HANDLE thread = CreateThread(NULL, 0, work, NULL, 0, NULL);
    if (thread != NULL) {
        CloseHandle(thread);
    }
}

/* One thread at a time, since Wine fails all others that accept when there is a connection for one. */
static SOCKET next_connection(void) {
    SOCKET connection;
    EnterCriticalSection(&accepting);
    while ((connection = accept(listener, NULL, NULL)) == INVALID_SOCKET) {
        Sleep(1); /* whoever wanted it is gone already */
    }
    LeaveCriticalSection(&accepting);
    return connection;
}

/* Threads do not end with their connection, since that would cancel the requests that they have made. */
static DWORD WINAPI work(void *unused) {
    SOCKET connection;
    (void)unused;
    InterlockedIncrement(&idle);
    while ((connection = next_connection()) != INVALID_SOCKET) {
        if (InterlockedDecrement(&idle) == 0) {
            start_worker();
        }
        serve(connection);
        InterlockedIncrement(&idle);
    }
    return 0;
}

/* The port, or 0. */
static unsigned listen_on_loopback(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int length = sizeof address;
    WSADATA data;
    InitializeCriticalSection(&accepting);
    if (WSAStartup(MAKEWORD(2, 2), &data) != 0) {
        return 0;
    }
    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener == INVALID_SOCKET || bind(listener, (struct sockaddr *)&address, length) != 0 ||
        listen(listener, SOMAXCONN) != 0 || getsockname(listener, (struct sockaddr *)&address, &length) != 0) {
        return 0;
    }
    return ntohs(address.sin_port);
}

static void await_end_of_input(void) {
    HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD count;
    char byte;
    while (ReadFile(input, &byte, 1, &count, NULL) && count != 0) {
    }
}

int wmain(int count, WCHAR **arguments) {
    unsigned port;
    if (count != 2) {
        return fail("usage: ks4jbridge.exe DRIVER.SYS", ERROR_INVALID_PARAMETER);
    }
    find_functions();
    files_start();
    requests_start();
    port = listen_on_loopback();
    if (port == 0) {
        return fail("listen", (DWORD)WSAGetLastError());
    }
    if (!install(arguments[1])) {
        uninstall();
        return 1;
    }
    start_worker();
    printf("%u\n", port);
    fflush(stdout);
    await_end_of_input();
    close_files();
    uninstall();
    return 0;
}
