package io.github.ks4j.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The C side asserts the layouts that the Java side declares: {@code native-stubs/include/ks4j_abi_assert.h} is derived
 * from them. After a change of a structure, run this test with {@code -Dks4j.update=true} to write the file anew.
 */
class AbiHeaderTest {
    private static final Path HEADER = Path.of("native-stubs", "include", "ks4j_abi_assert.h");

    @Test
    void theCAssertionsAreThoseOfTheDeclaredLayouts() throws Exception {
        String expected = header();
        if (Boolean.getBoolean("ks4j.update")) {
            Files.createDirectories(HEADER.getParent());
            Files.writeString(HEADER, expected);
        }
        assertEquals(expected, Files.readString(HEADER), "run again with -Dks4j.update=true to write " + HEADER);
    }

    private static String header() throws Exception {
        StringBuilder text = new StringBuilder("""
                /* Asserts that the structures of ks4j_ks.h lie as the Java side declares them.
                   Derived from io.github.ks4j.struct by AbiHeaderTest; do not edit.
                   A structure is asserted where KS4J_HAS_<name> says that the C side defines it. */
                #ifndef KS4J_ABI_ASSERT_H
                #define KS4J_ABI_ASSERT_H

                #include <stddef.h>
                #include <stdint.h>

                """);
        for (Layout<?> layout : AbiTest.declared()) {
            text.append("#ifdef KS4J_HAS_").append(layout.name()).append('\n');
            if (differs(layout)) {
                text.append("#if UINTPTR_MAX > 0xFFFFFFFFu\n");
                assertions(text, layout, Abi.X64);
                text.append("#else\n");
                assertions(text, layout, Abi.X86);
                text.append("#endif\n");
            } else {
                assertions(text, layout, Abi.X64);
            }
            text.append("#endif\n\n");
        }
        return text.append("#endif\n").toString();
    }

    private static boolean differs(Layout<?> layout) {
        return layout.size(Abi.X64) != layout.size(Abi.X86)
                || layout.alignment(Abi.X64) != layout.alignment(Abi.X86)
                || layout.fields().stream()
                        .anyMatch(field ->
                                field.offset64() != field.offset32() || field.size(Abi.X64) != field.size(Abi.X86));
    }

    private static void assertions(StringBuilder text, Layout<?> layout, Abi abi) {
        String name = layout.name();
        check(text, "sizeof(" + name + ")", layout.size(abi), name);
        check(text, "_Alignof(" + name + ")", layout.alignment(abi), name);
        for (Field<?> field : layout.fields()) {
            if (field.offset(abi) != Field.ABSENT) {
                String member = name + "." + field.name();
                check(text, "offsetof(" + name + ", " + field.name() + ")", field.offset(abi), member);
                check(text, "sizeof(((" + name + " *)0)->" + field.name() + ")", field.size(abi), member);
            }
        }
    }

    private static void check(StringBuilder text, String expression, int value, String what) {
        text.append("_Static_assert(")
                .append(expression)
                .append(" == ")
                .append(value)
                .append(", \"")
                .append(what)
                .append("\");\n");
    }
}
