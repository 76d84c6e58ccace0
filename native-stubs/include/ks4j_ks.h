/*
 * The structures, constants and statuses of ks.h and ksmedia.h that the stub filter uses: names and members as in those
 * headers, written out so that the filter compiles wherever C11 does. For each structure KS4J_HAS_<NAME> is defined;
 * ks4j_abi_assert.h, where present, asserts its size and offsets.
 */
#ifndef KS4J_KS_H
#define KS4J_KS_H

#include <stddef.h>
#include <stdint.h>

/* Within a kernel-mode driver the basic types and the statuses are those of its headers. */
#ifdef KS4J_DRIVER
#include <ntifs.h>
#define KS4J_HAS_GUID
typedef USHORT WORD;
typedef ULONG DWORD;
#else

typedef uint8_t UCHAR;
typedef uint16_t USHORT;
typedef uint16_t WORD;
typedef uint16_t WCHAR;
typedef int32_t LONG;
typedef int32_t BOOL;
typedef int32_t NTSTATUS;
typedef uint32_t ULONG;
typedef uint32_t DWORD;
typedef void *PVOID;
typedef void *HANDLE;

/* On 32-bit Linux 64-bit integers are aligned to 4 bytes within structures; on Windows always to 8. */
#if defined(__GNUC__)
typedef int64_t LONGLONG __attribute__((aligned(8)));
#else
typedef int64_t LONGLONG;
#endif

#define KS4J_HAS_GUID
typedef struct {
    ULONG Data1;
    USHORT Data2;
    USHORT Data3;
    UCHAR Data4[8];
} GUID;

#endif

/* Identifiers and requests. */

#define KS4J_HAS_KSIDENTIFIER
#define KS4J_HAS_KSPROPERTY
#define KS4J_HAS_KSMETHOD
#define KS4J_HAS_KSEVENT
typedef struct {
    union {
        struct {
            GUID Set;
            ULONG Id;
            ULONG Flags;
        };
        LONGLONG Alignment;
    };
} KSIDENTIFIER, KSPROPERTY, KSMETHOD, KSEVENT;

#define KS4J_HAS_KSP_NODE
typedef struct {
    KSPROPERTY Property;
    ULONG NodeId;
    ULONG Reserved;
} KSP_NODE;

#define KS4J_HAS_KSP_PIN
typedef struct {
    KSPROPERTY Property;
    ULONG PinId;
    union {
        ULONG Reserved;
        ULONG Flags;
    };
} KSP_PIN;

#define KS4J_HAS_KSNODEPROPERTY
typedef struct {
    KSPROPERTY Property;
    ULONG NodeId;
    ULONG Reserved;
} KSNODEPROPERTY;

#define KS4J_HAS_KSNODEPROPERTY_AUDIO_CHANNEL
typedef struct {
    KSNODEPROPERTY NodeProperty;
    LONG Channel;
    ULONG Reserved;
} KSNODEPROPERTY_AUDIO_CHANNEL;

#define KS4J_HAS_KSEVENTDATA
typedef struct {
    ULONG NotificationType;
    union {
        struct {
            HANDLE Event;
            uintptr_t Reserved[2];
        } EventHandle;
        struct {
            HANDLE Semaphore;
            ULONG Reserved;
            LONG Adjustment;
        } SemaphoreHandle;
        struct {
            PVOID Unused;
            intptr_t Alignment[2];
        } Alignment;
    };
} KSEVENTDATA;

#define KS4J_HAS_KSQUERYBUFFER
typedef struct {
    KSEVENT Event;
    PVOID EventData;
    PVOID Reserved;
} KSQUERYBUFFER;

#define KS4J_HAS_KSPROPERTY_CAMERACONTROL_S
typedef struct {
    KSPROPERTY Property;
    LONG Value;
    ULONG Flags;
    ULONG Capabilities;
} KSPROPERTY_CAMERACONTROL_S;

/* Answers. */

#define KS4J_HAS_KSMULTIPLE_ITEM
typedef struct {
    ULONG Size;
    ULONG Count;
} KSMULTIPLE_ITEM;

#define KS4J_HAS_KSPROPERTY_DESCRIPTION
typedef struct {
    ULONG AccessFlags;
    ULONG DescriptionSize;
    KSIDENTIFIER PropTypeSet;
    ULONG MembersListCount;
    ULONG Reserved;
} KSPROPERTY_DESCRIPTION;

#define KS4J_HAS_KSPROPERTY_MEMBERSHEADER
typedef struct {
    ULONG MembersFlags;
    ULONG MembersSize;
    ULONG MembersCount;
    ULONG Flags;
} KSPROPERTY_MEMBERSHEADER;

