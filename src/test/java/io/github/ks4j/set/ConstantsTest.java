package io.github.ks4j.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.Struct;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every GUID, number and item that the catalogue declares, against the values that the C compiler gives for Microsoft's
 * headers. What is declared is found by looking: a class and a constant make a C name, as in {@code KSPROPERTY_TYPE} and
 * {@code GET}.
 */
class ConstantsTest {
    private static final Map<String, Long> NUMBERS = new HashMap<>();
    private static final Map<String, String> GUIDS = new HashMap<>();

    /** Numbers for kernel callers, which the headers hide from user mode; from the table of control codes and flags. */
    private static final Map<String, Long> KERNEL_ONLY = Map.ofEntries(
            Map.entry("IOCTL_KS_HANDSHAKE", 0x2F001FL),
            Map.entry("KSEVENTF_EVENT_OBJECT", 4L),
            Map.entry("KSEVENTF_SEMAPHORE_OBJECT", 8L),
            Map.entry("KSEVENTF_DPC", 0x10L),
            Map.entry("KSEVENTF_WORKITEM", 0x20L),
            Map.entry("KSEVENTF_KSWORKITEM", 0x80L),
            Map.entry("KSPROPERTY_STREAMALLOCATOR_STATUS", 1L),
            Map.entry("KSCREATE_ITEM_SECURITYCHANGED", 1L),
            Map.entry("KSCREATE_ITEM_WILDCARD", 2L),
            Map.entry("KSCREATE_ITEM_NOPARAMETERS", 4L),
            Map.entry("KSCREATE_ITEM_FREEONSTOP", 8L),
            Map.entry("KSPROBE_STREAMREAD", 0L),
            Map.entry("KSPROBE_STREAMWRITE", 1L),
            Map.entry("KSPROBE_ALLOCATEMDL", 0x10L),
            Map.entry("KSPROBE_PROBEANDLOCK", 0x20L),
            Map.entry("KSPROBE_SYSTEMADDRESS", 0x40L),
            Map.entry("KSPROBE_ALLOWFORMATCHANGE", 0x80L),
            Map.entry("KSPROBE_MODIFY", 0x200L),
            Map.entry("KSSTREAM_READ", 0L),
            Map.entry("KSSTREAM_WRITE", 1L),
            Map.entry("KSSTREAM_NONPAGED_DATA", 0x100L),
            Map.entry("KSSTREAM_SYNCHRONOUS", 0x1000L),
            Map.entry("KSSTREAM_FAILUREEXCEPTION", 0x2000L));

    @BeforeAll
    static void readFigures() throws Exception {
        try (Reader reader = new InputStreamReader(
                ConstantsTest.class.getResourceAsStream("/abi/ks-constants.json"), StandardCharsets.UTF_8)) {
            JsonObject figures = new Gson().fromJson(reader, JsonObject.class);
            for (Map.Entry<String, JsonElement> e :
                    figures.getAsJsonObject("constants").entrySet()) {
                NUMBERS.put(e.getKey(), e.getValue().getAsLong() & 0xFFFFFFFFL);
            }
            for (Map.Entry<String, JsonElement> e :
                    figures.getAsJsonObject("enums").entrySet()) {
                for (Map.Entry<String, JsonElement> value :
                        e.getValue().getAsJsonObject().entrySet()) {
                    NUMBERS.put(value.getKey(), value.getValue().getAsLong() & 0xFFFFFFFFL);
                }
            }
            for (Map.Entry<String, JsonElement> e :
                    figures.getAsJsonObject("guids").entrySet()) {
                GUIDS.put(e.getKey(), e.getValue().getAsString());
            }
        }
        NUMBERS.putAll(KERNEL_ONLY);
    }

