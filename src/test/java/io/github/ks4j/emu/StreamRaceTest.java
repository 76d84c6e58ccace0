package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that are written, read, cancelled, stopped and closed at the same time. */
@Timeout(60)
class StreamRaceTest {
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

    private static void join(CompletableFuture<?>... all) throws Exception {
        CompletableFuture.allOf(all).get(30, TimeUnit.SECONDS);
    }

    @Test
    void aWriterAndAReaderThatWaitPassEverythingOn() throws Exception {
        int count = 50_000;
        Frame write = new Frame(driver, 4);
        write.view.set(KSSTREAM_HEADER.DataUsed, 4);
        CompletableFuture<Void> writer = Client.inThread(() -> {
            for (int i = 0; i < count; i++) {
                write.data.bytes().putInt(0, i);
                assertEquals(
                        IoStatusBlock.of(NtStatus.SUCCESS, 4),
                        render.control(IOCTL_KS.WRITE_STREAM, null, 0, write.header, Frame.HEADER));
            }
        });
        Frame read = new Frame(driver, 4);
        CompletableFuture<Void> reader = Client.inThread(() -> {
            for (int i = 0; i < count; i++) {
                read.view.set(KSSTREAM_HEADER.DataUsed, 0);
                assertEquals(
                        IoStatusBlock.of(NtStatus.SUCCESS, Frame.HEADER),
                        capture.control(IOCTL_KS.READ_STREAM, null, 0, read.header, Frame.HEADER));
                assertEquals(i, read.data.bytes().getInt(0));
            }
        });
        join(writer, reader);
    }

    @Test
    void completionsComeInTheOrderOfTheRequests() throws Exception {
        List<Integer> order = new ArrayList<>();
        int count = 2_000;
        CompletableFuture<Void> submitter = Client.inThread(() -> {
            for (int i = 0; i < count; i++) {
                int number = i;
                Frame read = new Frame(driver, 16);
                capture.submit(IOCTL_KS.READ_STREAM, null, 0, read.header, Frame.HEADER, block -> order.add(number));
            }
        });
        CompletableFuture<Void> writer = Client.inThread(() -> {
            for (int i = 0; i < count / 2; i++) {
                Frame.of(driver, new byte[16]).write(render).await();
            }
        });
        for (int i = 0; i < count / 2; i++) {
            Frame.of(driver, new byte[16]).write(render).await();
        }
        join(submitter, writer);
        Client.state(capture, KSSTATE.STOP);
        assertEquals(count, order.size());
        for (int i = 0; i < count; i++) {
            assertEquals(i, order.get(i));
        }
    }

    @Test
    void aCompletionMaySendTheNextRequestForEver() {
        AtomicInteger left = new AtomicInteger(100_000);
        Client.state(capture, KSSTATE.STOP);
        Frame frame = Frame.of(driver, new byte[4]);
        Handle.Completion[] again = new Handle.Completion[1];
        again[0] = block -> {
            if (left.decrementAndGet() > 0) {
                render.submit(IOCTL_KS.WRITE_STREAM, null, 0, frame.header, Frame.HEADER, again[0]);
            }
        };
        again[0].completed(0);
        assertEquals(0, left.get());
    }

    @Test
    void aCompletionMayWaitForWhatIsDoneAtOnce() {
        AtomicBoolean done = new AtomicBoolean();
        Frame inner = Frame.of(driver, new byte[4]);
        Frame read = new Frame(driver, 4);
        capture.submit(IOCTL_KS.READ_STREAM, null, 0, read.header, Frame.HEADER, block -> {
            long outcome = render.control(IOCTL_KS.WRITE_STREAM, null, 0, inner.header, Frame.HEADER);
            done.set(outcome == IoStatusBlock.of(NtStatus.SUCCESS, 4));
        });
        Frame.of(driver, new byte[4]).write(render).is(NtStatus.SUCCESS, 4);
        assertTrue(done.get());
    }

    @Test
    void cancellingRacesWithCompletingWithoutLosingOrDoublingAny() throws Exception {
        List<Frame> reads = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            reads.add(new Frame(driver, 8).read(capture));
        }
        AtomicInteger played = new AtomicInteger();
        CompletableFuture<Void> writer = Client.inThread(() -> {
            for (int i = 0; i < 2_500; i++) {
                played.addAndGet(8);
                Frame.of(driver, new byte[8]).write(render);
            }
        });
        CompletableFuture<Void> canceller = Client.inThread(() -> {
            Random random = new Random(3);
            for (int i = 0; i < 5_000; i++) {
                reads.get(random.nextInt(reads.size())).pending.cancel();
            }
        });
        join(writer, canceller);
        Client.state(capture, KSSTATE.STOP);
        for (Frame read : reads) {
            assertTrue(read.isDone());
            assertEquals(1, read.completions.get());
            assertTrue(read.status() == NtStatus.CANCELLED || read.used() == 8);
        }
        assertEquals(20_000, played.get());
    }

    @Test
    void stoppingAndClosingCompleteEveryRequestOnce() throws Exception {
        for (int round = 0; round < 100; round++) {
            boolean stop = round % 2 == 0;
            Handle pin = capture;
            List<Frame> reads = new ArrayList<>();
            CompletableFuture<Void> reader = Client.inThread(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        Frame frame = new Frame(driver, 8);
                        frame.read(pin);
                        reads.add(frame);
                    }
                } catch (KsException e) {
                    assertEquals(NtStatus.INVALID_HANDLE, e.status());
                }
            });
            CompletableFuture<Void> writer = Client.inThread(() -> {
                for (int i = 0; i < 20; i++) {
                    Frame.of(driver, new byte[8]).write(render);
                }
            });
            Thread.onSpinWait();
            if (stop) {
                Client.state(pin, KSSTATE.STOP);
            } else {
                pin.close();
            }
            join(reader, writer);
            Client.state(pinOrNew(pin, stop), KSSTATE.STOP);
            for (Frame read : reads) {
                assertTrue(read.isDone());
                assertEquals(1, read.completions.get());
            }
            Client.run(capture);
        }
    }

    /** After a close, opens the capture pin again: its only instance must be free. */
    private Handle pinOrNew(Handle pin, boolean stillOpen) {
        if (!stillOpen) {
            capture = Client.pin(
                    driver.open(driver.enumerate(KSCATEGORY.CAPTURE).get(0).path(), 0), 0, STEREO);
        }
        return stillOpen ? pin : capture;
    }

    @Test
    void theDriverCanBeClosedUnderAStream() throws Exception {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (Handle pin : List.of(render, capture)) {
            int code = pin == render ? IOCTL_KS.WRITE_STREAM : IOCTL_KS.READ_STREAM;
            KsBuffer header = Frame.of(driver, new byte[64]).header;
            header.bytes().putInt(36, pin == render ? 64 : 0);
            threads.add(Client.inThread(() -> {
                try {
                    while (true) {
                        header.bytes().putInt(36, pin == render ? 64 : 0);
                        pin.control(code, null, 0, header, Frame.HEADER);
                    }
                } catch (KsException e) {
                    assertEquals(NtStatus.INVALID_HANDLE, e.status());
                }
            }));
        }
        Thread.sleep(20);
        driver.close();
        join(threads.toArray(CompletableFuture[]::new));
    }
}
