package io.github.ks4j.bench;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Frames through the emulated sound card, from the render pin to the capture pin, beside a plain copy of as many bytes:
 * what one costs over the other is what the emulation adds.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class StreamFrames {
    @Param("1048576")
    public int size;

    private Ks ks;
    private KsPin render;
    private KsPin capture;
    private KsFrame written;
    private KsFrame read;
    private byte[] source;
    private byte[] target;
    private ByteBuffer directSource;
    private ByteBuffer directTarget;

    @Setup
    public void open() {
        ks = Ks.open("emu");
        render = pin(ks.filter(ks.filters(KSCATEGORY.RENDER).get(0).path()));
        capture = pin(ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0).path()));
        written = render.frame(size);
        read = capture.frame(size);
        source = new byte[size];
        target = new byte[size];
        directSource = ByteBuffer.allocateDirect(size);
        directTarget = ByteBuffer.allocateDirect(size);
        render.state(KSSTATE.RUN);
        capture.state(KSSTATE.RUN);
    }

    private static KsPin pin(KsFilter filter) {
        return filter.pinFactory(0).open(DataFormat.of(WaveFormat.pcm(48000, 16, 2)));
    }

    @TearDown
    public void close() {
        ks.close();
    }

    /** One frame in and out again. */
    @Benchmark
    public int throughPins() {
        capture.read(read);
        written.dataUsed(size);
        render.write(written);
        written.await();
        read.await();
        return read.dataUsed();
    }

    /** {@code System.arraycopy} of as many bytes. */
    @Benchmark
    public byte[] arraycopy() {
        System.arraycopy(source, 0, target, 0, size);
        return target;
    }

    /** The same between direct buffers, which is what frames lie in. */
    @Benchmark
    public ByteBuffer directCopy() {
        return directTarget.put(0, directSource, 0, size);
    }
}
