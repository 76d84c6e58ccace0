package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.stubbing.Answer;

/** What allocators are asked and told, in which order, and where things lie in what they provide. */
@Timeout(30)
class AllocatorTest {
    private static final KsSet OWN = KsSet.of("KSPROPSETID_Own", "{4B53344A-5354-5542-8001-000000000002}");
    private static final KsMethod READ = new KsMethod(OWN, 2, "READ", KsMethod.Direction.READ, "");
    private static final KsMethod MODIFY = new KsMethod(OWN, 4, "MODIFY", KsMethod.Direction.MODIFY, "");

    private final Seam seam = new Seam();
    private final KsFilter filter = seam.filter();
    private final List<String> log = new ArrayList<>();
    private final KsBuffer block = seam.allocate(64);
    private long outcome = IoStatusBlock.of(NtStatus.SUCCESS, 3);
    private RuntimeException refusal;

    private final KsAllocator allocator = new KsAllocator() {
        @Override
        public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
            log.add("allocate " + size + " " + inputOperation + " for 0x" + Integer.toHexString(request.controlCode())
                    + " " + request.inputLength() + " " + request.outputLength());
            return block;
        }

        @Override
        public void completed(KsRequest request, KsBuffer buffer) {
            assertSame(block, buffer);
            log.add("completed");
        }
    };

    AllocatorTest() {
        when(seam.handle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any()))
                .thenAnswer(call -> {
                    if (refusal != null) {
                        throw refusal;
                    }
                    KsBuffer request = call.getArgument(1);
                    KsBuffer data = call.getArgument(3);
                    log.add("submit 0x" + Integer.toHexString(call.getArgument(0)) + " request at "
                            + (request.address() - block.address()) + " data at "
                            + (data.address() - block.address()));
                    log.add("data " + Seam.hex(data, call.getArgument(4)));
                    data.bytes().put(0, (byte) 0xEE);
                    Handle.Completion completion = call.getArgument(5);
                    completion.completed(outcome);
                    return mock(Handle.PendingRequest.class);
                });
    }

    @Test
    void aMethodGoesThroughOneBlockWithItsDataFirst() {
        byte[] reply = filter.call(MODIFY, new byte[] {1, 2, 3}, allocator);

        assertEquals(
                List.of(
                        "allocate 32 true for 0x2f000f 24 3",
                        "submit 0x2f000f request at 8 data at 0",
                        "data 010203",
                        "completed"),
                log);
        assertArrayEquals(new byte[] {(byte) 0xEE, 2, 3}, reply);
    }

    @Test
    void theRequestLiesBehindTheDataInTheSameBlock() {
        filter.call(MODIFY, new byte[] {1, 2, 3}, allocator);

        assertEquals("4a34534b545342558001000000000002" + "04000000" + "01000000", Seam.hex(block.slice(8, 24), 24));
    }

    @Test
    void aMethodThatOnlyReadsIsNoInputOperation() {
        assertEquals(0, filter.call(READ, new byte[] {1, 2, 3}, allocator).length);
        assertEquals("allocate 32 false for 0x2f000f 24 3", log.get(0));
    }

    @Test
    void aGetIsAnInputOperation() {
        assertEquals(3, filter.node(1).getRaw(OWN.guid(), 1, 10, allocator).length);
        assertEquals("allocate 48 true for 0x2f0003 32 10", log.get(0));
    }

    @Test
    void aSetIsNoInputOperation() {
        filter.setRaw(OWN.guid(), 1, new byte[8], allocator);

        assertEquals("allocate 32 false for 0x2f0003 24 8", log.get(0));
    }

    @Test
    void theAllocatorIsToldOfAFailureOnce() {
        outcome = IoStatusBlock.of(NtStatus.INVALID_PARAMETER, 0);

        KsException e = assertThrows(KsException.class, () -> filter.call(MODIFY, new byte[3], allocator));
        assertEquals(NtStatus.INVALID_PARAMETER, e.status());
        assertEquals(List.of("completed"), log.subList(3, log.size()));
    }

    @Test
    void theAllocatorIsToldOfALieOnce() {
        outcome = IoStatusBlock.of(NtStatus.SUCCESS, 4);

        assertThrows(KsException.class, () -> filter.call(MODIFY, new byte[3], allocator));
        assertEquals(1, log.stream().filter("completed"::equals).count());
    }

    @Test
    void theAllocatorIsToldOfARequestThatCouldNotBeSubmitted() {
        refusal = new KsClosedException("filter");

        assertThrows(KsClosedException.class, () -> filter.call(MODIFY, new byte[3], allocator));
        assertEquals(List.of("allocate 32 true for 0x2f000f 24 3", "completed"), log);
    }

    @Test
    void aBlockThatIsTooSmallIsGivenBackUnused() {
        assertThrows(IllegalStateException.class, () -> filter.call(MODIFY, new byte[64], allocator));
        assertEquals(List.of("allocate 88 true for 0x2f000f 24 64", "completed"), log);
    }

    @Test
    void anAllocatorThatRefusesFailsTheRequestWithItsStatus() {
        KsException refused = KsException.of("allocate", NtStatus.INSUFFICIENT_RESOURCES);

        assertSame(
                refused,
                assertThrows(
                        KsException.class,
                        () -> filter.call(MODIFY, new byte[3], (request, size, input) -> {
                            throw refused;
                        })));
    }

    @Test
    void theAllocatorIsToldBeforeTheCallReturnsThoughAnotherThreadCompletes() {
        submitAnswers(call -> {
            Handle.Completion completion = call.getArgument(5);
            new Thread(() -> completion.completed(outcome)).start();
            return mock(Handle.PendingRequest.class);
        });

        filter.call(MODIFY, new byte[3], allocator);
        assertTrue(log.contains("completed"));
    }

    private void submitAnswersWhenCancelled(long block) {
        Handle.PendingRequest pending = mock(Handle.PendingRequest.class);
        submitAnswers(call -> {
            Handle.Completion completion = call.getArgument(5);
            doAnswer(cancel -> {
                        completion.completed(block);
                        return null;
                    })
                    .when(pending)
                    .cancel();
            return pending;
        });
    }

    @Test
    void aRequestThatIsCancelledAtItsDeadlineIsLate() {
        submitAnswersWhenCancelled(IoStatusBlock.of(NtStatus.CANCELLED, 0));

        assertThrows(
                KsTimeoutException.class,
                () -> filter.within(Duration.ofMillis(1)).call(MODIFY, new byte[3], allocator));
        assertEquals("completed", log.get(log.size() - 1));
    }

    @Test
    void aRequestThatEndsAtItsDeadlineIsNotLate() {
        submitAnswersWhenCancelled(outcome);

        assertEquals(3, filter.within(Duration.ofMillis(1)).call(MODIFY, new byte[3], allocator).length);
    }

    @Test
    void anInterruptCancelsTheRequest() {
        submitAnswersWhenCancelled(IoStatusBlock.of(NtStatus.CANCELLED, 0));
        Thread.currentThread().interrupt();

        KsException e = assertThrows(KsException.class, () -> filter.call(MODIFY, new byte[3], allocator));
        assertTrue(Thread.interrupted());
        assertEquals(NtStatus.CANCELLED, e.status());
        assertEquals("completed", log.get(log.size() - 1));
    }

    private void submitAnswers(Answer<?> answer) {
        doAnswer(answer).when(seam.handle).submit(anyInt(), any(), anyInt(), any(), anyInt(), any());
    }

    @Test
    void roomThatCannotBeIsNotAskedFor() {
        assertThrows(IllegalArgumentException.class, () -> filter.getRaw(OWN.guid(), 1, -1, allocator));
        assertThrows(IllegalArgumentException.class, () -> filter.getRaw(OWN.guid(), 1, Integer.MAX_VALUE, allocator));
        assertEquals(List.of(), log);
    }
}
