package io.github.ks4j.emu;

import io.github.ks4j.emu.QuirkAction.OfProperty;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSNODEPROPERTY_AUDIO_CHANNEL;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import io.github.ks4j.struct.KSPROPERTY_DESCRIPTION;
import io.github.ks4j.struct.KSPROPERTY_MEMBERSHEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;

/** Quirks about controls: of audio nodes, and of cameras. */
final class ControlQuirks {
    private static final Abi ABI = Abi.X64;
    private static final Int32<KSPROPERTY_DESCRIPTION> TYPE = KSPROPERTY_DESCRIPTION.PropTypeSet.then(KSIDENTIFIER.Id);
    private static final int DESCRIPTION = KSPROPERTY_DESCRIPTION.LAYOUT.size();
    private static final int MEMBERS = KSPROPERTY_MEMBERSHEADER.LAYOUT.size();
    private static final int CHANNEL_REQUEST = KSNODEPROPERTY_AUDIO_CHANNEL.LAYOUT.size();
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();
    private static final int WHO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO | KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;

    private static final Predicate<Attempt> PICTURE = attempt -> attempt.isFor(KSPROPERTY_VIDCAP_VIDEOPROCAMP.SET);
    private static final Predicate<Attempt> CONTROLS =
            PICTURE.or(attempt -> attempt.isFor(KSPROPERTY_VIDCAP_CAMERACONTROL.SET));
    private static final Predicate<Attempt> SET = attempt -> attempt.operation() == Operation.SET;

    private ControlQuirks() {}

    /** Channel 0 is what is -1 elsewhere, 1 what is 0, and so on; there is no -1. */
    static OfProperty masterChannel() {
        return new OfProperty(
                attempt -> attempt.isFor(KSPROPERTY_AUDIO.SET)
                        && attempt.node() != Target.NO_ID
                        && attempt.inputLength() >= CHANNEL_REQUEST,
                (call, below) -> {
                    int channel = KSNODEPROPERTY_AUDIO_CHANNEL.Channel.read(ABI, call.requestBytes(), 0);
                    if (channel == AudioControl.ALL_CHANNELS) {
                        return PropertyAnswer.refused(NtStatus.INVALID_PARAMETER);
                    }
                    byte[] other = call.request().clone();
                    KSNODEPROPERTY_AUDIO_CHANNEL.Channel.write(ABI, PropertyAnswer.bytes(other), 0, channel - 1);
                    return below.ask(call.withRequest(other));
                });
    }

    // Cameras

    static OfProperty unsignedRanges() {
        return SizeQuirks.description(CONTROLS, description -> {
            if (TYPE.read(ABI, description, 0) == PropertyValues.VT_I4) {
                TYPE.write(ABI, description, 0, PropertyValues.VT_UI4);
            }
        });
    }

    /** Calls stepped ranges ranges. */
    static OfProperty wrongMembersFlags() {
        return SizeQuirks.description(attempt -> true, description -> {
            int at = DESCRIPTION;
            while (description.limit() - at >= MEMBERS) {
                KSPROPERTY_MEMBERSHEADER header = KSPROPERTY_MEMBERSHEADER.LAYOUT.at(description, at);
                if (header.get(KSPROPERTY_MEMBERSHEADER.MembersFlags) == KSPROPERTY_MEMBER.STEPPEDRANGES) {
                    header.set(KSPROPERTY_MEMBERSHEADER.MembersFlags, KSPROPERTY_MEMBER.RANGES);
                }
                long length = (long) header.get(KSPROPERTY_MEMBERSHEADER.MembersSize)
                        * header.get(KSPROPERTY_MEMBERSHEADER.MembersCount);
                if (length < 0 || length > description.limit() - at - MEMBERS) {
                    return;
                }
                at += MEMBERS + (int) length;
            }
        });
    }

    /** A value that is set without saying who sets it does not last where the camera does. */
    static OfProperty autoStaysOn() {
        return new OfProperty(SET.and(CONTROLS), (call, below) -> {
            boolean ofNode = call.attempt().node() != Target.NO_ID;
            int flags = ofNode
                    ? KSPROPERTY_CAMERACONTROL_NODE_S.Flags.offset64()
                    : KSPROPERTY_CAMERACONTROL_S.Flags.offset64();
            if (call.room() < flags + Integer.BYTES
                    || (PropertyAnswer.bytes(call.data()).getInt(flags) & WHO) != 0) {
                return below.ask(call);
            }
            PropertyAnswer now = call.asGet().send();
            boolean isAutomatic = now.isSuccess()
                    && now.bytes().limit() >= flags + Integer.BYTES
                    && (now.bytes().getInt(flags) & KSPROPERTY_CAMERACONTROL_FLAGS.AUTO) != 0;
            return isAutomatic ? PropertyAnswer.of(NtStatus.SUCCESS, 0) : below.ask(call);
        });
    }

    static OfProperty refusePicture() {
        return new OfProperty(SET.and(PICTURE), (call, below) -> PropertyAnswer.refused(NtStatus.INVALID_PARAMETER));
    }

    static OfProperty pictureTimesOut() {
        return new OfProperty(SET.and(PICTURE), (call, below) -> {
            boolean isOdd = call.handle().quirks().count(Quirk.PICTURE_CONTROL_TIMES_OUT) % 2 == 1;
            return isOdd ? PropertyAnswer.refused(NtStatus.IO_TIMEOUT) : below.ask(call);
        });
    }

    static OfProperty noExtendedControl() {
        return new OfProperty(
                attempt -> attempt.isFor(KSPROPERTY_CAMERACONTROL_EXTENDED.SET),
                (call, below) -> PropertyAnswer.refused(NtStatus.OBJECT_NAME_NOT_FOUND));
    }

    /** Frame rates in 32 bits each. */
    static OfProperty narrowFrameRates() {
        return DescriptionQuirks.value(DescriptionQuirks.get(KSPROPERTY_VIDCAP_VIDEOCONTROL.FRAME_RATES), value -> {
            int count = Math.max(0, value.length - LIST) / Long.BYTES;
            int size = LIST + count * Integer.BYTES;
            ByteBuffer list = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            list.putInt(size).putInt(count);
            for (int i = 0; i < count; i++) {
                list.putInt((int) PropertyAnswer.bytes(value).getLong(LIST + i * Long.BYTES));
            }
            return list.array();
        });
    }
}
