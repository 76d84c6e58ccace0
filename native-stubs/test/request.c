/* Requests to the filter itself, and what requests are made of. */
#include "check.h"

static NTSTATUS filter_control(void *object, ks4j_request *request) {
    return ks4j_filter_control(object, request);
}

static NTSTATUS pin_control(void *object, ks4j_request *request) {
    return ks4j_pin_control(object, request);
}

static NTSTATUS node_control(void *object, ks4j_request *request) {
    return ks4j_node_control(object, request);
}

target to_filter(ks4j_filter *filter) {
    return (target){filter, filter_control};
}

target to_pin(ks4j_pin *pin) {
    return (target){pin, pin_control};
}

target to_node(ks4j_node *node) {
    return (target){node, node_control};
}

ks4j_filter *new_filter(void) {
    ks4j_filter *filter = malloc(sizeof *filter);
    CHECK(filter != NULL);
    ks4j_filter_open(filter);
    return filter;
}

void free_filter(ks4j_filter *filter) {
    ks4j_filter_cleanup(filter);
    CHECK(ks4j_filter_done(filter) == NULL && filter->events.first == NULL);
    free(filter);
}

ks4j_pin *new_pin(ks4j_filter *filter, ULONG id) {
    pin_request request = connect_to(id);
    ks4j_pin *pin = NULL;
    CHECK(ks4j_pin_create(filter, &request, sizeof request, &pin) == STATUS_SUCCESS && pin->id == id);
    return pin;
}

answer send(target to, ULONG code, const void *in, ULONG in_length, const void *data, ULONG length) {
    UCHAR *in_copy = malloc(in_length), *out = malloc(length);
    ks4j_request request = {.code = code, .in = in_copy, .in_length = in_length, .out = out, .out_length = length};
    answer got = {.length = length};
    if (in_length != 0) {
        memcpy(in_copy, in, in_length);
    }
    if (length != 0) {
        memset(out, 0xEE, length);
    }
    if (data != NULL) {
        memcpy(out, data, length);
    }
    request.information = 0xEEEEEEEE;
    request.event_data = (uintptr_t)(code == IOCTL_KS_DISABLE_EVENT ? in : data);
    got.status = to.control(to.object, &request);
    got.information = request.information;
    CHECK(got.status != STATUS_PENDING);
    if (length != 0) {
        memcpy(got.data, out, length < sizeof got.data ? length : sizeof got.data);
    }
    free(in_copy);
    free(out);
    return got;
}

answer property(target to, const GUID *set, ULONG id, ULONG flags, const void *data, ULONG length) {
    KSPROPERTY request = head(set, id, flags);
    return send(to, IOCTL_KS_PROPERTY, &request, sizeof request, data, length);
}

int answered(const answer *got, NTSTATUS status, ULONG information) {
    if (got->status == status && got->information == information) {
        return 1;
    }
    fprintf(stderr, "status %08X, information %u\n", (unsigned)got->status, got->information);
    return 0;
}

int untouched(const answer *got, ULONG from) {
    for (ULONG at = from; at < got->length && at < sizeof got->data; at++) {
        if (got->data[at] != 0xEE) {
            return 0;
        }
    }
    return 1;
}

ULONG ulong_at(const answer *got, ULONG at) {
    ULONG value;
    memcpy(&value, got->data + at, sizeof value);
    return value;
}

KSPROPERTY head(const GUID *set, ULONG id, ULONG flags) {
    KSPROPERTY property;
    memset(&property, 0, sizeof property);
    property.Set = *set;
    property.Id = id;
    property.Flags = flags;
    return property;
}

pin_request connect_to(ULONG pin) {
    static const GUID STREAMING = {0x1A8766A0, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
    static const GUID MEDIUM = {0x4747B320, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
    static const GUID TYPE = {0x73647561, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}};
    static const GUID PCM = {0x00000001, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}};
    static const GUID WAVE = {0x05589F81, 0xC356, 0x11CE, {0xBF, 0x01, 0x00, 0xAA, 0x00, 0x55, 0x59, 0x5A}};
    pin_request request;
    memset(&request, 0, sizeof request);
    request.connect.Interface.Set = STREAMING;
    request.connect.Medium.Set = MEDIUM;
    request.connect.PinId = pin;
    request.format.DataFormat.FormatSize = sizeof request.format;
    request.format.DataFormat.MajorFormat = TYPE;
    request.format.DataFormat.SubFormat = PCM;
    request.format.DataFormat.Specifier = WAVE;
    request.format.WaveFormatEx.nSamplesPerSec = 44100;
    return request;
}

HANDLE open_filter(void) {
    HANDLE filter = CreateFileW(
        STUB_PATH, GENERIC_READ | GENERIC_WRITE, 3, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    CHECK(filter != INVALID_HANDLE_VALUE);
    return filter;
}

OVERLAPPED overlapped_with(HANDLE event) {
    OVERLAPPED overlapped;
    memset(&overlapped, 0, sizeof overlapped);
    overlapped.hEvent = event;
    return overlapped;
}

int was_cut_off(const OVERLAPPED *overlapped, NTSTATUS status) {
    return overlapped->Internal == (ULONG)status || overlapped->Internal == (ULONG)STATUS_SUCCESS;
}
