package io.github.ks4j.kernel;

import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_MEMBER_FLAG;
import io.github.ks4j.set.KSPROPTYPESETID;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY_MEMBERSHEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The type and the values of a property, as its driver's table states them ({@code KSPROPERTY_VALUES}): what
 * BASICSUPPORT and DEFAULTVALUES answer with. Immutable.
 *
 * @param typeSet the set of the value's type, usually {@code KSPROPTYPESETID_General}
 * @param typeId the type, a {@code VARENUM}
 * @param members the lists of values
 */
public record PropertyValues(Guid typeSet, int typeId, List<Members> members) {
    /** {@code VT_I4}: a {@code LONG}. */
    public static final int VT_I4 = 3;

    /** {@code VT_BOOL}. */
    public static final int VT_BOOL = 11;

    /** {@code VT_UI4}: a {@code ULONG}. */
    public static final int VT_UI4 = 19;

    /** The size of a {@code KSPROPERTY_DESCRIPTION}. */
    static final int DESCRIPTION_SIZE = 40;

    /** Where the type lies in it. */
    static final int PROP_TYPE_SET = 8;

    private static final int HEADER = KSPROPERTY_MEMBERSHEADER.LAYOUT.size();

    /**
     * Values of a general type without any list.
     *
     * @param typeId the type, for example {@link #VT_BOOL}
     * @return the values
     */
    public static PropertyValues of(int typeId) {
        return new PropertyValues(KSPROPTYPESETID.General, typeId, List.of());
    }

    /**
     * {@code LONG} values from a minimum to a maximum.
     *
     * @param minimum the least value
     * @param maximum the greatest value
     * @param step the distance between two values
     * @return the values, with one stepped range
     */
    public static PropertyValues stepped(int minimum, int maximum, int step) {
        return of(VT_I4).with(new Members(KSPROPERTY_MEMBER.STEPPEDRANGES, 16, 1, 0, ints(step, 0, minimum, maximum)));
    }

    /**
     * These values and a default.
     *
     * @param value the default
     * @return the values
     */
    public PropertyValues withDefault(int value) {
        return with(new Members(KSPROPERTY_MEMBER.VALUES, 4, 1, KSPROPERTY_MEMBER_FLAG.DEFAULT, ints(value)));
    }

    /**
     * The same list for several channels.
     *
     * @param channels the number of channels
     * @return the values, each list with one member a channel and flagged multichannel
     */
    public PropertyValues forChannels(int channels) {
        List<Members> multichannel = new ArrayList<>();
        for (Members list : members) {
            byte[] data = new byte[list.data.length * channels];
            for (int i = 0; i < channels; i++) {
                System.arraycopy(list.data, 0, data, i * list.data.length, list.data.length);
            }
            multichannel.add(new Members(
                    list.membersFlags,
                    list.membersSize,
                    list.membersCount * channels,
                    list.flags | KSPROPERTY_MEMBER_FLAG.BASICSUPPORT_MULTICHANNEL,
                    data));
        }
        return new PropertyValues(typeSet, typeId, List.copyOf(multichannel));
    }

    /**
     * These values and one more list.
     *
     * @param list the list
     * @return the values
     */
    public PropertyValues with(Members list) {
        List<Members> more = new ArrayList<>(members);
        more.add(list);
        return new PropertyValues(typeSet, typeId, List.copyOf(more));
    }

    /**
     * One list of values: {@code KSPROPERTY_MEMBERSLIST}.
     *
     * @param membersFlags what the members are, {@link KSPROPERTY_MEMBER}
     * @param membersSize the size of a member
     * @param membersCount the number of members
     * @param flags {@link KSPROPERTY_MEMBER_FLAG} bits
     * @param data the members, {@code membersSize * membersCount} bytes
     */
    public record Members(int membersFlags, int membersSize, int membersCount, int flags, byte[] data) {
        /**
         * Copies the members.
         *
         * @param membersFlags what the members are
         * @param membersSize the size of a member
         * @param membersCount the number of members
         * @param flags the flags of the list
         * @param data the members
         * @throws IllegalArgumentException if the data is not {@code membersSize * membersCount} bytes
         */
        public Members {
            if (membersSize < 0 || membersCount < 0 || (long) membersSize * membersCount != data.length) {
                throw new IllegalArgumentException(
                        membersCount + " members of " + membersSize + " bytes do not take " + data.length + " bytes");
            }
            data = data.clone();
        }

        /**
         * The members.
         *
         * @return a copy
         */
        @Override
        public byte[] data() {
            return data.clone();
        }

        boolean isDefault() {
            return (flags & KSPROPERTY_MEMBER_FLAG.DEFAULT) != 0;
        }
    }

    /**
     * The description that a request gets: head, then each list with its own head, without padding.
     *
     * @param accessFlags the operations of the property
     * @param values the type and values; null if the table has none
     * @param listed which lists are in it
     * @return the bytes
     */
    static byte[] describe(int accessFlags, PropertyValues values, Predicate<Members> listed) {
        List<Members> lists = new ArrayList<>();
        int size = DESCRIPTION_SIZE;
        if (values != null) {
            for (Members list : values.members) {
                if (listed.test(list)) {
                    lists.add(list);
                    size += HEADER + list.data.length;
                }
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(accessFlags).putInt(size);
        if (values != null) {
            values.typeSet.write(bytes, PROP_TYPE_SET);
            bytes.putInt(24, values.typeId);
        }
        bytes.putInt(32, lists.size()).position(DESCRIPTION_SIZE);
        for (Members list : lists) {
            bytes.putInt(list.membersFlags)
                    .putInt(list.membersSize)
                    .putInt(list.membersCount)
                    .putInt(list.flags)
                    .put(list.data);
        }
        return bytes.array();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
