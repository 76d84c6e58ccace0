package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.DriverObject;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.FilterAllocator;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDisableEvent;
import io.github.ks4j.kernel.KsDispatchTable;
import io.github.ks4j.kernel.KsEnableEvent;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.KsMethodHandler;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.KsPolicy;
import io.github.ks4j.kernel.KsProbeStreamIrp;
import io.github.ks4j.kernel.KsPropertyHandler;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.kernel.SetTable;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Raw bytes as device control requests, to the handlers over tables of every kind, and to the objects of emulated devices:
 * whatever they are, they are answered, and nothing is lost.
 *
 * <p>An ordinary build runs the inputs under {@code src/test/resources}. {@code mvn -Pfuzz test} looks for more, for 10
 * minutes.
 */
class DeviceControlFuzzTest {
    private static final int HEAD = 12;
    private static final int LARGEST = 1 << 16;
    private static final KsSet SET = KsSet.of("KSPROPSETID_Fuzz", "{00000000-0000-0000-0000-000000000046}");

    private static final KsHandler HANDLER = (irp, request, data) -> {
        irp.information(data == null ? 4 : Math.min(4, data.limit()));
        return data == null ? NtStatus.BUFFER_OVERFLOW : NtStatus.SUCCESS;
    };
    /** Tells as many bytes as the request says, be there room for them or not. */
    private static final KsHandler LIES = (irp, request, data) -> {
        irp.information(request.limit() < 28 ? -1 : request.getInt(24));
        return NtStatus.SUCCESS;
    };

    private static final KsHandler PENDS = (irp, request, data) -> irp.pend(sent -> sent.complete(NtStatus.CANCELLED));
    private static final KsPolicies OTHER_CHOICES = KsPolicies.RECOMMENDED.with(
            KsPolicy.UnknownOperation.BIT_TESTS,
            KsPolicy.ZeroOutput.CALLS_HANDLER,
            KsPolicy.SupportSizes.ROUNDED_DOWN,
            KsPolicy.AllocatorOperations.ALL,
            KsPolicy.EventEmptyInput.IS_SHORT,
            KsPolicy.EventBadHandle.INVALID_PARAMETER);
    private static final SetTable<PropertySet> PROPERTIES = SetTable.of(PropertySet.of(SET)
            .item(0)
            .get(HANDLER)
            .set(HANDLER)
            .minData(4)
            .serializedSize(4)
            .values(PropertyValues.stepped(0, 10, 1).withDefault(5))
            .item(1)
            .get(HANDLER)
            .set(HANDLER)
            .support(HANDLER)
            .serializedSize(1)
            .relations(new KsProperty<>(SET, 0, "Related", Codec.BYTES, ""))
            .item(2)
            .get(LIES)
            .set(LIES)
            .support(LIES)
            .item(3)
            .get(PENDS)
            .set(PENDS)
            .support(PENDS)
            .build());
    private static final SetTable<MethodSet> METHODS = SetTable.of(MethodSet.of(SET, methods()));
    private static final SetTable<EventSet> EVENTS =
            SetTable.of(EventSet.of(SET).item(0).build());

    private static final Logger LOGGER = Logger.getLogger(Irp.class.getPackageName());
    private static final Level LEVEL = LOGGER.getLevel();

    @BeforeAll
    static void expectDiagnostics() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void restore() {
        LOGGER.setLevel(LEVEL);
    }

    private static MethodItem[] methods() {
        List<MethodItem> items = new ArrayList<>();
        for (int flags = 0; flags < 8; flags++) {
            items.add(MethodItem.of(flags, flags, 4, HANDLER));
            items.add(MethodItem.of(flags + 8, flags, 0, LIES));
            items.add(MethodItem.of(flags + 16, flags, 0, PENDS));
        }
        return items.toArray(MethodItem[]::new);
    }

    @FuzzTest(maxDuration = "10m")
    void deviceControl(byte[] input) {
        if (input.length < HEAD) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        int code = 0x2F0003 | (bytes.get(1) & 7) << 2 | (bytes.get(1) & 0x30) << 10;
        int requestLength = Math.min(bytes.getShort(2) & 0xFFFF, input.length - HEAD);
        byte[] request = new byte[requestLength];
        bytes.get(HEAD, request);
        byte[] data = new byte[input.length - HEAD - requestLength];
        bytes.get(HEAD + requestLength, data);
        if ((bytes.get(0) & 1) == 0) {
            toHandlers(bytes, code, request, data);
        } else {
            toEmulation(Target.values()[(bytes.get(11) & 0xFF) % Target.values().length], code, request, data);
        }
    }

