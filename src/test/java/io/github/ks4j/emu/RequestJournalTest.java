package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the journal tells. */
@Timeout(30)
class RequestJournalTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));

    private final VirtualTime time = new VirtualTime();
    private final VirtualAudioDevice device = new VirtualAudioDevice("dev");
    private final EmulatedDriver driver =
            EmulatedDriver.builder().devices(device).time(time).journal(8).build();
    private final RequestJournal journal = driver.journal();
    private final String path = driver.enumerate(KSCATEGORY.RENDER).get(0).path();
    private final Handle filter = driver.open(path, 0);

    @AfterEach
    void close() {
        driver.close();
    }

    private RequestJournal.Entry last() {
        List<RequestJournal.Entry> entries = journal.entries();
        return entries.get(entries.size() - 1);
    }

    @Test
    void aPropertyRequestIsDecoded() {
        time.advance(Duration.ofMillis(3));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        RequestJournal.Entry entry = last();
        assertEquals(2, entry.number(), "the second, after the open");
        assertEquals(3 * KsTimeSource.MILLISECOND, entry.time());
        assertEquals(Thread.currentThread().getName(), entry.thread());
        assertEquals(path, entry.object());
        assertEquals(filter.value(), entry.handle());
        assertEquals("filter", entry.target());
        assertSame(Operation.GET, entry.operation());
        assertEquals(IOCTL_KS.PROPERTY, entry.controlCode());
        assertEquals(KSPROPERTY_PIN.SET.guid(), entry.set());
        assertEquals(KSPROPERTY_PIN.CTYPES.id(), entry.id());
        assertEquals("KSPROPERTY_PIN_CTYPES", entry.item());
        assertEquals(KSPROPERTY_TYPE.GET, entry.flags());
        assertEquals(-1, entry.node());
        assertEquals(24, entry.inputLength());
        assertEquals(4, entry.outputLength());
        assertEquals(NtStatus.SUCCESS, entry.status());
        assertEquals(4, entry.information());
        assertEquals(entry.time(), entry.completed());
        assertEquals(List.of(), entry.faults());
    }

    @Test
    void anEntryIsOneLine() {
        time.advance(Duration.ofMillis(3));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        String thread = Thread.currentThread().getName();
        assertEquals(
                "#2 3.0000 ms [" + thread + "] " + path
                        + ": GET KSPROPERTY_PIN_CTYPES, flags 0x1, in 24, out 4: STATUS_SUCCESS, 4 bytes: 2",
                last().toString());
    }

    @Test
    void aRequestForANodeSaysWhich() {
        int flags = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY;
        Client.property(filter, Client.request(KSPROPERTY_AUDIO.MUTE, flags, 1, 0, 0, 0), 4);
        assertEquals(1, last().node());
        assertTrue(
                last().toString().contains("GET KSPROPERTY_AUDIO_MUTE of node 1, flags 0x10000001"), last()::toString);
    }

    @Test
    void aRequestAboutAPinSaysWhich() {
        Client.get(filter, KSPROPERTY_PIN.DATAFLOW, 4, 1, 0);
        assertEquals(1, last().pin());
        assertTrue(last().toString().contains("GET KSPROPERTY_PIN_DATAFLOW of pin 1, flags 0x1"), last()::toString);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(-1, last().pin());
    }

    @Test
    void whatWasSetIsThere() {
        Client.state(Client.pin(filter, 0, STEREO), KSSTATE.PAUSE);
        assertEquals(Optional.of(KSSTATE.PAUSE), last().value(KSPROPERTY_CONNECTION.STATE));
        assertTrue(last().toString().contains("SET KSPROPERTY_CONNECTION_STATE = PAUSE, flags"), last()::toString);
    }

    @Test
    void whatCameBackIsThere() {
        Client.get(filter, KSPROPERTY_PIN.NAME, 100, 0, 0).is(NtStatus.SUCCESS);
        assertEquals(last().value(KSPROPERTY_PIN.NAME).orElseThrow().length() * 2 + 2, last().information());
        assertEquals(last().information(), last().data().remaining());
    }

    @Test
    void aValueThatDidNotComeIsNotThere() {
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 3).is(NtStatus.BUFFER_TOO_SMALL);
        assertEquals(Optional.empty(), last().value(KSPROPERTY_PIN.CTYPES));
        Client.get(filter, KSPROPERTY_PIN.DATARANGES, 4, 0, 0).is(NtStatus.SUCCESS);
        assertEquals(Optional.empty(), last().value(KSPROPERTY_PIN.DATARANGES), "its size alone");
    }

    @Test
    void aValueIsOfTheItemThatTheRequestIsFor() {
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertThrows(IllegalArgumentException.class, () -> last().value(KSPROPERTY_PIN.DATAFLOW));
    }

    @Test
    void theRequestIsThereAsItWasSent() {
        byte[] request = Client.request(KSPROPERTY_PIN.DATAFLOW, KSPROPERTY_TYPE.GET, 1, 7);
        Client.property(filter, request, 4);
        assertEquals(ByteBuffer.wrap(request), last().request());
        assertEquals(7, last().request().getInt(28));
    }

    @Test
    void aRequestThatPendsStandsThereAsPending() {
        Handle pin = Client.pin(
                driver.open(driver.enumerate(KSCATEGORY.CAPTURE).get(0).path(), 0), 0, STEREO);
        Frame read = new Frame(driver, 4).read(pin);
        RequestJournal.Entry pending = journal.pending().get(0);
        assertTrue(pending.isPending());
        assertSame(NtStatus.PENDING, pending.status());
        assertTrue(pending.toString().endsWith("READ, in 0, out 56: pending"), pending::toString);
        time.advance(Duration.ofMillis(2));
        read.pending.cancel();
        assertEquals(List.of(), journal.pending());
        RequestJournal.Entry entry = journal.of(Operation.READ).get(0);
        assertEquals(NtStatus.CANCELLED, entry.status());
        assertEquals(2 * KsTimeSource.MILLISECOND, entry.completed());
        assertTrue(entry.toString().endsWith("STATUS_CANCELLED, 0 bytes, after 2.0000 ms"), entry::toString);
        assertFalse(entry.isPending());
    }

    @Test
    void opensCreationsClosesAndRemovalsAreThere() {
        Handle pin = Client.pin(filter, 0, STEREO);
        pin.close();
        driver.unplug(device);
        assertEquals(
                List.of(Operation.OPEN, Operation.CREATE, Operation.CLOSE, Operation.REMOVAL),
                journal.entries().stream().map(RequestJournal.Entry::operation).toList());
        assertEquals(
                List.of(path, path, pin.name(), "dev"),
                journal.entries().stream().map(RequestJournal.Entry::object).toList());
        assertEquals("pin 0", journal.of(Operation.CREATE).get(0).target());
        assertTrue(journal.of(Operation.CREATE).get(0).toString().endsWith(path + ": CREATE pin 0: STATUS_SUCCESS"));
    }

    @Test
    void whatIsRefusedIsThereWithItsStatus() {
        assertThrows(KsException.class, () -> driver.open("nowhere", 0));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, last().status());
        assertThrows(KsException.class, () -> Client.pin(filter, 7, STEREO));
        assertEquals(NtStatus.INVALID_PARAMETER, last().status());
        Frame.of(driver, new byte[4]).write(filter);
        assertEquals(NtStatus.ACCESS_DENIED, last().status());
        assertFalse(driver.unplug(new VirtualAudioDevice("other")));
        assertEquals(NtStatus.NO_SUCH_DEVICE, last().status());
    }

    @Test
    void theFaultsThatStruckAreThere() {
        Fault fault = driver.faults().add(Fault.parse("get=status NO_MATCH"));
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(List.of(fault), last().faults());
        assertEquals(NtStatus.NO_MATCH, last().status());
        assertTrue(last().toString().endsWith(", struck by [get=status NO_MATCH]"), last()::toString);
    }

    @Test
    void whatTheClientWasToldIsThereNotWhatTheDeviceSaid() {
        driver.faults().add("get=information 99");
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(99, last().information());
    }

    @Test
    void entriesAreFoundByItemOperationAndHandle() {
        Handle pin = Client.pin(filter, 0, STEREO);
        Client.state(pin, KSSTATE.PAUSE);
        Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(2, journal.of(KSPROPERTY_CONNECTION.STATE).size());
        assertEquals(1, journal.of(Operation.SET).size());
        assertEquals(2, journal.of(pin).size());
        assertEquals(2, journal.of(filter).size(), "the creation of the pin, and the request");
        assertEquals(
                2, journal.entries(entry -> entry.operation() == Operation.GET).size());
    }

    @Test
    void theLatestEntriesAreKept() {
        for (int i = 0; i < 10; i++) {
            Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        }
        List<Long> numbers =
                journal.entries().stream().map(RequestJournal.Entry::number).toList();
        assertEquals(List.of(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L), numbers);
    }

    @Test
    void aJournalThatIsClearedGoesOnCounting() {
        journal.clear();
        assertEquals(List.of(), journal.entries());
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(2, last().number());
    }

    @Test
    void aRequestThatCannotBeReadHasNoItem() {
        filter.control(IOCTL_KS.PROPERTY, null, 0, null, 0);
        assertNull(last().item());
        assertTrue(last().toString().contains(": OTHER IOCTL_KS_PROPERTY, in 0, out 0: "), last()::toString);
        filter.control(0x123456, null, 0, null, 0);
        assertTrue(last().toString().contains(": OTHER 0x123456, in 0"), last()::toString);
    }

    @Test
    void aJournalBeginsWithTheFirstCallUnlessItHasBegun() {
        try (EmulatedDriver other = EmulatedDriver.of(new VirtualAudioDevice("other"))) {
            String name = other.enumerate(KSCATEGORY.RENDER).get(0).path();
            other.open(name, 0);
            assertEquals(List.of(), other.journal().entries());
            other.open(name, 0);
            assertEquals(1, other.journal().entries().size());
            assertSame(other.journal(), other.journal());
        }
    }

    @Test
    void aJournalHasRoom() {
        EmulatedDriver.Builder builder = EmulatedDriver.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.journal(0));
    }

    @Test
    void aJournalIsItsLines() {
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        List<RequestJournal.Entry> entries = journal.entries();
        assertEquals(entries.get(0) + "\n" + entries.get(1) + "\n", journal.toString());
    }

    @Test
    void entriesAreLoggedAsTheyComplete() {
        Lines lines = new Lines();
        journal.logTo(lines, Logger.Level.INFO);
        Client.get(filter, KSPROPERTY_PIN.CTYPES, 4);
        assertEquals(List.of("INFO " + last()), lines);
    }

    @Test
    void aLoggerThatFailsDoesNotKeepTheClientFromTheAnswer() {
        journal.logTo(
                new Lines() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public boolean add(String line) {
                        throw new IllegalStateException("on purpose");
                    }
                },
                Logger.Level.INFO);
        assertEquals(2, Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).ulong());
    }

    /** A logger that keeps what it is told. */
    private static class Lines extends ArrayList<String> implements Logger {
        private static final long serialVersionUID = 1;

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
            add(level + " " + format);
        }
    }
}