    @TestFactory
    Stream<DynamicTest> everyGuidIsTheHeaders() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> type : declaring()) {
            for (Field field : constants(type)) {
                if (field.getType() == Guid.class) {
                    tests.add(guid(cName(type, field), (Guid) field.get(null)));
                } else if (field.getType() == KsSet.class) {
                    KsSet set = (KsSet) field.get(null);
                    tests.add(guid(set.name(), set.guid()));
                }
            }
        }
        System.out.println("ConstantsTest compares " + tests.size() + " GUIDs");
        assertTrue(tests.size() > 200, "only " + tests.size() + " GUIDs were found");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyNumberIsTheHeaders() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> type : declaring()) {
            for (Field field : constants(type)) {
                if (field.getType() == int.class) {
                    tests.add(number(cName(type, field), field.getInt(null)));
                } else if (KsItem.class.isAssignableFrom(field.getType())) {
                    KsItem item = (KsItem) field.get(null);
                    tests.add(number(item.name(), item.id()));
                } else if (KsEnum.class.isAssignableFrom(field.getType())) {
                    tests.add(number(cName(type, field), ((KsEnum) field.get(null)).value()));
                }
            }
        }
        System.out.println("ConstantsTest compares " + tests.size() + " numbers");
        assertTrue(tests.size() > 250, "only " + tests.size() + " numbers were found");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyItemIsNamedAsItsConstant() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> type : declaring()) {
            for (Field field : constants(type)) {
                if (KsItem.class.isAssignableFrom(field.getType())) {
                    KsItem item = (KsItem) field.get(null);
                    tests.add(DynamicTest.dynamicTest(
                            item.name(), () -> assertTrue(item.name().endsWith("_" + suffix(field)), field.getName())));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void theCatalogueFindsEveryItemByName() throws Exception {
        for (Class<?> type : declaring()) {
            for (Field field : constants(type)) {
                if (KsItem.class.isAssignableFrom(field.getType())) {
                    KsItem item = (KsItem) field.get(null);
                    assertEquals(
                            item,
                            Catalogue.find(item.name().toLowerCase(Locale.ROOT)).orElse(null));
                }
            }
        }
    }

    @Test
    void theCatalogueNamesWhatItKnowsAndPrintsWhatItDoesNot() {
        assertEquals("KSNODETYPE_VOLUME", Catalogue.nameOf(KSNODETYPE.VOLUME));
        assertEquals("KSPROPSETID_Pin", Catalogue.nameOf(KSPROPERTY_PIN.SET.guid()));
        assertEquals(
                "KSPROPERTY_PIN_NAME",
                Catalogue.nameOf(KsProperty.class, KSPROPERTY_PIN.SET.guid(), KSPROPERTY_PIN.NAME.id()));
        Guid unknown = new Guid(1, 2);
        assertEquals(unknown.toString(), Catalogue.nameOf(unknown));
        assertEquals("KSPROPSETID_Pin item 99", Catalogue.nameOf(KsProperty.class, KSPROPERTY_PIN.SET.guid(), 99));
    }

    private static DynamicTest guid(String name, Guid value) {
        return DynamicTest.dynamicTest(name, () -> {
            String expected = GUIDS.get(name);
            assertNotNull(expected, name + " is not in the headers");
            assertEquals(Guid.of(expected), value);
        });
    }

    private static DynamicTest number(String name, int value) {
        return DynamicTest.dynamicTest(name, () -> {
            Long expected = NUMBERS.get(name);
            assertNotNull(expected, name + " is not in the headers");
            assertEquals(expected, Integer.toUnsignedLong(value));
        });
    }

    /** The constants of the enumerations that are not named in capitals are complete names themselves. */
    private static String cName(Class<?> type, Field field) {
        return type.getSimpleName().matches("EP[cx]+[A-Z].*")
                ? field.getName()
                : type.getSimpleName() + "_" + suffix(field);
    }

    /** The name without the underscore that Java needs before a digit. */
    private static String suffix(Field field) {
        String name = field.getName();
        return name.startsWith("_") ? name.substring(1) : name;
    }

    private static List<Field> constants(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getDeclaringClass() == type)
                .toList();
    }

    /** The classes named as the headers name things: in capitals, but for a few. */
    private static List<Class<?>> declaring() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> neighbour : List.of(KsSet.class, Struct.class)) {
            Path folder = Path.of(neighbour
                            .getResource(neighbour.getSimpleName() + ".class")
                            .toURI())
                    .getParent();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.matches("([A-Z0-9_]+|KS_\\w+|EP[cx]+[A-Z][A-Za-z]+)[.]class")) {
                        types.add(Class.forName(neighbour.getPackageName() + "."
                                + name.substring(0, name.length() - ".class".length())));
                    }
                }
            }
        }
        return types;
    }
}
