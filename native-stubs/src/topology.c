/*
 * Topology: pin 0 -> volume -> mute -> pin 1, and pin 3 -> pin 2. Node pins are numbered as audio drivers do: 1 in, 0 out.
 */
#include <string.h>

#include "filter.h"

const GUID ks4j_audio = {0x6994AD04, 0x93EF, 0x11D0, {0xA3, 0xCC, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
const GUID ks4j_render = {0x65E8773E, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
const GUID ks4j_capture = {0x65E8773D, 0x8F56, 0x11D0, {0xA3, 0xB9, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};

static const GUID KSPROPSETID_Topology = {
    0x720D4AC0, 0x7533, 0x11D0, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};
static const GUID KSPROPSETID_Audio = {
    0x45FFAAA0, 0x6E1B, 0x11D0, {0xBC, 0xF2, 0x44, 0x45, 0x53, 0x54, 0x00, 0x00}};

#define VOLUME_MINIMUM (-96 * 65536)

static const ks4j_values VOLUME_VALUES = {{0x8000, 0, {{VOLUME_MINIMUM, 0}}}, NULL};

static NTSTATUS get_categories(void *object, ks4j_request *request) {
    const GUID categories[] = {ks4j_audio, ks4j_render, ks4j_capture};
    (void)object;
    return ks4j_list(request, sizeof categories / sizeof categories[0], categories, sizeof categories);
}

static NTSTATUS get_nodes(void *object, ks4j_request *request) {
    static const GUID VALUE[KS4J_NODES] = {
        {0x3A5ACC00, 0xC557, 0x11D0, {0x8A, 0x2B, 0x00, 0xA0, 0xC9, 0x25, 0x5A, 0xC1}},
        {0x02B223C0, 0xC557, 0x11D0, {0x8A, 0x2B, 0x00, 0xA0, 0xC9, 0x25, 0x5A, 0xC1}},
    };
    (void)object;
    return ks4j_list(request, KS4J_NODES, VALUE, sizeof VALUE);
}

static NTSTATUS get_connections(void *object, ks4j_request *request) {
    static const KSTOPOLOGY_CONNECTION VALUE[] = {
        {KSFILTER_NODE, KS4J_RENDER_PIN, KS4J_VOLUME_NODE, 1},
        {KS4J_VOLUME_NODE, 0, KS4J_MUTE_NODE, 1},
        {KS4J_MUTE_NODE, 0, KSFILTER_NODE, KS4J_SPEAKER_PIN},
        {KSFILTER_NODE, KS4J_MICROPHONE_PIN, KSFILTER_NODE, KS4J_CAPTURE_PIN},
    };
    (void)object;
    return ks4j_list(request, sizeof VALUE / sizeof VALUE[0], VALUE, sizeof VALUE);
}

static const ks4j_property_item TOPOLOGY_ITEMS[] = {
    {KSPROPERTY_TOPOLOGY_CATEGORIES, get_categories, sizeof(KSPROPERTY), 0, NULL, NULL},
    {KSPROPERTY_TOPOLOGY_NODES, get_nodes, sizeof(KSPROPERTY), 0, NULL, NULL},
    {KSPROPERTY_TOPOLOGY_CONNECTIONS, get_connections, sizeof(KSPROPERTY), 0, NULL, NULL},
};

const ks4j_property_set ks4j_topology_properties = {
    &KSPROPSETID_Topology, sizeof TOPOLOGY_ITEMS / sizeof TOPOLOGY_ITEMS[0], TOPOLOGY_ITEMS};

/* The nodes' own properties. */

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
        ((ks4j_filter *)object)->mute[channel] = ks4j_given(request) != 0;
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

const ks4j_automation ks4j_node_tables[KS4J_NODES] = {
    {1, &VOLUME_SET, 0, NULL, 0, NULL},
    {1, &MUTE_SET, 0, NULL, 0, NULL},
};

/* Node objects. */

/* KSNODE_CREATE; of its two kinds, one node or all, only the first is offered. */
NTSTATUS ks4j_node_create(ks4j_filter *filter, const void *create, ULONG length, ks4j_node *node) {
    KSNODE_CREATE request;
    if (filter->removed) {
        return STATUS_DEVICE_REMOVED;
    }
    if (length < sizeof request) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&request, create, sizeof request);
    if (request.CreateFlags != 0 || request.Node >= KS4J_NODES) {
        return STATUS_INVALID_PARAMETER;
    }
    node->filter = filter;
    node->id = request.Node;
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_node_control(ks4j_node *node, ks4j_request *request) {
    ks4j_filter *filter = node->filter;
    const ks4j_target target = {node, &filter->events, filter, &ks4j_node_tables[node->id], NULL, NULL, 0};
    NTSTATUS status = ks4j_admit(filter, request);
    return status == STATUS_SUCCESS ? ks4j_dispatch(&target, request) : status;
}
