package io.github.ks4j.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.set.Catalogue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Lists the filters that are present.",
        footer = {
            "",
            "Examples:",
            "  ks4j list",
            "  ks4j list --category render",
            "  ks4j list --category {6994AD05-93EF-11D0-A3CC-00A0C9223196} --json",
        })
final class ListCommand extends JsonCommand<ListCommand.Result> {
    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Only filters of this category: a C name, with or without KSCATEGORY_, or a GUID.")
    private String category;

    record Result(String driver, boolean emulated, List<Filters.Filter> filters) {}

    @Override
    Result ask(Ks ks) {
        List<Filters.Filter> filters =
                category == null ? Filters.all(ks) : Filters.in(ks, List.of(Filters.category(category)));
        return new Result(ks.driver().name(), ks.isEmulated(), filters);
    }

    @Override
    void text(Result result) {
        if (result.filters.isEmpty()) {
            err().println("ks4j: no filters");
            return;
        }
        Table table = new Table("").row("NAME", "CATEGORIES", "PATH");
        for (Filters.Filter filter : result.filters) {
            table.row(filter.name(), filter.categories(), filter.path());
        }
        print(table);
    }

    @Override
    JsonElement json(Result result) {
        JsonArray filters = new JsonArray();
        for (Filters.Filter filter : result.filters) {
            JsonArray interfaces = new JsonArray();
            for (FilterInterface each : filter.interfaces()) {
                JsonObject entry = new JsonObject();
                entry.addProperty("category", Catalogue.nameOf(each.category()));
                entry.addProperty("guid", each.category().toString());
                entry.addProperty("path", each.path());
                interfaces.add(entry);
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("name", filter.name());
            entry.addProperty("path", filter.path());
            FilterInterface first = filter.interfaces().get(0);
            entry.addProperty("reference", first.referenceString());
            entry.addProperty("instanceId", first.instanceId());
            entry.addProperty("containerId", first.containerId().toString());
            entry.add("interfaces", interfaces);
            filters.add(entry);
        }
        JsonObject document = new JsonObject();
        document.addProperty("driver", result.driver);
        document.addProperty("emulated", result.emulated);
        document.add("filters", filters);
        return document;
    }
}
