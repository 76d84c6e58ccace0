/* The sets made for tests, the camera's, and the topology: by the answers of the filter itself. */
#include "check.h"

enum { SIZED = 10, TOOSMALL, TOOSMALLSIZED, SUCCESSSIZED, SUCCESSZERO, BARELIST, GROWING };
enum { INVERT = 4, SOURCED = 6 };

static const GUID CAMERA = {0xC6E13370, 0x30AC, 0x11D0, {0xA1, 0x8C, 0x00, 0xA0, 0xC9, 0x11, 0x89, 0x56}};
static const GUID TOPOLOGY = {0x720D4AC0, 0x7533, 0x11D0, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID GENERAL = {0x97E99BA0, 0xBDEA, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

static answer get(ks4j_filter *filter, ULONG id, ULONG length) {
    return property(to_filter(filter), &STUB, id, KSPROPERTY_TYPE_GET, NULL, length);
}

/* A property of 24 bytes, by what it says to a buffer of no length and to one that is too short. */
static void check_size(
    ks4j_filter *filter, ULONG id, NTSTATUS none, ULONG none_size, NTSTATUS too_short, ULONG short_size) {
    answer got = get(filter, id, 24);
    CHECK(answered(&got, STATUS_SUCCESS, 24));
    for (ULONG i = 0; i < 24; i++) {
        CHECK(got.data[i] == i);
    }
    got = get(filter, id, 30);
    CHECK(answered(&got, STATUS_SUCCESS, 24) && got.data[23] == 23 && untouched(&got, 24));
    ANSWERS(get(filter, id, 0), none, none_size);
    for (ULONG length = 1; length < 24; length += 22) {
        got = get(filter, id, length);
        CHECK(answered(&got, too_short, short_size) && untouched(&got, 0));
    }
    ANSWERS(property(to_filter(filter), &STUB, id, KSPROPERTY_TYPE_SET, NULL, 24), STATUS_NOT_FOUND, 0);
    got = property(to_filter(filter), &STUB, id, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == KSPROPERTY_TYPE_GET);
}

static void sizes(void) {
    ks4j_filter *filter = new_filter();
    check_size(filter, SIZED, STATUS_BUFFER_OVERFLOW, 24, STATUS_BUFFER_TOO_SMALL, 0);
    check_size(filter, TOOSMALL, STATUS_BUFFER_TOO_SMALL, 0, STATUS_BUFFER_TOO_SMALL, 0);
    check_size(filter, TOOSMALLSIZED, STATUS_BUFFER_TOO_SMALL, 24, STATUS_BUFFER_TOO_SMALL, 24);
    check_size(filter, SUCCESSSIZED, STATUS_SUCCESS, 24, STATUS_SUCCESS, 24);
    check_size(filter, SUCCESSZERO, STATUS_SUCCESS, 0, STATUS_SUCCESS, 0);
    free_filter(filter);
}

static void lists(void) {
    ks4j_filter *filter = new_filter();
    answer got = get(filter, BARELIST, 12);
    CHECK(answered(&got, STATUS_SUCCESS, 12));
    CHECK(ulong_at(&got, 0) == 1 && ulong_at(&got, 4) == 2 && ulong_at(&got, 8) == 3);
    ANSWERS(get(filter, BARELIST, 0), STATUS_BUFFER_OVERFLOW, 12);
    ANSWERS(get(filter, BARELIST, 11), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(property(to_filter(filter), &STUB, BARELIST, KSPROPERTY_TYPE_SET, NULL, 12), STATUS_NOT_FOUND, 0);
    for (ULONG count = 1; count < 20; count++) {
        ANSWERS(get(filter, GROWING, 0), STATUS_BUFFER_OVERFLOW, 8 + 4 * (count < 16 ? count : 16));
    }
    ANSWERS(get(filter, GROWING, 71), STATUS_BUFFER_TOO_SMALL, 0);
    got = get(filter, GROWING, 100);
    CHECK(answered(&got, STATUS_SUCCESS, 72) && ulong_at(&got, 0) == 72 && ulong_at(&got, 4) == 16);
    CHECK(ulong_at(&got, 8) == 0 && ulong_at(&got, 68) == 15 && untouched(&got, 72));
    ANSWERS(property(to_filter(filter), &STUB, GROWING, KSPROPERTY_TYPE_SET, NULL, 72), STATUS_NOT_FOUND, 0);
    free_filter(filter);
    filter = new_filter();
    got = get(filter, GROWING, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == 12);
    got = get(filter, GROWING, 8);
    CHECK(answered(&got, STATUS_SUCCESS, 8) && ulong_at(&got, 0) == 12 && ulong_at(&got, 4) == 1);
    ANSWERS(get(filter, GROWING, 0), STATUS_BUFFER_OVERFLOW, 12);
    ANSWERS(get(filter, GROWING, 12), STATUS_BUFFER_TOO_SMALL, 0);
    free_filter(filter);
}

static answer call(ks4j_filter *filter, ULONG id, const void *data, ULONG length) {
    KSMETHOD method = head(&STUB_METHODS, id, KSMETHOD_TYPE_SEND);
    return send(to_filter(filter), IOCTL_KS_METHOD, &method, sizeof method, data, length);
}

static void methods(void) {
    ks4j_filter *filter = new_filter();
    KSMETHOD support = head(&STUB_METHODS, SOURCED, KSMETHOD_TYPE_BASICSUPPORT);
    const ULONG unknown = 4;
    answer got = call(filter, SOURCED, "\x00\xFF\x55", 3);
    CHECK(answered(&got, STATUS_SUCCESS, 3) && memcmp(got.data, "\xFF\x00\xAA", 3) == 0);
    ANSWERS(call(filter, SOURCED, NULL, 0), STATUS_SUCCESS, 0);
    got = send(to_filter(filter), IOCTL_KS_METHOD, &support, sizeof support, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == (KSMETHOD_TYPE_SOURCE | KSMETHOD_TYPE_MODIFY));
    support.Id = TRIGGER;
    got = send(to_filter(filter), IOCTL_KS_METHOD, &support, sizeof support, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == KSMETHOD_TYPE_READ);
    ANSWERS(call(filter, TRIGGER, &unknown, 4), STATUS_NOT_FOUND, 0);
    ANSWERS(call(filter, TRIGGER, NULL, 0), STATUS_BUFFER_OVERFLOW, 4);
    ANSWERS(call(filter, TRIGGER, NULL, 3), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(call(filter, TRIGGER + 1, NULL, 4), STATUS_NOT_FOUND, 0);
    free_filter(filter);
}

void check_stub(void) {
    sizes();
    lists();
    methods();
}

/* The camera. */

static answer zoom(ks4j_filter *filter, ULONG flags, const void *data, ULONG length) {
    return property(to_filter(filter), &CAMERA, KSPROPERTY_CAMERACONTROL_ZOOM, flags, data, length);
}

static NTSTATUS set_zoom(ks4j_filter *filter, LONG value, ULONG flags) {
    KSPROPERTY_CAMERACONTROL_S given;
    answer got;
    memset(&given, 0, sizeof given);
    given.Value = value;
    given.Flags = flags;
    got = zoom(filter, KSPROPERTY_TYPE_SET, &given, sizeof given);
    CHECK(got.information == 0);
    return got.status;
}

static int zoom_is(ks4j_filter *filter, ULONG value, ULONG flags) {
    KSPROPERTY request = head(&CAMERA, KSPROPERTY_CAMERACONTROL_ZOOM, KSPROPERTY_TYPE_GET);
    answer got = zoom(filter, KSPROPERTY_TYPE_GET, NULL, 44);
    return answered(&got, STATUS_SUCCESS, 40) && memcmp(got.data, &request, sizeof request) == 0 &&
           ulong_at(&got, 24) == value && ulong_at(&got, 28) == flags && ulong_at(&got, 32) == 3 &&
           ulong_at(&got, 36) == 0 && untouched(&got, 40);
}

void check_camera(void) {
    /* The stepped range, then the default: each a KSPROPERTY_MEMBERSHEADER and its member. */
    static const ULONG RANGE[] = {2, 16, 1, 0, 10, 0, 10, 100}, STANDARD[] = {3, 4, 1, 1, 10};
    ks4j_filter *filter = new_filter();
    answer got;
    CHECK(zoom_is(filter, 10, 2));
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_GET, NULL, 0), STATUS_BUFFER_OVERFLOW, 40);
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_GET, NULL, 39), STATUS_BUFFER_TOO_SMALL, 0);
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_SET, NULL, 39), STATUS_BUFFER_TOO_SMALL, 0);
    CHECK(set_zoom(filter, 100, 1) == STATUS_SUCCESS && zoom_is(filter, 100, 1));
    CHECK(set_zoom(filter, 11, 2) == STATUS_SUCCESS && zoom_is(filter, 11, 2));
    CHECK(set_zoom(filter, 9, 2) == STATUS_INVALID_PARAMETER);
    CHECK(set_zoom(filter, 101, 2) == STATUS_INVALID_PARAMETER);
    CHECK(set_zoom(filter, 50, 0) == STATUS_INVALID_PARAMETER);
    CHECK(set_zoom(filter, 50, 3) == STATUS_INVALID_PARAMETER && zoom_is(filter, 11, 2));
    got = zoom(filter, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 100);
    CHECK(answered(&got, STATUS_SUCCESS, 92) && ulong_at(&got, 0) == 3 && ulong_at(&got, 4) == 92);
    CHECK(memcmp(got.data + 8, &GENERAL, sizeof GENERAL) == 0 && ulong_at(&got, 24) == VT_I4);
    CHECK(ulong_at(&got, 28) == 0 && ulong_at(&got, 32) == 2 && ulong_at(&got, 36) == 0);
    CHECK(memcmp(got.data + 40, RANGE, 32) == 0 && memcmp(got.data + 72, STANDARD, 20) == 0 && untouched(&got, 92));
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 0), STATUS_BUFFER_OVERFLOW, 92);
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 91), STATUS_BUFFER_TOO_SMALL, 0);
    got = zoom(filter, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 40);
    CHECK(answered(&got, STATUS_SUCCESS, 40) && ulong_at(&got, 4) == 92 && ulong_at(&got, 32) == 2);
    got = zoom(filter, KSPROPERTY_TYPE_DEFAULTVALUES, NULL, 60);
    CHECK(answered(&got, STATUS_SUCCESS, 60) && ulong_at(&got, 4) == 60 && ulong_at(&got, 32) == 1);
    CHECK(memcmp(got.data + 40, STANDARD, 20) == 0);
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_DEFAULTVALUES, NULL, 0), STATUS_BUFFER_OVERFLOW, 60);
    ANSWERS(zoom(filter, KSPROPERTY_TYPE_DEFAULTVALUES, NULL, 59), STATUS_BUFFER_TOO_SMALL, 0);
    /* Without a default value there is nothing to list. */
    got = property(to_filter(filter), &STUB, LEVEL, KSPROPERTY_TYPE_DEFAULTVALUES, NULL, 72);
    CHECK(answered(&got, STATUS_SUCCESS, 40) && ulong_at(&got, 4) == 40 && ulong_at(&got, 32) == 0);
    got = property(to_filter(filter), &STUB, LEVEL, KSPROPERTY_TYPE_BASICSUPPORT, NULL, 72);
    CHECK(answered(&got, STATUS_SUCCESS, 72) && ulong_at(&got, 32) == 1 && ulong_at(&got, 56) == 5);
    free_filter(filter);
}

