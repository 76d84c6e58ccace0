package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KernelObject;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSAUDIO_POSITION;
import io.github.ks4j.struct.KSAUDIO_POSITIONEX;
import io.github.ks4j.struct.KSAUDIO_PRESENTATION_POSITION;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER_PROPERTY;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION;
import io.github.ks4j.struct.KSRTAUDIO_GETREADPACKET_INFO;
import io.github.ks4j.struct.KSRTAUDIO_HWLATENCY;
import io.github.ks4j.struct.KSRTAUDIO_HWREGISTER;
import io.github.ks4j.struct.KSRTAUDIO_HWREGISTER_PROPERTY;
import io.github.ks4j.struct.KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY;
import io.github.ks4j.struct.KSRTAUDIO_SETWRITEPACKET_INFO;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;

/** The property sets of a WaveRT pin beside those of every pin: RtAudio, and of Audio what belongs to streams. */
final class RtAudioProperties {
    private static final Abi ABI = Abi.X64;

    private RtAudioProperties() {}

    /** Answers a request under the device's lock, with the stream brought to the present. */
    @FunctionalInterface
    private interface Action {
        NtStatus handle(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data);
    }

    private static KsHandler on(Action action) {
        return (irp, request, data) -> handle(action, irp, request, data);
    }

    private static NtStatus handle(Action action, Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        Completions completions = pin.filter().factory().completions;
        completions.lock().lock();
        try {
            RtStream stream = (RtStream) pin.dispatch();
            if (!stream.isOpen()) {
                return NtStatus.DEVICE_REMOVED;
            }
            stream.hardware.update(stream.now());
            return action.handle(stream, irp, request, data);
        } finally {
            completions.unlock(false);
        }
    }

    /** The same where the device has the feature; else the item is there, but not supported. */
    private static KsHandler on(boolean supported, Action action) {
        return supported ? on(action) : (irp, request, data) -> NtStatus.NOT_SUPPORTED;
    }

    private static KsHandler onPackets(boolean supported, Action action) {
        return on(
                supported,
                (stream, irp, request, data) ->
                        stream.hasPackets() ? action.handle(stream, irp, request, data) : NtStatus.DEVICE_NOT_READY);
    }

