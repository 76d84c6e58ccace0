package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/**
 * What a stream is processed for, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/audio-signal-processing-modes">Audio signal
 *     processing modes</a>
 */
public final class AUDIO_SIGNALPROCESSINGMODE {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("AUDIO_SIGNALPROCESSINGMODE_");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_COMMUNICATIONS}: speech between people. */
    public static final Guid COMMUNICATIONS = FAMILY.add("COMMUNICATIONS", "{98951333-B9CD-48B1-A0A3-FF40682D73F7}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_DEFAULT}: what the device does when nobody asks for another. */
    public static final Guid DEFAULT = FAMILY.add("DEFAULT", "{C18E2F7E-933D-4965-B7D1-1EEF228D2AF3}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_FAR_FIELD_SPEECH}: speech from a distance. */
    public static final Guid FAR_FIELD_SPEECH =
            FAMILY.add("FAR_FIELD_SPEECH", "{28941CBA-3BE6-4A78-9A76-30FD91559B64}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_MEDIA}: music and films. */
    public static final Guid MEDIA = FAMILY.add("MEDIA", "{4780004E-7133-41D8-8C74-660DADD2C0EE}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_MOVIE}: films. */
    public static final Guid MOVIE = FAMILY.add("MOVIE", "{B26FEB0D-EC94-477C-9494-D1AB8E753F6E}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_NOTIFICATION}: signals of the system. */
    public static final Guid NOTIFICATION = FAMILY.add("NOTIFICATION", "{9CF2A70B-F377-403B-BD6B-360863E0355C}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_RAW}: no processing but what protects the device. */
    public static final Guid RAW = FAMILY.add("RAW", "{9E90EA20-B493-4FD1-A1A8-7E1361A956CF}");

    /** {@code AUDIO_SIGNALPROCESSINGMODE_SPEECH}: speech for a machine to recognise. */
    public static final Guid SPEECH = FAMILY.add("SPEECH", "{FC1CFC9B-B9D6-4CFA-B5E0-4BB2166878B2}");

    private AUDIO_SIGNALPROCESSINGMODE() {}
}
