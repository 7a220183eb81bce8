package org.kindlin.numerics.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/**
 * Refits a sigmoid near its optimum with one more observation: Levenberg and Marquardt's damped Gauss-Newton on the level
 * means, in the coordinates response at zero, response at infinity, ln mid-point, ln slope and (five parameters) ln
 * asymmetry, the last ones kept in the box of the global search.
 */
@SuppressWarnings("ArrayRecordComponent")
record LocalSigmoid(double[] start, double[] logDose, double[] mean, double[] weight, double[] low, double[] high) {
    private static final double LN10 = 2.302585092994046;
    private static final int ITERATIONS = 60;
    private static final double SETTLED = 1e-13;

    /** About a fitted curve. */
    static LocalSigmoid of(
            SigmoidCurve curve, List<Calibrators.Level> levels, double[] levelWeight, boolean asymmetric) {
        double[] all = {
            curve.atZeroDose(),
            curve.atInfiniteDose(),
            curve.logIc50() * LN10,
            StrictMath.log(curve.hillSlope()),
            StrictMath.log(curve.asymmetry())
        };
        double[] doses = levels.stream()
                .mapToDouble(level -> StrictMath.log10(level.concentration()))
                .toArray();
        double[] dosed = Arrays.stream(doses).filter(Double::isFinite).toArray();
        double margin = SigmoidSpec.fourParameter().searchDecades();
        double none = Double.POSITIVE_INFINITY;
        double[] low = {
            -none,
            -none,
            (Arrays.stream(dosed).min().orElse(0) - margin) * LN10,
            StrictMath.log(SigmoidSpec.HILL_BOX.low()),
            StrictMath.log(SigmoidSpec.ASYMMETRY_BOX.low())
        };
        double[] high = {
            none,
            none,
            (Arrays.stream(dosed).max().orElse(0) + margin) * LN10,
            StrictMath.log(SigmoidSpec.HILL_BOX.high()),
            StrictMath.log(SigmoidSpec.ASYMMETRY_BOX.high())
        };
        int count = asymmetric ? 5 : 4;
        return new LocalSigmoid(
                Arrays.copyOf(all, count),
                doses,
                levels.stream().mapToDouble(Calibrators.Level::mean).toArray(),
                levelWeight,
                Arrays.copyOf(low, count),
                Arrays.copyOf(high, count));
    }

    /** {@code (J'WJ)^-1} at the optimum; empty where some combination of parameters is undetermined. */
    Optional<double[][]> inverse() {
        double[][] columns = new double[start.length][logDose.length];
        for (int i = 0; i < logDose.length; i++) {
            double[] g = gradient(start, logDose[i]);
            for (int k = 0; k < g.length; k++) {
                columns[k][i] = Math.sqrt(weight[i]) * g[k];
            }
        }
        return SmallLeastSquares.solve(columns, new double[logDose.length]).map(SmallLeastSquares::inverse);
    }

    double excess(double atLogDose, double response, double observationWeight) {
        Augmented data = new Augmented(this, atLogDose, response, observationWeight);
        double before = data.rss(start) - data.share(start);
        double after = data.rss(data.fitted());
        return Math.max(0, after - before);
    }

    static SigmoidCurve curve(double[] at) {
        return new SigmoidCurve(
                at[2] / LN10,
                StrictMath.exp(at[3]),
                Math.max(at[0], at[1]),
                Math.min(at[0], at[1]),
                at.length > 4 ? StrictMath.exp(at[4]) : 1,
                at[0] >= at[1] ? Direction.FALLING : Direction.RISING);
    }

    /** Derivatives of the response in the coordinates. */
    double[] gradient(double[] at, double logConcentration) {
        SigmoidCurve curve = curve(at);
        double[] by = curve.gradient(logConcentration);
        boolean falling = curve.direction() == Direction.FALLING;
        double top = by[Parameter.TOP.place()];
        double bottom = by[Parameter.BOTTOM.place()];
        double[] g = {
            falling ? top : bottom,
            falling ? bottom : top,
            by[Parameter.LOG_IC50.place()] / LN10,
            by[Parameter.HILL_SLOPE.place()] * curve.hillSlope(),
            by[Parameter.ASYMMETRY.place()] * curve.asymmetry()
        };
        return Arrays.copyOf(g, at.length);
    }

    /** The level means with one more observation. */
    private record Augmented(LocalSigmoid local, double logDose, double response, double weight) {

        private double dose(int i) {
            return i < local.logDose.length ? local.logDose[i] : logDose;
        }

        private double weightOf(int i) {
            return i < local.logDose.length ? local.weight[i] : weight;
        }

        private double off(SigmoidCurve curve, int i) {
            return (i < local.logDose.length ? local.mean[i] : response) - curve.value(dose(i));
        }

        /** What the further observation adds to the sum of squares. */
        double share(double[] at) {
            double off = response - curve(at).value(logDose);
            return weight * off * off;
        }

        double rss(double[] at) {
            SigmoidCurve curve = curve(at);
            double sum = 0;
            for (int i = 0; i <= local.logDose.length; i++) {
                double off = off(curve, i);
                sum += weightOf(i) * off * off;
            }
            return sum;
        }

        double[] fitted() {
            double[] at = local.start;
            double now = rss(at);
            double damping = 1e-6;
            for (int i = 0; i < ITERATIONS && damping < 1e8; i++) {
                double[] next = step(at, damping);
                double then = rss(next);
                if (then <= now) {
                    boolean settled = now - then <= SETTLED * now;
                    at = next;
                    now = then;
                    damping *= 0.1;
                    if (settled) {
                        break;
                    }
                } else {
                    damping *= 10;
                }
            }
            return at;
        }

        /** The damped Gauss-Newton step, its damping in units of each column's length; held at the box. */
        private double[] step(double[] at, double damping) {
            int rows = local.logDose.length + 1;
            SigmoidCurve curve = curve(at);
            double[][] columns = new double[at.length][rows + at.length];
            double[] right = new double[rows + at.length];
            for (int i = 0; i < rows; i++) {
                double root = Math.sqrt(weightOf(i));
                double[] g = local.gradient(at, dose(i));
                for (int k = 0; k < at.length; k++) {
                    columns[k][i] = root * g[k];
                }
                right[i] = root * off(curve, i);
            }
            for (int k = 0; k < at.length; k++) {
                double length = 0;
                for (int i = 0; i < rows; i++) {
                    length += columns[k][i] * columns[k][i];
                }
                columns[k][rows + k] = Math.sqrt(damping * length);
            }
            double[] next = at.clone();
            SmallLeastSquares.solve(columns, right).ifPresent(solved -> {
                for (int k = 0; k < next.length; k++) {
                    next[k] = Math.clamp(next[k] + solved.solution()[k], local.low[k], local.high[k]);
                }
            });
            return next;
        }
    }
}
