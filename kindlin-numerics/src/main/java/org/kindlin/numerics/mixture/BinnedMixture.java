package org.kindlin.numerics.mixture;

import java.util.Arrays;

/**
 * Maximum likelihood for a mixture over bins, numbers of events and shape together.
 *
 * <p>Counts are Poisson with means {@code fitted_b = sum_g N_g f_gb(shape)}, which gives the same estimates as a multinomial
 * of the total. Fisher scoring with Marquardt's damping on the numbers (not negative) and the shape (within limits): a
 * parameter at its limit that the gradient pushes outwards is held for the step. The start is that of the
 * expectation-maximisation algorithm for the numbers alone.
 */
public final class BinnedMixture {
    private static final int FIRST_STEPS = 40;
    private static final int MOST_STEPS = 100;
    private static final double NOTHING_TO_GAIN = 1e-9;
    private static final double LARGEST_DAMPING = 1e12;
    private static final double DIFFERENCE = 1e-5;
    private static final double LEAST_CHANCE = 1e-300;

    private final double[] counts;
    private final ComponentShapes shapes;
    private final ShapeLimits limits;
    private final int components;
    private final int parameters;
    private final double[][] chances;
    private final double[][] shifted;
    private final double[][] shiftedBack;
    /** Derivatives of the fitted counts: {@code [parameter][bin]}; numbers first, then shape. */
    private final double[][] slopes;

    private final double[] fitted;
    /** Lowest expected number of each component. */
    private final double[] lowest;

    private BinnedMixture(double[] counts, ComponentShapes shapes, ShapeLimits limits) {
        this.counts = counts;
        this.shapes = shapes;
        this.limits = limits;
        this.components = shapes.components();
        this.parameters = components + limits.low().length;
        this.chances = new double[components][counts.length];
        this.shifted = new double[components][counts.length];
        this.shiftedBack = new double[components][counts.length];
        this.slopes = new double[parameters][counts.length];
        this.fitted = new double[counts.length];
        this.lowest = new double[components];
    }

    /**
     * Fits from a start of the shape; a local optimum.
     *
     * @param counts of events in each bin, not negative
     */
    public static MixtureFit fit(double[] counts, ComponentShapes shapes, ShapeLimits limits, double[] startShape) {
        BinnedMixture fit = new BinnedMixture(counts, shapes, limits);
        double[] state = new double[fit.parameters];
        Arrays.fill(state, 0, fit.components, Arrays.stream(counts).sum() / fit.components);
        for (int i = 0; i < startShape.length; i++) {
            state[fit.components + i] = limits.within(i, startShape[i]);
        }
        fit.expectationMaximisation(state);
        return fit.climb(state);
    }

    /** Fits from an earlier fit, such as that of the data that were resampled. */
    public static MixtureFit refit(double[] counts, ComponentShapes shapes, ShapeLimits limits, MixtureFit start) {
        return new BinnedMixture(counts, shapes, limits).climbFrom(start);
    }

    /** The best fit in which a component has at least so many events: a point of its profile likelihood. */
    public static MixtureFit refitWithAtLeast(
            double number,
            int component,
            double[] counts,
            ComponentShapes shapes,
            ShapeLimits limits,
            MixtureFit start) {
        BinnedMixture fit = new BinnedMixture(counts, shapes, limits);
        fit.lowest[component] = number;
        return fit.climbFrom(start);
    }

    private MixtureFit climbFrom(MixtureFit start) {
        double[] state = new double[parameters];
        for (int g = 0; g < components; g++) {
            state[g] = Math.max(lowest[g], start.expected()[g]);
        }
        System.arraycopy(start.shape(), 0, state, components, limits.low().length);
        return climb(state);
    }

    private void expectationMaximisation(double[] state) {
        shapes.chances(shape(state), chances);
        for (int step = 0; step < FIRST_STEPS; step++) {
            total(state, chances, fitted);
            for (int g = 0; g < components; g++) {
                double sum = 0;
                for (int b = 0; b < counts.length; b++) {
                    if (counts[b] > 0) {
                        sum += counts[b] * chances[g][b] / Math.max(fitted[b], LEAST_CHANCE);
                    }
                }
                state[g] *= sum;
            }
        }
    }

    private MixtureFit climb(double[] start) {
        double[] state = start;
        shapes.chances(shape(state), chances);
        double here = logLikelihood(state, chances);
        double damping = 1e-3;
        boolean settled = false;
        double[] gradient = new double[parameters];
        double[][] information = new double[parameters][parameters];
        for (int step = 0; step < MOST_STEPS && !settled; step++) {
            differentiate(state, gradient, information);
            boolean[] held = held(state, gradient);
            boolean improved = false;
            while (!improved && damping < LARGEST_DAMPING) {
                double[] direction = SymmetricSolve.damped(information, held, damping, gradient);
                double promised = promised(direction, gradient);
                if (promised * (1 + damping) < NOTHING_TO_GAIN) {
                    settled = true;
                    break;
                }
                double[] next = moved(state, direction);
                shapes.chances(shape(next), shifted);
                double there = logLikelihood(next, shifted);
                if (there > here) {
                    improved = true;
                    settled = there - here < NOTHING_TO_GAIN && damping < 1;
                    state = next;
                    here = there;
                    damping = Math.max(damping * 0.1, 1e-9);
                } else {
                    damping *= 10;
                }
            }
            if (!improved) {
                break;
            }
        }
        return result(state, here, settled || damping >= LARGEST_DAMPING);
    }