#define KS4J_HAS_KSPROPERTY_BOUNDS_LONG
typedef union {
    struct {
        LONG SignedMinimum;
        LONG SignedMaximum;
    };
    struct {
        ULONG UnsignedMinimum;
        ULONG UnsignedMaximum;
    };
} KSPROPERTY_BOUNDS_LONG;

#define KS4J_HAS_KSPROPERTY_STEPPING_LONG
typedef struct {
    ULONG SteppingDelta;
    ULONG Reserved;
    KSPROPERTY_BOUNDS_LONG Bounds;
} KSPROPERTY_STEPPING_LONG;

#define KS4J_HAS_KSPROPERTY_SERIALHDR
#pragma pack(push, 1)
typedef struct {
    GUID PropertySet;
    ULONG Count;
} KSPROPERTY_SERIALHDR;
#pragma pack(pop)

#define KS4J_HAS_KSPIN_CINSTANCES
typedef struct {
    ULONG PossibleCount;
    ULONG CurrentCount;
} KSPIN_CINSTANCES;

#define KS4J_HAS_KSTOPOLOGY_CONNECTION
typedef struct {
    ULONG FromNode;
    ULONG FromNodePin;
    ULONG ToNode;
    ULONG ToNodePin;
} KSTOPOLOGY_CONNECTION;

/* Formats. */

#define KS4J_HAS_KSDATAFORMAT
#define KS4J_HAS_KSDATARANGE
typedef struct {
    union {
        struct {
            ULONG FormatSize;
            ULONG Flags;
            ULONG SampleSize;
            ULONG Reserved;
            GUID MajorFormat;
            GUID SubFormat;
            GUID Specifier;
        };
        LONGLONG Alignment;
    };
} KSDATAFORMAT, KSDATARANGE;

#define KS4J_HAS_KSDATARANGE_AUDIO
typedef struct {
    KSDATARANGE DataRange;
    ULONG MaximumChannels;
    ULONG MinimumBitsPerSample;
    ULONG MaximumBitsPerSample;
    ULONG MinimumSampleFrequency;
    ULONG MaximumSampleFrequency;
} KSDATARANGE_AUDIO;

#define KS4J_HAS_WAVEFORMATEX
#define KS4J_HAS_KSDATAFORMAT_WAVEFORMATEX
#pragma pack(push, 1)
typedef struct {
    WORD wFormatTag;
    WORD nChannels;
    DWORD nSamplesPerSec;
    DWORD nAvgBytesPerSec;
    WORD nBlockAlign;
    WORD wBitsPerSample;
    WORD cbSize;
} WAVEFORMATEX;

typedef struct {
    KSDATAFORMAT DataFormat;
    WAVEFORMATEX WaveFormatEx;
} KSDATAFORMAT_WAVEFORMATEX;
#pragma pack(pop)

/* Pins and streams. */

#define KS4J_HAS_KSPRIORITY
typedef struct {
    ULONG PriorityClass;
    ULONG PrioritySubClass;
} KSPRIORITY;

#define KS4J_HAS_KSPIN_CONNECT
typedef struct {
    KSIDENTIFIER Interface;
    KSIDENTIFIER Medium;
    ULONG PinId;
    HANDLE PinToHandle;
    KSPRIORITY Priority;
} KSPIN_CONNECT;

#define KS4J_HAS_KSTIME
typedef struct {
    LONGLONG Time;
    ULONG Numerator;
    ULONG Denominator;
} KSTIME;

#define KS4J_HAS_KSSTREAM_HEADER
typedef struct {
    ULONG Size;
    ULONG TypeSpecificFlags;
    KSTIME PresentationTime;
    LONGLONG Duration;
    ULONG FrameExtent;
    ULONG DataUsed;
    PVOID Data;
    ULONG OptionsFlags;
#if UINTPTR_MAX > 0xFFFFFFFFu
    ULONG Reserved;
#endif
} KSSTREAM_HEADER;

#define KS4J_HAS_KSALLOCATOR_FRAMING
typedef struct {
    union {
        ULONG OptionsFlags;
        ULONG RequirementsFlags;
    };
    ULONG PoolType;
    ULONG Frames;
    ULONG FrameSize;
    union {
        ULONG FileAlignment;
        LONG FramePitch;
    };
    ULONG Reserved;
} KSALLOCATOR_FRAMING;

#define KS4J_HAS_KSSTREAMALLOCATOR_STATUS
typedef struct {
    KSALLOCATOR_FRAMING Framing;
    ULONG AllocatedFrames;
    ULONG Reserved;
} KSSTREAMALLOCATOR_STATUS;

