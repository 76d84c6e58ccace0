package io.github.ks4j.set;

/** What a packet of a stream is; named as in the header without the prefix. */
public final class KSSTREAM_HEADER_OPTIONSF {
    /** {@code KSSTREAM_HEADER_OPTIONSF_SPLICEPOINT}. */
    public static final int SPLICEPOINT = 1;

    /** {@code KSSTREAM_HEADER_OPTIONSF_PREROLL}. */
    public static final int PREROLL = 2;

    /** {@code KSSTREAM_HEADER_OPTIONSF_DATADISCONTINUITY}. */
    public static final int DATADISCONTINUITY = 4;

    /** {@code KSSTREAM_HEADER_OPTIONSF_TYPECHANGED}. */
    public static final int TYPECHANGED = 8;

    /** {@code KSSTREAM_HEADER_OPTIONSF_TIMEVALID}. */
    public static final int TIMEVALID = 0x10;

    /** {@code KSSTREAM_HEADER_OPTIONSF_TIMEDISCONTINUITY}. */
    public static final int TIMEDISCONTINUITY = 0x40;

    /** {@code KSSTREAM_HEADER_OPTIONSF_FLUSHONPAUSE}. */
    public static final int FLUSHONPAUSE = 0x80;

    /** {@code KSSTREAM_HEADER_OPTIONSF_DURATIONVALID}. */
    public static final int DURATIONVALID = 0x100;

    /** {@code KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM}. */
    public static final int ENDOFSTREAM = 0x200;

    /** {@code KSSTREAM_HEADER_OPTIONSF_BUFFEREDTRANSFER}. */
    public static final int BUFFEREDTRANSFER = 0x400;

    /** {@code KSSTREAM_HEADER_OPTIONSF_VRAM_DATA_TRANSFER}. */
    public static final int VRAM_DATA_TRANSFER = 0x800;

    /** {@code KSSTREAM_HEADER_OPTIONSF_METADATA}. */
    public static final int METADATA = 0x1000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_ENDOFPHOTOSEQUENCE}. */
    public static final int ENDOFPHOTOSEQUENCE = 0x2000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_FRAMEINFO}. */
    public static final int FRAMEINFO = 0x4000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_PERSIST_SAMPLE}. */
    public static final int PERSIST_SAMPLE = 0x8000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_SAMPLE_PERSISTED}. */
    public static final int SAMPLE_PERSISTED = 0x10000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_SECUREBUFFERTRANSFER}. */
    public static final int SECUREBUFFERTRANSFER = 0x40000;

    /** {@code KSSTREAM_HEADER_OPTIONSF_LOOPEDDATA}. */
    public static final int LOOPEDDATA = 0x80000000;

    private KSSTREAM_HEADER_OPTIONSF() {}
}
