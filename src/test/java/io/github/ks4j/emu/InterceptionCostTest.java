package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the possibility of faults and journals costs those who have neither. */
@Timeout(30)
class InterceptionCostTest {
    private static final int REQUESTS = 50_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRequestMakesNoGarbageWhenAllFaultsHaveGone() {
        Fault fault = driver.faults().add(Fault.parse("get=status UNSUCCESSFUL"));
        assertTrue(driver.interceptor() != null);
        driver.faults().remove(fault);
        byte[] bytes = Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.GET);
        KsBuffer request = driver.allocate(bytes.length);
        request.bytes().put(0, bytes);
        KsBuffer reply = driver.allocate(4);
        get(request, reply);
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        get(request, reply);
        assertEquals(0, (threads.getThreadAllocatedBytes(thread) - before) / REQUESTS, "bytes per request");
    }

    private void get(KsBuffer request, KsBuffer reply) {
        for (int i = 0; i < REQUESTS; i++) {
            filter.control(IOCTL_KS.PROPERTY, request, request.size(), reply, 4);
        }
    }
}
