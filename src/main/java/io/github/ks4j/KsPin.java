package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.KSCLOCK_CREATE;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER_PROPERTY;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An open pin: a stream of data into a filter or out of it. Its requests carry a plain {@code KSPROPERTY}.
 *
 * <p>Data goes in frames. Make some, bring the pin to {@code PAUSE}, submit frames, then go on to {@code RUN}:
 *
 * <pre>{@code
 * pin.stepTo(KSSTATE.PAUSE);
 * frame.bytes().put(0, samples);
 * pin.write(frame);
 * pin.stepTo(KSSTATE.RUN);
 * frame.await();
 * }</pre>
 *
 * <p>Owned by its filter; owns its frames, its clocks, its events and notifications.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ks-pins">KS pins</a>
 */
public final class KsPin extends KsObject implements AutoCloseable {
    /** How long closing waits for frames that were cancelled. */
    private static final long DRAIN = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOGGER = System.getLogger(KsPin.class.getPackageName());
    private static final KSSTATE[] STATES = KSSTATE.values();

    private final KsPinFactory factory;
    private final int access;
    private final List<KsFrame> frames = new ArrayList<>();
    private volatile boolean closed;

    KsPin(KsPinFactory factory, Handle handle, int access) {
        super(factory.session, handle);
        this.factory = factory;
        this.access = access;
    }

    /**
     * The factory.
     *
     * @return what the pin was opened by
     */
    public KsPinFactory factory() {
        return factory;
    }

    /**
     * The access that the pin was opened with.
     *
     * @return {@link Driver#GENERIC_READ}, {@link Driver#GENERIC_WRITE} or both
     */
    public int access() {
        return access;
    }

    /**
     * The state of the pin.
     *
     * @return the state that was last reached
     * @throws KsException if the request fails
     */
    public KSSTATE state() {
        return get(KSPROPERTY_CONNECTION.STATE);
    }

    /**
     * Asks the pin for another state, with one request. Some drivers take no step over a state between; {@link #stepTo}
     * takes none.
     *
     * @param state the new state
     * @throws KsException if the pin refuses; it then keeps its state
     */
    public void state(KSSTATE state) {
        set(KSPROPERTY_CONNECTION.STATE, state);
    }

    /**
     * Brings the pin to another state step by step, {@code STOP, ACQUIRE, PAUSE, RUN} or back, from that in which it says
     * it is. In that state nothing is asked for.
     *
     * @param state the new state
     * @throws KsException if the pin does not tell its state, or refuses a step; it then keeps the state before that
     */
    public void stepTo(KSSTATE state) {
        int last = state.ordinal();
        for (int now = state().ordinal(); now != last; ) {
            now += Integer.signum(last - now);
            state(STATES[now]);
        }
    }

    /**
     * A node, addressed through this pin.
     *
     * @param id the node's number in the filter
     * @return the node; whether the pin has it, its requests tell
     */
    public KsNode node(int id) {
        return new KsNode(this, id);
    }

    /**
     * Opens the pin's clock.
     *
     * @return the clock, closed at the latest with the pin
     * @throws KsNotSupportedException if the pin has no clock
     * @throws KsException if it refuses for another reason
     */
    public KsClock createClock() {
        ByteBuffer parameters =
                ByteBuffer.allocate(KSCLOCK_CREATE.LAYOUT.size(session.abi())).order(ByteOrder.LITTLE_ENDIAN);
        Handle clock;
        try {
            clock = handle.create(KsObjectType.CLOCK, parameters, Driver.GENERIC_READ);
        } catch (KsException e) {
            if (!e.status().equals(NtStatus.OBJECT_NAME_NOT_FOUND)) {
                throw e;
            }
            // Of a path it would mean that the device has gone; here the pin is open, and creates no such object.
            KsException failure = new KsNotSupportedException(
                    "create the clock of " + this + ": " + e.status() + ", Win32 "
                            + e.status().win32() + "; the pin has no clock",
                    e.status());
            failure.addSuppressed(e);
            throw failure;
        }
        return owned.add(new KsClock(this, clock), this);
    }

    /**
     * Has the pin follow a clock. Pins take one in {@code STOP} only.
     *
     * @param clock this pin's or another one's, of the same driver, which must stay open; null for none
     * @throws KsException if the pin refuses
     * @throws KsClosedException if pin or clock is closed
     */
    public void masterClock(KsClock clock) {
        naming(clock, value -> {
            byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array();
            set(
                    KSPROPERTY_STREAM.MASTERCLOCK,
                    Arrays.copyOf(bytes, session.abi().pointerSize()));
            return null;
        });
    }

