package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSTIME}: a time as a fraction, {@code Time * Numerator / Denominator} in units of 100 ns. 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kstime">KSTIME structure</a>
 */
@FieldOrder({"Time", "Numerator", "Denominator"})
public class KSTIME extends Structure {
    /** The time, in units of the fraction. */
    public long Time;

    /** The numerator; 1 for units of 100 ns. */
    public int Numerator;

    /** The denominator; 1 for units of 100 ns. */
    public int Denominator;

    /** Zeroes, in memory of its own. */
    public KSTIME() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSTIME(Pointer memory) {
        super(memory);
        read();
    }
}
