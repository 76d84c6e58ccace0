package io.github.ks4j.emu;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client does to an object, as {@link Fault}s choose by it and a {@link RequestJournal} tells it. */
public enum Operation {
    /** Opens a filter. */
    OPEN,
    /** Creates an object below another. */
    CREATE,
    /** Closes a handle. No fault strikes it. */
    CLOSE,
    /** {@code KSPROPERTY_TYPE_GET}. */
    GET,
    /** {@code KSPROPERTY_TYPE_SET}. */
    SET,
    /**
     * Asks what a property, method or event supports: SETSUPPORT, BASICSUPPORT, and of a property RELATIONS and
     * DEFAULTVALUES.
     */
    SUPPORT,
    /** SERIALIZESET, SERIALIZERAW, SERIALIZESIZE, UNSERIALIZESET or UNSERIALIZERAW of a property. */
    SERIALIZE,
    /** Calls a method. */
    METHOD,
    /** Enables an event. */
    ENABLE,
    /** {@code IOCTL_KS_DISABLE_EVENT}, which says neither set nor item. */
    DISABLE,
    /** {@code IOCTL_KS_READ_STREAM}. */
    READ,
    /** {@code IOCTL_KS_WRITE_STREAM}. */
    WRITE,
    /** {@code IOCTL_KS_RESET_STATE}. */
    RESET,
    /** A request of any other control code or with other flags, or whose head cannot be read. */
    OTHER,
    /** The device goes, without being asked. No fault strikes it. */
    REMOVAL;

    private static final int SUPPORT_OF_PROPERTY = KSPROPERTY_TYPE.SETSUPPORT
            | KSPROPERTY_TYPE.BASICSUPPORT
            | KSPROPERTY_TYPE.RELATIONS
            | KSPROPERTY_TYPE.DEFAULTVALUES;

    private static final int SERIALIZE_OF_PROPERTY = KSPROPERTY_TYPE.SERIALIZESET
            | KSPROPERTY_TYPE.SERIALIZERAW
            | KSPROPERTY_TYPE.SERIALIZESIZE
            | KSPROPERTY_TYPE.UNSERIALIZESET
            | KSPROPERTY_TYPE.UNSERIALIZERAW;

    private static final int ENABLE_OF_EVENT = KSEVENT_TYPE.ENABLE | KSEVENT_TYPE.ONESHOT | KSEVENT_TYPE.ENABLEBUFFERED;

    private static final int SUPPORT_OF_OTHERS = KSMETHOD_TYPE.SETSUPPORT | KSMETHOD_TYPE.BASICSUPPORT;

    /** The word for it, in lower case. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no object is there yet that a request could be sent to. */
    boolean isCreation() {
        return this == OPEN || this == CREATE;
    }

    /** Whether the request says a set and an item. */
    boolean hasItem() {
        return this == GET || this == SET || this == SUPPORT || this == SERIALIZE || this == METHOD || this == ENABLE;
    }

    /** Whether it is done by requests of a control code. */
    boolean comesWith(int controlCode) {
        return switch (this) {
            case OPEN, CREATE, CLOSE, REMOVAL -> false;
            case GET, SET, SERIALIZE -> controlCode == IOCTL_KS.PROPERTY;
            case METHOD -> controlCode == IOCTL_KS.METHOD;
            case ENABLE -> controlCode == IOCTL_KS.ENABLE_EVENT;
            case SUPPORT ->
                controlCode == IOCTL_KS.PROPERTY
                        || controlCode == IOCTL_KS.METHOD
                        || controlCode == IOCTL_KS.ENABLE_EVENT;
            case DISABLE, READ, WRITE, RESET, OTHER -> of(controlCode) == this;
        };
    }

    /** The operation that faults know by a word. */
    static Optional<Operation> find(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.canStrike() && operation.word().equals(word))
                .findFirst();
    }

    /** Whether faults strike it. */
    boolean canStrike() {
        return this != CLOSE && this != REMOVAL;
    }

    /** The operation of a request whose control code has no head. */
    static Operation of(int controlCode) {
        return switch (controlCode) {
            case IOCTL_KS.READ_STREAM -> READ;
            case IOCTL_KS.WRITE_STREAM -> WRITE;
            case IOCTL_KS.RESET_STATE -> RESET;
            case IOCTL_KS.DISABLE_EVENT -> DISABLE;
            default -> OTHER;
        };
    }

    /** The operation of a request by the flags in its head. */
    static Operation of(int controlCode, int flags) {
        int operation = flags & ~KSPROPERTY_TYPE.TOPOLOGY;
        return switch (controlCode) {
            case IOCTL_KS.PROPERTY -> ofProperty(operation);
            case IOCTL_KS.METHOD -> (operation & SUPPORT_OF_OTHERS) != 0 ? SUPPORT : METHOD;
            case IOCTL_KS.ENABLE_EVENT -> ofEvent(operation);
            default -> of(controlCode);
        };
    }

    private static Operation ofProperty(int operation) {
        if (operation == KSPROPERTY_TYPE.GET) {
            return GET;
        } else if (operation == KSPROPERTY_TYPE.SET) {
            return SET;
        } else if (Integer.bitCount(operation) != 1) {
            return OTHER;
        } else if ((operation & SUPPORT_OF_PROPERTY) != 0) {
            return SUPPORT;
        }
        return (operation & SERIALIZE_OF_PROPERTY) != 0 ? SERIALIZE : OTHER;
    }

    private static Operation ofEvent(int operation) {
        if ((operation & SUPPORT_OF_OTHERS) != 0) {
            return SUPPORT;
        }
        return (operation & ENABLE_OF_EVENT) != 0 ? ENABLE : OTHER;
    }
}
