package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The past of a course and of its sensitivities, for delay equations y′ = f(t, y, u(t − τ), p) with lags that the course does not
 * change. Sensitivities follow the same equations differentiated (J. K. Hale, S. M. Verduyn Lunel, <i>Introduction to Functional
 * Differential Equations</i>, Springer 1993, chapter 2; C. T. H. Baker, F. A. Rihan, <i>Sensitivity analysis of parameters in modelling
 * with delay-differential equations</i>, University of Manchester 1999):
 *
 * <pre>
 * S′ = ∂f/∂y S + ∂f/∂p + ∂f/∂u U      U = ∂u/∂y (S − y′ τ′) + ∂u/∂p, all at t − τ
 * </pre>
 *
 * Between the points kept a cubic through values and rates is taken. Where the course began or a rate jumped, U jumps one lag later,
 * and what follows is less smooth for some lags more: steps end at these breaks, and each side sees the past from its own. A
 * workspace of one run.
 */
final class PastCourse {
    private static final double[] NONE = new double[0];
    private static final double FRACTION = 0.25; // of the shortest lag that a step may have
    private static final int STRIDES = 400; // at least, over the whole course
    private static final int LEVELS = 5; // of smoothness, after which a break is no more than the error of a step
    private static final double NEAR = 1e-12; // of a leg
    private static final double SAME = 1e-11; // of the time

    private final DelayFormulas formulas;
    private final int width;
    private final double[] lags;
    private final double[][] lagsBy;
    private final List<Point> points = new ArrayList<>();
    private final TreeMap<Double, Integer> breaks = new TreeMap<>();
    private double[] parameters = NONE;
    private double[] parametersBy = NONE;
    private double[] given = NONE;
    private double[] givenBy = NONE;
    private double legStart;
    private double legEnd;
    private double stride = Double.POSITIVE_INFINITY;

    /** A point of the past; two at one time where a rate jumped. Sensitivities are empty where none are wanted. */
    private record Point(double time, double[] state, double[] rate, double[] sensitivity, double[] sensitivityRate) {}

    /** @param width number of directions */
    PastCourse(DelayFormulas formulas, int width) {
        this.formulas = formulas;
        this.width = width;
        this.lags = new double[formulas.count()];
        this.lagsBy = new double[formulas.count()][width];
    }

    boolean any() {
        return lags.length > 0;
    }

    /** The longest step. */
    double stride() {
        return stride;
    }

    /**
     * Begins a course at time 0.
     *
     * @param parameters of the course, read whenever the past is asked for
     * @param parametersBy their derivatives by each direction; empty where none are wanted
     * @param given the numbers that the start was computed from
     * @param givenBy their derivatives by each direction
     * @param end of the course
     * @return false where a lag is not positive
     */
    boolean begin(double[] parameters, double[] parametersBy, double[] given, double[] givenBy, double end) {
        this.parameters = parameters;
        this.parametersBy = parametersBy;
        this.given = given;
        this.givenBy = givenBy;
        points.clear();
        breaks.clear();
        breaks.put(0.0, 0);
        legStart = 0;
        legEnd = Double.POSITIVE_INFINITY;
        stride = end > 0 ? end / STRIDES : Double.POSITIVE_INFINITY;
        boolean positive = true;
        for (int i = 0; i < lags.length; i++) {
            lags[i] = formulas.lags().get(i).values(0, NONE, parameters)[0];
            if (parametersBy.length > 0) {
                lagsBy[i] = formulas.lags().get(i).along(0, NONE, parameters, NONE, parametersBy, new double[width]);
            }
            positive &= lags[i] > 0;
            stride = Math.min(stride, FRACTION * lags[i]);
        }
        return positive;
    }

    /** Whether the leg ends here. */
    boolean endsAt(double time) {
        return time >= legEnd;
    }

    /** Begins a leg here that ends with the next break; tells where that is. */
    double leg(double time) {
        Integer level = breaks.get(time);
        if (level != null && level < LEVELS) {
            for (double lag : lags) {
                breakAt(time + lag, level + 1);
            }
        }
        Double earlier = breaks.floorKey(time);
        Double later = breaks.higherKey(time);
        legStart = earlier == null ? time : earlier;
        legEnd = later == null ? Double.POSITIVE_INFINITY : later;
        return legEnd;
    }

