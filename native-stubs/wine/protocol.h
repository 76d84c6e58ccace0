/*
 * How libks4jremote.so has the bridge call Windows' functions. A call holds the arguments, and the bytes of those that
 * are memory; the answer holds the result, the last error, and what has been written to which address of the caller.
 * Both run on one machine, so all is in its byte order.
 */
#ifndef KS4J_PROTOCOL_H
#define KS4J_PROTOCOL_H

#include <stdint.h>

/* The functions and their libraries. The bridge calls them as they are, except those that it knows better, or has itself. */
#define KS4J_FUNCTIONS(X)                           \
    X(kernel32, CreateFileW)                        \
    X(kernel32, DeviceIoControl)                    \
    X(kernel32, CancelIoEx)                         \
    X(kernel32, CloseHandle)                        \
    X(kernel32, CreateEventW)                       \
    X(kernel32, SetEvent)                           \
    X(kernel32, ResetEvent)                         \
    X(kernel32, WaitForSingleObject)                \
    X(kernel32, CreateIoCompletionPort)             \
    X(kernel32, SetFileCompletionNotificationModes) \
    X(kernel32, GetQueuedCompletionStatus)          \
    X(kernel32, PostQueuedCompletionStatus)         \
    X(ksuser, KsCreatePin)                          \
    X(ksuser, KsCreateAllocator)                    \
    X(ksuser, KsCreateClock)                        \
    X(ksuser, KsCreateTopologyNode)                 \
    X(setupapi, SetupDiGetClassDevsW)               \
    X(setupapi, SetupDiCreateDeviceInfoList)        \
    X(setupapi, SetupDiOpenDeviceInterfaceW)        \
    X(setupapi, SetupDiEnumDeviceInterfaces)        \
    X(setupapi, SetupDiGetDeviceInterfaceAlias)     \
    X(setupapi, SetupDiGetDeviceInterfaceDetailW)   \
    X(setupapi, SetupDiGetDeviceInstanceIdW)        \
    X(setupapi, SetupDiGetDevicePropertyW)          \
    X(setupapi, SetupDiGetDeviceRegistryPropertyW)  \
    X(setupapi, SetupDiOpenDeviceInterfaceRegKey)   \
    X(setupapi, SetupDiDestroyDeviceInfoList)       \
    X(advapi32, RegQueryValueExW)                   \
    X(advapi32, RegCloseKey)                        \
    X(ks4jbridge, ks4j_stub_objects)

#define KS4J_INDEX(library, function) KS4J_##function,
enum { KS4J_FUNCTIONS(KS4J_INDEX) KS4J_FUNCTIONS_COUNT };

/* Before all else each side checks that the other speaks of the same functions. */
#define KS4J_PROTOCOL (0x4B530000u + KS4J_FUNCTIONS_COUNT)

enum { KS4J_VALUE, KS4J_IN, KS4J_IN_OUT };

typedef struct {
    uint64_t value; /* or the address of the memory */
    uint32_t length;
    uint32_t kind;
} ks4j_argument;

/* Followed by the arguments, and the bytes of each that is memory, padded to a multiple of KS4J_ALIGNMENT. */
typedef struct {
    uint32_t size; /* of all that follows */
    uint32_t function;
    uint32_t count;
    uint32_t reserved;
} ks4j_call;

/* Followed by so many writes. */
typedef struct {
    uint64_t result;
    uint64_t overlapped; /* the request that a completion port told of, at the caller's address; 0 for none */
    uint32_t error;
    uint32_t writes;
} ks4j_return;

/* Followed by so many bytes. */
typedef struct {
    uint64_t address;
    uint64_t length;
} ks4j_write;

#define KS4J_ALIGNMENT 16u
#define KS4J_ARGUMENTS 8u  /* of any function */
#define KS4J_FRAMES 128u   /* of a stream request; they follow the arguments of DeviceIoControl */
#define KS4J_LARGEST 0x4000000u

#endif
