/* Pins, by the answers of the filter itself. */
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

/* The attributes behind a format belong to it. */
static void attributes(void) {
    struct {
        pin_request pin;
        UCHAR more[64];
    } request;
    enum { FORMAT = sizeof request.pin.format, AT = (FORMAT + 7) & ~7, SIZE = AT + 32 };
    UCHAR *format = (UCHAR *)&request.pin.format;
    KSMULTIPLE_ITEM list = {33, 1};
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin;
    answer got;
    memset(&request, 0, sizeof request);
    request.pin = connect_to(2);
    request.pin.format.DataFormat.Flags = KSDATAFORMAT_ATTRIBUTES;
    memcpy(format + AT, &list, sizeof list);
    CHECK(create(filter, &request, sizeof(KSPIN_CONNECT) + SIZE, &pin) == STATUS_INVALID_PARAMETER);
    list.Size = 32;
    memcpy(format + AT, &list, sizeof list);
    CHECK(create(filter, &request, sizeof(KSPIN_CONNECT) + SIZE, &pin) == STATUS_SUCCESS);
    got = property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_DATAFORMAT, KSPROPERTY_TYPE_GET, NULL, SIZE + 4);
    CHECK(answered(&got, STATUS_SUCCESS, SIZE) && memcmp(got.data, format, SIZE) == 0 && untouched(&got, SIZE));
    ks4j_pin_close(pin);
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
    attributes();
    connection_properties();
}
