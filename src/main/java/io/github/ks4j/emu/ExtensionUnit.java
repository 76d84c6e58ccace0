package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_EXTENSION_UNIT;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_MEMBER_FLAG;
import io.github.ks4j.set.KSPROPTYPESETID;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSP_NODE;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The extension unit of a UVC camera: controls of the maker's own, whose values are bytes that only the maker knows.
 * They keep their values as long as this object is there. Thread-safe.
 *
 * <p>As with {@code usbvideo.sys}, the unit is a node of the type {@code KSNODETYPE_DEV_SPECIFIC} whose property set is
 * the GUID of the unit. Requests have a {@code KSP_NODE} and the TOPOLOGY flag; the set is unknown to the filter itself
 * and to other nodes.
 *
 * <ul>
 *   <li>Item 0, {@code KSPROPERTY_EXTENSION_UNIT_INFO}, answers as the unit's descriptor has it: {@code guidExtensionCode}
 *       (16 bytes), {@code bNumControls}, {@code bNrInPins}, one {@code baSourceID}, {@code bControlSize} and
 *       {@code bmControls}, with a bit for each control;
 *   <li>Items 1 to 31 are the controls. A request without a data buffer answers {@code STATUS_BUFFER_OVERFLOW} with the
 *       length, one with less {@code STATUS_BUFFER_TOO_SMALL}; of a longer buffer only the first bytes count;
 *   <li>BASICSUPPORT has one member of the kind {@code KSPROPERTY_MEMBER_RANGES}, minimum and maximum, each as long as the
 *       control and without steps, and the default; DEFAULTVALUES has the default alone. Values are not held against the
 *       range: a device decides about its bytes itself, and this one takes all.
 * </ul>
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/extension-unit-plug-in-architecture">Extension
 *     Unit Plug-In Architecture</a>
 */
public final class ExtensionUnit {
    /** {@code usbvideo.sys} knows no more. */
    private static final int MOST_CONTROLS = 31;

    /** {@code VT_ARRAY | VT_UI1}: bytes. */
    private static final int VT_BYTES = 0x2011;

    private final KsSet set;
    private final List<Control> controls;

    private ExtensionUnit(Guid guid, List<Control> controls) {
        this.set = new KsSet("extension unit " + guid, guid);
        this.controls = List.copyOf(controls);
    }

    /**
     * Starts the description of a unit.
     *
     * @param guid {@code guidExtensionCode}
     * @return a builder without controls
     */
    public static Builder of(Guid guid) {
        return new Builder(guid);
    }

    /**
     * The GUID of the unit.
     *
     * @return its property set
     */
    public Guid guid() {
        return set.guid();
    }

    /**
     * The value of a control.
     *
     * @param selector the control, from 1
     * @return a copy of its bytes
     * @throws NoSuchElementException if there is no such control
     */
    public byte[] value(int selector) {
        return find(selector).copy();
    }

    /** The device itself has come to another value. */
    void change(int selector, byte[] value) {
        find(selector).change(value);
    }

    private Control find(int selector) {
        if (selector < 1 || selector > controls.size()) {
            throw new NoSuchElementException(this + " has no control " + selector);
        }
        return controls.get(selector - 1);
    }

    /** The property set of the unit's node. */
    PropertySet properties(int source) {
        ByteBuffer info = info(source);
        int request = KSP_NODE.LAYOUT.size();
        PropertyItem.Builder item = PropertySet.of(set)
                .item(KSPROPERTY_EXTENSION_UNIT.INFO)
                .get((irp, head, data) -> Answers.bytes(irp, data, info))
                .minProperty(request);
        for (int i = 0; i < controls.size(); i++) {
            item = controls.get(i).describe(item.item(i + 1)).minProperty(request);
        }
        return item.build();
    }

    private ByteBuffer info(int source) {
        int mapSize = (controls.size() + 7) / 8;
        ByteBuffer info = ByteBuffer.allocate(Guid.SIZE + 4 + mapSize).order(ByteOrder.LITTLE_ENDIAN);
        guid().write(info, 0);
        info.position(Guid.SIZE)
                .put((byte) controls.size())
                .put((byte) 1)
                .put((byte) source)
                .put((byte) mapSize);
        for (int i = 0; i < controls.size(); i++) {
            int at = Guid.SIZE + 4 + i / 8;
            info.put(at, (byte) (info.get(at) | 1 << i % 8));
        }
        return info.clear();
    }

