package org.kindlin.mechanism.lanes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.LuGraph;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.numerics.ode.Rodas5PTableau;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * What the stiff method needs of a model as code for lanes, and where it stands in a lane memory. States come first, where the
 * right-hand side reads them. Immutable; every workspace has a memory of its own.
 */
final class LaneSystem {
    /** As {@link org.kindlin.numerics.sparse.SparseLu} has it, doubled for rounding. */
    private static final double SURE_PIVOT = 2e-13;

    final int size;
    final boolean autonomous;
    final SparsePattern pattern;
    final SymbolicLu symbolic;
    /** Right-hand side and Jacobian. */
    final LaneKernel linearised;

    final LaneKernel derivatives;
    /** Factors, and whether their pivots surely hold: {@link #certain} is positive. */
    final LaneKernel factors;
    /** Replaces the sums of stages at a row by the solution for f + w ∂f/∂t + r times these. */
    final LaneKernel solution;

    final int time;
    final int shift;
    final int inverseStep;
    /** w and ∂f/∂t; taken only where time occurs in f. */
    final int timeWeight;

    final int timeSlopes;
    final int stages;
    final int certain;
    final int[] slopes;
    final int[] jacobian;
    final int[] pivots;
    private final LanePlan.Fixed fixed;
    private final LanePlan.Fixed fixedOfFactors;
    private final LanePlan.Fixed fixedOfSolution;
    private final LaneRows rows = new LaneRows();

    LaneSystem(CompiledModel compiled) {
        int[] slopeNodes = compiled.equations().derivatives();
        int[] jacobianNodes = compiled.jacobianNodes();
        size = slopeNodes.length;
        autonomous = compiled.autonomous();
        pattern = compiled.pattern();
        symbolic = pattern.symbolicLu();
        rows.take(size);
        time = rows.take(1);
        shift = rows.take(1);
        inverseStep = rows.take(1);
        timeWeight = rows.take(1);
        timeSlopes = rows.take(size);
        stages = rows.take(Rodas5PTableau.STAGES * size);
        int[] all = concat(slopeNodes, jacobianNodes);
        LanePlan model = new LanePlan(compiled.equations().graph(), rows, this::rowOfModel, all);
        slopes = model.rows(slopeNodes);
        jacobian = model.rows(jacobianNodes);
        linearised = model.kernel(all);
        derivatives = model.kernel(slopeNodes);
        fixed = model.fixed();

        Graph factoring = new Graph();
        int[] factorNodes = factors(factoring);
        int certainty = certainty(factoring, factorNodes);
        int[] luNodes = concat(factorNodes, certainty);
        LanePlan lu = new LanePlan(factoring, rows, this::rowOfFactors, luNodes);
        int[] factorRows = lu.rows(factorNodes);
        certain = lu.row(certainty);
        pivots = IntStream.of(symbolic.diagonal()).map(k -> factorRows[k]).toArray();
        factors = lu.kernel(luNodes);
        fixedOfFactors = lu.fixed();

        Graph solving = new Graph();
        int[] solved = solution(solving);
        LanePlan unknowns =
                new LanePlan(solving, rows, (kind, index) -> rowOfSolution(kind, index, factorRows), solved);
        for (int i = 0; i < size; i++) {
            unknowns.place(solved[i], ~(i * Lanes.COUNT));
        }
        solution = unknowns.kernel(solved);
        fixedOfSolution = unknowns.fixed();
    }

    private static int[] concat(int[] a, int... b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
    }

    /** States come first in a memory. */
    private int rowOfModel(Op kind, int index) {
        return switch (kind) {
            case STATE -> index * Lanes.COUNT;
            case TIME -> time;
            default -> LanePlan.NONE;
        };
    }

    private int rowOfFactors(Op kind, int index) {
        return kind == Op.TIME ? shift : jacobian[index];
    }

    private int rowOfSolution(Op kind, int index, int[] factorRows) {
        return switch (kind) {
            case STATE -> ~(index * Lanes.COUNT);
            case TIME -> inverseStep;
            case DELAYED -> index == size ? timeWeight : timeSlopes + index * Lanes.COUNT;
            default -> index < factorRows.length ? factorRows[index] : slopes[index - factorRows.length];
        };
    }

