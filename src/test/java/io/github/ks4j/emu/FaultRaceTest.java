package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.WaveFormat;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that faults strike, while others cancel, close, remove and let time pass. */
@Timeout(60)
class FaultRaceTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int ROUNDS = 300;

    private final VirtualTime time = new VirtualTime();
    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final EmulatedDriver driver =
            EmulatedDriver.builder().devices(device).time(time).journal(16).build();

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle pin() {
        Handle filter = driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);
        return Client.pin(filter, 0, STEREO);
    }

    /** Runs all of it at once. */
    private static void together(Runnable... parts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(parts.length);
        CompletableFuture<?>[] running = new CompletableFuture<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Runnable part = parts[i];
            running[i] = Client.inThread(() -> {
                try {
                    start.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                part.run();
            });
        }
        CompletableFuture.allOf(running).get(30, TimeUnit.SECONDS);
    }

    private static void assertOnce(Frame frame, NtStatus... outcomes) {
        NtStatus status = frame.status();
        assertTrue(List.of(outcomes).contains(status), status.toString());
        assertEquals(1, frame.completions.get(), "completions");
    }

    @Test
    void aLateAnswerAndItsCancellationAreToldOnce() throws Exception {
        driver.faults().add("write=delay 1ms");
        Handle pin = pin();
        Client.run(pin);
        for (int round = 0; round < ROUNDS; round++) {
            Frame write = Frame.of(driver, new byte[4]).write(pin);
            together(() -> time.advance(Duration.ofMillis(1)), write.pending::cancel);
            assertOnce(write, NtStatus.SUCCESS, NtStatus.CANCELLED);
        }
        assertEquals(List.of(), driver.journal().pending());
    }

    @ParameterizedTest
    @ValueSource(strings = {"neverComplete", "neverGiveBack"})
    void theCancellerTheCloserAndWhoRemovesTheFaultTellOnce(String action) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Fault fault = driver.faults().add(Fault.parse("write=" + action));
            Handle pin = pin();
            Frame write = Frame.of(driver, new byte[4]).write(pin);
            together(write.pending::cancel, pin::close, () -> driver.faults().remove(fault));
            assertOnce(write, NtStatus.CANCELLED);
        }
        assertEquals(List.of(), driver.journal().pending());
    }

    @Test
    void aFaultThatIsRemovedAsItStrikesKeepsNothing() throws Exception {
        Handle pin = pin();
        Client.run(pin);
        for (int round = 0; round < ROUNDS; round++) {
            Fault fault = driver.faults().add(Fault.parse("write=neverGiveBack"));
            Frame write = Frame.of(driver, new byte[4]);
            together(() -> write.write(pin), () -> driver.faults().remove(fault));
            assertOnce(write, NtStatus.SUCCESS, NtStatus.CANCELLED);
        }
    }

    @Test
    void aDriverThatIsClosedAsAFaultStrikesKeepsNothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EmulatedDriver shortLived = EmulatedDriver.builder()
                    .devices(new VirtualAudioDevice("short-lived"))
                    .faults("write=neverGiveBack")
                    .build();
            Handle filter = shortLived.open(
                    shortLived.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);
            Handle pin = Client.pin(filter, 0, STEREO);
            Frame write = Frame.of(shortLived, new byte[4]);
            together(
                    () -> {
                        try {
                            write.write(pin);
                        } catch (KsException e) {
                            assertEquals(NtStatus.INVALID_HANDLE, e.status());
                            write.completions.incrementAndGet();
                            write.outcome.complete(0L);
                        }
                    },
                    shortLived::close);
            assertOnce(write, NtStatus.CANCELLED, NtStatus.DEVICE_REMOVED, NtStatus.SUCCESS);
        }
    }

    @Test
    void aDeviceThatRequestsRemoveAtOnceIsRemovedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Fault fault = driver.faults().add(Fault.parse("write=remove"));
            Handle pin = pin();
            Frame one = Frame.of(driver, new byte[4]);
            Frame other = Frame.of(driver, new byte[4]);
            together(() -> one.write(pin), () -> other.write(pin));
            assertOnce(one, NtStatus.DEVICE_REMOVED);
            assertOnce(other, NtStatus.DEVICE_REMOVED);
            driver.faults().remove(fault);
            driver.plug(device);
        }
    }

    @Test
    void faultsComeAndGoUnderRequests() throws Exception {
        Handle pin = pin();
        Client.run(pin);
        Set<NtStatus> possible = Set.of(NtStatus.SUCCESS, NtStatus.UNSUCCESSFUL);
        together(
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        Frame write = Frame.of(driver, new byte[4]).write(pin);
                        assertTrue(possible.contains(write.status()));
                    }
                },
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        Fault fault = driver.faults().add(Fault.parse("write=status UNSUCCESSFUL"));
                        driver.faults().remove(fault);
                    }
                });
    }
}
