package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPRIORITY;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * How a pin is to be connected: {@code KSPIN_CONNECT}, the format behind it, and the access. Immutable; the usual values
 * are in place from the start.
 *
 * <pre>{@code
 * KsPin pin = factory.open(KsPinConnection.of(format)
 *         .withInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()));
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_connect">KSPIN_CONNECT
 *     structure</a>
 */
public final class KsPinConnection {
    /** Stands for the access that the data flow asks for. */
    private static final int BY_DATA_FLOW = 0;

    private final DataFormat format;
    private final Identifier pinInterface;
    private final Identifier medium;
    private final int priorityClass;
    private final int prioritySubClass;
    private final int access;
    private final KsPin sink;

    private KsPinConnection(
            DataFormat format,
            Identifier pinInterface,
            Identifier medium,
            int priorityClass,
            int prioritySubClass,
            int access,
            KsPin sink) {
        this.format = Objects.requireNonNull(format, "format");
        this.pinInterface = pinInterface;
        this.medium = medium;
        this.priorityClass = priorityClass;
        this.prioritySubClass = prioritySubClass;
        this.access = access;
        this.sink = sink;
    }

    /**
     * A connection with the standard streaming interface, the standard medium and normal priority.
     *
     * @param format the format; with the attributes behind it if it has {@code KSDATAFORMAT_ATTRIBUTES}
     * @return the connection
     */
    public static KsPinConnection of(DataFormat format) {
        return new KsPinConnection(
                format,
                new Identifier(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.STREAMING.value()),
                new Identifier(KSMEDIUMSETID.Standard, 0),
                KSPRIORITY.NORMAL,
                1,
                BY_DATA_FLOW,
                null);
    }

    /**
     * The same through another interface.
     *
     * @param set for example {@link KSINTERFACESETID#Standard}
     * @param id the interface, for example 1 for looped streaming
     * @return the connection
     */
    public KsPinConnection withInterface(Guid set, int id) {
        return new KsPinConnection(
                format, new Identifier(set, id), medium, priorityClass, prioritySubClass, access, sink);
    }

    /**
     * The same over another medium.
     *
     * @param set for example {@link KSMEDIUMSETID#Standard}
     * @param id the medium
     * @return the connection
     */
    public KsPinConnection withMedium(Guid set, int id) {
        return new KsPinConnection(
                format, pinInterface, new Identifier(set, id), priorityClass, prioritySubClass, access, sink);
    }

    /**
     * The same with another priority.
     *
     * @param newClass for example {@link KSPRIORITY#HIGH}
     * @param subClass the priority within the class, from 1
     * @return the connection
     */
    public KsPinConnection withPriority(int newClass, int subClass) {
        return new KsPinConnection(format, pinInterface, medium, newClass, subClass, access, sink);
    }

    /**
     * The same with an access of one's own, rather than to write to a pin that takes data and to read from one that
     * gives it.
     *
     * @param newAccess {@link Driver#GENERIC_READ}, {@link Driver#GENERIC_WRITE} or both
     * @return the connection
     * @throws IllegalArgumentException if the access is 0
     */
    public KsPinConnection withAccess(int newAccess) {
        if (newAccess == BY_DATA_FLOW) {
            throw new IllegalArgumentException("a pin is opened to read, to write, or both");
        }
        return new KsPinConnection(format, pinInterface, medium, priorityClass, prioritySubClass, newAccess, sink);
    }

    /**
     * The same as the source of another filter's pin, which it then sends its data to by itself.
     *
     * @param newSink a pin of the same driver that takes data; must stay open as long as the connection
     * @return the connection
     */
    public KsPinConnection to(KsPin newSink) {
        return new KsPinConnection(format, pinInterface, medium, priorityClass, prioritySubClass, access, newSink);
    }

    /** Whether the access depends on the data flow. */
    boolean asksDataFlow() {
        return access == BY_DATA_FLOW;
    }

    int access() {
        return access;
    }

    static int access(KSPIN_DATAFLOW flow) {
        return flow == KSPIN_DATAFLOW.IN ? Driver.GENERIC_WRITE : Driver.GENERIC_READ;
    }

    /** The pin that is the other end; null if that is the caller itself. */
    KsPin sink() {
        return sink;
    }

    /** The parameters of the create request. */
    ByteBuffer encode(Abi abi, int pinId, long sinkHandle) {
        int head = KSPIN_CONNECT.LAYOUT.size(abi);
        ByteBuffer bytes = ByteBuffer.allocate(head + format.size()).order(ByteOrder.LITTLE_ENDIAN);
        KSPIN_CONNECT connect = KSPIN_CONNECT
                .LAYOUT
                .at(abi, bytes, 0)
                .set(KSPIN_CONNECT.PinId, pinId)
                .set(KSPIN_CONNECT.PinToHandle, sinkHandle);
        pinInterface.write(connect.get(KSPIN_CONNECT.Interface));
        medium.write(connect.get(KSPIN_CONNECT.Medium));
        connect.get(KSPIN_CONNECT.Priority)
                .set(KSPRIORITY.PriorityClass, priorityClass)
                .set(KSPRIORITY.PrioritySubClass, prioritySubClass);
        format.write(bytes, head);
        return bytes;
    }

    /**
     * The format and the interface.
     *
     * @return for people
     */
    @Override
    public String toString() {
        return format + " through " + pinInterface + " over " + medium;
    }

    private record Identifier(Guid set, int id) {
        Identifier {
            Objects.requireNonNull(set, "set");
        }

        void write(KSIDENTIFIER identifier) {
            identifier.set(KSIDENTIFIER.Set, set).set(KSIDENTIFIER.Id, id);
        }

        @Override
        public String toString() {
            return Catalogue.nameOf(set) + " " + Integer.toUnsignedString(id);
        }
    }
}
