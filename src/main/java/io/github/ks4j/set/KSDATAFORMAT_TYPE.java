package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Major formats: the kind of data, named as in the header without the prefix. */
public final class KSDATAFORMAT_TYPE {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSDATAFORMAT_TYPE_");

    /** {@code KSDATAFORMAT_TYPE_ANALOGAUDIO}. */
    public static final Guid ANALOGAUDIO = FAMILY.add("ANALOGAUDIO", "{0482DEE1-7817-11CF-8A03-00AA006ECB65}");

    /** {@code KSDATAFORMAT_TYPE_ANALOGVIDEO}. */
    public static final Guid ANALOGVIDEO = FAMILY.add("ANALOGVIDEO", "{0482DDE1-7817-11CF-8A03-00AA006ECB65}");

    /** {@code KSDATAFORMAT_TYPE_AUDIO}. */
    public static final Guid AUDIO = FAMILY.add("AUDIO", "{73647561-0000-0010-8000-00AA00389B71}");

    /** {@code KSDATAFORMAT_TYPE_AUXLine21Data}. */
    public static final Guid AUXLine21Data = FAMILY.add("AUXLine21Data", "{670AEA80-3A82-11D0-B79B-00AA003767A7}");

    /** {@code KSDATAFORMAT_TYPE_DVD_ENCRYPTED_PACK}. */
    public static final Guid DVD_ENCRYPTED_PACK =
            FAMILY.add("DVD_ENCRYPTED_PACK", "{ED0B916A-044D-11D1-AA78-00C04FC31D60}");

    /** {@code KSDATAFORMAT_TYPE_IMAGE}. */
    public static final Guid IMAGE = FAMILY.add("IMAGE", "{72178C23-E45B-11D5-BC2A-00B0D0F3F4AB}");

    /** {@code KSDATAFORMAT_TYPE_MIDI}. */
    public static final Guid MIDI = FAMILY.add("MIDI", "{7364696D-0000-0010-8000-00AA00389B71}");

    /** {@code KSDATAFORMAT_TYPE_MPEG2_PES}. */
    public static final Guid MPEG2_PES = FAMILY.add("MPEG2_PES", "{E06D8020-DB46-11CF-B4D1-00805F6CBBEA}");

    /** {@code KSDATAFORMAT_TYPE_MPEG2_PROGRAM}. */
    public static final Guid MPEG2_PROGRAM = FAMILY.add("MPEG2_PROGRAM", "{E06D8022-DB46-11CF-B4D1-00805F6CBBEA}");

    /** {@code KSDATAFORMAT_TYPE_MPEG2_TRANSPORT}. */
    public static final Guid MPEG2_TRANSPORT = FAMILY.add("MPEG2_TRANSPORT", "{E06D8023-DB46-11CF-B4D1-00805F6CBBEA}");

    /** {@code KSDATAFORMAT_TYPE_MUSIC}. */
    public static final Guid MUSIC = FAMILY.add("MUSIC", "{E725D360-62CC-11CF-A5D6-28DB04C10000}");

    /** {@code KSDATAFORMAT_TYPE_NABTS}. */
    public static final Guid NABTS = FAMILY.add("NABTS", "{E757BCA0-39AC-11D1-A9F5-00C04FBBDE8F}");

    /** {@code KSDATAFORMAT_TYPE_STANDARD_ELEMENTARY_STREAM}. */
    public static final Guid STANDARD_ELEMENTARY_STREAM =
            FAMILY.add("STANDARD_ELEMENTARY_STREAM", "{36523B11-8EE5-11D1-8CA3-0060B057664A}");

    /** {@code KSDATAFORMAT_TYPE_STANDARD_PACK_HEADER}. */
    public static final Guid STANDARD_PACK_HEADER =
            FAMILY.add("STANDARD_PACK_HEADER", "{36523B13-8EE5-11D1-8CA3-0060B057664A}");

    /** {@code KSDATAFORMAT_TYPE_STANDARD_PES_PACKET}. */
    public static final Guid STANDARD_PES_PACKET =
            FAMILY.add("STANDARD_PES_PACKET", "{36523B12-8EE5-11D1-8CA3-0060B057664A}");

    /** {@code KSDATAFORMAT_TYPE_STREAM}. */
    public static final Guid STREAM = FAMILY.add("STREAM", "{E436EB83-524F-11CE-9F53-0020AF0BA770}");

    /** {@code KSDATAFORMAT_TYPE_TEXT}. */
    public static final Guid TEXT = FAMILY.add("TEXT", "{73747874-0000-0010-8000-00AA00389B71}");

    /** {@code KSDATAFORMAT_TYPE_VBI}. */
    public static final Guid VBI = FAMILY.add("VBI", "{F72A76E1-EB0A-11D0-ACE4-0000C0CC16BA}");

    /** {@code KSDATAFORMAT_TYPE_VIDEO}. */
    public static final Guid VIDEO = FAMILY.add("VIDEO", "{73646976-0000-0010-8000-00AA00389B71}");

    private KSDATAFORMAT_TYPE() {}
}
