package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSSTREAMALLOCATOR_STATUS;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Two devices: one with a source that numbers the words that it fills frames with, and one with a sink that looks
 * whether they come in order.
 */
final class Pair implements AutoCloseable {
    static final DataFormat FORMAT = Rig.STEREO;

    private static final int PIN_TO_HANDLE = 56;

    final VirtualTime time = new VirtualTime();
    final Numbers numbers = new Numbers();
    final Check check = new Check();
    final EmulatedDevice giving;
    final EmulatedDevice taking;
    final EmulatedDriver driver;
    Handle givingFilter;
    Handle takingFilter;
    Handle sink;
    Handle source;

    Pair() {
        this(giving(), taking());
    }

    /** Devices with these pins, neither of them open. */
    Pair(EmulatedPin.Builder givingPin, EmulatedPin.Builder takingPin) {
        giving = device("giving", KSCATEGORY.CAPTURE, givingPin, numbers);
        taking = device("taking", KSCATEGORY.RENDER, takingPin, check);
        driver = EmulatedDriver.builder().devices(giving, taking).time(time).build();
        reopen();
    }

    /** Opens the filters. */
    Pair reopen() {
        givingFilter = filter(KSCATEGORY.CAPTURE);
        takingFilter = filter(KSCATEGORY.RENDER);
        return this;
    }

    static EmulatedPin.Builder giving() {
        return EmulatedPin.of(KSPIN_DATAFLOW.OUT, KSPIN_COMMUNICATION.SOURCE);
    }

    static EmulatedPin.Builder taking() {
        return EmulatedPin.sink(KSPIN_DATAFLOW.IN);
    }

    static KSALLOCATOR_FRAMING framing(int frames, int size) {
        return KSALLOCATOR_FRAMING
                .LAYOUT
                .allocate()
                .set(KSALLOCATOR_FRAMING.Frames, frames)
                .set(KSALLOCATOR_FRAMING.FrameSize, size);
    }

    private static EmulatedDevice device(String name, Guid category, EmulatedPin.Builder pin, Half half) {
        return EmulatedDevice.of(
                name,
                EmulatedFilter.named("f")
                        .categories(category)
                        .pin(pin.ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                                .streaming(half::open)
                                .build())
                        .build());
    }

    private Handle filter(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    /** Opens the sink, and connects the source to it. */
    Pair connected() {
        sink = Client.pin(takingFilter, 0, FORMAT);
        source = source(sink);
        return this;
    }

    /** Opens a source that is connected to a sink. */
    Handle source(Handle to) {
        return connect(givingFilter, 0, FORMAT, to);
    }

    static Handle connect(Handle filter, int pin, DataFormat format, Handle to) {
        ByteBuffer parameters = Client.connect(pin, format.bytes()).putLong(PIN_TO_HANDLE, to.value());
        return filter.create(KsObjectType.PIN, parameters, Client.READ_WRITE);
    }

    Pair running() {
        connected();
        Client.run(sink);
        Client.run(source);
        return this;
    }

    Pair states(KSSTATE ofSource, KSSTATE ofSink) {
        Client.state(source, ofSource);
        Client.state(sink, ofSink);
        return this;
    }

    /** Gives a pin an allocator. */
    static NtStatus assign(Handle pin, Handle allocator) {
        byte[] value = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, allocator.value())
                .array();
        return Client.set(pin, KSPROPERTY_STREAM.ALLOCATOR, value).status();
    }

    /** The frames of an allocator that are out. */
    static int allocated(Handle allocator) {
        ByteBuffer status = Client.get(
                        allocator, KSPROPERTY_STREAMALLOCATOR.STATUS, KSSTREAMALLOCATOR_STATUS.LAYOUT.size())
                .data();
        return KSSTREAMALLOCATOR_STATUS.AllocatedFrames.read(Abi.X64, status, 0);
    }

    @Override
    public void close() {
        driver.close();
    }

    /** One of the devices. */
    abstract static class Half implements PinDispatch {
        PinInstance pin;
        int closed;

        PinDispatch open(PinInstance opened) {
            pin = opened;
            return this;
        }

        @Override
        public void close() {
            closed++;
        }

        boolean runs() {
            return pin.state() == KSSTATE.RUN && pin.queue().hasFrame();
        }

        /** The bytes that wait in the queue of the pin. */
        long queued() {
            return pin.locked(() -> pin.queue().bytesQueued());
        }
    }

    /** Fills frames with numbers, as many as it is told. */
    static final class Numbers extends Half {
        private int next;
        private int end;

        /** Fills frames with so many more numbers, when there are frames. */
        void give(int count) {
            pin.filter().locked(() -> fill(count));
        }

        /** The same under the lock. */
        void fill(int count) {
            end += count;
            process();
        }

        @Override
        public void process() {
            while (runs() && next != end) {
                StreamQueue queue = pin.queue();
                int words = Math.min(queue.remaining() / Integer.BYTES, end - next);
                ByteBuffer bytes = queue.bytes();
                for (int i = 0; i < words; i++) {
                    bytes.putInt(queue.offset() + i * Integer.BYTES, next++);
                }
                boolean full = words * Integer.BYTES == queue.remaining();
                queue.advance(words * Integer.BYTES);
                if (!full) {
                    queue.endFrame();
                }
            }
        }
    }

    /** Takes frames, and notes what is wrong with the numbers in them. */
    static final class Check extends Half {
        int next;
        int lost;
        int disordered;
        /** The formats that it has been asked to change to, and what it says to the next. */
        final List<DataFormat> formats = new ArrayList<>();

        NtStatus answer = NtStatus.SUCCESS;
        /** Takes frames only when it is told. */
        boolean waits;

        private boolean taking;

        /** Takes the frames that wait. */
        void take() {
            pin.filter().locked(() -> {
                taking = true;
                process();
                taking = false;
            });
        }

        @Override
        public NtStatus setDataFormat(DataFormat format) {
            formats.add(format);
            return answer;
        }

        @Override
        public void process() {
            while ((taking || !waits) && runs()) {
                StreamQueue queue = pin.queue();
                int words = queue.remaining() / Integer.BYTES;
                ByteBuffer bytes = queue.bytes();
                for (int i = 0; i < words; i++) {
                    int number = bytes.getInt(queue.offset() + i * Integer.BYTES);
                    if (number < next) {
                        disordered++;
                    } else {
                        lost += number - next;
                        next = number + 1;
                    }
                }
                if (queue.remaining() == 0) {
                    queue.endFrame();
                } else {
                    queue.advance(queue.remaining());
                }
            }
        }
    }
}
