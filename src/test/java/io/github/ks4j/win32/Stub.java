package io.github.ks4j.win32;

import com.sun.jna.NativeLibrary;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The stub filter of {@code native-stubs}: its numbers, and requests to it. */
final class Stub {
    static final String PATH = "\\\\?\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";
    /** The same filter in a driver that gives cancelled requests back after 2.5 seconds. */
    static final String STUBBORN = "\\\\?\\ks4j#stubborn";

    /** The same filter in a driver that claims 1000 bytes more than it returned. */
    static final String BOASTFUL = "\\\\?\\ks4j#boastful";

    /** The same filter in a driver that claims a byte less than it returned. */
    static final String MODEST = "\\\\?\\ks4j#modest";

    /** The same filter in a driver that completes what is pending just before it is cancelled. */
    static final String HASTY = "\\\\?\\ks4j#hasty";

    /** The same filter in a driver that has nothing to cancel, but completes what is pending soon after. */
    static final String DEAF = "\\\\?\\ks4j#deaf";

    /** The same filter in a driver that gives nothing back, unless {@link #giveBack} has it do so. */
    static final String HUNG = "\\\\?\\ks4j#hung";

    /** The same filter in a driver that completes its requests with STATUS_PENDING. */
    static final String VAGUE = "\\\\?\\ks4j#vague";

    static final Guid PROPERTIES = Guid.of("{4B53344A-5354-5542-8001-000000000001}");
    static final Guid METHODS = Guid.of("{4B53344A-5354-5542-8001-000000000002}");
    static final Guid EVENTS = Guid.of("{4B53344A-5354-5542-8001-000000000003}");
    static final Guid CONNECTION = Guid.of("{1D58C920-AC9B-11CF-A5D6-28DB04C10000}");
    static final int LEVEL = 1;
    static final int ANSWER = 2;
    static final int NAME = 3;
    static final int SLOW = 5;
    static final int NEVER = 6;
    static final int BLOB = 7;
    static final int BLOBSUM = 9;
    static final int SIZED = 10;
    static final int BARELIST = 15;
    static final int GROWING = 16;
    static final int REMOVE = 17;
    static final int TRIGGER = 7;
    static final int LEVELCHANGED = 1;
    static final int TRIGGERED = 2;
    static final int THRESHOLD = 3;
    static final int CONNECTION_STATE = 0;

    static final int GET = 1;
    static final int SET = 2;
    static final int IOCTL_KS_PROPERTY = 0x2F0003;
    static final int IOCTL_KS_WRITE_STREAM = 0x2F8013;
    static final int STOP = 0;
    static final int PAUSE = 2;
    static final int RUN = 3;

    private Stub() {}

    /** How many objects of Windows there are: handles, and what only a request under way refers to. */
    static int objects() {
        return NativeLibrary.getInstance(System.getProperty(Dll.STAND_IN))
                .getFunction("ks4j_stub_objects")
                .invokeInt(new Object[0]);
    }

    /** Has drivers that take their time to give back what was cancelled do so now. */
    static void giveBack() {
        NativeLibrary.getInstance(System.getProperty(Dll.STAND_IN))
                .getFunction("ks4j_stub_give_back")
                .invoke(new Object[0]);
    }

    static Win32Driver driver() {
        return (Win32Driver) new Win32Provider().open();
    }

    /** A driver whose calls wait for less than usual. */
    static Win32Driver driver(Duration timeout) {
        System.setProperty(Win32Driver.TIMEOUT, Long.toString(timeout.toMillis()));
        try {
            return driver();
        } finally {
            System.clearProperty(Win32Driver.TIMEOUT);
        }
    }

    static Handle filter(Driver driver) {
        return driver.open(PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    static KsBuffer request(Driver driver, Guid set, int id, int flags) {
        KsBuffer request = driver.allocate(24);
        KSPROPERTY
                .LAYOUT
                .at(driver.abi(), request.bytes(), 0)
                .set(KSPROPERTY.Set, set)
                .set(KSPROPERTY.Id, id)
                .set(KSPROPERTY.Flags, flags);
        return request;
    }

    static KsBuffer get(Driver driver, int id) {
        return request(driver, PROPERTIES, id, GET);
    }

    /** Sets a number; returns the outcome. */
    static long set(Handle handle, Guid set, int id, int value) {
        try (KsBuffer request = request(handle.driver(), set, id, SET);
                KsBuffer data = handle.driver().allocate(4)) {
            data.bytes().putInt(0, value);
            return handle.control(IOCTL_KS_PROPERTY, request, 24, data, 4);
        }
    }

    /** The parameters of the sink pin, in PCM; offsets within them are those of the structures. */
    static ByteBuffer sink() {
        ByteBuffer bytes = ByteBuffer.allocate(72 + 82).order(ByteOrder.LITTLE_ENDIAN);
        Guid.of("{1A8766A0-62CE-11CF-A5D6-28DB04C10000}").write(bytes, 0);
        Guid.of("{4747B320-62CE-11CF-A5D6-28DB04C10000}").write(bytes, 24);
        KSPIN_CONNECT.LAYOUT.at(Abi.X64, bytes, 0).set(KSPIN_CONNECT.PinId, 0);
        KSDATAFORMAT
                .LAYOUT
                .at(Abi.X64, bytes, 72)
                .set(KSDATAFORMAT.FormatSize, 82)
                .set(KSDATAFORMAT.MajorFormat, Guid.of("{73647561-0000-0010-8000-00AA00389B71}"))
                .set(KSDATAFORMAT.SubFormat, Guid.of("{00000001-0000-0010-8000-00AA00389B71}"))
                .set(KSDATAFORMAT.Specifier, Guid.of("{05589F81-C356-11CE-BF01-00AA0055595A}"));
        return bytes;
    }

    static Handle pin(Handle filter) {
        return filter.create(KsObjectType.PIN, sink(), Driver.GENERIC_WRITE);
    }

    static KsBuffer frame(Driver driver, int dataUsed) {
        KsBuffer memory = driver.allocate(64 + 4096);
        KsBuffer frame = memory.slice(0, 56);
        KSSTREAM_HEADER
                .LAYOUT
                .at(driver.abi(), frame.bytes(), 0)
                .set(KSSTREAM_HEADER.Size, 56)
                .set(KSSTREAM_HEADER.Data, memory.address() + 64)
                .set(KSSTREAM_HEADER.FrameExtent, 4096)
                .set(KSSTREAM_HEADER.DataUsed, dataUsed);
        return frame;
    }

    /** Waits until something is so, for twenty seconds at most. */
    static boolean soon(BooleanSupplier condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > Duration.ofSeconds(20).toNanos()) {
                return false;
            }
            Thread.sleep(2);
        }
        return true;
    }
}
