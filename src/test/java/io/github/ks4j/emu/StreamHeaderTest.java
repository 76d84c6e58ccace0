package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stream headers that nobody should send. */
class StreamHeaderTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private Handle render;
    private Handle capture;

    @BeforeEach
    void open() {
        render = Client.pin(
                driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0), 0, STEREO);
        capture = Client.pin(
                driver.open(driver.enumerate(KSCATEGORY.CAPTURE).get(0).path(), 0), 0, STEREO);
        Client.run(render);
        Client.run(capture);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void assertRefused(NtStatus expected, Handle pin, Frame frame) {
        int code = pin == render ? IOCTL_KS.WRITE_STREAM : IOCTL_KS.READ_STREAM;
        assertEquals(IoStatusBlock.of(expected, 0), pin.control(code, null, 0, frame.header, frame.header.size()));
    }

    private Frame write() {
        return Frame.of(driver, new byte[8]);
    }

    private Frame read() {
        return new Frame(driver, 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 55, 57, 60, 64, 112, -8, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aSizeThatIsNotThatOfTheHeaderIsAnInvalidBufferSize(int size) {
        Frame write = write();
        write.view.set(KSSTREAM_HEADER.Size, size);
        assertRefused(NtStatus.INVALID_BUFFER_SIZE, render, write);
        Frame read = read();
        read.view.set(KSSTREAM_HEADER.Size, size);
        assertRefused(NtStatus.INVALID_BUFFER_SIZE, capture, read);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 55})
    void aBufferThatCutsTheHeaderIsAnInvalidBufferSize(int length) {
        KsBuffer header = write().header;
        assertEquals(
                IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0),
                render.control(IOCTL_KS.WRITE_STREAM, null, 0, header, length));
    }

    @Test
    void aRestBehindTheLastHeaderIsAnInvalidBufferSize() {
        KsBuffer headers = driver.allocate(80);
        headers.bytes().put(0, write().header.bytes(), 0, 56);
        assertEquals(
                IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0),
                render.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, 80));
    }

    @Test
    void anExtendedHeaderIsAccepted() {
        KsBuffer headers = driver.allocate(128);
        Frame frame = write();
        frame.view.set(KSSTREAM_HEADER.Size, 128);
        headers.bytes().put(0, frame.header.bytes(), 0, 56);
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, 8), render.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, 128));
    }

    @ParameterizedTest
    @CsvSource({"9, 8", "-1, 8", "-1, 2147483647", "1, 0"})
    void moreDataThanTheFrameHoldsIsAnInvalidBufferSize(int used, int extent) {
        Frame write = write();
        write.view.set(KSSTREAM_HEADER.DataUsed, used).set(KSSTREAM_HEADER.FrameExtent, extent);
        assertRefused(NtStatus.INVALID_BUFFER_SIZE, render, write);
    }

    @Test
    void aReadComesWithoutDataAndFlags() {
        Frame used = read();
        used.view.set(KSSTREAM_HEADER.DataUsed, 1);
        assertRefused(NtStatus.INVALID_BUFFER_SIZE, capture, used);
        assertRefused(NtStatus.INVALID_PARAMETER, capture, read().flags(0x200));
    }

    @Test
    void aFormatChangeInTheStreamIsAnInvalidParameter() {
        assertRefused(NtStatus.INVALID_PARAMETER, render, write().flags(8));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0xDEAD_BEEFL, Long.MIN_VALUE, Long.MAX_VALUE, 0x7FFF_FFFF_0000L})
    void dataThatIsNotMappedIsAnAccessViolation(long address) {
        Frame write = write();
        write.view.set(KSSTREAM_HEADER.Data, address);
        assertRefused(NtStatus.ACCESS_VIOLATION, render, write);
        Frame read = read();
        read.view.set(KSSTREAM_HEADER.Data, address);
        assertRefused(NtStatus.ACCESS_VIOLATION, capture, read);
    }

    @Test
    void dataThatRunsOverItsBufferIsAnAccessViolation() {
        Frame write = write();
        write.view.set(KSSTREAM_HEADER.Data, write.data.address() + 1);
        assertRefused(NtStatus.ACCESS_VIOLATION, render, write);
        Frame read = read();
        read.view.set(KSSTREAM_HEADER.FrameExtent, 9);
        assertRefused(NtStatus.ACCESS_VIOLATION, capture, read);
        Frame huge = read();
        huge.view.set(KSSTREAM_HEADER.FrameExtent, -1);
        assertRefused(NtStatus.ACCESS_VIOLATION, capture, huge);
    }

    @Test
    void dataOfAClosedBufferIsAnAccessViolation() {
        Frame write = write();
        write.data.close();
        assertRefused(NtStatus.ACCESS_VIOLATION, render, write);
    }

    @Test
    void aFrameWithoutDataNeedsNoPointer() {
        Frame write = new Frame(driver, 8);
        write.view.set(KSSTREAM_HEADER.FrameExtent, 0).set(KSSTREAM_HEADER.Data, 0);
        write.write(render).is(NtStatus.SUCCESS, 0);
        Frame read = read();
        read.view.set(KSSTREAM_HEADER.FrameExtent, 0).set(KSSTREAM_HEADER.Data, 0);
        read.read(capture).is(NtStatus.SUCCESS, Frame.HEADER);
    }

    @Test
    void oneBadHeaderRefusesTheWholeRequest() {
        KsBuffer headers = driver.allocate(112);
        headers.bytes().put(0, write().header.bytes(), 0, 56);
        Frame bad = write();
        bad.view.set(KSSTREAM_HEADER.Data, 1);
        headers.bytes().put(56, bad.header.bytes(), 0, 56);
        assertEquals(
                IoStatusBlock.of(NtStatus.ACCESS_VIOLATION, 0),
                render.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, 112));
        assertFalse(new Frame(driver, 1).read(capture).isDone());
    }

    @Test
    void changingTheHeadersOfARequestThatPendsHasNoEffect() {
        Frame read = read().read(capture);
        read.view.set(KSSTREAM_HEADER.Data, 0xDEADL).set(KSSTREAM_HEADER.FrameExtent, -1);
        write().write(render).is(NtStatus.SUCCESS, 8);
        read.is(NtStatus.SUCCESS, 56);
        assertEquals(8, read.used());
    }

    @Test
    void closingTheBuffersOfARequestThatPendsDoesNoHarm() {
        Frame read = read().read(capture);
        read.data.close();
        read.header.close();
        write().write(render).is(NtStatus.SUCCESS, 8);
        assertEquals(NtStatus.SUCCESS, read.status());
    }

    @Test
    void randomHeadersAreRefusedOrDone() {
        Random random = new Random(7);
        KsBuffer headers = driver.allocate(224);
        KsBuffer data = driver.allocate(64);
        for (int i = 0; i < 20_000; i++) {
            for (int at = 0; at < 224; at += 4) {
                headers.bytes().putInt(at, random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(64));
            }
            if (random.nextBoolean()) {
                headers.bytes().putInt(0, 56).putLong(40, data.address() + random.nextInt(70));
            }
            int length = 56 * (1 + random.nextInt(4));
            long block = render.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, length);
            Handle.PendingRequest read = capture.submit(IOCTL_KS.READ_STREAM, null, 0, headers, length, outcome -> {});
            read.cancel();
            assertFalse(IoStatusBlock.status(block).equals(NtStatus.UNSUCCESSFUL));
        }
    }
}
