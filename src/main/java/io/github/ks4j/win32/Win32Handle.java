package io.github.ks4j.win32;

import com.sun.jna.Native;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Gate;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A handle of Windows to a filter, or to an object below one. */
final class Win32Handle implements Handle {
    private static final Log LOG = Log.of(Win32Handle.class);

    /** Its Information counts the bytes of the frames, which lie elsewhere, not those of the reply. */
    private static final int IOCTL_KS_WRITE_STREAM = 0x2F8013;

    /** How long a thread stays in native code before it looks for an interrupt or a close. */
    private static final int LOOK_MILLIS = 20;

    private final Win32Driver driver;
    private final Set<Win32Handle> siblings;
    private final ParkedRequests.Device device;
    private final String name;
    private final long value;
    private final Gate gate = new Gate(this::release);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Set<Win32Handle> children = ConcurrentHashMap.newKeySet();
    /** The port that is told of submissions; null until the first one. */
    private volatile CompletionPort port;
    /** Closed with this handle; null if there is none. */
    private volatile Notification notification;
    /** Closed because Windows asked to remove the device. */
    private volatile boolean gaveWay;
    /** The port is not told of what succeeds at once. Set before the port. */
    private boolean skipsPackets;

    /**
     * Takes over a handle, or closes it and throws.
     *
     * @param siblings the open handles that this one is among until it is closed
     * @param parent the object above; null of a filter
     * @param name what it is called; of a filter the path
     */
    static Win32Handle of(Win32Driver driver, Set<Win32Handle> siblings, Win32Handle parent, String name, long value) {
        try {
            return new Win32Handle(driver, siblings, parent, name, value);
        } catch (RuntimeException | Error e) {
            Kernel32.CloseHandle(value);
            throw e;
        }
    }

    private Win32Handle(Win32Driver driver, Set<Win32Handle> siblings, Win32Handle parent, String name, long value) {
        this.driver = driver;
        this.siblings = siblings;
        this.device = parent == null ? driver.parked().device(name) : parent.device;
        this.name = name;
        this.value = value;
        siblings.add(this);
    }

