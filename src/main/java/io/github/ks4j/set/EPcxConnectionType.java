package io.github.ks4j.set;

/**
 * The kind of a plug; the constants are named as in the header.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksjack_description">KSJACK_DESCRIPTION
 *     structure</a>
 */
public enum EPcxConnectionType implements KsEnum {
    /** Not known. */
    eConnTypeUnknown(0),

    /** A 3.5 mm plug. */
    eConnType3Point5mm(1),

    /** A quarter-inch plug. */
    eConnTypeQuarter(2),

    /** An ATAPI connector inside. */
    eConnTypeAtapiInternal(3),

    /** An RCA plug. */
    eConnTypeRCA(4),

    /** An optical fibre. */
    eConnTypeOptical(5),

    /** Another digital connector. */
    eConnTypeOtherDigital(6),

    /** Another analog connector. */
    eConnTypeOtherAnalog(7),

    /** An analog DIN connector of several channels. */
    eConnTypeMultichannelAnalogDIN(8),

    /** An XLR connector. */
    eConnTypeXlrProfessional(9),

    /** An RJ11 modem connector. */
    eConnTypeRJ11Modem(10),

    /** A combination of several. */
    eConnTypeCombination(11);

    private final int value;

    EPcxConnectionType(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}
