package io.github.ks4j.kernel;

import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.nio.ByteBuffer;

/**
 * Handles GET and SET of properties without an IRP: {@code KsFastPropertyHandler}. A driver calls it in its
 * {@link KsDispatchTable#fastDeviceIoControl}; {@link KsPropertyHandler} never looks at fast handlers.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksfastpropertyhandler">KsFastPropertyHandler
 *     function</a>
 */
public final class KsFastPropertyHandler {
    private KsFastPropertyHandler() {}

    /**
     * Handles a request.
     *
     * @param io the call
     * @param table the sets of the object
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}: for a request that is short or
     *     cannot be read, an item without a fast handler, and other operations
     */
    public static long handle(FastIoRequest io, SetTable<PropertySet> table) {
        ByteBuffer request = FastCapture.request(io);
        if (request == null) {
            return FastIoRequest.NOT_HANDLED;
        }
        int id = request.getInt(Capture.ID);
        int flags = request.getInt(Capture.FLAGS);
        for (int index = table.find(request, 0); index >= 0; index = table.next(index)) {
            PropertyItem item = table.sets().get(index).find(id);
            if (item != null && (item.fastGet != null || item.fastSet != null)) {
                KsFastHandler handler = (flags & KSPROPERTY_TYPE.SET) != 0
                        ? item.fastSet
                        : (flags & KSPROPERTY_TYPE.GET) != 0 ? item.fastGet : null;
                return handler == null ? FastIoRequest.NOT_HANDLED : FastCapture.call(handler, io, request);
            }
        }
        return FastIoRequest.NOT_HANDLED;
    }
}
