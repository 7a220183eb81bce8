package org.kindlin.numerics.mixed;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits {@code y = X b + sum of Z_k u_k + e} with independent random intercepts of any number of factors, crossed or nested, and
 * measurements part of whose variance is known, by restricted maximum likelihood.
 *
 * <p>Fisher's scoring with variances held at zero where the likelihood rises beyond it, and steps halved until it rises. V is
 * factored whole: for some hundred measurements. Many independent subjects are {@link MixedModel}'s.
 */
public final class CrossedModel {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double SETTLED = 1e-10;
    private static final double LEAST = 1e-9; // of the first guess: a residual variance of zero cannot be inverted

    private CrossedModel() {}

    /** Empty where there are no degrees of freedom, or fixed effects are not linearly independent. */
    public static Optional<CrossedFit> fit(CrossedData data) {
        double scale = scale(data);
        if (data.fixedCount() == 0 || data.observations() <= data.fixedCount() || !(scale > 0)) {
            return Optional.empty();
        }
        double[] start = new double[data.groups().size() + 1];
        Arrays.fill(start, scale / start.length);
        return VarianceComponents.of(data, start).map(first -> search(first, scale));
    }

    /** The variance of the responses about ordinary least squares. */
    private static double scale(CrossedData data) {
        double[] alone = new double[data.groups().size() + 1];
        alone[alone.length - 1] = 1;
        CrossedData plain =
                new CrossedData(data.response(), data.fixed(), new double[data.observations()], data.groups());
        int degrees = data.observations() - data.fixedCount();
        return VarianceComponents.of(plain, alone)
                .map(at -> SmallMatrix.dot(at.projected(), at.projected()) / degrees)
                .orElse(0.0);
    }

    private static CrossedFit search(VarianceComponents first, double scale) {
        VarianceComponents at = first;
        boolean[] isFree = new boolean[first.variance().length];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = at.score();
            for (int k = 0; k < isFree.length; k++) {
                isFree[k] = at.variance()[k] > floor(k, isFree.length, scale) || score[k] > 0;
            }
            Optional<VarianceComponents> next = climb(at, change(at, score, isFree), scale);
            if (next.isEmpty()) {
                break;
            }
            boolean isSettled = at.criterion() - next.get().criterion() < SETTLED;
            at = next.get();
            if (isSettled) {
                break;
            }
        }
        for (int k = 0; k < isFree.length; k++) {
            isFree[k] = at.variance()[k] > floor(k, isFree.length, scale);
        }
        return new CrossedFit(at, isFree);
    }

    private static double floor(int factor, int count, double scale) {
        return factor == count - 1 ? LEAST * scale : 0;
    }

    private static double[] change(VarianceComponents at, double[] score, boolean[] isFree) {
        int count = score.length;
        double[] information = at.information();
        double[] right = score.clone();
        for (int k = 0; k < count; k++) {
            if (!isFree[k]) {
                right[k] = 0;
                for (int l = 0; l < count; l++) {
                    information[k * count + l] = k == l ? 1 : 0;
                    information[l * count + k] = k == l ? 1 : 0;
                }
            }
        }
        if (!SmallMatrix.cholesky(information, count)) {
            return score;
        }
        return SmallMatrix.product(SmallMatrix.inverse(information, count), right, count, count, 1);
    }

    /** The longest of the halved steps that lowers the criterion; empty where none does. */
    private static Optional<VarianceComponents> climb(VarianceComponents at, double[] change, double scale) {
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] trial = at.variance().clone();
            for (int k = 0; k < trial.length; k++) {
                trial[k] = Math.max(floor(k, trial.length, scale), trial[k] + part * change[k]);
            }
            Optional<VarianceComponents> there = VarianceComponents.of(at.data(), trial);
            if (there.isPresent() && there.get().criterion() < at.criterion()) {
                return there;
            }
            part /= 2;
        }
        return Optional.empty();
    }
}
