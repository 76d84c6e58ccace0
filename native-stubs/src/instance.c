/* What a handle stands for: the filter, or an object below it. */
#include "filter.h"

static int is_offered(const ks4j_instance *parent, ks4j_kind kind) {
    switch (kind) {
        case KS4J_PIN:
            return parent->kind == KS4J_FILTER;
        case KS4J_NODE:
            return parent->kind == KS4J_FILTER || parent->kind == KS4J_PIN;
        case KS4J_ALLOCATOR:
        case KS4J_CLOCK:
            return parent->kind == KS4J_PIN;
        default:
            return 0;
    }
}

NTSTATUS ks4j_instance_create(
    const ks4j_instance *parent, ks4j_kind kind, const void *create, ULONG length, ks4j_instance *created) {
    if (!is_offered(parent, kind)) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    created->kind = kind;
    created->filter = parent->filter;
    switch (kind) {
        case KS4J_PIN:
            return ks4j_pin_create(parent->filter, create, length, &created->pin);
        case KS4J_NODE:
            return ks4j_node_create(parent->filter, create, length, &created->node);
        case KS4J_ALLOCATOR:
            return ks4j_allocator_create(parent->pin, create, length, &created->allocator);
        default:
            return ks4j_clock_create(parent->pin, create, length, &created->clock);
    }
}

NTSTATUS ks4j_instance_control(ks4j_instance *instance, ks4j_request *request) {
    switch (instance->kind) {
        case KS4J_PIN:
            return ks4j_pin_control(instance->pin, request);
        case KS4J_NODE:
            return ks4j_node_control(&instance->node, request);
        case KS4J_ALLOCATOR:
            return ks4j_allocator_control(instance->allocator, request);
        case KS4J_CLOCK:
            return ks4j_clock_control(&instance->clock, request);
        default:
            return ks4j_filter_control(instance->filter, request);
    }
}

void ks4j_instance_close(ks4j_instance *instance) {
    switch (instance->kind) {
        case KS4J_PIN:
            ks4j_pin_close(instance->pin);
            break;
        case KS4J_NODE:
            break;
        case KS4J_ALLOCATOR:
            ks4j_allocator_close(instance->allocator);
            break;
        case KS4J_CLOCK:
            ks4j_clock_close(&instance->clock);
            break;
        default:
            ks4j_filter_cleanup(instance->filter);
    }
}
