#include <string.h>

#include "filter.h"

static const GUID KSPROPSETID_Pin = {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}};
static const GUID KSPROPSETID_Connection = {
    0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID KSNODETYPE_SPEAKER = {
    0xDFF21CE1, 0xF70F, 0x11D0, {0xB9, 0x17, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const GUID NO_GUID;

enum { SPEAKER_PIN = 1, PINS = 2 };

/* KSINTERFACESETID_Standard, KSINTERFACE_STANDARD_STREAMING; KSMEDIUMSETID_Standard, KSMEDIUM_STANDARD_DEVIO. */
static const KSIDENTIFIER STREAMING = {
    {{{0x1A8766A0, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}}, 0, 0}}};
static const KSIDENTIFIER DEVIO = {
    {{{0x4747B320, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}}, 0, 0}}};

/* KSDATAFORMAT_TYPE_AUDIO, _SUBTYPE_PCM and _SPECIFIER_WAVEFORMATEX; _SUBTYPE_ANALOG and _SPECIFIER_NONE. */
#define AUDIO \
    { 0x73647561, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71} }
static const KSDATARANGE_AUDIO SINK_RANGE = {
    {{{sizeof(KSDATARANGE_AUDIO), 0, 0, 0, AUDIO,
       {0x00000001, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}},
       {0x05589F81, 0xC356, 0x11CE, {0xBF, 0x01, 0x00, 0xAA, 0x00, 0x55, 0x59, 0x5A}}}}},
    2, 16, 16, 8000, 48000};
static const KSDATARANGE SPEAKER_RANGE = {
    {{sizeof(KSDATARANGE), 0, 0, 0, AUDIO,
      {0x6DBA3190, 0x67BD, 0x11CF, {0xA0, 0xF7, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}},
      {0x0F6417D6, 0xC318, 0x11D0, {0xA4, 0x3F, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}}}}};

/* The factory that a request to the filter speaks of; PINS if there is none. */
static ULONG factory(const ks4j_request *request) {
    KSP_PIN head;
    memcpy(&head, request->in, sizeof head);
    return head.PinId < PINS ? head.PinId : PINS;
}

static NTSTATUS get_instances(void *object, ks4j_request *request) {
    KSPIN_CINSTANCES instances = {0, 0};
    ULONG pin = factory(request);
    if (pin == PINS) {
        return STATUS_INVALID_PARAMETER;
    }
    if (pin != SPEAKER_PIN) {
        instances.PossibleCount = 1;
        instances.CurrentCount = ((ks4j_filter *)object)->pin.open ? 1 : 0;
    }
    return ks4j_value(request, &instances, sizeof instances);
}

static NTSTATUS get_factories(void *object, ks4j_request *request) {
    (void)object;
    return ks4j_ulong(request, PINS);
}

static NTSTATUS get_data_flow(void *object, ks4j_request *request) {
    ULONG pin = factory(request);
    (void)object;
    if (pin == PINS) {
        return STATUS_INVALID_PARAMETER;
    }
    return ks4j_ulong(request, pin == SPEAKER_PIN ? KSPIN_DATAFLOW_OUT : KSPIN_DATAFLOW_IN);
}

static NTSTATUS get_communication(void *object, ks4j_request *request) {
    ULONG pin = factory(request);
    (void)object;
    if (pin == PINS) {
        return STATUS_INVALID_PARAMETER;
    }
    return ks4j_ulong(request, pin == SPEAKER_PIN ? KSPIN_COMMUNICATION_BRIDGE : KSPIN_COMMUNICATION_SINK);
}

static NTSTATUS get_data_ranges(void *object, ks4j_request *request) {
    (void)object;
    switch (factory(request)) {
        case PINS:
            return STATUS_INVALID_PARAMETER;
        case SPEAKER_PIN:
            return ks4j_list(request, 1, &SPEAKER_RANGE, sizeof SPEAKER_RANGE);
        default:
            return ks4j_list(request, 1, &SINK_RANGE, sizeof SINK_RANGE);
    }
}

static NTSTATUS get_interfaces(void *object, ks4j_request *request) {
    (void)object;
    return factory(request) == PINS ? STATUS_INVALID_PARAMETER
                                    : ks4j_list(request, 1, &STREAMING, sizeof STREAMING);
}

static NTSTATUS get_mediums(void *object, ks4j_request *request) {
    (void)object;
    return factory(request) == PINS ? STATUS_INVALID_PARAMETER : ks4j_list(request, 1, &DEVIO, sizeof DEVIO);
}

static NTSTATUS get_category(void *object, ks4j_request *request) {
    (void)object;
    switch (factory(request)) {
        case PINS:
            return STATUS_INVALID_PARAMETER;
        case SPEAKER_PIN:
            return ks4j_value(request, &KSNODETYPE_SPEAKER, sizeof KSNODETYPE_SPEAKER);
        default:
            return STATUS_NOT_FOUND;
    }
}

/* Data intersection. */

static int matches(const GUID *left, const GUID *right) {
    return ks4j_same(left, right) || ks4j_same(left, &NO_GUID) || ks4j_same(right, &NO_GUID);
}

