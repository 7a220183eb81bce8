package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.record.StudyRecord;

class StudyRunnerTest {
    @TempDir
    Path folder;

    StudyFixture study;

    @BeforeEach
    void make() {
        study = new StudyFixture(folder);
    }

    @Test
    void aFirstRunAnalysesEverythingAndPutsItInPlace() {
        StudyOutcome outcome = study.run();

        assertThat(study.told()).containsExactly("first NEW", "second NEW");
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.experiments()).extracting(o -> o.experiment().name()).containsExactly("first", "second");
        assertThat(study.outputs())
                .containsKeys(
                        "results/first.json",
                        "results/second.json",
                        "figures/first/means.svg",
                        "figures/second/means.svg",
                        "report.html");
        assertThat(study.text("out/report.html")).isEqualTo("Means 2 true");
        AnalysisDocument first =
                outcome.experiments().getFirst().result().orElseThrow().document();
        assertThat(first.results().getFirst().estimate("mean").orElseThrow().value())
                .isEqualTo(2.0);
        assertThat(first.seed()).isEqualTo(7);
        assertThat(first.simulated()).isTrue();
    }

    @Test
    void aSecondRunHasNothingToDo() {
        study.run();
        Map<String, List<Byte>> before = study.outputs();
        long start = System.nanoTime();
        StudyOutcome again = study.run();
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(study.told()).containsExactly("first Unchanged", "second Unchanged");
        assertThat(again.reportWritten()).isFalse();
        assertThat(again.report()).hasSize(1);
        assertThat(study.reports.written).isEqualTo(1);
        assertThat(study.outputs()).isEqualTo(before);
        assertThat(seconds).isLessThan(2); // some 10 ms on a quiet machine
    }

    @Test
    void aFileThatAKeyNamesIsAnInputAndAnAttachmentIsKeptBesideTheResult() {
        study.write("notes/why.txt", "because");
        study.write("study.yaml", StudyFixture.YAML.replace("dose: 10 uM", "note: notes/why.txt"));
        StudyOutcome outcome = study.run();
        AnalysisDocument first =
                outcome.experiments().getFirst().result().orElseThrow().document();
        assertThat(first.inputs())
                .extracting(InputRecord::path)
                .containsExactly("data/a.csv", "data/b.csv", "notes/why.txt");
        assertThat(first.attachments()).extracting(AttachmentRecord::name).containsExactly("note.txt");
        assertThat(study.text("out/attachments/first/note.txt")).isEqualTo("because");

        study.write("out/attachments/first/note.txt", "otherwise");
        study.run();
        assertThat(study.told()).containsExactly("first Unchanged", "second Unchanged");
        assertThat(study.text("out/attachments/first/note.txt")).isEqualTo("because");

        study.write("notes/why.txt", "for another reason");
        study.run();
        assertThat(study.told()).containsExactly("first CHANGED", "second Unchanged");

        study.write("study.yaml", StudyFixture.YAML.replace("dose: 10 uM", "note: ../why.txt"));
        assertThat(study.run().faults())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("leads out"));
    }

    @Test
    void onlyWhatChangedRunsAgain() {
        study.run();
        study.write("data/c.csv", "11\n");
        study.run();
        assertThat(study.told()).containsExactly("first Unchanged", "second CHANGED");

        study.write("study.yaml", StudyFixture.YAML.replace("10 uM", "12 uM"));
        study.run();
        assertThat(study.told()).containsExactly("first CHANGED", "second Unchanged");

        study.write("study.yaml", StudyFixture.YAML.replace("seed: 7", "seed: 8"));
        study.run();
        assertThat(study.told()).containsExactly("first CHANGED", "second CHANGED");

        study.write("study.yaml", StudyFixture.YAML);
        study.write("data/c.csv", "10.5\n");
        study.run();
        assertThat(study.told())
                .as("back to what the record knows")
                .containsExactly("first Unchanged", "second Unchanged");
        assertThat(study.text("out/results/second.json")).contains("\"value\":10.5");
    }

    @Test
    void aTitleChangesTheReportButNoAnalysis() {
        study.run();
        study.write("study.yaml", StudyFixture.YAML.replace("title: Means", "title: Averages"));
        StudyOutcome outcome = study.run();
        assertThat(study.told()).containsExactly("first Unchanged", "second Unchanged");
        assertThat(outcome.reportWritten()).isTrue();
        assertThat(study.text("out/report.html")).startsWith("Averages");
    }

    @Test
    void theBytesDoNotDependOnTheRun(@TempDir Path other) {
        study.run();
        StudyFixture twin = new StudyFixture(other);
        twin.run("second");
        twin.run("first");
        assertThat(twin.outputs().keySet()).isEqualTo(study.outputs().keySet());
        twin.outputs().forEach((file, bytes) -> {
            if (!file.equals("report.html")) {
                assertThat(bytes).as(file).isEqualTo(study.outputs().get(file));
            }
        });
    }

    @Test
    void aFaultyExperimentWritesNothingAndStopsNoOther() {
        study.write("data/a.csv", "1\nx\n3\ny\n");
        StudyOutcome outcome = study.run();

        assertThat(study.told()).containsExactly("first Faulty", "second NEW");
        assertThat(outcome.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "data/a.csv:line 2: 'x' is no number (mend it)",
                        "data/a.csv:line 4: 'y' is no number (mend it)");
        assertThat(study.outputs()).doesNotContainKeys("results/first.json").containsKey("results/second.json");
        assertThat(StudyRecord.view(folder.resolve("out")).latest("first")).isEmpty();
    }

    @Test
    void missingFilesAndContradictionsAreToldWithTheirLine() throws IOException {
        study.write("study.yaml", StudyFixture.YAML.replace("dose: 10 uM", "shift: 3\n      floor: 5"));
        Files.delete(folder.resolve("data/c.csv"));
        assertThat(study.run().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "study.yaml:line 12: floor: is above the shift (lower it)",
                        "study.yaml:line 15: 'data/c.csv' does not exist (put the file there, or mend the path)");
        assertThat(folder.resolve("out/report.html")).doesNotExist();
    }

    @Test
    void onlyRunsTheNamedOneAndShowsTheOthersAsTheyAre() {
        StudyOutcome outcome = study.run("second");
        assertThat(study.told()).containsExactly("first NotRun", "second NEW");
        assertThat(outcome.faults()).isEmpty();
        study.run();
        study.run("first");
        assertThat(study.told()).containsExactly("first Unchanged", "second Unchanged");
        assertThatExceptionOfType(InputFaultException.class)
                .isThrownBy(() -> study.run("secnd"))
                .withMessageContaining("did you mean 'second'?");
    }

    @Test
    void forceRunsAgainAndGivesTheSameBytes() {
        study.run();
        Map<String, List<Byte>> before = study.outputs();
        study.run(new RunOptions(Optional.empty(), Set.of("first"), true));
        assertThat(study.told()).containsExactly("first FORCED", "second Unchanged");
        assertThat(study.outputs()).isEqualTo(before);
    }

    @Test
    void whatIsDeletedComesBack() throws IOException {
        study.run();
        Map<String, List<Byte>> before = study.outputs();
        for (String file : List.of("results/first.json", "figures/second/means.svg", "report.html")) {
            Files.delete(folder.resolve("out").resolve(file));
        }
        study.write("out/results/second.json", "edited by hand");
        study.run();
        assertThat(study.told()).containsExactly("first Unchanged", "second Unchanged");
        assertThat(study.outputs()).isEqualTo(before);
    }

    @Test
    void damageInTheRecordIsHealedByRunningAgain() throws IOException {
        study.run();
        Map<String, List<Byte>> before = study.outputs();
        for (String file : before.keySet()) {
            if (file.startsWith("record/objects")) {
                Files.writeString(folder.resolve("out").resolve(file), "rotten");
            }
        }
        study.run();
        assertThat(study.told()).containsExactly("first DAMAGED", "second DAMAGED");
        assertThat(study.outputs()).isEqualTo(before);
    }

    @Test
    void twoRunsAtOnceAreRefusedClearly() {
        try (StudyRecord held = StudyRecord.open(folder.resolve("out"), InstantSource.system())) {
            assertThatExceptionOfType(InputFaultException.class)
                    .isThrownBy(() -> study.run())
                    .withMessageContaining("another run is writing to this folder");
            assertThat(held.latest("first")).isEmpty();
        }
        assertThat(study.run().faults()).isEmpty();
    }
}
