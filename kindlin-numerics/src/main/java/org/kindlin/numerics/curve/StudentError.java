package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * Maximum likelihood under Student's t with four degrees of freedom and unknown scale, by the parameter-expanded EM
 * algorithm: weights {@code 5/(4 + r^2/s^2)}, least squares under them, {@code s^2 = sum(w r^2)/sum(w)} (K. L. Lange, R. J.
 * A. Little and J. M. G. Taylor, J. Am. Stat. Assoc. 84:881-896, 1989; C. Liu, D. B. Rubin and Y. N. Wu, Biometrika
 * 85:755-770, 1998).
 *
 * <p>The likelihood has several maxima: each node is entered from least squares and from least absolute residuals.
 */
final class StudentError extends ErrorFit {
    static final double DF = 4;
    private static final int ROUNDS_AT_NODE = 15;
    private static final int MOST_ROUNDS = 100;
    private static final double SETTLED = 1e-9;
    private static final int MOST_FINAL_ROUNDS = 2000;
    private static final double FINALLY_SETTLED = 1e-13;
    /** A scale this small beside the responses means that the curve passes through nearly all of them. */
    private static final double NO_SCALE = 1e-9;

    private final double size;

    StudentError(CurveFamily family, SigmoidData data, List<CurveParameter.Limits> limits) {
        super(family, data, limits);
        this.size = Math.sqrt(weightedSquares(new double[data.size()], data) / data.size());
    }

    @Override
    double score(double[] at) {
        return starts(at).stream().mapToDouble(Point::score).min().orElse(Double.NaN);
    }

    @Override
    List<Point> starts(double[] at) {
        Node node = node(at, data);
        double[] squares = node.solve(data.weight());
        List<Point> points = new ArrayList<>();
        if (squares != null) {
            for (double[] start : List.of(squares, absolute(node, squares))) {
                Point point = settled(node, start);
                if (point != null) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    /** Nearly least absolute residuals, by reweighting. */
    private double[] absolute(Node node, double[] start) {
        double[] full = start;
        for (int round = 0; round < ROUNDS_AT_NODE; round++) {
            double[] residuals = weighted(node.residuals(full));
            double floor = 1e-3 * Arrays.stream(residuals).map(Math::abs).max().orElse(1);
            double[] weight = new double[residuals.length];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = data.weight()[i] / Math.max(Math.abs(residuals[i]), Math.max(floor, Double.MIN_NORMAL));
            }
            double[] next = node.solve(weight);
            if (next == null) {
                return full;
            }
            full = next;
        }
        return full;
    }

    /** A few rounds of EM with the node held. */
    private @Nullable Point settled(Node node, double[] start) {
        double[] full = start;
        double[] residuals = weighted(node.residuals(full));
        double scale = scaleOf(residuals, ones());
        for (int round = 0; round < ROUNDS_AT_NODE && scale > NO_SCALE * size; round++) {
            double[] weight = weights(residuals, scale);
            double[] next = node.solve(times(weight));
            if (next == null) {
                break;
            }
            full = next;
            residuals = weighted(node.residuals(full));
            scale = scaleOf(residuals, weight);
        }
        return scale > NO_SCALE * size ? new Point(full, -logLikelihood(residuals, scale, data.weight()), scale) : null;
    }

    private double[] weighted(double[] residuals) {
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= Math.sqrt(data.weight()[i]);
        }
        return residuals;
    }

    @Override
    @Nullable
    Point descend(double[] start) {
        return expectationMaximisation(start, MOST_ROUNDS, SETTLED);
    }

    private @Nullable Point expectationMaximisation(double[] start, int most, double settled) {
        double[] full = start;
        double scale = scaleOf(residuals(full), ones());
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < most; round++) {
            if (!(scale > NO_SCALE * size)) {
                return null;
            }
            double[] weight = weights(residuals(full), scale);
            SigmoidData reweighted = new SigmoidData(data.logDose(), data.response(), times(weight));
            full = levenberg(reweighted).minimise(full).parameters();
            scale = scaleOf(residuals(full), weight);
            double now = score(full, scale);
            if (Math.abs(before - now) <= settled * Math.max(1, Math.abs(now))) {
                break;
            }
            before = now;
        }
        double[] canonical = family.canonical(full);
        return new Point(canonical, score(canonical, scale), scale);
    }

    @Override
    Point polished(Point end) {
        Point finished = expectationMaximisation(end.parameters(), MOST_FINAL_ROUNDS, FINALLY_SETTLED);
        return finished != null && finished.score() <= end.score() ? finished : end;
    }

    private double[] residuals(double[] full) {
        double[] residuals = CurveSearch.values(family, full, data.logDose());
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = Math.sqrt(data.weight()[i]) * (data.response()[i] - residuals[i]);
        }
        return residuals;
    }

    private double[] ones() {
        double[] ones = new double[data.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] times(double[] weight) {
        double[] product = weight.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= data.weight()[i];
        }
        return product;
    }

    private static double[] weights(double[] residuals, double scale) {
        return Arrays.stream(residuals)
                .map(r -> (DF + 1) / (DF + r / scale * (r / scale)))
                .toArray();
    }

    private static double scaleOf(double[] residuals, double[] weight) {
        double squares = 0;
        double total = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += weight[i] * residuals[i] * residuals[i];
            total += weight[i];
        }
        return Math.sqrt(squares / total);
    }

    /** Minus the log likelihood. */
    private double score(double[] full, double scale) {
        return -logLikelihood(residuals(full), scale, data.weight());
    }

    /** The log likelihood of residuals in units of an observation of weight one. */
    static double logLikelihood(double[] weighted, double scale, double[] weight) {
        double constant = Gamma.logGamma((DF + 1) / 2) - Gamma.logGamma(DF / 2) - 0.5 * StrictMath.log(DF * Math.PI);
        double sum = 0;
        for (int i = 0; i < weighted.length; i++) {
            double relative = weighted[i] / scale;
            sum += constant
                    - StrictMath.log(scale)
                    + 0.5 * StrictMath.log(weight[i])
                    - (DF + 1) / 2 * StrictMath.log1p(relative * relative / DF);
        }
        return sum;
    }
}
