package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSALLOCATOR_FLAG;
import io.github.ks4j.set.KSALLOCATOR_OPTIONF;
import io.github.ks4j.set.KSALLOCATOR_REQUIREMENTF;
import io.github.ks4j.set.KSMEMORY_TYPE;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING_EX;
import io.github.ks4j.struct.KS_FRAMING_ITEM;
import io.github.ks4j.struct.KS_FRAMING_RANGE;
import io.github.ks4j.struct.KS_FRAMING_RANGE_WEIGHTED;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames that a pin can use, and what two connected pins make of theirs: what a graph manager reads out of
 * {@code KSPROPERTY_CONNECTION_ALLOCATORFRAMING_EX} or {@code ALLOCATORFRAMING}. Immutable.
 *
 * <p>Microsoft says which members take part, but not how; {@link #intersect} is this library's choice. Compression is
 * not looked at: it scales frames on their way through a filter, and here two pins are connected directly.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksallocator_framing_ex">KSALLOCATOR_FRAMING_EX
 *     structure</a>
 */
public final class Framing {
    private static final int HEAD = KSALLOCATOR_FRAMING_EX.LAYOUT.size() - KS_FRAMING_ITEM.LAYOUT.size();
    private static final int ITEM = KS_FRAMING_ITEM.LAYOUT.size();
    private static final int PAGED_POOL = 1;

    private final List<Item> items;

    private Framing(List<Item> items) {
        this.items = List.copyOf(items);
    }

    /**
     * The framing of a pin that states it memory by memory.
     *
     * @param bytes a {@code KSALLOCATOR_FRAMING_EX}, from position to limit, which nobody vouches for
     * @return the framing
     * @throws KsException with {@link NtStatus#INVALID_BUFFER_SIZE} if there are fewer bytes than {@code CountItems}
     *     says, or than one item takes; with {@link NtStatus#INVALID_PARAMETER} if there is no item, a range ends before
     *     it starts, or an alignment is not one less than a power of two
     */
    public static Framing of(ByteBuffer bytes) {
        ByteBuffer framing = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (framing.limit() < HEAD + ITEM) {
            throw failure("a framing of " + framing.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        KSALLOCATOR_FRAMING_EX head = KSALLOCATOR_FRAMING_EX.LAYOUT.at(framing, 0);
        long count = Integer.toUnsignedLong(head.get(KSALLOCATOR_FRAMING_EX.CountItems));
        if (count == 0) {
            throw failure("a framing without items", NtStatus.INVALID_PARAMETER);
        }
        if (count > (framing.limit() - HEAD) / ITEM) {
            throw failure(count + " items in " + framing.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Item.of(head.get(KSALLOCATOR_FRAMING_EX.FramingItem, i)));
        }
        return new Framing(items);
    }

    /**
     * The framing of a pin that has only the plain one: system memory if it requires that, else any, and frames of its
     * {@code FrameSize} for choice.
     *
     * @param framing what a query answers, with {@code RequirementsFlags}
     * @return the framing
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if the alignment is not one less than a power of two
     */
    public static Framing of(KSALLOCATOR_FRAMING framing) {
        int flags = framing.get(KSALLOCATOR_FRAMING.RequirementsFlags);
        Guid pool = framing.get(KSALLOCATOR_FRAMING.PoolType) == PAGED_POOL
                ? KSMEMORY_TYPE.KERNEL_PAGED
                : KSMEMORY_TYPE.KERNEL_NONPAGED;
        long size = Integer.toUnsignedLong(framing.get(KSALLOCATOR_FRAMING.FrameSize));
        return new Framing(List.of(new Item(
                (flags & KSALLOCATOR_REQUIREMENTF.SYSTEM_MEMORY) != 0 ? pool : Guid.NULL,
                Guid.NULL,
                (flags & KSALLOCATOR_REQUIREMENTF.MUST_ALLOCATE) != 0,
                Integer.toUnsignedLong(framing.get(KSALLOCATOR_FRAMING.Frames)),
                alignment(framing.get(KSALLOCATOR_FRAMING.FileAlignment)),
                Range.ALL,
                size == 0 ? Range.ALL : new Range(size, size, 1))));
    }

    /**
     * What this pin, a source, and a sink can both use: of the first pair of items, the source's before the sink's, that
     * agree in memory, bus and possible sizes. {@code GUID_NULL} agrees with everything. A sink with items that must
     * allocate uses only these, and then it does not matter what the source must.
     *
     * <p>There are as many frames as either wants, aligned as either wants, and as small as is best for both; if that
     * cannot be, best for the sink, or the source, or just possible. Stepping counts where an item asks for attention to
     * it. A size of 0 is left if neither cares: whoever creates the allocator chooses one.
     *
     * @param sink the other pin
     * @return the framing to create an allocator with, of kernel memory unless both agree on another; empty if there is
     *     none
     */
    public Optional<KSALLOCATOR_FRAMING> intersect(Framing sink) {
        boolean sinkMust = sink.mustAllocate();
        boolean sourceMust = !sinkMust && mustAllocate();
        for (Item mine : items) {
            for (Item other : sink.items) {
                boolean candidates = (mine.mustAllocate || !sourceMust) && (other.mustAllocate || !sinkMust);
                if (candidates && mine.fits(other)) {
                    Range possible = mine.possible.intersect(other.possible);
                    if (possible != null) {
                        return Optional.of(agree(mine, other, possible));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean mustAllocate() {
        return items.stream().anyMatch(Item::mustAllocate);
    }

    private static KSALLOCATOR_FRAMING agree(Item source, Item sink, Range possible) {
        Guid memory = sink.memoryType.equals(Guid.NULL) ? source.memoryType : sink.memoryType;
        boolean elsewhere = memory.equals(KSMEMORY_TYPE.DEVICE_UNKNOWN) || memory.equals(KSMEMORY_TYPE.USER);
        return KSALLOCATOR_FRAMING
                .LAYOUT
                .allocate()
                .set(KSALLOCATOR_FRAMING.OptionsFlags, elsewhere ? 0 : KSALLOCATOR_OPTIONF.SYSTEM_MEMORY)
                .set(KSALLOCATOR_FRAMING.PoolType, memory.equals(KSMEMORY_TYPE.KERNEL_PAGED) ? PAGED_POOL : 0)
                .set(KSALLOCATOR_FRAMING.Frames, (int) Math.max(source.frames, sink.frames))
                .set(KSALLOCATOR_FRAMING.FrameSize, (int) best(source, sink, possible).min)
                .set(KSALLOCATOR_FRAMING.FileAlignment, Math.max(source.alignment, sink.alignment));
    }

    private static Range best(Item source, Item sink, Range possible) {
        Range forSink = possible.intersect(sink.best);
        Range forBoth = forSink == null ? null : forSink.intersect(source.best);
        Range forSource = possible.intersect(source.best);
        return forBoth != null ? forBoth : forSink != null ? forSink : forSource != null ? forSource : possible;
    }

    private static int alignment(int mask) {
        if (mask < 0 || (mask & mask + 1) != 0) {
            throw failure("an alignment of 0x" + Integer.toHexString(mask), NtStatus.INVALID_PARAMETER);
        }
        return mask;
    }

    private static KsException failure(String what, NtStatus status) {
        return KsException.of("read " + what, status);
    }

    /** {@code KS_FRAMING_ITEM}: numbers are unsigned in the structure. */
    private record Item(
            Guid memoryType,
            Guid busType,
            boolean mustAllocate,
            long frames,
            int alignment,
            Range possible,
            Range best) {
        static Item of(KS_FRAMING_ITEM item) {
            boolean steps = (item.get(KS_FRAMING_ITEM.Flags) & KSALLOCATOR_FLAG.ATTENTION_STEPPING) != 0;
            return new Item(
                    item.get(KS_FRAMING_ITEM.MemoryType),
                    item.get(KS_FRAMING_ITEM.BusType),
                    (item.get(KS_FRAMING_ITEM.MemoryFlags) & KSALLOCATOR_REQUIREMENTF.MUST_ALLOCATE) != 0,
                    Integer.toUnsignedLong(item.get(KS_FRAMING_ITEM.Frames)),
                    Framing.alignment(item.get(KS_FRAMING_ITEM.FileAlignment)),
                    Range.of(item.get(KS_FRAMING_ITEM.PhysicalRange), steps),
                    Range.of(item.get(KS_FRAMING_ITEM.FramingRange).get(KS_FRAMING_RANGE_WEIGHTED.Range), steps));
        }

        boolean fits(Item other) {
            return fit(memoryType, other.memoryType) && fit(busType, other.busType);
        }

        private static boolean fit(Guid one, Guid other) {
            return one.equals(Guid.NULL) || other.equals(Guid.NULL) || one.equals(other);
        }
    }

    /** The sizes {@code min}, {@code min + step} and so on up to {@code max}; {@code min} is one of them. */
    private record Range(long min, long max, long step) {
        static final Range ALL = new Range(0, 0xFFFFFFFFL, 1);

        /** A range that ends at 0 says nothing. */
        static Range of(KS_FRAMING_RANGE range, boolean steps) {
            long min = Integer.toUnsignedLong(range.get(KS_FRAMING_RANGE.MinFrameSize));
            long max = Integer.toUnsignedLong(range.get(KS_FRAMING_RANGE.MaxFrameSize));
            long step = Integer.toUnsignedLong(range.get(KS_FRAMING_RANGE.Stepping));
            if (min > max) {
                throw failure(range.toString(), NtStatus.INVALID_PARAMETER);
            }
            return max == 0 ? ALL : new Range(min, max, steps ? Math.max(step, 1) : 1);
        }

        /** The sizes that both have; null if there are none. */
        Range intersect(Range other) {
            long gap = other.min - min;
            long common =
                    BigInteger.valueOf(step).gcd(BigInteger.valueOf(other.step)).longValue();
            long last = (Math.min(max, other.max) - min) / step;
            if (gap % common != 0 || Math.min(max, other.max) < min) {
                return null;
            }
            // After how many steps of this range the other one is met, and after how many more again.
            long period = other.step / common;
            long met = BigInteger.valueOf(step / common)
                    .modInverse(BigInteger.valueOf(period))
                    .multiply(BigInteger.valueOf(gap / common))
                    .mod(BigInteger.valueOf(period))
                    .longValue();
            long earliest = gap <= 0 ? 0 : (gap + step - 1) / step;
            long first = earliest + Math.floorMod(met - earliest, period);
            if (first > last) {
                return null;
            }
            long size = min + first * step;
            return period > last - first
                    ? new Range(size, size, 1)
                    : new Range(size, Math.min(max, other.max), step * period);
        }
    }
}
