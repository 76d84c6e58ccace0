package io.github.ks4j.contract;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of the places where the stub filter lives, in which a client takes {@link Step}s. */
final class StubHost implements AutoCloseable {
    static final int FRAMES_SIZE = 4096;
    static final int EVENTS = 4;
    static final int EVENT_DATA_SIZE = 64;
    static final int SIGNALS = 3;
    /** The largest request or data. */
    static final int LARGEST = 70_000;

    /** What is looked at behind the data. */
    private static final int BEYOND = 32;

    private static final byte UNTOUCHED = (byte) 0xCC;

    private final Driver driver;
    private final KsBuffer request;
    private final KsBuffer data;
    private final KsBuffer frames;
    private final List<KsBuffer> eventData = new ArrayList<>();
    private final List<KsSignal> signals = new ArrayList<>();
    private final Map<Step.Target, Handle> open = new EnumMap<>(Step.Target.class);
    private final List<Held> held = new ArrayList<>();
    /** The addresses that the allocator has given; what it leaves, the next one may be given by chance. */
    private final List<Long> given = new ArrayList<>();

    private int patienceMillis = 30_000;

    StubHost(Driver driver) {
        this.driver = driver;
        request = driver.allocate(LARGEST);
        data = driver.allocate(LARGEST + BEYOND);
        frames = driver.allocate(FRAMES_SIZE);
        for (int i = 0; i < EVENTS; i++) {
            eventData.add(driver.allocate(EVENT_DATA_SIZE));
        }
        for (int i = 0; i < SIGNALS; i++) {
            signals.add(driver.createEvent(false));
        }
    }

    /** How long to wait for a request that should be over. */
    void patience(int millis) {
        patienceMillis = millis;
    }

    /** Starts anew, with nothing but the filter open. */
    void begin() {
        held.clear();
        given.clear();
        fill(frames.bytes(), 0, FRAMES_SIZE);
        eventData.forEach(block -> fill(block.bytes(), 0, EVENT_DATA_SIZE));
        signals.forEach(KsSignal::reset);
        open.put(Step.Target.FILTER, driver.open(StubFilter.PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE));
    }

    /** Closes everything, which ends what is held. */
    void end() {
        for (Step.Target target : Step.Target.values()) {
            if (target != Step.Target.FILTER) {
                close(target);
            }
        }
        close(Step.Target.FILTER);
    }