    @Override
    public String toString() {
        return set.name();
    }

    /** A control. */
    private static final class Control {
        private final byte[] minimum;
        private final byte[] maximum;
        private final byte[] initial;
        private final boolean writable;
        private final byte[] value;

        Control(byte[] minimum, byte[] maximum, byte[] initial, boolean writable) {
            this.minimum = minimum;
            this.maximum = maximum;
            this.initial = initial;
            this.writable = writable;
            this.value = initial.clone();
        }

        synchronized byte[] copy() {
            return value.clone();
        }

        synchronized void change(byte[] changed) {
            if (changed.length != value.length) {
                throw new IllegalArgumentException("the control has " + value.length + " bytes, not " + changed.length);
            }
            System.arraycopy(changed, 0, value, 0, value.length);
        }

        PropertyItem.Builder describe(PropertyItem.Builder item) {
            byte[] range = new byte[2 * initial.length];
            System.arraycopy(minimum, 0, range, 0, initial.length);
            System.arraycopy(maximum, 0, range, initial.length, initial.length);
            item.get(this::get)
                    .minData(value.length)
                    .values(new PropertyValues(KSPROPTYPESETID.General, VT_BYTES, List.of())
                            .with(new PropertyValues.Members(KSPROPERTY_MEMBER.RANGES, range.length, 1, 0, range))
                            .with(new PropertyValues.Members(
                                    KSPROPERTY_MEMBER.VALUES,
                                    initial.length,
                                    1,
                                    KSPROPERTY_MEMBER_FLAG.DEFAULT,
                                    initial)));
            return writable ? item.set(this::set) : item;
        }

        private synchronized NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data) {
            data.put(0, value);
            irp.information(value.length);
            return NtStatus.SUCCESS;
        }

        private synchronized NtStatus set(Irp irp, ByteBuffer request, ByteBuffer data) {
            data.get(0, value);
            return NtStatus.SUCCESS;
        }
    }

    /** Describes a unit. Not thread-safe. */
    public static final class Builder {
        private record Plan(byte[] minimum, byte[] maximum, byte[] initial, boolean writable) {}

        private final Guid guid;
        private final List<Plan> plans = new ArrayList<>();

        private Builder(Guid guid) {
            this.guid = Objects.requireNonNull(guid, "guid");
        }

        /**
         * Adds the next control, the first of which has the selector 1.
         *
         * @param minimum the least value, of any length but 0
         * @param maximum the greatest value, of the same length
         * @param initial the default, and the value at first, of the same length
         * @return this
         * @throws IllegalArgumentException if the lengths differ or are 0, or there are 31 controls already
         */
        public Builder control(byte[] minimum, byte[] maximum, byte[] initial) {
            return add(minimum, maximum, initial, true);
        }

        /**
         * Adds the next control, one that clients can only read: a SET is not found.
         *
         * @param value the value, of any length but 0
         * @return this
         * @throws IllegalArgumentException if it is empty, or there are 31 controls already
         */
        public Builder readOnly(byte[] value) {
            return add(value, value, value, false);
        }

        private Builder add(byte[] minimum, byte[] maximum, byte[] initial, boolean writable) {
            int length = initial.length;
            if (length == 0 || length > 0xFFFF || minimum.length != length || maximum.length != length) {
                throw new IllegalArgumentException("a control has one length, from 1 to 65535: not " + minimum.length
                        + ", " + maximum.length + " and " + length);
            }
            if (plans.size() == MOST_CONTROLS) {
                throw new IllegalArgumentException("there can be " + MOST_CONTROLS + " controls");
            }
            plans.add(new Plan(minimum.clone(), maximum.clone(), initial.clone(), writable));
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the unit, its controls at their defaults
         */
        public ExtensionUnit build() {
            return new ExtensionUnit(
                    guid,
                    plans.stream()
                            .map(plan -> new Control(plan.minimum, plan.maximum, plan.initial, plan.writable))
                            .toList());
        }
    }
}
