package io.github.ks4j.emu;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FilterAllocator;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultDeviceIoCompletion;
import io.github.ks4j.kernel.KsMethodHandler;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.KsPropertyHandler;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.SetTable;
import io.github.ks4j.set.IOCTL_KS;
import java.util.ArrayList;
import java.util.List;

/** The sets that an object answers: {@code KSAUTOMATION_TABLE}. */
final class Automation {
    private final SetTable<PropertySet> properties;
    private final SetTable<MethodSet> methods;
    private final KsAllocator methodAllocator;
    private final KsPolicies policies;

    /**
     * A table.
     *
     * @param standard the property sets of every object of this kind
     * @param properties the object's own property sets; one of the same GUID as a standard one comes before it, so that
     *     its items override
     * @param methods the method sets
     * @param methodMemory provides memory for methods; null for the pool
     * @param policies what to answer where the documentation is silent
     */
    Automation(
            List<PropertySet> standard,
            List<PropertySet> properties,
            List<MethodSet> methods,
            KsAllocator methodMemory,
            KsPolicies policies) {
        List<PropertySet> all = new ArrayList<>(properties);
        int at = 0;
        for (PropertySet set : standard) {
            for (PropertySet own : properties) {
                if (own.guid().equals(set.guid())) {
                    all.remove(own);
                    all.add(at++, own);
                }
            }
            all.add(at++, set);
        }
        this.properties = SetTable.of(all);
        this.methods = SetTable.of(methods);
        this.methodAllocator = methodMemory == null ? null : new FilterAllocator(methodMemory);
        this.policies = policies;
    }

    /** Answers what the sets answer, and all else as KsDefaultDeviceIoCompletion does. */
    NtStatus handle(Irp irp) {
        return switch (irp.controlCode()) {
            case IOCTL_KS.PROPERTY -> KsPropertyHandler.handle(irp, properties, null, 0, policies);
            case IOCTL_KS.METHOD -> KsMethodHandler.handle(irp, methods, methodAllocator, 0, policies);
            default -> KsDefaultDeviceIoCompletion.statusOf(irp.controlCode());
        };
    }
}