#define KS4J_HAS_KSCORRELATED_TIME
typedef struct {
    LONGLONG Time;
    LONGLONG SystemTime;
} KSCORRELATED_TIME;

#define KS4J_HAS_KSRESOLUTION
typedef struct {
    LONGLONG Granularity;
    LONGLONG Error;
} KSRESOLUTION;

#define KS4J_HAS_KSCLOCK_CREATE
typedef struct {
    ULONG CreateFlags;
} KSCLOCK_CREATE;

#define KS4J_HAS_KSNODE_CREATE
typedef struct {
    ULONG CreateFlags;
    ULONG Node;
} KSNODE_CREATE;

/* Control codes and flags. */

#define IOCTL_KS_PROPERTY 0x002F0003u
#define IOCTL_KS_ENABLE_EVENT 0x002F0007u
#define IOCTL_KS_DISABLE_EVENT 0x002F000Bu
#define IOCTL_KS_METHOD 0x002F000Fu
#define IOCTL_KS_WRITE_STREAM 0x002F8013u
#define IOCTL_KS_READ_STREAM 0x002F4017u
#define IOCTL_KS_RESET_STATE 0x002F001Bu

#define KSPROPERTY_TYPE_GET 0x00000001u
#define KSPROPERTY_TYPE_SET 0x00000002u
#define KSPROPERTY_TYPE_SETSUPPORT 0x00000100u
#define KSPROPERTY_TYPE_BASICSUPPORT 0x00000200u
#define KSPROPERTY_TYPE_RELATIONS 0x00000400u
#define KSPROPERTY_TYPE_SERIALIZESET 0x00000800u
#define KSPROPERTY_TYPE_UNSERIALIZESET 0x00001000u
#define KSPROPERTY_TYPE_SERIALIZESIZE 0x00008000u
#define KSPROPERTY_TYPE_DEFAULTVALUES 0x00010000u
#define KSPROPERTY_TYPE_TOPOLOGY 0x10000000u

#define KSMETHOD_TYPE_NONE 0u
#define KSMETHOD_TYPE_READ 1u
#define KSMETHOD_TYPE_WRITE 2u
#define KSMETHOD_TYPE_MODIFY 3u
#define KSMETHOD_TYPE_SOURCE 4u
#define KSMETHOD_TYPE_SEND 0x00000001u
#define KSMETHOD_TYPE_SETSUPPORT 0x00000100u
#define KSMETHOD_TYPE_BASICSUPPORT 0x00000200u

#define KSEVENT_TYPE_ENABLE 0x00000001u
#define KSEVENT_TYPE_ONESHOT 0x00000002u
#define KSEVENT_TYPE_ENABLEBUFFERED 0x00000004u
#define KSEVENT_TYPE_SETSUPPORT 0x00000100u
#define KSEVENT_TYPE_BASICSUPPORT 0x00000200u
#define KSEVENT_TYPE_QUERYBUFFER 0x00000400u

#define KSEVENTF_EVENT_HANDLE 0x00000001u
#define KSEVENTF_SEMAPHORE_HANDLE 0x00000002u

#define KSPROPERTY_MEMBER_STEPPEDRANGES 2u
#define KSPROPERTY_MEMBER_VALUES 3u
#define KSPROPERTY_MEMBER_FLAG_DEFAULT 1u
#define KSPROPERTY_CAMERACONTROL_FLAGS_AUTO 1u
#define KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL 2u
#define KSSTREAM_HEADER_OPTIONSF_TYPECHANGED 0x00000008u
#define KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM 0x00000200u
#define KSALLOCATOR_OPTIONF_VALID 3u
#define KSDATAFORMAT_ATTRIBUTES 2u
#define KSFILTER_NODE 0xFFFFFFFFu

#define VT_I4 3u

typedef enum { KSPIN_DATAFLOW_IN = 1, KSPIN_DATAFLOW_OUT = 2 } KSPIN_DATAFLOW;
typedef enum { KSPIN_COMMUNICATION_SINK = 1, KSPIN_COMMUNICATION_BRIDGE = 4 } KSPIN_COMMUNICATION;
enum { KSSTATE_STOP, KSSTATE_ACQUIRE, KSSTATE_PAUSE, KSSTATE_RUN };

