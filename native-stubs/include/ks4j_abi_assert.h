/* Asserts that the structures of ks4j_ks.h lie as the Java side declares them.
   Derived from io.github.ks4j.struct by AbiHeaderTest; do not edit.
   A structure is asserted where KS4J_HAS_<name> says that the C side defines it. */
#ifndef KS4J_ABI_ASSERT_H
#define KS4J_ABI_ASSERT_H

#include <stddef.h>
#include <stdint.h>

#ifdef KS4J_HAS_KSALLOCATOR_FRAMING
_Static_assert(sizeof(KSALLOCATOR_FRAMING) == 24, "KSALLOCATOR_FRAMING");
_Static_assert(_Alignof(KSALLOCATOR_FRAMING) == 4, "KSALLOCATOR_FRAMING");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, OptionsFlags) == 0, "KSALLOCATOR_FRAMING.OptionsFlags");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->OptionsFlags) == 4, "KSALLOCATOR_FRAMING.OptionsFlags");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, RequirementsFlags) == 0, "KSALLOCATOR_FRAMING.RequirementsFlags");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->RequirementsFlags) == 4, "KSALLOCATOR_FRAMING.RequirementsFlags");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, PoolType) == 4, "KSALLOCATOR_FRAMING.PoolType");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->PoolType) == 4, "KSALLOCATOR_FRAMING.PoolType");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, Frames) == 8, "KSALLOCATOR_FRAMING.Frames");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->Frames) == 4, "KSALLOCATOR_FRAMING.Frames");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, FrameSize) == 12, "KSALLOCATOR_FRAMING.FrameSize");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->FrameSize) == 4, "KSALLOCATOR_FRAMING.FrameSize");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, FileAlignment) == 16, "KSALLOCATOR_FRAMING.FileAlignment");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->FileAlignment) == 4, "KSALLOCATOR_FRAMING.FileAlignment");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, FramePitch) == 16, "KSALLOCATOR_FRAMING.FramePitch");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->FramePitch) == 4, "KSALLOCATOR_FRAMING.FramePitch");
_Static_assert(offsetof(KSALLOCATOR_FRAMING, Reserved) == 20, "KSALLOCATOR_FRAMING.Reserved");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING *)0)->Reserved) == 4, "KSALLOCATOR_FRAMING.Reserved");
#endif

#ifdef KS4J_HAS_KSALLOCATOR_FRAMING_EX
_Static_assert(sizeof(KSALLOCATOR_FRAMING_EX) == 112, "KSALLOCATOR_FRAMING_EX");
_Static_assert(_Alignof(KSALLOCATOR_FRAMING_EX) == 4, "KSALLOCATOR_FRAMING_EX");
_Static_assert(offsetof(KSALLOCATOR_FRAMING_EX, CountItems) == 0, "KSALLOCATOR_FRAMING_EX.CountItems");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING_EX *)0)->CountItems) == 4, "KSALLOCATOR_FRAMING_EX.CountItems");
_Static_assert(offsetof(KSALLOCATOR_FRAMING_EX, PinFlags) == 4, "KSALLOCATOR_FRAMING_EX.PinFlags");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING_EX *)0)->PinFlags) == 4, "KSALLOCATOR_FRAMING_EX.PinFlags");
_Static_assert(offsetof(KSALLOCATOR_FRAMING_EX, OutputCompression) == 8, "KSALLOCATOR_FRAMING_EX.OutputCompression");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING_EX *)0)->OutputCompression) == 12, "KSALLOCATOR_FRAMING_EX.OutputCompression");
_Static_assert(offsetof(KSALLOCATOR_FRAMING_EX, PinWeight) == 20, "KSALLOCATOR_FRAMING_EX.PinWeight");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING_EX *)0)->PinWeight) == 4, "KSALLOCATOR_FRAMING_EX.PinWeight");
_Static_assert(offsetof(KSALLOCATOR_FRAMING_EX, FramingItem) == 24, "KSALLOCATOR_FRAMING_EX.FramingItem");
_Static_assert(sizeof(((KSALLOCATOR_FRAMING_EX *)0)->FramingItem) == 88, "KSALLOCATOR_FRAMING_EX.FramingItem");
#endif

#ifdef KS4J_HAS_KSATTRIBUTE
_Static_assert(sizeof(KSATTRIBUTE) == 24, "KSATTRIBUTE");
_Static_assert(_Alignof(KSATTRIBUTE) == 4, "KSATTRIBUTE");
_Static_assert(offsetof(KSATTRIBUTE, Size) == 0, "KSATTRIBUTE.Size");
_Static_assert(sizeof(((KSATTRIBUTE *)0)->Size) == 4, "KSATTRIBUTE.Size");
_Static_assert(offsetof(KSATTRIBUTE, Flags) == 4, "KSATTRIBUTE.Flags");
_Static_assert(sizeof(((KSATTRIBUTE *)0)->Flags) == 4, "KSATTRIBUTE.Flags");
_Static_assert(offsetof(KSATTRIBUTE, Attribute) == 8, "KSATTRIBUTE.Attribute");
_Static_assert(sizeof(((KSATTRIBUTE *)0)->Attribute) == 16, "KSATTRIBUTE.Attribute");
#endif

#ifdef KS4J_HAS_KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE
_Static_assert(sizeof(KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE) == 40, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE");
_Static_assert(_Alignof(KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE) == 4, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE");
_Static_assert(offsetof(KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE, AttributeHeader) == 0, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE.AttributeHeader");
_Static_assert(sizeof(((KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE *)0)->AttributeHeader) == 24, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE.AttributeHeader");
_Static_assert(offsetof(KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE, SignalProcessingMode) == 24, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE.SignalProcessingMode");
_Static_assert(sizeof(((KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE *)0)->SignalProcessingMode) == 16, "KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE.SignalProcessingMode");
#endif

#ifdef KS4J_HAS_KSAUDIO_POSITION
_Static_assert(sizeof(KSAUDIO_POSITION) == 16, "KSAUDIO_POSITION");
_Static_assert(_Alignof(KSAUDIO_POSITION) == 8, "KSAUDIO_POSITION");
_Static_assert(offsetof(KSAUDIO_POSITION, PlayOffset) == 0, "KSAUDIO_POSITION.PlayOffset");
_Static_assert(sizeof(((KSAUDIO_POSITION *)0)->PlayOffset) == 8, "KSAUDIO_POSITION.PlayOffset");
_Static_assert(offsetof(KSAUDIO_POSITION, WriteOffset) == 8, "KSAUDIO_POSITION.WriteOffset");
_Static_assert(sizeof(((KSAUDIO_POSITION *)0)->WriteOffset) == 8, "KSAUDIO_POSITION.WriteOffset");
#endif

#ifdef KS4J_HAS_KSAUDIO_POSITIONEX
_Static_assert(sizeof(KSAUDIO_POSITIONEX) == 40, "KSAUDIO_POSITIONEX");
_Static_assert(_Alignof(KSAUDIO_POSITIONEX) == 8, "KSAUDIO_POSITIONEX");
_Static_assert(offsetof(KSAUDIO_POSITIONEX, TimerFrequency) == 0, "KSAUDIO_POSITIONEX.TimerFrequency");
_Static_assert(sizeof(((KSAUDIO_POSITIONEX *)0)->TimerFrequency) == 8, "KSAUDIO_POSITIONEX.TimerFrequency");
_Static_assert(offsetof(KSAUDIO_POSITIONEX, TimeStamp1) == 8, "KSAUDIO_POSITIONEX.TimeStamp1");
_Static_assert(sizeof(((KSAUDIO_POSITIONEX *)0)->TimeStamp1) == 8, "KSAUDIO_POSITIONEX.TimeStamp1");
_Static_assert(offsetof(KSAUDIO_POSITIONEX, Position) == 16, "KSAUDIO_POSITIONEX.Position");
_Static_assert(sizeof(((KSAUDIO_POSITIONEX *)0)->Position) == 16, "KSAUDIO_POSITIONEX.Position");
_Static_assert(offsetof(KSAUDIO_POSITIONEX, TimeStamp2) == 32, "KSAUDIO_POSITIONEX.TimeStamp2");
_Static_assert(sizeof(((KSAUDIO_POSITIONEX *)0)->TimeStamp2) == 8, "KSAUDIO_POSITIONEX.TimeStamp2");
#endif

#ifdef KS4J_HAS_KSAUDIO_PRESENTATION_POSITION
_Static_assert(sizeof(KSAUDIO_PRESENTATION_POSITION) == 16, "KSAUDIO_PRESENTATION_POSITION");
_Static_assert(_Alignof(KSAUDIO_PRESENTATION_POSITION) == 8, "KSAUDIO_PRESENTATION_POSITION");
_Static_assert(offsetof(KSAUDIO_PRESENTATION_POSITION, u64PositionInBlocks) == 0, "KSAUDIO_PRESENTATION_POSITION.u64PositionInBlocks");
_Static_assert(sizeof(((KSAUDIO_PRESENTATION_POSITION *)0)->u64PositionInBlocks) == 8, "KSAUDIO_PRESENTATION_POSITION.u64PositionInBlocks");
_Static_assert(offsetof(KSAUDIO_PRESENTATION_POSITION, u64QPCPosition) == 8, "KSAUDIO_PRESENTATION_POSITION.u64QPCPosition");
_Static_assert(sizeof(((KSAUDIO_PRESENTATION_POSITION *)0)->u64QPCPosition) == 8, "KSAUDIO_PRESENTATION_POSITION.u64QPCPosition");
#endif

#ifdef KS4J_HAS_KSCAMERA_EXTENDEDPROP_HEADER
_Static_assert(sizeof(KSCAMERA_EXTENDEDPROP_HEADER) == 32, "KSCAMERA_EXTENDEDPROP_HEADER");
_Static_assert(_Alignof(KSCAMERA_EXTENDEDPROP_HEADER) == 8, "KSCAMERA_EXTENDEDPROP_HEADER");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, Version) == 0, "KSCAMERA_EXTENDEDPROP_HEADER.Version");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->Version) == 4, "KSCAMERA_EXTENDEDPROP_HEADER.Version");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, PinId) == 4, "KSCAMERA_EXTENDEDPROP_HEADER.PinId");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->PinId) == 4, "KSCAMERA_EXTENDEDPROP_HEADER.PinId");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, Size) == 8, "KSCAMERA_EXTENDEDPROP_HEADER.Size");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->Size) == 4, "KSCAMERA_EXTENDEDPROP_HEADER.Size");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, Result) == 12, "KSCAMERA_EXTENDEDPROP_HEADER.Result");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->Result) == 4, "KSCAMERA_EXTENDEDPROP_HEADER.Result");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, Flags) == 16, "KSCAMERA_EXTENDEDPROP_HEADER.Flags");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->Flags) == 8, "KSCAMERA_EXTENDEDPROP_HEADER.Flags");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_HEADER, Capability) == 24, "KSCAMERA_EXTENDEDPROP_HEADER.Capability");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_HEADER *)0)->Capability) == 8, "KSCAMERA_EXTENDEDPROP_HEADER.Capability");
#endif

#ifdef KS4J_HAS_KSCAMERA_EXTENDEDPROP_PHOTOMODE
_Static_assert(sizeof(KSCAMERA_EXTENDEDPROP_PHOTOMODE) == 16, "KSCAMERA_EXTENDEDPROP_PHOTOMODE");
_Static_assert(_Alignof(KSCAMERA_EXTENDEDPROP_PHOTOMODE) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_PHOTOMODE, RequestedHistoryFrames) == 0, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.RequestedHistoryFrames");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_PHOTOMODE *)0)->RequestedHistoryFrames) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.RequestedHistoryFrames");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_PHOTOMODE, MaxHistoryFrames) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.MaxHistoryFrames");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_PHOTOMODE *)0)->MaxHistoryFrames) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.MaxHistoryFrames");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_PHOTOMODE, SubMode) == 8, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.SubMode");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_PHOTOMODE *)0)->SubMode) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.SubMode");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_PHOTOMODE, Reserved) == 12, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.Reserved");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_PHOTOMODE *)0)->Reserved) == 4, "KSCAMERA_EXTENDEDPROP_PHOTOMODE.Reserved");
#endif

#ifdef KS4J_HAS_KSCAMERA_EXTENDEDPROP_VALUE
_Static_assert(sizeof(KSCAMERA_EXTENDEDPROP_VALUE) == 8, "KSCAMERA_EXTENDEDPROP_VALUE");
_Static_assert(_Alignof(KSCAMERA_EXTENDEDPROP_VALUE) == 8, "KSCAMERA_EXTENDEDPROP_VALUE");
_Static_assert(offsetof(KSCAMERA_EXTENDEDPROP_VALUE, Value) == 0, "KSCAMERA_EXTENDEDPROP_VALUE.Value");
_Static_assert(sizeof(((KSCAMERA_EXTENDEDPROP_VALUE *)0)->Value) == 8, "KSCAMERA_EXTENDEDPROP_VALUE.Value");
#endif

#ifdef KS4J_HAS_KSCLOCK_CREATE
_Static_assert(sizeof(KSCLOCK_CREATE) == 4, "KSCLOCK_CREATE");
_Static_assert(_Alignof(KSCLOCK_CREATE) == 4, "KSCLOCK_CREATE");
_Static_assert(offsetof(KSCLOCK_CREATE, CreateFlags) == 0, "KSCLOCK_CREATE.CreateFlags");
_Static_assert(sizeof(((KSCLOCK_CREATE *)0)->CreateFlags) == 4, "KSCLOCK_CREATE.CreateFlags");
#endif

#ifdef KS4J_HAS_KSCOMPONENTID
_Static_assert(sizeof(KSCOMPONENTID) == 72, "KSCOMPONENTID");
_Static_assert(_Alignof(KSCOMPONENTID) == 4, "KSCOMPONENTID");
_Static_assert(offsetof(KSCOMPONENTID, Manufacturer) == 0, "KSCOMPONENTID.Manufacturer");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Manufacturer) == 16, "KSCOMPONENTID.Manufacturer");
_Static_assert(offsetof(KSCOMPONENTID, Product) == 16, "KSCOMPONENTID.Product");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Product) == 16, "KSCOMPONENTID.Product");
_Static_assert(offsetof(KSCOMPONENTID, Component) == 32, "KSCOMPONENTID.Component");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Component) == 16, "KSCOMPONENTID.Component");
_Static_assert(offsetof(KSCOMPONENTID, Name) == 48, "KSCOMPONENTID.Name");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Name) == 16, "KSCOMPONENTID.Name");
_Static_assert(offsetof(KSCOMPONENTID, Version) == 64, "KSCOMPONENTID.Version");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Version) == 4, "KSCOMPONENTID.Version");
_Static_assert(offsetof(KSCOMPONENTID, Revision) == 68, "KSCOMPONENTID.Revision");
_Static_assert(sizeof(((KSCOMPONENTID *)0)->Revision) == 4, "KSCOMPONENTID.Revision");
#endif

#ifdef KS4J_HAS_KSCORRELATED_TIME
_Static_assert(sizeof(KSCORRELATED_TIME) == 16, "KSCORRELATED_TIME");
_Static_assert(_Alignof(KSCORRELATED_TIME) == 8, "KSCORRELATED_TIME");
_Static_assert(offsetof(KSCORRELATED_TIME, Time) == 0, "KSCORRELATED_TIME.Time");
_Static_assert(sizeof(((KSCORRELATED_TIME *)0)->Time) == 8, "KSCORRELATED_TIME.Time");
_Static_assert(offsetof(KSCORRELATED_TIME, SystemTime) == 8, "KSCORRELATED_TIME.SystemTime");
_Static_assert(sizeof(((KSCORRELATED_TIME *)0)->SystemTime) == 8, "KSCORRELATED_TIME.SystemTime");
#endif

#ifdef KS4J_HAS_KSDATAFORMAT
_Static_assert(sizeof(KSDATAFORMAT) == 64, "KSDATAFORMAT");
_Static_assert(_Alignof(KSDATAFORMAT) == 8, "KSDATAFORMAT");
_Static_assert(offsetof(KSDATAFORMAT, FormatSize) == 0, "KSDATAFORMAT.FormatSize");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->FormatSize) == 4, "KSDATAFORMAT.FormatSize");
_Static_assert(offsetof(KSDATAFORMAT, Flags) == 4, "KSDATAFORMAT.Flags");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->Flags) == 4, "KSDATAFORMAT.Flags");
_Static_assert(offsetof(KSDATAFORMAT, SampleSize) == 8, "KSDATAFORMAT.SampleSize");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->SampleSize) == 4, "KSDATAFORMAT.SampleSize");
_Static_assert(offsetof(KSDATAFORMAT, Reserved) == 12, "KSDATAFORMAT.Reserved");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->Reserved) == 4, "KSDATAFORMAT.Reserved");
_Static_assert(offsetof(KSDATAFORMAT, MajorFormat) == 16, "KSDATAFORMAT.MajorFormat");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->MajorFormat) == 16, "KSDATAFORMAT.MajorFormat");
_Static_assert(offsetof(KSDATAFORMAT, SubFormat) == 32, "KSDATAFORMAT.SubFormat");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->SubFormat) == 16, "KSDATAFORMAT.SubFormat");
_Static_assert(offsetof(KSDATAFORMAT, Specifier) == 48, "KSDATAFORMAT.Specifier");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->Specifier) == 16, "KSDATAFORMAT.Specifier");
_Static_assert(offsetof(KSDATAFORMAT, Alignment) == 0, "KSDATAFORMAT.Alignment");
_Static_assert(sizeof(((KSDATAFORMAT *)0)->Alignment) == 8, "KSDATAFORMAT.Alignment");
#endif

#ifdef KS4J_HAS_KSDATAFORMAT_WAVEFORMATEX
_Static_assert(sizeof(KSDATAFORMAT_WAVEFORMATEX) == 82, "KSDATAFORMAT_WAVEFORMATEX");
_Static_assert(_Alignof(KSDATAFORMAT_WAVEFORMATEX) == 1, "KSDATAFORMAT_WAVEFORMATEX");
_Static_assert(offsetof(KSDATAFORMAT_WAVEFORMATEX, DataFormat) == 0, "KSDATAFORMAT_WAVEFORMATEX.DataFormat");
_Static_assert(sizeof(((KSDATAFORMAT_WAVEFORMATEX *)0)->DataFormat) == 64, "KSDATAFORMAT_WAVEFORMATEX.DataFormat");
_Static_assert(offsetof(KSDATAFORMAT_WAVEFORMATEX, WaveFormatEx) == 64, "KSDATAFORMAT_WAVEFORMATEX.WaveFormatEx");
_Static_assert(sizeof(((KSDATAFORMAT_WAVEFORMATEX *)0)->WaveFormatEx) == 18, "KSDATAFORMAT_WAVEFORMATEX.WaveFormatEx");
#endif

