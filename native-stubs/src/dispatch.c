#include <string.h>

#include "events.h"

static const GUID NO_GUID;
static const GUID KSPROPTYPESETID_General = {
    0x97E99BA0, 0xBDEA, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}};

int ks4j_same(const GUID *left, const GUID *right) {
    return memcmp(left, right, sizeof(GUID)) == 0;
}

static NTSTATUS needs(ks4j_request *request, ULONG size) {
    request->information = size;
    return STATUS_BUFFER_OVERFLOW;
}

static NTSTATUS answer(ks4j_request *request, const void *bytes, ULONG size) {
    if (size != 0) {
        memcpy(request->out, bytes, size);
    }
    request->information = size;
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_value(ks4j_request *request, const void *value, ULONG size) {
    if (request->out_length == 0 && size != 0) {
        return needs(request, size);
    }
    return request->out_length < size ? STATUS_BUFFER_TOO_SMALL : answer(request, value, size);
}

NTSTATUS ks4j_ulong(ks4j_request *request, ULONG value) {
    return answer(request, &value, sizeof value);
}

ULONG ks4j_given(const ks4j_request *request) {
    ULONG value;
    memcpy(&value, request->out, sizeof value);
    return value;
}

NTSTATUS ks4j_list(ks4j_request *request, ULONG count, const void *items, ULONG size) {
    KSMULTIPLE_ITEM head = {(ULONG)sizeof head + size, count};
    if (request->out_length == 0) {
        return needs(request, head.Size);
    }
    if (request->out_length == sizeof(ULONG)) {
        return ks4j_ulong(request, head.Size);
    }
    if (request->out_length == sizeof head) {
        return answer(request, &head, sizeof head);
    }
    if (request->out_length < head.Size) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    answer(request, &head, sizeof head);
    if (size != 0) {
        memcpy((UCHAR *)request->out + sizeof head, items, size);
    }
    request->information = head.Size;
    return STATUS_SUCCESS;
}

NTSTATUS ks4j_list_sets(ks4j_request *request, const void *table, ULONG count, size_t entry) {
    ULONG size = count * (ULONG)sizeof(GUID);
    if (count == 0) {
        return STATUS_SUCCESS;
    }
    if (request->out_length == 0) {
        return needs(request, size);
    }
    if (request->out_length < size) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    for (ULONG i = 0; i < count; i++) {
        const GUID *set = *(const GUID *const *)((const UCHAR *)table + i * entry);
        memcpy((UCHAR *)request->out + i * sizeof(GUID), set, sizeof(GUID));
    }
    request->information = size;
    return STATUS_SUCCESS;
}

/* Appends a member list of one member to a description; returns the new size. */
static ULONG append(UCHAR *image, ULONG size, ULONG kind, ULONG flags, const void *member, ULONG member_size) {
    KSPROPERTY_MEMBERSHEADER header = {kind, member_size, 1, flags};
    memcpy(image + size, &header, sizeof header);
    memcpy(image + size + sizeof header, member, member_size);
    return size + (ULONG)sizeof header + member_size;
}

/*
 * BASICSUPPORT, and DEFAULTVALUES, which has only the members that are defaults: KSPROPERTY_ITEM, KSPROPERTY_DESCRIPTION,
 * KSPROPERTY_MEMBERSHEADER.
 */
static NTSTATUS describe(const ks4j_property_item *item, ULONG operation, ks4j_request *request) {
    UCHAR image[sizeof(KSPROPERTY_DESCRIPTION) + 2 * sizeof(KSPROPERTY_MEMBERSHEADER) +
                sizeof(KSPROPERTY_STEPPING_LONG) + sizeof(LONG)];
    KSPROPERTY_DESCRIPTION description;
    const ks4j_values *values = item->values;
    ULONG size = sizeof description;
    memset(&description, 0, sizeof description);
    description.AccessFlags =
        (item->get != NULL ? KSPROPERTY_TYPE_GET : 0) | (item->set != NULL ? KSPROPERTY_TYPE_SET : 0);
    if (values != NULL) {
        description.PropTypeSet.Set = KSPROPTYPESETID_General;
        description.PropTypeSet.Id = VT_I4;
    }
    if (values != NULL && operation == KSPROPERTY_TYPE_BASICSUPPORT) {
        size = append(image, size, KSPROPERTY_MEMBER_STEPPEDRANGES, 0, &values->range, sizeof values->range);
        description.MembersListCount++;
    }
    if (values != NULL && values->standard != NULL) {
        size = append(
            image, size, KSPROPERTY_MEMBER_VALUES, KSPROPERTY_MEMBER_FLAG_DEFAULT, values->standard,
            sizeof *values->standard);
        description.MembersListCount++;
    }
    description.DescriptionSize = size;
    memcpy(image, &description, sizeof description);
    if (request->out_length == 0) {
        return needs(request, size);
    }
    if (request->out_length == sizeof(ULONG)) {
        return ks4j_ulong(request, description.AccessFlags);
    }
    if (request->out_length == sizeof description) {
        return answer(request, image, sizeof description);
    }
    return request->out_length < size ? STATUS_BUFFER_TOO_SMALL : answer(request, image, size);
}

/* No item here is part of the serialised set, so the stream is its header. */
static NTSTATUS serialise(const GUID *set, ks4j_request *request) {
    KSPROPERTY_SERIALHDR header = {*set, 0};
    return ks4j_value(request, &header, sizeof header);
}

static NTSTATUS unserialise(const GUID *set, ks4j_request *request) {
    KSPROPERTY_SERIALHDR header;
    if (request->out_length < sizeof header) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    memcpy(&header, request->out, sizeof header);
    return ks4j_same(&header.PropertySet, set) && header.Count == 0 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS check_lengths(ks4j_request *request, ULONG min_request, ULONG min_data) {
    if (request->in_length < min_request) {
        return STATUS_INVALID_PARAMETER;
    }
    if (request->out_length == 0 && min_data > 0) {
        return needs(request, min_data);
    }
    return request->out_length < min_data ? STATUS_BUFFER_TOO_SMALL : STATUS_SUCCESS;
}

static NTSTATUS item_operation(
    void *object, const ks4j_property_item *item, ULONG operation, ks4j_request *request) {
    static const KSMULTIPLE_ITEM NO_RELATIONS = {sizeof NO_RELATIONS, 0};
    ks4j_handler *handler;
    NTSTATUS status;
    switch (operation) {
        case KSPROPERTY_TYPE_GET:
        case KSPROPERTY_TYPE_SET:
            status = check_lengths(request, item->min_property, item->min_data);
            if (status != STATUS_SUCCESS) {
                return status;
            }
            handler = operation == KSPROPERTY_TYPE_GET ? item->get : item->set;
            return handler != NULL ? handler(object, request) : STATUS_NOT_FOUND;
        case KSPROPERTY_TYPE_BASICSUPPORT:
        case KSPROPERTY_TYPE_DEFAULTVALUES:
            return describe(item, operation, request);
        case KSPROPERTY_TYPE_RELATIONS:
            return ks4j_list(request, NO_RELATIONS.Count, NULL, 0);
        case KSPROPERTY_TYPE_SERIALIZESIZE:
            return request->out_length == 0                ? needs(request, sizeof(ULONG))
                   : request->out_length < sizeof(ULONG) ? STATUS_BUFFER_TOO_SMALL
                                                           : ks4j_ulong(request, 0);
        default:
            return STATUS_NOT_FOUND;
    }
}

static NTSTATUS property(
    void *object, const ks4j_automation *table, const KSPROPERTY *head, ULONG operation, ks4j_request *request) {
    int known = 0;
    if (ks4j_same(&head->Set, &NO_GUID) && operation == KSPROPERTY_TYPE_SETSUPPORT) {
        return ks4j_list_sets(request, table->property_sets, table->property_sets_count, sizeof *table->property_sets);
    }
    for (ULONG s = 0; s < table->property_sets_count; s++) {
        const ks4j_property_set *set = &table->property_sets[s];
        if (!ks4j_same(set->set, &head->Set)) {
            continue;
        }
        known = 1;
        switch (operation) {
            case KSPROPERTY_TYPE_SETSUPPORT:
                return STATUS_SUCCESS;
            case KSPROPERTY_TYPE_SERIALIZESET:
                return serialise(set->set, request);
            case KSPROPERTY_TYPE_UNSERIALIZESET:
                return unserialise(set->set, request);
            default:
                break;
        }
        for (ULONG i = 0; i < set->count; i++) {
            if (set->items[i].id == head->Id) {
                return item_operation(object, &set->items[i], operation, request);
            }
        }
    }
    return known ? STATUS_NOT_FOUND : STATUS_PROPSET_NOT_FOUND;
}

static NTSTATUS method_operation(
    void *object, const ks4j_method_item *item, ULONG operation, ks4j_request *request) {
    NTSTATUS status;
    if (operation == KSMETHOD_TYPE_BASICSUPPORT) {
        return request->out_length == 0                ? needs(request, sizeof(ULONG))
               : request->out_length < sizeof(ULONG) ? STATUS_BUFFER_TOO_SMALL
                                                       : ks4j_ulong(request, item->flags);
    }
    if (operation != KSMETHOD_TYPE_SEND) {
        return STATUS_NOT_FOUND;
    }
    status = check_lengths(request, item->min_method, item->min_data);
    if (status != STATUS_SUCCESS) {
        return status;
    }
    return item->handler != NULL ? item->handler(object, request) : STATUS_NOT_FOUND;
}

static NTSTATUS method(
    void *object, const ks4j_automation *table, const KSMETHOD *head, ULONG operation, ks4j_request *request) {
    int known = 0;
    if (ks4j_same(&head->Set, &NO_GUID) && operation == KSMETHOD_TYPE_SETSUPPORT) {
        return ks4j_list_sets(request, table->method_sets, table->method_sets_count, sizeof *table->method_sets);
    }
    for (ULONG s = 0; s < table->method_sets_count; s++) {
        const ks4j_method_set *set = &table->method_sets[s];
        if (!ks4j_same(set->set, &head->Set)) {
            continue;
        }
        known = 1;
        if (operation == KSMETHOD_TYPE_SETSUPPORT) {
            return STATUS_SUCCESS;
        }
        for (ULONG i = 0; i < set->count; i++) {
            if (set->items[i].id == head->Id) {
                return method_operation(object, &set->items[i], operation, request);
            }
        }
    }
    return known ? STATUS_NOT_FOUND : STATUS_PROPSET_NOT_FOUND;
}

NTSTATUS ks4j_dispatch(const ks4j_target *target, ks4j_request *request) {
    const ks4j_automation *table = target->table;
    void *object = target->object;
    KSIDENTIFIER head;
    ULONG operation;
    request->information = 0;
    request->delay = 0;
    switch (request->code) {
        case IOCTL_KS_PROPERTY:
        case IOCTL_KS_METHOD:
        case IOCTL_KS_ENABLE_EVENT:
            break;
        case IOCTL_KS_DISABLE_EVENT:
            return ks4j_disable_event(target, request);
        case IOCTL_KS_RESET_STATE:
            return STATUS_SUCCESS;
        default:
            return STATUS_INVALID_DEVICE_REQUEST;
    }
    /* IOCTL_KS_ENABLE_EVENT: without a request, it lists the sets. */
    if (request->code == IOCTL_KS_ENABLE_EVENT && request->in_length == 0) {
        if (request->out == NULL && request->out_length != 0) {
            return STATUS_ACCESS_VIOLATION;
        }
        return ks4j_list_sets(request, table->event_sets, table->event_sets_count, sizeof *table->event_sets);
    }
    /* Data rounded up to 8 bytes, and the request behind it, have to fit a 32-bit length. */
    if (request->in_length < sizeof head || request->out_length > 0xFFFFFFF8u - request->in_length) {
        return STATUS_INVALID_BUFFER_SIZE;
    }
    if (request->in == NULL || (request->out == NULL && request->out_length != 0)) {
        return STATUS_ACCESS_VIOLATION;
    }
    memcpy(&head, request->in, sizeof head);
    operation = head.Flags & ~KSPROPERTY_TYPE_TOPOLOGY;
    if (operation != head.Flags) {
        KSP_NODE node;
        if (request->in_length < sizeof node) {
            return STATUS_INVALID_BUFFER_SIZE;
        }
        memcpy(&node, request->in, sizeof node);
        if (target->nodes != NULL) {
            if (node.NodeId >= target->nodes_count) {
                return STATUS_INVALID_PARAMETER;
            }
            table = &target->nodes[node.NodeId];
            object = target->nodes_object;
        }
    }
    switch (request->code) {
        case IOCTL_KS_PROPERTY:
            return property(object, table, &head, operation, request);
        case IOCTL_KS_METHOD:
            return method(object, table, &head, operation, request);
        default:
            return ks4j_enable_event(target, table, &head, operation, request);
    }
}
