package io.github.ks4j.set;

import java.util.List;

/**
 * Plain bytes of a pin. The items of {@code KSMETHODSETID_StreamIo}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksmethodsetid-streamio">KSMETHODSETID_StreamIo</a>
 */
public final class KSMETHOD_STREAMIO {
    /** The set, {@code KSMETHODSETID_StreamIo}. */
    public static final KsSet SET = KsSet.of("KSMETHODSETID_StreamIo", "{65D003CA-1523-11D2-B27A-00A0C9223196}");

    /** Reads bytes. */
    public static final KsMethod READ =
            new KsMethod(SET, 0, "KSMETHOD_STREAMIO_READ", KsMethod.Direction.WRITE, "ksmethod-streamio-read");

    /** Writes bytes. */
    public static final KsMethod WRITE =
            new KsMethod(SET, 1, "KSMETHOD_STREAMIO_WRITE", KsMethod.Direction.READ, "ksmethod-streamio-write");

    /** All items, by number. */
    public static final List<KsMethod> ITEMS = List.of(READ, WRITE);

    private KSMETHOD_STREAMIO() {}
}
