package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import io.github.ks4j.struct.Guid;

/**
 * {@code KSPROPERTY}: the head of every property request, a {@link KSIDENTIFIER} by another name. 24 bytes, aligned to 8.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksproperty-structure">KSPROPERTY structure</a>
 */
public class KSPROPERTY extends KSIDENTIFIER {
    /** Zeroes, in memory of its own. */
    public KSPROPERTY() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    public KSPROPERTY(Pointer memory) {
        super(memory);
    }

    /**
     * A request in memory of its own.
     *
     * @param set the property set
     * @param id the item of the set
     * @param flags one {@code KSPROPERTY_TYPE_} operation
     */
    public KSPROPERTY(Guid set, int id, int flags) {
        super(set, id, flags);
    }
}
