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

    /** What is said to be the bass, in units of 1/65536 dB, is the number of an input. */
    static OfProperty bassSelectsInput() {
        return new OfProperty(attempt -> attempt.isFor(KSPROPERTY_AUDIO.BASS), (call, below) -> {
            Operation operation = call.attempt().operation();
            if (operation == Operation.SET && call.room() >= Integer.BYTES) {
                byte[] value = call.data().clone();
                long decibels = (long) PropertyAnswer.bytes(value).getInt(0) * AudioControl.DECIBEL;
                PropertyAnswer.bytes(value).putInt(0, (int)
                        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, decibels)));
                return below.ask(call.withData(value));
            }
            PropertyAnswer answer = below.ask(call);
            if (operation == Operation.GET && answer.isSuccess()) {
                divide(answer.bytes(), 0, answer.bytes().limit());
            } else if (operation == Operation.SUPPORT && answer.isSuccess()) {
                eachList(answer.bytes(), (at, length) -> divide(answer.bytes(), at + MEMBERS, length));
            }
            return answer;
        });
    }

    private static void divide(ByteBuffer bytes, int from, int length) {
        for (int at = from; at + Integer.BYTES <= from + length; at += Integer.BYTES) {
            bytes.putInt(at, bytes.getInt(at) / AudioControl.DECIBEL);
        }
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
        return SizeQuirks.description(
                attempt -> true,
                description -> eachList(description, (at, length) -> {
                    if (KSPROPERTY_MEMBERSHEADER.MembersFlags.read(ABI, description, at)
                            == KSPROPERTY_MEMBER.STEPPEDRANGES) {
                        KSPROPERTY_MEMBERSHEADER.MembersFlags.write(ABI, description, at, KSPROPERTY_MEMBER.RANGES);
                    }
                }));
    }

    /** What is done with a list of members: where its head is, and the length of what lies behind that. */
    @FunctionalInterface
    private interface MemberList {
        void change(int at, int length);
    }

    /** Changes each list of members of a description, as far as these make sense. */
    private static void eachList(ByteBuffer description, MemberList change) {
        int at = DESCRIPTION;
        while (description.limit() - at >= MEMBERS) {
            long length = (long) KSPROPERTY_MEMBERSHEADER.MembersSize.read(ABI, description, at)
                    * KSPROPERTY_MEMBERSHEADER.MembersCount.read(ABI, description, at);
            if (length < 0 || length > description.limit() - at - MEMBERS) {
                return;
            }
            change.change(at, (int) length);
            at += MEMBERS + (int) length;
        }
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