    @Override
    public Driver driver() {
        return driver;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public boolean isClosed() {
        return gate.isClosed();
    }

    @Override
    public long control(int controlCode, KsBuffer request, int requestLength, KsBuffer reply, int replyLength) {
        return control(controlCode, request, requestLength, reply, replyLength, driver.timeoutNanos());
    }

    @Override
    public long control(
            int controlCode, KsBuffer request, int requestLength, KsBuffer reply, int replyLength, Duration deadline) {
        return control(controlCode, request, requestLength, reply, replyLength, TimeUnit.NANOSECONDS.convert(deadline));
    }

    private long control(
            int controlCode, KsBuffer request, int requestLength, KsBuffer reply, int replyLength, long timeoutNanos) {
        check(request, requestLength);
        check(reply, replyLength);
        enter();
        try {
            device.check();
            Slot slot = driver.slots().take();
            slot.armToWait(request, reply);
            int success = Kernel32.DeviceIoControl(
                    value,
                    controlCode,
                    address(request, requestLength),
                    requestLength,
                    address(reply, replyLength),
                    replyLength,
                    slot.count(),
                    slot.overlapped());
            long outcome;
            if (success != 0) {
                outcome = slot.outcome();
            } else {
                int error = Native.getLastError();
                outcome = error == Kernel32.ERROR_IO_PENDING
                        ? await(slot, controlCode, request, requestLength, timeoutNanos)
                        : slot.refusal(error);
            }
            driver.slots().give(slot);
            if (isBeyond(outcome, controlCode, replyLength)) {
                throw badReply(outcome, describe(controlCode, request, requestLength), replyLength);
            }
            return outcome;
        } finally {
            gate.exit();
        }
    }

    /** Waits for a pending request. Returns its outcome, or throws having given the slot back or parked it. */
    private long await(Slot slot, int controlCode, KsBuffer request, int requestLength, long timeoutNanos) {
        long nanos = Math.max(0, timeoutNanos);
        long begin = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        boolean late = false;
        boolean ended = false;
        try {
            while (!ended && !interrupted && !late && !gate.isClosed()) {
                long left = Math.max(0, nanos - (System.nanoTime() - begin));
                ended = slot.awaitEnd((int) Math.min(LOOK_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1));
                late = !ended && left == 0;
                interrupted = !ended && Thread.interrupted();
            }
            ended = ended || awaitCancelled(slot);
        } finally {
            // Whatever was thrown: as long as it has not ended, Windows may write to its memory.
            if (!ended) {
                driver.parked().park(slot, device);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (ended) {
            long outcome = slot.outcome();
            if (IoStatusBlock.statusCode(outcome) != NtStatus.CANCELLED.code() || !interrupted && !late) {
                return outcome;
            }
            driver.slots().give(slot);
        }
        String what = describe(controlCode, request, requestLength);
        String fate = ended ? "" : ", and did not come back when cancelled: its memory is kept until it does";
        if (interrupted) {
            throw new KsCancelledException(
                    what + ": the thread was interrupted, the request cancelled" + fate, NtStatus.CANCELLED);
        } else if (late) {
            throw new KsTimeoutException(
                    what + ": not complete after " + TimeUnit.NANOSECONDS.toMillis(nanos)
                            + " ms, so cancelled" + fate
                            + "; the device may hang, or needs longer: give the request a deadline of its own, or see -D"
                            + Win32Driver.TIMEOUT,
                    NtStatus.IO_TIMEOUT);
        }
        // Not KsClosedException, by which callers know that their memory has not been handed over.
        throw new KsCancelledException(what + ": the handle was closed" + fate, NtStatus.CANCELLED);
    }

    /** Cancels a pending request, and waits for its end, but not for long. */
    private boolean awaitCancelled(Slot slot) {
        // Whether there was still something to cancel does not matter: the event tells the end in either case.
        Kernel32.CancelIoEx(value, slot.overlapped());
        boolean ended = false;
        long begin = System.nanoTime();
        long grace = TimeUnit.MILLISECONDS.toNanos(driver.graceMillis());
        while (!ended && System.nanoTime() - begin < grace) {
            ended = slot.awaitEnd(LOOK_MILLIS);
        }
        return ended;
    }

    @Override
    public PendingRequest submit(
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Completion completion) {
        Objects.requireNonNull(completion, "completion");
        Submission submission =
                new Submission(this, controlCode, request, requestLength, reply, replyLength, completion, null);
        send(submission);
        return submission;
    }

    @Override
    public RepeatedRequest repeatedRequest(
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Completion completion) {
        check(request, requestLength);
        check(reply, replyLength);
        return new RepeatedSubmission(this, controlCode, request, requestLength, reply, replyLength, completion);
    }

    /** Sends a request, or lets go of it and throws. */
    void send(Submission submission) {
        boolean sent = false;
        try {
            check(submission.request(), submission.requestLength());
            check(submission.reply(), submission.replyLength());
            enter();
            try {
                if (port().expect(submission)) {
                    sent = true;
                    submit(submission);
                    submission.letGo();
                } else {
                    sent = true;
                    submission.notSent();
                }
            } finally {
                gate.exit();
            }
        } finally {
            if (!sent) {
                submission.discard();
            }
        }
    }

    private void submit(Submission submission) {
        Slot slot = submission.slot();
        int success = Kernel32.DeviceIoControl(
                value,
                submission.controlCode(),
                address(submission.request(), submission.requestLength()),
                submission.requestLength(),
                address(submission.reply(), submission.replyLength()),
                submission.replyLength(),
                slot.count(),
                slot.overlapped());
        if (success != 0) {
            submission.succeededAtOnce(slot.outcome(), !skipsPackets);
            return;
        }
        int error = Native.getLastError();
        if (error != Kernel32.ERROR_IO_PENDING) {
            submission.refusedAtOnce(slot.refusal(error), slot.isTouched());
        } else if (submission.isCancelled() || gate.isClosed()) {
            // Whoever cancelled may have come too early.
            Kernel32.CancelIoEx(value, slot.overlapped());
        }
    }

    private CompletionPort port() {
        if (port == null) {
            synchronized (gate) {
                if (port == null) {
                    CompletionPort made = driver.port();
                    made.associate(value, name);
                    skipsPackets = Kernel32.SetFileCompletionNotificationModes(
                                    value, Kernel32.FILE_SKIP_COMPLETION_PORT_ON_SUCCESS)
                            != 0;
                    port = made;
                }
            }
        }
        return port;
    }

    /** Asks for the end of one request, unless the handle is closed, which has asked for the end of all. */
    void cancel(Slot slot) {
        if (gate.enter()) {
            try {
                Kernel32.CancelIoEx(value, slot.overlapped());
            } finally {
                gate.exit();
            }
        }
    }

    /** Whether a driver claims to have returned more bytes than there is room for. Where there is none, it tells a size. */
    static boolean isBeyond(long outcome, int controlCode, int replyLength) {
        return replyLength != 0
                && IoStatusBlock.isSuccess(outcome)
                && Integer.compareUnsigned(IoStatusBlock.information(outcome), replyLength) > 0
                && controlCode != IOCTL_KS_WRITE_STREAM;
    }

    private static KsBadReplyException badReply(long outcome, String what, int replyLength) {
        return new KsBadReplyException(what + ": the driver says that it returned "
                + Integer.toUnsignedString(IoStatusBlock.information(outcome)) + " bytes to a buffer of "
                + replyLength);
    }

    @Override
    public Handle create(KsObjectType type, ByteBuffer parameters, int access) {
        enter();
        try {
            CreateRequest request = CreateRequest.of(type, parameters, driver.abi(), name);
            long created = request.send(driver.memory(), driver.patience(), value, access);
            Win32Handle child = of(driver, children, this, request.name(), created);
            if (closing.get()) {
                child.close();
                throw new KsClosedException(name);
            }
            return child;
        } finally {
            gate.exit();
        }
    }

    @Override
    public boolean hold() {
        return gate.enter();
    }

    @Override
    public void letGo() {
        gate.exit();
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        children.forEach(Win32Handle::close);
        // From inside, so that the handle is still open, and nobody else's, when its requests are cancelled.
        if (gate.enter()) {
            try {
                gate.close();
                Kernel32.CancelIoEx(value, 0);
            } finally {
                gate.exit();
            }
        }
        siblings.remove(this);
        closeNotification();
    }

    /** Has a notification closed with this handle. */
    void closes(Notification notification) {
        this.notification = notification;
        if (closing.get()) {
            closeNotification();
        }
    }

    private void closeNotification() {
        Notification made = notification;
        if (made != null) {
            made.close();
        }
    }

    /** Closes, so that the device can be removed, and waits until Windows has all handles back, but not for long. */
    void giveWay(long timeoutMillis) {
        List<Win32Handle> all = new ArrayList<>();
        addTo(all);
        all.forEach(handle -> handle.gaveWay = true);
        close();
        long begin = System.nanoTime();
        for (Win32Handle handle : all) {
            long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis) - (System.nanoTime() - begin);
            handle.gate.awaitReleased(left, TimeUnit.NANOSECONDS);
        }
    }

    private void addTo(List<Win32Handle> all) {
        children.forEach(child -> child.addTo(all));
        all.add(this);
    }

    private void release() {
        if (Kernel32.CloseHandle(value) == 0) {
            LOG.log(Level.WARNING, "close {0}: {1}", name, LastError.status(Native.getLastError()));
        }
    }

    private void enter() {
        if (!gate.enter()) {
            throw new KsClosedException(gaveWay ? name + ", whose device Windows asked to remove," : name);
        }
    }

    /** The length has to lie within the buffer, and the buffer to be an open one that Windows can refer to. */
    private static void check(KsBuffer buffer, int length) {
        if (length == 0) {
            return;
        }
        if (length < 0 || buffer == null || length > buffer.size()) {
            throw new IndexOutOfBoundsException("length " + length + " of " + buffer);
        }
        if (buffer.address() == 0) {
            throw new IllegalArgumentException(buffer + " is on the heap: allocate it from the driver");
        } else if (buffer.isClosed()) {
            throw new IllegalArgumentException(buffer + " is closed");
        }
    }

    /** The address to be passed. */
    private static long address(KsBuffer buffer, int length) {
        return length == 0 ? 0 : buffer.address();
    }

    /** The request for people; cold. */
    String describe(int controlCode, KsBuffer request, int requestLength) {
        StringBuilder text = new StringBuilder(
                switch (controlCode) {
                    case 0x2F0003 -> "IOCTL_KS_PROPERTY";
                    case 0x2F0007 -> "IOCTL_KS_ENABLE_EVENT";
                    case 0x2F000B -> "IOCTL_KS_DISABLE_EVENT";
                    case 0x2F000F -> "IOCTL_KS_METHOD";
                    case IOCTL_KS_WRITE_STREAM -> "IOCTL_KS_WRITE_STREAM";
                    case 0x2F4017 -> "IOCTL_KS_READ_STREAM";
                    default -> String.format("control code 0x%08X", controlCode);
                });
        if (request != null && requestLength >= KSIDENTIFIER.LAYOUT.size(driver.abi())) {
            // Whoever holds the buffer may have set a limit.
            ByteBuffer bytes =
                    request.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).clear();
            text.append(" of set ")
                    .append(Guid.read(bytes, 0))
                    .append(" item ")
                    .append(KSIDENTIFIER.Id.read(driver.abi(), bytes, 0))
                    .append(String.format(" flags 0x%X", KSIDENTIFIER.Flags.read(driver.abi(), bytes, 0)));
        }
        return text.append(" to ").append(name).toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
