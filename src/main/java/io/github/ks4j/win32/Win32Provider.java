package io.github.ks4j.win32;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.Requirement;
import java.util.ArrayList;
import java.util.List;

/** Makes the driver that talks to Windows, or says why it cannot. */
public final class Win32Provider implements Driver.Provider {
    /** For {@link java.util.ServiceLoader}. */
    public Win32Provider() {}

    @Override
    public String name() {
        return Win32Driver.NAME;
    }

    /** {@inheritDoc} Asked of the system properties, so that the answer does not depend on JNA. */
    @Override
    public boolean isNative() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** {@inheritDoc} The process, JNA, and each library and function of Windows that the driver calls. */
    @Override
    public List<Requirement> requirements() {
        List<Requirement> all = new ArrayList<>();
        all.add(Requirements.bits());
        try {
            all.addAll(Requirements.find());
        } catch (LinkageError e) {
            all.add(new Requirement("JNA", false, e.toString()));
        }
        return all;
    }

    /**
     * {@inheritDoc}
     *
     * @throws KsException with {@link NtStatus#NOT_SUPPORTED} if JNA or a library of Windows is missing, or the process
     *     has 32 bits
     */
    @Override
    public Driver open() {
        try {
            return Win32Driver.open();
        } catch (LinkageError e) {
            throw new KsException(
                    "open the win32 driver: JNA cannot be used here (" + e
                            + "); put net.java.dev.jna:jna-jpms on the path, on a platform that it supports",
                    NtStatus.NOT_SUPPORTED,
                    e);
        }
    }
}
