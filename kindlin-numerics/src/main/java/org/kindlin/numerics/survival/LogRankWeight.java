package org.kindlin.numerics.survival;

/** How much an event time counts in a test of the log-rank family. */
public sealed interface LogRankWeight {

    /**
     * The weight.
     *
     * @param survival the pooled Kaplan-Meier estimate just before the time, within the stratum
     * @param atRisk subjects at risk, within the stratum
     */
    double at(double survival, int atRisk);

    /**
     * S(t-)^rho (1 - S(t-))^gamma (Fleming and Harrington, "Counting Processes and Survival Analysis", 1991, section 7.2).
     * Rho 1, gamma 0 is the Peto-Peto modification of the Gehan-Wilcoxon test; rho 0, gamma 1 looks at late differences.
     */
    record FlemingHarrington(double rho, double gamma) implements LogRankWeight {
        @Override
        public double at(double survival, int atRisk) {
            return power(survival, rho) * power(1 - survival, gamma);
        }

        private static double power(double base, double exponent) {
            return exponent == 0 ? 1 : exponent == 1 ? base : StrictMath.pow(base, exponent);
        }
    }

    /** The number at risk (Gehan, Biometrika 52:203, 1965). */
    record GehanBreslow() implements LogRankWeight {
        @Override
        public double at(double survival, int atRisk) {
            return atRisk;
        }
    }

    /** The root of the number at risk (Tarone and Ware, Biometrika 64:156, 1977). */
    record TaroneWare() implements LogRankWeight {
        @Override
        public double at(double survival, int atRisk) {
            return Math.sqrt(atRisk);
        }
    }

    /** All event times alike. */
    static LogRankWeight logRank() {
        return new FlemingHarrington(0, 0);
    }

    /** Early events count more. */
    static LogRankWeight petoPeto() {
        return new FlemingHarrington(1, 0);
    }
}
