package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.FTest;

/**
 * Whether the plates of a compound agree: the shift of the IC50 between plates, and one curve against one per plate.
 *
 * @param estimates {@code plateShift}: the IC50 of the last plate over that of the first for two plates, the largest over
 *     the smallest for more
 */
public record PlateShift(List<Estimate> estimates, List<HypothesisTest> tests, List<Warning> warnings) {
    private static final double SIGNIFICANT = 0.05;

    static PlateShift of(CurveResult pooled, List<PlateCurve> plates, double level) {
        if (plates.size() < 2) {
            return new PlateShift(List.of(), List.of(), List.of());
        }
        List<Estimate> estimates = shift(plates, level).stream().toList();
        Optional<HypothesisTest> test = test(pooled, plates);
        List<Warning> warnings = new ArrayList<>();
        test.filter(found -> found.p() < SIGNIFICANT)
                .ifPresent(found -> warnings.add(new Warning(
                        "plate-shift",
                        "The plates differ by more than their wells scatter (p = " + Prose.number(found.p())
                                + "); IC50 "
                                + Prose.list(plates.stream()
                                        .map(plate -> Prose.estimate(plate.ic50()) + " on " + plate.plate())
                                        .toList())
                                + ": the pooled interval does not cover the variation between plates.")));
        return new PlateShift(estimates, test.stream().toList(), warnings);
    }

    private static Optional<Estimate> shift(List<PlateCurve> plates, double level) {
        List<Potency> potencies = plates.stream()
                .map(plate -> Potency.of(plate.ic50()))
                .filter(potency -> potency.point().isPresent())
                .toList();
        if (potencies.size() < plates.size()) {
            return Optional.empty();
        }
        if (potencies.size() == 2) {
            return Optional.of(potencies
                    .getLast()
                    .over(potencies.getFirst())
                    .asEstimate(
                            "plateShift", level, "last plate over first; profile limits combined on the log scale"));
        }
        double[] points = potencies.stream()
                .mapToDouble(potency -> potency.point().getAsDouble())
                .sorted()
                .toArray();
        return Optional.of(Estimate.descriptive(
                "plateShift", points[points.length - 1] / points[0], "1", "largest over smallest IC50 of the plates"));
    }

    /**
     * The extra sum of squares of a curve for every plate over one curve for all. Every curve is fitted under the weights of
     * the common one: models are nested only where they share their weights.
     */
    private static Optional<HypothesisTest> test(CurveResult pooled, List<PlateCurve> plates) {
        return pooled.fitted().flatMap(one -> test(one, plates));
    }

    private static Optional<HypothesisTest> test(FittedCurve one, List<PlateCurve> plates) {
        double rss = 0;
        int df = 0;
        for (PlateCurve plate : plates) {
            CurveData data = plate.curve().data().withVariancesHeldAt(one.curve()::value);
            Optional<FittedCurve> fitted = CurveAnalysis.fit(data, plate.curve().protocol());
            if (fitted.isEmpty()) {
                return Optional.empty();
            }
            rss += fitted.get().fit().rss();
            df += fitted.get().fit().degreesOfFreedom();
        }
        return FTest.extraSumOfSquares(one.fit().rss(), one.fit().degreesOfFreedom(), rss, df)
                .map(test -> new HypothesisTest(
                        "plate-shift-F", test.statistic(), (double) test.df1(), (double) test.df2(), test.p()));
    }
}
