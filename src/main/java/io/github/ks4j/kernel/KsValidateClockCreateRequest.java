package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.KSCLOCK_CREATE;
import java.nio.ByteBuffer;

/**
 * Checks the parameters of a clock's create request: {@code KsValidateClockCreateRequest}. Microsoft's page tells of
 * errors only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksvalidateclockcreaterequest">KsValidateClockCreateRequest
 *     function</a>
 */
public final class KsValidateClockCreateRequest {
    private KsValidateClockCreateRequest() {}

    /**
     * Checks the parameters.
     *
     * @param parameters what follows the name, from index 0 to the limit
     * @return a copy of the parameters
     * @throws KsException with {@link NtStatus#INVALID_BUFFER_SIZE} if there are fewer bytes than a
     *     {@code KSCLOCK_CREATE}, with {@link NtStatus#INVALID_PARAMETER}, which is ReactOS's, for {@code CreateFlags}
     *     that are not 0
     */
    public static KSCLOCK_CREATE of(ByteBuffer parameters) {
        if (parameters.limit() < KSCLOCK_CREATE.LAYOUT.size()) {
            throw failure("parameters of " + parameters.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        KSCLOCK_CREATE create = KSCLOCK_CREATE.LAYOUT.at(parameters, 0).copy();
        if (create.get(KSCLOCK_CREATE.CreateFlags) != 0) {
            throw failure(create.toString(), NtStatus.INVALID_PARAMETER);
        }
        return create;
    }

    private static KsException failure(String parameters, NtStatus status) {
        return KsException.of("create a clock with " + parameters, status);
    }
}
