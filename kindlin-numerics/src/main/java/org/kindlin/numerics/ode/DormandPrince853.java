package org.kindlin.numerics.ode;

import static org.kindlin.numerics.ode.Dop853Coefficients.DENSE;
import static org.kindlin.numerics.ode.Dop853Coefficients.FIFTH;
import static org.kindlin.numerics.ode.Dop853Coefficients.STAGE;
import static org.kindlin.numerics.ode.Dop853Coefficients.THIRD;
import static org.kindlin.numerics.ode.Dop853Coefficients.TIME;
import static org.kindlin.numerics.ode.Dop853Coefficients.WEIGHT;

import java.util.Arrays;

/**
 * The explicit Runge-Kutta method of Dormand and Prince of order eight with dense output of order seven, for non-stiff
 * problems (Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, section II.10). The three evaluations of
 * dense output are made only when a value within the step is asked for.
 */
final class DormandPrince853 extends Stepper {
    private static final int STAGES = 12;
    private static final int LAST = 15;

    /** The region of stability reaches about this far along the negative real axis. */
    static final double STABILITY = 6.1;

    private final double[][] slope = new double[LAST + 1][];
    private final double[] argument;
    private final double[] lastArgument;
    private final double[][] dense = new double[7][];
    private double step;
    private boolean denseReady;

    DormandPrince853(OdeSystem system, double relative, double[] absolute) {
        super(system, relative, absolute);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = new double[size];
        }
        for (int i = 0; i < dense.length; i++) {
            dense[i] = new double[size];
        }
        argument = new double[size];
        lastArgument = new double[size];
    }

    @Override
    int errorOrder() {
        return 8;
    }

    @Override
    boolean proceed() {
        startTime = endTime;
        double[] old = start;
        start = end;
        end = old;
        System.arraycopy(start, 0, end, 0, size);
        System.arraycopy(slope[STAGES], 0, startSlope, 0, size);
        return allFinite(startSlope);
    }

    @Override
    double attempt(double h, double newTime) {
        step = h;
        endTime = newTime;
        denseReady = false;
        System.arraycopy(startSlope, 0, slope[0], 0, size);
        for (int stage = 1; stage < STAGES; stage++) {
            combine(stage, argument);
            evaluate(startTime + TIME[stage] * h, argument, slope[stage]);
        }
        System.arraycopy(argument, 0, lastArgument, 0, size);
        combine(STAGES, end);
        double error = error();
        if (error <= 1) {
            evaluate(newTime, end, slope[STAGES]);
            return allFinite(slope[STAGES]) ? error : Double.NaN;
        }
        return error;
    }

    private void combine(int stage, double[] into) {
        int[] from = STAGE[stage];
        double[] weight = WEIGHT[stage];
        System.arraycopy(start, 0, into, 0, size);
        for (int k = 0; k < from.length; k++) {
            add(into, step * weight[k], slope[from[k]]);
        }
    }

    private static void add(double[] into, double factor, double[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * from[i];
        }
    }

    private double error() {
        double fifth = 0;
        double third = 0;
        double check = 0;
        for (int i = 0; i < size; i++) {
            double five = 0;
            double three = 0;
            for (int s = 0; s < STAGES; s++) {
                five += FIFTH[s] * slope[s][i];
                three += THIRD[s] * slope[s][i];
            }
            double tolerance = scale(i, start[i], end[i]);
            fifth = Math.max(fifth, Math.abs(five) / tolerance);
            third = Math.max(third, Math.abs(three) / tolerance);
            check += five * 0 + end[i] * 0;
        }
        if (check != 0) {
            return Double.NaN;
        }
        double denominator = Math.sqrt(fifth * fifth + 0.01 * third * third);
        return denominator == 0 ? 0 : Math.abs(step) * fifth * fifth / denominator;
    }

    /** The step times the largest rate that acts between the last two stages; {@link #STABILITY} is what is stable. */
    double stiffness() {
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < size; i++) {
            double tolerance = scale(i, start[i], end[i]);
            double rise = (slope[STAGES][i] - slope[STAGES - 1][i]) / tolerance;
            double run = (end[i] - lastArgument[i]) / tolerance;
            numerator += rise * rise;
            denominator += run * run;
        }
        return denominator > 0 ? step * Math.sqrt(numerator / denominator) : 0;
    }

    @Override
    void rest() {
        for (double[] term : dense) {
            Arrays.fill(term, 0);
        }
        denseReady = true;
    }

    private void prepareDense() {
        for (int stage = STAGES + 1; stage <= LAST; stage++) {
            combine(stage, argument);
            evaluate(startTime + TIME[stage] * step, argument, slope[stage]);
        }
        for (int i = 0; i < size; i++) {
            double change = end[i] - start[i];
            dense[0][i] = change;
            dense[1][i] = step * slope[0][i] - change;
            dense[2][i] = 2 * change - step * (slope[STAGES][i] + slope[0][i]);
        }
        for (int term = 0; term < DENSE.length; term++) {
            double[] values = dense[term + 3];
            Arrays.fill(values, 0);
            for (int s = 0; s <= LAST; s++) {
                if (DENSE[term][s] != 0) {
                    add(values, step * DENSE[term][s], slope[s]);
                }
            }
        }
        denseReady = true;
    }

    @Override
    public void interpolate(double x, double[] state) {
        if (!denseReady) {
            prepareDense();
        }
        double r = 1 - x;
        for (int i = 0; i < size; i++) {
            double high = dense[3][i] + x * (dense[4][i] + r * (dense[5][i] + x * dense[6][i]));
            state[i] = start[i] + x * (dense[0][i] + r * (dense[1][i] + x * (dense[2][i] + r * high)));
        }
    }
}
