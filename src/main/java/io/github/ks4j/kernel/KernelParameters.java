package io.github.ks4j.kernel;

import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;

/**
 * The parameters of a request that a handler sends on behalf of a process: they lie in the kernel's memory, while handles
 * are still the process's.
 */
final class KernelParameters implements RequestorProcess {
    /** Where the request lies. */
    static final long REQUEST = 0xFFFF_8000_0001_0000L;

    /** Where the data lies. */
    static final long DATA = 0xFFFF_9000_0001_0000L;

    private final RequestorProcess process;
    private final ByteBuffer request;
    private final ByteBuffer data;

    KernelParameters(RequestorProcess process, ByteBuffer request, ByteBuffer data) {
        this.process = process;
        this.request = request;
        this.data = data;
    }

    @Override
    public Abi abi() {
        return process.abi();
    }

    @Override
    public ByteBuffer lock(long address, int length, boolean writable) {
        ByteBuffer memory = address - DATA >= 0 ? data : request;
        long offset = address - (memory == data ? DATA : REQUEST);
        return offset >= 0 && length >= 0 && length <= memory.capacity() - offset
                ? memory.slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN)
                : null;
    }

    @Override
    public boolean await(BooleanSupplier condition) {
        return process.await(condition);
    }

    @Override
    public <T extends KernelObject> T reference(long handle, Class<T> type) {
        return process.reference(handle, type);
    }

    @Override
    public <T extends KernelObject> T object(long address, Class<T> type) {
        return process.object(address, type);
    }
}
