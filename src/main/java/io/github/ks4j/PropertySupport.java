package io.github.ks4j;

import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_MEMBER_FLAG;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY_MEMBERSHEADER;
import io.github.ks4j.struct.KSPROPERTY_STEPPING_LONG;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a driver tells of a property: {@code KSPROPERTY_DESCRIPTION} and the lists of members behind it. Immutable.
 *
 * @param accessFlags {@code KSPROPERTY_TYPE_} flags: {@code GET}, {@code SET}, and {@code BASICSUPPORT} where an audio
 *     driver has more to tell
 * @param valueTypeSet the set of the value's type, mostly {@code KSPROPTYPESETID_General}; {@link Guid#NULL} if the
 *     driver does not tell
 * @param valueType the type: in the general set a {@code VARENUM}, such as 3 for a {@code LONG} (VT_I4)
 * @param members the values that the property takes; empty if the driver does not tell
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_description">
 *     KSPROPERTY_DESCRIPTION structure</a>
 */
public record PropertySupport(int accessFlags, Guid valueTypeSet, int valueType, List<Members> members) {
    /**
     * Copies the list.
     *
     * @param accessFlags the access flags
     * @param valueTypeSet the set of the type
     * @param valueType the type
     * @param members the lists of members
     */
    public PropertySupport {
        members = List.copyOf(members);
    }

    /**
     * Whether the property can be read.
     *
     * @return true if it can
     */
    public boolean canGet() {
        return (accessFlags & KSPROPERTY_TYPE.GET) != 0;
    }

    /**
     * Whether the property can be written.
     *
     * @return true if it can
     */
    public boolean canSet() {
        return (accessFlags & KSPROPERTY_TYPE.SET) != 0;
    }

    /**
     * The first range of values, stepped or not.
     *
     * @return empty if the driver gives none
     */
    public Optional<Member> range() {
        return members.stream()
                .filter(list -> list.kind() != Kind.VALUES && !list.isDefault())
                .flatMap(list -> list.values().stream())
                .findFirst();
    }

    /**
     * The default value.
     *
     * @return empty if the driver gives none
     */
    public Optional<Member> defaultValue() {
        return members.stream()
                .filter(Members::isDefault)
                .flatMap(list -> list.values().stream())
                .findFirst();
    }

    /** What the members of a list are. */
    public enum Kind {
        /** Ranges without a step: {@code KSPROPERTY_MEMBER_RANGES}. */
        RANGES,
        /** Ranges with a step: {@code KSPROPERTY_MEMBER_STEPPEDRANGES}. */
        STEPPED_RANGES,
        /** Single values: {@code KSPROPERTY_MEMBER_VALUES}. */
        VALUES,
        /** What the header does not define; only {@link Members#bytes} tells. */
        OTHER
    }

    /**
     * A list of members.
     *
     * @param kind what the members are
     * @param flags {@code KSPROPERTY_MEMBER_FLAG_} flags
     * @param values the members that are integers of a known width; for those that are not, see {@link #bytes}
     * @param bytes the members as they came, read-only, little-endian
     */
    public record Members(Kind kind, int flags, List<Member> values, ByteBuffer bytes) {
        /**
         * Copies list and buffer.
         *
         * @param kind the kind
         * @param flags the flags
         * @param values the integers
         * @param bytes the bytes, from position to limit
         */
        public Members {
            values = List.copyOf(values);
            bytes = copy(bytes);
        }

        /**
         * The members as they came.
         *
         * @return a new read-only little-endian buffer
         */
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        /**
         * Whether these are default values rather than what the property takes.
         *
         * @return true for {@code KSPROPERTY_MEMBER_FLAG_DEFAULT}
         */
        public boolean isDefault() {
            return (flags & KSPROPERTY_MEMBER_FLAG.DEFAULT) != 0;
        }

        /**
         * Whether there is one member for each channel.
         *
         * @return true for {@code KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_MULTICHANNEL}
         */
        public boolean isMultichannel() {
            return (flags & KSPROPERTY_MEMBER_FLAG.BASICSUPPORT_MULTICHANNEL) != 0;
        }

