package org.kindlin.numerics.sigmoid;

import java.util.ArrayList;
import java.util.List;

/**
 * The starting grid of a design: for each node the sigmoid at the doses, centred and normalised, so that the share of a
 * curve's scatter that the node explains is the square of one scalar product. Nodes are grouped by the gap between
 * neighbouring doses that holds their mid-point: two optima of steep curves lie in different gaps.
 */
final class BatchGrid {
    private static final double[] SLOPES = {0.1, 0.22, 0.45, 0.8, 1.25, 1.9, 3, 5.5, 10};
    /** Mid-points are spaced so far, in units of a curve's width 1/h, */
    private static final double SPACING_IN_WIDTHS = 1.6;

    /** but no farther than this (natural logarithm). */
    private static final double WIDEST_SPACING = 1.2;

    /** Beyond so many widths outside the doses only the tail is seen, and its shape does not depend on the mid-point. */
    private static final double TAIL_WIDTHS = 8;

    final double[] midPoint;
    final double[] logSlope;
    /** Weighted, centred, normalised shape: [node][dose]. */
    final double[][] basis;
    /** First node of each group, and the number of nodes at the end. */
    final int[] groupStart;

    BatchGrid(Replicates design, SearchBox box) {
        List<List<double[]>> groups = new ArrayList<>();
        for (int g = 0; g <= design.doses(); g++) {
            groups.add(new ArrayList<>());
        }
        for (double slope : SLOPES) {
            addRow(groups, design, box, Math.clamp(slope, StrictMath.exp(box.low()[1]), StrictMath.exp(box.high()[1])));
        }
        groups.removeIf(List::isEmpty);
        List<double[]> nodes = groups.stream().flatMap(List::stream).toList();
        groupStart = new int[groups.size() + 1];
        for (int g = 0; g < groups.size(); g++) {
            groupStart[g + 1] = groupStart[g] + groups.get(g).size();
        }
        midPoint = nodes.stream().mapToDouble(n -> n[0]).toArray();
        logSlope = nodes.stream().mapToDouble(n -> n[1]).toArray();
        basis = nodes.stream().map(n -> basis(design, n)).toArray(double[][]::new);
    }

    int groups() {
        return groupStart.length - 1;
    }

    private static void addRow(List<List<double[]>> groups, Replicates design, SearchBox box, double slope) {
        double reach = TAIL_WIDTHS / slope;
        double low = Math.max(box.low()[0], design.lowest() - reach);
        double high = Math.min(box.high()[0], design.highest() + reach);
        double spacing = Math.min(WIDEST_SPACING, SPACING_IN_WIDTHS / slope);
        int intervals = (int) Math.ceil((high - low) / spacing);
        for (int i = 0; i <= intervals; i++) {
            double mid = low + (high - low) * i / intervals;
            int gap = 0;
            while (gap < design.doses() && design.lnDose()[gap] < mid) {
                gap++;
            }
            groups.get(gap).add(new double[] {mid, StrictMath.log(slope)});
        }
    }

    private static double[] basis(Replicates design, double[] node) {
        Shape shape = new Shape(design.lnDose());
        shape.evaluate(new double[] {node[0], node[1], 0}, false);
        boolean tail = node[0] > 0.5 * (design.lowest() + design.highest());
        double[] values = tail ? shape.complement : shape.fraction;
        double total = 0;
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            total += design.weight()[i];
            mean += design.weight()[i] * values[i];
        }
        mean /= total;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += design.weight()[i] * (values[i] - mean) * (values[i] - mean);
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = design.weight()[i] * (values[i] - mean) / Math.sqrt(squares);
        }
        return result;
    }
}
