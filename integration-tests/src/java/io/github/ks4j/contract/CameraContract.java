package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control of a camera: a value with a range and a default, in a structure that starts with the request. */
abstract class CameraContract extends DriverContract {
    private static final int AUTO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO;
    private static final int MANUAL = KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
    private static final int SIZE = 40;

    private static byte[] zoom(int flags, int... words) {
        return head(
                KSPROPERTY_VIDCAP_CAMERACONTROL.SET.guid(), KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM.id(), flags, words);
    }

    private Requests.Reply ask(int operation, int length) {
        return filter().property(zoom(operation), length);
    }

    private void isZoomed(int value, int flags) {
        ask(KSPROPERTY_TYPE.GET, SIZE).succeedsWith(zoom(KSPROPERTY_TYPE.GET, value, flags, AUTO | MANUAL, 0));
    }

    private Requests.Reply set(int value, int flags) {
        return filter().property(zoom(KSPROPERTY_TYPE.SET), zoom(KSPROPERTY_TYPE.SET, value, flags, 0, 0));
    }

    /** A description with so many bytes of lists behind it. */
    private static byte[] description(int lists, byte[]... members) {
        int size = SIZE;
        for (byte[] list : members) {
            size += list.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET).putInt(size);
        Guid.of("{97E99BA0-BDEA-11CF-A5D6-28DB04C10000}").write(bytes, 8);
        bytes.putInt(24, 3).putInt(32, lists).position(SIZE);
        for (byte[] list : members) {
            bytes.put(list);
        }
        return bytes.array();
    }

    /** One stepped range of 16 bytes: step, reserved, minimum, maximum. */
    private static byte[] range() {
        return ints(2, 16, 1, 0, 10, 0, 10, 100);
    }

    /** One value of four bytes, flagged as the default. */
    private static byte[] defaultValue() {
        return ints(3, 4, 1, 1, 10);
    }

    @Test
    void aControlStartsWithItsDefault() {
        isZoomed(10, MANUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 55, 100})
    void aValueIsReadBack(int value) {
        set(value, MANUAL).succeeds();
        isZoomed(value, MANUAL);
    }

    @Test
    void aControlIsLeftToTheCamera() {
        set(20, AUTO).succeeds();
        isZoomed(20, AUTO);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 101, -1})
    void aValueOutOfRangeIsAnInvalidParameter(int value) {
        set(value, MANUAL).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, AUTO | MANUAL, 4})
    void anythingButOneOfTheFlagsIsAnInvalidParameter(int flags) {
        set(20, flags).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aRefusedValueLeavesTheOldOne() {
        set(50, AUTO).succeeds();
        set(101, MANUAL).failsWith(NtStatus.INVALID_PARAMETER);
        isZoomed(50, AUTO);
    }

    @Test
    void theStructureTellsItsSize() {
        ask(KSPROPERTY_TYPE.GET, 0).needs(SIZE);
    }

    @Test
    void lessThanTheStructureIsTooSmall() {
        ask(KSPROPERTY_TYPE.GET, SIZE - 4).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void anotherControlIsNotFound() {
        filter().property(
                        head(
                                KSPROPERTY_VIDCAP_CAMERACONTROL.SET.guid(),
                                KSPROPERTY_VIDCAP_CAMERACONTROL.PAN.id(),
                                KSPROPERTY_TYPE.GET),
                        SIZE)
                .failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void basicSupportHasTheRangeAndTheDefault() {
        byte[] full = description(2, range(), defaultValue());
        ask(KSPROPERTY_TYPE.BASICSUPPORT, 0).needs(full.length);
        ask(KSPROPERTY_TYPE.BASICSUPPORT, full.length).succeedsWith(full);
    }

    @Test
    void basicSupportOfFortyBytesIsTheDescription() {
        byte[] full = description(2, range(), defaultValue());
        ask(KSPROPERTY_TYPE.BASICSUPPORT, SIZE).succeedsWith(Arrays.copyOf(full, SIZE));
    }

    @Test
    void defaultValuesHaveTheDefaultOnly() {
        byte[] full = description(1, defaultValue());
        ask(KSPROPERTY_TYPE.DEFAULTVALUES, 0).needs(full.length);
        ask(KSPROPERTY_TYPE.DEFAULTVALUES, full.length).succeedsWith(full);
    }

    @Test
    void defaultValuesOfFourBytesAreTheAccessFlags() {
        ask(KSPROPERTY_TYPE.DEFAULTVALUES, 4).succeedsWith(KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET);
    }
}
