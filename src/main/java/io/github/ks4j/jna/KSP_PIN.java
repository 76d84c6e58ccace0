package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSP_PIN}: a property request addressed to a pin factory, through the filter that has it. 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksp_pin">KSP_PIN structure</a>
 */
@FieldOrder({"Property", "PinId", "Reserved"})
public class KSP_PIN extends Structure {
    /** The property. */
    public KSPROPERTY Property = new KSPROPERTY();

    /** The pin factory, counted from zero. */
    public int PinId;

    /** Zero; as {@code Flags}, 1 if the caller understands attribute lists. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSP_PIN() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSP_PIN(Pointer memory) {
        super(memory);
        read();
    }
}
