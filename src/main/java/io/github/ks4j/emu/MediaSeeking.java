package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandleSizedListQuery;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.KSPROPERTY_MEDIASEEKING;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.KS_SEEKING;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY_MEDIAAVAILABLE;
import io.github.ks4j.struct.KSPROPERTY_POSITIONS;
import io.github.ks4j.struct.KSP_TIMEFORMAT;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Where a source is in its media, and where it stops: what {@code KSPROPSETID_MediaSeeking} of a filter reads and sets.
 *
 * <pre>{@code
 * EmulatedFilter.named("file")
 *         .state(() -> MediaSeeking.of(60 * KsTimeSource.SECOND).format(KSTIME_FORMAT.FRAME, 30000, 1001).build())
 *         .properties(MediaSeeking.properties(FilterInstance::state))
 * }</pre>
 *
 * <p>Times are in units of 100 ns. In another format a time is the unit that it lies in, and a unit is the time at which
 * it begins, so that positions read as they were set. The duration is the number of whole units.
 *
 * <p>Microsoft's pages do not name statuses. Here what the capabilities exclude is {@link NtStatus#NOT_SUPPORTED}; a
 * format that there is not (also {@code GUID_NULL}), flags that there are not, a position outside the media, and a stop
 * before the position of a source that does not play backwards, are {@link NtStatus#INVALID_PARAMETER}, and nothing has
 * changed. An absolute position needs {@code CanSeekAbsolute}, a relative one the capability of its direction; stop
 * positions need none. {@code SeekToKeyFrame} and {@code ReturnTime} make no difference: every frame is a key frame, and
 * a SET returns nothing. The preroll is told in units of 100 ns, whatever the format.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-mediaseeking">KSPROPSETID_MediaSeeking</a>
 */
public final class MediaSeeking {
    private static final Abi ABI = Abi.X64;
    private static final int KNOWN_FLAGS =
            KS_SEEKING.PositioningBitsMask | KS_SEEKING.SeekToKeyFrame | KS_SEEKING.ReturnTime;

    /** How many units there are in how many seconds. */
    private record Rate(long units, long seconds) {
        static final Rate TIME = new Rate(KsTimeSource.SECOND, 1);

        /** The unit that a unit of another rate lies in; as a time, when it begins. */
        long convert(long value, Rate from) {
            BigInteger[] quotient = BigInteger.valueOf(value)
                    .multiply(BigInteger.valueOf(units))
                    .multiply(BigInteger.valueOf(from.seconds))
                    .divideAndRemainder(BigInteger.valueOf(from.units).multiply(BigInteger.valueOf(seconds)));
            int rest = quotient[1].signum();
            int round = equals(TIME) ? Math.max(rest, 0) : Math.min(rest, 0);
            return quotient[0].add(BigInteger.valueOf(round)).longValueExact();
        }
    }

    private final long duration;
    private final long preroll;
    private final int capabilities;
    private final Map<Guid, Rate> formats;
    // Guarded by this.
    private Guid format = KSTIME_FORMAT.MEDIA_TIME;
    private long position;
    private long stop;

    private MediaSeeking(Builder b) {
        this.duration = b.duration;
        this.preroll = b.preroll;
        this.capabilities = b.capabilities;
        this.formats = new LinkedHashMap<>(b.formats);
        this.stop = duration;
    }

    /**
     * Starts the description of media. They can be sought in and played forwards, in {@code KSTIME_FORMAT_MEDIA_TIME}.
     *
     * @param duration how long they are, in units of 100 ns
     * @return a builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Builder of(long duration) {
        return new Builder(duration);
    }

    /**
     * The position: where the client has brought the source to, and how far it has come since.
     *
     * @return the time from the beginning of the media, in units of 100 ns
     */
    public synchronized long position() {
        return position;
    }

    /**
     * Where the source shall stop; at first, at the end.
     *
     * @return the time from the beginning of the media, in units of 100 ns
     */
    public synchronized long stopPosition() {
        return stop;
    }

    /**
     * The source has played a part; no further than to the stop position, or, backwards, to the beginning.
     *
     * @param time how long it was, in units of 100 ns; negative if it went backwards
     */
    public synchronized void advance(long time) {
        position = time < 0
                ? Math.max(0, position + Math.max(time, -position))
                : position + Math.min(time, Math.max(0, stop - position));
    }

    /**
     * The property set for filters.
     *
     * @param source finds the media of a filter that has been opened: {@code FilterInstance::state} if each has its own
     * @return the set with all its items
     */
    public static PropertySet properties(Function<FilterInstance, MediaSeeking> source) {
        return PropertySet.of(KSPROPERTY_MEDIASEEKING.SET)
                .item(KSPROPERTY_MEDIASEEKING.CAPABILITIES.id())
                .get(on(source, (media, irp, request, data) -> Answers.ulong(irp, data, media.capabilities)))
                .minData(4)
                .item(KSPROPERTY_MEDIASEEKING.FORMATS.id())
                .get(on(source, (media, irp, request, data) -> media.listFormats(irp, data)))
                .item(KSPROPERTY_MEDIASEEKING.TIMEFORMAT.id())
                .get(on(source, (media, irp, request, data) -> media.getFormat(irp, data)))
                .set(on(source, (media, irp, request, data) -> media.setFormat(data)))
                .minData(Guid.SIZE)
                .item(KSPROPERTY_MEDIASEEKING.POSITION.id())
                .get(telling(source, KS_SEEKING.CanGetCurrentPos, media -> media.position))
                .minData(Long.BYTES)
                .item(KSPROPERTY_MEDIASEEKING.STOPPOSITION.id())
                .get(telling(source, KS_SEEKING.CanGetStopPos, media -> media.stop))
                .minData(Long.BYTES)
                .item(KSPROPERTY_MEDIASEEKING.POSITIONS.id())
                .set(on(source, (media, irp, request, data) -> media.setPositions(data)))
                .minData(KSPROPERTY_POSITIONS.LAYOUT.size())
                .item(KSPROPERTY_MEDIASEEKING.DURATION.id())
                .get(telling(source, KS_SEEKING.CanGetDuration, media -> media.duration))
                .minData(Long.BYTES)
                .item(KSPROPERTY_MEDIASEEKING.AVAILABLE.id())
                .get(on(source, (media, irp, request, data) -> media.getAvailable(irp, data)))
                .minData(KSPROPERTY_MEDIAAVAILABLE.LAYOUT.size())
                .item(KSPROPERTY_MEDIASEEKING.PREROLL.id())
                .get(on(source, (media, irp, request, data) -> Answers.int64(irp, data, media.preroll)))
                .minData(Long.BYTES)
                .item(KSPROPERTY_MEDIASEEKING.CONVERTTIMEFORMAT.id())
                .get(on(source, MediaSeeking::convert))
                .minProperty(KSP_TIMEFORMAT.LAYOUT.size())
                .minData(Long.BYTES)
                .build();
    }

    @FunctionalInterface
    private interface Action {
        NtStatus handle(MediaSeeking media, Irp irp, ByteBuffer request, ByteBuffer data);
    }

    private static KsHandler on(Function<FilterInstance, MediaSeeking> source, Action action) {
        return (irp, request, data) -> {
            MediaSeeking media = source.apply(FilterInstance.of(irp));
            synchronized (media) {
                return action.handle(media, irp, request, data);
            }
        };
    }

    /** Tells a time in the format in force, if the media have the capability. */
    private static KsHandler telling(
            Function<FilterInstance, MediaSeeking> source, int capability, Function<MediaSeeking, Long> time) {
        return on(
                source,
                (media, irp, request, data) -> media.can(capability)
                        ? Answers.int64(irp, data, media.units(time.apply(media)))
                        : NtStatus.NOT_SUPPORTED);
    }

    private boolean can(int capability) {
        return (capabilities & capability) != 0;
    }

    private long units(long time) {
        return formats.get(format).convert(time, Rate.TIME);
    }

    private NtStatus listFormats(Irp irp, ByteBuffer data) {
        List<Guid> list = List.copyOf(formats.keySet());
        return KsHandleSizedListQuery.handle(
                irp,
                data,
                list.size(),
                Guid.SIZE,
                (to, offset, i) -> list.get(i).write(to, offset));
    }

    private NtStatus getFormat(Irp irp, ByteBuffer data) {
        if (data != null) {
            format.write(data, 0);
        }
        irp.information(Guid.SIZE);
        return data == null ? NtStatus.BUFFER_OVERFLOW : NtStatus.SUCCESS;
    }

    private NtStatus setFormat(ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        Guid wanted = Guid.read(data, 0);
        if (!formats.containsKey(wanted)) {
            return NtStatus.INVALID_PARAMETER;
        }
        format = wanted;
        return NtStatus.SUCCESS;
    }

    private NtStatus getAvailable(Irp irp, ByteBuffer data) {
        return Answers.struct(
                irp,
                data,
                KSPROPERTY_MEDIAAVAILABLE.LAYOUT.allocate(ABI).set(KSPROPERTY_MEDIAAVAILABLE.Latest, units(duration)));
    }

    private NtStatus convert(Irp irp, ByteBuffer request, ByteBuffer data) {
        KSP_TIMEFORMAT question = KSP_TIMEFORMAT.LAYOUT.at(ABI, request, 0);
        Rate from = formats.get(question.get(KSP_TIMEFORMAT.SourceFormat));
        Rate to = formats.get(question.get(KSP_TIMEFORMAT.TargetFormat));
        if (from == null || to == null) {
            return NtStatus.INVALID_PARAMETER;
        }
        try {
            return Answers.int64(irp, data, to.convert(question.get(KSP_TIMEFORMAT.Time), from));
        } catch (ArithmeticException e) {
            return NtStatus.INVALID_PARAMETER;
        }
    }

    private NtStatus setPositions(ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        KSPROPERTY_POSITIONS wanted = KSPROPERTY_POSITIONS.LAYOUT.at(ABI, data, 0);
        int flags = wanted.get(KSPROPERTY_POSITIONS.CurrentFlags);
        int stopFlags = wanted.get(KSPROPERTY_POSITIONS.StopFlags);
        int how = flags & KS_SEEKING.PositioningBitsMask;
        if (((flags | stopFlags) & ~KNOWN_FLAGS) != 0 || how == KS_SEEKING.IncrementalPositioning) {
            return NtStatus.INVALID_PARAMETER;
        }
        long current = wanted.get(KSPROPERTY_POSITIONS.Current);
        if (!canSeek(how, current)) {
            return NtStatus.NOT_SUPPORTED;
        }
        try {
            long from = find(how, current, position, position);
            int stopHow = stopFlags & KS_SEEKING.PositioningBitsMask;
            long to = find(stopHow, wanted.get(KSPROPERTY_POSITIONS.Stop), stop, from);
            if (to < from && !can(KS_SEEKING.CanPlayBackwards)) {
                return NtStatus.INVALID_PARAMETER;
            }
            position = from;
            stop = to;
            return NtStatus.SUCCESS;
        } catch (StatusException e) {
            return e.status();
        }
    }

    private boolean canSeek(int how, long distance) {
        return switch (how) {
            case KS_SEEKING.NoPositioning -> true;
            case KS_SEEKING.AbsolutePositioning -> can(KS_SEEKING.CanSeekAbsolute);
            default -> distance == 0 || can(distance > 0 ? KS_SEEKING.CanSeekForwards : KS_SEEKING.CanSeekBackwards);
        };
    }

    /** The time that a client means. */
    private long find(int how, long value, long before, long start) throws StatusException {
        if (how == KS_SEEKING.NoPositioning) {
            return before;
        }
        long base = how == KS_SEEKING.AbsolutePositioning
                ? 0
                : units(how == KS_SEEKING.RelativePositioning ? before : start);
        if (value < -base || value > units(duration) - base) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        return Rate.TIME.convert(base + value, formats.get(format));
    }

    /** Describes media. Not thread-safe. */
    public static final class Builder {
        private final long duration;
        private long preroll;
        private int capabilities = KS_SEEKING.CanSeekAbsolute
                | KS_SEEKING.CanSeekForwards
                | KS_SEEKING.CanSeekBackwards
                | KS_SEEKING.CanGetCurrentPos
                | KS_SEEKING.CanGetStopPos
                | KS_SEEKING.CanGetDuration;
        private final Map<Guid, Rate> formats = new LinkedHashMap<>();

        private Builder(long duration) {
            if (duration < 0) {
                throw new IllegalArgumentException("media of " + duration + " * 100 ns");
            }
            this.duration = duration;
            formats.put(KSTIME_FORMAT.MEDIA_TIME, Rate.TIME);
        }

        /**
         * Adds a time format: a frame, sample or byte rate.
         *
         * @param guid for example {@code KSTIME_FORMAT_FRAME}
         * @param units the number of units, for example 30000
         * @param seconds in how many seconds, for example 1001
         * @return this
         * @throws IllegalArgumentException if one of both is not positive, or a unit is shorter than 100 ns
         */
        public Builder format(Guid guid, long units, long seconds) {
            if (units <= 0 || seconds <= 0 || (units - 1) / KsTimeSource.SECOND >= seconds) {
                throw new IllegalArgumentException(units + " units in " + seconds + " s");
            }
            formats.put(Objects.requireNonNull(guid, "guid"), new Rate(units, seconds));
            return this;
        }

        /**
         * Says what the source can do.
         *
         * @param flags {@link KS_SEEKING} bits; everything but playing backwards, unless it is said
         * @return this
         */
        public Builder capabilities(int flags) {
            capabilities = flags;
            return this;
        }

        /**
         * Says what the source has to decode before the position.
         *
         * @param time in units of 100 ns; 0 by default
         * @return this
         */
        public Builder preroll(long time) {
            preroll = time;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the media, at their beginning
         */
        public MediaSeeking build() {
            return new MediaSeeking(this);
        }
    }
}
