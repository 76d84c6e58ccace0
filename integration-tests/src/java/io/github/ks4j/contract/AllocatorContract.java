package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods whose parameters lie in memory of an allocator of the caller's. */
@Timeout(60)
abstract class AllocatorContract {
    private static final KsSet METHODS = new KsSet("KSMETHODSETID_Ks4jStub", StubFilter.METHODS);
    private static final KsMethod INVERT =
            new KsMethod(METHODS, StubFilter.INVERT, "INVERT", KsMethod.Direction.MODIFY, "");
    private static final KsMethod CONSUME =
            new KsMethod(METHODS, StubFilter.CONSUME, "CONSUME", KsMethod.Direction.READ, "");
    private static final KsMethod UNKNOWN = new KsMethod(METHODS, 4711, "UNKNOWN", KsMethod.Direction.MODIFY, "");

    private Driver driver;
    private Ks ks;
    private KsFilter filter;

    abstract Driver open();

    @BeforeEach
    void openTheFilter() {
        driver = open();
        ks = Ks.over(driver);
        filter = ks.filter(StubFilter.PATH);
    }

    @AfterEach
    void closeEverything() {
        ks.close();
    }

    @Test
    void withoutAnAllocatorTheAnswerIsTheSame() {
        assertArrayEquals(new byte[] {-1, -2, -3}, filter.call(INVERT, new byte[] {0, 1, 2}));
    }

    @Test
    void theDataTravelsInTheAllocatorsMemory() {
        Recorder recorder = new Recorder();
        assertArrayEquals(new byte[] {-1, -2, -3}, filter.call(INVERT, new byte[] {0, 1, 2}, recorder));
        assertEquals(-1, recorder.buffer.bytes().get(0), "the device worked on this memory");
    }

    @Test
    void theAllocatorIsAskedOnceForAllParametersAndToldOnce() {
        Recorder recorder = new Recorder();
        filter.call(INVERT, new byte[] {0, 1, 2}, recorder);
        assertEquals(List.of("allocate 32, input operation true", "completed"), recorder.calls);
    }

    @Test
    void aMethodThatOnlyReadsIsNoInputOperation() {
        Recorder recorder = new Recorder();
        filter.call(CONSUME, new byte[] {1, 2, 3}, recorder);
        assertEquals(List.of("allocate 32, input operation false", "completed"), recorder.calls);
    }

    @Test
    void theAllocatorSeesTheRequest() {
        Recorder recorder = new Recorder();
        filter.call(INVERT, new byte[] {0, 1, 2}, recorder);
        assertEquals(IOCTL_KS.METHOD, recorder.controlCode);
        assertEquals(24, recorder.inputLength);
        assertEquals(3, recorder.outputLength);
    }

    @Test
    void anAllocatorIsToldOfARequestThatFailed() {
        Recorder recorder = new Recorder();
        assertThrows(KsNotSupportedException.class, () -> filter.call(UNKNOWN, new byte[] {0}, recorder));
        assertEquals(2, recorder.calls.size());
    }

    @Test
    void theStatusOfAnAllocatorThatRefusesIsTheRequests() {
        KsAllocator refusing = (request, size, inputOperation) -> {
            throw KsException.of("allocate", NtStatus.INSUFFICIENT_RESOURCES);
        };
        KsException e = assertThrows(KsException.class, () -> filter.call(INVERT, new byte[] {0}, refusing));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    private final class Recorder implements KsAllocator {
        private final List<String> calls = new ArrayList<>();
        private KsBuffer buffer;
        private int controlCode;
        private int inputLength;
        private int outputLength;

        @Override
        public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
            calls.add("allocate " + size + ", input operation " + inputOperation);
            controlCode = request.controlCode();
            inputLength = request.inputLength();
            outputLength = request.outputLength();
            buffer = driver.allocate(size);
            return buffer;
        }

        @Override
        public void completed(KsRequest request, KsBuffer completed) {
            calls.add("completed");
        }
    }
}
