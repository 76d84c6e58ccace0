package io.github.ks4j.emu;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Gate;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.ObjectName;
import io.github.ks4j.set.IOCTL_KS;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A handle: the part of the I/O manager that lies between a caller and a dispatch routine. It checks access, makes IRPs,
 * waits, keeps the deadline, and cancels.
 *
 * <p>Every request holds the gate until it is complete, even one that nobody waits for any more; so the object below is
 * closed when the last request has come back, as IRP_MJ_CLOSE comes in Windows, and never under a request.
 */
final class EmulatedHandle implements Handle {
    /** How long a request that was cancelled at its deadline may take to come back before it is left to itself. */
    static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** {@code FILE_READ_ACCESS} and {@code FILE_WRITE_ACCESS} in a control code. */
    private static final int NEEDS_READ = 1 << 14;

    private static final int NEEDS_WRITE = 2 << 14;

    private final EmulatedDriver driver;
    private final EmulatedHandle parent;
    private final String name;
    private final int access;
    private final Target target;
    private final KsObject object;
    private final FileObject fileObject;
    private final long value;
    private final Gate gate;
    private final Set<EmulatedHandle> children = ConcurrentHashMap.newKeySet();
    private final PendingRequests pending = new PendingRequests();
    private final QuirkMemory quirks = new QuirkMemory();

    EmulatedHandle(
            EmulatedDriver driver, EmulatedHandle parent, String name, int access, Target target, KsObject object) {
        this.driver = driver;
        this.parent = parent;
        this.name = name;
        this.access = access;
        this.target = target;
        this.object = object;
        this.fileObject = object.fileObject();
        this.gate = new Gate(this::release);
        this.value = driver.handles().newValue();
        driver.handles().add(value, this);
    }

