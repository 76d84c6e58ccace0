package io.github.ks4j.cli;

import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import picocli.CommandLine.Option;

/** An item of a set: by its C name, given as a parameter, or by numbers. */
final class Item {
    @Option(names = "--set", paramLabel = "GUID", description = "The set, for an item without a name.")
    private String set;

    @Option(names = "--id", paramLabel = "N", description = "The item's number in its set.")
    private Integer id;

    /** Whether the item is given by numbers. */
    boolean isRaw() {
        if ((set == null) != (id == null)) {
            throw CliException.usage("--set and --id go together");
        }
        return set != null;
    }

    Guid set() {
        return Filters.guid(set, "a set");
    }

    int id() {
        return id;
    }

    String rawName() {
        return Catalogue.nameOf(set()) + " item " + Integer.toUnsignedString(id);
    }

    /** The item with a name. */
    static <T extends KsItem> T named(Class<T> kind, String name, String what) {
        if (name == null) {
            throw CliException.usage("give the name of " + what + ", or --set and --id");
        }
        KsItem item = Catalogue.find(name)
                .orElseThrow(() -> CliException.usage("'" + name + "' is not in the catalogue; use --set and --id"));
        if (!kind.isInstance(item)) {
            throw CliException.usage("'" + name + "' is not " + what);
        }
        return kind.cast(item);
    }
}
