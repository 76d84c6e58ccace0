package io.github.ks4j.set;

import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import java.util.List;

/**
 * The frames that a video pin has lost. The items of {@code PROPSETID_VIDCAP_DROPPEDFRAMES}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-droppedframes">PROPSETID_VIDCAP_DROPPEDFRAMES</a>
 */
public final class KSPROPERTY_VIDCAP_DROPPEDFRAMES {
    /** The set, {@code PROPSETID_VIDCAP_DROPPEDFRAMES}. */
    public static final KsSet SET =
            KsSet.of("PROPSETID_VIDCAP_DROPPEDFRAMES", "{C6E13344-30AC-11D0-A18C-00A0C9118956}");

    /** Frames, losses and the average size. Value: {@link KSPROPERTY_DROPPEDFRAMES_CURRENT_S}. */
    public static final KsProperty<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> CURRENT = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_DROPPEDFRAMES_CURRENT",
            Codec.control(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.LAYOUT),
            "ksproperty-droppedframes-current");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(CURRENT);

    private KSPROPERTY_VIDCAP_DROPPEDFRAMES() {}
}
