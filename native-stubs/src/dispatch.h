/* The rules by which ks.sys dispatches property, method and event requests, over tables. Knows no filter. */
#ifndef KS4J_DISPATCH_H
#define KS4J_DISPATCH_H

#include "ks4j_ks.h"

/*
 * A request on its way through a filter. The host owns it, sets the members above the line and keeps it and its buffers
 * in place until the request is complete.
 */
typedef struct ks4j_request {
    ULONG code;
    const void *in;
    ULONG in_length;
    void *out;
    ULONG out_length;
    /*
     * The address of the caller's KSEVENTDATA: that of the output buffer of IOCTL_KS_ENABLE_EVENT, of the input buffer of
     * IOCTL_KS_DISABLE_EVENT, in the caller's memory even if in and out are copies. It names the event to the caller, and
     * is never followed; of no meaning in other requests.
     */
    uint64_t event_data;
    /* ---- written by the filter */
    ULONG information;
    /* When pending: the milliseconds after which the host calls ks4j_filter_elapsed; 0 if time does not end it. */
    ULONG delay;
    struct ks4j_request *next;
    NTSTATUS status;
} ks4j_request;

/* Fills request->out and request->information; the rules have been checked, so the lengths are those of the table. */
typedef NTSTATUS ks4j_handler(void *object, ks4j_request *request);

/* The values of a VT_I4 property: a stepped range, and perhaps a default. */
typedef struct {
    KSPROPERTY_STEPPING_LONG range;
    const LONG *standard;
} ks4j_values;

typedef struct {
    ULONG id;
    ks4j_handler *get;
    ULONG min_property;
    ULONG min_data;
    ks4j_handler *set;
    const ks4j_values *values;
} ks4j_property_item;

typedef struct {
    const GUID *set;
    ULONG count;
    const ks4j_property_item *items;
} ks4j_property_set;

typedef struct {
    ULONG id;
    ks4j_handler *handler;
    ULONG min_method;
    ULONG min_data;
    ULONG flags;
} ks4j_method_item;

typedef struct {
    const GUID *set;
    ULONG count;
    const ks4j_method_item *items;
} ks4j_method_set;

typedef struct {
    ULONG id;
    ULONG data_input;
} ks4j_event_item;

typedef struct {
    const GUID *set;
    ULONG count;
    const ks4j_event_item *items;
} ks4j_event_set;

/* What an object answers to. */
typedef struct {
    ULONG property_sets_count;
    const ks4j_property_set *property_sets;
    ULONG method_sets_count;
    const ks4j_method_set *method_sets;
    ULONG event_sets_count;
    const ks4j_event_set *event_sets;
} ks4j_automation;

/* An object behind a handle: its table, and those of the nodes that requests to it may be for. */
typedef struct {
    const void *file; /* the FILE_OBJECT behind the handle: names whose enabled events are meant */
    struct ks4j_events *events;
    void *object; /* for the handlers of its table */
    const ks4j_automation *table;
    void *nodes_object;
    const ks4j_automation *nodes; /* NULL if KSP_NODE changes nothing: the object is a node */
    ULONG nodes_count;
} ks4j_target;

/* KsPropertyHandler, KsMethodHandler, KsEnableEvent, KsDisableEvent, and KsDefaultDeviceIoCompletion. */
NTSTATUS ks4j_dispatch(const ks4j_target *target, ks4j_request *request);

/* KsHandleSizedListQuery: answers a list of count items that take size bytes in all, behind a KSMULTIPLE_ITEM. */
NTSTATUS ks4j_list(ks4j_request *request, ULONG count, const void *items, ULONG size);

/* Answers a value of variable length: a size query, too little room, or the bytes. */
NTSTATUS ks4j_value(ks4j_request *request, const void *value, ULONG size);

/* Answers a ULONG where the table has made sure that there is room for it. */
NTSTATUS ks4j_ulong(ks4j_request *request, ULONG value);

/* The ULONG that a request was given as its data. */
ULONG ks4j_given(const ks4j_request *request);

/* The set of all sets: 16 bytes for each of count entries of a table, each beginning with the pointer to its GUID. */
NTSTATUS ks4j_list_sets(ks4j_request *request, const void *table, ULONG count, size_t entry);

int ks4j_same(const GUID *left, const GUID *right);

#endif
