package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSMULTIPLE_ITEM}: the head of a list of variable size. 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksmultiple_item">KSMULTIPLE_ITEM structure</a>
 */
@FieldOrder({"Size", "Count"})
public class KSMULTIPLE_ITEM extends Structure {
    /** The size of the list in bytes, this head included. */
    public int Size;

    /** The number of elements. */
    public int Count;

    /** Zeroes, in memory of its own. */
    public KSMULTIPLE_ITEM() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSMULTIPLE_ITEM(Pointer memory) {
        super(memory);
        read();
    }
}