    /**
     * Has a WaveRT pin make its cyclic buffer and map it into this process: {@code KSPROPERTY_RTAUDIO_BUFFER}. A pin does
     * so once, in {@code STOP}.
     *
     * @param size the size that is wanted, in bytes
     * @return the buffer, of the size that the driver chose; of no use once the pin is closed
     * @throws KsNotSupportedException if the pin is none of WaveRT
     * @throws KsException if the pin refuses, or cannot have mapped what it says
     */
    public KsMappedMemory mapBuffer(int size) {
        return mapBuffer(
                KSPROPERTY_RTAUDIO.BUFFER,
                request -> KSRTAUDIO_BUFFER_PROPERTY.RequestedBufferSize.write(session.abi(), request, 0, size),
                KSRTAUDIO_BUFFER_PROPERTY.LAYOUT.size(session.abi()));
    }

    /**
     * The same for a buffer whose passes are notified: {@code KSPROPERTY_RTAUDIO_BUFFER_WITH_NOTIFICATION}.
     *
     * @param size the size that is wanted, in bytes
     * @param notifications how often a pass of the buffer is to be notified: 1 or 2
     * @return the buffer, of the size that the driver chose; of no use once the pin is closed
     * @throws KsNotSupportedException if the pin does not notify
     * @throws KsException if the pin refuses, or cannot have mapped what it says
     */
    public KsMappedMemory mapBuffer(int size, int notifications) {
        return mapBuffer(
                KSPROPERTY_RTAUDIO.BUFFER_WITH_NOTIFICATION,
                request -> {
                    KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.RequestedBufferSize.write(
                            session.abi(), request, 0, size);
                    KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.NotificationCount.write(
                            session.abi(), request, 0, notifications);
                },
                KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION.LAYOUT.size(session.abi()));
    }

    /**
     * Has a WaveRT pin notify the passes of a buffer that {@link #mapBuffer(int, int)} has made:
     * {@code KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT}. In {@code RUN}, the pin sets the event whenever it has gone
     * through the buffer, or through a half of it; waiting takes the signal back. A pin that has gone sets nothing any
     * more: wait for a limited time.
     *
     * @return the event; closing it unregisters it, and the pin closes it at the latest
     * @throws KsNotSupportedException if the pin does not notify
     * @throws KsException if the pin refuses, as before its buffer is made
     * @throws KsClosedException if the pin is closed
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/ksproperty-rtaudio-register-notification-event">
     *     KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT</a>
     */
    public KsSignal notification() {
        return owned.add(new RtNotification(this), this);
    }

    private KsMappedMemory mapBuffer(KsProperty<KSRTAUDIO_BUFFER> property, Consumer<ByteBuffer> fill, int length) {
        ByteBuffer request = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fill.accept(request);
        KSRTAUDIO_BUFFER made =
                instance(Arrays.copyOfRange(request.array(), HEAD, length)).get(property);
        long address = made.get(KSRTAUDIO_BUFFER.BufferAddress);
        int size = made.get(KSRTAUDIO_BUFFER.ActualBufferSize);
        if (address == 0 || size <= 0) {
            throw new KsBadReplyException(this + ": the driver claims to have mapped " + Integer.toUnsignedString(size)
                    + " bytes at 0x" + Long.toHexString(address));
        }
        return map(address, size);
    }

    /**
     * Looks at memory that the pin has mapped into this process, such as the register that
     * {@code KSPROPERTY_RTAUDIO_POSITIONREGISTER} tells of. That it is the device's, only the driver's word says.
     *
     * @param address the address that the pin has told
     * @param size its size in bytes, at least 1
     * @return the memory, of no use once the pin is closed
     * @throws IllegalArgumentException if the address is 0 or the size less than 1
     * @throws KsException with {@link NtStatus#ACCESS_VIOLATION} if not all of it is mapped
     * @throws KsClosedException if the library is closed
     */
    public KsMappedMemory map(long address, int size) {
        return new KsMappedMemory(this, session.driver().view(address, size));
    }

