/* The streams of pins, by the answers of the filter itself. */
#include "check.h"

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

/* What is held is looked at again, for the caller may have written to it. */
static void changed_while_held(void) {
    UCHAR bytes[4];
    for (ULONG id = 0; id < 4; id += 2) {
        ks4j_filter *filter = new_filter();
        ks4j_pin *pin = new_pin(filter, id);
        ULONG code = id == 0 ? IOCTL_KS_WRITE_STREAM : IOCTL_KS_READ_STREAM;
        KSSTREAM_HEADER first = frame(bytes, sizeof bytes, 0), second = first;
        ks4j_request missing = over(code, &first, sizeof first), endless = over(code, &second, sizeof second);
        CHECK(ks4j_pin_control(pin, &missing) == STATUS_PENDING && ks4j_pin_control(pin, &endless) == STATUS_PENDING);
        first.Data = NULL;
        second.Size = 0;
        set_state(pin, KSSTATE_RUN);
        CHECK(ended(filter, &missing, STATUS_ACCESS_VIOLATION, 0));
        CHECK(ended(filter, &endless, STATUS_INVALID_BUFFER_SIZE, 0));
        ks4j_pin_close(pin);
        free_filter(filter);
    }
}

/* Nothing of an instance is left to the next. */
static void instances_in_turn(void) {
    UCHAR bytes[4];
    const ULONG begin = KSRESET_BEGIN;
    ks4j_filter *filter = new_filter();
    ks4j_pin *pin = new_pin(filter, 2);
    KSSTREAM_HEADER header = frame(bytes, sizeof bytes, 0);
    ks4j_request request = over(IOCTL_KS_READ_STREAM, &header, sizeof header);
    answer got;
    set_state(pin, KSSTATE_RUN);
    CHECK(ks4j_pin_control(pin, &request) == STATUS_SUCCESS && holds(bytes, 4, 0));
    ANSWERS(send(to_pin(pin), IOCTL_KS_RESET_STATE, &begin, 4, NULL, 0), STATUS_SUCCESS, 0);
    ks4j_pin_close(pin);
    pin = new_pin(filter, 2);
    got = property(to_pin(pin), &CONNECTION, KSPROPERTY_CONNECTION_STATE, KSPROPERTY_TYPE_GET, NULL, 4);
    CHECK(answered(&got, STATUS_SUCCESS, 4) && ulong_at(&got, 0) == KSSTATE_STOP);
    header.DataUsed = 0;
    CHECK(ks4j_pin_control(pin, &request) == STATUS_PENDING);
    set_state(pin, KSSTATE_RUN);
    CHECK(ended(filter, &request, STATUS_SUCCESS, sizeof header) && holds(bytes, 4, 0));
    ks4j_pin_close(pin);
    free_filter(filter);
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
        header = good;
        header.Data = NULL;
        ANSWERS(stream(pin, header, HEADER), STATUS_ACCESS_VIOLATION, 0);
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
        ANSWERS(stream(pin, header, HEADER + 4), STATUS_INVALID_BUFFER_SIZE, 0);
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
    changed_while_held();
    instances_in_turn();
    malformed();
}
