package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stream headers with something behind them. */
@Timeout(30)
class ExtendedHeaderTest {
    private static final int EXTENDING = 0;
    private static final int PLAIN = 1;
    private static final int EXTENDED = 128;

    private final Rig rig = new Rig(
            EmulatedPin.sink(KSPIN_DATAFLOW.IN).streamHeaderSize(EXTENDED).formatChanges(),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN));

    @AfterEach
    void close() {
        rig.close();
    }

    private long write(Handle pin, Frame frame, int size) {
        try (KsBuffer header = rig.driver.allocate(size)) {
            frame.view.set(KSSTREAM_HEADER.Size, size);
            header.bytes().put(0, frame.header.bytes(), 0, Frame.HEADER);
            Handle.PendingRequest request =
                    pin.submit(IOCTL_KS.WRITE_STREAM, null, 0, header, size, frame.outcome::complete);
            request.cancel();
            return frame.await();
        }
    }

    @Test
    void aHeaderOfThePinsSizeIsTaken() {
        assertEquals(IoStatusBlock.of(NtStatus.CANCELLED, 0), write(rig.open(EXTENDING), rig.frame(4), EXTENDED));
    }

    @ParameterizedTest
    @ValueSource(ints = {56, 120, 136})
    void aHeaderOfAnotherSizeIsAnInvalidBufferSize(int size) {
        assertEquals(IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0), write(rig.open(EXTENDING), rig.frame(4), size));
    }

    @Test
    void theSizeOfTheHeadersIsTold() {
        Handle pin = rig.open(EXTENDING);
        assertEquals(
                EXTENDED,
                Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 4).ulong());
        Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
        Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 3).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, new byte[4]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aPinWithoutASizeTellsNone() {
        assertEquals(
                0,
                Client.get(rig.open(PLAIN), KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 4)
                        .ulong());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 48, 60, -8})
    void aSizeThatNoHeaderHasIsNotDescribed(int size) {
        EmulatedPin.Builder pin = EmulatedPin.sink(KSPIN_DATAFLOW.IN);
        assertThrows(IllegalArgumentException.class, () -> pin.streamHeaderSize(size));
    }

    @Test
    void aFormatComesWithAPlainHeaderWhateverThePinsSize() {
        Handle pin = rig.open(EXTENDING);
        Frame.ofFormat(rig.driver, Rig.MONO).write(pin).is(NtStatus.SUCCESS, Rig.MONO.size());
        assertEquals(
                IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0),
                write(pin, Frame.ofFormat(rig.driver, Rig.MONO), EXTENDED));
    }
}
