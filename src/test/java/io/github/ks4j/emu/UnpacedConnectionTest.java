package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two pins that are connected neither ever waits. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class UnpacedConnectionTest {
    private static final Duration REST = Duration.ofMillis(10);

    private final VirtualTime time = new VirtualTime();
    private EmulatedDriver driver;
    private Handle source;
    private Handle sink;
    private long taken;

    /** Whose pins they are. */
    private enum Devices {
        ONE,
        TWO
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void connect(Devices devices) {
        EmulatedPin out = pin(EmulatedPin.of(KSPIN_DATAFLOW.OUT, KSPIN_COMMUNICATION.SOURCE));
        EmulatedPin in = pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN));
        EmulatedDevice[] present = devices == Devices.ONE
                ? new EmulatedDevice[] {device("both", out, in)}
                : new EmulatedDevice[] {device("giving", out), device("taking", in)};
        driver = EmulatedDriver.builder().devices(present).time(time).build();
        var found = driver.enumerate(KSCATEGORY.AUDIO);
        Handle giving = driver.open(found.get(0).path(), Client.READ_WRITE);
        Handle taking =
                devices == Devices.ONE ? giving : driver.open(found.get(1).path(), Client.READ_WRITE);
        sink = Client.pin(taking, devices == Devices.ONE ? 1 : 0, Rig.STEREO);
        source = Pair.connect(giving, 0, Rig.STEREO, sink);
        Client.run(source);
    }

    private EmulatedPin pin(EmulatedPin.Builder pin) {
        return pin.ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                .streaming(Greedy::new)
                .build();
    }

    private static EmulatedDevice device(String name, EmulatedPin... pins) {
        EmulatedFilter.Builder filter = EmulatedFilter.named("f").categories(KSCATEGORY.AUDIO);
        for (EmulatedPin pin : pins) {
            filter.pin(pin);
        }
        return EmulatedDevice.of(name, filter.build());
    }

    /** Uses whatever frame there is, at once. */
    private final class Greedy implements PinDispatch {
        private final PinInstance pin;

        Greedy(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                if (!pin.isRead()) {
                    taken++;
                }
                queue.advance(queue.remaining());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingThePinsToRunReturns(Devices devices) {
        connect(devices);
        Client.run(sink);
        assertTrue(taken > 0);
    }

    @ParameterizedTest
    @EnumSource
    void framesRestWhileTimeStandsStill(Devices devices) {
        connect(devices);
        Client.run(sink);
        long before = taken;
        time.advance(REST.minusNanos(100));
        assertEquals(before, taken);
    }

    @ParameterizedTest
    @EnumSource
    void framesGoOnEachTimeThatTheyHaveRested(Devices devices) {
        connect(devices);
        Client.run(sink);
        for (int i = 0; i < 3; i++) {
            long before = taken;
            time.advance(REST);
            assertTrue(taken > before, "rest " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stoppingEndsIt(Devices devices) {
        connect(devices);
        Client.run(sink);
        Client.state(sink, KSSTATE.STOP);
        long before = taken;
        time.advance(REST.multipliedBy(10));
        assertEquals(before, taken);
    }

    @ParameterizedTest
    @EnumSource
    void runningAgainAfterStoppingGoesOn(Devices devices) {
        connect(devices);
        Client.run(sink);
        Client.state(sink, KSSTATE.STOP);
        long before = taken;
        Client.run(sink);
        assertTrue(taken > before);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftForTheTimeAfterClosing(Devices devices) {
        connect(devices);
        Client.run(sink);
        source.close();
        sink.close();
        assertFalse(time.advanceToNextTimer());
    }
}
