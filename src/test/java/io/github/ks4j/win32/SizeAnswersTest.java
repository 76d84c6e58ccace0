package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of sizes that a driver tells in its own way, through the library. */
@StubLibrary
@Timeout(30)
class SizeAnswersTest {
    private static final byte[] VALUE = new byte[24];

    static {
        for (int i = 0; i < VALUE.length; i++) {
            VALUE[i] = (byte) i;
        }
    }

    private final Win32Driver driver = Stub.driver();
    private final KsFilter filter = Ks.over(driver).filter(Stub.PATH);

    @AfterEach
    void close() {
        driver.close();
    }

    private static int[] ints(byte[] bytes) {
        int[] ints = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
        return ints;
    }

    @ParameterizedTest(name = "item {0}")
    @ValueSource(ints = {10, 11, 12, 13, 14})
    void aValueIsReadHoweverItsSizeIsTold(int id) {
        assertArrayEquals(VALUE, filter.getRaw(Stub.PROPERTIES, id));
    }

    @Test
    void aListWithoutAHeadIsReadAsItIs() {
        assertArrayEquals(new int[] {1, 2, 3}, ints(filter.getRaw(Stub.PROPERTIES, Stub.BARELIST)));
    }

    @Test
    void aListThatGrowsWithEachQuestionIsRead() {
        int[] list = ints(filter.getRaw(Stub.PROPERTIES, Stub.GROWING));
        assertEquals(4 * list.length, list[0], "bytes, by its head");
        assertEquals(list.length - 2, list[1], "elements, by its head");
        for (int i = 2; i < list.length; i++) {
            assertEquals(i - 2, list[i]);
        }
    }

    @Test
    void aValueThatIsNoListIsNotTakenForOne() {
        KsProperty<?> list = new KsProperty<>(
                KsSet.of("KSPROPSETID_Stub", Stub.PROPERTIES.toString()),
                Stub.SIZED,
                "KSPROPERTY_STUB_SIZED",
                Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT),
                "");
        assertThrows(KsBadReplyException.class, () -> filter.get(list));
    }

    @Test
    void aSizeIsNoLieButACountBeyondTheRoomIs() {
        assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 24), control(13, 0), "the size that a value takes");
        assertThrows(KsBadReplyException.class, () -> control(13, 4));
    }

    private long control(int id, int length) {
        try (KsBuffer request = Stub.get(driver, id);
                KsBuffer reply = driver.allocate(64)) {
            return driver.open(Stub.PATH, 0).control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, length);
        }
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {1, 23})
    void tooLittleRoomIsRefusedWithTheStatus(int room) {
        KsException e = assertThrows(
                KsException.class, () -> filter.getRaw(Stub.PROPERTIES, Stub.SIZED, ByteBuffer.allocate(room)));
        assertEquals(NtStatus.BUFFER_TOO_SMALL, e.status());
    }

    @Test
    void moreRoomThanNeededIsNotFilled() {
        ByteBuffer target = ByteBuffer.allocate(64);
        assertEquals(24, filter.getRaw(Stub.PROPERTIES, Stub.SIZED, target));
        assertArrayEquals(VALUE, Arrays.copyOf(target.array(), 24));
        assertEquals(24, target.position());
    }
}
