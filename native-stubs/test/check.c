/* Drives the library as a client would; run under the address and undefined-behaviour sanitizers. */
#include "check.h"

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
    CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0 && value == 7);
    CHECK(GetOverlappedResult(filter, &overlapped, &count, TRUE) && count == 4);
    FAILS(CancelIoEx(filter, &overlapped), ERROR_NOT_FOUND);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    FAILS(GetOverlappedResult(filter, &overlapped, &count, FALSE), ERROR_IO_INCOMPLETE);
    FAILS(CancelIoEx(filter, &other), ERROR_NOT_FOUND);
    CHECK(CancelIoEx(filter, &overlapped));
    FAILS(GetOverlappedResult(filter, &overlapped, &count, TRUE), ERROR_OPERATION_ABORTED);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &slow, sizeof slow, &value, 4, NULL, &other), ERROR_IO_PENDING);
    CHECK(CloseHandle(filter) && WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    CHECK(overlapped.Internal == (ULONG)STATUS_CANCELLED && was_cut_off(&other, STATUS_CANCELLED));
    CHECK(CloseHandle(event));
    filter = CreateFileW(STUB_PATH, GENERIC_READ, 3, NULL, OPEN_EXISTING, 0, NULL);
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

static void set_state(HANDLE pin, ULONG state) {
    KSPROPERTY set = head(&CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_SET);
    OVERLAPPED overlapped = overlapped_with(NULL);
    CHECK(DeviceIoControl(pin, IOCTL_KS_PROPERTY, &set, sizeof set, &state, sizeof state, NULL, &overlapped));
}

static void pins(void) {
    HANDLE filter = open_filter(), pin, second, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = connect_to(0), wrong = connect_to(0);
    OVERLAPPED overlapped = overlapped_with(event);
    KSSTREAM_HEADER frames[2];
    static UCHAR bytes[4096];
    memset(frames, 0, sizeof frames);
    for (int i = 0; i < 2; i++) {
        frames[i].Size = sizeof frames[i];
        frames[i].Data = bytes;
        frames[i].FrameExtent = sizeof bytes;
        frames[i].DataUsed = 1000;
    }
    wrong.connect.PinId = 7;
    CHECK(KsCreatePin(filter, &wrong.connect, GENERIC_WRITE, &pin) == ERROR_INVALID_PARAMETER);
    CHECK(pin == INVALID_HANDLE_VALUE);
    wrong = connect_to(0);
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

/* A pin to record from, as far as its access goes; what it records is in check_pins.c. */
static void capture(void) {
    HANDLE filter = open_filter(), pin, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = connect_to(2);
    OVERLAPPED overlapped = overlapped_with(event);
    UCHAR bytes[16];
    KSSTREAM_HEADER frame = {.Size = sizeof frame, .Data = bytes, .FrameExtent = sizeof bytes};
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_READ, &pin) == ERROR_SUCCESS);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, &frame, sizeof frame, NULL, &overlapped),
          ERROR_ACCESS_DENIED);
    FAILS(DeviceIoControl(pin, IOCTL_KS_READ_STREAM, NULL, 0, &frame, sizeof frame, NULL, &overlapped),
          ERROR_IO_PENDING);
    set_state(pin, KSSTATE_RUN);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0 && overlapped.Internal == 0);
    CHECK(overlapped.InternalHigh == sizeof frame && frame.DataUsed == 16 && bytes[15] == 15);
    CHECK(CloseHandle(pin) && CloseHandle(filter) && CloseHandle(event));
}

