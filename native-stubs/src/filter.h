/*
 * The stub filter: a KS filter with a volume and a mute node, a pin to play into and one to record from, and property,
 * method and event sets made for tests. Below the pins there are clocks and allocators. It depends on no host but for what
 * ks4j_host_ begins: no lock, no memory but that of allocators. Its host
 *
 *  - provides the memory of the filter and of what handles stand for, and keeps each request in place until it is complete;
 *  - makes one call at a time;
 *  - after every call takes the requests that have become complete (ks4j_filter_done) and completes them, with the
 *    status and the information that they hold.
 */
#ifndef KS4J_FILTER_H
#define KS4J_FILTER_H

#include "events.h"

#define KS4J_BLOB_SIZE 65536u
#define KS4J_FORMAT_SIZE 1024u
#define KS4J_CHANNELS 2u

enum { KS4J_RENDER_PIN, KS4J_SPEAKER_PIN, KS4J_CAPTURE_PIN, KS4J_MICROPHONE_PIN, KS4J_PINS };
enum { KS4J_VOLUME_NODE, KS4J_MUTE_NODE, KS4J_NODES };

typedef struct {
    ks4j_request *first;
    ks4j_request *last;
} ks4j_queue;

struct ks4j_filter;
struct ks4j_clock;
typedef struct ks4j_frame ks4j_frame;

/* What a clock counts, in units of 100 ns. */
typedef struct {
    ULONG state;
    LONGLONG presentation;
    LONGLONG physical;
    LONGLONG counted; /* the host's time up to which both have been */
} ks4j_time;

typedef struct {
    struct ks4j_filter *filter;
    ULONG id;
    int open;
    int in_reset;
    ks4j_time time;
    struct ks4j_clock *clocks;
    UCHAR counter;
    ULONG format_size;
    UCHAR format[KS4J_FORMAT_SIZE];
    ks4j_queue streams;
} ks4j_pin;

/* A node object: a handle that answers for one node. */
typedef struct {
    struct ks4j_filter *filter;
    ULONG id;
} ks4j_node;

/* A clock: a handle to that of a pin. */
typedef struct ks4j_clock {
    struct ks4j_filter *filter;
    ks4j_pin *pin; /* NULL if it is closed */
    ks4j_time last;
    struct ks4j_clock *next;
} ks4j_clock;

typedef struct ks4j_allocator {
    struct ks4j_filter *filter;
    KSALLOCATOR_FRAMING framing;
    ks4j_frame *allocated;
    ULONG allocated_count;
    ks4j_frame *free;
    ks4j_queue waiting;
    ks4j_events events;
    struct ks4j_allocator *next;
} ks4j_allocator;

typedef struct ks4j_filter {
    int removed;
    LONG level;
    ULONG total;
    ULONG growth;
    ULONG blob_size;
    UCHAR blob[KS4J_BLOB_SIZE];
    LONG zoom;
    ULONG zoom_flags;
    LONG volume[KS4J_CHANNELS];
    ULONG mute[KS4J_CHANNELS];
    ks4j_pin pins[KS4J_PINS];
    ks4j_allocator *allocators;
    ks4j_events events;
    ks4j_queue held;
    ks4j_queue done;
} ks4j_filter;

/* What a handle stands for, whose memory the host provides. */
typedef enum { KS4J_PIN, KS4J_ALLOCATOR, KS4J_CLOCK, KS4J_NODE, KS4J_FILTER } ks4j_kind;

typedef struct {
    ks4j_kind kind;
    ks4j_filter *filter;
    union {
        ks4j_pin *pin;
        ks4j_allocator *allocator;
        ks4j_clock clock;
        ks4j_node node;
    };
} ks4j_instance;

/* Creates an object below another: STATUS_OBJECT_NAME_NOT_FOUND if none of that kind is offered there. */
NTSTATUS ks4j_instance_create(
    const ks4j_instance *parent, ks4j_kind kind, const void *create, ULONG length, ks4j_instance *created);
NTSTATUS ks4j_instance_control(ks4j_instance *instance, ks4j_request *request);
void ks4j_instance_close(ks4j_instance *instance);

void ks4j_filter_open(ks4j_filter *filter);

