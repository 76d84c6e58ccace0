package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.KsPolicy;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDEGRADESETID;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_STREAMIO;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_QUALITY;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSFRAMETIME;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Requests made by chance to a pin that has everything: each ends once, with a status that means something. */
@Timeout(60)
class HostilePinTest {
    private static final List<KsItem> ITEMS = Stream.<List<? extends KsItem>>of(
                    KSPROPERTY_CONNECTION.ITEMS,
                    KSPROPERTY_STREAM.ITEMS,
                    KSPROPERTY_QUALITY.ITEMS,
                    KSPROPERTY_STREAMINTERFACE.ITEMS,
                    KSPROPERTY_CLOCK.ITEMS,
                    KSPROPERTY_STREAMALLOCATOR.ITEMS,
                    KSMETHOD_STREAMALLOCATOR.ITEMS,
                    KSMETHOD_STREAMIO.ITEMS,
                    KSEVENT_CONNECTION.ITEMS,
                    KSEVENT_CLOCK_POSITION.ITEMS,
                    KSEVENT_STREAMALLOCATOR.ITEMS)
            .<KsItem>flatMap(List::stream)
            .toList();
    private static final int[] CODES = {IOCTL_KS.PROPERTY, IOCTL_KS.METHOD, IOCTL_KS.ENABLE_EVENT};
    private static final int[] OPERATIONS = {
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.SET,
        KSPROPERTY_TYPE.SET,
        KSPROPERTY_TYPE.BASICSUPPORT,
        KSPROPERTY_TYPE.DEFAULTVALUES,
        4
    };

    private final Rig rig = new Rig(KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.CALLS_HANDLER), everything());

    private static EmulatedPin.Builder everything() {
        return EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                .priority()
                .acquireOrdering(false)
                .startAt()
                .clock()
                .allocator()
                .quality()
                .degradation(KSDEGRADESETID.Standard, 0)
                .timeFormat(KSTIME_FORMAT.MEDIA_TIME)
                .presentationTime()
                .presentationExtent(pin -> 1)
                .frameTime(pin -> KSFRAMETIME.LAYOUT.allocate(Abi.X64))
                .rates(rate -> rate)
                .formatChanges()
                .streamIo();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @RepeatedTest(3)
    void everyRequestEndsAndMeansSomething(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Handle pin = rig.open(0);
        Handle clock = pin.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), 0);
        Handle allocator = pin.create(
                KsObjectType.ALLOCATOR, ByteBuffer.allocate(24).put(8, (byte) 2).put(13, (byte) 1), 0);
        Handle[] objects = {pin, pin, pin, clock, allocator};
        KsBuffer in = rig.driver.allocate(128);
        KsBuffer out = rig.driver.allocate(128);
        for (int i = 0; i < 20_000; i++) {
            int inLength = random.nextInt(4) == 0 ? random.nextInt(129) : random.nextBoolean() ? 24 : 72;
            int outLength = random.nextInt(4) == 0 ? random.nextInt(129) : random.nextInt(13) * 8;
            fill(in.bytes(), random, objects);
            fill(out.bytes(), random, objects);
            KsItem item = ITEMS.get(random.nextInt(ITEMS.size()));
            in.bytes().put(0, Client.request(item, OPERATIONS[random.nextInt(OPERATIONS.length)]));
            CompletableFuture<Long> outcome = new CompletableFuture<>();
            objects[random.nextInt(objects.length)]
                    .submit(CODES[random.nextInt(CODES.length)], in, inLength, out, outLength, outcome::complete)
                    .cancel();
            assertTrue(outcome.isDone(), item.name());
            assertNotEquals(NtStatus.UNSUCCESSFUL, IoStatusBlock.status(outcome.join()), item.name());
        }
    }

    /** Mostly small numbers, and handles that there are. */
    private static void fill(ByteBuffer bytes, Random random, Handle[] objects) {
        for (int at = 0; at < bytes.capacity(); at += 4) {
            int kind = random.nextInt(8);
            bytes.putInt(at, kind == 0 ? random.nextInt() : kind == 1 ? random.nextInt(200) : random.nextInt(4));
        }
        for (int at = 0; at < bytes.capacity(); at += 8) {
            if (random.nextInt(4) == 0) {
                bytes.putLong(at, objects[random.nextInt(objects.length)].value());
            }
        }
    }
}
