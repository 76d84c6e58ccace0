package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsValidateConnectRequest;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.FormatAttribute;
import io.github.ks4j.set.KSATTRIBUTEID;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Optional;

/**
 * The signal processing modes of a pin, and with them whether the attributes of formats and ranges go together.
 *
 * @param all {@link io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE}; they need not be among the attributes of the ranges
 */
record PinModes(List<Guid> all) {
    /** The signal processing mode among attributes; that of no mode at all, if the attribute has no value. */
    static Optional<Guid> of(List<FormatAttribute> attributes) {
        return attributes.stream()
                .filter(PinModes::isMode)
                .map(attribute -> attribute.guid().orElse(Guid.NULL))
                .findFirst();
    }

    private static boolean isMode(FormatAttribute attribute) {
        return attribute.id().equals(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE);
    }

    /** Whether a range that fits a format goes together with its attributes. */
    boolean accept(List<DataRange> ranges, DataFormat format) {
        List<FormatAttribute> attributes = format.attributes();
        return of(attributes).map(all::contains).orElse(true)
                && ranges.stream()
                        .anyMatch(range -> KsValidateConnectRequest.accepts(range, format)
                                && match(attributes, range.attributes()));
    }

    /** Whether the attributes of what a client wants and of a range of the pin go together. */
    boolean resolve(DataRange wanted, DataRange offered) {
        return wanted.attributes().stream()
                        .filter(PinModes::isMode)
                        .flatMap(mode -> mode.guid().stream())
                        .allMatch(all::contains)
                && match(wanted.attributes(), offered.attributes());
    }

    private boolean match(List<FormatAttribute> wanted, List<FormatAttribute> offered) {
        List<FormatAttribute> needed =
                wanted.stream().filter(one -> all.isEmpty() || !isMode(one)).toList();
        return has(wanted, offered) && has(offered, needed);
    }

    /** KsResolveRequiredAttributes: whether all attributes that are required are there. */
    private static boolean has(List<FormatAttribute> given, List<FormatAttribute> required) {
        return required.stream()
                .filter(FormatAttribute::required)
                .allMatch(one -> given.stream().anyMatch(other -> other.id().equals(one.id())));
    }
}
