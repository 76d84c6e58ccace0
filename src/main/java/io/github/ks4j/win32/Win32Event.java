package io.github.ks4j.win32;

import io.github.ks4j.io.Gate;
import io.github.ks4j.io.KsSignal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** An event object of Windows. Its handle is closed when nobody uses it any more. */
final class Win32Event implements KsSignal {
    /** How long a thread stays in native code before it looks for an interrupt or a close. */
    private static final int LOOK_MILLIS = 20;

    private final Set<Win32Event> siblings;
    private final long value;
    private final Gate gate = new Gate(this::release);

    /**
     * Makes an event object.
     *
     * @param siblings the open event objects, which this one is among until it is closed
     */
    Win32Event(Set<Win32Event> siblings, boolean manualReset) {
        this.siblings = siblings;
        this.value = Kernel32.CreateEventW(0, manualReset ? 1 : 0, 0, 0);
        if (value == 0) {
            throw LastError.failure("create an event object");
        }
        try {
            siblings.add(this);
        } catch (OutOfMemoryError e) {
            release();
            throw e;
        }
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
        long begin = System.nanoTime();
        long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
        long left = nanos;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (waitShortly(TimeUnit.NANOSECONDS.toMillis(left))) {
                return true;
            }
            left = nanos - (System.nanoTime() - begin);
        } while (left > 0 && !gate.isClosed());
        return false;
    }

    private boolean waitShortly(long millis) {
        if (!gate.enter()) {
            return false;
        }
        try {
            int result = Kernel32.WaitForSingleObject(value, (int) Math.min(LOOK_MILLIS, millis));
            if (result == Kernel32.WAIT_FAILED) {
                throw LastError.failure("wait for " + this);
            }
            return result == Kernel32.WAIT_OBJECT_0;
        } finally {
            gate.exit();
        }
    }

    @Override
    public void set() {
        change("set", () -> Kernel32.SetEvent(value));
    }

    @Override
    public void reset() {
        change("reset", () -> Kernel32.ResetEvent(value));
    }

    private void change(String what, IntSupplier call) {
        if (gate.enter()) {
            try {
                if (call.getAsInt() == 0) {
                    throw LastError.failure(what + " " + this);
                }
            } finally {
                gate.exit();
            }
        }
    }

    @Override
    public void close() {
        siblings.remove(this);
        gate.close();
    }

    private void release() {
        Kernel32.CloseHandle(value);
    }

    @Override
    public String toString() {
        return "event 0x" + Long.toHexString(value);
    }
}
