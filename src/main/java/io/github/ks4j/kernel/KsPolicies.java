package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsPolicy.AllocatorOperations;
import io.github.ks4j.kernel.KsPolicy.AllocatorRetry;
import io.github.ks4j.kernel.KsPolicy.BufferedSignal;
import io.github.ks4j.kernel.KsPolicy.DefaultMembers;
import io.github.ks4j.kernel.KsPolicy.EventBadHandle;
import io.github.ks4j.kernel.KsPolicy.EventEmptyInput;
import io.github.ks4j.kernel.KsPolicy.EventShortData;
import io.github.ks4j.kernel.KsPolicy.EventShortInput;
import io.github.ks4j.kernel.KsPolicy.MalformedStream;
import io.github.ks4j.kernel.KsPolicy.MissingHandler;
import io.github.ks4j.kernel.KsPolicy.RawWithoutSupport;
import io.github.ks4j.kernel.KsPolicy.ShortRequest;
import io.github.ks4j.kernel.KsPolicy.SupportSizes;
import io.github.ks4j.kernel.KsPolicy.UnknownOperation;
import io.github.ks4j.kernel.KsPolicy.ZeroOutput;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profile of a kernel: one choice of each {@link KsPolicy}. {@link #RECOMMENDED} has the best founded one of each; the
 * others serve to test clients against drivers that answer otherwise. Immutable.
 */
public final class KsPolicies {
    /** The best founded choice of each. */
    public static final KsPolicies RECOMMENDED = new KsPolicies(Map.of());

    final NtStatus shortRequest;
    final ZeroOutput zeroOutput;
    final NtStatus missingHandler;
    final UnknownOperation unknownOperation;
    final SupportSizes supportSizes;
    final DefaultMembers defaultMembers;
    final NtStatus rawWithoutSupport;
    final NtStatus malformedStream;
    final AllocatorOperations allocatorOperations;
    final AllocatorRetry allocatorRetry;
    final NtStatus eventShortInput;
    final EventEmptyInput eventEmptyInput;
    final NtStatus eventShortData;
    final EventBadHandle eventBadHandle;
    final BufferedSignal bufferedSignal;

    /** What differs from the recommendation, by type. */
    private final Map<Class<?>, KsPolicy> others;

    private KsPolicies(Map<Class<?>, KsPolicy> others) {
        this.others = others;
        this.shortRequest = choice(ShortRequest.class).status;
        this.zeroOutput = choice(ZeroOutput.class);
        this.missingHandler = choice(MissingHandler.class).status;
        this.unknownOperation = choice(UnknownOperation.class);
        this.supportSizes = choice(SupportSizes.class);
        this.defaultMembers = choice(DefaultMembers.class);
        this.rawWithoutSupport = choice(RawWithoutSupport.class).status;
        this.malformedStream = choice(MalformedStream.class).status;
        this.allocatorOperations = choice(AllocatorOperations.class);
        this.allocatorRetry = choice(AllocatorRetry.class);
        this.eventShortInput = choice(EventShortInput.class).status;
        this.eventEmptyInput = choice(EventEmptyInput.class);
        this.eventShortData = choice(EventShortData.class).status;
        this.eventBadHandle = choice(EventBadHandle.class);
        this.bufferedSignal = choice(BufferedSignal.class);
    }

    /**
     * These choices, but for some.
     *
     * @param choices what shall be otherwise
     * @return the profile
     */
    public KsPolicies with(KsPolicy... choices) {
        return new KsPolicies(Stream.concat(others.values().stream(), Stream.of(choices))
                .collect(Collectors.toUnmodifiableMap(KsPolicies::type, choice -> choice, (before, after) -> after)));
    }

    /**
     * The choice of a policy.
     *
     * @param policy the policy
     * @param <P> the policy
     * @return what this profile chooses
     */
    public <P extends Enum<P> & KsPolicy> P choice(Class<P> policy) {
        KsPolicy other = others.get(Objects.requireNonNull(policy, "policy"));
        return other == null ? policy.getEnumConstants()[0] : policy.cast(other);
    }

    private static Class<?> type(KsPolicy choice) {
        return ((Enum<?>) choice).getDeclaringClass();
    }

    @Override
    public String toString() {
        return others.isEmpty() ? "recommended" : others.values().toString();
    }
}
