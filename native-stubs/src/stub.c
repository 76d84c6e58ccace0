/* The property, method and event sets made for tests. */
#include <string.h>

#include "filter.h"

static const GUID STUB_PROPERTIES = {
    0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01}};
static const GUID STUB_METHODS = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02}};
static const GUID STUB_EVENTS = {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03}};

enum {
    STUB_LEVEL = 1,
    STUB_ANSWER,
    STUB_NAME,
    STUB_ECHO,
    STUB_SLOW,
    STUB_NEVER,
    STUB_BLOB,
    STUB_BLOBSIZE,
    STUB_BLOBSUM,
    STUB_SIZED,
    STUB_TOOSMALL,
    STUB_TOOSMALLSIZED,
    STUB_SUCCESSSIZED,
    STUB_SUCCESSZERO,
    STUB_BARELIST,
    STUB_GROWING,
    STUB_REMOVE
};
enum { STUB_NOTHING = 1, STUB_CONSUME, STUB_PRODUCE, STUB_INVERT, STUB_TOTAL, STUB_SOURCED, STUB_TRIGGER };
enum { STUB_LEVELCHANGED = 1, STUB_TRIGGERED, STUB_THRESHOLD };

#define SLOW_MILLISECONDS 50u
#define SLOW_VALUE 7u
#define GROWN 16u

static const ks4j_values LEVEL_VALUES = {{5, 0, {{-100, 100}}}, NULL};

static const ks4j_event_item STUB_EVENT_ITEMS[] = {
    {STUB_LEVELCHANGED, sizeof(KSEVENTDATA)},
    {STUB_TRIGGERED, sizeof(KSEVENTDATA)},
    {STUB_THRESHOLD, sizeof(ks4j_threshold)},
};
const ks4j_event_set ks4j_stub_events = {
    &STUB_EVENTS, sizeof STUB_EVENT_ITEMS / sizeof STUB_EVENT_ITEMS[0], STUB_EVENT_ITEMS};

static NTSTATUS raise_event(ks4j_filter *filter, ULONG id, LONG value) {
    for (ULONG i = 0; i < ks4j_stub_events.count; i++) {
        if (STUB_EVENT_ITEMS[i].id == id) {
            ks4j_generate_events(&filter->events, &STUB_EVENT_ITEMS[i], value);
            return STATUS_SUCCESS;
        }
    }
    return STATUS_NOT_FOUND;
}

void ks4j_stub_open(ks4j_filter *filter) {
    filter->growth = 1;
}

/* Properties. */

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
    ks4j_filter *filter = object;
    LONG level = (LONG)ks4j_given(request);
    if (level < LEVEL_VALUES.range.Bounds.SignedMinimum || level > LEVEL_VALUES.range.Bounds.SignedMaximum) {
        return STATUS_INVALID_PARAMETER;
    }
    if (level != filter->level) {
        filter->level = level;
        raise_event(filter, STUB_LEVELCHANGED, level);
        raise_event(filter, STUB_THRESHOLD, level);
    }
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

