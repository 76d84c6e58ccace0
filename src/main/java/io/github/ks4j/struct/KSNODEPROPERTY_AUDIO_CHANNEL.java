package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSNODEPROPERTY_AUDIO_CHANNEL}: a property request addressed to one channel of an audio node. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksnodeproperty_audio_channel">ns-ksmedia-ksnodeproperty_audio_channel</a>
 */
public final class KSNODEPROPERTY_AUDIO_CHANNEL extends Struct<KSNODEPROPERTY_AUDIO_CHANNEL> {
    private static final Declaration<KSNODEPROPERTY_AUDIO_CHANNEL> C =
            Declaration.struct("KSNODEPROPERTY_AUDIO_CHANNEL", KSNODEPROPERTY_AUDIO_CHANNEL::new);

    /** The property and the node. */
    public static final Nested<KSNODEPROPERTY_AUDIO_CHANNEL, KSNODEPROPERTY> NodeProperty =
            C.nested(KSNODEPROPERTY.LAYOUT, "NodeProperty");

    /** The channel, counted from zero; -1 for all. */
    public static final Int32<KSNODEPROPERTY_AUDIO_CHANNEL> Channel = C.slong("Channel");

    /** Zero. */
    public static final Int32<KSNODEPROPERTY_AUDIO_CHANNEL> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSNODEPROPERTY_AUDIO_CHANNEL> LAYOUT = C.layout();

    private KSNODEPROPERTY_AUDIO_CHANNEL(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}
