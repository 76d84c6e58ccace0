package io.github.ks4j.kernel;

/**
 * How {@link KsCancelableQueue#remove} gets hold of a request. To acquire is to take the cancel routine out: from then on
 * the request is the caller's.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ne-ks-ksirp_removal_operation">KSIRP_REMOVAL_OPERATION
 *     enumeration</a>
 */
public enum KSIRP_REMOVAL_OPERATION {
    /** The next request that can be acquired; it stays in the queue. */
    KsAcquireOnly(false, false),
    /** The next request that can be acquired; it leaves the queue. */
    KsAcquireAndRemove(true, false),
    /** The first request if it can be acquired; it stays in the queue. */
    KsAcquireOnlySingleItem(false, true),
    /** The first request if it can be acquired; it leaves the queue. */
    KsAcquireAndRemoveOnlySingleItem(true, true);

    final boolean removes;
    final boolean looksAtOne;

    KSIRP_REMOVAL_OPERATION(boolean removes, boolean looksAtOne) {
        this.removes = removes;
        this.looksAtOne = looksAtOne;
    }
}
