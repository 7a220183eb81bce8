package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Quality figures of a fitted curve.
 *
 * <p>A relative mid-point wants at least two doses beyond each bend (J. L. Sebaugh, Pharmaceutical Statistics 10:128-134,
 * 2011); the bends, where a four-parameter curve is most curved, lie at {@code ic50 * k^(+-1/h)}, k = 4.680498579882906
 * (J. L. Sebaugh and P. D. McCray, Pharmaceutical Statistics 2:167-174, 2003). Runs of the residuals of dose means by
 * the normal approximation of A. Wald and J. Wolfowitz, Annals of Mathematical Statistics 11:147-162, 1940.
 */
final class CurveQuality {
    /** The odds of the two plateaus' shares at a bend. */
    private static final double BEND = 4.680498579882906;

    private static final double DOSES_BEYOND_A_BEND = 2;
    private static final double RUNS_P = 0.05;

    private CurveQuality() {}

    static List<QualityCheck> of(FittedCurve fitted) {
        List<QualityCheck> checks = new ArrayList<>();
        checks.add(QualityCheck.atLeast(
                "doses-before-lower-bend", dosesWhere(fitted, 0, 1 / (1 + BEND)), DOSES_BEYOND_A_BEND));
        checks.add(QualityCheck.atLeast(
                "doses-beyond-upper-bend", dosesWhere(fitted, BEND / (1 + BEND), 1), DOSES_BEYOND_A_BEND));
        checks.add(QualityCheck.info(
                "decades-below-midpoint", fitted.logIc50() - fitted.range().lowest()));
        checks.add(QualityCheck.info("decades-above-midpoint", fitted.range().highest() - fitted.logIc50()));
        checks.add(runs(fitted.data(), fitted.curve()::value));
        checks.add(QualityCheck.info(
                "residual-sd", fitted.residualStandardDeviation().orElse(Double.NaN)));
        checks.add(QualityCheck.info(
                "r-squared", 1 - fitted.fit().rss() / fitted.fit().constantRss()));
        return checks;
    }

    /** Doses at which the curve has gone a share of its way within these limits; zero dose is one of them. */
    private static double dosesWhere(FittedCurve fitted, double least, double most) {
        return Arrays.stream(fitted.data().logDoses())
                .map(fitted::progressAt)
                .map(progress -> progress >= least && progress <= most ? 1 : 0)
                .sum();
    }

    /** Whether the residuals of dose means change sign often enough. */
    static QualityCheck runs(CurveData data, DoubleUnaryOperator curve) {
        List<Boolean> signs = new ArrayList<>();
        for (double logDose : data.logDoses()) {
            double residual = Descriptive.mean(data.responsesAt(logDose)) - curve.applyAsDouble(logDose);
            if (residual != 0) {
                signs.add(residual > 0);
            }
        }
        return QualityCheck.atLeast("residual-runs-p", tooFewRuns(signs), RUNS_P);
    }

    /** Probability of so few runs; NaN where all signs are alike or there are fewer than four. */
    private static double tooFewRuns(List<Boolean> signs) {
        double positive = signs.stream().filter(sign -> sign).count();
        double negative = signs.size() - positive;
        double n = positive + negative;
        if (positive < 2 || negative < 2) {
            return Double.NaN;
        }
        int runs = 1;
        for (int i = 1; i < signs.size(); i++) {
            runs += signs.get(i).equals(signs.get(i - 1)) ? 0 : 1;
        }
        double product = 2 * positive * negative;
        double mean = product / n + 1;
        double variance = product * (product - n) / (n * n * (n - 1));
        return Distributions.normalUpperTail((mean - runs - 0.5) / Math.sqrt(variance));
    }
}
