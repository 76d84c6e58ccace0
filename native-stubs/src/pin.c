/* KSPROPSETID_Pin: what the filter says of its pins, and the connecting to one. */
#include <string.h>

#include "filter.h"

static const GUID KSPROPSETID_Pin = {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}};
static const GUID KSNODETYPE_SPEAKER = {
    0xDFF21CE1, 0xF70F, 0x11D0, {0xB9, 0x17, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const GUID KSNODETYPE_MICROPHONE = {
    0xDFF21BE1, 0xF70F, 0x11D0, {0xB9, 0x17, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const GUID NO_GUID;

/* KSINTERFACESETID_Standard, KSINTERFACE_STANDARD_STREAMING; KSMEDIUMSETID_Standard, KSMEDIUM_STANDARD_DEVIO. */
static const KSIDENTIFIER STREAMING = {
    {{{0x1A8766A0, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}}, 0, 0}}};
static const KSIDENTIFIER DEVIO = {
    {{{0x4747B320, 0x62CE, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}}, 0, 0}}};

/* KSDATAFORMAT_TYPE_AUDIO, _SUBTYPE_PCM and _SPECIFIER_WAVEFORMATEX; _SUBTYPE_ANALOG and _SPECIFIER_NONE. */
#define AUDIO \
    { 0x73647561, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71} }
static const KSDATARANGE_AUDIO AUDIO_RANGE = {
    {{{sizeof(KSDATARANGE_AUDIO), 0, 0, 0, AUDIO,
       {0x00000001, 0x0000, 0x0010, {0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71}},
       {0x05589F81, 0xC356, 0x11CE, {0xBF, 0x01, 0x00, 0xAA, 0x00, 0x55, 0x59, 0x5A}}}}},
    2, 16, 16, 8000, 48000};
static const KSDATARANGE BRIDGE_RANGE = {
    {{sizeof(KSDATARANGE), 0, 0, 0, AUDIO,
      {0x6DBA3190, 0x67BD, 0x11CF, {0xA0, 0xF7, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}},
      {0x0F6417D6, 0xC318, 0x11D0, {0xA4, 0x3F, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}}}}};

typedef struct {
    KSPIN_DATAFLOW flow;
    KSPIN_COMMUNICATION communication;
    const GUID *category;
} factory;

static const factory FACTORIES[KS4J_PINS] = {
    [KS4J_RENDER_PIN] = {KSPIN_DATAFLOW_IN, KSPIN_COMMUNICATION_SINK, NULL},
    [KS4J_SPEAKER_PIN] = {KSPIN_DATAFLOW_OUT, KSPIN_COMMUNICATION_BRIDGE, &KSNODETYPE_SPEAKER},
    [KS4J_CAPTURE_PIN] = {KSPIN_DATAFLOW_OUT, KSPIN_COMMUNICATION_SINK, NULL},
    [KS4J_MICROPHONE_PIN] = {KSPIN_DATAFLOW_IN, KSPIN_COMMUNICATION_BRIDGE, &KSNODETYPE_MICROPHONE},
};

/* The number of the factory that a request to the filter speaks of; KS4J_PINS if there is none. */
static ULONG pin_of(const ks4j_request *request) {
    KSP_PIN head;
    memcpy(&head, request->in, sizeof head);
    return head.PinId < KS4J_PINS ? head.PinId : KS4J_PINS;
}

/* NULL if there is none. */
static const factory *factory_of(const ks4j_request *request) {
    ULONG pin = pin_of(request);
    return pin < KS4J_PINS ? &FACTORIES[pin] : NULL;
}

static int is_bridge(const factory *pin) {
    return pin->communication == KSPIN_COMMUNICATION_BRIDGE;
}

static NTSTATUS get_instances(void *object, ks4j_request *request) {
    KSPIN_CINSTANCES instances = {0, 0};
    ULONG pin = pin_of(request);
    if (pin == KS4J_PINS) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!is_bridge(&FACTORIES[pin])) {
        instances.PossibleCount = 1;
        instances.CurrentCount = ((ks4j_filter *)object)->pins[pin].open ? 1 : 0;
    }
    return ks4j_value(request, &instances, sizeof instances);
}

static NTSTATUS get_factories(void *object, ks4j_request *request) {
    (void)object;
    return ks4j_ulong(request, KS4J_PINS);
}

static NTSTATUS get_data_flow(void *object, ks4j_request *request) {
    const factory *pin = factory_of(request);
    (void)object;
    return pin == NULL ? STATUS_INVALID_PARAMETER : ks4j_ulong(request, pin->flow);
}

static NTSTATUS get_communication(void *object, ks4j_request *request) {
    const factory *pin = factory_of(request);
    (void)object;
    return pin == NULL ? STATUS_INVALID_PARAMETER : ks4j_ulong(request, pin->communication);
}

