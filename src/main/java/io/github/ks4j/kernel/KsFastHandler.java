package io.github.ks4j.kernel;

import java.nio.ByteBuffer;

/**
 * Handles a property or method request that is made without an IRP: {@code PFNKSFASTHANDLER}. It must neither wait nor
 * keep anything of the request.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksfasthandler">PFNKSFASTHANDLER
 *     callback function</a>
 */
@FunctionalInterface
public interface KsFastHandler {
    /**
     * Handles a request.
     *
     * @param io the call; its data is raw memory of the caller's
     * @param request the aligned copy of the request structure, from index 0 to its limit, little-endian
     * @return status and Information, as {@link io.github.ks4j.io.IoStatusBlock} packs them, or
     *     {@link FastIoRequest#NOT_HANDLED} if an IRP shall be made
     */
    long handle(FastIoRequest io, ByteBuffer request);
}
