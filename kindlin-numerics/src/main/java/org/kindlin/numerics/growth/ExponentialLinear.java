package org.kindlin.numerics.growth;

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
    /** Time of each size, and what a step of ln y takes there. */
    private static final double[] TIME = new double[STEPS + 1];

    private static final double[] PACE = new double[STEPS + 1];
    private static final double LAST;
    /** The same table backwards, at equal steps of time. */
    private static final double[] SIZE = new double[STEPS + 1];

    private static final double[] SPEED = new double[STEPS + 1];
    private static final double TIME_STEP;

    static {
        TIME[0] = -END;
        for (int i = 0; i <= STEPS; i++) {
            double at = -END + i * STEP;
            PACE[i] = pace(at);
            if (i < STEPS) {
                TIME[i + 1] = TIME[i] + STEP / 6 * (PACE[i] + 4 * pace(at + STEP / 2) + pace(at + STEP));
            }
        }
        LAST = TIME[STEPS];
        TIME_STEP = (LAST + END) / STEPS;
        double size = -END;
        for (int i = 0; i <= STEPS; i++) {
            double time = -END + i * TIME_STEP;
            for (int step = 0; step < 6; step++) {
                size = Math.clamp(size + (time - time(size)) / pace(size), -END, END);
            }
            SIZE[i] = size;
            SPEED[i] = 1 / pace(size);
        }
    }

    /** dτ / d ln y. */
    private static double pace(double logSize) {
        return Math.exp(Math.log1p(Math.exp(SWITCHING * logSize)) / SWITCHING);
    }

    /** The same from the table, to 1e-6: for derivatives. */
    private static double paceNear(double logSize) {
        if (logSize <= -END || logSize >= END) {
            return logSize < 0 ? 1 : Math.exp(logSize);
        }
        double place = (logSize + END) / STEP;
        int i = Math.min(STEPS - 1, (int) place);
        return PACE[i] + (place - i) * (PACE[i + 1] - PACE[i]);
    }

    /** Time at which the curve has a size, in its own units. */
    private static double time(double logSize) {
        if (logSize <= -END) {
            return logSize;
        }
        return logSize >= END
                ? LAST + Math.exp(logSize) - Math.exp(END)
                : between(TIME, PACE, (logSize + END) / STEP, STEP);
    }

    /** Size after a time, ln y. */
    private static double logSize(double time) {
        if (time <= -END) {
            return time;
        }
        return time >= LAST
                ? Math.log(time - LAST + Math.exp(END))
                : between(SIZE, SPEED, (time + END) / TIME_STEP, TIME_STEP);
    }

    /** Hermite's cubic through values and slopes: to 1e-13 at these steps. */
    private static double between(double[] value, double[] slope, double place, double step) {
        int i = Math.min(STEPS - 1, (int) place);
        double u = place - i;
        double rise = value[i + 1] - value[i];
        double a = slope[i] * step - rise;
        double b = rise - slope[i + 1] * step;
        return value[i] + u * rise + u * (1 - u) * ((1 - u) * a + u * b);
    }

    @Override
    public double volume(double start, double time) {
        double unit = linearRate / rate;
        return unit * Math.exp(logSize(time(Math.log(start / unit)) + rate * time));
    }

    @Override
    public LogCourse from(double logStart) {
        double logUnit = Math.log(linearRate / rate);
        double begin = time(logStart - logUnit);
        double beginPace = paceNear(logStart - logUnit);
        return (time, to) -> {
            double logSize = logSize(begin + rate * time);
            double speed = 1 / paceNear(logSize);
            to[0] = logUnit + logSize;
            to[1] = beginPace * speed;
            to[2] = (beginPace / rate + time) * speed - 1 / rate;
        };
    }
}
