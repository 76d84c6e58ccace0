package io.github.ks4j.contract;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedNode;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The stub filter as an emulated device: the twin of {@code native-stubs/src}, request by request.
 *
 * <p>In one point it is coarser: what its property REMOVE removes is the device, and so all that is open of it. The
 * device is plugged in again at once, for those who open it anew.
 */
final class EmulatedStubFilter {
    private final AtomicReference<EmulatedDriver> driver = new AtomicReference<>();
    private final EmulatedDevice device;

    private EmulatedStubFilter(KsAllocator methodMemory) {
        StubEvents events = new StubEvents();
        EmulatedFilter filter = EmulatedFilter.named("filter")
                .friendlyName(StubFilter.FRIENDLY_NAME)
                .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER, KSCATEGORY.CAPTURE)
                .state(StubState::new)
                .properties(StubProperties.set(events, this::remove))
                .properties(StubProperties.camera())
                .methods(StubMethods.set(events))
                .methodAllocator(methodMemory)
                .events(events.set())
                .pin(StubPins.sink())
                .pin(StubPins.speaker())
                .pin(StubPins.source())
                .pin(StubPins.microphone())
                .node(EmulatedNode.of(KSNODETYPE.VOLUME, null, StubNodes.volume()))
                .node(EmulatedNode.of(KSNODETYPE.MUTE, null, StubNodes.mute()))
                .connect(EmulatedFilter.FILTER, StubFilter.SINK_PIN, StubFilter.VOLUME_NODE, 1)
                .connect(StubFilter.VOLUME_NODE, 0, StubFilter.MUTE_NODE, 1)
                .connect(StubFilter.MUTE_NODE, 0, EmulatedFilter.FILTER, StubFilter.SPEAKER_PIN)
                .connect(EmulatedFilter.FILTER, StubFilter.MICROPHONE_PIN, EmulatedFilter.FILTER, StubFilter.SOURCE_PIN)
                .build();
        events.of(filter);
        device = EmulatedDevice.of("ks4j#stub#0000", filter);
    }

    /** A driver with the filter. */
    static EmulatedDriver open() {
        return open(null);
    }

    /** A driver with the filter, which has memory of its own for its methods; null for none. */
    static EmulatedDriver open(KsAllocator methodMemory) {
        EmulatedStubFilter stub = new EmulatedStubFilter(methodMemory);
        EmulatedDriver driver = EmulatedDriver.of(stub.device);
        stub.driver.set(driver);
        return driver;
    }

    private void remove() {
        driver.get().unplug(device);
        driver.get().plug(device);
    }
}
