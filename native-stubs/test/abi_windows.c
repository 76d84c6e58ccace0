/*
 * The layouts that src/main/java/io/github/ks4j/win32 gives to setupapi and cfgmgr32, compared with Windows' own headers;
 * compiled by mingw-w64 for both ABIs, and not run.
 */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <cfgmgr32.h>
#include <devpropdef.h>
#include <setupapi.h>
#include <stddef.h>

#define IS(value, x64, x86) \
    _Static_assert((value) == (sizeof(void *) == 8 ? (size_t)(x64) : (size_t)(x86)), #value)

IS(sizeof(SP_DEVICE_INTERFACE_DATA), 32, 28);
IS(offsetof(SP_DEVICE_INTERFACE_DATA, Flags), 20, 20);
IS(sizeof(SP_DEVINFO_DATA), 32, 28);
IS(sizeof(SP_DEVICE_INTERFACE_DETAIL_DATA_W), 8, 6);
IS(offsetof(SP_DEVICE_INTERFACE_DETAIL_DATA_W, DevicePath), 4, 4);
IS(sizeof(DEVPROPKEY), 20, 20);
IS(SPINT_ACTIVE, 1, 1);
IS(SPINT_REMOVED, 4, 4);
IS(DIGCF_PRESENT | DIGCF_DEVICEINTERFACE, 0x12, 0x12);
IS(SPDRP_DEVICEDESC, 0, 0);
IS(SPDRP_FRIENDLYNAME, 12, 12);
IS(DEVPROP_TYPE_GUID, 13, 13);

IS(sizeof(CM_NOTIFY_FILTER), 416, 416);
IS(offsetof(CM_NOTIFY_FILTER, FilterType), 8, 8);
IS(offsetof(CM_NOTIFY_FILTER, u.DeviceInterface.ClassGuid), 16, 16);
IS(offsetof(CM_NOTIFY_FILTER, u.DeviceHandle.hTarget), 16, 16);
IS(offsetof(CM_NOTIFY_EVENT_DATA, u.DeviceInterface.SymbolicLink), 24, 24);
IS(CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE, 0, 0);
IS(CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE, 1, 1);
IS(CM_NOTIFY_ACTION_DEVICEINTERFACEARRIVAL, 0, 0);
IS(CM_NOTIFY_ACTION_DEVICEINTERFACEREMOVAL, 1, 1);
IS(CM_NOTIFY_ACTION_DEVICEQUERYREMOVE, 2, 2);
