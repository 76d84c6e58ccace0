package io.github.ks4j.kernel;

import io.github.ks4j.set.KSMETHOD_TYPE;
import java.util.Objects;

/**
 * An item of a method set: {@code KSMETHOD_ITEM}.
 *
 * @param id the number of the item in its set
 * @param flags which way the data goes, from the driver's point of view: {@code KSMETHOD_TYPE_NONE}, {@code READ},
 *     {@code WRITE} or {@code MODIFY}, perhaps with {@code SOURCE}, which hands the handler the caller's own memory
 *     through an MDL instead of a copy
 * @param minMethod the least length of the request, at least 24
 * @param minData the least length of the data; 0 leaves size queries to the handler
 * @param handler handles SEND; null if the item is there in name only
 * @param support handles BASICSUPPORT; null for the default, the item's flags
 * @param fast handles calls without an IRP ({@link KsFastMethodHandler}); null if there is none
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksmethod_item">KSMETHOD_ITEM
 *     structure</a>
 */
public record MethodItem(
        int id, int flags, int minMethod, int minData, KsHandler handler, KsHandler support, KsFastHandler fast) {
    /**
     * An item without a fast handler.
     *
     * @param id the number of the item in its set
     * @param flags which way the data goes
     * @param minMethod the least length of the request, at least 24
     * @param minData the least length of the data
     * @param handler handles SEND; null if the item is there in name only
     * @param support handles BASICSUPPORT; null for the default
     */
    public MethodItem(int id, int flags, int minMethod, int minData, KsHandler handler, KsHandler support) {
        this(id, flags, minMethod, minData, handler, support, null);
    }

    /**
     * An item of plain requests.
     *
     * @param id the number of the item in its set
     * @param flags which way the data goes
     * @param minData the least length of the data
     * @param handler handles SEND
     * @return the item
     */
    public static MethodItem of(int id, int flags, int minData, KsHandler handler) {
        return new MethodItem(id, flags, 24, minData, Objects.requireNonNull(handler, "handler"), null);
    }

    boolean reads() {
        return (flags & KSMETHOD_TYPE.READ) != 0;
    }

    boolean writes() {
        return (flags & KSMETHOD_TYPE.WRITE) != 0;
    }

    /** What the caller's memory is locked for. */
    LOCK_OPERATION access() {
        return !writes()
                ? LOCK_OPERATION.IoReadAccess
                : reads() ? LOCK_OPERATION.IoModifyAccess : LOCK_OPERATION.IoWriteAccess;
    }

    boolean usesCallersMemory() {
        return usesCallersMemory(flags);
    }

    static boolean usesCallersMemory(int flags) {
        return (flags & KSMETHOD_TYPE.SOURCE) != 0 && (flags & KSMETHOD_TYPE.MODIFY) != 0;
    }
}
