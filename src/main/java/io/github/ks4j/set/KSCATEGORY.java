package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Categories that filters register under, named as in the header without the prefix. */
public final class KSCATEGORY {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSCATEGORY_");

    /** {@code KSCATEGORY_ACOUSTIC_ECHO_CANCEL}. */
    public static final Guid ACOUSTIC_ECHO_CANCEL =
            FAMILY.add("ACOUSTIC_ECHO_CANCEL", "{BF963D80-C559-11D0-8A2B-00A0C9255AC1}");

    /** {@code KSCATEGORY_AUDIO}. */
    public static final Guid AUDIO = FAMILY.add("AUDIO", "{6994AD04-93EF-11D0-A3CC-00A0C9223196}");

    /** {@code KSCATEGORY_AUDIO_DEVICE}. */
    public static final Guid AUDIO_DEVICE = FAMILY.add("AUDIO_DEVICE", "{FBF6F530-07B9-11D2-A71E-0000F8004788}");

    /** {@code KSCATEGORY_AUDIO_GFX}. */
    public static final Guid AUDIO_GFX = FAMILY.add("AUDIO_GFX", "{9BAF9572-340C-11D3-ABDC-00A0C90AB16F}");

    /** {@code KSCATEGORY_AUDIO_SPLITTER}. */
    public static final Guid AUDIO_SPLITTER = FAMILY.add("AUDIO_SPLITTER", "{9EA331FA-B91B-45F8-9285-BD2BC77AFCDE}");

