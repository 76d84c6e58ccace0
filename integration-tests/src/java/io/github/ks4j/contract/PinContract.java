package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connecting to a pin, its states, and writing to it. */
abstract class PinContract extends DriverContract {
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(48_000, 16, 2));

    private Handle pin() {
        return connect(0, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, FORMAT);
    }

    private Handle connect(int id, Guid interfaceSet, Guid mediumSet, DataFormat format) {
        int size = KSPIN_CONNECT.LAYOUT.size(driver().abi());
        ByteBuffer bytes = ByteBuffer.allocate(size + format.size()).order(ByteOrder.LITTLE_ENDIAN);
        KSPIN_CONNECT connect =
                KSPIN_CONNECT.LAYOUT.at(driver().abi(), bytes, 0).set(KSPIN_CONNECT.PinId, id);
        connect.get(KSPIN_CONNECT.Interface).set(KSIDENTIFIER.Set, interfaceSet);
        connect.get(KSPIN_CONNECT.Medium).set(KSIDENTIFIER.Set, mediumSet);
        connect.get(KSPIN_CONNECT.Priority)
                .set(KSPRIORITY.PriorityClass, KSPRIORITY.NORMAL)
                .set(KSPRIORITY.PrioritySubClass, 1);
        format.write(bytes, size);
        return handle().create(KsObjectType.PIN, bytes, Driver.GENERIC_WRITE);
    }

    private void refused(NtStatus status, int id, Guid interfaceSet, Guid mediumSet, DataFormat format) {
        KsException e = assertThrows(KsException.class, () -> connect(id, interfaceSet, mediumSet, format));
        assertEquals(status, e.status());
    }

    private static Requests.Reply state(Handle pin, KSSTATE state) {
        return new Requests(pin)
                .property(
                        head(KSPROPERTY_CONNECTION.SET.guid(), KSPROPERTY_CONNECTION.STATE.id(), KSPROPERTY_TYPE.SET),
                        ints(state.value()));
    }

    @Test
    void aPinStartsStopped() {
        new Requests(pin())
                .property(
                        head(KSPROPERTY_CONNECTION.SET.guid(), KSPROPERTY_CONNECTION.STATE.id(), KSPROPERTY_TYPE.GET),
                        4)
                .succeedsWith(KSSTATE.STOP.value());
    }

    @Test
    void aStateIsReadBack() {
        Handle pin = pin();
        state(pin, KSSTATE.ACQUIRE).succeeds();
        state(pin, KSSTATE.PAUSE).succeeds();
        new Requests(pin)
                .property(
                        head(KSPROPERTY_CONNECTION.SET.guid(), KSPROPERTY_CONNECTION.STATE.id(), KSPROPERTY_TYPE.GET),
                        4)
                .succeedsWith(KSSTATE.PAUSE.value());
    }

    @Test
    void aNumberThatIsNoStateIsAnInvalidParameter() {
        new Requests(pin())
                .property(
                        head(KSPROPERTY_CONNECTION.SET.guid(), KSPROPERTY_CONNECTION.STATE.id(), KSPROPERTY_TYPE.SET),
                        ints(4))
                .failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aPinFactoryThatIsNotThereIsAnInvalidParameter() {
        refused(NtStatus.INVALID_PARAMETER, 7, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, FORMAT);
    }

    @Test
    void anotherInterfaceDoesNotMatch() {
        refused(NtStatus.NO_MATCH, 0, KSINTERFACESETID.Media, KSMEDIUMSETID.Standard, FORMAT);
    }

    @Test
    void anotherMediumDoesNotMatch() {
        refused(NtStatus.NO_MATCH, 0, KSINTERFACESETID.Standard, KSMEDIUMSETID.MidiBus, FORMAT);
    }

    @Test
    void anotherFormatDoesNotMatch() {
        refused(
                NtStatus.NO_MATCH,
                0,
                KSINTERFACESETID.Standard,
                KSMEDIUMSETID.Standard,
                DataFormat.of(WaveFormat.ieeeFloat(48_000, 2)));
    }

    @Test
    void aSecondInstanceFindsThePinInUse() {
        pin();
        refused(NtStatus.INVALID_DEVICE_STATE, 0, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, FORMAT);
    }

    @Test
    void aPinThatWasClosedCanBeOpenedAgain() {
        pin().close();
        pin().close();
    }

    @Test
    void aWriteCompletesWhenThePinRuns() throws Exception {
        Handle pin = pin();
        try (Packet packet = new Packet(pin, 400)) {
            state(pin, KSSTATE.ACQUIRE).succeeds();
            state(pin, KSSTATE.PAUSE).succeeds();
            state(pin, KSSTATE.RUN).succeeds();
            assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 400), packet.outcome());
        }
    }

    @Test
    void stoppingCancelsWhatIsQueued() throws Exception {
        Handle pin = pin();
        state(pin, KSSTATE.ACQUIRE).succeeds();
        state(pin, KSSTATE.PAUSE).succeeds();
        try (Packet packet = new Packet(pin, 400)) {
            state(pin, KSSTATE.STOP).succeeds();
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(packet.outcome()));
        }
    }

    @Test
    void closingThePinCancelsWhatIsQueued() throws Exception {
        Handle pin = pin();
        try (Packet packet = new Packet(pin, 400)) {
            pin.close();
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(packet.outcome()));
        }
    }

    @Test
    void closingTheFilterClosesItsPin() throws Exception {
        Handle pin = pin();
        try (Packet packet = new Packet(pin, 400)) {
            handle().close();
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(packet.outcome()));
        }
    }

    @Test
    void aHeaderThatClaimsMoreThanItsBufferIsAnInvalidBufferSize() throws Exception {
        try (Packet packet = new Packet(pin(), 400, 500)) {
            assertEquals(NtStatus.INVALID_BUFFER_SIZE, IoStatusBlock.status(packet.outcome()));
        }
    }

    /** One packet that is being written. */
    private final class Packet implements AutoCloseable {
        private final KsBuffer header;
        private final KsBuffer data;
        private final CompletableFuture<Long> outcome = new CompletableFuture<>();

        Packet(Handle pin, int bytes) {
            this(pin, bytes, bytes);
        }

        Packet(Handle pin, int extent, int used) {
            int size = KSSTREAM_HEADER.LAYOUT.size(driver().abi());
            header = driver().allocate(size);
            data = driver().allocate(extent);
            KSSTREAM_HEADER view = KSSTREAM_HEADER
                    .LAYOUT
                    .at(driver().abi(), header.bytes(), 0)
                    .set(KSSTREAM_HEADER.Size, size)
                    .set(KSSTREAM_HEADER.FrameExtent, extent)
                    .set(KSSTREAM_HEADER.DataUsed, used)
                    .set(KSSTREAM_HEADER.Data, data.address());
            view.get(KSSTREAM_HEADER.PresentationTime).set(KSTIME.Numerator, 1).set(KSTIME.Denominator, 1);
            pin.submit(IOCTL_KS.WRITE_STREAM, null, 0, header, size, outcome::complete);
        }

        long outcome() throws Exception {
            return outcome.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            header.close();
            data.close();
        }
    }
}
