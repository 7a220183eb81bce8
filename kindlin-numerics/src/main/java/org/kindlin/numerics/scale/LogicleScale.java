package org.kindlin.numerics.scale;

/**
 * The logicle scale: the inverse of a biexponential, linear about zero and logarithmic far from it (D. R. Parks, M. Roederer
 * and W. A. Moore, Cytometry A 69:541-551, 2006; W. A. Moore and D. R. Parks, Cytometry A 81:273-277, 2012; Gating-ML 2.0,
 * 6.4).
 *
 * <p>With {@code b = (M + A) ln 10}, {@code w = W/(M + A)} and d the root of {@code 2 (ln d - ln b) + w (b + d) = 0}, zero is
 * at {@code x1 = (A + W)/(M + A)}, and the value at place {@code x1 + u}, u of at least 0, is
 *
 * <pre>     S(u) = s (expm1(b u) - (b/d)^2 expm1(-d u)),     S(1 - x1) = T,     S(-u) = -S(u)</pre>
 *
 * <p>which is {@code a e^(b y) - c e^(-d y) + f} of the paper without its cancellation: the second derivative vanishes at x1.
 */
public final class LogicleScale implements Scale {
    private final LogicleParameters parameters;
    private final double zero;
    private final Biexponential function;

    /**
     * The scale of these parameters.
     *
     * @param top T, the value at 1; positive
     * @param linearDecades W, decades of the linear part; from 0 to M/2
     * @param decades M, decades of the scale; positive
     * @param negativeDecades A, further decades for negative values; from -W to M - 2 W
     */
    public LogicleScale(double top, double linearDecades, double decades, double negativeDecades) {
        parameters = new LogicleParameters("logicle", top, linearDecades, decades, negativeDecades);
        zero = parameters.zero();
        function = new Biexponential(parameters);
    }

    public LogicleParameters parameters() {
        return parameters;
    }

    @Override
    public double apply(double value) {
        return zero + function.place(value);
    }

    @Override
    public double invert(double place) {
        return function.value(place - zero);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogicleScale scale && scale.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }

    /** S of the logicle scale. */
    private static final class Biexponential extends QuasiLogarithm {
        private final double decay;
        private final double ratio;

        Biexponential(LogicleParameters p) {
            this(p, decay(p.rate(), p.linearWidth()));
        }

        private Biexponential(LogicleParameters p, double decay) {
            super(p.rate(), p.top(), shape(1 - p.zero(), p.rate(), decay));
            this.decay = decay;
            ratio = (rate / decay) * (rate / decay);
        }

        private static double shape(double u, double rate, double decay) {
            return StrictMath.expm1(rate * u) - (rate / decay) * (rate / decay) * StrictMath.expm1(-decay * u);
        }

        @Override
        double shape(double u) {
            return shape(u, rate, decay);
        }

        @Override
        void evaluate(double u, double[] g) {
            double rise = StrictMath.expm1(rate * u);
            double fall = StrictMath.expm1(-decay * u);
            g[0] = rise - ratio * fall;
            g[1] = rate * (rise + 1) + ratio * decay * (fall + 1);
            g[2] = rate * rate * (rise - fall);
        }

        /** d: the left side rises with d and is concave, so that Newton's steps from below cannot overshoot. */
        private static double decay(double rate, double width) {
            if (width == 0) {
                return rate;
            }
            // ln(d/b) = -w (b + d)/2 and d <= b: this start lies below the root.
            double d = rate * StrictMath.exp(-width * rate);
            for (int i = 0; i < 200; i++) {
                double left = 2 * StrictMath.log(d / rate) + width * (rate + d);
                double step = left / (2 / d + width);
                d -= step;
                if (Math.abs(step) <= 2e-16 * d) {
                    break;
                }
            }
            return d;
        }
    }
}
