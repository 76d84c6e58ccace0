package io.github.ks4j.emu;

import io.github.ks4j.emu.CameraControl.Access;
import io.github.ks4j.emu.CameraControl.Range;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSP_NODE;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The controls of a {@link VirtualCamera}: what {@code PROPSETID_VIDCAP_VIDEOPROCAMP} and
 * {@code PROPSETID_VIDCAP_CAMERACONTROL} answer, on the filter and on the nodes. Their values last as long as this
 * object, as those of a camera outlast the programs that use it. Thread-safe.
 *
 * <p>A request is answered with the whole structure, and a SET takes the values from the data buffer. What real drivers do
 * differs; these controls
 *
 * <ul>
 *   <li>refuse with {@code STATUS_INVALID_PARAMETER} a value out of range, and a flag that is not in Capabilities: AUTO
 *       where there is none, AUTO and MANUAL at once, RELATIVE. A value between two steps is kept as it is;
 *   <li>ignore the value of a SET with AUTO, and keep the last one;
 *   <li>take the value of a SET without flags, and leave AUTO on if it is: clients that forget MANUAL see that it had no
 *       lasting effect on a real camera;
 *   <li>answer {@code STATUS_NOT_FOUND} to a SET of what can only be read and a GET of what can only be written;
 *   <li>move, by {@code _RELATIVE} controls, the control that these belong to, at once and as far as it goes, and so
 *       answer 0 to a GET of them. {@code IRIS_RELATIVE} can only be written.
 * </ul>
 *
 * <p>Controls do not depend on each other: {@code PAN} is not moved by {@code PANTILT}. None of them changes the picture.
 *
 * <pre>{@code
 * CameraControls.builder()
 *         .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS, -64, 64, 1, 0)
 *         .automatic(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, -11, -2, 1, -6)
 *         .build()
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-cameracontrol">PROPSETID_VIDCAP_CAMERACONTROL</a>
 */
public final class CameraControls {
    private static final KsSet PICTURE = KSPROPERTY_VIDCAP_VIDEOPROCAMP.SET;
    private static final KsSet LENS = KSPROPERTY_VIDCAP_CAMERACONTROL.SET;

    private final Map<KsItem, CameraControl> controls;

    private CameraControls(Map<KsItem, CameraControl> controls) {
        this.controls = controls;
    }

