package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSE_NODE}: an event request addressed to a topology node. 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kse_node">KSE_NODE structure</a>
 */
@FieldOrder({"Event", "NodeId", "Reserved"})
public class KSE_NODE extends Structure {
    /** The event, with {@code KSEVENT_TYPE_TOPOLOGY} among its flags. */
    public KSEVENT Event = new KSEVENT();

    /** The node: its index in the filter's list of nodes. */
    public int NodeId;

    /** Zero. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSE_NODE() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSE_NODE(Pointer memory) {
        super(memory);
        read();
    }
}
