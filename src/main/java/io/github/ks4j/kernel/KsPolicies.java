package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.util.Objects;

/**
 * The choices where Microsoft's documentation is silent, or where drivers are seen to differ. {@link #RECOMMENDED} has
 * the best founded answer to each; the others serve to test clients against drivers that answer otherwise. Immutable.
 *
 * @param shortRequest the status of a request shorter than {@code MinProperty} or {@code MinMethod}; recommended
 *     {@link NtStatus#INVALID_PARAMETER}, as Microsoft's sysvad sample and ReactOS answer; the pages are silent
 * @param zeroOutput what a size query of an item with {@code MinData} gets
 * @param missingHandler the status of an item without a handler for the operation; recommended
 *     {@link NtStatus#NOT_FOUND} by inference: the pages say that such a property cannot be read or set
 * @param unknownOperation the status of no operation, several at once or one that does not exist; recommended
 *     {@link NtStatus#NOT_FOUND}, as in ReactOS: the page of KSPROPERTY asks for one of the operations
 * @param supportSizes which lengths BASICSUPPORT and DEFAULTVALUES take
 * @param defaultMembers whether BASICSUPPORT lists default values
 * @param rawWithoutSupport the status of SERIALIZERAW and UNSERIALIZERAW on an item without a support handler;
 *     recommended {@link NtStatus#NOT_FOUND} by inference: the page of KSPROPERTY says that the call fails
 * @param allocatorOperations which property requests an allocator is asked for
 */
public record KsPolicies(
        NtStatus shortRequest,
        ZeroOutput zeroOutput,
        NtStatus missingHandler,
        NtStatus unknownOperation,
        SupportSizes supportSizes,
        DefaultMembers defaultMembers,
        NtStatus rawWithoutSupport,
        AllocatorOperations allocatorOperations) {
    /** The best founded choice of each. */
    public static final KsPolicies RECOMMENDED = new KsPolicies(
            NtStatus.INVALID_PARAMETER,
            ZeroOutput.TELLS_SIZE,
            NtStatus.NOT_FOUND,
            NtStatus.NOT_FOUND,
            SupportSizes.EXACT,
            DefaultMembers.INCLUDED,
            NtStatus.NOT_FOUND,
            AllocatorOperations.GET_AND_SET);

    /**
     * Checks that every choice is made, and that statuses fail the request.
     *
     * @param shortRequest the choice of that name
     * @param zeroOutput the choice of that name
     * @param missingHandler the choice of that name
     * @param unknownOperation the choice of that name
     * @param supportSizes the choice of that name
     * @param defaultMembers the choice of that name
     * @param rawWithoutSupport the choice of that name
     * @param allocatorOperations the choice of that name
     * @throws IllegalArgumentException if a status is no error
     */
    public KsPolicies {
        error("shortRequest", shortRequest);
        Objects.requireNonNull(zeroOutput, "zeroOutput");
        error("missingHandler", missingHandler);
        error("unknownOperation", unknownOperation);
        Objects.requireNonNull(supportSizes, "supportSizes");
        Objects.requireNonNull(defaultMembers, "defaultMembers");
        error("rawWithoutSupport", rawWithoutSupport);
        Objects.requireNonNull(allocatorOperations, "allocatorOperations");
    }

    private static void error(String name, NtStatus status) {
        if (!Objects.requireNonNull(status, name).isError()) {
            throw new IllegalArgumentException(name + " has to be an error, not " + status);
        }
    }

    /**
     * These choices but for the status of short requests and size queries.
     *
     * @param status of a request shorter than {@code MinProperty} or {@code MinMethod}
     * @param sizeQuery what a size query of an item with {@code MinData} gets
     * @return the choices
     */
    public KsPolicies withLengths(NtStatus status, ZeroOutput sizeQuery) {
        return new KsPolicies(
                status,
                sizeQuery,
                missingHandler,
                unknownOperation,
                supportSizes,
                defaultMembers,
                rawWithoutSupport,
                allocatorOperations);
    }

    /**
     * These choices but for the statuses of what does not exist.
     *
     * @param handler of an item without a handler for the operation
     * @param operation of an operation that is none
     * @param raw of raw serialization without a support handler
     * @return the choices
     */
    public KsPolicies withMissing(NtStatus handler, NtStatus operation, NtStatus raw) {
        return new KsPolicies(
                shortRequest, zeroOutput, handler, operation, supportSizes, defaultMembers, raw, allocatorOperations);
    }

    /**
     * These choices but for the answers to BASICSUPPORT.
     *
     * @param sizes which lengths it takes
     * @param members whether it lists default values
     * @return the choices
     */
    public KsPolicies withSupport(SupportSizes sizes, DefaultMembers members) {
        return new KsPolicies(
                shortRequest,
                zeroOutput,
                missingHandler,
                unknownOperation,
                sizes,
                members,
                rawWithoutSupport,
                allocatorOperations);
    }

    /**
     * These choices but for the use of allocators.
     *
     * @param operations which property requests an allocator is asked for
     * @return the choices
     */
    public KsPolicies withAllocatorOperations(AllocatorOperations operations) {
        return new KsPolicies(
                shortRequest,
                zeroOutput,
                missingHandler,
                unknownOperation,
                supportSizes,
                defaultMembers,
                rawWithoutSupport,
                operations);
    }

    /** What GET, SET and SEND without a data buffer get from an item with {@code MinData}. */
    public enum ZeroOutput {
        /**
         * Recommended: {@link NtStatus#BUFFER_OVERFLOW} with {@code MinData} in Information, as the pages of
         * IKsControl::KsProperty and of audio property handlers say.
         */
        TELLS_SIZE,
        /** {@link NtStatus#BUFFER_TOO_SMALL} without a size, as users of PortCls drivers have seen. */
        TOO_SMALL,
        /** The handler is called and answers itself. */
        CALLS_HANDLER
    }

    /** Which lengths BASICSUPPORT and DEFAULTVALUES take besides 0. */
    public enum SupportSizes {
        /**
         * Recommended: 4, 40 and everything, else {@link NtStatus#BUFFER_TOO_SMALL}, as the page on basic support
         * queries for audio properties says.
         */
        EXACT,
        /** At least 40 gets the description, at least 4 the access flags: Microsoft's samples and ReactOS. */
        ROUNDED_DOWN
    }

    /** Whether BASICSUPPORT lists the members that are flagged as defaults. No page says. */
    public enum DefaultMembers {
        /** Chosen here, as USB video does. */
        INCLUDED,
        /** Only DEFAULTVALUES lists them. */
        EXCLUDED
    }

    /** Which property requests an allocator is asked for. */
    public enum AllocatorOperations {
        /** Recommended: GET and SET, as in ReactOS; the pages are silent. */
        GET_AND_SET,
        /** Every request that is captured. */
        ALL
    }
}
