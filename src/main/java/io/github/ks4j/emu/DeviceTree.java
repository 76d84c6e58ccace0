package io.github.ks4j.emu;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsException;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.ObjectName;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The devices that are plugged in, and who is told when that changes. Thread-safe. */
final class DeviceTree {
    private static final Logger LOGGER = System.getLogger(DeviceTree.class.getPackageName());
    /**
     * The filters of the devices in all trees: a device has state of its own, which two locks could not guard. Filters
     * stand for devices here, since devices may say of themselves which are equal.
     */
    private static final Set<EmulatedFilter> PLUGGED = Collections.newSetFromMap(new WeakHashMap<>());

    private static final String PREFIX = "\\\\?\\";
    private static final String OTHER_PREFIX = "\\\\.\\";

    private final KsTimeSource time;
    private final List<DeviceObject> devices = new ArrayList<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private volatile Content content = Content.of(List.of());

    /**
     * What a look at the tree sees.
     *
     * @param interfaces the interfaces, in the order in which they came
     * @param links the create items of the device that a symbolic link leads to, by the link in lower case
     */
    private record Content(
            List<FilterInterface> interfaces, Map<String, List<KSOBJECT_CREATE_ITEM<FilterFactory>>> links) {
        static Content of(List<DeviceObject> devices) {
            List<FilterInterface> interfaces = new ArrayList<>();
            Map<String, List<KSOBJECT_CREATE_ITEM<FilterFactory>>> links = new HashMap<>();
            for (DeviceObject device : devices) {
                interfaces.addAll(device.interfaces());
                for (String link : device.links()) {
                    links.computeIfAbsent(link.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .addAll(device.createItems());
                }
            }
            return new Content(List.copyOf(interfaces), links);
        }
    }

    DeviceTree(KsTimeSource time) {
        this.time = time;
    }

    List<FilterInterface> interfaces() {
        return content.interfaces;
    }

    /** The filter of a path; null if there is none. What follows the link is a name that the device makes sense of. */
    FilterFactory find(String path) {
        String link = path.startsWith(OTHER_PREFIX) ? PREFIX + path.substring(OTHER_PREFIX.length()) : path;
        String reference = "";
        int end = link.indexOf('\\', PREFIX.length());
        if (end >= 0) {
            reference = link.substring(end + 1);
            link = link.substring(0, end);
        }
        try {
            ObjectName name = ObjectName.of(ByteBuffer.wrap(reference.getBytes(StandardCharsets.UTF_16LE)));
            return KSOBJECT_CREATE_ITEM
                    .find(content.links.getOrDefault(link.toLowerCase(Locale.ROOT), List.of()), name)
                    .context();
        } catch (KsException e) {
            return null;
        }
    }

    /** Adds a device, and tells. */
    void add(EmulatedDevice device) {
        DeviceObject added = new DeviceObject(device, time);
        claim(added);
        try {
            insert(added);
        } catch (IllegalArgumentException e) {
            release(added);
            throw e;
        }
        added.interfaces().forEach(found -> tell(found, true));
    }

    private synchronized void insert(DeviceObject added) {
        for (FilterInterface found : added.interfaces()) {
            if (find(found.path()) != null) {
                throw new IllegalArgumentException("two filters have the path " + found.path());
            }
        }
        devices.add(added);
        content = Content.of(devices);
    }

    private static void claim(DeviceObject device) {
        synchronized (PLUGGED) {
            if (!Collections.disjoint(PLUGGED, device.filters())) {
                throw new IllegalStateException(
                        device + " is plugged in already: unplug it, or close the driver that it belongs to");
            }
            PLUGGED.addAll(device.filters());
        }
    }

    /** Removes a device, ends what is under way in it, and tells; false if it is not there. */
    boolean remove(EmulatedDevice device) {
        DeviceObject removed;
        synchronized (this) {
            removed = devices.stream()
                    .filter(plugged -> plugged.device == device)
                    .findFirst()
                    .orElse(null);
            if (removed == null) {
                return false;
            }
            devices.remove(removed);
            content = Content.of(devices);
        }
        removed.remove();
        release(removed);
        removed.interfaces().forEach(found -> tell(found, false));
        return true;
    }

    private static void release(DeviceObject device) {
        synchronized (PLUGGED) {
            device.filters().forEach(PLUGGED::remove);
        }
    }

    /** Removes all devices and tells nobody. */
    void clear() {
        watches.forEach(Watch::close);
        List<EmulatedDevice> all;
        synchronized (this) {
            all = devices.stream().map(plugged -> plugged.device).toList();
        }
        all.forEach(this::remove);
    }

    Driver.Registration watch(Guid category, InterfaceListener listener) {
        Watch watch = new Watch(category, listener);
        watches.add(watch);
        return watch;
    }

    private void tell(FilterInterface change, boolean arrived) {
        for (Watch watch : watches) {
            if (watch.category.equals(change.category())) {
                watch.tell(change, arrived);
            }
        }
    }

    /** Compared by identity: the same listener may be told twice. */
    private final class Watch implements Driver.Registration {
        private final Guid category;
        private final InterfaceListener listener;
        private volatile boolean closed;

        private Watch(Guid category, InterfaceListener listener) {
            this.category = Objects.requireNonNull(category, "category");
            this.listener = Objects.requireNonNull(listener, "listener");
        }

        @Override
        public void close() {
            closed = true;
            watches.remove(this);
        }

        private void tell(FilterInterface change, boolean arrived) {
            // Whoever is being told of the change may have ended this watch.
            if (closed) {
                return;
            }
            try {
                if (arrived) {
                    listener.arrived(change);
                } else {
                    listener.removed(change);
                }
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, "a listener threw when " + change.path() + " came or went", e);
            }
        }
    }

    @Override
    public String toString() {
        return content.interfaces.stream().map(FilterInterface::path).toList().toString();
    }
}
