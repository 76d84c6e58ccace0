package io.github.ks4j.kernel;

import java.nio.ByteBuffer;

/**
 * Handles methods without an IRP: {@code KsFastMethodHandler}. A driver calls it in its
 * {@link KsDispatchTable#fastDeviceIoControl}; {@link KsMethodHandler} never looks at fast handlers.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksfastmethodhandler">KsFastMethodHandler
 *     function</a>
 */
public final class KsFastMethodHandler {
    private KsFastMethodHandler() {}

    /**
     * Handles a request, whatever its flags.
     *
     * @param io the call
     * @param table the sets of the object
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}: for a request that is short or
     *     cannot be read, and an item without a fast handler
     */
    public static long handle(FastIoRequest io, SetTable<MethodSet> table) {
        ByteBuffer request = FastCapture.request(io);
        if (request == null) {
            return FastIoRequest.NOT_HANDLED;
        }
        int id = request.getInt(Capture.ID);
        for (int index = table.find(request, 0); index >= 0; index = table.next(index)) {
            MethodItem item = table.sets().get(index).find(id);
            if (item != null && item.fast() != null) {
                return FastCapture.call(item.fast(), io, request);
            }
        }
        return FastIoRequest.NOT_HANDLED;
    }
}
