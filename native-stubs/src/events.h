/* The events that the clients of a filter have enabled: what KsEnableEvent, KsDisableEvent and KsGenerateEvents do. */
#ifndef KS4J_EVENTS_H
#define KS4J_EVENTS_H

#include "dispatch.h"

/* How many events may be enabled at a time, in all objects of an open filter. */
#define KS4J_EVENTS 64u

/* The event data of an event that has a threshold: its client is notified of values that are no less. */
typedef struct {
    KSEVENTDATA EventData;
    LONG Threshold;
    ULONG Reserved;
} ks4j_threshold;

/* KSEVENT_ENTRY. */
typedef struct ks4j_event_entry {
    const void *file; /* where it is enabled; NULL if the entry is free */
    const ks4j_event_item *item;
    uint64_t event_data; /* names it to its client */
    void *notified;
    ULONG operation;
    LONG threshold;
    struct ks4j_event_entry *next;
} ks4j_event_entry;

/* The enabled events, oldest first. */
typedef struct ks4j_events {
    ks4j_event_entry entries[KS4J_EVENTS];
    ks4j_event_entry *first;
} ks4j_events;

/* KsEnableEvent and KsDisableEvent, where ks4j_dispatch has looked at the request so far. */
NTSTATUS ks4j_enable_event(
    const ks4j_target *target, const ks4j_automation *table, const KSEVENT *head, ULONG operation,
    ks4j_request *request);
NTSTATUS ks4j_disable_event(const ks4j_target *target, const ks4j_request *request);

/* KsGenerateEvents: notifies who has an event enabled, without a threshold or with one of at most value. */
void ks4j_generate_events(ks4j_events *events, const ks4j_event_item *item, LONG value);

/* KsFreeEventList: disables all events of a file object. */
void ks4j_free_events(ks4j_events *events, const void *file);

/*
 * What the host does for enabled events, each within a call to the filter:
 * refers to an object that a client gave by its handle, KSEVENTF_EVENT_HANDLE or _SEMAPHORE_HANDLE, so that it stays
 * though the handle is closed; sets that event, or releases the semaphore by one; lets go of it.
 * A handle that cannot be referred to is told by the status of the lookup, such as STATUS_INVALID_HANDLE.
 */
NTSTATUS ks4j_host_event_reference(HANDLE handle, ULONG notification_type, void **object);
void ks4j_host_event_signal(void *object);
void ks4j_host_event_release(void *object);

#endif
