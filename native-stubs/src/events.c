#include "events.h"

#include <string.h>

static const GUID NO_GUID;

/* Takes an entry out of the list, and lets go of what it notifies: KsDiscardEvent. */
static void discard(ks4j_events *events, ks4j_event_entry *entry) {
    ks4j_event_entry **at = &events->first;
    while (*at != entry) {
        at = &(*at)->next;
    }
    *at = entry->next;
    entry->file = NULL;
    ks4j_host_event_release(entry->notified);
}

/* The oldest event of a file object that a client names so; NULL if there is none. */
static ks4j_event_entry *find(const ks4j_events *events, const void *file, uint64_t event_data) {
    ks4j_event_entry *entry = events->first;
    while (entry != NULL && (entry->file != file || entry->event_data != event_data)) {
        entry = entry->next;
    }
    return entry;
}

/* Adds an entry at the tail of the list; NULL if all are in use. */
static ks4j_event_entry *add(ks4j_events *events) {
    ks4j_event_entry **tail = &events->first;
    for (ULONG i = 0; i < KS4J_EVENTS; i++) {
        ks4j_event_entry *entry = &events->entries[i];
        if (entry->file != NULL) {
            continue;
        }
        while (*tail != NULL) {
            tail = &(*tail)->next;
        }
        entry->next = NULL;
        *tail = entry;
        return entry;
    }
    return NULL;
}

static NTSTATUS enable(
    const ks4j_target *target, const ks4j_event_item *item, ULONG operation, const ks4j_request *request) {
    ks4j_event_entry *entry;
    ks4j_threshold data;
    void *notified;
    NTSTATUS status;
    if (request->out_length < item->data_input) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    data.Threshold = INT32_MIN;
    memcpy(&data, request->out, item->data_input);
    /* KSEVENTDATA: the other kinds of notification are for kernel-mode clients. */
    if (data.EventData.NotificationType != KSEVENTF_EVENT_HANDLE &&
        data.EventData.NotificationType != KSEVENTF_SEMAPHORE_HANDLE) {
        return STATUS_INVALID_PARAMETER;
    }
    status = ks4j_host_event_reference(
        data.EventData.EventHandle.Event, data.EventData.NotificationType, &notified);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    entry = add(target->events);
    if (entry == NULL) {
        ks4j_host_event_release(notified);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    entry->file = target->file;
    entry->item = item;
    entry->event_data = request->event_data;
    entry->notified = notified;
    entry->operation = operation;
    entry->threshold = data.Threshold;
    return STATUS_SUCCESS;
}

/* KSQUERYBUFFER: no event here comes with data, so that nothing is ever queued. */
static NTSTATUS query_buffer(const ks4j_target *target, const ks4j_request *request) {
    const ks4j_event_entry *entry;
    KSQUERYBUFFER query;
    if (request->in_length < sizeof query) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&query, request->in, sizeof query);
    entry = find(target->events, target->file, (uintptr_t)query.EventData);
    if (entry == NULL) {
        return STATUS_NOT_FOUND;
    }
    return entry->operation == KSEVENT_TYPE_ENABLEBUFFERED ? STATUS_NO_MORE_ENTRIES : STATUS_INVALID_PARAMETER;
}

static NTSTATUS item_operation(
    const ks4j_target *target, const ks4j_event_item *item, ULONG operation, const ks4j_request *request) {
    switch (operation) {
        case KSEVENT_TYPE_ENABLE:
        case KSEVENT_TYPE_ONESHOT:
        case KSEVENT_TYPE_ENABLEBUFFERED:
            return enable(target, item, operation, request);
        case KSEVENT_TYPE_QUERYBUFFER:
            return query_buffer(target, request);
        case KSEVENT_TYPE_BASICSUPPORT:
            return STATUS_SUCCESS;
        default:
            return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS ks4j_enable_event(
    const ks4j_target *target, const ks4j_automation *table, const KSEVENT *head, ULONG operation,
    ks4j_request *request) {
    int known = 0;
    if (ks4j_same(&head->Set, &NO_GUID) && operation == KSEVENT_TYPE_SETSUPPORT) {
        return ks4j_list_sets(request, table->event_sets, table->event_sets_count, sizeof *table->event_sets);
    }
    for (ULONG s = 0; s < table->event_sets_count; s++) {
        const ks4j_event_set *set = &table->event_sets[s];
        if (!ks4j_same(set->set, &head->Set)) {
            continue;
        }
        known = 1;
        if (operation == KSEVENT_TYPE_SETSUPPORT) {
            return STATUS_SUCCESS;
        }
        for (ULONG i = 0; i < set->count; i++) {
            if (set->items[i].id == head->Id) {
                return item_operation(target, &set->items[i], operation, request);
            }
        }
    }
    return known ? STATUS_NOT_FOUND : STATUS_PROPSET_NOT_FOUND;
}

/* IOCTL_KS_DISABLE_EVENT: the input buffer is the KSEVENTDATA itself, and counts by its address; none is all events. */
NTSTATUS ks4j_disable_event(const ks4j_target *target, const ks4j_request *request) {
    ks4j_event_entry *entry;
    if (request->in_length == 0) {
        ks4j_free_events(target->events, target->file);
        return STATUS_SUCCESS;
    }
    if (request->in_length < sizeof(KSEVENTDATA)) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    entry = find(target->events, target->file, request->event_data);
    if (entry == NULL) {
        return STATUS_UNSUCCESSFUL;
    }
    discard(target->events, entry);
    return STATUS_SUCCESS;
}

void ks4j_generate_events(ks4j_events *events, const ks4j_event_item *item, LONG value) {
    ks4j_event_entry *next;
    for (ks4j_event_entry *entry = events->first; entry != NULL; entry = next) {
        next = entry->next;
        if (entry->item != item || entry->threshold > value) {
            continue;
        }
        ks4j_host_event_signal(entry->notified);
        if (entry->operation == KSEVENT_TYPE_ONESHOT) {
            discard(events, entry);
        }
    }
}

void ks4j_free_events(ks4j_events *events, const void *file) {
    ks4j_event_entry *next;
    for (ks4j_event_entry *entry = events->first; entry != NULL; entry = next) {
        next = entry->next;
        if (entry->file == file) {
            discard(events, entry);
        }
    }
}
