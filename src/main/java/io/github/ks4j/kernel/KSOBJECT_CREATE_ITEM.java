package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCREATE_ITEM;
import java.util.List;
import java.util.Objects;

/**
 * A kind of object that can be created below another, or below the device: {@code KSOBJECT_CREATE_ITEM}.
 *
 * @param objectClass its name, for example the text of {@code KSNAME_Pin}, or the reference string of a filter
 * @param flags {@link KSCREATE_ITEM} bits
 * @param context what the driver needs to create it
 * @param <T> the kind of context
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksobject_create_item">KSOBJECT_CREATE_ITEM
 *     structure</a>
 */
public record KSOBJECT_CREATE_ITEM<T>(String objectClass, int flags, T context) {
    /**
     * An item.
     *
     * @param objectClass its name
     * @param flags {@link KSCREATE_ITEM} bits
     * @param context what the driver needs to create it
     */
    public KSOBJECT_CREATE_ITEM {
        Objects.requireNonNull(objectClass, "objectClass");
    }

    /**
     * Finds the item of a name: the first with its text, in whatever case, else the first wildcard. An item without
     * parameters does not take a name with them.
     *
     * @param items the items of the object
     * @param name the name
     * @param <T> the kind of context
     * @return the item
     * @throws KsException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} if there is none; what the I/O manager says of such
     *     names, while ReactOS says {@link NtStatus#UNSUCCESSFUL}, and Microsoft's pages nothing
     */
    public static <T> KSOBJECT_CREATE_ITEM<T> find(List<KSOBJECT_CREATE_ITEM<T>> items, ObjectName name) {
        KSOBJECT_CREATE_ITEM<T> wildcard = null;
        for (KSOBJECT_CREATE_ITEM<T> item : items) {
            if (item.has(KSCREATE_ITEM.NOPARAMETERS) && name.parameters().limit() != 0) {
                continue;
            }
            if (!item.has(KSCREATE_ITEM.WILDCARD)) {
                if (item.objectClass.equalsIgnoreCase(name.objectClass())) {
                    return item;
                }
            } else if (wildcard == null) {
                wildcard = item;
            }
        }
        if (wildcard == null) {
            throw KsException.of("create an object by a name that is not known", NtStatus.OBJECT_NAME_NOT_FOUND);
        }
        return wildcard;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
