package io.github.ks4j.emu;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A request that faults have struck, quirks are at work on or a journal follows, from when it is sent until the client is
 * told. The device, the canceller, the timer and whoever removes a fault may come at the same time; one of them tells the
 * client.
 */
final class Interception implements Faults.Held, Quirks.Held {
    private enum State {
        /** The IRP is on its way, or on its way back. */
        SENT,
        /** The IRP has not been sent. */
        HELD,
        /** The IRP is complete, and the client will be told. */
        LATE,
        /** The client is told, or is being told. */
        OVER
    }

    private final Interceptor interceptor;
    private final IoRequest io;
    private final List<Fault> struck;
    /** The quirks at work on a read. */
    private final List<QuirkAction.Reading> readings;
    /** Null if nobody wants to know. */
    private final RequestJournal journal;

    private final RequestJournal.Slot slot;
    /** What was in the client's buffer; null if it is not needed. */
    private ByteBuffer before;

    private State state = State.SENT;
    private boolean cancelled;
    /** The fault that keeps it; null if none does. */
    private Fault holder;

    private KsTimer timer;
    private long answer;
    /** The bytes of an answer that are in the client's buffer. */
    private int copied;

    Interception(
            Interceptor interceptor,
            IoRequest io,
            List<Fault> struck,
            List<QuirkAction.Reading> readings,
            RequestJournal journal,
            RequestJournal.Slot slot) {
        this.interceptor = interceptor;
        this.io = io;
        this.struck = struck;
        this.readings = readings;
        this.journal = journal;
        this.slot = slot;
    }

    /** Sends the request, or does with it what the faults say. */
    void send(Attempt attempt) {
        NtStatus fate = interceptor.strike(attempt, struck);
        Fault keeper = Interceptor.holder(struck);
        if (keeper != null) {
            synchronized (this) {
                holder = keeper;
                state = State.HELD;
            }
            interceptor.faults().hold(this);
        } else if (fate != null) {
            io.fail(fate);
        } else {
            if (!readings.isEmpty()
                    || struck.stream().anyMatch(fault -> fault.action().changesAnswer())) {
                before = copyOfReply();
            }
            dispatch(attempt);
        }
    }

    /** Sends the request to the device with its quirks. */
    private void dispatch(Attempt attempt) {
        Irp irp = io.irp();
        for (QuirkAction.Reading reading : readings) {
            NtStatus fate = reading.fate();
            if (fate != null) {
                irp.information(fate.isSuccess() ? irp.outputLength() : 0);
                irp.complete(fate);
                return;
            }
        }
        interceptor.dispatch(io, attempt);
    }

    private ByteBuffer copyOfReply() {
        Irp irp = io.irp();
        ByteBuffer copy = ByteBuffer.allocate(irp.outputLength()).order(ByteOrder.LITTLE_ENDIAN);
        boolean isThere =
                irp.requestor().read(irp.userBuffer(), copy, 0, copy.capacity()).isSuccess();
        return isThere ? copy : null;
    }

    /** The IRP is complete. */
    void completed(long block) {
        long now = interceptor.time().now();
        long due = now + Interceptor.delay(struck);
        if (IoStatusBlock.isSuccess(block)) {
            for (QuirkAction.Reading reading : readings) {
                reading.completed(io.irp(), copied(block));
                due = Math.max(due, reading.notBefore());
            }
        }
        KsTimer late = due == now ? null : interceptor.time().timer(this::expired);
        long changed;
        synchronized (this) {
            changed = cancelled ? block : change(block);
            if (cancelled || late == null) {
                state = State.OVER;
                late = null;
            } else {
                answer = changed;
                timer = late;
                state = State.LATE;
            }
        }
        if (late == null) {
            tell(changed);
        } else {
            late.set(due);
        }
    }

    /** What the faults make of an outcome, and of the bytes that came with it. */
    private long change(long block) {
        long changed = block;
        int flags = 0;
        for (Fault fault : struck) {
            changed = fault.action().answer(changed);
            flags |= fault.action().staleFlags();
        }
        int there = copied(block);
        copied = Math.min(there, copied(changed));
        restore(copied, there);
        if (flags != 0) {
            addFlags(flags);
        }
        return changed;
    }

    /** The bytes that an outcome puts into the client's buffer. */
    private int copied(long block) {
        int room = io.irp().outputLength();
        long information = Integer.toUnsignedLong(IoStatusBlock.information(block));
        return IoStatusBlock.status(block).isError() ? 0 : (int) Math.min(information, room);
    }

    /** Puts back what the client's buffer held. */
    private void restore(int from, int to) {
        if (before != null && from < to) {
            Irp irp = io.irp();
            irp.requestor().write(irp.userBuffer() + from, before, from, to - from);
        }
    }

    /** Leaves flags in the headers that have come back. */
    private void addFlags(int flags) {
        StreamQuirks.rewrite(
                io.irp(),
                copied,
                header -> KSSTREAM_HEADER.OptionsFlags.write(
                        Abi.X64, header, 0, KSSTREAM_HEADER.OptionsFlags.read(Abi.X64, header, 0) | flags));
    }

    private void expired() {
        synchronized (this) {
            if (state != State.LATE) {
                return;
            }
            state = State.OVER;
        }
        tell(answer);
    }

    /** The client does not want the request any more. */
    void cancel() {
        boolean isDeaf = readings.stream().anyMatch(QuirkAction.Reading::outlivesCancel);
        if (isDeaf && state() == State.SENT) {
            interceptor.quirks().hold(this);
            forgetIfOver();
        } else {
            reallyCancel();
        }
    }

    private synchronized State state() {
        return state;
    }

    /** The device may have ended it while it was being kept. */
    private void forgetIfOver() {
        if (state() == State.OVER) {
            interceptor.quirks().forget(this);
        }
    }

    @Override
    public Quirk keeper() {
        return Quirk.READ_OUTLIVES_CANCEL;
    }

    @Override
    public void letGo() {
        reallyCancel();
    }

    private void reallyCancel() {
        State was;
        synchronized (this) {
            cancelled = true;
            was = state;
            if (was == State.LATE) {
                state = State.OVER;
                restore(0, copied);
            }
        }
        switch (was) {
            case SENT -> io.irp().cancel();
            case HELD -> {
                if (holder.action() instanceof FaultAction.Hold hold && hold.untilCancelled()) {
                    giveBack();
                }
            }
            case LATE -> {
                timer.cancel();
                tell(IoStatusBlock.of(NtStatus.CANCELLED, 0));
            }
            case OVER -> {
                // Too late.
            }
        }
    }

    @Override
    public Fault holder() {
        return holder;
    }

    @Override
    public void giveBack() {
        synchronized (this) {
            if (state != State.HELD) {
                return;
            }
            state = State.SENT;
            cancelled = true;
        }
        interceptor.faults().forget(this);
        io.fail(NtStatus.CANCELLED);
    }

    private void tell(long block) {
        if (!readings.isEmpty()) {
            interceptor.quirks().forget(this);
        }
        if (journal != null) {
            journal.complete(slot, block, io.irp());
        }
        io.tell(block);
    }
}
