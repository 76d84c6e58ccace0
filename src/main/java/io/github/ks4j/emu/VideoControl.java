package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandleSizedListQuery;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KS_VideoControlFlag;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_CAPS_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_MODE_S;
import java.nio.ByteBuffer;

/** A camera's {@code PROPSETID_VIDCAP_VIDEOCONTROL}: the frame rates of its pins, and the trigger of its still pin. */
final class VideoControl {
    private static final Abi ABI = Abi.X64;
    private static final int STREAM_INDEX = KSPROPERTY.LAYOUT.size();
    private static final int STILL_CAPABILITIES =
            KS_VideoControlFlag.Trigger | KS_VideoControlFlag.ExternalTriggerEnable;

    private final CameraPin capture;
    private final CameraPin still;
    private volatile boolean buttonEnabled;

    VideoControl(CameraPin capture, CameraPin still) {
        this.capture = capture;
        this.still = still;
    }

    /** Takes a picture, if a client has asked for that. */
    void buttonPressed() {
        if (buttonEnabled) {
            trigger();
        }
    }

    private NtStatus trigger() {
        return still.ask(CameraStream::trigger, NtStatus.INVALID_DEVICE_STATE);
    }

    PropertySet properties() {
        int caps = KSPROPERTY_VIDEOCONTROL_CAPS_S.LAYOUT.size();
        int actualRate = KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.LAYOUT.size();
        return PropertySet.of(KSPROPERTY_VIDCAP_VIDEOCONTROL.SET)
                .item(KSPROPERTY_VIDCAP_VIDEOCONTROL.CAPS.id())
                .get(forPin((irp, request, data, pin) -> {
                    KSPROPERTY_VIDEOCONTROL_CAPS_S.VideoControlCaps.write(ABI, data, 0, capabilities(pin));
                    return answer(irp, request, data, STREAM_INDEX + 4, caps);
                }))
                .minProperty(caps)
                .minData(caps)
                .item(KSPROPERTY_VIDCAP_VIDEOCONTROL.ACTUAL_FRAME_RATE.id())
                .get(forPin(VideoControl::actualFrameRate))
                .minProperty(actualRate)
                .minData(actualRate)
                .item(KSPROPERTY_VIDCAP_VIDEOCONTROL.FRAME_RATES.id())
                .get(forPin(VideoControl::frameRates))
                .minProperty(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.LAYOUT.size())
                .item(KSPROPERTY_VIDCAP_VIDEOCONTROL.MODE.id())
                .get(forPin((irp, request, data, pin) -> {
                    int mode = pin == still && buttonEnabled ? KS_VideoControlFlag.ExternalTriggerEnable : 0;
                    KSPROPERTY_VIDEOCONTROL_MODE_S.Mode.write(ABI, data, 0, mode);
                    return answer(irp, request, data, STREAM_INDEX + 4, caps);
                }))
                .set((irp, request, data) -> setMode(data))
                .minProperty(caps)
                .minData(caps)
                .build();
    }

    /** Handles a request that names a pin. */
    private interface PinHandler {
        NtStatus handle(Irp irp, ByteBuffer request, ByteBuffer data, CameraPin pin);
    }

    private KsHandler forPin(PinHandler handler) {
        return (irp, request, data) -> {
            CameraPin pin = pin(request.getInt(STREAM_INDEX));
            return pin == null ? NtStatus.INVALID_PARAMETER : handler.handle(irp, request, data, pin);
        };
    }

    /** The pin of a number; null if there is none. */
    private CameraPin pin(int id) {
        return switch (id) {
            case CameraPin.CAPTURE -> capture;
            case CameraPin.STILL -> still;
            default -> null;
        };
    }

    /** The whole structure goes back: the members that the client filled, and those that are in place behind them. */
    private static NtStatus answer(Irp irp, ByteBuffer request, ByteBuffer data, int head, int size) {
        data.put(0, request, 0, head);
        irp.information(size);
        return NtStatus.SUCCESS;
    }

    private int capabilities(CameraPin pin) {
        return pin == still ? STILL_CAPABILITIES : 0;
    }

    private NtStatus setMode(ByteBuffer data) {
        CameraPin pin = pin(KSPROPERTY_VIDEOCONTROL_MODE_S.StreamIndex.read(ABI, data, 0));
        int mode = KSPROPERTY_VIDEOCONTROL_MODE_S.Mode.read(ABI, data, 0);
        if (pin == null || (mode & ~capabilities(pin)) != 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        if ((mode & KS_VideoControlFlag.Trigger) != 0) {
            NtStatus status = trigger();
            if (!status.isSuccess()) {
                return status;
            }
        }
        if (pin == still) {
            buttonEnabled = (mode & KS_VideoControlFlag.ExternalTriggerEnable) != 0;
        }
        return NtStatus.SUCCESS;
    }

    /** The choice that a request names by range and size; null if there is none. */
    private static VideoFormats.Choice choice(CameraPin pin, ByteBuffer request) {
        KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S asked = KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.LAYOUT.at(ABI, request, 0);
        VideoFormats.Choice choice = pin.formats().choice(asked.get(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.RangeIndex));
        return choice != null
                        && choice.has((int) asked.get(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Dimensions, 0), (int)
                                asked.get(KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S.Dimensions, 1))
                ? choice
                : null;
    }

    private static NtStatus actualFrameRate(Irp irp, ByteBuffer request, ByteBuffer data, CameraPin pin) {
        VideoFormats.Choice choice = choice(pin, request);
        if (choice == null) {
            return NtStatus.INVALID_PARAMETER;
        }
        Long interval = pin.ask(CameraStream::interval, null);
        if (interval == null) {
            return NtStatus.NOT_SUPPORTED;
        }
        KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentActualFrameRate.write(ABI, data, 0, interval);
        KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentMaxAvailableFrameRate.write(
                ABI, data, 0, choice.interval(0));
        int known = KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.CurrentActualFrameRate.offset64();
        return answer(irp, request, data, known, KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.LAYOUT.size());
    }

    private static NtStatus frameRates(Irp irp, ByteBuffer request, ByteBuffer data, CameraPin pin) {
        VideoFormats.Choice choice = choice(pin, request);
        return choice == null
                ? NtStatus.INVALID_PARAMETER
                : KsHandleSizedListQuery.handle(
                        irp,
                        data,
                        choice.rates(),
                        Long.BYTES,
                        (to, offset, i) -> to.putLong(offset, choice.interval(i)));
    }
}
