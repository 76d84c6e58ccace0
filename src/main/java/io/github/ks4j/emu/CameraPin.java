package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING_EX;
import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import io.github.ks4j.struct.KS_COMPRESSION;
import io.github.ks4j.struct.KS_FRAMING_ITEM;
import io.github.ks4j.struct.KS_FRAMING_RANGE;
import io.github.ks4j.struct.KS_FRAMING_RANGE_WEIGHTED;
import java.util.function.Function;

/** A pin factory of a camera, which can be open once, and what streams there while it is. */
final class CameraPin {
    static final int CAPTURE = 0;
    static final int STILL = 1;

    /** How many frames a pin asks for. */
    private static final int FRAMES = 2;

    private final int id;
    private final VideoFormats formats;
    private final StreamTiming timing;
    /** Null while the pin is not open. */
    private volatile CameraStream stream;

    CameraPin(int id, VideoFormats formats, StreamTiming timing) {
        this.id = id;
        this.formats = formats;
        this.timing = timing;
    }

    VideoFormats formats() {
        return formats;
    }

    EmulatedPin describe(Guid category, String name, int purpose) {
        return EmulatedPin.sink(KSPIN_DATAFLOW.OUT)
                .ranges(formats.ranges(purpose))
                .instances(1)
                .globalInstances(1)
                .category(category)
                .name(name)
                .formats((owner, format) -> formats.check(format))
                .intersection((owner, wanted, range) -> formats.intersect(wanted, range))
                .framing(KSALLOCATOR_FRAMING
                        .LAYOUT
                        .allocate(Abi.X64)
                        .set(KSALLOCATOR_FRAMING.Frames, FRAMES)
                        .set(KSALLOCATOR_FRAMING.FrameSize, formats.largestImage()))
                .framingEx(framingEx())
                .clock(opened -> new KsDefaultClock(opened.time(), timing.clock(), null))
                .allocator()
                .properties(droppedFrames())
                .properties(PropertySet.of(KSPROPERTY_STREAMINTERFACE.SET)
                        .item(KSPROPERTY_STREAMINTERFACE.HEADERSIZE.id())
                        .get((irp, request, data) -> Answers.ulong(irp, data, CameraStream.EXTENDED_HEADER))
                        .minData(4)
                        .build())
                .streaming(this::open)
                .build();
    }

    /** The same of any memory and any size, as {@code DECLARE_SIMPLE_FRAMING_EX} says it. */
    private byte[] framingEx() {
        int largest = formats.largestImage();
        KSALLOCATOR_FRAMING_EX framing =
                KSALLOCATOR_FRAMING_EX.LAYOUT.allocate(Abi.X64).set(KSALLOCATOR_FRAMING_EX.CountItems, 1);
        framing.get(KSALLOCATOR_FRAMING_EX.OutputCompression)
                .set(KS_COMPRESSION.RatioNumerator, 1)
                .set(KS_COMPRESSION.RatioDenominator, 1);
        KS_FRAMING_ITEM item =
                framing.get(KSALLOCATOR_FRAMING_EX.FramingItem, 0).set(KS_FRAMING_ITEM.Frames, FRAMES);
        item.get(KS_FRAMING_ITEM.PhysicalRange)
                .set(KS_FRAMING_RANGE.MaxFrameSize, 0xFFFFFFFF)
                .set(KS_FRAMING_RANGE.Stepping, 1);
        item.get(KS_FRAMING_ITEM.FramingRange)
                .get(KS_FRAMING_RANGE_WEIGHTED.Range)
                .set(KS_FRAMING_RANGE.MinFrameSize, largest)
                .set(KS_FRAMING_RANGE.MaxFrameSize, largest);
        return framing.buffer().array();
    }

    private CameraStream open(PinInstance opened) {
        CameraStream made = new CameraStream(opened, formats, id == STILL, timing, this::closed);
        stream = made;
        return made;
    }

    private void closed(CameraStream closed) {
        if (stream == closed) {
            stream = null;
        }
    }

    /** Asks the stream something under its device's lock; what to say instead if the pin is not open. */
    <T> T ask(Function<CameraStream, T> question, T closed) {
        CameraStream opened = stream;
        return opened == null
                ? closed
                : opened.pin().filter().factory().completions.locked(() -> question.apply(opened));
    }

    boolean isStreaming() {
        return ask(opened -> opened.pin().state() != KSSTATE.STOP, false);
    }

    private PropertySet droppedFrames() {
        int size = KSPROPERTY_DROPPEDFRAMES_CURRENT_S.LAYOUT.size();
        return PropertySet.of(KSPROPERTY_VIDCAP_DROPPEDFRAMES.SET)
                .item(KSPROPERTY_VIDCAP_DROPPEDFRAMES.CURRENT.id())
                .get((irp, request, data) -> {
                    CameraStream opened = stream;
                    if (opened == null) {
                        return NtStatus.INVALID_DEVICE_STATE;
                    }
                    data.put(0, request, 0, size);
                    opened.pin().filter().locked(() -> opened.count(data));
                    irp.information(size);
                    return NtStatus.SUCCESS;
                })
                .minProperty(size)
                .minData(size)
                .build();
    }
}
