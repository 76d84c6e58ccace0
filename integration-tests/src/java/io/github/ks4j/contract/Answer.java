package io.github.ks4j.contract;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a host of the stub filter answers to a {@link Step}, as far as clients of all hosts can see it: of a status what
 * Win32 makes of it, and no byte count of an error.
 *
 * @param status the status
 * @param information the byte count; 0 of an error
 * @param data the data after the request, and the bytes behind it
 * @param thrown what was thrown instead; null if nothing
 */
record Answer(NtStatus status, int information, byte[] data, String thrown) {
    private static final byte[] NOTHING = {};

    /** Nothing was done, as what it was to be done with is not there. */
    static final Answer SKIPPED = new Answer(NtStatus.SUCCESS, 0, NOTHING, "skipped");

    /** The answer comes later. */
    static final Answer SUBMITTED = new Answer(NtStatus.PENDING, 0, NOTHING, null);

    static Answer of(NtStatus status) {
        return new Answer(seen(status), 0, NOTHING, null);
    }

    static Answer of(boolean yes) {
        return new Answer(NtStatus.SUCCESS, yes ? 1 : 0, NOTHING, null);
    }

    static Answer of(long block, byte[] data) {
        NtStatus status = seen(IoStatusBlock.status(block));
        return new Answer(status, status.isError() ? 0 : IoStatusBlock.information(block), data, null);
    }

    static Answer of(KsException thrown, byte[] data) {
        return new Answer(seen(thrown.status()), 0, data, thrown.getClass().getSimpleName());
    }

    private static NtStatus seen(NtStatus status) {
        return status.isSuccess() ? status : NtStatus.fromWin32(status.win32().code());
    }

    boolean isSuccess() {
        return thrown == null && status.equals(NtStatus.SUCCESS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status.equals(answer.status)
                && information == answer.information
                && Arrays.equals(data, answer.data)
                && (thrown == null ? answer.thrown == null : thrown.equals(answer.thrown));
    }

    @Override
    public int hashCode() {
        return status.hashCode();
    }

    @Override
    public String toString() {
        int shown = Math.min(data.length, 160);
        return (thrown == null ? "" : thrown + ", ") + status + ", byte count " + information + ", data "
                + HexFormat.of().formatHex(data, 0, shown) + (shown < data.length ? "..." : "");
    }
}
