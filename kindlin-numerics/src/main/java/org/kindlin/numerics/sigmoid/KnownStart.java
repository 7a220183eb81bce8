package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Curves {@code y = start + amplitude / (1 + (ic50 / x)^h)} whose response at zero dose is known, at one set of doses.
 *
 * <p>Made for fitting thousands of response vectors of one design: the best node of a grid that is laid out once, then a
 * damped Gauss-Newton descent in {@code ln ic50} and {@code ln h} with the amplitude solved within its limits
 * (variable projection, Kaufman 1975, BIT 15:49). The box is that of {@link SigmoidSpec}: slopes of {@link
 * SigmoidSpec#HILL_BOX}, mid-points to two decades beyond the doses. Immutable.
 */
public final class KnownStart {
    private static final double DECADES_BEYOND = 2;
    private static final double MIDPOINT_STEP = 0.35;
    private static final int SLOPES = 12;
    private static final int MOST_STEPS = 300;
    private static final double SETTLED = 1e-13;
    /** A node that leaves at most this many times what the best leaves may lie in the better basin. */
    private static final double NEARLY = 2;

    private static final double LARGEST_DAMPING = 1e12;

    private final double[] lnDose;
    private final double[] weight;
    private final double[] low;
    private final double[] high;
    private final double[][] node;
    private final double[][] basis;

    /**
     * @param dose different, positive
     * @param weight of the response at each dose
     */
    public KnownStart(double[] dose, double[] weight) {
        if (dose.length == 0
                || dose.length != weight.length
                || Arrays.stream(dose).anyMatch(x -> !(x > 0))) {
            throw new IllegalArgumentException("positive doses and a weight for each");
        }
        this.lnDose = Arrays.stream(dose).map(StrictMath::log).toArray();
        this.weight = weight.clone();
        double margin = DECADES_BEYOND * Replicates.LN10;
        this.low = new double[] {
            Arrays.stream(lnDose).min().orElseThrow() - margin, StrictMath.log(SigmoidSpec.HILL_BOX.low())
        };
        this.high = new double[] {
            Arrays.stream(lnDose).max().orElseThrow() + margin, StrictMath.log(SigmoidSpec.HILL_BOX.high())
        };
        int midpoints = 1 + (int) Math.ceil((high[0] - low[0]) / MIDPOINT_STEP);
        this.node = new double[midpoints * SLOPES][];
        this.basis = new double[node.length][];
        for (int i = 0; i < node.length; i++) {
            int midpoint = i / SLOPES;
            int slope = i % SLOPES;
            node[i] = new double[] {
                low[0] + (high[0] - low[0]) * midpoint / (midpoints - 1),
                low[1] + (high[1] - low[1]) * slope / (SLOPES - 1)
            };
            basis[i] = new double[lnDose.length];
            fractions(node[i], basis[i]);
        }
    }

    /**
     * The curve of least weighted squares.
     *
     * @param start the response at zero dose
     * @param least the plateau is not below; at most the start
     * @param most the plateau is not above; at least the start
     */
    public KnownStartFit fit(double[] response, double start, double least, double most) {
        double[] rise = new double[lnDose.length];
        for (int i = 0; i < rise.length; i++) {
            rise[i] = response[i] - start;
        }
        double from = least - start;
        double to = most - start;
        double[] bestAt = node[0];
        double bestAmplitude = 0;
        double fewest = Double.POSITIVE_INFINITY;
        for (int nearest : starts(rise, from, to)) {
            double[] at = node[nearest].clone();
            Descent descent = new Descent(rise, from, to);
            double squares = descent.run(at);
            if (squares < fewest) {
                fewest = squares;
                bestAt = at;
                bestAmplitude = descent.amplitude;
            }
        }
        return new KnownStartFit(start, bestAmplitude, bestAt[0], Exponential.of(bestAt[1]));
    }

    /** The best node of all, and that of the other half of the slopes where it is nearly as good. */
    private int[] starts(double[] rise, double from, double to) {
        double[] fewest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        int[] best = new int[2];
        for (int i = 0; i < node.length; i++) {
            double squares = squares(basis[i], rise, from, to);
            int half = i % SLOPES < SLOPES / 2 ? 0 : 1;
            if (squares < fewest[half]) {
                fewest[half] = squares;
                best[half] = i;
            }
        }
        double total = 0;
        for (int i = 0; i < rise.length; i++) {
            total += weight[i] * rise[i] * rise[i];
        }
        int first = fewest[0] <= fewest[1] ? 0 : 1;
        boolean alone = total + fewest[1 - first] > NEARLY * (total + fewest[first]);
        return alone ? new int[] {best[first]} : new int[] {best[first], best[1 - first]};
    }

    /** What is left of the sum of squares, less that of the rises. */
    private double squares(double[] fraction, double[] rise, double from, double to) {
        double own = 0;
        double with = 0;
        for (int i = 0; i < rise.length; i++) {
            double weighted = weight[i] * fraction[i];
            own += weighted * fraction[i];
            with += weighted * rise[i];
        }
        double amplitude = own > 0 ? Math.clamp(with / own, from, to) : 0;
        return amplitude * (amplitude * own - 2 * with);
    }

    private void fractions(double[] at, double[] fraction) {
        double slope = Exponential.of(at[1]);
        for (int i = 0; i < fraction.length; i++) {
            fraction[i] = fraction(slope * (lnDose[i] - at[0]));
        }
    }

    /** {@code 1 / (1 + e^-z)}. */
    static double fraction(double z) {
        double small = Exponential.of(-Math.abs(z));
        double near = 1 / (1 + small);
        return z < 0 ? small * near : near;
    }

    /** One descent: a workspace. */
    private final class Descent {
        private final double[] rise;
        private final double from;
        private final double to;
        private final double[] fraction = new double[lnDose.length];
        private final double[][] slope = new double[2][lnDose.length];
        private final double[] trial = new double[2];
        private final double[] gradient = new double[2];
        private double own;
        private double amplitude;

        Descent(double[] rise, double from, double to) {
            this.rise = rise;
            this.from = from;
            this.to = to;
        }

        double run(double[] at) {
            double now = evaluate(at);
            double damping = 1e-3;
            for (int step = 0; step < MOST_STEPS && damping < LARGEST_DAMPING; step++) {
                double[] curvature = derivatives(at);
                boolean moved = false;
                double before = now;
                while (!moved && damping < LARGEST_DAMPING) {
                    propose(at, curvature, damping);
                    double value = evaluate(trial);
                    moved = value < now;
                    damping = moved ? damping / 10 : damping * 8;
                    now = moved ? value : now;
                }
                if (moved) {
                    System.arraycopy(trial, 0, at, 0, 2);
                }
                if (before - now <= SETTLED * before) {
                    break;
                }
            }
            return evaluate(at);
        }

        private double evaluate(double[] at) {
            fractions(at, fraction);
            own = 0;
            double with = 0;
            for (int i = 0; i < rise.length; i++) {
                own += weight[i] * fraction[i] * fraction[i];
                with += weight[i] * fraction[i] * rise[i];
            }
            amplitude = own > 0 ? Math.clamp(with / own, from, to) : 0;
            double squares = 0;
            for (int i = 0; i < rise.length; i++) {
                double residual = rise[i] - amplitude * fraction[i];
                squares += weight[i] * residual * residual;
            }
            return squares;
        }

        /** Gradient and Gauss-Newton curvature {aa, ak, kk} of half the sum of squares, at the last evaluation. */
        private double[] derivatives(double[] at) {
            evaluate(at);
            double steepness = Exponential.of(at[1]);
            double[] along = new double[2];
            for (int i = 0; i < rise.length; i++) {
                double bell = amplitude * fraction[i] * (1 - fraction[i]) * steepness;
                slope[0][i] = -bell;
                slope[1][i] = bell * (lnDose[i] - at[0]);
                for (int p = 0; p < 2; p++) {
                    along[p] += weight[i] * slope[p][i] * fraction[i];
                }
            }
            boolean free = amplitude > from && amplitude < to && own > 0;
            double[] curvature = new double[3];
            Arrays.fill(gradient, 0);
            for (int i = 0; i < rise.length; i++) {
                double residual = rise[i] - amplitude * fraction[i];
                double a = slope[0][i] - (free ? along[0] / own * fraction[i] : 0);
                double k = slope[1][i] - (free ? along[1] / own * fraction[i] : 0);
                gradient[0] -= weight[i] * a * residual;
                gradient[1] -= weight[i] * k * residual;
                curvature[0] += weight[i] * a * a;
                curvature[1] += weight[i] * a * k;
                curvature[2] += weight[i] * k * k;
            }
            return curvature;
        }

        private void propose(double[] at, double[] curvature, double damping) {
            boolean[] held = new boolean[2];
            for (int p = 0; p < 2; p++) {
                held[p] = (at[p] <= low[p] && gradient[p] >= 0) || (at[p] >= high[p] && gradient[p] <= 0);
            }
            double aa = curvature[0] * (1 + damping) + Double.MIN_NORMAL;
            double kk = curvature[2] * (1 + damping) + Double.MIN_NORMAL;
            double ak = held[0] || held[1] ? 0 : curvature[1];
            double determinant = aa * kk - ak * ak;
            double a = determinant > 0 ? (ak * gradient[1] - kk * gradient[0]) / determinant : -gradient[0] / aa;
            double k = determinant > 0 ? (ak * gradient[0] - aa * gradient[1]) / determinant : -gradient[1] / kk;
            trial[0] = held[0] ? at[0] : Math.clamp(at[0] + Math.clamp(a, -3.0, 3.0), low[0], high[0]);
            trial[1] = held[1] ? at[1] : Math.clamp(at[1] + Math.clamp(k, -1.0, 1.0), low[1], high[1]);
        }
    }
}
