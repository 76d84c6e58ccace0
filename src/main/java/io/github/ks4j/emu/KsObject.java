package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.DriverObject;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDispatchTable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** What a handle leads to: an object of a driver whose requests all go to the objects' dispatch tables. */
abstract class KsObject implements KsDispatchTable {
    private static final DriverObject DRIVER = DriverObject.ofObjects();

    private final FileObject fileObject = new FileObject(DRIVER, this, this);

    private static final Logger LOGGER = System.getLogger(KsObject.class.getPackageName());

    /** What this is, for people, without the object above. */
    abstract String name();

    /** The filter that this is or belongs to. */
    abstract FilterInstance filter();

    /** Handles a request, up to and without completing it. */
    abstract NtStatus handle(Irp irp);

    /**
     * Creates an object below this one.
     *
     * @param type the kind of object
     * @param parameters hostile bytes, from index 0
     * @param driver looks up handles in the parameters
     * @return the object
     * @throws StatusException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} for a kind that is not created below this one
     */
    abstract KsObject create(KsObjectType type, ByteBuffer parameters, EmulatedDriver driver) throws StatusException;

    /** The last handle is closed, and no request is under way. */
    abstract void close();

    /** What requests to this object are sent to. */
    final FileObject fileObject() {
        return fileObject;
    }

    /** Handles a request, and completes it unless it pends. */
    @Override
    public final NtStatus deviceIoControl(Irp irp) {
        NtStatus status;
        try {
            status = filter().factory().device().isRemoved() ? NtStatus.DEVICE_REMOVED : handle(irp);
        } catch (RuntimeException e) {
            irp.information(0);
            status = statusOf(e, name());
        }
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        return status;
    }

    /** The status of a request during which the device's code threw. */
    static NtStatus statusOf(RuntimeException thrown, String name) {
        if (thrown instanceof KsException e && !e.status().isSuccess()) {
            return e.status();
        }
        LOGGER.log(Level.WARNING, "the code of an emulated device threw: " + name, thrown);
        return NtStatus.UNSUCCESSFUL;
    }
}
