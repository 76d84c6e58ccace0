package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.struct.Guid;

/** Random calls of methods. */
final class MethodGenerator {
    private static final Guid UNKNOWN = new Guid(1, 2);

    private final Dice dice;

    MethodGenerator(Dice dice) {
        this.dice = dice;
    }

    Step method(Step.Target target) {
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
