package org.kindlin.numerics.regression;

/**
 * The loss ρ(u) of a residual u in units of the residual scale; the fit minimises Σ ρ.
 *
 * <p>ρ is normalised to u²/2 near zero. Tuning constants give 95 % efficiency for normal errors (P. J. Huber and E. M.
 * Ronchetti, Robust Statistics, 2nd ed. 2009; A. E. Beaton and J. W. Tukey, Technometrics 16:147-185, 1974).
 *
 * <p>The scale rule: {@link org.kindlin.numerics.statistics.RobustScale} of the weighted residuals, estimated together
 * with the parameters under Huber's loss until both settle; Tukey's biweight starts from that fit and keeps its scale.
 */
public sealed interface Loss {
    /** ρ = u²/2. */
    record LeastSquares() implements Loss {
        @Override
        public double rho(double u) {
            return 0.5 * u * u;
        }

        @Override
        public double weight(double u) {
            return 1;
        }

        @Override
        public double influenceSlope(double u) {
            return 1;
        }
    }

    /** ρ = u²/2 up to {@code tuning}, linear beyond: outliers pull with bounded force. */
    record Huber(double tuning) implements Loss {
        public Huber {
            requirePositive(tuning);
        }

        @Override
        public double rho(double u) {
            double size = Math.abs(u);
            return size <= tuning ? 0.5 * u * u : tuning * (size - 0.5 * tuning);
        }

        @Override
        public double weight(double u) {
            double size = Math.abs(u);
            return size <= tuning ? 1 : tuning / size;
        }

        @Override
        public double influenceSlope(double u) {
            return Math.abs(u) <= tuning ? 1 : 0;
        }
    }

    /** ρ = c²/6 (1 − (1 − (u/c)²)³) up to c = {@code tuning}, constant beyond: gross outliers do not pull at all. */
    record TukeyBiweight(double tuning) implements Loss {
        public TukeyBiweight {
            requirePositive(tuning);
        }

        @Override
        public double rho(double u) {
            double left = left(u);
            return tuning * tuning / 6 * (1 - left * left * left);
        }

        @Override
        public double weight(double u) {
            double left = left(u);
            return left * left;
        }

        @Override
        public double influenceSlope(double u) {
            double left = left(u);
            return left * (5 * left - 4);
        }

        private double left(double u) {
            double part = u / tuning;
            return Math.max(0, 1 - part * part);
        }
    }

    /** Ordinary least squares. */
    static Loss leastSquares() {
        return new LeastSquares();
    }

    /** Huber's loss at 95 % efficiency, k = 1.345. */
    static Loss huber() {
        return new Huber(1.345);
    }

    /** Tukey's biweight at 95 % efficiency, c = 4.685. */
    static Loss tukeyBiweight() {
        return new TukeyBiweight(4.685);
    }

    /** ρ(u). */
    double rho(double u);

    /** ρ′(u)/u: the weight this loss gives a residual. */
    double weight(double u);

    /** ρ″(u). */
    double influenceSlope(double u);

    private static void requirePositive(double tuning) {
        if (!(tuning > 0)) {
            throw new IllegalArgumentException("a tuning constant must be positive, not " + tuning);
        }
    }
}
