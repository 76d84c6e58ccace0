#include "filter.h"

#include <string.h>

const GUID ks4j_audio = {0x6994AD04, 0x93EF, 0x11D0, {0xA3, 0xCC, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
const GUID ks4j_render = {0x65E8773E, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};

static const GUID KSPROPSETID_Topology = {
    0x720D4AC0, 0x7533, 0x11D0, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID KSPROPSETID_Audio = {
    0x45FFAAA0, 0x6E1B, 0x11D0, {0xBC, 0xF2, 0x44, 0x45, 0x53, 0x54, 0x00, 0x00}};
static const GUID STUB_PROPERTIES = {
    0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01}};
static const GUID STUB_METHODS = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02}};

enum { VOLUME_NODE, MUTE_NODE, NODES };
enum { LEVEL = 1, ANSWER, NAME, ECHO, SLOW, NEVER, BLOB, BLOBSIZE, BLOBSUM };
enum { NOTHING = 1, CONSUME, PRODUCE, INVERT, TOTAL };

#define SLOW_MILLISECONDS 50u
#define SLOW_VALUE 7u
#define VOLUME_MINIMUM (-96 * 65536)

static const ks4j_values LEVEL_VALUES = {VT_I4, {5, 0, {{-100, 100}}}};
static const ks4j_values VOLUME_VALUES = {VT_I4, {0x8000, 0, {{VOLUME_MINIMUM, 0}}}};

/* Queues of requests. */

void ks4j_hold(ks4j_queue *queue, ks4j_request *request) {
    request->next = NULL;
    if (queue->first == NULL) {
        queue->first = request;
    } else {
        queue->last->next = request;
    }
    queue->last = request;
}

int ks4j_release(ks4j_queue *queue, ks4j_request *request) {
    ks4j_request *before = NULL;
    for (ks4j_request *at = queue->first; at != NULL; before = at, at = at->next) {
        if (at != request) {
            continue;
        }
        if (before == NULL) {
            queue->first = at->next;
        } else {
            before->next = at->next;
        }
        if (queue->last == at) {
            queue->last = before;
        }
        return 1;
    }
    return 0;
}

void ks4j_finish(ks4j_filter *filter, ks4j_request *request, NTSTATUS status, ULONG information) {
    request->status = status;
    request->information = information;
    ks4j_hold(&filter->done, request);
}

void ks4j_cancel_all(ks4j_filter *filter, ks4j_queue *queue) {
    ks4j_request *request;
    while ((request = queue->first) != NULL) {
        ks4j_release(queue, request);
        ks4j_finish(filter, request, STATUS_CANCELLED, 0);
    }
}

ks4j_request *ks4j_filter_done(ks4j_filter *filter) {
    ks4j_request *request = filter->done.first;
    if (request != NULL) {
        ks4j_release(&filter->done, request);
    }
    return request;
}

void ks4j_filter_cancel(ks4j_filter *filter, ks4j_request *request) {
    if (ks4j_release(&filter->held, request) || ks4j_release(&filter->pin.streams, request)) {
        ks4j_finish(filter, request, STATUS_CANCELLED, 0);
    }
}

void ks4j_filter_elapsed(ks4j_filter *filter, ks4j_request *request) {
    if (ks4j_release(&filter->held, request)) {
        NTSTATUS status = ks4j_ulong(request, SLOW_VALUE);
        ks4j_finish(filter, request, status, request->information);
    }
}

void ks4j_filter_cleanup(ks4j_filter *filter) {
    ks4j_cancel_all(filter, &filter->held);
}

void ks4j_filter_open(ks4j_filter *filter) {
    memset(filter, 0, sizeof *filter);
    filter->pin.filter = filter;
}

/* The property set made for tests. */

static ULONG sum(const void *bytes, ULONG length) {
    ULONG total = 0;
    for (ULONG i = 0; i < length; i++) {
        total += ((const UCHAR *)bytes)[i];
    }
    return total;
}

static NTSTATUS get_level(void *object, ks4j_request *request) {
    return ks4j_ulong(request, (ULONG)((ks4j_filter *)object)->level);
}

static NTSTATUS set_level(void *object, ks4j_request *request) {
    LONG level = (LONG)ks4j_given(request);
    if (level < LEVEL_VALUES.range.Bounds.SignedMinimum || level > LEVEL_VALUES.range.Bounds.SignedMaximum) {
        return STATUS_INVALID_PARAMETER;
    }
    ((ks4j_filter *)object)->level = level;
    return STATUS_SUCCESS;
}

static NTSTATUS get_answer(void *object, ks4j_request *request) {
    (void)object;
    return ks4j_ulong(request, 42);
}

static NTSTATUS get_name(void *object, ks4j_request *request) {
    static const WCHAR VALUE[] = {'k', 's', '4', 'j', ' ', 's', 't', 'u', 'b', 0};
    (void)object;
    return ks4j_value(request, VALUE, sizeof VALUE);
}