#ifdef KS4J_HAS_KSDATAFORMAT_WAVEFORMATEXTENSIBLE
_Static_assert(sizeof(KSDATAFORMAT_WAVEFORMATEXTENSIBLE) == 104, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE");
_Static_assert(_Alignof(KSDATAFORMAT_WAVEFORMATEXTENSIBLE) == 1, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE");
_Static_assert(offsetof(KSDATAFORMAT_WAVEFORMATEXTENSIBLE, DataFormat) == 0, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE.DataFormat");
_Static_assert(sizeof(((KSDATAFORMAT_WAVEFORMATEXTENSIBLE *)0)->DataFormat) == 64, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE.DataFormat");
_Static_assert(offsetof(KSDATAFORMAT_WAVEFORMATEXTENSIBLE, WaveFormatExt) == 64, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE.WaveFormatExt");
_Static_assert(sizeof(((KSDATAFORMAT_WAVEFORMATEXTENSIBLE *)0)->WaveFormatExt) == 40, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE.WaveFormatExt");
#endif

#ifdef KS4J_HAS_KSDATARANGE
_Static_assert(sizeof(KSDATARANGE) == 64, "KSDATARANGE");
_Static_assert(_Alignof(KSDATARANGE) == 8, "KSDATARANGE");
_Static_assert(offsetof(KSDATARANGE, FormatSize) == 0, "KSDATARANGE.FormatSize");
_Static_assert(sizeof(((KSDATARANGE *)0)->FormatSize) == 4, "KSDATARANGE.FormatSize");
_Static_assert(offsetof(KSDATARANGE, Flags) == 4, "KSDATARANGE.Flags");
_Static_assert(sizeof(((KSDATARANGE *)0)->Flags) == 4, "KSDATARANGE.Flags");
_Static_assert(offsetof(KSDATARANGE, SampleSize) == 8, "KSDATARANGE.SampleSize");
_Static_assert(sizeof(((KSDATARANGE *)0)->SampleSize) == 4, "KSDATARANGE.SampleSize");
_Static_assert(offsetof(KSDATARANGE, Reserved) == 12, "KSDATARANGE.Reserved");
_Static_assert(sizeof(((KSDATARANGE *)0)->Reserved) == 4, "KSDATARANGE.Reserved");
_Static_assert(offsetof(KSDATARANGE, MajorFormat) == 16, "KSDATARANGE.MajorFormat");
_Static_assert(sizeof(((KSDATARANGE *)0)->MajorFormat) == 16, "KSDATARANGE.MajorFormat");
_Static_assert(offsetof(KSDATARANGE, SubFormat) == 32, "KSDATARANGE.SubFormat");
_Static_assert(sizeof(((KSDATARANGE *)0)->SubFormat) == 16, "KSDATARANGE.SubFormat");
_Static_assert(offsetof(KSDATARANGE, Specifier) == 48, "KSDATARANGE.Specifier");
_Static_assert(sizeof(((KSDATARANGE *)0)->Specifier) == 16, "KSDATARANGE.Specifier");
_Static_assert(offsetof(KSDATARANGE, Alignment) == 0, "KSDATARANGE.Alignment");
_Static_assert(sizeof(((KSDATARANGE *)0)->Alignment) == 8, "KSDATARANGE.Alignment");
#endif

#ifdef KS4J_HAS_KSDATARANGE_AUDIO
_Static_assert(sizeof(KSDATARANGE_AUDIO) == 88, "KSDATARANGE_AUDIO");
_Static_assert(_Alignof(KSDATARANGE_AUDIO) == 8, "KSDATARANGE_AUDIO");
_Static_assert(offsetof(KSDATARANGE_AUDIO, DataRange) == 0, "KSDATARANGE_AUDIO.DataRange");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->DataRange) == 64, "KSDATARANGE_AUDIO.DataRange");
_Static_assert(offsetof(KSDATARANGE_AUDIO, MaximumChannels) == 64, "KSDATARANGE_AUDIO.MaximumChannels");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->MaximumChannels) == 4, "KSDATARANGE_AUDIO.MaximumChannels");
_Static_assert(offsetof(KSDATARANGE_AUDIO, MinimumBitsPerSample) == 68, "KSDATARANGE_AUDIO.MinimumBitsPerSample");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->MinimumBitsPerSample) == 4, "KSDATARANGE_AUDIO.MinimumBitsPerSample");
_Static_assert(offsetof(KSDATARANGE_AUDIO, MaximumBitsPerSample) == 72, "KSDATARANGE_AUDIO.MaximumBitsPerSample");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->MaximumBitsPerSample) == 4, "KSDATARANGE_AUDIO.MaximumBitsPerSample");
_Static_assert(offsetof(KSDATARANGE_AUDIO, MinimumSampleFrequency) == 76, "KSDATARANGE_AUDIO.MinimumSampleFrequency");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->MinimumSampleFrequency) == 4, "KSDATARANGE_AUDIO.MinimumSampleFrequency");
_Static_assert(offsetof(KSDATARANGE_AUDIO, MaximumSampleFrequency) == 80, "KSDATARANGE_AUDIO.MaximumSampleFrequency");
_Static_assert(sizeof(((KSDATARANGE_AUDIO *)0)->MaximumSampleFrequency) == 4, "KSDATARANGE_AUDIO.MaximumSampleFrequency");
#endif

#ifdef KS4J_HAS_KSERROR
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSERROR) == 16, "KSERROR");
_Static_assert(_Alignof(KSERROR) == 8, "KSERROR");
_Static_assert(offsetof(KSERROR, Context) == 0, "KSERROR.Context");
_Static_assert(sizeof(((KSERROR *)0)->Context) == 8, "KSERROR.Context");
_Static_assert(offsetof(KSERROR, Status) == 8, "KSERROR.Status");
_Static_assert(sizeof(((KSERROR *)0)->Status) == 4, "KSERROR.Status");
#else
_Static_assert(sizeof(KSERROR) == 8, "KSERROR");
_Static_assert(_Alignof(KSERROR) == 4, "KSERROR");
_Static_assert(offsetof(KSERROR, Context) == 0, "KSERROR.Context");
_Static_assert(sizeof(((KSERROR *)0)->Context) == 4, "KSERROR.Context");
_Static_assert(offsetof(KSERROR, Status) == 4, "KSERROR.Status");
_Static_assert(sizeof(((KSERROR *)0)->Status) == 4, "KSERROR.Status");
#endif
#endif

#ifdef KS4J_HAS_KSEVENT
_Static_assert(sizeof(KSEVENT) == 24, "KSEVENT");
_Static_assert(_Alignof(KSEVENT) == 8, "KSEVENT");
_Static_assert(offsetof(KSEVENT, Set) == 0, "KSEVENT.Set");
_Static_assert(sizeof(((KSEVENT *)0)->Set) == 16, "KSEVENT.Set");
_Static_assert(offsetof(KSEVENT, Id) == 16, "KSEVENT.Id");
_Static_assert(sizeof(((KSEVENT *)0)->Id) == 4, "KSEVENT.Id");
_Static_assert(offsetof(KSEVENT, Flags) == 20, "KSEVENT.Flags");
_Static_assert(sizeof(((KSEVENT *)0)->Flags) == 4, "KSEVENT.Flags");
_Static_assert(offsetof(KSEVENT, Alignment) == 0, "KSEVENT.Alignment");
_Static_assert(sizeof(((KSEVENT *)0)->Alignment) == 8, "KSEVENT.Alignment");
#endif

#ifdef KS4J_HAS_KSEVENTDATA
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSEVENTDATA) == 32, "KSEVENTDATA");
_Static_assert(_Alignof(KSEVENTDATA) == 8, "KSEVENTDATA");
_Static_assert(offsetof(KSEVENTDATA, NotificationType) == 0, "KSEVENTDATA.NotificationType");
_Static_assert(sizeof(((KSEVENTDATA *)0)->NotificationType) == 4, "KSEVENTDATA.NotificationType");
_Static_assert(offsetof(KSEVENTDATA, EventHandle) == 8, "KSEVENTDATA.EventHandle");
_Static_assert(sizeof(((KSEVENTDATA *)0)->EventHandle) == 24, "KSEVENTDATA.EventHandle");
_Static_assert(offsetof(KSEVENTDATA, SemaphoreHandle) == 8, "KSEVENTDATA.SemaphoreHandle");
_Static_assert(sizeof(((KSEVENTDATA *)0)->SemaphoreHandle) == 16, "KSEVENTDATA.SemaphoreHandle");
_Static_assert(offsetof(KSEVENTDATA, Alignment) == 8, "KSEVENTDATA.Alignment");
_Static_assert(sizeof(((KSEVENTDATA *)0)->Alignment) == 24, "KSEVENTDATA.Alignment");
#else
_Static_assert(sizeof(KSEVENTDATA) == 16, "KSEVENTDATA");
_Static_assert(_Alignof(KSEVENTDATA) == 4, "KSEVENTDATA");
_Static_assert(offsetof(KSEVENTDATA, NotificationType) == 0, "KSEVENTDATA.NotificationType");
_Static_assert(sizeof(((KSEVENTDATA *)0)->NotificationType) == 4, "KSEVENTDATA.NotificationType");
_Static_assert(offsetof(KSEVENTDATA, EventHandle) == 4, "KSEVENTDATA.EventHandle");
_Static_assert(sizeof(((KSEVENTDATA *)0)->EventHandle) == 12, "KSEVENTDATA.EventHandle");
_Static_assert(offsetof(KSEVENTDATA, SemaphoreHandle) == 4, "KSEVENTDATA.SemaphoreHandle");
_Static_assert(sizeof(((KSEVENTDATA *)0)->SemaphoreHandle) == 12, "KSEVENTDATA.SemaphoreHandle");
_Static_assert(offsetof(KSEVENTDATA, Alignment) == 4, "KSEVENTDATA.Alignment");
_Static_assert(sizeof(((KSEVENTDATA *)0)->Alignment) == 12, "KSEVENTDATA.Alignment");
#endif
#endif

#ifdef KS4J_HAS_KSEVENT_TIME_INTERVAL
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSEVENT_TIME_INTERVAL) == 48, "KSEVENT_TIME_INTERVAL");
_Static_assert(_Alignof(KSEVENT_TIME_INTERVAL) == 8, "KSEVENT_TIME_INTERVAL");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, EventData) == 0, "KSEVENT_TIME_INTERVAL.EventData");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->EventData) == 32, "KSEVENT_TIME_INTERVAL.EventData");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, TimeBase) == 32, "KSEVENT_TIME_INTERVAL.TimeBase");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->TimeBase) == 8, "KSEVENT_TIME_INTERVAL.TimeBase");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, Interval) == 40, "KSEVENT_TIME_INTERVAL.Interval");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->Interval) == 8, "KSEVENT_TIME_INTERVAL.Interval");
#else
_Static_assert(sizeof(KSEVENT_TIME_INTERVAL) == 32, "KSEVENT_TIME_INTERVAL");
_Static_assert(_Alignof(KSEVENT_TIME_INTERVAL) == 8, "KSEVENT_TIME_INTERVAL");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, EventData) == 0, "KSEVENT_TIME_INTERVAL.EventData");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->EventData) == 16, "KSEVENT_TIME_INTERVAL.EventData");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, TimeBase) == 16, "KSEVENT_TIME_INTERVAL.TimeBase");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->TimeBase) == 8, "KSEVENT_TIME_INTERVAL.TimeBase");
_Static_assert(offsetof(KSEVENT_TIME_INTERVAL, Interval) == 24, "KSEVENT_TIME_INTERVAL.Interval");
_Static_assert(sizeof(((KSEVENT_TIME_INTERVAL *)0)->Interval) == 8, "KSEVENT_TIME_INTERVAL.Interval");
#endif
#endif

#ifdef KS4J_HAS_KSEVENT_TIME_MARK
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSEVENT_TIME_MARK) == 40, "KSEVENT_TIME_MARK");
_Static_assert(_Alignof(KSEVENT_TIME_MARK) == 8, "KSEVENT_TIME_MARK");
_Static_assert(offsetof(KSEVENT_TIME_MARK, EventData) == 0, "KSEVENT_TIME_MARK.EventData");
_Static_assert(sizeof(((KSEVENT_TIME_MARK *)0)->EventData) == 32, "KSEVENT_TIME_MARK.EventData");
_Static_assert(offsetof(KSEVENT_TIME_MARK, MarkTime) == 32, "KSEVENT_TIME_MARK.MarkTime");
_Static_assert(sizeof(((KSEVENT_TIME_MARK *)0)->MarkTime) == 8, "KSEVENT_TIME_MARK.MarkTime");
#else
_Static_assert(sizeof(KSEVENT_TIME_MARK) == 24, "KSEVENT_TIME_MARK");
_Static_assert(_Alignof(KSEVENT_TIME_MARK) == 8, "KSEVENT_TIME_MARK");
_Static_assert(offsetof(KSEVENT_TIME_MARK, EventData) == 0, "KSEVENT_TIME_MARK.EventData");
_Static_assert(sizeof(((KSEVENT_TIME_MARK *)0)->EventData) == 16, "KSEVENT_TIME_MARK.EventData");
_Static_assert(offsetof(KSEVENT_TIME_MARK, MarkTime) == 16, "KSEVENT_TIME_MARK.MarkTime");
_Static_assert(sizeof(((KSEVENT_TIME_MARK *)0)->MarkTime) == 8, "KSEVENT_TIME_MARK.MarkTime");
#endif
#endif

#ifdef KS4J_HAS_KSE_NODE
_Static_assert(sizeof(KSE_NODE) == 32, "KSE_NODE");
_Static_assert(_Alignof(KSE_NODE) == 8, "KSE_NODE");
_Static_assert(offsetof(KSE_NODE, Event) == 0, "KSE_NODE.Event");
_Static_assert(sizeof(((KSE_NODE *)0)->Event) == 24, "KSE_NODE.Event");
_Static_assert(offsetof(KSE_NODE, NodeId) == 24, "KSE_NODE.NodeId");
_Static_assert(sizeof(((KSE_NODE *)0)->NodeId) == 4, "KSE_NODE.NodeId");
_Static_assert(offsetof(KSE_NODE, Reserved) == 28, "KSE_NODE.Reserved");
_Static_assert(sizeof(((KSE_NODE *)0)->Reserved) == 4, "KSE_NODE.Reserved");
#endif

#ifdef KS4J_HAS_KSE_PIN
_Static_assert(sizeof(KSE_PIN) == 32, "KSE_PIN");
_Static_assert(_Alignof(KSE_PIN) == 8, "KSE_PIN");
_Static_assert(offsetof(KSE_PIN, Event) == 0, "KSE_PIN.Event");
_Static_assert(sizeof(((KSE_PIN *)0)->Event) == 24, "KSE_PIN.Event");
_Static_assert(offsetof(KSE_PIN, PinId) == 24, "KSE_PIN.PinId");
_Static_assert(sizeof(((KSE_PIN *)0)->PinId) == 4, "KSE_PIN.PinId");
_Static_assert(offsetof(KSE_PIN, Reserved) == 28, "KSE_PIN.Reserved");
_Static_assert(sizeof(((KSE_PIN *)0)->Reserved) == 4, "KSE_PIN.Reserved");
#endif

#ifdef KS4J_HAS_KSFRAMETIME
_Static_assert(sizeof(KSFRAMETIME) == 16, "KSFRAMETIME");
_Static_assert(_Alignof(KSFRAMETIME) == 8, "KSFRAMETIME");
_Static_assert(offsetof(KSFRAMETIME, Duration) == 0, "KSFRAMETIME.Duration");
_Static_assert(sizeof(((KSFRAMETIME *)0)->Duration) == 8, "KSFRAMETIME.Duration");
_Static_assert(offsetof(KSFRAMETIME, FrameFlags) == 8, "KSFRAMETIME.FrameFlags");
_Static_assert(sizeof(((KSFRAMETIME *)0)->FrameFlags) == 4, "KSFRAMETIME.FrameFlags");
_Static_assert(offsetof(KSFRAMETIME, Reserved) == 12, "KSFRAMETIME.Reserved");
_Static_assert(sizeof(((KSFRAMETIME *)0)->Reserved) == 4, "KSFRAMETIME.Reserved");
#endif

#ifdef KS4J_HAS_KSIDENTIFIER
_Static_assert(sizeof(KSIDENTIFIER) == 24, "KSIDENTIFIER");
_Static_assert(_Alignof(KSIDENTIFIER) == 8, "KSIDENTIFIER");
_Static_assert(offsetof(KSIDENTIFIER, Set) == 0, "KSIDENTIFIER.Set");
_Static_assert(sizeof(((KSIDENTIFIER *)0)->Set) == 16, "KSIDENTIFIER.Set");
_Static_assert(offsetof(KSIDENTIFIER, Id) == 16, "KSIDENTIFIER.Id");
_Static_assert(sizeof(((KSIDENTIFIER *)0)->Id) == 4, "KSIDENTIFIER.Id");
_Static_assert(offsetof(KSIDENTIFIER, Flags) == 20, "KSIDENTIFIER.Flags");
_Static_assert(sizeof(((KSIDENTIFIER *)0)->Flags) == 4, "KSIDENTIFIER.Flags");
_Static_assert(offsetof(KSIDENTIFIER, Alignment) == 0, "KSIDENTIFIER.Alignment");
_Static_assert(sizeof(((KSIDENTIFIER *)0)->Alignment) == 8, "KSIDENTIFIER.Alignment");
#endif

#ifdef KS4J_HAS_KSINTERVAL
_Static_assert(sizeof(KSINTERVAL) == 16, "KSINTERVAL");
_Static_assert(_Alignof(KSINTERVAL) == 8, "KSINTERVAL");
_Static_assert(offsetof(KSINTERVAL, TimeBase) == 0, "KSINTERVAL.TimeBase");
_Static_assert(sizeof(((KSINTERVAL *)0)->TimeBase) == 8, "KSINTERVAL.TimeBase");
_Static_assert(offsetof(KSINTERVAL, Interval) == 8, "KSINTERVAL.Interval");
_Static_assert(sizeof(((KSINTERVAL *)0)->Interval) == 8, "KSINTERVAL.Interval");
#endif

#ifdef KS4J_HAS_KSJACK_DESCRIPTION
_Static_assert(sizeof(KSJACK_DESCRIPTION) == 28, "KSJACK_DESCRIPTION");
_Static_assert(_Alignof(KSJACK_DESCRIPTION) == 4, "KSJACK_DESCRIPTION");
_Static_assert(offsetof(KSJACK_DESCRIPTION, ChannelMapping) == 0, "KSJACK_DESCRIPTION.ChannelMapping");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->ChannelMapping) == 4, "KSJACK_DESCRIPTION.ChannelMapping");
_Static_assert(offsetof(KSJACK_DESCRIPTION, Color) == 4, "KSJACK_DESCRIPTION.Color");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->Color) == 4, "KSJACK_DESCRIPTION.Color");
_Static_assert(offsetof(KSJACK_DESCRIPTION, ConnectionType) == 8, "KSJACK_DESCRIPTION.ConnectionType");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->ConnectionType) == 4, "KSJACK_DESCRIPTION.ConnectionType");
_Static_assert(offsetof(KSJACK_DESCRIPTION, GeoLocation) == 12, "KSJACK_DESCRIPTION.GeoLocation");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->GeoLocation) == 4, "KSJACK_DESCRIPTION.GeoLocation");
_Static_assert(offsetof(KSJACK_DESCRIPTION, GenLocation) == 16, "KSJACK_DESCRIPTION.GenLocation");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->GenLocation) == 4, "KSJACK_DESCRIPTION.GenLocation");
_Static_assert(offsetof(KSJACK_DESCRIPTION, PortConnection) == 20, "KSJACK_DESCRIPTION.PortConnection");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->PortConnection) == 4, "KSJACK_DESCRIPTION.PortConnection");
_Static_assert(offsetof(KSJACK_DESCRIPTION, IsConnected) == 24, "KSJACK_DESCRIPTION.IsConnected");
_Static_assert(sizeof(((KSJACK_DESCRIPTION *)0)->IsConnected) == 4, "KSJACK_DESCRIPTION.IsConnected");
#endif

#ifdef KS4J_HAS_KSJACK_DESCRIPTION2
_Static_assert(sizeof(KSJACK_DESCRIPTION2) == 8, "KSJACK_DESCRIPTION2");
_Static_assert(_Alignof(KSJACK_DESCRIPTION2) == 4, "KSJACK_DESCRIPTION2");
_Static_assert(offsetof(KSJACK_DESCRIPTION2, DeviceStateInfo) == 0, "KSJACK_DESCRIPTION2.DeviceStateInfo");
_Static_assert(sizeof(((KSJACK_DESCRIPTION2 *)0)->DeviceStateInfo) == 4, "KSJACK_DESCRIPTION2.DeviceStateInfo");
_Static_assert(offsetof(KSJACK_DESCRIPTION2, JackCapabilities) == 4, "KSJACK_DESCRIPTION2.JackCapabilities");
_Static_assert(sizeof(((KSJACK_DESCRIPTION2 *)0)->JackCapabilities) == 4, "KSJACK_DESCRIPTION2.JackCapabilities");
#endif

#ifdef KS4J_HAS_KSJACK_DESCRIPTION3
_Static_assert(sizeof(KSJACK_DESCRIPTION3) == 4, "KSJACK_DESCRIPTION3");
_Static_assert(_Alignof(KSJACK_DESCRIPTION3) == 4, "KSJACK_DESCRIPTION3");
_Static_assert(offsetof(KSJACK_DESCRIPTION3, ConfigId) == 0, "KSJACK_DESCRIPTION3.ConfigId");
_Static_assert(sizeof(((KSJACK_DESCRIPTION3 *)0)->ConfigId) == 4, "KSJACK_DESCRIPTION3.ConfigId");
#endif

