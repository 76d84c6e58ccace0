package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsObject;
import io.github.ks4j.set.KsProperty;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Sets a property.",
            "VALUE is a number, on or off, a level such as -10.5dB, a GUID, a text, or the value's bytes in hex,"
                    + " whatever the property takes; with --set and --id it is bytes in hex."
        },
        footer = {
            "",
            "Examples:",
            "  ks4j set speaker KSPROPERTY_AUDIO_VOLUMELEVEL -10.5dB --node 0 --channel 0",
            "  ks4j set speaker KSPROPERTY_AUDIO_MUTE on --node 1 --channel -1",
            "  ks4j set speaker --set {45FFAAA0-6E1B-11D0-BCF2-444553540000} --id 4 --node 0 --channel 0 0000faff",
        })
final class SetCommand extends JsonCommand<SetCommand.Result> {
    /** What starts like an option and not like a negative number. */
    private static final Pattern OPTION = Pattern.compile("-(?!\\d|inf)");

    @Parameters(index = "0", paramLabel = "FILTER", description = "A path, a name or a part of one.")
    private String filter;

    @Parameters(
            index = "1..2",
            arity = "1..2",
            paramLabel = "[PROPERTY] VALUE",
            hideParamSyntax = true,
            description = "The property's C name, unless --set and --id are given, and its new value.")
    private String[] words;

    @Mixin
    private Item item;

    @Mixin
    private Target target;

    record Result(String property, JsonElement value, String text) {}

    @Override
    Result ask(Ks ks) {
        boolean raw = item.isRaw();
        for (String word : words) {
            if (OPTION.matcher(word).lookingAt()) {
                throw CliException.usage("Unknown option: '" + word + "'; try 'ks4j set --help'");
            }
        }
        if (words.length != (raw ? 1 : 2)) {
            throw CliException.usage("give " + (raw ? "the bytes" : "a property's name and its value"));
        }
        String typed = words[words.length - 1];
        KsProperty<?> property = raw ? null : Item.named(KsProperty.class, words[0], "a property");
        Object value = raw ? Hex.parse(typed) : Values.parse(property, typed);
        try (KsFilter opened = ks.filter(Filters.path(ks, filter))) {
            KsObject object = target.of(opened);
            if (raw) {
                object.setRaw(item.set(), item.id(), (byte[]) value);
                return new Result(item.rawName(), Values.json(value), Hex.format((byte[]) value));
            }
            set(object, property, value);
            return new Result(property.name(), Values.json(value), Values.text(property, value));
        }
    }

    /** The value was parsed, or decoded by the property's own codec, so it is of the property's type. */
    @SuppressWarnings("unchecked")
    private static <T> void set(KsObject object, KsProperty<T> property, Object value) {
        object.set(property, (T) value);
    }

    @Override
    void text(Result result) {
        out().println(result.property + " = " + result.text);
    }

    @Override
    JsonElement json(Result result) {
        JsonObject document = new JsonObject();
        document.addProperty("property", result.property);
        document.add("value", result.value);
        document.addProperty("text", result.text);
        return document;
    }
}
