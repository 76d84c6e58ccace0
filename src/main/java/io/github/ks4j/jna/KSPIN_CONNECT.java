package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSPIN_CONNECT}: parameters for creating a pin. 72 bytes; the data format follows.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_connect">KSPIN_CONNECT structure</a>
 */
@FieldOrder({"Interface", "Medium", "PinId", "PinToHandle", "Priority"})
public class KSPIN_CONNECT extends Structure {
    /** The interface, for example {@code KSINTERFACESETID_Standard} and STREAMING. */
    public KSIDENTIFIER Interface = new KSIDENTIFIER();

    /** The medium, for example {@code KSMEDIUMSETID_Standard} and ANYINSTANCE. */
    public KSIDENTIFIER Medium = new KSIDENTIFIER();

    /** The pin factory. */
    public int PinId;

    /** The sink pin to connect to, or null when the caller itself is the other end. */
    public Pointer PinToHandle;

    /** The priority of the connection. */
    public KSPRIORITY Priority = new KSPRIORITY();

    /** Zeroes, in memory of its own. */
    public KSPIN_CONNECT() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSPIN_CONNECT(Pointer memory) {
        super(memory);
        read();
    }
}
