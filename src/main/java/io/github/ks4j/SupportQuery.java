package io.github.ks4j;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPTYPESETID;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPROPERTY_DESCRIPTION;
import io.github.ks4j.struct.KSPROPERTY_MEMBERSHEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks for the basic support of a property in the three sizes that all drivers know: 4 bytes for the access flags, 40
 * for the description, then all of it. A driver that answers only the first has no description.
 */
record SupportQuery(Request request) {
    private static final int FLAGS = Integer.BYTES;
    private static final int DESCRIPTION = KSPROPERTY_DESCRIPTION.LAYOUT.size();
    /** No description is larger, whose members as objects take many times the bytes that they come in. */
    private static final int LARGEST = Math.min(Outcome.LIMIT, 1 << 20);

    private static final int VT_I4 = 3;
    private static final int VT_UI4 = 19;
    private static final int HEADER = KSPROPERTY_MEMBERSHEADER.LAYOUT.size();

    /** Answers to a size that the driver does not do. */
    private static final Set<NtStatus> NOT_THIS_SIZE = Set.of(
            NtStatus.BUFFER_OVERFLOW,
            NtStatus.BUFFER_TOO_SMALL,
            NtStatus.MORE_ENTRIES,
            NtStatus.INVALID_BUFFER_SIZE,
            NtStatus.INVALID_PARAMETER,
            NtStatus.NOT_FOUND,
            NtStatus.NOT_IMPLEMENTED,
            NtStatus.NOT_SUPPORTED,
            NtStatus.INVALID_DEVICE_REQUEST);

    PropertySupport ask() {
        try (Scratch scratch = request.target().session.enter()) {
            ByteBuffer flags = read(scratch, FLAGS);
            ByteBuffer description = read(scratch, DESCRIPTION);
            if (description != null) {
                return parse(scratch, description);
            }
            if (flags == null) {
                // For the reason, which the answer to another size need not be.
                Outcome.exactly(request, request.ask(scratch, FLAGS), FLAGS);
                flags = copy(scratch, FLAGS);
            }
            return new PropertySupport(flags.getInt(0), Guid.NULL, 0, List.of());
        }
    }

    /** A copy of the reply; null if the driver does not answer to this size. */
    private ByteBuffer read(Scratch scratch, int size) {
        long block = request.ask(scratch, size);
        if (!Outcome.isComplete(block) && NOT_THIS_SIZE.contains(IoStatusBlock.status(block))) {
            return null;
        }
        int length = Outcome.length(request, block, size);
        return length < size ? null : copy(scratch, length);
    }

    private PropertySupport parse(Scratch scratch, ByteBuffer head) {
        KSPROPERTY_DESCRIPTION description = KSPROPERTY_DESCRIPTION.LAYOUT.at(head, 0);
        int size = description.get(KSPROPERTY_DESCRIPTION.DescriptionSize);
        if (Integer.compareUnsigned(size, LARGEST) > 0) {
            throw bad("a description of " + Integer.toUnsignedString(size) + " bytes, the limit is " + LARGEST);
        }
        List<PropertySupport.Members> members = List.of();
        if (size > DESCRIPTION) {
            ByteBuffer image = copy(scratch, Outcome.length(request, request.ask(scratch, size), size));
            if (image.capacity() < DESCRIPTION) {
                throw bad("a description of " + size + " bytes, but sent " + image.capacity());
            }
            description = KSPROPERTY_DESCRIPTION.LAYOUT.at(image, 0);
            members = members(image, description);
        }
        KSIDENTIFIER type = description.get(KSPROPERTY_DESCRIPTION.PropTypeSet);
        return new PropertySupport(
                description.get(KSPROPERTY_DESCRIPTION.AccessFlags),
                type.get(KSIDENTIFIER.Set),
                type.get(KSIDENTIFIER.Id),
                members);
    }

    private List<PropertySupport.Members> members(ByteBuffer image, KSPROPERTY_DESCRIPTION description) {
        int count = description.get(KSPROPERTY_DESCRIPTION.MembersListCount);
        KSIDENTIFIER type = description.get(KSPROPERTY_DESCRIPTION.PropTypeSet);
        boolean of32Bits = type.is(KSIDENTIFIER.Set, KSPROPTYPESETID.General)
                && (type.get(KSIDENTIFIER.Id) == VT_I4 || type.get(KSIDENTIFIER.Id) == VT_UI4);
        List<PropertySupport.Members> members = new ArrayList<>();
        int offset = DESCRIPTION;
        for (long i = 0; i < Integer.toUnsignedLong(count); i++) {
            if (image.capacity() - offset < HEADER) {
                throw bad(Integer.toUnsignedString(count) + " lists of members, but sent " + i);
            }
            KSPROPERTY_MEMBERSHEADER header = KSPROPERTY_MEMBERSHEADER.LAYOUT.at(image, offset);
            offset += HEADER;
            long size = Integer.toUnsignedLong(header.get(KSPROPERTY_MEMBERSHEADER.MembersSize));
            long number = Integer.toUnsignedLong(header.get(KSPROPERTY_MEMBERSHEADER.MembersCount));
            int room = image.capacity() - offset;
            // Each factor is compared by itself, since their product may pass 64 bits.
            if (number > room || size > room || number * size > room) {
                throw bad(number + " members of " + size + " bytes, but sent " + room + " bytes");
            }
            int length = (int) (number * size);
            members.add(PropertySupport.Members.of(header, image.slice(offset, length), of32Bits));
            offset += length;
        }
        return members;
    }

    private static ByteBuffer copy(Scratch scratch, int length) {
        byte[] bytes = new byte[length];
        scratch.data(length).bytes().get(0, bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private KsException bad(String claim) {
        return new KsBadReplyException(request + ": the driver claims " + claim);
    }
}
