package io.github.ks4j.bench;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.jna.KSPROPERTY;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One property of 4 bytes, {@code KSPROPERTY_PIN_CTYPES}, read in every way there is: through the facade, and with JNA
 * alone as it is used best and as it is used mostly. Each reads the value that came and checks it.
 *
 * <p>On Linux, say where the stub library is:
 * {@code java -Dks4j.win32.library=$PWD/target/native-stubs/libks4jstub.so -jar target/ks4j-benchmarks.jar PropertyGet}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PropertyGet {
    private static int checked(int value, int expected) {
        if (value != expected) {
            throw new IllegalStateException(value + " instead of " + expected);
        }
        return value;
    }

    /** The facade over a driver. */
    public abstract static class Facade {
        private final String driver;
        private Ks ks;
        private KsFilter filter;
        private int expected;

        Facade(String driver) {
            this.driver = driver;
        }

        @Setup
        public void open() {
            ks = Ks.open(driver);
            filter = ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0));
            expected = filter.get(KSPROPERTY_PIN.CTYPES);
        }

        @TearDown
        public void close() {
            ks.close();
        }

        int get() {
            return checked(filter.get(KSPROPERTY_PIN.CTYPES), expected);
        }
    }

    /** The facade over Windows, or over the stub. */
    @State(Scope.Thread)
    public static class Win32 extends Facade {
        public Win32() {
            super("win32");
        }
    }

    /** The facade over the emulation. */
    @State(Scope.Thread)
    public static class Emulated extends Facade {
        public Emulated() {
            super("emu");
        }
    }

    @Benchmark
    public int typedWin32(Win32 win32) {
        return win32.get();
    }

    @Benchmark
    public int typedEmulated(Emulated emulated) {
        return emulated.get();
    }

    /** A filter as JNA alone sees it. */
    public abstract static class Jna {
        static final int ID = KSPROPERTY_PIN.CTYPES.id();

        Driver driver;
        Handle filter;
        int expected;
        /** An OVERLAPPED whose event is signalled when the request is over; its low bit keeps it off ports. */
        final Memory overlapped = new Memory(32);

        @Setup
        public void open() {
            Ks ks = Ks.open("win32");
            driver = ks.driver();
            String path = ks.filters(KSCATEGORY.AUDIO).get(0).path();
            expected = ks.filter(path).get(KSPROPERTY_PIN.CTYPES);
            filter = driver.open(path, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
            overlapped.clear();
            overlapped.setLong(24, driver.createEvent(true).value() | 1);
        }

        @TearDown
        public void close() {
            driver.close();
        }
    }

    /** Eight primitives, and memory that is allocated once. */
    @State(Scope.Thread)
    public static class Bare extends Jna {
        private final Memory request = new Memory(24);
        private final Memory reply = new Memory(4);
        private final Memory count = new Memory(4);
        private final long in = Pointer.nativeValue(request);
        private final long out = Pointer.nativeValue(reply);
        private final long returned = Pointer.nativeValue(count);
        private final long status = Pointer.nativeValue(overlapped);
        private long device;

        @Override
        public void open() {
            super.open();
            Kernel32.bind();
            device = filter.value();
            request.setLong(0, KSPROPERTY_PIN.SET.guid().low());
            request.setLong(8, KSPROPERTY_PIN.SET.guid().high());
            request.setInt(20, KSPROPERTY_TYPE.GET);
        }
    }

    /** The one function, mapped directly. */
    private static final class Kernel32 {
        static void bind() {
            Native.register(Kernel32.class, StubLibrary.KERNEL32);
        }

        static native int DeviceIoControl(
                long device, int code, long in, int inLength, long out, int outLength, long returned, long overlapped);
    }

    @Benchmark
    public int bareDirectCall(Bare bare) {
        bare.request.setInt(16, Jna.ID);
        int success = Kernel32.DeviceIoControl(
                bare.device, IOCTL_KS.PROPERTY, bare.in, 24, bare.out, 4, bare.returned, bare.status);
        if (success == 0 || bare.count.getInt(0) != 4) {
            throw new IllegalStateException("error " + Native.getLastError());
        }
        return checked(bare.reply.getInt(0), bare.expected);
    }

    /** The one function, mapped by an interface. */
    public interface Kernel32Library extends Library {
        int DeviceIoControl(
                Pointer device,
                int code,
                Structure in,
                int inLength,
                Structure out,
                int outLength,
                IntByReference returned,
                Pointer overlapped);
    }

    /** The value. */
    @FieldOrder("Value")
    public static class ULONG extends Structure {
        public int Value;
    }

    /** Structures as payload. */
    @State(Scope.Thread)
    public static class Structures extends Jna {
        private final KSPROPERTY request = new KSPROPERTY(KSPROPERTY_PIN.SET.guid(), ID, KSPROPERTY_TYPE.GET);
        private final ULONG reply = new ULONG();
        private final IntByReference count = new IntByReference();
        private Kernel32Library library;
        private Pointer device;

        @Override
        public void open() {
            super.open();
            library = Native.load(StubLibrary.KERNEL32, Kernel32Library.class);
            device = new Pointer(filter.value());
        }

        int get(KSPROPERTY in, ULONG out, IntByReference returned) {
            int success = library.DeviceIoControl(
                    device, IOCTL_KS.PROPERTY, in, in.size(), out, out.size(), returned, overlapped);
            if (success == 0 || returned.getValue() != 4) {
                throw new IllegalStateException("error " + Native.getLastError());
            }
            return checked(out.Value, expected);
        }
    }

    @Benchmark
    public int jnaInterfaceReusedStructures(Structures structures) {
        structures.request.Id = Jna.ID;
        return structures.get(structures.request, structures.reply, structures.count);
    }

    @Benchmark
    public int jnaInterfaceFreshStructures(Structures structures) {
        KSPROPERTY request = new KSPROPERTY(KSPROPERTY_PIN.SET.guid(), Jna.ID, KSPROPERTY_TYPE.GET);
        return structures.get(request, new ULONG(), new IntByReference());
    }
}
