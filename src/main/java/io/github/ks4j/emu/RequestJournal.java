package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.MalformedValueException;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What clients have asked of an {@link EmulatedDriver}, and what came of it: for assertions, and for people who look for
 * a mistake.
 *
 * <p>Holds a bounded number of entries, the latest. An entry is made when a request is sent and completed just before
 * the client is told; a request that has not come back stands there as {@linkplain Entry#isPending() pending}. Opens,
 * creations, closes and removals have entries too. Requests that were under way when the journal began have none.
 *
 * <p>Thread-safe. Entries are in the order in which they began.
 */
public final class RequestJournal {
    /** The capacity of a journal that nobody gave another. */
    static final int DEFAULT_CAPACITY = 1024;

    private static final Logger LOGGER = System.getLogger(RequestJournal.class.getPackageName());

    private final KsTimeSource time;
    private final int capacity;
    /** Guarded by itself. */
    private final ArrayDeque<Slot> slots = new ArrayDeque<>();

    private long count;
    private volatile Consumer<Entry> listener = entry -> {};

    RequestJournal(KsTimeSource time, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a journal of " + capacity + " entries");
        }
        this.time = time;
        this.capacity = capacity;
    }

    /** How much of a request's structure, and of its data, is kept. */
    private static final int MOST_BYTES = 4096;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /** An entry as it is now. */
    static final class Slot {
        private volatile Entry entry;

        private Slot(Entry entry) {
            this.entry = entry;
        }
    }

    /** Begins with what is no request. */
    Slot begin(Attempt attempt, List<Fault> faults) {
        return begin(attempt, faults, NOTHING, NOTHING);
    }

    /** Begins with a request, and what the client has sent with it. */
    Slot begin(Attempt attempt, List<Fault> faults, Irp irp) {
        ByteBuffer request = copy(irp, irp.type3InputBuffer(), irp.inputLength());
        ByteBuffer data = attempt.operation() == Operation.SET ? data(irp, irp.outputLength()) : NOTHING;
        return begin(attempt, faults, request, data);
    }

    private static ByteBuffer data(Irp irp, int length) {
        return copy(irp, irp.userBuffer(), length);
    }

    private static ByteBuffer copy(Irp irp, long address, int length) {
        ByteBuffer copy = ByteBuffer.allocate(Math.max(0, Math.min(length, MOST_BYTES)));
        boolean isThere =
                irp.requestor().read(address, copy, 0, copy.capacity()).isSuccess();
        return isThere ? copy.asReadOnlyBuffer() : NOTHING;
    }

    private Slot begin(Attempt attempt, List<Fault> faults, ByteBuffer request, ByteBuffer data) {
        String thread = Thread.currentThread().getName();
        synchronized (slots) {
            Slot slot = new Slot(Entry.of(++count, time.now(), thread, attempt, request, data, List.copyOf(faults)));
            if (slots.size() == capacity) {
                slots.removeFirst();
            }
            slots.addLast(slot);
            return slot;
        }
    }

    /** Ends what is no request. */
    void complete(Slot slot, long ioStatusBlock) {
        complete(slot, ioStatusBlock, slot.entry.data);
    }

    /** Ends a request, of which the answer is in the client's memory. */
    void complete(Slot slot, long ioStatusBlock, Irp irp) {
        boolean isAnswered = slot.entry.operation == Operation.GET && IoStatusBlock.isSuccess(ioStatusBlock);
        int length = Math.min(IoStatusBlock.information(ioStatusBlock), irp.outputLength());
        complete(slot, ioStatusBlock, isAnswered ? data(irp, length) : slot.entry.data);
    }

    private void complete(Slot slot, long ioStatusBlock, ByteBuffer data) {
        Entry completed = slot.entry.completed(time.now(), ioStatusBlock, data);
        slot.entry = completed;
        try {
            listener.accept(completed);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "the logger of a journal threw", e);
        }
    }

    /**
     * All entries.
     *
     * @return a copy, oldest first
     */
    public List<Entry> entries() {
        return entries(entry -> true);
    }

    /**
     * The entries for which something holds.
     *
     * @param condition what
     * @return a copy, oldest first
     */
    public List<Entry> entries(Predicate<Entry> condition) {
        List<Entry> found = new ArrayList<>();
        synchronized (slots) {
            for (Slot slot : slots) {
                Entry entry = slot.entry;
                if (condition.test(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /**
     * The requests for an item.
     *
     * @param item a property, method or event
     * @return a copy, oldest first
     */
    public List<Entry> of(KsItem item) {
        return entries(entry -> entry.controlCode == ControlCode.of(item)
                && item.set().guid().equals(entry.set)
                && entry.id == item.id());
    }

    /**
     * The entries of an operation.
     *
     * @param operation the operation
     * @return a copy, oldest first
     */
    public List<Entry> of(Operation operation) {
        return entries(entry -> entry.operation == operation);
    }

    /**
     * What was sent to a handle, created below it, and its close.
     *
     * @param handle the handle, which may be closed
     * @return a copy, oldest first
     */
    public List<Entry> of(Handle handle) {
        long value = handle.value();
        return entries(entry -> entry.handle == value);
    }

    /**
     * The requests that have not come back.
     *
     * @return a copy, oldest first
     */
    public List<Entry> pending() {
        return entries(Entry::isPending);
    }

    /** Drops all entries. The next goes on counting. */
    public void clear() {
        synchronized (slots) {
            slots.clear();
        }
    }

    /**
     * Logs each entry as it completes, from now on, instead of where it was logged before.
     *
     * @param logger where to
     * @param level at which level
     * @return this
     */
    public RequestJournal logTo(Logger logger, Level level) {
        Objects.requireNonNull(logger, "logger");
        Objects.requireNonNull(level, "level");
        listener = entry -> logger.log(level, entry);
        return this;
    }

    /**
     * All entries.
     *
     * @return a line for each
     */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        entries().forEach(entry -> lines.append(entry).append('\n'));
        return lines.toString();
    }

    /**
     * Something that a client did.
     *
     * @param number which, from 1, over all entries of the journal
     * @param time when it began, by the driver's {@link KsTimeSource}, in units of 100 ns
     * @param thread the name of the thread that did it
     * @param object the object that it was done to; for a creation the one above the new one, for an open the path, for
     *     a removal the device
     * @param handle the value of that object's handle; 0 if there is none
     * @param target the kind of object, with the number of the pin factory or node: {@code pin 0}; for a creation that of
     *     the new one, {@code unknown} if its name is not known
     * @param operation what was done
     * @param controlCode the control code; 0 if it was no request
     * @param set the property, method or event set; null if there was none, or none that could be read
     * @param id the item of the set
     * @param flags the flags that came with set and item
     * @param node the node that the request was meant for by its flags; -1 for none
     * @param pin the pin factory that the request asked a filter about; -1 for none
     * @param inputLength the length of the request structure or of a creation's parameters, in bytes, unsigned
     * @param outputLength the length of the data, in bytes, unsigned
     * @param request the first 4096 bytes of the request structure; empty if there is none, or none that could be read.
     *     Read-only, each time from its start
     * @param data the first 4096 bytes of what a SET has set, or a GET that succeeded has got; else empty. Read-only,
     *     each time from its start
     * @param status the outcome that the client was told; {@link NtStatus#PENDING} until then
     * @param information the byte count that the client was told, unsigned
     * @param completed when the client was told; -1 until then
     * @param faults the faults that have struck
     */
    public record Entry(
            long number,
            long time,
            String thread,
            String object,
            long handle,
            String target,
            Operation operation,
            int controlCode,
            Guid set,
            int id,
            int flags,
            int node,
            int pin,
            int inputLength,
            int outputLength,
            ByteBuffer request,
            ByteBuffer data,
            NtStatus status,
            int information,
            long completed,
            List<Fault> faults) {
        private static final int MOST_CHARACTERS = 160;

        private static Entry of(
                long number,
                long time,
                String thread,
                Attempt attempt,
                ByteBuffer request,
                ByteBuffer data,
                List<Fault> faults) {
            return new Entry(
                    number,
                    time,
                    thread,
                    attempt.name(),
                    attempt.handle(),
                    attempt.target().toString(),
                    attempt.operation(),
                    attempt.controlCode(),
                    attempt.set(),
                    attempt.id(),
                    attempt.flags(),
                    attempt.node(),
                    attempt.pin(),
                    attempt.inputLength(),
                    attempt.outputLength(),
                    request,
                    data,
                    NtStatus.PENDING,
                    0,
                    -1,
                    faults);
        }

        private Entry completed(long when, long block, ByteBuffer after) {
            return new Entry(
                    number,
                    time,
                    thread,
                    object,
                    handle,
                    target,
                    operation,
                    controlCode,
                    set,
                    id,
                    flags,
                    node,
                    pin,
                    inputLength,
                    outputLength,
                    request,
                    after,
                    IoStatusBlock.status(block),
                    IoStatusBlock.information(block),
                    when,
                    faults);
        }

        /**
         * The request structure, as far as it is kept.
         *
         * @return a read-only buffer of the caller's own
         */
        @Override
        public ByteBuffer request() {
            return request.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        /**
         * What was set or got, as far as it is kept.
         *
         * @return a read-only buffer of the caller's own
         */
        @Override
        public ByteBuffer data() {
            return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        /**
         * What a SET has set, or a GET has got.
         *
         * @param property the item that the request is for
         * @param <T> the type of its value
         * @return the value; empty if there is none, if it is longer than what is kept, or not what the item's type is
         * @throws IllegalArgumentException if the request is for something else
         */
        public <T> Optional<T> value(KsProperty<T> property) {
            if (controlCode != IOCTL_KS.PROPERTY || !property.set().guid().equals(set) || property.id() != id) {
                throw new IllegalArgumentException(this + " is not for " + property.name());
            }
            try {
                return data.capacity() == 0
                        ? Optional.empty()
                        : Optional.of(property.codec().decode(Abi.X64, data(), data.capacity()));
            } catch (MalformedValueException e) {
                return Optional.empty();
            }
        }

        /** The value for people; empty if nothing is known of it. */
        private String text() {
            return Catalogue.items().stream()
                    .filter(item -> item instanceof KsProperty
                            && controlCode == IOCTL_KS.PROPERTY
                            && item.id() == id
                            && item.set().guid().equals(set))
                    .findFirst()
                    .flatMap(item -> value((KsProperty<?>) item))
                    .map(value -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString())
                    .map(text -> text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...")
                    .orElse("");
        }

        /**
         * Whether the client has not been told yet.
         *
         * @return true until the outcome is there
         */
        public boolean isPending() {
            return completed < 0;
        }

        /**
         * The C name of the item.
         *
         * @return for example {@code KSPROPERTY_CONNECTION_STATE}; the set and the number if the item is not known; null
         *     if there is no set
         */
        public String item() {
            return set == null ? null : Catalogue.nameOf(ControlCode.kindOf(controlCode), set, id);
        }

        /**
         * All that matters, in one line.
         *
         * @return for example
         *     {@code #7 12.0000 ms [main] pin 0 of \\?\...: SET KSPROPERTY_CONNECTION_STATE = RUN, flags 0x2, in 24, out 4:
         *     STATUS_SUCCESS, 0 bytes}
         */
        @Override
        public String toString() {
            StringBuilder line = new StringBuilder();
            line.append(String.format(Locale.ROOT, "#%d %s [%s] %s: ", number, millis(time), thread, object));
            line.append(operation);
            if (operation == Operation.CREATE) {
                line.append(' ').append(target);
            } else if (set != null) {
                line.append(' ').append(item());
            } else if (operation == Operation.OTHER) {
                line.append(' ').append(ControlCode.nameOf(controlCode));
            }
            if (node >= 0) {
                line.append(" of node ").append(node);
            } else if (pin != Target.NO_ID) {
                line.append(" of pin ").append(Integer.toUnsignedString(pin));
            }
            String value = text();
            if (!value.isEmpty() && operation == Operation.SET) {
                line.append(" = ").append(value);
            }
            if (set != null) {
                line.append(String.format(Locale.ROOT, ", flags 0x%X", flags));
            }
            if (controlCode != 0) {
                line.append(", in ").append(Integer.toUnsignedString(inputLength));
                line.append(", out ").append(Integer.toUnsignedString(outputLength));
            }
            line.append(": ");
            if (isPending()) {
                line.append("pending");
            } else {
                line.append(status.symbol());
                if (status.symbol().equals("NTSTATUS")) {
                    line.append(String.format(Locale.ROOT, " 0x%08X", status.code()));
                }
                if (controlCode != 0) {
                    line.append(", ")
                            .append(Integer.toUnsignedString(information))
                            .append(" bytes");
                    if (!value.isEmpty() && operation == Operation.GET) {
                        line.append(": ").append(value);
                    }
                }
                if (completed > time) {
                    line.append(", after ").append(millis(completed - time));
                }
            }
            if (!faults.isEmpty()) {
                line.append(", struck by ").append(faults);
            }
            return line.toString();
        }

        private static String millis(long units) {
            return String.format(
                    Locale.ROOT, "%d.%04d ms", units / KsTimeSource.MILLISECOND, units % KsTimeSource.MILLISECOND);
        }
    }
}