#ifdef KS4J_HAS_KSJACK_SINK_INFORMATION
_Static_assert(sizeof(KSJACK_SINK_INFORMATION) == 96, "KSJACK_SINK_INFORMATION");
_Static_assert(_Alignof(KSJACK_SINK_INFORMATION) == 4, "KSJACK_SINK_INFORMATION");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, ConnType) == 0, "KSJACK_SINK_INFORMATION.ConnType");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->ConnType) == 4, "KSJACK_SINK_INFORMATION.ConnType");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, ManufacturerId) == 4, "KSJACK_SINK_INFORMATION.ManufacturerId");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->ManufacturerId) == 2, "KSJACK_SINK_INFORMATION.ManufacturerId");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, ProductId) == 6, "KSJACK_SINK_INFORMATION.ProductId");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->ProductId) == 2, "KSJACK_SINK_INFORMATION.ProductId");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, AudioLatency) == 8, "KSJACK_SINK_INFORMATION.AudioLatency");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->AudioLatency) == 2, "KSJACK_SINK_INFORMATION.AudioLatency");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, HDCPCapable) == 12, "KSJACK_SINK_INFORMATION.HDCPCapable");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->HDCPCapable) == 4, "KSJACK_SINK_INFORMATION.HDCPCapable");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, AICapable) == 16, "KSJACK_SINK_INFORMATION.AICapable");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->AICapable) == 4, "KSJACK_SINK_INFORMATION.AICapable");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, SinkDescriptionLength) == 20, "KSJACK_SINK_INFORMATION.SinkDescriptionLength");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->SinkDescriptionLength) == 1, "KSJACK_SINK_INFORMATION.SinkDescriptionLength");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, SinkDescription) == 22, "KSJACK_SINK_INFORMATION.SinkDescription");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->SinkDescription) == 64, "KSJACK_SINK_INFORMATION.SinkDescription");
_Static_assert(offsetof(KSJACK_SINK_INFORMATION, PortId) == 88, "KSJACK_SINK_INFORMATION.PortId");
_Static_assert(sizeof(((KSJACK_SINK_INFORMATION *)0)->PortId) == 8, "KSJACK_SINK_INFORMATION.PortId");
#endif

#ifdef KS4J_HAS_KSMETHOD
_Static_assert(sizeof(KSMETHOD) == 24, "KSMETHOD");
_Static_assert(_Alignof(KSMETHOD) == 8, "KSMETHOD");
_Static_assert(offsetof(KSMETHOD, Set) == 0, "KSMETHOD.Set");
_Static_assert(sizeof(((KSMETHOD *)0)->Set) == 16, "KSMETHOD.Set");
_Static_assert(offsetof(KSMETHOD, Id) == 16, "KSMETHOD.Id");
_Static_assert(sizeof(((KSMETHOD *)0)->Id) == 4, "KSMETHOD.Id");
_Static_assert(offsetof(KSMETHOD, Flags) == 20, "KSMETHOD.Flags");
_Static_assert(sizeof(((KSMETHOD *)0)->Flags) == 4, "KSMETHOD.Flags");
_Static_assert(offsetof(KSMETHOD, Alignment) == 0, "KSMETHOD.Alignment");
_Static_assert(sizeof(((KSMETHOD *)0)->Alignment) == 8, "KSMETHOD.Alignment");
#endif

#ifdef KS4J_HAS_KSMULTIPLE_ITEM
_Static_assert(sizeof(KSMULTIPLE_ITEM) == 8, "KSMULTIPLE_ITEM");
_Static_assert(_Alignof(KSMULTIPLE_ITEM) == 4, "KSMULTIPLE_ITEM");
_Static_assert(offsetof(KSMULTIPLE_ITEM, Size) == 0, "KSMULTIPLE_ITEM.Size");
_Static_assert(sizeof(((KSMULTIPLE_ITEM *)0)->Size) == 4, "KSMULTIPLE_ITEM.Size");
_Static_assert(offsetof(KSMULTIPLE_ITEM, Count) == 4, "KSMULTIPLE_ITEM.Count");
_Static_assert(sizeof(((KSMULTIPLE_ITEM *)0)->Count) == 4, "KSMULTIPLE_ITEM.Count");
#endif

#ifdef KS4J_HAS_KSM_NODE
_Static_assert(sizeof(KSM_NODE) == 32, "KSM_NODE");
_Static_assert(_Alignof(KSM_NODE) == 8, "KSM_NODE");
_Static_assert(offsetof(KSM_NODE, Method) == 0, "KSM_NODE.Method");
_Static_assert(sizeof(((KSM_NODE *)0)->Method) == 24, "KSM_NODE.Method");
_Static_assert(offsetof(KSM_NODE, NodeId) == 24, "KSM_NODE.NodeId");
_Static_assert(sizeof(((KSM_NODE *)0)->NodeId) == 4, "KSM_NODE.NodeId");
_Static_assert(offsetof(KSM_NODE, Reserved) == 28, "KSM_NODE.Reserved");
_Static_assert(sizeof(((KSM_NODE *)0)->Reserved) == 4, "KSM_NODE.Reserved");
#endif

#ifdef KS4J_HAS_KSNODEPROPERTY
_Static_assert(sizeof(KSNODEPROPERTY) == 32, "KSNODEPROPERTY");
_Static_assert(_Alignof(KSNODEPROPERTY) == 8, "KSNODEPROPERTY");
_Static_assert(offsetof(KSNODEPROPERTY, Property) == 0, "KSNODEPROPERTY.Property");
_Static_assert(sizeof(((KSNODEPROPERTY *)0)->Property) == 24, "KSNODEPROPERTY.Property");
_Static_assert(offsetof(KSNODEPROPERTY, NodeId) == 24, "KSNODEPROPERTY.NodeId");
_Static_assert(sizeof(((KSNODEPROPERTY *)0)->NodeId) == 4, "KSNODEPROPERTY.NodeId");
_Static_assert(offsetof(KSNODEPROPERTY, Reserved) == 28, "KSNODEPROPERTY.Reserved");
_Static_assert(sizeof(((KSNODEPROPERTY *)0)->Reserved) == 4, "KSNODEPROPERTY.Reserved");
#endif

#ifdef KS4J_HAS_KSNODEPROPERTY_AUDIO_CHANNEL
_Static_assert(sizeof(KSNODEPROPERTY_AUDIO_CHANNEL) == 40, "KSNODEPROPERTY_AUDIO_CHANNEL");
_Static_assert(_Alignof(KSNODEPROPERTY_AUDIO_CHANNEL) == 8, "KSNODEPROPERTY_AUDIO_CHANNEL");
_Static_assert(offsetof(KSNODEPROPERTY_AUDIO_CHANNEL, NodeProperty) == 0, "KSNODEPROPERTY_AUDIO_CHANNEL.NodeProperty");
_Static_assert(sizeof(((KSNODEPROPERTY_AUDIO_CHANNEL *)0)->NodeProperty) == 32, "KSNODEPROPERTY_AUDIO_CHANNEL.NodeProperty");
_Static_assert(offsetof(KSNODEPROPERTY_AUDIO_CHANNEL, Channel) == 32, "KSNODEPROPERTY_AUDIO_CHANNEL.Channel");
_Static_assert(sizeof(((KSNODEPROPERTY_AUDIO_CHANNEL *)0)->Channel) == 4, "KSNODEPROPERTY_AUDIO_CHANNEL.Channel");
_Static_assert(offsetof(KSNODEPROPERTY_AUDIO_CHANNEL, Reserved) == 36, "KSNODEPROPERTY_AUDIO_CHANNEL.Reserved");
_Static_assert(sizeof(((KSNODEPROPERTY_AUDIO_CHANNEL *)0)->Reserved) == 4, "KSNODEPROPERTY_AUDIO_CHANNEL.Reserved");
#endif

#ifdef KS4J_HAS_KSNODE_CREATE
_Static_assert(sizeof(KSNODE_CREATE) == 8, "KSNODE_CREATE");
_Static_assert(_Alignof(KSNODE_CREATE) == 4, "KSNODE_CREATE");
_Static_assert(offsetof(KSNODE_CREATE, CreateFlags) == 0, "KSNODE_CREATE.CreateFlags");
_Static_assert(sizeof(((KSNODE_CREATE *)0)->CreateFlags) == 4, "KSNODE_CREATE.CreateFlags");
_Static_assert(offsetof(KSNODE_CREATE, Node) == 4, "KSNODE_CREATE.Node");
_Static_assert(sizeof(((KSNODE_CREATE *)0)->Node) == 4, "KSNODE_CREATE.Node");
#endif

#ifdef KS4J_HAS_KSPIN_CINSTANCES
_Static_assert(sizeof(KSPIN_CINSTANCES) == 8, "KSPIN_CINSTANCES");
_Static_assert(_Alignof(KSPIN_CINSTANCES) == 4, "KSPIN_CINSTANCES");
_Static_assert(offsetof(KSPIN_CINSTANCES, PossibleCount) == 0, "KSPIN_CINSTANCES.PossibleCount");
_Static_assert(sizeof(((KSPIN_CINSTANCES *)0)->PossibleCount) == 4, "KSPIN_CINSTANCES.PossibleCount");
_Static_assert(offsetof(KSPIN_CINSTANCES, CurrentCount) == 4, "KSPIN_CINSTANCES.CurrentCount");
_Static_assert(sizeof(((KSPIN_CINSTANCES *)0)->CurrentCount) == 4, "KSPIN_CINSTANCES.CurrentCount");
#endif

#ifdef KS4J_HAS_KSPIN_CONNECT
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSPIN_CONNECT) == 72, "KSPIN_CONNECT");
_Static_assert(_Alignof(KSPIN_CONNECT) == 8, "KSPIN_CONNECT");
_Static_assert(offsetof(KSPIN_CONNECT, Interface) == 0, "KSPIN_CONNECT.Interface");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Interface) == 24, "KSPIN_CONNECT.Interface");
_Static_assert(offsetof(KSPIN_CONNECT, Medium) == 24, "KSPIN_CONNECT.Medium");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Medium) == 24, "KSPIN_CONNECT.Medium");
_Static_assert(offsetof(KSPIN_CONNECT, PinId) == 48, "KSPIN_CONNECT.PinId");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->PinId) == 4, "KSPIN_CONNECT.PinId");
_Static_assert(offsetof(KSPIN_CONNECT, PinToHandle) == 56, "KSPIN_CONNECT.PinToHandle");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->PinToHandle) == 8, "KSPIN_CONNECT.PinToHandle");
_Static_assert(offsetof(KSPIN_CONNECT, Priority) == 64, "KSPIN_CONNECT.Priority");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Priority) == 8, "KSPIN_CONNECT.Priority");
#else
_Static_assert(sizeof(KSPIN_CONNECT) == 64, "KSPIN_CONNECT");
_Static_assert(_Alignof(KSPIN_CONNECT) == 8, "KSPIN_CONNECT");
_Static_assert(offsetof(KSPIN_CONNECT, Interface) == 0, "KSPIN_CONNECT.Interface");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Interface) == 24, "KSPIN_CONNECT.Interface");
_Static_assert(offsetof(KSPIN_CONNECT, Medium) == 24, "KSPIN_CONNECT.Medium");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Medium) == 24, "KSPIN_CONNECT.Medium");
_Static_assert(offsetof(KSPIN_CONNECT, PinId) == 48, "KSPIN_CONNECT.PinId");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->PinId) == 4, "KSPIN_CONNECT.PinId");
_Static_assert(offsetof(KSPIN_CONNECT, PinToHandle) == 52, "KSPIN_CONNECT.PinToHandle");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->PinToHandle) == 4, "KSPIN_CONNECT.PinToHandle");
_Static_assert(offsetof(KSPIN_CONNECT, Priority) == 56, "KSPIN_CONNECT.Priority");
_Static_assert(sizeof(((KSPIN_CONNECT *)0)->Priority) == 8, "KSPIN_CONNECT.Priority");
#endif
#endif

#ifdef KS4J_HAS_KSPIN_PHYSICALCONNECTION
_Static_assert(sizeof(KSPIN_PHYSICALCONNECTION) == 12, "KSPIN_PHYSICALCONNECTION");
_Static_assert(_Alignof(KSPIN_PHYSICALCONNECTION) == 4, "KSPIN_PHYSICALCONNECTION");
_Static_assert(offsetof(KSPIN_PHYSICALCONNECTION, Size) == 0, "KSPIN_PHYSICALCONNECTION.Size");
_Static_assert(sizeof(((KSPIN_PHYSICALCONNECTION *)0)->Size) == 4, "KSPIN_PHYSICALCONNECTION.Size");
_Static_assert(offsetof(KSPIN_PHYSICALCONNECTION, Pin) == 4, "KSPIN_PHYSICALCONNECTION.Pin");
_Static_assert(sizeof(((KSPIN_PHYSICALCONNECTION *)0)->Pin) == 4, "KSPIN_PHYSICALCONNECTION.Pin");
_Static_assert(offsetof(KSPIN_PHYSICALCONNECTION, SymbolicLinkName) == 8, "KSPIN_PHYSICALCONNECTION.SymbolicLinkName");
_Static_assert(sizeof(((KSPIN_PHYSICALCONNECTION *)0)->SymbolicLinkName) == 2, "KSPIN_PHYSICALCONNECTION.SymbolicLinkName");
#endif

#ifdef KS4J_HAS_KSPRIORITY
_Static_assert(sizeof(KSPRIORITY) == 8, "KSPRIORITY");
_Static_assert(_Alignof(KSPRIORITY) == 4, "KSPRIORITY");
_Static_assert(offsetof(KSPRIORITY, PriorityClass) == 0, "KSPRIORITY.PriorityClass");
_Static_assert(sizeof(((KSPRIORITY *)0)->PriorityClass) == 4, "KSPRIORITY.PriorityClass");
_Static_assert(offsetof(KSPRIORITY, PrioritySubClass) == 4, "KSPRIORITY.PrioritySubClass");
_Static_assert(sizeof(((KSPRIORITY *)0)->PrioritySubClass) == 4, "KSPRIORITY.PrioritySubClass");
#endif

#ifdef KS4J_HAS_KSPROPERTY
_Static_assert(sizeof(KSPROPERTY) == 24, "KSPROPERTY");
_Static_assert(_Alignof(KSPROPERTY) == 8, "KSPROPERTY");
_Static_assert(offsetof(KSPROPERTY, Set) == 0, "KSPROPERTY.Set");
_Static_assert(sizeof(((KSPROPERTY *)0)->Set) == 16, "KSPROPERTY.Set");
_Static_assert(offsetof(KSPROPERTY, Id) == 16, "KSPROPERTY.Id");
_Static_assert(sizeof(((KSPROPERTY *)0)->Id) == 4, "KSPROPERTY.Id");
_Static_assert(offsetof(KSPROPERTY, Flags) == 20, "KSPROPERTY.Flags");
_Static_assert(sizeof(((KSPROPERTY *)0)->Flags) == 4, "KSPROPERTY.Flags");
_Static_assert(offsetof(KSPROPERTY, Alignment) == 0, "KSPROPERTY.Alignment");
_Static_assert(sizeof(((KSPROPERTY *)0)->Alignment) == 8, "KSPROPERTY.Alignment");
#endif

#ifdef KS4J_HAS_KSPROPERTY_BOUNDS_LONG
_Static_assert(sizeof(KSPROPERTY_BOUNDS_LONG) == 8, "KSPROPERTY_BOUNDS_LONG");
_Static_assert(_Alignof(KSPROPERTY_BOUNDS_LONG) == 4, "KSPROPERTY_BOUNDS_LONG");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONG, SignedMinimum) == 0, "KSPROPERTY_BOUNDS_LONG.SignedMinimum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONG *)0)->SignedMinimum) == 4, "KSPROPERTY_BOUNDS_LONG.SignedMinimum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONG, SignedMaximum) == 4, "KSPROPERTY_BOUNDS_LONG.SignedMaximum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONG *)0)->SignedMaximum) == 4, "KSPROPERTY_BOUNDS_LONG.SignedMaximum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONG, UnsignedMinimum) == 0, "KSPROPERTY_BOUNDS_LONG.UnsignedMinimum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONG *)0)->UnsignedMinimum) == 4, "KSPROPERTY_BOUNDS_LONG.UnsignedMinimum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONG, UnsignedMaximum) == 4, "KSPROPERTY_BOUNDS_LONG.UnsignedMaximum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONG *)0)->UnsignedMaximum) == 4, "KSPROPERTY_BOUNDS_LONG.UnsignedMaximum");
#endif

#ifdef KS4J_HAS_KSPROPERTY_BOUNDS_LONGLONG
_Static_assert(sizeof(KSPROPERTY_BOUNDS_LONGLONG) == 16, "KSPROPERTY_BOUNDS_LONGLONG");
_Static_assert(_Alignof(KSPROPERTY_BOUNDS_LONGLONG) == 8, "KSPROPERTY_BOUNDS_LONGLONG");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONGLONG, SignedMinimum) == 0, "KSPROPERTY_BOUNDS_LONGLONG.SignedMinimum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONGLONG *)0)->SignedMinimum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.SignedMinimum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONGLONG, SignedMaximum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.SignedMaximum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONGLONG *)0)->SignedMaximum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.SignedMaximum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONGLONG, UnsignedMinimum) == 0, "KSPROPERTY_BOUNDS_LONGLONG.UnsignedMinimum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONGLONG *)0)->UnsignedMinimum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.UnsignedMinimum");
_Static_assert(offsetof(KSPROPERTY_BOUNDS_LONGLONG, UnsignedMaximum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.UnsignedMaximum");
_Static_assert(sizeof(((KSPROPERTY_BOUNDS_LONGLONG *)0)->UnsignedMaximum) == 8, "KSPROPERTY_BOUNDS_LONGLONG.UnsignedMaximum");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S) == 40, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S) == 8, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S, Property) == 0, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.Property");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S *)0)->Property) == 24, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.Property");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S, lOcularFocalLength) == 24, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lOcularFocalLength");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S *)0)->lOcularFocalLength) == 4, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lOcularFocalLength");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S, lObjectiveFocalLengthMin) == 28, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMin");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S *)0)->lObjectiveFocalLengthMin) == 4, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMin");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S, lObjectiveFocalLengthMax) == 32, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMax");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S *)0)->lObjectiveFocalLengthMax) == 4, "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMax");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S) == 48, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S) == 8, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S, NodeProperty) == 0, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S *)0)->NodeProperty) == 32, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S, lOcularFocalLength) == 32, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lOcularFocalLength");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S *)0)->lOcularFocalLength) == 4, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lOcularFocalLength");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S, lObjectiveFocalLengthMin) == 36, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lObjectiveFocalLengthMin");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S *)0)->lObjectiveFocalLengthMin) == 4, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lObjectiveFocalLengthMin");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S, lObjectiveFocalLengthMax) == 40, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lObjectiveFocalLengthMax");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S *)0)->lObjectiveFocalLengthMax) == 4, "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.lObjectiveFocalLengthMax");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_NODE_S
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_NODE_S) == 48, "KSPROPERTY_CAMERACONTROL_NODE_S");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_NODE_S) == 8, "KSPROPERTY_CAMERACONTROL_NODE_S");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S, NodeProperty) == 0, "KSPROPERTY_CAMERACONTROL_NODE_S.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S *)0)->NodeProperty) == 32, "KSPROPERTY_CAMERACONTROL_NODE_S.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S, Value) == 32, "KSPROPERTY_CAMERACONTROL_NODE_S.Value");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S *)0)->Value) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S.Value");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S, Flags) == 36, "KSPROPERTY_CAMERACONTROL_NODE_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S *)0)->Flags) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S.Flags");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S, Capabilities) == 40, "KSPROPERTY_CAMERACONTROL_NODE_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S *)0)->Capabilities) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_NODE_S2
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_NODE_S2) == 48, "KSPROPERTY_CAMERACONTROL_NODE_S2");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_NODE_S2) == 8, "KSPROPERTY_CAMERACONTROL_NODE_S2");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S2, NodeProperty) == 0, "KSPROPERTY_CAMERACONTROL_NODE_S2.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S2 *)0)->NodeProperty) == 32, "KSPROPERTY_CAMERACONTROL_NODE_S2.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S2, Value1) == 32, "KSPROPERTY_CAMERACONTROL_NODE_S2.Value1");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S2 *)0)->Value1) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S2.Value1");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S2, Flags) == 36, "KSPROPERTY_CAMERACONTROL_NODE_S2.Flags");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S2 *)0)->Flags) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S2.Flags");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S2, Capabilities) == 40, "KSPROPERTY_CAMERACONTROL_NODE_S2.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S2 *)0)->Capabilities) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S2.Capabilities");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_NODE_S2, Value2) == 44, "KSPROPERTY_CAMERACONTROL_NODE_S2.Value2");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_NODE_S2 *)0)->Value2) == 4, "KSPROPERTY_CAMERACONTROL_NODE_S2.Value2");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_S
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_S) == 40, "KSPROPERTY_CAMERACONTROL_S");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_S) == 8, "KSPROPERTY_CAMERACONTROL_S");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S, Property) == 0, "KSPROPERTY_CAMERACONTROL_S.Property");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S *)0)->Property) == 24, "KSPROPERTY_CAMERACONTROL_S.Property");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S, Value) == 24, "KSPROPERTY_CAMERACONTROL_S.Value");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S *)0)->Value) == 4, "KSPROPERTY_CAMERACONTROL_S.Value");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S, Flags) == 28, "KSPROPERTY_CAMERACONTROL_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S *)0)->Flags) == 4, "KSPROPERTY_CAMERACONTROL_S.Flags");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S, Capabilities) == 32, "KSPROPERTY_CAMERACONTROL_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S *)0)->Capabilities) == 4, "KSPROPERTY_CAMERACONTROL_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_CAMERACONTROL_S2
_Static_assert(sizeof(KSPROPERTY_CAMERACONTROL_S2) == 40, "KSPROPERTY_CAMERACONTROL_S2");
_Static_assert(_Alignof(KSPROPERTY_CAMERACONTROL_S2) == 8, "KSPROPERTY_CAMERACONTROL_S2");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S2, Property) == 0, "KSPROPERTY_CAMERACONTROL_S2.Property");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S2 *)0)->Property) == 24, "KSPROPERTY_CAMERACONTROL_S2.Property");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S2, Value1) == 24, "KSPROPERTY_CAMERACONTROL_S2.Value1");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S2 *)0)->Value1) == 4, "KSPROPERTY_CAMERACONTROL_S2.Value1");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S2, Flags) == 28, "KSPROPERTY_CAMERACONTROL_S2.Flags");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S2 *)0)->Flags) == 4, "KSPROPERTY_CAMERACONTROL_S2.Flags");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S2, Capabilities) == 32, "KSPROPERTY_CAMERACONTROL_S2.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S2 *)0)->Capabilities) == 4, "KSPROPERTY_CAMERACONTROL_S2.Capabilities");
_Static_assert(offsetof(KSPROPERTY_CAMERACONTROL_S2, Value2) == 36, "KSPROPERTY_CAMERACONTROL_S2.Value2");
_Static_assert(sizeof(((KSPROPERTY_CAMERACONTROL_S2 *)0)->Value2) == 4, "KSPROPERTY_CAMERACONTROL_S2.Value2");
#endif

