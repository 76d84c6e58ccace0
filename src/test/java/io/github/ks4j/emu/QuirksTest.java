package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How quirks are switched on and off, and for whom. */
@Timeout(30)
class QuirksTest {
    private static final List<Class<?>> TESTS = List.of(
            SizeQuirkTest.class,
            DescriptionQuirkTest.class,
            PinQuirkTest.class,
            StreamQuirkTest.class,
            ControlQuirkTest.class);

    private EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice("one"), new VirtualAudioDevice("two"));

    private Handle open(Guid category, int index) {
        return driver.open(driver.enumerate(category).get(index).path(), Client.READ_WRITE);
    }

    private static NtStatus sizeQuery(Handle filter) {
        return Client.get(filter, KSPROPERTY_PIN.DATARANGES, 0, 0, 0).status();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachTrapIsShownByATest(Quirk quirk) {
        Set<Quirk> shown = TESTS.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class) && method.isAnnotationPresent(Shows.class))
                .flatMap(method -> Stream.of(method.getAnnotation(Shows.class).value()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quirk.class)));
        assertTrue(shown.contains(quirk));
    }

    @Test
    void aQuirkGoesAndComesWhileHandlesAreOpen() {
        Handle filter = open(KSCATEGORY.RENDER, 0);
        assertEquals(NtStatus.BUFFER_OVERFLOW, sizeQuery(filter));
        driver.quirks().add(Quirk.SIZE_QUERY_SUCCEEDS);
        assertEquals(NtStatus.SUCCESS, sizeQuery(filter));
        driver.quirks().remove(Quirk.SIZE_QUERY_SUCCEEDS);
        assertEquals(NtStatus.BUFFER_OVERFLOW, sizeQuery(filter));
    }

    @Test
    void nobodyStandsInTheWayWhenNoQuirkIsOn() {
        driver.quirks().add(Quirk.LIST_GROWS);
        driver.quirks().clear();
        assertNull(driver.interceptor());
    }

    @Test
    void aQuirkMayBeOneDevicesOwn() {
        driver.quirks().add("TWO", Quirk.SIZE_QUERY_SUCCEEDS);
        assertEquals(NtStatus.BUFFER_OVERFLOW, sizeQuery(open(KSCATEGORY.RENDER, 0)));
        assertEquals(NtStatus.SUCCESS, sizeQuery(open(KSCATEGORY.RENDER, 1)));
    }

    @Test
    void aQuirkMayBeOneFiltersOwn() {
        driver.quirks().add("virtual microphone", Quirk.SIZE_QUERY_SUCCEEDS);
        assertEquals(NtStatus.BUFFER_OVERFLOW, sizeQuery(open(KSCATEGORY.RENDER, 0)));
        assertEquals(NtStatus.SUCCESS, sizeQuery(open(KSCATEGORY.CAPTURE, 0)));
    }

    @Test
    void aPinsQuirkMayBeOneDevicesOwn() {
        driver.quirks().add("virtual microphone", Quirk.CLOSE_LINGERS, Quirk.FIRST_PIN_NOT_READY);
        Handle filter = open(KSCATEGORY.RENDER, 0);
        DataFormat format = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
        Client.pin(filter, 0, format).close();
        Client.pin(filter, 0, format);
    }

    @Test
    void aQuirkThatIsOnTwiceWorksOnce() {
        driver.quirks().add(Quirk.SUPPORT_OVERSTATES_SIZE);
        driver.quirks().add("one", Quirk.SUPPORT_OVERSTATES_SIZE);
        Attempt attempt = Attempt.open("one", null);
        assertEquals(1, driver.quirks().of(attempt, QuirkAction.class).size());
    }

    @Test
    void theJournalTellsWhatTheQuirkMadeOfIt() {
        driver.quirks().add(Quirk.SIZE_QUERY_WITHOUT_SIZE);
        driver.journal();
        sizeQuery(open(KSCATEGORY.RENDER, 0));
        assertEquals(
                NtStatus.BUFFER_TOO_SMALL,
                driver.journal().of(KSPROPERTY_PIN.DATARANGES).get(0).status());
    }

    @Test
    void aFaultStrikesWhatTheQuirkMadeOfIt() {
        driver.quirks().add(Quirk.SIZE_QUERY_SUCCEEDS);
        driver.faults().add("get=information 7");
        Client.get(open(KSCATEGORY.RENDER, 0), KSPROPERTY_PIN.DATARANGES, 0, 0, 0)
                .is(NtStatus.SUCCESS, 7);
    }

    @Test
    void closingTheDriverSwitchesAllOff() {
        driver.quirks().add(Quirk.values());
        driver.close();
        assertEquals(Set.of(), driver.quirks().on());
    }

    @Test
    void aBuilderSwitchesOn() {
        driver.close();
        driver = EmulatedDriver.builder()
                .quirks(Quirk.LIST_GROWS)
                .quirks("Speaker", Quirk.POSITION_WRAPS)
                .build();
        assertEquals(
                Set.of(Quirk.LIST_GROWS, Quirk.POSITION_WRAPS), driver.quirks().on());
        assertEquals(
                "quirk LIST_GROWS; quirk POSITION_WRAPS@'speaker'",
                driver.quirks().toString());
    }

    @Test
    void quirksStandAmongFaults() {
        driver.close();
        driver = EmulatedDriver.builder()
                .faults("quirk POSITION_WRAPS @ 'it''s'; read=remove; QUIRK list_grows;")
                .build();
        assertEquals(
                "quirk LIST_GROWS; quirk POSITION_WRAPS@'it''s'",
                driver.quirks().toString());
        assertEquals("read=remove", driver.faults().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "quirk, 'position 6: expected the name of a quirk: SIZE_QUERY_WITHOUT_SIZE, '",
        "quirk NONE, 'FRAME_RATES_AS_LONG, found \"NONE\"'",
        "quirk LIST_GROWS@pin, 'position 18: expected a name in quotes, found \"pin\"'",
        "quirk LIST_GROWS=remove, 'position 17: expected \";\" or the end, found \"=remove\"'",
    })
    void aMistakeIsPointedAt(String text, String message) {
        EmulatedDriver.Builder builder = EmulatedDriver.builder();
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> builder.faults(text));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void aTextAddsQuirksAndFaultsToADriverThatRuns() {
        assertEquals(
                "[read=remove]", driver.faults("quirk LIST_GROWS; read=remove").toString());
        assertEquals(Set.of(Quirk.LIST_GROWS), driver.quirks().on());
        assertEquals("read=remove", driver.faults().toString());
    }

    @Test
    void aTextWithAMistakeAddsNothing() {
        assertThrows(IllegalArgumentException.class, () -> driver.faults("read=remove; quirk LIST_GROWS; quirk NONE"));
        assertEquals("", driver.faults().toString());
        assertEquals(Set.of(), driver.quirks().on());
    }

    @Test
    void aQuirkAmongFaultsAloneIsToldItsPlace() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> driver.faults().add("read=remove; quirk LIST_GROWS"));
        assertTrue(e.getMessage().contains("position 14: a quirk is no fault"), e.getMessage());
    }

    @Test
    void aNameWithoutQuirksIsAMistake() {
        Quirks quirks = driver.quirks();
        assertThrows(IllegalArgumentException.class, () -> quirks.add("LIST_GROWS"));
    }

    @Test
    void anEmptyNameIsNoName() {
        Quirks quirks = driver.quirks();
        assertThrows(IllegalArgumentException.class, () -> quirks.add("", Quirk.LIST_GROWS));
        assertThrows(NullPointerException.class, () -> quirks.add((String) null, Quirk.LIST_GROWS));
    }

    @Test
    void whateverIsAskedIsAnsweredWithAllQuirksOn() {
        driver.plug(new VirtualCamera());
        List<Handle> handles = new ArrayList<>(
                List.of(open(KSCATEGORY.RENDER, 0), open(KSCATEGORY.TOPOLOGY, 0), open(KSCATEGORY.VIDEO_CAMERA, 0)));
        handles.add(Client.pin(handles.get(0), 0, DataFormat.of(WaveFormat.pcm(48000, 16, 2))));
        driver.quirks().add(Quirk.values());
        List<KsItem> items = Catalogue.items();
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            KsItem item = items.get(random.nextInt(items.size()));
            int flags = 1 << random.nextInt(10) | (random.nextBoolean() ? KSPROPERTY_TYPE.TOPOLOGY : 0);
            int[] words = random.ints(random.nextInt(8), -1, 5).toArray();
            byte[] data = new byte[random.nextInt(4) * random.nextInt(60)];
            random.nextBytes(data);
            Handle handle = handles.get(random.nextInt(handles.size()));
            NtStatus status = Client.control(handle, ControlCode.of(item), Client.request(item, flags, words), data)
                    .status();
            assertNotEquals(NtStatus.UNSUCCESSFUL, status, () -> item + " with flags " + flags);
        }
    }

    @Test
    void aRequestInMemoryThatIsNotThereIsRefusedByTheDevice() {
        driver.quirks().add(Quirk.values());
        Handle filter = open(KSCATEGORY.RENDER, 0);
        byte[] request = new byte[3];
        assertTrue(Client.property(filter, request, 0).status().isError());
        assertEquals(0, IoStatusBlock.information(filter.control(0x2F0003, null, 0, null, 0)));
    }
}
