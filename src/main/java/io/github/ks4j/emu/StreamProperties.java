package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultAllocator;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsHandleSizedListQuery;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSPROPERTY_QUALITY;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSERROR;
import io.github.ks4j.struct.KSFRAMETIME;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSQUALITY;
import io.github.ks4j.struct.KSQUALITY_MANAGER;
import io.github.ks4j.struct.KSRATE;
import io.github.ks4j.struct.KSRATE_CAPABILITY;
import io.github.ks4j.struct.KSTIME;
import io.github.ks4j.struct.Struct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The set Stream of a pin, and the set Quality where its description says so. */
final class StreamProperties {
    private static final Abi ABI = Abi.X64;
    private static final int HANDLE = 8;
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();
    private static final int KSDEGRADE = KSIDENTIFIER.LAYOUT.size();

    private StreamProperties() {}

    static List<PropertySet> of(EmulatedPin pin) {
        PropertyItem.Builder items = PropertySet.of(KSPROPERTY_STREAM.SET)
                .item(KSPROPERTY_STREAM.MASTERCLOCK.id())
                .get((irp, request, data) -> pin.offersClock ? nullHandle(irp, data) : NtStatus.UNSUCCESSFUL)
                .set(StreamProperties::setMasterClock)
                .minData(HANDLE)
                .item(KSPROPERTY_STREAM.PIPE_ID.id())
                .get((irp, request, data) -> nullHandle(irp, data))
                .set((irp, request, data) -> NtStatus.SUCCESS)
                .minData(HANDLE);
        if (pin.allocator) {
            items = items.item(KSPROPERTY_STREAM.ALLOCATOR.id())
                    .get((irp, request, data) -> nullHandle(irp, data))
                    .set(StreamProperties::setAllocator)
                    .minData(HANDLE);
        }
        if (pin.quality) {
            items = items.item(KSPROPERTY_STREAM.QUALITY.id())
                    .get(getting(settings -> settings.qualityManager))
                    .set(StreamProperties::setQualityManager)
                    .minData(KSQUALITY_MANAGER.LAYOUT.size(ABI));
        }
        if (!pin.degradations.isEmpty()) {
            items = items.item(KSPROPERTY_STREAM.DEGRADATION.id())
                    .get(StreamProperties::getDegradations)
                    .set(StreamProperties::setDegradations);
        }
        if (pin.timeFormat != null) {
            items = items.item(KSPROPERTY_STREAM.TIMEFORMAT.id())
                    .get((irp, request, data) -> getTimeFormat(irp, data, pin.timeFormat))
                    .minData(Guid.SIZE);
        }
        if (pin.presentationTime) {
            items = items.item(KSPROPERTY_STREAM.PRESENTATIONTIME.id())
                    .get(StreamProperties::getPresentationTime)
                    .set(StreamProperties::setPresentationTime)
                    .minData(KSTIME.LAYOUT.size());
        }
        if (pin.presentationExtent != null) {
            items = items.item(KSPROPERTY_STREAM.PRESENTATIONEXTENT.id())
                    .get(StreamProperties::getPresentationExtent)
                    .minData(Long.BYTES);
        }
        if (pin.frameTime != null) {
            items = items.item(KSPROPERTY_STREAM.FRAMETIME.id())
                    .get((irp, request, data) -> Answers.struct(irp, data, frameTime(PinInstance.of(irp))))
                    .minData(KSFRAMETIME.LAYOUT.size());
        }
        if (pin.rates != null) {
            items = items.item(KSPROPERTY_STREAM.RATECAPABILITY.id())
                    .get((irp, request, data) -> getRateCapability(irp, request, data, pin))
                    .minProperty(KSRATE_CAPABILITY.LAYOUT.size())
                    .minData(KSRATE.LAYOUT.size())
                    .item(KSPROPERTY_STREAM.RATE.id())
                    .get(getting(settings -> settings.rate))
                    .set(StreamProperties::setRate)
                    .minData(KSRATE.LAYOUT.size());
        }
        return pin.quality ? List.of(items.build(), quality()) : List.of(items.build());
    }

    private static PropertySet quality() {
        return PropertySet.of(KSPROPERTY_QUALITY.SET)
                .item(KSPROPERTY_QUALITY.REPORT.id())
                .get(getting(settings -> settings.quality))
                .set(copying(settings -> settings.quality))
                .minData(KSQUALITY.LAYOUT.size(ABI))
                .item(KSPROPERTY_QUALITY.ERROR.id())
                .get(getting(settings -> settings.error))
                .set(copying(settings -> settings.error))
                .minData(KSERROR.LAYOUT.size(ABI))
                .build();
    }

    /** Answers with a setting. */
    static KsHandler getting(Function<StreamSettings, Struct<?>> setting) {
        return (irp, request, data) -> {
            PinInstance pin = PinInstance.of(irp);
            return pin.locked(() -> Answers.struct(irp, data, setting.apply(pin.settings())));
        };
    }

    /** Overwrites a setting. */
    private static KsHandler copying(Function<StreamSettings, Struct<?>> setting) {
        return (irp, request, data) -> {
            if (data == null) {
                return NtStatus.INVALID_BUFFER_SIZE;
            }
            PinInstance pin = PinInstance.of(irp);
            return pin.locked(() -> {
                Struct<?> kept = setting.apply(pin.settings());
                kept.buffer().put(kept.offset(), data, 0, kept.size());
                return NtStatus.SUCCESS;
            });
        };
    }