static NTSTATUS get_echo(void *object, ks4j_request *request) {
    (void)object;
    memcpy(request->out, (const UCHAR *)request->in + sizeof(KSPROPERTY), 8);
    request->information = 8;
    return STATUS_SUCCESS;
}

static NTSTATUS get_slow(void *object, ks4j_request *request) {
    request->delay = SLOW_MILLISECONDS;
    ks4j_hold(&((ks4j_filter *)object)->held, request);
    return STATUS_PENDING;
}

static NTSTATUS get_never(void *object, ks4j_request *request) {
    ks4j_hold(&((ks4j_filter *)object)->held, request);
    return STATUS_PENDING;
}

static NTSTATUS set_blob(void *object, ks4j_request *request) {
    ks4j_filter *filter = object;
    if (request->out_length > KS4J_BLOB_SIZE) {
        return STATUS_INVALID_PARAMETER;
    }
    if (request->out_length != 0) {
        memcpy(filter->blob, request->out, request->out_length);
    }
    filter->blob_size = request->out_length;
    return STATUS_SUCCESS;
}

static NTSTATUS get_blob_size(void *object, ks4j_request *request) {
    return ks4j_ulong(request, ((ks4j_filter *)object)->blob_size);
}

static NTSTATUS get_blob_sum(void *object, ks4j_request *request) {
    ks4j_filter *filter = object;
    return ks4j_ulong(request, sum(filter->blob, filter->blob_size));
}

