package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsObject;
import io.github.ks4j.PropertySupport;
import io.github.ks4j.set.KsProperty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        description = "Reads a property.",
        footer = {
            "",
            "Examples:",
            "  ks4j get speaker KSPROPERTY_PIN_CTYPES",
            "  ks4j get speaker KSPROPERTY_PIN_DATARANGES --pin 0 --json",
            "  ks4j get speaker KSPROPERTY_AUDIO_VOLUMELEVEL --node 0 --channel 0",
            "  ks4j get speaker KSPROPERTY_AUDIO_VOLUMELEVEL --node 0 --channel 0 --support",
            "  ks4j get speaker --set {8C134960-51AD-11CF-878A-94F801C10000} --id 1",
        })
final class GetCommand extends JsonCommand<GetCommand.Result> {
    @Parameters(index = "0", paramLabel = "FILTER", description = "A path, a name or a part of one.")
    private String filter;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROPERTY", description = "The property's C name.")
    private String name;

    @Mixin
    private Item item;

    @Mixin
    private Target target;

    @Option(names = "--support", description = "Print what can be done with the property, and its range.")
    private boolean support;

    record Result(String property, JsonElement value, String text) {}

    @Override
    Result ask(Ks ks) {
        boolean raw = item.isRaw();
        KsProperty<?> property = raw ? null : Item.named(KsProperty.class, name, "a property");
        try (KsFilter opened = ks.filter(Filters.path(ks, filter))) {
            KsObject object = target.of(opened);
            if (support) {
                PropertySupport answer =
                        raw ? object.basicSupport(item.set(), item.id()) : object.basicSupport(property);
                String asked = raw ? item.rawName() : property.name();
                return new Result(asked, Supports.json(answer), Supports.text(property, answer));
            } else if (raw) {
                byte[] value = object.getRaw(item.set(), item.id());
                return new Result(item.rawName(), Values.json(value), Hex.format(value));
            }
            Object value = object.get(property);
            return new Result(property.name(), Values.json(value), Values.text(property, value));
        }
    }

    @Override
    void text(Result result) {
        out().println(result.text);
    }

    @Override
    JsonElement json(Result result) {
        JsonObject document = new JsonObject();
        document.addProperty("property", result.property);
        document.add(support ? "support" : "value", result.value);
        document.addProperty("text", result.text);
        return document;
    }
}
