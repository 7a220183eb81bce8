package org.kindlin.numerics.curve;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.statistics.Distributions;

/**
 * The profile likelihood of the dose of an effect: the least sum of squares of all curves that have the effect at a dose.
 *
 * <p>The family is written anew with the log dose of the effect in the place of the parameter that places the curve on the
 * dose axis: every curve is a shifted copy of one through a known dose, so holding the effect's dose holds a shift. The
 * interval holds the doses with {@code RSS(dose) <= RSS (1 + F(1, df)/df)} (Bates and Watts 1988, 6.1), outward from the
 * estimate to the first crossing; each point starts from the one before it.
 */
final class EffectProfile {
    /** Decades beyond the tested doses to which a profile is followed. */
    private static final double REACH = 7.5;

    private static final double LONGEST_STEP = 0.5;
    private static final double SHORTEST_STEP = 1e-4;
    private static final double FIRST_STEP = 0.2;
    private static final double PLACE_TOLERANCE = 1e-9;
    private static final int MOST_REFINEMENTS = 60;

    private final SigmoidData means;
    private final SearchRange range;
    private final CurveFit fit;
    private final ShiftedModel model;
    private final int place;
    private final double estimate;
    private final double step;
    private final double least;

    /** A point of the profile. */
    @SuppressWarnings("ArrayRecordComponent") // a search's working state, never compared
    private record Node(double at, double excess, double[] parameters) {}

    EffectProfile(CurveFit fit, EffectTarget target, double estimate, OptionalDouble standardError) {
        this.fit = fit;
        this.means = NormalError.means(fit.data());
        this.range = SearchRange.of(fit.data());
        this.model = new ShiftedModel(fit.family(), target, fit.values());
        this.place = fit.family().placeParameter();
        this.estimate = estimate;
        this.step = Math.clamp(standardError.orElse(FIRST_STEP), SHORTEST_STEP, LONGEST_STEP);
        this.least = at(estimate, fit.values(), 0).excess();
    }

    CurveParameter.Limits limits(double level) {
        int df = fit.degreesOfFreedom();
        double rise = fit.rss() / df * Distributions.fQuantile(level, 1, df);
        return new CurveParameter.Limits(end(-1, rise), end(1, rise));
    }

    /** The first crossing on one side; infinite where there is none within reach. */
    private double end(int way, double rise) {
        double last =
                way < 0 ? Math.min(estimate, range.lowest()) - REACH : Math.max(estimate, range.highest()) + REACH;
        Node inside = new Node(estimate, -rise, fit.values());
        double stride = step;
        while (way * (last - inside.at()) > 0) {
            double next = inside.at() + way * Math.min(stride, Math.abs(last - inside.at()));
            Node outside = at(next, inside.parameters(), least + rise);
            if (outside.excess() > 0) {
                return refine(inside, outside, rise);
            }
            inside = outside;
            stride = Math.min(2 * stride, LONGEST_STEP);
        }
        return way * Double.POSITIVE_INFINITY;
    }

    /** False position on the square root of the rise, nearly linear in the dose, with bisection as a guard. */
    private double refine(Node below, Node above, double rise) {
        Node in = below;
        Node out = above;
        for (int i = 0; i < MOST_REFINEMENTS && Math.abs(out.at() - in.at()) > PLACE_TOLERANCE; i++) {
            double low = root(in, rise);
            double high = root(out, rise);
            double part = Double.isFinite(high) && i % 3 < 2 ? -low / (high - low) : 0.5;
            double cut = Math.clamp(part, 0.01, 0.99);
            Node middle = at(in.at() + cut * (out.at() - in.at()), in.parameters(), least + rise);
            if (middle.excess() > 0) {
                out = middle;
            } else {
                in = middle;
            }
            if (Math.abs(middle.excess()) < 1e-10 * rise) {
                return middle.at();
            }
        }
        return 0.5 * (in.at() + out.at());
    }

    private static double root(Node node, double rise) {
        return Math.sqrt(Math.max(0, node.excess() + rise)) - Math.sqrt(rise);
    }

    /** The least sum of squares with the effect at a dose, less a threshold. */
    private Node at(double logDose, double[] from, double threshold) {
        double[] start = from.clone();
        start[place] = logDose;
        CurveParameter.Limits[] limits = IntStream.range(0, start.length)
                .mapToObj(j -> j == place
                        ? new CurveParameter.Limits(logDose, logDose)
                        : fit.limits().get(j))
                .toArray(CurveParameter.Limits[]::new);
        Levenberg.End end = new Levenberg(model, means, limits).minimise(start);
        double[] reached = Arrays.copyOf(end.parameters(), start.length);
        return new Node(logDose, end.rss() - threshold, Double.isFinite(end.rss()) ? reached : from);
    }
}
