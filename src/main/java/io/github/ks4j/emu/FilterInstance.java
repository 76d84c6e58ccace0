package io.github.ks4j.emu;

import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsTimeSource;

/**
 * A filter that has been opened: {@code KSFILTER}. Each open of the same filter is an instance with a state of its own.
 */
public final class FilterInstance {
    private final FilterFactory factory;
    private final Object state;
    /** The open pins of each factory. Guarded by the device's lock. */
    private final int[] openPins;

    FilterInstance(FilterFactory factory) {
        this.factory = factory;
        this.state = factory.filter.state.get();
        this.openPins = new int[factory.filter.pins.size()];
    }

    /**
     * The filter that a request was sent to; where it was sent to a pin, the filter of the pin.
     *
     * @param irp the request
     * @return the filter
     */
    public static FilterInstance of(Irp irp) {
        return ((KsObject) irp.fileObject().fsContext()).filter();
    }

    /**
     * The state that the description made for this instance.
     *
     * @param <T> its type
     * @return the state; null if the description makes none
     */
    @SuppressWarnings("unchecked")
    public <T> T state() {
        return (T) state;
    }

    /**
     * Runs code under the device's lock, for what is shared with {@link PinDispatch} callbacks, and completes the stream
     * requests that it ends.
     *
     * @param action the code; must not wait
     */
    public void locked(Runnable action) {
        factory.completions.locked(action);
    }

    /**
     * The time of the machine.
     *
     * @return the time source of the driver that the device belongs to
     */
    public KsTimeSource time() {
        return factory.device().time;
    }

    FilterFactory factory() {
        return factory;
    }

    EmulatedFilter description() {
        return factory.filter;
    }

    int openPins(int pin) {
        return factory.completions.locked(() -> openPins[pin]);
    }

    /** The open pins of a factory over all instances of the filter. */
    int openPinsGlobally(int pin) {
        return factory.completions.locked(() -> factory.openPins[pin]);
    }

    boolean canOpen(int pin) {
        EmulatedPin description = factory.filter.pins.get(pin);
        return Integer.compareUnsigned(openPins[pin], description.possible) < 0
                && Integer.compareUnsigned(factory.openPins[pin], description.possibleGlobally) < 0;
    }

    void opened(PinInstance pin) {
        openPins[pin.id()]++;
        factory.openPins[pin.id()]++;
        factory.device().opened(pin);
    }

    void closed(PinInstance pin) {
        openPins[pin.id()]--;
        factory.openPins[pin.id()]--;
        factory.device().closed(pin);
    }

    /** Whether enough instances of every factory are open for pins to leave STOP. */
    boolean isComplete() {
        for (int pin = 0; pin < openPins.length; pin++) {
            if (openPins[pin] < factory.filter.pins.get(pin).necessary) {
                return false;
            }
        }
        return true;
    }
}
