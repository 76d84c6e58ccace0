package io.github.ks4j.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsNode;
import io.github.ks4j.KsPinFactory;
import io.github.ks4j.KsTopology;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a filter says about itself.
 *
 * @param path the path it was opened by
 * @param pins its pin factories
 * @param nodes the types of its nodes, by number
 * @param connections its connections, in its own order
 * @param sets its property, method and event sets
 */
record FilterDescription(
        String path, List<Pin> pins, List<Guid> nodes, List<KsTopology.Connection> connections, List<Guid> sets) {
    /**
     * A pin factory.
     *
     * @param category null if the pin has none
     * @param name null if the pin has none
     */
    record Pin(int id, String flow, String communication, Guid category, String name, List<DataRange> ranges) {}

    static FilterDescription of(KsFilter filter) {
        List<Pin> pins =
                filter.pinFactories().stream().map(FilterDescription::pin).toList();
        List<Guid> nodes = filter.nodes().stream().map(KsNode::type).toList();
        return new FilterDescription(
                filter.path(), pins, nodes, filter.topology().connections(), sets(filter));
    }

    private static List<Guid> sets(KsFilter filter) {
        return Stream.<Supplier<List<Guid>>>of(filter::propertySets, filter::methodSets, filter::eventSets)
                .flatMap(question -> answer(question).stream())
                .distinct()
                .toList();
    }

    /** Not every driver lists its sets. */
    private static List<Guid> answer(Supplier<List<Guid>> question) {
        try {
            return question.get();
        } catch (KsNotSupportedException e) {
            return List.of();
        }
    }

    private static Pin pin(KsPinFactory pin) {
        return new Pin(
                pin.id(),
                pin.dataFlow().name(),
                pin.communication().name(),
                pin.category().orElse(null),
                pin.name().orElse(null),
                pin.dataRanges());
    }

    /** The description for people, without the path. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Pin pin : pins) {
            String name = pin.name != null ? ", \"" + pin.name.replaceAll("\\p{Cntrl}", "?") + "\"" : "";
            String category = pin.category != null ? ", " + Catalogue.nameOf(pin.category) : "";
            lines.add("  pin " + pin.id + ": " + pin.flow + ", " + pin.communication + category + name);
            pin.ranges.forEach(range -> lines.add("    " + Pins.text(range)));
        }
        for (int i = 0; i < nodes.size(); i++) {
            lines.add("  node " + i + ": " + Catalogue.nameOf(nodes.get(i)));
        }
        connections.forEach(connection -> lines.add("  " + connection));
        sets.forEach(set -> lines.add("  set " + Catalogue.nameOf(set)));
        return lines;
    }

    JsonObject json() {
        JsonArray pinArray = new JsonArray();
        for (Pin pin : pins) {
            JsonObject entry = new JsonObject();
            entry.addProperty("id", pin.id);
            entry.addProperty("dataFlow", pin.flow);
            entry.addProperty("communication", pin.communication);
            entry.addProperty("category", pin.category == null ? null : Catalogue.nameOf(pin.category));
            entry.addProperty("name", pin.name);
            JsonArray ranges = new JsonArray();
            pin.ranges.forEach(range -> ranges.add(Values.json(range)));
            entry.add("dataRanges", ranges);
            pinArray.add(entry);
        }
        JsonArray nodeArray = new JsonArray();
        for (int i = 0; i < nodes.size(); i++) {
            JsonObject entry = new JsonObject();
            entry.addProperty("id", i);
            entry.addProperty("type", Catalogue.nameOf(nodes.get(i)));
            nodeArray.add(entry);
        }
        JsonArray connectionArray = new JsonArray();
        for (KsTopology.Connection connection : connections) {
            JsonObject entry = new JsonObject();
            entry.addProperty("fromNode", connection.fromNode());
            entry.addProperty("fromPin", connection.fromPin());
            entry.addProperty("toNode", connection.toNode());
            entry.addProperty("toPin", connection.toPin());
            connectionArray.add(entry);
        }
        JsonObject document = new JsonObject();
        document.addProperty("path", path);
        document.add("pins", pinArray);
        document.add("nodes", nodeArray);
        document.add("connections", connectionArray);
        JsonArray setArray = new JsonArray();
        for (Guid set : sets) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", Catalogue.nameOf(set));
            entry.addProperty("guid", set.toString());
            setArray.add(entry);
        }
        document.add("sets", setArray);
        return document;
    }
}
