package io.github.ks4j.cli;

import io.github.ks4j.KsFilter;
import io.github.ks4j.KsNode;
import io.github.ks4j.KsObject;
import io.github.ks4j.KsPinFactory;
import java.util.List;
import picocli.CommandLine.Option;

/** The part of a filter that a request goes to. */
final class Target {
    @Option(names = "--pin", paramLabel = "N", description = "Ask this pin factory instead of the filter.")
    private Integer pin;

    @Option(names = "--node", paramLabel = "N", description = "Ask this node instead of the filter.")
    private Integer node;

    @Option(
            names = "--channel",
            paramLabel = "N",
            description = "Ask this channel of the node; -1 for all at once. Audio levels need it.")
    private Integer channel;

    KsObject of(KsFilter filter) {
        if (pin != null && node != null) {
            throw CliException.usage("--pin and --node exclude each other");
        }
        if (channel != null && node == null) {
            throw CliException.usage("--channel needs --node");
        }
        if (pin != null) {
            List<KsPinFactory> pins = filter.pinFactories();
            return pins.stream()
                    .filter(p -> p.id() == pin)
                    .findFirst()
                    .orElseThrow(
                            () -> CliException.noDevice("there is no pin " + pin + ", the filter has " + pins.size()));
        } else if (node != null) {
            List<KsNode> nodes = filter.nodes();
            KsNode found = nodes.stream()
                    .filter(n -> n.id() == node)
                    .findFirst()
                    .orElseThrow(() ->
                            CliException.noDevice("there is no node " + node + ", the filter has " + nodes.size()));
            return channel != null ? found.channel(channel) : found;
        }
        return filter;
    }
}
