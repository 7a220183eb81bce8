package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.numerics.statistics.CompensatedSum;
import org.kindlin.numerics.statistics.FTest;

/**
 * An ADP standard curve: signal as a polynomial of the percent of ATP converted, and its inverse.
 *
 * <p>Wells are weighted by one over the squared mean of their level, since luminescence scatters in proportion to its
 * size. A straight line is drawn unless the extra-sum-of-squares F test prefers a parabola at p below {@value #PREFER}
 * and the parabola rises or falls throughout the range of the standards. Beyond the standards the curve goes on as a
 * straight line, so every signal has a conversion; how far beyond is for the caller to say.
 *
 * @param intercept signal at no conversion
 * @param slope signal per percent at no conversion
 * @param curvature signal per squared percent; 0 for a straight line
 * @param highestPercent highest standard
 * @param preference the F test of the parabola against the line; empty where it could not be made
 */
public record StandardCurve(
        double intercept, double slope, double curvature, double highestPercent, Optional<FTest> preference)
        implements Calibration {
    static final double PREFER = 0.01;
    private static final int FEWEST_LEVELS = 3;

    /**
     * The curve through these standards.
     *
     * @param percent percent ADP of each well
     * @param signal its signal
     * @param model as the protocol states it
     * @param direction how signal should follow ADP
     */
    static Calibration fit(double[] percent, double[] signal, StandardCurveModel model, SignalDirection direction) {
        if (model == StandardCurveModel.NONE || percent.length == 0) {
            return new None();
        }
        TreeMap<Double, Double> levels = means(percent, signal);
        if (levels.size() < FEWEST_LEVELS) {
            return new Unusable(levels.size() + " levels of ADP standard are too few for a curve; at least "
                    + FEWEST_LEVELS + " are needed");
        }
        if (levels.values().stream().anyMatch(mean -> mean <= 0)) {
            return new Unusable("an ADP standard has a mean signal of zero or less");
        }
        double[] weight = Arrays.stream(percent)
                .map(p -> 1 / (levels.getOrDefault(p, 1.0) * levels.getOrDefault(p, 1.0)))
                .toArray();
        StandardCurve curve = choose(percent, signal, weight, levels, model);
        return curve.follows(direction)
                ? curve
                : new Unusable("the ADP standards do not " + (rises(direction) ? "rise" : "fall")
                        + " with ADP throughout, as signal=" + (rises(direction) ? "rises" : "falls")
                        + "-with-adp says they should");
    }

    private static StandardCurve choose(
            double[] percent,
            double[] signal,
            double[] weight,
            TreeMap<Double, Double> levels,
            StandardCurveModel model) {
        double highest = levels.lastKey();
        double[] x = Arrays.stream(percent).map(p -> p / highest).toArray();
        WeightedPolynomial line = WeightedPolynomial.fit(x, signal, weight, 1);
        WeightedPolynomial parabola = WeightedPolynomial.fit(x, signal, weight, 2);
        Optional<FTest> test = FTest.extraSumOfSquares(line.rss(), x.length - 2, parabola.rss(), x.length - 3);
        StandardCurve straight = of(line.coefficients(), 0, highest, test);
        StandardCurve bent = of(parabola.coefficients(), parabola.coefficients()[2], highest, test);
        return switch (model) {
            case LINE, NONE -> straight;
            case PARABOLA -> bent;
            case AUTO -> test.filter(t -> t.p() < PREFER).isPresent() && bent.isMonotone() ? bent : straight;
        };
    }

    private static StandardCurve of(double[] scaled, double quadratic, double highest, Optional<FTest> test) {
        return new StandardCurve(scaled[0], scaled[1] / highest, quadratic / (highest * highest), highest, test);
    }

    private static TreeMap<Double, Double> means(double[] percent, double[] signal) {
        TreeMap<Double, double[]> groups = new TreeMap<>();
        for (int i = 0; i < percent.length; i++) {
            double[] group = groups.getOrDefault(percent[i], new double[0]);
            double[] longer = Arrays.copyOf(group, group.length + 1);
            longer[group.length] = signal[i];
            groups.put(percent[i], longer);
        }
        TreeMap<Double, Double> means = new TreeMap<>();
        groups.forEach((level, values) -> means.put(level, CompensatedSum.of(values) / values.length));
        return means;
    }

    private static boolean rises(SignalDirection direction) {
        return direction == SignalDirection.RISES_WITH_ADP;
    }

    private boolean follows(SignalDirection direction) {
        return isMonotone() && (slope > 0) == rises(direction);
    }

    private boolean isMonotone() {
        return slope * slopeAtHighest() > 0;
    }

    private double slopeAtHighest() {
        return slope + 2 * curvature * highestPercent;
    }

    /** The signal expected at a conversion; a straight line beyond the standards. */
    public double signal(double percent) {
        if (percent < 0) {
            return intercept + slope * percent;
        }
        double inside = Math.min(percent, highestPercent);
        return intercept + (slope + curvature * inside) * inside + slopeAtHighest() * (percent - inside);
    }

    /** The conversion that a signal means, in percent; may lie below 0 or above 100 where the signal does. */
    public double percent(double signal) {
        double above = signal - intercept;
        if (above * slope <= 0) {
            return above / slope;
        }
        double atHighest = signal(highestPercent) - intercept;
        if (Math.abs(above) >= Math.abs(atHighest)) {
            return highestPercent + (above - atHighest) / slopeAtHighest();
        }
        // The root of curvature p^2 + slope p - above = 0 that tends to above / slope, without cancellation.
        double root = Math.sqrt(slope * slope + 4 * curvature * above);
        return 2 * above / (slope + Math.copySign(root, slope));
    }

    /** Change of signal per percent at a signal. */
    double slopeAt(double signal) {
        double inside = Math.clamp(percent(signal), 0, highestPercent);
        return slope + 2 * curvature * inside;
    }

    /** Whether the standards asked for a parabola. */
    public boolean isCurved() {
        return curvature != 0;
    }
}
