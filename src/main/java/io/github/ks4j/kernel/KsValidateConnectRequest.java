package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSATTRIBUTE;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Checks the parameters of a pin's create request: {@code KsValidateConnectRequest}. Microsoft's page says what is
 * checked, not with which status it fails; {@link NtStatus#NO_MATCH} is as ReactOS has it and as clients expect.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksvalidateconnectrequest">KsValidateConnectRequest
 *     function</a>
 */
public final class KsValidateConnectRequest {
    private static final Abi ABI = Abi.X64;
    private static final int CONNECT = KSPIN_CONNECT.LAYOUT.size(ABI);
    private static final int HEAD = KSDATAFORMAT.LAYOUT.size(ABI);
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size(ABI);
    private static final int ATTRIBUTE = KSATTRIBUTE.LAYOUT.size(ABI);
    private static final int KSDATAFORMAT_ATTRIBUTES = 2;

    private static final List<KSIDENTIFIER> STREAMING =
            identifier(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.STREAMING.value());

    /** {@code KSMEDIUM_TYPE_ANYINSTANCE}. */
    private static final List<KSIDENTIFIER> ANYINSTANCE = identifier(KSMEDIUMSETID.Standard, 0);

    private KsValidateConnectRequest() {}

    /**
     * A connection that a pin factory can make.
     *
     * @param connect the head of the request: a copy
     * @param format the format, with its attributes: a copy
     */
    public record Connection(KSPIN_CONNECT connect, DataFormat format) {}

    /**
     * Checks the parameters, in the order of the statuses below. Interfaces and mediums are compared without their flags.
     *
     * @param parameters what follows the name, from index 0 to the limit, little-endian
     * @param pins the pin factories
     * @param sink the status of connecting a source to the sink pin of a handle
     * @return the connection
     * @throws KsException with {@link NtStatus#INVALID_BUFFER_SIZE} if there are fewer bytes than a
     *     {@code KSPIN_CONNECT}; with {@link NtStatus#INVALID_PARAMETER} for a {@code PinId} that there is not, or a pin
     *     that does not have the role asked for: sink unless there is a {@code PinToHandle}; with the status that
     *     {@code sink} gives; with {@link NtStatus#NO_MATCH} for an interface or medium that is not offered; with the
     *     status of {@link #format}; with {@link NtStatus#NO_MATCH} for a format outside the ranges
     */
    public static Connection of(ByteBuffer parameters, List<KSPIN_DESCRIPTOR> pins, LongFunction<NtStatus> sink) {
        if (parameters.limit() < CONNECT) {
            throw failure("parameters of " + parameters.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.at(ABI, parameters, 0).copy();
        int id = connect.get(KSPIN_CONNECT.PinId);
        if (Integer.compareUnsigned(id, pins.size()) >= 0) {
            throw failure(connect + " of " + pins.size() + " pins", NtStatus.INVALID_PARAMETER);
        }
        KSPIN_DESCRIPTOR pin = pins.get(id);
        checkRole(pin.communication(), connect, sink);
        if (!contains(pin.interfaces(), STREAMING, connect.get(KSPIN_CONNECT.Interface))
                || !contains(pin.mediums(), ANYINSTANCE, connect.get(KSPIN_CONNECT.Medium))) {
            throw failure(connect.toString(), NtStatus.NO_MATCH);
        }
        DataFormat format = format(parameters, CONNECT, parameters.limit());
        if (!accepts(pin.dataRanges(), format)) {
            throw failure(format.toString(), NtStatus.NO_MATCH);
        }
        return new Connection(connect, format);
    }

    private static void checkRole(
            KSPIN_COMMUNICATION communication, KSPIN_CONNECT connect, LongFunction<NtStatus> sink) {
        long handle = connect.get(KSPIN_CONNECT.PinToHandle);
        KSPIN_COMMUNICATION role = handle == 0 ? KSPIN_COMMUNICATION.SINK : KSPIN_COMMUNICATION.SOURCE;
        if (communication != role && communication != KSPIN_COMMUNICATION.BOTH) {
            throw failure("a pin that is no " + role, NtStatus.INVALID_PARAMETER);
        }
        NtStatus status = handle == 0 ? NtStatus.SUCCESS : sink.apply(handle);
        if (!status.isSuccess()) {
            throw failure(connect.toString(), status);
        }
    }

    private static boolean contains(List<KSIDENTIFIER> offered, List<KSIDENTIFIER> standard, KSIDENTIFIER wanted) {
        for (KSIDENTIFIER one : offered.isEmpty() ? standard : offered) {
            if (wanted.is(KSIDENTIFIER.Set, one.get(KSIDENTIFIER.Set))
                    && wanted.get(KSIDENTIFIER.Id) == one.get(KSIDENTIFIER.Id)) {
                return true;
            }
        }
        return false;
    }

    private static List<KSIDENTIFIER> identifier(Guid set, int id) {
        return List.of(
                KSIDENTIFIER.LAYOUT.allocate(ABI).set(KSIDENTIFIER.Set, set).set(KSIDENTIFIER.Id, id));
    }

    /**
     * The format at an offset, with its attributes.
     *
     * @param bytes where it lies, little-endian
     * @param offset where it starts
     * @param end where the bytes end
     * @return a copy
     * @throws KsException as {@link #formatLength}
     */
    public static DataFormat format(ByteBuffer bytes, int offset, int end) {
        byte[] copy = new byte[formatLength(bytes, offset, end)];
        bytes.get(offset, copy);
        return DataFormat.of(copy);
    }

    /**
     * The bytes that a format or range takes, attributes included.
     *
     * @param bytes where it lies, little-endian
     * @param offset where it starts
     * @param end where the bytes end
     * @return the length, without padding behind it
     * @throws KsException with {@link NtStatus#INVALID_BUFFER_SIZE} if there is no room for a {@code KSDATAFORMAT}, with
     *     {@link NtStatus#INVALID_PARAMETER} if {@code FormatSize} or an attribute list contradicts the bytes present
     */
    public static int formatLength(ByteBuffer bytes, int offset, int end) {
        if (end - offset < HEAD) {
            throw failure("a format of " + (end - offset) + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        int size = KSDATAFORMAT.FormatSize.read(ABI, bytes, offset);
        if (size < HEAD || size > end - offset) {
            throw failure("a FormatSize of " + Integer.toUnsignedString(size), NtStatus.INVALID_PARAMETER);
        }
        if ((KSDATAFORMAT.Flags.read(ABI, bytes, offset) & KSDATAFORMAT_ATTRIBUTES) == 0) {
            return size;
        }
        int list = Irp.alignUp(size);
        return list + attributesLength(bytes, offset + list, end);
    }

    private static int attributesLength(ByteBuffer bytes, int offset, int end) {
        int size = end - offset < LIST ? 0 : KSMULTIPLE_ITEM.Size.read(ABI, bytes, offset);
        if (size < LIST || size > end - offset) {
            throw failure("attributes that are cut short", NtStatus.INVALID_PARAMETER);
        }
        long count = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Count.read(ABI, bytes, offset));
        int at = offset + LIST;
        for (long i = 0; i < count; i++) {
            int left = offset + size - at;
            int length = left < ATTRIBUTE ? 0 : KSATTRIBUTE.Size.read(ABI, bytes, at);
            if (length < ATTRIBUTE || length > left) {
                throw failure("attribute " + i + " that does not fit", NtStatus.INVALID_PARAMETER);
            }
            at += Irp.alignUp(length);
        }
        return size;
    }

    /**
     * Whether a pin can be asked for a format: its GUIDs are those of a range, whose major format or subformat may be a
     * wildcard for all that follows. What lies behind the GUIDs is the driver's to judge.
     *
     * @param ranges what the pin offers
     * @param format the format
     * @return true if one of the ranges has it
     */
    public static boolean accepts(List<DataRange> ranges, DataFormat format) {
        for (DataRange range : ranges) {
            if (accepts(range, format)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a range of a pin lets a format pass: by GUIDs, as the other form of this method does.
     *
     * @param range one of the pin's ranges
     * @param format a format
     * @return true if it passes
     */
    public static boolean accepts(DataRange range, DataFormat format) {
        if (range.majorFormat().equals(Guid.NULL)) {
            return true;
        }
        return range.majorFormat().equals(format.majorFormat())
                && (range.subFormat().equals(Guid.NULL)
                        || range.subFormat().equals(format.subFormat())
                                && range.specifier().equals(format.specifier()));
    }

    private static KsException failure(String what, NtStatus status) {
        return KsException.of("connect a pin: " + what, status);
    }
}
