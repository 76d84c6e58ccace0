package io.github.ks4j.emu;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The driver whose devices are written in Java: requests are answered by the rules of ks.sys and the descriptions of
 * {@link EmulatedDevice}s, in the thread that makes them.
 *
 * <p>It needs no thread of its own. A request that has to wait is completed by the thread that makes its completion
 * possible: one that writes to the other end of a loopback, cancels, stops or closes; or by a thread of the device's
 * author.
 *
 * <p>Thread-safe. Memory is that of an emulated address space: any pointer in a request that does not lead to a live
 * buffer of {@link #allocate} makes the request fail with {@link NtStatus#ACCESS_VIOLATION} and does no harm.
 */
public final class EmulatedDriver implements Driver {
    /** The system property with the deadline for requests that are waited for, in milliseconds. */
    public static final String TIMEOUT_PROPERTY = "ks4j.emu.timeout";

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final List<FilterInterface> interfaces = new ArrayList<>();
    private final Map<String, FilterFactory> factories = new LinkedHashMap<>();
    private final AddressSpace memory;
    private final Map<Long, EmulatedHandle> handles = new ConcurrentHashMap<>();
    /** Handle values are multiples of 4, as in Windows. */
    private final AtomicLong nextHandle = new AtomicLong(4);

    private final long timeoutNanos;
    private volatile boolean closed;

    private EmulatedDriver(Builder builder) {
        timeoutNanos = builder.timeout.toNanos();
        memory = new AddressSpace(timeoutNanos);
        for (EmulatedDevice device : builder.devices) {
            Completions completions = new Completions();
            for (EmulatedFilter filter : device.filters()) {
                FilterFactory factory = new FilterFactory(device.instance(), filter, completions);
                for (FilterInterface found : factory.interfaces()) {
                    if (factories.put(key(found.path()), factory) != null) {
                        throw new IllegalArgumentException("two filters have the path " + found.path());
                    }
                    interfaces.add(found);
                }
            }
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
        checkOpen();
        return interfaces.stream()
                .filter(found -> found.category().equals(category))
                .toList();
    }

    /**
     * {@inheritDoc} Paths are compared without regard to case, and {@code \\.\} is as good as {@code \\?\}.
     *
     * @throws io.github.ks4j.io.KsDisconnectedException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} if no filter has the
     *     path
     */
    @Override
    public Handle open(String path, int access) {
        checkOpen();
        FilterFactory factory = factories.get(key(path));
        if (factory == null) {
            throw KsException.of("open " + path, NtStatus.OBJECT_NAME_NOT_FOUND);
        }
        FilterInstance filter = new FilterInstance(factory);
        EmulatedHandle handle = new EmulatedHandle(this, null, path, access, new FilterObject(filter));
        if (closed) {
            handle.close();
            throw closed();
        }
        return handle;
    }

    @Override
    public KsBuffer allocate(int size) {
        checkOpen();
        return memory.allocate(size);
    }

    @Override
    public void close() {
        closed = true;
        for (EmulatedHandle handle : handles.values()) {
            handle.close();
        }
    }

    @Override
    public String toString() {
        return "emu" + factories.values().stream().distinct().toList();
    }

    AddressSpace memory() {
        return memory;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** Gives a handle its value, until it is {@link #remove removed}. */
    long add(EmulatedHandle handle) {
        long value = nextHandle.getAndAdd(4);
        handles.put(value, handle);
        return value;
    }

    void remove(EmulatedHandle handle) {
        handles.remove(handle.value());
    }

    /** The handle with a value; null if there is none. */
    EmulatedHandle handle(long value) {
        return handles.get(value);
    }

    private void checkOpen() {
        if (closed) {
            throw closed();
        }
    }

    private static KsClosedException closed() {
        return new KsClosedException("the emulated driver");
    }

    private static String key(String path) {
        String key = path.toLowerCase(Locale.ROOT);
        return key.startsWith("\\\\.\\") ? "\\\\?\\" + key.substring(4) : key;
    }

    /** Makes a driver. Not thread-safe. */
    public static final class Builder {
        private final List<EmulatedDevice> devices = new ArrayList<>();
        private Duration timeout = Duration.ofMillis(Long.getLong(TIMEOUT_PROPERTY, DEFAULT_TIMEOUT.toMillis()));

        private Builder() {}

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
         * @param deadline how long {@link Handle#control} waits; by default what {@link #TIMEOUT_PROPERTY} says, else 10
         *     seconds
         * @return this
         */
        public Builder timeout(Duration deadline) {
            timeout = deadline;
            return this;
        }

        /**
         * Makes the driver.
         *
         * @return the driver, owned by the caller
         * @throws IllegalArgumentException if two filters have the same path
         */
        public EmulatedDriver build() {
            return new EmulatedDriver(this);
        }
    }

    /** Offers a driver with one {@link VirtualAudioDevice}, on any operating system. */
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
            return of(new VirtualAudioDevice());
        }
    }
}
