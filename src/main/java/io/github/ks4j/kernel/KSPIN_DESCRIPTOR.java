package io.github.ks4j.kernel;

import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.struct.KSIDENTIFIER;
import java.util.List;

/**
 * What a pin factory offers: the part of {@code KSPIN_DESCRIPTOR} that decides about connections. Immutable.
 *
 * @param interfaces the interfaces; none stands for {@code KSINTERFACESETID_Standard} and STREAMING
 * @param mediums the mediums; none stands for {@code KSMEDIUMSETID_Standard} and ANYINSTANCE
 * @param dataRanges the ranges
 * @param communication the roles that an instance can have
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_descriptor">KSPIN_DESCRIPTOR
 *     structure</a>
 */
public record KSPIN_DESCRIPTOR(
        List<KSIDENTIFIER> interfaces,
        List<KSIDENTIFIER> mediums,
        List<DataRange> dataRanges,
        KSPIN_COMMUNICATION communication) {
    /**
     * Copies the lists.
     *
     * @param interfaces the interfaces
     * @param mediums the mediums
     * @param dataRanges the ranges
     * @param communication the roles that an instance can have
     */
    public KSPIN_DESCRIPTOR {
        interfaces = List.copyOf(interfaces);
        mediums = List.copyOf(mediums);
        dataRanges = List.copyOf(dataRanges);
    }
}
