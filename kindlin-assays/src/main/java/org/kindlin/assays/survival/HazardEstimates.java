package org.kindlin.assays.survival;

import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.numerics.hazard.FirthCox;
import org.kindlin.numerics.statistics.Distributions;

/** A log hazard ratio and its hazard ratio as estimates. */
final class HazardEstimates {
    private HazardEstimates() {}

    /** With Wald's interval. */
    static List<Estimate> wald(double log, double se, double level, String method) {
        double z = Distributions.normalQuantile(0.5 + level / 2);
        return of("logHazardRatio", "hazardRatio", log, log - z * se, log + z * se, se, level, method);
    }

    /** Firth's, with the penalised profile likelihood interval. */
    static List<Estimate> firth(FirthCox.Term term, double level) {
        return of(
                "logHazardRatioFirth",
                "hazardRatioFirth",
                term.coefficient(),
                term.low(),
                term.high(),
                term.standardError(),
                level,
                "Firth's penalised Cox, Breslow's ties, profile likelihood");
    }

    static HypothesisTest test(FirthCox.Term term) {
        double statistic = Distributions.chiSquaredQuantile(Math.clamp(1 - term.p(), 1e-300, 1 - 1e-15), 1);
        return new HypothesisTest("penalised-likelihood-ratio", statistic, 1.0, null, term.p());
    }

    static List<Estimate> none(double level, String method) {
        return List.of(
                Estimate.notEstimable("logHazardRatio", "", level, method),
                Estimate.notEstimable("hazardRatio", "", level, method));
    }

    private static List<Estimate> of(
            String logName, String name, double log, double low, double high, double se, double level, String method) {
        return List.of(
                Estimate.of(logName, log, "", low, high, level, se, method),
                Estimate.of(
                        name,
                        StrictMath.exp(log),
                        "",
                        StrictMath.exp(low),
                        StrictMath.exp(high),
                        level,
                        Double.NaN,
                        method));
    }
}
