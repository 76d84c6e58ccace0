/* Compiled for every ABI there is a compiler for; nothing here is run. */
#include "ks4j_ks.h"

#if defined(__has_include)
#if __has_include("ks4j_abi_assert.h")
#include "ks4j_abi_assert.h"
#endif
#endif

#define SIZE(type, x64, x86) \
    _Static_assert(sizeof(type) == (sizeof(void *) == 8 ? (x64) : (x86)), "sizeof(" #type ")")
#define OFFSET(type, member, x64, x86)                                                   \
    _Static_assert(offsetof(type, member) == (sizeof(void *) == 8 ? (size_t)(x64) : (size_t)(x86)), \
        "offsetof(" #type ", " #member ")")

SIZE(GUID, 16, 16);
SIZE(KSIDENTIFIER, 24, 24);
SIZE(KSP_NODE, 32, 32);
SIZE(KSP_PIN, 32, 32);
SIZE(KSNODEPROPERTY_AUDIO_CHANNEL, 40, 40);
OFFSET(KSNODEPROPERTY_AUDIO_CHANNEL, Channel, 32, 32);
SIZE(KSMULTIPLE_ITEM, 8, 8);
SIZE(KSPROPERTY_DESCRIPTION, 40, 40);
SIZE(KSPROPERTY_MEMBERSHEADER, 16, 16);
SIZE(KSPROPERTY_STEPPING_LONG, 16, 16);
SIZE(KSPROPERTY_SERIALHDR, 20, 20);
SIZE(KSPIN_CINSTANCES, 8, 8);
SIZE(KSTOPOLOGY_CONNECTION, 16, 16);
SIZE(KSDATAFORMAT, 64, 64);
SIZE(KSDATARANGE_AUDIO, 88, 88);
SIZE(WAVEFORMATEX, 18, 18);
SIZE(KSDATAFORMAT_WAVEFORMATEX, 82, 82);
SIZE(KSPIN_CONNECT, 72, 64);
OFFSET(KSPIN_CONNECT, PinToHandle, 56, 52);
OFFSET(KSPIN_CONNECT, Priority, 64, 56);
SIZE(KSTIME, 16, 16);
SIZE(KSSTREAM_HEADER, 56, 48);
OFFSET(KSSTREAM_HEADER, Data, 40, 40);
OFFSET(KSSTREAM_HEADER, OptionsFlags, 48, 44);
SIZE(KSALLOCATOR_FRAMING, 24, 24);
SIZE(KSCLOCK_CREATE, 4, 4);
SIZE(KSNODE_CREATE, 8, 8);
