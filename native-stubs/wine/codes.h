/*
 * What the driver for Wine offers beside the requests of Kernel Streaming, since Wine's I/O manager lacks two things:
 * a name below that of a device cannot be opened, and a driver sees copies of the buffers of a METHOD_NEITHER request,
 * not their addresses. All codes are METHOD_NEITHER and need no access right.
 */
#ifndef KS4J_CODES_H
#define KS4J_CODES_H

#include <string.h>

/* What a file of the device stands for is told by a number: the output is a KS4J_FILE_ID. */
#define IOCTL_KS4J_IDENTIFY 0x002F2003u
typedef unsigned long long KS4J_FILE_ID;

/*
 * Makes a file that has just been opened an object below that of another file. The input is a KS4J_BIND, and behind it
 * what would stand behind the backslash of the object's name. The status is that of creating the object.
 */
#define IOCTL_KS4J_BIND 0x002F2007u
typedef struct {
    KS4J_FILE_ID parent;
    unsigned kind;
    unsigned reserved;
} KS4J_BIND;
/* The same as ks4j_kind, which has the filter itself behind them. */
enum { KS4J_BIND_PIN, KS4J_BIND_ALLOCATOR, KS4J_BIND_CLOCK, KS4J_BIND_NODE };

/* Sends an event request with the address of its KSEVENTDATA: the input is a KS4J_EVENT, and the request's input. */
#define IOCTL_KS4J_EVENT 0x002F200Bu
typedef struct {
    unsigned long long event_data;
    unsigned code;
    unsigned reserved;
} KS4J_EVENT;

/*
 * Sends a stream request with the frames that its headers point to, since a driver for Wine cannot reach its client's
 * memory: MmCopyVirtualMemory is a stub, and a driver that imports Wine's other ways is not loaded as one. The input is
 * the length of the headers, as an unsigned. The output is a KS4J_STREAM, the headers, and FrameExtent bytes for each one
 * that has Data, both ways; its count is always all of it.
 */
#define IOCTL_KS4J_WRITE_STREAM 0x002FA00Fu
#define IOCTL_KS4J_READ_STREAM 0x002F600Fu
typedef struct {
    unsigned long long information; /* that of the request itself */
} KS4J_STREAM;

/* KSSTREAM_HEADER of a 64-bit process. It may be longer: each says how long it is. */
enum { KS4J_HEADER_SIZE = 56, KS4J_HEADER_DATA = 40 };

/* The length of the header at an offset; 0 at the end of them, and of one that the filter refuses. */
static inline unsigned ks4j_header_length(const void *headers, unsigned length, unsigned at) {
    unsigned size;
    if (length - at < KS4J_HEADER_SIZE) {
        return 0;
    }
    memcpy(&size, (const char *)headers + at, sizeof size);
    return size < KS4J_HEADER_SIZE || size > length - at || size % 8 != 0 ? 0 : size;
}

#define KS4J_FOR_HEADERS(at, headers, length)                                \
    for (unsigned at = 0, header_length;                                     \
         (header_length = ks4j_header_length((headers), (length), at)) != 0; \
         at += header_length)

#endif
