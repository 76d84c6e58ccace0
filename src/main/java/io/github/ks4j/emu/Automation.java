package io.github.ks4j.emu;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.AutomationSet;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.FilterAllocator;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultDeviceIoCompletion;
import io.github.ks4j.kernel.KsDisableEvent;
import io.github.ks4j.kernel.KsEnableEvent;
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
    private final SetTable<EventSet> events;
    private final KsAllocator methodAllocator;
    private final KsPolicies policies;

    /**
     * A table.
     *
     * @param standard the sets of every object of this kind
     * @param own the object's own sets; one of the same GUID as a standard one comes before it, so that its items
     *     override
     * @param methodMemory provides memory for methods; null for the pool
     * @param policies what to answer where the documentation is silent
     */
    Automation(Sets standard, Sets own, KsAllocator methodMemory, KsPolicies policies) {
        this.properties = SetTable.of(merge(standard.properties(), own.properties()));
        this.methods = SetTable.of(merge(standard.methods(), own.methods()));
        this.events = SetTable.of(merge(standard.events(), own.events()));
        this.methodAllocator = methodMemory == null ? null : new FilterAllocator(methodMemory);
        this.policies = policies;
    }

    private static <T extends AutomationSet<?>> List<T> merge(List<T> standard, List<T> own) {
        List<T> all = new ArrayList<>(own);
        int at = 0;
        for (T set : standard) {
            for (T mine : own) {
                if (mine.guid().equals(set.guid())) {
                    all.remove(mine);
                    all.add(at++, mine);
                }
            }
            all.add(at++, set);
        }
        return all;
    }

    /**
     * Answers what the sets answer, and all else as KsDefaultDeviceIoCompletion does.
     *
     * @param irp the request
     * @param list where events go that are enabled, and are looked for
     */
    NtStatus handle(Irp irp, EventList list) {
        return switch (irp.controlCode()) {
            case IOCTL_KS.PROPERTY -> KsPropertyHandler.handle(irp, properties, null, 0, policies);
            case IOCTL_KS.METHOD -> KsMethodHandler.handle(irp, methods, methodAllocator, 0, policies);
            case IOCTL_KS.ENABLE_EVENT -> KsEnableEvent.handle(irp, events, list, null, 0, policies);
            case IOCTL_KS.DISABLE_EVENT -> KsDisableEvent.handle(irp, list);
            default -> KsDefaultDeviceIoCompletion.statusOf(irp.controlCode());
        };
    }
}
