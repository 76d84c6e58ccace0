/* What no client would send. */
#include "check.h"

/*
 * Requests of random shape in buffers of exactly their length, so that the sanitizer sees every byte too far. The device
 * is not removed, or that would be all.
 */
static void random_request(HANDLE object, HANDLE event, OVERLAPPED *overlapped) {
    static const DWORD CODES[] = {IOCTL_KS_PROPERTY,     IOCTL_KS_PROPERTY,      IOCTL_KS_PROPERTY,
                                  IOCTL_KS_METHOD,       IOCTL_KS_ENABLE_EVENT,  IOCTL_KS_ENABLE_EVENT,
                                  IOCTL_KS_WRITE_STREAM, IOCTL_KS_DISABLE_EVENT, IOCTL_KS_RESET_STATE};
    static const GUID SETS[] = {
        {0, 0, 0, {0}},
        {0x8C134960, 0x51AD, 0x11CF, {0x87, 0x8A, 0x94, 0xF8, 0x01, 0xC1, 0x00, 0x00}},
        {0x720D4AC0, 0x7533, 0x11D0, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}},
        {0x1D58C920, 0xAC9B, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}},
        {0x45FFAAA0, 0x6E1B, 0x11D0, {0xBC, 0xF2, 0x44, 0x45, 0x53, 0x54, 0x00, 0x00}},
        {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x01}},
        {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x02}},
        {0x4B53344A, 0x5354, 0x5542, {0x80, 0x01, 0, 0, 0, 0, 0, 0x03}},
        {0x7F4BCBE0, 0x9EA5, 0x11CF, {0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0x00, 0x00}},
        {0xC6E13370, 0x30AC, 0x11D0, {0xA1, 0x8C, 0x00, 0xA0, 0xC9, 0x11, 0x89, 0x56}},
    };
    static const ULONG FLAGS[] = {1, 1, 1, 2, 2, 4, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x8000, 0x10000, 3};
    const KSEVENTDATA data = {.NotificationType = KSEVENTF_EVENT_HANDLE, .EventHandle = {.Event = event}};
    DWORD in_length = (DWORD)(rand() % 4 != 0 ? 24 + rand() % 120 : rand() % 24), out_length = (DWORD)(rand() % 200);
    UCHAR *in = malloc(in_length), *out = malloc(out_length);
    KSP_PIN request = {head(&SETS[rand() % 10], (ULONG)rand() % REMOVE, FLAGS[rand() % 14]), (ULONG)(rand() % 5), {0}};
    if (rand() % 4 == 0) {
        request.Property.Flags |= KSPROPERTY_TYPE_TOPOLOGY;
    }
    for (DWORD i = 0; i < in_length; i++) {
        in[i] = (UCHAR)(rand() % 3 == 0 ? rand() : 0);
    }
    for (DWORD i = 0; i < out_length; i++) {
        out[i] = (UCHAR)(rand() % 3 == 0 ? rand() : 0);
    }
    memcpy(in, &request, in_length < sizeof request ? in_length : sizeof request);
    if (out_length >= sizeof data && rand() % 4 == 0) {
        memcpy(out, &data, sizeof data);
    }
    if (!DeviceIoControl(object, CODES[rand() % 9], in, in_length, out_length == 0 ? NULL : out, out_length, NULL,
                         overlapped) &&
        errno == ERROR_IO_PENDING) {
        CHECK(CancelIoEx(object, overlapped) || errno == ERROR_NOT_FOUND);
        CHECK(was_cut_off(overlapped, STATUS_CANCELLED));
    }
    free(in);
    free(out);
}

void check_random(void) {
    HANDLE filter = open_filter(), pin, node, event = CreateEventW(NULL, TRUE, FALSE, NULL);
    pin_request request = connect_to(0);
    KSNODE_CREATE create = {0, 0};
    OVERLAPPED overlapped = overlapped_with(NULL);
    CHECK(KsCreatePin(filter, &request.connect, GENERIC_WRITE, &pin) == ERROR_SUCCESS);
    CHECK(KsCreateTopologyNode(filter, &create, GENERIC_READ, &node) == ERROR_SUCCESS);
    srand(1);
    for (int i = 0; i < 300000; i++) {
        int whom = rand() % 8;
        random_request(whom == 0 ? node : whom < 3 ? pin : filter, event, &overlapped);
    }
    CHECK(CloseHandle(event) && CloseHandle(node) && CloseHandle(pin) && CloseHandle(filter));
}
