package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSP_NODE}: a property request addressed to a topology node. 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksp_node">KSP_NODE structure</a>
 */
@FieldOrder({"Property", "NodeId", "Reserved"})
public class KSP_NODE extends Structure {
    /** The property, with {@code KSPROPERTY_TYPE_TOPOLOGY} among its flags. */
    public KSPROPERTY Property = new KSPROPERTY();

    /** The node: its index in the filter's list of nodes. */
    public int NodeId;

    /** Zero. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSP_NODE() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSP_NODE(Pointer memory) {
        super(memory);
        read();
    }
}
