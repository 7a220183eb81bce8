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
    private static final double FIRST_STEP = 0.05;
    private static final double SHORTEST_STEP = 1e-4;
    private static final double LONGEST_STEP = 1;
    private static final int MOST_POINTS = 60;
    private static final int ITERATIONS = 60;
    private static final double FLAT = 1e-3;

    private final Objective objective;
    private final double[] lower;
    private final double[] upper;
    private final double threshold;

    /** @param chiSquared rise of twice the objective that ends the interval: 3.841459 for 95 % of one parameter */
    public ProfileLikelihood(Objective objective, double[] lower, double[] upper, double chiSquared) {
        this.objective = objective;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.threshold = chiSquared / 2;
    }

    /** The profile of one parameter around an optimum. */
    public Profile of(Optimum optimum, int parameter) {
        List<double[]> below = walk(optimum, parameter, -1);
        List<double[]> above = walk(optimum, parameter, 1);
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

    /** Places and values outward from the optimum, the last past the threshold where it is passed. */
    private List<double[]> walk(Optimum optimum, int parameter, int side) {
        List<double[]> walked = new ArrayList<>();
        walked.add(new double[] {optimum.point()[parameter], optimum.value()});
        BoundedNewton search = new BoundedNewton(objective, lower, upper);
        search.hold(parameter, true);
        double bound = side < 0 ? lower[parameter] : upper[parameter];
        double[] point = optimum.point().clone();
        double step = FIRST_STEP;
        double value = optimum.value();
        while (walked.size() < MOST_POINTS && point[parameter] != bound) {
            double[] next = point.clone();
            double to = point[parameter] + side * step;
            next[parameter] = side < 0 ? Math.max(to, bound) : Math.min(to, bound);
            Optimum reached = search.from(next, ITERATIONS);
            double rise = reached.value() - value;
            if ((!Double.isFinite(rise) || rise > threshold / 2) && step > SHORTEST_STEP) {
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
                break;
            }
            if (rise < threshold / 8) {
                step = Math.min(LONGEST_STEP, step * 2);
            }
        }
        return walked;
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