static void nodes(void) {
    HANDLE filter = open_filter(), pin, node, below, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = connect_to(0);
    KSNODE_CREATE create = {0, 1};
    KSNODEPROPERTY_AUDIO_CHANNEL channel;
    OVERLAPPED overlapped = overlapped_with(NULL), held = overlapped_with(event);
    KSPROPERTY never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
    ULONG on = 1, value = 0;
    DWORD count = 0;
    memset(&channel, 0, sizeof channel);
    channel.NodeProperty.Property = head(&AUDIO, KSPROPERTY_AUDIO_MUTE, KSPROPERTY_TYPE_SET);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    CHECK(KsCreateTopologyNode(filter, &create, GENERIC_READ, &node) == ERROR_SUCCESS);
    CHECK(KsCreateTopologyNode(pin, &create, GENERIC_READ, &below) == ERROR_SUCCESS && below != node);
    CHECK(DeviceIoControl(node, IOCTL_KS_PROPERTY, &channel, sizeof channel, &on, 4, NULL, &overlapped));
    channel.NodeProperty.Property.Flags = KSPROPERTY_TYPE_GET;
    CHECK(CloseHandle(pin) && CloseHandle(filter));
    CHECK(DeviceIoControl(below, IOCTL_KS_PROPERTY, &channel, sizeof channel, &value, 4, &count, &overlapped));
    CHECK(value == 1 && count == 4);
    CHECK(KsCreateTopologyNode(below, &create, GENERIC_READ, &pin) == ERROR_FILE_NOT_FOUND);
    CHECK(pin == INVALID_HANDLE_VALUE);
    CHECK(KsCreatePin(below, &request.connect, GENERIC_WRITE, &pin) == ERROR_FILE_NOT_FOUND);
    CHECK(CloseHandle(below) && CloseHandle(node));
    filter = open_filter();
    CHECK(KsCreateTopologyNode(filter, &create, GENERIC_READ, &node) == ERROR_SUCCESS);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &held), ERROR_IO_PENDING);
    CHECK(CloseHandle(node) && WaitForSingleObject(event, 0) == WAIT_TIMEOUT);
    CHECK(CloseHandle(filter) && held.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(KsCreateTopologyNode(node, &create, GENERIC_READ, &pin) == ERROR_INVALID_HANDLE);
    filter = open_filter();
    create.Node = 2;
    CHECK(KsCreateTopologyNode(filter, &create, GENERIC_READ, &node) == ERROR_INVALID_PARAMETER);
    CHECK(node == INVALID_HANDLE_VALUE && CloseHandle(filter) && CloseHandle(event));
}

/* An event is enabled at a handle, by the address of its data, and lasts no longer than the handle. */
static void events(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, FALSE, FALSE, NULL);
    OVERLAPPED overlapped = overlapped_with(NULL);
    KSEVENT enable = head(&STUB_EVENTS, LEVELCHANGED, KSEVENT_TYPE_ENABLE);
    KSPROPERTY set = head(&STUB, LEVEL, KSPROPERTY_TYPE_SET), get = head(&STUB, ANSWER, KSPROPERTY_TYPE_GET);
    KSEVENTDATA data = {.NotificationType = KSEVENTF_EVENT_HANDLE, .EventHandle = {.Event = event}}, copy = data;
    ULONG level = 5, value;
    DWORD count = 99;
    CHECK(DeviceIoControl(filter, IOCTL_KS_ENABLE_EVENT, &enable, sizeof enable, &data, sizeof data, &count,
                          &overlapped));
    CHECK(count == 0);
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &set, sizeof set, &level, 4, NULL, &overlapped));
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    FAILS(DeviceIoControl(filter, IOCTL_KS_DISABLE_EVENT, &copy, sizeof copy, NULL, 0, NULL, &overlapped),
          ERROR_GEN_FAILURE);
    CHECK(DeviceIoControl(filter, IOCTL_KS_DISABLE_EVENT, &data, sizeof data, NULL, 0, NULL, &overlapped));
    level = 6;
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &set, sizeof set, &level, 4, NULL, &overlapped));
    CHECK(WaitForSingleObject(event, 0) == WAIT_TIMEOUT);
    data.EventHandle.Event = filter;
    FAILS(DeviceIoControl(filter, IOCTL_KS_ENABLE_EVENT, &enable, sizeof enable, &data, sizeof data, NULL,
                          &overlapped),
          ERROR_INVALID_HANDLE);
    CHECK(DeviceIoControl(filter, IOCTL_KS_ENABLE_EVENT, &enable, sizeof enable, &copy, sizeof copy, NULL,
                          &overlapped));
    /* Closed, the event is still raised, and goes with the filter's handle: the sanitizer looks for it. */
    CHECK(CloseHandle(event));
    level = 7;
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &set, sizeof set, &level, 4, NULL, &overlapped));
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &get, sizeof get, &value, 4, NULL, &overlapped));
    CHECK(CloseHandle(filter));
}

