package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import io.github.ks4j.struct.Guid;

/**
 * {@code KSMETHOD}: the head of every method request, a {@link KSIDENTIFIER} by another name. 24 bytes, aligned to 8.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksmethod-structure">KSMETHOD structure</a>
 */
public class KSMETHOD extends KSIDENTIFIER {
    /** Zeroes, in memory of its own. */
    public KSMETHOD() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    public KSMETHOD(Pointer memory) {
        super(memory);
    }

    /**
     * A request in memory of its own.
     *
     * @param set the method set
     * @param id the item of the set
     * @param flags one {@code KSMETHOD_TYPE_} operation
     */
    public KSMETHOD(Guid set, int id, int flags) {
        super(set, id, flags);
    }
}
