package org.kindlin.mechanism.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * Gives nodes of formulas their rows in a lane memory, and makes code of them. What depends on nothing that varies from
 * step to step has a row that is filled once a set ({@link #fixed}).
 */
final class LanePlan {
    /** No row. */
    static final int NONE = Integer.MIN_VALUE;

    private final Graph graph;
    private final LaneRows rows;
    private final int[] row;
    private final boolean[] varying;
    private final List<Integer> fixedNodes = new ArrayList<>();

    /** Which row a leaf stands in. */
    @FunctionalInterface
    interface Leaves {
        /** Its row; for rows that change from call to call {@code ~offset}; {@link #NONE} for what is fixed for a set. */
        int row(Op kind, int index);
    }

    /** A plan for these nodes and what they are made of. */
    LanePlan(Graph graph, LaneRows rows, Leaves leaves, int... nodes) {
        this.graph = graph;
        this.rows = rows;
        boolean[] needed = graph.needed(nodes);
        row = new int[needed.length];
        varying = new boolean[needed.length];
        Arrays.fill(row, NONE);
        for (int node = 0; node < needed.length; node++) {
            if (!needed[node]) {
                continue;
            }
            if (graph.op(node).isLeaf()) {
                row[node] = graph.isConstant(node) ? NONE : leaves.row(graph.op(node), graph.index(node));
                varying[node] = row[node] != NONE;
            } else {
                varying[node] = IntStream.of(graph.arguments(node)).anyMatch(argument -> varying[argument]);
            }
        }
    }

    Graph graph() {
        return graph;
    }

    /** Whether the node is computed at every evaluation. */
    boolean isComputed(int node) {
        return varying[node] && !graph.op(node).isLeaf();
    }

    /** The row of a node, which from now on has one. */
    int row(int node) {
        if (row[node] == NONE) {
            row[node] = rows.take(1);
            if (!varying[node]) {
                fixedNodes.add(node);
            }
        }
        return row[node];
    }

    /** Has a node written to this row. */
    void place(int node, int into) {
        if (row[node] != NONE || !varying[node]) {
            throw new IllegalArgumentException("the node has a row already, or is fixed");
        }
        row[node] = into;
    }

    /** The rows of these nodes. */
    int[] rows(int... nodes) {
        return IntStream.of(nodes).map(this::row).toArray();
    }

    /** The node of which an argument is read: itself, or in a sum what is subtracted in its place. */
    int operand(int node, int argument) {
        int given = graph.arguments(node)[argument];
        return isSubtracted(node, argument) ? graph.arguments(given)[0] : given;
    }

    /** Terms with a minus, other than the first, are subtracted. */
    boolean isSubtracted(int node, int argument) {
        return graph.op(node) == Op.ADD && argument > 0 && graph.op(graph.arguments(node)[argument]) == Op.NEGATE;
    }

    /** Code that computes the rows of these nodes. */
    LaneKernel kernel(int... nodes) {
        return new LaneCode(this, nodes).kernel();
    }

    /** What is fixed for a set; to be asked for when all code is made. */
    Fixed fixed() {
        int[] nodes = fixedNodes.stream().mapToInt(Integer::intValue).toArray();
        return new Fixed(Formulas.compiled(graph, nodes), rows(nodes));
    }

    /**
     * Values that stay as they are for a set.
     *
     * @param formulas as functions of the parameters
     * @param rows where each of them goes
     */
    record Fixed(Formulas formulas, int[] rows) {
        private static final double[] NO_VALUES = new double[0];

        /** Fills the lane of a memory. */
        void fill(double[] memory, int lane, double[] parameters, double[] work, double[] values) {
            formulas.kernel().evaluate(0, NO_VALUES, parameters, NO_VALUES, work, values);
            for (int i = 0; i < rows.length; i++) {
                memory[rows[i] + lane] = values[i];
            }
        }

        /** Fills all lanes of a memory with what depends on no parameter. */
        void fill(double[] memory) {
            double[] work = formulas.newWork();
            double[] values = new double[rows.length];
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                fill(memory, lane, NO_VALUES, work, values);
            }
        }
    }
}
