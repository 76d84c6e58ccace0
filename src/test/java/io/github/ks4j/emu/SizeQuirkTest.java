package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Traps about sizes: what a client sees of them, byte by byte. */
@Timeout(30)
class SizeQuirkTest {
    private static final int RANGES = 8 + 88 + 88;
    private static final int VOLUME = 0;
    private static final KsItem LIST = KSPROPERTY_PIN.DATARANGES;
    private static final KsItem TEXT = KSPROPERTY_PIN.NAME;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), Client.READ_WRITE);

    @AfterEach
    void close() {
        driver.close();
    }

    private Client.Reply get(KsItem item, int length) {
        return Client.get(filter, item, length, 0, 0);
    }

    private Client.Reply support(int length) {
        int flags = KSPROPERTY_TYPE.BASICSUPPORT | KSPROPERTY_TYPE.TOPOLOGY;
        return Client.property(filter, Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, flags, VOLUME, 0, 0, 0), length);
    }

    private Client.Reply setVolume(byte[] value) {
        int flags = KSPROPERTY_TYPE.SET | KSPROPERTY_TYPE.TOPOLOGY;
        return Client.control(
                filter, IOCTL_KS.PROPERTY, Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, flags, VOLUME, 0, 0, 0), value);
    }

    @Test
    @Shows(Quirk.SIZE_QUERY_WITHOUT_SIZE)
    void theSizeOfAListIsRefusedAndFourBytesTellIt() {
        driver.quirks().add(Quirk.SIZE_QUERY_WITHOUT_SIZE);
        get(LIST, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
        assertEquals(RANGES, get(LIST, 4).ulong());
        get(LIST, RANGES).is(NtStatus.SUCCESS, RANGES);
    }

    @Test
    @Shows(Quirk.SIZE_QUERY_SUCCEEDS_WITH_ZERO)
    void theSizeOfAListIsZero() {
        driver.quirks().add(Quirk.SIZE_QUERY_SUCCEEDS_WITH_ZERO);
        get(LIST, 0).is(NtStatus.SUCCESS, 0);
        assertEquals(RANGES, get(LIST, 4).ulong());
    }

    @ParameterizedTest
    @EnumSource(names = {"SIZE_QUERY_WITHOUT_SIZE", "SIZE_QUERY_SUCCEEDS_WITH_ZERO", "LIST_GROWS"})
    void whatIsNoListTellsItsSize(Quirk quirk) {
        int size = get(TEXT, 0).is(NtStatus.BUFFER_OVERFLOW).information();
        driver.quirks().add(quirk);
        get(TEXT, 0).is(NtStatus.BUFFER_OVERFLOW, size);
        get(TEXT, size - 2).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    @Shows(Quirk.SIZE_QUERY_TOO_SMALL)
    void theSizeOfAnyValueComesWithTooSmall() {
        int size = get(TEXT, 0).information();
        driver.quirks().add(Quirk.SIZE_QUERY_TOO_SMALL);
        get(LIST, 0).is(NtStatus.BUFFER_TOO_SMALL, RANGES);
        get(TEXT, 0).is(NtStatus.BUFFER_TOO_SMALL, size);
    }

    @Test
    @Shows(Quirk.SIZE_QUERY_SUCCEEDS)
    void theSizeOfAnyValueComesWithSuccess() {
        int size = get(TEXT, 0).information();
        driver.quirks().add(Quirk.SIZE_QUERY_SUCCEEDS);
        get(LIST, 0).is(NtStatus.SUCCESS, RANGES);
        get(TEXT, 0).is(NtStatus.SUCCESS, size);
    }

    @Test
    @Shows(Quirk.LIST_GROWS)
    void aListIsLongerThanItWasSaidToBe() {
        driver.quirks().add(Quirk.LIST_GROWS);
        get(LIST, 0).is(NtStatus.BUFFER_OVERFLOW, RANGES - 16);
        get(LIST, RANGES - 16).is(NtStatus.BUFFER_OVERFLOW, RANGES);
        get(LIST, RANGES).is(NtStatus.SUCCESS, RANGES);
    }

    @Test
    void aFailureIsToldAsItIs() {
        driver.quirks().add(Quirk.values());
        Client.get(filter, LIST, 0, 99, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    @Shows(Quirk.SUPPORT_KNOWS_FLAGS_ALONE)
    void basicSupportGivesFourBytesWhateverTheRoom() {
        int flags = support(4).ulong();
        driver.quirks().add(Quirk.SUPPORT_KNOWS_FLAGS_ALONE);
        assertEquals(flags, support(40).ulong());
        support(0).is(NtStatus.BUFFER_OVERFLOW);
    }

    @Test
    @Shows(Quirk.SUPPORT_OVERSTATES_SIZE)
    void aDescriptionClaimsMoreThanItHas() {
        int size = support(40).is(NtStatus.SUCCESS, 40).data().getInt(4);
        driver.quirks().add(Quirk.SUPPORT_OVERSTATES_SIZE);
        assertEquals(size + 16, support(40).is(NtStatus.SUCCESS, 40).data().getInt(4));
        support(size + 16).is(NtStatus.SUCCESS, size);
    }

    @Test
    @Shows(Quirk.NODE_SET_WANTS_16_BYTES)
    void aNodesValueIsTakenFromSixteenBytesOnly() {
        driver.quirks().add(Quirk.NODE_SET_WANTS_16_BYTES);
        byte[] value = Client.ints(-65536);
        setVolume(value).is(NtStatus.BUFFER_TOO_SMALL, 0);
        setVolume(Arrays.copyOf(value, 16)).is(NtStatus.SUCCESS);
        int flags = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY;
        byte[] request = Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, flags, VOLUME, 0, 0, 0);
        assertEquals(-65536, Client.property(filter, request, 4).ulong());
    }

    @Test
    void aNodesLongerValueComesWhole() {
        AtomicInteger length = new AtomicInteger();
        driver.plug(EmulatedDevice.of(
                "equalizer",
                EmulatedFilter.named("f")
                        .categories(KSCATEGORY.MIXER)
                        .node(EmulatedNode.of(
                                KSNODETYPE.EQUALIZER,
                                null,
                                PropertySet.of(KSPROPERTY_AUDIO.SET)
                                        .item(KSPROPERTY_AUDIO.EQ_LEVEL.id())
                                        .set((irp, request, data) -> {
                                            length.set(data.limit());
                                            return NtStatus.SUCCESS;
                                        })
                                        .build()))
                        .build()));
        driver.quirks().add(Quirk.NODE_SET_WANTS_16_BYTES);
        Handle equalizer = driver.open(driver.enumerate(KSCATEGORY.MIXER).get(0).path(), 0);
        byte[] request =
                Client.request(KSPROPERTY_AUDIO.EQ_LEVEL, KSPROPERTY_TYPE.SET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0, 0, 0);
        Client.control(equalizer, IOCTL_KS.PROPERTY, request, new byte[40]).is(NtStatus.SUCCESS);
        assertEquals(40, length.get());
    }

    @Test
    void whatDoesNotFitLeavesTheClientsBufferAlone() {
        driver.quirks().add(Quirk.SIZE_QUERY_TOO_SMALL, Quirk.RANGE_WITHOUT_AUDIO);
        byte[] request = Client.request(LIST, KSPROPERTY_TYPE.GET, 0, 0);
        byte[] before = new byte[100];
        Arrays.fill(before, (byte) 0x55);
        Client.Reply reply = Client.control(filter, IOCTL_KS.PROPERTY, request, before);
        reply.is(NtStatus.BUFFER_TOO_SMALL, 0);
        assertArrayEquals(before, reply.data().array());
        assertTrue(get(LIST, 0).information() > RANGES);
    }
}
