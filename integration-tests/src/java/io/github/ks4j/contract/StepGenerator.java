package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Random clients of the stub filter: most of what they do makes sense, and much is just a little wrong. */
final class StepGenerator {
    private static final Abi ABI = Abi.X64;
    private static final List<DataFormat> FORMATS = List.of(
            StubPin.FORMAT,
            DataFormat.of(WaveFormat.pcm(8_000, 16, 1)),
            DataFormat.of(WaveFormat.pcm(192_000, 16, 2)),
            DataFormat.extensible(WaveFormat.pcm(48_000, 24, 2)),
            DataFormat.of(WaveFormat.ieeeFloat(48_000, 2)));

    private final Dice dice;
    private final PropertyGenerator properties;
    private final MethodGenerator methods;
    private final EventGenerator events;
    private final StreamGenerator streams;

    private StepGenerator(long seed) {
        dice = new Dice(seed);
        properties = new PropertyGenerator(dice);
        methods = new MethodGenerator(dice);
        events = new EventGenerator(dice);
        streams = new StreamGenerator(dice);
    }

    /** One life of an open filter. */
    static List<Step> life(long seed) {
        StepGenerator generator = new StepGenerator(seed);
        int steps = generator.dice.oneOf(20, 100, 200, 200, 500);
        List<Step> life = new ArrayList<>();
        generator.open(life);
        while (life.size() < steps) {
            life.add(generator.next());
        }
        return life;
    }

    private void open(List<Step> life) {
        if (dice.chance(80)) {
            life.add(new Step.Create(KsObjectType.PIN, connect(StubFilter.SINK_PIN)));
        }
        if (dice.chance(80)) {
            life.add(new Step.Create(KsObjectType.PIN, connect(StubFilter.SOURCE_PIN)));
        }
        if (dice.chance(60)) {
            life.add(new Step.Create(KsObjectType.TOPOLOGY_NODE, Payload.of(ints(0, StubFilter.VOLUME_NODE))));
        }
        if (dice.chance(60)) {
            life.add(new Step.Create(KsObjectType.TOPOLOGY_NODE, Payload.of(ints(0, StubFilter.MUTE_NODE))));
        }
        if (dice.chance(50)) {
            life.add(new Step.Create(KsObjectType.CLOCK, Payload.of(ints(0))));
        }
        if (dice.chance(60)) {
            life.add(new Step.Create(KsObjectType.ALLOCATOR, framing()));
        }
    }

    private Step next() {
        Step.Target target = target();
        int kind = dice.below(1000);
        if (kind < 480) {
            return properties.property(target);
        } else if (kind < 600) {
            return methods.method(target);
        } else if (kind < 700) {
            return events.enable(target);
        } else if (kind < 750) {
            return events.disable(target);
        } else if (kind < 900) {
            return streams.stream(dice.chance(95) ? pin() : target);
        } else if (kind < 925) {
            return reset(dice.chance(80) ? pin() : target);
        } else if (kind < 935) {
            return another(target);
        } else if (kind < 960) {
            return create();
        } else if (kind < 968) {
            return new Step.Close(dice.chance(50) ? pin() : dice.chance(50) ? Step.Target.VOLUME : Step.Target.MUTE);
        } else if (kind < 980) {
            return new Step.Cancel(dice.below(8));
        }
        return new Step.Look(dice.below(StubHost.SIGNALS));
    }

    private Step.Target target() {
        int number = dice.below(100);
        return number < 55
                ? Step.Target.FILTER
                : number < 80
                        ? pin()
                        : number < 86
                                ? Step.Target.VOLUME
                                : number < 90
                                        ? Step.Target.MUTE
                                        : number < 93 ? Step.Target.CLOCK : Step.Target.ALLOCATOR;
    }

    private Step.Target pin() {
        return dice.chance(50) ? Step.Target.SINK : Step.Target.SOURCE;
    }

