package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A driver's tables of routines: {@code DRIVER_OBJECT}. Requests of a kind without a routine are refused. To be set up
 * before requests come.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_driver_object">DRIVER_OBJECT
 *     structure</a>
 */
public final class DriverObject {
    private static final Set<MajorFunction> OF_OBJECTS = EnumSet.of(
            MajorFunction.CREATE,
            MajorFunction.CLOSE,
            MajorFunction.DEVICE_CONTROL,
            MajorFunction.READ,
            MajorFunction.WRITE,
            MajorFunction.FLUSH_BUFFERS,
            MajorFunction.QUERY_SECURITY,
            MajorFunction.SET_SECURITY);

    private static final Set<MajorFunction> FAST_OF_OBJECTS =
            EnumSet.of(MajorFunction.DEVICE_CONTROL, MajorFunction.READ, MajorFunction.WRITE);

    private final Map<MajorFunction, Function<Irp, NtStatus>> routines = new EnumMap<>(MajorFunction.class);
    private final Map<MajorFunction, ToLongFunction<FastIoRequest>> fastRoutines = new EnumMap<>(MajorFunction.class);

    /** A driver without routines. */
    public DriverObject() {}

    /**
     * A driver that leaves all that it can to the dispatch tables of its objects, as AVStream drivers do.
     *
     * @return a new driver
     */
    public static DriverObject ofObjects() {
        DriverObject driver = new DriverObject();
        OF_OBJECTS.forEach(driver::setMajorFunctionHandler);
        FAST_OF_OBJECTS.forEach(driver::setFastIoHandler);
        return driver;
    }

    /**
     * Sets a routine.
     *
     * @param major the kind of request
     * @param routine handles it, as a routine of a {@link KsDispatchTable} does
     */
    public void setRoutine(MajorFunction major, Function<Irp, NtStatus> routine) {
        routines.put(major, routine);
    }

    /**
     * {@code KsSetMajorFunctionHandler}: leaves a kind of request to the dispatch tables of the objects.
     *
     * @param major the kind of request
     * @return {@link NtStatus#INVALID_PARAMETER} for a kind that dispatch tables have no routine for
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kssetmajorfunctionhandler">KsSetMajorFunctionHandler
     *     function</a>
     */
    public NtStatus setMajorFunctionHandler(MajorFunction major) {
        if (!OF_OBJECTS.contains(major)) {
            return NtStatus.INVALID_PARAMETER;
        }
        routines.put(major, KsDispatchIrp::handle);
        return NtStatus.SUCCESS;
    }

    /**
     * {@code KsSetMajorFunctionHandler} with {@code KSDISPATCH_FASTIO}: leaves a kind of fast call to the dispatch
     * tables of the objects.
     *
     * @param major the kind of request
     * @return {@link NtStatus#INVALID_PARAMETER} for a kind that has no fast form
     */
    public NtStatus setFastIoHandler(MajorFunction major) {
        if (!FAST_OF_OBJECTS.contains(major)) {
            return NtStatus.INVALID_PARAMETER;
        }
        fastRoutines.put(
                major,
                switch (major) {
                    case READ -> io -> io.fileObject().dispatchTable().fastRead(io);
                    case WRITE -> io -> io.fileObject().dispatchTable().fastWrite(io);
                    default -> io -> io.fileObject().dispatchTable().fastDeviceIoControl(io);
                });
        return NtStatus.SUCCESS;
    }

    /**
     * {@code IoCallDriver}: hands a request to the driver, which completes it now or later.
     *
     * @param irp the request
     * @return its status, or {@link NtStatus#PENDING}
     */
    public NtStatus call(Irp irp) {
        Function<Irp, NtStatus> routine = routines.get(irp.majorFunction());
        return routine == null ? KsDispatchInvalidDeviceRequest.complete(irp) : routine.apply(irp);
    }

    /**
     * {@code FastIoDeviceControl}: offers a device control request to the driver.
     *
     * @param io the call
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}
     */
    public long fastDeviceIoControl(FastIoRequest io) {
        ToLongFunction<FastIoRequest> routine = fastRoutines.get(MajorFunction.DEVICE_CONTROL);
        return routine == null ? FastIoRequest.NOT_HANDLED : routine.applyAsLong(io);
    }
}
