/* Pins and their streams, by the answers of the filter itself. */
#include "check.h"

static const GUID PIN = {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}};
static const GUID SPEAKER = {0xDFF21CE1, 0xF70F, 0x11D0, {0xB9, 0x17, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const GUID MICROPHONE = {0xDFF21BE1, 0xF70F, 0x11D0, {0xB9, 0x17, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};

static answer ask(ks4j_filter *filter, ULONG pin, ULONG id, ULONG length) {
    KSP_PIN request = {head(&PIN, id, KSPROPERTY_TYPE_GET), pin, {0}};
    return send(to_filter(filter), IOCTL_KS_PROPERTY, &request, sizeof request, NULL, length);
}

static int says(ks4j_filter *filter, ULONG pin, ULONG id, ULONG value) {
    answer got = ask(filter, pin, id, 4);
    return answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == value;
}

static int instances(ks4j_filter *filter, ULONG pin, ULONG possible, ULONG current) {
    answer got = ask(filter, pin, KSPROPERTY_PIN_CINSTANCES, 8);
    return answered(&got, STATUS_SUCCESS, 8) && ulong_at(&got, 0) == possible && ulong_at(&got, 4) == current;
}

static void descriptions(void) {
    static const ULONG FLOWS[] = {1, 2, 2, 1}, COMMUNICATIONS[] = {1, 4, 1, 4}, RANGES[] = {96, 72, 96, 72};
    ks4j_filter *filter = new_filter();
    answer got = property(to_filter(filter), &PIN, KSPROPERTY_PIN_CTYPES, KSPROPERTY_TYPE_GET, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == 4);
    for (ULONG pin = 0; pin < 4; pin++) {
        CHECK(says(filter, pin, KSPROPERTY_PIN_DATAFLOW, FLOWS[pin]));
        CHECK(says(filter, pin, KSPROPERTY_PIN_COMMUNICATION, COMMUNICATIONS[pin]));
        CHECK(instances(filter, pin, pin % 2 == 0, 0));
        got = ask(filter, pin, KSPROPERTY_PIN_DATARANGES, 96);
        CHECK(answered(&got, STATUS_SUCCESS, RANGES[pin]) && ulong_at(&got, 0) == RANGES[pin]);
        CHECK(ulong_at(&got, 4) == 1 && ulong_at(&got, 8) == RANGES[pin] - 8);
    }
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_DATAFLOW, 4), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_COMMUNICATION, 4), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_CINSTANCES, 8), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_DATARANGES, 0), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_INTERFACES, 0), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_MEDIUMS, 0), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 4, KSPROPERTY_PIN_CATEGORY, 16), STATUS_INVALID_PARAMETER, 0);
    ANSWERS(ask(filter, 2, KSPROPERTY_PIN_INTERFACES, 0), STATUS_BUFFER_OVERFLOW, 32);
    ANSWERS(ask(filter, 2, KSPROPERTY_PIN_MEDIUMS, 0), STATUS_BUFFER_OVERFLOW, 32);
    ANSWERS(ask(filter, 0, KSPROPERTY_PIN_CATEGORY, 16), STATUS_NOT_FOUND, 0);
    ANSWERS(ask(filter, 2, KSPROPERTY_PIN_CATEGORY, 16), STATUS_NOT_FOUND, 0);
    got = ask(filter, 1, KSPROPERTY_PIN_CATEGORY, 16);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &SPEAKER, 16) == 0);
    got = ask(filter, 3, KSPROPERTY_PIN_CATEGORY, 16);
    CHECK(answered(&got, STATUS_SUCCESS, 16) && memcmp(got.data, &MICROPHONE, 16) == 0);
    free_filter(filter);
}

