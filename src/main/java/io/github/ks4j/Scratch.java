package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Gate;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import java.lang.ref.Cleaner;
import java.util.Set;

/**
 * The memory in which a thread makes its requests: one block for the request structure, one for the data.
 *
 * <p>Used by one thread only. A call made while another one of the same thread is under way, as by the handler of an
 * emulated filter, gets memory of its own.
 */
final class Scratch implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Session.Memory memory;
    private final Blocks blocks;
    private boolean entered;
    private Scratch inner;

    Scratch(Session.Memory memory, Blocks blocks) {
        this.memory = memory;
        this.blocks = blocks;
        CLEANER.register(this, blocks::release);
    }

    Scratch enter() {
        if (entered) {
            if (inner == null) {
                inner = memory.scratch();
            }
            return inner.enter();
        }
        if (!blocks.gate.enter()) {
            throw new KsClosedException("the driver " + blocks.driver.name());
        }
        entered = true;
        return this;
    }

    /** Memory for a request structure. */
    KsBuffer request(int size) {
        if (blocks.request == null || blocks.request.size() < size) {
            blocks.request = blocks.replace(blocks.request, Math.max(size, Blocks.REQUEST));
        }
        return blocks.request;
    }

    /** Memory for data: at least {@code size} bytes; the same block until a larger one is asked for. */
    KsBuffer data(int size) {
        if (blocks.data == null || blocks.data.size() < size) {
            blocks.data = blocks.replace(blocks.data, Math.max(size, Blocks.DATA));
        }
        return blocks.data;
    }

    /** Never touches the memory again: a driver may still hold it. It keeps what it holds reachable. */
    void abandon() {
        blocks.request = null;
        blocks.data = null;
    }

    /** Ends the call. */
    @Override
    public void close() {
        blocks.request = Blocks.keep(blocks.request);
        blocks.data = Blocks.keep(blocks.data);
        entered = false;
        blocks.gate.exit();
    }

    /** The blocks, apart from the scratch memory that they are cleaned up after. */
    static final class Blocks {
        /** More than any request structure without a list. */
        private static final int REQUEST = 256;

        private static final int DATA = 4096;

        /** Larger blocks are given back after the call. */
        private static final int KEPT = 1 << 16;

        private final Driver driver;
        private final Set<Blocks> live;
        private final Gate gate = new Gate(this::free);
        private KsBuffer request;
        private KsBuffer data;

        Blocks(Driver driver, Set<Blocks> live) {
            this.driver = driver;
            this.live = live;
        }

        void release() {
            gate.close();
        }

        private KsBuffer replace(KsBuffer old, int size) {
            KsBuffer larger = driver.allocate(size);
            if (old != null) {
                old.close();
            }
            return larger;
        }

        private static KsBuffer keep(KsBuffer block) {
            if (block == null || block.size() <= KEPT) {
                return block;
            }
            block.close();
            return null;
        }

        private void free() {
            live.remove(this);
            if (request != null) {
                request.close();
            }
            if (data != null) {
                data.close();
            }
            request = null;
            data = null;
        }
    }
}
