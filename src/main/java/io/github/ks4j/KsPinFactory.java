package io.github.ks4j;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import io.github.ks4j.struct.KSP_PIN;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A pin factory: a kind of pin that a filter has, and the way to open one. Its requests go to the filter and carry a
 * {@link KSP_PIN}. Closed with its filter.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-pin">KSPROPSETID_Pin</a>
 */
public final class KsPinFactory extends KsObject {
    /** Some drivers ask for room for a plain wave format, and then answer with an extensible one. */
    private static final int INTERSECTION_ROOM = 128;

    private final KsFilter filter;
    private final int id;

    KsPinFactory(KsFilter filter, int id) {
        super(filter, KSP_PIN.LAYOUT.size(), 0);
        this.filter = filter;
        this.id = id;
    }

    /**
     * The filter.
     *
     * @return the filter that the factory belongs to
     */
    public KsFilter filter() {
        return filter;
    }

    /**
     * The factory's number.
     *
     * @return its index, {@code PinId} in requests
     */
    public int id() {
        return id;
    }

    /**
     * Which way the data goes.
     *
     * @return into the filter or out of it
     * @throws KsException if the request fails
     */
    public KSPIN_DATAFLOW dataFlow() {
        return get(KSPROPERTY_PIN.DATAFLOW);
    }

    /**
     * How pins of this kind are connected.
     *
     * @return only {@code SINK} and {@code BOTH} can be opened by a client
     * @throws KsException if the request fails
     */
    public KSPIN_COMMUNICATION communication() {
        return get(KSPROPERTY_PIN.COMMUNICATION);
    }

    /**
     * The formats that pins of this kind offer. A pin may refuse a format of its ranges all the same.
     *
     * @return the ranges, in the driver's order of preference
     * @throws KsException if the request fails
     */
    public List<DataRange> dataRanges() {
        return get(KSPROPERTY_PIN.DATARANGES);
    }

    /**
     * The interfaces of pins of this kind.
     *
     * @return set and number of each
     * @throws KsException if the request fails
     */
    public List<KSIDENTIFIER> interfaces() {
        return get(KSPROPERTY_PIN.INTERFACES);
    }

    /**
     * The mediums of pins of this kind.
     *
     * @return set and number of each
     * @throws KsException if the request fails
     */
    public List<KSIDENTIFIER> mediums() {
        return get(KSPROPERTY_PIN.MEDIUMS);
    }

    /**
     * What pins of this kind are for.
     *
     * @return for example {@code PINNAME_CAPTURE} or {@code KSNODETYPE_SPEAKER}; empty if the driver does not tell
     * @throws KsException if the request fails for another reason
     */
    public Optional<Guid> category() {
        return find(KSPROPERTY_PIN.CATEGORY);
    }

    /**
     * The name of pins of this kind, for people.
     *
     * @return empty if there is none
     * @throws KsException if the request fails for another reason
     */
    public Optional<String> name() {
        return find(KSPROPERTY_PIN.NAME);
    }

    /**
     * What a bridge pin is wired to.
     *
     * @return another filter's path and pin factory; empty if the driver does not tell
     * @throws KsException if the request fails for another reason
     */
    public Optional<PhysicalConnection> physicalConnection() {
        return find(KSPROPERTY_PIN.PHYSICALCONNECTION);
    }

    /**
     * How many pins of this kind are open on the filter, and how many can be. A pin that another program holds through
     * its own handle of the filter need not be counted.
     *
     * @return the counts; a possible count of {@code 0xFFFFFFFF} is no limit
     * @throws KsException if the request fails
     */
    public KSPIN_CINSTANCES instances() {
        return get(KSPROPERTY_PIN.CINSTANCES);
    }

    /**
     * Asks whether a pin would take a format, without opening one.
     *
     * @param format the format
     * @return false if it would not
     * @throws KsException if the request fails for another reason; drivers need not support it
     */
    public boolean proposes(DataFormat format) {
        try {
            set(KSPROPERTY_PIN.PROPOSEDATAFORMAT, format);
            return true;
        } catch (KsException e) {
            if (e.status().equals(NtStatus.NO_MATCH)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Asks for the first format that pins of this kind share with some ranges.
     *
     * @param ranges the ranges, the preferred ones first
     * @return empty if they share none
     * @throws KsException if the request fails for another reason
     */
    public Optional<DataFormat> intersect(DataRange... ranges) {
        List<DataRange> list = List.of(ranges);
        byte[] bytes = new byte[Codec.DATA_RANGES.encodedSize(list, session.abi())];
        Codec.DATA_RANGES.encode(list, session.abi(), ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        KsProperty<DataFormat> property = KSPROPERTY_PIN.DATAINTERSECTION;
        try {
            return Optional.of(Request.property(instance(bytes), property, KSPROPERTY_TYPE.GET)
                    .read(property.codec(), INTERSECTION_ROOM));
        } catch (KsException e) {
            if (e.status().equals(NtStatus.NO_MATCH)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Opens a pin with the usual connection: to write to if it takes data, to read from if it gives data.
     *
     * @param format the format
     * @return the pin, in the state {@code STOP}; closed at the latest with the filter
     * @throws KsException if the pin is in use, or refuses the format
     */
    public KsPin open(DataFormat format) {
        return open(KsPinConnection.of(format));
    }

    /**
     * Opens a pin.
     *
     * @param connection how
     * @return the pin, in the state {@code STOP}; closed at the latest with the filter
     * @throws KsException if the pin is in use, or refuses the connection
     * @throws KsClosedException if the filter, or the pin that is to be the sink, is closed
     */
    public KsPin open(KsPinConnection connection) {
        int access = connection.asksDataFlow() ? KsPinConnection.access(dataFlow()) : connection.access();
        Handle pin = naming(
                connection.sink(), sink -> create(connection, connection.encode(session.abi(), id, sink), access));
        return owned.add(new KsPin(this, pin, access), filter);
    }

    /** Adds to what the driver says of a failure which pin it was, and how it was to be connected. */
    private Handle create(KsPinConnection connection, ByteBuffer parameters, int access) {
        try {
            return handle.create(KsObjectType.PIN, parameters, access);
        } catch (KsClosedException | KsTimeoutException e) {
            throw e;
        } catch (KsException e) {
            KsException failure = KsException.of("open " + this + " with " + connection, e.status());
            failure.addSuppressed(e);
            throw failure;
        }
    }

    @Override
    void address(ByteBuffer request) {
        KSP_PIN.PinId.write(session.abi(), request, 0, id);
        KSP_PIN.Reserved.write(session.abi(), request, 0, 0);
    }

    @Override
    public String toString() {
        return "pin factory " + Integer.toUnsignedString(id) + " of " + filter;
    }
}
