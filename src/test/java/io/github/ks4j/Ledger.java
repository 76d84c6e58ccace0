package io.github.ks4j;

import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mockito.AdditionalAnswers;

/** A driver that knows which of its memory and of its event objects has not been given back. */
final class Ledger {
    final Driver driver;
    final Set<Long> memory = ConcurrentHashMap.newKeySet();
    final Set<Long> signals = ConcurrentHashMap.newKeySet();

    Ledger(Driver real) {
        driver = mock(Driver.class, withSettings().stubOnly().defaultAnswer(AdditionalAnswers.delegatesTo(real)));
        doAnswer(call -> allocate(real.allocate(call.getArgument(0))))
                .when(driver)
                .allocate(anyInt());
        doAnswer(call -> new Entry(real.createEvent(call.getArgument(0))))
                .when(driver)
                .createEvent(anyBoolean());
    }

    private KsBuffer allocate(KsBuffer buffer) {
        memory.add(buffer.address());
        return new KsBuffer(buffer.bytes(), buffer.address(), () -> {
            memory.remove(buffer.address());
            buffer.close();
        });
    }

    private final class Entry implements KsSignal {
        private final KsSignal signal;

        private Entry(KsSignal signal) {
            this.signal = signal;
            signals.add(signal.value());
        }

        @Override
        public long value() {
            return signal.value();
        }

        @Override
        public boolean await(Duration timeout) throws InterruptedException {
            return signal.await(timeout);
        }

        @Override
        public void set() {
            signal.set();
        }

        @Override
        public void reset() {
            signal.reset();
        }

        @Override
        public void close() {
            signals.remove(signal.value());
            signal.close();
        }
    }
}
