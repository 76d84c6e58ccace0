package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * Handles a property or method request: {@code PFNKSHANDLER}.
 *
 * <p>A handler fills or reads {@code data} and sets the IRP's Information to the bytes that go back. It neither sets the
 * status nor completes the IRP, unless it returns {@link NtStatus#PENDING}: then it has marked the IRP pending, and
 * completes it later. What it throws becomes the status of the request, with Information 0.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnkshandler">PFNKSHANDLER callback
 *     function</a>
 */
@FunctionalInterface
public interface KsHandler {
    /**
     * Handles a request.
     *
     * @param irp the request
     * @param request the aligned copy of the request structure, from index 0 to its limit, little-endian
     * @param data the data area, from index 0 to its limit, little-endian; null if the caller gave no data buffer
     * @return the status of the request
     */
    NtStatus handle(Irp irp, ByteBuffer request, ByteBuffer data);
}
