package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Guid.GUID;
import io.github.ks4j.struct.Guid;

/**
 * {@code KSIDENTIFIER}: a set, an item of it, and flags. 24 bytes, aligned to 8.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksidentifier">KSIDENTIFIER structure</a>
 */
@FieldOrder({"Set", "Id", "Flags"})
public class KSIDENTIFIER extends Structure {
    /** The set. */
    public GUID Set = new GUID();

    /** The item of the set. */
    public int Id;

    /** What is wanted of the item, or nothing. */
    public int Flags;

    /** Zeroes, in memory of its own. */
    public KSIDENTIFIER() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSIDENTIFIER(Pointer memory) {
        super(memory);
        read();
    }

    /**
     * An identifier in memory of its own.
     *
     * @param set the set
     * @param id the item of the set
     * @param flags what is wanted of the item
     */
    public KSIDENTIFIER(Guid set, int id, int flags) {
        Set.Data1 = (int) set.low();
        Set.Data2 = (short) (set.low() >>> 32);
        Set.Data3 = (short) (set.low() >>> 48);
        for (int i = 0; i < Long.BYTES; i++) {
            Set.Data4[i] = (byte) (set.high() >>> 8 * i);
        }
        Id = id;
        Flags = flags;
    }

    /** {@inheritDoc} At least 8: a union with a LONGLONG in the header, which is no value. */
    @Override
    protected int getStructAlignment() {
        return Math.max(Long.BYTES, super.getStructAlignment());
    }
}
