package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The filters of the system, each once, however many categories it is registered in. */
final class Filters {
    /** Where to look; RENDER and CAPTURE come before AUDIO, since their paths say more. */
    static final List<Guid> CATEGORIES = List.of(
            KSCATEGORY.RENDER,
            KSCATEGORY.CAPTURE,
            KSCATEGORY.AUDIO,
            KSCATEGORY.REALTIME,
            KSCATEGORY.TOPOLOGY,
            KSCATEGORY.VIDEO,
            KSCATEGORY.VIDEO_CAMERA,
            KSCATEGORY.SENSOR_CAMERA,
            KSCATEGORY.NETWORK_CAMERA,
            KSCATEGORY.DATATRANSFORM,
            KSCATEGORY.MIXER,
            KSCATEGORY.SPLITTER,
            KSCATEGORY.BRIDGE);

    private Filters() {}

    /**
     * A filter and the interfaces that it is registered under; at least one.
     *
     * @param interfaces one for each category
     */
    record Filter(List<FilterInterface> interfaces) {
        String name() {
            return interfaces.get(0).friendlyName();
        }

        String path() {
            return interfaces.get(0).path();
        }

        /** The names of the categories, without their prefix. */
        String categories() {
            return interfaces.stream()
                    .map(i -> shortName(i.category()))
                    .distinct()
                    .collect(Collectors.joining(","));
        }

        boolean isIn(Guid category) {
            return interfaces.stream().anyMatch(i -> i.category().equals(category));
        }
    }

    /** All filters of the usual categories. */
    static List<Filter> all(Ks ks) {
        return in(ks, CATEGORIES);
    }

    static List<Filter> in(Ks ks, List<Guid> categories) {
        Map<String, List<FilterInterface>> filters = new LinkedHashMap<>();
        for (Guid category : categories) {
            for (FilterInterface found : ks.filters(category)) {
                filters.computeIfAbsent(device(found), key -> new ArrayList<>()).add(found);
            }
        }
        return filters.values().stream().map(Filter::new).toList();
    }

    /** The path without the category: {@code \\?\device#{category}\name}. */
    private static String device(FilterInterface found) {
        String path = found.path().toLowerCase(Locale.ROOT);
        return path.replace("#" + found.category().toString().toLowerCase(Locale.ROOT), "");
    }

    /**
     * The path of the filter that a user means.
     *
     * @param text a path, a name, or a part of a name or a path that only one filter has
     */
    static String path(Ks ks, String text) {
        if (text.startsWith("\\\\")) {
            return text;
        }
        List<Filter> all = all(ks);
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Filter> fits = all.stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        if (fits.isEmpty()) {
            fits = all.stream()
                    .filter(f -> f.name().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        }
        if (fits.isEmpty()) {
            fits = all.stream()
                    .filter(f -> f.path().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        }
        if (fits.isEmpty()) {
            throw CliException.noDevice("no filter is named '" + text + "'; try 'ks4j list'");
        }
        if (fits.size() > 1) {
            throw CliException.usage("'" + text + "' fits " + fits.size() + " filters: "
                    + fits.stream().map(Filter::name).collect(Collectors.joining(", ")) + "; give a path");
        }
        return fits.get(0).path();
    }

    /**
     * The category that a user means.
     *
     * @param text a C name with or without prefix, or a GUID
     */
    static Guid category(String text) {
        for (Guid category : CATEGORIES) {
            if (shortName(category).equalsIgnoreCase(text)
                    || Catalogue.nameOf(category).equalsIgnoreCase(text)) {
                return category;
            }
        }
        return guid(text, "a category");
    }

    static Guid guid(String text, String what) {
        try {
            return Guid.of(text);
        } catch (IllegalArgumentException e) {
            throw CliException.usage("'" + text + "' is neither " + what + " nor a GUID");
        }
    }

    /** The C name of a GUID without its prefix. */
    static String shortName(Guid guid) {
        String name = Catalogue.nameOf(guid);
        return name.startsWith("{") ? name : name.substring(name.indexOf('_') + 1);
    }
}
