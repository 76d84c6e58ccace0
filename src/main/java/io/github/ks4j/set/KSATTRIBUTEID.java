package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Attributes of data formats, named as in the header without the prefix. */
public final class KSATTRIBUTEID {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSATTRIBUTEID_");

    /** {@code KSATTRIBUTEID_AUDIOLOOPBACK_TAPPOINT}. */
    public static final Guid AUDIOLOOPBACK_TAPPOINT =
            FAMILY.add("AUDIOLOOPBACK_TAPPOINT", "{2795A0F7-1688-44FE-BC14-BF8273992141}");

    /** {@code KSATTRIBUTEID_AUDIOSIGNALPROCESSING_MODE}. */
    public static final Guid AUDIOSIGNALPROCESSING_MODE =
            FAMILY.add("AUDIOSIGNALPROCESSING_MODE", "{E1F89EB5-5F46-419B-967B-FF6770B98401}");

    /** {@code KSATTRIBUTEID_VIDEOFORMAT_DX12}. */
    public static final Guid VIDEOFORMAT_DX12 =
            FAMILY.add("VIDEOFORMAT_DX12", "{FC9D87B5-0B02-438E-89B0-E241FCE889AD}");

    private KSATTRIBUTEID() {}
}
