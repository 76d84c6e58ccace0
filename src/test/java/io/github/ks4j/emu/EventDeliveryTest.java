package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of emulated devices on their way to clients. */
@Timeout(30)
class EventDeliveryTest {
    private static final KsSet SET = KsSet.of("TEST", "{4B53344A-0000-0000-8003-000000000001}");
    private static final KsEvent CHANGED = new KsEvent(SET, 3, "CHANGED", "");

    private final EventSet events = EventSet.of(SET).item(CHANGED.id()).build();
    private final AtomicReference<PinInstance> opened = new AtomicReference<>();
    private final EmulatedNode node = EmulatedNode.of(KSNODETYPE.VOLUME, "node", List.of(), List.of(), List.of(events));
    private final EmulatedNode otherNode =
            EmulatedNode.of(KSNODETYPE.MUTE, "other node", List.of(), List.of(), List.of(events));
    private final EmulatedFilter description = EmulatedFilter.named("f")
            .categories(KSCATEGORY.AUDIO)
            .events(events)
            .node(node)
            .node(otherNode)
            .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                    .ranges(DataRange.of(
                            KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.PCM, KSDATAFORMAT_SPECIFIER.NONE))
                    .events(events)
                    .streaming(pin -> {
                        opened.set(pin);
                        return PinDispatch.NONE;
                    })
                    .build())
            .build();
    private final EmulatedDevice device = EmulatedDevice.of("dev", description);
    private final EmulatedDriver driver = EmulatedDriver.of(device);
    private final Handle filter = open();

    private Handle open() {
        return driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle openPin() {
        ByteBuffer format =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 64);
        KSDATAFORMAT_TYPE.AUDIO.write(format, 16);
        KSDATAFORMAT_SUBTYPE.PCM.write(format, 32);
        KSDATAFORMAT_SPECIFIER.NONE.write(format, 48);
        return Client.pin(filter, 0, DataFormat.of(format.array()));
    }

    private void changed() {
        description.events().generate(SET.guid(), CHANGED.id());
    }

    @Test
    void anEventOfAFilterIsHeard() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(filter);
        changed();
        assertTrue(client.heard());
    }

    @Test
    void anEventOfAFilterIsHeardThroughAllItsInstances() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(open());
        changed();
        assertTrue(client.heard());
    }

    @Test
    void anEventThatIsDisabledIsNotHeard() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(filter);
        assertEquals(NtStatus.SUCCESS, client.disable(filter));
        changed();
        assertFalse(client.heard());
    }

    @Test
    void anEventIsNotDisabledThroughAnotherHandle() {
        Registration client = new Registration(driver, CHANGED).on(filter);
        assertEquals(NtStatus.UNSUCCESSFUL, client.disable(open()));
    }

    @Test
    void anEventOfANodeIsNotHeardOfOthers() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).onNode(filter, 0);
        otherNode.events().generate(SET.guid(), CHANGED.id());
        changed();
        assertFalse(client.heard());
    }

    @Test
    void anEventOfANodeIsHeard() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).onNode(filter, 1);
        otherNode.events().generate(SET.guid(), CHANGED.id());
        assertTrue(client.heard());
    }

    @Test
    void anEventOfANodeIsDisabledByItsAddressAlone() {
        Registration client = new Registration(driver, CHANGED).onNode(filter, 1);
        assertEquals(NtStatus.SUCCESS, client.disable(filter));
    }

    @Test
    void anEventOfANodeIsHeardThroughTheNodesHandle() throws InterruptedException {
        ByteBuffer parameters =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 1);
        Registration client =
                new Registration(driver, CHANGED).on(filter.create(KsObjectType.TOPOLOGY_NODE, parameters, 0));
        otherNode.events().generate(SET.guid(), CHANGED.id());
        assertTrue(client.heard());
    }

    @Test
    void anEventOfAPinIsHeard() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(openPin());
        opened.get().events().generate(SET.guid(), CHANGED.id());
        assertTrue(client.heard());
    }

    @Test
    void anEventOfAPinIsNotHeardOfOtherPins() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(openPin());
        openPin();
        opened.get().events().generate(SET.guid(), CHANGED.id());
        assertFalse(client.heard());
    }

    @Test
    void anEmptyRequestDisablesAllEventsOfTheHandle() throws InterruptedException {
        Registration client = new Registration(driver, CHANGED).on(filter);
        Registration ofNode = new Registration(driver, CHANGED).onNode(filter, 0);
        assertEquals(NtStatus.SUCCESS, IoStatusBlock.status(filter.control(IOCTL_KS.DISABLE_EVENT, null, 0, null, 0)));
        changed();
        node.events().generate(SET.guid(), CHANGED.id());
        assertFalse(client.heard() || ofNode.heard());
    }

    @Test
    void closingAHandleDisablesItsEvents() throws InterruptedException {
        Handle other = open();
        Registration client = new Registration(driver, CHANGED).on(other);
        Registration ofNode = new Registration(driver, CHANGED).onNode(other, 0);
        other.close();
        changed();
        node.events().generate(SET.guid(), CHANGED.id());
        assertFalse(client.heard() || ofNode.heard());
    }

    @Test
    void anEventThatSignalsNothingIsRefused() {
        Registration client = new Registration(driver, CHANGED);
        client.signal.close();
        assertEquals(NtStatus.INVALID_HANDLE, client.enable(filter, KSEVENT_TYPE.ENABLE));
    }

    @Test
    void aHandleOfAnotherTypeIsRefused() {
        Registration client = new Registration(driver, CHANGED);
        client.data.bytes().putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, filter.value());
        byte[] request = Client.request(CHANGED, KSEVENT_TYPE.ENABLE);
        try (KsBuffer in = driver.allocate(request.length)) {
            in.bytes().put(0, request);
            long block = filter.control(IOCTL_KS.ENABLE_EVENT, in, request.length, client.data, 32);
            assertEquals(NtStatus.OBJECT_TYPE_MISMATCH, IoStatusBlock.status(block));
        }
    }

    @Test
    void aSignalThatIsClosedCanStillBeGiven() {
        Registration client = new Registration(driver, CHANGED).on(filter);
        client.signal.close();
        changed();
        assertEquals(NtStatus.SUCCESS, client.disable(filter));
    }

    @Test
    void anUnknownEventSetIsNotFound() {
        assertEquals(
                NtStatus.NOT_FOUND,
                Client.control(
                                filter,
                                IOCTL_KS.ENABLE_EVENT,
                                Client.request(new KsEvent(SET, 9, "", ""), 1),
                                new byte[32])
                        .status());
    }

    @Test
    void anEventThatIsEnabledWhileItsDeviceGoesIsNotHeardInItsNextLife() throws Exception {
        for (int round = 0; round < 300; round++) {
            Handle former = open();
            Registration client = new Registration(driver, CHANGED);
            CompletableFuture<Void> enabling = Client.inThread(() -> client.enable(former, KSEVENT_TYPE.ENABLE));
            driver.unplug(device);
            enabling.get(10, TimeUnit.SECONDS);
            driver.plug(device);
            changed();
            assertFalse(client.heard());
        }
    }
}
