/* Allocators and clocks below pins, by the answers of the filter itself and by the calls that make them. */
#include "check.h"

static const GUID ALLOCATOR = {0xCF6E4342, 0xEC87, 0x11CF, {0xA1, 0x30, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};
static const GUID ALLOCATOR_METHODS = {0xCF6E4341, 0xEC87, 0x11CF, {0xA1, 0x30, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};
static const GUID ALLOCATOR_EVENTS = {0x75D95571, 0x073C, 0x11D0, {0xA1, 0x61, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};
static const GUID CLOCK = {0xDF12A4C0, 0xAC17, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

static NTSTATUS allocator_control(void *object, ks4j_request *request) {
    return ks4j_allocator_control(object, request);
}

static NTSTATUS clock_control(void *object, ks4j_request *request) {
    return ks4j_clock_control(object, request);
}

static target to_allocator(ks4j_allocator *allocator) {
    return (target){allocator, allocator_control};
}

static target to_clock(ks4j_clock *clock) {
    return (target){clock, clock_control};
}

static ks4j_allocator *new_allocator(ks4j_pin *pin, KSALLOCATOR_FRAMING framing) {
    ks4j_allocator *allocator = NULL;
    CHECK(ks4j_allocator_create(pin, &framing, sizeof framing, &allocator) == STATUS_SUCCESS);
    return allocator;
}

static answer method(ks4j_allocator *allocator, ULONG id, const void *data, ULONG length) {
    KSMETHOD request = head(&ALLOCATOR_METHODS, id, KSMETHOD_TYPE_SEND);
    return send(to_allocator(allocator), IOCTL_KS_METHOD, &request, sizeof request, data, length);
}

static UCHAR *allocate(ks4j_allocator *allocator) {
    answer got = method(allocator, KSMETHOD_STREAMALLOCATOR_ALLOC, NULL, sizeof(PVOID));
    UCHAR *frame;
    CHECK(answered(&got, STATUS_SUCCESS, sizeof frame));
    memcpy(&frame, got.data, sizeof frame);
    return frame;
}

static NTSTATUS free_frame(ks4j_allocator *allocator, UCHAR *frame) {
    return method(allocator, KSMETHOD_STREAMALLOCATOR_FREE, &frame, sizeof frame).status;
}

static int has_allocated(ks4j_allocator *allocator, ULONG count) {
    answer got = property(to_allocator(allocator), &ALLOCATOR, KSPROPERTY_STREAMALLOCATOR_STATUS, 1, NULL, 36);
    return answered(&got, STATUS_SUCCESS, 32) && memcmp(got.data, &allocator->framing, 24) == 0 &&
           ulong_at(&got, 24) == count && ulong_at(&got, 28) == 0 && untouched(&got, 32);
}

/* A request for a frame that has to wait. */
typedef struct {
    KSMETHOD head;
    UCHAR *frame;
    ks4j_request request;
} waiting;

static void wait_for_frame(ks4j_allocator *allocator, waiting *waits) {
    waits->head = head(&ALLOCATOR_METHODS, KSMETHOD_STREAMALLOCATOR_ALLOC, KSMETHOD_TYPE_SEND);
    waits->request = (ks4j_request){
        .code = IOCTL_KS_METHOD, .in = &waits->head, .in_length = sizeof waits->head, .out = &waits->frame,
        .out_length = sizeof waits->frame};
    CHECK(ks4j_allocator_control(allocator, &waits->request) == STATUS_PENDING);
}

static int ends(ks4j_filter *filter, waiting *waits, NTSTATUS status, ULONG information) {
    return ks4j_filter_done(filter) == &waits->request && waits->request.status == status &&
           waits->request.information == information;
}

static NTSTATUS refused(ks4j_pin *pin, KSALLOCATOR_FRAMING framing, ULONG length) {
    UCHAR *exact = malloc(length);
    ks4j_allocator *allocator;
    NTSTATUS status;
    memcpy(exact, &framing, length);
    status = ks4j_allocator_create(pin, exact, length, &allocator);
    free(exact);
    return status;
}

static void framings(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    const KSALLOCATOR_FRAMING good = {.FrameSize = 1};
    KSALLOCATOR_FRAMING bad = good;
    CHECK(refused(pin, good, 23) == STATUS_INVALID_BUFFER_SIZE);
    bad.FrameSize = 0;
    CHECK(refused(pin, bad, 24) == STATUS_INVALID_PARAMETER);
    bad = good;
    for (bad.OptionsFlags = 4; bad.OptionsFlags != 0; bad.OptionsFlags <<= 1) {
        CHECK(refused(pin, bad, 24) == STATUS_INVALID_PARAMETER);
    }
    for (bad.FileAlignment = 2; bad.FileAlignment < 0x1000; bad.FileAlignment += 4) {
        CHECK(refused(pin, bad, 24) == STATUS_INVALID_PARAMETER);
    }
    bad.FileAlignment = 0x1FFF;
    CHECK(refused(pin, bad, 24) == STATUS_INVALID_PARAMETER);
    bad.FileAlignment = 0xFFFFFFFF;
    CHECK(refused(pin, bad, 24) == STATUS_INVALID_PARAMETER);
    bad = good;
    bad.FrameSize = 0x10000001;
    CHECK(refused(pin, bad, 24) == STATUS_INSUFFICIENT_RESOURCES);
    bad.FrameSize = 0xFFFFFFFF;
    bad.FileAlignment = 0xFFF;
    CHECK(refused(pin, bad, 24) == STATUS_INSUFFICIENT_RESOURCES);
    CHECK(filter->allocators == NULL);
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void frames(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 2);
    ks4j_allocator *allocator =
        new_allocator(pin, (KSALLOCATOR_FRAMING){.Frames = 2, .FrameSize = 100, .FileAlignment = 0x3F});
    UCHAR *first = allocate(allocator), *second = allocate(allocator);
    waiting oldest, newest;
    CHECK(first != second && ((uintptr_t)first & 0x3F) == 0 && ((uintptr_t)second & 0x3F) == 0);
    memset(first, 1, 100);
    memset(second, 2, 100);
    CHECK(has_allocated(allocator, 2));
    wait_for_frame(allocator, &oldest);
    wait_for_frame(allocator, &newest);
    CHECK(free_frame(allocator, second + 1) == STATUS_INVALID_PARAMETER);
    CHECK(free_frame(allocator, NULL) == STATUS_INVALID_PARAMETER && ks4j_filter_done(filter) == NULL);
    CHECK(free_frame(allocator, second) == STATUS_SUCCESS);
    CHECK(ends(filter, &oldest, STATUS_SUCCESS, sizeof(PVOID)) && oldest.frame == second);
    CHECK(has_allocated(allocator, 2) && ks4j_filter_done(filter) == NULL);
    ks4j_filter_cancel(filter, &newest.request);
    CHECK(ends(filter, &newest, STATUS_CANCELLED, 0));
    CHECK(free_frame(allocator, first) == STATUS_SUCCESS && has_allocated(allocator, 1));
    CHECK(free_frame(allocator, first) == STATUS_INVALID_PARAMETER);
    CHECK(allocate(allocator) == first);
    wait_for_frame(allocator, &oldest);
    ks4j_allocator_close(allocator);
    CHECK(ends(filter, &oldest, STATUS_CANCELLED, 0) && filter->allocators == NULL);
    ks4j_pin_close(pin);
    free_filter(filter);
}

/* However many frames a client says it wants. */
static void no_more_than_the_pool(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    ks4j_allocator *allocator = new_allocator(pin, (KSALLOCATOR_FRAMING){.Frames = 0xFFFFFFFF, .FrameSize = 0x8000000});
    ks4j_allocator *other = new_allocator(pin, (KSALLOCATOR_FRAMING){.FrameSize = 0x10000000});
    allocate(allocator);
    allocate(allocator);
    ANSWERS(method(allocator, KSMETHOD_STREAMALLOCATOR_ALLOC, NULL, 8), STATUS_INSUFFICIENT_RESOURCES, 0);
    allocate(other);
    ANSWERS(method(other, KSMETHOD_STREAMALLOCATOR_ALLOC, NULL, 8), STATUS_INSUFFICIENT_RESOURCES, 0);
    ks4j_allocator_close(allocator);
    ks4j_allocator_close(other);
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void short_requests(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    ks4j_allocator *allocator = new_allocator(pin, (KSALLOCATOR_FRAMING){.FrameSize = 1});
    for (ULONG id = 0; id < 2; id++) {
        ANSWERS(method(allocator, id, NULL, 0), STATUS_BUFFER_OVERFLOW, sizeof(PVOID));
        ANSWERS(method(allocator, id, NULL, sizeof(PVOID) - 1), STATUS_BUFFER_TOO_SMALL, 0);
    }
    ANSWERS(method(allocator, 2, NULL, sizeof(PVOID)), STATUS_NOT_FOUND, 0);
    ANSWERS(property(to_allocator(allocator), &ALLOCATOR, 0, 1, NULL, 2 * sizeof(PVOID)),
            STATUS_INVALID_DEVICE_REQUEST, 0);
    ANSWERS(property(to_allocator(allocator), &ALLOCATOR, 1, 1, NULL, 0), STATUS_BUFFER_OVERFLOW, 32);
    ANSWERS(property(to_allocator(allocator), &ALLOCATOR, 1, 1, NULL, 31), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(property(to_allocator(allocator), &CONNECTION, 0, 1, NULL, 4), STATUS_PROPSET_NOT_FOUND, 0);
    CHECK(has_allocated(allocator, 0));
    ks4j_allocator_close(allocator);
    ks4j_pin_close(pin);
    free_filter(filter);
}

/* Each allocator tells of its own frames. */
static void freed_frames(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    ks4j_allocator *allocator = new_allocator(pin, (KSALLOCATOR_FRAMING){.FrameSize = 1});
    ks4j_allocator *other = new_allocator(pin, (KSALLOCATOR_FRAMING){.FrameSize = 1});
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    KSEVENT request = head(&ALLOCATOR_EVENTS, KSEVENT_STREAMALLOCATOR_FREEFRAME, KSEVENT_TYPE_ENABLE);
    KSEVENTDATA data = {.NotificationType = KSEVENTF_EVENT_HANDLE, .EventHandle = {.Event = event}};
    ANSWERS(send(to_allocator(allocator), IOCTL_KS_ENABLE_EVENT, &request, sizeof request, &data, sizeof data),
            STATUS_SUCCESS, 0);
    CHECK(free_frame(other, allocate(other)) == STATUS_SUCCESS && WaitForSingleObject(event, 0) == WAIT_TIMEOUT);
    CHECK(free_frame(allocator, allocate(allocator)) == STATUS_SUCCESS);
    CHECK(WaitForSingleObject(event, 0) == WAIT_OBJECT_0);
    request.Id = 0;
    ANSWERS(send(to_allocator(allocator), IOCTL_KS_ENABLE_EVENT, &request, sizeof request, &data, sizeof data),
            STATUS_NOT_FOUND, 0);
    ks4j_allocator_close(allocator);
    ks4j_allocator_close(other);
    CHECK(CloseHandle(event));
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void removed(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    const KSALLOCATOR_FRAMING framing = {.Frames = 1, .FrameSize = 1};
    ks4j_allocator *allocator = new_allocator(pin, framing);
    ks4j_clock clock;
    waiting waits;
    ULONG none = 0;
    allocate(allocator);
    wait_for_frame(allocator, &waits);
    ks4j_filter_remove(filter);
    CHECK(ends(filter, &waits, STATUS_CANCELLED, 0));
    ANSWERS(method(allocator, KSMETHOD_STREAMALLOCATOR_ALLOC, NULL, 8), STATUS_DEVICE_REMOVED, 0);
    CHECK(refused(pin, framing, sizeof framing) == STATUS_DEVICE_REMOVED);
    CHECK(ks4j_clock_create(pin, &none, sizeof none, &clock) == STATUS_DEVICE_REMOVED);
    ks4j_allocator_close(allocator);
    ks4j_pin_close(pin);
    free_filter(filter);
}

/* Clocks. */

static LONGLONG longlong(ks4j_clock *clock, ULONG id, ULONG length, ULONG at) {
    answer got = property(to_clock(clock), &CLOCK, id, KSPROPERTY_TYPE_GET, NULL, length);
    LONGLONG value;
    CHECK(answered(&got, STATUS_SUCCESS, length));
    memcpy(&value, got.data + at, sizeof value);
    return value;
}

static LONGLONG time_of(ks4j_clock *clock) {
    return longlong(clock, KSPROPERTY_CLOCK_TIME, 8, 0);
}

static LONGLONG physical(ks4j_clock *clock) {
    return longlong(clock, KSPROPERTY_CLOCK_PHYSICALTIME, 8, 0);
}

static int follows(ks4j_clock *clock, ULONG state) {
    answer got = property(to_clock(clock), &CLOCK, KSPROPERTY_CLOCK_STATE, KSPROPERTY_TYPE_GET, NULL, 4);
    return answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == state;
}

static void enter(ks4j_pin *pin, ULONG state) {
    ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_SET, &state, 4),
            STATUS_SUCCESS, 0);
}

static void new_clock(ks4j_pin *pin, ks4j_clock *clock) {
    const KSCLOCK_CREATE create = {0};
    CHECK(ks4j_clock_create(pin, &create, sizeof create, clock) == STATUS_SUCCESS);
}

static void clocks(void) {
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    ks4j_clock clock, other;
    LONGLONG before, system;
    new_clock(pin, &clock);
    new_clock(pin, &other);
    CHECK(follows(&clock, KSSTATE_STOP) && time_of(&clock) == 0 && physical(&clock) == 0);
    enter(pin, KSSTATE_PAUSE);
    while (physical(&clock) == 0) {
    }
    CHECK(follows(&clock, KSSTATE_PAUSE) && time_of(&clock) == 0);
    enter(pin, KSSTATE_RUN);
    while ((before = time_of(&clock)) == 0) {
    }
    CHECK(time_of(&other) >= before && physical(&other) > before);
    system = longlong(&clock, KSPROPERTY_CLOCK_CORRELATEDTIME, 16, 8);
    CHECK(longlong(&clock, KSPROPERTY_CLOCK_CORRELATEDPHYSICALTIME, 16, 8) >= system);
    CHECK(longlong(&clock, KSPROPERTY_CLOCK_CORRELATEDTIME, 16, 0) >= before);
    CHECK(longlong(&clock, KSPROPERTY_CLOCK_RESOLUTION, 16, 0) == 1);
    CHECK(longlong(&clock, KSPROPERTY_CLOCK_RESOLUTION, 16, 8) == 10000);
    ks4j_clock_close(&other);
    enter(pin, KSSTATE_STOP);
    before = physical(&clock);
    CHECK(time_of(&clock) == 0 && before > 0 && physical(&clock) == before);
    enter(pin, KSSTATE_RUN);
    ks4j_pin_close(pin);
    before = physical(&clock);
    enter(new_pin(filter, 0), KSSTATE_RUN);
    CHECK(follows(&clock, KSSTATE_STOP) && time_of(&clock) == 0 && before > 0 && physical(&clock) == before);
    ks4j_clock_close(&clock);
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void short_clock_requests(void) {
    static const ULONG SIZES[] = {8, 8, 16, 16, 16, 4, 4 * sizeof(PVOID)};
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    ULONG create = 1;
    ks4j_clock clock;
    CHECK(ks4j_clock_create(pin, &create, 3, &clock) == STATUS_INVALID_BUFFER_SIZE);
    CHECK(ks4j_clock_create(pin, &create, 4, &clock) == STATUS_INVALID_PARAMETER && pin->clocks == NULL);
    new_clock(pin, &clock);
    for (ULONG id = 0; id < 7; id++) {
        ANSWERS(property(to_clock(&clock), &CLOCK, id, 1, NULL, 0), STATUS_BUFFER_OVERFLOW, SIZES[id]);
        ANSWERS(property(to_clock(&clock), &CLOCK, id, 1, NULL, SIZES[id] - 1), STATUS_BUFFER_TOO_SMALL, 0);
        ANSWERS(property(to_clock(&clock), &CLOCK, id, 2, NULL, SIZES[id]), STATUS_NOT_FOUND, 0);
    }
    ANSWERS(property(to_clock(&clock), &CLOCK, 6, 1, NULL, SIZES[6]), STATUS_INVALID_DEVICE_REQUEST, 0);
    ks4j_clock_close(&clock);
    ks4j_pin_close(pin);
    free_filter(filter);
}

/* By handles: what is offered where, and that a handle is all that its object needs. */
static void handles(void) {
    HANDLE filter = open_filter(), event = CreateEventW(NULL, TRUE, FALSE, NULL), pin, clock, allocator, none;
    OVERLAPPED overlapped = overlapped_with(event);
    pin_request request = connect_to(0);
    KSALLOCATOR_FRAMING framing = {.Frames = 1, .FrameSize = 16};
    KSMETHOD alloc = head(&ALLOCATOR_METHODS, KSMETHOD_STREAMALLOCATOR_ALLOC, KSMETHOD_TYPE_SEND);
    KSPROPERTY state = head(&CLOCK, KSPROPERTY_CLOCK_STATE, KSPROPERTY_TYPE_GET);
    KSNODE_CREATE node = {0, 0};
    KSCLOCK_CREATE create = {0};
    ULONG value = 1;
    PVOID frame;
    CHECK(KsCreateClock(filter, &create, &none) == ERROR_FILE_NOT_FOUND && none == INVALID_HANDLE_VALUE);
    CHECK(KsCreateAllocator(filter, &framing, &none) == ERROR_FILE_NOT_FOUND && none == INVALID_HANDLE_VALUE);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    CHECK(KsCreateClock(pin, &create, &clock) == ERROR_SUCCESS);
    CHECK(KsCreateAllocator(pin, &framing, &allocator) == ERROR_SUCCESS);
    CHECK(KsCreateClock(clock, &create, &none) == ERROR_FILE_NOT_FOUND);
    CHECK(KsCreateAllocator(allocator, &framing, &none) == ERROR_FILE_NOT_FOUND);
    CHECK(KsCreateTopologyNode(allocator, &node, GENERIC_READ, &none) == ERROR_FILE_NOT_FOUND);
    CHECK(KsCreatePin(clock, &request.connect, GENERIC_WRITE, &none) == ERROR_FILE_NOT_FOUND);
    CHECK(DeviceIoControl(allocator, IOCTL_KS_METHOD, &alloc, sizeof alloc, &frame, sizeof frame, NULL, &overlapped));
    memset(frame, 1, 16);
    FAILS(DeviceIoControl(allocator, IOCTL_KS_METHOD, &alloc, sizeof alloc, &frame, sizeof frame, NULL, &overlapped),
          ERROR_IO_PENDING);
    CHECK(CloseHandle(allocator));
    CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0 && overlapped.Internal == (ULONG)STATUS_CANCELLED);
    CHECK(CloseHandle(pin) && CloseHandle(filter));
    CHECK(DeviceIoControl(clock, IOCTL_KS_PROPERTY, &state, sizeof state, &value, 4, NULL, &overlapped) && value == 0);
    CHECK(CloseHandle(clock) && CloseHandle(event));
}

void check_objects(void) {
    framings();
    frames();
    no_more_than_the_pool();
    short_requests();
    freed_frames();
    removed();
    clocks();
    short_clock_requests();
    handles();
}