static int range_matches(const KSDATARANGE *left, const KSDATARANGE *right) {
    return matches(&left->MajorFormat, &right->MajorFormat) && matches(&left->SubFormat, &right->SubFormat) &&
           matches(&left->Specifier, &right->Specifier);
}

/* The best PCM format that the caller's range and the sink's have in common. */
static NTSTATUS intersect_audio(const UCHAR *range, ULONG size, ks4j_request *request) {
    KSDATARANGE_AUDIO theirs = SINK_RANGE;
    KSDATAFORMAT_WAVEFORMATEX format;
    WAVEFORMATEX *wave = &format.WaveFormatEx;
    ULONG channels, frequency;
    if (size >= offsetof(KSDATARANGE_AUDIO, MaximumSampleFrequency) + sizeof(ULONG)) {
        memcpy(&theirs, range, size < sizeof theirs ? size : sizeof theirs);
    }
    channels = theirs.MaximumChannels < SINK_RANGE.MaximumChannels ? theirs.MaximumChannels
                                                                   : SINK_RANGE.MaximumChannels;
    frequency = theirs.MaximumSampleFrequency < SINK_RANGE.MaximumSampleFrequency
                    ? theirs.MaximumSampleFrequency
                    : SINK_RANGE.MaximumSampleFrequency;
    if (channels == 0 || theirs.MinimumBitsPerSample > SINK_RANGE.MaximumBitsPerSample ||
        theirs.MaximumBitsPerSample < SINK_RANGE.MinimumBitsPerSample ||
        theirs.MinimumSampleFrequency > frequency || frequency < SINK_RANGE.MinimumSampleFrequency) {
        return STATUS_NO_MATCH;
    }
    memset(&format, 0, sizeof format);
    format.DataFormat = SINK_RANGE.DataRange;
    format.DataFormat.FormatSize = sizeof format;
    wave->wFormatTag = 1;
    wave->nChannels = (WORD)channels;
    wave->nSamplesPerSec = frequency;
    wave->wBitsPerSample = (WORD)SINK_RANGE.MaximumBitsPerSample;
    wave->nBlockAlign = (WORD)(channels * SINK_RANGE.MaximumBitsPerSample / 8);
    wave->nAvgBytesPerSec = frequency * wave->nBlockAlign;
    format.DataFormat.SampleSize = wave->nBlockAlign;
    return ks4j_value(request, &format, sizeof format);
}

static NTSTATUS get_intersection(void *object, ks4j_request *request) {
    const UCHAR *bytes = request->in;
    ULONG at = sizeof(KSP_PIN) + sizeof(KSMULTIPLE_ITEM);
    ULONG pin = factory(request);
    KSMULTIPLE_ITEM list;
    (void)object;
    if (pin == PINS) {
        return STATUS_INVALID_PARAMETER;
    }
    memcpy(&list, bytes + sizeof(KSP_PIN), sizeof list);
    for (ULONG i = 0; i < list.Count; i++) {
        KSDATARANGE range;
        NTSTATUS status = STATUS_NO_MATCH;
        if (at > request->in_length || request->in_length - at < sizeof range) {
            return STATUS_INVALID_PARAMETER;
        }
        memcpy(&range, bytes + at, sizeof range);
        if (range.FormatSize < sizeof range || range.FormatSize > request->in_length - at) {
            return STATUS_INVALID_PARAMETER;
        }
        if (pin == SPEAKER_PIN && range_matches(&range, &SPEAKER_RANGE)) {
            status = ks4j_value(request, &SPEAKER_RANGE, sizeof SPEAKER_RANGE);
        } else if (pin != SPEAKER_PIN && range_matches(&range, &SINK_RANGE.DataRange)) {
            status = intersect_audio(bytes + at, range.FormatSize, request);
        }
        if (status != STATUS_NO_MATCH) {
            return status;
        }
        /* Ranges start at multiples of 8; in_length bounds the sum. */
        at += (range.FormatSize + 7) & ~7u;
    }
    return STATUS_NO_MATCH;
}

