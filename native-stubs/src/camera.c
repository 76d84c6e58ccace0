/* PROPSETID_VIDCAP_CAMERACONTROL, as far as a zoom goes. */
#include <string.h>

#include "filter.h"

static const GUID PROPSETID_VIDCAP_CAMERACONTROL = {
    0xC6E13370, 0x30AC, 0x11D0, {0xA1, 0x8C, 0x00, 0xA0, 0xC9, 0x11, 0x89, 0x56}};

static const LONG ZOOM_DEFAULT = 10;
static const ks4j_values ZOOM_VALUES = {{10, 0, {{10, 100}}}, &ZOOM_DEFAULT};

void ks4j_camera_open(ks4j_filter *filter) {
    filter->zoom = ZOOM_DEFAULT;
    filter->zoom_flags = KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL;
}

/* KSPROPERTY_CAMERACONTROL_S: the value begins with the request. */
static NTSTATUS get_zoom(void *object, ks4j_request *request) {
    const ks4j_filter *filter = object;
    KSPROPERTY_CAMERACONTROL_S value;
    memset(&value, 0, sizeof value);
    memcpy(&value.Property, request->in, sizeof value.Property);
    value.Value = filter->zoom;
    value.Flags = filter->zoom_flags;
    value.Capabilities = KSPROPERTY_CAMERACONTROL_FLAGS_AUTO | KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL;
    return ks4j_value(request, &value, sizeof value);
}

static NTSTATUS set_zoom(void *object, ks4j_request *request) {
    ks4j_filter *filter = object;
    KSPROPERTY_CAMERACONTROL_S value;
    memcpy(&value, request->out, sizeof value);
    if (value.Value < ZOOM_VALUES.range.Bounds.SignedMinimum || value.Value > ZOOM_VALUES.range.Bounds.SignedMaximum ||
        (value.Flags != KSPROPERTY_CAMERACONTROL_FLAGS_AUTO && value.Flags != KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL)) {
        return STATUS_INVALID_PARAMETER;
    }
    filter->zoom = value.Value;
    filter->zoom_flags = value.Flags;
    return STATUS_SUCCESS;
}

static const ks4j_property_item ZOOM_ITEM = {
    KSPROPERTY_CAMERACONTROL_ZOOM, get_zoom, sizeof(KSPROPERTY), sizeof(KSPROPERTY_CAMERACONTROL_S), set_zoom,
    &ZOOM_VALUES};
const ks4j_property_set ks4j_camera_properties = {&PROPSETID_VIDCAP_CAMERACONTROL, 1, &ZOOM_ITEM};