static void removal(void) {
    HANDLE filter = open_filter(), pin, made, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = connect_to(0);
    OVERLAPPED overlapped = overlapped_with(event), held = overlapped_with(NULL), slow = held;
    KSPROPERTY never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET), remove = head(&STUB, REMOVE, KSPROPERTY_TYPE_SET);
    KSPROPERTY later = head(&STUB, SLOW, KSPROPERTY_TYPE_GET);
    UCHAR bytes[4];
    KSSTREAM_HEADER frame = {.Size = sizeof frame, .Data = bytes, .FrameExtent = sizeof bytes};
    ULONG value = 0, other = 0;
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &held), ERROR_IO_PENDING);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &later, sizeof later, &other, 4, NULL, &slow), ERROR_IO_PENDING);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, &frame, sizeof frame, NULL, &overlapped),
          ERROR_IO_PENDING);
    CHECK(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &remove, sizeof remove, &value, 4, NULL, &(OVERLAPPED){0}));
    FAILS(GetOverlappedResult(filter, &held, &(DWORD){0}, TRUE), ERROR_DEVICE_REMOVED);
    CHECK(was_cut_off(&slow, STATUS_DEVICE_REMOVED));
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0 && overlapped.Internal == (ULONG)STATUS_DEVICE_REMOVED);
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &held),
          ERROR_DEVICE_REMOVED);
    FAILS(DeviceIoControl(pin, IOCTL_KS_WRITE_STREAM, NULL, 0, &frame, sizeof frame, NULL, &overlapped),
          ERROR_DEVICE_REMOVED);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &made) == ERROR_DEVICE_REMOVED);
    CHECK(made == INVALID_HANDLE_VALUE && CloseHandle(pin) && CloseHandle(filter) && CloseHandle(event));
    filter = open_filter();
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &held), ERROR_IO_PENDING);
    CHECK(CloseHandle(filter));
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
        CHECK(CancelIoEx(shared, &on_shared) && WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
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

/* A request outlives its handle where the driver keeps it. */
static void hung(void) {
    HANDLE filter = CreateFileW(u"\\\\?\\ks4j#hung", 0, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    OVERLAPPED overlapped = overlapped_with(event);
    KSPROPERTY never = head(&STUB, NEVER, KSPROPERTY_TYPE_GET);
    KSEVENT enable = head(&STUB_EVENTS, LEVELCHANGED, KSEVENT_TYPE_ENABLE);
    KSEVENTDATA data = {.NotificationType = KSEVENTF_EVENT_HANDLE, .EventHandle = {.Event = event}};
    ULONG value = 0;
    CHECK(DeviceIoControl(filter, IOCTL_KS_ENABLE_EVENT, &enable, sizeof enable, &data, sizeof data, NULL,
                          &overlapped));
    FAILS(DeviceIoControl(filter, IOCTL_KS_PROPERTY, &never, sizeof never, &value, 4, NULL, &overlapped),
          ERROR_IO_PENDING);
    CHECK(CancelIoEx(filter, &overlapped) && CloseHandle(filter));
    CHECK(WaitForSingleObject(event, 0) == WAIT_TIMEOUT && overlapped.Internal == (ULONG)STATUS_PENDING);
    ks4j_stub_give_back();
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0 && overlapped.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(CloseHandle(event));
}

int main(void) {
    check_stub();
    check_camera();
    check_topology();
    check_pins();
    check_streams();
    check_events();
    check_removal();
    check_objects();
    check_hostile();
    handles();
    properties();
    pending();
    ports();
    pins();
    capture();
    nodes();
    events();
    removal();
    threads();
    hung();
    check_random();
    puts("check: all passed");
    return 0;
}