    /** What a client gets that asks for a handle: not the handle, but whether there could be one. */
    private static NtStatus nullHandle(Irp irp, ByteBuffer data) {
        return Answers.int64(irp, data, 0);
    }

    private static NtStatus setMasterClock(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        long handle = data.getLong(0);
        try {
            KsDefaultClock clock = handle == 0 ? null : ClockObject.clock(irp, handle);
            PinInstance pin = PinInstance.of(irp);
            return pin.locked(() -> pin.setMasterClock(clock));
        } catch (StatusException e) {
            return e.status();
        }
    }

    private static NtStatus setAllocator(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        long handle = data.getLong(0);
        try {
            KsDefaultAllocator allocator = handle == 0 ? null : AllocatorObject.allocator(irp, handle);
            PinInstance pin = PinInstance.of(irp);
            return pin.locked(() -> pin.setAllocator(allocator));
        } catch (StatusException e) {
            return e.status();
        }
    }

    private static NtStatus setQualityManager(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        long manager = KSQUALITY_MANAGER.QualityManager.read(ABI, data, 0);
        if (manager != 0) {
            irp.requestor().referenceFile(manager);
        }
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> {
            StreamSettings settings = pin.settings();
            settings.qualityManager.buffer().put(0, data, 0, KSQUALITY_MANAGER.LAYOUT.size(ABI));
            settings.quality.set(KSQUALITY.Context, settings.qualityManager.get(KSQUALITY_MANAGER.Context));
            return NtStatus.SUCCESS;
        });
    }

    private static NtStatus getDegradations(Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        List<KSIDENTIFIER> list = pin.locked(() -> pin.settings().degradations);
        return KsHandleSizedListQuery.handle(
                irp,
                data,
                list.size(),
                KSDEGRADE,
                (to, offset, i) -> to.put(offset, list.get(i).buffer(), 0, KSDEGRADE));
    }

    private static NtStatus setDegradations(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null || data.limit() < LIST) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        long size = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Size.read(ABI, data, 0));
        long count = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Count.read(ABI, data, 0));
        if (size != LIST + count * KSDEGRADE || size > data.limit()) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        PinInstance pin = PinInstance.of(irp);
        List<KSIDENTIFIER> wanted = new ArrayList<>();
        for (int at = LIST; at < size; at += KSDEGRADE) {
            KSIDENTIFIER offered = find(pin.description().degradations, KSIDENTIFIER.LAYOUT.at(ABI, data, at));
            if (offered == null || wanted.contains(offered)) {
                return NtStatus.INVALID_PARAMETER;
            }
            wanted.add(offered);
        }
        return pin.locked(() -> {
            pin.settings().degradations = wanted;
            return NtStatus.SUCCESS;
        });
    }

    private static KSIDENTIFIER find(List<KSIDENTIFIER> offered, KSIDENTIFIER wanted) {
        for (KSIDENTIFIER one : offered) {
            if (wanted.is(KSIDENTIFIER.Set, one.get(KSIDENTIFIER.Set))
                    && wanted.get(KSIDENTIFIER.Id) == one.get(KSIDENTIFIER.Id)) {
                return one;
            }
        }
        return null;
    }

    private static NtStatus getTimeFormat(Irp irp, ByteBuffer data, Guid format) {
        ByteBuffer bytes = ByteBuffer.allocate(Guid.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        format.write(bytes, 0);
        return Answers.bytes(irp, data, bytes);
    }

    private static NtStatus getPresentationTime(Irp irp, ByteBuffer request, ByteBuffer data) {
        KSTIME time = KSTIME.LAYOUT
                .allocate(ABI)
                .set(KSTIME.Time, PinInstance.of(irp).clock().time())
                .set(KSTIME.Numerator, 1)
                .set(KSTIME.Denominator, 1);
        return Answers.struct(irp, data, time);
    }

    private static NtStatus setPresentationTime(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        KSTIME wanted = KSTIME.LAYOUT.at(ABI, data, 0);
        long numerator = Integer.toUnsignedLong(wanted.get(KSTIME.Numerator));
        long denominator = Integer.toUnsignedLong(wanted.get(KSTIME.Denominator));
        if (numerator == 0 || denominator == 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        long time;
        try {
            time = Math.multiplyExact(wanted.get(KSTIME.Time), numerator) / denominator;
        } catch (ArithmeticException e) {
            return NtStatus.INVALID_PARAMETER;
        }
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> {
            pin.clock().setTime(time);
            return NtStatus.SUCCESS;
        });
    }

    private static NtStatus getPresentationExtent(Irp irp, ByteBuffer request, ByteBuffer data) {
        PinInstance pin = PinInstance.of(irp);
        long extent = pin.locked(() -> pin.description().presentationExtent.applyAsLong(pin));
        return Answers.int64(irp, data, extent);
    }

    private static KSFRAMETIME frameTime(PinInstance pin) {
        return pin.locked(() -> pin.description().frameTime.apply(pin));
    }

    private static NtStatus getRateCapability(Irp irp, ByteBuffer request, ByteBuffer data, EmulatedPin pin) {
        KSRATE rate = KSRATE_CAPABILITY
                .LAYOUT
                .at(ABI, request, 0)
                .get(KSRATE_CAPABILITY.Rate)
                .copy();
        return Answers.struct(irp, data, rate.set(KSRATE.Rate, pin.nearestRate(rate.get(KSRATE.Rate))));
    }

    private static NtStatus setRate(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        KSRATE rate = KSRATE.LAYOUT.at(ABI, data, 0).copy();
        PinInstance pin = PinInstance.of(irp);
        return pin.locked(() -> pin.setRate(rate));
    }
}
