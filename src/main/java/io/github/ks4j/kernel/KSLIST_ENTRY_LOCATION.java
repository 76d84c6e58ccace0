package io.github.ks4j.kernel;

/**
 * An end of a queue.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ne-ks-kslist_entry_location">KSLIST_ENTRY_LOCATION
 *     enumeration</a>
 */
public enum KSLIST_ENTRY_LOCATION {
    /** The end to which entries are usually added. */
    KsListEntryTail,
    /** The end from which they are usually taken. */
    KsListEntryHead;

    KSLIST_ENTRY_LOCATION opposite() {
        return this == KsListEntryTail ? KsListEntryHead : KsListEntryTail;
    }
}
