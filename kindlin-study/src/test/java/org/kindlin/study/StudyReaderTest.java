package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.quantity.CompoundForm;

class StudyReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatAStudySays() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), """
                # a comment
                title: "Defactinib: a dual inhibitor?"
                question: >
                  Does it hit both
                  kinases?
                seed: 20260101
                compounds:
                  defactinib: {free base: 510.50 g/mol, HCl: 546.95}
                experiments:
                  kinase:
                    assay: mean
                    title: FAK and Pyk2
                    note: made by the virtual lab
                    plates:
                      - {file: data/a b.csv, layout: data/map.csv, target: FAK, day: 010}
                      - data/c.csv
                    protocol:
                      dose: 10 uM
                      shift: 1e-3
                      floor: [-1, -2]
                """);
        assertThat(StudyFixture.faultsOf(folder, Files.readString(folder.resolve("study.yaml"))))
                .containsExactly("study.yaml:line 20: '-1, -2' is not a valid floor (expected: number)");
        Files.writeString(
                folder.resolve("study.yaml"),
                Files.readString(folder.resolve("study.yaml")).replace("[-1, -2]", "-1"));
        Study study = StudyReader.read(folder, StudyFixture.ASSAYS);

        assertThat(study.title()).isEqualTo("Defactinib: a dual inhibitor?");
        assertThat(study.question()).isEqualTo("Does it hit both kinases?");
        assertThat(study.seed()).isEqualTo(20260101);
        assertThat(study.compounds())
                .containsExactly(
                        new CompoundForm("defactinib", "free base", 510.5),
                        new CompoundForm("defactinib", "HCl", 546.95));
        Experiment kinase = study.experiments().getFirst();
        assertThat(kinase.title()).isEqualTo("FAK and Pyk2");
        assertThat(kinase.note()).isEqualTo("made by the virtual lab");
        assertThat(kinase.protocol())
                .containsExactly(Map.entry("dose", "10 uM"), Map.entry("shift", "1e-3"), Map.entry("floor", "-1"));
        assertThat(kinase.files())
                .containsExactly(
                        new Experiment.DataFile(
                                "data/a b.csv", "data/map.csv", Map.of("target", "FAK", "day", "010"), 15),
                        new Experiment.DataFile("data/c.csv", "", Map.of(), 16));
    }

    @Test
    void theStudyMayBeNamedByItsFileAndCarryAByteOrderMark() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "\uFEFF" + StudyFixture.YAML);
        assertThat(StudyReader.read(folder.resolve("study.yaml"), StudyFixture.ASSAYS)
                        .title())
                .isEqualTo("Means");
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        assertThat(StudyFixture.faultsOf(folder, """
                titel: Means
                seed: soon
                compounds:
                  defactinib: {HCl: heavy, d6: -1}
                experiments:
                  First:
                    assay: meen
                    files: []
                  first:
                    assay: mean
                    flies: x
                    files:
                      - {layout: a.csv}
                      - ../secret
                      - /etc/passwd
                      - {file: C:\\data, target: [a]}
                    protocol:
                      dose: much
                      shft: 3
                      floor:
                  a/b: nothing
                """))
                .containsExactly(
                        "study.yaml:line 1: the study has no 'title' (add a line such as 'title: Defactinib on FAK and Pyk2')",
                        "study.yaml:line 1: unknown key 'titel' in the study, did you mean 'title'? (known keys: title, question, compounds, seed, experiments)",
                        "study.yaml:line 2: 'soon' is no seed (give a whole number, such as 1)",
                        "study.yaml:line 4: 'heavy' is no molar mass (give g/mol, such as 'HCl: 546.95 g/mol')",
                        "study.yaml:line 4: '-1' is no molar mass (give g/mol, such as 'HCl: 546.95 g/mol')",
                        "study.yaml:line 7: unknown assay 'meen', did you mean 'mean'? (one of: mean)",
                        "study.yaml:line 8: the list of files is empty (name at least one file)",
                        "study.yaml:line 9: 'first' differs from another experiment only in case (rename one of them)",
                        "study.yaml:line 11: unknown key 'flies' in experiment 'first', did you mean 'files'? (known keys: assay, protocol, title, note, files, plates)",
                        "study.yaml:line 13: a file has no 'file' (add 'file: data/plate.csv')",
                        "study.yaml:line 14: '../secret' leads out of the study folder (name a file inside the study folder, such as data/plate.csv)",
                        "study.yaml:line 15: '/etc/passwd' is not a path relative to the study folder (name a file inside the study folder, such as data/plate.csv)",
                        "study.yaml:line 16: 'target' must be text, not a list (write 'target: text')",
                        "study.yaml:line 16: 'C:\\data' is not a path relative to the study folder (name a file inside the study folder, such as data/plate.csv)",
                        "study.yaml:line 18: 'much' is not a valid dose (expected: quantity, default unit uM)",
                        "study.yaml:line 19: unknown key 'shft', did you mean 'shift'? (known keys: shift, dose, floor, note)",
                        "study.yaml:line 20: 'floor' has no value (give it one, or remove it)",
                        "study.yaml:line 21: 'a/b' cannot name an experiment (use letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit)",
                        "study.yaml:line 21: experiment 'a/b' must have keys with values, not text (write 'key: value' lines)",
                        "study.yaml:line 21: the experiment has no 'assay' (one of: mean)",
                        "study.yaml:line 21: the experiment has no 'files' (add 'files:' with a list, such as '- data/plate.csv')");
    }

    @Test
    void aStudyThatIsNoneIsSaidPlainly() {
        assertThat(StudyFixture.faultsOf(folder, ""))
                .first()
                .asString()
                .contains("must have keys with values, not nothing");
        assertThat(StudyFixture.faultsOf(folder, "- a\n- b\n"))
                .first()
                .asString()
                .contains("not a list");
        assertThat(StudyFixture.faultsOf(folder, "title: a\nexperiments: {}\n"))
                .containsExactly("study.yaml:line 2: 'experiments' is empty (add at least one)");
        assertThat(StudyFixture.faultsOf(folder, "title: a\ntitle: b\n"))
                .contains("study.yaml:line 2: 'title' stands here again, first on line 1 (keep one of them)");
        assertThat(StudyFixture.faultsOf(folder, "title: a: b\n"))
                .singleElement()
                .asString()
                .startsWith("study.yaml:line 1: not readable as YAML: mapping values are not allowed here");
        assertThat(StudyFixture.faultsOf(folder, "title: a\nexperiments:\n\tone: b\n"))
                .singleElement()
                .asString()
                .startsWith("study.yaml:line 3: not readable as YAML: ");
        assertThat(StudyFixture.faultsOf(folder, StudyFixture.YAML + "---\na: 1\n"))
                .containsExactly(
                        "study.yaml:line 16: a second document starts here (keep one document: remove the '---')");
    }

    @Test
    void aFolderWithoutAStudyIsSaidPlainly(@TempDir Path empty) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> StudyReader.read(empty, List.of())))
                .hasMessage(empty + ": 'study.yaml' does not exist (put the file there, or mend the path)");
    }
}