enum {
    KSPROPERTY_PIN_CINSTANCES = 0,
    KSPROPERTY_PIN_CTYPES = 1,
    KSPROPERTY_PIN_DATAFLOW = 2,
    KSPROPERTY_PIN_DATARANGES = 3,
    KSPROPERTY_PIN_DATAINTERSECTION = 4,
    KSPROPERTY_PIN_INTERFACES = 5,
    KSPROPERTY_PIN_MEDIUMS = 6,
    KSPROPERTY_PIN_COMMUNICATION = 7,
    KSPROPERTY_PIN_CATEGORY = 11
};

enum {
    KSPROPERTY_TOPOLOGY_CATEGORIES = 0,
    KSPROPERTY_TOPOLOGY_NODES = 1,
    KSPROPERTY_TOPOLOGY_CONNECTIONS = 2
};

enum {
    KSPROPERTY_CONNECTION_STATE = 0,
    KSPROPERTY_CONNECTION_DATAFORMAT = 2,
    KSPROPERTY_CONNECTION_ALLOCATORFRAMING = 3
};

enum {
    KSPROPERTY_CLOCK_TIME = 0,
    KSPROPERTY_CLOCK_PHYSICALTIME = 1,
    KSPROPERTY_CLOCK_CORRELATEDTIME = 2,
    KSPROPERTY_CLOCK_CORRELATEDPHYSICALTIME = 3,
    KSPROPERTY_CLOCK_RESOLUTION = 4,
    KSPROPERTY_CLOCK_STATE = 5,
    KSPROPERTY_CLOCK_FUNCTIONTABLE = 6
};

enum { KSPROPERTY_STREAMALLOCATOR_FUNCTIONTABLE = 0, KSPROPERTY_STREAMALLOCATOR_STATUS = 1 };
enum { KSMETHOD_STREAMALLOCATOR_ALLOC = 0, KSMETHOD_STREAMALLOCATOR_FREE = 1 };
enum { KSEVENT_STREAMALLOCATOR_FREEFRAME = 1 };
enum { KSEVENT_CONNECTION_ENDOFSTREAM = 4 };
enum { KSPROPERTY_CAMERACONTROL_ZOOM = 3 };
enum { KSRESET_BEGIN, KSRESET_END };
enum { KSPROPERTY_AUDIO_VOLUMELEVEL = 4, KSPROPERTY_AUDIO_MUTE = 13 };

/* Statuses. */

#ifndef KS4J_DRIVER
#define KS4J_STATUS(code) ((NTSTATUS)(code))
#define STATUS_SUCCESS KS4J_STATUS(0x00000000u)
#define STATUS_PENDING KS4J_STATUS(0x00000103u)
#define STATUS_BUFFER_OVERFLOW KS4J_STATUS(0x80000005u)
#define STATUS_NO_MORE_ENTRIES KS4J_STATUS(0x8000001Au)
#define STATUS_UNSUCCESSFUL KS4J_STATUS(0xC0000001u)
#define STATUS_ACCESS_VIOLATION KS4J_STATUS(0xC0000005u)
#define STATUS_INVALID_HANDLE KS4J_STATUS(0xC0000008u)
#define STATUS_INVALID_PARAMETER KS4J_STATUS(0xC000000Du)
#define STATUS_INVALID_DEVICE_REQUEST KS4J_STATUS(0xC0000010u)
#define STATUS_ACCESS_DENIED KS4J_STATUS(0xC0000022u)
#define STATUS_BUFFER_TOO_SMALL KS4J_STATUS(0xC0000023u)
#define STATUS_OBJECT_TYPE_MISMATCH KS4J_STATUS(0xC0000024u)
#define STATUS_OBJECT_NAME_NOT_FOUND KS4J_STATUS(0xC0000034u)
#define STATUS_INSUFFICIENT_RESOURCES KS4J_STATUS(0xC000009Au)
#define STATUS_DEVICE_NOT_READY KS4J_STATUS(0xC00000A3u)
#define STATUS_NOT_SUPPORTED KS4J_STATUS(0xC00000BBu)
#define STATUS_CANCELLED KS4J_STATUS(0xC0000120u)
#define STATUS_INVALID_DEVICE_STATE KS4J_STATUS(0xC0000184u)
#define STATUS_INVALID_BUFFER_SIZE KS4J_STATUS(0xC0000206u)
#define STATUS_NOT_FOUND KS4J_STATUS(0xC0000225u)
#define STATUS_PROPSET_NOT_FOUND KS4J_STATUS(0xC0000230u)
#define STATUS_NO_MATCH KS4J_STATUS(0xC0000272u)
#define STATUS_DEVICE_REMOVED KS4J_STATUS(0xC00002B6u)

#define NT_SUCCESS(status) ((status) >= 0)
#define NT_ERROR(status) ((ULONG)(status) >> 30 == 3)
#endif

#endif
