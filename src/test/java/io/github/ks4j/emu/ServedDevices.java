package io.github.ks4j.emu;

import io.github.ks4j.emu.ServedObject.Kind;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ready-made devices, and one that is described with all there is; and every object of theirs. */
final class ServedDevices implements AutoCloseable {
    /** Its topology filter is that of the other sound card. */
    private static final String TIMED = "ks4j#timed#0000";

    private static final int NODE_WITHOUT_SETS = 2;

    private final VirtualTime time = new VirtualTime();
    private final EmulatedDriver driver = EmulatedDriver.builder()
            .time(time)
            .devices(
                    new VirtualAudioDevice(),
                    VirtualAudioDevice.builder()
                            .instance(TIMED)
                            .timing(StreamTiming.EXACT)
                            .build(),
                    new VirtualRtAudioDevice(),
                    new VirtualCamera(),
                    EmulatedDevice.of("ks4j#full#0000", FullFilter.describe()))
            .build();
    private final List<ServedObject> objects = new ArrayList<>();

    /** A node that answers no set. */
    final ServedObject stranger;

    ServedDevices() {
        for (Guid category : List.of(KSCATEGORY.AUDIO, KSCATEGORY.TOPOLOGY, KSCATEGORY.VIDEO)) {
            driver.enumerate(category).stream()
                    .map(FilterInterface::path)
                    .filter(path -> !path.contains(TIMED) || category.equals(KSCATEGORY.AUDIO))
                    .forEach(this::add);
        }
        stranger = objects.get(0).then(" stranger", Kind.NODE_HANDLE, NODE_WITHOUT_SETS, open(NODE_WITHOUT_SETS));
    }

    @Override
    public void close() {
        driver.close();
    }

    List<ServedObject> objects() {
        return objects;
    }

    EmulatedDriver driver() {
        return driver;
    }

    // The objects of a filter

    private void add(String path) {
        String[] parts = path.split("[#\\\\]");
        ServedObject filter = ServedObject.filter(parts[4] + "/" + parts[parts.length - 1], driver, path);
        objects.add(filter);
        int nodes;
        List<Integer> factories = new ArrayList<>();
        try (ServedObject.Opened opened = filter.open()) {
            nodes = nodes(opened.handle());
            for (int pin = 0; pin < pins(opened.handle()); pin++) {
                if (possibleInstances(opened.handle(), pin) != 0) {
                    factories.add(pin);
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            objects.add(filter.then("/node " + node, Kind.NODE, node, handle -> handle));
            objects.add(filter.then("/node handle " + node, Kind.NODE_HANDLE, node, open(node)));
        }
        factories.forEach(pin -> addPin(filter, pin));
        if (filter.toString().startsWith("camera")) {
            objects.add(filter.then(" with open pins", Kind.FILTER, 0, handle -> {
                        factories.forEach(pin -> createPin(handle, pin));
                        return handle;
                    })
                    .only(KSPROPERTY_VIDCAP_VIDEOCONTROL.SET));
        }
    }

    private static int possibleInstances(Handle filter, int pin) {
        return Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, pin, 0)
                .is(NtStatus.SUCCESS, 8)
                .data()
                .getInt(0);
    }

    static int pins(Handle filter) {
        return Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).ulong();
    }

    static int nodes(Handle filter) {
        return Client.get(filter, KSPROPERTY_TOPOLOGY.NODES, 8).data().getInt(4);
    }

    private void addPin(ServedObject filter, int id) {
        ServedObject pin = filter.then("/pin " + id, Kind.PIN, id, handle -> createPin(handle, id));
        objects.add(pin);
        String name = filter.toString();
        if (name.startsWith("wavert")) {
            objects.add(pin.then(" running", Kind.PIN, id, this::runWithBuffer));
        } else if (name.startsWith("full")) {
            objects.add(pin.then(" in pause", Kind.PIN, id, ServedDevices::pause));
        }
        addBelow(pin.then(
                "/clock", Kind.CLOCK, 0, handle -> handle.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), 0)));
        addBelow(pin.then(
                "/allocator",
                Kind.ALLOCATOR,
                0,
                handle -> handle.create(KsObjectType.ALLOCATOR, framing(), Client.READ_WRITE)));
    }

    /** Adds what pins may have. */
    private void addBelow(ServedObject object) {
        try {
            object.open().close();
            objects.add(object);
        } catch (KsException e) {
            if (!e.status().equals(NtStatus.OBJECT_NAME_NOT_FOUND)) {
                throw e;
            }
        }
    }

    private static UnaryOperator<Handle> open(int id) {
        ByteBuffer parameters = ByteBuffer.wrap(Client.ints(0, id)).order(ByteOrder.LITTLE_ENDIAN);
        return filter -> filter.create(KsObjectType.TOPOLOGY_NODE, parameters, Client.READ_WRITE);
    }

    private static ByteBuffer framing() {
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        KSALLOCATOR_FRAMING
                .LAYOUT
                .at(Abi.X64, bytes, 0)
                .set(KSALLOCATOR_FRAMING.OptionsFlags, 2)
                .set(KSALLOCATOR_FRAMING.Frames, 2)
                .set(KSALLOCATOR_FRAMING.FrameSize, 64);
        return bytes;
    }

    /** Opens a pin with its first interface, in the format that its first range has with itself. */
    private static Handle createPin(Handle filter, int id) {
        byte[] format = ServedRequests.formatOfPin(filter, id);
        byte[] interfaces = ServedRequests.value(
                filter, Client.request(KSPROPERTY_PIN.INTERFACES, KSPROPERTY_TYPE.GET), Client.ints(id, 0));
        ByteBuffer parameters = Client.connect(id, ByteBuffer.wrap(format));
        parameters.put(KSPIN_CONNECT.Interface.offset64(), interfaces, 8, KSIDENTIFIER.LAYOUT.size());
        return filter.create(KsObjectType.PIN, parameters, Client.READ_WRITE);
    }

    private static Handle pause(Handle pin) {
        Client.state(pin, KSSTATE.PAUSE);
        return pin;
    }

    /** Maps a buffer of two packets, of which the hardware has passed two when this returns. */
    private Handle runWithBuffer(Handle pin) {
        RtClient.buffer(pin, RtClient.bufferRequest(64 * 1024, 2)).is(NtStatus.SUCCESS);
        Client.run(pin);
        time.advance(Duration.ofMillis(400));
        return pin;
    }
}