    /** Sums of lags in another order are the same but for rounding: one break, not two with next to nothing between. */
    private void breakAt(double time, int level) {
        Double same = breaks.floorKey(time * (1 + SAME));
        breaks.merge(same != null && same > time * (1 - SAME) ? same : time, level, Math::min);
    }

    /** Notes that a rate jumps here. */
    void jumped(double time) {
        breaks.put(time, 0);
    }

    void record(double time, double[] state, double[] rate, double[] sensitivity, double[] sensitivityRate) {
        points.add(new Point(time, state.clone(), rate.clone(), sensitivity.clone(), sensitivityRate.clone()));
    }

    /** The values of the past that formulas need at this time. */
    double[] values(double time) {
        if (lags.length == 0) {
            return NONE;
        }
        double[] values = new double[lags.length];
        for (int i = 0; i < lags.length; i++) {
            double then = within(time) - lags[i];
            values[i] = then < 0
                    ? formulas.before().get(i).values(then, NONE, given)[0]
                    : formulas.of().get(i).values(then, around(then).state(), parameters)[0];
        }
        return values;
    }

    /** Their derivatives by each direction, value by value. */
    double[] along(double time) {
        double[] along = new double[lags.length * width];
        for (int i = 0; i < lags.length; i++) {
            double then = within(time) - lags[i];
            double[] times = new double[width];
            for (int d = 0; d < width; d++) {
                times[d] = -lagsBy[i][d];
            }
            double[] one = then < 0
                    ? formulas.before().get(i).along(then, NONE, given, NONE, givenBy, times)
                    : formulas.of()
                            .get(i)
                            .along(
                                    then,
                                    around(then).state(),
                                    parameters,
                                    moved(around(then), times),
                                    parametersBy,
                                    times);
            System.arraycopy(one, 0, along, i * width, width);
        }
        return along;
    }

    /** How the state then moves along each direction, its time moving too. */
    private double[] moved(Point point, double[] times) {
        double[] moved = point.sensitivity().clone();
        for (int i = 0; i < point.state().length; i++) {
            for (int d = 0; d < width; d++) {
                moved[i * width + d] += point.rate()[i] * times[d];
            }
        }
        return moved;
    }

    /** A time of the leg, off its ends, so that the past is seen from this side of a break. */
    private double within(double time) {
        double margin = NEAR * (Double.isInfinite(legEnd) ? Math.max(1, Math.abs(legStart)) : legEnd - legStart);
        return Math.clamp(time, legStart + margin, Math.max(legEnd - margin, legStart + margin));
    }

    private Point around(double time) {
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
        Point from = points.get(Math.max(low - 1, 0));
        Point to = points.get(Math.min(low, points.size() - 1));
        return time <= from.time() || !(to.time() > from.time()) ? from : between(from, to, time);
    }

    private static Point between(Point from, Point to, double time) {
        double length = to.time() - from.time();
        double s = (time - from.time()) / length;
        double[] state = new double[from.state().length];
        double[] rate = new double[state.length];
        cubic(from.state(), from.rate(), to.state(), to.rate(), length, s, state, rate);
        double[] sensitivity = new double[from.sensitivity().length];
        double[] unused = new double[sensitivity.length];
        cubic(
                from.sensitivity(),
                from.sensitivityRate(),
                to.sensitivity(),
                to.sensitivityRate(),
                length,
                s,
                sensitivity,
                unused);
        return new Point(time, state, rate, sensitivity, unused);
    }

    /** Hermite's cubic and its derivative. */
    private static void cubic(
            double[] from,
            double[] fromRate,
            double[] to,
            double[] toRate,
            double length,
            double s,
            double[] value,
            double[] rate) {
        for (int i = 0; i < value.length; i++) {
            double rise = to[i] - from[i];
            double a = fromRate[i] * length - rise;
            double b = rise - toRate[i] * length;
            double bend = a * (1 - s) + b * s;
            value[i] = from[i] + s * rise + s * (1 - s) * bend;
            rate[i] = (rise + (1 - 2 * s) * bend + s * (1 - s) * (b - a)) / length;
        }
    }
}
