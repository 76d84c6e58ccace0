/* Events, and the removal of the device. The events that are waited for are the library's. */
#include "check.h"

enum { GET = KSPROPERTY_TYPE_GET, SET = KSPROPERTY_TYPE_SET };

static const GUID CONNECTION_EVENTS = {
    0x7F4BCBE0, 0x9EA5, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

/* Somebody who waits: an event, and what enables it. */
typedef struct {
    ks4j_threshold data;
    HANDLE event;
} listener;

static listener new_listener(LONG threshold) {
    listener made;
    memset(&made, 0, sizeof made);
    made.event = CreateEventW(NULL, FALSE, FALSE, NULL);
    CHECK(made.event != NULL);
    made.data.EventData.NotificationType = KSEVENTF_EVENT_HANDLE;
    made.data.EventData.EventHandle.Event = made.event;
    made.data.Threshold = threshold;
    return made;
}

/* Whether the listener was notified since this was asked last. */
static int notified(const listener *who) {
    return WaitForSingleObject(who->event, 0) == WAIT_OBJECT_0;
}

static answer ask(target to, const GUID *set, ULONG id, ULONG flags, const void *data, ULONG length) {
    KSEVENT request = head(set, id, flags);
    return send(to, IOCTL_KS_ENABLE_EVENT, &request, sizeof request, data, length);
}

static NTSTATUS enable_as(ks4j_filter *filter, ULONG id, ULONG flags, const listener *who) {
    answer got = ask(to_filter(filter), &STUB_EVENTS, id, flags, &who->data, sizeof who->data);
    CHECK(got.information == 0);
    return got.status;
}

static NTSTATUS enable(ks4j_filter *filter, ULONG id, const listener *who) {
    return enable_as(filter, id, KSEVENT_TYPE_ENABLE, who);
}

static answer disable(target to, const listener *who, ULONG length) {
    return send(to, IOCTL_KS_DISABLE_EVENT, &who->data, length, NULL, 0);
}

static void set_level(ks4j_filter *filter, LONG level) {
    ANSWERS(property(to_filter(filter), &STUB, LEVEL, SET, &level, sizeof level), STATUS_SUCCESS, 0);
}

static void trigger(ks4j_filter *filter, ULONG id) {
    KSMETHOD method = head(&STUB_METHODS, TRIGGER, KSMETHOD_TYPE_SEND);
    ANSWERS(send(to_filter(filter), IOCTL_KS_METHOD, &method, sizeof method, &id, sizeof id), STATUS_SUCCESS, 0);
}

static void support(void) {
    enum { DATA = sizeof(KSEVENTDATA) };
    ks4j_filter *filter = new_filter();
    target to = to_filter(filter);
    KSEVENT short_node = head(&STUB_EVENTS, 1, KSEVENT_TYPE_SETSUPPORT | KSPROPERTY_TYPE_TOPOLOGY);
    answer got = ask(to, &NO_SET, 0, KSEVENT_TYPE_SETSUPPORT, NULL, 20);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &STUB_EVENTS, 16) == 0 && untouched(&got, 16));
    ANSWERS(ask(to, &NO_SET, 0, KSEVENT_TYPE_SETSUPPORT, NULL, 0), STATUS_BUFFER_OVERFLOW, 16);
    ANSWERS(ask(to, &NO_SET, 0, KSEVENT_TYPE_SETSUPPORT, NULL, 15), STATUS_BUFFER_TOO_SMALL, 0);
    got = send(to, IOCTL_KS_ENABLE_EVENT, NULL, 0, NULL, 16);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &STUB_EVENTS, 16) == 0);
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &STUB_EVENTS, 16, NULL, 16), STATUS_INVALID_BUFFER_SIZE, 0);
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &short_node, 24, NULL, 16), STATUS_INVALID_BUFFER_SIZE, 0);
    ANSWERS(ask(to, &STUB_EVENTS, 99, KSEVENT_TYPE_SETSUPPORT, NULL, 0), STATUS_SUCCESS, 0);
    ANSWERS(ask(to, &STUB, 1, KSEVENT_TYPE_SETSUPPORT, NULL, 0), STATUS_PROPSET_NOT_FOUND, 0);
    ANSWERS(ask(to, &CONNECTION_EVENTS, 4, KSEVENT_TYPE_ENABLE, NULL, DATA), STATUS_PROPSET_NOT_FOUND, 0);
    for (ULONG id = 1; id <= 3; id++) {
        ANSWERS(ask(to, &STUB_EVENTS, id, KSEVENT_TYPE_BASICSUPPORT, NULL, 0), STATUS_SUCCESS, 0);
    }
    ANSWERS(ask(to, &STUB_EVENTS, 0, KSEVENT_TYPE_BASICSUPPORT, NULL, 0), STATUS_NOT_FOUND, 0);
    ANSWERS(ask(to, &STUB_EVENTS, 4, KSEVENT_TYPE_ENABLE, NULL, 40), STATUS_NOT_FOUND, 0);
    free_filter(filter);
}