    private static double promised(double[] direction, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * gradient[i];
        }
        return sum;
    }

    private double[] moved(double[] state, double[] direction) {
        double[] next = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            double value = state[i] + direction[i];
            next[i] = i < components ? Math.max(lowest[i], value) : limits.within(i - components, value);
        }
        return next;
    }

    private boolean[] held(double[] state, double[] gradient) {
        boolean[] held = new boolean[parameters];
        for (int i = 0; i < parameters; i++) {
            if (i < components) {
                held[i] = state[i] <= lowest[i] && gradient[i] <= 0;
            } else {
                int p = i - components;
                held[i] = !limits.isFree(p)
                        || (state[i] <= limits.low()[p] && gradient[i] <= 0)
                        || (state[i] >= limits.high()[p] && gradient[i] >= 0);
            }
        }
        return held;
    }

    /** Gradient of the log likelihood and Fisher's information at a state. */
    private void differentiate(double[] state, double[] gradient, double[][] information) {
        shapes.chances(shape(state), chances);
        total(state, chances, fitted);
        for (int g = 0; g < components; g++) {
            System.arraycopy(chances[g], 0, slopes[g], 0, counts.length);
        }
        for (int p = 0; p < limits.low().length; p++) {
            slope(state, p, slopes[components + p]);
        }
        double[] weight = new double[counts.length];
        double[] excess = new double[counts.length];
        for (int b = 0; b < counts.length; b++) {
            weight[b] = 1 / Math.max(fitted[b], LEAST_CHANCE);
            excess[b] = counts[b] * weight[b] - 1;
            weight[b] = fitted[b] < 1e-12 ? 0 : weight[b];
        }
        for (int i = 0; i < parameters; i++) {
            double sum = 0;
            for (int b = 0; b < counts.length; b++) {
                sum += excess[b] * slopes[i][b];
            }
            gradient[i] = sum;
            for (int j = 0; j <= i; j++) {
                double cross = 0;
                for (int b = 0; b < counts.length; b++) {
                    cross += weight[b] * slopes[i][b] * slopes[j][b];
                }
                information[i][j] = cross;
                information[j][i] = cross;
            }
        }
    }

    /** Derivative of the fitted counts by one shape parameter, by differences that stay within its limits. */
    private void slope(double[] state, int parameter, double[] into) {
        Arrays.fill(into, 0);
        if (!limits.isFree(parameter)) {
            return;
        }
        double[] shape = shape(state);
        double at = shape[parameter];
        double above = limits.within(parameter, at + DIFFERENCE);
        double below = limits.within(parameter, at - DIFFERENCE);
        shape[parameter] = above;
        shapes.chances(shape, shifted);
        shape[parameter] = below;
        shapes.chances(shape, shiftedBack);
        for (int g = 0; g < components; g++) {
            for (int b = 0; b < counts.length; b++) {
                into[b] += state[g] * (shifted[g][b] - shiftedBack[g][b]) / (above - below);
            }
        }
    }

    private double[] shape(double[] state) {
        return Arrays.copyOfRange(state, components, parameters);
    }

    private void total(double[] state, double[][] from, double[] into) {
        Arrays.fill(into, 0);
        for (int g = 0; g < components; g++) {
            double number = state[g];
            for (int b = 0; number > 0 && b < into.length; b++) {
                into[b] += number * from[g][b];
            }
        }
    }

    private double logLikelihood(double[] state, double[][] from) {
        total(state, from, fitted);
        double sum = 0;
        for (int b = 0; b < counts.length; b++) {
            sum -= fitted[b];
            if (counts[b] > 0) {
                sum += counts[b] * StrictMath.log(Math.max(fitted[b], LEAST_CHANCE));
            }
        }
        return sum;
    }

    private MixtureFit result(double[] state, double logLikelihood, boolean settled) {
        double[] gradient = new double[parameters];
        double[][] information = new double[parameters][parameters];
        differentiate(state, gradient, information);
        boolean[] held = held(state, gradient);
        double deviance = 0;
        double pearson = 0;
        int bins = 0;
        double pooledFit = 0;
        double pooledCount = 0;
        for (int b = 0; b < counts.length; b++) {
            double n = counts[b];
            deviance += 2 * ((n > 0 ? n * StrictMath.log(n / Math.max(fitted[b], LEAST_CHANCE)) : 0) - (n - fitted[b]));
            pooledFit += fitted[b];
            pooledCount += n;
            if (pooledFit >= 5) {
                pearson += (pooledCount - pooledFit) * (pooledCount - pooledFit) / pooledFit;
                bins++;
                pooledFit = 0;
                pooledCount = 0;
            }
        }
        return new MixtureFit(
                shape(state),
                Arrays.copyOf(state, components),
                logLikelihood,
                deviance,
                pearson,
                bins,
                SymmetricSolve.inverse(information, held),
                held,
                settled);
    }
}
