package io.github.ks4j.emu;

import io.github.ks4j.io.KsSignal;
import io.github.ks4j.kernel.KernelObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An event of the emulated process. Its handle can be closed while the kernel still refers to it. */
final class EventObject implements KsSignal, KernelObject.Event {
    private final HandleTable handles;
    private final boolean manualReset;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long value;
    private boolean signalled;
    private boolean closed;

    EventObject(HandleTable handles, boolean manualReset) {
        this.handles = handles;
        this.manualReset = manualReset;
        this.value = handles.newValue();
        handles.add(value, this);
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lockInterruptibly();
        try {
            while (!signalled && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean taken = signalled && !closed;
            if (taken && !manualReset) {
                signalled = false;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void set() {
        change(true);
    }

    @Override
    public void set(int increment) {
        change(true);
    }

    @Override
    public void reset() {
        change(false);
    }

    private void change(boolean signal) {
        lock.lock();
        try {
            signalled = signal;
            if (signal) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        handles.remove(value);
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "event 0x" + Long.toHexString(value);
    }
}
