package io.github.ks4j.io;

/**
 * Told of device interfaces that come and go: {@code DBT_DEVICEARRIVAL} and {@code DBT_DEVICEREMOVECOMPLETE}.
 *
 * <p>Called in a thread of the driver's, or in the one that makes the change; it must not block. What it throws is
 * reported and goes no further.
 */
public interface InterfaceListener {
    /**
     * An interface is there now: {@link Driver#enumerate} lists it, and its path can be opened.
     *
     * @param arrived the interface
     */
    default void arrived(FilterInterface arrived) {}

    /**
     * An interface has gone. What was opened through it answers {@link NtStatus#DEVICE_REMOVED}, and is to be closed; the
     * driver has closed it already if the system asked for that before the device went.
     *
     * @param removed the interface
     */
    default void removed(FilterInterface removed) {}
}
