package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.PINNAME;
import java.util.Arrays;
import java.util.Optional;

/**
 * A trap that real drivers set for their clients, by name, to be switched on in an {@link EmulatedDriver}: all of it, or
 * some of its devices.
 *
 * <pre>{@code
 * EmulatedDriver driver = EmulatedDriver.builder()
 *         .devices(new VirtualAudioDevice())
 *         .quirks(Quirk.SIZE_QUERY_WITHOUT_SIZE, Quirk.RANGES_NOT_ALIGNED)
 *         .build();
 * driver.quirks().add("microphone", Quirk.READS_WITHOUT_DATA); // at any time
 * }</pre>
 *
 * <p>A quirk stands between the devices and everything else: it changes what the device is asked, or what it has answered,
 * and so works with any device, whoever wrote it. {@link Fault}s and the {@link RequestJournal} see what a quirk makes of a
 * request. Several may be on at once; each works on what those that are declared behind it have left. Where one has to do
 * with a property, the thread that sends the request waits for the device's answer, for as long as the driver's requests
 * may take.
 *
 * <p>The numbers are those of the project's list of traps, which says who was hit; how large a thing is here, such as a
 * delay, is the emulation's choice.
 *
 * <p>Traps that a device can set, but that need no switch:
 *
 * <table>
 * <caption>Traps that are no quirks</caption>
 * <tr><th>Trap</th><th>What it is</th><th>Where it is set</th></tr>
 * <tr><td>8</td><td>the names of physical connections begin with {@code \??\}</td><td>{@link VirtualAudioDevice}</td></tr>
 * <tr><td>13</td><td>a WaveRT pin refuses the streaming interface, others the looped one</td>
 *     <td>{@link VirtualRtAudioDevice}, {@link VirtualAudioDevice}</td></tr>
 * <tr><td>15</td><td>a pin is refused with {@code ERROR_ACCESS_DENIED} (5)</td>
 *     <td>the {@link Fault} {@code create@pin=status ACCESS_DENIED}</td></tr>
 * <tr><td>20</td><td>a register is told once for each pin, and wraps with the buffer</td>
 *     <td>{@link VirtualRtAudioDevice}</td></tr>
 * <tr><td>21</td><td>registers have 64 bits, or there are none</td>
 *     <td>{@link VirtualRtAudioDevice.Builder#registers}</td></tr>
 * <tr><td>35</td><td>the pins of a filter lead to different filters</td>
 *     <td>{@link EmulatedPin.Builder#physicalConnection}; the topology filter of {@link VirtualAudioDevice}</td></tr>
 * <tr><td>39, 44</td><td>ranges and units that are the camera's own; items that no page lists</td>
 *     <td>{@link CameraControls#usual}</td></tr>
 * <tr><td>42</td><td>values outlast the program that has set them; the machine never sleeps, so that nothing is lost by
 *     that</td><td>{@link CameraControls}, {@link ExtensionUnit}</td></tr>
 * <tr><td>45</td><td>controls of other widths than 4 bytes</td><td>{@link ExtensionUnit}</td></tr>
 * <tr><td>46</td><td>a camera that somebody else uses opens, and fails with the first frame</td>
 *     <td>the {@link Fault} {@code read@pin=status INSUFFICIENT_RESOURCES}</td></tr>
 * <tr><td>48</td><td>notification events are registered by GET or by SET; which byte of a jack's colour is red</td>
 *     <td>{@link VirtualRtAudioDevice}, which takes both; {@link Jack.Builder#color}</td></tr>
 * </table>
 */
public enum Quirk {
    // What stands first has the last word, so those about sizes do.

    /**
     * Trap 1. The question for the size of a list is answered with {@code STATUS_BUFFER_TOO_SMALL} and no size. Four
     * bytes of room get the size as a {@code ULONG}. PortCls does so with some lists in Windows 7 to 10.
     */
    SIZE_QUERY_WITHOUT_SIZE(SizeQuirks.ofList(NtStatus.BUFFER_TOO_SMALL)),

    /** Trap 2. The same question gets {@code STATUS_SUCCESS} and a size of 0. */
    SIZE_QUERY_SUCCEEDS_WITH_ZERO(SizeQuirks.ofList(NtStatus.SUCCESS)),

    /**
     * Trap 2. The question for the size of any value gets {@code STATUS_BUFFER_TOO_SMALL} with the size, where the rule
     * is {@code STATUS_BUFFER_OVERFLOW}. Clients that wait for {@code ERROR_MORE_DATA} give up.
     */
    SIZE_QUERY_TOO_SMALL(SizeQuirks.ofValue(NtStatus.BUFFER_TOO_SMALL)),

    /** Trap 2. The question for the size of any value gets {@code STATUS_SUCCESS} with the size. */
    SIZE_QUERY_SUCCEEDS(SizeQuirks.ofValue(NtStatus.SUCCESS)),

