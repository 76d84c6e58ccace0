package io.github.ks4j.emu;

import java.util.List;

/**
 * An emulated device: one or more filters that share a device instance and a lock.
 *
 * <p>A filter is registered under each of its categories with the path
 * {@code \\?\<instance>#{<category>}\<filter name>}. What comes before the filter's name leads to the device, so that a
 * path with a category of any of its filters leads to them all.
 *
 * <p>State changes and streaming of all pins of one device run under the device's lock, as under the device mutex of
 * AVStream, so that the callbacks of a device never race; property and method handlers run in the calling thread without
 * it.
 */
public interface EmulatedDevice {
    /**
     * The device instance, as it stands in the filters' paths. In upper case, and with backslashes for {@code #}, it is the
     * {@link io.github.ks4j.io.FilterInterface#instanceId()}; a GUID made from that is the container.
     *
     * @return for example {@code ks4j#stub#0000}; no backslash, no brace and no NUL. The paths have what it is when
     *     the device is plugged in
     */
    String instance();

    /**
     * The filters of the device.
     *
     * @return the filters, each with a name of its own
     */
    List<EmulatedFilter> filters();

    /**
     * A device made of filters.
     *
     * @param instance the device instance
     * @param filters the filters
     * @return the device
     */
    static EmulatedDevice of(String instance, EmulatedFilter... filters) {
        List<EmulatedFilter> list = List.of(filters);
        return new EmulatedDevice() {
            @Override
            public String instance() {
                return instance;
            }

            @Override
            public List<EmulatedFilter> filters() {
                return list;
            }

            @Override
            public String toString() {
                return instance;
            }
        };
    }
}
