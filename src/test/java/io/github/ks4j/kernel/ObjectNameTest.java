package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCREATE_ITEM;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ObjectNameTest {
    private static final String PIN = KsObjectType.PIN.guid().toString();

    private final KSOBJECT_CREATE_ITEM<String> pin = new KSOBJECT_CREATE_ITEM<>(PIN, 0, "pin");
    private final KSOBJECT_CREATE_ITEM<String> wave = new KSOBJECT_CREATE_ITEM<>("Wave", 0, "wave");
    private final KSOBJECT_CREATE_ITEM<String> any = new KSOBJECT_CREATE_ITEM<>("", KSCREATE_ITEM.WILDCARD, "any");

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    private static ObjectName name(String text, int... parameters) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer name = ByteBuffer.allocate(characters.length + parameters.length)
                .put(characters)
                .put(bytes(parameters));
        return ObjectName.of(name.flip());
    }

    @Test
    void aNameIsTheGuidInBracesABackslashAndTheBytes() {
        ByteBuffer name = ObjectName.compose(KsObjectType.CLOCK.guid(), bytes(1, 0, 0x5C, 0xFF));
        assertEquals(82, name.remaining());
        byte[] text = new byte[78];
        name.get(0, text);
        assertEquals("{53172480-4791-11D0-A5D6-28DB04C10000}\\", new String(text, StandardCharsets.UTF_16LE));
        assertEquals(bytes(1, 0, 0x5C, 0xFF), name.slice(78, 4));
    }

    @ParameterizedTest
    @EnumSource(KsObjectType.class)
    void whatIsPutTogetherIsTakenApart(KsObjectType type) {
        ObjectName name = ObjectName.of(ObjectName.compose(type.guid(), bytes(0x5C, 0, 0x5C, 0, 9)));
        assertEquals(type.guid().toString(), name.objectClass());
        assertEquals(bytes(0x5C, 0, 0x5C, 0, 9), name.parameters());
    }

    @Test
    void parametersAreLittleEndianFromIndexZero() {
        ByteBuffer parameters = ObjectName.of(ObjectName.compose(KsObjectType.PIN.guid(), bytes(1, 2, 3, 4)))
                .parameters();
        assertEquals(0x04030201, parameters.getInt(0));
        assertEquals(ByteOrder.LITTLE_ENDIAN, parameters.order());
    }

    @Test
    void composingLeavesTheParametersAsTheyAre() {
        ByteBuffer parameters = bytes(1, 2, 3);
        ObjectName.compose(KsObjectType.PIN.guid(), parameters);
        assertEquals(3, parameters.remaining());
    }

    @Test
    void aNameWithoutABackslashHasNoParameters() {
        ObjectName name = name("Wave");
        assertEquals("Wave", name.objectClass());
        assertEquals(0, name.parameters().limit());
    }

    @Test
    void theFirstBackslashEndsTheText() {
        ObjectName name = name("a\\b\\c");
        assertEquals("a", name.objectClass());
        assertEquals(6, name.parameters().limit());
    }

    @Test
    void anEmptyNameIsEmpty() {
        assertEquals("", name("").objectClass());
        assertEquals("", name("\\", 1).objectClass());
    }

    @Test
    void halfACharacterMakesAnotherName() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notFound(List.of(pin), name(PIN, 0x41)));
    }

    @Test
    void aNameIsNoLongerThanAUnicodeString() {
        ByteBuffer longest = ByteBuffer.allocate(65_456);
        assertEquals(
                65_534, ObjectName.compose(KsObjectType.PIN.guid(), longest).remaining());
        ByteBuffer longer = ByteBuffer.allocate(65_457);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, () -> ObjectName.compose(KsObjectType.PIN.guid(), longer))
                        .status());
        ByteBuffer name = ByteBuffer.allocate(65_535);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, () -> ObjectName.of(name)).status());
    }

    @Test
    void anyBytesAreAName() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            if (noise.length > 9) {
                noise[8] = '\\';
                noise[9] = 0;
            }
            ObjectName name = ObjectName.of(ByteBuffer.wrap(noise));
            assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notFound(List.of(pin, wave), name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wave", "wave", "WAVE", "wAvE"})
    void anItemIsFoundInAnyCase(String text) {
        assertSame(wave, KSOBJECT_CREATE_ITEM.find(List.of(pin, wave), name(text)));
        assertSame(wave, KSOBJECT_CREATE_ITEM.find(List.of(pin, wave), name(text + "\\", 1, 2, 3)));
    }

    @Test
    void aGuidIsFoundInAnyCase() {
        assertSame(pin, KSOBJECT_CREATE_ITEM.find(List.of(pin), name("{146f1a80-4791-11d0-a5d6-28db04c10000}\\", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wav", "Waves", "\\Wave", "Wave "})
    void aNameThatIsNotKnownIsNotFound(String text) {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notFound(List.of(pin, wave), name(text)));
    }

    @Test
    void aWildcardTakesWhatNoOtherTakes() {
        assertSame(any, KSOBJECT_CREATE_ITEM.find(List.of(any, pin), name("x\\", 1)));
        assertSame(any, KSOBJECT_CREATE_ITEM.find(List.of(any, pin), name("")));
        assertSame(pin, KSOBJECT_CREATE_ITEM.find(List.of(any, pin), name(PIN)));
    }

    @Test
    void anItemWithoutParametersTakesNone() {
        List<KSOBJECT_CREATE_ITEM<String>> items =
                List.of(new KSOBJECT_CREATE_ITEM<>("Wave", KSCREATE_ITEM.NOPARAMETERS, "bare"));
        assertEquals("bare", KSOBJECT_CREATE_ITEM.find(items, name("Wave")).context());
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, notFound(items, name("Wave\\", 1)));
    }

    private static NtStatus notFound(List<KSOBJECT_CREATE_ITEM<String>> items, ObjectName name) {
        return assertThrows(KsException.class, () -> KSOBJECT_CREATE_ITEM.find(items, name))
                .status();
    }
}
