package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A client of a WaveRT device, in virtual time. */
final class RtClient implements AutoCloseable {
    /** Frames of 4 bytes, 48 in a millisecond. */
    static final WaveFormat STEREO = WaveFormat.pcm(48000, 16, 2);

    /** 10 milliseconds of it, which is a multiple of 128 bytes. */
    static final int PACKET = 1920;

    final VirtualTime time = new VirtualTime();
    final VirtualRtAudioDevice device;
    final EmulatedDriver driver;

    RtClient(VirtualRtAudioDevice.Builder profile) {
        device = profile.build();
        driver = EmulatedDriver.builder().devices(device).time(time).build();
    }

    RtClient() {
        this(VirtualRtAudioDevice.builder());
    }

    @Override
    public void close() {
        driver.close();
    }

    void advance(int millis) {
        time.advance(Duration.ofMillis(millis));
    }

    void advanceMicros(int micros) {
        time.advance(Duration.ofNanos(micros * 1000L));
    }

    // Pins

    Handle filter(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    static ByteBuffer connect(KSINTERFACE_STANDARD standard, WaveFormat format) {
        ByteBuffer parameters = Client.connect(0, DataFormat.of(format).bytes());
        KSPIN_CONNECT.Interface.then(KSIDENTIFIER.Id).write(Abi.X64, parameters, 0, standard.value());
        return parameters;
    }

    Handle pin(Guid category, WaveFormat format) {
        return pin(driver, category, format);
    }

    static Handle pin(EmulatedDriver driver, Guid category, WaveFormat format) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE)
                .create(KsObjectType.PIN, connect(KSINTERFACE_STANDARD.LOOPED_STREAMING, format), Client.READ_WRITE);
    }

    Handle render() {
        return pin(KSCATEGORY.RENDER, STEREO);
    }

    Handle capture() {
        return pin(KSCATEGORY.CAPTURE, STEREO);
    }

    // The buffer

    static byte[] bufferRequest(long size) {
        return Client.request(KSPROPERTY_RTAUDIO.BUFFER, KSPROPERTY_TYPE.GET, 0, 0, (int) size, 0);
    }

    static byte[] bufferRequest(long size, int notifications) {
        return Client.request(
                KSPROPERTY_RTAUDIO.BUFFER_WITH_NOTIFICATION, KSPROPERTY_TYPE.GET, 0, 0, (int) size, notifications);
    }

    /** Sends one of these. */
    static Client.Reply buffer(Handle pin, byte[] request) {
        return Client.property(pin, request, 16);
    }

    private static KsBuffer map(EmulatedDriver driver, Handle pin, byte[] request) {
        Client.Reply reply = buffer(pin, request).is(NtStatus.SUCCESS, 16);
        return driver.view(reply.data().getLong(0), reply.data().getInt(8));
    }

    /** Maps a buffer of two packets. */
    static KsBuffer map(EmulatedDriver driver, Handle pin) {
        return map(driver, pin, bufferRequest(2 * PACKET, 2));
    }

    /** Maps a buffer of two packets. */
    KsBuffer map(Handle pin) {
        return map(driver, pin);
    }

    KsBuffer mapWithoutNotification(Handle pin) {
        return map(driver, pin, bufferRequest(2 * PACKET));
    }

    // Positions

    static Client.Reply register(Handle pin, KsItem item) {
        return Client.get(pin, item, 40, 0, 0);
    }

    KsBuffer mapRegister(Handle pin, KsItem item) {
        return driver.view(register(pin, item).is(NtStatus.SUCCESS, 40).data().getLong(0), 8);
    }

    private static ByteBuffer position(Handle pin) {
        return Client.get(pin, KSPROPERTY_AUDIO.POSITION, 16)
                .is(NtStatus.SUCCESS, 16)
                .data();
    }

    static long playOffset(Handle pin) {
        return position(pin).getLong(0);
    }

    static long writeOffset(Handle pin) {
        return position(pin).getLong(8);
    }

    // Events

    static Client.Reply event(Handle pin, KsItem item, int operation, long handle, int replyLength) {
        return Client.property(pin, Client.request(item, operation, (int) handle, (int) (handle >>> 32)), replyLength);
    }

    static NtStatus register(Handle pin, KsSignal event) {
        return event(pin, KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT, KSPROPERTY_TYPE.GET, event.value(), 0)
                .status();
    }

    static NtStatus unregister(Handle pin, KsSignal event) {
        return event(pin, KSPROPERTY_RTAUDIO.UNREGISTER_NOTIFICATION_EVENT, KSPROPERTY_TYPE.GET, event.value(), 0)
                .status();
    }

    /** An event that takes itself back when it is seen. */
    KsSignal registered(Handle pin) {
        KsSignal event = driver.createEvent(false);
        assertEquals(NtStatus.SUCCESS, register(pin, event));
        return event;
    }

    static boolean isSet(KsSignal event) {
        try {
            return event.await(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // Packets

    static NtStatus write(Handle pin, int packet, int flags, int lastLength) {
        return Client.control(
                        pin,
                        IOCTL_KS.PROPERTY,
                        Client.request(KSPROPERTY_RTAUDIO.SETWRITEPACKET, KSPROPERTY_TYPE.SET),
                        Client.ints(packet, flags, lastLength))
                .status();
    }

    static NtStatus write(Handle pin, int packet) {
        return write(pin, packet, 0, 0);
    }

    static int packetCount(Handle pin) {
        return Client.get(pin, KSPROPERTY_RTAUDIO.PACKETCOUNT, 4).ulong();
    }

    static Client.Reply read(Handle pin) {
        return Client.get(pin, KSPROPERTY_RTAUDIO.GETREADPACKET, 24);
    }

    static void go(Handle pin, KSSTATE state) {
        assertEquals(NtStatus.SUCCESS, Client.state(pin, state));
    }
}
