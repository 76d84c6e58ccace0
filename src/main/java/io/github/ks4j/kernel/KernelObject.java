package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * What an event notifies through: the object behind {@code KSEVENT_ENTRY.Object}. Implementations are thread-safe, do
 * not block and do not throw.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kseventdata">KSEVENTDATA structure</a>
 */
public sealed interface KernelObject {
    /** {@code ObDereferenceObject}: the event that referred to the object is gone. */
    default void dereference() {}

    /** {@code KEVENT}. */
    non-sealed interface Event extends KernelObject {
        /**
         * {@code KeSetEvent}.
         *
         * @param increment the priority that a waiting thread gains
         */
        void set(int increment);
    }

    /** {@code KSEMAPHORE}. */
    non-sealed interface Semaphore extends KernelObject {
        /**
         * {@code KeReleaseSemaphore}.
         *
         * @param increment the priority that a waiting thread gains
         * @param adjustment how far the count goes up
         * @return {@link NtStatus#SEMAPHORE_LIMIT_EXCEEDED} if the count would pass the limit
         */
        NtStatus release(int increment, int adjustment);
    }

    /** {@code KDPC}. */
    non-sealed interface Dpc extends KernelObject {
        /** {@code KeInsertQueueDpc}: has the routine run soon, unless it is queued already. */
        void insertQueue();
    }

    /** {@code WORK_QUEUE_ITEM}. */
    non-sealed interface WorkItem extends KernelObject {
        /**
         * {@code ExQueueWorkItem}.
         *
         * @param queueType the {@code WORK_QUEUE_TYPE}
         */
        void queue(int queueType);
    }

    /** {@code KSWORKER}. */
    non-sealed interface Worker extends KernelObject {
        /**
         * {@code KsQueueWorkItem}.
         *
         * @param item what to run
         * @return the outcome
         */
        NtStatus queue(WorkItem item);
    }
}
