package org.kindlin.assays.transwell;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.assays.uncertainty.MeasuredRatio;
import org.kindlin.assays.uncertainty.RatioMethod;
import org.kindlin.numerics.statistics.LogRatio;

/**
 * One condition over another. Geometric means over inserts with Welch's interval of the difference of logarithms; where an insert
 * is not above zero, or those of a condition are all alike, arithmetic means with Fieller's interval.
 */
final class TranswellIndex {
    private TranswellIndex() {}

    static Estimate of(String name, Condition condition, Condition other, double level, List<Warning> warnings) {
        if (condition.equals(other)) {
            return Estimate.descriptive(name, 1, "1", "what others are relative to");
        }
        Optional<LogRatio.LogEstimate> here = condition.log();
        Optional<LogRatio.LogEstimate> there = other.log();
        if (here.isPresent() && there.isPresent()) {
            return Estimate.ofRatio(
                    name,
                    LogRatio.of(here.get(), there.get(), level),
                    "ratio of geometric means over inserts, Welch on logarithms");
        }
        if (!(other.mean() > 0)) {
            warnings.add(new Warning("no-cells", name + " is not known: what it is relative to has no cells"));
            return Estimate.notEstimable(name, "1", level, "ratio of means");
        }
        Optional<Measured> numerator = condition.measured(level);
        Optional<Measured> denominator = other.measured(level);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Estimate.descriptive(
                    name, condition.mean() / other.mean(), "1", "ratio of means, too few inserts for an interval");
        }
        return MeasuredRatio.of(numerator.get(), denominator.get(), RatioMethod.FIELLER, level)
                .filter(ratio -> ratio.standardError() > 0)
                .map(ratio -> fieller(name, ratio, level, warnings))
                .orElseGet(() -> Estimate.descriptive(
                        name,
                        condition.mean() / other.mean(),
                        "1",
                        "ratio of means, no interval: all inserts are alike"));
    }

    private static Estimate fieller(String name, MeasuredRatio ratio, double level, List<Warning> warnings) {
        if (!ratio.isBounded()) {
            warnings.add(new Warning(
                    "not-bounded",
                    name + " has no bounded interval: what it is relative to may be zero by its scatter"));
        }
        return Estimate.of(
                name,
                ratio.value(),
                "1",
                low(ratio),
                ratio.high(),
                level,
                ratio.isBounded() ? ratio.standardError() : Double.NaN,
                "ratio of arithmetic means over inserts, Fieller");
    }

    /** No ratio of cells is below zero; that of absorbances less blanks may come out so. */
    private static double low(MeasuredRatio ratio) {
        return !ratio.isBounded() ? Double.NaN : ratio.value() < 0 ? ratio.low() : Math.max(0, ratio.low());
    }
}
