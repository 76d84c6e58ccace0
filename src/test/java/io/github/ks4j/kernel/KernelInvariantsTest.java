package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.FailingAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds for every request, whatever the tables, the request and the handlers are. A failure names its seed;
 * {@code -Dks4j.seed} starts there.
 */
class KernelInvariantsTest {
    private static final long SEED = Long.getLong("ks4j.seed", 1);
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x4000_0000;
    private static final long NOWHERE = 0x7000_0000;
    private static final int GUARD = 16;
    private static final byte UNTOUCHED = (byte) 0xCC;
    private static final int REQUESTS_PER_TABLE = 200;
    private static final int SETS = 4;

    private static final int[] INPUT_LENGTHS = {0, 8, 23, 24, 24, 24, 24, 24, 32, 32, 40, 100, -16, Integer.MAX_VALUE};
    private static final int[] OUTPUT_LENGTHS = {
        0, 0, 1, 4, 4, 8, 16, 32, 36, 40, 64, 72, 300, 2000, -1, Integer.MAX_VALUE
    };
    private static final int[] PROPERTIES = {
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.GET,
        KSPROPERTY_TYPE.SET,
        KSPROPERTY_TYPE.SET,
        KSPROPERTY_TYPE.SETSUPPORT,
        KSPROPERTY_TYPE.BASICSUPPORT,
        KSPROPERTY_TYPE.RELATIONS,
        KSPROPERTY_TYPE.SERIALIZESET,
        KSPROPERTY_TYPE.UNSERIALIZESET,
        KSPROPERTY_TYPE.SERIALIZERAW,
        KSPROPERTY_TYPE.UNSERIALIZERAW,
        KSPROPERTY_TYPE.SERIALIZESIZE,
        KSPROPERTY_TYPE.DEFAULTVALUES,
        0,
        3,
        1 << 27
    };
    private static final int[] METHODS = {
        KSMETHOD_TYPE.SEND,
        KSMETHOD_TYPE.SEND,
        KSMETHOD_TYPE.SEND,
        KSMETHOD_TYPE.SEND,
        KSMETHOD_TYPE.SETSUPPORT,
        KSMETHOD_TYPE.BASICSUPPORT,
        0
    };
    private static final int[] EVENTS = {
        KSEVENT_TYPE.ENABLE,
        KSEVENT_TYPE.ENABLE,
        KSEVENT_TYPE.ONESHOT,
        KSEVENT_TYPE.ENABLEBUFFERED,
        KSEVENT_TYPE.QUERYBUFFER,
        KSEVENT_TYPE.SETSUPPORT,
        KSEVENT_TYPE.BASICSUPPORT,
        0
    };
    private static final List<NtStatus> STATUSES = List.of(
            NtStatus.SUCCESS,
            NtStatus.SUCCESS,
            NtStatus.SUCCESS,
            NtStatus.SOME_NOT_MAPPED,
            NtStatus.BUFFER_OVERFLOW,
            NtStatus.NO_MORE_ENTRIES,
            NtStatus.VERIFY_REQUIRED,
            NtStatus.BUFFER_TOO_SMALL,
            NtStatus.DEVICE_NOT_READY);

    private final ExecutorService canceller = Executors.newSingleThreadExecutor();
    private final Logger logger = Logger.getLogger(Irp.class.getPackageName());
    private final Level level = logger.getLevel();

