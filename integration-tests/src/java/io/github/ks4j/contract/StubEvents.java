package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSEVENTDATA;
import java.nio.ByteBuffer;
import java.util.function.Predicate;

/** The events of the emulated stub filter. What one open of the filter does, only its own clients are told. */
final class StubEvents {
    private static final int KSEVENTDATA_SIZE = KSEVENTDATA.LAYOUT.size(Abi.X64);
    private static final byte[] NO_DATA = {};

    private EmulatedFilter filter;

    /** The filter that the events are those of. */
    void of(EmulatedFilter owner) {
        filter = owner;
    }

    EventSet set() {
        return EventSet.of(new KsSet("KSEVENTSETID_Ks4jStub", StubFilter.EVENTS))
                .item(StubFilter.LEVELCHANGED)
                .item(StubFilter.TRIGGERED)
                .item(StubFilter.THRESHOLD)
                .dataInput(KSEVENTDATA_SIZE + 8)
                .extraEntryData(4)
                .add(this::addThreshold)
                .build();
    }

    private NtStatus addThreshold(Irp irp, ByteBuffer eventData, EventEntry entry) {
        entry.extra().putInt(0, eventData.getInt(KSEVENTDATA_SIZE));
        filter.events().add(entry);
        return NtStatus.SUCCESS;
    }

    void levelChanged(Irp irp, int level) {
        raise(irp, StubFilter.LEVELCHANGED, entry -> true);
        raise(irp, StubFilter.THRESHOLD, entry -> level >= entry.extra().getInt(0));
    }

    /** Raises an event by its number. */
    NtStatus raise(Irp irp, int id) {
        if (id < StubFilter.LEVELCHANGED || id > StubFilter.THRESHOLD) {
            return NtStatus.NOT_FOUND;
        }
        raise(irp, id, entry -> true);
        return NtStatus.SUCCESS;
    }

    /** The list is that of all opens, and none of these events has data to be buffered: each is signalled by itself. */
    private void raise(Irp irp, int id, Predicate<EventEntry> wanted) {
        filter.events().generate(StubFilter.EVENTS, id, NO_DATA, entry -> {
            if (entry.fileObject() == irp.fileObject() && wanted.test(entry)) {
                entry.generate();
            }
            return false;
        });
    }
}
