package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connected pins whose frames are those of a client's allocator. */
@Timeout(30)
class ConnectionAllocatorTest {
    private final Pair pair =
            new Pair(Pair.giving().allocator(), Pair.taking().allocator().framing(Pair.framing(3, 64)));

    @BeforeEach
    void connect() {
        pair.connected();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private Handle allocator(int frames, int size) {
        KSALLOCATOR_FRAMING framing = Pair.framing(frames, size);
        return pair.sink.create(KsObjectType.ALLOCATOR, framing.buffer(), Client.READ_WRITE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void framesComeFromTheAllocatorThatEitherPinHas(boolean ofSource) {
        Handle allocator = allocator(8, 128);
        assertEquals(NtStatus.SUCCESS, Pair.assign(ofSource ? pair.source : pair.sink, allocator));
        pair.states(KSSTATE.RUN, KSSTATE.RUN).numbers.give(5000);
        assertEquals(5000, pair.check.next);
        assertEquals(3, Pair.allocated(allocator));
        assertEquals(3 * 128, pair.numbers.queued());
    }

    @Test
    void aPinThatStopsGivesTheFramesBackToTheAllocator() {
        Handle allocator = allocator(0, 64);
        Pair.assign(pair.sink, allocator);
        pair.states(KSSTATE.RUN, KSSTATE.PAUSE).numbers.give(32);
        assertEquals(3, Pair.allocated(allocator));
        Client.state(pair.sink, KSSTATE.STOP);
        assertEquals(0, Pair.allocated(allocator));
    }

    @Test
    void theConnectionMakesDoWithTheFramesThatTheAllocatorHas() {
        Handle allocator = allocator(1, 64);
        Pair.assign(pair.sink, allocator);
        pair.states(KSSTATE.RUN, KSSTATE.RUN).numbers.give(5000);
        assertEquals(64, pair.numbers.queued());
        assertEquals(5000, pair.check.next);
    }

    private static Client.Reply allocate(Handle allocator) {
        return Client.control(
                allocator,
                IOCTL_KS.METHOD,
                Client.request(KSMETHOD_STREAMALLOCATOR.ALLOC, KSMETHOD_TYPE.SEND),
                new byte[Long.BYTES]);
    }

    private static void free(Handle allocator, Client.Reply frame) {
        Client.control(
                        allocator,
                        IOCTL_KS.METHOD,
                        Client.request(KSMETHOD_STREAMALLOCATOR.FREE, KSMETHOD_TYPE.SEND),
                        frame.data().array())
                .is(NtStatus.SUCCESS);
    }

    @Test
    void framesThatOthersHaveAreTakenWhenTheyAreFreed() {
        Handle allocator = allocator(1, 64);
        Pair.assign(pair.sink, allocator);
        Client.Reply frame = allocate(allocator).is(NtStatus.SUCCESS);
        pair.states(KSSTATE.RUN, KSSTATE.RUN).numbers.give(5000);
        assertEquals(0, pair.check.next);
        free(allocator, frame);
        pair.time.advance(Duration.ZERO);
        assertEquals(5000, pair.check.next);
    }

    @Test
    void framesThatAreFreedAreNobodysOnceThePinsAreClosed() {
        Handle filter = pair.takingFilter;
        Handle other = Client.pin(filter, 0, Pair.FORMAT);
        Handle allocator =
                other.create(KsObjectType.ALLOCATOR, Pair.framing(1, 64).buffer(), Client.READ_WRITE);
        Pair.assign(pair.sink, allocator);
        Client.Reply frame = allocate(allocator).is(NtStatus.SUCCESS);
        pair.states(KSSTATE.RUN, KSSTATE.RUN);
        pair.source.close();
        free(allocator, frame);
        assertFalse(pair.time.advanceToNextTimer(), "something is left to happen");
    }

    @Test
    void whoHasEnoughFramesDoesNotWaitForOthers() {
        Handle allocator = allocator(4, 64);
        Pair.assign(pair.sink, allocator);
        Client.Reply frame = allocate(allocator).is(NtStatus.SUCCESS);
        pair.states(KSSTATE.RUN, KSSTATE.RUN);
        free(allocator, frame);
        assertFalse(pair.time.advanceToNextTimer(), "something is left to happen");
    }

    @Test
    void anotherAllocatorTakesTheFirstOnesPlace() {
        Handle first = allocator(3, 64);
        Pair.assign(pair.source, first);
        pair.states(KSSTATE.RUN, KSSTATE.PAUSE).numbers.give(32);
        Client.state(pair.source, KSSTATE.STOP);
        Handle second = allocator(3, 256);
        Pair.assign(pair.source, second);
        Client.run(pair.source);
        assertEquals(2, Pair.allocated(first), "what the sink has not taken");
        Client.run(pair.sink);
        assertEquals(0, Pair.allocated(first));
        assertEquals(3, Pair.allocated(second));
        assertEquals(3 * 256, pair.numbers.queued());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingAPinGivesTheFramesBackToTheAllocator(boolean ofSource) {
        Handle allocator = allocator(3, 64);
        Handle other = Client.pin(pair.takingFilter, 0, Pair.FORMAT);
        Handle connected = pair.source(other);
        Pair.assign(other, allocator);
        Client.run(connected);
        Client.run(other);
        assertEquals(3, Pair.allocated(allocator));
        (ofSource ? connected : other).close();
        assertEquals(0, Pair.allocated(allocator));
    }

    @Test
    void anAllocatorThatIsClosedEndsTheFlowAndNothingElse() {
        Handle allocator = allocator(3, 64);
        Pair.assign(pair.sink, allocator);
        pair.states(KSSTATE.RUN, KSSTATE.RUN).numbers.give(16);
        allocator.close();
        pair.numbers.give(5000);
        pair.states(KSSTATE.STOP, KSSTATE.STOP);
        Client.set(pair.sink, KSPROPERTY_STREAM.ALLOCATOR, new byte[Long.BYTES]).is(NtStatus.SUCCESS);
        pair.check.next = 0;
        pair.states(KSSTATE.RUN, KSSTATE.RUN);
        assertEquals(3 * 64, pair.numbers.queued());
        assertEquals(5016, pair.check.next);
        assertEquals(0, pair.check.disordered);
    }
}
