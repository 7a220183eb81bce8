package org.kindlin.numerics.scale;

/**
 * The hyperlog scale: the inverse of an exponential and a line (C. B. Bagwell, Cytometry A 64:34-42, 2005; in the form of
 * Gating-ML 2.0, 6.5).
 *
 * <p>With {@code b = (M + A) ln 10} and {@code w = W/(M + A)}, zero is at {@code x1 = (A + W)/(M + A)}, and the value at place
 * {@code x1 + u}, u of at least 0, is
 *
 * <pre>     H(u) = s (expm1(b u) + e^(b w) u/w),     H(1 - x1) = T,     H(-u) = -H(u)</pre>
 */
public final class HyperlogScale implements Scale {
    private final LogicleParameters parameters;
    private final double zero;
    private final ExponentialAndLine function;

    /**
     * The scale of these parameters.
     *
     * @param top T, the value at 1; positive
     * @param linearDecades W, decades of the linear part; above 0, at most M/2
     * @param decades M, decades of the scale; positive
     * @param negativeDecades A, further decades for negative values; from -W to M - 2 W
     */
    public HyperlogScale(double top, double linearDecades, double decades, double negativeDecades) {
        Domain.require(linearDecades > 0, "hyperlog", "W", linearDecades, "above 0");
        parameters = new LogicleParameters("hyperlog", top, linearDecades, decades, negativeDecades);
        zero = parameters.zero();
        function = new ExponentialAndLine(parameters);
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
        return other instanceof HyperlogScale scale && scale.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }

    /** H of the hyperlog scale. */
    private static final class ExponentialAndLine extends QuasiLogarithm {
        private final double slope;

        ExponentialAndLine(LogicleParameters p) {
            this(p, StrictMath.exp(p.rate() * p.linearWidth()) / p.linearWidth());
        }

        private ExponentialAndLine(LogicleParameters p, double slope) {
            super(p.rate(), p.top(), StrictMath.expm1(p.rate() * (1 - p.zero())) + slope * (1 - p.zero()));
            this.slope = slope;
        }

        @Override
        double shape(double u) {
            return StrictMath.expm1(rate * u) + slope * u;
        }

        @Override
        void evaluate(double u, double[] g) {
            double rise = StrictMath.expm1(rate * u);
            g[0] = rise + slope * u;
            g[1] = rate * (rise + 1) + slope;
            g[2] = rate * rate * (rise + 1);
        }
    }
}
