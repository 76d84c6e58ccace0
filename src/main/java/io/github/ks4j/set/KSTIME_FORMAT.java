package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Time formats, named as in the header without the prefix. */
public final class KSTIME_FORMAT {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSTIME_FORMAT_");

    /** {@code KSTIME_FORMAT_BYTE}. */
    public static final Guid BYTE = FAMILY.add("BYTE", "{7B785571-8C82-11CF-BC0C-00AA00AC74F6}");

    /** {@code KSTIME_FORMAT_FIELD}. */
    public static final Guid FIELD = FAMILY.add("FIELD", "{7B785573-8C82-11CF-BC0C-00AA00AC74F6}");

    /** {@code KSTIME_FORMAT_FRAME}. */
    public static final Guid FRAME = FAMILY.add("FRAME", "{7B785570-8C82-11CF-BC0C-00AA00AC74F6}");

    /** {@code KSTIME_FORMAT_MEDIA_TIME}. */
    public static final Guid MEDIA_TIME = FAMILY.add("MEDIA_TIME", "{7B785574-8C82-11CF-BC0C-00AA00AC74F6}");

    /** {@code KSTIME_FORMAT_SAMPLE}. */
    public static final Guid SAMPLE = FAMILY.add("SAMPLE", "{7B785572-8C82-11CF-BC0C-00AA00AC74F6}");

    private KSTIME_FORMAT() {}
}
