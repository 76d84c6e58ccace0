package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.io.PrintWriter;

/** The part of the demo that calls a method through an allocator and tells what the allocator was asked. */
final class DemoMethod {
    /** A method of the emulated render filter: gives the caller's bytes back in reverse. */
    private static final KsMethod REVERSE = new KsMethod(
            KsSet.of("KSMETHODSETID_Ks4j", "{D3E9B5C4-0000-4B53-8001-4B53344A0001}"),
            0,
            "KSMETHOD_KS4J_REVERSE",
            KsMethod.Direction.MODIFY,
            "");

    private DemoMethod() {}

    static void show(Ks ks, KsFilter filter, PrintWriter out) {
        byte[] data = {1, 2, 3, 4, 5, 6, 7, 8};
        KsAllocator allocator = new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
                out.println("  allocator: asked for " + size + " bytes, input operation " + inputOperation);
                return ks.driver().allocate(size);
            }

            @Override
            public void completed(KsRequest request, KsBuffer buffer) {
                out.println("  allocator: told that the request is complete");
                KsAllocator.super.completed(request, buffer);
            }
        };
        out.println("  " + REVERSE + " of " + Hex.format(data));
        try {
            out.println("  answer " + Hex.format(filter.call(REVERSE, data, allocator)));
        } catch (KsNotSupportedException e) {
            out.println("  this filter does not have the method: " + e.status());
        }
    }
}
