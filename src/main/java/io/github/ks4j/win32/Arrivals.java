package io.github.ks4j.win32;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Gate;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The devices that come and go, and who is told of them. Windows calls back in threads of its own, which wait; they only
 * leave a note, unless a device is to let go, and one thread of the driver's tells the listeners, in the order in which
 * things happened. It ends when it has had nothing to do for a while.
 */
final class Arrivals {
    private static final Log LOG = Log.of(Arrivals.class);
    private static final long IDLE_MILLIS = 1_000;

    private final NativeMemory memory;
    private final long graceMillis;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            this::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private volatile Thread thread;

    /**
     * Nobody watches yet.
     *
     * @param graceMillis how long to wait for what others are doing
     */
    Arrivals(NativeMemory memory, long graceMillis) {
        this.memory = memory;
        this.graceMillis = graceMillis;
        teller.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, "ks4j-arrivals");
        made.setDaemon(true);
        thread = made;
        return made;
    }

    Driver.Registration watch(Guid category, InterfaceListener listener) {
        if (!Cfgmgr32.isThere()) {
            throw new KsNotSupportedException(
                    "watch " + category + ": cfgmgr32 has no CM_Register_Notification before Windows 8; enumerate again"
                            + " instead",
                    NtStatus.NOT_SUPPORTED);
        }
        Watch watch = new Watch(category, listener);
        watches.add(watch);
        try {
            watch.begin();
        } catch (RuntimeException | Error e) {
            watch.close();
            throw e;
        }
        return watch;
    }

    /** Has a filter closed when Windows asks to remove its device, which it otherwise could not. */
    void letGiveWay(Win32Handle filter) {
        if (!Cfgmgr32.isThere()) {
            return;
        }
        try {
            filter.closes(Notification.ofHandle(memory, filter.value(), (action, event, size) -> {
                if (action == Cfgmgr32.CM_NOTIFY_ACTION_DEVICEQUERYREMOVE) {
                    LOG.log(Level.INFO, "Windows asks to remove the device of {0}, so it is closed", filter);
                    filter.giveWay(2 * graceMillis);
                }
            }));
        } catch (KsException | LinkageError e) {
            LOG.log(Level.DEBUG, filter + " stays open when Windows asks to remove its device", e);
        }
    }

    /** Ends all watches; nobody may begin to watch any more. */
    void close() {
        watches.forEach(Watch::close);
        teller.shutdown();
    }

    /** Compared by identity: the same listener may be told twice. */
    private final class Watch implements Driver.Registration {
        private final Guid category;
        private final InterfaceListener listener;
        private final Gate gate = new Gate(() -> {});
        /** What is there, by its path in lower case: Windows spells it now this way, now that. Guarded by this. */
        private final Map<String, FilterInterface> present = new HashMap<>();

        private volatile Notification notification;

        Watch(Guid category, InterfaceListener listener) {
            this.category = Objects.requireNonNull(category, "category");
            this.listener = Objects.requireNonNull(listener, "listener");
        }

        /** Listens first, so that nothing is missed between that and the look at what is there. */
        synchronized void begin() {
            notification = Notification.ofInterfaces(memory, category, this::note);
            if (gate.isClosed()) {
                notification.close();
            }
            for (FilterInterface found : DeviceInterfaces.list(memory, category)) {
                present.put(key(found.path()), found);
            }
        }

        private void note(int action, long event, int size) {
            if (action == Cfgmgr32.CM_NOTIFY_ACTION_DEVICEINTERFACEARRIVAL) {
                String path = Notification.symbolicLink(event, size);
                teller.execute(() -> arrived(path));
            } else if (action == Cfgmgr32.CM_NOTIFY_ACTION_DEVICEINTERFACEREMOVAL) {
                String path = Notification.symbolicLink(event, size);
                teller.execute(() -> removed(path));
            }
        }

        private void arrived(String path) {
            FilterInterface found;
            try {
                found = DeviceInterfaces.find(memory, category, path);
            } catch (KsException e) {
                LOG.log(Level.WARNING, "nobody is told that " + path + " came", e);
                return;
            }
            if (found == null) {
                LOG.log(Level.DEBUG, "{0} has gone before anybody could be told that it came", path);
                return;
            }
            synchronized (this) {
                if (present.put(key(found.path()), found) != null) {
                    return;
                }
            }
            tell(found, true);
        }

        private void removed(String path) {
            FilterInterface known;
            synchronized (this) {
                known = present.remove(key(path));
            }
            if (known != null) {
                tell(known, false);
            }
        }

        private void tell(FilterInterface change, boolean arrived) {
            if (!gate.enter()) {
                return;
            }
            try {
                if (arrived) {
                    listener.arrived(change);
                } else {
                    listener.removed(change);
                }
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "a listener threw when " + change.path() + " came or went", e);
            } finally {
                gate.exit();
            }
        }

        private static String key(String path) {
            return path.toLowerCase(Locale.ROOT);
        }

        /** A call of the listener that is under way is waited for, but not for long, nor by the listener itself. */
        @Override
        public void close() {
            if (!gate.close()) {
                return;
            }
            watches.remove(this);
            if (notification != null) {
                notification.close();
            }
            if (Thread.currentThread() != thread) {
                gate.awaitReleased(graceMillis, TimeUnit.MILLISECONDS);
            }
        }
    }
}