#ifdef KS4J_HAS_KSPROPERTY_DESCRIPTION
_Static_assert(sizeof(KSPROPERTY_DESCRIPTION) == 40, "KSPROPERTY_DESCRIPTION");
_Static_assert(_Alignof(KSPROPERTY_DESCRIPTION) == 8, "KSPROPERTY_DESCRIPTION");
_Static_assert(offsetof(KSPROPERTY_DESCRIPTION, AccessFlags) == 0, "KSPROPERTY_DESCRIPTION.AccessFlags");
_Static_assert(sizeof(((KSPROPERTY_DESCRIPTION *)0)->AccessFlags) == 4, "KSPROPERTY_DESCRIPTION.AccessFlags");
_Static_assert(offsetof(KSPROPERTY_DESCRIPTION, DescriptionSize) == 4, "KSPROPERTY_DESCRIPTION.DescriptionSize");
_Static_assert(sizeof(((KSPROPERTY_DESCRIPTION *)0)->DescriptionSize) == 4, "KSPROPERTY_DESCRIPTION.DescriptionSize");
_Static_assert(offsetof(KSPROPERTY_DESCRIPTION, PropTypeSet) == 8, "KSPROPERTY_DESCRIPTION.PropTypeSet");
_Static_assert(sizeof(((KSPROPERTY_DESCRIPTION *)0)->PropTypeSet) == 24, "KSPROPERTY_DESCRIPTION.PropTypeSet");
_Static_assert(offsetof(KSPROPERTY_DESCRIPTION, MembersListCount) == 32, "KSPROPERTY_DESCRIPTION.MembersListCount");
_Static_assert(sizeof(((KSPROPERTY_DESCRIPTION *)0)->MembersListCount) == 4, "KSPROPERTY_DESCRIPTION.MembersListCount");
_Static_assert(offsetof(KSPROPERTY_DESCRIPTION, Reserved) == 36, "KSPROPERTY_DESCRIPTION.Reserved");
_Static_assert(sizeof(((KSPROPERTY_DESCRIPTION *)0)->Reserved) == 4, "KSPROPERTY_DESCRIPTION.Reserved");
#endif

#ifdef KS4J_HAS_KSPROPERTY_DROPPEDFRAMES_CURRENT_S
_Static_assert(sizeof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S) == 48, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S");
_Static_assert(_Alignof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S) == 8, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S");
_Static_assert(offsetof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S, Property) == 0, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.Property");
_Static_assert(sizeof(((KSPROPERTY_DROPPEDFRAMES_CURRENT_S *)0)->Property) == 24, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.Property");
_Static_assert(offsetof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S, PictureNumber) == 24, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.PictureNumber");
_Static_assert(sizeof(((KSPROPERTY_DROPPEDFRAMES_CURRENT_S *)0)->PictureNumber) == 8, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.PictureNumber");
_Static_assert(offsetof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S, DropCount) == 32, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.DropCount");
_Static_assert(sizeof(((KSPROPERTY_DROPPEDFRAMES_CURRENT_S *)0)->DropCount) == 8, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.DropCount");
_Static_assert(offsetof(KSPROPERTY_DROPPEDFRAMES_CURRENT_S, AverageFrameSize) == 40, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.AverageFrameSize");
_Static_assert(sizeof(((KSPROPERTY_DROPPEDFRAMES_CURRENT_S *)0)->AverageFrameSize) == 4, "KSPROPERTY_DROPPEDFRAMES_CURRENT_S.AverageFrameSize");
#endif

#ifdef KS4J_HAS_KSPROPERTY_MEDIAAVAILABLE
_Static_assert(sizeof(KSPROPERTY_MEDIAAVAILABLE) == 16, "KSPROPERTY_MEDIAAVAILABLE");
_Static_assert(_Alignof(KSPROPERTY_MEDIAAVAILABLE) == 8, "KSPROPERTY_MEDIAAVAILABLE");
_Static_assert(offsetof(KSPROPERTY_MEDIAAVAILABLE, Earliest) == 0, "KSPROPERTY_MEDIAAVAILABLE.Earliest");
_Static_assert(sizeof(((KSPROPERTY_MEDIAAVAILABLE *)0)->Earliest) == 8, "KSPROPERTY_MEDIAAVAILABLE.Earliest");
_Static_assert(offsetof(KSPROPERTY_MEDIAAVAILABLE, Latest) == 8, "KSPROPERTY_MEDIAAVAILABLE.Latest");
_Static_assert(sizeof(((KSPROPERTY_MEDIAAVAILABLE *)0)->Latest) == 8, "KSPROPERTY_MEDIAAVAILABLE.Latest");
#endif

#ifdef KS4J_HAS_KSPROPERTY_MEMBERSHEADER
_Static_assert(sizeof(KSPROPERTY_MEMBERSHEADER) == 16, "KSPROPERTY_MEMBERSHEADER");
_Static_assert(_Alignof(KSPROPERTY_MEMBERSHEADER) == 4, "KSPROPERTY_MEMBERSHEADER");
_Static_assert(offsetof(KSPROPERTY_MEMBERSHEADER, MembersFlags) == 0, "KSPROPERTY_MEMBERSHEADER.MembersFlags");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSHEADER *)0)->MembersFlags) == 4, "KSPROPERTY_MEMBERSHEADER.MembersFlags");
_Static_assert(offsetof(KSPROPERTY_MEMBERSHEADER, MembersSize) == 4, "KSPROPERTY_MEMBERSHEADER.MembersSize");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSHEADER *)0)->MembersSize) == 4, "KSPROPERTY_MEMBERSHEADER.MembersSize");
_Static_assert(offsetof(KSPROPERTY_MEMBERSHEADER, MembersCount) == 8, "KSPROPERTY_MEMBERSHEADER.MembersCount");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSHEADER *)0)->MembersCount) == 4, "KSPROPERTY_MEMBERSHEADER.MembersCount");
_Static_assert(offsetof(KSPROPERTY_MEMBERSHEADER, Flags) == 12, "KSPROPERTY_MEMBERSHEADER.Flags");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSHEADER *)0)->Flags) == 4, "KSPROPERTY_MEMBERSHEADER.Flags");
#endif

#ifdef KS4J_HAS_KSPROPERTY_MEMBERSLIST
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSPROPERTY_MEMBERSLIST) == 24, "KSPROPERTY_MEMBERSLIST");
_Static_assert(_Alignof(KSPROPERTY_MEMBERSLIST) == 8, "KSPROPERTY_MEMBERSLIST");
_Static_assert(offsetof(KSPROPERTY_MEMBERSLIST, MembersHeader) == 0, "KSPROPERTY_MEMBERSLIST.MembersHeader");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSLIST *)0)->MembersHeader) == 16, "KSPROPERTY_MEMBERSLIST.MembersHeader");
_Static_assert(offsetof(KSPROPERTY_MEMBERSLIST, Members) == 16, "KSPROPERTY_MEMBERSLIST.Members");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSLIST *)0)->Members) == 8, "KSPROPERTY_MEMBERSLIST.Members");
#else
_Static_assert(sizeof(KSPROPERTY_MEMBERSLIST) == 20, "KSPROPERTY_MEMBERSLIST");
_Static_assert(_Alignof(KSPROPERTY_MEMBERSLIST) == 4, "KSPROPERTY_MEMBERSLIST");
_Static_assert(offsetof(KSPROPERTY_MEMBERSLIST, MembersHeader) == 0, "KSPROPERTY_MEMBERSLIST.MembersHeader");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSLIST *)0)->MembersHeader) == 16, "KSPROPERTY_MEMBERSLIST.MembersHeader");
_Static_assert(offsetof(KSPROPERTY_MEMBERSLIST, Members) == 16, "KSPROPERTY_MEMBERSLIST.Members");
_Static_assert(sizeof(((KSPROPERTY_MEMBERSLIST *)0)->Members) == 4, "KSPROPERTY_MEMBERSLIST.Members");
#endif
#endif

#ifdef KS4J_HAS_KSPROPERTY_POSITIONS
_Static_assert(sizeof(KSPROPERTY_POSITIONS) == 24, "KSPROPERTY_POSITIONS");
_Static_assert(_Alignof(KSPROPERTY_POSITIONS) == 8, "KSPROPERTY_POSITIONS");
_Static_assert(offsetof(KSPROPERTY_POSITIONS, Current) == 0, "KSPROPERTY_POSITIONS.Current");
_Static_assert(sizeof(((KSPROPERTY_POSITIONS *)0)->Current) == 8, "KSPROPERTY_POSITIONS.Current");
_Static_assert(offsetof(KSPROPERTY_POSITIONS, Stop) == 8, "KSPROPERTY_POSITIONS.Stop");
_Static_assert(sizeof(((KSPROPERTY_POSITIONS *)0)->Stop) == 8, "KSPROPERTY_POSITIONS.Stop");
_Static_assert(offsetof(KSPROPERTY_POSITIONS, CurrentFlags) == 16, "KSPROPERTY_POSITIONS.CurrentFlags");
_Static_assert(sizeof(((KSPROPERTY_POSITIONS *)0)->CurrentFlags) == 4, "KSPROPERTY_POSITIONS.CurrentFlags");
_Static_assert(offsetof(KSPROPERTY_POSITIONS, StopFlags) == 20, "KSPROPERTY_POSITIONS.StopFlags");
_Static_assert(sizeof(((KSPROPERTY_POSITIONS *)0)->StopFlags) == 4, "KSPROPERTY_POSITIONS.StopFlags");
#endif

#ifdef KS4J_HAS_KSPROPERTY_SELECTOR_NODE_S
_Static_assert(sizeof(KSPROPERTY_SELECTOR_NODE_S) == 48, "KSPROPERTY_SELECTOR_NODE_S");
_Static_assert(_Alignof(KSPROPERTY_SELECTOR_NODE_S) == 8, "KSPROPERTY_SELECTOR_NODE_S");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_NODE_S, NodeProperty) == 0, "KSPROPERTY_SELECTOR_NODE_S.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_NODE_S *)0)->NodeProperty) == 32, "KSPROPERTY_SELECTOR_NODE_S.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_NODE_S, Value) == 32, "KSPROPERTY_SELECTOR_NODE_S.Value");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_NODE_S *)0)->Value) == 4, "KSPROPERTY_SELECTOR_NODE_S.Value");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_NODE_S, Flags) == 36, "KSPROPERTY_SELECTOR_NODE_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_NODE_S *)0)->Flags) == 4, "KSPROPERTY_SELECTOR_NODE_S.Flags");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_NODE_S, Capabilities) == 40, "KSPROPERTY_SELECTOR_NODE_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_NODE_S *)0)->Capabilities) == 4, "KSPROPERTY_SELECTOR_NODE_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_SELECTOR_S
_Static_assert(sizeof(KSPROPERTY_SELECTOR_S) == 40, "KSPROPERTY_SELECTOR_S");
_Static_assert(_Alignof(KSPROPERTY_SELECTOR_S) == 8, "KSPROPERTY_SELECTOR_S");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_S, Property) == 0, "KSPROPERTY_SELECTOR_S.Property");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_S *)0)->Property) == 24, "KSPROPERTY_SELECTOR_S.Property");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_S, Value) == 24, "KSPROPERTY_SELECTOR_S.Value");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_S *)0)->Value) == 4, "KSPROPERTY_SELECTOR_S.Value");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_S, Flags) == 28, "KSPROPERTY_SELECTOR_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_S *)0)->Flags) == 4, "KSPROPERTY_SELECTOR_S.Flags");
_Static_assert(offsetof(KSPROPERTY_SELECTOR_S, Capabilities) == 32, "KSPROPERTY_SELECTOR_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_SELECTOR_S *)0)->Capabilities) == 4, "KSPROPERTY_SELECTOR_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_SERIAL
_Static_assert(sizeof(KSPROPERTY_SERIAL) == 32, "KSPROPERTY_SERIAL");
_Static_assert(_Alignof(KSPROPERTY_SERIAL) == 8, "KSPROPERTY_SERIAL");
_Static_assert(offsetof(KSPROPERTY_SERIAL, PropTypeSet) == 0, "KSPROPERTY_SERIAL.PropTypeSet");
_Static_assert(sizeof(((KSPROPERTY_SERIAL *)0)->PropTypeSet) == 24, "KSPROPERTY_SERIAL.PropTypeSet");
_Static_assert(offsetof(KSPROPERTY_SERIAL, Id) == 24, "KSPROPERTY_SERIAL.Id");
_Static_assert(sizeof(((KSPROPERTY_SERIAL *)0)->Id) == 4, "KSPROPERTY_SERIAL.Id");
_Static_assert(offsetof(KSPROPERTY_SERIAL, PropertyLength) == 28, "KSPROPERTY_SERIAL.PropertyLength");
_Static_assert(sizeof(((KSPROPERTY_SERIAL *)0)->PropertyLength) == 4, "KSPROPERTY_SERIAL.PropertyLength");
#endif

#ifdef KS4J_HAS_KSPROPERTY_SERIALHDR
_Static_assert(sizeof(KSPROPERTY_SERIALHDR) == 20, "KSPROPERTY_SERIALHDR");
_Static_assert(_Alignof(KSPROPERTY_SERIALHDR) == 1, "KSPROPERTY_SERIALHDR");
_Static_assert(offsetof(KSPROPERTY_SERIALHDR, PropertySet) == 0, "KSPROPERTY_SERIALHDR.PropertySet");
_Static_assert(sizeof(((KSPROPERTY_SERIALHDR *)0)->PropertySet) == 16, "KSPROPERTY_SERIALHDR.PropertySet");
_Static_assert(offsetof(KSPROPERTY_SERIALHDR, Count) == 16, "KSPROPERTY_SERIALHDR.Count");
_Static_assert(sizeof(((KSPROPERTY_SERIALHDR *)0)->Count) == 4, "KSPROPERTY_SERIALHDR.Count");
#endif

#ifdef KS4J_HAS_KSPROPERTY_STEPPING_LONG
_Static_assert(sizeof(KSPROPERTY_STEPPING_LONG) == 16, "KSPROPERTY_STEPPING_LONG");
_Static_assert(_Alignof(KSPROPERTY_STEPPING_LONG) == 4, "KSPROPERTY_STEPPING_LONG");
_Static_assert(offsetof(KSPROPERTY_STEPPING_LONG, SteppingDelta) == 0, "KSPROPERTY_STEPPING_LONG.SteppingDelta");
_Static_assert(sizeof(((KSPROPERTY_STEPPING_LONG *)0)->SteppingDelta) == 4, "KSPROPERTY_STEPPING_LONG.SteppingDelta");
_Static_assert(offsetof(KSPROPERTY_STEPPING_LONG, Reserved) == 4, "KSPROPERTY_STEPPING_LONG.Reserved");
_Static_assert(sizeof(((KSPROPERTY_STEPPING_LONG *)0)->Reserved) == 4, "KSPROPERTY_STEPPING_LONG.Reserved");
_Static_assert(offsetof(KSPROPERTY_STEPPING_LONG, Bounds) == 8, "KSPROPERTY_STEPPING_LONG.Bounds");
_Static_assert(sizeof(((KSPROPERTY_STEPPING_LONG *)0)->Bounds) == 8, "KSPROPERTY_STEPPING_LONG.Bounds");
#endif

#ifdef KS4J_HAS_KSPROPERTY_STEPPING_LONGLONG
_Static_assert(sizeof(KSPROPERTY_STEPPING_LONGLONG) == 24, "KSPROPERTY_STEPPING_LONGLONG");
_Static_assert(_Alignof(KSPROPERTY_STEPPING_LONGLONG) == 8, "KSPROPERTY_STEPPING_LONGLONG");
_Static_assert(offsetof(KSPROPERTY_STEPPING_LONGLONG, SteppingDelta) == 0, "KSPROPERTY_STEPPING_LONGLONG.SteppingDelta");
_Static_assert(sizeof(((KSPROPERTY_STEPPING_LONGLONG *)0)->SteppingDelta) == 8, "KSPROPERTY_STEPPING_LONGLONG.SteppingDelta");
_Static_assert(offsetof(KSPROPERTY_STEPPING_LONGLONG, Bounds) == 8, "KSPROPERTY_STEPPING_LONGLONG.Bounds");
_Static_assert(sizeof(((KSPROPERTY_STEPPING_LONGLONG *)0)->Bounds) == 16, "KSPROPERTY_STEPPING_LONGLONG.Bounds");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S
_Static_assert(sizeof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S) == 56, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S) == 8, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, Property) == 0, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->Property) == 24, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, StreamIndex) == 24, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.StreamIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->StreamIndex) == 4, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.StreamIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, RangeIndex) == 28, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.RangeIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->RangeIndex) == 4, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.RangeIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, Dimensions) == 32, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.Dimensions");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->Dimensions) == 8, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.Dimensions");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, CurrentActualFrameRate) == 40, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentActualFrameRate");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->CurrentActualFrameRate) == 8, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentActualFrameRate");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, CurrentMaxAvailableFrameRate) == 48, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentMaxAvailableFrameRate");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S *)0)->CurrentMaxAvailableFrameRate) == 8, "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentMaxAvailableFrameRate");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOCONTROL_CAPS_S
_Static_assert(sizeof(KSPROPERTY_VIDEOCONTROL_CAPS_S) == 32, "KSPROPERTY_VIDEOCONTROL_CAPS_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOCONTROL_CAPS_S) == 8, "KSPROPERTY_VIDEOCONTROL_CAPS_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_CAPS_S, Property) == 0, "KSPROPERTY_VIDEOCONTROL_CAPS_S.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_CAPS_S *)0)->Property) == 24, "KSPROPERTY_VIDEOCONTROL_CAPS_S.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_CAPS_S, StreamIndex) == 24, "KSPROPERTY_VIDEOCONTROL_CAPS_S.StreamIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_CAPS_S *)0)->StreamIndex) == 4, "KSPROPERTY_VIDEOCONTROL_CAPS_S.StreamIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_CAPS_S, VideoControlCaps) == 28, "KSPROPERTY_VIDEOCONTROL_CAPS_S.VideoControlCaps");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_CAPS_S *)0)->VideoControlCaps) == 4, "KSPROPERTY_VIDEOCONTROL_CAPS_S.VideoControlCaps");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S
_Static_assert(sizeof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S) == 40, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S) == 8, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, Property) == 0, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S *)0)->Property) == 24, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, StreamIndex) == 24, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.StreamIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S *)0)->StreamIndex) == 4, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.StreamIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, RangeIndex) == 28, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.RangeIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S *)0)->RangeIndex) == 4, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.RangeIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, Dimensions) == 32, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Dimensions");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S *)0)->Dimensions) == 8, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Dimensions");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOCONTROL_MODE_S
_Static_assert(sizeof(KSPROPERTY_VIDEOCONTROL_MODE_S) == 32, "KSPROPERTY_VIDEOCONTROL_MODE_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOCONTROL_MODE_S) == 8, "KSPROPERTY_VIDEOCONTROL_MODE_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_MODE_S, Property) == 0, "KSPROPERTY_VIDEOCONTROL_MODE_S.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_MODE_S *)0)->Property) == 24, "KSPROPERTY_VIDEOCONTROL_MODE_S.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_MODE_S, StreamIndex) == 24, "KSPROPERTY_VIDEOCONTROL_MODE_S.StreamIndex");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_MODE_S *)0)->StreamIndex) == 4, "KSPROPERTY_VIDEOCONTROL_MODE_S.StreamIndex");
_Static_assert(offsetof(KSPROPERTY_VIDEOCONTROL_MODE_S, Mode) == 28, "KSPROPERTY_VIDEOCONTROL_MODE_S.Mode");
_Static_assert(sizeof(((KSPROPERTY_VIDEOCONTROL_MODE_S *)0)->Mode) == 4, "KSPROPERTY_VIDEOCONTROL_MODE_S.Mode");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOPROCAMP_NODE_S
_Static_assert(sizeof(KSPROPERTY_VIDEOPROCAMP_NODE_S) == 48, "KSPROPERTY_VIDEOPROCAMP_NODE_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOPROCAMP_NODE_S) == 8, "KSPROPERTY_VIDEOPROCAMP_NODE_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S, NodeProperty) == 0, "KSPROPERTY_VIDEOPROCAMP_NODE_S.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S *)0)->NodeProperty) == 32, "KSPROPERTY_VIDEOPROCAMP_NODE_S.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S, Value) == 32, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Value");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S *)0)->Value) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Value");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S, Flags) == 36, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S *)0)->Flags) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Flags");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S, Capabilities) == 40, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S *)0)->Capabilities) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOPROCAMP_NODE_S2
_Static_assert(sizeof(KSPROPERTY_VIDEOPROCAMP_NODE_S2) == 48, "KSPROPERTY_VIDEOPROCAMP_NODE_S2");
_Static_assert(_Alignof(KSPROPERTY_VIDEOPROCAMP_NODE_S2) == 8, "KSPROPERTY_VIDEOPROCAMP_NODE_S2");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S2, NodeProperty) == 0, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.NodeProperty");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S2 *)0)->NodeProperty) == 32, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.NodeProperty");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S2, Value1) == 32, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Value1");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S2 *)0)->Value1) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Value1");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S2, Flags) == 36, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Flags");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S2 *)0)->Flags) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Flags");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S2, Capabilities) == 40, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S2 *)0)->Capabilities) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Capabilities");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_NODE_S2, Value2) == 44, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Value2");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_NODE_S2 *)0)->Value2) == 4, "KSPROPERTY_VIDEOPROCAMP_NODE_S2.Value2");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOPROCAMP_S
_Static_assert(sizeof(KSPROPERTY_VIDEOPROCAMP_S) == 40, "KSPROPERTY_VIDEOPROCAMP_S");
_Static_assert(_Alignof(KSPROPERTY_VIDEOPROCAMP_S) == 8, "KSPROPERTY_VIDEOPROCAMP_S");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S, Property) == 0, "KSPROPERTY_VIDEOPROCAMP_S.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S *)0)->Property) == 24, "KSPROPERTY_VIDEOPROCAMP_S.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S, Value) == 24, "KSPROPERTY_VIDEOPROCAMP_S.Value");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S *)0)->Value) == 4, "KSPROPERTY_VIDEOPROCAMP_S.Value");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S, Flags) == 28, "KSPROPERTY_VIDEOPROCAMP_S.Flags");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S *)0)->Flags) == 4, "KSPROPERTY_VIDEOPROCAMP_S.Flags");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S, Capabilities) == 32, "KSPROPERTY_VIDEOPROCAMP_S.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S *)0)->Capabilities) == 4, "KSPROPERTY_VIDEOPROCAMP_S.Capabilities");
#endif

