package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.struct.Abi;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the objects of one {@link Ks} share: the driver, and each thread's scratch memory of that driver. */
final class Session {
    private final Driver driver;
    private final Abi abi;
    private final Memory memory;
    /** Its values must not lead back to it, or threads that outlive the session would keep it. */
    private final ThreadLocal<Scratch> scratch;

    Session(Driver driver) {
        this.driver = driver;
        this.abi = driver.abi();
        this.memory = new Memory(driver);
        this.scratch = ThreadLocal.withInitial(memory::scratch);
    }

    Driver driver() {
        return driver;
    }

    Abi abi() {
        return abi;
    }

    /**
     * The calling thread's scratch memory, entered. Neither locks nor allocates, except for a thread's first call and
     * for a call from within a call.
     *
     * @throws io.github.ks4j.io.KsClosedException once the memory is released
     */
    Scratch enter() {
        return scratch.get().enter();
    }

    /** Gives the scratch memory of all threads back; of threads that are in a call, when they leave it. */
    void release() {
        memory.release();
    }

    /** Knows all scratch memory of the session. */
    static final class Memory {
        private final Driver driver;
        private final Set<Scratch.Blocks> live = ConcurrentHashMap.newKeySet();
        private volatile boolean released;

        private Memory(Driver driver) {
            this.driver = driver;
        }

        Scratch scratch() {
            Scratch.Blocks blocks = new Scratch.Blocks(driver, live);
            live.add(blocks);
            if (released) {
                blocks.release();
            }
            return new Scratch(this, blocks);
        }

        private void release() {
            released = true;
            live.forEach(Scratch.Blocks::release);
        }
    }
}
