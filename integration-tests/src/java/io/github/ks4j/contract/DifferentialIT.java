package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.Fault;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That {@link Differential} sees the differences there are, and no others: with two emulations, one of them faulty. */
@Timeout(60)
class DifferentialIT {
    private static final int LIVES = 20;

    private final EmulatedDriver faulty = EmulatedStubFilter.open();
    private StubHost reference;
    private StubHost subject;
    private Differential differential;
    private Differential.Difference found;

    @BeforeEach
    void openBoth() {
        reference = new StubHost(EmulatedStubFilter.open());
        subject = new StubHost(faulty);
        differential = new Differential(reference, subject);
    }

    @AfterEach
    void closeBoth() {
        reference.close();
        subject.close();
    }

    /** The first life in which the hosts differ; null if there is none. */
    private List<Step> differs() {
        for (int seed = 1; seed <= LIVES; seed++) {
            List<Step> life = StepGenerator.life(seed);
            found = differential.run(life);
            if (found != null) {
                return life;
            }
        }
        return null;
    }

    private void refuseStates() {
        faulty.faults().add(Fault.on(KSPROPERTY_CONNECTION.STATE).set().status(NtStatus.DEVICE_NOT_READY));
    }

    @Test
    void hostsThatAreTheSameAgree() {
        assertNull(differs());
    }

    @Test
    void aRefusalIsADifference() {
        refuseStates();
        assertNotNull(differs());
        assertEquals(NtStatus.DEVICE_NOT_READY, found.actual().status());
    }

    @Test
    void aByteCountIsADifference() {
        faulty.faults().add("any.get = shortBy 1");
        assertNotNull(differs());
    }

    @Test
    void whatIsNotDoneIsADifferenceInTheEnd() {
        faulty.faults()
                .add(Fault.on(StubFilter.PROPERTIES, StubFilter.BLOB).set().status(NtStatus.SUCCESS));
        assertNotNull(differs());
    }

    @Test
    void aRequestThatDoesNotEndIsADifference() {
        subject.patience(100);
        faulty.faults().add("read = neverComplete");
        assertNotNull(differs());
    }

    @Test
    void onlyTheStepsThatItTakesAreTold() {
        refuseStates();
        List<Step> shortest = differential.shrink(differs(), found);
        // A pin is opened, and is to change its state.
        assertEquals(2, shortest.size(), shortest::toString);
    }
}
