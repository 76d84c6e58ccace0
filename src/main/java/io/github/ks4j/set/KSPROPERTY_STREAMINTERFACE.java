package io.github.ks4j.set;

import java.util.List;

/**
 * The interface of a pin. The items of {@code KSPROPSETID_StreamInterface}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-streaminterface">KSPROPSETID_StreamInterface</a>
 */
public final class KSPROPERTY_STREAMINTERFACE {
    /** The set, {@code KSPROPSETID_StreamInterface}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_StreamInterface", "{1FDD8EE1-9CD3-11D0-82AA-0000F822FE8A}");

    /** The size of the stream headers that the pin expects; 0 for plain ones. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty HEADERSIZE =
            new KsIntProperty(SET, 0, "KSPROPERTY_STREAMINTERFACE_HEADERSIZE", "ksproperty-streaminterface-headersize");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(HEADERSIZE);

    private KSPROPERTY_STREAMINTERFACE() {}
}
