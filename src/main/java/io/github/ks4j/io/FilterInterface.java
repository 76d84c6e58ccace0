package io.github.ks4j.io;

import io.github.ks4j.struct.Guid;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A device interface that a filter has registered under a category: what enumeration finds.
 *
 * <p>A filter that is registered under several categories has an interface, with a path of its own, under each; all the
 * paths open the same filter.
 *
 * @param path the symbolic link by which the filter is opened
 * @param category the category it was found in, for example {@code KSCATEGORY_AUDIO}
 * @param friendlyName the name for people: of the interface, else of the device, else the device's description; the path
 *     where the driver gives none
 * @param instanceId the device instance, as Device Manager shows it, for example {@code USB\VID_046D&PID_0825\5}; empty
 *     if the system does not tell
 * @param containerId what the devices of one piece of hardware share, such as the microphone and the camera of a webcam;
 *     {@link Guid#NULL} if the system does not tell
 * @param categories the categories that the filter is registered under, this one among them. Windows has to be asked for
 *     each, so only the usual ones are: AUDIO, RENDER, CAPTURE, REALTIME (a WaveRT filter), TOPOLOGY, VIDEO, VIDEO_CAMERA
 *     and SENSOR_CAMERA
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/install/using-device-interfaces">Using Device
 *     Interfaces</a>
 */
public record FilterInterface(
        String path, Guid category, String friendlyName, String instanceId, Guid containerId, Set<Guid> categories) {
    private static final int PREFIX_LENGTH = "\\\\?\\".length();

    /**
     * An interface.
     *
     * @param path the symbolic link by which the filter is opened
     * @param category the category it was found in
     * @param friendlyName the name for people
     * @param instanceId the device instance; empty if it is not known
     * @param containerId what the devices of one piece of hardware share; {@link Guid#NULL} if it is not known
     * @param categories the categories that the filter is registered under; copied
     */
    public FilterInterface {
        categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
    }

    /**
     * An interface of which no more is known.
     *
     * @param path the symbolic link by which the filter is opened
     * @param category the category it was found in
     * @param friendlyName the name for people
     */
    public FilterInterface(String path, Guid category, String friendlyName) {
        this(path, category, friendlyName, "", Guid.NULL, Set.of(category));
    }

    /**
     * The reference string: the end of the path, by which the driver tells the filters of one device apart.
     *
     * @return for example {@code wave}; empty if the path has none
     */
    public String referenceString() {
        int end = path.indexOf('\\', PREFIX_LENGTH);
        return end < 0 ? "" : path.substring(end + 1);
    }
}
