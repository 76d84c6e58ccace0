package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsPinFactory;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import java.util.List;
import picocli.CommandLine.Option;

/** The pin to stream through: the first that fits, or the one that the user names. */
final class PinChoice {
    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            description = "A path, a name or a part of one; the first filter that fits by default.")
    private String name;

    @Option(names = "--pin", paramLabel = "N", description = "The pin factory; the first that fits by default.")
    private Integer pin;

    KsFilter filter(Ks ks, KSPIN_DATAFLOW flow) {
        if (name != null) {
            return ks.filter(Filters.path(ks, name));
        }
        List<Filters.Filter> candidates =
                Filters.in(ks, List.of(flow == KSPIN_DATAFLOW.IN ? KSCATEGORY.RENDER : KSCATEGORY.CAPTURE));
        return Pins.first(ks, candidates, flow);
    }

    List<KsPinFactory> pins(KsFilter filter, KSPIN_DATAFLOW flow) {
        List<KsPinFactory> pins = Pins.streaming(filter, flow).stream()
                .filter(p -> pin == null || p.id() == pin)
                .toList();
        if (pins.isEmpty()) {
            throw CliException.noDevice("the filter has no " + (pin == null ? "pin" : "pin " + pin) + " to "
                    + (flow == KSPIN_DATAFLOW.IN ? "play" : "record") + " through");
        }
        return pins;
    }
}