/* What the pin offers is what it has in common with a range of all that there is. */
static void intersections(void) {
    struct {
        KSP_PIN pin;
        KSMULTIPLE_ITEM list;
        KSDATARANGE range;
    } request;
    ks4j_filter *filter = new_filter();
    answer got;
    memset(&request, 0, sizeof request);
    request.pin.Property = head(&PIN, KSPROPERTY_PIN_DATAINTERSECTION, KSPROPERTY_TYPE_GET);
    request.list = (KSMULTIPLE_ITEM){72, 1};
    request.range.FormatSize = sizeof request.range;
    for (request.pin.PinId = 0; request.pin.PinId < 4; request.pin.PinId++) {
        ULONG size = request.pin.PinId % 2 == 0 ? sizeof(KSDATAFORMAT_WAVEFORMATEX) : sizeof(KSDATAFORMAT);
        got = send(to_filter(filter), IOCTL_KS_PROPERTY, &request, sizeof request, NULL, 100);
        CHECK(answered(&got, STATUS_SUCCESS, size) && ulong_at(&got, 0) == size);
        ANSWERS(send(to_filter(filter), IOCTL_KS_PROPERTY, &request, sizeof request, NULL, 0),
                STATUS_BUFFER_OVERFLOW, size);
    }
    ANSWERS(send(to_filter(filter), IOCTL_KS_PROPERTY, &request, sizeof request, NULL, 0),
            STATUS_INVALID_PARAMETER, 0);
    free_filter(filter);
}

static NTSTATUS create(ks4j_filter *filter, const void *request, ULONG length, ks4j_pin **pin) {
    void *exact = malloc(length);
    NTSTATUS status;
    memcpy(exact, request, length);
    status = ks4j_pin_create(filter, exact, length, pin);
    free(exact);
    return status;
}

static void connecting(void) {
    ks4j_filter *filter = new_filter();
    struct {
        pin_request pin;
        UCHAR more[1024];
    } request;
    const pin_request good = connect_to(2);
    ks4j_pin *pin, *other;
    memset(&request, 0, sizeof request);
    for (ULONG id = 1; id < 6; id += 2) {
        request.pin = connect_to(id);
        CHECK(create(filter, &request, sizeof good, &pin) == STATUS_INVALID_PARAMETER);
    }
    request.pin = good;
    CHECK(create(filter, &request, sizeof(KSPIN_CONNECT) - 1, &pin) == STATUS_INVALID_BUFFER_SIZE);
    CHECK(create(filter, &request, sizeof(KSPIN_CONNECT) + 63, &pin) == STATUS_INVALID_BUFFER_SIZE);
    CHECK(create(filter, &request, sizeof good - 8, &pin) == STATUS_INVALID_PARAMETER);
    request.pin.connect.PinToHandle = filter;
    CHECK(create(filter, &request, sizeof good, &pin) == STATUS_INVALID_PARAMETER);
    request.pin = good;
    request.pin.connect.Interface.Id = 1;
    CHECK(create(filter, &request, sizeof good, &pin) == STATUS_NO_MATCH);
    request.pin = good;
    request.pin.connect.Medium.Id = 1;
    CHECK(create(filter, &request, sizeof good, &pin) == STATUS_NO_MATCH);
    request.pin = good;
    request.pin.format.DataFormat.FormatSize = 63;
    CHECK(create(filter, &request, sizeof good, &pin) == STATUS_INVALID_PARAMETER);
    request.pin.format.DataFormat.FormatSize = KS4J_FORMAT_SIZE + 1;
    CHECK(create(filter, &request, sizeof request, &pin) == STATUS_INSUFFICIENT_RESOURCES);
    request.pin = good;
    request.pin.format.DataFormat.Flags = KSDATAFORMAT_ATTRIBUTES;
    CHECK(create(filter, &request, sizeof good, &pin) == STATUS_INVALID_PARAMETER);
    CHECK(create(filter, &request, sizeof request, &pin) == STATUS_INVALID_PARAMETER);
    CHECK(instances(filter, 2, 1, 0));
    CHECK(create(filter, &good, sizeof good, &pin) == STATUS_SUCCESS && instances(filter, 2, 1, 1));
    CHECK(instances(filter, 0, 1, 0));
    CHECK(create(filter, &good, sizeof good, &other) == STATUS_INVALID_DEVICE_STATE);
    other = new_pin(filter, 0);
    ks4j_pin_close(pin);
    CHECK(instances(filter, 2, 1, 0) && instances(filter, 0, 1, 1));
    ks4j_pin_close(other);
    free_filter(filter);
}

