package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.Fault;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests with a deadline of their own. */
@Timeout(30)
class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private static KsFilter emulated(Duration deadline, Fault fault) {
        EmulatedDriver driver = EmulatedDriver.builder()
                .timeout(deadline)
                .devices(new VirtualAudioDevice())
                .build();
        driver.faults().add(fault);
        Ks ks = Ks.over(driver);
        return ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0));
    }

    @Test
    void anObjectsDeadlineGoesWithEachOfItsRequests() {
        Seam seam = new Seam();
        when(seam.handle.control(anyInt(), any(), anyInt(), any(), anyInt(), eq(SHORT)))
                .thenReturn((long) Integer.BYTES);
        seam.filter().within(SHORT).get(KSPROPERTY_PIN.CTYPES);
        verify(seam.handle).control(eq(IOCTL_KS.PROPERTY), any(), eq(24), any(), eq(4), eq(SHORT));
    }

    @Test
    void instanceDataAndDeadlineGoTogether() {
        Seam seam = new Seam();
        when(seam.handle.control(anyInt(), any(), anyInt(), any(), anyInt(), eq(SHORT)))
                .thenReturn((long) Integer.BYTES);
        seam.filter().within(SHORT).instance((byte) 1, (byte) 2).get(KSPROPERTY_PIN.CTYPES);
        seam.filter().instance((byte) 1, (byte) 2).within(SHORT).get(KSPROPERTY_PIN.CTYPES);
        verify(seam.handle, times(2)).control(eq(IOCTL_KS.PROPERTY), any(), eq(26), any(), eq(4), eq(SHORT));
    }

    @Test
    void instanceDataThatIsAlsoTheValueGoesOutOnceWithADeadlineToo() {
        Seam seam = new Seam();
        when(seam.handle.control(anyInt(), any(), anyInt(), any(), anyInt(), eq(SHORT)))
                .thenReturn(40L);
        seam.filter().instance(new byte[16]).within(SHORT).get(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN);
        seam.filter().within(SHORT).instance(new byte[16]).get(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN);
        verify(seam.handle, times(2)).control(eq(IOCTL_KS.PROPERTY), any(), eq(40), any(), eq(40), eq(SHORT));
    }

    @Test
    void anObjectWithADeadlineIsCalledWhatItIs() {
        assertEquals(Seam.PATH, new Seam().filter().within(SHORT).toString());
    }

    @Test
    void anEmulatedDeviceThatDoesNotAnswerIsGivenUpAtTheRequestsDeadline() {
        KsFilter filter =
                emulated(Duration.ofMinutes(1), Fault.on(KSPROPERTY_PIN.CTYPES).neverComplete());
        KsTimeoutException e = assertThrows(
                KsTimeoutException.class, () -> filter.within(SHORT).get(KSPROPERTY_PIN.CTYPES));
        assertTrue(e.getMessage().contains("within 1 ms"), e.getMessage());
    }

    @Test
    void anEmulatedDeviceThatTakesItsTimeIsWaitedForWithoutADeadline() {
        KsFilter filter = emulated(SHORT, Fault.on(KSPROPERTY_PIN.CTYPES).delay(Duration.ofMillis(50)));
        assertTrue(filter.within(Handle.NO_DEADLINE).get(KSPROPERTY_PIN.CTYPES) > 0);
    }
}
