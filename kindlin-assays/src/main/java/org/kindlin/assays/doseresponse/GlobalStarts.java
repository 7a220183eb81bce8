package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Where the search for the joint optimum of several curves begins: the basins of the sum of squares over the parameters
 * that the curves share.
 *
 * <p>With the shared parameters held, the curves have nothing in common any more, and each has its own global optimum
 * ({@link SigmoidRegression}). The sum of these, over a grid of the shared parameters, is the joint sum of squares with
 * every other parameter already at its best (a profile): its lowest nodes, those that no neighbour undercuts, are the
 * starts. The grid goes over mid-points by 0.3 decades, slopes and asymmetries by factors of 1.8 and 3, and plateaus
 * over what the curves show and came to by themselves, and up to four spans beyond: a curve that stops half-way may share
 * a plateau far from any of its doses.
 */
final class GlobalStarts {
    private static final double MIDPOINT_STEP = 0.3;
    private static final double SLOPE_FACTOR = 1.8;
    private static final double ASYMMETRY_FACTOR = 3;
    private static final double[] OUTWARDS = {0.3, 1, 4};
    private static final int MOST = 6;

    private final List<SigmoidData> data;
    private final SigmoidSpec spec;
    private final List<Parameter> shared;
    private final List<double[]> grid;

    /**
     * Starts for curves with these data.
     *
     * @param spec direction, loss and constraints that hold for every curve
     * @param box of every shared parameter its limits, of a plateau instead the heights that the curves show; in the order
     *     of the grid
     */
    GlobalStarts(List<SigmoidData> data, SigmoidSpec spec, Map<Parameter, double[]> box) {
        this.data = List.copyOf(data);
        this.spec = spec;
        this.shared = List.copyOf(box.keySet());
        this.grid = shared.stream()
                .map(parameter -> nodes(parameter, Objects.requireNonNull(box.get(parameter))))
                .toList();
    }

    /** The curves at a node, each at its own optimum. */
    record Start(List<SigmoidCurve> curves, double rss) {}

    /** The lowest basins, best first; none where no node lets every curve be fitted. */
    List<Start> lowest() {
        Map<List<Integer>, Start> starts = new LinkedHashMap<>();
        for (List<Integer> node : places(0)) {
            at(node).ifPresent(start -> starts.put(node, start));
        }
        return starts.entrySet().stream()
                .filter(entry -> isBasin(entry.getKey(), entry.getValue().rss(), starts))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingDouble(Start::rss))
                .limit(MOST)
                .toList();
    }

    /** The grid of a parameter within its limits; plateaus come as the values to try. */
    private double[] nodes(Parameter parameter, double[] limits) {
        return switch (parameter) {
            case LOG_IC50 -> evenly(limits[0], limits[1], MIDPOINT_STEP);
            case HILL_SLOPE -> geometric(limits, SLOPE_FACTOR);
            case ASYMMETRY -> geometric(limits, ASYMMETRY_FACTOR);
            case TOP -> plateaus(limits, spec.constraint(parameter), 1);
            case BOTTOM -> plateaus(limits, spec.constraint(parameter), -1);
        };
    }

    private static double[] geometric(double[] limits, double factor) {
        return DoubleStream.of(evenly(StrictMath.log(limits[0]), StrictMath.log(limits[1]), StrictMath.log(factor)))
                .map(StrictMath::exp)
                .map(value -> Math.clamp(value, limits[0], limits[1]))
                .toArray();
    }

    private static double[] evenly(double low, double high, double step) {
        int steps = Math.max(1, (int) Math.ceil((high - low) / step));
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> low + (high - low) * i / steps)
                .toArray();
    }

    /** Lowest, middle and highest of the heights, and steps of the responses' span outwards. */
    private double[] plateaus(double[] heights, Constraint constraint, int outwards) {
        double outermost = outwards
                * DoubleStream.of(heights)
                        .map(height -> outwards * height)
                        .max()
                        .orElseThrow();
        return DoubleStream.concat(
                        DoubleStream.of(0, 0.5, 1).map(share -> Descriptive.quantile(heights, share)),
                        DoubleStream.of(OUTWARDS).map(steps -> outermost + outwards * steps * span()))
                .map(height -> Math.clamp(height, constraint.low(height), constraint.high(height)))
                .distinct()
                .sorted()
                .toArray();
    }

    private double span() {
        DoubleSummaryStatistics responses = data.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.response()))
                .summaryStatistics();
        return responses.getMax() - responses.getMin();
    }

    private List<List<Integer>> places(int from) {
        if (from == grid.size()) {
            return List.of(List.of());
        }
        List<List<Integer>> places = new ArrayList<>();
        List<List<Integer>> rest = places(from + 1);
        for (int i = 0; i < grid.get(from).length; i++) {
            for (List<Integer> others : rest) {
                List<Integer> place = new ArrayList<>();
                place.add(i);
                place.addAll(others);
                places.add(place);
            }
        }
        return places;
    }

    private Optional<Start> at(List<Integer> node) {
        SigmoidSpec held = spec;
        for (int i = 0; i < shared.size(); i++) {
            held = held.with(shared.get(i), Constraint.fixed(grid.get(i)[node.get(i)]));
        }
        List<SigmoidCurve> curves = new ArrayList<>();
        double rss = 0;
        for (SigmoidData curve : data) {
            Optional<SigmoidFit> fit = SigmoidRegression.fit(curve, held).fit();
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            curves.add(fit.get().curve());
            rss += fit.get().rss();
        }
        return Optional.of(new Start(curves, rss));
    }

    private boolean isBasin(List<Integer> node, double rss, Map<List<Integer>, Start> starts) {
        for (int i = 0; i < node.size(); i++) {
            for (int way : new int[] {-1, 1}) {
                List<Integer> neighbour = new ArrayList<>(node);
                neighbour.set(i, node.get(i) + way);
                Start beside = starts.get(neighbour);
                if (beside != null && beside.rss() < rss) {
                    return false;
                }
            }
        }
        return true;
    }
}
