package io.github.ks4j.kernel;

/**
 * What memory is locked for, seen from the device.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-mmprobeandlockpages">MmProbeAndLockPages
 *     function</a>
 */
public enum LOCK_OPERATION {
    /** The device reads the memory. */
    IoReadAccess,
    /** The device writes it. */
    IoWriteAccess,
    /** The device does both. */
    IoModifyAccess;

    boolean writes() {
        return this != IoReadAccess;
    }
}
