package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.numerics.regression.ProfileInterval.End;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Profile likelihood intervals: all values of a parameter at which the best fit with that value held is not
 * significantly worse than the best fit of all.
 *
 * <p>The limit is (Q(θ) − Q̂)/s² = F(level; 1, n − p), Q being minimised over all other parameters (D. M. Bates and D. G.
 * Watts, Nonlinear Regression Analysis and Its Applications, 1988, section 6.1). Unlike Wald's, the interval does not
 * depend on how the model is parameterised, and tells when the data set no bound. Iterated weights and a robust scale
 * are kept at the fit's; a robust loss uses the likelihood ratio of Schrader and Hettmansperger (1980).
 */
public final class ProfileLikelihood {
    private static final int MOST_EXPANSIONS = 60;
    private static final int MOST_REFINEMENTS = 100;
    private static final double PLACE_TOLERANCE = 1e-13;
    private static final double TAU_TOLERANCE = 1e-12;
    private static final double BETTER = 1e-9;

    private final RegressionFit fit;
    private final int index;
    private final double limit;

    /** A point of the profile: the value held, the signed root τ of the rise of Q, and all parameters there. */
    @SuppressWarnings("ArrayRecordComponent") // a search's working state, never compared
    private record Point(double at, double tau, double[] theta) {}

    private ProfileLikelihood(RegressionFit fit, int index, double level) {
        this.fit = fit;
        this.index = index;
        this.limit = Distributions.studentQuantile(0.5 + level / 2, fit.df());
    }

    /**
     * The profile interval of the parameter of this name; empty where it is fixed, no residual degrees of freedom remain
     * or the fit is perfect.
     */
    public static Optional<ProfileInterval> interval(RegressionFit fit, String name, double level) {
        int index = fit.problem().layout().indexOf(name);
        boolean fixed = fit.problem().layout().parameters().get(index).fixed();
        if (fixed || !fit.dispersion().exists() || !(fit.dispersion().likelihoodFactor() > 0)) {
            return Optional.empty();
        }
        ProfileLikelihood profile = new ProfileLikelihood(fit, index, level);
        try {
            return Optional.of(new ProfileInterval.Found(profile.end(-1), profile.end(1), level));
        } catch (BetterOptimumFound better) {
            return Optional.of(new ProfileInterval.BetterOptimum(Vectors.list(better.theta)));
        }
    }

    private End end(int direction) throws BetterOptimumFound {
        Parameter parameter = fit.problem().layout().parameters().get(index);
        double bound = direction < 0 ? parameter.lower() : parameter.upper();
        Point inside = new Point(fit.values()[index], 0, fit.values());
        Point before = inside;
        double distance = firstDistance();
        for (int i = 0; i < MOST_EXPANSIONS; i++) {
            if (inside.at == bound) {
                return new End.Open("the profile stays below its limit up to the parameter's bound");
            }
            double next = fit.values()[index] + direction * distance;
            next = direction < 0 ? Math.max(bound, next) : Math.min(bound, next);
            Optional<Point> reached = Double.isFinite(next) ? profile(next, inside, before) : Optional.empty();
            if (reached.isEmpty()) {
                return new End.Open("the profile stays below its limit as far as the model can be evaluated");
            }
            if (reached.get().tau >= limit) {
                return new End.At(refine(inside, reached.get()));
            }
            before = inside;
            inside = reached.get();
            double aim = inside.tau > 0 ? 1.05 * limit / inside.tau : 4;
            distance = Math.abs(inside.at - fit.values()[index]) * Math.min(4, Math.max(1.2, aim));
        }
        return new End.Open("the profile levels off below its limit");
    }

    private double firstDistance() {
        double best = fit.values()[index];
        double size = best == 0 ? 1e-3 : 0.1 * Math.abs(best);
        double error = Math.sqrt(fit.covariance(index, index).orElse(0));
        return error > 0 && Double.isFinite(error) ? limit * error : size;
    }

