package org.kindlin.assays.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.survival.Studies.analyze;
import static org.kindlin.assays.survival.Studies.subject;
import static org.kindlin.assays.survival.Studies.test;
import static org.kindlin.assays.survival.Studies.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.text.RuinedText;
import org.kindlin.fault.InputFaultException;

/**
 * {@code lung_digitised.csv}: the lung curves of men (1) and women (2) read coarsely at 60 points with noise, as the reference data
 * give them, and the numbers at risk every 100 days. The truth: 138 and 90 patients, 112 and 53 deaths, medians 270 and 426,
 * hazard ratio 0.588.
 */
class DigitisedSurvivalTest {
    private static final String LUNG = Studies.text("lung_digitised.csv");

    private static AnalysisDocument lung(String... more) {
        String[] settings = new String[more.length + 3];
        settings[0] = "digitised=survival";
        settings[1] = "arm=sex";
        settings[2] = "unit=d";
        System.arraycopy(more, 0, settings, 3, more.length);
        return analyze(LUNG, settings);
    }

    @Test
    void theTruthComesBack() {
        AnalysisDocument lung = lung();
        assertThat(value(subject(lung, "sex", "1"), "n")).isEqualTo(138);
        assertThat(value(subject(lung, "sex", "2"), "n")).isEqualTo(90);
        assertThat(value(subject(lung, "sex", "1"), "events")).isCloseTo(112, within(3.0));
        assertThat(value(subject(lung, "sex", "2"), "events")).isCloseTo(53, within(3.0));
        assertThat(value(subject(lung, "sex", "1"), "median")).isCloseTo(270, within(12.0));
        assertThat(value(subject(lung, "sex", "2"), "median")).isCloseTo(426, within(25.0));
        assertThat(value(subject(lung, "term", "sex"), "logHazardRatio"))
                .isCloseTo(Math.log(0.588002818563589), within(0.03));
        assertThat(value(subject(lung, "reconstruction", "error"), "curveRootMeanSquareError"))
                .isBetween(0.001, 0.01);
    }

    @Test
    void everythingSaysThatItIsReconstructed() {
        AnalysisDocument lung = lung();
        assertThat(lung.results())
                .filteredOn(result -> !result.subject().containsKey("reconstruction"))
                .flatMap(result -> result.estimates())
                .isNotEmpty()
                .allSatisfy(estimate -> assertThat(estimate.method()).contains("reconstructed"));
        assertThat(lung.verdicts().getFirst()).startsWith("RECONSTRUCTED");
        assertThat(lung.methods()).contains("reconstructed").contains("assumption");
        assertThat(lung.figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.title()).contains("reconstructed"));
        assertThat(subject(lung, "reconstruction", "error").warning("reconstructed"))
                .isPresent();
        List<Attachment> files = Analysis.perform(
                        new SurvivalAssay(),
                        List.of(InputFile.of(new RawFile("curve.csv", LUNG.getBytes(StandardCharsets.UTF_8)))),
                        Settings.of(Map.of("digitised", "survival", "arm", "sex")),
                        1)
                .attachments();
        assertThat(files).singleElement().satisfies(file -> {
            String csv = new String(file.bytes(), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("# RECONSTRUCTED");
            assertThat(csv.lines()).hasSize(2 + 138 + 90);
        });
    }

    /** A larger error of reading moves the answer more; the same seed gives the same statement. */
    @Test
    void theErrorStatementFollowsTheReadingError() {
        double small = value(ratioError(lung("readingError=0.005")), "logHazardRatioReadingError");
        double large = value(ratioError(lung("readingError=0.04")), "logHazardRatioReadingError");
        assertThat(large).isGreaterThan(2 * small);
        assertThat(value(ratioError(lung("readingError=0.04")), "logHazardRatioReadingError"))
                .isEqualTo(large);
    }

