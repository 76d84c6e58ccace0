package io.github.ks4j;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsException;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The way in: finds and opens kernel-streaming filters, through Windows or through an emulation of it.
 *
 * <p><b>Ownership.</b> A {@code Ks} owns its driver, the filters opened through it and whoever watches, a filter its pins,
 * a pin its frames and its clocks; filters, pins and clocks own the events that are enabled through them. Closing closes
 * what is owned first.
 *
 * <p><b>Threading.</b> This and all objects got from it may be used by any number of threads at once; closing one ends
 * the requests that others have under way.
 */
public final class Ks implements AutoCloseable {
    private static final String DRIVER = "ks4j.driver";

    private final Session session;
    private final Owned owned = new Owned();

    private Ks(Driver driver) {
        this.session = new Session(driver);
    }

    /**
     * Opens the driver of this machine: the one named by the system property {@code ks4j.driver} ({@code win32} or
     * {@code emu}) if it is set; else that of the operating system, whose failure is an error and no reason to take
     * another; else the emulation.
     *
     * @return the library over that driver, owned by the caller
     * @throws KsException if the driver is not there or cannot work; the message names those that are there
     */
    public static Ks open() {
        String name = System.getProperty(DRIVER);
        if (name != null) {
            return open(name);
        }
        String system = System.getProperty("os.name", "");
        return over(Drivers.find().open(system.toLowerCase(Locale.ROOT).startsWith("windows")));
    }

    /**
     * Tries all drivers that there are, for a report of what works on this machine. Opens each and closes it again; opens
     * no device.
     *
     * @return one entry for each, in no particular order
     */
    public static List<KsDriverReport> drivers() {
        return Drivers.find().report();
    }

    /**
     * Opens a driver by its name.
     *
     * @param driver {@code win32}, {@code emu}, or the name that a {@link Driver.Provider} of one's own has
     * @return the library over that driver, owned by the caller
     * @throws KsException if the driver is not there or cannot work; the message names those that are there
     */
    public static Ks open(String driver) {
        return over(Drivers.find().open(driver));
    }

    /**
     * Puts the library over a driver.
     *
     * @param driver the driver, closed with what is returned
     * @return the library over that driver, owned by the caller
     */
    public static Ks over(Driver driver) {
        return new Ks(driver);
    }

    /**
     * The driver.
     *
     * @return what answers the requests
     */
    public Driver driver() {
        return session.driver();
    }

    /**
     * Whether the answers come from an emulation rather than from this machine's devices.
     *
     * @return true for an emulation
     */
    public boolean isEmulated() {
        return session.driver().isEmulated();
    }

    /**
     * Finds the filters of a category.
     *
     * @param category for example {@code KSCATEGORY.AUDIO}
     * @return one entry for each device interface, in the system's order; empty if there is none
     * @throws KsException if the system refuses to enumerate
     */
    public List<FilterInterface> filters(Guid category) {
        return session.driver().enumerate(category);
    }

    /**
     * Opens a filter to read and write.
     *
     * @param path the path of a {@link FilterInterface}
     * @return the filter, closed at the latest with this object
     * @throws IllegalArgumentException if there is a NUL in the path
     * @throws KsException if the filter is gone, busy or refuses
     */
    public KsFilter filter(String path) {
        return filter(path, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    /**
     * Opens a filter.
     *
     * @param path the path of a {@link FilterInterface}
     * @param access {@link Driver#GENERIC_READ}, {@link Driver#GENERIC_WRITE}, both; or 0, which is enough for
     *     properties and disturbs nobody
     * @return the filter, closed at the latest with this object
     * @throws IllegalArgumentException if there is a NUL in the path
     * @throws KsException if the filter is gone, busy or refuses
     */
    public KsFilter filter(String path, int access) {
        return open(path, null, access);
    }

    /**
     * Opens a filter that was found, to read and write.
     *
     * @param found the filter
     * @return the filter, closed at the latest with this object
     * @throws KsException if the filter is gone, busy or refuses
     */
    public KsFilter filter(FilterInterface found) {
        return open(found.path(), found, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    private KsFilter open(String path, FilterInterface found, int access) {
        KsFilter filter = new KsFilter(session, session.driver().open(path, access), path, found, owned);
        return owned.add(filter, this);
    }

    /**
     * Has a listener told of the filters that come and go. What is there already is not told: watch first, then look with
     * {@link #filters}, and nothing is missed.
     *
     * <p>The listener is called in a thread of the driver's, or in the one that makes the change; it must not block there.
     * It may close the registration, filters, or this object, and open filters. A call that is under way when the
     * registration is closed may still go on afterwards.
     *
     * <p>What was opened of a filter that has gone answers {@link io.github.ks4j.io.KsDisconnectedException} to everything,
     * and is still to be closed. It stays dead if the device comes back: open it anew.
     *
     * @param category for example {@code KSCATEGORY.AUDIO}
     * @param listener told of each interface of the category
     * @return ends the telling when it is closed, at the latest with this object
     * @throws io.github.ks4j.io.KsNotSupportedException if the driver cannot tell
     * @throws KsException if the system refuses
     */
    public Driver.Registration watch(Guid category, InterfaceListener listener) {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(listener, "listener");
        return owned.add(new Watch(session.driver().watch(category, listener), owned), this);
    }

    private record Watch(Driver.Registration registration, Owned siblings) implements Driver.Registration {
        @Override
        public void close() {
            siblings.remove(this);
            registration.close();
        }
    }

    /** Closes all filters, and the driver. The second and later calls do nothing. */
    @Override
    public void close() {
        owned.close(() -> {
            try {
                session.driver().close();
            } finally {
                session.release();
            }
        });
    }

    @Override
    public String toString() {
        return "Ks over the driver " + session.driver().name();
    }
}