static const ks4j_property_item PIN_ITEMS[] = {
    {KSPROPERTY_PIN_CINSTANCES, get_instances, sizeof(KSP_PIN), sizeof(KSPIN_CINSTANCES), NULL, NULL},
    {KSPROPERTY_PIN_CTYPES, get_factories, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {KSPROPERTY_PIN_DATAFLOW, get_data_flow, sizeof(KSP_PIN), sizeof(ULONG), NULL, NULL},
    {KSPROPERTY_PIN_DATARANGES, get_data_ranges, sizeof(KSP_PIN), 0, NULL, NULL},
    {KSPROPERTY_PIN_DATAINTERSECTION, get_intersection, sizeof(KSP_PIN) + sizeof(KSMULTIPLE_ITEM), 0, NULL, NULL},
    {KSPROPERTY_PIN_INTERFACES, get_interfaces, sizeof(KSP_PIN), 0, NULL, NULL},
    {KSPROPERTY_PIN_MEDIUMS, get_mediums, sizeof(KSP_PIN), 0, NULL, NULL},
    {KSPROPERTY_PIN_COMMUNICATION, get_communication, sizeof(KSP_PIN), sizeof(ULONG), NULL, NULL},
    {KSPROPERTY_PIN_CATEGORY, get_category, sizeof(KSP_PIN), sizeof(GUID), NULL, NULL},
};

const ks4j_property_set ks4j_pin_properties = {
    &KSPROPSETID_Pin, sizeof PIN_ITEMS / sizeof PIN_ITEMS[0], PIN_ITEMS};

/* Pin instances. */

static int same_identifier(const KSIDENTIFIER *left, const KSIDENTIFIER *right) {
    return ks4j_same(&left->Set, &right->Set) && left->Id == right->Id;
}

NTSTATUS ks4j_pin_create(ks4j_filter *filter, const void *connect, ULONG length, ks4j_pin **pin) {
    KSPIN_CONNECT request;
    KSDATAFORMAT format;
    if (length < sizeof request + sizeof format) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&request, connect, sizeof request);
    memcpy(&format, (const UCHAR *)connect + sizeof request, sizeof format);
    if (format.FormatSize < sizeof format || format.FormatSize > length - sizeof request) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    if (request.PinId >= SPEAKER_PIN || request.PinToHandle != NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!same_identifier(&request.Interface, &STREAMING) || !same_identifier(&request.Medium, &DEVIO) ||
        !ks4j_same(&format.MajorFormat, &SINK_RANGE.DataRange.MajorFormat) ||
        !ks4j_same(&format.SubFormat, &SINK_RANGE.DataRange.SubFormat) ||
        !ks4j_same(&format.Specifier, &SINK_RANGE.DataRange.Specifier)) {
        return STATUS_NO_MATCH;
    }
    if (filter->pin.open) {
        return STATUS_INVALID_DEVICE_STATE;
    }
    filter->pin.open = 1;
    filter->pin.state = KSSTATE_STOP;
    *pin = &filter->pin;
    return STATUS_SUCCESS;
}

void ks4j_pin_close(ks4j_pin *pin) {
    ks4j_cancel_all(pin->filter, &pin->streams);
    pin->open = 0;
}

/* The bytes of a request's frames; a request that is malformed has a status other than success. */
static NTSTATUS check_frames(const ks4j_request *request, ULONG *bytes) {
    *bytes = 0;
    if (request->out_length == 0 || request->out_length % sizeof(KSSTREAM_HEADER) != 0) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    if (request->out == NULL) {
        return STATUS_ACCESS_VIOLATION;
    }
    for (ULONG at = 0; at < request->out_length; at += sizeof(KSSTREAM_HEADER)) {
        KSSTREAM_HEADER header;
        memcpy(&header, (const UCHAR *)request->out + at, sizeof header);
        if (header.Size != sizeof header || header.DataUsed > header.FrameExtent) {
            return STATUS_INVALID_BUFFER_SIZE;
        }
        *bytes += header.DataUsed;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS write_stream(ks4j_pin *pin, ks4j_request *request) {
    ULONG bytes;
    NTSTATUS status = check_frames(request, &bytes);
    request->information = 0;
    request->delay = 0;
    if (status != STATUS_SUCCESS) {
        return status;
    }
    if (pin->state == KSSTATE_RUN) {
        request->information = bytes;
        return STATUS_SUCCESS;
    }
    ks4j_hold(&pin->streams, request);
    return STATUS_PENDING;
}

static NTSTATUS get_state(void *object, ks4j_request *request) {
    return ks4j_ulong(request, ((ks4j_pin *)object)->state);
}

static NTSTATUS set_state(void *object, ks4j_request *request) {
    ks4j_pin *pin = object;
    ULONG state = ks4j_given(request);
    ks4j_request *stream;
    if (state > KSSTATE_RUN) {
        return STATUS_INVALID_PARAMETER;
    }
    pin->state = state;
    if (state == KSSTATE_STOP) {
        ks4j_cancel_all(pin->filter, &pin->streams);
    }
    while (state == KSSTATE_RUN && (stream = pin->streams.first) != NULL) {
        ULONG bytes;
        NTSTATUS status = check_frames(stream, &bytes);
        ks4j_release(&pin->streams, stream);
        ks4j_finish(pin->filter, stream, status, bytes);
    }
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_pin_control(ks4j_pin *pin, ks4j_request *request) {
    static const ks4j_property_item STATE = {
        KSPROPERTY_CONNECTION_STATE, get_state, sizeof(KSPROPERTY), sizeof(ULONG), set_state, NULL};
    static const ks4j_property_set CONNECTION = {&KSPROPSETID_Connection, 1, &STATE};
    static const ks4j_automation TABLE = {1, &CONNECTION, 0, NULL};
    if (request->code == IOCTL_KS_WRITE_STREAM) {
        return write_stream(pin, request);
    }
    return ks4j_dispatch(pin, &TABLE, NULL, 0, request);
}
