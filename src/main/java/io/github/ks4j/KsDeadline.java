package io.github.ks4j;

import io.github.ks4j.set.Codec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;

/**
 * An object with a deadline for its requests other than the driver's. Made by {@link KsObject#within}; closed with the
 * object that it was made of.
 */
final class KsDeadline extends KsObject {
    private final KsObject object;
    private final Duration deadline;

    KsDeadline(KsObject object, Duration deadline) {
        super(object, object.requestLength(), object.requestFlags());
        this.object = object;
        this.deadline = Objects.requireNonNull(deadline, "deadline");
    }

    @Override
    Duration deadline() {
        return deadline;
    }

    @Override
    <T> Codec<T> form(Codec<T> codec) {
        return object.form(codec);
    }

    @Override
    KsObject carrying(byte[] value) {
        KsObject carrier = object.carrying(value);
        return carrier == object ? this : new KsDeadline(carrier, deadline);
    }

    @Override
    void address(ByteBuffer request) {
        object.address(request);
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
