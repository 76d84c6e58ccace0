package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An object of a device, which each test opens anew. */
final class ServedObject {
    static final int HEAD = 24;
    static final int NODE_HEAD = 32;
    private static final int FLAGS = 20;

    /** What can be asked. */
    enum Kind {
        FILTER,
        /** Through the filter, with the flag TOPOLOGY. */
        NODE,
        NODE_HANDLE,
        PIN,
        CLOCK,
        ALLOCATOR
    }

    private final String name;
    private final Kind kind;
    private final int id;
    private final List<UnaryOperator<Handle>> steps;

    /** What of it is looked at; null for all. */
    private final KsSet only;

    private ServedObject(String name, Kind kind, int id, List<UnaryOperator<Handle>> steps, KsSet only) {
        this.only = only;
        this.name = name;
        this.kind = kind;
        this.id = id;
        this.steps = steps;
    }

    static ServedObject filter(String name, EmulatedDriver driver, String path) {
        return new ServedObject(name, Kind.FILTER, 0, List.of(none -> driver.open(path, Client.READ_WRITE)), null);
    }

    /** An object that is reached by one step more. */
    ServedObject then(String suffix, Kind reached, int number, UnaryOperator<Handle> step) {
        List<UnaryOperator<Handle>> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ServedObject(name + suffix, reached, number, List.copyOf(longer), null);
    }

    /** An object of which but one set is looked at. */
    ServedObject only(KsSet set) {
        return new ServedObject(name, kind, id, steps, set);
    }

    boolean shows(Guid set) {
        return only == null || only.guid().equals(set);
    }

    Kind kind() {
        return kind;
    }

    /** The number of a node or a pin. */
    int id() {
        return id;
    }

    /** Opens the filter, and what is below it. */
    Opened open() {
        Handle filter = steps.get(0).apply(null);
        Handle last = filter;
        try {
            for (UnaryOperator<Handle> step : steps.subList(1, steps.size())) {
                last = step.apply(last);
            }
        } catch (KsException e) {
            filter.close();
            throw e;
        }
        return new Opened(filter, last);
    }

    /**
     * An open object; closing the filter closes what is below it.
     *
     * @param filter the filter
     * @param handle the object
     */
    record Opened(Handle filter, Handle handle) implements AutoCloseable {
        @Override
        public void close() {
            filter.close();
        }
    }

    boolean isNode() {
        return kind == Kind.NODE || kind == Kind.NODE_HANDLE;
    }

    /** A request as the object takes it: that of a node has the node behind the head. */
    byte[] request(Guid set, int item, int flags, byte[] tail) {
        int head = isNode() ? NODE_HEAD : HEAD;
        ByteBuffer request = ByteBuffer.allocate(head + tail.length).order(ByteOrder.LITTLE_ENDIAN);
        set.write(request, 0);
        request.putInt(16, item).putInt(FLAGS, flags | (kind == Kind.NODE ? KSPROPERTY_TYPE.TOPOLOGY : 0));
        if (kind == Kind.NODE) {
            request.putInt(HEAD, id);
        }
        return request.put(head, tail).array();
    }

    /** The same request for a handle that is not a node's. */
    static byte[] withoutTopology(byte[] request) {
        int flags = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).getInt(FLAGS);
        return withWord(request, FLAGS, flags & ~KSPROPERTY_TYPE.TOPOLOGY);
    }

    /** The same request with another word at an offset. */
    static byte[] withWord(byte[] request, int offset, int word) {
        byte[] other = request.clone();
        ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, word);
        return other;
    }

    @Override
    public String toString() {
        return name;
    }
}