NTSTATUS ks4j_stub_elapsed(ks4j_request *request) {
    return ks4j_ulong(request, SLOW_VALUE);
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

/*
 * Values of a size that the client has to find out, told in each of the ways that drivers have: as KsHandleSizedListQuery
 * does, with an error, with an error and the size, and with success.
 */

static const UCHAR VALUE[24] = {0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B,
                                0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17};

static NTSTATUS value_or(ks4j_request *request, NTSTATUS status, ULONG information) {
    if (request->out_length >= sizeof VALUE) {
        return ks4j_value(request, VALUE, sizeof VALUE);
    }
    request->information = information;
    return status;
}

static NTSTATUS get_sized(void *object, ks4j_request *request) {
    (void)object;
    return ks4j_value(request, VALUE, sizeof VALUE);
}

static NTSTATUS get_too_small(void *object, ks4j_request *request) {
    (void)object;
    return value_or(request, STATUS_BUFFER_TOO_SMALL, 0);
}

static NTSTATUS get_too_small_sized(void *object, ks4j_request *request) {
    (void)object;
    return value_or(request, STATUS_BUFFER_TOO_SMALL, sizeof VALUE);
}

static NTSTATUS get_success_sized(void *object, ks4j_request *request) {
    (void)object;
    return value_or(request, STATUS_SUCCESS, sizeof VALUE);
}

static NTSTATUS get_success_zero(void *object, ks4j_request *request) {
    (void)object;
    return value_or(request, STATUS_SUCCESS, 0);
}

/* A list without KSMULTIPLE_ITEM. */
static NTSTATUS get_bare_list(void *object, ks4j_request *request) {
    static const ULONG ITEMS[] = {1, 2, 3};
    (void)object;
    return ks4j_value(request, ITEMS, sizeof ITEMS);
}

/* A list that is longer each time after it has been asked for its size. */
static NTSTATUS get_growing(void *object, ks4j_request *request) {
    ks4j_filter *filter = object;
    ULONG items[GROWN];
    NTSTATUS status;
    for (ULONG i = 0; i < filter->growth; i++) {
        items[i] = i;
    }
    status = ks4j_list(request, filter->growth, items, filter->growth * (ULONG)sizeof items[0]);
    if (request->out_length == 0 && filter->growth < GROWN) {
        filter->growth++;
    }
    return status;
}

static NTSTATUS set_removed(void *object, ks4j_request *request) {
    (void)request;
    ks4j_filter_remove(object);
    return STATUS_SUCCESS;
}

static const ks4j_property_item STUB_PROPERTY_ITEMS[] = {
    {STUB_LEVEL, get_level, sizeof(KSPROPERTY), sizeof(ULONG), set_level, &LEVEL_VALUES},
    {STUB_ANSWER, get_answer, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {STUB_NAME, get_name, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_ECHO, get_echo, 32, 8, NULL, NULL},
    {STUB_SLOW, get_slow, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {STUB_NEVER, get_never, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {STUB_BLOB, NULL, sizeof(KSPROPERTY), 0, set_blob, NULL},
    {STUB_BLOBSIZE, get_blob_size, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {STUB_BLOBSUM, get_blob_sum, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {STUB_SIZED, get_sized, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_TOOSMALL, get_too_small, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_TOOSMALLSIZED, get_too_small_sized, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_SUCCESSSIZED, get_success_sized, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_SUCCESSZERO, get_success_zero, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_BARELIST, get_bare_list, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_GROWING, get_growing, sizeof(KSPROPERTY), 0, NULL, NULL},
    {STUB_REMOVE, NULL, sizeof(KSPROPERTY), sizeof(ULONG), set_removed, NULL},
};
const ks4j_property_set ks4j_stub_properties = {
    &STUB_PROPERTIES, sizeof STUB_PROPERTY_ITEMS / sizeof STUB_PROPERTY_ITEMS[0], STUB_PROPERTY_ITEMS};

/* Methods. */

static NTSTATUS do_nothing(void *object, ks4j_request *request) {
    (void)object, (void)request;
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

/* Notifies whatever their threshold. */
static NTSTATUS trigger(void *object, ks4j_request *request) {
    return raise_event(object, ks4j_given(request), INT32_MAX);
}

static const ks4j_method_item STUB_METHOD_ITEMS[] = {
    {STUB_NOTHING, do_nothing, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_NONE},
    {STUB_CONSUME, consume, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_READ},
    {STUB_PRODUCE, produce, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_WRITE},
    {STUB_INVERT, invert, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_MODIFY},
    {STUB_TOTAL, get_total, sizeof(KSMETHOD), sizeof(ULONG), KSMETHOD_TYPE_WRITE},
    /* KSMETHOD_ITEM: with a direction, SOURCE hands the caller's own memory over. */
    {STUB_SOURCED, invert, sizeof(KSMETHOD), 0, KSMETHOD_TYPE_MODIFY | KSMETHOD_TYPE_SOURCE},
    {STUB_TRIGGER, trigger, sizeof(KSMETHOD), sizeof(ULONG), KSMETHOD_TYPE_READ},
};
const ks4j_method_set ks4j_stub_methods = {
    &STUB_METHODS, sizeof STUB_METHOD_ITEMS / sizeof STUB_METHOD_ITEMS[0], STUB_METHOD_ITEMS};
