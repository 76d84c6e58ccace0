package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSMULTIPLE_ITEM}: the head of a list of variable size. The elements follow, those of variable size each at a
 * multiple of 8. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksmultiple_item">ns-ks-ksmultiple_item</a>
 */
public final class KSMULTIPLE_ITEM extends Struct<KSMULTIPLE_ITEM> {
    private static final Declaration<KSMULTIPLE_ITEM> C = Declaration.struct("KSMULTIPLE_ITEM", KSMULTIPLE_ITEM::new);

    /** The size of the list in bytes, this head included. */
    public static final Int32<KSMULTIPLE_ITEM> Size = C.ulong("Size");

    /** The number of elements. */
    public static final Int32<KSMULTIPLE_ITEM> Count = C.ulong("Count");

    /** The layout. */
    public static final Layout<KSMULTIPLE_ITEM> LAYOUT = C.layout();

    private KSMULTIPLE_ITEM(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
