package io.github.ks4j.emu;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The devices that are plugged in, and who is told when that changes. Thread-safe. */
final class DeviceTree {
    private static final Logger LOGGER = System.getLogger(DeviceTree.class.getPackageName());
    /** The devices of all trees: one has state of its own, which two locks could not guard. */
    private static final Set<EmulatedDevice> PLUGGED = Collections.newSetFromMap(new WeakHashMap<>());

    private final KsTimeSource time;
    private final Map<EmulatedDevice, DeviceObject> devices = new IdentityHashMap<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private volatile Content content = new Content(List.of(), Map.of());

    /** What a look at the tree sees. */
    private record Content(List<FilterInterface> interfaces, Map<String, FilterFactory> factories) {}

    DeviceTree(KsTimeSource time) {
        this.time = time;
    }

    List<FilterInterface> interfaces() {
        return content.interfaces;
    }

    /** The filter of a path; null if there is none. */
    FilterFactory find(String path) {
        return content.factories.get(key(path));
    }

    /** Adds a device, and tells. */
    void add(EmulatedDevice device) {
        DeviceObject added = new DeviceObject(device, time);
        synchronized (this) {
            Map<String, FilterFactory> factories = new LinkedHashMap<>(content.factories);
            for (FilterFactory factory : added.factories()) {
                for (FilterInterface found : factory.interfaces()) {
                    if (factories.put(key(found.path()), factory) != null) {
                        throw new IllegalArgumentException("two filters have the path " + found.path());
                    }
                }
            }
            claim(device);
            List<FilterInterface> interfaces = new ArrayList<>(content.interfaces);
            interfaces.addAll(added.interfaces());
            devices.put(device, added);
            content = new Content(List.copyOf(interfaces), Collections.unmodifiableMap(factories));
        }
        added.interfaces().forEach(found -> tell(found, true));
    }

    private static void claim(EmulatedDevice device) {
        synchronized (PLUGGED) {
            if (!PLUGGED.add(device)) {
                throw new IllegalStateException(
                        device + " is plugged in already: unplug it, or close the driver that it belongs to");
            }
        }
    }

    /** Removes a device, ends what is under way in it, and tells; false if it is not there. */
    boolean remove(EmulatedDevice device) {
        DeviceObject removed;
        synchronized (this) {
            removed = devices.remove(device);
            if (removed == null) {
                return false;
            }
            DeviceObject gone = removed;
            Map<String, FilterFactory> factories = new LinkedHashMap<>(content.factories);
            factories.values().removeIf(factory -> factory.device() == gone);
            List<FilterInterface> interfaces = new ArrayList<>(content.interfaces);
            interfaces.removeIf(found -> !factories.containsKey(key(found.path())));
            content = new Content(List.copyOf(interfaces), Collections.unmodifiableMap(factories));
        }
        removed.remove();
        release(device);
        removed.interfaces().forEach(found -> tell(found, false));
        return true;
    }

    private static void release(EmulatedDevice device) {
        synchronized (PLUGGED) {
            PLUGGED.remove(device);
        }
    }

    /** Removes all devices and tells nobody. */
    void clear() {
        watches.clear();
        List<EmulatedDevice> all;
        synchronized (this) {
            all = List.copyOf(devices.keySet());
        }
        all.forEach(this::remove);
    }

    Driver.Registration watch(Guid category, InterfaceListener listener) {
        Watch watch = new Watch(category, listener);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    private void tell(FilterInterface change, boolean arrived) {
        for (Watch watch : watches) {
            if (watch.category.equals(change.category())) {
                watch.tell(change, arrived);
            }
        }
    }

    private static String key(String path) {
        String key = path.toLowerCase(Locale.ROOT);
        return key.startsWith("\\\\.\\") ? "\\\\?\\" + key.substring(4) : key;
    }

    /** Compared by identity: the same listener may be told twice. */
    private static final class Watch {
        private final Guid category;
        private final InterfaceListener listener;

        private Watch(Guid category, InterfaceListener listener) {
            this.category = category;
            this.listener = listener;
        }

        private void tell(FilterInterface change, boolean arrived) {
            try {
                if (arrived) {
                    listener.arrived(change);
                } else {
                    listener.removed(change);
                }
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "a listener threw when " + change.path() + " came or went", e);
            }
        }
    }

    @Override
    public String toString() {
        return content.factories.values().stream().distinct().toList().toString();
    }
}
