package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of each request of a stream, whatever happens to its pin at the same time. */
@Timeout(60)
class StreamAccountingTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;
    private static final int COUNT = 3_000;
    private static final Set<NtStatus> ENDS =
            Set.of(NtStatus.SUCCESS, NtStatus.CANCELLED, NtStatus.DEVICE_NOT_READY, NtStatus.DEVICE_REMOVED);

    /** What happens to the pin. */
    private enum Trouble {
        NONE,
        STOP,
        PAUSE,
        RESET,
        CANCEL,
        CLOSE,
        UNPLUG
    }

    private final Rig rig = new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN), EmulatedPin.sink(KSPIN_DATAFLOW.OUT));
    /** The numbers in the frames that the device has used, in its order. */
    private final List<Integer> used = new ArrayList<>();

    private final List<Frame> sent = new CopyOnWriteArrayList<>();
    /** The requests that succeeded, in the order in which that was told. */
    private final List<Frame> succeeded = new ArrayList<>();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Takes, or captures, a number in each frame while the pin runs. */
    private final class Numbers implements PinDispatch {
        private final PinInstance pin;

        private Numbers(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                if (pin.isRead()) {
                    queue.bytes().putInt(queue.offset(), used.size());
                    used.add(used.size());
                } else {
                    used.add(queue.bytes().getInt(queue.offset()));
                }
                queue.advance(4);
            }
        }
    }

    private Handle open(int factory) {
        rig.streaming = Numbers::new;
        Handle pin = rig.open(factory);
        Client.run(pin);
        return pin;
    }

    private void stream(Handle pin, int code, Trouble trouble) throws Exception {
        CompletableFuture<Void> client = Client.inThread(() -> {
            for (int i = 0; i < COUNT && send(pin, code, i); i++) {
                Thread.onSpinWait();
            }
        });
        CompletableFuture<Void> device = Client.inThread(() -> {
            PinDispatch dispatch = rig.pin().dispatch();
            while (!client.isDone()) {
                rig.device(dispatch::process);
            }
        });
        CompletableFuture<Void> troubled = Client.inThread(() -> {
            Random random = new Random(5);
            while (!client.isDone()) {
                make(trouble, pin, random);
            }
        });
        CompletableFuture.allOf(client, device, troubled).get(30, TimeUnit.SECONDS);
        pin.close();
    }

    private boolean send(Handle pin, int code, int number) {
        Frame frame = new Frame(rig.driver, 4);
        if (code == IOCTL_KS.WRITE_STREAM) {
            frame.data.bytes().putInt(0, number);
            frame.header.bytes().putInt(36, 4);
            frame.flags(number % 2 == 0 ? KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE : 0);
        }
        try {
            frame.pending = pin.submit(code, null, 0, frame.header, Frame.HEADER, block -> {
                frame.completions.incrementAndGet();
                frame.outcome.complete(block);
                if (IoStatusBlock.isSuccess(block)) {
                    succeeded.add(frame);
                }
            });
        } catch (KsClosedException e) {
            return false;
        }
        sent.add(frame);
        return true;
    }

    private void make(Trouble trouble, Handle pin, Random random) {
        try {
            switch (trouble) {
                case NONE -> Thread.yield();
                case STOP, PAUSE -> {
                    Client.state(pin, KSSTATE.valueOf(trouble.name()));
                    Client.state(pin, KSSTATE.RUN);
                }
                case RESET -> {
                    Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(KSRESET.BEGIN.value()), new byte[0]);
                    Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(KSRESET.END.value()), new byte[0]);
                }
                case CANCEL -> {
                    int size = sent.size();
                    if (size != 0) {
                        sent.get(size - 1 - random.nextInt(Math.min(size, 8)))
                                .pending
                                .cancel();
                    }
                }
                case CLOSE -> {
                    if (sent.size() > COUNT / 2) {
                        pin.close();
                    }
                }
                case UNPLUG -> {
                    if (sent.size() > COUNT / 2) {
                        rig.driver.unplug(rig.device);
                    }
                }
                default -> throw new AssertionError(trouble);
            }
        } catch (KsClosedException e) {
            // Then the client is about to end as well.
            Thread.yield();
        }
    }

    private void assertEachEndedOnce() {
        for (Frame frame : sent) {
            assertTrue(frame.isDone(), "a request was lost");
            assertEquals(1, frame.completions.get(), "a request was told twice");
            assertTrue(ENDS.contains(frame.status()), frame.status().toString());
        }
    }

    private static boolean isStrictlyIncreasing(List<Integer> numbers) {
        return new ArrayList<>(new TreeSet<>(numbers)).equals(numbers);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyWriteIsUsedOrEndedAndNoneTwice(Trouble trouble) throws Exception {
        stream(open(WRITTEN), IOCTL_KS.WRITE_STREAM, trouble);
        assertEachEndedOnce();
        assertTrue(isStrictlyIncreasing(used), "the device saw a frame twice, or late");
        List<Integer> written = new ArrayList<>();
        List<Integer> dropped = new ArrayList<>();
        for (Frame frame : succeeded) {
            int number = frame.data.bytes().getInt(0);
            (IoStatusBlock.information(frame.await()) == 4 ? written : dropped).add(number);
        }
        assertTrue(isStrictlyIncreasing(written), "completions out of order");
        assertTrue(used.containsAll(written), "a write succeeded without being used");
        assertTrue(dropped.stream().noneMatch(used::contains), "a frame was dropped and used");
        assertTrue(dropped.stream().allMatch(number -> number % 2 == 0), "a frame was dropped that asks for none");
        if (trouble == Trouble.NONE) {
            assertEquals(COUNT, written.size());
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyReadIsFilledOrEndedAndNothingComesTwice(Trouble trouble) throws Exception {
        stream(open(READ), IOCTL_KS.READ_STREAM, trouble);
        assertEachEndedOnce();
        List<Integer> read = new ArrayList<>();
        for (Frame frame : succeeded) {
            assertEquals(4, frame.used());
            read.add(frame.data.bytes().getInt(0));
        }
        assertTrue(isStrictlyIncreasing(read), "data out of order");
        assertTrue(used.containsAll(read), "data that was never captured");
        if (trouble == Trouble.NONE) {
            assertEquals(COUNT, read.size());
        }
    }
}
