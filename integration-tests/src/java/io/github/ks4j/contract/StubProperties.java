package io.github.ks4j.contract;

import io.github.ks4j.emu.Answers;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsHandleSizedListQuery;
import io.github.ks4j.kernel.KsHandler;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The properties of the emulated stub filter. */
final class StubProperties {
    private static final Abi ABI = Abi.X64;
    private static final byte[] NAME = "ks4j stub\0".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] SIZED_VALUE = StubFilter.sizedValue();
    private static final int LARGEST_BLOB = 65536;
    private static final Executor SOON = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Runnable::run);

    private StubProperties() {}

    /**
     * The set made for tests.
     *
     * @param events told of levels
     * @param remove takes the device away
     */
    static PropertySet set(StubEvents events, Runnable remove) {
        return PropertySet.of(new KsSet("KSPROPSETID_Ks4jStub", StubFilter.PROPERTIES))
                .item(StubFilter.LEVEL)
                .get((irp, request, data) -> Answers.ulong(irp, data, StubState.of(irp).level))
                .set((irp, request, data) -> setLevel(irp, data.getInt(0), events))
                .minData(4)
                .values(PropertyValues.stepped(-100, 100, 5))
                .item(StubFilter.ANSWER)
                .get((irp, request, data) -> Answers.ulong(irp, data, 42))
                .minData(4)
                .item(StubFilter.NAME)
                .get((irp, request, data) -> Answers.bytes(irp, data, ByteBuffer.wrap(NAME)))
                .item(StubFilter.ECHO)
                .get((irp, request, data) -> Answers.int64(irp, data, request.getLong(24)))
                .minProperty(32)
                .minData(8)
                .item(StubFilter.SLOW)
                .get((irp, request, data) -> slow(irp, data))
                .minData(4)
                .item(StubFilter.NEVER)
                .get((irp, request, data) -> StubState.of(irp).hold(irp))
                .minData(4)
                .item(StubFilter.BLOB)
                .set((irp, request, data) -> setBlob(irp, data))
                .item(StubFilter.BLOBSIZE)
                .get((irp, request, data) -> Answers.ulong(irp, data, StubState.of(irp).blob.length))
                .minData(4)
                .item(StubFilter.BLOBSUM)
                .get((irp, request, data) ->
                        Answers.ulong(irp, data, StubMethods.sum(ByteBuffer.wrap(StubState.of(irp).blob))))
                .minData(4)
                .item(StubFilter.SIZED)
                .get((irp, request, data) -> Answers.bytes(irp, data, ByteBuffer.wrap(SIZED_VALUE)))
                .item(StubFilter.TOOSMALL)
                .get(sized(NtStatus.BUFFER_TOO_SMALL, 0))
                .item(StubFilter.TOOSMALLSIZED)
                .get(sized(NtStatus.BUFFER_TOO_SMALL, SIZED_VALUE.length))
                .item(StubFilter.SUCCESSSIZED)
                .get(sized(NtStatus.SUCCESS, SIZED_VALUE.length))
                .item(StubFilter.SUCCESSZERO)
                .get(sized(NtStatus.SUCCESS, 0))
                .item(StubFilter.BARELIST)
                .get((irp, request, data) -> Answers.bytes(irp, data, ByteBuffer.wrap(Requests.ints(1, 2, 3))))
                .item(StubFilter.GROWING)
                .get((irp, request, data) -> growing(irp, data))
                .item(StubFilter.REMOVE)
                .set((irp, request, data) -> {
                    remove.run();
                    StubState.of(irp).endAll(NtStatus.DEVICE_REMOVED);
                    return NtStatus.SUCCESS;
                })
                .minData(4)
                .build();
    }

    private static NtStatus setLevel(Irp irp, int level, StubEvents events) {
        if (level < -100 || level > 100) {
            return NtStatus.INVALID_PARAMETER;
        }
        StubState state = StubState.of(irp);
        boolean changes = state.level != level;
        state.level = level;
        if (changes) {
            events.levelChanged(irp, level);
        }
        return NtStatus.SUCCESS;
    }

    private static NtStatus slow(Irp irp, ByteBuffer data) {
        StubState state = StubState.of(irp);
        NtStatus pending = state.hold(irp);
        SOON.execute(() -> {
            if (state.release(irp)) {
                irp.complete(Answers.ulong(irp, data, 7));
            }
        });
        return pending;
    }

    private static NtStatus setBlob(Irp irp, ByteBuffer data) {
        byte[] blob = new byte[data == null ? 0 : data.limit()];
        if (blob.length > LARGEST_BLOB) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (data != null) {
            data.get(0, blob);
        }
        StubState.of(irp).blob = blob;
        return NtStatus.SUCCESS;
    }

    /** A value that answers in a way of its own where there is too little room for it. */
    private static KsHandler sized(NtStatus withoutRoom, int information) {
        return (irp, request, data) -> {
            if (data != null && data.limit() >= SIZED_VALUE.length) {
                return Answers.bytes(irp, data, ByteBuffer.wrap(SIZED_VALUE));
            }
            irp.information(information);
            return withoutRoom;
        };
    }

    private static NtStatus growing(Irp irp, ByteBuffer data) {
        StubState state = StubState.of(irp);
        NtStatus status =
                KsHandleSizedListQuery.handle(irp, data, state.listed, 4, (to, offset, i) -> to.putInt(offset, i));
        if (data == null && state.listed < StubFilter.FULLY_GROWN) {
            state.listed++;
        }
        return status;
    }

    /** A control of a camera. */
    static PropertySet camera() {
        return PropertySet.of(KSPROPERTY_VIDCAP_CAMERACONTROL.SET)
                .item(KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM.id())
                .get(StubProperties::getZoom)
                .set(StubProperties::setZoom)
                .minData(KSPROPERTY_CAMERACONTROL_S.LAYOUT.size())
                .values(PropertyValues.stepped(10, 100, 10).withDefault(10))
                .build();
    }

    private static NtStatus getZoom(Irp irp, ByteBuffer request, ByteBuffer data) {
        StubState state = StubState.of(irp);
        data.put(0, request, 0, KSPROPERTY.LAYOUT.size());
        KSPROPERTY_CAMERACONTROL_S.Value.write(ABI, data, 0, state.zoom);
        KSPROPERTY_CAMERACONTROL_S.Flags.write(ABI, data, 0, state.zoomFlags);
        KSPROPERTY_CAMERACONTROL_S.Capabilities.write(
                ABI, data, 0, KSPROPERTY_CAMERACONTROL_FLAGS.AUTO | KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL);
        irp.information(KSPROPERTY_CAMERACONTROL_S.LAYOUT.size());
        return NtStatus.SUCCESS;
    }

    private static NtStatus setZoom(Irp irp, ByteBuffer request, ByteBuffer data) {
        int value = KSPROPERTY_CAMERACONTROL_S.Value.read(ABI, data, 0);
        int flags = KSPROPERTY_CAMERACONTROL_S.Flags.read(ABI, data, 0);
        boolean knownFlags =
                flags == KSPROPERTY_CAMERACONTROL_FLAGS.AUTO || flags == KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
        if (value < 10 || value > 100 || !knownFlags) {
            return NtStatus.INVALID_PARAMETER;
        }
        StubState state = StubState.of(irp);
        state.zoom = value;
        state.zoomFlags = flags;
        return NtStatus.SUCCESS;
    }
}
