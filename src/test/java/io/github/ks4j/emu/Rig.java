package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A driver with one filter, whose pins a test holds from both sides: as their client, and as their device. */
final class Rig implements AutoCloseable {
    static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    static final DataFormat MONO = DataFormat.of(WaveFormat.pcm(48000, 16, 1));
    private static final int INTERFACE_ID = 16;

    final VirtualTime time = new VirtualTime();
    final EmulatedDevice device;
    final EmulatedDriver driver;
    final Handle filter;
    /** What the next pins do. */
    Function<PinInstance, PinDispatch> streaming = pin -> PinDispatch.NONE;
    /** The pins in the order in which they were opened. */
    final List<PinInstance> pins = new ArrayList<>();

    /** Of a pin that streams, and that takes frames in loops. */
    static EmulatedPin.Builder looped(EmulatedPin.Builder pin) {
        return pin.pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.STREAMING.value())
                .pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value());
    }

    Rig(EmulatedPin.Builder... descriptions) {
        this(KsPolicies.RECOMMENDED, descriptions);
    }

    Rig(KsPolicies policies, EmulatedPin.Builder... descriptions) {
        EmulatedFilter.Builder described =
                EmulatedFilter.named("f").categories(KSCATEGORY.AUDIO).policies(policies);
        for (EmulatedPin.Builder description : descriptions) {
            described.pin(description
                    .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000)))
                    .streaming(pin -> {
                        pins.add(pin);
                        return streaming.apply(pin);
                    })
                    .build());
        }
        device = EmulatedDevice.of("dev", described.build());
        driver = EmulatedDriver.builder().devices(device).time(time).build();
        filter = driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), Client.READ_WRITE);
    }

    @Override
    public void close() {
        driver.close();
    }

    Handle open(int pin) {
        return Client.pin(filter, pin, STEREO);
    }

    /** A frame with zeros to be written. */
    Frame frame(int size) {
        return Frame.of(driver, new byte[size]);
    }

    Frame read(Handle pin) {
        return new Frame(driver, 8).read(pin);
    }

    Handle openLooped(int pin) {
        ByteBuffer parameters =
                Client.connect(pin, STEREO.bytes()).putInt(INTERFACE_ID, KSINTERFACE_STANDARD.LOOPED_STREAMING.value());
        return filter.create(KsObjectType.PIN, parameters, Client.READ_WRITE);
    }

    /** The pin that was opened last, as its device knows it. */
    PinInstance pin() {
        return pins.get(pins.size() - 1);
    }

    StreamQueue queue() {
        return pin().queue();
    }

    /** Does what a device does: under its lock, and with completions afterwards. */
    void device(Runnable action) {
        pin().filter().locked(action);
    }

    /** The device uses bytes of the first frame. */
    void advance(int bytes) {
        device(() -> queue().advance(bytes));
    }

    /** An event that a client wants to hear of. */
    final class Registration {
        final KsSignal signal = driver.createEvent(false);
        final KsBuffer data = driver.allocate(48);

        /** Enables an event whose data is longer than a KSEVENTDATA by some words. */
        NtStatus enable(Handle handle, KsEvent event, int flags, long... tail) {
            int length = 32 + tail.length * Long.BYTES;
            data.bytes().putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, signal.value());
            for (int i = 0; i < tail.length; i++) {
                data.bytes().putLong(32 + i * Long.BYTES, tail[i]);
            }
            byte[] request = Client.request(event, flags);
            try (KsBuffer in = driver.allocate(request.length)) {
                in.bytes().put(0, request);
                return IoStatusBlock.status(handle.control(IOCTL_KS.ENABLE_EVENT, in, request.length, data, length));
            }
        }

        Registration on(Handle handle, KsEvent event, long... tail) {
            NtStatus status = enable(handle, event, KSEVENT_TYPE.ENABLE, tail);
            if (!status.isSuccess()) {
                throw new AssertionError(event + ": " + status);
            }
            return this;
        }

        boolean heard() {
            try {
                return signal.await(Duration.ofNanos(1));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