static const ks4j_property_item STUB_PROPERTY_ITEMS[] = {
    {LEVEL, get_level, sizeof(KSPROPERTY), sizeof(ULONG), set_level, &LEVEL_VALUES},
    {ANSWER, get_answer, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {NAME, get_name, sizeof(KSPROPERTY), 0, NULL, NULL},
    {ECHO, get_echo, 32, 8, NULL, NULL},
    {SLOW, get_slow, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {NEVER, get_never, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {BLOB, NULL, sizeof(KSPROPERTY), 0, set_blob, NULL},
    {BLOBSIZE, get_blob_size, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {BLOBSUM, get_blob_sum, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
};

/* The method set made for tests. */

static NTSTATUS do_nothing(void *object, ks4j_request *request) {
    (void)request;
    ((ks4j_filter *)object)->calls++;
    return STATUS_SUCCESS;
}

static NTSTATUS consume(void *object, ks4j_request *request) {
    ((ks4j_filter *)object)->total += sum(request->out, request->out_length);
    return STATUS_SUCCESS;
}

static NTSTATUS produce(void *object, ks4j_request *request) {
    UCHAR *bytes = request->out;
    (void)object;
    for (ULONG i = 0; i < request->out_length; i++) {
        bytes[i] = (UCHAR)i;
    }
    request->information = request->out_length;
    return STATUS_SUCCESS;
}

static NTSTATUS invert(void *object, ks4j_request *request) {
    UCHAR *bytes = request->out;
    (void)object;
    for (ULONG i = 0; i < request->out_length; i++) {
        bytes[i] ^= 0xFF;
    }
    request->information = request->out_length;
    return STATUS_SUCCESS;
}

static NTSTATUS get_total(void *object, ks4j_request *request) {
    return ks4j_ulong(request, ((ks4j_filter *)object)->total);
}

static const ks4j_method_item STUB_METHOD_ITEMS[] = {
    {NOTHING, do_nothing, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_NONE},
    {CONSUME, consume, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_READ},
    {PRODUCE, produce, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_WRITE},
    {INVERT, invert, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_MODIFY},
    {TOTAL, get_total, sizeof(KSMETHOD), sizeof(ULONG), KSMETHOD_TYPE_WRITE},
};

/* Topology: pin 0 -> volume -> mute -> pin 1. Node pins are numbered as audio drivers do: 1 in, 0 out. */

static NTSTATUS get_categories(void *object, ks4j_request *request) {
    GUID categories[] = {ks4j_audio, ks4j_render};
    (void)object;
    return ks4j_list(request, 2, categories, sizeof categories);
}

static NTSTATUS get_nodes(void *object, ks4j_request *request) {
    static const GUID VALUE[NODES] = {
        {0x3A5ACC00, 0xC557, 0x11D0, {0x8A, 0x2B, 0x00, 0xA0, 0xC9, 0x25, 0x5A, 0xC1}},
        {0x02B223C0, 0xC557, 0x11D0, {0x8A, 0x2B, 0x00, 0xA0, 0xC9, 0x25, 0x5A, 0xC1}},
    };
    (void)object;
    return ks4j_list(request, NODES, VALUE, sizeof VALUE);
}

static NTSTATUS get_connections(void *object, ks4j_request *request) {
    static const KSTOPOLOGY_CONNECTION VALUE[] = {
        {KSFILTER_NODE, 0, VOLUME_NODE, 1},
        {VOLUME_NODE, 0, MUTE_NODE, 1},
        {MUTE_NODE, 0, KSFILTER_NODE, 1},
    };
    (void)object;
    return ks4j_list(request, sizeof VALUE / sizeof VALUE[0], VALUE, sizeof VALUE);
}

static const ks4j_property_item TOPOLOGY_ITEMS[] = {
    {KSPROPERTY_TOPOLOGY_CATEGORIES, get_categories, sizeof(KSPROPERTY), 0, NULL, NULL},
    {KSPROPERTY_TOPOLOGY_NODES, get_nodes, sizeof(KSPROPERTY), 0, NULL, NULL},
    {KSPROPERTY_TOPOLOGY_CONNECTIONS, get_connections, sizeof(KSPROPERTY), 0, NULL, NULL},
};

/* The channels that a node request speaks of, as first and one past the last. The master channel, -1, is all of them. */
static int channels(const ks4j_request *request, ULONG *first, ULONG *end) {
    KSNODEPROPERTY_AUDIO_CHANNEL head;
    memcpy(&head, request->in, sizeof head);
    *first = head.Channel == -1 ? 0 : (ULONG)head.Channel;
    *end = head.Channel == -1 ? KS4J_CHANNELS : *first + 1;
    return head.Channel >= -1 && head.Channel < (LONG)KS4J_CHANNELS;
}

static NTSTATUS get_volume(void *object, ks4j_request *request) {
    ULONG first, end;
    if (!channels(request, &first, &end)) {
        return STATUS_INVALID_PARAMETER;
    }
    return ks4j_ulong(request, (ULONG)((ks4j_filter *)object)->volume[first]);
}

static NTSTATUS set_volume(void *object, ks4j_request *request) {
    LONG volume = (LONG)ks4j_given(request);
    ULONG first, end;
    if (!channels(request, &first, &end)) {
        return STATUS_INVALID_PARAMETER;
    }
    for (ULONG channel = first; channel < end; channel++) {
        ((ks4j_filter *)object)->volume[channel] =
            volume < VOLUME_MINIMUM ? VOLUME_MINIMUM : volume > 0 ? 0 : volume;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS get_mute(void *object, ks4j_request *request) {
    ULONG first, end;
    if (!channels(request, &first, &end)) {
        return STATUS_INVALID_PARAMETER;
    }
    return ks4j_ulong(request, ((ks4j_filter *)object)->mute[first]);
}

static NTSTATUS set_mute(void *object, ks4j_request *request) {
    ULONG first, end;
    if (!channels(request, &first, &end)) {
        return STATUS_INVALID_PARAMETER;
    }
    for (ULONG channel = first; channel < end; channel++) {
        ((ks4j_filter *)object)->mute[channel] = ks4j_given(request);
    }
    return STATUS_SUCCESS;
}

static const ks4j_property_item VOLUME_ITEM = {
    KSPROPERTY_AUDIO_VOLUMELEVEL, get_volume, sizeof(KSNODEPROPERTY_AUDIO_CHANNEL),
    sizeof(LONG), set_volume, &VOLUME_VALUES};
static const ks4j_property_item MUTE_ITEM = {
    KSPROPERTY_AUDIO_MUTE, get_mute, sizeof(KSNODEPROPERTY_AUDIO_CHANNEL), sizeof(BOOL), set_mute, NULL};
static const ks4j_property_set VOLUME_SET = {&KSPROPSETID_Audio, 1, &VOLUME_ITEM};
static const ks4j_property_set MUTE_SET = {&KSPROPSETID_Audio, 1, &MUTE_ITEM};
static const ks4j_automation NODE_TABLES[NODES] = {{1, &VOLUME_SET, 0, NULL}, {1, &MUTE_SET, 0, NULL}};

NTSTATUS ks4j_filter_control(ks4j_filter *filter, ks4j_request *request) {
    static const ks4j_method_set METHOD_SET = {
        &STUB_METHODS, sizeof STUB_METHOD_ITEMS / sizeof STUB_METHOD_ITEMS[0], STUB_METHOD_ITEMS};
    const ks4j_property_set property_sets[] = {
        ks4j_pin_properties,
        {&KSPROPSETID_Topology, sizeof TOPOLOGY_ITEMS / sizeof TOPOLOGY_ITEMS[0], TOPOLOGY_ITEMS},
        {&STUB_PROPERTIES, sizeof STUB_PROPERTY_ITEMS / sizeof STUB_PROPERTY_ITEMS[0], STUB_PROPERTY_ITEMS},
    };
    const ks4j_automation table = {sizeof property_sets / sizeof property_sets[0], property_sets, 1, &METHOD_SET};
    return ks4j_dispatch(filter, &table, NODE_TABLES, NODES, request);
}
