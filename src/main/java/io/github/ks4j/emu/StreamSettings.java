package io.github.ks4j.emu;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSERROR;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSQUALITY;
import io.github.ks4j.struct.KSQUALITY_MANAGER;
import io.github.ks4j.struct.KSRATE;
import java.util.List;

/** What a pin's client has set of its stream. Guarded by the device's lock. */
final class StreamSettings {
    /** As fast as the stream is meant to be, in thousandths. */
    static final int NORMAL_RATE = 1000;

    private static final int BEST_PROPORTION = 1000;

    final KSQUALITY_MANAGER qualityManager = KSQUALITY_MANAGER.LAYOUT.allocate(Abi.X64);
    final KSQUALITY quality = KSQUALITY.LAYOUT.allocate(Abi.X64).set(KSQUALITY.Proportion, BEST_PROPORTION);
    final KSERROR error = KSERROR.LAYOUT.allocate(Abi.X64);
    KSPRIORITY priority;
    KSRATE rate = normalRate();
    List<KSIDENTIFIER> degradations;

    StreamSettings(KSPRIORITY priority, List<KSIDENTIFIER> degradations) {
        this.priority = priority;
        this.degradations = degradations;
    }

    static KSRATE normalRate() {
        return KSRATE.LAYOUT
                .allocate(Abi.X64)
                .set(KSRATE.Rate, NORMAL_RATE)
                .set(KSRATE.Flags, KSRATE.NOPRESENTATIONSTART | KSRATE.NOPRESENTATIONDURATION);
    }
}
