package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.text;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

class GrowthAnalysisTest {

    /** Two arms; animals leave after the reading that reaches the limit; volumes below the detection limit read 0. */
    private static String simulated(
            int n, double controlRate, double drugRate, double sizeLimit, double detection, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        StringBuilder csv = new StringBuilder("arm,animal,day,volume,weight\n");
        for (int arm = 0; arm < 2; arm++) {
            for (int animal = 0; animal < n; animal++) {
                double start = Math.log(120) + 0.15 * random.nextGaussian();
                double rate = (arm == 0 ? controlRate : drugRate) + 0.02 * random.nextGaussian();
                for (int day = 0; day <= 21; day += 3) {
                    double volume = Math.exp(start + rate * day + 0.1 * random.nextGaussian());
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%d-%d,%d,%.4f,%.2f%n",
                            arm == 0 ? "vehicle" : "drug",
                            arm,
                            animal,
                            day,
                            volume < detection ? 0 : volume,
                            22 + volume / 1000));
                    if (volume > sizeLimit) {
                        break;
                    }
                }
            }
        }
        return csv.toString().replace("\r", "");
    }

    @Test
    void inhibitionIsNotBentByRemovalOfLargeTumours() {
        // true means: exp(rate t + (0.15^2 + 0.02^2 t^2) / 2)
        double grown = Math.exp(0.15 * 21 + 0.5 * 0.0004 * 441);
        double treated = Math.exp(0.09 * 21 + 0.5 * 0.0004 * 441);
        double truth = 100 * (1 - (treated - 1) / (grown - 1));
        AnalysisDocument document = text(simulated(300, 0.15, 0.09, 2500, 0, 5), "evaluationDay=21");
        double found = value(subject(document, Map.of("arm", "drug")), "tgi");
        double survivors = value(subject(document, Map.of("arm", "drug", "sensitivity", "survivors only")), "tgi");
        assertThat(found).isCloseTo(truth, within(2.0));
        assertThat(survivors).isLessThan(truth - 5);
    }

    @Test
    void tumoursThatVanishAreCensoredAndComplete() {
        AnalysisDocument document = text(simulated(8, 0.12, -0.2, 1e9, 15, 2));
        SubjectResult drug = subject(document, Map.of("arm", "drug"));
        var rate = drug.estimate("growthRate").orElseThrow();
        assertThat(rate.value()).isBetween(-0.25, -0.15);
        assertThat(value(drug, "mRecistCR")).isGreaterThan(5);
        assertThat(drug.estimate("doublingTime").orElseThrow().value()).isNull();
        SubjectResult model = subject(document, Map.of("model", "log volume"));
        assertThat(model.warning("left-censored")).isPresent();
        double leftOut = value(
                subject(text(simulated(8, 0.12, -0.2, 1e9, 15, 2), "undetectable=left-out"), Map.of("arm", "drug")),
                "growthRate");
        assertThat(leftOut).isGreaterThan(-0.25);
    }

    @Test
    void bodyWeightIsWithoutTheTumour() {
        AnalysisDocument document = text(simulated(5, 0.12, 0.05, 1e9, 0, 3));
        // written as 22 g plus the tumour: nothing is lost but what rounding to 0.01 g makes
        assertThat(value(subject(document, Map.of("arm", "vehicle")), "maxWeightLoss"))
                .isLessThan(0.1);
    }

    @Test
    void oneArmAndNoControlGiveRatesAndNoComparison() {
        AnalysisDocument document = text(simulated(5, 0.12, 0.05, 1e9, 0, 3)
                .lines()
                .filter(line -> !line.startsWith("drug"))
                .reduce("", (all, line) -> all + line + "\n")
                .replace("vehicle", "group A"));
        assertThat(value(subject(document, Map.of("arm", "group A")), "growthRate"))
                .isBetween(0.08, 0.16);
        assertThat(subject(document, Map.of("model", "log volume")).warning("no-control"))
                .isPresent();
    }

    @Test
    void theSameStudyGivesTheSameDocument() {
        String csv = simulated(5, 0.12, -0.2, 1e9, 20, 4);
        assertThat(text(csv)).isEqualTo(text(csv));
    }

    @Test
    void aStudyTooSmallForTheModelSaysSo() {
        AnalysisDocument document = text("arm,animal,day,volume\nvehicle,1,0,100\nvehicle,2,0,120\ndrug,3,0,100\n");
        SubjectResult drug = subject(document, Map.of("arm", "drug"));
        assertThat(drug.estimate("growthRate").orElseThrow().value()).isNull();
        assertThat(drug.warning("no-growth-model")).isPresent();
    }

    @Test
    void missingItemsOfArriveAreListed() {
        AnalysisDocument document = text(simulated(5, 0.12, 0.05, 1e9, 0, 3), "blinding=caliper operators");
        assertThat(document.methods())
                .contains("5 blinding: caliper operators")
                .contains("4 randomisation: not stated");
        assertThat(subject(document, Map.of("model", "log volume"))
                        .warning("arrive-missing")
                        .orElseThrow()
                        .message())
                .contains("4 randomisation")
                .doesNotContain("5 blinding");
    }

    /** Beale's ratio lies a little above the plain inhibition; the plain one stays the textbook's. */
    @Test
    void inhibitionIsAlsoGivenWithoutTheBiasOfARatio() {
        SubjectResult arm =
                GrowthRuns.subject(GrowthRuns.resource("SW837_long.csv"), Map.of("Treatment", "Irinotecan"));
        double plain = GrowthRuns.value(arm, "tgi");
        double corrected = GrowthRuns.value(arm, "tgiBiasCorrected");
        assertThat(corrected - plain).isBetween(-10.0, 10.0).isNotZero();
        assertThat(arm.estimate("tgiBiasCorrected").orElseThrow().method()).contains("Beale");
    }

    /** No day is common to half of any arm: curves take the place of visit means, and every scale is still estimable. */
    @Test
    void animalsMeasuredOnDaysOfTheirOwnHaveInhibitionAndInteraction() {
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        RandomStream random = RandomStream.ofSeed(8);
        String[] arms = {"vehicle", "A", "B", "A+B"};
        double[] rates = {0.12, 0.09, 0.10, 0.07};
        for (int a = 0; a < 4; a++) {
            for (int i = 0; i < 40; i++) {
                double rate = rates[a] + 0.01 * random.nextGaussian();
                double start = 5 + 0.1 * random.nextGaussian();
                for (int visit = 0; visit < 8; visit++) {
                    double day = visit == 0 ? 0 : 3 * visit + 3 * random.nextDouble();
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s%d,%.3f,%.2f%n",
                            arms[a],
                            arms[a],
                            i,
                            day,
                            Math.exp(start + rate * day + 0.1 * random.nextGaussian())));
                }
            }
        }
        AnalysisDocument document = text(csv.toString().replace("\r", ""), "control=vehicle");
        SubjectResult both = subject(document, Map.of("arm", "A+B"));
        double day = 22.4; // about the last day to which half of every arm was followed
        double truth = 100 * (1 - (grown(0.07, day) - grown(0.07, 0)) / (grown(0.12, day) - grown(0.12, 0)));
        assertThat(value(both, "tgi")).isCloseTo(truth, within(3.0));
        assertThat(both.estimate("tgi").orElseThrow().method()).contains("days of their own");
        assertThat(both.estimate("tgiBiasCorrected").orElseThrow().low()).isNotNull();
        SubjectResult interaction = subject(document, Map.of("combination", "A+B"));
        assertThat(value(interaction, "responseAdditivityInteraction")).isFinite();
    }

    private static double grown(double rate, double day) {
        return Math.exp(rate * day + 0.5 * 0.0001 * day * day);
    }
}
