package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Categories of pins, named as in the header without the prefix. */
public final class PINNAME {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("PINNAME_");

    /** {@code PINNAME_DISPLAYPORT_OUT}. */
    public static final Guid DISPLAYPORT_OUT = FAMILY.add("DISPLAYPORT_OUT", "{21FBB329-1A4A-48DA-A076-2318A3C59B26}");

    /** {@code PINNAME_HDMI_OUT}. */
    public static final Guid HDMI_OUT = FAMILY.add("HDMI_OUT", "{387BFC03-E7EF-4901-86E0-35B7C32B00EF}");

    /** {@code PINNAME_IMAGE}. */
    public static final Guid IMAGE = FAMILY.add("IMAGE", "{38A0CD98-D49B-4CE8-B48A-344667A17830}");

    /** {@code PINNAME_SPDIF_IN}. */
    public static final Guid SPDIF_IN = FAMILY.add("SPDIF_IN", "{15DC9025-22AD-41B3-8875-F4CEB0299E20}");

    /** {@code PINNAME_SPDIF_OUT}. */
    public static final Guid SPDIF_OUT = FAMILY.add("SPDIF_OUT", "{3A264481-E52C-4B82-8E7A-C8E2F91DC380}");

    /** {@code PINNAME_VIDEO_ANALOGVIDEOIN}. */
    public static final Guid VIDEO_ANALOGVIDEOIN =
            FAMILY.add("VIDEO_ANALOGVIDEOIN", "{FB6C4283-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_CAPTURE}. */
    public static final Guid VIDEO_CAPTURE = FAMILY.add("VIDEO_CAPTURE", "{FB6C4281-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_CC}. */
    public static final Guid VIDEO_CC = FAMILY.add("VIDEO_CC", "{FB6C4289-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_CC_CAPTURE}. */
    public static final Guid VIDEO_CC_CAPTURE =
            FAMILY.add("VIDEO_CC_CAPTURE", "{1AAD8061-012D-11D2-B4B1-00A0D102CFBE}");

    /** {@code PINNAME_VIDEO_EDS}. */
    public static final Guid VIDEO_EDS = FAMILY.add("VIDEO_EDS", "{FB6C4287-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_NABTS}. */
    public static final Guid VIDEO_NABTS = FAMILY.add("VIDEO_NABTS", "{FB6C4286-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_NABTS_CAPTURE}. */
    public static final Guid VIDEO_NABTS_CAPTURE =
            FAMILY.add("VIDEO_NABTS_CAPTURE", "{29703660-498A-11D2-B4B1-00A0D102CFBE}");

    /** {@code PINNAME_VIDEO_PREVIEW}. */
    public static final Guid VIDEO_PREVIEW = FAMILY.add("VIDEO_PREVIEW", "{FB6C4282-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_STILL}. */
    public static final Guid VIDEO_STILL = FAMILY.add("VIDEO_STILL", "{FB6C428A-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_TELETEXT}. */
    public static final Guid VIDEO_TELETEXT = FAMILY.add("VIDEO_TELETEXT", "{FB6C4288-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_TIMECODE}. */
    public static final Guid VIDEO_TIMECODE = FAMILY.add("VIDEO_TIMECODE", "{FB6C428B-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_VBI}. */
    public static final Guid VIDEO_VBI = FAMILY.add("VIDEO_VBI", "{FB6C4284-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_VIDEOPORT}. */
    public static final Guid VIDEO_VIDEOPORT = FAMILY.add("VIDEO_VIDEOPORT", "{FB6C4285-0353-11D1-905F-0000C0CC16BA}");

    /** {@code PINNAME_VIDEO_VIDEOPORT_VBI}. */
    public static final Guid VIDEO_VIDEOPORT_VBI =
            FAMILY.add("VIDEO_VIDEOPORT_VBI", "{FB6C428C-0353-11D1-905F-0000C0CC16BA}");

    private PINNAME() {}
}
