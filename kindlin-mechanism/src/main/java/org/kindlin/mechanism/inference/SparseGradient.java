package org.kindlin.mechanism.inference;

import java.util.List;
import org.kindlin.mechanism.compile.Derivatives;
import org.kindlin.mechanism.compile.Gradient;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * Those partial derivatives of some nodes that are not always zero.
 *
 * @param row which of the nodes
 * @param variable by which state or parameter
 * @param nodes the derivatives
 */
record SparseGradient(int[] row, int[] variable, int[] nodes) {

    /** Derivatives by states or parameters. */
    static SparseGradient of(Graph graph, Op kind, int... outputs) {
        List<Gradient> gradients = new Derivatives(graph, kind).of(outputs);
        int count = gradients.stream().mapToInt(each -> each.variables().length).sum();
        int[] row = new int[count];
        int[] variable = new int[count];
        int[] nodes = new int[count];
        int k = 0;
        for (int i = 0; i < outputs.length; i++) {
            Gradient gradient = gradients.get(i);
            for (int v = 0; v < gradient.variables().length; v++) {
                row[k] = i;
                variable[k] = gradient.variables()[v];
                nodes[k++] = gradient.nodes()[v];
            }
        }
        return new SparseGradient(row, variable, nodes);
    }

    int count() {
        return nodes.length;
    }
}
