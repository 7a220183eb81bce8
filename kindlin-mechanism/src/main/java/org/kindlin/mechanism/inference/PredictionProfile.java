package org.kindlin.mechanism.inference;

import org.kindlin.mechanism.petab.Scale;

/**
 * Profile likelihood of predictions (C. Kreutz, A. Raue, J. Timmer, BMC Syst. Biol. 6:120, 2012): the values z for which
 * twice the objective, minimised over all parameters that predict z, rises by no more than the quantile of χ² with one
 * degree of freedom. Minimised without the constraint, with (z′ − F)²/(2 s²) added for a target z′ beyond the end sought:
 * every minimum lies on the profile, at its own prediction F. A workspace.
 */
public final class PredictionProfile {
    private static final int TRIALS = 8;
    private static final int ITERATIONS = 40;
    private static final double NEAR = 0.01;
    private static final double RIDGE = 1e-9;
    private static final double MATTERS = 0.01;

    private final CompiledProblem problem;
    private final PetabLikelihood likelihood;
    private final Box box;
    private final double[] lower;
    private final double[] upper;
    private final double rise;

    /**
     * Profiles of the predictions of a problem that was made by {@link CompiledProblem#predicting}.
     *
     * @param chiSquared rise of twice the objective that ends an interval: 3.841459 for 95 %
     */
    public PredictionProfile(CompiledProblem problem, PetabLikelihood likelihood, double chiSquared) {
        this.problem = problem;
        this.likelihood = likelihood;
        this.box = Box.of(problem);
        this.lower = box.lower();
        this.upper = box.upper();
        this.rise = StrictMath.sqrt(chiSquared);
    }

    /** An end of an interval on the observable's scale. */
    private record End(double at, boolean open) {}

    /** The interval of one prediction around an optimum. */
    public PredictionInterval of(Optimum optimum, int row) {
        Scale scale = problem.scaleOfPrediction(row);
        PredictionObjective objective = new PredictionObjective(likelihood, row, scale);
        int size = objective.dimension();
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double value = objective.derivatives(optimum.point(), gradient, hessian);
        double best = objective.predicted();
        double noise = likelihood.predictedNoise(row);
        double[] slope = objective.slope();
        double deviation = deviation(optimum.point(), gradient, hessian, slope);
        double shown = scale.invert(best);
        if (!Double.isFinite(value) || !Double.isFinite(best) || !Double.isFinite(deviation)) {
            return new PredictionInterval(shown, Double.NaN, Double.NaN, true, true, noise);
        }
        if (!(deviation > RIDGE * Math.abs(best))) {
            return new PredictionInterval(shown, shown, shown, false, false, noise);
        }
        End low = end(objective, optimum.point(), value, best, -deviation);
        End high = end(objective, optimum.point(), value, best, deviation);
        return new PredictionInterval(
                shown, scale.invert(low.at()), scale.invert(high.at()), low.open(), high.open(), noise);
    }

    /** Standard error of the prediction by the curvature at the optimum, no wider than the bounds allow. */
    private double deviation(double[] point, double[] gradient, double[][] hessian, double[] slope) {
        boolean[] free = new boolean[slope.length];
        double[] against = new double[slope.length];
        double widest = 0;
        for (int i = 0; i < slope.length; i++) {
            free[i] = !(point[i] <= lower[i] && gradient[i] > 0) && !(point[i] >= upper[i] && gradient[i] < 0);
            against[i] = -slope[i];
            double span = Double.isFinite(upper[i] - lower[i]) ? upper[i] - lower[i] : Double.MAX_VALUE;
            widest += Math.abs(slope[i]) * span;
        }
        double[] step = new double[slope.length];
        new TrustRegionStep(slope.length).solve(against, hessian, free, step, Double.MAX_VALUE);
        double square = 0;
        for (int i = 0; i < slope.length; i++) {
            square += slope[i] * step[i];
        }
        return Math.min(Math.sqrt(Math.max(0, square)), widest);
    }

    /** From the optimum outward: targets are moved until the rise is right. */
    private End end(PredictionObjective objective, double[] from, double value, double best, double deviation) {
        BoundedNewton search = new BoundedNewton(objective, box);
        double weight = 1 / (deviation * deviation);
        double distance = 2 * rise * deviation;
        double inside = best;
        double insideRise = 0;
        double outside = Double.NaN;
        double outsideRise = Double.NaN;
        double insideDistance = 0;
        double outsideDistance = Double.NaN;
        double[] point = from;
        boolean pressed = false;
        for (int k = 0; k < TRIALS; k++) {
            objective.wish(best + distance, weight);
            Optimum reached = search.from(point, ITERATIONS);
            objective.value(reached.point());
            double at = objective.predicted();
            double risen = Math.sqrt(2 * Math.max(0, objective.withoutWish() - value));
            if (!Double.isFinite(risen)) {
                distance = insideDistance + (distance - insideDistance) / 4;
                continue;
            }
            if (Math.abs(risen - rise) <= NEAR * rise) {
                return new End(
                        best + (at - best) * rise / risen,
                        pressed(objective, reached.point(), distance, Math.abs(at - best)));
            }
            if (risen < rise) {
                inside = at;
                insideRise = risen;
                insideDistance = distance;
                point = reached.point();
            } else {
                outside = at;
                outsideRise = risen;
                outsideDistance = distance;
                pressed = pressed(objective, reached.point(), distance, Math.abs(at - best));
            }
            distance = Double.isNaN(outsideRise)
                    ? distance * Math.min(8, Math.max(2, rise / risen))
                    : insideDistance
                            + (outsideDistance - insideDistance) * (rise - insideRise) / (outsideRise - insideRise);
        }
        if (Double.isNaN(outsideRise)) {
            return new End(inside, true);
        }
        double fraction = (rise - insideRise) / (outsideRise - insideRise);
        return new End(inside + fraction * (outside - inside), pressed);
    }

    /**
     * Whether a bound keeps a parameter from carrying the prediction further to this side, at more than a hundredth of the
     * interval's width for a step of one on the parameter's scale.
     */
    private boolean pressed(PredictionObjective objective, double[] point, double side, double width) {
        boolean[] atLower = new boolean[point.length];
        boolean[] atUpper = new boolean[point.length];
        boolean any = false;
        for (int i = 0; i < point.length; i++) {
            double rounding = 1e-9 * (1 + Math.abs(point[i]));
            atLower[i] = point[i] - lower[i] < rounding;
            atUpper[i] = upper[i] - point[i] < rounding;
            any |= atLower[i] || atUpper[i];
        }
        if (!any) {
            return false;
        }
        objective.derivatives(point, new double[point.length], new double[point.length][point.length]);
        double[] slope = objective.slope();
        for (int i = 0; i < point.length; i++) {
            double outward = atUpper[i] ? slope[i] * side : atLower[i] ? -slope[i] * side : 0;
            if (outward > MATTERS * Math.abs(side) * width) {
                return true;
            }
        }
        return false;
    }
}