#ifdef KS4J_HAS_KSPROPERTY_VIDEOPROCAMP_S2
_Static_assert(sizeof(KSPROPERTY_VIDEOPROCAMP_S2) == 40, "KSPROPERTY_VIDEOPROCAMP_S2");
_Static_assert(_Alignof(KSPROPERTY_VIDEOPROCAMP_S2) == 8, "KSPROPERTY_VIDEOPROCAMP_S2");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S2, Property) == 0, "KSPROPERTY_VIDEOPROCAMP_S2.Property");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S2 *)0)->Property) == 24, "KSPROPERTY_VIDEOPROCAMP_S2.Property");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S2, Value1) == 24, "KSPROPERTY_VIDEOPROCAMP_S2.Value1");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S2 *)0)->Value1) == 4, "KSPROPERTY_VIDEOPROCAMP_S2.Value1");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S2, Flags) == 28, "KSPROPERTY_VIDEOPROCAMP_S2.Flags");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S2 *)0)->Flags) == 4, "KSPROPERTY_VIDEOPROCAMP_S2.Flags");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S2, Capabilities) == 32, "KSPROPERTY_VIDEOPROCAMP_S2.Capabilities");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S2 *)0)->Capabilities) == 4, "KSPROPERTY_VIDEOPROCAMP_S2.Capabilities");
_Static_assert(offsetof(KSPROPERTY_VIDEOPROCAMP_S2, Value2) == 36, "KSPROPERTY_VIDEOPROCAMP_S2.Value2");
_Static_assert(sizeof(((KSPROPERTY_VIDEOPROCAMP_S2 *)0)->Value2) == 4, "KSPROPERTY_VIDEOPROCAMP_S2.Value2");
#endif

#ifdef KS4J_HAS_KSP_NODE
_Static_assert(sizeof(KSP_NODE) == 32, "KSP_NODE");
_Static_assert(_Alignof(KSP_NODE) == 8, "KSP_NODE");
_Static_assert(offsetof(KSP_NODE, Property) == 0, "KSP_NODE.Property");
_Static_assert(sizeof(((KSP_NODE *)0)->Property) == 24, "KSP_NODE.Property");
_Static_assert(offsetof(KSP_NODE, NodeId) == 24, "KSP_NODE.NodeId");
_Static_assert(sizeof(((KSP_NODE *)0)->NodeId) == 4, "KSP_NODE.NodeId");
_Static_assert(offsetof(KSP_NODE, Reserved) == 28, "KSP_NODE.Reserved");
_Static_assert(sizeof(((KSP_NODE *)0)->Reserved) == 4, "KSP_NODE.Reserved");
#endif

#ifdef KS4J_HAS_KSP_PIN
_Static_assert(sizeof(KSP_PIN) == 32, "KSP_PIN");
_Static_assert(_Alignof(KSP_PIN) == 8, "KSP_PIN");
_Static_assert(offsetof(KSP_PIN, Property) == 0, "KSP_PIN.Property");
_Static_assert(sizeof(((KSP_PIN *)0)->Property) == 24, "KSP_PIN.Property");
_Static_assert(offsetof(KSP_PIN, PinId) == 24, "KSP_PIN.PinId");
_Static_assert(sizeof(((KSP_PIN *)0)->PinId) == 4, "KSP_PIN.PinId");
_Static_assert(offsetof(KSP_PIN, Reserved) == 28, "KSP_PIN.Reserved");
_Static_assert(sizeof(((KSP_PIN *)0)->Reserved) == 4, "KSP_PIN.Reserved");
_Static_assert(offsetof(KSP_PIN, Flags) == 28, "KSP_PIN.Flags");
_Static_assert(sizeof(((KSP_PIN *)0)->Flags) == 4, "KSP_PIN.Flags");
#endif

#ifdef KS4J_HAS_KSP_TIMEFORMAT
_Static_assert(sizeof(KSP_TIMEFORMAT) == 64, "KSP_TIMEFORMAT");
_Static_assert(_Alignof(KSP_TIMEFORMAT) == 8, "KSP_TIMEFORMAT");
_Static_assert(offsetof(KSP_TIMEFORMAT, Property) == 0, "KSP_TIMEFORMAT.Property");
_Static_assert(sizeof(((KSP_TIMEFORMAT *)0)->Property) == 24, "KSP_TIMEFORMAT.Property");
_Static_assert(offsetof(KSP_TIMEFORMAT, SourceFormat) == 24, "KSP_TIMEFORMAT.SourceFormat");
_Static_assert(sizeof(((KSP_TIMEFORMAT *)0)->SourceFormat) == 16, "KSP_TIMEFORMAT.SourceFormat");
_Static_assert(offsetof(KSP_TIMEFORMAT, TargetFormat) == 40, "KSP_TIMEFORMAT.TargetFormat");
_Static_assert(sizeof(((KSP_TIMEFORMAT *)0)->TargetFormat) == 16, "KSP_TIMEFORMAT.TargetFormat");
_Static_assert(offsetof(KSP_TIMEFORMAT, Time) == 56, "KSP_TIMEFORMAT.Time");
_Static_assert(sizeof(((KSP_TIMEFORMAT *)0)->Time) == 8, "KSP_TIMEFORMAT.Time");
#endif

#ifdef KS4J_HAS_KSQUALITY
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSQUALITY) == 24, "KSQUALITY");
_Static_assert(_Alignof(KSQUALITY) == 8, "KSQUALITY");
_Static_assert(offsetof(KSQUALITY, Context) == 0, "KSQUALITY.Context");
_Static_assert(sizeof(((KSQUALITY *)0)->Context) == 8, "KSQUALITY.Context");
_Static_assert(offsetof(KSQUALITY, Proportion) == 8, "KSQUALITY.Proportion");
_Static_assert(sizeof(((KSQUALITY *)0)->Proportion) == 4, "KSQUALITY.Proportion");
_Static_assert(offsetof(KSQUALITY, DeltaTime) == 16, "KSQUALITY.DeltaTime");
_Static_assert(sizeof(((KSQUALITY *)0)->DeltaTime) == 8, "KSQUALITY.DeltaTime");
#else
_Static_assert(sizeof(KSQUALITY) == 16, "KSQUALITY");
_Static_assert(_Alignof(KSQUALITY) == 8, "KSQUALITY");
_Static_assert(offsetof(KSQUALITY, Context) == 0, "KSQUALITY.Context");
_Static_assert(sizeof(((KSQUALITY *)0)->Context) == 4, "KSQUALITY.Context");
_Static_assert(offsetof(KSQUALITY, Proportion) == 4, "KSQUALITY.Proportion");
_Static_assert(sizeof(((KSQUALITY *)0)->Proportion) == 4, "KSQUALITY.Proportion");
_Static_assert(offsetof(KSQUALITY, DeltaTime) == 8, "KSQUALITY.DeltaTime");
_Static_assert(sizeof(((KSQUALITY *)0)->DeltaTime) == 8, "KSQUALITY.DeltaTime");
#endif
#endif

#ifdef KS4J_HAS_KSQUALITY_MANAGER
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSQUALITY_MANAGER) == 16, "KSQUALITY_MANAGER");
_Static_assert(_Alignof(KSQUALITY_MANAGER) == 8, "KSQUALITY_MANAGER");
_Static_assert(offsetof(KSQUALITY_MANAGER, QualityManager) == 0, "KSQUALITY_MANAGER.QualityManager");
_Static_assert(sizeof(((KSQUALITY_MANAGER *)0)->QualityManager) == 8, "KSQUALITY_MANAGER.QualityManager");
_Static_assert(offsetof(KSQUALITY_MANAGER, Context) == 8, "KSQUALITY_MANAGER.Context");
_Static_assert(sizeof(((KSQUALITY_MANAGER *)0)->Context) == 8, "KSQUALITY_MANAGER.Context");
#else
_Static_assert(sizeof(KSQUALITY_MANAGER) == 8, "KSQUALITY_MANAGER");
_Static_assert(_Alignof(KSQUALITY_MANAGER) == 4, "KSQUALITY_MANAGER");
_Static_assert(offsetof(KSQUALITY_MANAGER, QualityManager) == 0, "KSQUALITY_MANAGER.QualityManager");
_Static_assert(sizeof(((KSQUALITY_MANAGER *)0)->QualityManager) == 4, "KSQUALITY_MANAGER.QualityManager");
_Static_assert(offsetof(KSQUALITY_MANAGER, Context) == 4, "KSQUALITY_MANAGER.Context");
_Static_assert(sizeof(((KSQUALITY_MANAGER *)0)->Context) == 4, "KSQUALITY_MANAGER.Context");
#endif
#endif

#ifdef KS4J_HAS_KSQUERYBUFFER
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSQUERYBUFFER) == 40, "KSQUERYBUFFER");
_Static_assert(_Alignof(KSQUERYBUFFER) == 8, "KSQUERYBUFFER");
_Static_assert(offsetof(KSQUERYBUFFER, Event) == 0, "KSQUERYBUFFER.Event");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->Event) == 24, "KSQUERYBUFFER.Event");
_Static_assert(offsetof(KSQUERYBUFFER, EventData) == 24, "KSQUERYBUFFER.EventData");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->EventData) == 8, "KSQUERYBUFFER.EventData");
_Static_assert(offsetof(KSQUERYBUFFER, Reserved) == 32, "KSQUERYBUFFER.Reserved");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->Reserved) == 8, "KSQUERYBUFFER.Reserved");
#else
_Static_assert(sizeof(KSQUERYBUFFER) == 32, "KSQUERYBUFFER");
_Static_assert(_Alignof(KSQUERYBUFFER) == 8, "KSQUERYBUFFER");
_Static_assert(offsetof(KSQUERYBUFFER, Event) == 0, "KSQUERYBUFFER.Event");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->Event) == 24, "KSQUERYBUFFER.Event");
_Static_assert(offsetof(KSQUERYBUFFER, EventData) == 24, "KSQUERYBUFFER.EventData");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->EventData) == 4, "KSQUERYBUFFER.EventData");
_Static_assert(offsetof(KSQUERYBUFFER, Reserved) == 28, "KSQUERYBUFFER.Reserved");
_Static_assert(sizeof(((KSQUERYBUFFER *)0)->Reserved) == 4, "KSQUERYBUFFER.Reserved");
#endif
#endif

#ifdef KS4J_HAS_KSRATE
_Static_assert(sizeof(KSRATE) == 48, "KSRATE");
_Static_assert(_Alignof(KSRATE) == 8, "KSRATE");
_Static_assert(offsetof(KSRATE, PresentationStart) == 0, "KSRATE.PresentationStart");
_Static_assert(sizeof(((KSRATE *)0)->PresentationStart) == 8, "KSRATE.PresentationStart");
_Static_assert(offsetof(KSRATE, Duration) == 8, "KSRATE.Duration");
_Static_assert(sizeof(((KSRATE *)0)->Duration) == 8, "KSRATE.Duration");
_Static_assert(offsetof(KSRATE, Interface) == 16, "KSRATE.Interface");
_Static_assert(sizeof(((KSRATE *)0)->Interface) == 24, "KSRATE.Interface");
_Static_assert(offsetof(KSRATE, Rate) == 40, "KSRATE.Rate");
_Static_assert(sizeof(((KSRATE *)0)->Rate) == 4, "KSRATE.Rate");
_Static_assert(offsetof(KSRATE, Flags) == 44, "KSRATE.Flags");
_Static_assert(sizeof(((KSRATE *)0)->Flags) == 4, "KSRATE.Flags");
#endif

#ifdef KS4J_HAS_KSRATE_CAPABILITY
_Static_assert(sizeof(KSRATE_CAPABILITY) == 72, "KSRATE_CAPABILITY");
_Static_assert(_Alignof(KSRATE_CAPABILITY) == 8, "KSRATE_CAPABILITY");
_Static_assert(offsetof(KSRATE_CAPABILITY, Property) == 0, "KSRATE_CAPABILITY.Property");
_Static_assert(sizeof(((KSRATE_CAPABILITY *)0)->Property) == 24, "KSRATE_CAPABILITY.Property");
_Static_assert(offsetof(KSRATE_CAPABILITY, Rate) == 24, "KSRATE_CAPABILITY.Rate");
_Static_assert(sizeof(((KSRATE_CAPABILITY *)0)->Rate) == 48, "KSRATE_CAPABILITY.Rate");
#endif

#ifdef KS4J_HAS_KSRELATIVEEVENT
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRELATIVEEVENT) == 80, "KSRELATIVEEVENT");
_Static_assert(_Alignof(KSRELATIVEEVENT) == 8, "KSRELATIVEEVENT");
_Static_assert(offsetof(KSRELATIVEEVENT, Size) == 0, "KSRELATIVEEVENT.Size");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Size) == 4, "KSRELATIVEEVENT.Size");
_Static_assert(offsetof(KSRELATIVEEVENT, Flags) == 4, "KSRELATIVEEVENT.Flags");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Flags) == 4, "KSRELATIVEEVENT.Flags");
_Static_assert(offsetof(KSRELATIVEEVENT, ObjectHandle) == 8, "KSRELATIVEEVENT.ObjectHandle");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->ObjectHandle) == 8, "KSRELATIVEEVENT.ObjectHandle");
_Static_assert(offsetof(KSRELATIVEEVENT, ObjectPointer) == 8, "KSRELATIVEEVENT.ObjectPointer");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->ObjectPointer) == 8, "KSRELATIVEEVENT.ObjectPointer");
_Static_assert(offsetof(KSRELATIVEEVENT, Reserved) == 16, "KSRELATIVEEVENT.Reserved");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Reserved) == 8, "KSRELATIVEEVENT.Reserved");
_Static_assert(offsetof(KSRELATIVEEVENT, Event) == 24, "KSRELATIVEEVENT.Event");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Event) == 24, "KSRELATIVEEVENT.Event");
_Static_assert(offsetof(KSRELATIVEEVENT, EventData) == 48, "KSRELATIVEEVENT.EventData");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->EventData) == 32, "KSRELATIVEEVENT.EventData");
#else
_Static_assert(sizeof(KSRELATIVEEVENT) == 56, "KSRELATIVEEVENT");
_Static_assert(_Alignof(KSRELATIVEEVENT) == 8, "KSRELATIVEEVENT");
_Static_assert(offsetof(KSRELATIVEEVENT, Size) == 0, "KSRELATIVEEVENT.Size");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Size) == 4, "KSRELATIVEEVENT.Size");
_Static_assert(offsetof(KSRELATIVEEVENT, Flags) == 4, "KSRELATIVEEVENT.Flags");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Flags) == 4, "KSRELATIVEEVENT.Flags");
_Static_assert(offsetof(KSRELATIVEEVENT, ObjectHandle) == 8, "KSRELATIVEEVENT.ObjectHandle");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->ObjectHandle) == 4, "KSRELATIVEEVENT.ObjectHandle");
_Static_assert(offsetof(KSRELATIVEEVENT, ObjectPointer) == 8, "KSRELATIVEEVENT.ObjectPointer");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->ObjectPointer) == 4, "KSRELATIVEEVENT.ObjectPointer");
_Static_assert(offsetof(KSRELATIVEEVENT, Reserved) == 12, "KSRELATIVEEVENT.Reserved");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Reserved) == 4, "KSRELATIVEEVENT.Reserved");
_Static_assert(offsetof(KSRELATIVEEVENT, Event) == 16, "KSRELATIVEEVENT.Event");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->Event) == 24, "KSRELATIVEEVENT.Event");
_Static_assert(offsetof(KSRELATIVEEVENT, EventData) == 40, "KSRELATIVEEVENT.EventData");
_Static_assert(sizeof(((KSRELATIVEEVENT *)0)->EventData) == 16, "KSRELATIVEEVENT.EventData");
#endif
#endif

