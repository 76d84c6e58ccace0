package io.github.ks4j.set;

/** Bytes cannot be the value that they should be: too short, or counts and sizes in them that contradict each other. */
public final class MalformedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Says what does not fit.
     *
     * @param message what was expected and what was found
     */
    public MalformedValueException(String message) {
        super(message);
    }

    static void check(boolean fits, String expected, int length) {
        if (!fits) {
            throw new MalformedValueException("expected " + expected + ", got " + length + " bytes");
        }
    }
}
