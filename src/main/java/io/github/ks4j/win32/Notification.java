package io.github.ks4j.win32;

import com.sun.jna.CallbackProxy;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.Win32Error;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A registration with the configuration manager, which calls back in threads of its own until the registration is
 * closed. Closing waits for a call that is under way, and so must not be done from within one: then a thread of its own does it.
 *
 * <p>There is one native callback for all of them, which is never freed; a call that comes for a registration that has
 * been closed finds nobody.
 *
 * <p>Source: the pages "CM_Register_Notification function" and "CM_Unregister_Notification function" (cfgmgr32.h).
 */
final class Notification {
    private static final Log LOG = Log.of(Notification.class);

    /** A link is that much longer at most: what an event says of its size is not to be trusted further. */
    private static final int LONGEST_LINK = 1 << 17;

    /** Told of what happens, in a thread of Windows' that waits for it. */
    @FunctionalInterface
    interface Listener {
        void told(int action, long event, int size);
    }

    private static final Map<Long, Notification> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();
    private static final ThreadLocal<Boolean> CALLED = ThreadLocal.withInitial(() -> false);
    private static final NotifyCallback CALLBACK = new NotifyCallback();
    private static final long CALLBACK_ADDRESS = address();

    /** {@code PCM_NOTIFY_CALLBACK}; as a proxy, which JNA calls without reflection on this class, closed to it as a module is. */
    private static final class NotifyCallback implements CallbackProxy {
        @Override
        public Class<?>[] getParameterTypes() {
            return new Class<?>[] {long.class, long.class, int.class, long.class, int.class};
        }

        @Override
        public Class<?> getReturnType() {
            return int.class;
        }

        @Override
        public Object callback(Object[] arguments) {
            called((long) arguments[1], (int) arguments[2], (long) arguments[3], (int) arguments[4]);
            return 0;
        }
    }

    private final long context = LAST.incrementAndGet();
    private final Listener listener;
    private volatile long value;

    private Notification(Listener listener) {
        this.listener = listener;
    }

    /** Has a listener told of the interfaces of a category. */
    static Notification ofInterfaces(NativeMemory memory, Guid category, Listener listener) {
        try (KsBuffer filter = filter(memory, Cfgmgr32.CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE)) {
            category.write(filter.bytes(), Cfgmgr32.FILTER_CLASS_GUID);
            return new Notification(listener).register(memory, filter, "watch " + category);
        }
    }

    /** Has a listener told of the device that a handle leads to. */
    static Notification ofHandle(NativeMemory memory, long handle, Listener listener) {
        try (KsBuffer filter = filter(memory, Cfgmgr32.CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE)) {
            filter.bytes().putLong(Cfgmgr32.FILTER_TARGET, handle);
            return new Notification(listener).register(memory, filter, "watch a device");
        }
    }

    private static KsBuffer filter(NativeMemory memory, int type) {
        KsBuffer filter = memory.allocate(Cfgmgr32.FILTER_SIZE);
        filter.bytes().putInt(Cfgmgr32.FILTER_CB_SIZE, Cfgmgr32.FILTER_SIZE).putInt(Cfgmgr32.FILTER_TYPE, type);
        return filter;
    }

    private Notification register(NativeMemory memory, KsBuffer filter, String what) {
        try (KsBuffer out = memory.allocate(Long.BYTES)) {
            OPEN.put(context, this);
            int result = Cfgmgr32.CM_Register_Notification(filter.address(), context, CALLBACK_ADDRESS, out.address());
            if (result != 0) {
                OPEN.remove(context);
                int error = Cfgmgr32.CM_MapCrToWin32Err(result, Win32Error.GEN_FAILURE.code());
                throw KsException.of(
                        what + " (CONFIGRET 0x" + Integer.toHexString(result) + ")", LastError.status(error));
            }
            value = out.bytes().getLong(0);
            return this;
        }
    }

    private static long address() {
        Native.setCallbackThreadInitializer(
                CALLBACK, new CallbackThreadInitializer(true, true, "ks4j-configuration-manager"));
        return Pointer.nativeValue(CallbackReference.getFunctionPointer(CALLBACK));
    }

    private static void called(long context, int action, long event, int size) {
        Notification told = OPEN.get(context);
        if (told != null) {
            CALLED.set(true);
            try {
                told.listener.told(action, event, size);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "action " + action + " of the configuration manager was not dealt with", e);
            } finally {
                CALLED.remove();
            }
        }
    }

    /** The symbolic link of an event that tells of an interface. */
    static String symbolicLink(long event, int size) {
        int length = Math.min(size - Cfgmgr32.EVENT_SYMBOLIC_LINK, LONGEST_LINK) & ~1;
        if (length <= 0) {
            return "";
        }
        byte[] bytes = new Pointer(event).getByteArray(Cfgmgr32.EVENT_SYMBOLIC_LINK, length);
        String text = new String(bytes, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Ends the calls: none begins when this has returned. The second and later calls do nothing. */
    void close() {
        if (OPEN.remove(context) == null) {
            return;
        }
        if (CALLED.get()) {
            Thread thread = new Thread(this::unregister, "ks4j-unregister");
            thread.setDaemon(true);
            thread.start();
        } else {
            unregister();
        }
    }

    private void unregister() {
        int result = Cfgmgr32.CM_Unregister_Notification(value);
        if (result != 0) {
            LOG.log(Level.WARNING, "unregister a notification: CONFIGRET 0x{0}", Integer.toHexString(result));
        }
    }
}
