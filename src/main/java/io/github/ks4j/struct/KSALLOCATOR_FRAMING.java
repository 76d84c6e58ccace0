package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSALLOCATOR_FRAMING}: the frames that an allocator hands out, or that a pin prefers. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksallocator_framing">ns-ks-ksallocator_framing</a>
 */
public final class KSALLOCATOR_FRAMING extends Struct<KSALLOCATOR_FRAMING> {
    private static final Declaration<KSALLOCATOR_FRAMING> C =
            Declaration.struct("KSALLOCATOR_FRAMING", KSALLOCATOR_FRAMING::new);

    /** When creating an allocator: {@code KSALLOCATOR_OPTIONF_} bits. */
    public static final Int32<KSALLOCATOR_FRAMING> OptionsFlags = C.ulong("OptionsFlags");

    /** When asking a pin: {@code KSALLOCATOR_REQUIREMENTF_} bits. */
    public static final Int32<KSALLOCATOR_FRAMING> RequirementsFlags =
            C.over(OptionsFlags).ulong("RequirementsFlags");

    /** The pool: 0 non-paged, 1 paged. */
    public static final Int32<KSALLOCATOR_FRAMING> PoolType = C.ulong("PoolType");

    /** The greatest number of frames at once; 0 for no matter. */
    public static final Int32<KSALLOCATOR_FRAMING> Frames = C.ulong("Frames");

    /** The size of a frame in bytes; 0 for no matter when asking. */
    public static final Int32<KSALLOCATOR_FRAMING> FrameSize = C.ulong("FrameSize");

    /** The alignment less one: 0 for bytes, {@code 0x1FF} for 512. */
    public static final Int32<KSALLOCATOR_FRAMING> FileAlignment = C.ulong("FileAlignment");

    /** The pitch of a line, in bytes. */
    public static final Int32<KSALLOCATOR_FRAMING> FramePitch =
            C.over(FileAlignment).ulong("FramePitch");

    /** Zero. */
    public static final Int32<KSALLOCATOR_FRAMING> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSALLOCATOR_FRAMING> LAYOUT = C.layout();

    private KSALLOCATOR_FRAMING(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
