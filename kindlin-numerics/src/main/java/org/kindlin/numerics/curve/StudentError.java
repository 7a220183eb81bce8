package org.kindlin.numerics.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    private static final int MOST_ROUNDS = 2000;
    private static final double SETTLED = 1e-13;
    /** A scale this small beside the responses means that the curve passes through nearly all of them. */
    private static final double NO_SCALE = 1e-9;

    private final double size;

    StudentError(CurveFamily family, SigmoidData data, List<CurveParameter.Limits> limits) {
        super(family, data, limits);
        this.size = Math.sqrt(weightedSquares(new double[data.size()], data) / data.size());
    }

    @Override
    double score(double[] node) {
        return atNode(node).mapToDouble(Point::score).min().orElse(Double.NaN);
    }

    @Override
    List<double[]> starts(double[] node) {
        return atNode(node).map(Point::parameters).toList();
    }

    private Stream<Point> atNode(double[] node) {
        double[] squares = project(node, data, data.weight());
        if (squares == null) {
            return Stream.empty();
        }
        double[] absolute = absolute(node, squares);
        return Stream.of(squares, absolute)
                .map(start -> settled(node, start))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** Nearly least absolute residuals, by reweighting. */
    private double[] absolute(double[] node, double[] start) {
        double[] full = start;
        for (int round = 0; round < ROUNDS_AT_NODE; round++) {
            double[] residuals = residuals(full);
            double floor = 1e-3 * Arrays.stream(residuals).map(Math::abs).max().orElse(1);
            double[] weight = new double[residuals.length];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = data.weight()[i] / Math.max(Math.abs(residuals[i]), Math.max(floor, Double.MIN_NORMAL));
            }
            double[] next = project(node, data, weight);
            if (next == null) {
                return full;
            }
            full = next;
        }
        return full;
    }

    /** A few rounds of EM with the node held. */
    private @Nullable Point settled(double[] node, double[] start) {
        double[] full = start;
        double scale = scaleOf(residuals(full), ones());
        for (int round = 0; round < ROUNDS_AT_NODE && scale > NO_SCALE * size; round++) {
            double[] weight = weights(residuals(full), scale);
            double[] next = project(node, data, times(weight));
            if (next == null) {
                break;
            }
            full = next;
            scale = scaleOf(residuals(full), weight);
        }
        return scale > NO_SCALE * size ? new Point(full, score(full, scale), scale) : null;
    }

    @Override
    @Nullable
    Point descend(double[] start) {
        double[] full = start;
        double scale = scaleOf(residuals(full), ones());
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!(scale > NO_SCALE * size)) {
                return null;
            }
            double[] weight = weights(residuals(full), scale);
            SigmoidData reweighted = new SigmoidData(data.logDose(), data.response(), times(weight));
            double[] next = full.length == 0 ? full : leastSquares(full, reweighted);
            if (next == null) {
                return null;
            }
            full = next;
            scale = scaleOf(residuals(full), weight);
            double now = score(full, scale);
            if (Math.abs(before - now) <= SETTLED * Math.max(1, Math.abs(now))) {
                break;
            }
            before = now;
        }
        double[] canonical = family.canonical(full);
        return new Point(canonical, score(canonical, scale), scale);
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
