package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_MEMBER_FLAG;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One control of a camera: one or two values, the flags that say who sets them, and the range. The structures of all
 * kinds of controls lie alike: the head of the request, then value, flags, capabilities and, of a pair, the other value.
 * Thread-safe.
 */
final class CameraControl {
    static final int AUTO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO;
    static final int MANUAL = KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
    static final int RELATIVE = KSPROPERTY_CAMERACONTROL_FLAGS.RELATIVE;

    /** The bytes behind the head of the request. */
    private static final int VALUES = 16;

    private static final int FLAGS = 4;
    private static final int CAPABILITIES = 8;
    private static final int OTHER_VALUE = 12;

    /** What can be done with a control. */
    enum Access {
        READ,
        WRITE,
        BOTH
    }

    /**
     * The values of a control.
     *
     * @param minimum the least
     * @param maximum the greatest
     * @param step the distance between two values
     * @param initial the default
     */
    record Range(int minimum, int maximum, int step, int initial) {
        Range {
            if (minimum > initial || initial > maximum || step <= 0) {
                throw new IllegalArgumentException(
                        "no range: " + minimum + " to " + maximum + " by " + step + ", default " + initial);
            }
        }

        boolean contains(int value) {
            return minimum <= value && value <= maximum;
        }

        /** How far a value can be moved. */
        Range distances() {
            int greatest = (int) Math.min(Integer.MAX_VALUE, (long) maximum - minimum);
            return new Range(-greatest, greatest, step, 0);
        }

        int clamp(long value) {
            return (int) Math.max(minimum, Math.min(maximum, value));
        }
    }

    /** The range of the value; null if it is a constant. */
    private final Range range;
    /** The range of the other value; null if there is but one. */
    private final Range otherRange;

    private final int capabilities;
    private final Access access;
    /** The control that this one moves; null if it has a value of its own. */
    private final CameraControl target;

    private int value;
    private int otherValue;
    private int flags;

    CameraControl(Range range, Range otherRange, int capabilities, Access access, CameraControl target) {
        this.range = range;
        this.otherRange = otherRange;
        this.capabilities = capabilities;
        this.access = access;
        this.target = target;
        this.value = range.initial;
        this.otherValue = otherRange == null ? 0 : otherRange.initial;
        this.flags = (capabilities & AUTO) != 0 ? AUTO : capabilities;
    }

    private CameraControl(int value, int flags, int capabilities) {
        this.range = null;
        this.otherRange = null;
        this.capabilities = capabilities;
        this.access = Access.READ;
        this.target = null;
        this.value = value;
        this.flags = flags;
    }

    /** Three numbers that never change, in the places of value, flags and capabilities: the focal lengths. */
    static CameraControl constant(int first, int second, int third) {
        return new CameraControl(first, second, third);
    }

    /** A control that moves another one, and then is at rest: what it reads as is a distance of 0. */
    static CameraControl mover(CameraControl target, Access access) {
        if (target.range == null || target.target != null) {
            throw new IllegalArgumentException("a control that has no value of its own cannot be moved");
        }
        Range other = target.otherRange == null ? null : target.otherRange.distances();
        return new CameraControl(target.range.distances(), other, MANUAL | RELATIVE, access, target);
    }

    synchronized int value() {
        return value;
    }

    synchronized int otherValue() {
        return otherValue;
    }

    synchronized boolean isAutomatic() {
        return range != null && (flags & AUTO) != 0;
    }

    /** The device itself has come to other values, in whatever mode. */
    synchronized void change(int changed, int other) {
        if (range == null || target != null || !range.contains(changed)) {
            throw new IllegalArgumentException(changed + " is not within " + range);
        }
        if (otherRange != null && !otherRange.contains(other)) {
            throw new IllegalArgumentException(other + " is not within " + otherRange);
        }
        value = changed;
        otherValue = otherRange == null ? 0 : other;
    }

    /** Describes the property whose requests have a head of some size: that of a filter, or that of a node. */
    PropertyItem.Builder describe(PropertyItem.Builder item, int head) {
        item.minProperty(head + VALUES).minData(head + VALUES).values(values());
        if (access != Access.WRITE) {
            item.get((irp, request, data) -> get(irp, request, data, head));
        }
        if (access != Access.READ) {
            item.set((irp, request, data) -> set(data, head));
        }
        return item;
    }

    /** The whole structure goes back, as the pages of the structures say. */
    private synchronized NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data, int head) {
        data.put(0, request, 0, head)
                .putInt(head, value)
                .putInt(head + FLAGS, flags)
                .putInt(head + CAPABILITIES, capabilities)
                .putInt(head + OTHER_VALUE, otherValue);
        irp.information(head + VALUES);
        return NtStatus.SUCCESS;
    }

    private NtStatus set(ByteBuffer data, int head) {
        int wanted = data.getInt(head);
        int other = data.getInt(head + OTHER_VALUE);
        int mode = data.getInt(head + FLAGS);
        if ((mode & ~capabilities) != 0 || (mode & (AUTO | MANUAL)) == (AUTO | MANUAL)) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (target != null) {
            return target.move(wanted, other);
        }
        return set(wanted, other, mode);
    }

    private synchronized NtStatus set(int wanted, int other, int mode) {
        if (mode == AUTO) {
            flags = AUTO;
            return NtStatus.SUCCESS;
        }
        if (!range.contains(wanted) || otherRange != null && !otherRange.contains(other)) {
            return NtStatus.INVALID_PARAMETER;
        }
        value = wanted;
        otherValue = otherRange == null ? 0 : other;
        if (mode != 0) {
            flags = mode;
        }
        return NtStatus.SUCCESS;
    }

    private synchronized NtStatus move(int by, int otherBy) {
        value = range.clamp((long) value + by);
        otherValue = otherRange == null ? 0 : otherRange.clamp((long) otherValue + otherBy);
        flags = MANUAL;
        return NtStatus.SUCCESS;
    }

    private PropertyValues values() {
        if (range == null) {
            return null;
        }
        int members = otherRange == null ? 1 : 2;
        ByteBuffer steps = ByteBuffer.allocate(16 * members).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer defaults = ByteBuffer.allocate(4 * members).order(ByteOrder.LITTLE_ENDIAN);
        put(range, steps, defaults);
        if (otherRange != null) {
            put(otherRange, steps, defaults);
        }
        return PropertyValues.of(PropertyValues.VT_I4)
                .with(new PropertyValues.Members(KSPROPERTY_MEMBER.STEPPEDRANGES, 16, members, 0, steps.array()))
                .with(new PropertyValues.Members(
                        KSPROPERTY_MEMBER.VALUES, 4, members, KSPROPERTY_MEMBER_FLAG.DEFAULT, defaults.array()));
    }

    private static void put(Range range, ByteBuffer steps, ByteBuffer defaults) {
        steps.putInt(range.step).putInt(0).putInt(range.minimum).putInt(range.maximum);
        defaults.putInt(range.initial);
    }
}