#ifdef KS4J_HAS_KSRESOLUTION
_Static_assert(sizeof(KSRESOLUTION) == 16, "KSRESOLUTION");
_Static_assert(_Alignof(KSRESOLUTION) == 8, "KSRESOLUTION");
_Static_assert(offsetof(KSRESOLUTION, Granularity) == 0, "KSRESOLUTION.Granularity");
_Static_assert(sizeof(((KSRESOLUTION *)0)->Granularity) == 8, "KSRESOLUTION.Granularity");
_Static_assert(offsetof(KSRESOLUTION, Error) == 8, "KSRESOLUTION.Error");
_Static_assert(sizeof(((KSRESOLUTION *)0)->Error) == 8, "KSRESOLUTION.Error");
#endif

#ifdef KS4J_HAS_KSRTAUDIO_BUFFER
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_BUFFER) == 16, "KSRTAUDIO_BUFFER");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER) == 8, "KSRTAUDIO_BUFFER");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, BufferAddress) == 0, "KSRTAUDIO_BUFFER.BufferAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->BufferAddress) == 8, "KSRTAUDIO_BUFFER.BufferAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, ActualBufferSize) == 8, "KSRTAUDIO_BUFFER.ActualBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->ActualBufferSize) == 4, "KSRTAUDIO_BUFFER.ActualBufferSize");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, CallMemoryBarrier) == 12, "KSRTAUDIO_BUFFER.CallMemoryBarrier");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->CallMemoryBarrier) == 4, "KSRTAUDIO_BUFFER.CallMemoryBarrier");
#else
_Static_assert(sizeof(KSRTAUDIO_BUFFER) == 12, "KSRTAUDIO_BUFFER");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER) == 4, "KSRTAUDIO_BUFFER");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, BufferAddress) == 0, "KSRTAUDIO_BUFFER.BufferAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->BufferAddress) == 4, "KSRTAUDIO_BUFFER.BufferAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, ActualBufferSize) == 4, "KSRTAUDIO_BUFFER.ActualBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->ActualBufferSize) == 4, "KSRTAUDIO_BUFFER.ActualBufferSize");
_Static_assert(offsetof(KSRTAUDIO_BUFFER, CallMemoryBarrier) == 8, "KSRTAUDIO_BUFFER.CallMemoryBarrier");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER *)0)->CallMemoryBarrier) == 4, "KSRTAUDIO_BUFFER.CallMemoryBarrier");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_BUFFER_PROPERTY
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_BUFFER_PROPERTY) == 40, "KSRTAUDIO_BUFFER_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER_PROPERTY) == 8, "KSRTAUDIO_BUFFER_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, Property) == 0, "KSRTAUDIO_BUFFER_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_BUFFER_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, BaseAddress) == 24, "KSRTAUDIO_BUFFER_PROPERTY.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->BaseAddress) == 8, "KSRTAUDIO_BUFFER_PROPERTY.BaseAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, RequestedBufferSize) == 32, "KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->RequestedBufferSize) == 4, "KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize");
#else
_Static_assert(sizeof(KSRTAUDIO_BUFFER_PROPERTY) == 32, "KSRTAUDIO_BUFFER_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER_PROPERTY) == 8, "KSRTAUDIO_BUFFER_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, Property) == 0, "KSRTAUDIO_BUFFER_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_BUFFER_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, BaseAddress) == 24, "KSRTAUDIO_BUFFER_PROPERTY.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->BaseAddress) == 4, "KSRTAUDIO_BUFFER_PROPERTY.BaseAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY, RequestedBufferSize) == 28, "KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY *)0)->RequestedBufferSize) == 4, "KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION) == 40, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION) == 8, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, Property) == 0, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.Property");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->Property) == 24, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.Property");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, BaseAddress) == 24, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->BaseAddress) == 8, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.BaseAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, RequestedBufferSize) == 32, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->RequestedBufferSize) == 4, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, NotificationCount) == 36, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->NotificationCount) == 4, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount");
#else
_Static_assert(sizeof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION) == 40, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION");
_Static_assert(_Alignof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION) == 8, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, Property) == 0, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.Property");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->Property) == 24, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.Property");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, BaseAddress) == 24, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->BaseAddress) == 4, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.BaseAddress");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, RequestedBufferSize) == 28, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->RequestedBufferSize) == 4, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize");
_Static_assert(offsetof(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, NotificationCount) == 32, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount");
_Static_assert(sizeof(((KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION *)0)->NotificationCount) == 4, "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_GETREADPACKET_INFO
_Static_assert(sizeof(KSRTAUDIO_GETREADPACKET_INFO) == 24, "KSRTAUDIO_GETREADPACKET_INFO");
_Static_assert(_Alignof(KSRTAUDIO_GETREADPACKET_INFO) == 8, "KSRTAUDIO_GETREADPACKET_INFO");
_Static_assert(offsetof(KSRTAUDIO_GETREADPACKET_INFO, PacketNumber) == 0, "KSRTAUDIO_GETREADPACKET_INFO.PacketNumber");
_Static_assert(sizeof(((KSRTAUDIO_GETREADPACKET_INFO *)0)->PacketNumber) == 4, "KSRTAUDIO_GETREADPACKET_INFO.PacketNumber");
_Static_assert(offsetof(KSRTAUDIO_GETREADPACKET_INFO, Flags) == 4, "KSRTAUDIO_GETREADPACKET_INFO.Flags");
_Static_assert(sizeof(((KSRTAUDIO_GETREADPACKET_INFO *)0)->Flags) == 4, "KSRTAUDIO_GETREADPACKET_INFO.Flags");
_Static_assert(offsetof(KSRTAUDIO_GETREADPACKET_INFO, PerformanceCounterValue) == 8, "KSRTAUDIO_GETREADPACKET_INFO.PerformanceCounterValue");
_Static_assert(sizeof(((KSRTAUDIO_GETREADPACKET_INFO *)0)->PerformanceCounterValue) == 8, "KSRTAUDIO_GETREADPACKET_INFO.PerformanceCounterValue");
_Static_assert(offsetof(KSRTAUDIO_GETREADPACKET_INFO, MoreData) == 16, "KSRTAUDIO_GETREADPACKET_INFO.MoreData");
_Static_assert(sizeof(((KSRTAUDIO_GETREADPACKET_INFO *)0)->MoreData) == 4, "KSRTAUDIO_GETREADPACKET_INFO.MoreData");
#endif

#ifdef KS4J_HAS_KSRTAUDIO_HWLATENCY
_Static_assert(sizeof(KSRTAUDIO_HWLATENCY) == 12, "KSRTAUDIO_HWLATENCY");
_Static_assert(_Alignof(KSRTAUDIO_HWLATENCY) == 4, "KSRTAUDIO_HWLATENCY");
_Static_assert(offsetof(KSRTAUDIO_HWLATENCY, FifoSize) == 0, "KSRTAUDIO_HWLATENCY.FifoSize");
_Static_assert(sizeof(((KSRTAUDIO_HWLATENCY *)0)->FifoSize) == 4, "KSRTAUDIO_HWLATENCY.FifoSize");
_Static_assert(offsetof(KSRTAUDIO_HWLATENCY, ChipsetDelay) == 4, "KSRTAUDIO_HWLATENCY.ChipsetDelay");
_Static_assert(sizeof(((KSRTAUDIO_HWLATENCY *)0)->ChipsetDelay) == 4, "KSRTAUDIO_HWLATENCY.ChipsetDelay");
_Static_assert(offsetof(KSRTAUDIO_HWLATENCY, CodecDelay) == 8, "KSRTAUDIO_HWLATENCY.CodecDelay");
_Static_assert(sizeof(((KSRTAUDIO_HWLATENCY *)0)->CodecDelay) == 4, "KSRTAUDIO_HWLATENCY.CodecDelay");
#endif

#ifdef KS4J_HAS_KSRTAUDIO_HWREGISTER
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_HWREGISTER) == 40, "KSRTAUDIO_HWREGISTER");
_Static_assert(_Alignof(KSRTAUDIO_HWREGISTER) == 8, "KSRTAUDIO_HWREGISTER");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Register) == 0, "KSRTAUDIO_HWREGISTER.Register");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Register) == 8, "KSRTAUDIO_HWREGISTER.Register");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Width) == 8, "KSRTAUDIO_HWREGISTER.Width");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Width) == 4, "KSRTAUDIO_HWREGISTER.Width");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Numerator) == 16, "KSRTAUDIO_HWREGISTER.Numerator");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Numerator) == 8, "KSRTAUDIO_HWREGISTER.Numerator");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Denominator) == 24, "KSRTAUDIO_HWREGISTER.Denominator");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Denominator) == 8, "KSRTAUDIO_HWREGISTER.Denominator");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Accuracy) == 32, "KSRTAUDIO_HWREGISTER.Accuracy");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Accuracy) == 4, "KSRTAUDIO_HWREGISTER.Accuracy");
#else
_Static_assert(sizeof(KSRTAUDIO_HWREGISTER) == 32, "KSRTAUDIO_HWREGISTER");
_Static_assert(_Alignof(KSRTAUDIO_HWREGISTER) == 8, "KSRTAUDIO_HWREGISTER");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Register) == 0, "KSRTAUDIO_HWREGISTER.Register");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Register) == 4, "KSRTAUDIO_HWREGISTER.Register");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Width) == 4, "KSRTAUDIO_HWREGISTER.Width");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Width) == 4, "KSRTAUDIO_HWREGISTER.Width");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Numerator) == 8, "KSRTAUDIO_HWREGISTER.Numerator");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Numerator) == 8, "KSRTAUDIO_HWREGISTER.Numerator");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Denominator) == 16, "KSRTAUDIO_HWREGISTER.Denominator");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Denominator) == 8, "KSRTAUDIO_HWREGISTER.Denominator");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER, Accuracy) == 24, "KSRTAUDIO_HWREGISTER.Accuracy");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER *)0)->Accuracy) == 4, "KSRTAUDIO_HWREGISTER.Accuracy");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_HWREGISTER_PROPERTY
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_HWREGISTER_PROPERTY) == 32, "KSRTAUDIO_HWREGISTER_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_HWREGISTER_PROPERTY) == 8, "KSRTAUDIO_HWREGISTER_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER_PROPERTY, Property) == 0, "KSRTAUDIO_HWREGISTER_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_HWREGISTER_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER_PROPERTY, BaseAddress) == 24, "KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER_PROPERTY *)0)->BaseAddress) == 8, "KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress");
#else
_Static_assert(sizeof(KSRTAUDIO_HWREGISTER_PROPERTY) == 32, "KSRTAUDIO_HWREGISTER_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_HWREGISTER_PROPERTY) == 8, "KSRTAUDIO_HWREGISTER_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER_PROPERTY, Property) == 0, "KSRTAUDIO_HWREGISTER_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_HWREGISTER_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_HWREGISTER_PROPERTY, BaseAddress) == 24, "KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress");
_Static_assert(sizeof(((KSRTAUDIO_HWREGISTER_PROPERTY *)0)->BaseAddress) == 4, "KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY) == 32, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY) == 8, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, Property) == 0, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, NotificationEvent) == 24, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent");
_Static_assert(sizeof(((KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY *)0)->NotificationEvent) == 8, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent");
#else
_Static_assert(sizeof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY) == 32, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY");
_Static_assert(_Alignof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY) == 8, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY");
_Static_assert(offsetof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, Property) == 0, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.Property");
_Static_assert(sizeof(((KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY *)0)->Property) == 24, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.Property");
_Static_assert(offsetof(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, NotificationEvent) == 24, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent");
_Static_assert(sizeof(((KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY *)0)->NotificationEvent) == 4, "KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent");
#endif
#endif

#ifdef KS4J_HAS_KSRTAUDIO_SETWRITEPACKET_INFO
_Static_assert(sizeof(KSRTAUDIO_SETWRITEPACKET_INFO) == 12, "KSRTAUDIO_SETWRITEPACKET_INFO");
_Static_assert(_Alignof(KSRTAUDIO_SETWRITEPACKET_INFO) == 4, "KSRTAUDIO_SETWRITEPACKET_INFO");
_Static_assert(offsetof(KSRTAUDIO_SETWRITEPACKET_INFO, PacketNumber) == 0, "KSRTAUDIO_SETWRITEPACKET_INFO.PacketNumber");
_Static_assert(sizeof(((KSRTAUDIO_SETWRITEPACKET_INFO *)0)->PacketNumber) == 4, "KSRTAUDIO_SETWRITEPACKET_INFO.PacketNumber");
_Static_assert(offsetof(KSRTAUDIO_SETWRITEPACKET_INFO, Flags) == 4, "KSRTAUDIO_SETWRITEPACKET_INFO.Flags");
_Static_assert(sizeof(((KSRTAUDIO_SETWRITEPACKET_INFO *)0)->Flags) == 4, "KSRTAUDIO_SETWRITEPACKET_INFO.Flags");
_Static_assert(offsetof(KSRTAUDIO_SETWRITEPACKET_INFO, EosPacketLength) == 8, "KSRTAUDIO_SETWRITEPACKET_INFO.EosPacketLength");
_Static_assert(sizeof(((KSRTAUDIO_SETWRITEPACKET_INFO *)0)->EosPacketLength) == 4, "KSRTAUDIO_SETWRITEPACKET_INFO.EosPacketLength");
#endif

#ifdef KS4J_HAS_KSSTREAMALLOCATOR_STATUS
_Static_assert(sizeof(KSSTREAMALLOCATOR_STATUS) == 32, "KSSTREAMALLOCATOR_STATUS");
_Static_assert(_Alignof(KSSTREAMALLOCATOR_STATUS) == 4, "KSSTREAMALLOCATOR_STATUS");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS, Framing) == 0, "KSSTREAMALLOCATOR_STATUS.Framing");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS *)0)->Framing) == 24, "KSSTREAMALLOCATOR_STATUS.Framing");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS, AllocatedFrames) == 24, "KSSTREAMALLOCATOR_STATUS.AllocatedFrames");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS *)0)->AllocatedFrames) == 4, "KSSTREAMALLOCATOR_STATUS.AllocatedFrames");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS, Reserved) == 28, "KSSTREAMALLOCATOR_STATUS.Reserved");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS *)0)->Reserved) == 4, "KSSTREAMALLOCATOR_STATUS.Reserved");
#endif

#ifdef KS4J_HAS_KSSTREAMALLOCATOR_STATUS_EX
_Static_assert(sizeof(KSSTREAMALLOCATOR_STATUS_EX) == 120, "KSSTREAMALLOCATOR_STATUS_EX");
_Static_assert(_Alignof(KSSTREAMALLOCATOR_STATUS_EX) == 4, "KSSTREAMALLOCATOR_STATUS_EX");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS_EX, Framing) == 0, "KSSTREAMALLOCATOR_STATUS_EX.Framing");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS_EX *)0)->Framing) == 112, "KSSTREAMALLOCATOR_STATUS_EX.Framing");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS_EX, AllocatedFrames) == 112, "KSSTREAMALLOCATOR_STATUS_EX.AllocatedFrames");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS_EX *)0)->AllocatedFrames) == 4, "KSSTREAMALLOCATOR_STATUS_EX.AllocatedFrames");
_Static_assert(offsetof(KSSTREAMALLOCATOR_STATUS_EX, Reserved) == 116, "KSSTREAMALLOCATOR_STATUS_EX.Reserved");
_Static_assert(sizeof(((KSSTREAMALLOCATOR_STATUS_EX *)0)->Reserved) == 4, "KSSTREAMALLOCATOR_STATUS_EX.Reserved");
#endif

#ifdef KS4J_HAS_KSSTREAM_HEADER
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSSTREAM_HEADER) == 56, "KSSTREAM_HEADER");
_Static_assert(_Alignof(KSSTREAM_HEADER) == 8, "KSSTREAM_HEADER");
_Static_assert(offsetof(KSSTREAM_HEADER, Size) == 0, "KSSTREAM_HEADER.Size");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Size) == 4, "KSSTREAM_HEADER.Size");
_Static_assert(offsetof(KSSTREAM_HEADER, TypeSpecificFlags) == 4, "KSSTREAM_HEADER.TypeSpecificFlags");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->TypeSpecificFlags) == 4, "KSSTREAM_HEADER.TypeSpecificFlags");
_Static_assert(offsetof(KSSTREAM_HEADER, PresentationTime) == 8, "KSSTREAM_HEADER.PresentationTime");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->PresentationTime) == 16, "KSSTREAM_HEADER.PresentationTime");
_Static_assert(offsetof(KSSTREAM_HEADER, Duration) == 24, "KSSTREAM_HEADER.Duration");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Duration) == 8, "KSSTREAM_HEADER.Duration");
_Static_assert(offsetof(KSSTREAM_HEADER, FrameExtent) == 32, "KSSTREAM_HEADER.FrameExtent");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->FrameExtent) == 4, "KSSTREAM_HEADER.FrameExtent");
_Static_assert(offsetof(KSSTREAM_HEADER, DataUsed) == 36, "KSSTREAM_HEADER.DataUsed");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->DataUsed) == 4, "KSSTREAM_HEADER.DataUsed");
_Static_assert(offsetof(KSSTREAM_HEADER, Data) == 40, "KSSTREAM_HEADER.Data");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Data) == 8, "KSSTREAM_HEADER.Data");
_Static_assert(offsetof(KSSTREAM_HEADER, OptionsFlags) == 48, "KSSTREAM_HEADER.OptionsFlags");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->OptionsFlags) == 4, "KSSTREAM_HEADER.OptionsFlags");
_Static_assert(offsetof(KSSTREAM_HEADER, Reserved) == 52, "KSSTREAM_HEADER.Reserved");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Reserved) == 4, "KSSTREAM_HEADER.Reserved");
#else
_Static_assert(sizeof(KSSTREAM_HEADER) == 48, "KSSTREAM_HEADER");
_Static_assert(_Alignof(KSSTREAM_HEADER) == 8, "KSSTREAM_HEADER");
_Static_assert(offsetof(KSSTREAM_HEADER, Size) == 0, "KSSTREAM_HEADER.Size");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Size) == 4, "KSSTREAM_HEADER.Size");
_Static_assert(offsetof(KSSTREAM_HEADER, TypeSpecificFlags) == 4, "KSSTREAM_HEADER.TypeSpecificFlags");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->TypeSpecificFlags) == 4, "KSSTREAM_HEADER.TypeSpecificFlags");
_Static_assert(offsetof(KSSTREAM_HEADER, PresentationTime) == 8, "KSSTREAM_HEADER.PresentationTime");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->PresentationTime) == 16, "KSSTREAM_HEADER.PresentationTime");
_Static_assert(offsetof(KSSTREAM_HEADER, Duration) == 24, "KSSTREAM_HEADER.Duration");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Duration) == 8, "KSSTREAM_HEADER.Duration");
_Static_assert(offsetof(KSSTREAM_HEADER, FrameExtent) == 32, "KSSTREAM_HEADER.FrameExtent");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->FrameExtent) == 4, "KSSTREAM_HEADER.FrameExtent");
_Static_assert(offsetof(KSSTREAM_HEADER, DataUsed) == 36, "KSSTREAM_HEADER.DataUsed");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->DataUsed) == 4, "KSSTREAM_HEADER.DataUsed");
_Static_assert(offsetof(KSSTREAM_HEADER, Data) == 40, "KSSTREAM_HEADER.Data");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->Data) == 4, "KSSTREAM_HEADER.Data");
_Static_assert(offsetof(KSSTREAM_HEADER, OptionsFlags) == 44, "KSSTREAM_HEADER.OptionsFlags");
_Static_assert(sizeof(((KSSTREAM_HEADER *)0)->OptionsFlags) == 4, "KSSTREAM_HEADER.OptionsFlags");
#endif
#endif

