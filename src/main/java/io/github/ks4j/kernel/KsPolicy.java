package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * A choice where Microsoft's documentation is silent, or where drivers are seen to differ. Each is an enum, whose first
 * constant is the recommended one: the best founded.
 *
 * @see KsPolicies
 */
public sealed interface KsPolicy {
    /** The status of a request shorter than {@code MinProperty} or {@code MinMethod}. The pages are silent. */
    enum ShortRequest implements KsPolicy {
        /** As Microsoft's sysvad sample and ReactOS answer. */
        INVALID_PARAMETER(NtStatus.INVALID_PARAMETER),
        /** As for a request that is too short for its head. */
        INVALID_BUFFER_SIZE(NtStatus.INVALID_BUFFER_SIZE),
        /** As for data that is too short. */
        BUFFER_TOO_SMALL(NtStatus.BUFFER_TOO_SMALL);

        final NtStatus status;

        ShortRequest(NtStatus status) {
            this.status = status;
        }
    }

    /** What GET, SET and SEND without a data buffer get from an item with {@code MinData}. */
    enum ZeroOutput implements KsPolicy {
        /**
         * {@link NtStatus#BUFFER_OVERFLOW} with {@code MinData} in Information, as the pages of IKsControl::KsProperty
         * and of audio property handlers say.
         */
        TELLS_SIZE,
        /** {@link NtStatus#BUFFER_TOO_SMALL} without a size, as users of PortCls drivers have seen. */
        TOO_SMALL,
        /** The handler is called and answers itself. */
        CALLS_HANDLER
    }

    /** The status of an item without a handler for the operation. The pages say that it cannot be read or set. */
    enum MissingHandler implements KsPolicy {
        /** As for an item that is not there: by inference. */
        NOT_FOUND(NtStatus.NOT_FOUND),
        /** As some drivers answer. */
        NOT_SUPPORTED(NtStatus.NOT_SUPPORTED),
        /** As some drivers answer. */
        INVALID_DEVICE_REQUEST(NtStatus.INVALID_DEVICE_REQUEST);

        final NtStatus status;

        MissingHandler(NtStatus status) {
            this.status = status;
        }
    }

    /** What no operation gets, several at once, or one that does not exist. The page of KSPROPERTY asks for one. */
    enum UnknownOperation implements KsPolicy {
        /** Operations are compared for equality, and none is found; the status is ReactOS's. */
        NOT_FOUND(NtStatus.NOT_FOUND),
        /** Compared for equality. */
        INVALID_PARAMETER(NtStatus.INVALID_PARAMETER),
        /** Compared for equality. */
        INVALID_DEVICE_REQUEST(NtStatus.INVALID_DEVICE_REQUEST),
        /**
         * Bits are tested, and the first of these counts: of a property SETSUPPORT, BASICSUPPORT, GET, SET and then the
         * others from the lowest bit on; of a method SETSUPPORT, BASICSUPPORT and SEND. As in ReactOS. No known bit is
         * {@link NtStatus#NOT_FOUND}.
         */
        BIT_TESTS(NtStatus.NOT_FOUND);

        final NtStatus status;

        UnknownOperation(NtStatus status) {
            this.status = status;
        }
    }

    /** Which lengths BASICSUPPORT and DEFAULTVALUES take besides 0. */
    enum SupportSizes implements KsPolicy {
        /**
         * 4, 40 and everything, else {@link NtStatus#BUFFER_TOO_SMALL}, as the page on basic support queries for audio
         * properties says.
         */
        EXACT,
        /** At least 40 gets the description, at least 4 the access flags: Microsoft's samples and ReactOS. */
        ROUNDED_DOWN
    }

    /** Whether BASICSUPPORT lists the members that are flagged as defaults. No page says. */
    enum DefaultMembers implements KsPolicy {
        /** Chosen here, as USB video does. */
        INCLUDED,
        /** Only DEFAULTVALUES lists them. */
        EXCLUDED
    }

    /** The status of SERIALIZERAW and UNSERIALIZERAW without a support handler. The page of KSPROPERTY: it fails. */
    enum RawWithoutSupport implements KsPolicy {
        /** By inference. */
        NOT_FOUND(NtStatus.NOT_FOUND),
        /** As some drivers answer. */
        NOT_SUPPORTED(NtStatus.NOT_SUPPORTED);

        final NtStatus status;

        RawWithoutSupport(NtStatus status) {
            this.status = status;
        }
    }

    /** The status of UNSERIALIZESET with a malformed stream. No page says. */
    enum MalformedStream implements KsPolicy {
        /** Chosen here. */
        INVALID_PARAMETER(NtStatus.INVALID_PARAMETER),
        /** As for a request that is too short. */
        INVALID_BUFFER_SIZE(NtStatus.INVALID_BUFFER_SIZE),
        /** As for any failure. */
        UNSUCCESSFUL(NtStatus.UNSUCCESSFUL);

        final NtStatus status;

        MalformedStream(NtStatus status) {
            this.status = status;
        }
    }

    /** Which property requests an allocator is asked for. The pages are silent. */
    enum AllocatorOperations implements KsPolicy {
        /** GET and SET, as in ReactOS. */
        GET_AND_SET,
        /** Every request that is captured. */
        ALL
    }

    /** Whether a handler that found its buffer too small gets another. */
    enum AllocatorRetry implements KsPolicy {
        /** It does not: no page speaks of it. */
        OFF,
        /**
         * After {@link NtStatus#BUFFER_TOO_SMALL} the allocator is asked again, for as much as Information says and no
         * input operation, and the handler runs again; as in ReactOS.
         */
        ON
    }

    /** The status of an event request shorter than {@code KSEVENT}, but not empty. The pages are silent. */
    enum EventShortInput implements KsPolicy {
        /** As for properties and methods. */
        INVALID_BUFFER_SIZE(NtStatus.INVALID_BUFFER_SIZE),
        /** As in ReactOS. */
        NOT_SUPPORTED(NtStatus.NOT_SUPPORTED);

        final NtStatus status;

        EventShortInput(NtStatus status) {
            this.status = status;
        }
    }

    /** What {@code IOCTL_KS_ENABLE_EVENT} without a request gets. */
    enum EventEmptyInput implements KsPolicy {
        /** The list of event sets, as the page of IOCTL_KS_ENABLE_EVENT says, and no other. */
        LISTS_SETS,
        /** What a short request gets. */
        IS_SHORT
    }

    /** What enabling an event with less than {@code DataInput} bytes gets. The pages are silent. */
    enum EventShortData implements KsPolicy {
        /** As for properties and methods. */
        BUFFER_TOO_SMALL(NtStatus.BUFFER_TOO_SMALL),
        /** As for a request that is too short. */
        INVALID_BUFFER_SIZE(NtStatus.INVALID_BUFFER_SIZE),
        /** Success, though no event is enabled; as in ReactOS. */
        SUCCESS(NtStatus.SUCCESS);

        final NtStatus status;

        EventShortData(NtStatus status) {
            this.status = status;
        }
    }

    /** What an event or semaphore handle that cannot be referenced gets. The pages are silent. */
    enum EventBadHandle implements KsPolicy {
        /** The status of the lookup. */
        LOOKUP_STATUS,
        /** {@link NtStatus#INVALID_PARAMETER}, as in ReactOS. */
        INVALID_PARAMETER
    }

    /** Whether data queued for a buffered event also notifies. */
    enum BufferedSignal implements KsPolicy {
        /** It is queued instead of notifying, as the page of KSEVENT says. */
        QUEUES,
        /** It does both. */
        QUEUES_AND_SIGNALS
    }
}
