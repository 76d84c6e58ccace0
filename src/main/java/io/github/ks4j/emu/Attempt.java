package io.github.ks4j.emu;

import io.github.ks4j.kernel.Irp;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSP_NODE;
import io.github.ks4j.struct.KSP_PIN;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a client sets out to do, as far as one can tell before the driver has looked at it.
 *
 * @param operation what
 * @param controlCode the control code; 0 if this is no request
 * @param set the set; null if there is none
 * @param id the item, if there is a set
 * @param flags the flags, if there is a set
 * @param node the node that a request to another object is meant for; {@link Target#NO_ID} if none
 * @param pin the pin factory that a request to a filter asks about; {@link Target#NO_ID} if none
 * @param inputLength the length of the request structure, or of the parameters of a creation; unsigned
 * @param outputLength the length of the data, unsigned
 * @param target the object, or the one to be created
 * @param name the object, or the one that it is created below; for an open the path
 * @param handle the handle's value; 0 for an open
 * @param factory the filter; null if the path leads to none
 */
record Attempt(
        Operation operation,
        int controlCode,
        Guid set,
        int id,
        int flags,
        int node,
        int pin,
        int inputLength,
        int outputLength,
        Target target,
        String name,
        long handle,
        FilterFactory factory) {
    private static final int HEAD = KSPROPERTY.LAYOUT.size();
    /** The sets whose requests name a pin factory behind their head, where others name a node. */
    private static final Set<Guid> ABOUT_PINS = Set.of(
            KSPROPERTY_PIN.SET.guid(),
            KSPROPERTY_JACK.SET.guid(),
            KSPROPERTY_AUDIOSIGNALPROCESSING.SET.guid(),
            KSEVENT_PINCAPS_CHANGENOTIFICATIONS.SET.guid());

    static Attempt request(EmulatedHandle handle, Irp irp) {
        int code = irp.controlCode();
        ByteBuffer head = hasHead(code) ? head(irp) : null;
        int flags = head == null ? 0 : KSPROPERTY.Flags.read(Abi.X64, head, 0);
        Guid set = head == null ? null : Guid.read(head, 0);
        boolean namesMore = head != null && head.capacity() == KSP_NODE.LAYOUT.size();
        boolean isForNode = namesMore && (flags & KSPROPERTY_TYPE.TOPOLOGY) != 0;
        boolean isAboutPin = namesMore && !isForNode && ABOUT_PINS.contains(set);
        return new Attempt(
                head == null ? Operation.of(code) : Operation.of(code, flags),
                code,
                set,
                head == null ? 0 : KSPROPERTY.Id.read(Abi.X64, head, 0),
                flags,
                isForNode ? KSP_NODE.NodeId.read(Abi.X64, head, 0) : Target.NO_ID,
                isAboutPin ? KSP_PIN.PinId.read(Abi.X64, head, 0) : Target.NO_ID,
                irp.inputLength(),
                irp.outputLength(),
                handle.target(),
                handle.name(),
                handle.value(),
                handle.object().filter().factory());
    }

    static Attempt open(String path, FilterFactory factory) {
        return other(Operation.OPEN, 0, Target.FILTER, path, 0, factory);
    }

    static Attempt create(EmulatedHandle parent, Target target, int parameters) {
        return other(
                Operation.CREATE,
                parameters,
                target,
                parent.name(),
                parent.value(),
                parent.object().filter().factory());
    }

    static Attempt close(EmulatedHandle handle) {
        return other(
                Operation.CLOSE,
                0,
                handle.target(),
                handle.name(),
                handle.value(),
                handle.object().filter().factory());
    }

    static Attempt removal(String device) {
        return other(Operation.REMOVAL, 0, Target.FILTER, device, 0, null);
    }

    private static Attempt other(
            Operation operation, int length, Target target, String name, long handle, FilterFactory factory) {
        return new Attempt(
                operation, 0, null, 0, 0, Target.NO_ID, Target.NO_ID, length, 0, target, name, handle, factory);
    }

    private static boolean hasHead(int code) {
        return code == IOCTL_KS.PROPERTY || code == IOCTL_KS.METHOD || code == IOCTL_KS.ENABLE_EVENT;
    }

    /** A copy of the head, with the node id if the request is long enough for one; null if there is none. */
    private static ByteBuffer head(Irp irp) {
        boolean mayHaveNode = Integer.compareUnsigned(irp.inputLength(), KSP_NODE.LAYOUT.size()) >= 0;
        int size = mayHaveNode ? KSP_NODE.LAYOUT.size() : HEAD;
        ByteBuffer head = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        boolean isThere = Integer.compareUnsigned(irp.inputLength(), HEAD) >= 0
                && irp.requestor().read(irp.type3InputBuffer(), head, 0, size).isSuccess();
        return isThere ? head : null;
    }

    /** Whether this is a request for an item. */
    boolean isFor(KsItem item) {
        return id == item.id() && controlCode == ControlCode.of(item) && isFor(item.set());
    }

    /** Whether this is a request for an item of a set. */
    boolean isFor(KsSet wanted) {
        return wanted.guid().equals(set);
    }

    /** Whether the object's name, or its filter's for people, has a part, which is in lower case. */
    boolean isNamed(String part) {
        return name.toLowerCase(Locale.ROOT).contains(part)
                || factory != null
                        && factory.filter.friendlyName.toLowerCase(Locale.ROOT).contains(part);
    }

    /** Whether this is done to an object of a kind, or asks about the pin factory of an id; -1 stands for any id. */
    boolean isTo(Target.Kind kind, int wanted) {
        boolean toObject = target.kind() == kind && (wanted == Target.NO_ID || target.id() == wanted);
        boolean toNode = kind == Target.Kind.NODE && node != Target.NO_ID && (wanted == Target.NO_ID || node == wanted);
        boolean aboutPin = kind == Target.Kind.PIN && wanted != Target.NO_ID && pin == wanted;
        return toObject || toNode || aboutPin;
    }
}