    /** {@code KSCATEGORY_BRIDGE}. */
    public static final Guid BRIDGE = FAMILY.add("BRIDGE", "{085AFF00-62CE-11CF-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_CAPTURE}. */
    public static final Guid CAPTURE = FAMILY.add("CAPTURE", "{65E8773D-8F56-11D0-A3B9-00A0C9223196}");

    /** {@code KSCATEGORY_CLOCK}. */
    public static final Guid CLOCK = FAMILY.add("CLOCK", "{53172480-4791-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_COMMUNICATIONSTRANSFORM}. */
    public static final Guid COMMUNICATIONSTRANSFORM =
            FAMILY.add("COMMUNICATIONSTRANSFORM", "{CF1DDA2C-9743-11D0-A3EE-00A0C9223196}");

    /** {@code KSCATEGORY_CROSSBAR}. */
    public static final Guid CROSSBAR = FAMILY.add("CROSSBAR", "{A799A801-A46D-11D0-A18C-00A02401DCD4}");

    /** {@code KSCATEGORY_DATACOMPRESSOR}. */
    public static final Guid DATACOMPRESSOR = FAMILY.add("DATACOMPRESSOR", "{1E84C900-7E70-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_DATADECOMPRESSOR}. */
    public static final Guid DATADECOMPRESSOR =
            FAMILY.add("DATADECOMPRESSOR", "{2721AE20-7E70-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_DATATRANSFORM}. */
    public static final Guid DATATRANSFORM = FAMILY.add("DATATRANSFORM", "{2EB07EA0-7E70-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_ENCODER}. */
    public static final Guid ENCODER = FAMILY.add("ENCODER", "{19689BF6-C384-48FD-AD51-90E58C79F70B}");

    /** {@code KSCATEGORY_ESCALANTE_PLATFORM_DRIVER}. */
    public static final Guid ESCALANTE_PLATFORM_DRIVER =
            FAMILY.add("ESCALANTE_PLATFORM_DRIVER", "{74F3AEA8-9768-11D1-8E07-00A0C95EC22E}");

    /** {@code KSCATEGORY_FILESYSTEM}. */
    public static final Guid FILESYSTEM = FAMILY.add("FILESYSTEM", "{760FED5E-9357-11D0-A3CC-00A0C9223196}");

    /** {@code KSCATEGORY_INTERFACETRANSFORM}. */
    public static final Guid INTERFACETRANSFORM =
            FAMILY.add("INTERFACETRANSFORM", "{CF1DDA2D-9743-11D0-A3EE-00A0C9223196}");

    /** {@code KSCATEGORY_MEDIUMTRANSFORM}. */
    public static final Guid MEDIUMTRANSFORM = FAMILY.add("MEDIUMTRANSFORM", "{CF1DDA2E-9743-11D0-A3EE-00A0C9223196}");

    /** {@code KSCATEGORY_MICROPHONE_ARRAY_PROCESSOR}. */
    public static final Guid MICROPHONE_ARRAY_PROCESSOR =
            FAMILY.add("MICROPHONE_ARRAY_PROCESSOR", "{830A44F2-A32D-476B-BE97-42845673B35A}");

    /** {@code KSCATEGORY_MIXER}. */
    public static final Guid MIXER = FAMILY.add("MIXER", "{AD809C00-7B88-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_MULTIPLEXER}. */
    public static final Guid MULTIPLEXER = FAMILY.add("MULTIPLEXER", "{7A5DE1D3-01A1-452C-B481-4FA2B96271E8}");

    /** {@code KSCATEGORY_NETWORK}. */
    public static final Guid NETWORK = FAMILY.add("NETWORK", "{67C9CC3C-69C4-11D2-8759-00A0C9223196}");

    /** {@code KSCATEGORY_NETWORK_CAMERA}. */
    public static final Guid NETWORK_CAMERA = FAMILY.add("NETWORK_CAMERA", "{B8238652-B500-41EB-B4F3-4234F7F5AE99}");

    /** {@code KSCATEGORY_PREFERRED_MIDIOUT_DEVICE}. */
    public static final Guid PREFERRED_MIDIOUT_DEVICE =
            FAMILY.add("PREFERRED_MIDIOUT_DEVICE", "{D6C50674-72C1-11D2-9755-0000F8004788}");

    /** {@code KSCATEGORY_PREFERRED_WAVEIN_DEVICE}. */
    public static final Guid PREFERRED_WAVEIN_DEVICE =
            FAMILY.add("PREFERRED_WAVEIN_DEVICE", "{D6C50671-72C1-11D2-9755-0000F8004788}");

    /** {@code KSCATEGORY_PREFERRED_WAVEOUT_DEVICE}. */
    public static final Guid PREFERRED_WAVEOUT_DEVICE =
            FAMILY.add("PREFERRED_WAVEOUT_DEVICE", "{D6C5066E-72C1-11D2-9755-0000F8004788}");

    /** {@code KSCATEGORY_PROXY}. */
    public static final Guid PROXY = FAMILY.add("PROXY", "{97EBAACA-95BD-11D0-A3EA-00A0C9223196}");

    /** {@code KSCATEGORY_QUALITY}. */
    public static final Guid QUALITY = FAMILY.add("QUALITY", "{97EBAACB-95BD-11D0-A3EA-00A0C9223196}");

    /** {@code KSCATEGORY_REALTIME}. */
    public static final Guid REALTIME = FAMILY.add("REALTIME", "{EB115FFC-10C8-4964-831D-6DCB02E6F23F}");

    /** {@code KSCATEGORY_RENDER}. */
    public static final Guid RENDER = FAMILY.add("RENDER", "{65E8773E-8F56-11D0-A3B9-00A0C9223196}");

    /** {@code KSCATEGORY_SENSOR_CAMERA}. */
    public static final Guid SENSOR_CAMERA = FAMILY.add("SENSOR_CAMERA", "{24E552D7-6523-47F7-A647-D3465BF1F5CA}");

    /** {@code KSCATEGORY_SENSOR_GROUP}. */
    public static final Guid SENSOR_GROUP = FAMILY.add("SENSOR_GROUP", "{669C7214-0A88-4311-A7F3-4E79820E33BD}");

    /** {@code KSCATEGORY_SPLITTER}. */
    public static final Guid SPLITTER = FAMILY.add("SPLITTER", "{0A4252A0-7E70-11D0-A5D6-28DB04C10000}");

    /** {@code KSCATEGORY_SYSAUDIO}. */
    public static final Guid SYSAUDIO = FAMILY.add("SYSAUDIO", "{A7C7A5B1-5AF3-11D1-9CED-00A024BF0407}");

    /** {@code KSCATEGORY_TEXT}. */
    public static final Guid TEXT = FAMILY.add("TEXT", "{6994AD06-93EF-11D0-A3CC-00A0C9223196}");

    /** {@code KSCATEGORY_TOPOLOGY}. */
    public static final Guid TOPOLOGY = FAMILY.add("TOPOLOGY", "{DDA54A40-1E4C-11D1-A050-405705C10000}");

    /** {@code KSCATEGORY_TVAUDIO}. */
    public static final Guid TVAUDIO = FAMILY.add("TVAUDIO", "{A799A802-A46D-11D0-A18C-00A02401DCD4}");

    /** {@code KSCATEGORY_TVTUNER}. */
    public static final Guid TVTUNER = FAMILY.add("TVTUNER", "{A799A800-A46D-11D0-A18C-00A02401DCD4}");

    /** {@code KSCATEGORY_VBICODEC}. */
    public static final Guid VBICODEC = FAMILY.add("VBICODEC", "{07DAD660-22F1-11D1-A9F4-00C04FBBDE8F}");

    /** {@code KSCATEGORY_VIDEO}. */
    public static final Guid VIDEO = FAMILY.add("VIDEO", "{6994AD05-93EF-11D0-A3CC-00A0C9223196}");

    /** {@code KSCATEGORY_VIDEO_CAMERA}. */
    public static final Guid VIDEO_CAMERA = FAMILY.add("VIDEO_CAMERA", "{E5323777-F976-4F5B-9B55-B94699C46E44}");

    /** {@code KSCATEGORY_VIRTUAL}. */
    public static final Guid VIRTUAL = FAMILY.add("VIRTUAL", "{3503EAC4-1F26-11D1-8AB0-00A0C9223196}");

    /** {@code KSCATEGORY_VPMUX}. */
    public static final Guid VPMUX = FAMILY.add("VPMUX", "{A799A803-A46D-11D0-A18C-00A02401DCD4}");

    /** {@code KSCATEGORY_WDMAUD}. */
    public static final Guid WDMAUD = FAMILY.add("WDMAUD", "{3E227E76-690D-11D2-8161-0000F8775BF1}");

    /** {@code KSCATEGORY_WDMAUD_USE_PIN_NAME}. */
    public static final Guid WDMAUD_USE_PIN_NAME =
            FAMILY.add("WDMAUD_USE_PIN_NAME", "{47A4FA20-A251-11D1-A050-0000F8004788}");

    private KSCATEGORY() {}
}
