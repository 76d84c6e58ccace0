package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSMETHOD_STREAMIO;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests a fault strikes. */
@Timeout(30)
class FaultMatchingTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int VOLUME = 0;
    private static final int MUTE = 1;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private Handle filter;
    private Handle pin;

    @BeforeEach
    void open() {
        filter = open(0);
        pin = Client.pin(filter, 0, STEREO);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle open(int access) {
        return driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), access);
    }

    private Fault add(FaultMatcher matcher) {
        return driver.faults().add(matcher.run(() -> {}));
    }

    private void everything() {
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        Client.get(filter, KSPROPERTY_PIN.DATAFLOW, 4, 0, 0);
        Client.property(filter, Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.BASICSUPPORT), 4);
        Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4);
        Client.state(pin, KSSTATE.STOP);
        Client.control(filter, IOCTL_KS.METHOD, Client.request(KSMETHOD_STREAMIO.READ, 1), new byte[4]);
        Client.control(
                pin, IOCTL_KS.ENABLE_EVENT, Client.request(KSEVENT_CONNECTION.DATADISCONTINUITY, 1), new byte[32]);
        Client.control(pin, IOCTL_KS.DISABLE_EVENT, new byte[0], new byte[0]);
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(KSRESET.END.value()), new byte[0]);
        Frame.of(driver, new byte[4]).write(pin);
    }

    @ParameterizedTest
    @CsvSource({
        "KSPROPERTY_PIN_CTYPES, 2",
        "KSPROPERTY_PIN_CTYPES.get, 1",
        "KSPROPERTY_PIN_CTYPES.support, 1",
        "KSPROPERTY_PIN_CTYPES.set, 0",
        "KSPROPERTY_CONNECTION_STATE.set, 1",
        "KSPROPSETID_Pin, 3",
        "{8C134960-51AD-11CF-878A-94F801C10000}#1, 2",
        "{8C134960-51AD-11CF-878A-94F801C10000}#1.get, 1",
        "IOCTL_KS_PROPERTY, 5",
        "KSMETHOD_STREAMIO_READ, 1",
        "KSEVENT_CONNECTION_DATADISCONTINUITY, 1",
        "get, 3",
        "set, 1",
        "support, 1",
        "method, 1",
        "enable, 1",
        "disable, 1",
        "reset, 1",
        "write, 1",
        "read, 0",
        "any, 10",
        "any@filter, 4",
        "any@pin, 6",
        "any@pin#0, 7",
        "any@pin#1, 0",
        "KSPROPERTY_PIN_DATAFLOW@pin#0, 1",
        "KSPROPERTY_PIN_DATAFLOW@pin, 0",
        "any@clock, 0",
    })
    void whatFitsIsStruck(String what, int strikes) {
        Fault fault = driver.faults().add(Fault.parse(what + "=shortBy 1"));
        everything();
        assertEquals(strikes, fault.strikes());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 123456",
        ":1, 1",
        ":3, 3",
        ":once, 1",
        ":4+, 456",
        ":2-4, 234",
        ":/2, 246",
        ":/7, ''",
    })
    void whenCountsWhatFits(String when, String expected) {
        driver.faults().add(Fault.parse("get" + when + "=status UNSUCCESSFUL"));
        StringBuilder struck = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            Client.state(pin, KSSTATE.STOP);
            struck.append(Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).status().isSuccess() ? "" : String.valueOf(i));
        }
        assertEquals(expected, struck.toString());
    }

    @Test
    void theTurnsOfTheFluentFormAreThoseOfTheText() {
        FaultMatcher any = Fault.onAnything();
        assertEquals("any:2", any.nth(2).toString());
        assertEquals("any:1", any.once().toString());
        assertEquals("any:2+", any.from(2).toString());
        assertEquals("any:2-3", any.between(2, 3).toString());
        assertEquals("any:/2", any.every(2).toString());
    }

    @Test
    void aFaultCountsOverAllObjects() {
        Fault fault = add(Fault.on(KSPROPERTY_PIN.CTYPES).nth(2));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        Client.get(open(0), KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(1, fault.strikes());
        assertEquals(2, fault.seen());
    }

    @Test
    void aNodeIsMeantByTheRequestThatSaysSo() {
        Fault volume = add(Fault.on(KSPROPERTY_AUDIO.VOLUMELEVEL).node(VOLUME));
        Fault any = add(Fault.onAnything().node());
        int flags = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY;
        Client.property(filter, Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, flags, VOLUME, 0, 0, 0), 4);
        Client.property(filter, Client.request(KSPROPERTY_AUDIO.MUTE, flags, MUTE, 0, 0, 0), 4);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(1, volume.strikes());
        assertEquals(2, any.strikes());
    }

    @Test
    void anOpenNodeIsANode() {
        ByteBuffer parameters =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(4, MUTE);
        Fault fault = add(Fault.onAnything().node(MUTE));
        Handle node = filter.create(KsObjectType.TOPOLOGY_NODE, parameters, 0);
        Client.get(node, KSPROPERTY_AUDIO.MUTE, 4, 0, 0);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(2, fault.strikes(), "the creation and the request");
    }

    @Test
    void aNameIsPartOfThePathOrOfTheFriendlyName() {
        Fault path = add(Fault.on(Operation.GET).named("KS4J#VIRTUAL"));
        Fault friendly = add(Fault.on(Operation.GET).named("Virtual Speaker"));
        Fault other = add(Fault.on(Operation.GET).named("microphone"));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4);
        assertEquals(2, path.strikes());
        assertEquals(2, friendly.strikes());
        assertEquals(0, other.strikes());
    }

    @Test
    void anOpenIsOfAFilterAndACreationOfWhatItMakes() {
        Fault open = add(Fault.on(Operation.OPEN).filter());
        Fault create = add(Fault.on(Operation.CREATE).pin(0));
        Fault node = add(Fault.on(Operation.CREATE).node());
        pin.close();
        Client.pin(open(0), 0, STEREO);
        assertEquals(1, open.strikes());
        assertEquals(1, create.strikes());
        assertEquals(0, node.strikes());
    }

    @Test
    void aRequestThatLacksAccessIsNotCounted() {
        pin.close();
        Handle blind = filter.create(KsObjectType.PIN, Client.connect(0, STEREO.bytes()), 0);
        Fault fault = add(Fault.on(Operation.WRITE));
        Frame.of(driver, new byte[4]).write(blind).is(NtStatus.ACCESS_DENIED);
        assertEquals(0, fault.seen());
    }

    @Test
    void aRequestWithoutAHeadIsSomethingElse() {
        Fault other = add(Fault.on(Operation.OTHER));
        Fault property = add(Fault.onControl(IOCTL_KS.PROPERTY));
        Client.property(filter, new byte[23], 4);
        assertEquals(1, other.strikes());
        assertEquals(1, property.strikes());
    }

    @Test
    void controlCodeZeroIsACodeLikeAnyOther() {
        Fault zero = add(Fault.onControl(0));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        open(0);
        assertEquals(0, zero.strikes());
        Client.control(filter, 0, new byte[0], new byte[0]);
        assertEquals(1, zero.strikes());
    }

    @Test
    void aFaultThatIsRemovedStrikesNoMore() {
        Fault fault = add(Fault.on(Operation.GET));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        driver.faults().remove(fault);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(1, fault.strikes());
    }

    @Test
    void closingIsNothingToStrike() {
        assertThrows(IllegalArgumentException.class, () -> Fault.on(Operation.CLOSE));
        assertThrows(IllegalArgumentException.class, () -> Fault.on(Operation.REMOVAL));
    }

    @Test
    void whatNeverFitsIsRefused() {
        FaultMatcher item = Fault.on(KSPROPERTY_PIN.CTYPES);
        assertThrows(IllegalArgumentException.class, () -> item.operation(Operation.READ));
        assertThrows(IllegalArgumentException.class, () -> item.nth(0));
        assertThrows(IllegalArgumentException.class, () -> item.between(3, 2));
        assertThrows(IllegalArgumentException.class, () -> item.every(0));
        assertThrows(IllegalArgumentException.class, () -> item.named(""));
        assertThrows(IllegalArgumentException.class, () -> item.staleFlags(1).strikes());
    }
}
