#include "filter.h"

#include <string.h>

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

void ks4j_finish_all(ks4j_filter *filter, ks4j_queue *queue, NTSTATUS status) {
    ks4j_request *request;
    while ((request = queue->first) != NULL) {
        ks4j_release(queue, request);
        ks4j_finish(filter, request, status, 0);
    }
}

ks4j_request *ks4j_filter_done(ks4j_filter *filter) {
    ks4j_request *request = filter->done.first;
    if (request != NULL) {
        ks4j_release(&filter->done, request);
    }
    return request;
}

/* What becomes of a filter, from its opening to its closing. */

void ks4j_filter_open(ks4j_filter *filter) {
    memset(filter, 0, sizeof *filter);
    for (ULONG id = 0; id < KS4J_PINS; id++) {
        filter->pins[id].filter = filter;
        filter->pins[id].id = id;
    }
    ks4j_stub_open(filter);
    ks4j_camera_open(filter);
}

void ks4j_filter_remove(ks4j_filter *filter) {
    filter->removed = 1;
    ks4j_finish_all(filter, &filter->held, STATUS_DEVICE_REMOVED);
    for (ULONG id = 0; id < KS4J_PINS; id++) {
        ks4j_finish_all(filter, &filter->pins[id].streams, STATUS_DEVICE_REMOVED);
    }
    for (ks4j_allocator *at = filter->allocators; at != NULL; at = at->next) {
        ks4j_finish_all(filter, &at->waiting, STATUS_CANCELLED);
    }
}

void ks4j_filter_cancel(ks4j_filter *filter, ks4j_request *request) {
    int held = ks4j_release(&filter->held, request);
    for (ULONG id = 0; id < KS4J_PINS && !held; id++) {
        held = ks4j_release(&filter->pins[id].streams, request);
    }
    for (ks4j_allocator *at = filter->allocators; at != NULL && !held; at = at->next) {
        held = ks4j_release(&at->waiting, request);
    }
    if (held) {
        ks4j_finish(filter, request, STATUS_CANCELLED, 0);
    }
}

void ks4j_filter_elapsed(ks4j_filter *filter, ks4j_request *request) {
    if (ks4j_release(&filter->held, request)) {
        NTSTATUS status = ks4j_stub_elapsed(request);
        ks4j_finish(filter, request, status, request->information);
    }
}

void ks4j_filter_cleanup(ks4j_filter *filter) {
    ks4j_finish_all(filter, &filter->held, STATUS_CANCELLED);
    ks4j_free_events(&filter->events, filter);
}

/* Requests. */

NTSTATUS ks4j_admit(const ks4j_filter *filter, ks4j_request *request) {
    request->information = 0;
    request->delay = 0;
    return filter->removed ? STATUS_DEVICE_REMOVED : STATUS_SUCCESS;
}

/* KSPROPSETID_General, which is known without the component id that would be its item. */
static const GUID KSPROPSETID_General = {
    0x1464EDA5, 0x6A8F, 0x11D1, {0x9A, 0xA7, 0x00, 0xA0, 0xC9, 0x22, 0x31, 0x96}};
static const ks4j_property_set GENERAL_PROPERTIES = {&KSPROPSETID_General, 0, NULL};

NTSTATUS ks4j_filter_control(ks4j_filter *filter, ks4j_request *request) {
    const ks4j_property_set property_sets[] = {
        ks4j_pin_properties,
        ks4j_topology_properties,
        GENERAL_PROPERTIES,
        ks4j_stub_properties,
        ks4j_camera_properties,
    };
    const ks4j_automation table = {
        sizeof property_sets / sizeof property_sets[0], property_sets, 1, &ks4j_stub_methods, 1, &ks4j_stub_events};
    const ks4j_target target = {filter, &filter->events, filter, &table, filter, ks4j_node_tables, KS4J_NODES};
    NTSTATUS status = ks4j_admit(filter, request);
    return status == STATUS_SUCCESS ? ks4j_dispatch(&target, request) : status;
}