    private Step reset(Step.Target target) {
        int value = dice.chance(60) ? KSRESET.END.value() : dice.oneOf(0, 0, 1, 2, -1);
        Payload request = Payload.of(ints(value, 0)).truncated(dice.chance(85) ? 4 : dice.oneOf(0, 1, 3, 8));
        return new Step.Call(target, IOCTL_KS.RESET_STATE, request, Payload.NONE, -1, false);
    }

    private Step another(Step.Target target) {
        int code = dice.oneOf(IOCTL_KS.HANDSHAKE, 0x002F0023, 0x002F0027, 0x002F4013, 0x002FC003, 0x0022000B);
        return new Step.Call(
                target,
                code,
                Payload.of(dice.bytes(dice.oneOf(0, 24, 32))),
                Payload.of(dice.bytes(dice.oneOf(0, 4, 32))),
                -1,
                false);
    }

    private Step create() {
        if (dice.chance(40)) {
            int node = dice.chance(70) ? dice.below(2) : dice.oneOf(2, 3, 0x7FFFFFFF, 0x80000000);
            return new Step.Create(KsObjectType.TOPOLOGY_NODE, Payload.of(ints(dice.chance(85) ? 0 : 1, node)));
        }
        if (dice.chance(20)) {
            return new Step.Create(KsObjectType.CLOCK, Payload.of(ints(dice.chance(80) ? 0 : dice.oneOf(1, -1))));
        }
        if (dice.chance(30)) {
            return new Step.Create(KsObjectType.ALLOCATOR, framing());
        }
        return new Step.Create(
                KsObjectType.PIN, connect(dice.chance(85) ? 2 * dice.below(2) : dice.oneOf(1, 3, 4, -1, 0x7FFFFFFF)));
    }

    /** Of as many frames as are wanted, so that nobody waits for one. */
    private Payload framing() {
        return Payload.of(ints(
                dice.chance(90) ? dice.between(0, 3) : dice.oneOf(4, 8, -1),
                dice.below(2),
                0,
                dice.chance(90) ? dice.between(1, 5000) : dice.oneOf(0, 0x10000001, 0x7FFFFFFF, -1),
                dice.chance(90) ? dice.oneOf(0, 1, 3, 0x1FF, 0xFFF) : dice.oneOf(2, 0x1000, 0x1FFF, -1),
                dice.below(2)));
    }

    private Payload connect(int pin) {
        DataFormat format = dice.chance(80) ? FORMATS.get(dice.below(2)) : dice.oneOf(FORMATS);
        int size = KSPIN_CONNECT.LAYOUT.size(ABI);
        int length = size + format.size() + (dice.chance(90) ? 0 : dice.between(1, 40));
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.at(ABI, bytes, 0).set(KSPIN_CONNECT.PinId, pin);
        connect.get(KSPIN_CONNECT.Interface)
                .set(KSIDENTIFIER.Set, dice.chance(95) ? KSINTERFACESETID.Standard : KSINTERFACESETID.Media)
                .set(KSIDENTIFIER.Id, dice.chance(95) ? 0 : dice.oneOf(1, 2, -1))
                .set(KSIDENTIFIER.Flags, dice.chance(95) ? 0 : 1);
        connect.get(KSPIN_CONNECT.Medium)
                .set(KSIDENTIFIER.Set, dice.chance(95) ? KSMEDIUMSETID.Standard : KSMEDIUMSETID.MidiBus)
                .set(KSIDENTIFIER.Id, dice.chance(97) ? 0 : 1);
        format.write(bytes, size);
        int formatSize = dice.chance(96) ? length - size : dice.oneOf(0, 63, 64, length - size + 1, -1);
        KSDATAFORMAT head = KSDATAFORMAT.LAYOUT.at(ABI, bytes, size).set(KSDATAFORMAT.FormatSize, formatSize);
        if (dice.chance(5)) {
            head.set(KSDATAFORMAT.SubFormat, KSDATAFORMAT_SUBTYPE.ANALOG);
        }
        return dice.chance(97)
                ? Payload.of(bytes.array())
                : new Payload(bytes.array(), List.of(new Payload.Link(56, Payload.Kind.FILTER, 0)));
    }
}
