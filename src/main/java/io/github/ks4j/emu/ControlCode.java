package io.github.ks4j.emu;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsProperty;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of control codes, and the items that go with them. */
final class ControlCode {
    private static final Map<Integer, String> NAMES = Map.of(
            IOCTL_KS.PROPERTY, "IOCTL_KS_PROPERTY",
            IOCTL_KS.ENABLE_EVENT, "IOCTL_KS_ENABLE_EVENT",
            IOCTL_KS.DISABLE_EVENT, "IOCTL_KS_DISABLE_EVENT",
            IOCTL_KS.METHOD, "IOCTL_KS_METHOD",
            IOCTL_KS.RESET_STATE, "IOCTL_KS_RESET_STATE",
            IOCTL_KS.HANDSHAKE, "IOCTL_KS_HANDSHAKE",
            IOCTL_KS.READ_STREAM, "IOCTL_KS_READ_STREAM",
            IOCTL_KS.WRITE_STREAM, "IOCTL_KS_WRITE_STREAM");

    private ControlCode() {}

    /** The C name; the number if there is none. */
    static String nameOf(int code) {
        String name = NAMES.get(code);
        return name != null ? name : String.format(Locale.ROOT, "0x%06X", code);
    }

    static Optional<Integer> find(String name) {
        return NAMES.entrySet().stream()
                .filter(known -> known.getValue().equalsIgnoreCase(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The code of the requests for an item. */
    static int of(KsItem item) {
        if (item instanceof KsProperty<?>) {
            return IOCTL_KS.PROPERTY;
        }
        return item instanceof KsMethod ? IOCTL_KS.METHOD : IOCTL_KS.ENABLE_EVENT;
    }

    /** The kind of item that requests of a code are for; all kinds for a code without items. */
    static Class<? extends KsItem> kindOf(int code) {
        return switch (code) {
            case IOCTL_KS.PROPERTY -> KsProperty.class;
            case IOCTL_KS.METHOD -> KsMethod.class;
            case IOCTL_KS.ENABLE_EVENT -> KsEvent.class;
            default -> KsItem.class;
        };
    }
}
