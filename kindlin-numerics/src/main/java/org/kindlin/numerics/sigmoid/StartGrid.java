package org.kindlin.numerics.sigmoid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.sigmoid.lane.NodeScore;

/**
 * Where the searches of symmetric curves with free plateaus start, one curve at a time or in batches. For each node the
 * sigmoid at the doses, centred and normalised, so that the share of a curve's scatter that the node explains is the
 * square of one scalar product.
 *
 * <p>Nodes are grouped by the gap between neighbouring doses that holds their mid-point, steep ones apart: two optima of
 * steep curves lie in different gaps, and a gentle and a steep one may share a gap. Immutable: do not write to the arrays.
 */
final class StartGrid {
    /** Widest spacing of ln h. */
    private static final double SLOPE_SPACING = 0.62;
    /** Mid-points are spaced so far, in units of a curve's width 1/h, */
    private static final double SPACING_IN_WIDTHS = 1.6;

    /** but no farther than this (natural logarithm). */
    private static final double WIDEST_SPACING = 1.2;

    /** Beyond so many widths outside the doses only the tail is seen, and its shape does not depend on the mid-point. */
    private static final double TAIL_WIDTHS = 8;

    /** A node so near to the one before it in its row, as curves seen at the doses, adds nothing to it. */
    private static final double NEAR = 0.05;

    private static final double STEEP = 3.5;
    /** Wider searches (natural logarithm) and slopes beyond {@link SigmoidSpec#HILL_BOX} would take too many nodes. */
    private static final double WIDEST = 46;

    private static final double ROUNDING = 1e-12;

    /** The best node of a group may be so much farther from the data than the best of all, as a share of their length, */
    private static final double MARGIN = 0.06;

    /** Where the best of all scores as much as this, the best of a group must be the best in its neighbourhood; */
    private static final double CLEAR = NodeScore.at(0.15);

    /** where it does not, the curve is mostly noise, has basins of like depth, and the margin is this. */
    private static final double MARGIN_OF_NOISE = 0.1;

    private static final double WHOLE_CLEAR = Math.ceil(CLEAR);

    private static final int KEPT = 24;
    private static final Memo<Key, StartGrid> GRIDS = new Memo<>(KEPT, key -> new StartGrid(key.design, key.box));

    final double[] midPoint;
    final double[] logSlope;
    /** From a node to the start near it. */
    final NodeExpansion expansion;
    /** Weighted, centred, normalised shape: [node][dose]. */
    final double[][] basis;
    /** The same: [dose][node]. */
    final double[][] byDose;
    /** First node of each group, and the number of nodes at the end. */
    final int[] groupStart;
    /** Of each group those of the next gaps that are as steep. */
    private final int[][] neighbours;

    StartGrid(Replicates design, SearchBox box) {
        List<List<double[]>> groups = new ArrayList<>();
        for (int g = 0; g < 2 * (design.doses() + 1); g++) {
            groups.add(new ArrayList<>());
        }
        int intervals = (int) Math.ceil(box.width(1) / SLOPE_SPACING);
        for (int i = 0; i <= intervals; i++) {
            double part = (double) i / intervals;
            addRow(groups, design, box, i == intervals ? box.high()[1] : box.low()[1] + part * box.width(1));
        }
        neighbours = neighbours(groups);
        groups.removeIf(List::isEmpty);
        List<double[]> nodes = groups.stream().flatMap(List::stream).toList();
        groupStart = new int[groups.size() + 1];
        for (int g = 0; g < groups.size(); g++) {
            groupStart[g + 1] = groupStart[g] + groups.get(g).size();
        }
        if (nodes.size() > NodeScore.INDEX_SPAN) {
            throw new IllegalArgumentException("too many grid nodes: " + nodes.size());
        }
        midPoint = nodes.stream().mapToDouble(n -> n[0]).toArray();
        logSlope = nodes.stream().mapToDouble(n -> n[1]).toArray();
        basis = nodes.stream().map(n -> basis(design, n)).toArray(double[][]::new);
        expansion = new NodeExpansion(design, box, midPoint, logSlope);
        byDose = new double[design.doses()][basis.length];
        for (int node = 0; node < basis.length; node++) {
            for (int dose = 0; dose < byDose.length; dose++) {
                byDose[dose][node] = basis[node][dose];
            }
        }
    }

    /** The grid of doses, their weights and a box; those of recent designs are kept. */
    static StartGrid of(Replicates design, SearchBox box) {
        return GRIDS.get(new Key(design, box));
    }

    /** Whether a search of this box starts from such a grid: mid-point and slope are searched, and the curve is symmetric. */
    static boolean serves(SearchBox box) {
        double flattest = StrictMath.log(SigmoidSpec.HILL_BOX.low()) - ROUNDING;
        double steepest = StrictMath.log(SigmoidSpec.HILL_BOX.high()) + ROUNDING;
        boolean usualSlopes = box.low()[1] >= flattest && box.high()[1] <= steepest && !box.isFixed(1);
        boolean searched = !box.isFixed(0) && box.width(0) <= WIDEST;
        return searched && usualSlopes && box.low()[2] == 0 && box.high()[2] == 0;
    }

