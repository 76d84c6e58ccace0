package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A repeated request of a driver that makes a new one each time. */
@Timeout(30)
class ResubmittedRequestTest {
    private static final long SUCCESS = IoStatusBlock.of(NtStatus.SUCCESS, 3);

    private final Handle handle = mock(Handle.class);
    private final List<Handle.PendingRequest> sent = new ArrayList<>();
    private final List<Handle.Completion> completions = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private final KsBuffer reply = KsBuffer.heap(8);
    private final Handle.RepeatedRequest request = new ResubmittedRequest(handle, 7, null, 0, reply, 8, told::add);

    {
        when(handle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any())).thenAnswer(call -> {
            Handle.PendingRequest one = mock(Handle.PendingRequest.class);
            sent.add(one);
            completions.add(call.getArgument(5));
            return one;
        });
    }

    private void complete() {
        completions.get(completions.size() - 1).completed(SUCCESS);
    }

    @Test
    void itIsSentAsItWasPrepared() {
        request.submit();
        verify(handle).submit(7, null, 0, reply, 8, completions.get(0));
        assertFalse(request.isDone());
    }

    @Test
    void itCanBeSentAgainWhenItIsOver() {
        request.submit();
        complete();
        assertTrue(request.isDone());
        request.submit();
        complete();
        assertEquals(List.of(SUCCESS, SUCCESS), told);
    }

    @Test
    void itCannotBeSentWhileItIsUnderWay() {
        request.submit();
        assertThrows(IllegalStateException.class, request::submit);
        assertEquals(1, sent.size());
    }

    @Test
    void itsCompletionMaySendItAgain() {
        Handle.RepeatedRequest[] again = new Handle.RepeatedRequest[1];
        again[0] = new ResubmittedRequest(handle, 7, null, 0, reply, 8, block -> {
            told.add(block);
            again[0].submit();
        });
        again[0].submit();
        complete();
        complete();
        assertEquals(2, told.size());
        assertFalse(again[0].isDone());
    }

    @Test
    void cancellingEndsTheOneThatIsUnderWay() {
        request.submit();
        complete();
        request.submit();
        request.cancel();
        verify(sent.get(0), never()).cancel();
        verify(sent.get(1), times(1)).cancel();
    }

    @Test
    void cancellingNothingDoesNothing() {
        request.cancel();
        request.submit();
        complete();
        request.cancel();
        verify(sent.get(0), never()).cancel();
    }

    @Test
    void aCancelThatComesWhileItIsBeingSentIsNotLost() {
        Handle.PendingRequest one = mock(Handle.PendingRequest.class);
        when(handle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any())).thenAnswer(call -> {
            request.cancel();
            return one;
        });
        request.submit();
        verify(one).cancel();
    }

    @Test
    void aRequestThatEndsAndIsSentAgainWhileItIsBeingSentKeepsTheLast() {
        Handle.PendingRequest first = mock(Handle.PendingRequest.class);
        Handle.PendingRequest second = mock(Handle.PendingRequest.class);
        when(handle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any()))
                .thenAnswer(call -> {
                    ((Handle.Completion) call.getArgument(5)).completed(SUCCESS);
                    request.submit();
                    return first;
                })
                .thenReturn(second);
        request.submit();
        request.cancel();
        verify(first, never()).cancel();
        verify(second).cancel();
    }

    @Test
    void aRequestThatIsRefusedCanBeSentAgain() {
        when(handle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any())).thenThrow(new KsClosedException("pin"));
        assertThrows(KsClosedException.class, request::submit);
        assertTrue(request.isDone());
    }

    @Test
    void aLengthBeyondTheBufferIsRefused() {
        assertThrows(
                IndexOutOfBoundsException.class, () -> new ResubmittedRequest(handle, 7, null, 0, reply, 9, told::add));
        assertThrows(
                IndexOutOfBoundsException.class, () -> new ResubmittedRequest(handle, 7, null, 1, reply, 8, told::add));
    }
}
