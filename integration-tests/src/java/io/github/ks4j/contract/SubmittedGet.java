package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A GET of a number that nobody waits for. */
final class SubmittedGet implements AutoCloseable {
    private final KsBuffer request;
    private final KsBuffer reply;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private final Handle.PendingRequest pending;

    SubmittedGet(Handle filter, int id) {
        request = filter.driver().allocate(24);
        reply = filter.driver().allocate(4);
        request.bytes().put(0, head(StubFilter.PROPERTIES, id, KSPROPERTY_TYPE.GET));
        pending = filter.submit(IOCTL_KS.PROPERTY, request, 24, reply, 4, outcome::complete);
    }

    void cancel() {
        pending.cancel();
    }

    long outcome() throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    int value() {
        return reply.bytes().getInt(0);
    }

    @Override
    public void close() {
        request.close();
        reply.close();
    }
}
