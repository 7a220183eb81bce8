package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Model;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * A model ready for simulation: its equations, and the code of what a simulation evaluates often.
 *
 * <p>Immutable and shareable between threads; every evaluation brings its own scratch array.
 *
 * @param source the file, to say in faults
 * @param derivatives f(t, y, p), one value per state
 * @param pattern where the Jacobian may differ from zero
 * @param jacobian df/dy, in the order of the pattern
 * @param jacobianNodes the nodes of its elements
 * @param linear systems with the Jacobian, as code
 * @param autonomous whether f does not depend on time itself
 * @param roots functions whose changes of sign are discontinuities or conditions of events
 * @param timeRoots those of them that depend on no state
 * @param rootsMonotone whether each of these never falls, or never rises, with time, and depends on nothing else that changes
 */
public record CompiledModel(
        String source,
        Equations equations,
        Formulas derivatives,
        SparsePattern pattern,
        Formulas jacobian,
        int[] jacobianNodes,
        LuFormulas linear,
        boolean autonomous,
        Formulas roots,
        Formulas timeRoots,
        boolean rootsMonotone) {

    /**
     * Compiles a model.
     *
     * @throws InputFaultException with every fault of the model, or the one thing in it that is not supported
     */
    public static CompiledModel of(String source, Model model) {
        return of(source, ModelCompiler.equations(source, model));
    }

    /** Compiles equations. */
    public static CompiledModel of(String source, Equations equations) {
        Graph graph = equations.graph();
        int[] f = equations.derivatives();
        List<Gradient> gradients = new Derivatives(graph, Op.STATE).of(f);
        BitSet[] rows = new BitSet[f.length];
        List<Integer> elements = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new BitSet(f.length);
            for (int variable : gradients.get(i).variables()) {
                rows[i].set(variable);
            }
            for (int node : gradients.get(i).nodes()) {
                elements.add(node);
            }
        }
        int[] jacobian = elements.stream().mapToInt(Integer::intValue).toArray();
        SparsePattern pattern = SparsePattern.ofRows(rows);
        boolean autonomous = graph.leaves(Op.TIME, f).length == 0 && graph.leaves(Op.DELAYED, f).length == 0;
        int[] roots = rootNodes(equations);
        int[] timeRoots = IntStream.of(roots)
                .filter(root -> graph.leaves(Op.STATE, root).length == 0)
                .filter(root -> graph.leaves(Op.DELAYED, root).length == 0)
                .toArray();
        return new CompiledModel(
                source,
                equations,
                Formulas.compiled(graph, f),
                pattern,
                Formulas.compiled(graph, jacobian),
                jacobian,
                new LuFormulas(pattern, algebraic(equations)),
                autonomous,
                Formulas.compiled(graph, roots),
                Formulas.compiled(graph, timeRoots),
                IntStream.of(roots).allMatch(root -> isMonotoneInTime(graph, root)));
    }

    /** Whether a node is made of time by steps that keep order even when rounded: one term of a sum, one factor, a dividend. */
    private static boolean isMonotoneInTime(Graph graph, int node) {
        int[] changing = IntStream.of(graph.arguments(node))
                .filter(argument -> !isFixed(graph, argument))
                .toArray();
        boolean keepsOrder = switch (graph.op(node)) {
            case TIME -> true;
            case ADD, MULTIPLY, NEGATE -> changing.length <= 1;
            case DIVIDE -> changing.length == 0 || isFixed(graph, graph.arguments(node)[1]);
            default -> isFixed(graph, node);
        };
        return keepsOrder && IntStream.of(changing).allMatch(argument -> isMonotoneInTime(graph, argument));
    }

    private static boolean isFixed(Graph graph, int node) {
        return graph.leaves(Op.TIME, node).length == 0
                && graph.leaves(Op.STATE, node).length == 0
                && graph.leaves(Op.DELAYED, node).length == 0;
    }

    private static boolean[] algebraic(Equations equations) {
        boolean[] algebraic = new boolean[equations.states().size()];
        for (int i = 0; i < algebraic.length; i++) {
            algebraic[i] = equations.states().get(i).kind() == StateVariable.Kind.ALGEBRAIC;
        }
        return algebraic;
    }

    /** Whether no root function depends on a state. */
    public boolean rootsOfTime() {
        return timeRoots.count() == roots.count();
    }

    /** Code of functions whose changes of sign are where the model's constraints begin or cease to hold. */
    public Formulas constraintRoots() {
        Graph graph = equations.graph();
        return Formulas.compiled(graph, Discontinuities.of(graph, new int[0], equations.constraints()));
    }

    /** Nodes of the functions in {@link #roots}. */
    public static int[] rootNodes(Equations equations) {
        int[] triggers =
                equations.events().stream().mapToInt(EventEquations::trigger).toArray();
        IntStream lags = equations.delays().stream().flatMapToInt(each -> IntStream.of(each.of(), each.by()));
        int[] formulas =
                IntStream.concat(IntStream.of(equations.derivatives()), lags).toArray();
        return Discontinuities.of(equations.graph(), formulas, triggers);
    }

    /** Whether any of these formulas can jump. */
    public static boolean jumps(Graph graph, int... formulas) {
        return Discontinuities.of(graph, formulas, new int[0]).length > 0;
    }
}
