package io.github.ks4j;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.KSCORRELATED_TIME;
import io.github.ks4j.struct.KSRESOLUTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The clock of a pin: what the pin, and others that {@link KsPin#masterClock follow it}, present and stamp their data
 * by. All times are in units of 100 ns. Its requests carry a plain {@code KSPROPERTY}.
 *
 * <p>Owned by its pin; owns its events. Must stay open as long as other pins follow it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-clock">KSPROPSETID_Clock</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/master-clocks">Master Clocks</a>
 */
public final class KsClock extends KsObject implements AutoCloseable {
    private final KsPin pin;

    KsClock(KsPin pin, Handle handle) {
        super(pin.session, handle);
        this.pin = pin;
    }

    /**
     * The pin.
     *
     * @return the pin whose clock this is
     */
    public KsPin pin() {
        return pin;
    }

    /**
     * The presentation time: where the stream is. It stands still while the pin does, and can be set back. Neither
     * allocates nor takes a lock.
     *
     * @return units of 100 ns
     * @throws KsException if the request fails
     */
    public long time() {
        return get(KSPROPERTY_CLOCK.TIME);
    }

    /**
     * The physical time, which never runs backwards. Neither allocates nor takes a lock.
     *
     * @return units of 100 ns
     * @throws KsException if the request fails
     */
    public long physicalTime() {
        return get(KSPROPERTY_CLOCK.PHYSICALTIME);
    }

    /**
     * The presentation time and the system's time at the same moment.
     *
     * @return both in units of 100 ns
     * @throws KsException if the request fails
     */
    public KSCORRELATED_TIME correlatedTime() {
        return get(KSPROPERTY_CLOCK.CORRELATEDTIME);
    }

    /**
     * The physical time and the system's time at the same moment.
     *
     * @return both in units of 100 ns
     * @throws KsException if the request fails
     */
    public KSCORRELATED_TIME correlatedPhysicalTime() {
        return get(KSPROPERTY_CLOCK.CORRELATEDPHYSICALTIME);
    }

    /**
     * How fine the clock is. Its events can come late by granularity and error together.
     *
     * @return both in units of 100 ns
     * @throws KsException if the request fails
     */
    public KSRESOLUTION resolution() {
        return get(KSPROPERTY_CLOCK.RESOLUTION);
    }

    /**
     * The state that the clock follows.
     *
     * @return the pin's
     * @throws KsException if the request fails
     */
    public KSSTATE state() {
        return get(KSPROPERTY_CLOCK.STATE);
    }

    /**
     * Has a moment notified: {@code KSEVENT_CLOCK_POSITION_MARK}. One that has passed may be notified at once.
     *
     * @param time the presentation time, in units of 100 ns
     * @return the event, which notifies once; closed at the latest with the clock
     * @throws KsException if the clock refuses
     */
    public KsEnabledEvent markAt(long time) {
        // What KSEVENT_TIME_MARK has behind its KSEVENTDATA.
        return enable(KSEVENT_CLOCK_POSITION.MARK, longs(time));
    }

    /**
     * Has regular moments notified: {@code KSEVENT_CLOCK_INTERVAL_MARK}.
     *
     * @param first the presentation time of the first one, in units of 100 ns
     * @param interval the time from one to the next, in units of 100 ns
     * @return the event, closed at the latest with the clock
     * @throws KsException if the clock refuses
     */
    public KsEnabledEvent markEvery(long first, long interval) {
        // What KSEVENT_TIME_INTERVAL has behind its KSEVENTDATA.
        return enable(KSEVENT_CLOCK_POSITION.INTERVAL_MARK, longs(first, interval));
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    /** Closes the clock and its events. The second and later calls do nothing. */
    @Override
    public void close() {
        pin.owned.remove(this);
        owned.close(handle::close);
    }

    @Override
    void address(ByteBuffer request) {
        // A plain KSPROPERTY addresses the clock.
    }

    @Override
    public String toString() {
        return "clock of " + pin;
    }
}
