package io.github.ks4j.set;

/**
 * What is behind a port; the constants are named as in the header.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksjack_description">KSJACK_DESCRIPTION
 *     structure</a>
 */
public enum EPxcPortConnection implements KsEnum {
    /** A jack. */
    ePortConnJack(0),

    /** A device that is built in. */
    ePortConnIntegratedDevice(1),

    /** Both. */
    ePortConnBothIntegratedAndJack(2),

    /** Not known. */
    ePortConnUnknown(3);

    private final int value;

    EPxcPortConnection(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}
