package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.set.KSCAMERA_EXTENDEDPROP;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSCAMERA_EXTENDEDPROP_HEADER;
import io.github.ks4j.struct.KSCAMERA_EXTENDEDPROP_PHOTOMODE;
import io.github.ks4j.struct.KSCAMERA_EXTENDEDPROP_VALUE;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;

/**
 * An extended camera control: a {@code KSCAMERA_EXTENDEDPROP_HEADER} with the mode, and what the control has behind it.
 * A SET has to repeat Version, Size, PinId and a Result of 0, and to choose one of the modes. Thread-safe.
 */
final class ExtendedControl {
    private static final Abi ABI = Abi.X64;
    private static final int VERSION = 1;
    private static final int HEADER = KSCAMERA_EXTENDEDPROP_HEADER.LAYOUT.size();
    private static final int MOST_HISTORY_FRAMES = 4;

    private final KsProperty<?> item;
    private final int pin;
    private final long capability;
    /** Whether this is no time to change the mode. */
    private final Predicate<Irp> busy;
    /** Head and tail as GET gives them. Guarded by this. */
    private final ByteBuffer current;
    /** How many bytes behind the head clients set. */
    private final int writable;
    /** The greatest number that they can set there. */
    private final long limit;

    private ExtendedControl(
            KsProperty<?> item, int pin, long capability, Predicate<Irp> busy, int tail, int writable, long limit) {
        this.item = item;
        this.pin = pin;
        this.capability = capability;
        this.busy = busy;
        this.writable = writable;
        this.limit = limit;
        this.current = ByteBuffer.allocate(HEADER + tail).order(ByteOrder.LITTLE_ENDIAN);
        KSCAMERA_EXTENDEDPROP_HEADER
                .LAYOUT
                .at(ABI, current, 0)
                .set(KSCAMERA_EXTENDEDPROP_HEADER.Version, VERSION)
                .set(KSCAMERA_EXTENDEDPROP_HEADER.PinId, pin)
                .set(KSCAMERA_EXTENDEDPROP_HEADER.Size, HEADER + tail)
                .set(KSCAMERA_EXTENDEDPROP_HEADER.Capability, capability);
    }

    /** Single photos or sequences, of the still pin, to be chosen in STOP. */
    static ExtendedControl photoMode(int pin, Predicate<Irp> busy) {
        ExtendedControl control = new ExtendedControl(
                KSPROPERTY_CAMERACONTROL_EXTENDED.PHOTOMODE,
                pin,
                KSCAMERA_EXTENDEDPROP.PHOTOMODE_SEQUENCE,
                busy,
                KSCAMERA_EXTENDEDPROP_PHOTOMODE.LAYOUT.size(),
                4,
                MOST_HISTORY_FRAMES);
        KSCAMERA_EXTENDEDPROP_PHOTOMODE
                .LAYOUT
                .at(ABI, control.current, HEADER)
                .set(KSCAMERA_EXTENDEDPROP_PHOTOMODE.MaxHistoryFrames, MOST_HISTORY_FRAMES);
        return control;
    }

    /** The torch, off and on or with a power of 0 to 100, at any time. */
    static ExtendedControl torch() {
        return new ExtendedControl(
                KSPROPERTY_CAMERACONTROL_EXTENDED.TORCHMODE,
                KSCAMERA_EXTENDEDPROP.FILTERSCOPE,
                KSCAMERA_EXTENDEDPROP.VIDEOTORCH_ON | KSCAMERA_EXTENDEDPROP.VIDEOTORCH_ON_ADJUSTABLEPOWER,
                irp -> false,
                KSCAMERA_EXTENDEDPROP_VALUE.LAYOUT.size(),
                KSCAMERA_EXTENDEDPROP_VALUE.LAYOUT.size(),
                100);
    }

    /** Video stabilization of the capture pin, to be chosen in STOP. */
    static ExtendedControl stabilization(int pin, Predicate<Irp> busy) {
        return new ExtendedControl(
                KSPROPERTY_CAMERACONTROL_EXTENDED.VIDEOSTABILIZATION,
                pin,
                KSCAMERA_EXTENDEDPROP.VIDEOSTABILIZATION_ON | KSCAMERA_EXTENDEDPROP.VIDEOSTABILIZATION_AUTO,
                busy,
                KSCAMERA_EXTENDEDPROP_VALUE.LAYOUT.size(),
                0,
                0);
    }

    int id() {
        return item.id();
    }

    void describe(PropertyItem.Builder builder) {
        builder.get(this::get).set(this::set).minData(current.capacity());
    }

    private synchronized NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data) {
        data.put(0, current, 0, current.capacity());
        irp.information(current.capacity());
        return NtStatus.SUCCESS;
    }

    private NtStatus set(Irp irp, ByteBuffer request, ByteBuffer data) {
        long flags = KSCAMERA_EXTENDEDPROP_HEADER.Flags.read(ABI, data, 0);
        if (KSCAMERA_EXTENDEDPROP_HEADER.Version.read(ABI, data, 0) != VERSION
                || KSCAMERA_EXTENDEDPROP_HEADER.PinId.read(ABI, data, 0) != pin
                || KSCAMERA_EXTENDEDPROP_HEADER.Size.read(ABI, data, 0) != current.capacity()
                || KSCAMERA_EXTENDEDPROP_HEADER.Result.read(ABI, data, 0) != 0
                || (flags & ~capability) != 0
                || Long.bitCount(flags) > 1) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (writable > 0 && Long.compareUnsigned(tail(data), limit) > 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (busy.test(irp)) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        synchronized (this) {
            KSCAMERA_EXTENDEDPROP_HEADER.Flags.write(ABI, current, 0, flags);
            current.put(HEADER, data, HEADER, writable);
        }
        return NtStatus.SUCCESS;
    }

    private long tail(ByteBuffer data) {
        return writable == Integer.BYTES ? Integer.toUnsignedLong(data.getInt(HEADER)) : data.getLong(HEADER);
    }
}
