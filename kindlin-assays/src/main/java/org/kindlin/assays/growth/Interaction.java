package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.statistics.Distributions;

/**
 * What two agents together do beyond a null model, on a named scale; below zero is more inhibition than expected.
 *
 * @param estimate name of the estimate
 * @param scale in words, for the sentence
 * @param nullModel in words
 * @param p two-sided for one contrast, one-sided for the intersection-union test
 * @param robust standard error whatever the covariance within animals is; empty where there is none
 */
record Interaction(
        String estimate,
        String test,
        String unit,
        String scale,
        String nullModel,
        Contrast contrast,
        double p,
        Optional<Contrast> robust) {

    /** Bliss independence: relative volumes multiply, so growth rates add. */
    static Interaction bliss(GrowthFit fit, GrowthFit.Robust robust, ArmRoles.Factorial arms) {
        List<String> names = List.of(arms.both(), arms.first(), arms.second(), arms.control());
        Contrast contrast = fit.rates(names, 1, -1, -1, 1);
        return new Interaction(
                "blissInteraction",
                "bliss",
                "1/d",
                "growth rate of log volume",
                "Bliss independence (relative volumes multiply, growth rates add)",
                contrast,
                contrast.p(),
                Optional.of(robust.rates(names, 1, -1, -1, 1)));
    }

    /**
     * Highest single agent: the combination grows more slowly than either agent. The intersection-union test rejects when both
     * one-sided tests do (R. L. Berger, Technometrics 24:295-300, 1982), so its p is the larger of both.
     */
    static Interaction highestSingleAgent(GrowthFit fit, GrowthFit.Robust robust, ArmRoles.Factorial arms) {
        Contrast first = fit.rates(List.of(arms.both(), arms.first()), 1, -1);
        Contrast second = fit.rates(List.of(arms.both(), arms.second()), 1, -1);
        boolean firstIsBest =
                fit.rate(arms.first()).value() <= fit.rate(arms.second()).value();
        String best = firstIsBest ? arms.first() : arms.second();
        return new Interaction(
                "hsaInteraction",
                "hsa-intersection-union-one-sided",
                "1/d",
                "growth rate of log volume",
                "the highest single agent (" + best + ")",
                firstIsBest ? first : second,
                Math.max(first.pBelow(), second.pBelow()),
                Optional.of(robust.rates(List.of(arms.both(), best), 1, -1)));
    }

    /**
     * Response additivity: inhibitions of relative volume add, ln((C + AB) / (A + B)) with relative volumes exp(rate x day), by the
     * delta method.
     */
    static Interaction responseAdditivity(GrowthFit fit, ArmRoles.Factorial arms, double day) {
        double c = Math.exp(day * fit.rate(arms.control()).value());
        double a = Math.exp(day * fit.rate(arms.first()).value());
        double b = Math.exp(day * fit.rate(arms.second()).value());
        double ab = Math.exp(day * fit.rate(arms.both()).value());
        Contrast linear = fit.rates(
                List.of(arms.control(), arms.both(), arms.first(), arms.second()),
                day * c / (c + ab),
                day * ab / (c + ab),
                -day * a / (a + b),
                -day * b / (a + b));
        Contrast contrast = new Contrast(Math.log((c + ab) / (a + b)), linear.standardError(), linear.df());
        return new Interaction(
                "responseAdditivityInteraction",
                "response-additivity",
                "",
                "relative volume on day " + Prose.number(day),
                "response additivity (inhibitions of relative volume add)",
                contrast,
                contrast.p(),
                Optional.empty());
    }

    /** Rates multiply: ln AB - ln A - ln B + ln C of growth rates; empty unless every rate is shown to be above zero. */
    static Optional<Interaction> rateProduct(GrowthFit fit, ArmRoles.Factorial arms, double level) {
        List<String> names = List.of(arms.both(), arms.first(), arms.second(), arms.control());
        double[] signs = {1, -1, -1, 1};
        double[] weights = new double[4];
        double value = 0;
        for (int i = 0; i < 4; i++) {
            Contrast rate = fit.rate(names.get(i));
            if (rate.low(level) <= 0) {
                return Optional.empty();
            }
            value += signs[i] * Math.log(rate.value());
            weights[i] = signs[i] / rate.value();
        }
        Contrast linear = fit.rates(names, weights);
        Contrast contrast = new Contrast(value, linear.standardError(), linear.df());
        return Optional.of(new Interaction(
                "rateProductInteraction",
                "rate-product",
                "",
                "logarithm of the growth rate",
                "multiplying growth rates",
                contrast,
                contrast.p(),
                Optional.empty()));
    }

    /** Bliss and the highest single agent. */
    static List<Interaction> onRates(GrowthFit fit, ArmRoles.Factorial arms) {
        GrowthFit.Robust robust = fit.robust();
        return List.of(bliss(fit, robust, arms), highestSingleAgent(fit, robust, arms));
    }

    static List<Interaction> all(GrowthFit fit, ArmRoles.Factorial arms, double day, double level) {
        List<Interaction> all = new ArrayList<>();
        all.addAll(onRates(fit, arms));
        all.add(responseAdditivity(fit, arms, day));
        rateProduct(fit, arms, level).ifPresent(all::add);
        return all;
    }

    /**
     * Indices of observed relative volumes on one day, with normal standard errors by the delta method, as combPDX has them;
     * above zero is more inhibition than expected.
     */
    record Index(String name, double value, double standardError) {
        double low(double level) {
            return value - Distributions.normalQuantile((1 + level) / 2) * standardError;
        }

        double high(double level) {
            return value + Distributions.normalQuantile((1 + level) / 2) * standardError;
        }
    }

    /** The indices of a day; none where an arm has fewer than two animals. */
    static List<Index> indices(ArmDays days, ArmRoles.Factorial arms, double day) {
        double[] c = DayComparison.relative(days, arms.control(), day);
        double[] a = DayComparison.relative(days, arms.first(), day);
        double[] b = DayComparison.relative(days, arms.second(), day);
        double[] ab = DayComparison.relative(days, arms.both(), day);
        if (c[2] < 2 || a[2] < 2 || b[2] < 2 || ab[2] < 2 || !(ab[0] > 0) || !(a[0] > 0) || !(b[0] > 0)) {
            return List.of();
        }
        double[] best = a[0] < b[0] ? a : b;
        return List.of(
                new Index(
                        "blissIndex",
                        Math.log(a[0] * b[0] / (c[0] * ab[0])),
                        Math.sqrt(square(c) + square(a) + square(b) + square(ab))),
                new Index("hsaIndex", Math.log(best[0] / ab[0]), Math.sqrt(square(best) + square(ab))),
                new Index(
                        "responseAdditivityIndex",
                        Math.log((a[0] + b[0]) / (c[0] + ab[0])),
                        Math.sqrt((a[1] + b[1]) / ((a[0] + b[0]) * (a[0] + b[0]))
                                + (c[1] + ab[1]) / ((c[0] + ab[0]) * (c[0] + ab[0])))));
    }

    /** Squared relative standard error. */
    private static double square(double[] mean) {
        return mean[1] / (mean[0] * mean[0]);
    }
}
