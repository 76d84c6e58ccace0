package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSRTAUDIO_GETREADPACKET_INFO;
import java.nio.ByteBuffer;

/** An open WaveRT capture pin. */
final class RtCaptureStream extends RtStream {
    /** The packets up to the last that the client has read. */
    private long read;

    RtCaptureStream(RtHardware hardware, PinInstance pin) {
        super(hardware, pin);
    }

    @Override
    void transfer(long frame, int offset, int length) {
        try {
            profile.signal().fill(wave(), frame, buffer().bytes(), offset, length / buffer().blockAlign);
        } catch (RuntimeException | Error e) {
            KsObject.statusOf(e, "a signal");
        }
    }

    /** The speaker plays something, at the moment to which the microphone has come. */
    void hear(ByteBuffer source, int offset, int length) {
        RtBuffer buffer = buffer();
        int done = 0;
        while (done < length) {
            int at = buffer.offset(frames());
            int count = Math.min(length - done, buffer.memory.size() - at);
            buffer.bytes().put(at, source, offset + done, count);
            pass(count / buffer.blockAlign);
            done += count;
        }
    }

    @Override
    void rewind() {
        super.rewind();
        read = 0;
    }

    @Override
    public void close() {
        super.close();
        hardware.capture = null;
    }

    /** Tells of the last packet that is complete, into a {@code KSRTAUDIO_GETREADPACKET_INFO}; once. */
    NtStatus read(ByteBuffer info) {
        if (read == packets()) {
            return NtStatus.DEVICE_NOT_READY;
        }
        read = packets();
        KSRTAUDIO_GETREADPACKET_INFO.PacketNumber.write(Abi.X64, info, 0, (int) read - 1);
        KSRTAUDIO_GETREADPACKET_INFO.Flags.write(Abi.X64, info, 0, 0);
        KSRTAUDIO_GETREADPACKET_INFO.PerformanceCounterValue.write(Abi.X64, info, 0, beganBefore());
        KSRTAUDIO_GETREADPACKET_INFO.MoreData.write(Abi.X64, info, 0, 0);
        return NtStatus.SUCCESS;
    }
}
