/*
 * The stub filter: a KS filter with a volume and a mute node, one pin to play into, and a property and a method set made
 * for tests. It depends on no host: no allocation, no lock, no clock. Its host
 *
 *  - provides the memory of the filter, and keeps each request in place until it is complete;
 *  - makes one call at a time;
 *  - after every call takes the requests that have become complete (ks4j_filter_done) and completes them, with the
 *    status and the information that they hold.
 */
#ifndef KS4J_FILTER_H
#define KS4J_FILTER_H

#include "dispatch.h"

#define KS4J_BLOB_SIZE 65536u
#define KS4J_CHANNELS 2u

typedef struct {
    ks4j_request *first;
    ks4j_request *last;
} ks4j_queue;

struct ks4j_filter;

typedef struct {
    struct ks4j_filter *filter;
    int open;
    ULONG state;
    ks4j_queue streams;
} ks4j_pin;

typedef struct ks4j_filter {
    LONG level;
    ULONG calls;
    ULONG total;
    ULONG blob_size;
    UCHAR blob[KS4J_BLOB_SIZE];
    LONG volume[KS4J_CHANNELS];
    ULONG mute[KS4J_CHANNELS];
    ks4j_pin pin;
    ks4j_queue held;
    ks4j_queue done;
} ks4j_filter;

void ks4j_filter_open(ks4j_filter *filter);

/* Answers a request, or returns STATUS_PENDING and holds it. */
NTSTATUS ks4j_filter_control(ks4j_filter *filter, ks4j_request *request);
NTSTATUS ks4j_pin_control(ks4j_pin *pin, ks4j_request *request);

/* Makes a request that is held complete with STATUS_CANCELLED; does nothing to any other. */
void ks4j_filter_cancel(ks4j_filter *filter, ks4j_request *request);

/* Tells that the delay of a request is over; does nothing if it is not held any more. */
void ks4j_filter_elapsed(ks4j_filter *filter, ks4j_request *request);

/* The handle is being closed: cancels what it holds. */
void ks4j_filter_cleanup(ks4j_filter *filter);

/* Creates a pin from KSPIN_CONNECT and the format that follows it. */
NTSTATUS ks4j_pin_create(ks4j_filter *filter, const void *connect, ULONG length, ks4j_pin **pin);

/* The pin's handle is being closed: cancels what it holds and makes room for another instance. */
void ks4j_pin_close(ks4j_pin *pin);

/* Takes the oldest request that has become complete since it was held; NULL if there is none. */
ks4j_request *ks4j_filter_done(ks4j_filter *filter);

/* Between the parts of the filter. */
void ks4j_hold(ks4j_queue *queue, ks4j_request *request);
int ks4j_release(ks4j_queue *queue, ks4j_request *request);
void ks4j_finish(ks4j_filter *filter, ks4j_request *request, NTSTATUS status, ULONG information);
void ks4j_cancel_all(ks4j_filter *filter, ks4j_queue *queue);

extern const GUID ks4j_audio;
extern const GUID ks4j_render;
extern const ks4j_property_set ks4j_pin_properties;

#endif