static void refusals(void) {
    enum { DATA = sizeof(KSEVENTDATA) };
    ks4j_filter *filter = new_filter();
    target to = to_filter(filter);
    listener good = new_listener(0), bad = good;
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    ANSWERS(ask(to, &STUB_EVENTS, TRIGGERED, 0, &good.data, DATA), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(to, &STUB_EVENTS, TRIGGERED, 3, &good.data, DATA), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(to, &STUB_EVENTS, TRIGGERED, 1, &good.data, DATA - 1), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(ask(to, &STUB_EVENTS, TRIGGERED, 1, NULL, 0), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(ask(to, &STUB_EVENTS, THRESHOLD, 1, &good.data, sizeof good.data - 1), STATUS_BUFFER_TOO_SMALL, 0);
    for (ULONG kind = 0; kind <= 0x80; kind += 4) {
        bad.data.EventData.NotificationType = kind == 0 ? 3 : kind;
        CHECK(enable(filter, TRIGGERED, &bad) == STATUS_INVALID_PARAMETER);
    }
    bad.data.EventData.NotificationType = KSEVENTF_SEMAPHORE_HANDLE;
    CHECK(enable(filter, TRIGGERED, &bad) == STATUS_OBJECT_TYPE_MISMATCH);
    bad = good;
    bad.data.EventData.EventHandle.Event = port;
    CHECK(enable(filter, TRIGGERED, &bad) == STATUS_OBJECT_TYPE_MISMATCH);
    bad.data.EventData.EventHandle.Event = NULL;
    CHECK(enable(filter, TRIGGERED, &bad) == STATUS_INVALID_HANDLE);
    CHECK(filter->events.first == NULL);
    CHECK(CloseHandle(port) && CloseHandle(good.event));
    free_filter(filter);
}

static void raising(void) {
    ks4j_filter *filter = new_filter(), *other = new_filter();
    listener changed = new_listener(0), triggered = new_listener(0), low = new_listener(-5), high = new_listener(10);
    CHECK(enable(filter, LEVELCHANGED, &changed) == STATUS_SUCCESS);
    CHECK(enable(filter, TRIGGERED, &triggered) == STATUS_SUCCESS);
    CHECK(enable(filter, THRESHOLD, &low) == STATUS_SUCCESS && enable(filter, THRESHOLD, &high) == STATUS_SUCCESS);
    set_level(filter, 0);
    set_level(other, 10);
    CHECK(!notified(&changed) && !notified(&low) && !notified(&high));
    set_level(filter, -10);
    CHECK(notified(&changed) && !notified(&low) && !notified(&high));
    set_level(filter, -5);
    CHECK(notified(&changed) && notified(&low) && !notified(&high));
    set_level(filter, 10);
    CHECK(notified(&changed) && notified(&low) && notified(&high) && !notified(&triggered));
    set_level(filter, 10);
    CHECK(!notified(&changed) && !notified(&low) && !notified(&high));
    trigger(filter, TRIGGERED);
    CHECK(notified(&triggered) && !notified(&changed) && !notified(&low));
    trigger(filter, THRESHOLD);
    CHECK(notified(&low) && notified(&high) && !notified(&changed) && !notified(&triggered));
    trigger(filter, LEVELCHANGED);
    CHECK(notified(&changed) && !notified(&low));
    trigger(other, TRIGGERED);
    CHECK(!notified(&triggered));
    CHECK(CloseHandle(changed.event) && CloseHandle(triggered.event));
    CHECK(CloseHandle(low.event) && CloseHandle(high.event));
    free_filter(filter);
    free_filter(other);
}

static void one_shot(void) {
    ks4j_filter *filter = new_filter();
    listener once = new_listener(50), always = new_listener(0);
    CHECK(enable_as(filter, THRESHOLD, KSEVENT_TYPE_ONESHOT, &once) == STATUS_SUCCESS);
    CHECK(enable(filter, LEVELCHANGED, &always) == STATUS_SUCCESS);
    set_level(filter, 49);
    CHECK(!notified(&once) && notified(&always));
    set_level(filter, 50);
    CHECK(notified(&once) && notified(&always));
    set_level(filter, 60);
    CHECK(!notified(&once) && notified(&always));
    ANSWERS(disable(to_filter(filter), &once, sizeof once.data), STATUS_UNSUCCESSFUL, 0);
    CHECK(CloseHandle(once.event) && CloseHandle(always.event));
    free_filter(filter);
}

/* The events have no data to queue, so that a buffered one is like any other but for QUERYBUFFER. */
static void buffered(void) {
    ks4j_filter *filter = new_filter();
    target to = to_filter(filter);
    listener plain = new_listener(0), kept = new_listener(0);
    KSQUERYBUFFER query = {head(&STUB_EVENTS, TRIGGERED, KSEVENT_TYPE_QUERYBUFFER), &kept.data, NULL};
    CHECK(enable(filter, TRIGGERED, &plain) == STATUS_SUCCESS);
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &query, sizeof query, NULL, 8), STATUS_NOT_FOUND, 0);
    CHECK(enable_as(filter, TRIGGERED, KSEVENT_TYPE_ENABLEBUFFERED, &kept) == STATUS_SUCCESS);
    trigger(filter, TRIGGERED);
    CHECK(notified(&kept));
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &query, sizeof query, NULL, 8), STATUS_NO_MORE_ENTRIES, 0);
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &query, sizeof query - 1, NULL, 8), STATUS_INVALID_BUFFER_SIZE, 0);
    query.EventData = &plain.data;
    ANSWERS(send(to, IOCTL_KS_ENABLE_EVENT, &query, sizeof query, NULL, 8), STATUS_INVALID_PARAMETER, 0);
    CHECK(CloseHandle(plain.event) && CloseHandle(kept.event));
    free_filter(filter);
}

