package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.struct.KSEVENTDATA;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An event that is enabled: the driver notifies whoever waits here. Made by {@link KsObject#enable} and
 * {@link KsObject#enableOnce}.
 *
 * <pre>{@code
 * try (KsEnabledEvent plugged = factory.enable(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE)) {
 *     while (plugged.await(Duration.ofMinutes(1))) {
 *         System.out.println(factory.get(KSPROPERTY_JACK.DESCRIPTION));
 *     }
 * }
 * }</pre>
 *
 * <p>A notification carries nothing but that it came; what has changed, the object's properties tell. Those that come
 * while nobody waits are not counted: the next wait ends at once, and once. A device that is unplugged notifies nobody:
 * for that there is {@link Ks#watch}.
 *
 * <p><b>Ownership.</b> Owned by the filter, pin or clock whose handle the event was enabled through. The
 * {@code KSEVENTDATA} that names the event to the driver lies at one address until the event is disabled, which closing
 * does.
 *
 * <p><b>Threading.</b> Any thread may wait and close. Closing ends the waits. The library has no thread for events: who
 * wants callbacks lends one, as by {@code executor.execute(() -> event.forEach(this::reread))}, and has it back when the
 * event is closed.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ks-events">KS events</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kseventdata">KSEVENTDATA structure</a>
 */
public final class KsEnabledEvent implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    /** What drivers answer to the disabling of an event that has ended before: with its one notification, or the device. */
    private static final Set<NtStatus> ENDED = Set.of(
            NtStatus.UNSUCCESSFUL, NtStatus.DEVICE_REMOVED, NtStatus.NO_SUCH_DEVICE, NtStatus.DEVICE_NOT_CONNECTED);

    private final Request request;
    private final KsSignal signal;
    private final KsBuffer data;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** The one notification that there is has been taken. */
    private volatile boolean spent;

    KsEnabledEvent(Request request, byte[] extra) {
        this.request = request;
        Driver driver = request.target().session.driver();
        this.signal = driver.createEvent(false);
        int head = KSEVENTDATA.LAYOUT.size(driver.abi());
        try {
            this.data = driver.allocate(Math.addExact(head, extra.length));
        } catch (Throwable e) {
            signal.close();
            throw e;
        }
        KSEVENTDATA
                .LAYOUT
                .at(driver.abi(), data.bytes(), 0)
                .set(KSEVENTDATA.NotificationType, KSEVENTF.EVENT_HANDLE)
                .get(KSEVENTDATA.EventHandle)
                .set(KSEVENTDATA.EventHandleForm.Event, signal.value());
        data.bytes().put(head, extra);
    }

    /** Enables the event, or gives everything back. */
    void enable() {
        boolean answered = false;
        boolean enabled = false;
        try (Scratch scratch = request.target().session.enter()) {
            long block = request.send(scratch, data);
            answered = true;
            Outcome.succeed(request, block);
            enabled = true;
        } catch (KsClosedException | KsBusyException e) {
            // The driver has not seen the address, or has answered.
            answered = true;
            throw e;
        } finally {
            if (!enabled) {
                closed.set(true);
                signal.close();
            }
            if (!enabled && answered) {
                data.close();
            }
        }
    }

    /**
     * Waits for a notification, or takes one that has come since the last wait. Of several threads that wait, one goes
     * on.
     *
     * @param timeout how long to wait at most; zero to look without waiting
     * @return false if none has come
     * @throws KsCancelledException if this thread was interrupted, which stays set; the event stays enabled
     * @throws KsClosedException if the event is closed, now or while waiting
     */
    public boolean await(Duration timeout) {
        boolean notified;
        try {
            notified = signal.await(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KsCancelledException(this + ": interrupted while waiting", NtStatus.CANCELLED);
        }
        if (notified) {
            spent = isOnce();
        } else if (closed.get()) {
            throw new KsClosedException("the event " + this);
        }
        return notified;
    }

    /**
     * Runs an action for the notifications that come, in this thread, until the event is closed; for an event that is
     * enabled once, until it has notified. Notifications that come while the action runs are followed by one more run.
     *
     * @param action may close the event. What it throws ends the loop and goes on to the caller
     * @throws KsCancelledException if this thread was interrupted while it waited, which stays set; the event stays
     *     enabled
     */
    public void forEach(Runnable action) {
        Objects.requireNonNull(action, "action");
        while (!closed.get() && !spent && awaitUnlessClosed()) {
            action.run();
        }
    }

    private boolean awaitUnlessClosed() {
        try {
            return await(FOR_EVER);
        } catch (KsClosedException e) {
            return false;
        }
    }

    /**
     * Disables the event and ends the waits; actions that run go on. The second and later calls do nothing.
     *
     * @throws KsException if the driver neither disables the event nor has lost it; it notifies nobody all the same
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        request.target().owned.remove(this);
        try {
            if (spent) {
                data.close();
            } else {
                disable();
            }
        } finally {
            signal.close();
        }
    }

    private void disable() {
        KsObject target = request.target();
        int head = KSEVENTDATA.LAYOUT.size(target.session.abi());
        long block;
        try {
            block = target.control(IOCTL_KS.DISABLE_EVENT, data, head, null, 0);
        } catch (KsClosedException e) {
            // Closing the handle has disabled the event.
            data.close();
            return;
        }
        // Where the driver gave no answer it may hold on to the address, which is then not used again.
        data.close();
        if (!ENDED.contains(IoStatusBlock.status(block))) {
            Outcome.succeed(new Request(target, IOCTL_KS.DISABLE_EVENT, request.set(), request.id(), 0), block);
        }
    }

    private boolean isOnce() {
        return request.flags() == KSEVENT_TYPE.ONESHOT;
    }

    /** The event and what it was enabled on. */
    @Override
    public String toString() {
        return request.item();
    }
}
