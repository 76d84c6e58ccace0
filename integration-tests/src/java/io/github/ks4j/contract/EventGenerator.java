package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.struct.Guid;
import java.util.List;

/** Random requests for events. Events are enabled with any of a few data, so that their addresses meet again. */
final class EventGenerator {
    private static final int KSEVENTDATA_SIZE = 32;

    private final Dice dice;

    EventGenerator(Dice dice) {
        this.dice = dice;
    }

    Step enable(Step.Target target) {
        int event = dice.below(StubHost.EVENTS);
        int operation = dice.below(100);
        int flags = operation < 45
                ? KSEVENT_TYPE.ENABLE
                : operation < 65
                        ? KSEVENT_TYPE.ONESHOT
                        : operation < 75
                                ? KSEVENT_TYPE.ENABLEBUFFERED
                                : operation < 85
                                        ? KSEVENT_TYPE.QUERYBUFFER
                                        : dice.oneOf(
                                                KSEVENT_TYPE.SETSUPPORT, KSEVENT_TYPE.BASICSUPPORT, 0, 3, 5, 0x80, -1);
        // QUERYBUFFER has the address of the data where others have the node, and addresses are the hosts' own.
        boolean node =
                flags != KSEVENT_TYPE.QUERYBUFFER && (target == Step.Target.FILTER && dice.chance(5) || dice.chance(2));
        Guid set = set(target);
        int id = id(target, set);
        byte[] request = head(
                set, id, node ? flags | KSEVENT_TYPE.TOPOLOGY : flags, node ? dice.below(3) : dice.below(2), 0, 0, 0);
        Payload whole = flags == KSEVENT_TYPE.QUERYBUFFER
                ? new Payload(
                        request, List.of(new Payload.Link(24, Payload.Kind.EVENT_DATA, dice.below(StubHost.EVENTS))))
                : Payload.of(request);
        int length = flags == KSEVENT_TYPE.QUERYBUFFER || node ? whole.length() : 24;
        int sent = dice.chance(92) ? length : dice.oneOf(0, 4, 23, 24, 31, 32, 40);
        return new Step.Call(target, IOCTL_KS.ENABLE_EVENT, whole.truncated(sent), data(), event, false);
    }

    /** Pins of the emulation have more events in the set of their own than the stub's, which are left alone. */
    private Guid set(Step.Target target) {
        int number = dice.below(100);
        if (number < 5) {
            return Guid.NULL;
        }
        if (number < 10) {
            return new Guid(1, 2);
        }
        if (target == Step.Target.ALLOCATOR && number < 90) {
            return KSEVENT_STREAMALLOCATOR.SET.guid();
        }
        boolean own = number < 95;
        return (target == Step.Target.SINK) == own ? KSEVENT_CONNECTION.SET.guid() : StubFilter.EVENTS;
    }

    private int id(Step.Target target, Guid set) {
        if (set.equals(KSEVENT_STREAMALLOCATOR.SET.guid())) {
            return dice.chance(85) ? KSEVENT_STREAMALLOCATOR.FREEFRAME.id() : dice.oneOf(0, 2, -1);
        }
        if (set.equals(KSEVENT_CONNECTION.SET.guid())) {
            return target == Step.Target.SOURCE || dice.chance(5) ? 77 : KSEVENT_CONNECTION.ENDOFSTREAM.id();
        }
        return dice.chance(93) ? dice.between(StubFilter.LEVELCHANGED, StubFilter.THRESHOLD) : dice.oneOf(0, 4, -1);
    }

    private Payload data() {
        int type = dice.chance(92)
                ? KSEVENTF.EVENT_HANDLE
                : dice.oneOf(0, KSEVENTF.SEMAPHORE_HANDLE, 3, KSEVENTF.EVENT_OBJECT, KSEVENTF.DPC, 0x20, 0x80, -1);
        byte[] bytes = ints(type, 0, 0, 0, 0, 0, 0, 0, 20 * dice.between(-5, 5), 0, 0, 0);
        Payload data;
        if (dice.chance(95)) {
            data = new Payload(bytes, List.of(new Payload.Link(8, Payload.Kind.SIGNAL, dice.below(StubHost.SIGNALS))));
        } else if (dice.chance(50)) {
            data = new Payload(bytes, List.of(new Payload.Link(8, Payload.Kind.FILTER, 0)));
        } else {
            data = Payload.of(bytes);
        }
        return data.truncated(
                dice.chance(75) ? KSEVENTDATA_SIZE + 8 : dice.oneOf(0, 1, 31, KSEVENTDATA_SIZE, 36, 39, 41, 48));
    }

    Step disable(Step.Target target) {
        if (dice.chance(5)) {
            return new Step.Call(target, IOCTL_KS.DISABLE_EVENT, Payload.NONE, Payload.NONE, -1, false);
        }
        int length = dice.chance(92) ? KSEVENTDATA_SIZE : dice.oneOf(1, 16, 31, 33, StubHost.EVENT_DATA_SIZE);
        return new Step.Call(
                target,
                IOCTL_KS.DISABLE_EVENT,
                Payload.of(new byte[length]),
                Payload.NONE,
                dice.below(StubHost.EVENTS),
                false);
    }
}