    /** The crossing between a point below the limit and one above: false position, Illinois's variant, on τ. */
    private double refine(Point below, Point above) throws BetterOptimumFound {
        Point low = below;
        Point high = above;
        double fLow = low.tau - limit;
        double fHigh = high.tau - limit;
        for (int i = 0; i < MOST_REFINEMENTS && fHigh != 0; i++) {
            double width = high.at - low.at;
            if (Math.abs(width) <= PLACE_TOLERANCE * Math.max(Math.abs(high.at), Math.abs(low.at))) {
                break;
            }
            double at = i % 8 == 7 ? low.at + 0.5 * width : low.at - fLow * width / (fHigh - fLow);
            Optional<Point> between = at == low.at || at == high.at ? Optional.empty() : profile(at, low, high);
            if (between.isEmpty()) {
                break;
            }
            double f = between.get().tau - limit;
            if (f >= 0) {
                high = between.get();
                fHigh = f;
                fLow *= i % 8 == 7 ? 1 : 0.5;
            } else {
                low = between.get();
                fLow = f;
                fHigh *= i % 8 == 7 ? 1 : 0.5;
            }
            if (Math.abs(f) <= TAU_TOLERANCE * limit) {
                return at;
            }
        }
        return fHigh - fLow == 0 ? high.at : low.at - (low.tau - limit) * (high.at - low.at) / (high.tau - low.tau);
    }

    /**
     * The best fit with the parameter held here, searched from the line through two known points of the profile and, on the
     * way outwards, from the first of them too, the one inside: the held problem may have more than one minimum.
     */
    private Optional<Point> profile(double at, Point inside, Point other) throws BetterOptimumFound {
        ParameterLayout layout = fit.problem().layout();
        String name = layout.parameters().get(index).name();
        LeastSquaresProblem held = fit.problem().with(layout.with(index, Parameter.fixed(name, at)));
        Objective objective = fit.objective().restated(held);
        TrustRegion.Outcome best = TrustRegion.descend(objective, extrapolate(at, inside, other));
        if (!isBetween(at, inside, other) || !isConverged(best)) {
            TrustRegion.Outcome along = TrustRegion.descend(objective, replaced(inside.theta, at));
            best = isConverged(along) && !(isConverged(best) && best.value() <= along.value()) ? along : best;
        }
        if (!isConverged(best)) {
            return Optional.empty();
        }
        double rise = (best.value() - fit.objectiveValue()) / fit.dispersion().likelihoodFactor();
        if (rise < -BETTER * Math.max(1, fit.df())) {
            throw new BetterOptimumFound(best.theta());
        }
        return Optional.of(new Point(at, Math.sqrt(Math.max(0, rise)), best.theta()));
    }

    private static boolean isBetween(double at, Point one, Point other) {
        return (at - one.at) * (at - other.at) < 0;
    }

    private static boolean isConverged(TrustRegion.Outcome outcome) {
        return outcome.ending() == TrustRegion.Ending.CONVERGED;
    }

    private double[] extrapolate(double at, Point one, Point other) {
        double[] start = other.theta.clone();
        if (one.at != other.at) {
            double part = (at - other.at) / (other.at - one.at);
            for (int j = 0; j < start.length; j++) {
                Parameter parameter = fit.problem().layout().parameters().get(j);
                double to = other.theta[j] + part * (other.theta[j] - one.theta[j]);
                start[j] =
                        parameter.fixed() ? start[j] : parameter.startingAt(to).start();
            }
        }
        return replaced(start, at);
    }

    private double[] replaced(double[] theta, double at) {
        double[] start = Arrays.copyOf(theta, theta.length);
        start[index] = at;
        return start;
    }

    /** Leaves the search of both ends at once. */
    private static final class BetterOptimumFound extends Exception {
        private static final long serialVersionUID = 1;
        private final transient double[] theta;

        BetterOptimumFound(double[] theta) {
            super("a better optimum", null, false, false);
            this.theta = theta;
        }
    }
}
