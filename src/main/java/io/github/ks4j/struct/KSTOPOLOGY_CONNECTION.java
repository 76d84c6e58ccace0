package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSTOPOLOGY_CONNECTION}: a path of data inside a filter. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kstopology_connection">ns-ks-kstopology_connection</a>
 */
public final class KSTOPOLOGY_CONNECTION extends Struct<KSTOPOLOGY_CONNECTION> {
    private static final Declaration<KSTOPOLOGY_CONNECTION> C =
            Declaration.struct("KSTOPOLOGY_CONNECTION", KSTOPOLOGY_CONNECTION::new);

    /** The node that the data leaves; {@code KSFILTER_NODE} for the filter itself. */
    public static final Int32<KSTOPOLOGY_CONNECTION> FromNode = C.ulong("FromNode");

    /** The node's output, or the filter's pin factory. */
    public static final Int32<KSTOPOLOGY_CONNECTION> FromNodePin = C.ulong("FromNodePin");

    /** The node that the data enters; {@code KSFILTER_NODE} for the filter itself. */
    public static final Int32<KSTOPOLOGY_CONNECTION> ToNode = C.ulong("ToNode");

    /** The node's input, or the filter's pin factory. */
    public static final Int32<KSTOPOLOGY_CONNECTION> ToNodePin = C.ulong("ToNodePin");

    /** The layout. */
    public static final Layout<KSTOPOLOGY_CONNECTION> LAYOUT = C.layout();

    private KSTOPOLOGY_CONNECTION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
