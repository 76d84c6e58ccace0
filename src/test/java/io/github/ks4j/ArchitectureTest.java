package io.github.ks4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rooms of the house and the doors between them. */
@AnalyzeClasses(packages = "io.github.ks4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.ks4j";

    private static String room(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    /** A room, and the only rooms and libraries that it may use beside itself and the JDK. */
    private static ArchRule uses(String room, String... allowed) {
        List<String> packages = new ArrayList<>(List.of(room(room), "java.."));
        for (String name : allowed) {
            packages.add(name.contains(".") ? name : room(name));
        }
        return classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)));
    }

    @ArchTest
    static final ArchRule STRUCT = uses("struct");

    @ArchTest
    static final ArchRule SET = uses("set", "struct");

    @ArchTest
    static final ArchRule IO = uses("io", "struct");

    @ArchTest
    static final ArchRule KERNEL = uses("kernel", "struct", "set", "io");

    @ArchTest
    static final ArchRule EMU = uses("emu", "kernel", "struct", "set", "io");

    @ArchTest
    static final ArchRule WIN32 = uses("win32", "struct", "io", "com.sun.jna..");

    @ArchTest
    static final ArchRule JNA = uses("jna", "struct", "io", "com.sun.jna..");

    @ArchTest
    static final ArchRule FACADE = uses("", "struct", "set", "io");

    @ArchTest
    static final ArchRule CLI = uses("cli", "", "struct", "set", "io", "emu", "picocli..", "com.google.gson..");

    @ArchTest
    static final ArchRule ONLY_WIN32_AND_ITS_BRIDGE_KNOW_JNA = noClasses()
            .that()
            .resideOutsideOfPackages(room("win32"), room("jna"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NO_WORLD = noClasses()
            .that()
            .resideInAPackage(room("kernel"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.time..")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
}