    @Override
    public EmulatedDriver driver() {
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

    Target target() {
        return target;
    }

    KsObject object() {
        return object;
    }

    AddressSpace memory() {
        return driver.memory();
    }

    FileObject fileObject() {
        return fileObject;
    }

    QuirkMemory quirks() {
        return quirks;
    }

    /** The reads that have not come back. */
    long pendingReads() {
        return pending.all().stream()
                .filter(io -> io.irp().controlCode() == IOCTL_KS.READ_STREAM)
                .count();
    }

    private void release() {
        Interceptor interceptor = driver.interceptor();
        if (interceptor == null) {
            object.close();
        } else {
            interceptor.release(this, object::close);
        }
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
        enter(request, requestLength, reply, replyLength);
        IoRequest io = null;
        try {
            IoRequest.Pool pool = IoRequest.Pool.ofThread();
            io = pool.take();
            io.start(this, controlCode, request, requestLength, reply, replyLength, null);
            send(io, controlCode);
            if (!io.isBack()) {
                return await(io, controlCode, timeoutNanos);
            }
            long block = io.block();
            pool.give(io);
            return block;
        } finally {
            if (io == null || !io.isAbandoned()) {
                gate.exit();
            }
        }
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
        enter(request, requestLength, reply, replyLength);
        IoRequest io = new IoRequest();
        submit(io, controlCode, request, requestLength, reply, replyLength, completion);
        return io;
    }

    /** Sends a request, after {@link #enter}. */
    void submit(
            IoRequest io,
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Completion completion) {
        io.start(this, controlCode, request, requestLength, reply, replyLength, completion);
        send(io, controlCode);
        track(io);
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
        return new RepeatedIoRequest(this, controlCode, request, requestLength, reply, replyLength, completion);
    }

    private void send(IoRequest io, int controlCode) {
        Interceptor interceptor = driver.interceptor();
        if (interceptor == null) {
            io.send(hasAccess(controlCode));
        } else {
            interceptor.send(io, hasAccess(controlCode));
        }
    }

    /** Checks the arguments, and keeps the object open. */
    void enter(KsBuffer request, int requestLength, KsBuffer reply, int replyLength) {
        check(request, requestLength);
        check(reply, replyLength);
        if (!gate.enter()) {
            throw new KsClosedException(name);
        }
    }

    private void check(KsBuffer buffer, int length) {
        int size = buffer == null ? 0 : buffer.size();
        if (length < 0 || length > size) {
            throw new IndexOutOfBoundsException("length " + length + " of a buffer of " + size + " bytes");
        }
        if (buffer != null && driver.memory().find(buffer.address(), size) == null) {
            throw new IllegalArgumentException(buffer + " is closed or belongs to another driver; take one from "
                    + "Driver.allocate of the driver that " + name + " belongs to");
        }
    }

    private boolean hasAccess(int controlCode) {
        return ((controlCode & NEEDS_READ) == 0 || (access & Driver.GENERIC_READ) != 0)
                && ((controlCode & NEEDS_WRITE) == 0 || (access & Driver.GENERIC_WRITE) != 0);
    }

    /** Lets a request that has not come back be found by those who close the handle. */
    private void track(IoRequest io) {
        if (io.isBack()) {
            return;
        }
        pending.add(io);
        if (!pending.removeIfBack(io) && gate.isClosed()) {
            io.cancel();
        }
    }

    /** Waits for a request, and cancels it at the deadline, when the thread is interrupted or the handle closed. */
    private long await(IoRequest io, int controlCode, long timeoutNanos) {
        track(io);
        boolean interrupted = false;
        try {
            if (io.awaitWhileOpen(timeoutNanos)) {
                pending.remove(io);
                return io.block();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        boolean closed = gate.isClosed();
        io.cancel();
        boolean back = io.await(GRACE_NANOS) || !io.abandon();
        if (back) {
            pending.remove(io);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        boolean cancelled = back && IoStatusBlock.statusCode(io.block()) == NtStatus.CANCELLED.code();
        if (back && (!cancelled || (closed && !interrupted))) {
            return io.block();
        }
        String what = String.format("control code 0x%06X to %s: ", controlCode, name);
        String fate = back ? "" : "; the device has not given it back";
        if (interrupted) {
            throw new KsCancelledException(
                    what + "the thread was interrupted, so it was cancelled" + fate, NtStatus.CANCELLED);
        }
        if (closed) {
            throw new KsCancelledException(what + "closed meanwhile" + fate, NtStatus.CANCELLED);
        }
        throw new KsTimeoutException(
                what + "no answer within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms, so it was cancelled"
                        + fate,
                NtStatus.IO_TIMEOUT);
    }

    /** A request that nobody waits for is over. */
    void forget(IoRequest io) {
        pending.remove(io);
    }

    /** Such a request does not use the object any more. */
    void leave() {
        gate.exit();
    }

    @Override
    public Handle create(KsObjectType type, ByteBuffer parameters, int access) {
        return create(ObjectName.of(ObjectName.compose(type.guid(), parameters)), access);
    }

    /** NtCreateFile relative to this handle. */
    Handle create(ObjectName objectName, int access) {
        Target wanted = Target.of(objectName);
        if (!gate.enter()) {
            throw new KsClosedException(name);
        }
        try {
            Interceptor interceptor = driver.interceptor();
            KsObject created =
                    interceptor == null ? object.create(objectName, driver) : create(objectName, wanted, interceptor);
            EmulatedHandle child =
                    new EmulatedHandle(driver, this, created.name() + " of " + name, access, wanted, created);
            children.add(child);
            if (gate.isClosed()) {
                child.close();
                throw new KsClosedException(name);
            }
            return child;
        } catch (StatusException e) {
            throw refused(wanted, e.status());
        } finally {
            gate.exit();
        }
    }

    private KsObject create(ObjectName objectName, Target wanted, Interceptor interceptor) throws StatusException {
        ByteBuffer parameters = objectName.parameters();
        Attempt attempt = Attempt.create(this, wanted, parameters.limit());
        Interceptor.Creation creation = () -> object.create(objectName, driver);
        return interceptor.create(
                attempt,
                wanted.kind() == Target.Kind.PIN
                        ? () -> interceptor.createPin(new PinCall(this, parameters), attempt, creation)
                        : creation);
    }

    private KsException refused(Target wanted, NtStatus status) {
        String operation = "create " + wanted + " below " + name;
        // Of a filter, this status means that it has gone; here the parent is there, and only lacks the kind.
        return status.equals(NtStatus.OBJECT_NAME_NOT_FOUND)
                ? new KsException(operation + ": " + status + "; it has no objects of this kind", status, null)
                : KsException.of(operation, status);
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
    public boolean isClosed() {
        return gate.isClosed();
    }

    @Override
    public void close() {
        if (!gate.close()) {
            return;
        }
        Interceptor interceptor = driver.interceptor();
        if (interceptor != null) {
            interceptor.closed(this);
        }
        driver.handles().remove(value);
        if (parent != null) {
            parent.children.remove(this);
        }
        for (EmulatedHandle child : children) {
            child.close();
        }
        for (IoRequest io : pending.all()) {
            io.handleClosed();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
