package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a device control request to an object and waits for the outcome: {@code KsSynchronousIoControlDevice}. The driver
 * is offered a fast call first, and gets an IRP if it does not take that.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kssynchronousiocontroldevice">KsSynchronousIoControlDevice
 *     function</a>
 */
public final class KsSynchronousIoControlDevice {
    private KsSynchronousIoControlDevice() {}

    /**
     * Sends a request.
     *
     * @param request the request; null file object: {@link NtStatus#INVALID_PARAMETER}
     * @return status and byte count, as {@link IoStatusBlock} packs them; {@link NtStatus#IO_TIMEOUT} if the process
     *     gave up waiting ({@link RequestorProcess#await}): the request is cancelled then, and whatever it still writes
     *     goes to memory that nobody reads
     */
    public static long send(FastIoRequest request) {
        FileObject file = request.fileObject();
        if (file == null) {
            return IoStatusBlock.of(NtStatus.INVALID_PARAMETER, 0);
        }
        long fast = file.driver().fastDeviceIoControl(request);
        if (fast != FastIoRequest.NOT_HANDLED) {
            return fast;
        }
        Wait wait = new Wait();
        Irp irp = new Irp()
                .initialize(
                        file,
                        request.requestor(),
                        request.controlCode(),
                        request.input(),
                        request.inputLength(),
                        request.output(),
                        request.outputLength(),
                        true,
                        wait);
        if (!request.userMode()) {
            irp.fromKernelMode();
        }
        file.driver().call(irp);
        if (!request.requestor().await(wait::isOver)) {
            irp.cancel();
            return wait.isOver() ? wait.block : IoStatusBlock.of(NtStatus.IO_TIMEOUT, 0);
        }
        return wait.block;
    }

    /** The event that the IRP's completion sets. */
    private static final class Wait implements Irp.Completion {
        private final Thread waiter = Thread.currentThread();
        private volatile boolean over;
        private long block;

        boolean isOver() {
            return over;
        }

        @Override
        public void completed(Irp irp, long ioStatusBlock) {
            block = ioStatusBlock;
            over = true;
            LockSupport.unpark(waiter);
        }
    }
}
