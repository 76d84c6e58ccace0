package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry;
import io.github.ks4j.kernel.EventItem;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.set.KSEVENT_LOOPEDSTREAMING;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.LOOPEDSTREAMING_POSITION_EVENT_DATA;
import java.nio.ByteBuffer;
import java.util.function.Predicate;

/**
 * The positions in the loop of a pin at which clients want to be notified: {@code KSEVENT_LOOPEDSTREAMING_POSITION}.
 * Guarded by the device's lock. Moving allocates nothing.
 */
final class LoopPositions {
    /** No position ahead, however far the loop moves. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Abi ABI = Abi.X64;

    private final EventList events;
    private final Predicate<EventEntry> reached = this::isReached;
    // The move that is looked at, in bytes.
    private long from;
    private long moved;
    private long length;
    /** How far it is to the nearest position. */
    private long nearest;

    LoopPositions(EventList events) {
        this.events = events;
    }

    /**
     * The set of a pin.
     *
     * @param add finds the positions of a pin and the length of its loop, for {@link #add}
     */
    static EventSet events(EventItem.AddHandler add) {
        return EventSet.of(KSEVENT_LOOPEDSTREAMING.SET)
                .item(KSEVENT_LOOPEDSTREAMING.POSITION.id())
                .dataInput(LOOPEDSTREAMING_POSITION_EVENT_DATA.LAYOUT.size(ABI))
                .extraEntryData(Long.BYTES)
                .add(add)
                .build();
    }

    /**
     * Adds an event that is being enabled.
     *
     * @param loop the length of the loop; 0 if there is none yet
     */
    NtStatus add(ByteBuffer eventData, EventEntry entry, int loop) {
        long position = LOOPEDSTREAMING_POSITION_EVENT_DATA
                .LAYOUT
                .at(ABI, eventData, 0)
                .get(LOOPEDSTREAMING_POSITION_EVENT_DATA.Position);
        if (loop != 0 && Long.compareUnsigned(position, loop) >= 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        entry.extra().putLong(0, position);
        events.add(entry);
        return NtStatus.SUCCESS;
    }

    /**
     * Notifies of the positions that a move has reached, each once, however often it went round.
     *
     * @param start where the move started
     * @param bytes how far it went
     * @param loop the length of the loop
     */
    void move(long start, long bytes, int loop) {
        from = start;
        moved = bytes;
        length = loop;
        nearest = NEVER;
        events.generate(KSEVENT_LOOPEDSTREAMING.SET.guid(), KSEVENT_LOOPEDSTREAMING.POSITION.id(), null, reached);
    }

    /**
     * How far it is to the next position.
     *
     * @return bytes, at least 1; {@link #NEVER} if there is none
     */
    long next(long start, int loop) {
        move(start, 0, loop);
        return nearest;
    }

    private boolean isReached(EventEntry entry) {
        long position = entry.extra().getLong(0);
        if (Long.compareUnsigned(position, length) >= 0) {
            return false;
        }
        // Where the loop stands it is again after a whole turn.
        long distance = position > from ? position - from : position - from + length;
        nearest = Math.min(nearest, distance);
        return distance <= moved;
    }
}
