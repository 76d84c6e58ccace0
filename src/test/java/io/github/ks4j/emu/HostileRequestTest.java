package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Requests and parameters made by chance: each is answered with a status that means something. */
class HostileRequestTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final List<Guid> SETS = List.of(
            KSPROPERTY_PIN.SET.guid(),
            KSPROPERTY_TOPOLOGY.SET.guid(),
            KSPROPERTY_CONNECTION.SET.guid(),
            KSPROPERTY_AUDIO.SET.guid(),
            KSPROPERTY_TOPOLOGYNODE.SET.guid(),
            KSPROPERTY_JACK.SET.guid(),
            KSPROPERTY_AUDIOSIGNALPROCESSING.SET.guid(),
            KSEVENT_AUDIO_CONTROL_CHANGE.SET.guid(),
            KSEVENT_PINCAPS_CHANGENOTIFICATIONS.SET.guid(),
            VirtualAudioDevice.KSMETHODSETID_KS4J.guid(),
            Guid.NULL);
    private static final int[] OPERATIONS = {
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY,
        KSPROPERTY_TYPE.SET,
        KSPROPERTY_TYPE.SET | KSPROPERTY_TYPE.TOPOLOGY,
        KSPROPERTY_TYPE.SETSUPPORT,
        KSPROPERTY_TYPE.BASICSUPPORT,
        KSPROPERTY_TYPE.RELATIONS,
        KSPROPERTY_TYPE.DEFAULTVALUES
    };

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);

    private final Handle topology =
            driver.open(driver.enumerate(KSCATEGORY.TOPOLOGY).get(0).path(), 0);

    @AfterEach
    void close() {
        driver.close();
    }

    @RepeatedTest(4)
    void requestsByChanceAreAnswered(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Handle pin = Client.pin(filter, 0, STEREO);
        Handle node = pin.create(KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(8), 0);
        List<Handle> handles = List.of(filter, pin, node, topology);
        int[] codes = {
            IOCTL_KS.PROPERTY, IOCTL_KS.PROPERTY, IOCTL_KS.METHOD, IOCTL_KS.RESET_STATE, IOCTL_KS.ENABLE_EVENT
        };
        KsBuffer request = driver.allocate(200);
        KsBuffer reply = driver.allocate(300);
        for (int i = 0; i < 10_000; i++) {
            for (int at = 0; at < 200; at += 4) {
                request.bytes().putInt(at, random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(90));
                reply.bytes().putInt(at, random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(90));
            }
            if (random.nextInt(10) != 0) {
                SETS.get(random.nextInt(SETS.size())).write(request.bytes(), 0);
                request.bytes().putInt(16, random.nextInt(18));
                request.bytes().putInt(20, OPERATIONS[random.nextInt(OPERATIONS.length)]);
                request.bytes().putInt(24, random.nextInt(5) - 1);
            }
            int replyLength = random.nextInt(301);
            long block = handles.get(random.nextInt(handles.size()))
                    .control(
                            codes[random.nextInt(codes.length)],
                            request,
                            random.nextInt(201),
                            reply,
                            random.nextInt(5) == 0 ? 0 : replyLength);
            assertNotEquals(NtStatus.UNSUCCESSFUL, IoStatusBlock.status(block), "a handler threw");
        }
    }

    @RepeatedTest(4)
    void parametersByChanceAreRefusedOrAccepted(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ByteBuffer valid = Client.connect(0, STEREO.bytes());
        for (int i = 0; i < 10_000; i++) {
            ByteBuffer parameters = ByteBuffer.allocate(valid.capacity() + random.nextInt(64));
            parameters.put(0, valid, 0, valid.capacity());
            for (int changes = random.nextInt(6); changes > 0; changes--) {
                parameters.put(random.nextInt(parameters.capacity()), (byte) random.nextInt());
            }
            if (random.nextInt(4) == 0) {
                parameters.limit(random.nextInt(parameters.capacity()));
            }
            KsObjectType type = KsObjectType.values()[random.nextInt(KsObjectType.values().length)];
            try {
                filter.create(type, parameters, 0).close();
            } catch (KsException e) {
                assertNotEquals(NtStatus.UNSUCCESSFUL, e.status(), "the device threw");
            }
        }
        Client.pin(filter, 0, STEREO);
    }

    @Test
    void pointersToNowhereCannotBeGiven() {
        long block = filter.control(IOCTL_KS.PROPERTY, null, 0, null, 0);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, IoStatusBlock.status(block));
    }
}