#ifdef KS4J_HAS_KSSTREAM_METADATA_INFO
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KSSTREAM_METADATA_INFO) == 32, "KSSTREAM_METADATA_INFO");
_Static_assert(_Alignof(KSSTREAM_METADATA_INFO) == 8, "KSSTREAM_METADATA_INFO");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, BufferSize) == 0, "KSSTREAM_METADATA_INFO.BufferSize");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->BufferSize) == 4, "KSSTREAM_METADATA_INFO.BufferSize");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, UsedSize) == 4, "KSSTREAM_METADATA_INFO.UsedSize");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->UsedSize) == 4, "KSSTREAM_METADATA_INFO.UsedSize");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Data) == 8, "KSSTREAM_METADATA_INFO.Data");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Data) == 8, "KSSTREAM_METADATA_INFO.Data");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, SystemVa) == 16, "KSSTREAM_METADATA_INFO.SystemVa");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->SystemVa) == 8, "KSSTREAM_METADATA_INFO.SystemVa");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Flags) == 24, "KSSTREAM_METADATA_INFO.Flags");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Flags) == 4, "KSSTREAM_METADATA_INFO.Flags");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Reserved) == 28, "KSSTREAM_METADATA_INFO.Reserved");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Reserved) == 4, "KSSTREAM_METADATA_INFO.Reserved");
#else
_Static_assert(sizeof(KSSTREAM_METADATA_INFO) == 24, "KSSTREAM_METADATA_INFO");
_Static_assert(_Alignof(KSSTREAM_METADATA_INFO) == 4, "KSSTREAM_METADATA_INFO");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, BufferSize) == 0, "KSSTREAM_METADATA_INFO.BufferSize");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->BufferSize) == 4, "KSSTREAM_METADATA_INFO.BufferSize");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, UsedSize) == 4, "KSSTREAM_METADATA_INFO.UsedSize");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->UsedSize) == 4, "KSSTREAM_METADATA_INFO.UsedSize");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Data) == 8, "KSSTREAM_METADATA_INFO.Data");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Data) == 4, "KSSTREAM_METADATA_INFO.Data");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, SystemVa) == 12, "KSSTREAM_METADATA_INFO.SystemVa");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->SystemVa) == 4, "KSSTREAM_METADATA_INFO.SystemVa");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Flags) == 16, "KSSTREAM_METADATA_INFO.Flags");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Flags) == 4, "KSSTREAM_METADATA_INFO.Flags");
_Static_assert(offsetof(KSSTREAM_METADATA_INFO, Reserved) == 20, "KSSTREAM_METADATA_INFO.Reserved");
_Static_assert(sizeof(((KSSTREAM_METADATA_INFO *)0)->Reserved) == 4, "KSSTREAM_METADATA_INFO.Reserved");
#endif
#endif

#ifdef KS4J_HAS_KSTIME
_Static_assert(sizeof(KSTIME) == 16, "KSTIME");
_Static_assert(_Alignof(KSTIME) == 8, "KSTIME");
_Static_assert(offsetof(KSTIME, Time) == 0, "KSTIME.Time");
_Static_assert(sizeof(((KSTIME *)0)->Time) == 8, "KSTIME.Time");
_Static_assert(offsetof(KSTIME, Numerator) == 8, "KSTIME.Numerator");
_Static_assert(sizeof(((KSTIME *)0)->Numerator) == 4, "KSTIME.Numerator");
_Static_assert(offsetof(KSTIME, Denominator) == 12, "KSTIME.Denominator");
_Static_assert(sizeof(((KSTIME *)0)->Denominator) == 4, "KSTIME.Denominator");
#endif

#ifdef KS4J_HAS_KSTOPOLOGY_CONNECTION
_Static_assert(sizeof(KSTOPOLOGY_CONNECTION) == 16, "KSTOPOLOGY_CONNECTION");
_Static_assert(_Alignof(KSTOPOLOGY_CONNECTION) == 4, "KSTOPOLOGY_CONNECTION");
_Static_assert(offsetof(KSTOPOLOGY_CONNECTION, FromNode) == 0, "KSTOPOLOGY_CONNECTION.FromNode");
_Static_assert(sizeof(((KSTOPOLOGY_CONNECTION *)0)->FromNode) == 4, "KSTOPOLOGY_CONNECTION.FromNode");
_Static_assert(offsetof(KSTOPOLOGY_CONNECTION, FromNodePin) == 4, "KSTOPOLOGY_CONNECTION.FromNodePin");
_Static_assert(sizeof(((KSTOPOLOGY_CONNECTION *)0)->FromNodePin) == 4, "KSTOPOLOGY_CONNECTION.FromNodePin");
_Static_assert(offsetof(KSTOPOLOGY_CONNECTION, ToNode) == 8, "KSTOPOLOGY_CONNECTION.ToNode");
_Static_assert(sizeof(((KSTOPOLOGY_CONNECTION *)0)->ToNode) == 4, "KSTOPOLOGY_CONNECTION.ToNode");
_Static_assert(offsetof(KSTOPOLOGY_CONNECTION, ToNodePin) == 12, "KSTOPOLOGY_CONNECTION.ToNodePin");
_Static_assert(sizeof(((KSTOPOLOGY_CONNECTION *)0)->ToNodePin) == 4, "KSTOPOLOGY_CONNECTION.ToNodePin");
#endif

#ifdef KS4J_HAS_KS_BITMAPINFOHEADER
_Static_assert(sizeof(KS_BITMAPINFOHEADER) == 40, "KS_BITMAPINFOHEADER");
_Static_assert(_Alignof(KS_BITMAPINFOHEADER) == 4, "KS_BITMAPINFOHEADER");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biSize) == 0, "KS_BITMAPINFOHEADER.biSize");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biSize) == 4, "KS_BITMAPINFOHEADER.biSize");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biWidth) == 4, "KS_BITMAPINFOHEADER.biWidth");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biWidth) == 4, "KS_BITMAPINFOHEADER.biWidth");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biHeight) == 8, "KS_BITMAPINFOHEADER.biHeight");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biHeight) == 4, "KS_BITMAPINFOHEADER.biHeight");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biPlanes) == 12, "KS_BITMAPINFOHEADER.biPlanes");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biPlanes) == 2, "KS_BITMAPINFOHEADER.biPlanes");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biBitCount) == 14, "KS_BITMAPINFOHEADER.biBitCount");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biBitCount) == 2, "KS_BITMAPINFOHEADER.biBitCount");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biCompression) == 16, "KS_BITMAPINFOHEADER.biCompression");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biCompression) == 4, "KS_BITMAPINFOHEADER.biCompression");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biSizeImage) == 20, "KS_BITMAPINFOHEADER.biSizeImage");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biSizeImage) == 4, "KS_BITMAPINFOHEADER.biSizeImage");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biXPelsPerMeter) == 24, "KS_BITMAPINFOHEADER.biXPelsPerMeter");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biXPelsPerMeter) == 4, "KS_BITMAPINFOHEADER.biXPelsPerMeter");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biYPelsPerMeter) == 28, "KS_BITMAPINFOHEADER.biYPelsPerMeter");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biYPelsPerMeter) == 4, "KS_BITMAPINFOHEADER.biYPelsPerMeter");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biClrUsed) == 32, "KS_BITMAPINFOHEADER.biClrUsed");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biClrUsed) == 4, "KS_BITMAPINFOHEADER.biClrUsed");
_Static_assert(offsetof(KS_BITMAPINFOHEADER, biClrImportant) == 36, "KS_BITMAPINFOHEADER.biClrImportant");
_Static_assert(sizeof(((KS_BITMAPINFOHEADER *)0)->biClrImportant) == 4, "KS_BITMAPINFOHEADER.biClrImportant");
#endif

#ifdef KS4J_HAS_KS_COMPRESSION
_Static_assert(sizeof(KS_COMPRESSION) == 12, "KS_COMPRESSION");
_Static_assert(_Alignof(KS_COMPRESSION) == 4, "KS_COMPRESSION");
_Static_assert(offsetof(KS_COMPRESSION, RatioNumerator) == 0, "KS_COMPRESSION.RatioNumerator");
_Static_assert(sizeof(((KS_COMPRESSION *)0)->RatioNumerator) == 4, "KS_COMPRESSION.RatioNumerator");
_Static_assert(offsetof(KS_COMPRESSION, RatioDenominator) == 4, "KS_COMPRESSION.RatioDenominator");
_Static_assert(sizeof(((KS_COMPRESSION *)0)->RatioDenominator) == 4, "KS_COMPRESSION.RatioDenominator");
_Static_assert(offsetof(KS_COMPRESSION, RatioConstantMargin) == 8, "KS_COMPRESSION.RatioConstantMargin");
_Static_assert(sizeof(((KS_COMPRESSION *)0)->RatioConstantMargin) == 4, "KS_COMPRESSION.RatioConstantMargin");
#endif

#ifdef KS4J_HAS_KS_DATAFORMAT_VIDEOINFOHEADER
_Static_assert(sizeof(KS_DATAFORMAT_VIDEOINFOHEADER) == 152, "KS_DATAFORMAT_VIDEOINFOHEADER");
_Static_assert(_Alignof(KS_DATAFORMAT_VIDEOINFOHEADER) == 8, "KS_DATAFORMAT_VIDEOINFOHEADER");
_Static_assert(offsetof(KS_DATAFORMAT_VIDEOINFOHEADER, DataFormat) == 0, "KS_DATAFORMAT_VIDEOINFOHEADER.DataFormat");
_Static_assert(sizeof(((KS_DATAFORMAT_VIDEOINFOHEADER *)0)->DataFormat) == 64, "KS_DATAFORMAT_VIDEOINFOHEADER.DataFormat");
_Static_assert(offsetof(KS_DATAFORMAT_VIDEOINFOHEADER, VideoInfoHeader) == 64, "KS_DATAFORMAT_VIDEOINFOHEADER.VideoInfoHeader");
_Static_assert(sizeof(((KS_DATAFORMAT_VIDEOINFOHEADER *)0)->VideoInfoHeader) == 88, "KS_DATAFORMAT_VIDEOINFOHEADER.VideoInfoHeader");
#endif

#ifdef KS4J_HAS_KS_DATAFORMAT_VIDEOINFOHEADER2
_Static_assert(sizeof(KS_DATAFORMAT_VIDEOINFOHEADER2) == 176, "KS_DATAFORMAT_VIDEOINFOHEADER2");
_Static_assert(_Alignof(KS_DATAFORMAT_VIDEOINFOHEADER2) == 8, "KS_DATAFORMAT_VIDEOINFOHEADER2");
_Static_assert(offsetof(KS_DATAFORMAT_VIDEOINFOHEADER2, DataFormat) == 0, "KS_DATAFORMAT_VIDEOINFOHEADER2.DataFormat");
_Static_assert(sizeof(((KS_DATAFORMAT_VIDEOINFOHEADER2 *)0)->DataFormat) == 64, "KS_DATAFORMAT_VIDEOINFOHEADER2.DataFormat");
_Static_assert(offsetof(KS_DATAFORMAT_VIDEOINFOHEADER2, VideoInfoHeader2) == 64, "KS_DATAFORMAT_VIDEOINFOHEADER2.VideoInfoHeader2");
_Static_assert(sizeof(((KS_DATAFORMAT_VIDEOINFOHEADER2 *)0)->VideoInfoHeader2) == 112, "KS_DATAFORMAT_VIDEOINFOHEADER2.VideoInfoHeader2");
#endif

#ifdef KS4J_HAS_KS_DATARANGE_VIDEO
_Static_assert(sizeof(KS_DATARANGE_VIDEO) == 296, "KS_DATARANGE_VIDEO");
_Static_assert(_Alignof(KS_DATARANGE_VIDEO) == 8, "KS_DATARANGE_VIDEO");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, DataRange) == 0, "KS_DATARANGE_VIDEO.DataRange");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->DataRange) == 64, "KS_DATARANGE_VIDEO.DataRange");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, bFixedSizeSamples) == 64, "KS_DATARANGE_VIDEO.bFixedSizeSamples");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->bFixedSizeSamples) == 4, "KS_DATARANGE_VIDEO.bFixedSizeSamples");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, bTemporalCompression) == 68, "KS_DATARANGE_VIDEO.bTemporalCompression");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->bTemporalCompression) == 4, "KS_DATARANGE_VIDEO.bTemporalCompression");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, StreamDescriptionFlags) == 72, "KS_DATARANGE_VIDEO.StreamDescriptionFlags");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->StreamDescriptionFlags) == 4, "KS_DATARANGE_VIDEO.StreamDescriptionFlags");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, MemoryAllocationFlags) == 76, "KS_DATARANGE_VIDEO.MemoryAllocationFlags");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->MemoryAllocationFlags) == 4, "KS_DATARANGE_VIDEO.MemoryAllocationFlags");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, ConfigCaps) == 80, "KS_DATARANGE_VIDEO.ConfigCaps");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->ConfigCaps) == 128, "KS_DATARANGE_VIDEO.ConfigCaps");
_Static_assert(offsetof(KS_DATARANGE_VIDEO, VideoInfoHeader) == 208, "KS_DATARANGE_VIDEO.VideoInfoHeader");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO *)0)->VideoInfoHeader) == 88, "KS_DATARANGE_VIDEO.VideoInfoHeader");
#endif

#ifdef KS4J_HAS_KS_DATARANGE_VIDEO2
_Static_assert(sizeof(KS_DATARANGE_VIDEO2) == 320, "KS_DATARANGE_VIDEO2");
_Static_assert(_Alignof(KS_DATARANGE_VIDEO2) == 8, "KS_DATARANGE_VIDEO2");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, DataRange) == 0, "KS_DATARANGE_VIDEO2.DataRange");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->DataRange) == 64, "KS_DATARANGE_VIDEO2.DataRange");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, bFixedSizeSamples) == 64, "KS_DATARANGE_VIDEO2.bFixedSizeSamples");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->bFixedSizeSamples) == 4, "KS_DATARANGE_VIDEO2.bFixedSizeSamples");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, bTemporalCompression) == 68, "KS_DATARANGE_VIDEO2.bTemporalCompression");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->bTemporalCompression) == 4, "KS_DATARANGE_VIDEO2.bTemporalCompression");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, StreamDescriptionFlags) == 72, "KS_DATARANGE_VIDEO2.StreamDescriptionFlags");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->StreamDescriptionFlags) == 4, "KS_DATARANGE_VIDEO2.StreamDescriptionFlags");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, MemoryAllocationFlags) == 76, "KS_DATARANGE_VIDEO2.MemoryAllocationFlags");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->MemoryAllocationFlags) == 4, "KS_DATARANGE_VIDEO2.MemoryAllocationFlags");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, ConfigCaps) == 80, "KS_DATARANGE_VIDEO2.ConfigCaps");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->ConfigCaps) == 128, "KS_DATARANGE_VIDEO2.ConfigCaps");
_Static_assert(offsetof(KS_DATARANGE_VIDEO2, VideoInfoHeader) == 208, "KS_DATARANGE_VIDEO2.VideoInfoHeader");
_Static_assert(sizeof(((KS_DATARANGE_VIDEO2 *)0)->VideoInfoHeader) == 112, "KS_DATARANGE_VIDEO2.VideoInfoHeader");
#endif

#ifdef KS4J_HAS_KS_FRAME_INFO
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(KS_FRAME_INFO) == 72, "KS_FRAME_INFO");
_Static_assert(_Alignof(KS_FRAME_INFO) == 8, "KS_FRAME_INFO");
_Static_assert(offsetof(KS_FRAME_INFO, ExtendedHeaderSize) == 0, "KS_FRAME_INFO.ExtendedHeaderSize");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->ExtendedHeaderSize) == 4, "KS_FRAME_INFO.ExtendedHeaderSize");
_Static_assert(offsetof(KS_FRAME_INFO, dwFrameFlags) == 4, "KS_FRAME_INFO.dwFrameFlags");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->dwFrameFlags) == 4, "KS_FRAME_INFO.dwFrameFlags");
_Static_assert(offsetof(KS_FRAME_INFO, PictureNumber) == 8, "KS_FRAME_INFO.PictureNumber");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->PictureNumber) == 8, "KS_FRAME_INFO.PictureNumber");
_Static_assert(offsetof(KS_FRAME_INFO, DropCount) == 16, "KS_FRAME_INFO.DropCount");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->DropCount) == 8, "KS_FRAME_INFO.DropCount");
_Static_assert(offsetof(KS_FRAME_INFO, hDirectDraw) == 24, "KS_FRAME_INFO.hDirectDraw");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->hDirectDraw) == 8, "KS_FRAME_INFO.hDirectDraw");
_Static_assert(offsetof(KS_FRAME_INFO, hSurfaceHandle) == 32, "KS_FRAME_INFO.hSurfaceHandle");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->hSurfaceHandle) == 8, "KS_FRAME_INFO.hSurfaceHandle");
_Static_assert(offsetof(KS_FRAME_INFO, DirectDrawRect) == 40, "KS_FRAME_INFO.DirectDrawRect");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->DirectDrawRect) == 16, "KS_FRAME_INFO.DirectDrawRect");
_Static_assert(offsetof(KS_FRAME_INFO, lSurfacePitch) == 56, "KS_FRAME_INFO.lSurfacePitch");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->lSurfacePitch) == 4, "KS_FRAME_INFO.lSurfacePitch");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved1) == 56, "KS_FRAME_INFO.Reserved1");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved1) == 4, "KS_FRAME_INFO.Reserved1");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved2) == 60, "KS_FRAME_INFO.Reserved2");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved2) == 4, "KS_FRAME_INFO.Reserved2");
_Static_assert(offsetof(KS_FRAME_INFO, FrameCompletionNumber) == 64, "KS_FRAME_INFO.FrameCompletionNumber");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->FrameCompletionNumber) == 8, "KS_FRAME_INFO.FrameCompletionNumber");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved3) == 64, "KS_FRAME_INFO.Reserved3");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved3) == 4, "KS_FRAME_INFO.Reserved3");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved4) == 68, "KS_FRAME_INFO.Reserved4");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved4) == 4, "KS_FRAME_INFO.Reserved4");
#else
_Static_assert(sizeof(KS_FRAME_INFO) == 64, "KS_FRAME_INFO");
_Static_assert(_Alignof(KS_FRAME_INFO) == 8, "KS_FRAME_INFO");
_Static_assert(offsetof(KS_FRAME_INFO, ExtendedHeaderSize) == 0, "KS_FRAME_INFO.ExtendedHeaderSize");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->ExtendedHeaderSize) == 4, "KS_FRAME_INFO.ExtendedHeaderSize");
_Static_assert(offsetof(KS_FRAME_INFO, dwFrameFlags) == 4, "KS_FRAME_INFO.dwFrameFlags");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->dwFrameFlags) == 4, "KS_FRAME_INFO.dwFrameFlags");
_Static_assert(offsetof(KS_FRAME_INFO, PictureNumber) == 8, "KS_FRAME_INFO.PictureNumber");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->PictureNumber) == 8, "KS_FRAME_INFO.PictureNumber");
_Static_assert(offsetof(KS_FRAME_INFO, DropCount) == 16, "KS_FRAME_INFO.DropCount");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->DropCount) == 8, "KS_FRAME_INFO.DropCount");
_Static_assert(offsetof(KS_FRAME_INFO, hDirectDraw) == 24, "KS_FRAME_INFO.hDirectDraw");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->hDirectDraw) == 4, "KS_FRAME_INFO.hDirectDraw");
_Static_assert(offsetof(KS_FRAME_INFO, hSurfaceHandle) == 28, "KS_FRAME_INFO.hSurfaceHandle");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->hSurfaceHandle) == 4, "KS_FRAME_INFO.hSurfaceHandle");
_Static_assert(offsetof(KS_FRAME_INFO, DirectDrawRect) == 32, "KS_FRAME_INFO.DirectDrawRect");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->DirectDrawRect) == 16, "KS_FRAME_INFO.DirectDrawRect");
_Static_assert(offsetof(KS_FRAME_INFO, lSurfacePitch) == 48, "KS_FRAME_INFO.lSurfacePitch");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->lSurfacePitch) == 4, "KS_FRAME_INFO.lSurfacePitch");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved1) == 48, "KS_FRAME_INFO.Reserved1");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved1) == 4, "KS_FRAME_INFO.Reserved1");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved2) == 52, "KS_FRAME_INFO.Reserved2");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved2) == 4, "KS_FRAME_INFO.Reserved2");
_Static_assert(offsetof(KS_FRAME_INFO, FrameCompletionNumber) == 56, "KS_FRAME_INFO.FrameCompletionNumber");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->FrameCompletionNumber) == 8, "KS_FRAME_INFO.FrameCompletionNumber");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved3) == 56, "KS_FRAME_INFO.Reserved3");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved3) == 4, "KS_FRAME_INFO.Reserved3");
_Static_assert(offsetof(KS_FRAME_INFO, Reserved4) == 60, "KS_FRAME_INFO.Reserved4");
_Static_assert(sizeof(((KS_FRAME_INFO *)0)->Reserved4) == 4, "KS_FRAME_INFO.Reserved4");
#endif
#endif

