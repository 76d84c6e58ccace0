package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * An item of an event set: {@code KSEVENT_ITEM}. Made by {@link EventSet.Builder}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksevent_item">KSEVENT_ITEM
 *     structure</a>
 */
public final class EventItem {
    final int id;
    final int dataInput;
    final int extraEntryData;
    final AddHandler add;
    final RemoveHandler remove;
    final KsHandler support;

    private EventItem(Builder builder) {
        id = builder.id;
        dataInput = builder.dataInput;
        extraEntryData = builder.extraEntryData;
        add = builder.add;
        remove = builder.remove;
        support = builder.support;
    }

    /**
     * The number of the item in its set.
     *
     * @return the Id of a request
     */
    public int id() {
        return id;
    }

    /**
     * Adds an event that is being enabled to a list of the driver's: {@code PFNKSADDEVENT}.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksaddevent">PFNKSADDEVENT
     *     callback function</a>
     */
    @FunctionalInterface
    public interface AddHandler {
        /**
         * Adds an event.
         *
         * @param irp the request
         * @param eventData what the client gave, {@code KSEVENTDATA} first: a copy if the client is in user mode
         * @param entry the event, to be added to a list with {@link EventList#add}
         * @return an error if the event cannot be enabled: the entry is discarded then. After {@link NtStatus#PENDING}
         *     the driver completes the request, and discards the entry itself if that fails
         */
        NtStatus add(Irp irp, ByteBuffer eventData, EventEntry entry);
    }

    /**
     * Removes an event from its list: {@code PFNKSREMOVEEVENT}. Called under the lock of the list.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksremoveevent">PFNKSREMOVEEVENT
     *     callback function</a>
     */
    @FunctionalInterface
    public interface RemoveHandler {
        /**
         * Removes an event.
         *
         * @param file who enabled it
         * @param entry the event, to be taken out of its list with {@link EventEntry#unlink}
         */
        void remove(FileObject file, EventEntry entry);
    }

    /** Builds one item of an {@link EventSet}. */
    public static final class Builder {
        private final EventSet.Builder owner;
        private final int id;
        private int dataInput;
        private int extraEntryData;
        private AddHandler add;
        private RemoveHandler remove;
        private KsHandler support;

        Builder(EventSet.Builder owner, int id) {
            this.owner = owner;
            this.id = id;
        }

        /**
         * The least length of the event data. Whatever is said here, data shorter than the {@code KSEVENTDATA} of the
         * client's Windows is refused.
         *
         * @param bytes its size; the default is that of a {@code KSEVENTDATA}
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder dataInput(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("event " + id + ": DataInput is negative");
            }
            dataInput = bytes;
            return this;
        }

        /**
         * The memory that each enabled event has for the driver.
         *
         * @param bytes its size
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder extraEntryData(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("event " + id + ": ExtraEntryData is negative");
            }
            extraEntryData = bytes;
            return this;
        }

        /**
         * Adds enabled events to a list of the driver's. Without it, they go to the list of the handler.
         *
         * @param handler adds one
         * @return this
         */
        public Builder add(AddHandler handler) {
            add = handler;
            return this;
        }

        /**
         * Is told when an event goes. Without it, the event is taken out of its list.
         *
         * @param handler removes one
         * @return this
         */
        public Builder remove(RemoveHandler handler) {
            remove = handler;
            return this;
        }

        /**
         * Handles BASICSUPPORT. Without it, that succeeds.
         *
         * @param handler sets Information to what it answers
         * @return this
         */
        public Builder support(KsHandler handler) {
            support = handler;
            return this;
        }

        /**
         * Starts the next item.
         *
         * @param next its number
         * @return its builder
         */
        public Builder item(int next) {
            return owner.item(next);
        }

        /**
         * Ends the set.
         *
         * @return the set
         * @throws IllegalArgumentException if two items have one number
         */
        public EventSet build() {
            return owner.build();
        }

        EventItem toItem() {
            return new EventItem(this);
        }
    }
}