static void disabling(void) {
    enum { DATA = sizeof(KSEVENTDATA) };
    ks4j_filter *filter = new_filter();
    target to = to_filter(filter);
    ks4j_pin *pin = new_pin(filter, 0);
    KSNODE_CREATE create = {0, 0};
    ks4j_node node;
    listener first = new_listener(0), second = new_listener(0);
    CHECK(ks4j_node_create(filter, &create, sizeof create, &node) == STATUS_SUCCESS);
    ANSWERS(disable(to, &first, DATA), STATUS_UNSUCCESSFUL, 0);
    CHECK(enable(filter, TRIGGERED, &first) == STATUS_SUCCESS && enable(filter, TRIGGERED, &second) == STATUS_SUCCESS);
    ANSWERS(disable(to, &first, DATA - 1), STATUS_INVALID_BUFFER_SIZE, 0);
    /* An event is that of the handle it was enabled with. */
    ANSWERS(disable(to_pin(pin), &first, DATA), STATUS_UNSUCCESSFUL, 0);
    ANSWERS(disable(to_pin(pin), &first, 0), STATUS_SUCCESS, 0);
    ANSWERS(disable(to_node(&node), &first, DATA), STATUS_UNSUCCESSFUL, 0);
    ANSWERS(disable(to_node(&node), &first, 0), STATUS_SUCCESS, 0);
    ANSWERS(disable(to, &first, DATA), STATUS_SUCCESS, 0);
    trigger(filter, TRIGGERED);
    CHECK(!notified(&first) && notified(&second));
    ANSWERS(disable(to, &first, DATA), STATUS_UNSUCCESSFUL, 0);
    CHECK(enable(filter, LEVELCHANGED, &first) == STATUS_SUCCESS);
    ANSWERS(disable(to, &first, 0), STATUS_SUCCESS, 0);
    trigger(filter, TRIGGERED);
    trigger(filter, LEVELCHANGED);
    CHECK(!notified(&first) && !notified(&second) && filter->events.first == NULL);
    /* Two events of one address: the older goes first, though the newer has the entry of another that was before. */
    CHECK(enable(filter, TRIGGERED, &second) == STATUS_SUCCESS && enable(filter, TRIGGERED, &first) == STATUS_SUCCESS);
    ANSWERS(disable(to, &second, DATA), STATUS_SUCCESS, 0);
    CHECK(enable(filter, LEVELCHANGED, &first) == STATUS_SUCCESS);
    ANSWERS(disable(to, &first, DATA), STATUS_SUCCESS, 0);
    trigger(filter, TRIGGERED);
    CHECK(!notified(&first));
    trigger(filter, LEVELCHANGED);
    CHECK(notified(&first));
    CHECK(CloseHandle(first.event) && CloseHandle(second.event));
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void limit(void) {
    ks4j_filter *filter = new_filter();
    listener who = new_listener(0);
    for (ULONG i = 0; i < KS4J_EVENTS; i++) {
        CHECK(enable(filter, 1 + i % 3, &who) == STATUS_SUCCESS);
    }
    CHECK(enable(filter, TRIGGERED, &who) == STATUS_INSUFFICIENT_RESOURCES);
    ANSWERS(disable(to_filter(filter), &who, sizeof who.data), STATUS_SUCCESS, 0);
    CHECK(enable(filter, TRIGGERED, &who) == STATUS_SUCCESS);
    CHECK(enable(filter, TRIGGERED, &who) == STATUS_INSUFFICIENT_RESOURCES);
    /* The handle may be closed; what is enabled keeps the event, and the cleanup lets it go. */
    CHECK(CloseHandle(who.event));
    trigger(filter, TRIGGERED);
    free_filter(filter);
}

/* Writes a frame of four bytes to pin 0. */
static NTSTATUS write_frame(ks4j_pin *pin, ks4j_request *request, KSSTREAM_HEADER *header, ULONG options) {
    static UCHAR bytes[4];
    memset(header, 0, sizeof *header);
    header->Size = sizeof *header;
    header->Data = bytes;
    header->FrameExtent = sizeof bytes;
    header->DataUsed = sizeof bytes;
    header->OptionsFlags = options;
    *request = (ks4j_request){.code = IOCTL_KS_WRITE_STREAM, .out = header, .out_length = sizeof *header};
    return ks4j_pin_control(pin, request);
}

static void end_of_stream(void) {
    enum { DATA = sizeof(KSEVENTDATA), END = KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM };
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0), *capture = new_pin(filter, 2);
    listener who = new_listener(0), other = new_listener(0);
    const ULONG run = KSSTATE_RUN;
    ks4j_request request;
    KSSTREAM_HEADER header;
    answer got = ask(to_pin(pin), &NO_SET, 0, KSEVENT_TYPE_SETSUPPORT, NULL, 16);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &CONNECTION_EVENTS, 16) == 0);
    ANSWERS(ask(to_pin(pin), &CONNECTION_EVENTS, 4, KSEVENT_TYPE_BASICSUPPORT, NULL, 0), STATUS_SUCCESS, 0);
    ANSWERS(ask(to_pin(pin), &CONNECTION_EVENTS, 4, KSEVENT_TYPE_ENABLE, &who.data, DATA), STATUS_SUCCESS, 0);
    ANSWERS(ask(to_pin(pin), &STUB_EVENTS, TRIGGERED, KSEVENT_TYPE_ENABLE, &who.data, DATA),
            STATUS_PROPSET_NOT_FOUND, 0);
    ANSWERS(ask(to_pin(capture), &CONNECTION_EVENTS, 4, KSEVENT_TYPE_ENABLE, &who.data, DATA),
            STATUS_PROPSET_NOT_FOUND, 0);
    ANSWERS(ask(to_pin(capture), &NO_SET, 0, KSEVENT_TYPE_SETSUPPORT, NULL, 16), STATUS_SUCCESS, 0);
    CHECK(enable(filter, TRIGGERED, &other) == STATUS_SUCCESS);
    CHECK(write_frame(pin, &request, &header, END) == STATUS_PENDING && !notified(&who));
    ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_STATE, SET, &run, 4), STATUS_SUCCESS, 0);
    CHECK(notified(&who) && ks4j_filter_done(filter) == &request && request.information == 4);
    CHECK(write_frame(pin, &request, &header, 0) == STATUS_SUCCESS && !notified(&who));
    CHECK(write_frame(pin, &request, &header, END) == STATUS_SUCCESS && notified(&who) && !notified(&other));
    ks4j_pin_close(pin);
    pin = new_pin(filter, 0);
    ANSWERS(disable(to_pin(pin), &who, DATA), STATUS_UNSUCCESSFUL, 0);
    trigger(filter, TRIGGERED);
    CHECK(notified(&other));
    CHECK(CloseHandle(who.event) && CloseHandle(other.event));
    ks4j_pin_close(pin);
    ks4j_pin_close(capture);
    free_filter(filter);
}

