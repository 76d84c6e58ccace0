package io.github.ks4j;

import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** An event object that a WaveRT pin sets, registered until it is closed. */
final class RtNotification implements KsSignal {
    private static final Logger LOGGER = System.getLogger(RtNotification.class.getPackageName());

    private final KsPin pin;
    private final KsSignal signal;
    private final AtomicBoolean closed = new AtomicBoolean();

    RtNotification(KsPin pin) {
        this.pin = pin;
        this.signal = pin.session.driver().createEvent(false);
        try {
            send(KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT);
        } catch (Throwable e) {
            signal.close();
            throw e;
        }
    }

    /** Sent as clients do that work with all drivers: as SET, the structure being request and value at once. */
    private void send(KsProperty<byte[]> property) {
        ByteBuffer whole = ByteBuffer.allocate(KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.LAYOUT.size(pin.session.abi()))
                .order(ByteOrder.LITTLE_ENDIAN);
        KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY.NotificationEvent.write(pin.session.abi(), whole, 0, signal.value());
        KsObject addressee = pin.instance(Arrays.copyOfRange(whole.array(), KsObject.HEAD, whole.capacity()));
        addressee.write(whole, property.set().guid(), property.id(), KSPROPERTY_TYPE.SET);
        addressee.set(property, whole.array());
    }

    @Override
    public long value() {
        return signal.value();
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
        return signal.await(timeout);
    }

    @Override
    public void set() {
        signal.set();
    }

    @Override
    public void reset() {
        signal.reset();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        pin.owned.remove(this);
        try {
            send(KSPROPERTY_RTAUDIO.UNREGISTER_NOTIFICATION_EVENT);
        } catch (KsClosedException e) {
            // Closing the pin has unregistered the event.
        } catch (KsException e) {
            LOGGER.log(Level.DEBUG, "{0} is not unregistered: {1}", this, e.getMessage());
        } finally {
            signal.close();
        }
    }

    @Override
    public String toString() {
        return "notification of " + pin;
    }
}
