package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A grid over the parameters of a family that do not enter linearly, and its basins: nodes that no neighbour along an
 * axis undercuts.
 */
final class SearchGrid {
    private static final int MOST_NODES = 60;

    private final double[][] axes;
    private final int size;

    private SearchGrid(double[][] axes) {
        this.axes = axes;
        int nodes = 1;
        for (double[] axis : axes) {
            nodes *= axis.length;
        }
        this.size = nodes;
    }

    /** The grid over parameters within these limits, a parameter that enters linearly having one node. */
    static SearchGrid of(List<CurveParameter> parameters, List<CurveParameter.Limits> limits) {
        double[][] axes = new double[parameters.size()][];
        for (int j = 0; j < axes.length; j++) {
            axes[j] = axis(parameters.get(j), limits.get(j));
        }
        return new SearchGrid(axes);
    }

    private static double[] axis(CurveParameter parameter, CurveParameter.Limits limits) {
        if (parameter.isLinear() || limits.isPoint()) {
            return new double[] {parameter.isLinear() ? Double.NaN : limits.low()};
        }
        boolean byRatio = parameter.kind() == CurveParameter.Kind.SLOPE;
        double low = byRatio ? StrictMath.log(limits.low()) : limits.low();
        double high = byRatio ? StrictMath.log(limits.high()) : limits.high();
        int nodes = (int) Math.clamp(Math.ceil((high - low) / parameter.spacing()) + 1, 2, MOST_NODES);
        double[] axis = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            double at = low + (high - low) * i / (nodes - 1);
            axis[i] = parameter.isLinear() ? Double.NaN : byRatio ? StrictMath.exp(at) : at;
        }
        axis[0] = limits.low();
        axis[nodes - 1] = limits.high();
        return axis;
    }

    /** The parameters at a node, NaN where they enter linearly. */
    private double[] node(int index) {
        double[] at = new double[axes.length];
        int rest = index;
        for (int j = 0; j < axes.length; j++) {
            at[j] = axes[j][rest % axes[j].length];
            rest /= axes[j].length;
        }
        return at;
    }

    /** The nodes that no neighbour undercuts, lowest first; a score that is no number is no basin. */
    List<double[]> basins(ToDoubleFunction<double[]> score, int most) {
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            scores[i] = score.applyAsDouble(node(i));
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (Double.isFinite(scores[i]) && isLowest(scores, i)) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparingDouble((Integer i) -> scores[i]));
        return found.stream().limit(most).map(this::node).toList();
    }

    private boolean isLowest(double[] scores, int index) {
        int stride = 1;
        for (double[] axis : axes) {
            int place = index / stride % axis.length;
            boolean lowerBelow = place > 0 && scores[index - stride] < scores[index];
            boolean lowerAbove = place < axis.length - 1 && scores[index + stride] < scores[index];
            if (lowerBelow || lowerAbove) {
                return false;
            }
            stride *= axis.length;
        }
        return true;
    }
}
