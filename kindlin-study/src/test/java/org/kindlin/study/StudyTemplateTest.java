package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.json.ResultSchema;
import org.kindlin.study.record.KeptAnalysis;

class StudyTemplateTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "dose-response"})
    void everyTemplateRunsAsItIsAndVerifies(String name) {
        AnalysisDocument document = run(name).document();
        assertThat(document.simulated()).isTrue();
        assertThat(document.results()).isNotEmpty();
        assertThat(new StudyVerifier(RunListener.silent())
                        .verify(folder, Optional.empty())
                        .holds())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "dose-response"})
    void whatRealAssaysFindIsValidUnderTheSchema(String name) {
        String json = new String(run(name).json(), StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ResultSchema.text())
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theCurvesOfTheDoseResponseTemplateHoldTheTruth() {
        List<Estimate> found = run("dose-response").document().results().stream()
                .map(result -> result.estimate("ic50").orElseThrow())
                .toList();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).low()).isLessThan(26.0);
        assertThat(found.get(0).high()).isGreaterThan(26.0);
        assertThat(found.get(1).low()).isLessThan(60.0);
        assertThat(found.get(1).high()).isGreaterThan(60.0);
    }

    @Test
    void theMidPointOfTheViabilityTemplateHoldsTheTruth() {
        Estimate gec50 = run("viability").document().results().stream()
                .flatMap(result -> result.estimate("gec50").stream())
                .findFirst()
                .orElseThrow();
        assertThat(gec50.unit()).isEqualTo("nM");
        assertThat(gec50.low()).isLessThan(12_000.0);
        assertThat(gec50.high()).isGreaterThan(12_000.0);
    }

    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        StudyTemplate template = StudyTemplate.find("kinase").orElseThrow();
        assertThatExceptionOfType(InputFaultException.class)
                .isThrownBy(() -> template.create(folder))
                .withMessage(folder + ": the folder is not empty (name a new folder)");
        assertThatExceptionOfType(InputFaultException.class)
                .isThrownBy(() -> template.create(folder.resolve("mine.txt")));
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void everyDataFileSaysThatItIsSimulated() throws IOException {
        for (StudyTemplate template : StudyTemplate.all()) {
            for (Path file : template.create(folder.resolve(template.name()))) {
                if (file.toString().endsWith(".csv")) {
                    assertThat(Files.readString(file)).contains("SIMULATED DATA");
                }
            }
        }
    }

    private KeptAnalysis run(String name) {
        assumeTrue(AssayRegistry.find(name).isPresent(), "the assay " + name + " is not in the registry");
        StudyTemplate.find(name).orElseThrow().create(folder);
        StudyOutcome outcome =
                new StudyRunner(ReportWriter.none(), RunListener.silent()).run(folder, RunOptions.usual());
        assertThat(outcome.faults()).isEmpty();
        return outcome.experiments().getFirst().result().orElseThrow();
    }
}
