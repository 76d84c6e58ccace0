/* Open pins: their states, streams and events. */
#include <string.h>

#include "filter.h"

static const GUID KSPROPSETID_Connection = {
    0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID KSEVENTSETID_Connection = {
    0x7F4BCBE0, 0x9EA5, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

static const ks4j_event_item END_OF_STREAM = {KSEVENT_CONNECTION_ENDOFSTREAM, sizeof(KSEVENTDATA)};

static int is_capture(const ks4j_pin *pin) {
    return pin->id == KS4J_CAPTURE_PIN;
}

/* Streams. The headers of a request are at its output buffer, whichever way the data goes. */

/*
 * Reads the header at an offset, once, for it is in the caller's hands. KsProbeStreamIrp: it may be extended, and is as
 * long as it says.
 */
static NTSTATUS read_header(const ks4j_pin *pin, const ks4j_request *request, ULONG at, KSSTREAM_HEADER *header) {
    ULONG left = request->out_length - at;
    if (left < sizeof *header) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(header, (const UCHAR *)request->out + at, sizeof *header);
    if (header->Size < sizeof *header || header->Size > left || header->Size % 8 != 0 ||
        header->DataUsed > (is_capture(pin) ? 0 : header->FrameExtent)) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    if ((header->OptionsFlags & (is_capture(pin) ? ~0u : KSSTREAM_HEADER_OPTIONSF_TYPECHANGED)) != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static int is_missing(const KSSTREAM_HEADER *frame) {
    return frame->Data == NULL && frame->FrameExtent != 0;
}

/* KsProbeStreamIrp looks at all headers before it locks the first frame. */
static NTSTATUS check_headers(const ks4j_pin *pin, const ks4j_request *request) {
    KSSTREAM_HEADER header;
    NTSTATUS frames = STATUS_SUCCESS;
    if (request->out_length == 0) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    if (request->out == NULL) {
        return STATUS_ACCESS_VIOLATION;
    }
    for (ULONG at = 0; at < request->out_length; at += header.Size) {
        NTSTATUS status = read_header(pin, request, at, &header);
        if (status != STATUS_SUCCESS) {
            return status;
        }
        if (is_missing(&header)) {
            frames = STATUS_ACCESS_VIOLATION;
        }
    }
    return frames;
}

/* KSSTREAM_HEADER: a read fills the frame, and of the header changes what is used of it. */
static void fill(ks4j_pin *pin, const KSSTREAM_HEADER *header, UCHAR *caller) {
    UCHAR *bytes = header->Data;
    for (ULONG i = 0; i < header->FrameExtent; i++) {
        bytes[i] = pin->counter++;
    }
    memcpy(caller + offsetof(KSSTREAM_HEADER, DataUsed), &header->FrameExtent, sizeof header->FrameExtent);
}

/* Carries out a stream request, as in RUN. What comes of a read are its headers, of a write the bytes taken. */
static NTSTATUS carry_out(ks4j_pin *pin, ks4j_request *request) {
    KSSTREAM_HEADER header;
    ULONG information = 0;
    request->information = 0;
    for (ULONG at = 0; at < request->out_length; at += header.Size) {
        NTSTATUS status = read_header(pin, request, at, &header);
        if (status == STATUS_SUCCESS && is_missing(&header)) {
            status = STATUS_ACCESS_VIOLATION;
        }
        if (status != STATUS_SUCCESS) {
            return status;
        }
        if (is_capture(pin)) {
            fill(pin, &header, (UCHAR *)request->out + at);
            information += header.Size;
        } else {
            information += header.DataUsed;
        }
        if ((header.OptionsFlags & KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM) != 0) {
            ks4j_generate_events(&pin->filter->events, &END_OF_STREAM, 0);
        }
    }
    request->information = information;
    return STATUS_SUCCESS;
}

static NTSTATUS stream(ks4j_pin *pin, ks4j_request *request) {
    NTSTATUS status = check_headers(pin, request);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    if (pin->in_reset) {
        return STATUS_DEVICE_NOT_READY;
    }
    if (pin->time.state == KSSTATE_RUN) {
        return carry_out(pin, request);
    }
    ks4j_hold(&pin->streams, request);
    return STATUS_PENDING;
}

/* IOCTL_KS_RESET_STATE, KsAcquireResetValue. */
static NTSTATUS reset(ks4j_pin *pin, const ks4j_request *request) {
    ULONG value;
    if (request->in_length < sizeof value) {
        return STATUS_INVALID_PARAMETER;
    }
    if (request->in == NULL) {
        return STATUS_ACCESS_VIOLATION;
    }
    memcpy(&value, request->in, sizeof value);
    if (value != KSRESET_BEGIN && value != KSRESET_END) {
        return STATUS_INVALID_PARAMETER;
    }
    pin->in_reset = value == KSRESET_BEGIN;
    if (pin->in_reset) {
        ks4j_finish_all(pin->filter, &pin->streams, STATUS_CANCELLED);
    }
    return STATUS_SUCCESS;
}

/* KSPROPSETID_Connection. */

static NTSTATUS get_state(void *object, ks4j_request *request) {
    return ks4j_ulong(request, ((ks4j_pin *)object)->time.state);
}

static NTSTATUS set_state(void *object, ks4j_request *request) {
    ks4j_pin *pin = object;
    ULONG state = ks4j_given(request);
    ks4j_request *held;
    if (state > KSSTATE_RUN) {
        return STATUS_INVALID_PARAMETER;
    }
    ks4j_time_enter(&pin->time, state);
    if (state == KSSTATE_STOP) {
        pin->counter = 0;
        ks4j_finish_all(pin->filter, &pin->streams, STATUS_CANCELLED);
    }
    while (state == KSSTATE_RUN && (held = pin->streams.first) != NULL) {
        NTSTATUS status = carry_out(pin, held);
        ks4j_release(&pin->streams, held);
        ks4j_finish(pin->filter, held, status, held->information);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS get_format(void *object, ks4j_request *request) {
    const ks4j_pin *pin = object;
    return ks4j_value(request, pin->format, pin->format_size);
}

static NTSTATUS get_framing(void *object, ks4j_request *request) {
    static const KSALLOCATOR_FRAMING FRAMING = {.Frames = 8, .FrameSize = 4096};
    (void)object;
    return ks4j_value(request, &FRAMING, sizeof FRAMING);
}

static const ks4j_property_item CONNECTION_ITEMS[] = {
    {KSPROPERTY_CONNECTION_STATE, get_state, sizeof(KSPROPERTY), sizeof(ULONG), set_state, NULL},
    {KSPROPERTY_CONNECTION_DATAFORMAT, get_format, sizeof(KSPROPERTY), 0, NULL, NULL},
    {KSPROPERTY_CONNECTION_ALLOCATORFRAMING, get_framing, sizeof(KSPROPERTY), sizeof(KSALLOCATOR_FRAMING), NULL, NULL},
};
static const ks4j_property_set CONNECTION = {
    &KSPROPSETID_Connection, sizeof CONNECTION_ITEMS / sizeof CONNECTION_ITEMS[0], CONNECTION_ITEMS};
static const ks4j_event_set CONNECTION_EVENTS = {&KSEVENTSETID_Connection, 1, &END_OF_STREAM};

NTSTATUS ks4j_pin_control(ks4j_pin *pin, ks4j_request *request) {
    /* KSEVENT_CONNECTION_ENDOFSTREAM is for pins that data goes into. */
    const ks4j_automation table = {1, &CONNECTION, 0, NULL, is_capture(pin) ? 0 : 1, &CONNECTION_EVENTS};
    const ks4j_target target = {
        pin, &pin->filter->events, pin, &table, pin->filter, ks4j_node_tables, KS4J_NODES};
    NTSTATUS status = ks4j_admit(pin->filter, request);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    switch (request->code) {
        case IOCTL_KS_WRITE_STREAM:
            return is_capture(pin) ? STATUS_INVALID_DEVICE_REQUEST : stream(pin, request);
        case IOCTL_KS_READ_STREAM:
            return is_capture(pin) ? stream(pin, request) : STATUS_INVALID_DEVICE_REQUEST;
        case IOCTL_KS_RESET_STATE:
            return reset(pin, request);
        default:
            return ks4j_dispatch(&target, request);
    }
}

void ks4j_pin_close(ks4j_pin *pin) {
    ks4j_finish_all(pin->filter, &pin->streams, STATUS_CANCELLED);
    ks4j_free_events(&pin->filter->events, pin);
    ks4j_time_enter(&pin->time, KSSTATE_STOP);
    ks4j_clocks_leave(pin);
    pin->open = 0;
}
