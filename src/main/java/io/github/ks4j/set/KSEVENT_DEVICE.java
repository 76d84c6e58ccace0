package io.github.ks4j.set;

import java.util.List;

/**
 * The device of a filter. The items of {@code KSEVENTSETID_Device}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kseventsetid-device">KSEVENTSETID_Device</a>
 */
public final class KSEVENT_DEVICE {
    /** The set, {@code KSEVENTSETID_Device}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_Device", "{288296EC-9F94-41B4-A153-AA31AEECB33F}");

    /** The device is lost. */
    public static final KsEvent LOST = new KsEvent(SET, 0, "KSEVENT_DEVICE_LOST", "ksevent-device-lost");

    /** Another program has taken the device. */
    public static final KsEvent PREEMPTED = new KsEvent(SET, 1, "KSEVENT_DEVICE_PREEMPTED", "ksevent-device-preempted");

    /** The device is hot. */
    public static final KsEvent THERMAL_HIGH =
            new KsEvent(SET, 2, "KSEVENT_DEVICE_THERMAL_HIGH", "ksevent-device-thermal-high");

    /** The device has cooled down. */
    public static final KsEvent THERMAL_LOW =
            new KsEvent(SET, 3, "KSEVENT_DEVICE_THERMAL_LOW", "ksevent-device-thermal-low");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(LOST, PREEMPTED, THERMAL_HIGH, THERMAL_LOW);

    private KSEVENT_DEVICE() {}
}
