package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_POSITIONS}: where a source goes to, and where it stops. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_positions">ns-ks-ksproperty_positions</a>
 */
public final class KSPROPERTY_POSITIONS extends Struct<KSPROPERTY_POSITIONS> {
    private static final Declaration<KSPROPERTY_POSITIONS> C =
            Declaration.struct("KSPROPERTY_POSITIONS", KSPROPERTY_POSITIONS::new);

    /** The position, in units of the time format in force. */
    public static final Int64<KSPROPERTY_POSITIONS> Current = C.longlong("Current");

    /** The stop position, in the same units. */
    public static final Int64<KSPROPERTY_POSITIONS> Stop = C.longlong("Stop");

    /** What {@code Current} means, {@code KS_SEEKING_} flags. */
    public static final Int32<KSPROPERTY_POSITIONS> CurrentFlags = C.ulong("CurrentFlags");

    /** What {@code Stop} means, {@code KS_SEEKING_} flags. */
    public static final Int32<KSPROPERTY_POSITIONS> StopFlags = C.ulong("StopFlags");

    /** The layout. */
    public static final Layout<KSPROPERTY_POSITIONS> LAYOUT = C.layout();

    private KSPROPERTY_POSITIONS(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