    /**
     * Makes a frame.
     *
     * @param size the room for data, in bytes
     * @return the frame, closed at the latest with the pin
     * @throws IllegalArgumentException if the size is negative
     * @throws KsClosedException if the pin is closed
     */
    public KsFrame frame(int size) {
        return frame(size, 0);
    }

    /**
     * Makes a frame for a picture: with a {@code KS_FRAME_INFO} behind its header, which video drivers expect.
     *
     * @param size the room for data, in bytes
     * @return the frame, which has {@link KsFrame#info() info}; closed at the latest with the pin
     * @throws IllegalArgumentException if the size is negative
     * @throws KsClosedException if the pin is closed
     */
    public KsFrame videoFrame(int size) {
        return frame(size, KS_FRAME_INFO.LAYOUT.size(session.abi()), true);
    }

    /**
     * Makes a frame with an extended header of the driver's own kind.
     *
     * @param size the room for data, in bytes
     * @param extension the bytes behind {@code KSSTREAM_HEADER}, a multiple of 8
     * @return the frame, closed at the latest with the pin
     * @throws IllegalArgumentException if the size is negative, or the extension no multiple of 8
     * @throws KsClosedException if the pin is closed
     */
    public KsFrame frame(int size, int extension) {
        return frame(size, extension, false);
    }

    private KsFrame frame(int size, int extension, boolean video) {
        synchronized (frames) {
            if (closed) {
                throw new KsClosedException(toString());
            }
            KsFrame frame = new KsFrame(this, size, extension, video);
            frames.add(frame);
            return frame;
        }
    }

    /**
     * Submits the frame's {@link KsFrame#dataUsed() data} to the pin and returns at once. The frame is the driver's until
     * {@link KsFrame#await() it comes back}.
     *
     * @param frame a frame of this pin
     * @throws IllegalStateException if the frame is pending or closed
     * @throws IllegalArgumentException if the frame belongs to another pin
     * @throws KsClosedException if the pin is closed
     */
    public void write(KsFrame frame) {
        check(frame).submit(IOCTL_KS.WRITE_STREAM);
    }

    /**
     * Submits the frame to be filled and returns at once. The frame is the driver's until {@link KsFrame#await() it
     * comes back}.
     *
     * @param frame a frame of this pin
     * @throws IllegalStateException if the frame is pending or closed
     * @throws IllegalArgumentException if the frame belongs to another pin
     * @throws KsClosedException if the pin is closed
     */
    public void read(KsFrame frame) {
        check(frame).submit(IOCTL_KS.READ_STREAM);
    }

    private KsFrame check(KsFrame frame) {
        if (frame.pin() != this) {
            throw new IllegalArgumentException("the frame is one of " + frame.pin() + ", not of " + this);
        } else if (closed) {
            throw new KsClosedException(toString());
        }
        return frame;
    }

    /**
     * Stops the pin if frames are pending, since some drivers do not let go of a frame that is only cancelled; cancels
     * those that are left, closes the pin, its clocks and its events, and gives the frames' memory back; that of a frame
     * which the driver does not return in time only when it does. A driver that does not answer delays this by the
     * deadline of a request. The second and later calls do nothing.
     */
    @Override
    public void close() {
        List<KsFrame> remaining;
        synchronized (frames) {
            if (closed) {
                return;
            }
            closed = true;
            remaining = List.copyOf(frames);
            frames.clear();
        }
        factory.owned.remove(this);
        try {
            if (remaining.stream().anyMatch(KsFrame::isPending)) {
                stop();
            }
            remaining.forEach(KsFrame::cancel);
        } finally {
            close(remaining);
        }
    }

    private void close(List<KsFrame> remaining) {
        try {
            owned.close(handle::close);
        } finally {
            long deadline = System.nanoTime() + DRAIN;
            remaining.forEach(frame -> frame.release(deadline - System.nanoTime()));
        }
    }

    /** Goes to STOP, as far as the driver goes along. */
    private void stop() {
        try {
            stepTo(KSSTATE.STOP);
        } catch (KsException e) {
            LOGGER.log(Level.DEBUG, "could not stop {0} before closing it: {1}", this, e.getMessage());
        }
    }

    void forget(KsFrame frame) {
        synchronized (frames) {
            frames.remove(frame);
        }
    }

    @Override
    void address(ByteBuffer request) {
        // A plain KSPROPERTY addresses the pin.
    }

    @Override
    public String toString() {
        return "pin " + Integer.toUnsignedString(factory.id()) + " of " + factory.filter();
    }
}
