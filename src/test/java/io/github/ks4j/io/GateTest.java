package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {
    private final AtomicInteger released = new AtomicInteger();
    private final Gate gate = new Gate(released::incrementAndGet);

    @Test
    void whoIsNotInsideCannotLeave() {
        assertThrows(IllegalStateException.class, gate::exit);
        assertTrue(gate.enter());
        gate.exit();
        gate.close();
        assertThrows(IllegalStateException.class, gate::exit);
        assertFalse(gate.enter());
        assertEquals(1, released.get());
    }

    @Test
    void anOpenGateLetsCallsIn() {
        assertTrue(gate.enter());
        assertFalse(gate.isClosed());
    }

    @Test
    void aClosedGateLetsNobodyIn() {
        gate.close();
        assertFalse(gate.enter());
    }

    @Test
    void closingWithNobodyInsideReleasesAtOnce() {
        gate.close();
        assertEquals(1, released.get());
    }

    @Test
    void closingWaitsForTheCallThatIsInside() {
        gate.enter();
        gate.close();
        assertEquals(0, released.get());
        gate.exit();
        assertEquals(1, released.get());
    }

    @Test
    void onlyTheFirstCloseCloses() {
        assertTrue(gate.close());
        assertFalse(gate.close());
        assertEquals(1, released.get());
    }

    @Test
    void closingFromInsideDoesNotDeadlock() {
        gate.enter();
        gate.close();
        assertFalse(gate.awaitReleased(1, TimeUnit.MILLISECONDS));
        gate.exit();
        assertTrue(gate.awaitReleased(0, TimeUnit.MILLISECONDS));
    }

    @Test
    void aReleaseThatFailsStillCountsAsDone() {
        Gate failing = new Gate(() -> {
            throw new IllegalStateException("release");
        });
        assertThrows(IllegalStateException.class, failing::close);
        assertTrue(failing.awaitReleased(0, TimeUnit.MILLISECONDS));
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        gate.enter();
        Thread.currentThread().interrupt();
        assertFalse(gate.awaitReleased(1, TimeUnit.MINUTES));
        assertTrue(Thread.interrupted());
    }

    @Test
    @Timeout(60)
    void callsRacingWithCloseNeverSeeTheResourceReleased() throws Exception {
        race(5_000);
    }

    @Test
    @Tag("long")
    @Timeout(600)
    void aMillionRacesHaveNoHole() throws Exception {
        race(1_000_000);
    }

    /** Each round: two threads use a resource until it is closed under them by a third. */
    private static void race(int rounds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < rounds; i++) {
                Resource resource = new Resource();
                List<Future<?>> users = new ArrayList<>();
                users.add(threads.submit(resource::useUntilClosed));
                users.add(threads.submit(resource::useUntilClosed));
                resource.gate.close();
                assertTrue(resource.gate.awaitReleased(10, TimeUnit.SECONDS));
                for (Future<?> user : users) {
                    user.get();
                }
                assertEquals(1, resource.releases.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class Resource {
        private final AtomicInteger releases = new AtomicInteger();
        private final Gate gate = new Gate(releases::incrementAndGet);

        void useUntilClosed() {
            while (gate.enter()) {
                try {
                    if (releases.get() != 0) {
                        throw new AssertionError("used after release");
                    }
                } finally {
                    gate.exit();
                }
            }
        }
    }
}