    /**
     * Starts a description without any control.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a description with every control there is, in ranges as webcams have them. White balance, exposure and focus
     * can be automatic, and are.
     *
     * @return a builder, to change and take away
     */
    public static Builder usual() {
        return builder()
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS, -64, 64, 1, 0)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.CONTRAST, 0, 255, 1, 128)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.HUE, -180, 180, 1, 0)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.SATURATION, 0, 255, 1, 128)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.SHARPNESS, 0, 255, 1, 128)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.GAMMA, 72, 500, 1, 100)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.COLORENABLE, 0, 1, 1, 1)
                .automatic(KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE, 2800, 6500, 10, 4600)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.BACKLIGHT_COMPENSATION, 0, 1, 1, 1)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.GAIN, 0, 255, 1, 0)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.DIGITAL_MULTIPLIER, 1, 4, 1, 1)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.DIGITAL_MULTIPLIER_LIMIT, 1, 4, 1, 4)
                .pair(KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE_COMPONENT, 0, 1023, 1, 512)
                .manual(KSPROPERTY_VIDCAP_VIDEOPROCAMP.POWERLINE_FREQUENCY, 0, 3, 1, 3)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN, -10, 10, 1, 0)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.TILT, -10, 10, 1, 0)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.ROLL, -180, 180, 1, 0)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM, 100, 400, 1, 100)
                .automatic(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, -11, -2, 1, -6)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS, 18, 160, 1, 28)
                .automatic(KSPROPERTY_VIDCAP_CAMERACONTROL.FOCUS, 0, 250, 5, 0)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.SCANMODE, 0, 1, 1, 1)
                .readOnly(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, 0, 1, 1, 0)
                .pair(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT, -36000, 36000, 3600, 0)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.PAN)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.TILT_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.TILT)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.ROLL_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.ROLL)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.FOCUS_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.FOCUS)
                .relative(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT)
                .focalLength(1, 4, 16)
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.AUTO_EXPOSURE_PRIORITY, 0, 1, 1, 0);
    }

    /**
     * The value of a control.
     *
     * @param item the control
     * @return its value; of a pair, the first; of the focal length, the ocular's
     * @throws NoSuchElementException if the camera does not have it
     */
    public int value(KsItem item) {
        return find(item).value();
    }

    /**
     * The second value of a control that has two.
     *
     * @param item the control
     * @return its second value; 0 if it has but one
     * @throws NoSuchElementException if the camera does not have it
     */
    public int secondValue(KsItem item) {
        return find(item).otherValue();
    }

    /**
     * Whether the camera chooses the value of a control.
     *
     * @param item the control
     * @return true if AUTO is on
     * @throws NoSuchElementException if the camera does not have it
     */
    public boolean isAutomatic(KsItem item) {
        return find(item).isAutomatic();
    }

    CameraControl find(KsItem item) {
        CameraControl control = controls.get(item);
        if (control == null) {
            throw new NoSuchElementException("the camera has no " + item.name());
        }
        return control;
    }

    /** The sets of the filter: all controls but the one that only nodes have. */
    List<PropertySet> ofFilter() {
        int head = KSPROPERTY.LAYOUT.size();
        return Stream.of(PICTURE, LENS)
                .flatMap(set -> set(set, head, item -> item != KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE_COMPONENT))
                .toList();
    }

    /** The sets of the camera terminal. */
    List<PropertySet> ofCameraTerminal() {
        return set(LENS, KSP_NODE.LAYOUT.size(), item -> true).toList();
    }

    /** The sets of the processing unit. */
    List<PropertySet> ofProcessingUnit() {
        return set(PICTURE, KSP_NODE.LAYOUT.size(), item -> true).toList();
    }

    /** The set of those controls that are wanted, if there is one; its requests have a head of a size. */
    private Stream<PropertySet> set(KsSet set, int head, Predicate<KsItem> wanted) {
        List<KsItem> items = controls.keySet().stream()
                .filter(item -> item.set().equals(set) && wanted.test(item))
                .toList();
        if (items.isEmpty()) {
            return Stream.empty();
        }
        PropertySet.Builder builder = PropertySet.of(set);
        items.forEach(item -> controls.get(item).describe(builder.item(item.id()), head));
        return Stream.of(builder.build());
    }

    /** Describes the controls of a camera; one that is described again replaces the former. Not thread-safe. */
    public static final class Builder {
        private final Map<KsItem, Supplier<CameraControl>> plans = new LinkedHashMap<>();
        /** What moves what. */
        private final Map<KsItem, KsItem> movers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a control that only clients set.
         *
         * @param item an item of one of the two sets
         * @param minimum the least value, in the control's unit
         * @param maximum the greatest value
         * @param step the distance between two values
         * @param initial the default, and the value at first
         * @return this
         * @throws IllegalArgumentException if the numbers make no range, or the item is of another set
         */
        public Builder manual(KsProperty<?> item, int minimum, int maximum, int step, int initial) {
            Range range = new Range(minimum, maximum, step, initial);
            return add(item, () -> new CameraControl(range, null, CameraControl.MANUAL, Access.BOTH, null));
        }

        /**
         * Adds a control that the camera can set too, as it does at first.
         *
         * @param item an item of one of the two sets
         * @param minimum the least value, in the control's unit
         * @param maximum the greatest value
         * @param step the distance between two values
         * @param initial the default, and the value at first
         * @return this
         * @throws IllegalArgumentException if the numbers make no range, or the item is of another set
         */
        public Builder automatic(KsProperty<?> item, int minimum, int maximum, int step, int initial) {
            Range range = new Range(minimum, maximum, step, initial);
            int capabilities = CameraControl.AUTO | CameraControl.MANUAL;
            return add(item, () -> new CameraControl(range, null, capabilities, Access.BOTH, null));
        }

        /**
         * Adds a control that clients cannot set.
         *
         * @param item an item of one of the two sets
         * @param minimum the least value, in the control's unit
         * @param maximum the greatest value
         * @param step the distance between two values
         * @param initial the default, and the value at first
         * @return this
         * @throws IllegalArgumentException if the numbers make no range, or the item is of another set
         */
        public Builder readOnly(KsProperty<?> item, int minimum, int maximum, int step, int initial) {
            Range range = new Range(minimum, maximum, step, initial);
            return add(item, () -> new CameraControl(range, null, CameraControl.MANUAL, Access.READ, null));
        }

        /**
         * Adds a control of two values with the same range. Its description lists the range of each.
         *
         * @param item an item of one of the two sets, such as {@code KSPROPERTY_CAMERACONTROL_PANTILT}
         * @param minimum the least value, in the control's unit
         * @param maximum the greatest value
         * @param step the distance between two values
         * @param initial the default, and the value at first
         * @return this
         * @throws IllegalArgumentException if the numbers make no range, or the item is of another set
         */
        public Builder pair(KsProperty<?> item, int minimum, int maximum, int step, int initial) {
            Range range = new Range(minimum, maximum, step, initial);
            return add(item, () -> new CameraControl(range, range, CameraControl.MANUAL, Access.BOTH, null));
        }

        /**
         * Adds a control that moves another one.
         *
         * @param item an item of one of the two sets, such as {@code KSPROPERTY_CAMERACONTROL_PAN_RELATIVE}
         * @param target the control that it moves
         * @return this
         * @throws IllegalArgumentException if the item is of another set
         */
        public Builder relative(KsProperty<?> item, KsProperty<?> target) {
            without(check(item));
            movers.put(item, target);
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH} answers.
         *
         * @param ocular the focal length of the ocular lens, in a unit of the camera's
         * @param objectiveMinimum the least focal length of the objective lens, in the same unit
         * @param objectiveMaximum the greatest focal length of the objective lens, in the same unit
         * @return this
         */
        public Builder focalLength(int ocular, int objectiveMinimum, int objectiveMaximum) {
            return add(
                    KSPROPERTY_VIDCAP_CAMERACONTROL.FOCAL_LENGTH,
                    () -> CameraControl.constant(ocular, objectiveMinimum, objectiveMaximum));
        }

        /**
         * Takes controls away, and those that move them.
         *
         * @param items the controls that the camera shall not have
         * @return this
         */
        public Builder without(KsProperty<?>... items) {
            for (KsProperty<?> item : items) {
                plans.remove(item);
                movers.remove(item);
                movers.values().removeIf(target -> target == item);
            }
            return this;
        }

        private Builder add(KsProperty<?> item, Supplier<CameraControl> plan) {
            movers.remove(check(item));
            plans.put(item, plan);
            return this;
        }

        private static KsProperty<?> check(KsProperty<?> item) {
            if (!item.set().equals(PICTURE) && !item.set().equals(LENS)) {
                throw new IllegalArgumentException(item + " is no control of a camera");
            }
            return item;
        }

        /**
         * Ends the description.
         *
         * @return the controls, at their defaults
         * @throws NoSuchElementException if a control shall move one that there is not
         * @throws IllegalArgumentException if a control shall move one that has no value of its own
         */
        public CameraControls build() {
            Map<KsItem, CameraControl> made = new LinkedHashMap<>();
            plans.forEach((item, plan) -> made.put(item, plan.get()));
            CameraControls controls = new CameraControls(made);
            movers.forEach((item, target) -> made.put(
                    item,
                    CameraControl.mover(
                            controls.find(target),
                            item == KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS_RELATIVE ? Access.WRITE : Access.BOTH)));
            return controls;
        }
    }
}
