package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a completion was told, and how often. */
final class Outcomes implements Handle.Completion {
    private final Queue<Long> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile Thread thread;

    @Override
    public void completed(long ioStatusBlock) {
        thread = Thread.currentThread();
        told.add(ioStatusBlock);
        first.countDown();
    }

    long await() throws InterruptedException {
        assertEquals(true, first.await(20, TimeUnit.SECONDS), "told within twenty seconds");
        assertEquals(1, told.size(), "times told");
        return told.peek();
    }

    int count() {
        return told.size();
    }

    Thread thread() {
        return thread;
    }

    static void assertOutcome(NtStatus status, int information, long ioStatusBlock) {
        assertEquals(status, IoStatusBlock.status(ioStatusBlock));
        assertEquals(information, IoStatusBlock.information(ioStatusBlock), "byte count");
    }
}
