package org.kindlin.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyVerifierTest {
    private static final String REPORT_OF_ANOTHER_STUDY =
            "the report does not tell the study as it is now: study.yaml has"
                    + " been changed since it was written; a run makes it anew";

    @TempDir
    Path folder;

    StudyFixture study;

    @BeforeEach
    void make() {
        study = new StudyFixture(folder);
        study.run();
    }

    @Test
    void anUntouchedStudyHoldsAndNothingIsWritten() {
        Map<String, List<Byte>> before = study.outputs();
        Verification verification = verify();
        assertThat(verification.holds()).isTrue();
        assertThat(sentences(verification)).isEmpty();
        assertThat(study.outputs()).isEqualTo(before);
    }

    @Test
    void aChangedFileIsNamedWithEveryNumberItChanges() {
        study.write("data/b.csv", "# SIMULATED DATA\n4\n6\n");
        assertThat(sentences(verify()))
                .hasSize(3)
                .anySatisfy(s -> assertThat(s).startsWith("data/b.csv differs from what the result was made from"))
                .contains("target=Pyk2, file=b.csv: mean value was 4.5, is 5")
                .anySatisfy(s -> assertThat(s).startsWith("figure means was "));
    }

    @Test
    void aChangedProtocolIsNamed() {
        study.write("study.yaml", StudyFixture.YAML.replace("dose: 10 uM", "dose: 12 uM"));
        assertThat(sentences(verify())).containsExactly(REPORT_OF_ANOTHER_STUDY, "protocol dose was 10 uM, is 12 uM");
    }

    @Test
    void aReportUnderAnotherTitleIsNamedAndARunMendsIt() {
        study.write("study.yaml", StudyFixture.YAML.replace("title: Means", "title: Averages"));
        Verification retitled = verify();
        assertThat(retitled.holds()).isFalse();
        assertThat(sentences(retitled)).containsExactly(REPORT_OF_ANOTHER_STUDY);
        study.run();
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void aRunThatWasKilledBeforeItsReportIsNoticed() throws IOException {
        Path journal = folder.resolve("out/record/journal.jsonl");
        byte[] report = Files.readAllBytes(folder.resolve("out/report.html"));
        List<String> first = Files.readAllLines(journal);
        study.write("data/c.csv", "11\n");
        study.run();
        List<String> second = Files.readAllLines(journal);
        // the second run's analysis is kept, its report never came to be
        Files.write(journal, second.subList(0, second.size() - 1));
        Files.write(folder.resolve("out/report.html"), report);
        assertThat(second.getLast()).contains("\"kind\":\"report\"");
        assertThat(sentences(verify()))
                .containsExactly(
                        "the report does not tell the study as it is now: it was made from other results than the"
                                + " record has; a run makes it anew");

        Files.write(journal, first.subList(0, first.size() - 1));
        study.write("data/c.csv", "10.5\n");
        study.run("second");
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void theFirstRunsMissingReportIsNoticed() throws IOException {
        Path journal = folder.resolve("out/record/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 1));
        assertThat(sentences(verify()))
                .containsExactly(
                        "the report does not tell the study as it is now: none has been written; a run makes it anew");
    }

    @Test
    void goingBackToWhatTheRecordKnowsHolds() {
        study.write("data/c.csv", "11\n");
        study.run();
        study.write("data/c.csv", "10.5\n");
        study.run();
        assertThat(sentences(verify())).isEmpty();
    }

    @Test
    void damageIsNamedOnceWithWhatItHit() throws IOException {
        for (String file : study.outputs().keySet()) {
            Path path = folder.resolve("out").resolve(file);
            if (file.startsWith("record/objects") && Files.readString(path).startsWith("<svg>")) {
                Files.writeString(path, "<svg>forged</svg>");
            }
        }
        study.write("out/results/second.json", "{}");
        Files.delete(folder.resolve("out/report.html"));
        Verification verification = verify();
        assertThat(verification.holds()).isFalse();
        assertThat(sentences(verification))
                .hasSize(4)
                .anySatisfy(
                        s -> assertThat(s).startsWith("figure means of first (").contains("damaged in the record"))
                .anySatisfy(s ->
                        assertThat(s).startsWith("figure means of second (").contains("damaged in the record"))
                .contains("results/second.json has been altered; a run puts it back")
                .contains("report.html is missing; a run puts it back");
    }

    @Test
    void aDifferentVersionsNumbersAreToldOldAndNew() throws IOException {
        // as if an earlier version had found another mean: its document, kept under its own hash
        Path journal = folder.resolve("out/record/journal.jsonl");
        Files.delete(journal);
        Files.delete(folder.resolve("out/report.html"));
        study.write("data/c.csv", "12\n");
        study.run();
        study.write("data/c.csv", "10.5\n");
        assertThat(sentences(verify())).contains("file=c.csv: mean value was 12, is 10.5");
    }

    @Test
    void whatWasNeverRunOrCannotRunIsSaid() throws IOException {
        study.write("study.yaml", StudyFixture.YAML + "  third: {assay: mean, files: data/a.csv}\n");
        Files.delete(folder.resolve("data/c.csv"));
        assertThat(sentences(verify()))
                .containsExactly(
                        REPORT_OF_ANOTHER_STUDY,
                        "study.yaml:line 14: 'data/c.csv' does not exist (put the file there, or mend the path)",
                        "third has never been run");
    }

    @Test
    void aTornJournalLineIsMentionedButIsNoDifference() throws IOException {
        Path journal = folder.resolve("out/record/journal.jsonl");
        Files.writeString(journal, Files.readString(journal) + "{\"time\":\"2026");
        Verification torn = verify();
        assertThat(torn.holds()).isTrue();
        assertThat(sentences(torn)).containsExactly("line 4 of the journal was cut short when its writer was stopped");

        Files.writeString(journal, Files.readString(journal).replaceFirst("\"name\":\"first\"", "\"name\":\"fir5t\""));
        Verification altered = verify();
        assertThat(altered.holds()).isFalse();
        assertThat(sentences(altered))
                .contains("first has never been run")
                .anyMatch(s -> s.matches("line [12] of the journal has been altered")); // whichever finished first
    }

    private Verification verify() {
        return new StudyVerifier(StudyFixture.ASSAYS, RunListener.silent()).verify(folder, Optional.empty());
    }

    private static List<String> sentences(Verification verification) {
        return Stream.concat(
                        verification.record().stream(),
                        verification.experiments().stream().flatMap(checked -> checked.findings().stream()))
                .map(Finding::sentence)
                .toList();
    }
}
