package io.github.ks4j.emu;

import io.github.ks4j.emu.ServedObject.Kind;
import io.github.ks4j.emu.ServedObject.Opened;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A property of an object, or of a pin or node that a request to the object names; found by asking. */
final class ServedProperty {
    /** Room for any value. */
    static final int ROOM = 1 << 13;

    static final int GET = KSPROPERTY_TYPE.GET;
    static final int SET = KSPROPERTY_TYPE.SET;
    static final int NOT_THERE = 0x7FFF_FFFF;

    /** No set has a larger number. */
    private static final int MOST_ITEMS = 64;

    final ServedObject object;
    final Guid set;
    final int id;
    final String name;
    private final KsProperty<?> known;
    private final int access;
    private final int instance;
    private final boolean oneOfMany;

    private ServedProperty(ServedObject object, Guid set, int id, int access, int instance, boolean oneOfMany) {
        this.object = object;
        this.set = set;
        this.id = id;
        this.name = Catalogue.nameOf(KsProperty.class, set, id);
        this.known = known(set, id);
        this.access = access;
        this.instance = instance;
        this.oneOfMany = oneOfMany;
    }

    private static KsProperty<?> known(Guid set, int id) {
        return Catalogue.items().stream()
                .filter(item -> item instanceof KsProperty
                        && item.id() == id
                        && item.set().guid().equals(set))
                .map(item -> (KsProperty<?>) item)
                .findFirst()
                .orElse(null);
    }

    // Finding

    /** All properties of an object, each for every pin or node that it is about. */
    static List<ServedProperty> of(ServedObject object) {
        List<ServedProperty> found = new ArrayList<>();
        try (Opened opened = object.open()) {
            for (Guid set : sets(opened, object)) {
                for (int id = 0; id < MOST_ITEMS; id++) {
                    Client.Reply reply = ask(opened, object, set, id, KSPROPERTY_TYPE.BASICSUPPORT, 4);
                    if (!reply.status().equals(NtStatus.NOT_FOUND)) {
                        add(found, opened, object, set, id, reply.ulong());
                    }
                }
            }
        }
        return found;
    }

    static List<Guid> sets(Opened opened, ServedObject object) {
        return guids(ask(opened, object, Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT, ROOM)).stream()
                .filter(object::shows)
                .toList();
    }

    /** A list of sets, of which one may be there twice. */
    static List<Guid> guids(Client.Reply reply) {
        Set<Guid> guids = new LinkedHashSet<>();
        for (int offset = 0; offset < reply.is(NtStatus.SUCCESS).information(); offset += Guid.SIZE) {
            guids.add(Guid.read(reply.data(), offset));
        }
        return List.copyOf(guids);
    }

    private static Client.Reply ask(Opened opened, ServedObject object, Guid set, int id, int operation, int length) {
        return Client.property(opened.handle(), object.request(set, id, operation, new byte[0]), length);
    }

    private static void add(
            List<ServedProperty> found, Opened opened, ServedObject object, Guid set, int id, int access) {
        int count = switch (object.kind() == Kind.FILTER
                ? ServedRequests.instances(known(set, id))
                : ServedRequests.Instances.ONE) {
            case ONE -> 0;
            case PINS -> ServedDevices.pins(opened.handle());
            case NODES -> ServedDevices.nodes(opened.handle());
        };
        for (int i = 0; i < Math.max(1, count); i++) {
            found.add(new ServedProperty(object, set, id, access, i, count != 0));
        }
    }

    // Asking

    boolean gets() {
        return (access & GET) != 0;
    }

    boolean sets() {
        return (access & SET) != 0;
    }

    Optional<KsProperty<?>> known() {
        return Optional.ofNullable(known);
    }

    /** The shortest request that there can be. */
    byte[] request(Opened opened, int operation) {
        return object.request(set, id, operation, ServedRequests.tail(known).of(opened, instance));
    }

    Client.Reply send(Opened opened, byte[] request, byte[] data) {
        return Client.control(opened.handle(), IOCTL_KS.PROPERTY, request, data);
    }

    Client.Reply send(Opened opened, int operation, byte[] data) {
        return send(opened, request(opened, operation), data);
    }

    /** A value that it takes: one that is made for it, or what it gives. */
    byte[] value(Opened opened) {
        Optional<byte[]> made = ServedRequests.value(known, opened, instance);
        if (made.isPresent()) {
            return made.get();
        }
        byte[] request = request(opened, GET);
        if (!gets()) {
            // The structures of controls are request and value alike.
            return request;
        }
        int size = send(opened, request, new byte[0]).information();
        return size == 0
                ? new byte[0]
                : send(opened, request, new byte[size])
                        .is(NtStatus.SUCCESS, size)
                        .data()
                        .array();
    }

    /** Whether it takes something else than it gives. */
    boolean hasExample() {
        return !gets() || ServedRequests.hasValue(known);
    }

    /**
     * A word that says what a request is about.
     *
     * @param offset where it is
     * @param first the first number that there is not
     */
    record Address(int offset, int first) {}

    /** The node, the pin and the channel. */
    List<Address> addresses(Opened opened) {
        List<Address> all = new ArrayList<>();
        if (object.kind() == Kind.NODE || oneOfMany) {
            boolean isPin = oneOfMany && ServedRequests.instances(known) == ServedRequests.Instances.PINS;
            all.add(new Address(
                    ServedObject.HEAD,
                    isPin ? ServedDevices.pins(opened.handle()) : ServedDevices.nodes(opened.handle())));
        }
        if (hasChannel()) {
            all.add(new Address(ServedObject.NODE_HEAD, NOT_THERE));
        }
        return all;
    }

    private boolean hasChannel() {
        return object.isNode() && ServedRequests.hasChannels(known);
    }

    boolean hasAddress() {
        return object.kind() == Kind.NODE || oneOfMany || hasChannel();
    }

    @Override
    public String toString() {
        return name + ", " + object + (oneOfMany ? " of " + instance : "");
    }
}
