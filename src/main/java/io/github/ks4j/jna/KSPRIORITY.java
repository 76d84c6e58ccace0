package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSPRIORITY}: the priority of a connection. 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspriority">KSPRIORITY structure</a>
 */
@FieldOrder({"PriorityClass", "PrioritySubClass"})
public class KSPRIORITY extends Structure {
    /** The class: low 1, normal {@code 0x40000000}. */
    public int PriorityClass;

    /** The priority within the class; customarily 1. */
    public int PrioritySubClass;

    /** Zeroes, in memory of its own. */
    public KSPRIORITY() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSPRIORITY(Pointer memory) {
        super(memory);
        read();
    }
}
