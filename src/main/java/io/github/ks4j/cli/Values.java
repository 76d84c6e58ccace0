package io.github.ks4j.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsLongProperty;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Field;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.Struct;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of properties as text, as JSON, and back. */
final class Values {
    private static final Set<KsProperty<?>> DECIBELS =
            Set.of(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_AUDIO.BASS, KSPROPERTY_AUDIO.MID, KSPROPERTY_AUDIO.TREBLE);
    private static final Set<KsProperty<?>> SWITCHES =
            Set.of(KSPROPERTY_AUDIO.MUTE, KSPROPERTY_AUDIO.BASS_BOOST, KSPROPERTY_AUDIO.AGC, KSPROPERTY_AUDIO.LOUDNESS);
    private static final Pattern DECIBEL =
            Pattern.compile("([+-]?\\d{1,5}(?:\\.\\d{1,9})?|-inf)\\s*db", Pattern.CASE_INSENSITIVE);
    private static final int UNITS_PER_DECIBEL = 65536;

    private Values() {}

    /** A gain of 1/65536 dB units: {@code -10.50 dB}. */
    static String decibels(int level) {
        return level == Integer.MIN_VALUE
                ? "-inf dB"
                : String.format(Locale.ROOT, "%.2f dB", (double) level / UNITS_PER_DECIBEL);
    }

    static boolean isDecibels(KsProperty<?> property) {
        return property != null && DECIBELS.contains(property);
    }

    /** A value on one line, or a list with an element on each. */
    static String text(KsProperty<?> property, Object value) {
        if (value instanceof Integer number) {
            return isDecibels(property)
                    ? decibels(number)
                    : SWITCHES.contains(property) ? number != 0 ? "on" : "off" : number.toString();
        }
        return text(value);
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Hex.format(bytes);
        } else if (value instanceof Guid guid) {
            return Catalogue.nameOf(guid);
        } else if (value instanceof List<?> list) {
            return list.stream().map(Values::text).collect(Collectors.joining(System.lineSeparator()));
        }
        return String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    }

    /** A value of a property as JSON: numbers stay numbers, structures become objects. */
    static JsonElement json(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(json(element)));
            return array;
        } else if (value instanceof Struct<?> struct) {
            return members(struct);
        } else if (value instanceof Guid guid) {
            return new JsonPrimitive(guid.toString());
        } else if (value instanceof DataRange range) {
            return json(range);
        }
        return new JsonPrimitive(text(value));
    }

    private static JsonObject json(DataRange range) {
        JsonObject entry = new JsonObject();
        entry.addProperty("majorFormat", Catalogue.nameOf(range.majorFormat()));
        entry.addProperty("subFormat", Catalogue.nameOf(range.subFormat()));
        entry.addProperty("specifier", Catalogue.nameOf(range.specifier()));
        range.audio().ifPresent(audio -> {
            entry.addProperty("maximumChannels", Integer.toUnsignedLong(audio.maximumChannels()));
            entry.addProperty("minimumBits", audio.minimumBits());
            entry.addProperty("maximumBits", audio.maximumBits());
            entry.addProperty("minimumRate", audio.minimumRate());
            entry.addProperty("maximumRate", audio.maximumRate());
        });
        return entry;
    }

    private static <S extends Struct<S>> JsonObject members(Struct<S> struct) {
        JsonObject object = new JsonObject();
        for (Field<S> field : struct.layout().fields()) {
            object.add(field.name(), member(struct, field));
        }
        return object;
    }

    private static <S extends Struct<S>> JsonElement member(Struct<S> struct, Field<S> field) {
        if (field instanceof Field.UInt8<S> f) {
            return new JsonPrimitive(struct.get(f));
        } else if (field instanceof Field.UInt16<S> f) {
            return new JsonPrimitive(struct.get(f));
        } else if (field instanceof Field.Int32<S> f) {
            int value = struct.get(f);
            return new JsonPrimitive(f.signed() ? value : Integer.toUnsignedLong(value));
        } else if (field instanceof Field.Int64<S> f) {
            return new JsonPrimitive(struct.get(f));
        } else if (field instanceof Field.Pointer<S> f) {
            return new JsonPrimitive(struct.get(f));
        } else if (field instanceof Field.GuidField<S> f) {
            return new JsonPrimitive(struct.get(f).toString());
        } else if (field instanceof Field.Nested<S, ?> f) {
            return members(struct.get(f));
        } else if (field instanceof Field.NestedArray<S, ?> f) {
            JsonArray array = new JsonArray();
            for (int i = 0; i < f.count(); i++) {
                array.add(members(struct.get(f, i)));
            }
            return array;
        }
        Field.Scalars<S> scalars = (Field.Scalars<S>) field;
        JsonArray array = new JsonArray();
        for (int i = 0; i < scalars.count(); i++) {
            array.add(struct.get(scalars, i));
        }
        return array;
    }

    /**
     * A value that a user has typed.
     *
     * @throws CliException if it cannot be one of the property's
     */
    static Object parse(KsProperty<?> property, String text) {
        try {
            if (property instanceof KsIntProperty) {
                return parseInt(property, text);
            } else if (property instanceof KsLongProperty) {
                return Long.decode(text);
            } else if (property.codec() == Codec.GUID) {
                return Guid.of(text);
            } else if (property.codec() == Codec.STRING) {
                return text;
            }
            return property.codec().decode(Hex.parse(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw CliException.usage("'" + text + "' is no value of " + property);
        }
    }

    private static int parseInt(KsProperty<?> property, String text) {
        Matcher decibels = DECIBEL.matcher(text.strip());
        if (isDecibels(property) && decibels.matches()) {
            String number = decibels.group(1);
            return number.equalsIgnoreCase("-inf")
                    ? Integer.MIN_VALUE
                    : Math.toIntExact(Math.round(Double.parseDouble(number) * UNITS_PER_DECIBEL));
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true":
                return 1;
            case "off", "false":
                return 0;
            default:
                long number = Long.decode(text);
                if (number < Integer.MIN_VALUE || number > 0xFFFFFFFFL) {
                    throw new NumberFormatException(text);
                }
                return (int) number;
        }
    }
}
