package io.github.ks4j;

import io.github.ks4j.set.Codec;
import io.github.ks4j.struct.KSNODEPROPERTY_AUDIO_CHANNEL;
import java.nio.ByteBuffer;

/**
 * One channel of an audio node, such as the left one of a volume control. Its requests carry a
 * {@link KSNODEPROPERTY_AUDIO_CHANNEL}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksnodeproperty_audio_channel">
 *     KSNODEPROPERTY_AUDIO_CHANNEL structure</a>
 */
public final class KsNodeChannel extends KsObject {
    private final KsNode node;
    private final int channel;

    KsNodeChannel(KsNode node, int channel) {
        super(node, KSNODEPROPERTY_AUDIO_CHANNEL.LAYOUT.size(), node.requestFlags());
        this.node = node;
        this.channel = channel;
    }

    /**
     * The node.
     *
     * @return the node that the channel belongs to
     */
    public KsNode node() {
        return node;
    }

    /**
     * The channel's number.
     *
     * @return 0 for the first; -1 for all channels at once
     */
    public int channel() {
        return channel;
    }

    @Override
    <T> Codec<T> form(Codec<T> codec) {
        return node.form(codec);
    }

    @Override
    void address(ByteBuffer request) {
        node.address(request);
        KSNODEPROPERTY_AUDIO_CHANNEL.Channel.write(session.abi(), request, 0, channel);
        KSNODEPROPERTY_AUDIO_CHANNEL.Reserved.write(session.abi(), request, 0, 0);
    }

    @Override
    public String toString() {
        return "channel " + channel + " of " + node;
    }
}
