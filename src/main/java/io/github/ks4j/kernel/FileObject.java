package io.github.ks4j.kernel;

/**
 * An open object as the kernel knows it: the identity of whoever opened it, and what the driver keeps for it.
 */
public final class FileObject {
    private final Object fsContext;

    /**
     * A file object.
     *
     * @param fsContext what the driver keeps for it; may be null
     */
    public FileObject(Object fsContext) {
        this.fsContext = fsContext;
    }

    /**
     * What the driver keeps for the object.
     *
     * @return the context given when the object was made
     */
    public Object fsContext() {
        return fsContext;
    }
}
