package io.github.ks4j.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.emu.AudioSignal;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.StreamTiming;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualTime;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the passing of time costs the emulation: an hour of one pin, and a second of a thousand. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EmulatedTime {
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int PERIOD = 48000 / 100 * 4;

    private static KsPin capture(Ks ks, FilterInterface filter) {
        KsPin pin = ks.filter(filter.path()).pinFactory(0).open(FORMAT);
        pin.state(KSSTATE.RUN);
        return pin;
    }

    private static VirtualAudioDevice device(int number) {
        return VirtualAudioDevice.builder()
                .instance("ks4j#bench#" + number)
                .timing(StreamTiming.EXACT)
                .signal(AudioSignal.COUNTER)
                .build();
    }

    /**
     * An hour of capture at 48 kHz in stereo, in reads of a tenth of a second.
     *
     * @return the CRC-32 of its bytes, the same every run
     */
    @Benchmark
    public long hourOfCapture() {
        VirtualTime time = new VirtualTime();
        try (Ks ks =
                Ks.over(EmulatedDriver.builder().time(time).devices(device(0)).build())) {
            KsPin pin = capture(ks, ks.filters(KSCATEGORY.CAPTURE).get(0));
            KsFrame frame = pin.frame(10 * PERIOD);
            CRC32 crc = new CRC32();
            for (int tenth = 0; tenth < 36_000; tenth++) {
                pin.read(frame);
                time.advance(Duration.ofMillis(100));
                frame.await();
                crc.update(frame.bytes());
                frame.bytes().clear();
            }
            return crc.getValue();
        }
    }

    private static final int PINS = 1000;

    private static Ks thousand(EmulatedDriver.Builder builder) {
        for (int i = 0; i < PINS; i++) {
            builder.devices(device(i));
        }
        return Ks.over(builder.build());
    }

    /** A thousand capture pins in virtual time, each with a read under way all the time. */
    @State(Scope.Thread)
    public static class VirtualPins {
        private final VirtualTime time = new VirtualTime();
        private final List<KsPin> pins = new ArrayList<>();
        private final List<KsFrame> frames = new ArrayList<>();
        private Ks ks;

        @Setup
        public void open() {
            ks = thousand(EmulatedDriver.builder().time(time));
            for (FilterInterface filter : ks.filters(KSCATEGORY.CAPTURE)) {
                KsPin pin = capture(ks, filter);
                pins.add(pin);
                frames.add(pin.frame(PERIOD));
            }
            for (int i = 0; i < PINS; i++) {
                pins.get(i).read(frames.get(i));
            }
        }

        /** Sends the frames again that have come back; gives how many that were. */
        int again() {
            int count = 0;
            for (int i = 0; i < PINS; i++) {
                KsFrame frame = frames.get(i);
                if (!frame.isPending()) {
                    frame.await();
                    pins.get(i).read(frame);
                    count++;
                }
            }
            return count;
        }

        @TearDown
        public void close() {
            ks.close();
        }
    }

    /** A second of a thousand pins, as fast as it goes; gives the frames that came. */
    @Benchmark
    public int thousandPinsInVirtualTime(VirtualPins pins) {
        int count = 0;
        for (int tick = 0; tick < 100; tick++) {
            pins.time.advance(Duration.ofMillis(10));
            count += pins.again();
        }
        return count;
    }

    /** A thousand capture pins in real time, each with two reads that are sent again as soon as they are complete. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class RealPins {
        /** The time that the process has used on all cores, in milliseconds. */
        public long cpuMillis;

        /** Frames that came: 100,000 if all did. */
        public long frames;

        /** The threads of the process. */
        public long threads;

        private final LongAdder arrived = new LongAdder();
        private Driver driver;

        @Setup
        public void open() {
            driver = thousand(EmulatedDriver.builder()).driver();
            List<Reader> readers = new ArrayList<>();
            for (FilterInterface found : driver.enumerate(KSCATEGORY.CAPTURE)) {
                Handle filter = driver.open(found.path(), Driver.GENERIC_READ);
                Handle pin = BarePin.run(filter, FORMAT, Driver.GENERIC_READ);
                readers.add(new Reader(pin, arrived));
                readers.add(new Reader(pin, arrived));
            }
            readers.forEach(Reader::send);
        }

        @Setup(Level.Iteration)
        public void reset() {
            cpuMillis = 0;
            frames = 0;
            threads = 0;
        }

        @TearDown
        public void close() {
            driver.close();
        }
    }

    /** Reads one frame over and over. */
    private static final class Reader implements Handle.Completion {
        private final LongAdder arrived;
        private final KSSTREAM_HEADER header;
        private final Handle.RepeatedRequest request;

        Reader(Handle pin, LongAdder arrived) {
            this.arrived = arrived;
            Driver driver = pin.driver();
            int size = KSSTREAM_HEADER.LAYOUT.size(driver.abi());
            KsBuffer memory = driver.allocate(size);
            header = KSSTREAM_HEADER
                    .LAYOUT
                    .at(driver.abi(), memory.bytes(), 0)
                    .set(KSSTREAM_HEADER.Size, size)
                    .set(KSSTREAM_HEADER.FrameExtent, PERIOD)
                    .set(KSSTREAM_HEADER.Data, driver.allocate(PERIOD).address());
            header.get(KSSTREAM_HEADER.PresentationTime)
                    .set(KSTIME.Numerator, 1)
                    .set(KSTIME.Denominator, 1);
            request = pin.repeatedRequest(IOCTL_KS.READ_STREAM, null, 0, memory, size, this);
        }

        void send() {
            header.set(KSSTREAM_HEADER.DataUsed, 0).set(KSSTREAM_HEADER.OptionsFlags, 0);
            request.submit();
        }

        /** Until the pin is closed. */
        @Override
        public void completed(long block) {
            if (!IoStatusBlock.isSuccess(block)) {
                return;
            }
            arrived.increment();
            try {
                send();
            } catch (KsClosedException e) {
                arrived.decrement();
            }
        }
    }

    /** A second of a thousand pins in real time. */
    @Benchmark
    public void thousandPinsInRealTime(RealPins pins) throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long before = pins.arrived.sum();
        TimeUnit.SECONDS.sleep(1);
        pins.frames += pins.arrived.sum() - before;
        pins.cpuMillis += TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime() - cpu);
        pins.threads = Thread.activeCount();
    }
}