void check_events(void) {
    support();
    refusals();
    raising();
    one_shot();
    buffered();
    disabling();
    limit();
    end_of_stream();
}

void check_removal(void) {
    enum { GONE = (int)0xC00002B6 };
    ks4j_filter *filter = new_filter(), *other = new_filter();
    ks4j_pin *pin = new_pin(filter, 0), *made = NULL;
    pin_request connect = connect_to(2);
    KSNODE_CREATE create = {0, 0};
    KSPROPERTY never = head(&STUB, NEVER, GET);
    KSEVENT event = head(&STUB_EVENTS, TRIGGERED, KSEVENT_TYPE_ENABLE);
    listener who = new_listener(0);
    const ULONG any = 0;
    ULONG value;
    ks4j_request held = {.code = IOCTL_KS_PROPERTY, .in = &never, .in_length = 24, .out = &value, .out_length = 4};
    ks4j_request written;
    KSSTREAM_HEADER header;
    ks4j_node node;
    answer got = property(to_filter(filter), &STUB, REMOVE, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == KSPROPERTY_TYPE_SET);
    ANSWERS(property(to_filter(filter), &STUB, REMOVE, GET, NULL, 4), STATUS_NOT_FOUND, 0);
    ANSWERS(property(to_filter(filter), &STUB, REMOVE, SET, NULL, 0), STATUS_BUFFER_OVERFLOW, 4);
    ANSWERS(property(to_filter(filter), &STUB, REMOVE, SET, &any, 3), STATUS_BUFFER_TOO_SMALL, 0);
    CHECK(ks4j_node_create(filter, &create, sizeof create, &node) == STATUS_SUCCESS);
    CHECK(enable(filter, TRIGGERED, &who) == STATUS_SUCCESS);
    CHECK(ks4j_filter_control(filter, &held) == STATUS_PENDING);
    CHECK(write_frame(pin, &written, &header, 0) == STATUS_PENDING);
    ANSWERS(property(to_filter(filter), &STUB, REMOVE, SET, &any, 4), STATUS_SUCCESS, 0);
    CHECK(ks4j_filter_done(filter) == &held && held.status == GONE && held.information == 0);
    CHECK(ks4j_filter_done(filter) == &written && written.status == GONE && written.information == 0);
    ANSWERS(property(to_filter(filter), &STUB, ANSWER, GET, NULL, 4), GONE, 0);
    ANSWERS(property(to_filter(filter), &STUB, REMOVE, SET, &any, 4), GONE, 0);
    ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_STATE, GET, NULL, 4), GONE, 0);
    ANSWERS(property(to_node(&node), &NO_SET, 0, KSPROPERTY_TYPE_SETSUPPORT, NULL, 16), GONE, 0);
    ANSWERS(send(to_filter(filter), IOCTL_KS_ENABLE_EVENT, &event, 24, &who.data, sizeof who.data), GONE, 0);
    ANSWERS(disable(to_filter(filter), &who, sizeof who.data), GONE, 0);
    ANSWERS(send(to_filter(filter), 0x2F0123, NULL, 0, NULL, 0), GONE, 0);
    CHECK(write_frame(pin, &written, &header, 0) == GONE);
    CHECK(ks4j_pin_create(filter, &connect, sizeof connect, &made) == GONE && made == NULL);
    CHECK(ks4j_node_create(filter, &create, sizeof create, &node) == GONE);
    ANSWERS(property(to_filter(other), &STUB, ANSWER, GET, NULL, 4), STATUS_SUCCESS, 4);
    CHECK(CloseHandle(who.event));
    ks4j_pin_close(pin);
    free_filter(filter);
    free_filter(other);
}
