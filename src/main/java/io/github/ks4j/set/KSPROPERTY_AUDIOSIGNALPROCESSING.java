package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import java.util.List;

/**
 * What a pin can process its streams for. The items of {@code KSPROPSETID_AudioSignalProcessing}, named as in the header
 * without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-audiosignalprocessing">KSPROPSETID_AudioSignalProcessing</a>
 */
public final class KSPROPERTY_AUDIOSIGNALPROCESSING {
    /** The set, {@code KSPROPSETID_AudioSignalProcessing}. */
    public static final KsSet SET =
            KsSet.of("KSPROPSETID_AudioSignalProcessing", "{4F67B528-30C9-40DE-B2FB-859DDD1F3470}");

    /** The modes of a pin factory, {@link AUDIO_SIGNALPROCESSINGMODE}. Value: list of {@code GUID}. */
    public static final KsProperty<List<Guid>> MODES = new KsProperty<>(
            SET, 0, "KSPROPERTY_AUDIOSIGNALPROCESSING_MODES", Codec.GUIDS, "ksproperty-audiosignalprocessing-modes");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(MODES);

    private KSPROPERTY_AUDIOSIGNALPROCESSING() {}
}
