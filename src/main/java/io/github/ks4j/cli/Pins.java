package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsPin;
import io.github.ks4j.KsPinFactory;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import java.util.List;
import java.util.stream.Collectors;

/** Finds pins that stream a format. */
final class Pins {
    private Pins() {}

    /** The pins of a filter that a program can open, in a direction. */
    static List<KsPinFactory> streaming(KsFilter filter, KSPIN_DATAFLOW flow) {
        return filter.pinFactories().stream()
                .filter(pin -> pin.dataFlow() == flow)
                .filter(pin -> pin.communication() == KSPIN_COMMUNICATION.SINK
                        || pin.communication() == KSPIN_COMMUNICATION.BOTH)
                .toList();
    }

    /**
     * A pin that has been opened.
     *
     * @param pin the pin
     * @param format the form of the format that it took
     */
    record Opened(KsPin pin, DataFormat format) implements AutoCloseable {
        @Override
        public void close() {
            pin.close();
        }
    }

    /**
     * Opens the first of several pins that takes a format.
     *
     * @param pins the candidates
     * @param forms the format, in one form or in several
     * @param what who wants it, for the message: the file's name
     * @throws CliException with the usage code if no pin offers the format
     * @throws KsException if a pin offers it and cannot be opened all the same
     */
    static Opened open(List<KsPinFactory> pins, List<DataFormat> forms, String what) {
        KsException refusal = null;
        for (KsPinFactory pin : pins) {
            List<DataRange> ranges = pin.dataRanges();
            for (DataFormat form : forms) {
                if (ranges.stream().anyMatch(range -> range.covers(form))) {
                    try {
                        return new Opened(pin.open(form), form);
                    } catch (KsException e) {
                        // Ranges tell less than drivers know, and some drivers insist on the extensible form.
                        refusal = refusal == null || !isMismatch(e) ? e : refusal;
                    }
                }
            }
        }
        if (refusal != null && !isMismatch(refusal)) {
            throw refusal;
        }
        throw CliException.usage(what + ": no pin takes " + forms.get(0) + "; there is " + offers(pins));
    }

    private static boolean isMismatch(KsException e) {
        return e.status().equals(NtStatus.NO_MATCH) || e.status().equals(NtStatus.INVALID_PARAMETER);
    }

    private static String offers(List<KsPinFactory> pins) {
        String offers = pins.stream()
                .flatMap(pin -> pin.dataRanges().stream())
                .map(Pins::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return offers.isEmpty() ? "none" : offers;
    }

    /** A data range on one line. */
    static String text(DataRange range) {
        String sub = Filters.shortName(range.subFormat()).replaceFirst("^SUBTYPE_", "");
        return range.audio().map(audio -> sub + " " + audio).orElseGet(range::toString);
    }

    /** The first filter with a pin that a program can open, in a direction. */
    static KsFilter first(Ks ks, List<Filters.Filter> candidates, KSPIN_DATAFLOW flow) {
        KsException refusal = null;
        for (Filters.Filter candidate : candidates) {
            try {
                KsFilter filter = ks.filter(candidate.path());
                if (!streaming(filter, flow).isEmpty()) {
                    return filter;
                }
                filter.close();
            } catch (KsException e) {
                // One device that is in trouble shall not stand in the way of the others.
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        throw CliException.noDevice("no filter has a pin to " + (flow == KSPIN_DATAFLOW.IN ? "play" : "record"));
    }
}
