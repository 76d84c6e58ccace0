package io.github.ks4j.emu;

import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsDisableEvent;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCREATE_ITEM;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSP_NODE;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A filter of a device as the driver has registered it. */
final class FilterFactory {
    private static final Int32<KSP_NODE> FLAGS = KSP_NODE.Property.then(KSPROPERTY.Flags);
    private static final int KSP_NODE_SIZE = KSP_NODE.LAYOUT.size();

    final EmulatedFilter filter;
    /** The lock of the device. */
    final Completions completions;
    /** The open pins of each factory over all instances. Guarded by the device's lock. */
    final int[] openPins;

    private final DeviceObject device;
    private final Automation automation;
    private final List<Automation> pins;
    /** Those of pins that are opened for a loop. */
    private final List<Automation> loopedPins;

    private final List<Automation> nodes;

    FilterFactory(DeviceObject device, EmulatedFilter filter) {
        this.device = device;
        this.filter = filter;
        this.completions = device.completions;
        this.openPins = new int[filter.pins.size()];
        this.automation = new Automation(
                new Sets(FilterProperties.of(filter), List.of(), JackProperties.events(filter)),
                filter.sets,
                filter.methodAllocator,
                filter.policies);
        this.pins = pins(filter, false);
        this.loopedPins = pins(filter, true);
        this.nodes = filter.nodes.stream()
                .map(node -> new Automation(Sets.NONE, node.sets(), null, filter.policies))
                .toList();
    }

    private static List<Automation> pins(EmulatedFilter filter, boolean looped) {
        return filter.pins.stream()
                .map(pin -> new Automation(PinProperties.of(pin, looped), pin.sets, null, filter.policies))
                .toList();
    }

    DeviceObject device() {
        return device;
    }

    List<FilterInterface> interfaces() {
        String instance = device.toString();
        String instanceId = instance.replace('#', '\\').toUpperCase(Locale.ROOT);
        Guid containerId = Guid.of(UUID.nameUUIDFromBytes(instanceId.getBytes(StandardCharsets.UTF_8)));
        return filter.categories.stream()
                .map(category -> new FilterInterface(
                        path(instance, category, filter.name),
                        category,
                        filter.friendlyName,
                        instanceId,
                        containerId,
                        new LinkedHashSet<>(filter.categories)))
                .toList();
    }

    /** How the filter is created: by its reference string alone. */
    KSOBJECT_CREATE_ITEM<FilterFactory> createItem() {
        return new KSOBJECT_CREATE_ITEM<>(filter.name, KSCREATE_ITEM.NOPARAMETERS, this);
    }

    /** The path of a filter under one of its categories. */
    static String path(String instance, Guid category, String filter) {
        return link(instance, category) + "\\" + filter;
    }

    /** The symbolic link to a device under a category. */
    static String link(String instance, Guid category) {
        return "\\\\?\\" + instance + "#" + category.toString().toLowerCase(Locale.ROOT);
    }

    Automation automation() {
        return automation;
    }

    Automation automation(PinInstance pin) {
        return (pin.isLooped() ? loopedPins : pins).get(pin.id());
    }

    /**
     * Handles a request by an object's own sets, or by those of the node that it is for.
     *
     * @param irp the request
     * @param own the object's sets
     * @param events the object's events
     */
    NtStatus handle(Irp irp, Automation own, EventList events) {
        if (irp.controlCode() == IOCTL_KS.DISABLE_EVENT) {
            return disable(irp, events);
        }
        NtStatus status = dispatch(irp, own, events);
        dropIfRemoved(irp, events);
        return status;
    }

    /** Handles a request to the handle of a node. */
    NtStatus handle(Irp irp, int node) {
        NtStatus status = nodes.get(node).handle(irp, nodeEvents(node));
        dropIfRemoved(irp, nodeEvents(node));
        return status;
    }

    /** An event may have been enabled while the device went, behind those who have emptied its lists. */
    private void dropIfRemoved(Irp irp, EventList events) {
        if (irp.controlCode() == IOCTL_KS.ENABLE_EVENT && device.isRemoved()) {
            free(irp.fileObject(), events);
        }
    }

    private NtStatus dispatch(Irp irp, Automation own, EventList events) {
        boolean mayBeForNode = irp.controlCode() == IOCTL_KS.PROPERTY
                || irp.controlCode() == IOCTL_KS.METHOD
                || irp.controlCode() == IOCTL_KS.ENABLE_EVENT;
        if (!mayBeForNode || Integer.compareUnsigned(irp.inputLength(), KSP_NODE_SIZE) < 0) {
            return own.handle(irp, events);
        }
        long address = irp.type3InputBuffer();
        ByteBuffer memory;
        int offset = 0;
        if (irp.requestor() instanceof AddressSpace process) {
            AddressSpace.Block block = process.find(address, KSP_NODE_SIZE);
            memory = block == null ? null : block.get();
            offset = block == null ? 0 : (int) (address - block.base);
        } else {
            // The kernel serializes a set by requests of its own.
            memory = irp.requestor().lock(address, KSP_NODE_SIZE, false);
        }
        if (memory == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        if ((FLAGS.read(Abi.X64, memory, offset) & KSPROPERTY_TYPE.TOPOLOGY) == 0) {
            return own.handle(irp, events);
        }
        int node = KSP_NODE.NodeId.read(Abi.X64, memory, offset);
        return node < 0 || node >= nodes.size()
                ? NtStatus.INVALID_PARAMETER
                : nodes.get(node).handle(irp, nodeEvents(node));
    }

    EventList nodeEvents(int node) {
        return filter.nodes.get(node).events();
    }

    /** An event that a client names by its address alone may be the object's own, or one of any node. */
    private NtStatus disable(Irp irp, EventList events) {
        NtStatus status = KsDisableEvent.handle(irp, events);
        boolean all = irp.inputLength() == 0;
        for (EmulatedNode node : filter.nodes) {
            if (all || status.equals(NtStatus.UNSUCCESSFUL)) {
                status = KsDisableEvent.handle(irp, node.events());
            }
        }
        return status;
    }

    /** Disables what a client has enabled on an object and on nodes by way of it. */
    void free(FileObject file, EventList events) {
        events.free(file);
        for (EmulatedNode node : filter.nodes) {
            node.events().free(file);
        }
    }

    /** Disables what all clients have enabled. */
    void freeAll() {
        filter.events().freeAll();
        for (EmulatedNode node : filter.nodes) {
            node.events().freeAll();
        }
    }
}