    @BeforeEach
    void expectDiagnostics() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        logger.setLevel(level);
        canceller.shutdownNow();
    }

    @Test
    void requestsOfAllKindsKeepTheRules() {
        run(50_000);
    }

    @Test
    @Tag("long")
    void aMillionRequestsOfAllKindsKeepTheRules() {
        run(1_000_000);
    }

    private void run(int requests) {
        for (int i = 0; i < requests / REQUESTS_PER_TABLE; i++) {
            Subject subject = new Subject(new Random(SEED + i));
            for (int k = 0; k < REQUESTS_PER_TABLE; k++) {
                try {
                    subject.request();
                } catch (Throwable e) {
                    throw new AssertionError(
                            "-Dks4j.seed=" + (SEED + i) + ", request " + k + ": " + subject.description, e);
                }
            }
            subject.close();
        }
    }

    /** An object with random tables, its client, and one request after another. */
    private final class Subject implements KsDispatchTable {
        private final Random random;
        private final List<KsSet> names = new ArrayList<>();
        private final SetTable<PropertySet> properties;
        private final SetTable<MethodSet> methods;
        private final SetTable<EventSet> events;
        private final EventList list = new EventList();
        private final FileObject file = new FileObject(DriverObject.ofObjects(), this, null);
        private final CountingAllocator memory = new CountingAllocator((request, size, input) -> KsBuffer.heap(size));
        private final AtomicInteger told = new AtomicInteger();
        private final Client client = new Client();

        private Irp irp;
        private String description = "none";
        /** Whether the handler has said that more bytes go back than there is room for. */
        private boolean lied;
        /** Whether the handler has worked on the client's memory itself. */
        private boolean direct;

        Subject(Random random) {
            this.random = random;
            for (int i = 0; i < SETS; i++) {
                names.add(new KsSet("SET" + i, Guid.of(new UUID(random.nextLong(), random.nextLong()))));
            }
            List<PropertySet> propertySets = new ArrayList<>();
            List<MethodSet> methodSets = new ArrayList<>();
            List<EventSet> eventSets = new ArrayList<>();
            for (int i = random.nextInt(SETS); i >= 0; i--) {
                propertySets.add(propertySet());
                methodSets.add(methodSet());
                eventSets.add(eventSet());
            }
            properties = SetTable.of(propertySets);
            methods = SetTable.of(methodSets);
            events = SetTable.of(eventSets);
        }

        private int pick(int... values) {
            return values[random.nextInt(values.length)];
        }

        private boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }

        private KsHandler handler(int absent) {
            return oneIn(absent) ? null : this::handle;
        }

        private PropertySet propertySet() {
            PropertySet.Builder set = PropertySet.of(names.get(random.nextInt(SETS)));
            for (int id = 0; id < 4; id++) {
                set.item(id)
                        .minProperty(pick(24, 24, 32))
                        .minData(pick(0, 4, 8))
                        .serializedSize(pick(0, 0, 1, 4, 7))
                        .values(oneIn(2) ? PropertyValues.stepped(0, 10, 1).withDefault(5) : null)
                        .get(handler(4))
                        .set(handler(4))
                        .support(handler(2));
            }
            return set.build();
        }

        private MethodSet methodSet() {
            MethodItem[] items = new MethodItem[8];
            for (int id = 0; id < items.length; id++) {
                items[id] = new MethodItem(id, id, pick(24, 24, 32), pick(0, 4, 8), handler(8), handler(2));
            }
            return MethodSet.of(names.get(random.nextInt(SETS)), items);
        }

        private EventSet eventSet() {
            EventSet.Builder set = EventSet.of(names.get(random.nextInt(SETS)));
            for (int id = 0; id < 4; id++) {
                set.item(id).dataInput(pick(32, 32, 36)).add(oneIn(2) ? this::add : null);
            }
            return set.build();
        }

        private NtStatus add(Irp sent, ByteBuffer data, EventEntry entry) {
            if (oneIn(4)) {
                return NtStatus.DEVICE_BUSY;
            }
            list.add(entry);
            return NtStatus.SUCCESS;
        }

        /** Does what a driver may do, and some of what it may not. */
        private NtStatus handle(Irp sent, ByteBuffer request, ByteBuffer data) {
            boolean locked = data != null && data == sent.mdlData();
            direct |= locked;
            if (data != null && (!locked || sent.mdlAddress().access().writes())) {
                for (int i = 0; i < data.limit(); i++) {
                    data.put(i, (byte) random.nextInt(128));
                }
            }
            sent.information(data == null ? 0 : random.nextInt(data.limit() + 1));
            if (oneIn(20)) {
                sent.information(sent.outputLength() + 1 + random.nextInt(100));
                lied = true;
            }
            return switch (random.nextInt(30)) {
                case 0 -> throw new IllegalStateException("a handler that fails");
                case 1 -> throw KsException.of("handle", NtStatus.ACCESS_VIOLATION);
                case 2 -> null;
                case 3 -> sent == irp ? sent.pend(this::cancel) : NtStatus.DEVICE_BUSY;
                default -> STATUSES.get(random.nextInt(STATUSES.size()));
            };
        }

        private void cancel(Irp sent) {
            sent.information(0);
            sent.complete(NtStatus.CANCELLED);
        }

        void request() throws Exception {
            int code = pick(
                    IOCTL_KS.PROPERTY,
                    IOCTL_KS.PROPERTY,
                    IOCTL_KS.METHOD,
                    IOCTL_KS.METHOD,
                    IOCTL_KS.ENABLE_EVENT,
                    IOCTL_KS.DISABLE_EVENT);
            int operation = pick(
                    switch (code) {
                        case IOCTL_KS.PROPERTY -> PROPERTIES;
                        case IOCTL_KS.METHOD -> METHODS;
                        default -> EVENTS;
                    });
            int flags = operation | (oneIn(10) ? KSPROPERTY_TYPE.TOPOLOGY : 0);
            int inputLength = pick(INPUT_LENGTHS);
            int outputLength = pick(OUTPUT_LENGTHS);
            int mapped = mapped(outputLength);
            client.prepare(request(flags), mapped(inputLength), mapped, code == IOCTL_KS.ENABLE_EVENT);
            boolean synchronous = random.nextBoolean();
            long input = code == IOCTL_KS.DISABLE_EVENT ? OUT : pointer(IN);
            long output = pointer(OUT);
            KsAllocator allocator = allocator();
            description = String.format(
                    "code 0x%X, flags 0x%X, input 0x%X+0x%X, output 0x%X+0x%X (mapped %d), allocator %b, synchronous %b",
                    code, flags, input, inputLength, output, outputLength, mapped, allocator != null, synchronous);
            irp = new Irp()
                    .initialize(
                            file,
                            client,
                            code,
                            input,
                            inputLength,
                            output,
                            outputLength,
                            synchronous,
                            (over, block) -> told.incrementAndGet());
            if (oneIn(4)) {
                irp.fromKernelMode();
            }
            irp.information(0x5A5A);
            lied = false;
            direct = false;
            told.set(0);
            NtStatus status = dispatch(irp, allocator);
            finish(status, allocator);
        }

        /** How much of a length is there: mostly all of it. */
        private int mapped(int length) {
            int most = length < 0 || length > 4096 ? 4096 : length;
            return oneIn(20) ? random.nextInt(most + 1) : most;
        }

        private long pointer(long right) {
            return oneIn(25) ? pick(0, 1, (int) NOWHERE) : right;
        }

        private byte[] request(int flags) {
            ByteBuffer request = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            (oneIn(10) ? Guid.NULL : names.get(random.nextInt(SETS)).guid()).write(request, 0);
            return request.putInt(16, random.nextInt(9)).putInt(20, flags).array();
        }

        private KsAllocator allocator() {
            if (random.nextBoolean()) {
                return null;
            }
            return new FilterAllocator(
                    oneIn(8) ? FailingAllocator.nth(1, NtStatus.INSUFFICIENT_RESOURCES, memory) : memory);
        }

        @Override
        public NtStatus deviceIoControl(Irp sent) {
            NtStatus status = dispatch(sent, null);
            if (!status.equals(NtStatus.PENDING)) {
                sent.complete(status);
            }
            return status;
        }

        private NtStatus dispatch(Irp sent, KsAllocator allocator) {
            return switch (sent.controlCode()) {
                case IOCTL_KS.PROPERTY -> KsPropertyHandler.handle(sent, properties, allocator, 0);
                case IOCTL_KS.METHOD -> KsMethodHandler.handle(sent, methods, allocator, 0);
                case IOCTL_KS.ENABLE_EVENT -> KsEnableEvent.handle(sent, events, list, allocator, 0);
                default -> KsDisableEvent.handle(sent, list);
            };
        }

        private void finish(NtStatus returned, KsAllocator allocator) throws Exception {
            assertEquals(returned.equals(NtStatus.PENDING), irp.isPending(), "pending");
            assertEquals(0, told.get(), "told before the completion");
            NtStatus status = returned;
            int information = irp.information();
            byte[] before = client.output();
            byte[] data = irp.systemBuffer() == null || irp.outputLength() == 0
                    ? new byte[0]
                    : copy(irp.systemBuffer().bytes(), irp.outputLength());
            boolean goesBack = (irp.flags() & Irp.INPUT_OPERATION) != 0
                    || allocator != null && memory.outstanding() > 0 && memory.lastInputOperation();
            if (returned.equals(NtStatus.PENDING)) {
                status = race();
                information = status.equals(NtStatus.CANCELLED) ? 0 : information;
            } else {
                irp.complete(returned);
            }
            assertEquals(1, told.get(), "told once");
            assertEquals(0, memory.outstanding(), "memory is given back");
            assertEquals(0, memory.violations(), "memory is given back once");
            client.assertGuarded();
            client.assertReferenced(list);
            boolean tooMuch = Integer.compareUnsigned(information, irp.outputLength()) > 0;
            if (!lied) {
                boolean warning = status.isError() ? false : !status.isSuccess();
                assertTrue(!tooMuch || warning, "Information " + information + " with " + status);
            }
            if (direct) {
                return;
            }
            int back = goesBack && !status.isError() && !status.equals(NtStatus.VERIFY_REQUIRED)
                    ? tooMuch ? irp.outputLength() : information
                    : 0;
            if (back != 0) {
                assertEquals(tooMuch, irp.informationExceededOutput(), "the diagnostic");
                System.arraycopy(data, 0, before, 0, back);
            } else {
                assertFalse(irp.informationExceededOutput(), "no diagnostic without a copy");
            }
            assertArrayEquals(before, client.output(), "the bytes that come back");
        }

        /** Completes a request while somebody cancels it. */
        private NtStatus race() throws Exception {
            Irp pended = irp;
            Future<?> cancelled = canceller.submit(() -> pended.cancel());
            NtStatus status = NtStatus.CANCELLED;
            if (pended.setCancelRoutine(null)) {
                status = STATUSES.get(random.nextInt(STATUSES.size()));
                pended.complete(status);
            }
            cancelled.get();
            return status;
        }

        void close() {
            list.free(file);
            client.assertReferenced(list);
        }
    }

    private static byte[] copy(ByteBuffer bytes, int length) {
        byte[] copy = new byte[length];
        bytes.get(0, copy);
        return copy;
    }

    /** The memory and the handles of the client: a request and a data buffer between guards. */
    private static final class Client implements RequestorProcess {
        private byte[] in = {};
        private byte[] out = {};
        private int references;

        void prepare(byte[] request, int inputMapped, int outputMapped, boolean event) {
            in = Arrays.copyOf(request, inputMapped);
            out = new byte[outputMapped + 2 * GUARD];
            Arrays.fill(out, UNTOUCHED);
            if (event && outputMapped >= 16) {
                ByteBuffer.wrap(out)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(GUARD, KSEVENTF.EVENT_HANDLE)
                        .putLong(GUARD + 8, 4);
            }
        }

        byte[] output() {
            return Arrays.copyOfRange(out, GUARD, out.length - GUARD);
        }

        void assertGuarded() {
            for (int i = 0; i < GUARD; i++) {
                assertEquals(UNTOUCHED, out[i], "before the buffer");
                assertEquals(UNTOUCHED, out[out.length - 1 - i], "behind the buffer");
            }
        }

        void assertReferenced(EventList list) {
            int entries = 0;
            for (EventEntry entry = list.first(); entry != null; entry = list.next(entry)) {
                entries++;
            }
            assertEquals(entries, references, "references to the event");
        }

        @Override
        public ByteBuffer lock(long address, int length, boolean writable) {
            boolean input = address < OUT;
            byte[] bytes = input ? in : out;
            long offset = input ? address - IN : address - OUT + GUARD;
            long end = offset + Integer.toUnsignedLong(length);
            return offset < (input ? 0 : GUARD) || end > bytes.length - (input ? 0 : GUARD)
                    ? null
                    : ByteBuffer.wrap(bytes).slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public NtStatus probe(long address, int length, boolean writable) {
            return length != 0 && address % 2 != 0
                    ? NtStatus.DATATYPE_MISALIGNMENT
                    : RequestorProcess.super.probe(address, length, writable);
        }

        @Override
        public <T extends KernelObject> T reference(long handle, Class<T> type) {
            if (type != KernelObject.Event.class) {
                return RequestorProcess.super.reference(handle, type);
            }
            references++;
            return type.cast(new KernelObject.Event() {
                @Override
                public void set(int increment) {}

                @Override
                public void dereference() {
                    references--;
                }
            });
        }
    }
}
