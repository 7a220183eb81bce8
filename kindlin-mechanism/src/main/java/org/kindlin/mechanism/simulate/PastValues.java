package org.kindlin.mechanism.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.mechanism.compile.DelayedValue;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;

/**
 * Values that the model refers to at earlier times.
 *
 * <p>The states of the past are kept at the points through which the simulation went, with their rates, and between
 * them a cubic is taken through both (Hermite). Before the start everything was as it is at the start.
 */
final class PastValues {
    private static final double[] NONE = new double[0];
    private static final int DEEPEST = 8;

    private final Formulas[] of;
    private final Formulas[] by;
    private final Formulas[] before;
    private final int[][] earlier;
    private final List<Point> points = new ArrayList<>();
    private double[] given;
    private int depth;

    /** A point of the past; two at one time where an event changed something. */
    private record Point(double time, double[] state, double[] rate, double[] parameters) {}

    PastValues(Equations equations) {
        this.given = NONE;
        List<DelayedValue> delays = equations.delays();
        of = new Formulas[delays.size()];
        by = new Formulas[delays.size()];
        before = new Formulas[delays.size()];
        earlier = new int[delays.size()][];
        for (int i = 0; i < of.length; i++) {
            of[i] = Formulas.interpreted(equations.graph(), delays.get(i).of());
            by[i] = Formulas.interpreted(equations.graph(), delays.get(i).by());
            before[i] = Formulas.interpreted(equations.graph(), delays.get(i).before());
            earlier[i] = delays.get(i).earlier();
        }
    }

    boolean any() {
        return of.length > 0;
    }

    /**
     * Forgets everything.
     *
     * @param parameters those before the start
     */
    void restart(double[] parameters) {
        points.clear();
        given = parameters;
    }

    void record(Moment moment, double[] rate) {
        points.add(new Point(moment.time, moment.state.clone(), rate.clone(), moment.parameters.clone()));
    }

    /** The past values that formulas at this point need. */
    double[] values(double time, double[] state, double[] parameters) {
        if (of.length == 0) {
            return NONE;
        }
        double[] values = new double[of.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, time, state, parameters, values);
        }
        return values;
    }

    /** The shortest of the lags that are not zero now; infinite where there is none. */
    double shortestLag(Moment moment) {
        double shortest = Double.POSITIVE_INFINITY;
        double[] values = values(moment.time, moment.state, moment.parameters);
        for (Formulas formulas : by) {
            double lag = single(formulas, moment.time, moment.state, moment.parameters, values);
            if (lag > 0) {
                shortest = Math.min(shortest, lag);
            }
        }
        return shortest;
    }

    private double value(int index, double time, double[] state, double[] parameters, double[] known) {
        double lag = single(by[index], time, state, parameters, known);
        if (!(lag >= 0)) {
            throw new SimulationException("a delay is " + lag + " at time " + time, "delays must not be negative");
        }
        if (lag == 0 || points.isEmpty()) {
            return single(of[index], time, state, parameters, known);
        }
        return then(index, time - lag);
    }

    private double then(int index, double time) {
        if (time < points.getFirst().time()) {
            return single(before[index], time, NONE, given, NONE);
        }
        if (depth >= DEEPEST) {
            throw new SimulationException("delays of delays nest more than " + DEEPEST + " deep", "simplify the model");
        }
        depth++;
        try {
            int at = after(time);
            Point from = points.get(Math.max(at - 1, 0));
            Point to = points.get(Math.min(at, points.size() - 1));
            double[] state = time <= from.time() ? from.state() : between(from, to, time);
            double[] known = new double[of.length];
            for (int other : earlier[index]) {
                known[other] = value(other, time, state, from.parameters(), known);
            }
            return single(of[index], time, state, from.parameters(), known);
        } finally {
            depth--;
        }
    }

    /** Index of the first point later than this time. */
    private int after(double time) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] between(Point from, Point to, double time) {
        double length = to.time() - from.time();
        if (!(length > 0)) {
            return extrapolated(from, time);
        }
        double s = (time - from.time()) / length;
        double[] state = new double[from.state().length];
        for (int i = 0; i < state.length; i++) {
            double rise = to.state()[i] - from.state()[i];
            double a = from.rate()[i] * length - rise;
            double b = rise - to.rate()[i] * length;
            state[i] = from.state()[i] + s * rise + s * (1 - s) * (a * (1 - s) + b * s);
        }
        return state;
    }

    private static double[] extrapolated(Point from, double time) {
        double[] state = Arrays.copyOf(from.state(), from.state().length);
        for (int i = 0; i < state.length; i++) {
            state[i] += (time - from.time()) * from.rate()[i];
        }
        return state;
    }

    private static double single(
            Formulas formulas, double time, double[] state, double[] parameters, double[] delayed) {
        double[] out = new double[1];
        formulas.kernel().evaluate(time, state, parameters, delayed, formulas.newWork(), out);
        return out[0];
    }
}
