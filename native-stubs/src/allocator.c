/* Allocators: what KsCreateDefaultAllocator makes. Frames are made when they are first wanted, and used again. */
#include <string.h>

#include "filter.h"

static const GUID KSPROPSETID_StreamAllocator = {
    0xCF6E4342, 0xEC87, 0x11CF, {0xA1, 0x30, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};
static const GUID KSMETHODSETID_StreamAllocator = {
    0xCF6E4341, 0xEC87, 0x11CF, {0xA1, 0x30, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};
static const GUID KSEVENTSETID_StreamAllocator = {
    0x75D95571, 0x073C, 0x11D0, {0xA1, 0x61, 0x00, 0x20, 0xAF, 0xD1, 0x56, 0xE4}};

#define PAGE 4096u
/* What the frames of an allocator may take, whatever its client says. */
#define LARGEST_POOL 0x10000000u

struct ks4j_frame {
    ks4j_frame *next;
    UCHAR *bytes; /* behind this, aligned */
};

static const ks4j_event_item FREE_FRAME = {KSEVENT_STREAMALLOCATOR_FREEFRAME, sizeof(KSEVENTDATA)};

static ks4j_frame *take_first(ks4j_frame **list) {
    ks4j_frame *first = *list;
    if (first != NULL) {
        *list = first->next;
        first->next = NULL;
    }
    return first;
}

static void append(ks4j_frame **list, ks4j_frame *frame) {
    while (*list != NULL) {
        list = &(*list)->next;
    }
    *list = frame;
}

static void free_frames(ks4j_frame **list) {
    ks4j_frame *frame;
    while ((frame = take_first(list)) != NULL) {
        ks4j_host_free(frame);
    }
}

static int is_at_limit(const ks4j_allocator *allocator) {
    return allocator->framing.Frames != 0 && allocator->allocated_count >= allocator->framing.Frames;
}

static ks4j_frame *make_frame(const ks4j_allocator *allocator) {
    ULONG alignment = allocator->framing.FileAlignment;
    ULONG size = allocator->framing.FrameSize + alignment;
    ks4j_frame *frame;
    if (allocator->allocated_count >= LARGEST_POOL / (size < PAGE ? PAGE : size)) {
        return NULL;
    }
    frame = ks4j_host_allocate(sizeof *frame + size);
    if (frame != NULL) {
        uintptr_t begin = (uintptr_t)(frame + 1);
        frame->next = NULL;
        frame->bytes = (UCHAR *)((begin + alignment) & ~(uintptr_t)alignment);
    }
    return frame;
}

/* Hands out a frame, of which there is one. */
static NTSTATUS answer(ks4j_allocator *allocator, ks4j_frame *frame, ks4j_request *request) {
    frame->next = allocator->allocated;
    allocator->allocated = frame;
    allocator->allocated_count++;
    return ks4j_value(request, &frame->bytes, sizeof frame->bytes);
}

static NTSTATUS alloc(void *object, ks4j_request *request) {
    ks4j_allocator *allocator = object;
    ks4j_frame *frame;
    if (is_at_limit(allocator)) {
        ks4j_hold(&allocator->waiting, request);
        return STATUS_PENDING;
    }
    frame = take_first(&allocator->free);
    if (frame == NULL) {
        frame = make_frame(allocator);
    }
    return frame == NULL ? STATUS_INSUFFICIENT_RESOURCES : answer(allocator, frame, request);
}

/* The oldest request that waits gets the frame. */
static NTSTATUS free_frame(void *object, ks4j_request *request) {
    ks4j_allocator *allocator = object;
    ks4j_frame **at = &allocator->allocated;
    ks4j_request *oldest = allocator->waiting.first;
    ks4j_frame *frame;
    UCHAR *bytes;
    memcpy(&bytes, request->out, sizeof bytes);
    while (*at != NULL && (*at)->bytes != bytes) {
        at = &(*at)->next;
    }
    frame = take_first(at);
    if (frame == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    allocator->allocated_count--;
    append(&allocator->free, frame);
    if (oldest != NULL) {
        NTSTATUS status = answer(allocator, take_first(&allocator->free), oldest);
        ks4j_release(&allocator->waiting, oldest);
        ks4j_finish(allocator->filter, oldest, status, oldest->information);
    }
    ks4j_generate_events(&allocator->events, &FREE_FRAME, 0);
    return STATUS_SUCCESS;
}

/* Its pointers serve code of the kernel. */
static NTSTATUS get_function_table(void *object, ks4j_request *request) {
    (void)object, (void)request;
    return STATUS_INVALID_DEVICE_REQUEST;
}

static NTSTATUS get_status(void *object, ks4j_request *request) {
    const ks4j_allocator *allocator = object;
    const KSSTREAMALLOCATOR_STATUS status = {allocator->framing, allocator->allocated_count, 0};
    return ks4j_value(request, &status, sizeof status);
}

static const ks4j_property_item PROPERTY_ITEMS[] = {
    {KSPROPERTY_STREAMALLOCATOR_FUNCTIONTABLE, get_function_table, sizeof(KSPROPERTY), 2 * sizeof(PVOID), NULL, NULL},
    {KSPROPERTY_STREAMALLOCATOR_STATUS, get_status, sizeof(KSPROPERTY), sizeof(KSSTREAMALLOCATOR_STATUS), NULL, NULL},
};
static const ks4j_property_set PROPERTIES = {
    &KSPROPSETID_StreamAllocator, sizeof PROPERTY_ITEMS / sizeof PROPERTY_ITEMS[0], PROPERTY_ITEMS};
static const ks4j_method_item METHOD_ITEMS[] = {
    {KSMETHOD_STREAMALLOCATOR_ALLOC, alloc, sizeof(KSMETHOD), sizeof(PVOID), KSMETHOD_TYPE_WRITE},
    {KSMETHOD_STREAMALLOCATOR_FREE, free_frame, sizeof(KSMETHOD), sizeof(PVOID), KSMETHOD_TYPE_READ},
};
static const ks4j_method_set METHODS = {
    &KSMETHODSETID_StreamAllocator, sizeof METHOD_ITEMS / sizeof METHOD_ITEMS[0], METHOD_ITEMS};
static const ks4j_event_set EVENTS = {&KSEVENTSETID_StreamAllocator, 1, &FREE_FRAME};

/* KsValidateAllocatorCreateRequest, then what KsCreateDefaultAllocator refuses. */
static NTSTATUS validate(const void *create, ULONG length, KSALLOCATOR_FRAMING *framing) {
    if (length < sizeof *framing) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(framing, create, sizeof *framing);
    if (framing->FrameSize == 0 || (framing->OptionsFlags & ~KSALLOCATOR_OPTIONF_VALID) != 0 ||
        framing->FileAlignment >= PAGE || (framing->FileAlignment & (framing->FileAlignment + 1)) != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    return framing->FrameSize > LARGEST_POOL - framing->FileAlignment ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

NTSTATUS ks4j_allocator_create(ks4j_pin *pin, const void *create, ULONG length, ks4j_allocator **created) {
    ks4j_filter *filter = pin->filter;
    KSALLOCATOR_FRAMING framing;
    ks4j_allocator *allocator;
    NTSTATUS status;
    if (filter->removed) {
        return STATUS_DEVICE_REMOVED;
    }
    status = validate(create, length, &framing);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    allocator = ks4j_host_allocate(sizeof *allocator);
    if (allocator == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    memset(allocator, 0, sizeof *allocator);
    allocator->filter = filter;
    allocator->framing = framing;
    allocator->next = filter->allocators;
    filter->allocators = allocator;
    *created = allocator;
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_allocator_control(ks4j_allocator *allocator, ks4j_request *request) {
    static const ks4j_automation TABLE = {1, &PROPERTIES, 1, &METHODS, 1, &EVENTS};
    const ks4j_target target = {allocator, &allocator->events, allocator, &TABLE, NULL, NULL, 0};
    NTSTATUS status = ks4j_admit(allocator->filter, request);
    return status == STATUS_SUCCESS ? ks4j_dispatch(&target, request) : status;
}

void ks4j_allocator_close(ks4j_allocator *allocator) {
    ks4j_allocator **at = &allocator->filter->allocators;
    while (*at != allocator) {
        at = &(*at)->next;
    }
    *at = allocator->next;
    ks4j_finish_all(allocator->filter, &allocator->waiting, STATUS_CANCELLED);
    ks4j_free_events(&allocator->events, allocator);
    free_frames(&allocator->allocated);
    free_frames(&allocator->free);
    ks4j_host_free(allocator);
}
