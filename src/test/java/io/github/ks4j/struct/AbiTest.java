package io.github.ks4j.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every structure that is declared, against the figures that the C compiler gives for Microsoft's headers. What is
 * declared is found by looking, so nothing can be left out.
 */
class AbiTest {
    private static int structures;
    private static int fields;

    @TestFactory
    Stream<DynamicTest> everyStructureHasTheLayoutOfTheHeaders() throws Exception {
        List<Layout<?>> declared = declared();
        Map<Abi, JsonObject> figures = Map.of(Abi.X64, figures("x64"), Abi.X86, figures("x86"));
        return declared.stream()
                .flatMap(layout -> Stream.of(Abi.values())
                        .map(abi -> DynamicTest.dynamicTest(
                                layout.name() + " " + abi, () -> check(layout, abi, figures.get(abi)))));
    }

    @Test
    void noStructureIsOverlooked() throws Exception {
        assertTrue(declared().size() >= 90, "only " + declared().size() + " structures were found");
    }

    @TestFactory
    Stream<DynamicTest> everyMemberIsAConstantOfTheSameName() throws Exception {
        return declared().stream()
                .map(layout -> DynamicTest.dynamicTest(layout.name(), () -> {
                    Map<String, String> constants = new TreeMap<>();
                    for (var constant : view(layout).getFields()) {
                        if (Field.class.isAssignableFrom(constant.getType())) {
                            constants.put(constant.getName(), ((Field<?>) constant.get(null)).name());
                        }
                    }
                    Map<String, String> expected = new TreeMap<>();
                    layout.fields().forEach(field -> expected.put(field.name(), field.name()));
                    assertEquals(expected, constants);
                }));
    }

    @AfterAll
    static void tell() {
        System.out.println("AbiTest compared " + structures + " layouts with " + fields + " members");
    }

    private static void check(Layout<?> layout, Abi abi, JsonObject figures) {
        JsonObject expected = figures.getAsJsonObject(layout.name());
        assertTrue(expected != null, layout.name() + " is not in the ABI files");
        assertEquals(expected.get("size").getAsInt(), layout.size(abi), "sizeof");
        assertEquals(expected.get("align").getAsInt(), layout.alignment(abi), "_Alignof");
        Map<String, List<Integer>> members = new TreeMap<>();
        for (Map.Entry<String, JsonElement> member :
                expected.getAsJsonObject("fields").entrySet()) {
            JsonArray figure = member.getValue().getAsJsonArray();
            members.put(
                    member.getKey(),
                    List.of(figure.get(0).getAsInt(), figure.get(1).getAsInt()));
        }
        Map<String, List<Integer>> declared = new TreeMap<>();
        for (Field<?> field : layout.fields()) {
            if (field.offset(abi) != Field.ABSENT) {
                declared.put(field.name(), List.of(field.offset(abi), field.size(abi)));
            }
        }
        assertEquals(members, declared, "members as name=[offset, size]");
        structures++;
        fields += declared.size();
    }

    /** The layouts of all view classes; anonymous structures, which C gives no name, are covered by what nests them. */
    static List<Layout<?>> declared() throws Exception {
        Path folder = Path.of(Struct.class.getResource("Struct.class").toURI()).getParent();
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .forEach(file -> names.add(file.substring(0, file.length() - ".class".length())));
        }
        List<Layout<?>> layouts = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(Struct.class.getPackageName() + "." + name);
            if (Struct.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                Layout<?> layout = (Layout<?>) type.getField("LAYOUT").get(null);
                assertEquals(name, layout.name(), "the view class is named as the structure");
                layouts.add(layout);
            }
        }
        return layouts;
    }

    private static Class<?> view(Layout<?> layout) throws ClassNotFoundException {
        return Class.forName(Struct.class.getPackageName() + "." + layout.name());
    }

    private static JsonObject figures(String abi) throws IOException {
        JsonObject figures = read("ks-abi-" + abi + ".json");
        // Structures of the kernel's side are not in the headers that user mode sees.
        read("ks-abi-kernel.json").getAsJsonObject(abi).entrySet().forEach(kernelOnly -> {
            figures.add(kernelOnly.getKey(), kernelOnly.getValue());
        });
        return figures;
    }

    private static JsonObject read(String name) throws IOException {
        try (Reader reader =
                new InputStreamReader(AbiTest.class.getResourceAsStream("/abi/" + name), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }
}
