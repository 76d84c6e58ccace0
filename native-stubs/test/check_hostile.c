/* Requests that lie about their lengths, or change while they are looked at. The sanitizer sees what is believed. */
#include "check.h"

static const GUID PIN = {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}};
static const GUID ALLOCATOR_METHODS = {0xCF6E4341, 0xEC87, 0x11CF, {0xA1, 0x30, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};

static const ULONG CODES[] = {
    IOCTL_KS_PROPERTY, IOCTL_KS_METHOD, IOCTL_KS_ENABLE_EVENT, IOCTL_KS_WRITE_STREAM, IOCTL_KS_READ_STREAM};
enum { CODES_COUNT = sizeof CODES / sizeof CODES[0] };

static NTSTATUS ask(ks4j_instance *instance, ULONG code, const void *in, ULONG in_length, ULONG out_length) {
    ks4j_request request = {.code = code, .in = in, .in_length = in_length, .out_length = out_length};
    return ks4j_instance_control(instance, &request);
}

/* Requests whose buffers are not there, however long they are said to be. */
static void are_refused(ks4j_instance *instance) {
    static const ULONG LENGTHS[] = {1, 4, 24, 32, 56, 64, 4096, 0x7FFFFFFF, 0xFFFFFFF7, 0xFFFFFFFF};
    enum { COUNT = sizeof LENGTHS / sizeof LENGTHS[0] };
    for (ULONG code = 0; code < CODES_COUNT; code++) {
        for (ULONG i = 0; i < COUNT; i++) {
            CHECK(NT_ERROR(ask(instance, CODES[code], NULL, LENGTHS[i], 0)));
            CHECK(NT_ERROR(ask(instance, CODES[code], NULL, 0, LENGTHS[i])));
            for (ULONG o = 0; o < COUNT; o++) {
                CHECK(NT_ERROR(ask(instance, CODES[code], NULL, LENGTHS[i], LENGTHS[o])));
            }
        }
    }
    CHECK(NT_ERROR(ask(instance, IOCTL_KS_DISABLE_EVENT, NULL, 24, 0)));
}

/* Requests for an item of whose data nothing is there. */
static void item_is_refused(ks4j_instance *instance, ULONG code, const GUID *set, ULONG id, ULONG flags) {
    struct {
        KSIDENTIFIER head;
        ULONG more[8];
    } request = {head(set, id, flags), {0}};
    for (ULONG length = 4; length != 0; length <<= 1) {
        CHECK(NT_ERROR(ask(instance, code, &request, sizeof request, length)));
    }
}

static void no_buffers(void) {
    ks4j_instance filter = {.kind = KS4J_FILTER, .filter = new_filter()}, sink, source, node, clock, allocator;
    const pin_request to_sink = connect_to(0), to_source = connect_to(2);
    const KSNODE_CREATE create = {0, 0};
    const KSCLOCK_CREATE none = {0};
    const KSALLOCATOR_FRAMING framing = {.FrameSize = 1};
    CHECK(ks4j_instance_create(&filter, KS4J_PIN, &to_sink, sizeof to_sink, &sink) == STATUS_SUCCESS);
    CHECK(ks4j_instance_create(&filter, KS4J_PIN, &to_source, sizeof to_source, &source) == STATUS_SUCCESS);
    CHECK(ks4j_instance_create(&sink, KS4J_NODE, &create, sizeof create, &node) == STATUS_SUCCESS);
    CHECK(ks4j_instance_create(&sink, KS4J_CLOCK, &none, sizeof none, &clock) == STATUS_SUCCESS);
    CHECK(ks4j_instance_create(&sink, KS4J_ALLOCATOR, &framing, sizeof framing, &allocator) == STATUS_SUCCESS);
    are_refused(&filter);
    are_refused(&sink);
    are_refused(&allocator);
    for (ULONG id = 1; id < REMOVE; id++) {
        item_is_refused(&filter, IOCTL_KS_PROPERTY, &STUB, id, KSPROPERTY_TYPE_GET);
        item_is_refused(&filter, IOCTL_KS_PROPERTY, &STUB, id, KSPROPERTY_TYPE_SET);
        item_is_refused(&filter, IOCTL_KS_PROPERTY, &PIN, id, KSPROPERTY_TYPE_GET);
    }
    for (ULONG id = 1; id <= TRIGGER; id++) {
        item_is_refused(&filter, IOCTL_KS_METHOD, &STUB_METHODS, id, KSMETHOD_TYPE_SEND);
    }
    item_is_refused(&filter, IOCTL_KS_ENABLE_EVENT, &STUB_EVENTS, THRESHOLD, KSEVENT_TYPE_ENABLE);
    item_is_refused(&sink, IOCTL_KS_PROPERTY, &CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_SET);
    item_is_refused(&source, IOCTL_KS_PROPERTY, &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, KSPROPERTY_TYPE_GET);
    item_is_refused(&node, IOCTL_KS_PROPERTY, &AUDIO, KSPROPERTY_AUDIO_VOLUMELEVEL, KSPROPERTY_TYPE_SET);
    item_is_refused(&clock, IOCTL_KS_PROPERTY, &NO_SET, 0, KSPROPERTY_TYPE_SETSUPPORT);
    for (ULONG id = 0; id < 2; id++) {
        item_is_refused(&allocator, IOCTL_KS_METHOD, &ALLOCATOR_METHODS, id, KSMETHOD_TYPE_SEND);
    }
    ks4j_instance_close(&allocator);
    ks4j_instance_close(&clock);
    ks4j_instance_close(&node);
    ks4j_instance_close(&source);
    ks4j_instance_close(&sink);
    free_filter(filter.filter);
}

/* A request for an intersection with one range, and its attributes. */
typedef struct {
    KSP_PIN pin;
    KSMULTIPLE_ITEM list;
    KSDATARANGE range;
    KSMULTIPLE_ITEM attributes;
} intersection;

static intersection good_intersection(void) {
    intersection request;
    memset(&request, 0, sizeof request);
    request.pin.Property = head(&PIN, KSPROPERTY_PIN_DATAINTERSECTION, KSPROPERTY_TYPE_GET);
    request.list = (KSMULTIPLE_ITEM){sizeof request - offsetof(intersection, list), 1};
    request.range.FormatSize = sizeof request.range;
    request.range.Flags = KSDATAFORMAT_ATTRIBUTES;
    request.attributes = (KSMULTIPLE_ITEM){sizeof request.attributes, 0};
    return request;
}

static NTSTATUS intersect(ks4j_filter *filter, intersection request) {
    return send(to_filter(filter), IOCTL_KS_PROPERTY, &request, sizeof request, NULL, 100).status;
}

static void ranges(void) {
    static const ULONG SIZES[] = {0, 1, 7, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFF9, 0xFFFFFFFF};
    ks4j_filter *filter = new_filter();
    CHECK(intersect(filter, good_intersection()) == STATUS_SUCCESS);
    for (ULONG i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        intersection lie = good_intersection();
        lie.list.Size = SIZES[i];
        CHECK(intersect(filter, lie) == STATUS_INVALID_BUFFER_SIZE);
        lie = good_intersection();
        lie.range.FormatSize = SIZES[i];
        CHECK(intersect(filter, lie) == STATUS_INVALID_PARAMETER);
        lie = good_intersection();
        lie.attributes.Size = SIZES[i];
        CHECK(intersect(filter, lie) == STATUS_INVALID_PARAMETER);
    }
    for (ULONG count = 2; count != 0; count <<= 1) {
        intersection lie = good_intersection();
        lie.list.Count = count;
        CHECK(intersect(filter, lie) == STATUS_INVALID_BUFFER_SIZE);
    }
    free_filter(filter);
}

static void formats(void) {
    static const ULONG SIZES[] = {0, 1, 63, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFF9, 0xFFFFFFFF};
    ks4j_filter *filter = new_filter();
    for (ULONG i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        pin_request *lie = malloc(sizeof *lie);
        ks4j_pin *pin;
        *lie = connect_to(0);
        lie->format.DataFormat.FormatSize = SIZES[i];
        CHECK(ks4j_pin_create(filter, lie, sizeof *lie, &pin) == STATUS_INVALID_PARAMETER);
        lie->format.DataFormat.Flags = KSDATAFORMAT_ATTRIBUTES;
        CHECK(ks4j_pin_create(filter, lie, sizeof *lie, &pin) == STATUS_INVALID_PARAMETER);
        free(lie);
    }
    free_filter(filter);
}

static void headers(void) {
    static const ULONG SIZES[] = {0, 1, 48, 55, 57, 60, 64, 0x7FFFFFF8, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF};
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    for (ULONG i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        KSSTREAM_HEADER lies[2] = {{.Size = sizeof lies[0]}, {.Size = SIZES[i]}};
        ANSWERS(send(to_pin(pin), IOCTL_KS_WRITE_STREAM, NULL, 0, lies, sizeof lies), STATUS_INVALID_BUFFER_SIZE, 0);
    }
    ks4j_pin_close(pin);
    free_filter(filter);
}

static int changing_is_over;

static void *change(void *request) {
    volatile ULONG *size = &((intersection *)request)->range.FormatSize;
    while (!__atomic_load_n(&changing_is_over, __ATOMIC_ACQUIRE)) {
        *size = 0x7FFFFFFF;
        *size = sizeof(KSDATARANGE);
    }
    return NULL;
}

/*
 * The list ends where its memory does, so that whoever believes a length that he has not looked at goes too far. Few
 * requests meet a change where there is but one processor.
 */
static void ranges_that_change(void) {
    enum { CHANGES = 1000, REQUESTS = 1000000 };
    ks4j_filter *filter = new_filter();
    intersection *request = malloc(sizeof *request);
    NTSTATUS last = STATUS_SUCCESS;
    UCHAR out[100];
    pthread_t thread;
    *request = good_intersection();
    request->range.Flags = 0;
    request->list.Size = offsetof(intersection, attributes) - offsetof(intersection, list);
    CHECK(pthread_create(&thread, NULL, change, request) == 0);
    for (int changes = 0, requests = 0; changes < CHANGES && requests < REQUESTS; requests++) {
        ks4j_request sent = {
            .code = IOCTL_KS_PROPERTY, .in = request, .in_length = offsetof(intersection, attributes), .out = out,
            .out_length = sizeof out};
        NTSTATUS status = ks4j_filter_control(filter, &sent);
        CHECK(status == STATUS_SUCCESS || status == STATUS_INVALID_PARAMETER);
        changes += status != last;
        last = status;
    }
    __atomic_store_n(&changing_is_over, 1, __ATOMIC_RELEASE);
    CHECK(pthread_join(thread, NULL) == 0);
    free(request);
    free_filter(filter);
}

void check_hostile(void) {
    no_buffers();
    ranges();
    formats();
    headers();
    ranges_that_change();
}
