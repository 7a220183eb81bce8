package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * Differences of growth rates judged together. Every animal has its own exact line, so that the rates are a one-way layout with one
 * rate an animal. Dunnett's p-values are those of a double integral (SciPy 1.17.1, to 1e-12) with the correlation of arms of unequal
 * size, met to 3e-5 of each; {@code scipy.stats.dunnett}, which simulates, gives its interval to 3 digits. {@code tukey_hsd} takes the
 * studentised range where arms are of unequal size, which errs on the side of caution (A. J. Hayter 1984): ours is below it by less
 * than 0.5 %.
 */
class ArmFamilyTest {
    private static final double[][] RATES = {
        {0.10, 0.13, 0.12, 0.15, 0.11},
        {0.08, 0.07, 0.10, 0.09},
        {0.05, 0.09, 0.07, 0.06, 0.08, 0.04},
        {0.10, 0.12, 0.09, 0.14, 0.13}
    };
    private static final String[] ARMS = {"vehicle", "b", "c", "d"};

    private static AnalysisDocument run(String... settings) {
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        for (int arm = 0; arm < ARMS.length; arm++) {
            for (int animal = 0; animal < RATES[arm].length; animal++) {
                for (int day : new int[] {0, 7, 14, 21}) {
                    double wobble = (day == 7 || day == 14 ? 2e-6 : -2e-6) * (animal % 2 == 0 ? 1 : -1);
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s%d,%d,%.9f%n",
                            ARMS[arm],
                            ARMS[arm],
                            animal,
                            day,
                            120 * Math.exp(RATES[arm][animal] * day + wobble)));
                }
            }
        }
        return GrowthRuns.text(csv.toString().replace("\r", ""), settings);
    }

    private static SubjectResult pair(AnalysisDocument document, String comparison, String family) {
        return GrowthRuns.subject(document, Map.of("comparison", comparison, "family", family));
    }

    private static double p(SubjectResult result) {
        return result.tests().getFirst().p();
    }

    @Test
    void dunnettIsTheOneWayAnswer() {
        AnalysisDocument document = run("control=vehicle", "baseline=relative");
        SubjectResult b = pair(document, "b vs vehicle", "dunnett");
        assertThat(p(b)).isCloseTo(0.022788068151967655, withinPercentage(3e-3));
        assertThat(p(pair(document, "c vs vehicle", "dunnett")))
                .isCloseTo(0.0003003866764750285, withinPercentage(1e-2));
        assertThat(p(pair(document, "d vs vehicle", "dunnett"))).isCloseTo(0.9185089167863122, withinPercentage(3e-3));
        Estimate difference = b.estimate("growthRateDifference").orElseThrow();
        assertThat(Objects.requireNonNull(difference.low())).isCloseTo(-0.06909512, within(1e-4));
        assertThat(Objects.requireNonNull(difference.high())).isCloseTo(-0.00490488, within(1e-4));
        assertThat(document.verdicts()).anyMatch(sentence -> sentence.contains("(Dunnett)"));
    }

    @Test
    void tukeyIsBelowTheStudentisedRange() {
        AnalysisDocument document = run("control=vehicle", "baseline=relative", "comparisons=all-pairs");
        Map<String, Double> studentised = Map.of(
                "b vs vehicle", 0.039082844029112995,
                "c vs vehicle", 0.0005589894769926218,
                "c vs b", 0.36607789516674516,
                "d vs c", 0.0016324993420149259);
        studentised.forEach((comparison, expected) ->
                assertThat(p(pair(document, comparison, "tukey"))).isBetween(0.995 * expected, 1.0001 * expected));
    }

    @Test
    void oneDifferenceIsNoFamily() {
        AnalysisDocument document = run("control=vehicle", "baseline=relative", "comparisons=none");
        assertThat(document.results()).noneMatch(result -> result.subject().containsKey("family"));
    }
}
