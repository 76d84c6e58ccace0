/* What a client in C makes of a stream: the measure for those in Java. */
#include <string.h>

#include "win32.h"

EXPORT BOOL DeviceIoControl(
    HANDLE device, DWORD code, void *in, DWORD in_length, void *out, DWORD out_length, DWORD *returned,
    OVERLAPPED *overlapped);

/* Fills and writes one frame over and over; tells how many times. The pin has to run. */
EXPORT DWORD ks4j_write_frames(
    HANDLE pin, KSSTREAM_HEADER *header, const void *source, OVERLAPPED *overlapped, DWORD count) {
    DWORD done = 0;
    DWORD bytes = 0;
    while (done < count) {
        memcpy(header->Data, source, header->FrameExtent);
        header->DataUsed = header->FrameExtent;
        if (!DeviceIoControl(
                pin, IOCTL_KS_WRITE_STREAM, NULL, 0, header, sizeof *header, &bytes, overlapped) ||
            bytes != header->FrameExtent) {
            break;
        }
        done++;
    }
    return done;
}
