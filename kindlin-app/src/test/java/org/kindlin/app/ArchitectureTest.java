package org.kindlin.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;

/** The house stands as docs/architecture.md draws it: imports point down, and every assay has the same rooms. */
class ArchitectureTest {
    private static final JavaClasses KINDLIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kindlin");

    @Test
    void importsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("fault")
                .definedBy("org.kindlin.fault..")
                .layer("numerics")
                .definedBy("org.kindlin.numerics..")
                .layer("figures")
                .definedBy("org.kindlin.figures..")
                .layer("assays")
                .definedBy("org.kindlin.assays..")
                .layer("mechanism")
                .definedBy("org.kindlin.mechanism..")
                .layer("lab")
                .definedBy("org.kindlin.lab..")
                .layer("study")
                .definedBy("org.kindlin.study..")
                .layer("app")
                .definedBy("org.kindlin.app..")
                .whereLayer("fault")
                .mayNotAccessAnyLayer()
                .whereLayer("numerics")
                .mayNotAccessAnyLayer()
                .whereLayer("figures")
                .mayNotAccessAnyLayer()
                .whereLayer("assays")
                .mayOnlyAccessLayers("fault", "numerics", "figures")
                .whereLayer("mechanism")
                .mayOnlyAccessLayers("fault", "numerics", "figures")
                .whereLayer("lab")
                .mayOnlyAccessLayers("mechanism", "assays", "fault", "numerics")
                .whereLayer("study")
                .mayOnlyAccessLayers("lab", "assays", "fault", "figures")
                .whereLayer("app")
                .mayOnlyAccessLayers("study", "lab", "mechanism", "assays", "fault", "figures")
                .check(KINDLIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.kindlin.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(simpleName("AssayRegistry"), alwaysTrue()) // a registry knows whom it lists
                .ignoreDependency(simpleName("VirtualLab"), alwaysTrue())
                .ignoreDependency(simpleName("Planner"), alwaysTrue())
                .check(KINDLIN);
    }

    @Test
    void numericsKnowsNeitherFilesNorFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("org.kindlin.numerics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.io..", "java.net..", "tools.jackson..", "picocli..", "java.awt..")
                .check(KINDLIN);
    }

    @Test
    void figuresAreDrawnWithoutAwtUntilExported() {
        noClasses()
                .that()
                .resideInAPackage("org.kindlin.figures")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(KINDLIN);
    }

    @Test
    void analysesDoNoInputOrOutput() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Analysis")
                .and(not(resideInAPackage("org.kindlin.assays")))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("java.nio.file..")))
                .check(KINDLIN);
    }

    @Test
    void everyAssayHasTheSameRooms() {
        assertThat(AssayRegistry.all()).isNotEmpty();
        for (Assay<?, ?, ?> assay : AssayRegistry.all()) {
            Class<?> door = assay.getClass();
            String stem = door.getSimpleName().replaceFirst("Assay$", "");
            List<String> rooms = List.of("Protocol", "Reader", "Analysis", "Result", "Figures");
            assertThat(rooms)
                    .allSatisfy(room -> assertThat(KINDLIN.contain(door.getPackageName() + "." + stem + room))
                            .as("%s has no %s%s", assay.name(), stem, room)
                            .isTrue());
        }
    }
}
