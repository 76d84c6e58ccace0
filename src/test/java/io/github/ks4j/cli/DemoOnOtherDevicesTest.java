package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoOnOtherDevicesTest {
    private final List<String> states = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatDoesNotComeBackBitExactIsAFailure() {
        Run run = Run.on(device(this::silent), "demo").expect(1);
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().matches("(?s).*\\d+ bytes differ, the first at byte \\d+\\s+"), run.err());
    }

    @Test
    void pinsGoThroughAllStatesAndBack() {
        Run.on(device(this::silent), "demo");
        assertEquals(
                List.of("IN STOP", "IN ACQUIRE", "IN PAUSE", "IN RUN", "IN PAUSE", "IN ACQUIRE", "IN STOP"),
                states.stream().filter(s -> s.startsWith("IN")).toList());
    }

    @Test
    void aDeviceWithoutVolumeAndMethodIsPlayedAllTheSame() {
        String out = Run.on(device(this::silent), "demo").out();
        assertTrue(out.contains("this device has no volume node"), out);
        assertTrue(out.contains("this filter does not have the method"), out);
        assertTrue(out.contains("96000"), out);
    }

    @Test
    void aDeviceWithoutLoopbackIsPlayedOnly() {
        EmulatedDevice device =
                EmulatedDevice.of("test#0", filter("render", KSCATEGORY.RENDER, KSPIN_DATAFLOW.IN, this::silent));
        Run run = Run.on(device, "demo").expect(0);
        assertTrue(run.out().contains("there is no loopback pin"), run.out());
    }

    @Test
    void aPinThatRefusesToRunIsAKsErrorOfOneLine() {
        Run run = Run.on(device(this::refusing), "demo").expect(1);
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("STATUS_INVALID_DEVICE_STATE"), run.err());
    }

    @Test
    void bothPinsAreStoppedWhenOneRefusesToRun() {
        Run.on(device(this::refusing), "demo");
        assertEquals(List.of("IN STOP", "OUT STOP"), last("IN", "OUT"));
    }

    @Test
    void aSystemWithoutFiltersHasNoDevice() {
        Run run = Run.on(EmulatedDevice.of("test#0"), "demo").expect(3);
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void aSystemWithoutFiltersListsNone() {
        Run run = Run.on(EmulatedDevice.of("test#0"), "list", "--json").expect(0);
        assertEquals(0, run.json().getAsJsonArray("filters").size());
    }

    private List<String> last(String... flows) {
        return Stream.of(flows)
                .map(flow -> states.stream().filter(s -> s.startsWith(flow)).reduce("", (one, next) -> next))
                .toList();
    }

    private static EmulatedDevice device(Streaming streaming) {
        return EmulatedDevice.of(
                "test#0",
                filter("render", KSCATEGORY.RENDER, KSPIN_DATAFLOW.IN, streaming),
                filter("capture", KSCATEGORY.CAPTURE, KSPIN_DATAFLOW.OUT, streaming));
    }

    private static EmulatedFilter filter(String name, Guid category, KSPIN_DATAFLOW flow, Streaming streaming) {
        AudioRange range = new AudioRange(2, 16, 16, 48000, 48000);
        return EmulatedFilter.named(name)
                .categories(category)
                .pin(EmulatedPin.sink(flow)
                        .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, range))
                        .streaming(pin -> streaming.of(pin, flow))
                        .build())
                .build();
    }

    /** Takes what is written, and gives nothing but zeroes. */
    private PinDispatch silent(PinInstance pin, KSPIN_DATAFLOW flow) {
        return new Recorded(pin, flow);
    }

    /** Does not capture when it comes to it. */
    private PinDispatch refusing(PinInstance pin, KSPIN_DATAFLOW flow) {
        return new Recorded(pin, flow) {
            @Override
            public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
                super.setDeviceState(from, to);
                return flow == KSPIN_DATAFLOW.OUT && to == KSSTATE.RUN
                        ? NtStatus.INVALID_DEVICE_STATE
                        : NtStatus.SUCCESS;
            }
        };
    }

    private interface Streaming {
        PinDispatch of(PinInstance pin, KSPIN_DATAFLOW flow);
    }

    private class Recorded implements PinDispatch {
        private final PinInstance pin;
        private final KSPIN_DATAFLOW flow;

        Recorded(PinInstance pin, KSPIN_DATAFLOW flow) {
            this.pin = pin;
            this.flow = flow;
            states.add(flow + " STOP");
        }

        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            states.add(flow + " " + to);
            return NtStatus.SUCCESS;
        }

        @Override
        public void process() {
            while (pin.state() == KSSTATE.RUN && pin.queue().hasFrame()) {
                pin.queue().advance(pin.queue().remaining());
            }
        }
    }
}
