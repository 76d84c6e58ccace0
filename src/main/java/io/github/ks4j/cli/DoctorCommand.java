package io.github.ks4j.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.KsDriverReport;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** Shows what there is, on any machine and in any state: what is missing is a finding and no failure. */
@Command(
        name = "doctor",
        description = "Shows what is found on this machine, for a bug report. Opens no device.",
        footer = {
            "",
            "Examples:",
            "  ks4j doctor",
            "  ks4j doctor --json",
            "  ks4j doctor --driver win32",
        })
final class DoctorCommand extends JsonCommand<DoctorCommand.Result> {
    /**
     * What was found.
     *
     * @param machine versions and settings, by name
     * @param drivers the drivers that there are
     * @param chosen the driver that answers; null if none does
     * @param failure why none does; null if one does
     * @param categories the filters of the driver that was chosen
     */
    record Result(
            Map<String, String> machine,
            List<KsDriverReport> drivers,
            String chosen,
            String failure,
            List<Category> categories) {}

    /**
     * The filters of a category.
     *
     * @param failure why they cannot be listed; null if they can
     */
    record Category(String name, List<String> filters, String failure) {}

    @Override
    public Integer call() {
        Result result;
        try (Ks ks = open()) {
            result = ask(ks);
        } catch (RuntimeException | LinkageError e) {
            result = new Result(machine(), Ks.drivers(), null, reason(e), List.of());
        }
        return show(result);
    }

    /** Whatever a driver throws at those who ask is a finding. */
    private static String reason(Throwable e) {
        return e instanceof KsException ? e.getMessage() : e.toString();
    }

    @Override
    Result ask(Ks ks) {
        String chosen = ks.driver().name() + (ks.isEmulated() ? " (emulated)" : "");
        List<Category> categories = Filters.CATEGORIES.stream()
                .map(category -> {
                    String name = Filters.shortName(category);
                    try {
                        List<String> names = ks.filters(category).stream()
                                .map(FilterInterface::friendlyName)
                                .toList();
                        return new Category(name, names, null);
                    } catch (RuntimeException | LinkageError e) {
                        return new Category(name, List.of(), reason(e));
                    }
                })
                .toList();
        return new Result(machine(), Ks.drivers(), chosen, null, categories);
    }

    /** Messages of the system's loader go on for pages; the document for programs has all of it. */
    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceFirst(":$", "");
    }

    private static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("ks4j", new Main.Version().getVersion()[0].replaceFirst("^ks4j ", ""));
        machine.put("os", properties("os.name", "os.version"));
        machine.put("architecture", properties("os.arch", "sun.arch.data.model") + " bits");
        machine.put("java", properties("java.vm.name", "java.runtime.version", "java.vendor"));
        new TreeMap<>(System.getProperties()).forEach((key, value) -> {
            if (key.toString().startsWith("ks4j.")) {
                machine.put("-D" + key, value.toString());
            }
        });
        return machine;
    }

    private static String properties(String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            values.add(System.getProperty(name, "?"));
        }
        return String.join(" ", values);
    }

    @Override
    void text(Result result) {
        Table machine = new Table("");
        result.machine.forEach((name, value) -> machine.row(name, value));
        print(machine);
        for (KsDriverReport driver : result.drivers) {
            out().println();
            print(new Table("")
                    .row("driver " + driver.name() + ": "
                            + driver.failure()
                                    .map(e -> firstLine(e.getMessage()))
                                    .orElse("works")));
            Table needs = new Table("  ");
            for (Requirement need : driver.requirements()) {
                needs.row(need.name(), need.isMet() ? "found" : "missing", need.detail());
            }
            print(needs);
        }
        out().println();
        print(new Table("")
                .row("driver chosen: "
                        + (result.chosen == null ? "none: " + firstLine(result.failure) : result.chosen)));
        Table categories = new Table("  ");
        for (Category category : result.categories) {
            categories.row(
                    category.name,
                    category.failure == null ? category.filters.size() : "?",
                    category.failure == null ? String.join(", ", category.filters) : firstLine(category.failure));
        }
        print(categories);
    }

    @Override
    JsonElement json(Result result) {
        JsonObject machine = new JsonObject();
        result.machine.forEach(machine::addProperty);
        JsonArray drivers = new JsonArray();
        for (KsDriverReport driver : result.drivers) {
            JsonArray needs = new JsonArray();
            for (Requirement need : driver.requirements()) {
                JsonObject entry = new JsonObject();
                entry.addProperty("name", need.name());
                entry.addProperty("found", need.isMet());
                entry.addProperty("detail", need.detail());
                needs.add(entry);
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("name", driver.name());
            entry.addProperty("native", driver.isNative());
            entry.addProperty("works", driver.failure().isEmpty());
            entry.addProperty(
                    "failure", driver.failure().map(KsException::getMessage).orElse(null));
            entry.add("requirements", needs);
            drivers.add(entry);
        }
        JsonArray categories = new JsonArray();
        for (Category category : result.categories) {
            JsonArray filters = new JsonArray();
            category.filters.forEach(filters::add);
            JsonObject entry = new JsonObject();
            entry.addProperty("category", category.name);
            entry.addProperty("failure", category.failure);
            entry.add("filters", filters);
            categories.add(entry);
        }
        JsonObject document = new JsonObject();
        document.add("machine", machine);
        document.add("drivers", drivers);
        document.addProperty("chosen", result.chosen);
        document.addProperty("failure", result.failure);
        document.add("categories", categories);
        return document;
    }
}
