package io.github.ks4j.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ks4j.PropertySupport;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.KsProperty;
import java.util.ArrayList;
import java.util.List;

/** What can be done with a property, as text and as JSON. */
final class Supports {
    private Supports() {}

    /**
     * On one line: {@code get, set; -96.00 dB to 0.00 dB in steps of 0.50 dB}.
     *
     * @param property the property; null if it has no name
     */
    static String text(KsProperty<?> property, PropertySupport support) {
        List<String> access = new ArrayList<>();
        if (support.canGet()) {
            access.add("get");
        }
        if (support.canSet()) {
            access.add("set");
        }
        StringBuilder text = new StringBuilder(access.isEmpty() ? "neither get nor set" : String.join(", ", access));
        for (PropertySupport.Members members : support.members()) {
            for (PropertySupport.Member member : members.values()) {
                text.append("; ")
                        .append(members.isDefault() ? "default " : "")
                        .append(value(property, member.minimum()));
                if (members.kind() != PropertySupport.Kind.VALUES) {
                    text.append(" to ").append(value(property, member.maximum()));
                }
                if (member.step() > 0) {
                    text.append(" in steps of ").append(value(property, member.step()));
                }
            }
        }
        return text.toString();
    }

    private static String value(KsProperty<?> property, long value) {
        return Values.isDecibels(property) ? Values.decibels((int) value) : Long.toString(value);
    }

    static JsonObject json(PropertySupport support) {
        JsonArray lists = new JsonArray();
        for (PropertySupport.Members members : support.members()) {
            JsonArray values = new JsonArray();
            for (PropertySupport.Member member : members.values()) {
                JsonObject entry = new JsonObject();
                entry.addProperty("minimum", member.minimum());
                entry.addProperty("maximum", member.maximum());
                entry.addProperty("step", member.step());
                values.add(entry);
            }
            JsonObject entry = new JsonObject();
            entry.addProperty("kind", members.kind().name());
            entry.addProperty("default", members.isDefault());
            entry.add("members", values);
            lists.add(entry);
        }
        JsonObject document = new JsonObject();
        document.addProperty("get", support.canGet());
        document.addProperty("set", support.canSet());
        document.addProperty("valueTypeSet", Catalogue.nameOf(support.valueTypeSet()));
        document.addProperty("valueType", support.valueType());
        document.add("members", lists);
        return document;
    }
}
