package io.github.ks4j.contract;

import io.github.ks4j.emu.Answers;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import java.nio.ByteBuffer;

/** The nodes of the emulated stub filter, with two channels. */
final class StubNodes {
    private static final int SILENCE = -96 * 65536;

    private StubNodes() {}

    static PropertySet volume() {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.VOLUMELEVEL.id())
                .get(onChannel((irp, channel, data) ->
                        Answers.ulong(irp, data, StubState.of(irp).volume[Math.max(0, channel)])))
                .set(onChannel((irp, channel, data) ->
                        store(StubState.of(irp).volume, channel, Math.max(SILENCE, Math.min(0, data.getInt(0))))))
                .minProperty(40)
                .minData(4)
                .values(PropertyValues.stepped(SILENCE, 0, 0x8000))
                .build();
    }

    static PropertySet mute() {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.MUTE.id())
                .get(onChannel(
                        (irp, channel, data) -> Answers.ulong(irp, data, StubState.of(irp).mute[Math.max(0, channel)])))
                .set(onChannel(
                        (irp, channel, data) -> store(StubState.of(irp).mute, channel, data.getInt(0) == 0 ? 0 : 1)))
                .minProperty(40)
                .minData(4)
                .build();
    }

    /** A request for a channel: 0, 1, or -1 for both. */
    @FunctionalInterface
    private interface ChannelHandler {
        NtStatus handle(Irp irp, int channel, ByteBuffer data);
    }

    private static KsHandler onChannel(ChannelHandler handler) {
        return (irp, request, data) -> {
            int channel = request.getInt(32);
            return channel < -1 || channel > 1 ? NtStatus.INVALID_PARAMETER : handler.handle(irp, channel, data);
        };
    }

    private static NtStatus store(int[] channels, int channel, int value) {
        for (int i = 0; i < channels.length; i++) {
            if (channel == -1 || channel == i) {
                channels[i] = value;
            }
        }
        return NtStatus.SUCCESS;
    }
}