static void connection_properties(void) {
    static const ULONG FRAMING[] = {0, 0, 8, 4096, 0, 0};
    for (ULONG id = 0; id < 4; id += 2) {
        ks4j_filter *filter = new_filter();
        ks4j_pin *pin = new_pin(filter, id);
        pin_request request = connect_to(id);
        ULONG size = sizeof request.format;
        answer got = property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_ALLOCATORFRAMING, 1, NULL, 26);
        CHECK(answered(&got, STATUS_SUCCESS, 24) && memcmp(got.data, FRAMING, 24) == 0 && untouched(&got, 24));
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_ALLOCATORFRAMING, 1, NULL, 0),
                STATUS_BUFFER_OVERFLOW, 24);
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_ALLOCATORFRAMING, 1, NULL, 23),
                STATUS_BUFFER_TOO_SMALL, 0);
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_ALLOCATORFRAMING, 2, NULL, 24),
                STATUS_NOT_FOUND, 0);
        got = property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, 1, NULL, size);
        CHECK(answered(&got, STATUS_SUCCESS, size) && memcmp(got.data, &request.format, size) == 0);
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, 1, NULL, 0),
                STATUS_BUFFER_OVERFLOW, size);
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, 1, NULL, size - 1),
                STATUS_BUFFER_TOO_SMALL, 0);
        ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, 2, NULL, size),
                STATUS_NOT_FOUND, 0);
        ks4j_pin_close(pin);
        free_filter(filter);
    }
}

void check_pins(void) {
    descriptions();
    intersections();
    connecting();
    connection_properties();
}

/* Streams. */

static void set_state(ks4j_pin *pin, ULONG state) {
    ANSWERS(property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_SET, &state, 4),
            STATUS_SUCCESS, 0);
}

static KSSTREAM_HEADER frame(void *data, ULONG extent, ULONG used) {
    KSSTREAM_HEADER header;
    memset(&header, 0, sizeof header);
    header.Size = sizeof header;
    header.PresentationTime.Time = 5;
    header.Data = data;
    header.FrameExtent = extent;
    header.DataUsed = used;
    return header;
}

/* A stream request under way. */
static ks4j_request over(ULONG code, void *headers, ULONG length) {
    return (ks4j_request){.code = code, .out = headers, .out_length = length, .information = 0xEEEEEEEE};
}

static int ended(ks4j_filter *filter, ks4j_request *request, NTSTATUS status, ULONG information) {
    return ks4j_filter_done(filter) == request && request->status == status && request->information == information;
}

static int holds(const UCHAR *bytes, ULONG count, ULONG first) {
    for (ULONG i = 0; i < count; i++) {
        if (bytes[i] != (UCHAR)(first + i)) {
            return 0;
        }
    }
    return 1;
}

