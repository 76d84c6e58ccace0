package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultAllocator;
import io.github.ks4j.kernel.KsValidateAllocatorCreateRequest;
import java.nio.ByteBuffer;
import java.util.List;

/** An open allocator, with frames in the memory of the client that opened it. */
final class AllocatorObject extends KsObject {
    private final PinInstance pin;
    private final KsDefaultAllocator allocator;
    private final Automation automation;

    private AllocatorObject(PinInstance pin, KsDefaultAllocator allocator) {
        this.pin = pin;
        this.allocator = allocator;
        this.automation = new Automation(
                new Sets(
                        List.of(allocator.propertySet()),
                        List.of(allocator.methodSet()),
                        List.of(allocator.eventSet())),
                Sets.NONE,
                null,
                pin.filter().description().policies);
    }

    static AllocatorObject create(PinInstance pin, ByteBuffer parameters, EmulatedDriver driver)
            throws StatusException {
        KsDefaultAllocator allocator =
                new KsDefaultAllocator(KsValidateAllocatorCreateRequest.of(parameters), driver.memory()::allocate);
        AllocatorObject object = new AllocatorObject(pin, allocator);
        if (!pin.filter().factory().device().opened(object)) {
            throw new StatusException(NtStatus.DEVICE_REMOVED);
        }
        return object;
    }

    /**
     * The allocator that a handle of a client leads to.
     *
     * @throws StatusException with {@link NtStatus#INVALID_PARAMETER} if the handle is not an allocator's
     * @throws KsException if it is no file's
     */
    static KsDefaultAllocator allocator(Irp irp, long handle) throws StatusException {
        if (irp.requestor().referenceFile(handle).fsContext() instanceof AllocatorObject object) {
            return object.allocator;
        }
        throw new StatusException(NtStatus.INVALID_PARAMETER);
    }

    @Override
    String name() {
        return "allocator";
    }

    @Override
    FilterInstance filter() {
        return pin.filter();
    }

    @Override
    NtStatus handle(Irp irp) {
        return automation.handle(irp, allocator.eventList());
    }

    /** The device has gone: nobody waits for a frame any more. */
    void remove() {
        allocator.close();
    }

    @Override
    void close() {
        pin.filter().factory().device().closed(this);
        allocator.eventList().free(fileObject());
        allocator.close();
    }
}
