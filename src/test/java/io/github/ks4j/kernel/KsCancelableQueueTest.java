package io.github.ks4j.kernel;

import static io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove;
import static io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION.KsAcquireAndRemoveOnlySingleItem;
import static io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION.KsAcquireOnly;
import static io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION.KsAcquireOnlySingleItem;
import static io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION.KsListEntryHead;
import static io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION.KsListEntryTail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KsCancelableQueueTest {
    private final ReentrantLock lock = new ReentrantLock();
    private final KsCancelableQueue queue = new KsCancelableQueue(lock);
    private final KsCancelableQueue other = new KsCancelableQueue();
    /** The statuses of the requests that are over, in their order. */
    private final List<NtStatus> told = new ArrayList<>();

    private final List<Irp> seen = new ArrayList<>();
    private final Irp a = irp();
    private final Irp b = irp();
    private final Irp c = irp();

    private Irp irp() {
        return new Irp()
                .initialize(
                        new FileObject(null),
                        new TestMemory(),
                        0x2F8013,
                        0,
                        0,
                        0,
                        0,
                        false,
                        (irp, block) -> told.add(IoStatusBlock.status(block)));
    }

    private void addAll() {
        for (Irp irp : List.of(a, b, c)) {
            queue.add(irp, KsListEntryTail, null);
        }
    }

    private static List<Irp> content(KsCancelableQueue queue) {
        List<Irp> content = new ArrayList<>();
        for (Irp irp = queue.head(); irp != null; irp = queue.behind(irp)) {
            content.add(irp);
        }
        return content;
    }

    private KsCancelableQueue.IrpListCallback answering(NtStatus... statuses) {
        return irp -> {
            seen.add(irp);
            return statuses[seen.size() - 1];
        };
    }

    @Test
    void requestsAreAddedAtEitherEnd() {
        queue.add(a, KsListEntryTail, null);
        queue.add(b, KsListEntryTail, null);
        queue.add(c, KsListEntryHead, null);
        assertEquals(List.of(c, a, b), content(queue));
    }

    @Test
    void aQueuedRequestIsPendingAndKeepsTheLock() {
        queue.add(a, KsListEntryTail, null);
        assertTrue(a.isPending());
        assertSame(lock, a.driverContext(1));
    }

    @Test
    void aRequestIsInOneQueueAtMost() {
        queue.add(a, KsListEntryTail, null);
        assertThrows(IllegalStateException.class, () -> other.add(a, KsListEntryTail, null));
        assertEquals(List.of(a), content(queue));
        assertFalse(lock.isLocked());
    }

    @Test
    void requestsAreRemovedFromEitherEnd() {
        addAll();
        assertSame(a, queue.remove(KsListEntryHead, KsAcquireAndRemove));
        assertSame(c, queue.remove(KsListEntryTail, KsAcquireAndRemove));
        assertEquals(List.of(b), content(queue));
        assertNull(a.driverContext(1));
    }

    @Test
    void nothingIsRemovedFromAnEmptyQueue() {
        assertNull(queue.remove(KsListEntryHead, KsAcquireAndRemove));
    }

    @Test
    void whatWasRemovedIsNotCancelled() {
        addAll();
        queue.remove(KsListEntryHead, KsAcquireAndRemove);
        a.cancel();
        assertEquals(List.of(), told);
        a.complete(NtStatus.SUCCESS);
        assertEquals(List.of(NtStatus.SUCCESS), told);
    }

    @Test
    void anAcquiredRequestStaysQueuedAndIsPassedOver() {
        addAll();
        assertSame(a, queue.remove(KsListEntryHead, KsAcquireOnly));
        assertSame(b, queue.remove(KsListEntryHead, KsAcquireAndRemove));
        assertEquals(List.of(a, c), content(queue));
    }

    @Test
    void theSingleItemOperationsLookAtTheFirstOnly() {
        addAll();
        assertSame(a, queue.remove(KsListEntryHead, KsAcquireOnlySingleItem));
        assertNull(queue.remove(KsListEntryHead, KsAcquireOnlySingleItem));
        assertNull(queue.remove(KsListEntryHead, KsAcquireAndRemoveOnlySingleItem));
        assertSame(c, queue.remove(KsListEntryTail, KsAcquireAndRemoveOnlySingleItem));
        assertEquals(List.of(a, b), content(queue));
    }

    @Test
    void cancellingTakesARequestOutAndCompletesIt() {
        addAll();
        b.cancel();
        assertEquals(List.of(a, c), content(queue));
        assertEquals(List.of(NtStatus.CANCELLED), told);
    }

    @Test
    void aRequestCancelledBeforeIsCompletedWhenItIsAdded() {
        a.cancel();
        queue.add(a, KsListEntryTail, null);
        assertEquals(List.of(), content(queue));
        assertEquals(List.of(NtStatus.CANCELLED), told);
    }

    @Test
    void aCancelOfAnAcquiredRequestWaitsForItsRelease() {
        addAll();
        queue.remove(KsListEntryHead, KsAcquireOnly);
        a.cancel();
        assertEquals(List.of(), told);
        KsCancelableQueue.release(a, null);
        assertEquals(List.of(NtStatus.CANCELLED), told);
        assertEquals(List.of(b, c), content(queue));
    }

    @Test
    void aReleasedRequestCanBeAcquiredAndCancelledAgain() {
        addAll();
        KsCancelableQueue.release(queue.remove(KsListEntryHead, KsAcquireOnly), null);
        assertSame(a, queue.remove(KsListEntryHead, KsAcquireOnly));
        KsCancelableQueue.release(a, null);
        a.cancel();
        assertEquals(List.of(NtStatus.CANCELLED), told);
    }

    @Test
    void aDriversOwnCancelRoutineOwnsTheRequest() {
        List<Irp> cancelled = new ArrayList<>();
        queue.add(a, KsListEntryTail, cancelled::add);
        a.cancel();
        assertEquals(List.of(a), cancelled);
        assertEquals(List.of(a), content(queue), "still queued");
        assertNull(queue.remove(KsListEntryHead, KsAcquireAndRemove));
        KsCancelableQueue.removeSpecific(a);
        assertEquals(List.of(), content(queue));
        a.complete(NtStatus.IO_TIMEOUT);
        assertEquals(List.of(NtStatus.IO_TIMEOUT), told);
    }

    @Test
    void cancelRoutinesRunWithoutTheLock() {
        AtomicBoolean locked = new AtomicBoolean(true);
        queue.add(a, KsListEntryTail, irp -> locked.set(lock.isLocked()));
        queue.cancelIo();
        assertFalse(locked.get());
    }

    @Test
    void aCancelRoutineThatThrowsDoesNotReachTheCanceller() {
        queue.add(a, KsListEntryTail, irp -> {
            throw new IllegalStateException("defect");
        });
        queue.add(b, KsListEntryTail, null);
        queue.cancelIo();
        assertEquals(List.of(NtStatus.CANCELLED), told);
    }

    @Test
    void cancellingAllCompletesThemInTheirOrder() {
        List<Irp> order = new ArrayList<>();
        for (Irp irp : List.of(a, b, c)) {
            queue.add(irp, KsListEntryTail, cancelled -> {
                KsCancelableQueue.removeSpecific(cancelled);
                order.add(cancelled);
                cancelled.complete(NtStatus.CANCELLED);
            });
        }
        queue.cancelIo();
        assertEquals(List.of(a, b, c), order);
        assertEquals(List.of(), content(queue));
    }

    @Test
    void cancellingAllMarksWhatIsAcquired() {
        addAll();
        queue.remove(KsListEntryHead, KsAcquireOnly);
        queue.cancelIo();
        assertEquals(List.of(NtStatus.CANCELLED, NtStatus.CANCELLED), told);
        assertEquals(List.of(a), content(queue));
        assertTrue(a.isCancelled());
        KsCancelableQueue.release(a, null);
        assertEquals(3, told.size());
    }

    @Test
    void aRequestCompletedInTheQueueLeavesIt() {
        addAll();
        b.complete(NtStatus.SUCCESS);
        assertEquals(List.of(a, c), content(queue));
        b.cancel();
        assertEquals(List.of(NtStatus.SUCCESS), told);
    }

    @Test
    void movingFromTheHeadAddsAtTheTail() {
        other.add(c, KsListEntryTail, null);
        queue.add(a, KsListEntryTail, null);
        queue.add(b, KsListEntryTail, null);
        assertEquals(
                NtStatus.SUCCESS,
                queue.move(other, KsListEntryHead, answering(NtStatus.SUCCESS, NtStatus.SUCCESS, NtStatus.SUCCESS)));
        assertEquals(List.of(c, a, b), content(other));
        assertEquals(List.of(), content(queue));
    }

    @Test
    void movingFromTheTailAddsAtTheHead() {
        other.add(c, KsListEntryTail, null);
        queue.add(a, KsListEntryTail, null);
        queue.add(b, KsListEntryTail, null);
        queue.move(other, KsListEntryTail, answering(NtStatus.SUCCESS, NtStatus.SUCCESS, NtStatus.SUCCESS));
        assertEquals(List.of(a, b, c), content(other));
    }

    @Test
    void whatDoesNotMatchStays() {
        addAll();
        assertEquals(
                NtStatus.SUCCESS,
                queue.move(
                        other,
                        KsListEntryTail,
                        answering(NtStatus.NO_MATCH, NtStatus.SUCCESS, NtStatus.NO_MATCH, NtStatus.NO_MATCH)));
        assertEquals(List.of(b), content(other));
        assertEquals(List.of(a, c), content(queue));
        List<Irp> calls = new ArrayList<>(List.of(c, b, a));
        calls.add(null);
        assertEquals(calls, seen);
    }

    @Test
    void anErrorStopsWithoutALastCall() {
        addAll();
        assertEquals(
                NtStatus.DEVICE_NOT_READY,
                queue.move(other, KsListEntryHead, answering(NtStatus.SUCCESS, NtStatus.DEVICE_NOT_READY)));
        assertEquals(List.of(a, b), seen);
        assertEquals(List.of(a), content(other));
        assertEquals(List.of(b, c), content(queue));
    }

    @Test
    void aWarningStopsToo() {
        addAll();
        assertEquals(NtStatus.BUFFER_OVERFLOW, queue.move(other, KsListEntryHead, answering(NtStatus.BUFFER_OVERFLOW)));
        assertEquals(List.of(a), seen);
    }

    @Test
    void anEmptyQueueHasTheLastCallOnly() {
        assertEquals(NtStatus.SUCCESS, queue.move(other, KsListEntryHead, answering(NtStatus.SUCCESS)));
        assertEquals(1, seen.size());
        assertNull(seen.get(0));
    }

    @Test
    void anErrorOfTheLastCallIsReturned() {
        assertEquals(
                NtStatus.DEVICE_NOT_READY, queue.move(other, KsListEntryHead, answering(NtStatus.DEVICE_NOT_READY)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallbackThatThrowsStopsTheMove(boolean error) {
        addAll();
        assertEquals(NtStatus.UNSUCCESSFUL, queue.move(other, KsListEntryHead, irp -> {
            if (error) {
                throw new AssertionError("defect");
            }
            throw new IllegalStateException("defect");
        }));
        assertEquals(List.of(a, b, c), content(queue));
        assertFalse(lock.isLocked());
    }

    @Test
    void aQueueCanBeTurnedRoundInItself() {
        addAll();
        queue.move(queue, KsListEntryHead, irp -> irp == a ? NtStatus.SUCCESS : NtStatus.NO_MATCH);
        assertEquals(List.of(b, c, a), content(queue));
    }

    @Test
    void movingHoldsTheLock() {
        addAll();
        KsCancelableQueue sameLock = new KsCancelableQueue(lock);
        AtomicBoolean held = new AtomicBoolean();
        queue.move(sameLock, KsListEntryHead, irp -> {
            held.set(lock.isHeldByCurrentThread());
            return NtStatus.SUCCESS;
        });
        assertTrue(held.get());
        assertFalse(lock.isLocked());
        assertEquals(List.of(a, b, c), content(sameLock));
    }

    @Test
    void aMovedRequestIsCancelledWhereItIs() {
        addAll();
        queue.move(other, KsListEntryHead, irp -> NtStatus.SUCCESS);
        assertFalse(a.driverContext(1) == lock);
        b.cancel();
        assertEquals(List.of(a, c), content(other));
        assertEquals(List.of(NtStatus.CANCELLED), told);
    }
}
