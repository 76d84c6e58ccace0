package io.github.ks4j.kernel;

import java.util.Objects;

/**
 * An open object as the kernel knows it: the identity of whoever opened it, what the driver keeps for it, and the driver
 * and routines that requests to it go to.
 */
public final class FileObject {
    private static final KsDispatchTable NO_ROUTINES = new KsDispatchTable() {};

    private final DriverObject driver;
    private final KsDispatchTable dispatchTable;
    private final Object fsContext;

    /** What {@code IRP_MJ_QUERY_SECURITY} answers; null if the object has none. */
    volatile byte[] securityDescriptor;

    /**
     * A file object that takes no requests.
     *
     * @param fsContext what the driver keeps for it; may be null
     */
    public FileObject(Object fsContext) {
        this(new DriverObject(), NO_ROUTINES, fsContext);
    }

    /**
     * A file object.
     *
     * @param driver the driver that requests are sent to
     * @param dispatchTable the routines of the object
     * @param fsContext what the driver keeps for it; may be null
     */
    public FileObject(DriverObject driver, KsDispatchTable dispatchTable, Object fsContext) {
        this.driver = Objects.requireNonNull(driver, "driver");
        this.dispatchTable = Objects.requireNonNull(dispatchTable, "dispatchTable");
        this.fsContext = fsContext;
    }

    /**
     * What the driver keeps for the object.
     *
     * @return the context given when the object was made
     */
    public Object fsContext() {
        return fsContext;
    }

    /**
     * The driver that requests are sent to.
     *
     * @return the driver of the related device object
     */
    public DriverObject driver() {
        return driver;
    }

    /**
     * The routines of the object, as its object header has them.
     *
     * @return the dispatch table
     */
    public KsDispatchTable dispatchTable() {
        return dispatchTable;
    }

    /**
     * Gives the object a security descriptor: what {@code KsAllocateObjectHeader} takes from the create item.
     *
     * @param descriptor a self-relative security descriptor; null for none
     */
    public void securityDescriptor(byte[] descriptor) {
        securityDescriptor = descriptor == null ? null : descriptor.clone();
    }
}
