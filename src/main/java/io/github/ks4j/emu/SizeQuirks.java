package io.github.ks4j.emu;

import io.github.ks4j.emu.QuirkAction.OfProperty;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSPROPERTY_DESCRIPTION;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Quirks about how large a value is, and how much room it takes. */
final class SizeQuirks {
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size();
    private static final int DESCRIPTION = KSPROPERTY_DESCRIPTION.LAYOUT.size();
    private static final int DESCRIPTION_SIZE = KSPROPERTY_DESCRIPTION.DescriptionSize.offset64();
    private static final int LAST_ELEMENT = 16;
    private static final int SET_ROOM = 16;

    private static final Predicate<Attempt> GET = attempt -> attempt.operation() == Operation.GET;
    static final Predicate<Attempt> BASIC_SUPPORT = attempt -> attempt.operation() == Operation.SUPPORT
            && (attempt.flags() & KSPROPERTY_TYPE.BASICSUPPORT) != 0
            && attempt.controlCode() == IOCTL_KS.PROPERTY;

    private SizeQuirks() {}

    /** Answers the question for the size of a list. */
    static OfProperty ofList(NtStatus status) {
        return new OfProperty(GET, (call, below) -> {
            PropertyAnswer answer = below.ask(call);
            return isSize(call, answer) && isList(call, answer, below) ? PropertyAnswer.refused(status) : answer;
        });
    }

    /** Answers the question for the size of any value with another status. */
    static OfProperty ofValue(NtStatus status) {
        return new OfProperty(GET, (call, below) -> {
            PropertyAnswer answer = below.ask(call);
            return isSize(call, answer) ? PropertyAnswer.of(status, answer.information()) : answer;
        });
    }

    /** A list that is longer when it is fetched than when its size was asked. */
    static OfProperty growing() {
        return new OfProperty(GET, (call, below) -> {
            PropertyAnswer answer = below.ask(call);
            boolean isShort = call.room() > LIST && answer.is(NtStatus.BUFFER_TOO_SMALL);
            if (call.room() != 0 && !isShort) {
                return answer;
            }
            PropertyAnswer size = isShort ? below.ask(call.withRoom(0)) : answer;
            if (!size.is(NtStatus.BUFFER_OVERFLOW) || !isList(call, size, below)) {
                return answer;
            }
            int told = isShort ? size.information() : Math.max(LIST, size.information() - LAST_ELEMENT);
            return PropertyAnswer.of(NtStatus.BUFFER_OVERFLOW, told);
        });
    }

    private static boolean isSize(PropertyCall call, PropertyAnswer answer) {
        return call.room() == 0 && answer.is(NtStatus.BUFFER_OVERFLOW) && answer.information() > 0;
    }

    /** Whether what is asked for begins with a KSMULTIPLE_ITEM: four bytes of it are its size. */
    private static boolean isList(PropertyCall call, PropertyAnswer size, PropertyCall.Below below) {
        PropertyAnswer head = below.ask(call.withRoom(Integer.BYTES));
        return size.information() >= LIST
                && head.isSuccess()
                && head.bytes().limit() == Integer.BYTES
                && head.bytes().getInt(0) == size.information();
    }

    /** Changes the bytes of descriptions, none of which gets any shorter or longer. */
    static OfProperty description(Predicate<Attempt> concerns, Consumer<ByteBuffer> change) {
        return new OfProperty(BASIC_SUPPORT.and(concerns), (call, below) -> {
            PropertyAnswer answer = below.ask(call);
            if (answer.isSuccess() && answer.bytes().limit() >= DESCRIPTION) {
                change.accept(answer.bytes());
            }
            return answer;
        });
    }

    /** Claims more than the description has. */
    static void overstate(ByteBuffer description) {
        description.putInt(DESCRIPTION_SIZE, description.getInt(DESCRIPTION_SIZE) + LAST_ELEMENT);
    }

    /** Knows the flags, whatever the room. */
    static OfProperty flagsAlone() {
        return new OfProperty(
                BASIC_SUPPORT,
                (call, below) -> below.ask(call.room() > Integer.BYTES ? call.withRoom(Integer.BYTES) : call));
    }

    /** Wants more room for a value of a node than that takes. */
    static OfProperty roomToSet() {
        return new OfProperty(
                attempt -> attempt.operation() == Operation.SET
                        && KSPROPERTY_AUDIO.SET.guid().equals(attempt.set())
                        && attempt.node() != Target.NO_ID,
                (call, below) ->
                        call.room() < SET_ROOM ? PropertyAnswer.refused(NtStatus.BUFFER_TOO_SMALL) : below.ask(call));
    }
}