    /**
     * A list is 16 bytes longer when it is fetched than when its size was asked: the first try gets
     * {@code STATUS_BUFFER_OVERFLOW} and the new size. No client was found that asks again.
     */
    LIST_GROWS(SizeQuirks.growing()),

    /**
     * The answer to the size of an intersection is that of a plain {@code WAVEFORMATEX}, 82 bytes, but the format that
     * comes is a {@code WAVEFORMATEXTENSIBLE}: what Microsoft's sysvad sample does with the class's default handler.
     */
    INTERSECTION_UNDERSTATES_SIZE(PinQuirks.understatedIntersection()),

    /** Trap 2. BASICSUPPORT knows the access flags alone: whatever room there is, four bytes come. */
    SUPPORT_KNOWS_FLAGS_ALONE(SizeQuirks.flagsAlone()),

    /** Trap 2. {@code DescriptionSize} claims 16 bytes more than BASICSUPPORT has to tell. */
    SUPPORT_OVERSTATES_SIZE(SizeQuirks.description(attempt -> true, SizeQuirks::overstate)),

    /**
     * A SET of an audio node's property with less than 16 bytes gets {@code STATUS_BUFFER_TOO_SMALL}, though the value
     * takes 4. KsAudioNodeProbe tries again with 16.
     */
    NODE_SET_WANTS_16_BYTES(SizeQuirks.roomToSet()),

    // What a filter tells of itself

    /**
     * Trap 4. Ranges follow each other without padding, the {@code KSDATARANGE_AUDIO} of 84 bytes among them, so that the
     * next is not at a multiple of 8.
     */
    RANGES_NOT_ALIGNED(DescriptionQuirks.unpaddedAudioRanges(false)),

    /**
     * Trap 3. A {@code KSDATARANGE_AUDIO} says and has 84 bytes, not 88, and the next range starts at the next multiple of
     * 8. Clients that compare with {@code sizeof} find no audio.
     */
    AUDIO_RANGE_OF_84_BYTES(DescriptionQuirks.unpaddedAudioRanges(true)),

    /**
     * Trap 10. The first range is of major format AUDIO and has the 64 bytes of a {@code KSDATARANGE} only, as wildcards,
     * AC-3 and MIDI do. PortAudio reads the channels behind it.
     */
    RANGE_WITHOUT_AUDIO(DescriptionQuirks.bareRanges()),

    /** Trap 9. {@code MaximumChannels} of audio ranges is 0xFFFFFFFF: as many as you like. */
    CHANNELS_WITHOUT_LIMIT(DescriptionQuirks.unknownChannels()),

    /** Trap 8. Names of pins and nodes come without the NUL at their end. */
    NAME_WITHOUT_NUL(DescriptionQuirks.namesWithoutNul()),

    /** Trap 5. The answer about jacks is the structures alone, without a {@code KSMULTIPLE_ITEM} before them. */
    JACKS_WITHOUT_HEAD(DescriptionQuirks.jacksWithoutHead()),

    /**
     * Jacks cannot tell whether something is plugged in: they lack {@code JACKDESC2_PRESENCE_DETECT_CAPABILITY}, and
     * {@code IsConnected} is always TRUE, which means nothing.
     */
    JACKS_WITHOUT_PRESENCE_DETECTION(DescriptionQuirks.jacksThatCannotTell()),

    /**
     * Trap 34. The connections from node to node go round in circles. PortAudio hung on Realtek boards until its walk was
     * given a bound.
     */
    TOPOLOGY_WITH_CYCLES(DescriptionQuirks.cycles()),

    /**
     * Trap 34. The first node is connected to nothing: pins whose data goes through it have no connection to start a walk
     * from, and walks from the other end break off.
     */
    TOPOLOGY_WITH_LOOSE_NODE(DescriptionQuirks.looseNode()),

    /**
     * Trap 38. There is one more node of {@code KSNODETYPE_DEV_SPECIFIC}, the last, which knows no property set. The Razer
     * Kiyo Pro has such a one; clients that take the last node for the extension unit get {@code ERROR_SET_NOT_FOUND}.
     */
    DEAD_EXTENSION_NODE(DescriptionQuirks.deadNode()),

    /**
     * {@code KSPROPERTY_CONNECTION_ALLOCATORFRAMING} and {@code ALLOCATORFRAMING_EX} say 0 frames. GStreamer takes that
     * for 1.
     */
    FRAMING_WITHOUT_FRAMES(PinQuirks.framingWithoutFrames()),

    // Formats and pins

    /** Trap 15. A format that is refused is {@code STATUS_INVALID_PARAMETER} (87), as PortAudio expects. */
    REFUSED_FORMAT_IS_INVALID_PARAMETER(PinQuirks.instead(NtStatus.NO_MATCH, NtStatus.INVALID_PARAMETER)),

