package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import java.util.List;

/**
 * The pin factories of a filter. The items of {@code KSPROPSETID_Pin}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-pin">KSPROPSETID_Pin</a>
 */
public final class KSPROPERTY_PIN {
    /** The set, {@code KSPROPSETID_Pin}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Pin", "{8C134960-51AD-11CF-878A-94F801C10000}");

    /** How many instances of a pin there are and can be, on this filter. Value: {@link KSPIN_CINSTANCES}. */
    public static final KsProperty<KSPIN_CINSTANCES> CINSTANCES = new KsProperty<>(
            SET, 0, "KSPROPERTY_PIN_CINSTANCES", Codec.struct(KSPIN_CINSTANCES.LAYOUT), "ksproperty-pin-cinstances");

    /** The number of pin factories. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CTYPES =
            new KsIntProperty(SET, 1, "KSPROPERTY_PIN_CTYPES", "ksproperty-pin-ctypes");

    /** Which way the data goes. Value: {@link KSPIN_DATAFLOW}. */
    public static final KsProperty<KSPIN_DATAFLOW> DATAFLOW = new KsProperty<>(
            SET, 2, "KSPROPERTY_PIN_DATAFLOW", Codec.enumeration(KSPIN_DATAFLOW.values()), "ksproperty-pin-dataflow");

    /** The formats that the pin offers. Value: list of {@code KSDATARANGE}. */
    public static final KsProperty<List<DataRange>> DATARANGES =
            new KsProperty<>(SET, 3, "KSPROPERTY_PIN_DATARANGES", Codec.DATA_RANGES, "ksproperty-pin-dataranges");

    /**
     * The first format that the pin shares with the ranges of the request. Value: {@code KSDATAFORMAT} and its
     * specifics.
     */
    public static final KsProperty<DataFormat> DATAINTERSECTION = new KsProperty<>(
            SET, 4, "KSPROPERTY_PIN_DATAINTERSECTION", Codec.DATA_FORMAT, "ksproperty-pin-dataintersection");

    /** The interfaces of the pin. Value: list of {@link KSIDENTIFIER}. */
    public static final KsProperty<List<KSIDENTIFIER>> INTERFACES = new KsProperty<>(
            SET, 5, "KSPROPERTY_PIN_INTERFACES", Codec.list(KSIDENTIFIER.LAYOUT), "ksproperty-pin-interfaces");

    /** The mediums of the pin. Value: list of {@link KSIDENTIFIER}. */
    public static final KsProperty<List<KSIDENTIFIER>> MEDIUMS = new KsProperty<>(
            SET, 6, "KSPROPERTY_PIN_MEDIUMS", Codec.list(KSIDENTIFIER.LAYOUT), "ksproperty-pin-mediums");

    /** How the pin is connected. Value: {@link KSPIN_COMMUNICATION}. */
    public static final KsProperty<KSPIN_COMMUNICATION> COMMUNICATION = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_PIN_COMMUNICATION",
            Codec.enumeration(KSPIN_COMMUNICATION.values()),
            "ksproperty-pin-communication");

    /**
     * How many instances of a pin there are and can be, on all filters of the kind. Value: {@link KSPIN_CINSTANCES}.
     */
    public static final KsProperty<KSPIN_CINSTANCES> GLOBALCINSTANCES = new KsProperty<>(
            SET,
            8,
            "KSPROPERTY_PIN_GLOBALCINSTANCES",
            Codec.struct(KSPIN_CINSTANCES.LAYOUT),
            "ksproperty-pin-globalcinstances");

    /** How many instances there must be before the filter can run. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty NECESSARYINSTANCES =
            new KsIntProperty(SET, 9, "KSPROPERTY_PIN_NECESSARYINSTANCES", "ksproperty-pin-necessaryinstances");

    /** The other end of a bridge pin's wire. Value: {@link PhysicalConnection}. */
    public static final KsProperty<PhysicalConnection> PHYSICALCONNECTION = new KsProperty<>(
            SET,
            10,
            "KSPROPERTY_PIN_PHYSICALCONNECTION",
            PhysicalConnection.CODEC,
            "ksproperty-pin-physicalconnection");

    /** What the pin is for. Value: {@code GUID}. */
    public static final KsProperty<Guid> CATEGORY =
            new KsProperty<>(SET, 11, "KSPROPERTY_PIN_CATEGORY", Codec.GUID, "ksproperty-pin-category");

    /** The name of the pin. Value: UTF-16 text. */
    public static final KsProperty<String> NAME =
            new KsProperty<>(SET, 12, "KSPROPERTY_PIN_NAME", Codec.STRING, "ksproperty-pin-name");

    /** The formats that the pin could have right now. Value: list of {@code KSDATARANGE}. */
    public static final KsProperty<List<DataRange>> CONSTRAINEDDATARANGES = new KsProperty<>(
            SET, 13, "KSPROPERTY_PIN_CONSTRAINEDDATARANGES", Codec.DATA_RANGES, "ksproperty-pin-constraineddataranges");

    /** Whether the pin would take a format. Value: {@code KSDATAFORMAT} and its specifics. */
    public static final KsProperty<DataFormat> PROPOSEDATAFORMAT = new KsProperty<>(
            SET, 14, "KSPROPERTY_PIN_PROPOSEDATAFORMAT", Codec.DATA_FORMAT, "ksproperty-pin-proposedataformat");

    /** The format that the pin prefers in a mode. Value: {@code KSDATAFORMAT} and its specifics. */
    public static final KsProperty<DataFormat> PROPOSEDATAFORMAT2 = new KsProperty<>(
            SET, 15, "KSPROPERTY_PIN_PROPOSEDATAFORMAT2", Codec.DATA_FORMAT, "ksproperty-pin-proposedataformat2");

    /** The formats of a mode; their encoding is not established. Value: bytes. */
    public static final KsProperty<byte[]> MODEDATAFORMATS =
            new KsProperty<>(SET, 16, "KSPROPERTY_PIN_MODEDATAFORMATS", Codec.BYTES, "ksproperty-pin-modedataformats");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            CINSTANCES,
            CTYPES,
            DATAFLOW,
            DATARANGES,
            DATAINTERSECTION,
            INTERFACES,
            MEDIUMS,
            COMMUNICATION,
            GLOBALCINSTANCES,
            NECESSARYINSTANCES,
            PHYSICALCONNECTION,
            CATEGORY,
            NAME,
            CONSTRAINEDDATARANGES,
            PROPOSEDATAFORMAT,
            PROPOSEDATAFORMAT2,
            MODEDATAFORMATS);

    private KSPROPERTY_PIN() {}
}
