package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a format or range says beyond its specifics: {@code KSATTRIBUTE} and its value. Immutable.
 *
 * @param id what the attribute is, {@link KSATTRIBUTEID}
 * @param required whether who does not understand it must refuse the format
 * @param value the value behind the head; may be empty
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksattribute">KSATTRIBUTE structure</a>
 */
public record FormatAttribute(Guid id, boolean required, byte[] value) {
    /**
     * Copies the value.
     *
     * @param id what the attribute is
     * @param required whether it must be understood
     * @param value the value
     */
    public FormatAttribute {
        value = value.clone();
    }

    /**
     * An attribute that need not be understood, with a GUID as its value: {@code KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE}
     * if it is {@link KSATTRIBUTEID#AUDIOSIGNALPROCESSING_MODE}.
     *
     * @param id what the attribute is
     * @param value the value, for example a {@link AUDIO_SIGNALPROCESSINGMODE}
     * @return the attribute, 40 bytes
     */
    public static FormatAttribute of(Guid id, Guid value) {
        ByteBuffer bytes = ByteBuffer.allocate(Guid.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        value.write(bytes, 0);
        return new FormatAttribute(id, false, bytes.array());
    }

    /**
     * The value.
     *
     * @return a copy
     */
    @Override
    public byte[] value() {
        return value.clone();
    }

    /**
     * The value as a GUID.
     *
     * @return empty if it does not have the 16 bytes of one
     */
    public Optional<Guid> guid() {
        return value.length == Guid.SIZE
                ? Optional.of(Guid.read(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN), 0))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormatAttribute that
                && that.id.equals(id)
                && that.required == required
                && Arrays.equals(that.value, value);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(value);
    }

    /**
     * The name and the value.
     *
     * @return for people
     */
    @Override
    public String toString() {
        return Catalogue.nameOf(id)
                + (required ? " required " : " ")
                + guid().map(Catalogue::nameOf).orElse(value.length + " bytes");
    }
}
