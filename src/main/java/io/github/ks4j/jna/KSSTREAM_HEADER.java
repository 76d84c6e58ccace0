package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSSTREAM_HEADER}: one packet of a stream: where its data is and what it is. 56 bytes; an extension may follow,
 * which {@code Size} counts.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstream_header">KSSTREAM_HEADER structure</a>
 */
@FieldOrder({
    "Size",
    "TypeSpecificFlags",
    "PresentationTime",
    "Duration",
    "FrameExtent",
    "DataUsed",
    "Data",
    "OptionsFlags",
    "Reserved"
})
public class KSSTREAM_HEADER extends Structure {
    /** The size of header and extension, a multiple of 8. */
    public int Size;

    /** Flags of the format. */
    public int TypeSpecificFlags;

    /** When the packet starts; never with a zero fraction. */
    public KSTIME PresentationTime = new KSTIME();

    /** How long it lasts, in units of the presentation time. */
    public long Duration;

    /** The size of the data buffer, in bytes. */
    public int FrameExtent;

    /** Bytes of data: for a write the caller says, for a read the driver. */
    public int DataUsed;

    /** The address of the data: {@link KsMemory#pointer()}. */
    public Pointer Data;

    /** {@code KSSTREAM_HEADER_OPTIONSF_} bits. */
    public int OptionsFlags;

    /** Zero. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSSTREAM_HEADER() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSSTREAM_HEADER(Pointer memory) {
        super(memory);
        read();
    }
}
