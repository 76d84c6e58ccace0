package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotFoundException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATAFORMAT;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ksuser creates below a filter or a pin. */
@StubLibrary
@Timeout(30)
class ChildObjectTest {
    private static final int CLOSE_RACES = 1000;

    private Win32Driver driver;

    @BeforeEach
    void open() {
        driver = Stub.driver();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static Handle clock(Handle parent) {
        return parent.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), 0);
    }

    @Test
    void aKindThatIsNotOfferedIsNotFound() {
        Handle filter = Stub.filter(driver);
        KsException e = assertThrows(KsNotFoundException.class, () -> clock(filter));
        assertTrue(e.getMessage().contains("none of that kind"), e.getMessage());
    }

    @Test
    void successWithoutAHandleIsABadReply() {
        Handle boastful = driver.open(Stub.BOASTFUL, 0);
        KsException e = assertThrows(KsBadReplyException.class, () -> clock(boastful));
        assertTrue(e.getMessage().startsWith("create clock of " + Stub.BOASTFUL), e.getMessage());
    }

    /** Or ksuser would read as far as they say by then. */
    @Test
    void parametersAreThoseThatWereChecked() {
        ByteBuffer parameters = Stub.sink();
        CreateRequest request = CreateRequest.of(KsObjectType.PIN, parameters, Abi.X64, "a filter");
        KSDATAFORMAT.FormatSize.write(Abi.X64, parameters, 72, 1 << 20);
        assertEquals(82, KSDATAFORMAT.FormatSize.read(Abi.X64, request.parameters(), 72));
    }

    @Test
    void anObjectBelowAClosedOneIsNotCreated() {
        Handle filter = Stub.filter(driver);
        filter.close();
        assertThrows(KsClosedException.class, () -> Stub.pin(filter));
    }

    @Test
    void noHandleIsLostWhenCreatingRacesWithClosing() throws Exception {
        int before = StubDevices.openFiles(StubDevices.STUB);
        for (int i = 0; i < CLOSE_RACES; i++) {
            Handle filter = Stub.filter(driver);
            CountDownLatch started = new CountDownLatch(1);
            CompletableFuture<Void> creation = CompletableFuture.runAsync(() -> {
                started.countDown();
                try {
                    Stub.pin(filter);
                } catch (KsClosedException late) {
                    // The other thread was faster.
                }
            });
            started.await();
            filter.close();
            creation.get(10, TimeUnit.SECONDS);
        }
        // What former tests have left to their threads may be closed meanwhile.
        assertTrue(StubDevices.openFiles(StubDevices.STUB) <= before);
    }
}