    /**
     * Trap 11. The ranges promise more than the pins grant: wave formats of any rate but 48000 Hz are refused at creation
     * with {@code STATUS_NO_MATCH}. StepMania, RetroArch and Microsoft's MIDI service met it.
     */
    RANGES_PROMISE_TOO_MUCH(PinQuirks.refuse(PinCall::isOtherThan48000Hz)),

    /** Trap 12. An intersection needs the exact {@code MaximumChannels} of the pin's range, as in Microsoft's sysvad. */
    INTERSECTION_WANTS_EXACT_CHANNELS(PinQuirks.exactChannels()),

    /** Trap 14. Pins refuse {@code WAVEFORMATEXTENSIBLE} with {@code STATUS_NO_MATCH}, as old drivers do. */
    EXTENSIBLE_REFUSED(PinQuirks.refuse(PinCall::isExtensible)),

    /** Trap 14. Pins refuse {@code WAVE_FORMAT_PCM} with {@code STATUS_NO_MATCH}, as new drivers do. */
    PLAIN_PCM_REFUSED(PinQuirks.refuse(PinCall::isPlainPcm)),

    /**
     * Trap 13. Pins refuse the standard streaming interface with {@code STATUS_NOT_FOUND} (1168), as WaveRT pins of NVIDIA
     * and Realtek do.
     */
    STREAMING_INTERFACE_REFUSED(PinQuirks.refuseStreaming()),

    /**
     * Trap 15. The first creation of a pin below each filter handle fails with {@code STATUS_DEVICE_NOT_READY} (21).
     * GStreamer tries five times.
     */
    FIRST_PIN_NOT_READY(PinQuirks.firstFails(NtStatus.DEVICE_NOT_READY)),

    /**
     * Trap 15. A pin that is held by somebody else is {@code STATUS_UNSUCCESSFUL} (31), not
     * {@code STATUS_INVALID_DEVICE_STATE} (22).
     */
    BUSY_PIN_IS_UNSUCCESSFUL(PinQuirks.instead(NtStatus.INVALID_DEVICE_STATE, NtStatus.UNSUCCESSFUL)),

    /** Trap 16. CINSTANCES and GLOBALCINSTANCES say that no pin is open, whoever holds how many. */
    BUSY_PIN_COUNTED_FREE(PinQuirks.countedFree()),

    /**
     * Trap 19. A pin is there for 100 ms after its handle has been closed, so that nobody can open it again at once.
     * Time is that of the driver's {@link KsTimeSource}.
     */
    CLOSE_LINGERS(new QuirkAction.OfClose(Target.Kind.PIN, 100 * KsTimeSource.MILLISECOND)),

    /**
     * Trap 19. For 100 ms after a handle of a filter has been closed the filter is not opened:
     * {@code STATUS_SHARING_VIOLATION} (32). Clients that look at each filter before they open one find it busy; RetroArch
     * met it. Time is that of the driver's {@link KsTimeSource}.
     */
    FILTER_CLOSE_LINGERS(new QuirkAction.OfClose(Target.Kind.FILTER, 100 * KsTimeSource.MILLISECOND)),

    // State

    /**
     * Trap 25. A pin goes from STOP to ACQUIRE, PAUSE and RUN and back one step at a time; a larger step is
     * {@code STATUS_INVALID_DEVICE_STATE}.
     */
    STATE_STEP_BY_STEP(PinQuirks.stepByStep()),

    // Positions

    /**
     * Trap 20. {@code KSPROPERTY_AUDIO_POSITION} and {@code KSPROPERTY_AUDIO_POSITIONEX} are {@code STATUS_NOT_FOUND}, as
     * with some HDMI devices.
     */
    POSITION_MISSING(StreamQuirks.noPosition()),

    /** Trap 20. Positions start over each 65536 bytes, as a register does with each lap of the buffer. */
    POSITION_WRAPS(StreamQuirks.wrappingPosition()),

    /** Trap 23. Positions are 1920 bytes ahead from the start. PortAudio looks for that with WaveRT pins. */
    POSITION_STARTS_LATE(StreamQuirks.advancedPosition()),

    // Reads

    /**
     * Trap 17. Every other read, from the first on, succeeds at once without any data. PortAudio met it with the USB
     * microphone of an XTZ.
     */
    READS_WITHOUT_DATA(StreamQuirks.withoutData()),

    /**
     * Trap 17. Reads come back with {@code DATADISCONTINUITY} in {@code OptionsFlags}, whatever happened; a client that
     * does not clear it is refused with the next read. A Focusrite Scarlett does so.
     */
    STALE_OPTIONS_FLAGS(StreamQuirks.staleFlags()),

