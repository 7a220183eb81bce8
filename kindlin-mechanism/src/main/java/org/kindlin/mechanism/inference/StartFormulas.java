package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Op;

/**
 * From given numbers to the parameters and states at the start, with the derivatives by them. Rows are the parameters,
 * then the states. Immutable.
 */
final class StartFormulas {
    private static final double[] NONE = new double[0];

    private final int parameters;
    private final int states;
    private final Formulas values;
    private final Formulas partials;
    private final SparseGradient gradient;

    StartFormulas(Equations equations) {
        this.parameters = equations.parameters().size();
        this.states = equations.states().size();
        int[] nodes = IntStream.concat(
                        IntStream.of(equations.initialParameters()), IntStream.of(equations.initialStates()))
                .toArray();
        this.values = Formulas.compiled(equations.graph(), nodes);
        this.gradient = SparseGradient.of(equations.graph(), Op.PARAMETER, nodes);
        this.partials = Formulas.compiled(equations.graph(), gradient.nodes());
    }

    int parameters() {
        return parameters;
    }

    int states() {
        return states;
    }

    /** Whether this row changes with this given number. */
    boolean depends(int row, int given) {
        for (int k = 0; k < gradient.count(); k++) {
            if (gradient.row()[k] == row && gradient.variable()[k] == given) {
                return true;
            }
        }
        return false;
    }

    /** All rows at the start of time. */
    double[] values(double[] given) {
        double[] rows = new double[parameters + states];
        values.kernel().evaluate(0, new double[states], given, NONE, values.newWork(), rows);
        return rows;
    }

    /**
     * Derivatives of all rows along directions.
     *
     * @param given the given numbers
     * @param directions derivative of each given number by each direction, number by number
     * @param width number of directions
     */
    double[] along(double[] given, double[] directions, int width) {
        double[] elements = new double[gradient.count()];
        partials.kernel().evaluate(0, new double[states], given, NONE, partials.newWork(), elements);
        double[] rows = new double[(parameters + states) * width];
        for (int k = 0; k < elements.length; k++) {
            int to = gradient.row()[k] * width;
            int from = gradient.variable()[k] * width;
            for (int d = 0; d < width; d++) {
                if (directions[from + d] != 0) {
                    rows[to + d] += elements[k] * directions[from + d];
                }
            }
        }
        return rows;
    }

    /** Which given numbers reach any of these parameter slots, any state, or parameters other than themselves. */
    boolean[] reaching(int[]... slots) {
        boolean[] wanted = new boolean[parameters + states];
        for (int[] some : slots) {
            for (int slot : some) {
                wanted[slot] = true;
            }
        }
        Arrays.fill(wanted, parameters, wanted.length, true);
        boolean[] reaching = new boolean[parameters];
        for (int k = 0; k < gradient.count(); k++) {
            int given = gradient.variable()[k];
            reaching[given] |= wanted[gradient.row()[k]] || gradient.row()[k] != given;
        }
        return reaching;
    }
}
