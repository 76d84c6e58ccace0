package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSNODEPROPERTY_AUDIO_CHANNEL;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntUnaryOperator;

/** The volume and the mute switch of two channels. Thread-safe. */
final class VolumeControl {
    private static final int CHANNELS = 2;
    private static final int ALL = -1;
    private static final int DECIBEL = 65536;
    private static final int MINIMUM = -96 * DECIBEL;
    private static final int MAXIMUM = 0;
    private static final int STEP = DECIBEL / 2;
    private static final int REQUEST = KSNODEPROPERTY_AUDIO_CHANNEL.LAYOUT.size();

    private final AtomicIntegerArray levels = new AtomicIntegerArray(CHANNELS);
    private final AtomicIntegerArray muted = new AtomicIntegerArray(CHANNELS);

    /** The property set of the volume node. */
    PropertySet volume() {
        return set(
                KSPROPERTY_AUDIO.VOLUMELEVEL.id(),
                levels,
                level -> Math.max(MINIMUM, Math.min(MAXIMUM, level)),
                PropertyValues.stepped(MINIMUM, MAXIMUM, STEP));
    }

    /** The property set of the mute node. */
    PropertySet mute() {
        return set(
                KSPROPERTY_AUDIO.MUTE.id(),
                muted,
                flag -> flag == 0 ? 0 : 1,
                PropertyValues.of(PropertyValues.VT_BOOL));
    }

    private static PropertySet set(
            int id, AtomicIntegerArray values, IntUnaryOperator clamp, PropertyValues description) {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(id)
                .get((irp, request, data) -> get(irp, request, data, values))
                .set(setter(values, clamp))
                .minProperty(REQUEST)
                .minData(4)
                .values(description)
                .build();
    }

    private static NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data, AtomicIntegerArray values) {
        int channel = KSNODEPROPERTY_AUDIO_CHANNEL.Channel.read(Abi.X64, request, 0);
        if (channel == ALL) {
            return Answers.ulong(irp, data, Math.max(values.get(0), values.get(1)));
        }
        return channel < 0 || channel >= CHANNELS
                ? NtStatus.INVALID_PARAMETER
                : Answers.ulong(irp, data, values.get(channel));
    }

    private static KsHandler setter(AtomicIntegerArray values, IntUnaryOperator clamp) {
        return (irp, request, data) -> {
            int channel = KSNODEPROPERTY_AUDIO_CHANNEL.Channel.read(Abi.X64, request, 0);
            if (channel != ALL && (channel < 0 || channel >= CHANNELS)) {
                return NtStatus.INVALID_PARAMETER;
            }
            int value = clamp.applyAsInt(data.getInt(0));
            for (int i = 0; i < CHANNELS; i++) {
                if (channel == ALL || channel == i) {
                    values.set(i, value);
                }
            }
            return NtStatus.SUCCESS;
        };
    }
}
