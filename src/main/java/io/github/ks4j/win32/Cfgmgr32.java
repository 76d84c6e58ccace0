package io.github.ks4j.win32;

import io.github.ks4j.io.KsException;
import java.lang.System.Logger.Level;

/**
 * The functions of {@code cfgmgr32} that the driver calls, from Windows 8 on, and the layouts that they take. They return
 * a CONFIGRET.
 */
final class Cfgmgr32 {
    static final int CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE = 0;
    static final int CM_NOTIFY_FILTER_TYPE_DEVICEHANDLE = 1;

    static final int CM_NOTIFY_ACTION_DEVICEINTERFACEARRIVAL = 0;
    static final int CM_NOTIFY_ACTION_DEVICEINTERFACEREMOVAL = 1;
    static final int CM_NOTIFY_ACTION_DEVICEQUERYREMOVE = 2;

    /** {@code CM_NOTIFY_FILTER}: four DWORDs, and a union whose longest member is 200 characters. */
    static final int FILTER_SIZE = 416;

    static final int FILTER_CB_SIZE = 0;
    static final int FILTER_TYPE = 8;
    static final int FILTER_CLASS_GUID = 16;
    static final int FILTER_TARGET = 16;

    /** {@code CM_NOTIFY_EVENT_DATA}: two DWORDs, a GUID, and the symbolic link. */
    static final int EVENT_SYMBOLIC_LINK = 24;

    private static final Log LOG = Log.of(Cfgmgr32.class);

    private static Boolean there;

    private Cfgmgr32() {}

    static void bind() {
        Dll.bind(Cfgmgr32.class, "cfgmgr32");
    }

    /** Whether this Windows has the functions; looked for once. */
    static synchronized boolean isThere() {
        if (there == null) {
            try {
                bind();
                there = true;
            } catch (KsException e) {
                LOG.log(Level.DEBUG, "filters stay open when Windows asks to remove their device", e);
                there = false;
            }
        }
        return there;
    }

    static native int CM_Register_Notification(long filter, long context, long callback, long notification);

    static native int CM_Unregister_Notification(long notification);

    static native int CM_MapCrToWin32Err(int result, int otherwise);
}
