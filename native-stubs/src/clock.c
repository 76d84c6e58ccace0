/*
 * Clocks: what KsCreateDefaultClock makes, without its events. All handles below a pin lead to the one clock of the pin,
 * whose presentation time passes in RUN and begins again in STOP; its physical time passes in every other state.
 */
#include <string.h>

#include "filter.h"

static const GUID KSPROPSETID_Clock = {
    0xDF12A4C0, 0xAC17, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

/* Counts up to now, which it returns. */
static LONGLONG advance(ks4j_time *time) {
    LONGLONG now = ks4j_host_time();
    LONGLONG passed = now > time->counted ? now - time->counted : 0;
    time->counted += passed;
    if (time->state == KSSTATE_RUN) {
        time->presentation += passed;
    }
    if (time->state != KSSTATE_STOP) {
        time->physical += passed;
    }
    return now;
}

void ks4j_time_enter(ks4j_time *time, ULONG state) {
    advance(time);
    time->state = state;
    if (state == KSSTATE_STOP) {
        time->presentation = 0;
    }
}

/* That of the pin, or what it has come to if the pin is closed. */
static ks4j_time *time_of(ks4j_clock *clock) {
    return clock->pin != NULL ? &clock->pin->time : &clock->last;
}

static NTSTATUS get_time(void *object, ks4j_request *request) {
    ks4j_time *time = time_of(object);
    advance(time);
    return ks4j_value(request, &time->presentation, sizeof time->presentation);
}

static NTSTATUS get_physical_time(void *object, ks4j_request *request) {
    ks4j_time *time = time_of(object);
    advance(time);
    return ks4j_value(request, &time->physical, sizeof time->physical);
}

static NTSTATUS get_correlated_time(void *object, ks4j_request *request) {
    ks4j_time *time = time_of(object);
    LONGLONG now = advance(time);
    const KSCORRELATED_TIME both = {time->presentation, now};
    return ks4j_value(request, &both, sizeof both);
}

static NTSTATUS get_correlated_physical_time(void *object, ks4j_request *request) {
    ks4j_time *time = time_of(object);
    LONGLONG now = advance(time);
    const KSCORRELATED_TIME both = {time->physical, now};
    return ks4j_value(request, &both, sizeof both);
}

/* Units of 100 ns, and an error of a millisecond. */
static NTSTATUS get_resolution(void *object, ks4j_request *request) {
    static const KSRESOLUTION RESOLUTION = {1, 10000};
    (void)object;
    return ks4j_value(request, &RESOLUTION, sizeof RESOLUTION);
}

static NTSTATUS get_state(void *object, ks4j_request *request) {
    return ks4j_ulong(request, time_of(object)->state);
}

/* Its pointers serve code of the kernel. */
static NTSTATUS get_function_table(void *object, ks4j_request *request) {
    (void)object, (void)request;
    return STATUS_INVALID_DEVICE_REQUEST;
}

static const ks4j_property_item ITEMS[] = {
    {KSPROPERTY_CLOCK_TIME, get_time, sizeof(KSPROPERTY), sizeof(LONGLONG), NULL, NULL},
    {KSPROPERTY_CLOCK_PHYSICALTIME, get_physical_time, sizeof(KSPROPERTY), sizeof(LONGLONG), NULL, NULL},
    {KSPROPERTY_CLOCK_CORRELATEDTIME, get_correlated_time, sizeof(KSPROPERTY), sizeof(KSCORRELATED_TIME), NULL, NULL},
    {KSPROPERTY_CLOCK_CORRELATEDPHYSICALTIME, get_correlated_physical_time, sizeof(KSPROPERTY),
     sizeof(KSCORRELATED_TIME), NULL, NULL},
    {KSPROPERTY_CLOCK_RESOLUTION, get_resolution, sizeof(KSPROPERTY), sizeof(KSRESOLUTION), NULL, NULL},
    {KSPROPERTY_CLOCK_STATE, get_state, sizeof(KSPROPERTY), sizeof(ULONG), NULL, NULL},
    {KSPROPERTY_CLOCK_FUNCTIONTABLE, get_function_table, sizeof(KSPROPERTY), 4 * sizeof(PVOID), NULL, NULL},
};
static const ks4j_property_set PROPERTIES = {&KSPROPSETID_Clock, sizeof ITEMS / sizeof ITEMS[0], ITEMS};

/* KsValidateClockCreateRequest. */
NTSTATUS ks4j_clock_create(ks4j_pin *pin, const void *create, ULONG length, ks4j_clock *clock) {
    KSCLOCK_CREATE request;
    if (pin->filter->removed) {
        return STATUS_DEVICE_REMOVED;
    }
    if (length < sizeof request) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&request, create, sizeof request);
    if (request.CreateFlags != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    clock->filter = pin->filter;
    clock->pin = pin;
    clock->next = pin->clocks;
    pin->clocks = clock;
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_clock_control(ks4j_clock *clock, ks4j_request *request) {
    static const ks4j_automation TABLE = {1, &PROPERTIES, 0, NULL, 0, NULL};
    const ks4j_target target = {clock, &clock->filter->events, clock, &TABLE, NULL, NULL, 0};
    NTSTATUS status = ks4j_admit(clock->filter, request);
    return status == STATUS_SUCCESS ? ks4j_dispatch(&target, request) : status;
}

void ks4j_clock_close(ks4j_clock *clock) {
    ks4j_clock **at;
    if (clock->pin == NULL) {
        return;
    }
    at = &clock->pin->clocks;
    while (*at != clock) {
        at = &(*at)->next;
    }
    *at = clock->next;
}

void ks4j_clocks_leave(ks4j_pin *pin) {
    for (ks4j_clock *clock = pin->clocks; clock != NULL; clock = clock->next) {
        clock->last = pin->time;
        clock->pin = NULL;
    }
    pin->clocks = NULL;
}
