package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a client does to the stub filter, without what only one host of it knows. */
sealed interface Step {
    /** What is open. */
    enum Target {
        FILTER,
        SINK,
        SOURCE,
        VOLUME,
        MUTE,
        /** A clock of the sink. */
        CLOCK,
        /** An allocator of the sink. */
        ALLOCATOR;

        boolean isPin() {
            return this == SINK || this == SOURCE;
        }
    }

    /**
     * A request.
     *
     * @param target what it is sent to
     * @param code the control code
     * @param request the request structure
     * @param data the data
     * @param eventData which event's data takes the place of the data, or of the request of a DISABLE_EVENT; -1 for none
     * @param held whether it may take until something else happens
     */
    record Call(Target target, int code, Payload request, Payload data, int eventData, boolean held) implements Step {
        boolean hasHead() {
            return request.length() >= 24 && code != IOCTL_KS.DISABLE_EVENT && code != IOCTL_KS.RESET_STATE;
        }

        Guid set() {
            return hasHead() ? Guid.read(head(), 0) : Guid.NULL;
        }

        int id() {
            return hasHead() ? head().getInt(16) : 0;
        }

        int flags() {
            return hasHead() ? head().getInt(20) : 0;
        }

        /** Whether a frame comes of it if it succeeds, of whose address every host has its own. */
        boolean takesFrame() {
            return code == IOCTL_KS.METHOD
                    && set().equals(KSMETHOD_STREAMALLOCATOR.SET.guid())
                    && id() == KSMETHOD_STREAMALLOCATOR.ALLOC.id()
                    && (flags() & ~KSMETHOD_TYPE.TOPOLOGY) == KSMETHOD_TYPE.SEND;
        }

        private ByteBuffer head() {
            return ByteBuffer.wrap(request.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        }

        String kind() {
            return switch (code) {
                case IOCTL_KS.PROPERTY -> "property";
                case IOCTL_KS.METHOD -> "method";
                case IOCTL_KS.ENABLE_EVENT -> "enable event";
                case IOCTL_KS.DISABLE_EVENT -> "disable event";
                case IOCTL_KS.READ_STREAM -> "read stream";
                case IOCTL_KS.WRITE_STREAM -> "write stream";
                case IOCTL_KS.RESET_STATE -> "reset state";
                default -> "other code";
            };
        }

        private Class<? extends KsItem> item() {
            return code == IOCTL_KS.METHOD
                    ? KsMethod.class
                    : code == IOCTL_KS.ENABLE_EVENT ? KsEvent.class : KsProperty.class;
        }

        @Override
        public String toString() {
            return target + ": " + kind() + (kind().equals("other code") ? String.format(" 0x%08X", code) : "")
                    + (hasHead()
                            ? " " + Catalogue.nameOf(set()) + " " + Catalogue.nameOf(item(), set(), id()) + " id "
                                    + Integer.toUnsignedString(id()) + String.format(" flags 0x%X", flags())
                            : "")
                    + ", request " + request + ", data " + data + (eventData < 0 ? "" : ", event data " + eventData)
                    + (held ? ", submitted" : "");
        }
    }

    /**
     * The creation of an object below the filter, or of a clock or an allocator below the sink.
     *
     * @param type the kind
     * @param parameters what follows the name
     */
    record Create(KsObjectType type, Payload parameters) implements Step {
        /** What is there if it succeeds. */
        Target created() {
            ByteBuffer bytes = ByteBuffer.wrap(parameters.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            return switch (type) {
                case PIN -> bytes.getInt(48) == StubFilter.SINK_PIN ? Target.SINK : Target.SOURCE;
                case TOPOLOGY_NODE -> bytes.getInt(4) == StubFilter.VOLUME_NODE ? Target.VOLUME : Target.MUTE;
                case CLOCK -> Target.CLOCK;
                case ALLOCATOR -> Target.ALLOCATOR;
            };
        }

        Target parent() {
            return isBelowPins() ? Target.SINK : Target.FILTER;
        }

        /** Where ksuser gives no choice, this is its own. */
        int access() {
            return isBelowPins() ? Driver.GENERIC_READ : Driver.GENERIC_READ | Driver.GENERIC_WRITE;
        }

        private boolean isBelowPins() {
            return type == KsObjectType.CLOCK || type == KsObjectType.ALLOCATOR;
        }

        @Override
        public String toString() {
            return "create " + type + " with " + parameters;
        }
    }

    /** The end of an object. */
    record Close(Target target) implements Step {}

    /** A cancellation of one of the requests that are held; nothing if there is none. */
    record Cancel(int which) implements Step {}

    /** A look whether a signal has come since the last look. */
    record Look(int signal) implements Step {}
}
