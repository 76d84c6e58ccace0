package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSRATE;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are on their way into a pin when its device goes. */
@Timeout(30)
class PinRemovalTest {
    private final List<String> seen = new ArrayList<>();
    private final Rig rig =
            new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.OUT).rates(rate -> rate).formatChanges());
    private final Handle pin;

    PinRemovalTest() {
        rig.streaming = opened -> new PinDispatch() {
            @Override
            public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
                seen.add("state");
                return NtStatus.SUCCESS;
            }

            @Override
            public NtStatus setDataFormat(DataFormat format) {
                seen.add("format");
                return NtStatus.SUCCESS;
            }

            @Override
            public NtStatus setRate(int rate) {
                seen.add("rate");
                return NtStatus.SUCCESS;
            }

            @Override
            public void process() {
                seen.add("process");
            }

            @Override
            public void reset() {
                seen.add("reset");
            }

            @Override
            public void close() {
                seen.clear();
            }
        };
        pin = rig.open(0);
        Client.state(pin, KSSTATE.PAUSE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** The status of a request that waits for the device's lock while the device goes; the device must see none of it. */
    private NtStatus whileTheDeviceGoes(Function<Handle, NtStatus> request) {
        ReentrantLock lock =
                (ReentrantLock) rig.pin().filter().factory().completions.lock();
        CompletableFuture<NtStatus> status = new CompletableFuture<>();
        rig.device(() -> {
            Client.inThread(() -> status.complete(request.apply(pin)));
            while (!lock.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            rig.driver.unplug(rig.device);
        });
        NtStatus answer = status.join();
        assertEquals(List.of(), seen);
        assertEquals(KSSTATE.STOP, rig.pin().state());
        return answer;
    }

    @Test
    void theStateDoesNotChangeAnyMore() {
        assertEquals(NtStatus.DEVICE_REMOVED, whileTheDeviceGoes(pin -> Client.state(pin, KSSTATE.RUN)));
    }

    @Test
    void theFormatDoesNotChangeAnyMore() {
        byte[] mono = new byte[Rig.MONO.size()];
        Rig.MONO.bytes().get(0, mono);
        assertEquals(
                NtStatus.DEVICE_REMOVED,
                whileTheDeviceGoes(pin ->
                        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, mono).status()));
    }

    @Test
    void theRateDoesNotChangeAnyMore() {
        byte[] rate =
                KSRATE.LAYOUT.allocate(Abi.X64).set(KSRATE.Rate, 2000).buffer().array();
        assertEquals(
                NtStatus.DEVICE_REMOVED,
                whileTheDeviceGoes(
                        pin -> Client.set(pin, KSPROPERTY_STREAM.RATE, rate).status()));
    }

    @Test
    void askingForTheFormatGoesOnWithNothing() {
        whileTheDeviceGoes(pin -> Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, Rig.STEREO.size())
                .status());
    }

    @Test
    void aResetIsNotTheDevicesAnyMore() {
        whileTheDeviceGoes(pin -> Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(0), new byte[0])
                .status());
    }
}
