package io.github.ks4j.bench;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
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
 * A typed property of 4 bytes through the facade, once for each driver. For {@code win32} on Linux, say where the stub
 * library is: {@code java -Dks4j.win32.library=$PWD/target/native-stubs/libks4jstub.so -jar target/ks4j-benchmarks.jar}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class PropertyGet {
    @Param({"emu", "win32"})
    public String driver;

    private Ks ks;
    private KsFilter filter;

    @Setup
    public void open() {
        ks = Ks.open(driver);
        filter = ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0).path());
    }

    @TearDown
    public void close() {
        ks.close();
    }

    @Benchmark
    public int get() {
        return filter.get(KSPROPERTY_PIN.CTYPES);
    }
}
