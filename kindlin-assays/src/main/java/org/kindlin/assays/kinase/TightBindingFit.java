package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.binding.QuadraticBindingFit;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Loss;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.regression.ProfileInterval;
import org.kindlin.numerics.regression.ProfileLikelihood;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.regression.RegressionResult;
import org.kindlin.numerics.regression.Weighting;

/**
 * Least-squares fit of Morrison's equation at a stated enzyme concentration, both plateaus free, with the
 * profile-likelihood interval of the constant.
 */
final class TightBindingFit {
    private static final int PARAMETERS = 3;
    private static final double ROUNDING = 1e-18;
    private static final String CONSTANT = QuadraticBindingFit.LOG10_CONSTANT;
    private static final String METHOD = "Morrison's tight-binding equation, profile-likelihood";

    private TightBindingFit() {}

    /**
     * The fit, every well weighted by the inverse of the variance it has on the sigmoid over the logarithmic dose; empty
     * where there are no more doses than parameters, or the search fails.
     */
    static Optional<TightBinding> of(
            CurveData data, DoubleUnaryOperator sigmoid, double enzymeNanomolar, double level) {
        if (data.logDoses().length <= PARAMETERS) {
            return Optional.empty();
        }
        LeastSquaresProblem problem = QuadraticBindingFit.problem(
                observations(data).withWeights(data.inverseVariances(sigmoid)),
                QuadraticBindingFit.Known.targetAt(enzymeNanomolar).withFreeBackground(),
                Weighting.asGiven(),
                Loss.leastSquares());
        return QuadraticBindingFit.fit(problem).best() instanceof RegressionResult.Converged(RegressionFit fit)
                ? Optional.of(new TightBinding(
                        enzymeNanomolar,
                        estimate(fit, level),
                        fit.value(QuadraticBindingFit.UNBOUND),
                        fit.value(QuadraticBindingFit.BACKGROUND),
                        fit.rss()))
                : Optional.empty();
    }

    private static Observations observations(CurveData data) {
        double[] dose = data.observations().stream()
                .mapToDouble(observation -> tenTo(observation.logDose()))
                .toArray();
        double[] response =
                data.observations().stream().mapToDouble(Observation::response).toArray();
        return Observations.of(dose, response);
    }

    /** The constant in nM: a number where at least one side is bounded, a limit where the search ended low. */
    private static Estimate estimate(RegressionFit fit, double level) {
        double value = tenTo(fit.value(CONSTANT));
        if (isPerfect(fit)) {
            return Estimate.descriptive("ki-app", value, "nM", METHOD + "; a perfect fit has no interval");
        }
        Optional<ProfileInterval> profile = ProfileLikelihood.interval(fit, CONSTANT, level);
        Double low = null;
        Double high = null;
        if (profile.isPresent() && profile.get() instanceof ProfileInterval.Found found) {
            low = limit(found.low());
            high = limit(found.high());
        }
        return switch (fit.estimate(CONSTANT).status()) {
            case ESTIMATED ->
                low == null && high == null
                        ? Estimate.notEstimable("ki-app", "nM", level, METHOD)
                        : new Estimate("ki-app", value, "nM", Relation.EQUAL, low, high, level, null, METHOD);
            case AT_LOWER_BOUND, UNDETERMINED ->
                high == null || low != null
                        ? Estimate.notEstimable("ki-app", "nM", level, METHOD)
                        : new Estimate(
                                "ki-app", high, "nM", Relation.BELOW, null, high, level, null, METHOD + ", one-sided");
            case AT_UPPER_BOUND, FIXED -> Estimate.notEstimable("ki-app", "nM", level, METHOD);
        };
    }

    /** Whether what is left is rounding. */
    private static boolean isPerfect(RegressionFit fit) {
        double span = fit.value(QuadraticBindingFit.BACKGROUND) - fit.value(QuadraticBindingFit.UNBOUND);
        double heaviest = Arrays.stream(fit.weights()).max().orElse(1);
        return fit.rss() <= ROUNDING * span * span * heaviest;
    }

    private static @Nullable Double limit(ProfileInterval.End end) {
        return switch (end) {
            case ProfileInterval.End.At(double value) -> Double.valueOf(tenTo(value));
            case ProfileInterval.End.Open _ -> null;
        };
    }

    private static double tenTo(double log) {
        return StrictMath.pow(10, log);
    }
}
