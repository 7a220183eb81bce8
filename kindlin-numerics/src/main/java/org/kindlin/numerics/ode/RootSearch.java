package org.kindlin.numerics.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the first change of side of root functions within a step, on its dense output. Each step is sampled at equal
 * parts, and where a function comes near zero between samples without crossing, its extremum is looked for too, so that
 * two crossings of one excursion are not missed. A workspace.
 */
final class RootSearch {
    private static final int PARTS = 8;
    private static final int REFINEMENTS = 40;
    private static final double NEAR = 0.5;

    private final RootFunctions roots;
    private final int count;
    private final boolean[] upper;
    private final double[][] sample = new double[PARTS + 1][];
    private final double[] sampleTime = new double[PARTS + 1];
    private final double[] values;
    private final double[] state;
    private final boolean[] crossed;
    private double time;
    private double timeBefore;

    RootSearch(RootFunctions roots, int dimension) {
        this.roots = roots;
        this.count = roots.count();
        this.upper = new boolean[count];
        this.crossed = new boolean[count];
        this.values = new double[count];
        this.state = new double[dimension];
        for (int k = 0; k <= PARTS; k++) {
            sample[k] = new double[count];
        }
    }

    /** Notes the sides from which changes are looked for. */
    void begin(double at, double[] y) {
        if (count == 0) {
            return;
        }
        roots.values(at, y, sample[PARTS]);
        sampleTime[PARTS] = at;
        for (int i = 0; i < count; i++) {
            upper[i] = sample[PARTS][i] >= 0;
        }
    }

    /** Where the change stands that was found last. */
    double time() {
        return time;
    }

    /** The last representable time before it, at which nothing had changed. */
    double timeBefore() {
        return timeBefore;
    }

    /** What changed there. */
    List<Advance.Crossing> crossings() {
        List<Advance.Crossing> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (crossed[i]) {
                found.add(new Advance.Crossing(i, upper[i]));
            }
        }
        return found;
    }

    /** Looks for the first change of side in the accepted step. */
    boolean search(Stepper step) {
        if (count == 0) {
            return false;
        }
        takeSamples(step);
        for (int part = 0; part < PARTS; part++) {
            double earliest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                earliest = Math.min(earliest, inPart(step, part, i));
            }
            if (earliest < Double.POSITIVE_INFINITY) {
                settle(step, earliest);
                return true;
            }
        }
        return false;
    }

    private void takeSamples(Stepper step) {
        System.arraycopy(sample[PARTS], 0, sample[0], 0, count);
        sampleTime[0] = step.startTime;
        double length = step.endTime - step.startTime;
        for (int k = 1; k < PARTS; k++) {
            sampleTime[k] = step.startTime + length * k / PARTS;
            valuesAt(step, sampleTime[k], sample[k]);
        }
        sampleTime[PARTS] = step.endTime;
        roots.values(step.endTime, step.end, sample[PARTS]);
    }

    private void valuesAt(Stepper step, double at, double[] into) {
        if (at >= step.endTime) {
            roots.values(at, step.end, into);
            return;
        }
        step.interpolate((at - step.startTime) / (step.endTime - step.startTime), state);
        roots.values(at, state, into);
    }

    private double inPart(Stepper step, int part, int root) {
        if (sample[part + 1][root] >= 0 != upper[root]) {
            return locate(step, root, sampleTime[part], sampleTime[part + 1]);
        }
        if (part == 0 || !turns(part, root)) {
            return Double.POSITIVE_INFINITY;
        }
        double excursion = excursion(step, part, root);
        return Double.isNaN(excursion) ? Double.POSITIVE_INFINITY : locate(step, root, sampleTime[part - 1], excursion);
    }

    /** Whether the parabola through three neighbouring samples comes near zero between them. */
    private boolean turns(int middle, int root) {
        double left = Math.abs(sample[middle - 1][root]);
        double centre = Math.abs(sample[middle][root]);
        double right = Math.abs(sample[middle + 1][root]);
        double bend = left - 2 * centre + right;
        if (!(centre <= left && centre <= right && bend > 0)) {
            return false;
        }
        double slope = (right - left) / 2;
        return centre - slope * slope / (2 * bend) < NEAR * centre;
    }

    /** A time near the extremum at which the function is on the other side, or not a number where it stays. */
    private double excursion(Stepper step, int middle, int root) {
        double low = sampleTime[middle - 1];
        double high = sampleTime[middle + 1];
        double golden = 0.3819660112501051;
        for (int k = 0; k < REFINEMENTS; k++) {
            double first = low + golden * (high - low);
            double second = high - golden * (high - low);
            valuesAt(step, first, values);
            double atFirst = values[root];
            if (atFirst >= 0 != upper[root]) {
                return first;
            }
            valuesAt(step, second, values);
            double atSecond = values[root];
            if (atSecond >= 0 != upper[root]) {
                return second;
            }
            if (Math.abs(atFirst) < Math.abs(atSecond)) {
                high = second;
            } else {
                low = first;
            }
        }
        return Double.NaN;
    }

    /** The first representable time on the other side between one that is not and one that is: Illinois and halving. */
    private double locate(Stepper step, int root, double from, double to) {
        double low = from;
        double high = to;
        valuesAt(step, low, values);
        double atLow = values[root];
        valuesAt(step, high, values);
        double atHigh = values[root];
        for (int k = 0; Math.nextUp(low) < high; k++) {
            double width = high - low;
            double next = low + width * (atLow / (atLow - atHigh));
            if (k % 3 == 2 || !(next > low && next < high)) {
                next = low + width / 2;
            } else {
                next = Math.max(Math.nextUp(low), Math.min(Math.nextDown(high), next));
            }
            valuesAt(step, next, values);
            double at = values[root];
            if (at >= 0 == upper[root]) {
                low = next;
                atLow = at;
                atHigh /= 2;
            } else {
                high = next;
                atHigh = at;
                atLow /= 2;
            }
        }
        return high;
    }

    /** Takes in what changes within rounding of the earliest change, and notes the new sides. */
    private void settle(Stepper step, double earliest) {
        timeBefore = Math.nextDown(earliest);
        double last = Math.min(step.endTime, earliest + 64 * Math.ulp(earliest));
        valuesAt(step, last, values);
        boolean late = false;
        double[] first = sample[0];
        valuesAt(step, earliest, first);
        for (int i = 0; i < count; i++) {
            late |= values[i] >= 0 != upper[i] && first[i] >= 0 == upper[i];
        }
        time = late ? last : earliest;
        double[] after = late ? values : first;
        for (int i = 0; i < count; i++) {
            crossed[i] = after[i] >= 0 != upper[i];
            upper[i] ^= crossed[i];
        }
    }
}
