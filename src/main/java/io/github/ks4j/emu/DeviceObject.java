package io.github.ks4j.emu;

import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsTimeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A device as it is plugged in, from its arrival to its removal. */
final class DeviceObject {
    final EmulatedDevice device;
    final KsTimeSource time;
    /** The lock of the device. */
    final Completions completions = new Completions();

    private final String instance;
    private final List<FilterFactory> factories;
    /** The open pins. Guarded by the device's lock. */
    private final Set<PinInstance> pins = new LinkedHashSet<>();
    /** The open allocators. Guarded by the device's lock. */
    private final Set<AllocatorObject> allocators = new LinkedHashSet<>();

    private volatile boolean removed;

    DeviceObject(EmulatedDevice device, KsTimeSource time) {
        this.device = device;
        this.time = time;
        this.instance = Objects.requireNonNull(device.instance(), "instance");
        if (instance.indexOf('\\') >= 0 || instance.indexOf('{') >= 0 || instance.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    instance + " has a backslash, a brace or a NUL: its paths would lead nowhere");
        }
        this.factories = device.filters().stream()
                .map(filter -> new FilterFactory(this, filter))
                .toList();
        Set<String> names = new HashSet<>();
        for (FilterFactory factory : factories) {
            if (!names.add(factory.filter.name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two filters of " + this + " have the name " + factory.filter.name);
            }
        }
    }

    List<EmulatedFilter> filters() {
        return factories.stream().map(factory -> factory.filter).toList();
    }

    /** The symbolic links to the device: one for each category that any of its filters has. */
    Set<String> links() {
        return factories.stream()
                .flatMap(factory -> factory.filter.categories.stream())
                .map(category -> FilterFactory.link(toString(), category))
                .collect(Collectors.toSet());
    }

    /** What can be opened: all filters, whichever link leads here. */
    List<KSOBJECT_CREATE_ITEM<FilterFactory>> createItems() {
        return factories.stream().map(FilterFactory::createItem).toList();
    }

    List<FilterInterface> interfaces() {
        List<FilterInterface> all = new ArrayList<>();
        factories.forEach(factory -> all.addAll(factory.interfaces()));
        return all;
    }

    /** Whether the device has been removed: what is still open answers that it is gone. */
    boolean isRemoved() {
        return removed;
    }

    /**
     * IRP_MN_SURPRISE_REMOVAL: ends whatever the pins have under way, in the order in which they were opened. The events
     * end too: their lists are the device's, who may come back.
     */
    void remove() {
        List<AllocatorObject> left = new ArrayList<>();
        completions.locked(() -> {
            removed = true;
            for (PinInstance pin : List.copyOf(pins)) {
                pin.remove();
            }
            left.addAll(allocators);
        });
        // Without the lock, since this completes requests.
        left.forEach(AllocatorObject::remove);
        factories.forEach(FilterFactory::freeAll);
    }

    void opened(PinInstance pin) {
        pins.add(pin);
    }

    void closed(PinInstance pin) {
        pins.remove(pin);
    }

    /** Takes notice of an allocator; false if the device has gone. */
    boolean opened(AllocatorObject allocator) {
        return completions.locked(() -> !removed && allocators.add(allocator));
    }

    void closed(AllocatorObject allocator) {
        completions.locked(() -> {
            allocators.remove(allocator);
        });
    }

    @Override
    public String toString() {
        return instance;
    }
}
