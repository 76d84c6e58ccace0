package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins: their creation, refusals, and streaming to them. */
@StubLibrary
class PinTest {
    private Win32Driver driver;
    private Handle filter;

    @BeforeEach
    void open() {
        driver = Stub.driver();
        filter = Stub.filter(driver);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private NtStatus refusal(ByteBuffer parameters) {
        return assertThrows(KsException.class, () -> filter.create(KsObjectType.PIN, parameters, Driver.GENERIC_WRITE))
                .status();
    }

    private static long setState(Handle pin, int state) {
        return Stub.set(pin, Stub.CONNECTION, Stub.CONNECTION_STATE, state);
    }

    private Handle.PendingRequest write(Handle pin, Outcomes outcomes) {
        return pin.submit(Stub.IOCTL_KS_WRITE_STREAM, null, 0, Stub.frame(driver, 1000), 56, outcomes);
    }

    @Test
    void aPinIsNamedAfterItsFactoryAndFilter() {
        assertEquals("pin 0 of " + Stub.PATH, Stub.pin(filter).name());
    }

    @Test
    void theParametersAreTheRemainingBytes() {
        ByteBuffer sink = Stub.sink();
        ByteBuffer within = ByteBuffer.allocate(sink.limit() + 7);
        within.put(7, sink.array()).position(7);
        filter.create(KsObjectType.PIN, within, Driver.GENERIC_WRITE).close();
        assertEquals(7, within.position());
    }

    @Test
    void aPinThatIsNotThereIsRefused() {
        ByteBuffer parameters = Stub.sink();
        KSPIN_CONNECT.LAYOUT.at(Abi.X64, parameters, 0).set(KSPIN_CONNECT.PinId, 7);
        assertEquals(NtStatus.INVALID_PARAMETER, refusal(parameters));
    }

    @Test
    void aFormatThatDoesNotFitIsRefused() {
        ByteBuffer parameters = Stub.sink();
        KSDATAFORMAT.LAYOUT.at(Abi.X64, parameters, 72).set(KSDATAFORMAT.SubFormat, new Guid(3, 3));
        assertEquals(NtStatus.NO_MATCH, refusal(parameters));
    }

    @Test
    void aSecondInstanceIsRefusedAsBusyUntilTheFirstIsClosed() {
        Handle first = Stub.pin(filter);
        KsBusyException e = assertThrows(KsBusyException.class, () -> Stub.pin(filter));
        assertTrue(e.getMessage().startsWith("create pin 0 of " + Stub.PATH), e.getMessage());
        first.close();
        Stub.pin(filter).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 71, 72, 135, 153})
    void parametersShorterThanTheySayAreNotPassedOn(int length) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refusal(Stub.sink().limit(length)));
    }

    @Test
    void aFormatSizeBeyondTheParametersIsNotPassedOn() {
        ByteBuffer parameters = Stub.sink();
        KSDATAFORMAT.LAYOUT.at(Abi.X64, parameters, 72).set(KSDATAFORMAT.FormatSize, -1);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refusal(parameters));
    }

    @Test
    void attributesThatAreNotThereAreNotPassedOn() {
        ByteBuffer parameters = Stub.sink();
        KSDATAFORMAT.LAYOUT.at(Abi.X64, parameters, 72).set(KSDATAFORMAT.Flags, 2);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refusal(parameters));
    }

    @Test
    void aClockThatIsNotOfferedIsRefused() {
        KsException e =
                assertThrows(KsException.class, () -> filter.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), 0));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, e.status());
    }

    @Test
    void closingAFilterClosesItsPins() {
        Handle pin = Stub.pin(filter);
        filter.close();
        assertThrows(KsClosedException.class, () -> setState(pin, Stub.RUN));
    }

    @Test
    void aFrameIsTakenAtOnceByARunningPin() throws Exception {
        Handle pin = Stub.pin(filter);
        setState(pin, Stub.RUN);
        Outcomes outcomes = new Outcomes();
        assertTrue(write(pin, outcomes).isDone());
        assertOutcome(NtStatus.SUCCESS, 1000, outcomes.await());
    }

    @Test
    void aCountOfFrameBytesMayExceedTheHeader() {
        Handle pin = Stub.pin(filter);
        setState(pin, Stub.RUN);
        try (KsBuffer frame = Stub.frame(driver, 1000)) {
            assertOutcome(NtStatus.SUCCESS, 1000, pin.control(Stub.IOCTL_KS_WRITE_STREAM, null, 0, frame, 56));
        }
    }

    @Test
    void aFrameWaitsForThePinToRun() throws Exception {
        Handle pin = Stub.pin(filter);
        Outcomes outcomes = new Outcomes();
        write(pin, outcomes);
        setState(pin, Stub.PAUSE);
        assertEquals(0, outcomes.count());
        setState(pin, Stub.RUN);
        assertOutcome(NtStatus.SUCCESS, 1000, outcomes.await());
    }

    @Test
    void aStopCancelsTheFramesThatWait() throws Exception {
        Handle pin = Stub.pin(filter);
        Outcomes outcomes = new Outcomes();
        write(pin, outcomes);
        setState(pin, Stub.STOP);
        assertOutcome(NtStatus.CANCELLED, 0, outcomes.await());
    }

    @Test
    void oneFrameIsCancelledAndTheOthersStay() throws Exception {
        Handle pin = Stub.pin(filter);
        Outcomes cancelled = new Outcomes();
        Outcomes kept = new Outcomes();
        Handle.PendingRequest first = write(pin, cancelled);
        write(pin, kept);
        first.cancel();
        assertOutcome(NtStatus.CANCELLED, 0, cancelled.await());
        setState(pin, Stub.RUN);
        assertOutcome(NtStatus.SUCCESS, 1000, kept.await());
    }

    @Test
    void writingWithoutTheRightIsDenied() throws Exception {
        Handle pin = filter.create(KsObjectType.PIN, Stub.sink(), Driver.GENERIC_READ);
        Outcomes outcomes = new Outcomes();
        write(pin, outcomes);
        assertOutcome(NtStatus.ACCESS_DENIED, 0, outcomes.await());
    }

    @Test
    void removalMidStreamEndsEachFrameOnceAndRefusesTheNext() throws Exception {
        Handle pin = Stub.pin(filter);
        Outcomes first = new Outcomes();
        Outcomes second = new Outcomes();
        write(pin, first);
        write(pin, second);
        assertOutcome(NtStatus.SUCCESS, 0, Stub.set(filter, Stub.PROPERTIES, Stub.REMOVE, 0));
        assertOutcome(NtStatus.DEVICE_REMOVED, 0, first.await());
        assertOutcome(NtStatus.DEVICE_REMOVED, 0, second.await());
        Outcomes late = new Outcomes();
        write(pin, late);
        assertOutcome(NtStatus.DEVICE_REMOVED, 0, late.await());
        assertEquals(NtStatus.DEVICE_REMOVED, IoStatusBlock.status(setState(pin, Stub.RUN)));
    }

    @Test
    void aDeviceThatHasGoneIsClosedWithoutLeavingAnything() throws Exception {
        int objects = Stub.objects();
        Handle other = Stub.filter(driver);
        Outcomes outcomes = new Outcomes();
        write(Stub.pin(other), outcomes);
        Stub.set(other, Stub.PROPERTIES, Stub.REMOVE, 0);
        other.close();
        outcomes.await();
        driver.close();
        assertTrue(Stub.soon(() -> Stub.objects() < objects));
    }
}
