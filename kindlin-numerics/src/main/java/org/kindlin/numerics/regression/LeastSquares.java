package org.kindlin.numerics.regression;

import org.kindlin.numerics.regression.RegressionResult.Converged;
import org.kindlin.numerics.regression.RegressionResult.Reason;
import org.kindlin.numerics.statistics.RobustScale;

/**
 * Fits a {@link LeastSquaresProblem}.
 *
 * <p>The optimum is local: the search descends from the starting values. {@link MultiStart} and {@link GridStart} look
 * further. The result does not depend on the order of the observations, to the last bit.
 */
public final class LeastSquares {
    private static final int MOST_REWEIGHTINGS = 500;
    private static final int DAMPED_FROM = 20;
    private static final double SETTLED = 1e-10;
    private static final double NO_SCALE = 1e-13;

    private LeastSquares() {}

    /** The optimum reached from the layout's starting values, or why there is none. */
    public static RegressionResult fit(LeastSquaresProblem problem) {
        double[] start = problem.layout().parameters().stream()
                .mapToDouble(Parameter::start)
                .toArray();
        Objective plain = Objective.of(problem);
        TrustRegion.Outcome outcome = TrustRegion.minimise(plain, start);
        boolean reweighted = problem.weighting() instanceof Weighting.RelativeToFit
                || !(problem.loss() instanceof Loss.LeastSquares);
        if (!reweighted || outcome.ending() != TrustRegion.Ending.CONVERGED) {
            return result(problem, plain, outcome);
        }
        if (!(problem.loss() instanceof Loss.TukeyBiweight)) {
            return new Reweighting(problem, plain, problem.loss(), false).from(outcome.theta(), 0);
        }
        RegressionResult first = new Reweighting(problem, plain, Loss.huber(), false).from(outcome.theta(), 0);
        return first instanceof Converged(RegressionFit huber)
                ? new Reweighting(problem, plain, problem.loss(), true)
                        .from(huber.values(), huber.objective().scale())
                : first;
    }

    private static RegressionResult result(
            LeastSquaresProblem problem, Objective objective, TrustRegion.Outcome outcome) {
        return switch (outcome.ending()) {
            case CONVERGED -> new Converged(new RegressionFit(problem, objective, outcome));
            case START_NOT_FINITE -> Reason.START_NOT_FINITE.at(outcome.theta());
            case DERIVATIVES_NOT_FINITE -> Reason.DERIVATIVES_NOT_FINITE.at(outcome.theta());
            case STALLED -> Reason.STALLED.at(outcome.theta());
            case TOO_MANY_ITERATIONS -> Reason.TOO_MANY_ITERATIONS.at(outcome.theta());
        };
    }

    /** Alternates between weights and scale from the fit, and the fit under them, until the fitted values settle. */
    private record Reweighting(LeastSquaresProblem problem, Objective plain, Loss loss, boolean scaleKept) {
        RegressionResult from(double[] start, double startScale) {
            double[] theta = start;
            double scale = startScale;
            double[] fitted = plain.fitted(theta);
            for (int i = 0; i < MOST_REWEIGHTINGS; i++) {
                double[] roots = roots(fitted);
                if (!scaleKept && !(loss instanceof Loss.LeastSquares)) {
                    if (plain.observations() <= plain.freeCount()) {
                        return Reason.TOO_FEW_OBSERVATIONS.at(theta);
                    }
                    double next = scale(fitted, roots);
                    if (!(next > NO_SCALE * largestResponse(roots))) {
                        return Reason.SCALE_IS_ZERO.at(theta);
                    }
                    scale = i < DAMPED_FROM ? next : Math.sqrt(next * scale);
                }
                Objective objective = plain.reweighted(problem, roots, loss, scale);
                TrustRegion.Outcome outcome = TrustRegion.minimise(objective, theta);
                double[] nextFitted = plain.fitted(outcome.theta());
                if (outcome.ending() != TrustRegion.Ending.CONVERGED || settled(fitted, nextFitted)) {
                    return result(problem, objective, outcome);
                }
                theta = outcome.theta();
                fitted = nextFitted;
            }
            return Reason.WEIGHTS_DO_NOT_SETTLE.at(theta);
        }

        private double[] roots(double[] fitted) {
            double[] roots = new double[fitted.length];
            double[] relative =
                    problem.weighting() instanceof Weighting.RelativeToFit rule ? rule.roots(fitted) : new double[0];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = plain.rootWeight(i) * (relative.length > 0 ? relative[i] : 1);
            }
            return roots;
        }

        private double scale(double[] fitted, double[] roots) {
            double[] weighted = new double[fitted.length];
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = roots[i] * (plain.response(i) - fitted[i]);
            }
            return RobustScale.ofResiduals(weighted, plain.freeCount());
        }

        private double largestResponse(double[] roots) {
            double largest = 0;
            for (int i = 0; i < roots.length; i++) {
                largest = Math.max(largest, roots[i] * Math.abs(plain.response(i)));
            }
            return largest;
        }

        private static boolean settled(double[] before, double[] after) {
            double change = 0;
            double size = 0;
            for (int i = 0; i < before.length; i++) {
                change = Math.max(change, Math.abs(after[i] - before[i]));
                size = Math.max(size, Math.abs(after[i]));
            }
            return change <= SETTLED * size;
        }
    }
}
