package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSALLOCATOR_FRAMING}: the frames that an allocator hands out, or that a pin prefers. 24 bytes. Of the header's
 * unions, {@code OptionsFlags} stands for {@code RequirementsFlags} too, and {@code FileAlignment} for
 * {@code FramePitch}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksallocator_framing">KSALLOCATOR_FRAMING structure</a>
 */
@FieldOrder({"OptionsFlags", "PoolType", "Frames", "FrameSize", "FileAlignment", "Reserved"})
public class KSALLOCATOR_FRAMING extends Structure {
    /** {@code KSALLOCATOR_OPTIONF_} bits when creating an allocator, {@code KSALLOCATOR_REQUIREMENTF_} bits of a pin. */
    public int OptionsFlags;

    /** The pool: 0 non-paged, 1 paged. */
    public int PoolType;

    /** The greatest number of frames at once; 0 for no matter. */
    public int Frames;

    /** The size of a frame in bytes; 0 for no matter when asking. */
    public int FrameSize;

    /** The alignment less one: 0 for bytes, {@code 0x1FF} for 512. */
    public int FileAlignment;

    /** Zero. */
    public int Reserved;

    /** Zeroes, in memory of its own. */
    public KSALLOCATOR_FRAMING() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSALLOCATOR_FRAMING(Pointer memory) {
        super(memory);
        read();
    }
}
