package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.paired.PairedT;
import org.kindlin.numerics.statistics.AdjustedP;

/**
 * The highest dose against vehicle, donors paired (Student's t of their differences).
 *
 * @param marker empty for the score
 * @param estimate name of what is reported
 * @param shown from a difference to what is reported, such as a ratio of a difference of logarithms; rising
 */
record TopDoseComparison(String marker, String estimate, String unit, DonorSeries series, DoubleUnaryOperator shown) {

    private Optional<PairedT> test() {
        double[] shifts = series.topShifts();
        return shifts.length < 2 ? Optional.empty() : Optional.of(PairedT.of(shifts));
    }

    /** Results of comparisons made together: p values are adjusted for their number by Holm's method where it is above one. */
    static List<SubjectResult> results(List<TopDoseComparison> comparisons, String doseUnit, double level) {
        List<TopDoseComparison> tested = comparisons.stream()
                .filter(comparison -> comparison.test().filter(t -> t.sd() > 0).isPresent())
                .toList();
        double[] adjusted = AdjustedP.holm(tested.stream()
                .mapToDouble(comparison -> comparison.test().orElseThrow().p())
                .toArray());
        List<SubjectResult> results = new ArrayList<>();
        for (TopDoseComparison comparison : comparisons) {
            int at = tested.indexOf(comparison);
            results.add(comparison.result(doseUnit, level, at < 0 || tested.size() < 2 ? Double.NaN : adjusted[at]));
        }
        return results;
    }

    private SubjectResult result(String doseUnit, double level, double adjusted) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", "highest dose against vehicle");
        if (!marker.isEmpty()) {
            subject.put("marker", marker);
        }
        subject.put("dose", Double.toString(series.topDose()) + " " + doseUnit);
        Optional<PairedT> test = test();
        if (test.isEmpty()) {
            return new SubjectResult(
                    subject,
                    List.of(single(level)),
                    List.of(),
                    List.of(),
                    List.of(oneDonor(series.topShifts().length)));
        }
        PairedT t = test.get();
        List<HypothesisTest> tests = new ArrayList<>();
        if (t.sd() > 0) {
            tests.add(new HypothesisTest("paired-t", t.t(), t.df(), null, t.p()));
            if (Double.isFinite(adjusted)) {
                tests.add(new HypothesisTest("paired-t-holm", t.t(), t.df(), null, adjusted));
            }
        }
        return new SubjectResult(
                subject,
                List.of(Estimate.of(
                        estimate,
                        shown.applyAsDouble(t.mean()),
                        unit,
                        shown.applyAsDouble(t.low(level)),
                        shown.applyAsDouble(t.high(level)),
                        level,
                        marker.isEmpty() ? t.standardError() : Double.NaN,
                        "paired over " + t.n() + " donors")),
                tests,
                List.of(),
                List.of());
    }

    private Estimate single(double level) {
        double[] shifts = series.topShifts();
        return shifts.length == 0
                ? Estimate.notEstimable(estimate, unit, level, "paired")
                : Estimate.descriptive(estimate, shown.applyAsDouble(shifts[0]), unit, "one donor");
    }

    private static Warning oneDonor(int donors) {
        return new Warning(
                "one-donor",
                "donors with vehicle and highest dose: " + donors
                        + "; cells of one donor are no replicates, so there is no interval");
    }
}
