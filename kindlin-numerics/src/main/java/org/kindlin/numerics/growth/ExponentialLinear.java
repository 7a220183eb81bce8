package org.kindlin.numerics.growth;

import java.util.Arrays;

/**
 * Growth that is exponential and then linear, the untreated part of M. Simeoni et al., Cancer Res. 64:1094-1101 (2004):
 * {@code w' = λ0 w / (1 + (λ0 w/λ1)^ψ)^(1/ψ)} with ψ = 20.
 *
 * <p>In units of λ1/λ0 and 1/λ0 there is one curve only: its inverse, time as the integral of {@code (1 + y^ψ)^(1/ψ) / y}, is
 * tabulated where neither end of it holds to working precision.
 *
 * @param rate λ0, 1/time
 * @param linearRate λ1, volume/time
 */
public record ExponentialLinear(double rate, double linearRate) implements GrowthLaw {
    private static final double SWITCHING = 20;
    /** |ln y| beyond which the curve is its limit to 1e-17. */
    private static final double END = 2;

    private static final int STEPS = 4096;
    private static final double STEP = 2 * END / STEPS;
    private static final double[] TIME = times();

    private static double[] times() {
        double[] time = new double[STEPS + 1];
        time[0] = -END;
        for (int i = 0; i < STEPS; i++) {
            time[i + 1] = time[i] + simpson(-END + i * STEP, STEP);
        }
        return time;
    }

    /** Time that a step of ln y takes. */
    private static double simpson(double from, double step) {
        return step / 6 * (pace(from) + 4 * pace(from + step / 2) + pace(from + step));
    }

    /** dτ / d ln y. */
    private static double pace(double logSize) {
        return Math.exp(Math.log1p(Math.exp(SWITCHING * logSize)) / SWITCHING);
    }

    /** Time at which the curve has a size, in its own units. */
    private static double time(double logSize) {
        if (logSize <= -END) {
            return logSize;
        }
        if (logSize >= END) {
            return TIME[STEPS] + Math.exp(logSize) - Math.exp(END);
        }
        int i = Math.min(STEPS - 1, (int) ((logSize + END) / STEP));
        double at = -END + i * STEP;
        return TIME[i] + simpson(at, logSize - at);
    }

    /** Size after a time, ln y: the table backwards, mended by Newton's method. */
    private static double logSize(double time) {
        if (time <= -END) {
            return time;
        }
        if (time >= TIME[STEPS]) {
            return Math.log(time - TIME[STEPS] + Math.exp(END));
        }
        int found = Arrays.binarySearch(TIME, time);
        int i = found >= 0 ? Math.min(found, STEPS - 1) : -found - 2;
        double logSize = -END + (i + (time - TIME[i]) / (TIME[i + 1] - TIME[i])) * STEP;
        for (int step = 0; step < 2; step++) {
            logSize += (time - time(logSize)) / pace(logSize);
        }
        return logSize;
    }

    @Override
    public double volume(double start, double time) {
        double unit = linearRate / rate;
        return unit * Math.exp(logSize(time(Math.log(start / unit)) + rate * time));
    }
}