    int groups() {
        return groupStart.length - 1;
    }

    /** The least score at which a search may start, given the best of all. */
    static double leastScore(double best) {
        return NodeScore.at(NodeScore.distance(best) + (best >= CLEAR ? MARGIN : MARGIN_OF_NOISE));
    }

    /** The same for many curves, as whole numbers. */
    static void leastScores(double[] best, double[] least) {
        for (int i = 0; i < best.length; i++) {
            least[i] = Math.ceil(leastScore(best[i]));
        }
    }

    /** 1 where a group must be the best in its neighbourhood, else 0. */
    static void clear(double[] best, double[] clear) {
        for (int i = 0; i < best.length; i++) {
            clear[i] = Math.max(0, Math.min(1, best[i] - WHOLE_CLEAR + 1));
        }
    }

    /** The first or second neighbour of a group; where it has none, the group itself. */
    int neighbour(int group, int which) {
        return which < neighbours[group].length ? neighbours[group][which] : group;
    }

    /**
     * Whether a search starts at the best node of a group.
     *
     * @param groupBest scores of the best nodes: [group][curve]
     * @param best score of the best node of all
     * @param least its {@link #leastScore}
     */
    boolean isStart(int group, double[][] groupBest, int curve, double best, double least) {
        double own = groupBest[group][curve];
        if (own < least) {
            return false;
        }
        for (int other : neighbours[group]) {
            if (groupBest[other][curve] > own && best >= CLEAR) {
                return false;
            }
        }
        return true;
    }

    private static int[][] neighbours(List<List<double[]>> groups) {
        int[] number = new int[groups.size()];
        int count = 0;
        for (int g = 0; g < number.length; g++) {
            number[g] = groups.get(g).isEmpty() ? -1 : count++;
        }
        int[][] neighbours = new int[count][];
        for (int g = 0; g < number.length; g++) {
            if (number[g] >= 0) {
                neighbours[number[g]] = IntStream.of(g - 2, g + 2)
                        .filter(i -> i >= 0 && i < number.length && number[i] >= 0)
                        .map(i -> number[i])
                        .toArray();
            }
        }
        return neighbours;
    }

    private static void addRow(List<List<double[]>> groups, Replicates design, SearchBox box, double logSlope) {
        double slope = StrictMath.exp(logSlope);
        double reach = TAIL_WIDTHS / slope;
        double low = box.clip(0, design.lowest() - reach);
        double high = box.clip(0, design.highest() + reach);
        double spacing = Math.min(WIDEST_SPACING, SPACING_IN_WIDTHS / slope);
        int intervals = (int) Math.ceil((high - low) / spacing);
        double[] kept = null;
        int keptGap = -1;
        for (int i = 0; i <= intervals; i++) {
            double mid = intervals == 0 ? low : low + (high - low) * i / intervals;
            double[] node = {mid, logSlope};
            int gap = gap(design, mid);
            double[] shape = basis(design, node);
            if (kept == null || gap != keptGap || squaredDistance(design, kept, shape) > NEAR * NEAR) {
                groups.get(2 * gap + (slope > STEEP ? 1 : 0)).add(node);
                kept = shape;
                keptGap = gap;
            }
        }
    }

    /** Number of doses below a mid-point. */
    private static int gap(Replicates design, double mid) {
        int gap = 0;
        while (gap < design.doses() && design.lnDose()[gap] < mid) {
            gap++;
        }
        return gap;
    }

    /** Between normalised shapes, the sign of either aside. */
    private static double squaredDistance(Replicates design, double[] first, double[] second) {
        double cosine = 0;
        for (int i = 0; i < first.length; i++) {
            cosine += first[i] * second[i] / design.weight()[i];
        }
        return 2 - 2 * Math.abs(cosine);
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
        for (int i = 0; i < values.length && squares > 0; i++) {
            result[i] = design.weight()[i] * (values[i] - mean) / Math.sqrt(squares);
        }
        return result;
    }

    /** What a grid is made of. */
    private record Key(Replicates design, SearchBox box) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Arrays.equals(design.lnDose(), key.design.lnDose())
                    && Arrays.equals(design.weight(), key.design.weight())
                    && Arrays.equals(box.low(), key.box.low())
                    && Arrays.equals(box.high(), key.box.high());
        }

        @Override
        public int hashCode() {
            int doses = 31 * Arrays.hashCode(design.lnDose()) + Arrays.hashCode(design.weight());
            return 31 * (31 * doses + Arrays.hashCode(box.low())) + Arrays.hashCode(box.high());
        }
    }
}
