package org.kindlin.mechanism.inference;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/** Formulas with their derivatives along directions in which time, states and parameters move at once. Immutable. */
final class DirectionalFormulas {
    private static final double[] NO_PAST = new double[0];

    private final Formulas values;
    private final Formulas partials;
    private final SparseGradient byState;
    private final SparseGradient byParameter;
    private final SparseGradient byTime;

    DirectionalFormulas(Graph graph, int... nodes) {
        this.values = Formulas.interpreted(graph, nodes);
        this.byState = SparseGradient.of(graph, Op.STATE, nodes);
        this.byParameter = SparseGradient.of(graph, Op.PARAMETER, nodes);
        this.byTime = SparseGradient.of(graph, Op.TIME, nodes);
        this.partials = Formulas.interpreted(
                graph,
                Stream.of(byState.nodes(), byParameter.nodes(), byTime.nodes())
                        .flatMapToInt(IntStream::of)
                        .toArray());
    }

    int count() {
        return values.count();
    }

    /** The parameters that any of the formulas depends on. */
    int[] slots() {
        return byParameter.variable().clone();
    }

    /** Whether any of the formulas depends on a state. */
    boolean byAnyState() {
        return byState.count() > 0;
    }

    double[] values(double time, double[] state, double[] parameters) {
        double[] out = new double[values.count()];
        values.kernel().evaluate(time, state, parameters, NO_PAST, values.newWork(), out);
        return out;
    }

    /**
     * The derivatives, formula by formula, of each along every direction.
     *
     * @param states how each state moves along each direction, state by state
     * @param slots how each parameter does
     * @param times how time does
     */
    double[] along(double time, double[] state, double[] parameters, double[] states, double[] slots, double[] times) {
        double[] elements = new double[partials.count()];
        partials.kernel().evaluate(time, state, parameters, NO_PAST, partials.newWork(), elements);
        double[] out = new double[values.count() * times.length];
        int first = spread(byState, elements, 0, states, times.length, out);
        first = spread(byParameter, elements, first, slots, times.length, out);
        spread(byTime, elements, first, times, times.length, out);
        return out;
    }

    private static int spread(
            SparseGradient gradient, double[] elements, int first, double[] directions, int width, double[] out) {
        for (int k = 0; k < gradient.count(); k++) {
            double element = elements[first + k];
            int from = gradient.variable()[k] * width;
            int to = gradient.row()[k] * width;
            for (int d = 0; d < width; d++) {
                double moved = directions[from + d];
                if (moved != 0) {
                    out[to + d] += element * moved;
                }
            }
        }
        return first + gradient.count();
    }

    /** How fast each formula changes while the states move at these rates and the parameters rest. */
    double[] rates(double time, double[] state, double[] parameters, double[] stateRates) {
        return along(time, state, parameters, stateRates, new double[parameters.length], new double[] {1});
    }
}
