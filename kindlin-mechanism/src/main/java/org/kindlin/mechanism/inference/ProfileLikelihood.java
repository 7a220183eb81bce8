package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Walks along one parameter to both sides of an optimum, each time optimising the others from where they stood, until
 * twice the objective has risen by the quantile of χ² with one degree of freedom, or a bound is reached. Step lengths
 * follow the rise. A workspace.
 */
public final class ProfileLikelihood {
    private static final double FIRST_STEP = 0.25; // of the standard error by the curvature
    private static final double WIDEST_FIRST = 0.05; // units of the box
    private static final double SHORTEST_STEP = 1e-3; // of the first
    private static final double LONGEST_STEP = 1; // units of the box
    private static final double EXACT = 1e-3; // of the threshold
    private static final int REFINEMENTS = 6;
    private static final int MOST_POINTS = 60;
    private static final int ITERATIONS = 60;
    private static final double FLAT = 1e-3;

    private final Objective objective;
    private final Box box;
    private final double threshold;

    /** @param chiSquared rise of twice the objective that ends the interval: 3.841459 for 95 % of one parameter */
    public ProfileLikelihood(Objective objective, Box box, double chiSquared) {
        this.objective = objective;
        this.box = box;
        this.threshold = chiSquared / 2;
    }

    /** The profile of one parameter around an optimum. */
    public Profile of(Optimum optimum, int parameter) {
        double first = firstStep(optimum, parameter);
        List<double[]> below = walk(optimum, parameter, -first);
        List<double[]> above = walk(optimum, parameter, first);
        Optional<Double> low = crossing(below, optimum);
        Optional<Double> high = crossing(above, optimum);
        Collections.reverse(below);
        List<double[]> all = new ArrayList<>(below);
        all.removeLast(); // the optimum stands in both
        all.addAll(above);
        double rise = 0;
        for (double[] each : all) {
            rise = Math.max(rise, each[1] - optimum.value());
        }
        Profile.Verdict verdict = low.isPresent() && high.isPresent()
                ? Profile.Verdict.IDENTIFIABLE
                : rise < FLAT
                        ? Profile.Verdict.STRUCTURALLY_NON_IDENTIFIABLE
                        : Profile.Verdict.PRACTICALLY_NON_IDENTIFIABLE;
        return new Profile(
                parameter,
                all.stream().mapToDouble(each -> each[0]).toArray(),
                all.stream().mapToDouble(each -> each[1]).toArray(),
                low,
                high,
                verdict);
    }

    /** A part of the standard error that the curvature gives, no more than where the data say nothing. */
    private double firstStep(Optimum optimum, int parameter) {
        int size = box.size();
        double widest = WIDEST_FIRST * box.unit()[parameter];
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        if (!Double.isFinite(objective.derivatives(optimum.point(), gradient, hessian))) {
            return widest;
        }
        double[] against = new double[size];
        boolean[] free = new boolean[size];
        for (int i = 0; i < size; i++) {
            double place = optimum.point()[i];
            free[i] = i == parameter || (place > box.lower()[i] && place < box.upper()[i]);
            for (int j = 0; j < size; j++) {
                hessian[i][j] *= box.unit()[i] * box.unit()[j];
            }
        }
        against[parameter] = -1;
        double[] variance = new double[size];
        new TrustRegionStep(size).solve(against, hessian, free, variance, Double.MAX_VALUE);
        double step = FIRST_STEP * Math.sqrt(variance[parameter]) * box.unit()[parameter];
        return step > 0 ? Math.min(step, widest) : widest;
    }

    /** Places and values outward from the optimum, the last past the threshold where it is passed. */
    private List<double[]> walk(Optimum optimum, int parameter, double first) {
        int side = first < 0 ? -1 : 1;
        List<double[]> walked = new ArrayList<>();
        walked.add(new double[] {optimum.point()[parameter], optimum.value()});
        BoundedNewton search = new BoundedNewton(objective, box);
        search.hold(parameter, true);
        double bound = side < 0 ? box.lower()[parameter] : box.upper()[parameter];
        double[] point = optimum.point().clone();
        double step = Math.abs(first);
        double shortest = SHORTEST_STEP * step;
        double longest = LONGEST_STEP * box.unit()[parameter];
        double value = optimum.value();
        while (walked.size() < MOST_POINTS && point[parameter] != bound) {
            double[] next = point.clone();
            double to = point[parameter] + side * step;
            next[parameter] = side < 0 ? Math.max(to, bound) : Math.min(to, bound);
            Optimum reached = search.from(next, ITERATIONS);
            double rise = reached.value() - value;
            if ((!Double.isFinite(rise) || rise > threshold / 2) && step > shortest) {
                step /= 3;
                continue;
            }
            if (!Double.isFinite(rise)) {
                break;
            }
            point = reached.point().clone();
            value = reached.value();
            walked.add(new double[] {point[parameter], value});
            if (value - optimum.value() > threshold) {
                refine(search, walked, optimum, reached.point(), parameter);
                break;
            }
            if (rise < threshold / 8) {
                step = Math.min(longest, step * 2);
            }
        }
        return walked;
    }

    /** Puts places in between until the threshold is passed closely enough. */
    private void refine(BoundedNewton search, List<double[]> walked, Optimum optimum, double[] outside, int parameter) {
        double[] point = outside.clone();
        for (int k = 0; k < REFINEMENTS; k++) {
            double at = crossing(walked, optimum).orElse(point[parameter]);
            point[parameter] = at;
            Optimum reached = search.from(point, ITERATIONS);
            if (!Double.isFinite(reached.value())) {
                return;
            }
            point = reached.point().clone();
            double[] place = {at, reached.value()};
            boolean passed = reached.value() - optimum.value() > threshold;
            if (passed) {
                walked.set(walked.size() - 1, place);
            } else {
                walked.add(walked.size() - 1, place);
            }
            if (Math.abs(reached.value() - optimum.value() - threshold) < EXACT * threshold) {
                return;
            }
        }
    }

    /** Where the last stretch passes the threshold, by interpolating the root of the rise linearly. */
    private Optional<Double> crossing(List<double[]> walked, Optimum optimum) {
        double[] last = walked.getLast();
        if (walked.size() < 2 || !(last[1] - optimum.value() > threshold)) {
            return Optional.empty();
        }
        double[] before = walked.get(walked.size() - 2);
        double from = Math.sqrt(Math.max(0, before[1] - optimum.value()));
        double to = Math.sqrt(last[1] - optimum.value());
        double fraction = (Math.sqrt(threshold) - from) / (to - from);
        return Optional.of(before[0] + fraction * (last[0] - before[0]));
    }
}
