package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSP_TIMEFORMAT}: asks what a time is in another format. Takes 64 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksp_timeformat">ns-ks-ksp_timeformat</a>
 */
public final class KSP_TIMEFORMAT extends Struct<KSP_TIMEFORMAT> {
    private static final Declaration<KSP_TIMEFORMAT> C = Declaration.struct("KSP_TIMEFORMAT", KSP_TIMEFORMAT::new);

    /** {@code KSPROPERTY_MEDIASEEKING_CONVERTTIMEFORMAT}. */
    public static final Nested<KSP_TIMEFORMAT, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The format of the time, {@code KSTIME_FORMAT_}. */
    public static final GuidField<KSP_TIMEFORMAT> SourceFormat = C.guid("SourceFormat");

    /** The format of the answer. */
    public static final GuidField<KSP_TIMEFORMAT> TargetFormat = C.guid("TargetFormat");

    /** The time. */
    public static final Int64<KSP_TIMEFORMAT> Time = C.longlong("Time");

    /** The layout. */
    public static final Layout<KSP_TIMEFORMAT> LAYOUT = C.layout();

    private KSP_TIMEFORMAT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
