package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Guid.GUID;

/**
 * {@code KSDATAFORMAT}: the head of a data format. 64 bytes, aligned to 8. What follows depends on the specifier;
 * {@code FormatSize} counts it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksdataformat">KSDATAFORMAT structure</a>
 */
@FieldOrder({"FormatSize", "Flags", "SampleSize", "Reserved", "MajorFormat", "SubFormat", "Specifier"})
public class KSDATAFORMAT extends Structure {
    /** The size of head and specifics, in bytes, without attributes. */
    public int FormatSize;

    /** {@code KSDATAFORMAT_ATTRIBUTES} if an attribute list follows at the next multiple of 8. */
    public int Flags;

    /** The size of a sample in bytes; 0 if it varies. */
    public int SampleSize;

    /** Zero. */
    public int Reserved;

    /** The kind of data: audio, video, MIDI. */
    public GUID MajorFormat = new GUID();

    /** The encoding: PCM, YUY2. */
    public GUID SubFormat = new GUID();

    /** What the specifics are: {@code KSDATAFORMAT_SPECIFIER_WAVEFORMATEX}, {@code _NONE}. */
    public GUID Specifier = new GUID();

    /** Zeroes, in memory of its own. */
    public KSDATAFORMAT() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSDATAFORMAT(Pointer memory) {
        super(memory);
        read();
    }

    /** {@inheritDoc} At least 8: a union with a LONGLONG in the header, which is no value. */
    @Override
    protected int getStructAlignment() {
        return Math.max(Long.BYTES, super.getStructAlignment());
    }
}
