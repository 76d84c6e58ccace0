package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.DriverObject;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsDispatchTable;
import io.github.ks4j.kernel.ObjectName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;

/** What a handle leads to: an object of a driver whose requests all go to the objects' dispatch tables. */
abstract class KsObject implements KsDispatchTable {
    private static final DriverObject DRIVER = DriverObject.ofObjects();

    private final FileObject fileObject = new FileObject(DRIVER, this, this);

    private static final Logger LOGGER = System.getLogger(KsObject.class.getPackageName());

    /** Makes an object below another. */
    @FunctionalInterface
    interface Creator {
        /**
         * Makes an object.
         *
         * @param parameters hostile bytes, from index 0 to the limit
         * @param driver looks up handles in the parameters
         * @throws StatusException if the object is refused
         */
        KsObject create(ByteBuffer parameters, EmulatedDriver driver) throws StatusException;
    }

    /** What this is, for people, without the object above. */
    abstract String name();

    /** The filter that this is or belongs to. */
    abstract FilterInstance filter();

    /** Handles a request, up to and without completing it. */
    abstract NtStatus handle(Irp irp);

    /** What can be created below this one: the create items of its object header. */
    List<KSOBJECT_CREATE_ITEM<Creator>> createItems() {
        return List.of();
    }

    static KSOBJECT_CREATE_ITEM<Creator> createItem(KsObjectType type, Creator creator) {
        return new KSOBJECT_CREATE_ITEM<>(type.guid().toString(), 0, creator);
    }

    /**
     * Handles IRP_MJ_CREATE below this object.
     *
     * @param name hostile
     * @param driver looks up handles in the parameters
     * @throws StatusException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} for a kind that is not created below this one
     */
    final KsObject create(ObjectName name, EmulatedDriver driver) throws StatusException {
        if (filter().factory().device().isRemoved()) {
            throw new StatusException(NtStatus.DEVICE_REMOVED);
        }
        try {
            return KSOBJECT_CREATE_ITEM.find(createItems(), name).context().create(name.parameters(), driver);
        } catch (KsException e) {
            throw new StatusException(e.status());
        }
    }

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
        } catch (RuntimeException | Error e) {
            irp.information(0);
            status = statusOf(e, name());
        }
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        return status;
    }

    /** The status of a request during which the device's code threw. */
    static NtStatus statusOf(Throwable thrown, String name) {
        if (thrown instanceof KsException e && !e.status().isSuccess()) {
            return e.status();
        }
        LOGGER.log(Level.WARNING, "the code of an emulated device threw: " + name, thrown);
        return NtStatus.UNSUCCESSFUL;
    }
}
