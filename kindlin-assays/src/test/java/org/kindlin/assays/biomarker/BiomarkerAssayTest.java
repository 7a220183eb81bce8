package org.kindlin.assays.biomarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.text.RuinedText;
import org.kindlin.fault.InputFaultException;

/** Through the assay as a user runs it, against R 4.2.2 (expected_paired.json, flattened; 1e-10). */
class BiomarkerAssayTest {
    private static final Map<String, String> EXPECTED = new HashMap<>();

    static {
        text("expected_paired.txt")
                .lines()
                .filter(line -> line.contains(" = "))
                .forEach(line ->
                        EXPECTED.put(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)));
    }

    private static String text(String name) {
        try (InputStream in = BiomarkerAssayTest.class.getResourceAsStream("/org/kindlin/assays/biomarker/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double expected(String path, int at) {
        return Double.parseDouble(
                Objects.requireNonNull(EXPECTED.get(path), path).split(" ", -1)[at]);
    }

    private static AnalysisDocument analyze(String name, String csv, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        Arrays.stream(settings)
                .forEach(s -> stated.put(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)));
        RawFile file = new RawFile(name, csv.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new BiomarkerAssay(), List.of(InputFile.of(file)), Settings.of(stated), 1);
    }

    private static SubjectResult shipped(String set) {
        return analyze(set + ".csv", text(set + ".csv")).results().getFirst();
    }

    private static Estimate estimate(SubjectResult result, String name) {
        return result.estimate(name).orElseThrow(() -> new AssertionError(name + " in " + result));
    }

    private static double value(SubjectResult result, String name) {
        return Objects.requireNonNull(estimate(result, name).value());
    }

    private static HypothesisTest test(SubjectResult result, String name) {
        return result.tests().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1e-3, Math.abs(expected))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "depression", "pfak_synthetic", "ties_zeros"})
    void changes(String set) {
        SubjectResult result = shipped(set);
        close(value(result, "meanDifference"), expected(set + ".mean_diff", 0));
        close(test(result, "paired-t").statistic(), expected(set + ".t", 0));
        close(test(result, "paired-t").p(), expected(set + ".p_t", 0));
        close(test(result, "wilcoxon").statistic(), expected(set + ".V", 0));
        close(test(result, "sign").p(), expected(set + ".sign_p", 0));
        close(test(result, "sign-flip").p(), expected(set + ".signflip_exact_p_two_sided", 0));
        close(value(result, "cohenDz"), expected(set + ".cohen_dz", 0));
        assertThat(value(result, "hodgesLehmann")).isCloseTo(expected(set + ".hodges_lehmann", 0), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"depression", "pfak_synthetic", "ties_zeros"})
    void ratios(String set) {
        SubjectResult result = shipped(set);
        close(value(result, "geometricMeanRatio"), expected(set + ".log_ratio.gmr", 0));
        close(
                Objects.requireNonNull(estimate(result, "geometricMeanRatio").low()),
                expected(set + ".log_ratio.gmr_ci", 0));
        close(value(result, "percentChange"), -expected(set + ".log_ratio.pct_reduction", 0));
        close(
                Objects.requireNonNull(estimate(result, "percentChange").high()),
                -expected(set + ".log_ratio.pct_reduction_ci", 0));
        close(test(result, "paired-t-log").p(), expected(set + ".log_ratio.p", 0));
        close(value(result, "responderShare"), expected(set + ".log_ratio.prop_responders_ge50", 0));
        close(value(result, "medianPercentChange"), expected(set + ".median_pct_change", 0));
        close(value(result, "meanPercentChange"), expected(set + ".mean_pct_change", 0));
    }

    @Test
    void exactRanks() {
        for (String set : List.of("depression", "pfak_synthetic")) {
            SubjectResult result = shipped(set);
            assertThat(test(result, "wilcoxon").p()).isEqualTo(expected(set + ".p_wilcoxon_exact_or_asym", 0));
            assertThat(test(result, "wilcoxon-log").p()).isEqualTo(expected(set + ".log_ratio.p_wilcoxon", 0));
            close(value(result, "hodgesLehmannRatio"), expected(set + ".log_ratio.hl_ratio", 0));
            close(Objects.requireNonNull(estimate(result, "hodgesLehmann").low()), expected(set + ".hl_ci", 0));
        }
        assertThat(test(shipped("ties_zeros"), "wilcoxon").p()).isEqualTo(1.0 / 32);
        assertThat(shipped("ties_zeros").warning("zero-differences")).isPresent();
    }

    @Test
    void armsByCovariance() {
        AnalysisDocument immune = analyze("immune.csv", text("immune_two_arm_synthetic.csv"), "arm=arm");
        SubjectResult effect = immune.results().getLast();
        assertThat(effect.subject()).containsEntry("comparison", "1 vs 0");
        close(value(effect, "ancovaLogRatio"), expected("ancova.ancova.coef", 0));
        close(test(effect, "ancova").p(), expected("ancova.ancova.coef", 3));
        close(value(effect, "changeScoreLogRatio"), expected("ancova.change.coef", 0));
        close(value(effect, "postScoreLogRatio"), expected("ancova.post.coef", 0));
    }

    @Test
    void belowTheLimitIsNotANumber() {
        String csv = "id,before,after\n1,100,20\n2,90,<10\n3,120,25\n4,80,12\n5,<10,<10\n6,110,30\n";
        SubjectResult result = analyze("pfak.csv", csv).results().getFirst();
        assertThat(value(result, "n")).isEqualTo(5);
        assertThat(result.warning("below-limit")).isPresent();
        assertThat(estimate(result, "hodgesLehmann").value()).isNull();
        double asNumber = Math.exp(Math.log(20.0 / 100 * 10 / 90 * 25 / 120 * 12 / 80 * 30 / 110) / 5);
        assertThat(value(result, "geometricMeanRatio")).isLessThan(asNumber);
        SubjectResult limited = analyze("pfak.csv", csv.replace("<10", "3"), "lloq=10")
                .results()
                .getFirst();
        assertThat(limited.estimate("geometricMeanRatio")).isEqualTo(result.estimate("geometricMeanRatio"));
    }

    /** One part doubles and nothing else happens: relative to the other parts only that part changes. */
    @Test
    void partsOfAWholeChangeRelativeToEachOther() {
        StringBuilder csv = new StringBuilder("id,cell,before,after\n");
        for (int i = 0; i < 6; i++) {
            double a = 10 + i;
            double b = 20 + 2 * i;
            double c = 70 - 3 * i;
            double total = 2 * a + b + c;
            csv.append(i)
                    .append(",Treg,")
                    .append(a)
                    .append(',')
                    .append(200 * a / total)
                    .append('\n');
            csv.append(i)
                    .append(",CD8,")
                    .append(b)
                    .append(',')
                    .append(100 * b / total)
                    .append('\n');
            csv.append(i)
                    .append(",other,")
                    .append(c)
                    .append(',')
                    .append(100 * c / total)
                    .append('\n');
        }
        AnalysisDocument parts = analyze("cells.csv", csv.toString(), "marker=cell", "composition=yes");
        double treg = value(parts.results().get(0), "geometricMeanRatio");
        double cd8 = value(parts.results().get(1), "geometricMeanRatio");
        assertThat(treg / cd8).isCloseTo(2, within(1e-9));
        assertThat(cd8).isCloseTo(value(parts.results().get(2), "geometricMeanRatio"), within(1e-9));
        assertThatThrownBy(() -> analyze(
                        "cells.csv", "id,cell,before,after\n1,A,0,1\n1,B,2,1\n", "marker=cell", "composition=yes"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("state zeroReplacement=VALUE");
    }

    @Test
    void visitsInRows() {
        String csv = "patient,day,value\nA,0,10\nA,14,5\nB,0,20\nB,14,8\nC,0,9\nC,14,4\nA,28,6\nB,28,9\nC,28,5\n";
        AnalysisDocument visits = analyze("m.csv", csv, "visit=day", "baseline=0");
        assertThat(visits.results()).hasSize(2);
        assertThat(visits.results().getFirst().subject()).containsEntry("day", "14");
        assertThat(visits.results().getFirst().tests())
                .anyMatch(test -> test.name().equals("wilcoxon-benjamini-hochberg"));
    }

    @Test
    void faultsSayWhatToState() {
        refused("id,x,y\n1,2,3\n", "no column is named as the value before", "state before=COLUMN");
        refused("id,before,after\n1,2,3\n1,4,5\n", "1 has m at line 2 too", "state marker=COLUMN");
        refused("id,before,after\n1,<x,3\n", "'<x' is no limit", "write <5");
        refused(
                "patient,visit,value\n1,baseline,10\n1,day 8,6\n1,day 15,4\n",
                "values before and after do not stand in columns of their own",
                "state visit=visit and baseline=VISIT");
        refused("id,before,after\n1,,3\n", "no subject has a value before and after", "fill them in");
    }

    private static void refused(String csv, String problem, String remedy) {
        assertThatThrownBy(() -> analyze("m.csv", csv))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void ruinedTablesNeverBreakTheReader() {
        RuinedText.isReadOrRefused(text("ties_zeros.csv"), 19, 60, csv -> analyze("m.csv", csv));
    }

    /** Differences that are all alike say nothing of their error. */
    @Test
    void differencesWithoutScatterHaveNoInterval() {
        AnalysisDocument alike = analyze("m.csv", "id,pre,post\n1,10,5\n2,12,7\n");
        assertThat(alike.results()
                        .getFirst()
                        .estimate("meanDifference")
                        .orElseThrow()
                        .value())
                .isEqualTo(-5);
        assertThat(alike.results()
                        .getFirst()
                        .estimate("meanDifference")
                        .orElseThrow()
                        .low())
                .isNull();
        assertThat(alike.results().getFirst().warning("no-scatter")).isPresent();
    }
}
