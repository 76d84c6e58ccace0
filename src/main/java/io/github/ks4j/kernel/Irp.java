package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * An I/O request packet: one device control request on its way through the emulated kernel, with METHOD_NEITHER's raw
 * pointers, and the I/O manager's rules for completing and cancelling it.
 *
 * <p><b>Life.</b> Whoever sends the request calls {@link #initialize}, hands the IRP to the driver's dispatch routine,
 * and completes it with the status that comes back, unless that is {@link NtStatus#PENDING}: then the driver completes
 * it, once, in any thread. An IRP may be initialized again after its completion has been told.
 *
 * <p><b>Threading.</b> The fields belong to the thread that handles the request; {@link #complete}, {@link #cancel} and
 * {@link #setCancelRoutine} may race.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_irp">IRP structure</a>
 */
public final class Irp implements KsRequest {
    /** {@code IRP_SYNCHRONOUS_API}: the caller waits. */
    public static final int SYNCHRONOUS_API = 0x4;

    /** {@code IRP_BUFFERED_IO}: the system buffer stands for the caller's. */
    public static final int BUFFERED_IO = 0x10;

    /** {@code IRP_DEALLOCATE_BUFFER}: the system buffer is freed at completion. */
    public static final int DEALLOCATE_BUFFER = 0x20;

    /** {@code IRP_INPUT_OPERATION}: Information bytes go back to the caller at completion. */
    public static final int INPUT_OPERATION = 0x40;

    private static final Logger LOGGER = System.getLogger(Irp.class.getPackageName());

    private static final AtomicReferenceFieldUpdater<Irp, CancelRoutine> CANCEL_ROUTINE =
            AtomicReferenceFieldUpdater.newUpdater(Irp.class, CancelRoutine.class, "cancelRoutine");

    /** Told when an IRP is complete. */
    @FunctionalInterface
    public interface Completion {
        /**
         * The request is over.
         *
         * @param irp the request; it may be initialized again
         * @param ioStatusBlock status and byte count, as {@link IoStatusBlock} packs them
         */
        void completed(Irp irp, long ioStatusBlock);
    }

    /**
     * Ends a request that is no longer wanted: {@code DRIVER_CANCEL}. Run once, in the thread that cancels. The request
     * is this routine's alone: whoever else looks for it finds it disarmed.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nc-wdm-driver_cancel">DRIVER_CANCEL
     *     callback function</a>
     */
    @FunctionalInterface
    public interface CancelRoutine {
        /**
         * Ends a request.
         *
         * @param irp the request, to be taken from wherever it waits and completed with {@link NtStatus#CANCELLED}
         */
        void cancel(Irp irp);
    }

    private final Object[] driverContext = new Object[4];
    /** Null as long as the request is not armed. */
    private volatile CancelRoutine cancelRoutine;

    /** Null until the request is complete. */
    private final AtomicReference<NtStatus> outcome = new AtomicReference<>(NtStatus.SUCCESS);

    // Null until a property or method needs them; streams do not.
    private ByteBuffer identifier;
    private SystemBufferViews views;

    private FileObject fileObject;
    private RequestorProcess requestor;
    private Completion completion;
    private MajorFunction majorFunction;
    private int currentLocation;
    private int controlCode;
    private long type3InputBuffer;
    private int inputLength;
    private long userBuffer;
    private int outputLength;
    private boolean userMode;
    private int flags;
    private KsBuffer systemBuffer;
    private Mdl mdl;
    /** Null until a stream request is probed. */
    private StreamParameters stream;
    /** What the last stream request took, if the next is to have it. */
    private StreamParameters keptStream;

    private boolean reused;

    private Completion completionRoutine;
    private Completion filterRoutine;
    private int information;
    private boolean informationExceededOutput;
    private volatile boolean pending;
    private volatile boolean cancelled;

    // Tail.Overlay.ListEntry: all three belong to the lock of the queue.
    /** The queue that the request waits in. */
    volatile KsCancelableQueue queue;

    Irp next;
    Irp previous;

    /** An IRP that is not in use yet. */
    public Irp() {}

    /**
     * Makes this IRP carry a request.
     *
     * @param file the object that the request is sent to
     * @param process the sender, whose pointers these are
     * @param code the control code
     * @param input the address of the request structure
     * @param inputBytes its length, unsigned
     * @param output the address of the data
     * @param outputBytes its length, unsigned
     * @param synchronous whether the sender waits
     * @param told told the outcome, exactly once
     * @return this
     * @throws IllegalStateException if it still carries one
     */
    public Irp initialize(
            FileObject file,
            RequestorProcess process,
            int code,
            long input,
            int inputBytes,
            long output,
            int outputBytes,
            boolean synchronous,
            Completion told) {
        if (outcome.getAndSet(null) == null) {
            throw new IllegalStateException("the IRP still carries a request");
        }
        fileObject = file;
        requestor = process;
        majorFunction = MajorFunction.DEVICE_CONTROL;
        currentLocation = 1;
        controlCode = code;
        type3InputBuffer = input;
        inputLength = inputBytes;
        userBuffer = output;
        outputLength = outputBytes;
        userMode = true;
        flags = synchronous ? SYNCHRONOUS_API : 0;
        completion = told;
        systemBuffer = null;
        completionRoutine = null;
        filterRoutine = null;
        information = 0;
        informationExceededOutput = false;
        pending = false;
        cancelled = false;
        cancelRoutine = null;
        for (int i = 0; i < driverContext.length; i++) {
            driverContext[i] = null;
        }
        return this;
    }

    /**
     * Says that the IRP will be initialized for the same kind of request again and again, so that it keeps what that
     * takes of the pool: {@code IoReuseIrp}. Requests that are not for the same thread over and over make garbage
     * otherwise.
     *
     * @return this
     */
    public Irp forReuse() {
        reused = true;
        return this;
    }

    /**
     * Makes the request come from the kernel, whose pointers are trusted.
     *
     * @return this
     */
    public Irp fromKernelMode() {
        userMode = false;
        return this;
    }

    /**
     * Makes this another request than for device control.
     *
     * @param major what is asked of the driver
     * @return this
     */
    public Irp withMajorFunction(MajorFunction major) {
        majorFunction = major;
        return this;
    }

    /**
     * Gives the request the stack locations that a chain of drivers needs: one is enough for a driver that does not pass
     * it on.
     *
     * @param count at least 1
     * @return this
     */
    public Irp withStackLocations(int count) {
        currentLocation = count;
        return this;
    }

    /**
     * What is asked of the driver.
     *
     * @return {@link MajorFunction#DEVICE_CONTROL} unless the sender said otherwise
     */
    public MajorFunction majorFunction() {
        return majorFunction;
    }

    /** Sends the request to another object; false if there is no stack location left for its driver. */
    boolean sendTo(FileObject target, boolean reuseStackLocation) {
        if (!reuseStackLocation) {
            if (currentLocation <= 1) {
                return false;
            }
            currentLocation--;
        }
        fileObject = target;
        return true;
    }

    @Override
    public int controlCode() {
        return controlCode;
    }

    @Override
    public int inputLength() {
        return inputLength;
    }

    @Override
    public int outputLength() {
        return outputLength;
    }

    @Override
    public boolean userMode() {
        return userMode;
    }

    @Override
    public boolean synchronous() {
        return (flags & SYNCHRONOUS_API) != 0;
    }

    /**
     * The object that the request was sent to.
     *
     * @return the file object
     */
    public FileObject fileObject() {
        return fileObject;
    }

    /**
     * The process that sent the request, into whose memory its pointers point.
     *
     * @return the sender
     */
    public RequestorProcess requestor() {
        return requestor;
    }

    /**
     * The raw pointer to the request structure.
     *
     * @return an address that may be anything
     */
    public long type3InputBuffer() {
        return type3InputBuffer;
    }

    /**
     * The raw pointer to the data.
     *
     * @return an address that may be anything
     */
    public long userBuffer() {
        return userBuffer;
    }

    /**
     * The {@code IRP_} flags.
     *
     * @return the flags
     */
    public int flags() {
        return flags;
    }

    void addFlags(int more) {
        flags |= more;
    }

    /**
     * The captured parameters: the data at 0, the request behind it at the next multiple of 8.
     *
     * @return the system buffer; null as long as nothing was captured
     */
    public KsBuffer systemBuffer() {
        return systemBuffer;
    }

    /**
     * Attaches a system buffer: what an allocator does with {@code AssociatedIrp.SystemBuffer}.
     *
     * @param buffer the buffer
     */
    public void systemBuffer(KsBuffer buffer) {
        systemBuffer = buffer;
    }

    /** The pool's part of a stream request, until the request is complete. */
    StreamParameters stream() {
        if (stream == null) {
            stream = keptStream != null ? keptStream : StreamParameters.take();
            keptStream = null;
        }
        return stream;
    }

    /**
     * The memory of the caller that the request works on.
     *
     * @return the first MDL of the chain; null if there is none
     */
    public Mdl mdlAddress() {
        return mdl;
    }

    void mdlAddress(Mdl first) {
        mdl = first;
    }

    /** {@code MmUnlockPages} and {@code IoFreeMdl} for the whole chain. */
    void freeMdls() {
        while (mdl != null) {
            Mdl freed = mdl;
            mdl = freed.clear();
            if (stream != null) {
                stream.free(freed);
            }
        }
    }

    /**
     * Locks the caller's data buffer for the life of the request.
     *
     * @param writable whether it will be written
     * @return {@link NtStatus#ACCESS_VIOLATION} if the probe fails
     */
    public NtStatus lockUserBuffer(boolean writable) {
        return lockUserBuffer(writable ? LOCK_OPERATION.IoWriteAccess : LOCK_OPERATION.IoReadAccess);
    }

    NtStatus lockUserBuffer(LOCK_OPERATION access) {
        Mdl locked = new Mdl().describe(userBuffer, outputLength);
        NtStatus status = locked.lock(requestor, access);
        if (status.isSuccess()) {
            locked.map();
            mdl = locked;
        }
        return status;
    }

    /**
     * What a handler or queue keeps in {@code Tail.Overlay.DriverContext}.
     *
     * @param slot 0 to 3
     * @return the content
     */
    public Object driverContext(int slot) {
        return driverContext[slot];
    }

    /**
     * Keeps something in {@code Tail.Overlay.DriverContext}.
     *
     * @param slot 0 to 3
     * @param content what to keep
     */
    public void driverContext(int slot, Object content) {
        driverContext[slot] = content;
    }

    /**
     * {@code IoStatus.Information}: the bytes that go back to the caller.
     *
     * @return the count, unsigned
     */
    public int information() {
        return information;
    }

    /**
     * Sets {@code IoStatus.Information}.
     *
     * @param bytes the bytes that go back to the caller, or the size that a size query is told
     */
    public void information(int bytes) {
        information = bytes;
    }

    /**
     * Whether the driver said that more bytes go back than the caller has room for. On Windows that overruns the
     * caller's buffer; here the copy is cut and the fault is kept for whoever tests the driver.
     *
     * @return true if the last completion was cut
     */
    public boolean informationExceededOutput() {
        return informationExceededOutput;
    }

    /** {@code IoMarkIrpPending}: the handler is about to return {@link NtStatus#PENDING}. */
    public void markPending() {
        pending = true;
    }

    /**
     * Whether the request was marked pending.
     *
     * @return true after {@link #markPending}
     */
    public boolean isPending() {
        return pending;
    }

    /**
     * {@code IoSetCancelRoutine}: arms the request for cancelling, or disarms it. A request that has been cancelled
     * before is not called: ask {@link #isCancelled()} after arming.
     *
     * @param routine what to run when the request is cancelled; null to disarm
     * @return whether a routine was armed until now. After disarming, false means that the cancel routine has been or is
     *     being run: the request is no longer the caller's to complete
     */
    public boolean setCancelRoutine(CancelRoutine routine) {
        return CANCEL_ROUTINE.getAndSet(this, routine) != null;
    }

    /** Takes the cancel routine out. If it was there, the request is the caller's now. */
    boolean disarm() {
        return setCancelRoutine(null);
    }

    /**
     * Marks the request pending and arms it for cancelling; if it has been cancelled already, the routine runs now.
     *
     * @param routine completes the request with {@link NtStatus#CANCELLED}
     * @return {@link NtStatus#PENDING}, for the handler to return
     */
    public NtStatus pend(CancelRoutine routine) {
        markPending();
        setCancelRoutine(routine);
        runCancelRoutine(takeIfCancelled());
        return NtStatus.PENDING;
    }

    /**
     * {@code IoCancelIrp}: runs the cancel routine if one is armed; else leaves a mark that {@link #pend} and the
     * cancelable queues see. What the routine throws is logged: it is the driver's defect, not the canceller's.
     */
    public void cancel() {
        runCancelRoutine(takeToCancel());
    }

    /** Marks the request cancelled, and takes the cancel routine, if it is armed, for the caller to run. */
    CancelRoutine takeToCancel() {
        cancelled = true;
        return CANCEL_ROUTINE.getAndSet(this, null);
    }

    /** Takes the cancel routine for the caller to run, if the request was cancelled before it was armed. */
    CancelRoutine takeIfCancelled() {
        return cancelled ? CANCEL_ROUTINE.getAndSet(this, null) : null;
    }

    void runCancelRoutine(CancelRoutine taken) {
        if (taken == null) {
            return;
        }
        try {
            taken.cancel(this);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING, "the cancel routine of request " + Integer.toHexString(controlCode) + " threw", e);
        }
    }

    /**
     * Whether the sender has asked for the request to end.
     *
     * @return true after {@link #cancel}
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * {@code IoSetCompletionRoutine}: what the driver does before the I/O manager completes the request.
     *
     * @param routine told the outcome before anything is copied back
     */
    public void setCompletionRoutine(Completion routine) {
        completionRoutine = routine;
    }

    /** The routine of the filter whose allocator provided the system buffer: it runs after the handler's. */
    void setFilterRoutine(Completion routine) {
        filterRoutine = routine;
    }

    /**
     * {@code IoCompleteRequest}: ends the request by the I/O manager's rules. If the system buffer stands for the
     * caller's and the status is no error, Information bytes are copied back, though never more than the caller has room
     * for. The system buffer is freed if it is the I/O manager's, the MDLs are unlocked and freed, a request that is
     * still in a queue leaves it, and the sender is told.
     *
     * @param status the final status; not {@link NtStatus#PENDING}
     * @throws IllegalStateException if the request is complete already: a defect of the driver's that Windows answers
     *     with a bug check
     */
    public void complete(NtStatus status) {
        if (Objects.requireNonNull(status, "status").equals(NtStatus.PENDING)) {
            throw new IllegalArgumentException("a request cannot be completed with " + status);
        }
        cancelRoutine = null;
        if (!outcome.compareAndSet(null, status)) {
            throw new IllegalStateException("the IRP is complete already, with " + outcome.get());
        }
        KsCancelableQueue.removeSpecific(this);
        long block = IoStatusBlock.of(status, information);
        run(completionRoutine, block);
        run(filterRoutine, block);
        if ((flags & (BUFFERED_IO | INPUT_OPERATION)) == (BUFFERED_IO | INPUT_OPERATION) && isCopiedBack(status)) {
            copyBack(systemBuffer.bytes(), null);
        }
        if ((flags & DEALLOCATE_BUFFER) != 0 && stream == null) {
            PoolAllocator.INSTANCE.completed(this, systemBuffer);
        }
        systemBuffer = null;
        freeMdls();
        if (stream != null) {
            if (reused) {
                keptStream = stream;
            } else {
                stream.giveBack();
            }
            stream = null;
        }
        Completion told = completion;
        completion = null;
        told.completed(this, block);
    }

    /** The sender has to be told whatever the driver's routine throws. */
    private void run(Completion routine, long block) {
        if (routine == null) {
            return;
        }
        try {
            routine.completed(this, block);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    "the completion routine of request " + Integer.toHexString(controlCode) + " threw",
                    e);
        }
    }

    /**
     * Whether an outcome takes its bytes along.
     *
     * @param status a final status
     * @return true unless it is an error or {@link NtStatus#VERIFY_REQUIRED}
     */
    static boolean isCopiedBack(NtStatus status) {
        return !status.isError() && !status.equals(NtStatus.VERIFY_REQUIRED);
    }

    /**
     * Copies Information bytes to the caller: through the MDL if there is one, else to the raw pointer.
     *
     * @param source where the bytes are
     */
    void copyBack(ByteBuffer source) {
        copyBack(source, mdl);
    }

    private void copyBack(ByteBuffer source, Mdl target) {
        int bytes = information;
        if (Integer.compareUnsigned(bytes, outputLength) > 0) {
            informationExceededOutput = true;
            LOGGER.log(
                    Level.WARNING,
                    "request {0} completed with Information {1}, but the caller''s buffer has {2} bytes; Windows would"
                            + " overrun it",
                    Integer.toHexString(controlCode),
                    Integer.toUnsignedString(bytes),
                    Integer.toUnsignedString(outputLength));
            bytes = outputLength;
        }
        if (target != null) {
            target.map().put(0, source, 0, bytes);
        } else if (bytes != 0 && !requestor.write(userBuffer, source, 0, bytes).isSuccess()) {
            LOGGER.log(Level.DEBUG, "the caller''s buffer went away before request {0} completed", controlCode);
        }
    }

    /** The request structure in the system buffer, from index 0 to its limit. */
    ByteBuffer requestView() {
        return views().request(systemBuffer, alignUp(outputLength), inputLength);
    }

    /** The data area of the system buffer, from index 0 to its limit; null if it is empty. */
    ByteBuffer dataView() {
        return outputLength == 0 ? null : views().data(systemBuffer, outputLength);
    }

    /** The caller's own memory, locked; null if there is none. */
    ByteBuffer mdlData() {
        return mdl == null ? null : mdl.systemAddress();
    }

    private SystemBufferViews views() {
        if (views == null) {
            views = new SystemBufferViews();
        }
        return views;
    }

    /** Room for the head of a request, before its parameters are captured. */
    ByteBuffer identifier() {
        if (identifier == null) {
            identifier = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        }
        return identifier;
    }

    static int alignUp(int length) {
        return length + 7 & ~7;
    }
}
