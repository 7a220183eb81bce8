package org.kindlin.numerics.sigmoid;

/**
 * How a residual counts. The robust losses are minimised by iteratively reweighted least squares from the least-squares
 * optimum (Huber) or from the Huber fit (biweight, which has many local optima); a residual {@code r} is measured in
 * units of {@code s = MAD / 0.6745}, with the median absolute residual about zero taken once from the starting fit
 * (Huber and Ronchetti 2009, Robust Statistics, 7.8).
 */
public sealed interface Loss {
    /** Every residual squared. */
    record LeastSquares() implements Loss {}

    /** Squared up to {@code tuning} scales and linear beyond: weight {@code min(1, tuning / |r/s|)}. */
    record Huber(double tuning) implements Loss {
        public Huber {
            requirePositive(tuning);
        }
    }

    /** Tukey's biweight: weight {@code (1 - (r/(tuning s))^2)^2}, nothing beyond {@code tuning} scales. */
    record Biweight(double tuning) implements Loss {
        public Biweight {
            requirePositive(tuning);
        }
    }

    static Loss leastSquares() {
        return new LeastSquares();
    }

    /** Huber's loss at 95 % efficiency for normal errors. */
    static Huber huber() {
        return new Huber(1.345);
    }

    /** Tukey's biweight at 95 % efficiency for normal errors. */
    static Biweight biweight() {
        return new Biweight(4.685);
    }

    private static void requirePositive(double tuning) {
        if (!(tuning > 0 && tuning < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the tuning constant must be positive, not " + tuning);
        }
    }
}
