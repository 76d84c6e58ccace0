package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSALLOCATOR_OPTIONF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.nio.ByteBuffer;

/**
 * Checks the parameters of an allocator's create request: {@code KsValidateAllocatorCreateRequest}. What is wrong is
 * ReactOS's choice, and so is {@link NtStatus#INVALID_PARAMETER}; Microsoft's page tells of errors only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksvalidateallocatorcreaterequest">KsValidateAllocatorCreateRequest
 *     function</a>
 */
public final class KsValidateAllocatorCreateRequest {
    private KsValidateAllocatorCreateRequest() {}

    /**
     * Checks the parameters.
     *
     * @param parameters what follows the name, from index 0 to the limit
     * @return a copy of the framing
     * @throws KsException with {@link NtStatus#INVALID_BUFFER_SIZE} if there are fewer bytes than a
     *     {@code KSALLOCATOR_FRAMING}, with {@link NtStatus#INVALID_PARAMETER} for a {@code FrameSize} of 0 and for
     *     option flags beyond {@code KSALLOCATOR_OPTIONF_VALID}
     */
    public static KSALLOCATOR_FRAMING of(ByteBuffer parameters) {
        if (parameters.limit() < KSALLOCATOR_FRAMING.LAYOUT.size()) {
            throw failure("parameters of " + parameters.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        KSALLOCATOR_FRAMING framing =
                KSALLOCATOR_FRAMING.LAYOUT.at(Abi.X64, parameters, 0).copy();
        if (framing.get(KSALLOCATOR_FRAMING.FrameSize) == 0
                || (framing.get(KSALLOCATOR_FRAMING.OptionsFlags) & ~KSALLOCATOR_OPTIONF.VALID) != 0) {
            throw failure(framing.toString(), NtStatus.INVALID_PARAMETER);
        }
        return framing;
    }

    static KsException failure(String parameters, NtStatus status) {
        return KsException.of("create an allocator with " + parameters, status);
    }
}
