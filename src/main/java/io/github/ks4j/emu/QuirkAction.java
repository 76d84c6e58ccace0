package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import java.util.function.Predicate;

/** What a quirk makes of requests. Between the client and the device, quirks form a chain in their declared order. */
sealed interface QuirkAction {
    /**
     * Changes how a property is answered, or what the device is asked.
     *
     * @param concerns the requests that this has to do with
     * @param change what it does with them
     */
    record OfProperty(Predicate<Attempt> concerns, PropertyChange change) implements QuirkAction {}

    /** Answers a request for a property in the place of whoever is below. */
    @FunctionalInterface
    interface PropertyChange {
        PropertyAnswer ask(PropertyCall call, PropertyCall.Below below);
    }

    /** Changes how a pin is created. */
    @FunctionalInterface
    non-sealed interface OfPin extends QuirkAction {
        KsObject create(PinCall call, Interceptor.Creation below) throws StatusException;
    }

    /** Changes what becomes of stream reads. */
    @FunctionalInterface
    non-sealed interface OfRead extends QuirkAction {
        /** Begins with a read that is about to be sent. */
        Reading begin(EmulatedHandle pin, Irp irp);
    }

    /** One quirk at work on one read. */
    interface Reading {
        /** The status to end with before the device is asked; null to go on. */
        default NtStatus fate() {
            return null;
        }

        /** The device has completed it; the headers that it gave back are in the client's buffer. */
        default void completed(Irp irp, int bytes) {}

        /** When the client may be told of success at the earliest, in units of 100 ns. */
        default long notBefore() {
            return Long.MIN_VALUE;
        }

        /** Whether the device does not hear that it is cancelled. */
        default boolean outlivesCancel() {
            return false;
        }
    }

    /**
     * Closes objects late.
     *
     * @param kind which objects
     * @param delay how late, in units of 100 ns
     */
    record OfClose(Target.Kind kind, long delay) implements QuirkAction {}
}
