package org.kindlin.assays.kinase;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.binding.QuadraticBinding;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Least-squares fit of Morrison's equation at a stated enzyme concentration.
 *
 * <p>The response is linear in its two plateaus, so only the constant is searched: a grid over its logarithm finds the
 * global minimum, golden sections polish it, and the profile likelihood gives its interval by the F distribution with
 * one and n - 3 degrees of freedom.
 */
final class TightBindingFit {
    private static final double STEPS_PER_DECADE = 20;
    private static final double DECADES_BELOW = 5;
    private static final double DECADES_ABOVE = 2;
    private static final int PARAMETERS = 3;
    private static final int FEWEST_DOSES = 4;
    private static final double GOLDEN = 0.6180339887498949;
    private static final int POLISHING = 80;
    private static final double PERFECT = 1e-24;
    private static final String METHOD = "Morrison's tight-binding equation, profile-likelihood";

    private final double[] dose;
    private final double[] response;
    private final double enzyme;
    private final double lowest;
    private final double highest;

    private TightBindingFit(double[] dose, double[] response, double enzyme) {
        this.dose = dose;
        this.response = response;
        this.enzyme = enzyme;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = enzyme;
        for (double d : dose) {
            smallest = d > 0 ? Math.min(smallest, d) : smallest;
            largest = Math.max(largest, d);
        }
        this.lowest = StrictMath.log10(Math.min(smallest, enzyme)) - DECADES_BELOW;
        this.highest = StrictMath.log10(largest) + DECADES_ABOVE;
    }

    /** The fit; empty where there are too few points or doses. */
    static Optional<TightBinding> of(CurveData data, double enzymeNanomolar, double level) {
        double[] dose = data.observations().stream()
                .mapToDouble(observation -> StrictMath.pow(10, observation.logDose()))
                .toArray();
        double[] response =
                data.observations().stream().mapToDouble(Observation::response).toArray();
        return data.logDoses().length < FEWEST_DOSES || dose.length <= PARAMETERS
                ? Optional.empty()
                : Optional.of(new TightBindingFit(dose, response, enzymeNanomolar).fit(level));
    }

    private TightBinding fit(double level) {
        int cells = (int) Math.ceil((highest - lowest) * STEPS_PER_DECADE);
        int best = 0;
        double[] rss = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            rss[i] = at(logConstant(i)).rss();
            best = rss[i] < rss[best] ? i : best;
        }
        double log = polish(logConstant(Math.max(0, best - 1)), logConstant(Math.min(cells, best + 1)));
        Plateaus found = at(log);
        return new TightBinding(
                enzyme, estimate(log, found, best == 0, best == cells, level), found.none, found.full, found.rss);
    }

    private double logConstant(int cell) {
        return lowest + cell / STEPS_PER_DECADE;
    }

    private double polish(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < POLISHING; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(left).rss() <= at(right).rss()) {
                high = right;
            } else {
                low = left;
            }
        }
        return 0.5 * (low + high);
    }

    private Estimate estimate(double log, Plateaus best, boolean atLowest, boolean atHighest, double level) {
        int df = dose.length - PARAMETERS;
        double limit = best.rss * (1 + Distributions.fQuantile(level, 1, df) / df);
        boolean perfect = best.rss <= PERFECT * best.squares;
        Double low = perfect ? Double.valueOf(tenTo(log)) : crossing(log, -1, limit);
        Double high = perfect ? Double.valueOf(tenTo(log)) : crossing(log, 1, limit);
        if (atHighest || (atLowest && high == null)) {
            return Estimate.notEstimable("ki-app", "nM", level, METHOD);
        }
        return atLowest && high != null
                ? new Estimate("ki-app", high, "nM", Relation.BELOW, null, high, level, null, METHOD + ", one-sided")
                : new Estimate("ki-app", tenTo(log), "nM", Relation.EQUAL, low, high, level, null, METHOD);
    }

    /** Where the profile first exceeds the limit on one side; null where it never does. */
    private @Nullable Double crossing(double log, int side, double limit) {
        double step = side / STEPS_PER_DECADE;
        double inside = log;
        double outside = log + step;
        while (at(outside).rss() <= limit) {
            inside = outside;
            outside += step;
            if (outside < lowest || outside > highest) {
                return null;
            }
        }
        for (int i = 0; i < POLISHING; i++) {
            double middle = 0.5 * (inside + outside);
            if (at(middle).rss() <= limit) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return tenTo(inside);
    }

    private static double tenTo(double log) {
        return StrictMath.pow(10, log);
    }

    /** The best plateaus at a constant: response = none + (full - none) x bound fraction. */
    private record Plateaus(double none, double full, double rss, double squares) {}

    private Plateaus at(double log) {
        double constant = tenTo(log);
        double[] bound = new double[dose.length];
        for (int i = 0; i < dose.length; i++) {
            bound[i] = new QuadraticBinding(enzyme, constant, dose[i]).boundFraction();
        }
        double[] weight = new double[dose.length];
        java.util.Arrays.fill(weight, 1);
        WeightedPolynomial line = WeightedPolynomial.fit(bound, response, weight, 1);
        double squares = 0;
        for (double r : response) {
            squares += r * r;
        }
        return new Plateaus(
                line.coefficients()[0], line.coefficients()[0] + line.coefficients()[1], line.rss(), squares);
    }
}
