package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.when;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualRtAudioDevice;
import io.github.ks4j.emu.VirtualTime;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.InOrder;

/** The memory of a WaveRT pin, and what is left of it when the pin is closed. */
@Timeout(30)
class KsMappedMemoryTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48_000, 16, 2));
    private static final int SIZE = 3840;

    private final Ks ks = Ks.over(EmulatedDriver.builder()
            .time(new VirtualTime())
            .devices(new VirtualRtAudioDevice())
            .build());
    private final KsPin pin = ks.filter(ks.filters(KSCATEGORY.RENDER).get(0))
            .pinFactory(0)
            .open(KsPinConnection.of(STEREO)
                    .withInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()));

    @AfterEach
    void close() {
        ks.close();
    }

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        return bytes;
    }

    @Test
    void theDriverChoosesTheSize() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE - 1);
        assertEquals(SIZE, buffer.size());
        assertEquals(pin, buffer.pin());
    }

    @Test
    void aBufferMayBeOneThatNotifies() {
        assertEquals(SIZE, pin.mapBuffer(SIZE, 2).size());
    }

    @Test
    void whatIsPutIsThere() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE);
        ByteBuffer source = ByteBuffer.wrap(numbered(100)).position(10);
        buffer.put(50, source);
        assertEquals(0, source.remaining());
        ByteBuffer target = ByteBuffer.allocate(100).position(10);
        buffer.get(50, target);
        assertEquals(0, target.remaining());
        byte[] expected = numbered(100);
        Arrays.fill(expected, 0, 10, (byte) 0);
        assertArrayEquals(expected, target.array());
    }

    @Test
    void whatDoesNotFitBeforeTheEndGoesOnAtTheStart() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE);
        buffer.put(SIZE - 4, ByteBuffer.wrap(numbered(12)));
        assertEquals(0x04030201, buffer.getInt(SIZE - 4));
        assertEquals(0x0C0B0A0908070605L, buffer.getLong(0));
        ByteBuffer target = ByteBuffer.allocate(12);
        buffer.get(SIZE - 4, target);
        assertArrayEquals(numbered(12), target.array());
    }

    @Test
    void allOfTheBufferCanBeCopiedButNoMore() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE);
        buffer.put(1, ByteBuffer.allocate(SIZE));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.put(1, ByteBuffer.allocate(SIZE + 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.get(SIZE, ByteBuffer.allocate(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.get(-1, ByteBuffer.allocate(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.getInt(SIZE - 3));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.getLong(-1));
    }

    @Test
    void nothingIsTouchedOnceThePinIsClosed() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE);
        pin.close();
        ByteBuffer bytes = ByteBuffer.allocate(4);
        assertThrows(KsClosedException.class, () -> buffer.get(0, bytes));
        assertThrows(KsClosedException.class, () -> buffer.put(0, bytes));
        assertThrows(KsClosedException.class, () -> buffer.getInt(0));
        assertThrows(KsClosedException.class, () -> buffer.getLong(0));
        assertEquals(4, bytes.remaining());
    }

    @Test
    void copiesRaceWithTheClosingOfThePinAndEndWithAnException() {
        KsMappedMemory buffer = pin.mapBuffer(SIZE);
        CompletableFuture<Void> copying = CompletableFuture.runAsync(() -> {
            ByteBuffer bytes = ByteBuffer.allocate(SIZE);
            while (true) {
                buffer.put(0, bytes.clear());
            }
        });
        pin.close();
        assertTrue(assertThrows(Exception.class, copying::join).getCause() instanceof KsClosedException);
    }

    @Test
    void aCopyKeepsThePinOpen() {
        Seam seam = new Seam();
        KsMappedMemory memory = mapped(seam);
        memory.getInt(0);
        InOrder order = inOrder(seam.handle);
        order.verify(seam.handle).hold();
        order.verify(seam.handle).letGo();
    }

    @Test
    void aCopyThatFailsLetsThePinGo() {
        Seam seam = new Seam();
        KsMappedMemory memory = mapped(seam);
        assertThrows(IndexOutOfBoundsException.class, () -> memory.getInt(8));
        InOrder order = inOrder(seam.handle);
        order.verify(seam.handle).hold();
        order.verify(seam.handle).letGo();
    }

    private static KsMappedMemory mapped(Seam seam) {
        doReturn(KsBuffer.heap(8)).when(seam.driver).view(4096, 8);
        when(seam.handle.hold()).thenReturn(true);
        return scripted(seam).map(4096, 8);
    }

    private static KsPin scripted(Seam seam) {
        when(seam.handle.create(any(), any(), anyInt())).thenReturn(seam.handle);
        return seam.filter().pinFactory(0).open(KsPinConnection.of(STEREO).withAccess(Driver.GENERIC_WRITE));
    }

    @Test
    void anAddressThatCannotBeIsABadReply() {
        Seam seam = new Seam().replyInts(0, 0, SIZE, 0);
        KsPin lying = scripted(seam);
        assertThrows(KsBadReplyException.class, () -> lying.mapBuffer(SIZE));
    }

    @Test
    void aSizeThatCannotBeIsABadReply() {
        Seam seam = new Seam().replyInts(4096, 0, 0, 0).replyInts(4096, 0, -1, 0);
        KsPin lying = scripted(seam);
        assertThrows(KsBadReplyException.class, () -> lying.mapBuffer(SIZE));
        KsBadReplyException e = assertThrows(KsBadReplyException.class, () -> lying.mapBuffer(SIZE));
        assertTrue(e.getMessage().contains("4294967295 bytes at 0x1000"), e.getMessage());
    }

    @Test
    void anAddressWhereNothingIsMappedIsRefused() {
        KsException e = assertThrows(KsException.class, () -> pin.map(4096, 8));
        assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
        assertThrows(IllegalArgumentException.class, () -> pin.map(0, 8));
    }

    @Test
    void aPinThatIsNoneOfWaveRtHasNoBuffer() {
        try (Ks plain = Ks.over(EmulatedDriver.of(new VirtualAudioDevice()))) {
            KsPin streaming = plain.filter(plain.filters(KSCATEGORY.RENDER).get(0))
                    .pinFactory(0)
                    .open(STEREO);
            assertThrows(KsNotSupportedException.class, () -> streaming.mapBuffer(SIZE));
        }
    }
}