/* Topology. */

static void topology_lists(void) {
    static const KSTOPOLOGY_CONNECTION CONNECTIONS[] = {
        {KSFILTER_NODE, 0, 0, 1}, {0, 0, 1, 1}, {1, 0, KSFILTER_NODE, 1}, {KSFILTER_NODE, 3, KSFILTER_NODE, 2}};
    static const GUID CATEGORIES[] = {
        {0x6994AD04, 0x93EF, 0x11D0, {0xA3, 0xCC, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}},
        {0x65E8773E, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}},
        {0x65E8773D, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}},
    };
    ks4j_filter *filter = new_filter();
    target to = to_filter(filter);
    answer got = property(to, &TOPOLOGY, KSPROPERTY_TOPOLOGY_CONNECTIONS, KSPROPERTY_TYPE_GET, NULL, 72);
    CHECK(answered(&got, STATUS_SUCCESS, 72) && ulong_at(&got, 0) == 72 && ulong_at(&got, 4) == 4);
    CHECK(memcmp(got.data + 8, CONNECTIONS, sizeof CONNECTIONS) == 0);
    ANSWERS(property(to, &TOPOLOGY, KSPROPERTY_TOPOLOGY_CONNECTIONS, KSPROPERTY_TYPE_GET, NULL, 71),
            STATUS_BUFFER_TOO_SMALL, 0);
    got = property(to, &TOPOLOGY, KSPROPERTY_TOPOLOGY_CATEGORIES, KSPROPERTY_TYPE_GET, NULL, 56);
    CHECK(answered(&got, STATUS_SUCCESS, 56) && ulong_at(&got, 0) == 56 && ulong_at(&got, 4) == 3);
    CHECK(memcmp(got.data + 8, CATEGORIES, sizeof CATEGORIES) == 0);
    free_filter(filter);
}

