package io.github.ks4j.emu;

import io.github.ks4j.emu.QuirkAction.OfPin;
import io.github.ks4j.emu.QuirkAction.OfProperty;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING_EX;
import io.github.ks4j.struct.KSDATAFORMAT_WAVEFORMATEX;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSP_PIN;
import io.github.ks4j.struct.KS_FRAMING_ITEM;
import io.github.ks4j.struct.WAVEFORMATEX;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Quirks about which pins can be had, in which format, and how they go from state to state. */
final class PinQuirks {
    private static final Abi ABI = Abi.X64;
    private static final int KSP_PIN_SIZE = KSP_PIN.LAYOUT.size();
    /** What a plain wave format takes, without the padding behind it. */
    private static final int PLAIN = KSDATAFORMAT_WAVEFORMATEX.LAYOUT.size();

    private static final int FRAMING_ITEM = KS_FRAMING_ITEM.LAYOUT.size();
    private static final int FIRST_ITEM = KSALLOCATOR_FRAMING_EX.LAYOUT.size() - FRAMING_ITEM;

    private PinQuirks() {}

    /** Refuses wave formats. */
    static OfPin refuse(Predicate<WAVEFORMATEX> refused) {
        return (call, below) -> {
            if (call.wave().filter(refused).isPresent()) {
                throw new StatusException(NtStatus.NO_MATCH);
            }
            return below.create();
        };
    }

    static OfPin refuseStreaming() {
        return (call, below) -> {
            boolean isStreaming = call.connect()
                    .map(connect -> connect.get(KSPIN_CONNECT.Interface))
                    .filter(wanted -> wanted.is(KSIDENTIFIER.Set, KSINTERFACESETID.Standard))
                    .filter(wanted -> wanted.get(KSIDENTIFIER.Id) == KSINTERFACE_STANDARD.STREAMING.value())
                    .isPresent();
            if (isStreaming) {
                throw new StatusException(NtStatus.NOT_FOUND);
            }
            return below.create();
        };
    }

    /** Fails with another status. */
    static OfPin instead(NtStatus of, NtStatus told) {
        return (call, below) -> {
            try {
                return below.create();
            } catch (StatusException e) {
                throw e.status().equals(of) ? new StatusException(told) : e;
            }
        };
    }

    static OfPin firstFails(NtStatus status) {
        return (call, below) -> {
            if (call.filter().quirks().isFirst(Quirk.FIRST_PIN_NOT_READY)) {
                throw new StatusException(status);
            }
            return below.create();
        };
    }

    static OfProperty countedFree() {
        return DescriptionQuirks.bytes(
                DescriptionQuirks.get(KSPROPERTY_PIN.CINSTANCES, KSPROPERTY_PIN.GLOBALCINSTANCES),
                counts -> KSPIN_CINSTANCES.CurrentCount.write(ABI, counts, 0, 0));
    }

    static OfProperty framingWithoutFrames() {
        return DescriptionQuirks.bytes(
                DescriptionQuirks.get(
                        KSPROPERTY_CONNECTION.ALLOCATORFRAMING, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX),
                framing -> {
                    if (framing.limit() == KSALLOCATOR_FRAMING.LAYOUT.size()) {
                        KSALLOCATOR_FRAMING.Frames.write(ABI, framing, 0, 0);
                    }
                    for (int at = FIRST_ITEM; at + FRAMING_ITEM <= framing.limit(); at += FRAMING_ITEM) {
                        KS_FRAMING_ITEM.Frames.write(ABI, framing, at, 0);
                    }
                });
    }

    /** Says the size of a plain wave format, and then has another. */
    static OfProperty understatedIntersection() {
        return new OfProperty(DescriptionQuirks.get(KSPROPERTY_PIN.DATAINTERSECTION), (call, below) -> {
            PropertyAnswer answer = below.ask(call);
            return call.room() == 0 && answer.is(NtStatus.BUFFER_OVERFLOW) && answer.information() > PLAIN
                    ? PropertyAnswer.of(NtStatus.BUFFER_OVERFLOW, PLAIN)
                    : answer;
        });
    }

    /** Leaves out of what is wanted all audio ranges that have not the channels of a range of the pin. */
    static OfProperty exactChannels() {
        return new OfProperty(DescriptionQuirks.get(KSPROPERTY_PIN.DATAINTERSECTION), (call, below) -> {
            ByteBuffer request = call.requestBytes();
            List<EmulatedPin> pins = call.attempt().factory().filter.pins;
            int id = request.limit() < KSP_PIN_SIZE + Long.BYTES ? -1 : KSP_PIN.PinId.read(ABI, request, 0);
            if (Integer.compareUnsigned(id, pins.size()) >= 0) {
                return below.ask(call);
            }
            List<DataRange> wanted;
            try {
                wanted = DataFormats.readRanges(request, KSP_PIN_SIZE, request.limit());
            } catch (StatusException e) {
                return below.ask(call);
            }
            List<DataRange> exact = wanted.stream()
                    .filter(range -> hasChannelsOf(pins.get(id).ranges, range))
                    .toList();
            if (exact.isEmpty()) {
                return PropertyAnswer.refused(NtStatus.NO_MATCH);
            }
            int size = Codec.DATA_RANGES.encodedSize(exact, ABI);
            byte[] other = Arrays.copyOf(call.request(), KSP_PIN_SIZE + size);
            Codec.DATA_RANGES.encode(
                    exact, ABI, ByteBuffer.wrap(other).slice(KSP_PIN_SIZE, size).order(ByteOrder.LITTLE_ENDIAN));
            return below.ask(call.withRequest(other));
        });
    }

    private static boolean hasChannelsOf(List<DataRange> offered, DataRange wanted) {
        return wanted.audio()
                .map(AudioRange::maximumChannels)
                .map(channels -> offered.stream()
                        .flatMap(range -> range.audio().stream())
                        .anyMatch(range -> range.maximumChannels() == channels))
                .orElse(true);
    }

    static OfProperty stepByStep() {
        return new OfProperty(
                attempt -> attempt.operation() == Operation.SET && attempt.isFor(KSPROPERTY_CONNECTION.STATE),
                (call, below) -> {
                    PropertyAnswer now =
                            call.get(KSPROPERTY_CONNECTION.STATE, Integer.BYTES).send();
                    boolean isStep = call.room() < Integer.BYTES
                            || !now.isSuccess()
                            || Math.abs((long) PropertyAnswer.bytes(call.data()).getInt(0)
                                            - now.bytes().getInt(0))
                                    <= 1;
                    return isStep ? below.ask(call) : PropertyAnswer.refused(NtStatus.INVALID_DEVICE_STATE);
                });
    }
}