    /**
     * Trap 22. The first two frames of a pin are 10 seconds older than they should be. GStreamer drops such frames. Frames
     * without a valid time stay as they are.
     */
    FIRST_FRAMES_OLD(StreamQuirks.oldFrames()),

    /** Trap 22. Every fourth frame has a time that is 100 ms too early, before that of the frame that came before it. */
    TIMESTAMPS_GO_BACK(StreamQuirks.backwardTimes()),

    /**
     * Trap 24. No frame comes in the first 2 seconds after the first read; those that are filled by then come all at once.
     * Time is that of the driver's {@link KsTimeSource}.
     */
    FIRST_FRAME_LATE(StreamQuirks.warmUp()),

    /**
     * Trap 18. A pin of the category {@code PINNAME_VIDEO_CAPTURE} gives a frame every 400 ms, whatever its format says;
     * those that a client has queued are told one after the other. A pin for previews is as fast as it should be. So it is
     * with a LifeCam.
     */
    CAPTURE_PIN_SLOW(StreamQuirks.slow(PINNAME.VIDEO_CAPTURE)),

    /**
     * Trap 26. Cancelling a read has no effect; it ends when there is data, when the pin goes to STOP or when the quirk is
     * switched off. MIDI devices built with Arduino and CircuitPython are like that: stop the pin before its reader, and
     * leave the memory alone. A pin that is closed while it runs stays open until then.
     */
    READ_OUTLIVES_CANCEL(StreamQuirks.deafToCancel()),

    /**
     * Trap 27. A read does not replace what is in the frame, it is added to it, bit by bit (OR). Microsoft's MIDI service
     * clears each frame before it is read.
     */
    READ_ACCUMULATES(StreamQuirks.accumulating()),

    /**
     * Trap 28. A ninth read that is to wait fails with {@code STATUS_INSUFFICIENT_RESOURCES}. Old drivers of Logitech took
     * the machine with them.
     */
    FEW_READS_AT_ONCE(StreamQuirks.fewReads()),

    // Controls

    /**
     * Trap 36. The channel that stands for all of an audio node is 0, channels count from 1, and -1 is
     * {@code STATUS_INVALID_PARAMETER}, as with USB audio.
     */
    MASTER_CHANNEL_IS_ZERO(ControlQuirks.masterChannel()),

    /**
     * Trap 37. {@code KSPROPERTY_AUDIO_BASS} of a tone node is the number of an input: what should be 1 dB is 1, in ranges
     * too. A device of Elgato's kind selects its input so; a slider for the bass switches it.
     */
    BASS_SELECTS_INPUT(ControlQuirks.bassSelectsInput()),

    /**
     * Trap 40. The ranges of camera controls are said to be of unsigned values ({@code VT_UI4}), and go below zero all the
     * same: -11 reads as 4294967285, as in Microsoft's own sample.
     */
    CONTROL_RANGE_UNSIGNED(ControlQuirks.unsignedRanges()),

    /** Trap 45. Stepped ranges are flagged as ranges without steps. Firmware of RealSense cameras does so. */
    MEMBERS_FLAGS_WRONG(ControlQuirks.wrongMembersFlags()),

    /**
     * Trap 41. While a camera control is automatic, setting a value without saying MANUAL succeeds and changes nothing: the
     * camera goes on as it likes.
     */
    AUTO_STAYS_ON(ControlQuirks.autoStaysOn()),

    /** Trap 43. Setting a {@code VIDEOPROCAMP} control is {@code STATUS_INVALID_PARAMETER} (87), as with LeapUVC. */
    PICTURE_CONTROL_REFUSED(ControlQuirks.refusePicture()),

    /**
     * Every other SET of a {@code VIDEOPROCAMP} control through a handle, from the first on, is {@code STATUS_IO_TIMEOUT}
     * (121) and does nothing. RealSense's library tries again.
     */
    PICTURE_CONTROL_TIMES_OUT(ControlQuirks.pictureTimesOut()),

    /** Trap 43. Extended camera controls are {@code STATUS_OBJECT_NAME_NOT_FOUND}: {@code ERROR_FILE_NOT_FOUND} (2). */
    EXTENDED_CONTROL_IS_NO_FILE(ControlQuirks.noExtendedControl()),

    /** {@code KSPROPERTY_VIDEOCONTROL_FRAME_RATES} lists {@code LONG}s, not {@code LONGLONG}s. */
    FRAME_RATES_AS_LONG(ControlQuirks.narrowFrameRates());

    private final QuirkAction action;

    Quirk(QuirkAction action) {
        this.action = action;
    }

    QuirkAction action() {
        return action;
    }

    static Optional<Quirk> find(String word) {
        return Arrays.stream(values())
                .filter(quirk -> quirk.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
