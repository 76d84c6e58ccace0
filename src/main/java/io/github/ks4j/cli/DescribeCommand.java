package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Describes a filter: its pins with their data ranges, its nodes and how they are connected.",
        footer = {
            "",
            "Examples:",
            "  ks4j describe speaker",
            "  ks4j describe \"My filter\" --json",
        })
final class DescribeCommand extends JsonCommand<FilterDescription> {
    @Parameters(paramLabel = "FILTER", description = "A path, a name or a part of one.")
    private String filter;

    @Override
    FilterDescription ask(Ks ks) {
        try (KsFilter opened = ks.filter(Filters.path(ks, filter))) {
            return FilterDescription.of(opened);
        }
    }

    @Override
    void text(FilterDescription description) {
        out().println(description.path());
        description.lines().forEach(out()::println);
    }

    @Override
    JsonElement json(FilterDescription description) {
        return description.json();
    }
}