    private static void toHandlers(ByteBuffer head, int code, byte[] request, byte[] data) {
        AddressSpace space = new AddressSpace(0, new HandleTable());
        EventList list = new EventList();
        CountingAllocator memory = new CountingAllocator((r, size, in) -> KsBuffer.heap(size));
        FilterAllocator allocator = (head.get(0) & 4) == 0 ? null : new FilterAllocator(memory);
        KsPolicies policies = (head.get(10) & 1) == 0 ? KsPolicies.RECOMMENDED : OTHER_CHOICES;
        KsDispatchTable table = new KsDispatchTable() {
            @Override
            public NtStatus deviceIoControl(Irp irp) {
                NtStatus status = handle(irp, list, allocator, policies);
                if (!status.equals(NtStatus.PENDING)) {
                    irp.complete(status);
                }
                return status;
            }
        };
        FileObject file = new FileObject(DriverObject.ofObjects(), table, null);
        List<Long> told = new ArrayList<>();
        try (KsBuffer in = space.allocate(request.length);
                KsBuffer out = space.allocate(data.length)) {
            in.bytes().put(0, request);
            out.bytes().put(0, data);
            Irp irp = new Irp()
                    .initialize(
                            file,
                            space,
                            code,
                            in.address() + head.get(8),
                            (head.get(0) & 8) == 0 ? request.length : head.getInt(4),
                            out.address() + head.get(9),
                            (head.get(0) & 16) == 0 ? data.length : Math.min(head.getInt(4), LARGEST),
                            (head.get(0) & 32) == 0,
                            (over, block) -> told.add(block));
            if ((head.get(0) & 64) != 0) {
                irp.fromKernelMode();
            }
            NtStatus status = file.driver().call(irp);
            if (status.equals(NtStatus.PENDING)) {
                assertEquals(List.of(), told);
                irp.cancel();
                status = NtStatus.CANCELLED;
            }
            assertEquals(1, told.size());
            assertEquals(status, IoStatusBlock.status(told.get(0)));
            if (status.isError()) {
                byte[] after = new byte[data.length];
                out.bytes().get(0, after);
                assertArrayEquals(data, after);
            }
            assertEquals(0, memory.outstanding() + memory.violations());
            list.free(file);
        }
    }

    private static NtStatus handle(Irp irp, EventList list, FilterAllocator allocator, KsPolicies policies) {
        return switch (irp.controlCode()) {
            case IOCTL_KS.PROPERTY -> KsPropertyHandler.handle(irp, PROPERTIES, allocator, 0, policies);
            case IOCTL_KS.METHOD -> KsMethodHandler.handle(irp, METHODS, allocator, 0, policies);
            case IOCTL_KS.ENABLE_EVENT -> KsEnableEvent.handle(irp, EVENTS, list, allocator, 0, policies);
            case IOCTL_KS.DISABLE_EVENT -> KsDisableEvent.handle(irp, list);
            case IOCTL_KS.WRITE_STREAM -> KsProbeStreamIrp.probe(irp, KSPROBE.STREAMWRITE | KSPROBE.ALLOCATEMDL, 0);
            default ->
                KsProbeStreamIrp.probe(irp, KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS, 0);
        };
    }

    /** The objects of emulated devices that requests go to. */
    private enum Target {
        SPEAKER(VirtualAudioDevice::new, KSCATEGORY.RENDER),
        SPEAKER_PIN(VirtualAudioDevice::new, KSCATEGORY.RENDER),
        SPEAKER_CLOCK(VirtualAudioDevice::new, KSCATEGORY.RENDER),
        MIXER(VirtualAudioDevice::new, KSCATEGORY.TOPOLOGY),
        CAMERA(VirtualCamera::new, KSCATEGORY.VIDEO_CAMERA),
        CAMERA_PIN(VirtualCamera::new, KSCATEGORY.VIDEO_CAMERA),
        CAMERA_ALLOCATOR(VirtualCamera::new, KSCATEGORY.VIDEO_CAMERA),
        WAVE_RT(() -> VirtualRtAudioDevice.builder().build(), KSCATEGORY.RENDER),
        WAVE_RT_PIN(() -> VirtualRtAudioDevice.builder().build(), KSCATEGORY.RENDER);

        private final Supplier<EmulatedDevice> device;
        private final Guid category;

        Target(Supplier<EmulatedDevice> device, Guid category) {
            this.device = device;
            this.category = category;
        }

        EmulatedDriver driver() {
            return EmulatedDriver.builder()
                    .time(new VirtualTime())
                    .devices(device.get())
                    .timeout(Duration.ofNanos(1))
                    .build();
        }

        Handle open(EmulatedDriver driver) {
            if (this == WAVE_RT_PIN) {
                return RtClient.pin(driver, category, WaveFormat.pcm(48000, 16, 2));
            }
            Handle filter = driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
            return switch (this) {
                case SPEAKER_PIN -> speaker(filter);
                case SPEAKER_CLOCK -> speaker(filter).create(KsObjectType.CLOCK, ByteBuffer.allocate(4), 0);
                case CAMERA_PIN -> camera(filter);
                case CAMERA_ALLOCATOR ->
                    camera(filter).create(KsObjectType.ALLOCATOR, ByteBuffer.wrap(Client.ints(0, 0, 2, 4096, 0, 0)), 0);
                default -> filter;
            };
        }

        private static Handle speaker(Handle filter) {
            return Client.pin(filter, 0, DataFormat.of(WaveFormat.pcm(48000, 16, 2)));
        }

        private static Handle camera(Handle filter) {
            return Client.pin(filter, 0, DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 480, 30)));
        }
    }

    private static void toEmulation(Target target, int code, byte[] request, byte[] data) {
        try (EmulatedDriver driver = target.driver()) {
            Client.Reply reply = Client.control(target.open(driver), code, request, data);
            boolean warns = !reply.status().isSuccess() && !reply.status().isError();
            assertTrue(warns || reply.information() <= data.length, reply.toString());
        } catch (KsTimeoutException e) {
            assertEquals(NtStatus.IO_TIMEOUT, e.status());
        }
    }
}
