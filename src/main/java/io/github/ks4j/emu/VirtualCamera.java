package io.github.ks4j.emu;

import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_VIDCAPTOSTI;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KS_VIDEOSTREAM;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.PINNAME;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Guid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A webcam that exists in memory, as {@code usbvideo.sys} would show it: it films a {@link TestCard}, in the time of its
 * machine, and lets its controls be turned by clients and by hand.
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * VirtualCamera camera = new VirtualCamera();
 * EmulatedDriver driver = EmulatedDriver.builder().time(time).devices(camera).build();
 * ... // open the filter and pin 0, bring it to RUN, queue a read
 * time.advance(Duration.ofMillis(34)); // the first frame of 30 in a second has come
 * TestCard.read(format, frame).orElseThrow().frame(); // 1
 * camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, 1); // clients of AUTO_UPDATE hear of it
 * }</pre>
 *
 * <p><b>Filter.</b> {@code ks4j virtual camera} under {@code KSCATEGORY_VIDEO_CAMERA}, {@code KSCATEGORY_VIDEO} and
 * {@code KSCATEGORY_CAPTURE}.
 *
 * <p><b>Pins.</b> Pin 0 ({@code PINNAME_VIDEO_CAPTURE}) films, pin 1 ({@code PINNAME_VIDEO_STILL}) takes pictures when it
 * is triggered; each can be open once, whoever has it. Both have one {@code KS_DATARANGE_VIDEO} for each encoding and
 * size, as cameras do: for the capture pin, unless the builder says otherwise, YUY2, NV12 and MJPG of 640 by 480 at 30,
 * 15 and 5 frames a second and of 1280 by 720 at 30, 15 and 10 (YUY2: 10 and 5); for the still pin YUY2 of 640 by 480 and
 * MJPG of 1280 by 720. A format is a {@code KS_DATAFORMAT_VIDEOINFOHEADER} whose members agree with each other, with any
 * {@code AvgTimePerFrame} within the range; the camera goes at the nearest rate that it has. An intersection answers as
 * Microsoft's sample does: the ranges must agree in all but the header, which is taken from the caller's range, if the
 * pin would open with it; a bare wildcard gets the default format of the pin's range. In STOP an open pin takes another
 * format, else it answers {@code STATUS_INVALID_DEVICE_STATE}. It asks for two frames of its largest picture
 * ({@code KSPROPERTY_CONNECTION_ALLOCATORFRAMING} and {@code ALLOCATORFRAMING_EX}), and lets clients open allocators and
 * its clock, which drifts with the camera's.
 *
 * <p><b>Frames.</b> In RUN there is a frame each time the interval has passed, the first one interval after RUN; they keep
 * the pace whatever happens. {@code PresentationTime} is the time that the pin has spent in RUN since it left STOP,
 * or that of its master clock, and {@code Duration} the interval. Every frame is a {@code SPLICEPOINT}, and the first after a gap has
 * {@code DATADISCONTINUITY}. A header of 128 bytes or more, as {@code KSPROPERTY_STREAMINTERFACE_HEADERSIZE} asks for,
 * gets a {@code KS_FRAME_INFO} with {@code PictureNumber} and {@code DropCount}; plain headers do too. A frame for which
 * no read waits is lost; so is one for which the read is too small, which completes it with {@code DataUsed} 0. The frame
 * number in the picture is the {@code PictureNumber}: 1 for the first, counting lost ones.
 * {@code KSPROPERTY_DROPPEDFRAMES_CURRENT} of the pin tells the same numbers and the average size of the frames that
 * arrived (that of a whole frame while none has); they start anew when the pin leaves STOP, and only then. With a
 * {@link Builder#timing} the camera's clock drifts, frames come late, by less than the interval, and some never do, the
 * same ones in every run.
 *
 * <p><b>Pictures.</b> {@code KS_VideoControlFlag_Trigger} in {@code KSPROPERTY_VIDEOCONTROL_MODE} takes one, which comes
 * after the interval of the still pin's format; {@code STATUS_INVALID_DEVICE_STATE} unless the still pin runs. So does
 * {@link #pressButton}, if {@code KS_VideoControlFlag_ExternalTriggerEnable} is set.
 * {@code KSPROPERTY_VIDEOCONTROL_FRAME_RATES} lists 64-bit intervals, the shortest first;
 * {@code KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE} of a pin that is not open is {@code STATUS_NOT_SUPPORTED}.
 *
 * <p><b>Topology.</b> From the camera terminal (node 0) to the processing unit (1), through the extension units, if there
 * are any, to a video streaming node for each pin. {@link CameraControls} answer on the filter and on nodes 0 and 1, each
 * {@link ExtensionUnit} on its node. Of the extended controls there are, on the filter, {@code TORCHMODE},
 * {@code VIDEOSTABILIZATION} of pin 0 and {@code PHOTOMODE} of pin 1; the latter two are refused with
 * {@code STATUS_INVALID_DEVICE_STATE} while their pin is not in STOP.
 *
 * <p><b>Events.</b> {@code KSEVENTSETID_VIDCAPTOSTI} on the filter: {@code AUTO_UPDATE} when a control has been changed
 * by hand ({@link #change(KsProperty, int)}) and {@code EXT_TRIGGER} when the button has been pressed.
 *
 * <p><b>Not modelled:</b> what controls do to the picture, the interlaced and the mirrored, photo sequences and
 * thumbnails, extended controls that take their time, {@code VIDEOINFOHEADER2}, a preview pin, quality management,
 * metadata, the warming up of a sensor, and the bandwidth of a bus.
 *
 * <p>Thread-safe.
 */
public final class VirtualCamera implements EmulatedDevice {
    private static final int TERMINAL = 0;
    private static final int PROCESSING = 1;
    private static final int FIRST_UNIT = 2;

    private final String instance;
    private final CameraControls controls;
    private final List<ExtensionUnit> units;
    private final CameraPin capture;
    private final CameraPin still;
    private final VideoControl videoControl;
    private final EmulatedFilter filter;

    /** The camera {@code ks4j#camera#0000} with all there is, and an extension unit of three controls. */
    public VirtualCamera() {
        this(builder());
    }

    private VirtualCamera(Builder builder) {
        instance = builder.instance;
        controls = builder.controls == null ? CameraControls.usual().build() : builder.controls;
        units = builder.units == null ? List.of(usualUnit()) : List.copyOf(builder.units);
        capture = new CameraPin(
                CameraPin.CAPTURE,
                new VideoFormats(builder.captureFormats.isEmpty() ? usualFormats() : builder.captureFormats),
                builder.timing);
        still = new CameraPin(
                CameraPin.STILL,
                new VideoFormats(builder.stillFormats.isEmpty() ? usualPictures() : builder.stillFormats),
                builder.timing);
        videoControl = new VideoControl(capture, still);
        filter = describe(builder.friendlyName);
    }

    private static List<VideoFormats.Choice> usualFormats() {
        List<VideoFormats.Choice> choices = new ArrayList<>();
        for (Guid encoding : List.of(VideoFormat.YUY2, VideoFormat.NV12, VideoFormat.MJPG)) {
            choices.add(choice(encoding, 640, 480, 30, 15, 5));
            choices.add(
                    encoding.equals(VideoFormat.YUY2)
                            ? choice(encoding, 1280, 720, 10, 5)
                            : choice(encoding, 1280, 720, 30, 15, 10));
        }
        return choices;
    }

    private static List<VideoFormats.Choice> usualPictures() {
        return List.of(choice(VideoFormat.YUY2, 640, 480, 30), choice(VideoFormat.MJPG, 1280, 720, 30));
    }

    private static VideoFormats.Choice choice(Guid encoding, int width, int height, int... rates) {
        return VideoFormats.choice(new VideoFormat(encoding, width, height, 0), rates);
    }

    private static ExtensionUnit usualUnit() {
        return ExtensionUnit.of(Guid.of("{4B53344A-0000-4B53-8002-4B53344A0001}"))
                .readOnly("ks4j\0\0\0\1".getBytes(StandardCharsets.US_ASCII))
                .control(new byte[1], new byte[] {3}, new byte[] {1})
                .control(new byte[4], new byte[] {-1, -1, -1, -1}, new byte[] {16, 0, 0, 0})
                .build();
    }

    /**
     * Starts the description of a camera.
     *
     * @return a builder of what {@link #VirtualCamera()} makes
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public List<EmulatedFilter> filters() {
        return List.of(filter);
    }

    /**
     * The controls.
     *
     * @return what clients have set them to
     */
    public CameraControls controls() {
        return controls;
    }

    /**
     * The extension units.
     *
     * @return the units in the order of their nodes, of which the first has the number 2
     */
    public List<ExtensionUnit> extensionUnits() {
        return units;
    }

    /**
     * Changes a control by hand, or as the camera's own automatic does. Clients that have enabled {@code AUTO_UPDATE} are
     * told. What can only be read can be changed too; the mode stays as it is.
     *
     * @param control the control
     * @param value its new value
     * @throws NoSuchElementException if the camera does not have the control
     * @throws IllegalArgumentException if the value is out of range, or the control has none of its own
     */
    public void change(KsProperty<?> control, int value) {
        change(control, value, controls.secondValue(control));
    }

    /**
     * Changes a control of two values by hand; see {@link #change(KsProperty, int)}.
     *
     * @param control the control
     * @param value its new first value
     * @param secondValue its new second value
     * @throws NoSuchElementException if the camera does not have the control
     * @throws IllegalArgumentException if a value is out of range, or the control has none of its own
     */
    public void change(KsProperty<?> control, int value, int secondValue) {
        controls.find(control).change(value, secondValue);
        generate(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE);
    }

    /**
     * Changes a control of an extension unit by hand. Clients that have enabled {@code AUTO_UPDATE} are told.
     *
     * @param unit one of {@link #extensionUnits()}
     * @param selector the control, from 1
     * @param value its new value, as long as the old one
     * @throws NoSuchElementException if there is no such control, or the unit is not this camera's
     * @throws IllegalArgumentException if the value is longer or shorter
     */
    public void change(ExtensionUnit unit, int selector, byte[] value) {
        if (!units.contains(unit)) {
            throw new NoSuchElementException("the camera has no " + unit);
        }
        unit.change(selector, value);
        generate(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE);
    }

    /**
     * Presses the button for a picture. Clients that have enabled {@code EXT_TRIGGER} are told; a picture is taken if
     * {@code KS_VideoControlFlag_ExternalTriggerEnable} is set and the still pin runs.
     */
    public void pressButton() {
        generate(KSEVENT_VIDCAPTOSTI.EXT_TRIGGER);
        videoControl.buttonPressed();
    }

    private void generate(KsEvent event) {
        filter.events().generate(event.set().guid(), event.id());
    }

    private EmulatedFilter describe(String friendlyName) {
        EmulatedFilter.Builder description = EmulatedFilter.named("camera")
                .friendlyName(friendlyName)
                .categories(KSCATEGORY.VIDEO_CAMERA, KSCATEGORY.VIDEO, KSCATEGORY.CAPTURE)
                .pin(capture.describe(PINNAME.VIDEO_CAPTURE, "Capture", KS_VIDEOSTREAM.CAPTURE))
                .pin(still.describe(PINNAME.VIDEO_STILL, "Still", KS_VIDEOSTREAM.STILL))
                .properties(videoControl.properties())
                .properties(extendedControls())
                .events(EventSet.of(KSEVENT_VIDCAPTOSTI.SET)
                        .item(KSEVENT_VIDCAPTOSTI.EXT_TRIGGER.id())
                        .item(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE.id())
                        .build());
        controls.ofFilter().forEach(description::properties);
        addTopology(description);
        return description.build();
    }

    private void addTopology(EmulatedFilter.Builder description) {
        description
                .node(EmulatedNode.of(
                        KSNODETYPE.VIDEO_CAMERA_TERMINAL, "Camera", controls.ofCameraTerminal(), List.of(), List.of()))
                .node(EmulatedNode.of(
                        KSNODETYPE.VIDEO_PROCESSING,
                        "Processing unit",
                        controls.ofProcessingUnit(),
                        List.of(),
                        List.of()))
                .connect(TERMINAL, 0, PROCESSING, 1);
        int last = PROCESSING;
        for (ExtensionUnit unit : units) {
            description
                    .node(EmulatedNode.of(KSNODETYPE.DEV_SPECIFIC, "Extension unit", unit.properties(last)))
                    .connect(last, 0, last + 1, 1);
            last++;
        }
        for (int pin : new int[] {CameraPin.CAPTURE, CameraPin.STILL}) {
            int streaming = FIRST_UNIT + units.size() + pin;
            description
                    .node(EmulatedNode.of(KSNODETYPE.VIDEO_STREAMING, pin == CameraPin.CAPTURE ? "Video" : "Pictures"))
                    .connect(last, 0, streaming, 1)
                    .connect(streaming, 0, EmulatedFilter.FILTER, pin);
        }
    }

    private PropertySet extendedControls() {
        PropertySet.Builder set = PropertySet.of(KSPROPERTY_CAMERACONTROL_EXTENDED.SET);
        for (ExtendedControl control : List.of(
                ExtendedControl.photoMode(CameraPin.STILL, irp -> still.isStreaming()),
                ExtendedControl.torch(),
                ExtendedControl.stabilization(CameraPin.CAPTURE, irp -> capture.isStreaming()))) {
            control.describe(set.item(control.id()));
        }
        return set.build();
    }

    @Override
    public String toString() {
        return instance;
    }

    /** Describes a camera. Not thread-safe. */
    public static final class Builder {

        private String instance = "ks4j#camera#0000";
        private String friendlyName = "ks4j virtual camera";
        private final List<VideoFormats.Choice> captureFormats = new ArrayList<>();
        private final List<VideoFormats.Choice> stillFormats = new ArrayList<>();
        private CameraControls controls;
        private List<ExtensionUnit> units;
        private StreamTiming timing = StreamTiming.EXACT;

        private Builder() {}

        /**
         * Names the device instance, for drivers that have several cameras.
         *
         * @param name as it stands in the filter's path
         * @return this
         */
        public Builder instance(String name) {
            instance = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Names the filter.
         *
         * @param text the name for people
         * @return this
         */
        public Builder friendlyName(String text) {
            friendlyName = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Adds a data range to the capture pin; the first takes the place of the usual ones.
         *
         * @param encoding {@link VideoFormat#YUY2}, {@link VideoFormat#NV12} or {@link VideoFormat#MJPG}
         * @param width the width of the picture, in pixels
         * @param height the height of the picture, in pixels
         * @param rates the frames in a second that the camera can do, at least one
         * @return this
         * @throws IllegalArgumentException if there is no {@link TestCard} of that format, or no rate
         */
        public Builder capture(Guid encoding, int width, int height, int... rates) {
            captureFormats.add(check(encoding, width, height, rates));
            return this;
        }

        /**
         * Adds a data range to the still pin; the first takes the place of the usual ones.
         *
         * @param encoding {@link VideoFormat#YUY2}, {@link VideoFormat#NV12} or {@link VideoFormat#MJPG}
         * @param width the width of the picture, in pixels
         * @param height the height of the picture, in pixels
         * @param rate the pictures that could be taken in a second
         * @return this
         * @throws IllegalArgumentException if there is no {@link TestCard} of that format
         */
        public Builder still(Guid encoding, int width, int height, int rate) {
            stillFormats.add(check(encoding, width, height, rate));
            return this;
        }

        private static VideoFormats.Choice check(Guid encoding, int width, int height, int... rates) {
            if (rates.length == 0 || !TestCard.canDraw(VideoFormat.of(encoding, width, height, 1))) {
                throw new IllegalArgumentException("no camera films " + VideoFormat.of(encoding, width, height, 1)
                        + " at " + rates.length + " rates");
            }
            for (int rate : rates) {
                if (rate <= 0 || rate > 1_000_000) {
                    throw new IllegalArgumentException("no camera takes " + rate + " frames a second");
                }
            }
            return choice(encoding, width, height, rates);
        }

        /**
         * Sets the controls.
         *
         * @param all the controls of this camera and no other; by default those of {@link CameraControls#usual()}
         * @return this
         */
        public Builder controls(CameraControls all) {
            controls = Objects.requireNonNull(all, "all");
            return this;
        }

        /**
         * Sets the extension units.
         *
         * @param all the units in the order in which the data passes them, perhaps none; by default there is one
         * @return this
         */
        public Builder extensionUnits(ExtensionUnit... all) {
            units = List.of(all);
            return this;
        }

        /**
         * Says how well the camera keeps time.
         *
         * @param keeping the drift of its clock, how late frames come, though by less than the interval, and how many
         *     never do; {@link StreamTiming#EXACT} by default
         * @return this
         */
        public Builder timing(StreamTiming keeping) {
            timing = Objects.requireNonNull(keeping, "keeping");
            return this;
        }

        /**
         * Makes the camera.
         *
         * @return the camera, to be plugged into one driver at a time
         */
        public VirtualCamera build() {
            return new VirtualCamera(this);
        }
    }
}