    private static void fill(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes.put(i, UNTOUCHED);
        }
    }

    /** The memory of all frames. */
    byte[] frames() {
        return bytes(frames, FRAMES_SIZE);
    }

    private static byte[] bytes(KsBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.bytes().get(0, bytes);
        return bytes;
    }

    /** The requests that were submitted, oldest first. */
    List<Held> held() {
        return held;
    }

    Answer perform(Step step) {
        if (step instanceof Step.Call call) {
            return open.containsKey(call.target()) ? send(call) : Answer.SKIPPED;
        } else if (step instanceof Step.Create create) {
            return create(create);
        } else if (step instanceof Step.Close ended) {
            return close(ended.target());
        } else if (step instanceof Step.Cancel cancel) {
            return cancel(cancel);
        } else if (step instanceof Step.Look look) {
            return look(look);
        }
        throw new IllegalArgumentException(step.toString());
    }

    private Answer send(Step.Call call) {
        Handle handle = open.get(call.target());
        boolean disables = call.code() == IOCTL_KS.DISABLE_EVENT && call.eventData() >= 0;
        boolean enables = !disables && call.eventData() >= 0;
        if (call.held()) {
            Held submitted = new Held(call, handle);
            held.add(submitted);
            return Answer.SUBMITTED;
        }
        KsBuffer in = disables ? eventData.get(call.eventData()) : request;
        KsBuffer out = enables ? eventData.get(call.eventData()) : data;
        int inLength = call.request().length();
        int outLength = call.data().length();
        if (!disables) {
            put(call.request(), in);
        }
        put(call.data(), out);
        int shown = Math.min(outLength + BEYOND, out.size());
        fill(out.bytes(), outLength, shown);
        byte[] before = bytes(out, shown);
        try {
            long block = handle.control(
                    call.code(), inLength == 0 ? null : in, inLength, outLength == 0 ? null : out, outLength);
            byte[] after = call.data().withoutLinks(bytes(out, shown), before);
            return Answer.of(block, call.takesFrame() ? withoutAddress(block, after) : after);
        } catch (KsException e) {
            return Answer.of(e, call.data().withoutLinks(bytes(out, shown), before));
        }
    }

    /** A frame by the number of its address. */
    private byte[] withoutAddress(long block, byte[] after) {
        if (IoStatusBlock.status(block).isSuccess()) {
            ByteBuffer bytes = ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN);
            long address = bytes.getLong(0);
            if (!given.contains(address)) {
                given.add(address);
            }
            bytes.putLong(0, given.indexOf(address));
        }
        return after;
    }

    private void put(Payload payload, KsBuffer buffer) {
        buffer.bytes().put(0, payload.bytes());
        for (Payload.Link link : payload.links()) {
            buffer.bytes().putLong(link.at(), value(link));
        }
    }

    private long value(Payload.Link link) {
        return switch (link.kind()) {
            case FRAMES -> frames.address() + link.index();
            case EVENT_DATA -> eventData.get(link.index()).address();
            case SIGNAL -> signals.get(link.index()).value();
            case FILTER -> open.get(Step.Target.FILTER).value();
            case FRAME -> given.isEmpty() ? 0 : given.get(link.index() % given.size());
        };
    }

    private Answer create(Step.Create create) {
        Handle parent = open.get(create.parent());
        if (parent == null) {
            return Answer.SKIPPED;
        }
        ByteBuffer parameters =
                ByteBuffer.wrap(create.parameters().bytes().clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (Payload.Link link : create.parameters().links()) {
            parameters.putLong(link.at(), value(link));
        }
        try {
            Handle created = parent.create(create.type(), parameters, create.access());
            close(create.created());
            open.put(create.created(), created);
            return Answer.of(NtStatus.SUCCESS);
        } catch (KsException e) {
            return Answer.of(e.status());
        }
    }

    private Answer close(Step.Target target) {
        Handle handle = open.remove(target);
        if (handle == null) {
            return Answer.SKIPPED;
        }
        if (target == Step.Target.SINK) {
            close(Step.Target.CLOCK);
            close(Step.Target.ALLOCATOR);
        } else if (target == Step.Target.ALLOCATOR) {
            given.clear();
        }
        handle.close();
        return Answer.of(NtStatus.SUCCESS);
    }

    private Answer cancel(Step.Cancel cancel) {
        List<Held> pending = held.stream().filter(one -> !one.settled).toList();
        if (pending.isEmpty()) {
            return Answer.SKIPPED;
        }
        pending.get(cancel.which() % pending.size()).pending.cancel();
        return Answer.of(NtStatus.SUCCESS);
    }

    private Answer look(Step.Look look) {
        try {
            return Answer.of(signals.get(look.signal()).await(Duration.ZERO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.SKIPPED;
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    /** A request that was submitted. */
    final class Held {
        private final Step.Call call;
        private final KsBuffer in;
        private final KsBuffer out;
        private final byte[] before;
        private final CompletableFuture<Long> outcome = new CompletableFuture<>();
        private final Handle.PendingRequest pending;
        private boolean settled;

        private Held(Step.Call call, Handle handle) {
            this.call = call;
            int inLength = call.request().length();
            int outLength = call.data().length();
            in = driver.allocate(inLength);
            out = driver.allocate(outLength + BEYOND);
            put(call.request(), in);
            put(call.data(), out);
            fill(out.bytes(), outLength, outLength + BEYOND);
            before = bytes(out, out.size());
            pending = handle.submit(
                    call.code(),
                    inLength == 0 ? null : in,
                    inLength,
                    outLength == 0 ? null : out,
                    outLength,
                    outcome::complete);
        }

        Step.Call call() {
            return call;
        }

        boolean isDone() {
            return outcome.isDone();
        }

        boolean isSettled() {
            return settled;
        }

        /** How it ended, for which it may take a moment. */
        Answer settle() {
            settled = true;
            try {
                long block = outcome.get(patienceMillis, TimeUnit.MILLISECONDS);
                byte[] after = call.data().withoutLinks(bytes(out, out.size()), before);
                in.close();
                out.close();
                return Answer.of(
                        IoStatusBlock.of(IoStatusBlock.status(block), IoStatusBlock.information(block)), after);
            } catch (TimeoutException e) {
                return new Answer(NtStatus.PENDING, 0, new byte[0], "not complete");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
