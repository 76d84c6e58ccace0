package io.github.ks4j.bench;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Frames to the render pin of the stub, filled and written: through the facade and the win32 driver, and by a loop in C.
 * Needs the stub library, as {@link PropertyGet} says.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(StubStream.FRAMES)
public class StubStream {
    static final int FRAMES = 64;
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(48000, 16, 2));

    /** A pin of the facade. */
    @State(Scope.Thread)
    public static class Facade {
        @Param({"65536", "1048576"})
        public int size;

        private Ks ks;
        private KsPin pin;
        private KsFrame frame;
        private ByteBuffer source;

        @Setup
        public void open() {
            ks = Ks.open("win32");
            pin = ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0)).pinFactory(0).open(FORMAT);
            pin.state(KSSTATE.RUN);
            frame = pin.frame(size);
            source = ByteBuffer.allocateDirect(size);
        }

        @TearDown
        public void close() {
            ks.close();
        }
    }

    @Benchmark
    public int throughFacade(Facade facade) {
        for (int i = 0; i < FRAMES; i++) {
            facade.frame.bytes().put(0, facade.source, 0, facade.size);
            facade.frame.dataUsed(facade.size);
            facade.pin.write(facade.frame);
            facade.frame.await();
        }
        return facade.frame.dataUsed();
    }

    /** A pin in the hands of C. */
    @State(Scope.Thread)
    public static class Loop {
        @Param({"65536", "1048576"})
        public int size;

        private Driver driver;
        private long pin;
        private Memory source;
        private Memory data;
        private Memory header;
        private Memory overlapped;

        @Setup
        public void open() {
            Native.register(Loop.class, StubLibrary.KERNEL32);
            driver = Ks.open("win32").driver();
            Handle filter =
                    driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), Driver.GENERIC_WRITE);
            pin = BarePin.run(filter, FORMAT, Driver.GENERIC_WRITE).value();
            source = new Memory(size);
            source.clear();
            data = new Memory(size);
            header = new Memory(KSSTREAM_HEADER.LAYOUT.size(driver.abi()));
            header.clear();
            KSSTREAM_HEADER
                    .LAYOUT
                    .at(driver.abi(), header.getByteBuffer(0, header.size()), 0)
                    .set(KSSTREAM_HEADER.Size, (int) header.size())
                    .set(KSSTREAM_HEADER.FrameExtent, size)
                    .set(KSSTREAM_HEADER.Data, Pointer.nativeValue(data));
            overlapped = new Memory(32);
            overlapped.clear();
            overlapped.setLong(24, driver.createEvent(true).value() | 1);
        }

        static native int ks4j_write_frames(long pin, long header, long source, long overlapped, int count);

        @TearDown
        public void close() {
            driver.close();
        }
    }

    @Benchmark
    public int loopInC(Loop loop) {
        int done = Loop.ks4j_write_frames(
                loop.pin,
                Pointer.nativeValue(loop.header),
                Pointer.nativeValue(loop.source),
                Pointer.nativeValue(loop.overlapped),
                FRAMES);
        if (done != FRAMES) {
            throw new IllegalStateException("written " + done + " of " + FRAMES + " frames");
        }
        return done;
    }
}
