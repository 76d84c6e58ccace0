package io.github.ks4j;

import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks an object for its sets.
 *
 * @param target the object
 * @param controlCode whether for sets of properties, methods or events
 */
record SetQuery(KsObject target, int controlCode) {
    /** Whether the object has a set. */
    boolean has(Guid set) {
        return request(set).isSupported();
    }

    /** The sets in the driver's order. */
    List<Guid> list() {
        byte[] bytes = request(Guid.NULL).read(Codec.BYTES);
        List<Guid> sets = new ArrayList<>();
        for (int offset = 0; offset + Guid.SIZE <= bytes.length; offset += Guid.SIZE) {
            sets.add(Codec.GUID.decode(Arrays.copyOfRange(bytes, offset, offset + Guid.SIZE)));
        }
        return List.copyOf(sets);
    }

    /** The sets, if any: most objects have no methods or events, and drivers have more than one way to say so. */
    List<Guid> listIfAny() {
        try {
            return list();
        } catch (KsNotSupportedException e) {
            return List.of();
        }
    }

    private Request request(Guid set) {
        return new Request(target, controlCode, set, 0, KSPROPERTY_TYPE.SETSUPPORT);
    }
}
