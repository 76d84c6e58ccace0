package io.github.ks4j.emu;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.ObjectName;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The driver whose devices are written in Java: requests are answered by the rules of ks.sys and the descriptions of
 * {@link EmulatedDevice}s, in the thread that makes them.
 *
 * <p>It needs no thread of its own. A request that has to wait is completed by the thread that makes its completion
 * possible: one that writes to the other end of a loopback, cancels, stops or closes; by the time source's, when its time
 * has come; or by a thread of the device's author.
 *
 * <p>Devices come and go with {@link #plug} and {@link #unplug}. A device is plugged into one driver at a time. The machine
 * never sleeps: what Windows does to running pins then, and what devices forget, is not modelled.
 *
 * <p>What can go wrong with a device can be had on demand: {@link #faults}; and so can the ways of real drivers that
 * clients stumble over: {@link #quirks}. What clients have asked can be read in the
 * {@link #journal}.
 *
 * <p>Thread-safe. Memory is that of an emulated address space: any pointer in a request that does not lead to a live
 * buffer of {@link #allocate} makes the request fail with {@link NtStatus#ACCESS_VIOLATION} and does no harm.
 */
public final class EmulatedDriver implements Driver {
    /** The system property with the deadline for requests that are waited for, in milliseconds; 0 for none. */
    public static final String TIMEOUT_PROPERTY = "ks4j.emu.timeout";

    /** The system property with faults and quirks, in the language of {@link Fault}. */
    public static final String FAULTS_PROPERTY = "ks4j.emu.faults";

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final HandleTable handles = new HandleTable();
    private final AddressSpace memory;
    private final DeviceTree devices;
    private final Interceptor interceptor;

    private final long timeoutNanos;
    private volatile boolean closed;

    private EmulatedDriver(Builder builder) {
        timeoutNanos = TimeUnit.NANOSECONDS.convert(builder.timeout);
        memory = new AddressSpace(timeoutNanos, handles);
        devices = new DeviceTree(builder.time);
        interceptor = new Interceptor(builder.time, timeoutNanos, this::remove, this::plug);
        faults(builder.faults);
        interceptor.quirks().add(builder.quirks);
        if (builder.journalCapacity > 0) {
            interceptor.journal(builder.journalCapacity);
        }
        try {
            builder.devices.forEach(devices::add);
        } catch (RuntimeException e) {
            devices.clear();
            throw e;
        }
    }

    /**
     * A driver with devices and the default deadline.
     *
     * @param devices the devices
     * @return the driver, owned by the caller
     */
    public static EmulatedDriver of(EmulatedDevice... devices) {
        return builder().devices(devices).build();
    }

    /**
     * Starts the making of a driver.
     *
     * @return a builder without devices
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return "emu";
    }

    @Override
    public boolean isEmulated() {
        return true;
    }

    /** {@inheritDoc} Always {@link Abi#X64}, whatever the host. */
    @Override
    public Abi abi() {
        return Abi.X64;
    }

    @Override
    public List<FilterInterface> enumerate(Guid category) {
        Objects.requireNonNull(category, "category");
        checkOpen();
        return devices.interfaces().stream()
                .filter(found -> found.category().equals(category))
                .toList();
    }

    /**
     * {@inheritDoc} Paths are compared without regard to case, and {@code \\.\} is as good as {@code \\?\}.
     *
     * @throws io.github.ks4j.io.KsNotFoundException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} if no filter has the path
     */
    @Override
    public Handle open(String path, int access) {
        checkOpen();
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path with a NUL in it: " + path);
        }
        EmulatedHandle handle = new EmulatedHandle(this, null, path, access, Target.FILTER, filter(path));
        if (closed) {
            handle.close();
            throw closed();
        }
        return handle;
    }

    private KsObject filter(String path) {
        Interceptor active = interceptor();
        try {
            return active == null
                    ? newFilter(path)
                    : active.open(Attempt.open(path, devices.find(path)), () -> newFilter(path));
        } catch (StatusException e) {
            throw KsException.of("open " + path, e.status());
        }
    }

    private KsObject newFilter(String path) throws StatusException {
        FilterFactory factory = devices.find(path);
        if (factory == null) {
            throw new StatusException(NtStatus.OBJECT_NAME_NOT_FOUND);
        }
        try {
            return new FilterObject(new FilterInstance(factory));
        } catch (RuntimeException | Error e) {
            throw new StatusException(KsObject.statusOf(e, factory.filter.friendlyName));
        }
    }

    /**
     * Plugs a device in, again or for the first time. Whoever watches its categories is told, in this thread.
     *
     * @param device a device that is plugged in nowhere
     * @throws IllegalStateException if it is plugged in already, here or in another driver
     * @throws IllegalArgumentException if one of its filters has the path of another that is there, or its instance
     *     makes no path
     * @throws KsClosedException if the driver is closed
     */
    public void plug(EmulatedDevice device) {
        checkOpen();
        devices.add(device);
        if (closed) {
            devices.remove(device);
            throw closed();
        }
    }

    /**
     * Pulls a device out, whatever is under way: a surprise removal. Its paths lead nowhere from now on
     * ({@link NtStatus#OBJECT_NAME_NOT_FOUND}); what is open answers {@link NtStatus#DEVICE_REMOVED} to everything, and
     * stream requests that wait end with that; the pins have gone to STOP. Whoever watches its categories is told, in this
     * thread, when all that has happened; in a completion, the completions that come behind it may be told later.
     * Listeners learn of changes that several threads make at once in any order.
     *
     * <p>The device can be plugged in again, while handles of its former life are still open: these stay dead.
     *
     * @param device the device
     * @return false if it is not plugged in here
     */
    public boolean unplug(EmulatedDevice device) {
        checkOpen();
        return remove(device);
    }

    private boolean remove(EmulatedDevice device) {
        Interceptor active = interceptor();
        return active == null ? devices.remove(device) : active.removal(device, () -> devices.remove(device));
    }

    /**
     * What goes wrong on purpose. Faults can be added and removed at any time.
     *
     * @return the same collection each time; closing the driver removes all
     */
    public Faults faults() {
        return interceptor.faults();
    }

    /**
     * Adds faults and switches quirks on, at any time, as {@link Builder#faults} does from the start.
     *
     * @param text faults and quirks in the language of {@link Fault}
     * @return the faults, in their order
     * @throws IllegalArgumentException if the text is something else; the message says where, and what was expected;
     *     nothing has been added then
     */
    public List<Fault> faults(String text) {
        FaultSyntax.Mishaps mishaps = new FaultSyntax(text).mishaps();
        faults().addAll(mishaps.faults());
        quirks().add(mishaps.quirks());
        return List.copyOf(mishaps.faults());
    }

    /**
     * The traps of real drivers that are set here. Quirks can be switched on and off at any time.
     *
     * @return the same collection each time; closing the driver switches all off
     */
    public Quirks quirks() {
        return interceptor.quirks();
    }

    /**
     * What clients have asked. Unless {@link Builder#journal} has begun it, the first call does, with room for 1024
     * entries.
     *
     * @return the same journal each time
     */
    public RequestJournal journal() {
        return interceptor.journal(RequestJournal.DEFAULT_CAPACITY);
    }

    /**
     * Creates an object below another by the bytes of its name: what {@code NtCreateFile} does relative to a handle.
     * {@link Handle#create} puts such a name together; this is for those who do that themselves, and who want to know
     * what becomes of names that are put together badly.
     *
     * @param parent a handle of this driver
     * @param name the bytes of the name, from position to limit: the kind of object in UTF-16, a backslash, and
     *     parameters. They may be anything
     * @param access {@link Driver#GENERIC_READ}, {@link Driver#GENERIC_WRITE} or both
     * @return the object's handle, owned by the caller; closing its parent closes it too
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if the name is longer than 65,534 bytes, with
     *     {@link NtStatus#OBJECT_NAME_NOT_FOUND} if there is nothing of that kind to create; with the status of the
     *     object, if that refuses
     * @throws KsClosedException if the handle is closed
     * @throws IllegalArgumentException if the handle is another driver's
     */
    public Handle create(Handle parent, ByteBuffer name, int access) {
        if (!(parent instanceof EmulatedHandle handle) || handle.driver() != this) {
            throw new IllegalArgumentException(parent.name() + " belongs to another driver");
        }
        return handle.create(ObjectName.of(name), access);
    }

    @Override
    public KsSignal createEvent(boolean manualReset) {
        checkOpen();
        EventObject event = new EventObject(handles, manualReset);
        if (closed) {
            event.close();
            throw closed();
        }
        return event;
    }

    @Override
    public Registration watch(Guid category, InterfaceListener listener) {
        checkOpen();
        return devices.watch(category, listener);
    }

    @Override
    public KsBuffer allocate(int size) {
        checkOpen();
        return memory.allocate(size);
    }

    @Override
    public KsBuffer view(long address, int size) {
        checkOpen();
        return memory.view(address, size);
    }

    @Override
    public KsBuffer map(ByteBuffer bytes) {
        checkOpen();
        return memory.map(bytes);
    }

    @Override
    public void close() {
        closed = true;
        for (Object object : handles.objects()) {
            if (object instanceof EmulatedHandle handle) {
                handle.close();
            } else if (object instanceof KsSignal signal) {
                signal.close();
            }
        }
        interceptor.close();
        devices.clear();
    }

    @Override
    public String toString() {
        return "emu" + devices;
    }

    /** Who stands between the handles and the devices; null if nobody does. */
    Interceptor interceptor() {
        return interceptor.isActive() ? interceptor : null;
    }

    KsTimeSource time() {
        return interceptor.time();
    }

    AddressSpace memory() {
        return memory;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    HandleTable handles() {
        return handles;
    }

    private void checkOpen() {
        if (closed) {
            throw closed();
        }
    }

    private static KsClosedException closed() {
        return new KsClosedException("the emulated driver");
    }

    /** Makes a driver. Not thread-safe. */
    public static final class Builder {
        private final List<EmulatedDevice> devices = new ArrayList<>();
        private Duration timeout = usualTimeout();

        private KsTimeSource time = RealTime.INSTANCE;
        private String faults = System.getProperty(FAULTS_PROPERTY, "");
        private final List<Quirks.Entry> quirks = new ArrayList<>();
        private int journalCapacity;

        private Builder() {}

        private static Duration usualTimeout() {
            long millis = Long.getLong(TIMEOUT_PROPERTY, DEFAULT_TIMEOUT.toMillis());
            return millis > 0 ? Duration.ofMillis(millis) : Handle.NO_DEADLINE;
        }

        /**
         * Adds devices.
         *
         * @param added the devices
         * @return this
         */
        public Builder devices(EmulatedDevice... added) {
            devices.addAll(List.of(added));
            return this;
        }

        /**
         * Sets the deadline for requests that are waited for.
         *
         * @param deadline how long {@link Handle#control} waits: {@link Handle#NO_DEADLINE} until the request is over; by
         *     default what {@link #TIMEOUT_PROPERTY} says, else 10 seconds
         * @return this
         */
        public Builder timeout(Duration deadline) {
            timeout = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Sets the time of the machine that the devices are plugged into.
         *
         * @param source for example a {@link VirtualTime}; by default the time of this machine, whose timers expire in one
         *     thread for all drivers
         * @return this
         */
        public Builder time(KsTimeSource source) {
            time = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Sets the faults that are there from the start, and adds quirks.
         *
         * @param text faults and quirks in the language of {@link Fault}; by default what {@link #FAULTS_PROPERTY} says, else none
         * @return this
         * @throws IllegalArgumentException if the text is something else; the message says where, and what was expected
         */
        public Builder faults(String text) {
            new FaultSyntax(text).mishaps();
            faults = text;
            return this;
        }

        /**
         * Adds quirks that are on from the start, for all devices.
         *
         * @param added the quirks
         * @return this
         */
        public Builder quirks(Quirk... added) {
            for (Quirk quirk : added) {
                quirks.add(new Quirks.Entry(quirk, null));
            }
            return this;
        }

        /**
         * Adds quirks that are on from the start, for some objects.
         *
         * @param part a part of their names, as for {@link Quirks#add(String, Quirk...)}
         * @param added the quirks
         * @return this
         * @throws IllegalArgumentException if the part is empty
         */
        public Builder quirks(String part, Quirk... added) {
            for (Quirk quirk : added) {
                quirks.add(new Quirks.Entry(quirk, Objects.requireNonNull(part, "part")));
            }
            return this;
        }

        /**
         * Begins a {@linkplain EmulatedDriver#journal() journal} with the first request.
         *
         * @param capacity how many entries it holds, the latest
         * @return this
         * @throws IllegalArgumentException if the capacity is less than 1
         */
        public Builder journal(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("a journal of " + capacity + " entries");
            }
            journalCapacity = capacity;
            return this;
        }

        /**
         * Makes the driver.
         *
         * @return the driver, owned by the caller
         * @throws IllegalArgumentException if two filters have the same path, or {@link #FAULTS_PROPERTY} cannot be read
         * @throws IllegalStateException if one of the devices is plugged in elsewhere
         */
        public EmulatedDriver build() {
            return new EmulatedDriver(this);
        }
    }

    /**
     * Offers a driver with one {@link VirtualAudioDevice}, on any operating system. Its microphone hears a tone of 440 Hz,
     * 20 dB below full scale and in real time, while no render pin is open.
     */
    public static final class Provider implements Driver.Provider {
        /** For {@link java.util.ServiceLoader}. */
        public Provider() {}

        @Override
        public String name() {
            return "emu";
        }

        /** {@inheritDoc} An emulation is nobody's native driver. */
        @Override
        public boolean isNative() {
            return false;
        }

        @Override
        public Driver open() {
            try {
                return of(VirtualAudioDevice.builder()
                        .signal(AudioSignal.sine(440, -20))
                        .build());
            } catch (IllegalArgumentException e) {
                throw new KsException(
                        "open the driver emu: -D" + FAULTS_PROPERTY + ": " + e.getMessage(),
                        NtStatus.INVALID_PARAMETER,
                        e);
            }
        }
    }
}