/* A request for a channel of a node, as it may be sent to the filter and to a node object. */
static answer channel(target to, ULONG flags, ULONG node, ULONG id, LONG channel, const LONG *value) {
    KSNODEPROPERTY_AUDIO_CHANNEL request;
    memset(&request, 0, sizeof request);
    request.NodeProperty.Property = head(&AUDIO, id, flags);
    request.NodeProperty.NodeId = node;
    request.Channel = channel;
    return send(to, IOCTL_KS_PROPERTY, &request, sizeof request, value, 4);
}

static void nodes(void) {
    enum { GET = KSPROPERTY_TYPE_GET, SET = KSPROPERTY_TYPE_SET, VOLUME = 4, MUTE = 13, OFF = -65536 };
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 0);
    KSNODE_CREATE create = {0, 0};
    ks4j_node volume, mute;
    const LONG value = OFF, on = 7;
    answer got;
    CHECK(ks4j_node_create(filter, &create, sizeof create, &volume) == STATUS_SUCCESS);
    create.Node = 1;
    CHECK(ks4j_node_create(filter, &create, sizeof create, &mute) == STATUS_SUCCESS);
    CHECK(ks4j_node_create(filter, &create, 7, &mute) == STATUS_INVALID_BUFFER_SIZE);
    create.Node = 2;
    CHECK(ks4j_node_create(filter, &create, sizeof create, &mute) == STATUS_INVALID_PARAMETER);
    create.Node = KSFILTER_NODE;
    CHECK(ks4j_node_create(filter, &create, sizeof create, &mute) == STATUS_INVALID_PARAMETER);
    create = (KSNODE_CREATE){1, 0};
    CHECK(ks4j_node_create(filter, &create, sizeof create, &mute) == STATUS_INVALID_PARAMETER);
    ANSWERS(channel(to_node(&volume), SET, 0, VOLUME, 1, &value), STATUS_SUCCESS, 0);
    got = channel(to_filter(filter), GET | KSPROPERTY_TYPE_TOPOLOGY, 0, VOLUME, 1, NULL);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == (ULONG)OFF);
    got = channel(to_pin(pin), GET | KSPROPERTY_TYPE_TOPOLOGY, 0, VOLUME, 1, NULL);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == (ULONG)OFF);
    /* A node object is its node, whatever node the request names. */
    got = channel(to_node(&volume), GET | KSPROPERTY_TYPE_TOPOLOGY, 9, VOLUME, 1, NULL);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == (ULONG)OFF);
    ANSWERS(channel(to_filter(filter), GET | KSPROPERTY_TYPE_TOPOLOGY, 2, VOLUME, 1, NULL),
            STATUS_INVALID_PARAMETER, 0);
    ANSWERS(channel(to_filter(filter), GET, 0, VOLUME, 1, NULL), STATUS_PROPSET_NOT_FOUND, 0);
    ANSWERS(channel(to_node(&volume), GET, 0, MUTE, 0, NULL), STATUS_NOT_FOUND, 0);
    ANSWERS(channel(to_node(&mute), SET, 0, MUTE, -1, &on), STATUS_SUCCESS, 0);
    got = channel(to_node(&mute), GET, 0, MUTE, 1, NULL);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == 1);
    ANSWERS(property(to_node(&mute), &STUB, ANSWER, GET, NULL, 4), STATUS_PROPSET_NOT_FOUND, 0);
    got = property(to_node(&mute), &NO_SET, 0, KSPROPERTY_TYPE_SETSUPPORT, NULL, 20);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &AUDIO, 16) == 0);
    ks4j_pin_close(pin);
    free_filter(filter);
}

void check_topology(void) {
    topology_lists();
    nodes();
}
