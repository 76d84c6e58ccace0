package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.Requirement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.StringJoiner;

/** The drivers that can be found here, and those that should have been. */
final class Drivers {
    private static final System.Logger LOG = System.getLogger(Drivers.class.getName());

    private static final String EMULATION = "emu";

    private final List<Driver.Provider> providers = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();

    /** Loads the providers one by one, so that one that is broken does not hide the others. */
    Drivers(Iterator<ServiceLoader.Provider<Driver.Provider>> found) {
        boolean more = true;
        while (more) {
            try {
                more = found.hasNext();
                if (more) {
                    providers.add(found.next().get());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.log(System.Logger.Level.DEBUG, "a driver cannot be loaded", e);
                broken.add(e);
            }
        }
    }

    static Drivers find() {
        return new Drivers(ServiceLoader.load(Driver.Provider.class, Drivers.class.getClassLoader()).stream()
                .iterator());
    }

    /** Opens the driver of a name. */
    Driver open(String name) {
        return open(provider(name).orElseThrow(() -> missing("no driver is called \"" + name + "\"")));
    }

    /** Opens the driver for this operating system; the emulation where there cannot be one. */
    Driver open(boolean windows) {
        Optional<Driver.Provider> ours =
                providers.stream().filter(Driver.Provider::isNative).findFirst();
        if (ours.isEmpty() && windows) {
            throw missing("there is no driver for Windows here, and -Dks4j.driver=" + EMULATION
                    + " does not ask for the emulation");
        }
        return open(ours.or(() -> provider(EMULATION)).orElseThrow(() -> missing("there is no driver here")));
    }

    /** Tries each driver. What fails in one says nothing of the others. */
    List<KsDriverReport> report() {
        List<KsDriverReport> reports = new ArrayList<>();
        for (Driver.Provider provider : providers) {
            reports.add(new KsDriverReport(
                    provider.name(), provider.isNative(), requirements(provider), failure(provider)));
        }
        for (Throwable e : broken) {
            KsException failure = new KsException("a driver cannot be loaded: " + e, NtStatus.NOT_SUPPORTED, e);
            reports.add(new KsDriverReport("(not loaded)", false, List.of(), Optional.of(failure)));
        }
        return reports;
    }

    /** On a machine where things are broken, so may be the looking. */
    private static List<Requirement> requirements(Driver.Provider provider) {
        try {
            return provider.requirements();
        } catch (RuntimeException | LinkageError e) {
            return List.of(new Requirement("requirements", false, e.toString()));
        }
    }

    private Optional<KsException> failure(Driver.Provider provider) {
        try {
            open(provider).close();
            return Optional.empty();
        } catch (KsException e) {
            return Optional.of(e);
        }
    }

    private Optional<Driver.Provider> provider(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    private Driver open(Driver.Provider provider) {
        try {
            return provider.open();
        } catch (KsException e) {
            broken.forEach(e::addSuppressed);
            throw e;
        } catch (LinkageError | RuntimeException e) {
            KsException failure = new KsException(
                    "the driver " + provider.name() + " cannot work here: " + e, NtStatus.NOT_SUPPORTED, e);
            broken.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private KsException missing(String what) {
        StringJoiner names = new StringJoiner(", ", "; there are: ", "").setEmptyValue("; there are none");
        providers.forEach(provider -> names.add(provider.name()));
        String others = broken.isEmpty() ? "" : "; " + broken.size() + " could not be loaded";
        KsException failure = new KsException(what + names + others, NtStatus.NOT_SUPPORTED, null);
        broken.forEach(failure::addSuppressed);
        return failure;
    }
}
