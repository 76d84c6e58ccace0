package io.github.ks4j.win32;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The driver that hands requests to Windows.
 *
 * <p>Handles are opened for overlapped requests, shared for reading and writing. A call waits for its request until the
 * deadline, cancels it then, and leaves it behind, with its memory, if it does not come back. A device that keeps 64
 * requests so is sent no more of the kind until it gives them back: a call then ends with {@link KsBusyException}.
 */
public final class Win32Driver implements Driver {
    static final String NAME = "win32";

    /** How many milliseconds a call waits for its request; 0 for as long as it takes. */
    static final String TIMEOUT = "ks4j.win32.timeout";

    /** For how many milliseconds a device that is not ready is tried again. */
    static final String READY = "ks4j.win32.ready";

    private static final long DEFAULT_TIMEOUT_MILLIS = 10_000;
    private static final long DEFAULT_READY_MILLIS = 1_000;

    /** How long a request that was cancelled has to come back. */
    private static final long GRACE_MILLIS = 1_000;

    private final long timeoutNanos;
    private final SlotPool slots = new SlotPool();
    private final ParkedRequests parked = new ParkedRequests(slots, Thread::new);
    private final NativeMemory memory = new NativeMemory(this::isInUse);
    private final Arrivals arrivals = new Arrivals(memory, GRACE_MILLIS);
    private final Patience patience;
    private final Set<Win32Handle> handles = ConcurrentHashMap.newKeySet();
    private final Set<Win32Event> events = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Null until the first submission. */
    private volatile CompletionPort port;

    private Win32Driver(long timeoutMillis, Patience patience) {
        this.timeoutNanos = timeoutMillis > 0 ? TimeUnit.MILLISECONDS.toNanos(timeoutMillis) : Long.MAX_VALUE;
        this.patience = patience;
    }

    static Win32Driver open() {
        checkBits(Abi.host());
        Kernel32.bind();
        Setupapi.bind();
        Advapi32.bind();
        return new Win32Driver(
                Long.getLong(TIMEOUT, DEFAULT_TIMEOUT_MILLIS), new Patience(Long.getLong(READY, DEFAULT_READY_MILLIS)));
    }

    static void checkBits(Abi abi) {
        if (abi != Abi.X64) {
            throw new KsException(
                    "open the win32 driver: this Java virtual machine has 32 bits; use a 64-bit one, with whose"
                            + " requests drivers of 64-bit Windows are at home",
                    NtStatus.NOT_SUPPORTED,
                    null);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isEmulated() {
        return false;
    }

    @Override
    public Abi abi() {
        return Abi.host();
    }

    @Override
    public List<FilterInterface> enumerate(Guid category) {
        Objects.requireNonNull(category, "category");
        checkOpen();
        return DeviceInterfaces.list(memory, category);
    }

    @Override
    public Handle open(String path, int access) {
        checkOpen();
        long value = new OpenRequest(path, access).send(memory, patience);
        Win32Handle handle = Win32Handle.of(this, handles, null, path, value);
        boolean usable = false;
        try {
            arrivals.letGiveWay(handle);
            checkOpen();
            usable = true;
        } finally {
            if (!usable) {
                handle.close();
            }
        }
        return handle;
    }

    @Override
    public KsBuffer allocate(int size) {
        checkOpen();
        return memory.allocate(size);
    }

    @Override
    public KsBuffer view(long address, int size) {
        checkOpen();
        return NativeMemory.view(address, size);
    }

    @Override
    public KsBuffer map(ByteBuffer bytes) {
        checkOpen();
        return NativeMemory.map(bytes);
    }

    @Override
    public KsSignal createEvent(boolean manualReset) {
        checkOpen();
        Win32Event event = new Win32Event(events, manualReset);
        if (closed.get()) {
            event.close();
            throw new KsClosedException(toString());
        }
        return event;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The listener is called in a thread of this driver's, one call at a time. What is there when this returns is not
     * told. An interface that comes and goes again before the listener could be told is not told either. Closing waits
     * for a call of the listener that is under way, for a second at most, unless the listener itself closes.
     *
     * @throws KsNotSupportedException on Windows 7
     */
    @Override
    public Registration watch(Guid category, InterfaceListener listener) {
        checkOpen();
        Registration registration = arrivals.watch(category, listener);
        if (closed.get()) {
            registration.close();
            throw new KsClosedException(toString());
        }
        return registration;
    }

    /**
     * How many requests Windows still has though they were cancelled, by a deadline, an interrupt or a close. Their
     * memory is kept until they come back.
     *
     * @return 0 where all is well
     */
    public int parkedRequests() {
        CompletionPort made = port;
        return parked.count() + (made == null ? 0 : made.orphans());
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        handles.forEach(Win32Handle::close);
        arrivals.close();
        events.forEach(Win32Event::close);
        CompletionPort made;
        synchronized (this) {
            made = port;
        }
        if (made != null) {
            made.close(GRACE_MILLIS);
        }
        slots.close();
    }

    private void checkOpen() {
        if (closed.get()) {
            throw new KsClosedException(toString());
        }
    }

    private boolean isInUse(long address, int size) {
        CompletionPort made = port;
        return slots.touches(address, size) || made != null && made.isBroken();
    }

    CompletionPort port() {
        CompletionPort made = port;
        if (made == null) {
            synchronized (this) {
                checkOpen();
                made = port;
                if (made == null) {
                    made = new CompletionPort(slots);
                    port = made;
                }
            }
        }
        return made;
    }

    SlotPool slots() {
        return slots;
    }

    ParkedRequests parked() {
        return parked;
    }

    NativeMemory memory() {
        return memory;
    }

    Patience patience() {
        return patience;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    long graceMillis() {
        return GRACE_MILLIS;
    }

    @Override
    public String toString() {
        return "the " + NAME + " driver";
    }
}
