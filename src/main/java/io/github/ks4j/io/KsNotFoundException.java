package io.github.ks4j.io;

/**
 * There is nothing of that name: {@link NtStatus#OBJECT_NAME_NOT_FOUND}. The path of a filter is wrong, or its device has
 * been unplugged or disabled since it was enumerated, which the system does not tell apart; below a filter or a pin: it
 * has no objects of that kind.
 */
public final class KsNotFoundException extends KsDisconnectedException {
    private static final long serialVersionUID = 1;

    /**
     * Says what was not found.
     *
     * @param message the operation, the object, the codes and the likely cause
     * @param status the NTSTATUS
     */
    public KsNotFoundException(String message, NtStatus status) {
        super(message, status);
    }
}
