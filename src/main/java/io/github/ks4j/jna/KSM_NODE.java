package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSM_NODE}: a method request addressed to a topology node. 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksm_node">KSM_NODE structure</a>
 */
@FieldOrder({"Method", "NodeId", "Reserved"})
public class KSM_NODE extends Structure {
    /** The method, with {@code KSMETHOD_TYPE_TOPOLOGY} among its flags. */
    public KSMETHOD Method = new KSMETHOD();

    /** The node: its index in the filter's list of nodes. */
    public int NodeId;

    /** Zero. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSM_NODE() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSM_NODE(Pointer memory) {
        super(memory);
        read();
    }
}