/* Answers a request, or returns STATUS_PENDING and holds it. */
NTSTATUS ks4j_filter_control(ks4j_filter *filter, ks4j_request *request);
NTSTATUS ks4j_pin_control(ks4j_pin *pin, ks4j_request *request);
NTSTATUS ks4j_node_control(ks4j_node *node, ks4j_request *request);
NTSTATUS ks4j_allocator_control(ks4j_allocator *allocator, ks4j_request *request);
NTSTATUS ks4j_clock_control(ks4j_clock *clock, ks4j_request *request);

/* Makes a request that is held complete with STATUS_CANCELLED; does nothing to any other. */
void ks4j_filter_cancel(ks4j_filter *filter, ks4j_request *request);

/* Tells that the delay of a request is over; does nothing if it is not held any more. */
void ks4j_filter_elapsed(ks4j_filter *filter, ks4j_request *request);

/* The handle is being closed: cancels what it holds, and disables its events. Those of open pins are left alone. */
void ks4j_filter_cleanup(ks4j_filter *filter);

/* Creates a pin from KSPIN_CONNECT and the format that follows it. */
NTSTATUS ks4j_pin_create(ks4j_filter *filter, const void *connect, ULONG length, ks4j_pin **pin);

/* The pin's handle is being closed: cancels what it holds, disables its events and makes room for another instance. */
void ks4j_pin_close(ks4j_pin *pin);

/* Creates a node object from KSNODE_CREATE, below the filter or one of its pins. It holds nothing that is to be closed. */
NTSTATUS ks4j_node_create(ks4j_filter *filter, const void *create, ULONG length, ks4j_node *node);

/* Creates an allocator from KSALLOCATOR_FRAMING, below a pin. */
NTSTATUS ks4j_allocator_create(ks4j_pin *pin, const void *create, ULONG length, ks4j_allocator **allocator);

/* The allocator's handle is being closed: cancels what waits for frames, and frees these, its events and itself. */
void ks4j_allocator_close(ks4j_allocator *allocator);

/* Creates a clock from KSCLOCK_CREATE, below a pin, which may be closed before it. */
NTSTATUS ks4j_clock_create(ks4j_pin *pin, const void *create, ULONG length, ks4j_clock *clock);
void ks4j_clock_close(ks4j_clock *clock);

/*
 * What the host has: memory for allocators, NULL if there is none; and a time in units of 100 ns, which never runs
 * backwards.
 */
void *ks4j_host_allocate(size_t size);
void ks4j_host_free(void *memory);
LONGLONG ks4j_host_time(void);

/* Takes the oldest request that has become complete since it was held; NULL if there is none. */
ks4j_request *ks4j_filter_done(ks4j_filter *filter);

/* Between the parts of the filter. */
void ks4j_hold(ks4j_queue *queue, ks4j_request *request);
int ks4j_release(ks4j_queue *queue, ks4j_request *request);
void ks4j_finish(ks4j_filter *filter, ks4j_request *request, NTSTATUS status, ULONG information);
void ks4j_finish_all(ks4j_filter *filter, ks4j_queue *queue, NTSTATUS status);

/* The device is gone: what is held completes with STATUS_DEVICE_REMOVED. */
void ks4j_filter_remove(ks4j_filter *filter);

/* The pin is in another state, and the pin leaves its clocks to themselves. */
void ks4j_time_enter(ks4j_time *time, ULONG state);
void ks4j_clocks_leave(ks4j_pin *pin);

/* Begins a request: it is refused once the device is gone. */
NTSTATUS ks4j_admit(const ks4j_filter *filter, ks4j_request *request);

/* What the sets keep for each open, and the answer to a request whose delay is over. */
void ks4j_stub_open(ks4j_filter *filter);
void ks4j_camera_open(ks4j_filter *filter);
NTSTATUS ks4j_stub_elapsed(ks4j_request *request);

extern const GUID ks4j_audio;
extern const GUID ks4j_render;
extern const GUID ks4j_capture;
extern const ks4j_property_set ks4j_pin_properties;
extern const ks4j_property_set ks4j_topology_properties;
extern const ks4j_property_set ks4j_stub_properties;
extern const ks4j_property_set ks4j_camera_properties;
extern const ks4j_method_set ks4j_stub_methods;
extern const ks4j_event_set ks4j_stub_events;
extern const ks4j_automation ks4j_node_tables[KS4J_NODES];

#endif
