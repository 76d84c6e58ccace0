package io.github.ks4j.io;

import io.github.ks4j.struct.Guid;

/**
 * The kinds of object that are created relative to another one, each with the name that starts its create request.
 */
public enum KsObjectType {
    /** A pin, below a filter; parameters {@code KSPIN_CONNECT} and the data format. */
    PIN("{146F1A80-4791-11D0-A5D6-28DB04C10000}"),
    /** An allocator, below a pin; parameters {@code KSALLOCATOR_FRAMING}. */
    ALLOCATOR("{642F5D00-4791-11D0-A5D6-28DB04C10000}"),
    /** A clock, below a pin; parameters {@code KSCLOCK_CREATE}. */
    CLOCK("{53172480-4791-11D0-A5D6-28DB04C10000}"),
    /** A topology node, below a filter or a pin; parameters {@code KSNODE_CREATE}. */
    TOPOLOGY_NODE("{0621061A-EE75-11D0-B915-00A0C9223196}");

    private final Guid guid;

    KsObjectType(String guid) {
        this.guid = Guid.of(guid);
    }

    /**
     * The GUID in the object's name, for example {@code KSNAME_Pin}.
     *
     * @return the GUID
     */
    public Guid guid() {
        return guid;
    }
}