    private static SubjectResult ratioError(AnalysisDocument document) {
        return document.results().stream()
                .filter(result -> result.estimate("logHazardRatioReadingError").isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Without censoring, points at every step and one number at risk give the times back: 1, 2, 3, 4, 5. */
    @Test
    void stepsOfAFullCurveGiveTheTimesBack() {
        String csv = "time,survival,at risk\n0,1,5\n1,0.8,\n2,0.6,\n3,0.4,\n4,0.2,\n5,0,\n";
        AnalysisDocument five = analyze(csv, "digitised=survival");
        AnalysisDocument percent = analyze(
                csv.replace("0.8", "80")
                        .replace("0.6", "60")
                        .replace("0.4", "40")
                        .replace("0.2", "20")
                        .replace("0,1,5", "0,100,5"),
                "digitised=survival");
        for (AnalysisDocument document : List.of(five, percent)) {
            assertThat(value(subject(document, "arm", "all"), "events")).isEqualTo(5);
            assertThat(value(subject(document, "arm", "all"), "median")).isEqualTo(3);
            assertThat(value(subject(document, "arm", "all"), "rmst")).isCloseTo(3, within(1e-12));
            assertThat(subject(document, "reconstruction", "error").warning("one-number-at-risk"))
                    .isPresent();
        }
    }

    /** A curve of 40 subjects that falls to 0.6 without a later number at risk: 16 deaths if nobody was lost, 12 as printed. */
    @Test
    void thePrintedEventsAreMet() {
        String csv = "time,survival,at risk,events\n0,1,40,12\n5,0.9,,\n10,0.8,,\n15,0.7,,\n20,0.6,,\n";
        AnalysisDocument document = analyze(csv, "digitised=survival");
        assertThat(value(subject(document, "arm", "all"), "events")).isEqualTo(12);
        assertThat(value(subject(document, "arm", "all"), "n")).isEqualTo(40);
        var error = subject(document, "reconstruction", "error");
        assertThat(value(error, "eventError")).isZero();
        assertThat(error.warning("one-number-at-risk")).isEmpty();
        assertThat(document.verdicts()).anyMatch(line -> line.contains("with 12 events for 12 printed"));
        assertThat(value(subject(analyze(csv.replace("40,12", "40,"), "digitised=survival"), "arm", "all"), "events"))
                .isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "time,survival;0,1;5,0.5 | no number at risk at time 0 | column 'at risk'",
                "time,survival,at risk;0,1,10;5,1.5, | leaves 0 to 1 | calibrate",
                "time,survival,at risk;0,0,10;5,0.5, | rises | cumulative incidence",
                "time,survival,at risk;0,1,10;5,0.5,12 | numbers at risk do not fall | one number",
                "time,survival,at risk;0,1,2.5;5,0.5, | '2.5' is no number at risk | whole number",
                "time,survival,at risk;0,1,10 | has 1 points | read 2 to",
                "time,survival,at risk,events;0,1,10,3;5,0.5,,4 | has several numbers of events: [3, 4] | once",
                "time,survival,at risk,events;0,1,10,11;5,0.5,, | has more events (11) than subjects | all its events",
                "time,survival,at risk,events;0,1,10,2.5;5,0.5,, | '2.5' is no number of events | whole number",
                "time,s,n;0,1,10;1,0.5,5 | there is no column 'survival' | the columns are: time, s, n"
            })
    void faultsSayWhatToDo(String csv, String problem, String remedy) {
        assertThatThrownBy(() -> analyze(csv.strip().replace(';', '\n') + "\n", "digitised=survival"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(problem.strip())
                .hasMessageContaining(remedy.strip());
    }

    @Test
    void curvesHaveNoSubjects() {
        assertThatThrownBy(() -> lung("covariates=age"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("need single subjects");
    }

    @Test
    void ruinedCurvesNeverBreakTheReader() {
        String four =
                "time,survival,at risk,arm\n0,1,20,a\n2,0.9,,a\n5,0.4,8,a\n9,0.2,3,a\n0,1,20,b\n4,0.8,15,b\n8,0.7,10,b\n";
        RuinedText.isReadOrRefused(four, 29, 80, csv -> analyze(csv, "digitised=survival", "arm=arm"));
    }

    /** Scores by number of agents: R 4.2.2, survdiff. Scores 0 to 3: NumPy from the hypergeometric moments. */
    @Test
    void trendOverArmsInTheirOrder() {
        String mice = Studies.text("mc38_4arm_synthetic.csv");
        var stated = subject(analyze(mice, "arm=arm", "trend=vehicle, antiPD1, FAKi, combo"), "comparison", "all arms");
        assertThat(test(stated, "log-rank-trend").statistic()).isCloseTo(-4.881110762516909, within(1e-10));
        var scored = subject(
                analyze(mice, "arm=arm", "trend=vehicle:0, antiPD1:1, FAKi:1, combo:2"), "comparison", "all arms");
        assertThat(test(scored, "log-rank-trend").statistic()).isCloseTo(-5.05152145136603, within(1e-10));
        assertThatThrownBy(() -> analyze(mice, "arm=arm", "trend=vehicle, combo"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("name every arm once");
        String doses = "time,event,dose\n5,1,0\n6,1,0\n7,1,0\n8,1,10\n9,1,10\n12,1,10\n11,1,50\n20,0,50\n21,1,50\n";
        var byDose = analyze(doses, "arm=dose");
        assertThat(test(subject(byDose, "comparison", "all arms"), "log-rank-trend")
                        .statistic())
                .isNegative();
        assertThat(byDose.verdicts()).anyMatch(sentence -> sentence.contains("scores 0, 10 and 50"));
    }

    @Test
    void armsNamedByNumbersCarryTheirColumn() {
        List<String> verdicts = analyze(Studies.text("lung.csv"), "arm=sex").verdicts();
        assertThat(verdicts).anyMatch(sentence -> sentence.startsWith("Median: sex 1: 270"));
        assertThat(verdicts).anyMatch(sentence -> sentence.startsWith("Log-rank test of sex 2 vs 1"));
    }

    @Test
    void animalStudiesListTheEssentialTen() {
        String mice = "mouse,time,event,arm\nm1,5,1,a\nm2,6,1,a\nm3,8,0,b\nm4,9,1,b\n";
        AnalysisDocument missing = analyze(mice, "arm=arm");
        assertThat(missing.methods()).contains("ARRIVE 2.0, essential ten").contains("5 blinding: not stated");
        assertThat(missing.results())
                .anyMatch(result -> result.warning("arrive-missing").isPresent());
        AnalysisDocument stated = analyze(mice, "arm=arm", "blinding=assessor blinded");
        assertThat(stated.methods()).contains("5 blinding: assessor blinded");
        AnalysisDocument patients = analyze(mice.replace("mouse", "patient"), "arm=arm");
        assertThat(patients.methods()).doesNotContain("ARRIVE");
    }

    /** The product of transition matrices by hand: 1/3 at day 4, then 1/3 of the remaining 2/3 at day 6. */
    @Test
    void incidenceCountsLateEntriesFromTheirEntryOn() {
        String csv = "id,from,to,cause\n1,0,4,1\n2,1,6,2\n3,3,9,0\n4,5,6.5,0\n5,4,5,0\n";
        AnalysisDocument late =
                analyze(csv, "time=to", "start=from", "event=cause", "cause=1", "id=id", "milestones=8");
        var first = late.results().stream()
                .filter(result -> "1".equals(result.subject().get("cause"))
                        && result.estimate("cumulativeIncidence").isPresent())
                .findFirst()
                .orElseThrow();
        var second = late.results().stream()
                .filter(result -> "2".equals(result.subject().get("cause"))
                        && result.estimate("cumulativeIncidence").isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(value(first, "cumulativeIncidence")).isCloseTo(1 / 3.0, within(1e-14));
        assertThat(value(second, "cumulativeIncidence")).isCloseTo(2 / 9.0, within(1e-14));
        assertThat(late.results())
                .noneMatch(result -> result.warning("several-stretches").isPresent());
    }

    /** The numbers are those of the direct computation in {@code FineGrayDelayedTest}. */
    @Test
    void fineAndGraysModelTakesLateEntries() {
        int[] causes = {0, 1, 2, 1, 2, 0, 1};
        StringBuilder csv = new StringBuilder("id,from,to,cause,x,arm\n");
        for (int k = 0; k < 60; k++) {
            double entry = k * 7 % 13 * 0.5;
            csv.append(k).append(',').append(entry).append(',').append(entry + 0.25 + k * 11 % 17 * 0.45);
            csv.append(',').append(causes[k % 7]).append(',').append(k * 5 % 9 / 4.0);
            csv.append(',').append(k % 2 == 0 ? "a" : "b").append('\n');
        }
        AnalysisDocument late = analyze(
                csv.toString(),
                "time=to",
                "start=from",
                "event=cause",
                "cause=1",
                "id=id",
                "arm=arm",
                "covariates=x",
                "reference=a");
        var model = late.results().stream()
                .filter(result -> "fine-gray".equals(result.subject().get("model"))
                        && result.estimate("logSubdistributionHazardRatio").isPresent())
                .toList();
        assertThat(model).hasSize(2);
        assertThat(model)
                .anySatisfy(term -> assertThat(value(term, "logSubdistributionHazardRatio"))
                        .isCloseTo(-0.0372131676729981, within(1e-10)));
        assertThat(model)
                .anySatisfy(term -> assertThat(value(term, "logSubdistributionHazardRatio"))
                        .isCloseTo(0.1285766807910239, within(1e-10)));
        assertThat(late.results())
                .anyMatch(result ->
                        result.tests().stream().anyMatch(test -> test.name().equals("gray")));
    }
}
