package io.github.ks4j.set;

/**
 * The box in which a jack is; the constants are named as in the header.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksjack_description">KSJACK_DESCRIPTION
 *     structure</a>
 */
public enum EPcxGenLocation implements KsEnum {
    /** The computer. */
    eGenLocPrimaryBox(0),

    /** Inside the computer. */
    eGenLocInternal(1),

    /** A box of its own. */
    eGenLocSeparate(2),

    /** Another. */
    eGenLocOther(3);

    private final int value;

    EPcxGenLocation(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}
