package io.github.ks4j.set;

import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSRELATIVEEVENT;
import java.util.List;

/**
 * The connection of a pin. The items of {@code KSPROPSETID_Connection}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-connection">KSPROPSETID_Connection</a>
 */
public final class KSPROPERTY_CONNECTION {
    /** The set, {@code KSPROPSETID_Connection}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Connection", "{1D58C920-AC9B-11CF-A5D6-28DB04C10000}");

    /** The state of the pin. Value: {@link KSSTATE}. */
    public static final KsProperty<KSSTATE> STATE = new KsProperty<>(
            SET, 0, "KSPROPERTY_CONNECTION_STATE", Codec.enumeration(KSSTATE.values()), "ksproperty-connection-state");

    /** The priority of the connection. Value: {@link KSPRIORITY}. */
    public static final KsProperty<KSPRIORITY> PRIORITY = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_CONNECTION_PRIORITY",
            Codec.struct(KSPRIORITY.LAYOUT),
            "ksproperty-connection-priority");

    /** The format of the connection. Value: {@code KSDATAFORMAT} and its specifics. */
    public static final KsProperty<DataFormat> DATAFORMAT = new KsProperty<>(
            SET, 2, "KSPROPERTY_CONNECTION_DATAFORMAT", Codec.DATA_FORMAT, "ksproperty-connection-dataformat");

    /** The frames that the pin prefers. Value: {@link KSALLOCATOR_FRAMING}. */
    public static final KsProperty<KSALLOCATOR_FRAMING> ALLOCATORFRAMING = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_CONNECTION_ALLOCATORFRAMING",
            Codec.struct(KSALLOCATOR_FRAMING.LAYOUT),
            "ksproperty-connection-allocatorframing");

    /** Whether the running pin would take a format. Value: {@code KSDATAFORMAT} and its specifics. */
    public static final KsProperty<DataFormat> PROPOSEDATAFORMAT = new KsProperty<>(
            SET,
            4,
            "KSPROPERTY_CONNECTION_PROPOSEDATAFORMAT",
            Codec.DATA_FORMAT,
            "ksproperty-connection-proposedataformat");

    /** Whether the pin's sources must be acquired first. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty ACQUIREORDERING =
            new KsIntProperty(SET, 5, "KSPROPERTY_CONNECTION_ACQUIREORDERING", "ksproperty-connection-acquireordering");

    /** The frames that the pin can use, a {@code KSALLOCATOR_FRAMING_EX}. Value: bytes. */
    public static final KsProperty<byte[]> ALLOCATORFRAMING_EX = new KsProperty<>(
            SET,
            6,
            "KSPROPERTY_CONNECTION_ALLOCATORFRAMING_EX",
            Codec.BYTES,
            "ksproperty-connection-allocatorframing-ex");

    /** The event that starts the stream. Value: {@link KSRELATIVEEVENT}. */
    public static final KsProperty<KSRELATIVEEVENT> STARTAT = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_CONNECTION_STARTAT",
            Codec.struct(KSRELATIVEEVENT.LAYOUT),
            "ksproperty-connection-startat");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            STATE,
            PRIORITY,
            DATAFORMAT,
            ALLOCATORFRAMING,
            PROPOSEDATAFORMAT,
            ACQUIREORDERING,
            ALLOCATORFRAMING_EX,
            STARTAT);

    private KSPROPERTY_CONNECTION() {}
}