#ifdef KS4J_HAS_KS_FRAMING_ITEM
_Static_assert(sizeof(KS_FRAMING_ITEM) == 88, "KS_FRAMING_ITEM");
_Static_assert(_Alignof(KS_FRAMING_ITEM) == 4, "KS_FRAMING_ITEM");
_Static_assert(offsetof(KS_FRAMING_ITEM, MemoryType) == 0, "KS_FRAMING_ITEM.MemoryType");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->MemoryType) == 16, "KS_FRAMING_ITEM.MemoryType");
_Static_assert(offsetof(KS_FRAMING_ITEM, BusType) == 16, "KS_FRAMING_ITEM.BusType");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->BusType) == 16, "KS_FRAMING_ITEM.BusType");
_Static_assert(offsetof(KS_FRAMING_ITEM, MemoryFlags) == 32, "KS_FRAMING_ITEM.MemoryFlags");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->MemoryFlags) == 4, "KS_FRAMING_ITEM.MemoryFlags");
_Static_assert(offsetof(KS_FRAMING_ITEM, BusFlags) == 36, "KS_FRAMING_ITEM.BusFlags");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->BusFlags) == 4, "KS_FRAMING_ITEM.BusFlags");
_Static_assert(offsetof(KS_FRAMING_ITEM, Flags) == 40, "KS_FRAMING_ITEM.Flags");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->Flags) == 4, "KS_FRAMING_ITEM.Flags");
_Static_assert(offsetof(KS_FRAMING_ITEM, Frames) == 44, "KS_FRAMING_ITEM.Frames");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->Frames) == 4, "KS_FRAMING_ITEM.Frames");
_Static_assert(offsetof(KS_FRAMING_ITEM, FileAlignment) == 48, "KS_FRAMING_ITEM.FileAlignment");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->FileAlignment) == 4, "KS_FRAMING_ITEM.FileAlignment");
_Static_assert(offsetof(KS_FRAMING_ITEM, FramePitch) == 48, "KS_FRAMING_ITEM.FramePitch");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->FramePitch) == 4, "KS_FRAMING_ITEM.FramePitch");
_Static_assert(offsetof(KS_FRAMING_ITEM, MemoryTypeWeight) == 52, "KS_FRAMING_ITEM.MemoryTypeWeight");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->MemoryTypeWeight) == 4, "KS_FRAMING_ITEM.MemoryTypeWeight");
_Static_assert(offsetof(KS_FRAMING_ITEM, PhysicalRange) == 56, "KS_FRAMING_ITEM.PhysicalRange");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->PhysicalRange) == 12, "KS_FRAMING_ITEM.PhysicalRange");
_Static_assert(offsetof(KS_FRAMING_ITEM, FramingRange) == 68, "KS_FRAMING_ITEM.FramingRange");
_Static_assert(sizeof(((KS_FRAMING_ITEM *)0)->FramingRange) == 20, "KS_FRAMING_ITEM.FramingRange");
#endif

#ifdef KS4J_HAS_KS_FRAMING_RANGE
_Static_assert(sizeof(KS_FRAMING_RANGE) == 12, "KS_FRAMING_RANGE");
_Static_assert(_Alignof(KS_FRAMING_RANGE) == 4, "KS_FRAMING_RANGE");
_Static_assert(offsetof(KS_FRAMING_RANGE, MinFrameSize) == 0, "KS_FRAMING_RANGE.MinFrameSize");
_Static_assert(sizeof(((KS_FRAMING_RANGE *)0)->MinFrameSize) == 4, "KS_FRAMING_RANGE.MinFrameSize");
_Static_assert(offsetof(KS_FRAMING_RANGE, MaxFrameSize) == 4, "KS_FRAMING_RANGE.MaxFrameSize");
_Static_assert(sizeof(((KS_FRAMING_RANGE *)0)->MaxFrameSize) == 4, "KS_FRAMING_RANGE.MaxFrameSize");
_Static_assert(offsetof(KS_FRAMING_RANGE, Stepping) == 8, "KS_FRAMING_RANGE.Stepping");
_Static_assert(sizeof(((KS_FRAMING_RANGE *)0)->Stepping) == 4, "KS_FRAMING_RANGE.Stepping");
#endif

#ifdef KS4J_HAS_KS_FRAMING_RANGE_WEIGHTED
_Static_assert(sizeof(KS_FRAMING_RANGE_WEIGHTED) == 20, "KS_FRAMING_RANGE_WEIGHTED");
_Static_assert(_Alignof(KS_FRAMING_RANGE_WEIGHTED) == 4, "KS_FRAMING_RANGE_WEIGHTED");
_Static_assert(offsetof(KS_FRAMING_RANGE_WEIGHTED, Range) == 0, "KS_FRAMING_RANGE_WEIGHTED.Range");
_Static_assert(sizeof(((KS_FRAMING_RANGE_WEIGHTED *)0)->Range) == 12, "KS_FRAMING_RANGE_WEIGHTED.Range");
_Static_assert(offsetof(KS_FRAMING_RANGE_WEIGHTED, InPlaceWeight) == 12, "KS_FRAMING_RANGE_WEIGHTED.InPlaceWeight");
_Static_assert(sizeof(((KS_FRAMING_RANGE_WEIGHTED *)0)->InPlaceWeight) == 4, "KS_FRAMING_RANGE_WEIGHTED.InPlaceWeight");
_Static_assert(offsetof(KS_FRAMING_RANGE_WEIGHTED, NotInPlaceWeight) == 16, "KS_FRAMING_RANGE_WEIGHTED.NotInPlaceWeight");
_Static_assert(sizeof(((KS_FRAMING_RANGE_WEIGHTED *)0)->NotInPlaceWeight) == 4, "KS_FRAMING_RANGE_WEIGHTED.NotInPlaceWeight");
#endif

#ifdef KS4J_HAS_KS_VIDEOINFOHEADER
_Static_assert(sizeof(KS_VIDEOINFOHEADER) == 88, "KS_VIDEOINFOHEADER");
_Static_assert(_Alignof(KS_VIDEOINFOHEADER) == 8, "KS_VIDEOINFOHEADER");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, rcSource) == 0, "KS_VIDEOINFOHEADER.rcSource");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->rcSource) == 16, "KS_VIDEOINFOHEADER.rcSource");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, rcTarget) == 16, "KS_VIDEOINFOHEADER.rcTarget");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->rcTarget) == 16, "KS_VIDEOINFOHEADER.rcTarget");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, dwBitRate) == 32, "KS_VIDEOINFOHEADER.dwBitRate");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->dwBitRate) == 4, "KS_VIDEOINFOHEADER.dwBitRate");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, dwBitErrorRate) == 36, "KS_VIDEOINFOHEADER.dwBitErrorRate");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->dwBitErrorRate) == 4, "KS_VIDEOINFOHEADER.dwBitErrorRate");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, AvgTimePerFrame) == 40, "KS_VIDEOINFOHEADER.AvgTimePerFrame");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->AvgTimePerFrame) == 8, "KS_VIDEOINFOHEADER.AvgTimePerFrame");
_Static_assert(offsetof(KS_VIDEOINFOHEADER, bmiHeader) == 48, "KS_VIDEOINFOHEADER.bmiHeader");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER *)0)->bmiHeader) == 40, "KS_VIDEOINFOHEADER.bmiHeader");
#endif

#ifdef KS4J_HAS_KS_VIDEOINFOHEADER2
_Static_assert(sizeof(KS_VIDEOINFOHEADER2) == 112, "KS_VIDEOINFOHEADER2");
_Static_assert(_Alignof(KS_VIDEOINFOHEADER2) == 8, "KS_VIDEOINFOHEADER2");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, rcSource) == 0, "KS_VIDEOINFOHEADER2.rcSource");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->rcSource) == 16, "KS_VIDEOINFOHEADER2.rcSource");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, rcTarget) == 16, "KS_VIDEOINFOHEADER2.rcTarget");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->rcTarget) == 16, "KS_VIDEOINFOHEADER2.rcTarget");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwBitRate) == 32, "KS_VIDEOINFOHEADER2.dwBitRate");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwBitRate) == 4, "KS_VIDEOINFOHEADER2.dwBitRate");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwBitErrorRate) == 36, "KS_VIDEOINFOHEADER2.dwBitErrorRate");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwBitErrorRate) == 4, "KS_VIDEOINFOHEADER2.dwBitErrorRate");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, AvgTimePerFrame) == 40, "KS_VIDEOINFOHEADER2.AvgTimePerFrame");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->AvgTimePerFrame) == 8, "KS_VIDEOINFOHEADER2.AvgTimePerFrame");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwInterlaceFlags) == 48, "KS_VIDEOINFOHEADER2.dwInterlaceFlags");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwInterlaceFlags) == 4, "KS_VIDEOINFOHEADER2.dwInterlaceFlags");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwCopyProtectFlags) == 52, "KS_VIDEOINFOHEADER2.dwCopyProtectFlags");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwCopyProtectFlags) == 4, "KS_VIDEOINFOHEADER2.dwCopyProtectFlags");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwPictAspectRatioX) == 56, "KS_VIDEOINFOHEADER2.dwPictAspectRatioX");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwPictAspectRatioX) == 4, "KS_VIDEOINFOHEADER2.dwPictAspectRatioX");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwPictAspectRatioY) == 60, "KS_VIDEOINFOHEADER2.dwPictAspectRatioY");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwPictAspectRatioY) == 4, "KS_VIDEOINFOHEADER2.dwPictAspectRatioY");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwControlFlags) == 64, "KS_VIDEOINFOHEADER2.dwControlFlags");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwControlFlags) == 4, "KS_VIDEOINFOHEADER2.dwControlFlags");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwReserved1) == 64, "KS_VIDEOINFOHEADER2.dwReserved1");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwReserved1) == 4, "KS_VIDEOINFOHEADER2.dwReserved1");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, dwReserved2) == 68, "KS_VIDEOINFOHEADER2.dwReserved2");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->dwReserved2) == 4, "KS_VIDEOINFOHEADER2.dwReserved2");
_Static_assert(offsetof(KS_VIDEOINFOHEADER2, bmiHeader) == 72, "KS_VIDEOINFOHEADER2.bmiHeader");
_Static_assert(sizeof(((KS_VIDEOINFOHEADER2 *)0)->bmiHeader) == 40, "KS_VIDEOINFOHEADER2.bmiHeader");
#endif

#ifdef KS4J_HAS_KS_VIDEO_STREAM_CONFIG_CAPS
_Static_assert(sizeof(KS_VIDEO_STREAM_CONFIG_CAPS) == 128, "KS_VIDEO_STREAM_CONFIG_CAPS");
_Static_assert(_Alignof(KS_VIDEO_STREAM_CONFIG_CAPS) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, guid) == 0, "KS_VIDEO_STREAM_CONFIG_CAPS.guid");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->guid) == 16, "KS_VIDEO_STREAM_CONFIG_CAPS.guid");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, VideoStandard) == 16, "KS_VIDEO_STREAM_CONFIG_CAPS.VideoStandard");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->VideoStandard) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.VideoStandard");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, InputSize) == 20, "KS_VIDEO_STREAM_CONFIG_CAPS.InputSize");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->InputSize) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.InputSize");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MinCroppingSize) == 28, "KS_VIDEO_STREAM_CONFIG_CAPS.MinCroppingSize");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MinCroppingSize) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MinCroppingSize");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MaxCroppingSize) == 36, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxCroppingSize");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MaxCroppingSize) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxCroppingSize");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, CropGranularityX) == 44, "KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityX");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->CropGranularityX) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityX");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, CropGranularityY) == 48, "KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityY");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->CropGranularityY) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityY");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, CropAlignX) == 52, "KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignX");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->CropAlignX) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignX");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, CropAlignY) == 56, "KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignY");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->CropAlignY) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignY");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MinOutputSize) == 60, "KS_VIDEO_STREAM_CONFIG_CAPS.MinOutputSize");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MinOutputSize) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MinOutputSize");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MaxOutputSize) == 68, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxOutputSize");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MaxOutputSize) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxOutputSize");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, OutputGranularityX) == 76, "KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityX");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->OutputGranularityX) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityX");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, OutputGranularityY) == 80, "KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityY");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->OutputGranularityY) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityY");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, StretchTapsX) == 84, "KS_VIDEO_STREAM_CONFIG_CAPS.StretchTapsX");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->StretchTapsX) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.StretchTapsX");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, StretchTapsY) == 88, "KS_VIDEO_STREAM_CONFIG_CAPS.StretchTapsY");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->StretchTapsY) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.StretchTapsY");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, ShrinkTapsX) == 92, "KS_VIDEO_STREAM_CONFIG_CAPS.ShrinkTapsX");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->ShrinkTapsX) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.ShrinkTapsX");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, ShrinkTapsY) == 96, "KS_VIDEO_STREAM_CONFIG_CAPS.ShrinkTapsY");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->ShrinkTapsY) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.ShrinkTapsY");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MinFrameInterval) == 104, "KS_VIDEO_STREAM_CONFIG_CAPS.MinFrameInterval");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MinFrameInterval) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MinFrameInterval");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MaxFrameInterval) == 112, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxFrameInterval");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MaxFrameInterval) == 8, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxFrameInterval");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MinBitsPerSecond) == 120, "KS_VIDEO_STREAM_CONFIG_CAPS.MinBitsPerSecond");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MinBitsPerSecond) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.MinBitsPerSecond");
_Static_assert(offsetof(KS_VIDEO_STREAM_CONFIG_CAPS, MaxBitsPerSecond) == 124, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxBitsPerSecond");
_Static_assert(sizeof(((KS_VIDEO_STREAM_CONFIG_CAPS *)0)->MaxBitsPerSecond) == 4, "KS_VIDEO_STREAM_CONFIG_CAPS.MaxBitsPerSecond");
#endif

#ifdef KS4J_HAS_LOOPEDSTREAMING_POSITION_EVENT_DATA
#if UINTPTR_MAX > 0xFFFFFFFFu
_Static_assert(sizeof(LOOPEDSTREAMING_POSITION_EVENT_DATA) == 40, "LOOPEDSTREAMING_POSITION_EVENT_DATA");
_Static_assert(_Alignof(LOOPEDSTREAMING_POSITION_EVENT_DATA) == 8, "LOOPEDSTREAMING_POSITION_EVENT_DATA");
_Static_assert(offsetof(LOOPEDSTREAMING_POSITION_EVENT_DATA, KsEventData) == 0, "LOOPEDSTREAMING_POSITION_EVENT_DATA.KsEventData");
_Static_assert(sizeof(((LOOPEDSTREAMING_POSITION_EVENT_DATA *)0)->KsEventData) == 32, "LOOPEDSTREAMING_POSITION_EVENT_DATA.KsEventData");
_Static_assert(offsetof(LOOPEDSTREAMING_POSITION_EVENT_DATA, Position) == 32, "LOOPEDSTREAMING_POSITION_EVENT_DATA.Position");
_Static_assert(sizeof(((LOOPEDSTREAMING_POSITION_EVENT_DATA *)0)->Position) == 8, "LOOPEDSTREAMING_POSITION_EVENT_DATA.Position");
#else
_Static_assert(sizeof(LOOPEDSTREAMING_POSITION_EVENT_DATA) == 24, "LOOPEDSTREAMING_POSITION_EVENT_DATA");
_Static_assert(_Alignof(LOOPEDSTREAMING_POSITION_EVENT_DATA) == 8, "LOOPEDSTREAMING_POSITION_EVENT_DATA");
_Static_assert(offsetof(LOOPEDSTREAMING_POSITION_EVENT_DATA, KsEventData) == 0, "LOOPEDSTREAMING_POSITION_EVENT_DATA.KsEventData");
_Static_assert(sizeof(((LOOPEDSTREAMING_POSITION_EVENT_DATA *)0)->KsEventData) == 16, "LOOPEDSTREAMING_POSITION_EVENT_DATA.KsEventData");
_Static_assert(offsetof(LOOPEDSTREAMING_POSITION_EVENT_DATA, Position) == 16, "LOOPEDSTREAMING_POSITION_EVENT_DATA.Position");
_Static_assert(sizeof(((LOOPEDSTREAMING_POSITION_EVENT_DATA *)0)->Position) == 8, "LOOPEDSTREAMING_POSITION_EVENT_DATA.Position");
#endif
#endif

#ifdef KS4J_HAS_RECT
_Static_assert(sizeof(RECT) == 16, "RECT");
_Static_assert(_Alignof(RECT) == 4, "RECT");
_Static_assert(offsetof(RECT, left) == 0, "RECT.left");
_Static_assert(sizeof(((RECT *)0)->left) == 4, "RECT.left");
_Static_assert(offsetof(RECT, top) == 4, "RECT.top");
_Static_assert(sizeof(((RECT *)0)->top) == 4, "RECT.top");
_Static_assert(offsetof(RECT, right) == 8, "RECT.right");
_Static_assert(sizeof(((RECT *)0)->right) == 4, "RECT.right");
_Static_assert(offsetof(RECT, bottom) == 12, "RECT.bottom");
_Static_assert(sizeof(((RECT *)0)->bottom) == 4, "RECT.bottom");
#endif

#ifdef KS4J_HAS_WAVEFORMATEX
_Static_assert(sizeof(WAVEFORMATEX) == 18, "WAVEFORMATEX");
_Static_assert(_Alignof(WAVEFORMATEX) == 1, "WAVEFORMATEX");
_Static_assert(offsetof(WAVEFORMATEX, wFormatTag) == 0, "WAVEFORMATEX.wFormatTag");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->wFormatTag) == 2, "WAVEFORMATEX.wFormatTag");
_Static_assert(offsetof(WAVEFORMATEX, nChannels) == 2, "WAVEFORMATEX.nChannels");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->nChannels) == 2, "WAVEFORMATEX.nChannels");
_Static_assert(offsetof(WAVEFORMATEX, nSamplesPerSec) == 4, "WAVEFORMATEX.nSamplesPerSec");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->nSamplesPerSec) == 4, "WAVEFORMATEX.nSamplesPerSec");
_Static_assert(offsetof(WAVEFORMATEX, nAvgBytesPerSec) == 8, "WAVEFORMATEX.nAvgBytesPerSec");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->nAvgBytesPerSec) == 4, "WAVEFORMATEX.nAvgBytesPerSec");
_Static_assert(offsetof(WAVEFORMATEX, nBlockAlign) == 12, "WAVEFORMATEX.nBlockAlign");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->nBlockAlign) == 2, "WAVEFORMATEX.nBlockAlign");
_Static_assert(offsetof(WAVEFORMATEX, wBitsPerSample) == 14, "WAVEFORMATEX.wBitsPerSample");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->wBitsPerSample) == 2, "WAVEFORMATEX.wBitsPerSample");
_Static_assert(offsetof(WAVEFORMATEX, cbSize) == 16, "WAVEFORMATEX.cbSize");
_Static_assert(sizeof(((WAVEFORMATEX *)0)->cbSize) == 2, "WAVEFORMATEX.cbSize");
#endif

#ifdef KS4J_HAS_WAVEFORMATEXTENSIBLE
_Static_assert(sizeof(WAVEFORMATEXTENSIBLE) == 40, "WAVEFORMATEXTENSIBLE");
_Static_assert(_Alignof(WAVEFORMATEXTENSIBLE) == 1, "WAVEFORMATEXTENSIBLE");
_Static_assert(offsetof(WAVEFORMATEXTENSIBLE, Format) == 0, "WAVEFORMATEXTENSIBLE.Format");
_Static_assert(sizeof(((WAVEFORMATEXTENSIBLE *)0)->Format) == 18, "WAVEFORMATEXTENSIBLE.Format");
_Static_assert(offsetof(WAVEFORMATEXTENSIBLE, Samples) == 18, "WAVEFORMATEXTENSIBLE.Samples");
_Static_assert(sizeof(((WAVEFORMATEXTENSIBLE *)0)->Samples) == 2, "WAVEFORMATEXTENSIBLE.Samples");
_Static_assert(offsetof(WAVEFORMATEXTENSIBLE, dwChannelMask) == 20, "WAVEFORMATEXTENSIBLE.dwChannelMask");
_Static_assert(sizeof(((WAVEFORMATEXTENSIBLE *)0)->dwChannelMask) == 4, "WAVEFORMATEXTENSIBLE.dwChannelMask");
_Static_assert(offsetof(WAVEFORMATEXTENSIBLE, SubFormat) == 24, "WAVEFORMATEXTENSIBLE.SubFormat");
_Static_assert(sizeof(((WAVEFORMATEXTENSIBLE *)0)->SubFormat) == 16, "WAVEFORMATEXTENSIBLE.SubFormat");
#endif

#endif
