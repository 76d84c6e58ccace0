package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import io.github.ks4j.struct.Field.Scalars;
import java.nio.ByteBuffer;

/**
 * {@code KSEVENTDATA}: how an event shall notify. Its address is the registration's identity: it must not move until
 * the event is disabled. Takes 32 bytes in a 64-bit process, 16 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kseventdata">ns-ks-kseventdata</a>
 */
public final class KSEVENTDATA extends Struct<KSEVENTDATA> {
    private static final Declaration<KSEVENTDATA> C = Declaration.struct("KSEVENTDATA", KSEVENTDATA::new);

    /** One {@code KSEVENTF_} kind; from user mode {@code EVENT_HANDLE} or {@code SEMAPHORE_HANDLE}. */
    public static final Int32<KSEVENTDATA> NotificationType = C.ulong("NotificationType");

    /** For {@code KSEVENTF_EVENT_HANDLE}. */
    public static final Nested<KSEVENTDATA, EventHandleForm> EventHandle =
            C.nested(EventHandleForm.LAYOUT, "EventHandle");

    /** For {@code KSEVENTF_SEMAPHORE_HANDLE}. */
    public static final Nested<KSEVENTDATA, SemaphoreHandleForm> SemaphoreHandle =
            C.over(EventHandle).nested(SemaphoreHandleForm.LAYOUT, "SemaphoreHandle");

    /** Sizes the union; not a value. */
    public static final Scalars<KSEVENTDATA> Alignment = C.over(EventHandle).pointers("Alignment", 3);

    /** The layout. */
    public static final Layout<KSEVENTDATA> LAYOUT = C.layout();

    private KSEVENTDATA(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }

    /** The part of {@link KSEVENTDATA} that names an event. */
    public static final class EventHandleForm extends Struct<EventHandleForm> {
        private static final Declaration<EventHandleForm> C =
                Declaration.struct("KSEVENTDATA.EventHandle", EventHandleForm::new);

        /** A Win32 event handle with the right to be set. */
        public static final Pointer<EventHandleForm> Event = C.pointer("Event");

        /** Zero. */
        public static final Scalars<EventHandleForm> Reserved = C.pointers("Reserved", 2);

        /** The layout. */
        public static final Layout<EventHandleForm> LAYOUT = C.layout();

        private EventHandleForm(Abi abi, ByteBuffer buffer, int offset) {
            super(LAYOUT, abi, buffer, offset);
        }
    }

    /** The part of {@link KSEVENTDATA} that names a semaphore. */
    public static final class SemaphoreHandleForm extends Struct<SemaphoreHandleForm> {
        private static final Declaration<SemaphoreHandleForm> C =
                Declaration.struct("KSEVENTDATA.SemaphoreHandle", SemaphoreHandleForm::new);

        /** A Win32 semaphore handle with the right to be released. */
        public static final Pointer<SemaphoreHandleForm> Semaphore = C.pointer("Semaphore");

        /** Zero. */
        public static final Int32<SemaphoreHandleForm> Reserved = C.ulong("Reserved");

        /** How far the semaphore's count goes up at each notification. */
        public static final Int32<SemaphoreHandleForm> Adjustment = C.slong("Adjustment");

        /** The layout. */
        public static final Layout<SemaphoreHandleForm> LAYOUT = C.layout();

        private SemaphoreHandleForm(Abi abi, ByteBuffer buffer, int offset) {
            super(LAYOUT, abi, buffer, offset);
        }
    }
}
