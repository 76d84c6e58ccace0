package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.Win32Error;
import io.github.ks4j.set.IOCTL_KS;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a call that the bridge does not answer, or that it cannot be asked. */
@Timeout(60)
@ExtendWith(WineHost.class)
class WineBridgeIT {
    /** An address in the first page, which is never mapped. */
    private static final long NOWHERE = 16;

    /** The outcome of a call, and the last error. */
    private record Called(int result, int error) {}

    @AfterEach
    void useTheBridgeAgain() {
        WineHost.useBridge();
    }

    private static Called call(String function, Object... arguments) {
        int result = NativeLibrary.getInstance(WineHost.library())
                .getFunction(function)
                .invokeInt(arguments);
        return new Called(result, Native.getLastError());
    }

    /** In a thread of its own, which has no connection yet. */
    private static <T> T inAnotherThread(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        new Thread(task).start();
        return task.get(30, TimeUnit.SECONDS);
    }

    private static void assertFails(Called called) {
        assertEquals(new Called(0, Win32Error.GEN_FAILURE.code()), called);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket connect() throws IOException {
        Socket connection = new Socket(InetAddress.getLoopbackAddress(), WineHost.port());
        connection.setSoTimeout(30_000);
        return connection;
    }

    /** What the bridge says first, by which both sides know that they speak of the same. */
    private static byte[] greeting(Socket connection) throws IOException {
        return connection.getInputStream().readNBytes(Integer.BYTES);
    }

    private static byte[] greeting() throws IOException {
        try (Socket connection = connect()) {
            return greeting(connection);
        }
    }

    @Test
    void withoutABridgeACallFails() throws Exception {
        // A port that nobody else gets meanwhile, and nobody listens on.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            WineHost.useBridge(silent.getLocalPort());
            assertFails(inAnotherThread(() -> call("SetEvent", 4L)));
        }
    }

    @Test
    void aBridgeOfAnotherVersionIsNotSpokenTo() throws Exception {
        try (ServerSocket other = server()) {
            WineHost.useBridge(other.getLocalPort());
            CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> {
                try (Socket connection = other.accept()) {
                    connection.getOutputStream().write(new byte[Integer.BYTES]);
                    return connection.getInputStream().read();
                } catch (IOException e) {
                    return -1;
                }
            });
            assertFails(inAnotherThread(() -> call("SetEvent", 4L)));
            assertEquals(-1, heard.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aCallFailsWhenTheBridgeGoesAwayMeanwhile() throws Exception {
        byte[] greeting = greeting();
        try (ServerSocket dying = server()) {
            WineHost.useBridge(dying.getLocalPort());
            CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(() -> {
                try (Socket connection = dying.accept()) {
                    connection.getOutputStream().write(greeting);
                    return connection.getInputStream().read() >= 0;
                } catch (IOException e) {
                    return false;
                }
            });
            assertEquals(
                    new Called(-1, Win32Error.GEN_FAILURE.code()),
                    inAnotherThread(() -> call("WaitForSingleObject", 4L, -1)));
            assertTrue(heard.get(30, TimeUnit.SECONDS), "the call was sent");
        }
    }

    @Test
    void connectionsOfManyThreadsComeAndGoAndOthersAreStillTaken() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Socket> open = new ArrayList<>();
        try {
            List<Callable<byte[]>> all = Collections.nCopies(1000, WineBridgeIT::greeting);
            for (Future<byte[]> heard : threads.invokeAll(all)) {
                heard.get();
            }
            for (int i = 0; i < 16; i++) {
                open.add(connect());
                assertEquals(Integer.BYTES, greeting(open.get(i)).length);
            }
        } finally {
            threads.shutdownNow();
            for (Socket connection : open) {
                connection.close();
            }
        }
    }

    @Test
    void memoryThatIsNotThereFailsTheCallAndNotTheProcess() throws Exception {
        try (Driver driver = WineHost.open();
                Handle handle = driver.open(StubFilter.PATH, Driver.GENERIC_READ)) {
            Called called = call("DeviceIoControl", handle.value(), IOCTL_KS.PROPERTY, NOWHERE, 24, 0L, 0, 0L, 0L);
            assertEquals(new Called(0, Win32Error.NOACCESS.code()), called);
        }
    }

    @Test
    void theCallAfterOneThatFailedSoIsPerformed() throws Exception {
        try (Driver driver = WineHost.open();
                Handle handle = driver.open(StubFilter.PATH, Driver.GENERIC_READ)) {
            call("DeviceIoControl", handle.value(), IOCTL_KS.PROPERTY, NOWHERE, 24, 0L, 0, 0L, 0L);
            assertEquals(
                    Win32Error.INVALID_HANDLE.code(),
                    call("CloseHandle", 0x7FFF0L).error());
        }
    }
}
