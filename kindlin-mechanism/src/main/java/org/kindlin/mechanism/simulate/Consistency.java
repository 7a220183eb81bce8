package org.kindlin.mechanism.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Residuals;

/**
 * Brings states into agreement with algebraic rules and equilibria of fast reactions, by Newton's method with the exact
 * derivatives: algebraic states move freely, the others along the directions of the fast reactions only.
 */
final class Consistency {
    private static final int MOST_ITERATIONS = 100;
    private static final double PRECISION = 1e-13;

    private final int unknowns;
    private final int[] algebraic;
    private final int directions;
    private final Evaluation residual;
    private final Evaluation slope;
    private final Evaluation direction;
    private final int states;

    Consistency(Equations equations, PastValues past) {
        Residuals residuals = Residuals.of(equations);
        states = equations.states().size();
        algebraic = residuals.algebraicStates();
        directions = equations.equilibria().size();
        unknowns = algebraic.length + directions;
        residual = new Evaluation(Formulas.interpreted(equations.graph(), residuals.nodes()), past);
        slope = new Evaluation(Formulas.interpreted(equations.graph(), residuals.slopes()), past);
        List<Integer> nodes = new ArrayList<>();
        equations.equilibria().forEach(each -> {
            for (int node : each.direction()) {
                nodes.add(node);
            }
        });
        direction = new Evaluation(
                Formulas.interpreted(
                        equations.graph(),
                        Stream.of(nodes.toArray(Integer[]::new))
                                .mapToInt(Integer::intValue)
                                .toArray()),
                past);
    }

    /** Changes the state of the moment so that every rule holds. */
    void restore(Moment moment) {
        if (unknowns == 0) {
            return;
        }
        double[] way = direction.at(moment).clone();
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[][] matrix = new double[unknowns][unknowns + 1];
            double[] slopes = slope.at(moment).clone();
            double[] values = residual.at(moment);
            for (int row = 0; row < unknowns; row++) {
                System.arraycopy(slopes, row * unknowns, matrix[row], 0, unknowns);
                matrix[row][unknowns] = -values[row];
            }
            double[] step = SmallSystem.solve(matrix);
            if (step == null || !move(moment, step, way)) {
                break;
            }
            if (small(step, moment)) {
                return;
            }
        }
        throw new SimulationException(
                "the algebraic rules or fast reactions cannot be satisfied at time " + moment.time,
                "check them and the initial values");
    }

    /** Takes the step, halved as long as it makes an amount that fast reactions move negative. */
    private boolean move(Moment moment, double[] step, double[] way) {
        double fraction = 1;
        for (int i = 0; i < 60 && negative(moment, step, way, fraction); i++) {
            fraction /= 2;
        }
        boolean finite = true;
        for (int i = 0; i < algebraic.length; i++) {
            moment.state[algebraic[i]] += step[i];
            finite &= Double.isFinite(moment.state[algebraic[i]]);
        }
        for (int i = 0; i < directions; i++) {
            for (int state = 0; state < states; state++) {
                moment.state[state] += fraction * step[algebraic.length + i] * way[i * states + state];
                finite &= Double.isFinite(moment.state[state]);
            }
        }
        return finite;
    }

    private boolean negative(Moment moment, double[] step, double[] way, double fraction) {
        for (int state = 0; state < states; state++) {
            double change = 0;
            for (int i = 0; i < directions; i++) {
                change += fraction * step[algebraic.length + i] * way[i * states + state];
            }
            double size = Math.abs(moment.state[state]);
            if (change < 0 && moment.state[state] >= 0 && moment.state[state] + change < -1e-14 * size) {
                return true;
            }
        }
        return false;
    }

    private boolean small(double[] step, Moment moment) {
        double scale = 0;
        for (double value : moment.state) {
            scale = Math.max(scale, Math.abs(value));
        }
        double largest = 0;
        for (double each : step) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest <= PRECISION * scale || largest == 0;
    }
}
