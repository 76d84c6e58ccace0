package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.struct.Guid;
import java.util.List;

/** Random calls of methods. */
final class MethodGenerator {
    private static final Guid UNKNOWN = new Guid(1, 2);

    private final Dice dice;

    MethodGenerator(Dice dice) {
        this.dice = dice;
    }

    /** Allocators are asked for frames, and given frames back, theirs or not. */
    private Step frame() {
        boolean alloc = dice.chance(60);
        boolean asks = dice.chance(10);
        KsMethod method = alloc ? KSMETHOD_STREAMALLOCATOR.ALLOC : KSMETHOD_STREAMALLOCATOR.FREE;
        byte[] head = head(
                method.set().guid(),
                dice.chance(95) ? method.id() : dice.oneOf(2, 77, -1),
                asks ? KSMETHOD_TYPE.BASICSUPPORT : KSMETHOD_TYPE.SEND);
        byte[] bytes = new byte[16];
        Payload data = alloc || asks || dice.chance(10)
                ? Payload.of(bytes)
                : new Payload(bytes, List.of(new Payload.Link(0, Payload.Kind.FRAME, dice.below(16))));
        return new Step.Call(
                Step.Target.ALLOCATOR,
                IOCTL_KS.METHOD,
                Payload.of(head).truncated(dice.chance(95) ? 24 : dice.oneOf(0, 23)),
                data.truncated(dice.chance(80) ? 8 : dice.oneOf(0, 4, 7, 9, 16)),
                -1,
                false);
    }

    Step method(Step.Target target) {
        if (target == Step.Target.ALLOCATOR && dice.chance(90)) {
            return frame();
        }
        int number = dice.below(100);
        Guid set = number < 92 ? StubFilter.METHODS : number < 96 ? Guid.NULL : UNKNOWN;
        int operation = dice.below(100);
        int flags = operation < 80
                ? KSMETHOD_TYPE.SEND
                : operation < 96
                        ? dice.oneOf(KSMETHOD_TYPE.BASICSUPPORT, KSMETHOD_TYPE.SETSUPPORT)
                        : dice.oneOf(0, 2, 3, 0x301, 0x80, -1);
        int id = dice.chance(93) ? dice.between(StubFilter.NOTHING, StubFilter.TRIGGER) : dice.oneOf(0, 8, -1);
        boolean node = dice.chance(3);
        byte[] head = head(set, id, node ? flags | KSMETHOD_TYPE.TOPOLOGY : flags, dice.below(3), 0);
        int requestLength = dice.chance(95) ? node ? 32 : 24 : dice.oneOf(0, 23, 24, 31, 32);
        byte[] data = dice.bytes(dice.chance(85) ? dice.oneOf(4, 16, 40) : dice.below(64));
        if (id == StubFilter.TRIGGER && data.length >= 4) {
            System.arraycopy(ints(dice.between(0, 4)), 0, data, 0, 4);
        }
        if (dice.chance(5)) {
            data = new byte[0];
        }
        return new Step.Call(
                target, IOCTL_KS.METHOD, Payload.of(head).truncated(requestLength), Payload.of(data), -1, false);
    }
}