static NTSTATUS get_data_ranges(void *object, ks4j_request *request) {
    const factory *pin = factory_of(request);
    (void)object;
    if (pin == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return is_bridge(pin) ? ks4j_list(request, 1, &BRIDGE_RANGE, sizeof BRIDGE_RANGE)
                          : ks4j_list(request, 1, &AUDIO_RANGE, sizeof AUDIO_RANGE);
}

static NTSTATUS get_interfaces(void *object, ks4j_request *request) {
    (void)object;
    return factory_of(request) == NULL ? STATUS_INVALID_PARAMETER
                                       : ks4j_list(request, 1, &STREAMING, sizeof STREAMING);
}

static NTSTATUS get_mediums(void *object, ks4j_request *request) {
    (void)object;
    return factory_of(request) == NULL ? STATUS_INVALID_PARAMETER : ks4j_list(request, 1, &DEVIO, sizeof DEVIO);
}

static NTSTATUS get_category(void *object, ks4j_request *request) {
    const factory *pin = factory_of(request);
    (void)object;
    if (pin == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return pin->category == NULL ? STATUS_NOT_FOUND : ks4j_value(request, pin->category, sizeof *pin->category);
}

/* Data intersection. */

static int matches(const GUID *left, const GUID *right) {
    return ks4j_same(left, right) || ks4j_same(left, &NO_GUID) || ks4j_same(right, &NO_GUID);
}

static int range_matches(const KSDATARANGE *left, const KSDATARANGE *right) {
    return matches(&left->MajorFormat, &right->MajorFormat) && matches(&left->SubFormat, &right->SubFormat) &&
           matches(&left->Specifier, &right->Specifier);
}

/* The best PCM format that the caller's range and the pin's have in common. */
static NTSTATUS intersect_audio(const UCHAR *range, ULONG size, ks4j_request *request) {
    KSDATARANGE_AUDIO theirs = AUDIO_RANGE;
    KSDATAFORMAT_WAVEFORMATEX format;
    WAVEFORMATEX *wave = &format.WaveFormatEx;
    ULONG channels, frequency;
    if (size >= offsetof(KSDATARANGE_AUDIO, MaximumSampleFrequency) + sizeof(ULONG)) {
        memcpy(&theirs, range, size < sizeof theirs ? size : sizeof theirs);
    }
    channels = theirs.MaximumChannels < AUDIO_RANGE.MaximumChannels ? theirs.MaximumChannels
                                                                   : AUDIO_RANGE.MaximumChannels;
    frequency = theirs.MaximumSampleFrequency < AUDIO_RANGE.MaximumSampleFrequency
                    ? theirs.MaximumSampleFrequency
                    : AUDIO_RANGE.MaximumSampleFrequency;
    if (channels == 0 || theirs.MinimumBitsPerSample > AUDIO_RANGE.MaximumBitsPerSample ||
        theirs.MaximumBitsPerSample < AUDIO_RANGE.MinimumBitsPerSample ||
        theirs.MinimumSampleFrequency > frequency || frequency < AUDIO_RANGE.MinimumSampleFrequency) {
        return STATUS_NO_MATCH;
    }
    memset(&format, 0, sizeof format);
    format.DataFormat = AUDIO_RANGE.DataRange;
    format.DataFormat.FormatSize = sizeof format;
    wave->wFormatTag = 1;
    wave->nChannels = (WORD)channels;
    wave->nSamplesPerSec = frequency;
    wave->wBitsPerSample = (WORD)AUDIO_RANGE.MaximumBitsPerSample;
    wave->nBlockAlign = (WORD)(channels * AUDIO_RANGE.MaximumBitsPerSample / 8);
    wave->nAvgBytesPerSec = frequency * wave->nBlockAlign;
    format.DataFormat.SampleSize = wave->nBlockAlign;
    return ks4j_value(request, &format, sizeof format);
}

/*
 * Reads a format or a range, once, for it may be in the caller's hands; tells how long it is: KSDATAFORMAT and what belongs
 * to it, with the attributes if it has any.
 */
static NTSTATUS read_format(const UCHAR *bytes, ULONG length, KSDATAFORMAT *format, ULONG *format_length) {
    KSMULTIPLE_ITEM attributes;
    ULONG end;
    if (length < sizeof *format) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(format, bytes, sizeof *format);
    if (format->FormatSize < sizeof *format || format->FormatSize > length) {
        return STATUS_INVALID_PARAMETER;
    }
    *format_length = format->FormatSize;
    if ((format->Flags & KSDATAFORMAT_ATTRIBUTES) == 0) {
        return STATUS_SUCCESS;
    }
    if (length - format->FormatSize < sizeof attributes) {
        return STATUS_INVALID_PARAMETER;
    }
    end = (format->FormatSize + 7) & ~7u; /* no more than the length */
    if (length - end < sizeof attributes) {
        return STATUS_INVALID_PARAMETER;
    }
    memcpy(&attributes, bytes + end, sizeof attributes);
    if (attributes.Size < sizeof attributes || attributes.Size > length - end) {
        return STATUS_INVALID_PARAMETER;
    }
    *format_length = end + attributes.Size;
    return STATUS_SUCCESS;
}

/* Reads the range at an offset of a list, and moves the offset to the next: ranges start at multiples of 8. */
static NTSTATUS next_range(const UCHAR *list, ULONG list_size, ULONG *at, KSDATARANGE *range) {
    ULONG size;
    NTSTATUS status =
        *at > list_size ? STATUS_INVALID_BUFFER_SIZE : read_format(list + *at, list_size - *at, range, &size);
    if (status == STATUS_SUCCESS) {
        *at += (size + 7) & ~7u; /* the length of the request bounds the sum */
    }
    return status;
}

/* All ranges of a request have to be whole before any is looked at. */
static NTSTATUS check_ranges(const ks4j_request *request, const UCHAR *bytes, const KSMULTIPLE_ITEM *list) {
    ULONG at = sizeof *list;
    KSDATARANGE range;
    if (list->Size < sizeof *list || list->Size > request->in_length - sizeof(KSP_PIN)) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    for (ULONG i = 0; i < list->Count; i++) {
        NTSTATUS status = next_range(bytes, list->Size, &at, &range);
        if (status != STATUS_SUCCESS) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS intersect(const factory *pin, const KSDATARANGE *range, const UCHAR *bytes, ks4j_request *request) {
    if (is_bridge(pin)) {
        return range_matches(range, &BRIDGE_RANGE) ? ks4j_value(request, &BRIDGE_RANGE, sizeof BRIDGE_RANGE)
                                                   : STATUS_NO_MATCH;
    }
    return range_matches(range, &AUDIO_RANGE.DataRange) ? intersect_audio(bytes, range->FormatSize, request)
                                                        : STATUS_NO_MATCH;
}

static NTSTATUS get_intersection(void *object, ks4j_request *request) {
    const UCHAR *bytes = (const UCHAR *)request->in + sizeof(KSP_PIN);
    const factory *pin = factory_of(request);
    KSMULTIPLE_ITEM list;
    ULONG at = sizeof list;
    NTSTATUS status;
    (void)object;
    if (pin == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    memcpy(&list, bytes, sizeof list);
    status = check_ranges(request, bytes, &list);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    for (ULONG i = 0; i < list.Count; i++) {
        const UCHAR *begin = bytes + at;
        KSDATARANGE range;
        status = next_range(bytes, list.Size, &at, &range);
        if (status == STATUS_SUCCESS) {
            status = intersect(pin, &range, begin, request);
        }
        if (status != STATUS_NO_MATCH) {
            return status;
        }
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

/* Connecting. */

static int same_identifier(const KSIDENTIFIER *left, const KSIDENTIFIER *right) {
    return ks4j_same(&left->Set, &right->Set) && left->Id == right->Id;
}

static int accepts(const KSDATARANGE *range, const KSDATAFORMAT *format) {
    return ks4j_same(&range->MajorFormat, &format->MajorFormat) && ks4j_same(&range->SubFormat, &format->SubFormat) &&
           ks4j_same(&range->Specifier, &format->Specifier);
}

/* KsValidateConnectRequest, then the instances that may be open. */
NTSTATUS ks4j_pin_create(ks4j_filter *filter, const void *connect, ULONG length, ks4j_pin **created) {
    const UCHAR *bytes = (const UCHAR *)connect + sizeof(KSPIN_CONNECT);
    KSPIN_CONNECT request;
    KSDATAFORMAT format;
    ULONG size;
    NTSTATUS status;
    ks4j_pin *pin;
    if (filter->removed) {
        return STATUS_DEVICE_REMOVED;
    }
    if (length < sizeof request) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&request, connect, sizeof request);
    if (request.PinId >= KS4J_PINS || is_bridge(&FACTORIES[request.PinId]) || request.PinToHandle != NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!same_identifier(&request.Interface, &STREAMING) || !same_identifier(&request.Medium, &DEVIO)) {
        return STATUS_NO_MATCH;
    }
    status = read_format(bytes, length - (ULONG)sizeof request, &format, &size);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    if (!accepts(&AUDIO_RANGE.DataRange, &format)) {
        return STATUS_NO_MATCH;
    }
    pin = &filter->pins[request.PinId];
    if (pin->open) {
        return STATUS_INVALID_DEVICE_STATE;
    }
    if (size > sizeof pin->format) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    pin->open = 1;
    pin->in_reset = 0;
    pin->time = (ks4j_time){.state = KSSTATE_STOP};
    pin->counter = 0;
    pin->format_size = size;
    memcpy(pin->format, bytes, size);
    *created = pin;
    return STATUS_SUCCESS;
}
