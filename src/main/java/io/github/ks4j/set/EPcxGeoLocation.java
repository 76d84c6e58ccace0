package io.github.ks4j.set;

/**
 * The side of the box on which a jack is; the constants are named as in the header.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksjack_description">KSJACK_DESCRIPTION
 *     structure</a>
 */
public enum EPcxGeoLocation implements KsEnum {
    /** At the rear. */
    eGeoLocRear(1),

    /** At the front. */
    eGeoLocFront(2),

    /** On the left. */
    eGeoLocLeft(3),

    /** On the right. */
    eGeoLocRight(4),

    /** On top. */
    eGeoLocTop(5),

    /** At the bottom. */
    eGeoLocBottom(6),

    /** On a panel that slides out of the rear. */
    eGeoLocRearPanel(7),

    /** On a riser card. */
    eGeoLocRiser(8),

    /** Inside the lid of a mobile computer. */
    eGeoLocInsideMobileLid(9),

    /** In a drive bay. */
    eGeoLocDrivebay(10),

    /** On the HDMI connector. */
    eGeoLocHDMI(11),

    /** Outside the lid of a mobile computer. */
    eGeoLocOutsideMobileLid(12),

    /** On the ATAPI connector. */
    eGeoLocATAPI(13),

    /** No place. */
    eGeoLocNotApplicable(14),

    /** Reserved. */
    eGeoLocReserved6(15);

    private final int value;

    EPcxGeoLocation(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}
