package io.github.ks4j.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code KSEVENTDATA}: how an event shall notify. 32 bytes. Its address is the registration's identity: keep the
 * {@link KsMemory} that lent it until the event is disabled. Of the header's union, this is the form for
 * {@code KSEVENTF_EVENT_HANDLE}, as programs use it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kseventdata">KSEVENTDATA structure</a>
 */
@FieldOrder({"NotificationType", "EventHandle"})
public class KSEVENTDATA extends Structure {
    /** One {@code KSEVENTF_} kind; {@code KSEVENTF_EVENT_HANDLE} is 1. */
    public int NotificationType;

    /** The event object. */
    public EventHandleForm EventHandle = new EventHandleForm();

    /** Zeroes, in memory of its own. */
    public KSEVENTDATA() {}

    /**
     * The structure that lies in memory already; read at once.
     *
     * @param memory where the structure starts
     */
    @SuppressWarnings("this-escape")
    public KSEVENTDATA(Pointer memory) {
        super(memory);
        read();
    }

    /** The part of {@link KSEVENTDATA} that names an event object. */
    @FieldOrder({"Event", "Reserved"})
    public static class EventHandleForm extends Structure {
        /** A Win32 event handle with the right to be set. */
        public Pointer Event;

        /** Null. */
        public Pointer[] Reserved = new Pointer[2];

        /** Zeroes, in memory of its own. */
        public EventHandleForm() {}
    }
}
