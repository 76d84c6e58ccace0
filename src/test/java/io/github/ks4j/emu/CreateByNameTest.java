package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.ObjectName;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects are opened by the bytes of their names. */
@Timeout(30)
class CreateByNameTest {
    private static final String PIN = KsObjectType.PIN.guid().toString();

    private final EmulatedDevice device = EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("Wave")
                    .categories(KSCATEGORY.AUDIO)
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                            .build())
                    .node(EmulatedNode.of(KSNODETYPE.VOLUME, null))
                    .build(),
            EmulatedFilter.named("Topology").categories(KSCATEGORY.TOPOLOGY).build());
    private final EmulatedDriver driver =
            EmulatedDriver.builder().devices(device).journal(16).build();
    private final Handle filter = driver.open(path(KSCATEGORY.AUDIO), 0);

    private String path(Guid category) {
        return driver.enumerate(category).get(0).path();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static ByteBuffer connect() {
        return Client.connect(0, Rig.STEREO.bytes());
    }

    private static ByteBuffer name(String text, ByteBuffer parameters) {
        byte[] head = text.getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(head.length + parameters.remaining())
                .put(head)
                .put(parameters)
                .flip();
    }

    private static ByteBuffer name(String text) {
        return name(text, ByteBuffer.allocate(0));
    }

    private NtStatus refused(Handle parent, ByteBuffer name) {
        return assertThrows(KsException.class, () -> driver.create(parent, name, 0))
                .status();
    }

    private NtStatus notOpened(String path) {
        return assertThrows(KsException.class, () -> driver.open(path, 0)).status();
    }

    @Test
    void aPinIsOpenedByTheNameThatKsCreatePinComposes() {
        Handle pin = driver.create(filter, ObjectName.compose(KsObjectType.PIN.guid(), connect()), 0);
        assertEquals("pin 0 of " + filter.name(), pin.name());
    }

    @Test
    void theNameIsTakenFromPositionToLimit() {
        ByteBuffer name = ByteBuffer.allocate(1000).position(13);
        name.put(ObjectName.compose(KsObjectType.PIN.guid(), connect())).flip().position(13);
        assertEquals("pin 0 of " + filter.name(), driver.create(filter, name, 0).name());
    }

    @Test
    void theCaseOfTheKindDoesNotMatter() {
        driver.create(filter, name(PIN.toLowerCase(Locale.ROOT) + "\\", connect()), 0);
    }

    @Test
    void aNameWithoutBackslashHasNoParameters() {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refused(filter, name(PIN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\",
                "Pin\\",
                "{146F1A80-4791-11D0-A5D6-28DB04C10000\\",
                "\\{146F1A80-4791-11D0-A5D6-28DB04C10000}\\",
                " {146F1A80-4791-11D0-A5D6-28DB04C10000}\\",
                "{146F1A80-4791-11D0-A5D6-28DB04C10001}\\",
                "{9B365890-165F-11D0-A195-0020AFD156E4}\\"
            })
    void aKindThatIsNotKnownIsNotFound(String text) {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(filter, name(text, connect())));
    }

    @Test
    void halfACharacterBeforeTheBackslashMakesAnotherName() {
        assertEquals(
                NtStatus.OBJECT_NAME_NOT_FOUND, refused(filter, name(PIN + "\\").limit(77)));
    }

    @Test
    void aKindIsCreatedWhereItBelongs() {
        Handle pin = driver.create(filter, name(PIN + "\\", connect()), 0);
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(pin, name(PIN + "\\", connect())));
        Handle node =
                driver.create(pin, ObjectName.compose(KsObjectType.TOPOLOGY_NODE.guid(), ByteBuffer.allocate(8)), 0);
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(node, name(PIN + "\\", connect())));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 1 << 20})
    void aNameThatIsTooLongIsAnInvalidParameter(int length) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(filter, ByteBuffer.allocate(length)));
    }

    @Test
    void parametersThatMakeTheNameTooLongAreAnInvalidParameter() {
        ByteBuffer parameters = ByteBuffer.allocate(65_457);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, () -> filter.create(KsObjectType.PIN, parameters, 0))
                        .status());
    }

    @Test
    void anOddNumberOfParameterBytesIsTaken() {
        ByteBuffer odd = ByteBuffer.allocate(connect().limit() + 1);
        odd.put(0, connect(), 0, connect().limit());
        driver.create(filter, name(PIN + "\\", odd), 0);
    }

    @Test
    void namesByChanceAreRefusedWithAStatus() {
        Random random = new Random(4);
        ByteBuffer valid = ObjectName.compose(KsObjectType.PIN.guid(), connect());
        int end = PIN.length() * 2;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(valid.limit())];
            random.nextBytes(bytes);
            valid.get(0, bytes, 0, Math.min(bytes.length, random.nextInt(end)));
            refused(filter, ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void whatIsRefusedLeavesNoHandle() {
        int handles = driver.handles().objects().size();
        refused(filter, name(PIN + "\\"));
        refused(filter, name("Pin\\", connect()));
        driver.faults().add("create=status UNSUCCESSFUL after");
        refused(filter, name(PIN + "\\", connect()));
        assertEquals(handles, driver.handles().objects().size());
        assertEquals(
                0,
                Client.get(filter, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .data()
                        .getInt(4),
                "pins");
    }

    @Test
    void almostValidNamesAreTakenOrRefusedAndLeaveNothing() {
        Random random = new Random(8);
        byte[] valid = connect().array();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = valid.clone();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(3) - 1);
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(2 * bytes.length) : bytes.length;
            ByteBuffer parameters = ByteBuffer.wrap(Arrays.copyOf(bytes, length));
            try (Handle pin = driver.create(filter, name(PIN + "\\", parameters), 0)) {
                assertEquals("pin 0 of " + filter.name(), pin.name());
            } catch (KsException e) {
                assertNotEquals(NtStatus.UNSUCCESSFUL, e.status(), () -> Arrays.toString(bytes));
            }
        }
        assertEquals(
                0,
                Client.get(filter, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .data()
                        .getInt(4),
                "pins");
    }

    @ParameterizedTest
    @EnumSource(KsObjectType.class)
    void nothingIsCreatedBelowWhatBelongsToARemovedDevice(KsObjectType type) {
        Handle pin = Client.pin(filter, 0, Rig.STEREO);
        driver.unplug(device);
        ByteBuffer parameters = type == KsObjectType.PIN ? connect() : ByteBuffer.allocate(24);
        assertEquals(NtStatus.DEVICE_REMOVED, refused(filter, ObjectName.compose(type.guid(), parameters)));
        assertEquals(NtStatus.DEVICE_REMOVED, refused(pin, ObjectName.compose(type.guid(), parameters)));
    }

    @Test
    void nothingIsCreatedBelowAClosedHandle() {
        filter.close();
        assertThrows(KsClosedException.class, () -> driver.create(filter, name(PIN), 0));
    }

    @Test
    void aHandleOfAnotherDriverIsRefused() {
        try (Driver other = EmulatedDriver.of(new VirtualAudioDevice())) {
            Handle stranger =
                    other.open(other.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);
            assertThrows(IllegalArgumentException.class, () -> driver.create(stranger, name(PIN), 0));
        }
    }

    @Test
    void theJournalTellsOfANameThatIsNotKnown() {
        refused(filter, name("Pin\\"));
        assertEquals("unknown", driver.journal().of(Operation.CREATE).get(0).target());
    }

    @Test
    void aReferenceStringIsFoundInWhateverCase() {
        driver.open(path(KSCATEGORY.AUDIO).replace("Wave", "wAVE"), 0);
    }

    @Test
    void allFiltersOfADeviceAreBehindEachOfItsLinks() {
        Handle topology = driver.open(path(KSCATEGORY.AUDIO).replace("Wave", "Topology"), 0);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                refused(topology, name(PIN + "\\", connect())),
                "a pin that it does not have");
    }

    @Test
    void aFilterHasNoParameters() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notOpened(path(KSCATEGORY.AUDIO) + "\\x"));
    }

    @Test
    void aPathWithoutReferenceStringOpensNothing() {
        String path = path(KSCATEGORY.AUDIO);
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notOpened(path.substring(0, path.lastIndexOf('\\'))));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notOpened(path.substring(0, path.lastIndexOf('\\') + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "\\\\?\\", "\\\\.\\\\", "dev", "\\\\?\\dev", "\\\\?\\dev\\Wave"})
    void aPathThatIsNoLinkOpensNothing(String path) {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notOpened(path));
    }

    @Test
    void aReferenceStringHasNoBackslash() {
        assertThrows(IllegalArgumentException.class, () -> EmulatedFilter.named("a\\b"));
    }

    @Test
    void twoFiltersOfADeviceHaveTwoNames() {
        EmulatedDevice twice = EmulatedDevice.of(
                "twice",
                EmulatedFilter.named("f").categories(KSCATEGORY.AUDIO).build(),
                EmulatedFilter.named("F").categories(KSCATEGORY.VIDEO).build());
        assertThrows(IllegalArgumentException.class, () -> driver.plug(twice));
    }
}