    static PropertySet rtAudio(RtProfile profile, boolean render) {
        boolean notifications = profile.notifications();
        boolean packets = notifications && profile.packets();
        boolean registers = profile.registerWidth() != 0;
        KsHandler register =
                onPackets(notifications, (stream, irp, request, data) -> event(stream, irp, request, true));
        KsHandler unregister =
                onPackets(notifications, (stream, irp, request, data) -> event(stream, irp, request, false));
        int event = KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.LAYOUT.size(ABI);
        return PropertySet.of(KSPROPERTY_RTAUDIO.SET)
                .item(KSPROPERTY_RTAUDIO.BUFFER.id())
                .get(on(RtAudioProperties::buffer))
                .minProperty(KSRTAUDIO_BUFFER_PROPERTY.LAYOUT.size(ABI))
                .minData(KSRTAUDIO_BUFFER.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.HWLATENCY.id())
                .get(on(RtAudioProperties::hardwareLatency))
                .minData(KSRTAUDIO_HWLATENCY.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.POSITIONREGISTER.id())
                .get(on(registers, RtAudioProperties::positionRegister))
                .minProperty(KSRTAUDIO_HWREGISTER_PROPERTY.LAYOUT.size(ABI))
                .minData(KSRTAUDIO_HWREGISTER.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.CLOCKREGISTER.id())
                .get(on(registers, RtAudioProperties::clockRegister))
                .minProperty(KSRTAUDIO_HWREGISTER_PROPERTY.LAYOUT.size(ABI))
                .minData(KSRTAUDIO_HWREGISTER.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.BUFFER_WITH_NOTIFICATION.id())
                .get(on(notifications, RtAudioProperties::bufferWithNotification))
                .minProperty(KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.LAYOUT.size(ABI))
                .minData(KSRTAUDIO_BUFFER.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT.id())
                .get(register)
                .set(register)
                .minProperty(event)
                .item(KSPROPERTY_RTAUDIO.UNREGISTER_NOTIFICATION_EVENT.id())
                .get(unregister)
                .set(unregister)
                .minProperty(event)
                .item(KSPROPERTY_RTAUDIO.QUERY_NOTIFICATION_SUPPORT.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, notifications ? 1 : 0))
                .minData(4)
                .values(PropertyValues.of(PropertyValues.VT_BOOL))
                .item(KSPROPERTY_RTAUDIO.PACKETCOUNT.id())
                .get(onPackets(
                        packets && render,
                        (stream, irp, request, data) -> Answers.ulong(irp, data, (int) stream.packets())))
                .minData(4)
                .values(PropertyValues.of(PropertyValues.VT_UI4))
                .item(KSPROPERTY_RTAUDIO.PRESENTATION_POSITION.id())
                .get(on(render, RtAudioProperties::presentationPosition))
                .minData(KSAUDIO_PRESENTATION_POSITION.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.GETREADPACKET.id())
                .get(onPackets(packets && !render, RtAudioProperties::readPacket))
                .minData(KSRTAUDIO_GETREADPACKET_INFO.LAYOUT.size(ABI))
                .item(KSPROPERTY_RTAUDIO.SETWRITEPACKET.id())
                .set(onPackets(packets && render, RtAudioProperties::writePacket))
                .minData(KSRTAUDIO_SETWRITEPACKET_INFO.LAYOUT.size(ABI))
                .build();
    }

    static PropertySet audio(boolean render) {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.LATENCY.id())
                .get(on(RtAudioProperties::latency))
                .minData(KSTIME.LAYOUT.size(ABI))
                .item(KSPROPERTY_AUDIO.POSITION.id())
                .get(on((stream, irp, request, data) -> {
                    position(stream, render, data, 0);
                    irp.information(KSAUDIO_POSITION.LAYOUT.size(ABI));
                    return NtStatus.SUCCESS;
                }))
                .minData(KSAUDIO_POSITION.LAYOUT.size(ABI))
                .item(KSPROPERTY_AUDIO.POSITIONEX.id())
                .get(on((stream, irp, request, data) -> positionEx(stream, irp, render, data)))
                .minData(KSAUDIO_POSITIONEX.LAYOUT.size(ABI))
                .build();
    }

    /** The positions of the buffer, which are told of when the time has come. */
    static EventSet positions() {
        return LoopPositions.events((irp, data, entry) ->
                handle((stream, same, none, eventData) -> stream.enable(eventData, entry), irp, null, data));
    }

    private static NtStatus buffer(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        return map(
                stream,
                irp,
                KSRTAUDIO_BUFFER_PROPERTY.BaseAddress.read(ABI, request, 0),
                KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize.read(ABI, request, 0),
                0,
                data);
    }

    private static NtStatus bufferWithNotification(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        int notifications = KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount.read(ABI, request, 0);
        return notifications != 1 && notifications != 2
                ? NtStatus.INVALID_PARAMETER
                : map(
                        stream,
                        irp,
                        KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.BaseAddress.read(ABI, request, 0),
                        KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize.read(ABI, request, 0),
                        notifications,
                        data);
    }

    private static NtStatus map(RtStream stream, Irp irp, long base, int size, int notifications, ByteBuffer data) {
        NtStatus status = base != 0
                ? NtStatus.INVALID_PARAMETER
                : stream.mapBuffer((AddressSpace) irp.requestor(), Integer.toUnsignedLong(size), notifications);
        if (status.isSuccess()) {
            KSRTAUDIO_BUFFER.BufferAddress.write(
                    ABI, data, 0, stream.buffer().memory.address());
            KSRTAUDIO_BUFFER.ActualBufferSize.write(
                    ABI, data, 0, stream.buffer().memory.size());
            KSRTAUDIO_BUFFER.CallMemoryBarrier.write(ABI, data, 0, 0);
            irp.information(KSRTAUDIO_BUFFER.LAYOUT.size(ABI));
        }
        return status;
    }

    private static NtStatus hardwareLatency(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        if (stream.buffer() == null) {
            return NtStatus.DEVICE_NOT_READY;
        }
        KSRTAUDIO_HWLATENCY.FifoSize.write(
                ABI, data, 0, stream.fifoFrames() * stream.wave().blockAlign());
        KSRTAUDIO_HWLATENCY.ChipsetDelay.write(ABI, data, 0, RtStream.CHIPSET_DELAY);
        KSRTAUDIO_HWLATENCY.CodecDelay.write(ABI, data, 0, RtStream.CODEC_DELAY);
        irp.information(KSRTAUDIO_HWLATENCY.LAYOUT.size(ABI));
        return NtStatus.SUCCESS;
    }

    private static NtStatus positionRegister(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        if (KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress.read(ABI, request, 0) != 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        return register(
                irp,
                data,
                stream.mapPositionRegister((AddressSpace) irp.requestor()),
                stream.wave().bytesPerSecond(),
                stream.profile.tick());
    }

    private static NtStatus clockRegister(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        if (KSRTAUDIO_HWREGISTER_PROPERTY.BaseAddress.read(ABI, request, 0) != 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        return register(
                irp,
                data,
                stream.mapClockRegister((AddressSpace) irp.requestor()),
                RtStream.WALL_CLOCK_RATE,
                stream.profile.tick());
    }

    /** Tells of a register that has been mapped; null if it had been before. */
    private static NtStatus register(Irp irp, ByteBuffer data, RtRegister register, long rate, long tick) {
        if (register == null) {
            return NtStatus.UNSUCCESSFUL;
        }
        long stale = (rate * tick + KsTimeSource.SECOND - 1) / KsTimeSource.SECOND;
        KSRTAUDIO_HWREGISTER.Register.write(ABI, data, 0, register.memory().address());
        KSRTAUDIO_HWREGISTER.Width.write(ABI, data, 0, register.width());
        KSRTAUDIO_HWREGISTER.Numerator.write(ABI, data, 0, rate);
        KSRTAUDIO_HWREGISTER.Denominator.write(ABI, data, 0, 1);
        KSRTAUDIO_HWREGISTER.Accuracy.write(ABI, data, 0, (int) stale);
        irp.information(KSRTAUDIO_HWREGISTER.LAYOUT.size(ABI));
        return NtStatus.SUCCESS;
    }

    private static NtStatus event(RtStream stream, Irp irp, ByteBuffer request, boolean wanted) {
        long handle = KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent.read(ABI, request, 0);
        return stream.register(irp.requestor().reference(handle, KernelObject.Event.class), wanted);
    }

    private static NtStatus presentationPosition(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        KSAUDIO_PRESENTATION_POSITION.u64PositionInBlocks.write(ABI, data, 0, stream.presented());
        KSAUDIO_PRESENTATION_POSITION.u64QPCPosition.write(ABI, data, 0, stream.now());
        irp.information(KSAUDIO_PRESENTATION_POSITION.LAYOUT.size(ABI));
        return NtStatus.SUCCESS;
    }

    private static NtStatus readPacket(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        NtStatus status = ((RtCaptureStream) stream).read(data);
        irp.information(status.isSuccess() ? KSRTAUDIO_GETREADPACKET_INFO.LAYOUT.size(ABI) : 0);
        return status;
    }

    private static NtStatus writePacket(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        return ((RtRenderStream) stream)
                .write(
                        KSRTAUDIO_SETWRITEPACKET_INFO.PacketNumber.read(ABI, data, 0),
                        KSRTAUDIO_SETWRITEPACKET_INFO.Flags.read(ABI, data, 0),
                        KSRTAUDIO_SETWRITEPACKET_INFO.EosPacketLength.read(ABI, data, 0));
    }

    private static NtStatus latency(RtStream stream, Irp irp, ByteBuffer request, ByteBuffer data) {
        KSTIME.Time.write(ABI, data, 0, stream.latency());
        KSTIME.Numerator.write(ABI, data, 0, 1);
        KSTIME.Denominator.write(ABI, data, 0, 1);
        irp.information(KSTIME.LAYOUT.size(ABI));
        return NtStatus.SUCCESS;
    }

    /** The position at the stream's moment, which is both before and after it was found out. */
    private static NtStatus positionEx(RtStream stream, Irp irp, boolean render, ByteBuffer data) {
        KSAUDIO_POSITIONEX.TimerFrequency.write(ABI, data, 0, KsTimeSource.SECOND);
        KSAUDIO_POSITIONEX.TimeStamp1.write(ABI, data, 0, stream.now());
        position(stream, render, data, KSAUDIO_POSITIONEX.Position.offset64());
        KSAUDIO_POSITIONEX.TimeStamp2.write(ABI, data, 0, stream.now());
        irp.information(KSAUDIO_POSITIONEX.LAYOUT.size(ABI));
        return NtStatus.SUCCESS;
    }

    private static void position(RtStream stream, boolean render, ByteBuffer data, int at) {
        long ahead = stream.frames() == 0 ? 0 : stream.fifoFrames();
        long play = render ? stream.framesBehindFifo() : stream.frames();
        long write = render ? stream.frames() : stream.frames() + ahead;
        RtBuffer buffer = stream.buffer();
        KSAUDIO_POSITION.PlayOffset.write(ABI, data, at, buffer == null ? 0 : buffer.offset(play));
        KSAUDIO_POSITION.WriteOffset.write(ABI, data, at, buffer == null ? 0 : buffer.offset(write));
    }
}
