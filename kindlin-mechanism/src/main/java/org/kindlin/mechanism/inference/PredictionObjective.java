package org.kindlin.mechanism.inference;

import org.kindlin.mechanism.petab.Scale;

/** A likelihood and beside it a wish: that one prediction be near a target. A workspace. */
final class PredictionObjective implements Objective {
    private final PetabLikelihood likelihood;
    private final int row;
    private final Scale scale;
    private double target = Double.NaN;
    private double weight;
    private double predicted = Double.NaN;
    private double rest = Double.NaN;

    /** @param row of the prediction among the likelihood's predictions */
    PredictionObjective(PetabLikelihood likelihood, int row, Scale scale) {
        this.likelihood = likelihood;
        this.row = row;
        this.scale = scale;
    }

    /** Adds {@code weight} (prediction − target)²/2 from here on. */
    void wish(double wanted, double heavily) {
        target = wanted;
        weight = heavily;
    }

    /** The prediction of the last evaluation, on the observable's scale. */
    double predicted() {
        return predicted;
    }

    /** The last evaluation without the wish. */
    double withoutWish() {
        return rest;
    }

    @Override
    public int dimension() {
        return likelihood.dimension();
    }

    @Override
    public double value(double[] point) {
        return added(likelihood.value(point));
    }

    private double added(double value) {
        rest = value;
        predicted = scale.apply(likelihood.predicted(row));
        double away = predicted - target;
        double all = weight > 0 ? value + 0.5 * weight * away * away : value;
        return Double.isNaN(all) ? Double.POSITIVE_INFINITY : all;
    }

    @Override
    public double derivatives(double[] point, double[] gradient, double[][] hessian) {
        double all = added(likelihood.derivatives(point, gradient, hessian));
        if (weight > 0 && Double.isFinite(all)) {
            double[] slope = slope();
            for (int i = 0; i < slope.length; i++) {
                gradient[i] += weight * (predicted - target) * slope[i];
                for (int j = 0; j < slope.length; j++) {
                    hessian[i][j] += weight * slope[i] * slope[j];
                }
            }
        }
        return all;
    }

    /** The gradient of the prediction on its scale, after an evaluation with derivatives. */
    double[] slope() {
        double[] slope = likelihood.predictionGradient(row).clone();
        double outer = scale.slope(likelihood.predicted(row));
        for (int i = 0; i < slope.length; i++) {
            slope[i] *= outer;
        }
        return slope;
    }
}
