package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSJACK_DESCRIPTION2;
import io.github.ks4j.struct.KSJACK_DESCRIPTION3;
import io.github.ks4j.struct.KSJACK_SINK_INFORMATION;
import java.util.List;

/**
 * The jack behind a bridge pin. The items of {@code KSPROPSETID_Jack}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-jack">KSPROPSETID_Jack</a>
 */
public final class KSPROPERTY_JACK {
    /** The set, {@code KSPROPSETID_Jack}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Jack", "{4509F757-2D46-4637-8E62-CE7DB944F57B}");

    /** What the jacks look like. Value: list of {@link KSJACK_DESCRIPTION}. */
    public static final KsProperty<List<KSJACK_DESCRIPTION>> DESCRIPTION = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_JACK_DESCRIPTION",
            Codec.list(KSJACK_DESCRIPTION.LAYOUT),
            "ksproperty-jack-description");

    /** What the jacks can do. Value: list of {@link KSJACK_DESCRIPTION2}. */
    public static final KsProperty<List<KSJACK_DESCRIPTION2>> DESCRIPTION2 = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_JACK_DESCRIPTION2",
            Codec.list(KSJACK_DESCRIPTION2.LAYOUT),
            "ksproperty-jack-description2");

    /** The display behind the jack. Value: {@link KSJACK_SINK_INFORMATION}. */
    public static final KsProperty<KSJACK_SINK_INFORMATION> SINK_INFO = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_JACK_SINK_INFO",
            Codec.struct(KSJACK_SINK_INFORMATION.LAYOUT),
            "ksproperty-jack-sink-info");

    /** The container that the jack belongs to. Value: {@code GUID}. */
    public static final KsProperty<Guid> CONTAINERID =
            new KsProperty<>(SET, 4, "KSPROPERTY_JACK_CONTAINERID", Codec.GUID, "ksproperty-jack-containerid");

    /** The configurations that the jacks belong to. Value: list of {@link KSJACK_DESCRIPTION3}. */
    public static final KsProperty<List<KSJACK_DESCRIPTION3>> DESCRIPTION3 = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_JACK_DESCRIPTION3",
            Codec.list(KSJACK_DESCRIPTION3.LAYOUT),
            "ksproperty-jack-description3");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS =
            List.of(DESCRIPTION, DESCRIPTION2, SINK_INFO, CONTAINERID, DESCRIPTION3);

    private KSPROPERTY_JACK() {}
}
