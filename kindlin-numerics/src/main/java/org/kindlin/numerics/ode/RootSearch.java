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
    /** Where, in the first and last part, the slope at the end of the step is looked for. */
    private static final double PROBE = 1.0 / 64;

    private final RootFunctions roots;
    private final int count;
    private final boolean onlyOfTime;
    private final boolean monotone;
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
        this.onlyOfTime = roots.onlyOfTime();
        this.monotone = roots.monotone();
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

    /** Whether any function is on another side there than where the search began or the last step ended. */
    boolean changesBy(double at, double[] y) {
        if (count == 0) {
            return false;
        }
        roots.values(at, y, values);
        for (int i = 0; i < count; i++) {
            if (values[i] >= 0 != upper[i]) {
                return true;
            }
        }
        return false;
    }

    /** Looks for the first change of side in the accepted step. */
    boolean search(StepSpan step) {
        if (count == 0 || (monotone && staysToTheEnd(step))) {
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

    /** Whether all functions are at the end of the step on their sides, which is noted as {@link #takeSamples} does it. */
    private boolean staysToTheEnd(StepSpan step) {
        roots.values(step.endTime(), step.end(), values);
        for (int i = 0; i < count; i++) {
            if (values[i] >= 0 != upper[i]) {
                return false;
            }
        }
        System.arraycopy(values, 0, sample[PARTS], 0, count);
        sampleTime[PARTS] = step.endTime();
        return true;
    }

    private void takeSamples(StepSpan step) {
        System.arraycopy(sample[PARTS], 0, sample[0], 0, count);
        sampleTime[0] = step.startTime();
        double length = step.endTime() - step.startTime();
        for (int k = 1; k < PARTS; k++) {
            sampleTime[k] = step.startTime() + length * k / PARTS;
            valuesAt(step, sampleTime[k], sample[k]);
        }
        sampleTime[PARTS] = step.endTime();
        roots.values(step.endTime(), step.end(), sample[PARTS]);
    }

    private void valuesAt(StepSpan step, double at, double[] into) {
        if (at >= step.endTime()) {
            roots.values(at, step.end(), into);
            return;
        }
        if (onlyOfTime) {
            roots.values(at, step.end(), into);
            return;
        }
        step.interpolate((at - step.startTime()) / (step.endTime() - step.startTime()), state);
        roots.values(at, state, into);
    }

    private double inPart(StepSpan step, int part, int root) {
        if (sample[part + 1][root] >= 0 != upper[root]) {
            return locate(step, root, sampleTime[part], sampleTime[part + 1]);
        }
        double excursion = Double.NaN;
        if (part > 0 && turns(part, root)) {
            excursion = excursion(step, sampleTime[part - 1], sampleTime[part + 1], root);
        } else if (turnsAtStart(step, part, root) || turnsAtEnd(step, part, root)) {
            excursion = excursion(step, sampleTime[part], sampleTime[part + 1], root);
        }
        double before = sampleTime[Math.max(0, part - 1)];
        return Double.isNaN(excursion) ? Double.POSITIVE_INFINITY : locate(step, root, before, excursion);
    }

    /** Whether the function is nearest to zero not at the start of the step but shortly after it. */
    private boolean turnsAtStart(StepSpan step, int part, int root) {
        double here = Math.abs(sample[0][root]);
        return part == 0
                && here <= Math.abs(sample[1][root])
                && nearer(step, sampleTime[0] + PROBE * (sampleTime[1] - sampleTime[0]), root, here);
    }

    /** Whether the function is nearest to zero not at the end of the step but shortly before it. */
    private boolean turnsAtEnd(StepSpan step, int part, int root) {
        double here = Math.abs(sample[PARTS][root]);
        return part == PARTS - 1
                && here <= Math.abs(sample[part][root])
                && nearer(step, sampleTime[PARTS] - PROBE * (sampleTime[PARTS] - sampleTime[part]), root, here);
    }

    private boolean nearer(StepSpan step, double at, int root, double distance) {
        valuesAt(step, at, values);
        return Math.abs(values[root]) < distance;
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
    private double excursion(StepSpan step, double from, double to, int root) {
        double low = from;
        double high = to;
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
    private double locate(StepSpan step, int root, double from, double to) {
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
    private void settle(StepSpan step, double earliest) {
        timeBefore = Math.nextDown(earliest);
        double last = Math.min(step.endTime(), earliest + 64 * Math.ulp(earliest));
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