static void capture(void) {
    enum { HEADER = sizeof(KSSTREAM_HEADER) };
    UCHAR bytes[300], more[10], last[7];
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 2);
    KSSTREAM_HEADER two[] = {frame(bytes, sizeof bytes, 0), frame(more, sizeof more, 0)};
    KSSTREAM_HEADER before = two[0], one = frame(last, sizeof last, 0);
    ks4j_request first = over(IOCTL_KS_READ_STREAM, two, sizeof two);
    ks4j_request second = over(IOCTL_KS_READ_STREAM, &one, sizeof one);
    CHECK(ks4j_pin_control(pin, &first) == STATUS_PENDING && first.information == 0);
    set_state(pin, KSSTATE_ACQUIRE);
    set_state(pin, KSSTATE_PAUSE);
    CHECK(ks4j_pin_control(pin, &second) == STATUS_PENDING && ks4j_filter_done(filter) == NULL);
    set_state(pin, KSSTATE_RUN);
    CHECK(ended(filter, &first, STATUS_SUCCESS, 2 * HEADER) && ended(filter, &second, STATUS_SUCCESS, HEADER));
    CHECK(holds(bytes, 300, 0) && holds(more, 10, 300) && holds(last, 7, 310));
    before.DataUsed = 300;
    CHECK(memcmp(&two[0], &before, HEADER) == 0 && two[1].DataUsed == 10 && one.DataUsed == 7);
    one.DataUsed = 0;
    CHECK(ks4j_pin_control(pin, &second) == STATUS_SUCCESS && second.information == HEADER);
    CHECK(holds(last, 7, 317) && ks4j_filter_done(filter) == NULL);
    set_state(pin, KSSTATE_PAUSE);
    set_state(pin, KSSTATE_RUN);
    one.DataUsed = 0;
    CHECK(ks4j_pin_control(pin, &second) == STATUS_SUCCESS && holds(last, 7, 324));
    set_state(pin, KSSTATE_STOP);
    one.DataUsed = 0;
    CHECK(ks4j_pin_control(pin, &second) == STATUS_PENDING);
    set_state(pin, KSSTATE_RUN);
    CHECK(ended(filter, &second, STATUS_SUCCESS, HEADER) && holds(last, 7, 0));
    ks4j_pin_close(pin);
    free_filter(filter);
}

/* A header that is longer than KSSTREAM_HEADER keeps what is behind it. */
static void extended_header(void) {
    struct {
        KSSTREAM_HEADER header;
        LONGLONG more;
    } extended;
    UCHAR bytes[3];
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 2);
    ks4j_request request = over(IOCTL_KS_READ_STREAM, &extended, sizeof extended);
    extended.header = frame(bytes, sizeof bytes, 0);
    extended.header.Size = sizeof extended;
    extended.more = 77;
    set_state(pin, KSSTATE_RUN);
    CHECK(ks4j_pin_control(pin, &request) == STATUS_SUCCESS && request.information == sizeof extended);
    CHECK(extended.more == 77 && holds(bytes, 3, 0));
    ks4j_pin_close(pin);
    free_filter(filter);
}

static void cancellations(void) {
    UCHAR bytes[4];
    const ULONG begin = KSRESET_BEGIN, end = KSRESET_END, neither = 2;
    for (ULONG id = 0; id < 4; id += 2) {
        ks4j_filter *filter = new_filter();
        ks4j_pin *pin = new_pin(filter, id);
        KSSTREAM_HEADER header = frame(bytes, sizeof bytes, 0);
        ks4j_request request =
            over(id == 0 ? IOCTL_KS_WRITE_STREAM : IOCTL_KS_READ_STREAM, &header, sizeof header);
        CHECK(ks4j_pin_control(pin, &request) == STATUS_PENDING);
        set_state(pin, KSSTATE_STOP);
        CHECK(ended(filter, &request, STATUS_CANCELLED, 0));
        CHECK(ks4j_pin_control(pin, &request) == STATUS_PENDING);
        ANSWERS(send(to_pin(pin), IOCTL_KS_RESET_STATE, &neither, 4, NULL, 0), STATUS_INVALID_PARAMETER, 0);
        ANSWERS(send(to_pin(pin), IOCTL_KS_RESET_STATE, &begin, 3, NULL, 0), STATUS_INVALID_PARAMETER, 0);
        CHECK(ks4j_filter_done(filter) == NULL);
        ANSWERS(send(to_pin(pin), IOCTL_KS_RESET_STATE, &begin, 4, NULL, 0), STATUS_SUCCESS, 0);
        CHECK(ended(filter, &request, STATUS_CANCELLED, 0));
        CHECK(ks4j_pin_control(pin, &request) == STATUS_DEVICE_NOT_READY && request.information == 0);
        ANSWERS(send(to_pin(pin), IOCTL_KS_RESET_STATE, &end, 4, NULL, 0), STATUS_SUCCESS, 0);
        CHECK(ks4j_pin_control(pin, &request) == STATUS_PENDING);
        ks4j_filter_cancel(filter, &request);
        CHECK(ended(filter, &request, STATUS_CANCELLED, 0));
        CHECK(ks4j_pin_control(pin, &request) == STATUS_PENDING);
        ks4j_pin_close(pin);
        CHECK(ended(filter, &request, STATUS_CANCELLED, 0));
        free_filter(filter);
    }
}