        /**
         * Whether all channels have one value.
         *
         * @return true for {@code KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_UNIFORM}
         */
        public boolean isUniform() {
            return (flags & KSPROPERTY_MEMBER_FLAG.BASICSUPPORT_UNIFORM) != 0;
        }

        /**
         * A list as its header describes it, except that ranges of 16 bytes are stepped ones where values have 32 bits:
         * firmware gets that flag wrong.
         */
        static Members of(KSPROPERTY_MEMBERSHEADER header, ByteBuffer bytes, boolean of32Bits) {
            Kind kind = switch (header.get(KSPROPERTY_MEMBERSHEADER.MembersFlags)) {
                case KSPROPERTY_MEMBER.RANGES -> Kind.RANGES;
                case KSPROPERTY_MEMBER.STEPPEDRANGES -> Kind.STEPPED_RANGES;
                case KSPROPERTY_MEMBER.VALUES -> Kind.VALUES;
                default -> Kind.OTHER;
            };
            int size = header.get(KSPROPERTY_MEMBERSHEADER.MembersSize);
            if (kind == Kind.RANGES && of32Bits && size == KSPROPERTY_STEPPING_LONG.LAYOUT.size()) {
                kind = Kind.STEPPED_RANGES;
            }
            List<Member> values = new ArrayList<>();
            for (int offset = 0; size > 0 && offset + size <= bytes.capacity(); offset += size) {
                Member member = Member.read(kind, bytes.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN));
                if (member != null) {
                    values.add(member);
                }
            }
            return new Members(kind, header.get(KSPROPERTY_MEMBERSHEADER.Flags), values, bytes);
        }

        private static ByteBuffer copy(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            return ByteBuffer.wrap(copy).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /**
     * A range of integers, or a single one. The bytes do not say whether they are signed, so they can be read either
     * way; the components are the signed reading.
     *
     * @param width the size of an integer: 1, 2, 4 or 8 bytes
     * @param step the distance between two values; 0 if the range has none, or for a single value
     * @param minimum the least value
     * @param maximum the greatest value; the same for a single value
     */
    public record Member(int width, long step, long minimum, long maximum) {
        /**
         * The least value, if values are unsigned.
         *
         * @return zero-extended; for 8 bytes, to be read as unsigned
         */
        public long unsignedMinimum() {
            return unsigned(minimum);
        }

        /**
         * The greatest value, if values are unsigned.
         *
         * @return zero-extended; for 8 bytes, to be read as unsigned
         */
        public long unsignedMaximum() {
            return unsigned(maximum);
        }

        /**
         * Whether a value lies in the range and on its grid, the range being read as signed.
         *
         * @param value the value
         * @return true if the property takes it
         */
        public boolean contains(long value) {
            return value >= minimum
                    && value <= maximum
                    && (step == 0 || Long.remainderUnsigned(value - minimum, step) == 0);
        }

        private long unsigned(long value) {
            return width == Long.BYTES ? value : value & (1L << 8 * width) - 1;
        }

        /** A member by its kind and size; null if it is not made of integers. */
        private static Member read(Kind kind, ByteBuffer bytes) {
            int size = bytes.capacity();
            if (kind == Kind.STEPPED_RANGES && size == 16) {
                return new Member(4, Integer.toUnsignedLong(bytes.getInt(0)), bytes.getInt(8), bytes.getInt(12));
            } else if (kind == Kind.STEPPED_RANGES && size == 24) {
                return new Member(8, bytes.getLong(0), bytes.getLong(8), bytes.getLong(16));
            } else if (kind == Kind.RANGES && size == 8) {
                return new Member(4, 0, bytes.getInt(0), bytes.getInt(4));
            } else if (kind == Kind.RANGES && size == 16) {
                return new Member(8, 0, bytes.getLong(0), bytes.getLong(8));
            } else if (kind != Kind.VALUES) {
                return null;
            }
            return switch (size) {
                case 1 -> new Member(1, 0, bytes.get(0), bytes.get(0));
                case 2 -> new Member(2, 0, bytes.getShort(0), bytes.getShort(0));
                case 4 -> new Member(4, 0, bytes.getInt(0), bytes.getInt(0));
                case 8 -> new Member(8, 0, bytes.getLong(0), bytes.getLong(0));
                default -> null;
            };
        }
    }
}
