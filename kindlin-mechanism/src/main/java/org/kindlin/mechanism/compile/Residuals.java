package org.kindlin.mechanism.compile;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What must be zero at every time, and how it changes with what may move to make it so: algebraic states, and turnovers
 * of fast reactions.
 *
 * @param algebraicStates the states that algebraic rules determine
 * @param nodes what must be zero: algebraic rules, then residuals of fast reactions
 * @param slopes derivative of each, row by row, by each algebraic state, then along each fast reaction
 */
public record Residuals(int[] algebraicStates, int[] nodes, int[] slopes) {

    /** Those of a model. */
    public static Residuals of(Equations equations) {
        Graph graph = equations.graph();
        int[] algebraic = IntStream.range(0, equations.states().size())
                .filter(i -> equations.states().get(i).kind() == StateVariable.Kind.ALGEBRAIC)
                .toArray();
        int[] nodes = IntStream.concat(
                        IntStream.of(algebraic).map(i -> equations.derivatives()[i]),
                        equations.equilibria().stream().mapToInt(Equations.Equilibrium::residual))
                .toArray();
        List<Gradient> gradients = new Derivatives(graph, Op.STATE).of(nodes);
        int unknowns = nodes.length;
        int[] slopes = new int[unknowns * unknowns];
        for (int row = 0; row < unknowns; row++) {
            Gradient gradient = gradients.get(row);
            for (int i = 0; i < algebraic.length; i++) {
                slopes[row * unknowns + i] = gradient.by(algebraic[i], graph);
            }
            for (int i = 0; i < equations.equilibria().size(); i++) {
                int[] direction = equations.equilibria().get(i).direction();
                slopes[row * unknowns + algebraic.length + i] = FastReactions.along(graph, gradient, direction);
            }
        }
        return new Residuals(algebraic, nodes, slopes);
    }
}
