package io.github.ks4j.jna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field;
import io.github.ks4j.struct.Layout;
import io.github.ks4j.struct.Struct;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every JNA structure of the package, found by looking, against the one truth for layouts, which is compared with the C
 * compiler's figures elsewhere.
 */
class StructureLayoutTest {
    private static final Set<String> CORE = Set.of(
            "KSPROPERTY",
            "KSMETHOD",
            "KSEVENT",
            "KSP_PIN",
            "KSP_NODE",
            "KSE_NODE",
            "KSM_NODE",
            "KSMULTIPLE_ITEM",
            "KSEVENTDATA",
            "KSDATAFORMAT",
            "KSPIN_CONNECT",
            "KSSTREAM_HEADER",
            "KSALLOCATOR_FRAMING");

    static List<Class<? extends Structure>> structures() throws Exception {
        Path folder =
                Path.of(KsMemory.class.getResource("KsMemory.class").toURI()).getParent();
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package"))
                    .forEach(file -> names.add(file.substring(0, file.length() - ".class".length())));
        }
        List<Class<? extends Structure>> found = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(KsMemory.class.getPackageName() + "." + name);
            if (Structure.class.isAssignableFrom(type)) {
                found.add(type.asSubclass(Structure.class));
            }
        }
        return found;
    }

    /** Those that are no part of another. */
    static List<Class<? extends Structure>> wholes() throws Exception {
        return structures().stream().filter(type -> !type.isMemberClass()).toList();
    }

    /** The layout of the same name; that of a part is nested in its whole's view class. */
    private static Layout<?> layout(Class<?> structure) throws Exception {
        String name =
                structure.getName().substring(KsMemory.class.getPackageName().length() + 1);
        return (Layout<?>) Class.forName(Struct.class.getPackageName() + "." + name)
                .getField("LAYOUT")
                .get(null);
    }

    /** The members that are no second form of one that comes before, as name=[offset, size]. */
    private static Map<String, List<Integer>> declared(Layout<?> layout) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        int end = 0;
        for (Field<?> field : layout.fields()) {
            if (field.offset64() >= end) {
                members.put(field.name(), List.of(field.offset64(), field.size(Abi.X64)));
                end = field.offset64() + field.size(Abi.X64);
            }
        }
        return members;
    }

    private static Map<String, List<Integer>> mapped(Structure structure) throws Exception {
        Method offset = Structure.class.getDeclaredMethod("fieldOffset", String.class);
        offset.setAccessible(true);
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (java.lang.reflect.Field field : structure.getClass().getFields()) {
            if (field.getDeclaringClass().getPackage().equals(KsMemory.class.getPackage())) {
                members.put(
                        field.getName(),
                        List.of(
                                (int) offset.invoke(structure, field.getName()),
                                Native.getNativeSize(field.getType(), field.get(structure))));
            }
        }
        return members;
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyMemberLiesWhereTheHeaderHasIt(Class<? extends Structure> type) throws Exception {
        Structure structure = type.getConstructor().newInstance();
        Layout<?> layout = layout(type);
        assertEquals(layout.size(Abi.X64), structure.size(), "sizeof");
        assertEquals(declared(layout), mapped(structure), "members as name=[offset, size]");
        Method alignment = Structure.class.getDeclaredMethod("getStructAlignment");
        alignment.setAccessible(true);
        assertEquals(layout.alignment(Abi.X64), alignment.invoke(structure), "_Alignof");
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void aStructureTakesTheMemoryThatItIsGiven(Class<? extends Structure> type) throws Exception {
        int size = layout(type).size(Abi.X64);
        Memory memory = new Memory(size);
        for (int i = 0; i < size; i++) {
            memory.setByte(i, (byte) (i + 1));
        }
        byte[] before = memory.getByteArray(0, size);
        Structure structure = type.getConstructor(Pointer.class).newInstance(memory);
        memory.clear();
        structure.write();
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (memory.getByte(i) != before[i]) {
                lost.add(i);
            }
        }
        assertEquals(padding(layout(type)), lost, "bytes that were not read and written");
    }

    /** The bytes that belong to no member. */
    private static List<Integer> padding(Layout<?> layout) {
        List<Integer> bytes = new ArrayList<>();
        for (int i = 0; i < layout.size(Abi.X64); i++) {
            bytes.add(i);
        }
        for (Field<?> field : layout.fields()) {
            if (field instanceof Field.Nested<?, ?> nested) {
                List<Integer> inner = padding(nested.layout()).stream()
                        .map(i -> i + field.offset64())
                        .toList();
                bytes.removeIf(
                        i -> i >= field.offset64() && i < field.offset64() + field.size(Abi.X64) && !inner.contains(i));
            } else {
                bytes.removeIf(i -> i >= field.offset64() && i < field.offset64() + field.size(Abi.X64));
            }
        }
        return bytes;
    }

    @Test
    void theCoreRequestStructuresAreThere() throws Exception {
        Set<String> found = structures().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        assertTrue(found.containsAll(CORE), () -> CORE + " are more than " + found);
    }
}