static answer stream(ks4j_pin *pin, KSSTREAM_HEADER header, ULONG length) {
    ULONG code = pin->id == 0 ? IOCTL_KS_WRITE_STREAM : IOCTL_KS_READ_STREAM;
    UCHAR headers[2 * sizeof header];
    memcpy(headers, &header, sizeof header);
    memcpy(headers + sizeof header, &header, sizeof header);
    return send(to_pin(pin), code, NULL, 0, headers, length);
}

static void malformed(void) {
    enum { HEADER = sizeof(KSSTREAM_HEADER) };
    UCHAR bytes[8];
    KSSTREAM_HEADER good = frame(bytes, sizeof bytes, 0), header;
    for (ULONG id = 0; id < 4; id += 2) {
        ks4j_filter *filter = new_filter();
        ks4j_pin *pin = new_pin(filter, id);
        set_state(pin, KSSTATE_RUN);
        ANSWERS(stream(pin, good, 2 * HEADER), STATUS_SUCCESS, id == 0 ? 0 : 2 * HEADER);
        ANSWERS(stream(pin, good, 0), STATUS_INVALID_BUFFER_SIZE, 0);
        ANSWERS(stream(pin, good, HEADER - 1), STATUS_INVALID_BUFFER_SIZE, 0);
        ANSWERS(stream(pin, good, HEADER + 8), STATUS_INVALID_BUFFER_SIZE, 0);
        for (ULONG size = 0; size <= HEADER + 8; size += 4) {
            header = good;
            header.Size = size;
            if (size != HEADER) {
                ANSWERS(stream(pin, header, HEADER), STATUS_INVALID_BUFFER_SIZE, 0);
            }
        }
        header = good;
        header.Size = HEADER + 4;
        ANSWERS(stream(pin, header, 2 * HEADER), STATUS_INVALID_BUFFER_SIZE, 0);
        header = good;
        header.DataUsed = 9;
        ANSWERS(stream(pin, header, HEADER), STATUS_INVALID_BUFFER_SIZE, 0);
        header = good;
        header.Data = NULL;
        ANSWERS(stream(pin, header, HEADER), STATUS_ACCESS_VIOLATION, 0);
        header.FrameExtent = 0;
        ANSWERS(stream(pin, header, HEADER), STATUS_SUCCESS, id == 0 ? 0 : HEADER);
        header = good;
        header.OptionsFlags = KSSTREAM_HEADER_OPTIONSF_TYPECHANGED;
        ANSWERS(stream(pin, header, HEADER), STATUS_INVALID_PARAMETER, 0);
        header.OptionsFlags = KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM;
        ANSWERS(stream(pin, header, HEADER), id == 0 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER, 0);
        header = good;
        header.DataUsed = 8;
        ANSWERS(stream(pin, header, HEADER), id == 0 ? STATUS_SUCCESS : STATUS_INVALID_BUFFER_SIZE, id == 0 ? 8 : 0);
        ANSWERS(send(to_pin(pin), id == 0 ? IOCTL_KS_READ_STREAM : IOCTL_KS_WRITE_STREAM, NULL, 0, &good, HEADER),
                STATUS_INVALID_DEVICE_REQUEST, 0);
        ks4j_pin_close(pin);
        free_filter(filter);
    }
}

void check_streams(void) {
    capture();
    extended_header();
    cancellations();
    malformed();
}
