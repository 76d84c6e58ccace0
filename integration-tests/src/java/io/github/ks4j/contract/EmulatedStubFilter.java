package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedNode;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.FilterInstance;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.emu.StreamQueue;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The stub filter as an emulated device: the twin of {@code native-stubs/src/filter.c}, request by request. */
final class EmulatedStubFilter {
    private static final byte[] NAME = "ks4j stub\0".getBytes(StandardCharsets.UTF_16LE);
    private static final int SILENCE = -96 * 65536;

    private EmulatedStubFilter() {}

    /** What each open of the filter keeps. */
    private static final class State {
        private int level;
        private byte[] blob = {};
        private int total;
        private final int[] volume = new int[2];
        private final int[] mute = new int[2];
    }

    static EmulatedDevice device() {
        return device(null);
    }

    /** The filter with memory of its own for its methods; null for none. */
    static EmulatedDevice device(KsAllocator methodMemory) {
        EmulatedFilter filter = EmulatedFilter.named("filter")
                .friendlyName(StubFilter.FRIENDLY_NAME)
                .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)
                .state(State::new)
                .properties(properties())
                .methods(methods())
                .methodAllocator(methodMemory)
                .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                        .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48_000)))
                        .instances(1)
                        .streaming(Sink::new)
                        .build())
                .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                        .ranges(DataRange.of(
                                KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.ANALOG, KSDATAFORMAT_SPECIFIER.NONE))
                        .category(KSNODETYPE.SPEAKER)
                        .build())
                .node(EmulatedNode.of(KSNODETYPE.VOLUME, null, volume()))
                .node(EmulatedNode.of(KSNODETYPE.MUTE, null, mute()))
                .connect(EmulatedFilter.FILTER, 0, StubFilter.VOLUME_NODE, 1)
                .connect(StubFilter.VOLUME_NODE, 0, StubFilter.MUTE_NODE, 1)
                .connect(StubFilter.MUTE_NODE, 0, EmulatedFilter.FILTER, 1)
                .build();
        return EmulatedDevice.of("ks4j#stub#0000", filter);
    }

    private static State state(Irp irp) {
        return FilterInstance.of(irp).state();
    }

    private static PropertySet properties() {
        return PropertySet.of(new KsSet("KSPROPSETID_Ks4jStub", StubFilter.PROPERTIES))
                .item(StubFilter.LEVEL)
                .get((irp, request, data) -> answer(irp, data, state(irp).level))
                .set((irp, request, data) -> {
                    int level = data.getInt(0);
                    if (level < -100 || level > 100) {
                        return NtStatus.INVALID_PARAMETER;
                    }
                    state(irp).level = level;
                    return NtStatus.SUCCESS;
                })
                .minData(4)
                .values(PropertyValues.stepped(-100, 100, 5))
                .item(StubFilter.ANSWER)
                .get((irp, request, data) -> answer(irp, data, 42))
                .minData(4)
                .item(StubFilter.NAME)
                .get((irp, request, data) -> name(irp, data))
                .item(StubFilter.ECHO)
                .get((irp, request, data) -> {
                    data.putLong(0, request.getLong(24));
                    irp.information(8);
                    return NtStatus.SUCCESS;
                })
                .minProperty(32)
                .minData(8)
                .item(StubFilter.SLOW)
                .get((irp, request, data) -> slow(irp, data))
                .minData(4)
                .item(StubFilter.NEVER)
                .get((irp, request, data) -> irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED)))
                .minData(4)
                .item(StubFilter.BLOB)
                .set((irp, request, data) -> {
                    byte[] blob = new byte[data == null ? 0 : data.limit()];
                    if (data != null) {
                        data.get(0, blob);
                    }
                    state(irp).blob = blob;
                    return NtStatus.SUCCESS;
                })
                .item(StubFilter.BLOBSIZE)
                .get((irp, request, data) -> answer(irp, data, state(irp).blob.length))
                .minData(4)
                .item(StubFilter.BLOBSUM)
                .get((irp, request, data) -> answer(irp, data, sum(ByteBuffer.wrap(state(irp).blob))))
                .minData(4)
                .build();
    }

    private static MethodSet methods() {
        return MethodSet.of(
                new KsSet("KSMETHODSETID_Ks4jStub", StubFilter.METHODS),
                MethodItem.of(StubFilter.NOTHING, KSMETHOD_TYPE.NONE, 0, (irp, request, data) -> NtStatus.SUCCESS),
                MethodItem.of(StubFilter.CONSUME, KSMETHOD_TYPE.READ, 0, (irp, request, data) -> {
                    state(irp).total += data == null ? 0 : sum(data);
                    return NtStatus.SUCCESS;
                }),
                MethodItem.of(StubFilter.PRODUCE, KSMETHOD_TYPE.WRITE, 0, (irp, request, data) -> {
                    for (int i = 0; i < irp.outputLength(); i++) {
                        data.put(i, (byte) i);
                    }
                    irp.information(irp.outputLength());
                    return NtStatus.SUCCESS;
                }),
                MethodItem.of(StubFilter.INVERT, KSMETHOD_TYPE.MODIFY, 0, (irp, request, data) -> {
                    for (int i = 0; i < irp.outputLength(); i++) {
                        data.put(i, (byte) ~data.get(i));
                    }
                    irp.information(irp.outputLength());
                    return NtStatus.SUCCESS;
                }),
                MethodItem.of(StubFilter.TOTAL, KSMETHOD_TYPE.WRITE, 4, (irp, request, data) -> {
                    return answer(irp, data, state(irp).total);
                }));
    }

    private static PropertySet volume() {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.VOLUMELEVEL.id())
                .get(onChannel((irp, channel, data) -> answer(irp, data, state(irp).volume[Math.max(0, channel)])))
                .set(onChannel((irp, channel, data) -> {
                    store(state(irp).volume, channel, Math.max(SILENCE, Math.min(0, data.getInt(0))));
                    return NtStatus.SUCCESS;
                }))
                .minProperty(40)
                .minData(4)
                .values(PropertyValues.stepped(SILENCE, 0, 0x8000))
                .build();
    }

    private static PropertySet mute() {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.MUTE.id())
                .get(onChannel((irp, channel, data) -> answer(irp, data, state(irp).mute[Math.max(0, channel)])))
                .set(onChannel((irp, channel, data) -> {
                    store(state(irp).mute, channel, data.getInt(0) == 0 ? 0 : 1);
                    return NtStatus.SUCCESS;
                }))
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

    private static void store(int[] channels, int channel, int value) {
        for (int i = 0; i < channels.length; i++) {
            if (channel == -1 || channel == i) {
                channels[i] = value;
            }
        }
    }

    private static NtStatus name(Irp irp, ByteBuffer data) {
        if (data == null) {
            irp.information(NAME.length);
            return NtStatus.BUFFER_OVERFLOW;
        }
        if (data.limit() < NAME.length) {
            return NtStatus.BUFFER_TOO_SMALL;
        }
        data.put(0, NAME);
        irp.information(NAME.length);
        return NtStatus.SUCCESS;
    }

    private static NtStatus slow(Irp irp, ByteBuffer data) {
        NtStatus pending = irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> {
                    if (irp.setCancelRoutine(null)) {
                        irp.complete(answer(irp, data, 7));
                    }
                });
        return pending;
    }

    private static NtStatus answer(Irp irp, ByteBuffer data, int value) {
        data.putInt(0, value);
        irp.information(4);
        return NtStatus.SUCCESS;
    }

    private static int sum(ByteBuffer bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            sum += Byte.toUnsignedInt(bytes.get(i));
        }
        return sum;
    }

    /** Takes all data at once while it runs. */
    private static final class Sink implements PinDispatch {
        private final PinInstance pin;

        Sink(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                if (queue.remaining() == 0) {
                    queue.endFrame();
                } else {
                    queue.advance(queue.remaining());
                }
            }
        }
    }
}
