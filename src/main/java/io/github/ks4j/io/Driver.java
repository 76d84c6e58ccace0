package io.github.ks4j.io;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The seam: what answers requests. One implementation hands them to Windows, the other to an emulated kernel; whatever
 * lies above cannot tell them apart but for {@link #isEmulated()}.
 *
 * <p>Thread-safe. Closing a driver closes every handle opened through it.
 */
public interface Driver extends AutoCloseable {
    /** {@code GENERIC_READ}: data may be read from the object ({@code IOCTL_KS_READ_STREAM}). */
    int GENERIC_READ = 0x80000000;

    /** {@code GENERIC_WRITE}: data may be written to the object ({@code IOCTL_KS_WRITE_STREAM}). */
    int GENERIC_WRITE = 0x40000000;

    /**
     * The name by which the driver is selected.
     *
     * @return for example {@code win32} or {@code emu}
     */
    String name();

    /**
     * Whether the answers are made up by an emulation.
     *
     * @return false if they come from Windows drivers
     */
    boolean isEmulated();

    /**
     * The layout of structures that hold pointers or handles.
     *
     * @return the pointer width that requests to this driver use
     */
    Abi abi();

    /**
     * Finds the filters that are present under a category.
     *
     * @param category for example {@code KSCATEGORY_AUDIO}
     * @return one entry for each device interface, in the system's order; empty if there is none
     * @throws KsException if the system refuses to enumerate
     */
    List<FilterInterface> enumerate(Guid category);

    /**
     * Opens a filter.
     *
     * @param path the symbolic link of a {@link FilterInterface}
     * @param access {@link #GENERIC_READ}, {@link #GENERIC_WRITE}, both, or 0 for properties only
     * @return the filter's handle, owned by the caller
     * @throws IllegalArgumentException if there is a NUL in the path
     * @throws KsNotFoundException if there is no filter of that path, or no more
     * @throws KsDisconnectedException if its device is there no more, or has failed
     * @throws KsBusyException if another program has it, or it is not ready
     * @throws KsAccessException if the caller may not open it so
     * @throws KsException if it refuses for another reason
     */
    Handle open(String path, int access);

    /**
     * Allocates memory that requests to this driver can refer to.
     *
     * @param size the size in bytes, at least 0
     * @return a zeroed buffer, aligned to 16 bytes, owned by the caller
     * @throws KsException with {@link NtStatus#INSUFFICIENT_RESOURCES} if there is no memory
     */
    KsBuffer allocate(int size);

    /**
     * Looks at memory that a device's driver has mapped into this process, such as the cyclic buffer or a register of a
     * WaveRT pin.
     *
     * <p>The memory stays the device's, which unmaps it by rules of its own, usually when the pin is closed; closing the
     * buffer does nothing. What is not mapped when this is called is refused. Using the buffer after the memory has been
     * unmapped ends the process on Windows, and reads and writes what has no meaning any more in the emulation: hold the
     * pin's handle ({@link Handle#hold()}) for as long as the buffer is used.
     *
     * @param address the address that the device has told
     * @param size the size in bytes, at least 1
     * @return the memory; its bytes can only be read if it is mapped so
     * @throws IllegalArgumentException if the address is 0 or the size less than 1
     * @throws KsException with {@link NtStatus#ACCESS_VIOLATION} if not all of it is mapped
     */
    KsBuffer view(long address, int size);

    /**
     * Lets requests refer to memory that the caller has, such as that of another native library or of a mapped file;
     * nothing is copied. It must not be freed or unmapped as long as the buffer is open or a request is pending on it;
     * what the garbage collector owns is kept as long as the buffer is reachable.
     *
     * @param memory a direct buffer; its bytes from position to limit, neither of which changes
     * @return the same bytes, and the address by which this driver knows them: on Windows that of the memory itself, in
     *     the emulation another one. Closing it ends that, and leaves the memory to the caller
     * @throws IllegalArgumentException if the buffer is not direct, or read-only
     * @throws KsException with {@link NtStatus#INSUFFICIENT_RESOURCES} if there is no address
     */
    KsBuffer map(ByteBuffer memory);

    /**
     * Makes an event object, for KS events to notify through.
     *
     * @param manualReset whether a signal stays until it is taken back; else the first thread that waits takes it
     * @return the event object, not signalled, owned by the caller
     * @throws KsException if the system refuses
     */
    KsSignal createEvent(boolean manualReset);

    /**
     * Has a listener told of the filters that come and go. What is there already is not told.
     *
     * @param category for example {@code KSCATEGORY_AUDIO}
     * @param listener told of each interface of the category
     * @return ends the telling when it is closed, which may be done by the listener itself
     * @throws KsNotSupportedException if the driver cannot tell
     */
    Registration watch(Guid category, InterfaceListener listener);

    /** Closes the driver and all its handles. The second and later calls do nothing. */
    @Override
    void close();

    /** A listener that is being told. */
    interface Registration extends AutoCloseable {
        /** Ends the telling; a call that is under way may end later. The second and later calls do nothing. */
        @Override
        void close();
    }

    /** Finds out whether a driver can work here, and makes it. Found through {@link java.util.ServiceLoader}. */
    interface Provider {
        /**
         * The driver's name.
         *
         * @return for example {@code win32} or {@code emu}
         */
        String name();

        /**
         * Whether the driver is the one for this operating system, so that it is taken by default and its failure is an
         * error rather than a reason to look for another.
         *
         * @return true if this machine is what the driver is for
         */
        boolean isNative();

        /**
         * What the driver needs of this machine, and whether it is there. Looks for each thing by itself, and neither
         * opens a device nor throws.
         *
         * @return in the order in which it is needed; empty if the driver needs nothing
         */
        default List<Requirement> requirements() {
            return List.of();
        }

        /**
         * Makes the driver.
         *
         * @return the driver, owned by the caller
         * @throws KsException if it cannot work here; the message says why
         */
        Driver open();
    }
}
