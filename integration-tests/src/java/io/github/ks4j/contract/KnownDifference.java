package io.github.ks4j.contract;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** Where the emulated stub filter and the one in C need not agree, and why. Everything else is a defect of one of them. */
enum KnownDifference {
    /** Each filter and pin of the emulation answers some items of the standard sets that a driver need not have. */
    ITEM_OF_EVERY_EMULATED_OBJECT {
        @Override
        boolean explains(Step.Call call, Answer expected, Answer actual) {
            boolean extra = call.set().equals(KSPROPERTY_PIN.SET.guid())
                            && call.id() == KSPROPERTY_PIN.GLOBALCINSTANCES.id()
                    || call.set().equals(KSPROPERTY_TOPOLOGY.SET.guid()) && call.id() == KSPROPERTY_TOPOLOGY.NAME.id()
                    || call.set().equals(KSPROPERTY_CONNECTION.SET.guid())
                            && call.id() == KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT.id();
            return call.code() == IOCTL_KS.PROPERTY && extra && actual.status().equals(NtStatus.NOT_FOUND);
        }
    },

    /** So its pins list more sets. */
    SETS_OF_EVERY_EMULATED_PIN {
        @Override
        boolean explains(Step.Call call, Answer expected, Answer actual) {
            boolean lists = call.set().equals(Guid.NULL) && call.flags() == KSPROPERTY_TYPE.SETSUPPORT
                    || call.code() == IOCTL_KS.ENABLE_EVENT && call.request().length() == 0;
            return call.target().isPin()
                    && lists
                    && (!expected.isSuccess() || !actual.isSuccess() || more(expected, actual));
        }

        /** All the sets of the one are among those of the other. */
        private boolean more(Answer expected, Answer actual) {
            return sets(expected).containsAll(sets(actual));
        }

        private Set<Guid> sets(Answer answer) {
            Set<Guid> sets = new HashSet<>();
            ByteBuffer bytes = ByteBuffer.wrap(answer.data()).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + 16 <= answer.information(); at += 16) {
                sets.add(Guid.read(bytes, at));
            }
            return sets;
        }
    },

    /** And they have the events of a connection, of which a pin that is read needs none. */
    EVENTS_OF_EVERY_EMULATED_PIN {
        @Override
        boolean explains(Step.Call call, Answer expected, Answer actual) {
            return call.target() == Step.Target.SOURCE
                    && call.code() == IOCTL_KS.ENABLE_EVENT
                    && call.set().equals(KSEVENT_CONNECTION.SET.guid())
                    && actual.status().equals(NtStatus.PROPSET_NOT_FOUND);
        }
    },

    /** The clocks of the stub have no events. */
    EVENTS_OF_EMULATED_CLOCKS {
        @Override
        boolean explains(Step.Call call, Answer expected, Answer actual) {
            return call.target() == Step.Target.CLOCK
                    && call.code() == IOCTL_KS.ENABLE_EVENT
                    && call.set().equals(Guid.NULL);
        }
    },

    /** No page says how UNSERIALIZESET fails: ks-dispatch 3.5, UNSERIALIZE_MALFORMED. */
    MALFORMED_SERIALIZED_SET {
        @Override
        boolean explains(Step.Call call, Answer expected, Answer actual) {
            return call.code() == IOCTL_KS.PROPERTY
                    && (call.flags() & ~KSPROPERTY_TYPE.TOPOLOGY) == KSPROPERTY_TYPE.UNSERIALIZESET
                    && expected.status().isError()
                    && actual.status().isError();
        }
    };

    /**
     * A size of a format that contradicts the bytes present, for which no page has a status: ksuser reads, and tells the
     * driver, as much as it says, or the Win32 driver keeps it from that.
     */
    private static boolean hasBadFormatSize(Step.Create create) {
        ByteBuffer bytes = ByteBuffer.wrap(create.parameters().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (create.type() != KsObjectType.PIN) {
            return false;
        }
        int connect = KSPIN_CONNECT.LAYOUT.size(Abi.X64);
        int size = KSDATAFORMAT.FormatSize.read(Abi.X64, bytes, connect);
        return size < KSDATAFORMAT.LAYOUT.size() || size > bytes.limit() - connect;
    }

    abstract boolean explains(Step.Call call, Answer expected, Answer actual);

    static boolean explains(Step step, Answer expected, Answer actual) {
        if (step instanceof Step.Create create) {
            return hasBadFormatSize(create)
                    && expected.status().isError()
                    && actual.status().isError();
        }
        if (step instanceof Step.Call call) {
            for (KnownDifference known : values()) {
                if (known.explains(call, expected, actual)) {
                    return true;
                }
            }
        }
        return false;
    }
}
