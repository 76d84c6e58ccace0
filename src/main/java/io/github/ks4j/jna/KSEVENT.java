package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import io.github.ks4j.struct.Guid;

/**
 * {@code KSEVENT}: the head of every event request, a {@link KSIDENTIFIER} by another name. 24 bytes, aligned to 8.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksevent-structure">KSEVENT structure</a>
 */
public class KSEVENT extends KSIDENTIFIER {
    /** Zeroes, in memory of its own. */
    public KSEVENT() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    public KSEVENT(Pointer memory) {
        super(memory);
    }

    /**
     * A request in memory of its own.
     *
     * @param set the event set
     * @param id the item of the set
     * @param flags one {@code KSEVENT_TYPE_} operation
     */
    public KSEVENT(Guid set, int id, int flags) {
        super(set, id, flags);
    }
}
