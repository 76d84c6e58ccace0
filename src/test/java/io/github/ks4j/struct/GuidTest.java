package io.github.ks4j.struct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {
    private static final String TEXT = "{97E99BA0-BDEA-11CF-A5D6-28DB04C10000}";

    @Test
    void theFirstThreeGroupsAreLittleEndianInMemory() {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        Guid.of(TEXT).write(bytes, 0);
        assertArrayEquals(HexFormat.of().parseHex("a09be997eabdcf11a5d628db04c10000"), bytes.array());
    }

    @Test
    void textSurvivesMemory() {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        Guid.of(TEXT).write(bytes, 0);
        assertEquals(TEXT, Guid.read(bytes, 0).toString());
    }

    @Test
    void bracesAndCaseDoNotMatter() {
        assertEquals(Guid.of(TEXT), Guid.of("97e99ba0-bdea-11cf-a5d6-28db04c10000"));
    }

    @Test
    void aUuidHasTheSameText() {
        UUID uuid = UUID.fromString("8c134960-51ad-11cf-878a-94f801c10000");
        assertEquals(uuid, Guid.of(uuid).toUuid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "97E99BA0",
                "{97E99BA0-BDEA-11CF-A5D6-28DB04C1000}",
                "1-1-1-1-1",
                "97E99BA00-DEA-11CF-A5D6-28DB04C10000",
                "+7E99BA0-BDEA-11CF-A5D6-28DB04C10000",
                "1-1-1-1-0000000000000000000000000001"
            })
    void whatIsNoGuidIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Guid.of(text));
    }
}
