package io.github.ks4j.set;

/**
 * Values of {@link KSPROPERTY_AUDIO#STEREO_SPEAKER_GEOMETRY}, angles in degrees; named as in the header without the
 * prefix.
 */
public final class KSAUDIO_STEREO_SPEAKER_GEOMETRY {
    /** {@code KSAUDIO_STEREO_SPEAKER_GEOMETRY_HEADPHONE}: no angle. */
    public static final int HEADPHONE = -1;

    /** {@code KSAUDIO_STEREO_SPEAKER_GEOMETRY_MIN}. */
    public static final int MIN = 5;

    /** {@code KSAUDIO_STEREO_SPEAKER_GEOMETRY_NARROW}. */
    public static final int NARROW = 10;

    /** {@code KSAUDIO_STEREO_SPEAKER_GEOMETRY_WIDE}. */
    public static final int WIDE = 20;

    /** {@code KSAUDIO_STEREO_SPEAKER_GEOMETRY_MAX}. */
    public static final int MAX = 180;

    private KSAUDIO_STEREO_SPEAKER_GEOMETRY() {}
}