    /** Elements of the Jacobian are the states of this graph. */
    private int[] factors(Graph graph) {
        int[] elements =
                IntStream.range(0, pattern.nonZeros()).map(graph::state).toArray();
        return LuGraph.factors(graph, symbolic, elements, graph.time(), new boolean[size]);
    }

    /**
     * Positive where every pivot is surely large enough beside its row: the sum of all magnitudes is at least the largest
     * of any row, the sum of reciprocals at least that of the smallest pivot.
     */
    private int certainty(Graph graph, int[] factorNodes) {
        int magnitudes = graph.apply(Op.ABS, graph.time());
        for (int k = 0; k < pattern.nonZeros(); k++) {
            magnitudes = graph.add(magnitudes, graph.apply(Op.ABS, graph.state(k)));
        }
        int reciprocals = graph.constant(0);
        int zero = graph.constant(0);
        int check = zero;
        for (int i = 0; i < size; i++) {
            int reciprocal = factorNodes[symbolic.column().length + i];
            int pivot = factorNodes[symbolic.diagonal()[i]];
            reciprocals = graph.add(reciprocals, graph.apply(Op.ABS, reciprocal));
            check = graph.add(check, graph.multiply(pivot, zero));
        }
        int share = graph.multiply(graph.multiply(magnitudes, graph.constant(SURE_PIVOT)), reciprocals);
        return graph.add(check, graph.subtract(graph.constant(1), share));
    }

    /** Sums of stages are the states of this graph, factors and then slopes its parameters. */
    private int[] solution(Graph graph) {
        int count = symbolic.column().length + size;
        int[] right = new int[size];
        for (int i = 0; i < size; i++) {
            int slope = graph.parameter(count + i);
            int timed = autonomous ? slope : graph.add(slope, graph.multiply(graph.delayed(size), graph.delayed(i)));
            right[i] = graph.add(timed, graph.multiply(graph.time(), graph.state(i)));
        }
        int[] factorNodes = IntStream.range(0, count).map(graph::parameter).toArray();
        return LuGraph.solution(graph, symbolic, factorNodes, right);
    }

    /** A memory with all that no set changes. */
    double[] newMemory() {
        double[] memory = rows.newMemory();
        fixedOfFactors.fill(memory);
        fixedOfSolution.fill(memory);
        return memory;
    }

    /** Puts the parameters of a set into a lane; there is scratch for {@link #newScratch}. */
    void place(double[] memory, int lane, double[] parameters, double[][] scratch) {
        fixed.fill(memory, lane, parameters, scratch[0], scratch[1]);
    }

    double[][] newScratch() {
        return new double[][] {fixed.formulas().newWork(), new double[fixed.rows().length]};
    }

    /** Whether a lane's pivots hold, looked at one by one. */
    boolean pivotsHold(double[] memory, int lane) {
        double s = memory[shift + lane];
        for (int i = 0; i < size; i++) {
            int row = symbolic.order()[i];
            double largest = Math.abs(s);
            for (int k = pattern.rowStart(row); k < pattern.rowStart(row + 1); k++) {
                double value = memory[jacobian[k] + lane];
                largest = Math.max(largest, Math.abs(pattern.column(k) == row ? s - value : value));
            }
            double pivot = Math.abs(memory[pivots[i] + lane]);
            if (!(pivot > SURE_PIVOT / 2 * largest) || Double.isInfinite(pivot)) {
                return false;
            }
        }
        return true;
    }

    /** The smaller of two norms of a lane's Jacobian; there is scratch for sums of columns. */
    double rateBound(double[] memory, int lane, double[] columns) {
        Arrays.fill(columns, 0);
        double largestRow = 0;
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                double magnitude = Math.abs(memory[jacobian[k] + lane]);
                sum += magnitude;
                columns[pattern.column(k)] += magnitude;
            }
            largestRow = Math.max(largestRow, sum);
        }
        double largestColumn = 0;
        for (double column : columns) {
            largestColumn = Math.max(largestColumn, column);
        }
        return Math.min(largestRow, largestColumn);
    }
}
