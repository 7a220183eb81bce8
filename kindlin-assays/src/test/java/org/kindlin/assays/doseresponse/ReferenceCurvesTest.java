package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;

/**
 * The assay from file to estimates against the reference set: synthetic curves with their global least-squares optimum,
 * and classic bioassay sets at their exact optimum (README of the reference folder).
 */
class ReferenceCurvesTest {
    private static final Map<String, String> SYNTHETIC = Map.of("x", "conc_M", "y", "y", "by", "curve", "unit", "M");

    /** The first curves of the file: the rest is for the benchmarks. */
    private static RawFile firstCurves(String name, int last) {
        RawFile whole = ReferenceCurves.file(name);
        String text = new String(whole.bytes(), StandardCharsets.UTF_8);
        String first = text.lines()
                .filter(line -> line.startsWith("curve") || Integer.parseInt(line.split(",", 2)[0]) <= last)
                .collect(Collectors.joining("\n", "", "\n"));
        return new RawFile(name, first.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"easy, 120", "hard, 120"})
    void syntheticCurvesAreAtTheGlobalOptimumOrSayWhyNot(String set, int last) {
        Map<String, SubjectResult> results = new LinkedHashMap<>();
        ReferenceCurves.analyze(firstCurves("synthetic/curves_" + set + ".csv.gz", last), SYNTHETIC)
                .forEach(result -> results.put(result.subject().get("curve"), result));
        assertThat(results).isNotEmpty();
        for (String[] expected : ReferenceCurves.table("synthetic/expected_" + set + ".csv")) {
            SubjectResult result = results.get(expected[0]);
            if (result != null && !isRounded(expected)) {
                check(result, expected);
            }
        }
    }

    /** Whether the reference's curve has a plateau so far out that its sum of squares is rounding. */
    private static boolean isRounded(String[] expected) {
        return Math.max(Math.abs(Double.parseDouble(expected[3])), Math.abs(Double.parseDouble(expected[4]))) > 1e13;
    }

    private static void check(SubjectResult result, String[] expected) {
        String curve = "curve " + expected[0];
        double rss = Objects.requireNonNull(result.estimate("rss").orElseThrow().value());
        assertThat(rss).as(curve).isLessThanOrEqualTo(Double.parseDouble(expected[5]) * (1 + 1e-6));
        Estimate ic50 = result.estimate("ic50").orElseThrow();
        boolean plain = ic50.value() != null && ic50.relation() == Relation.EQUAL;
        if (expected[6].equals("1")) {
            boolean flagged = result.warnings().stream().anyMatch(w -> w.code().endsWith("-at-bound"));
            assertThat(flagged || !plain).as(curve).isTrue();
            return;
        }
        Estimate optimum = result.estimate("ic50-optimum").orElse(ic50);
        double logIc50 = Double.parseDouble(expected[1]);
        assertThat(StrictMath.log10(Objects.requireNonNull(optimum.value())))
                .as(curve)
                .isCloseTo(logIc50, within(1e-6));
        limit(curve, optimum.low(), expected[11]);
        limit(curve, optimum.high(), expected[12]);
        if (plain) {
            assertThat(logIc50).as(curve).isBetween(-9.5 - 1e-8, -5 + 1e-8);
        }
    }

    private static void limit(String curve, @org.jspecify.annotations.Nullable Double limit, String expected) {
        if (expected.endsWith("inf")) {
            assertThat(limit).as(curve).isNull();
        } else {
            assertThat(limit).as(curve).isNotNull();
            assertThat(StrictMath.log10(Objects.requireNonNull(limit)))
                    .as(curve)
                    .isCloseTo(Double.parseDouble(expected), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "drc/ryegrass.csv, conc, rootl, , ryegrass LL.4",
        "drc/S.alba.csv, Dose, DryMatter, Herbicide=Glyphosate, S.alba Glyphosate LL.4",
        "drc/S.alba.csv, Dose, DryMatter, Herbicide=Bentazone, S.alba Bentazone LL.4",
        "drc/spinach.csv, DOSE, SLOPE, CURVE=4, spinach curve 4 LL.4",
        "drc/secalonic.csv, dose, rootl, , secalonic LL.4"
    })
    void classicBioassaysAreAtTheirExactOptimum(
            String file, String x, String y, @org.jspecify.annotations.Nullable String subject, String name) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("x", x, "y", y));
        String[] split = subject == null ? new String[] {"", ""} : subject.split("=", 2);
        if (subject != null) {
            settings.put("by", split[0]);
        }
        SubjectResult result = ReferenceCurves.analyze(ReferenceCurves.file(file), settings).stream()
                .filter(found ->
                        subject == null || Objects.equals(found.subject().get(split[0]), split[1]))
                .findFirst()
                .orElseThrow();
        String[] expected = ReferenceCurves.table("drc/expected_exact_ls_LL4.csv").stream()
                .filter(row -> row[0].equals(name))
                .findFirst()
                .orElseThrow();
        List<String> names = List.of("hillSlope", "bottom", "top", "ic50", "rss");
        for (int i = 0; i < names.size(); i++) {
            Double value = result.estimate(names.get(i)).orElseThrow().value();
            assertThat(value)
                    .as(names.get(i))
                    .isCloseTo(Double.parseDouble(expected[i + 2]), Percentage.withPercentage(1e-6));
        }
        Double error = result.estimate("ic50").orElseThrow().se();
        assertThat(error).isCloseTo(Double.parseDouble(expected[12]), Percentage.withPercentage(1e-4));
    }

    @Test
    void aPotentCurveBelowTheRangeIsNeverAPlainNumber() {
        List<SubjectResult> results =
                ReferenceCurves.analyze(firstCurves("synthetic/curves_hard.csv.gz", 120), SYNTHETIC);
        assertThat(results).allSatisfy(result -> {
            Estimate ic50 = result.estimate("ic50").orElseThrow();
            Double value = ic50.value();
            if (value != null) {
                assertThat(value).isBetween(3.1e-10, 1.001e-5);
            }
        });
    }
}
