package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of faults. */
class FaultSyntaxTest {
    private static final Guid SET = Guid.of("{4B53344A-0000-0000-8001-000000000001}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read@pin:3=remove",
                "read@pin:3=remove for 2s",
                "KSPROPERTY_CONNECTION_STATE.set:2=status DEVICE_NOT_READY",
                "KSPROPERTY_CONNECTION_STATE=status 0xC0001234",
                "KSEVENT_CONNECTION_DATADISCONTINUITY.enable=neverComplete",
                "write:5+=delay 20ms",
                "get:/3=shortBy 4",
                "method:2-4=information 4294967295",
                "read@pin#1=staleFlags 0x104",
                "any@filter'it''s'=neverGiveBack",
                "any@'speaker'=neverComplete",
                "create@clock:1=status INVALID_DEVICE_STATE after",
                "{4B53344A-0000-0000-8001-000000000001}#7.get=delay 1min",
                "{4B53344A-0000-0000-8001-000000000001}=delay 1500us",
                "IOCTL_KS_PROPERTY.other=delay 100ns",
                "0x2F0023=status INVALID_DEVICE_REQUEST",
                "0x000000=remove"
            })
    void aFaultPrintsAsItReads(String text) {
        assertEquals(text, Fault.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'  read @ pin # 1 : 3 + = delay 20 ms ', read@pin#1:3+=delay 20ms",
        "READ=Remove, read=remove",
        "ksproperty_connection_state=status STATUS_NO_MATCH, KSPROPERTY_CONNECTION_STATE=status NO_MATCH",
        "KSPROPSETID_Connection#0=remove, {1D58C920-AC9B-11CF-A5D6-28DB04C10000}#0=remove",
        "get:once=delay 1000ms, get:1=delay 1s",
        "get:1+=remove, get=remove",
        "get:/1=remove, get=remove",
        "get=shortBy 0x10, get=shortBy 16",
        "any=staleFlags 4, read=staleFlags 0x4",
        "3080195=remove, IOCTL_KS_PROPERTY=remove",
    })
    void whatMeansTheSameReadsTheSame(String text, String canonical) {
        assertEquals(canonical, Fault.parse(text).toString());
    }

    @Test
    void theFluentFormPrintsAsText() {
        assertEquals(
                "KSPROPERTY_CONNECTION_STATE.set:2=status DEVICE_NOT_READY",
                Fault.on(KSPROPERTY_CONNECTION.STATE)
                        .set()
                        .nth(2)
                        .status(NtStatus.DEVICE_NOT_READY)
                        .toString());
        assertEquals(
                SET + "#3@node#2=delay 150us",
                Fault.on(SET, 3).node(2).delay(Duration.ofNanos(150_000)).toString());
        assertEquals(
                "IOCTL_KS_METHOD@allocator=neverGiveBack",
                Fault.onControl(IOCTL_KS.METHOD).allocator().neverGiveBack().toString());
        assertEquals("write=run", Fault.on(Operation.WRITE).run(() -> {}).toString());
    }

    @Test
    void severalFaultsStandBetweenSemicolons() {
        List<Fault> faults = Faults.parse("; read@pin:3=remove ;; write=delay 20ms;");
        assertEquals("[read@pin:3=remove, write=delay 20ms]", faults.toString());
        assertEquals(List.of(), Faults.parse(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | 1  | an operation",
                "reed=remove                 | 1  | an operation",
                "KSPROPERTY_PIN_CTIPES=remove| 1  | C name",
                "{4B53344A}=remove           | 1  | a GUID in braces",
                "{4B53344A                   | 1  | a GUID in braces",
                "read                        | 5  | \"=\"",
                "read remove                 | 6  | \"=\"",
                "read=                       | 6  | an action",
                "read=vanish                 | 6  | an action",
                "read.foo=remove             | 6  | 'an operation: open, create, get, set'",
                "read@=remove                | 6  | filter, pin",
                "read@pin#x=remove           | 10 | a number",
                "read@filter#1=remove        | 12 | no number",
                "read@'abc                   | 10 | closing",
                "read:=remove                | 6  | a number",
                "read:0=remove               | 6  | a number that is not 0",
                "read:twice=remove           | 6  | once",
                "read:5-3=remove             | 8  | not less than 5",
                "read:99999999999999999999=x | 6  | a number",
                "read=status                 | 12 | an NTSTATUS",
                "read=status FOO             | 13 | an NTSTATUS",
                "read=status PENDING         | 13 | a final status",
                "read=status NO_MATCH before | 22 | after",
                "read=delay 20               | 14 | a unit",
                "read=delay 20 parsecs       | 15 | a unit",
                "read=remove for             | 16 | a number",
                "read=remove for 2           | 18 | a unit",
                "read=remove 2s              | 13 | the end",
                "read=delay 0ms              | 12 | a number that is not 0",
                "read=delay 9999999999min    | 12 | 365 days",
                "read=delay 600000min        | 12 | 365 days",
                "read=shortBy -1             | 14 | a number",
                "read=information 4294967296 | 18 | a number",
                "read=remove write=remove    | 13 | the end",
            })
    void anErrorSaysWhereAndWhatWasExpected(String text, int position, String expected) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Fault.parse(text));
        assertTrue(e.getMessage().contains("position " + position + ":"), e.getMessage());
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write=staleFlags 1",
                "open=shortBy 4",
                "create=status SUCCESS",
                "KSPROPERTY_PIN_CTYPES.read=remove",
                "KSPROPERTY_PIN_CTYPES.method=remove",
                "KSEVENT_CONNECTION_ENDOFSTREAM.get=remove",
                "IOCTL_KS_PROPERTY.read=remove",
                "IOCTL_KS_READ_STREAM.other=remove",
                "0x2F0023.open=remove",
                "read@''=remove"
            })
    void whatMakesNoSenseIsAnErrorTooAndSaysWhere(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Fault.parse(text));
        assertTrue(e.getMessage().startsWith("fault, position "), e.getMessage());
    }

    @Test
    void oneFaultTooManyIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Fault.parse("read=remove; write=remove"));
    }

    @Test
    void aTextWithAnErrorAddsNothing() {
        try (EmulatedDriver driver = EmulatedDriver.of()) {
            assertThrows(IllegalArgumentException.class, () -> driver.faults().add("read=remove; write=vanish"));
            assertEquals(List.of(), driver.faults().list());
        }
    }

    @Test
    void aDriverTakesATextFromItsBuilder() {
        try (EmulatedDriver driver =
                EmulatedDriver.builder().faults("read=remove; write=delay 1s").build()) {
            assertEquals("read=remove; write=delay 1s", driver.faults().toString());
        }
        EmulatedDriver.Builder builder = EmulatedDriver.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.faults("read=vanish"));
    }

    @Test
    void aDriverTakesATextFromTheSystemProperty() {
        System.setProperty(EmulatedDriver.FAULTS_PROPERTY, "read=remove");
        try (EmulatedDriver driver = EmulatedDriver.of()) {
            assertEquals("read=remove", driver.faults().toString());
        } finally {
            System.clearProperty(EmulatedDriver.FAULTS_PROPERTY);
        }
    }
}
