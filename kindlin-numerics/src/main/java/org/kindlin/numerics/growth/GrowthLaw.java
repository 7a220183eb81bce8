package org.kindlin.numerics.growth;

/** Laws of growth in closed form, from a first volume at time zero. */
public sealed interface GrowthLaw
        permits GrowthLaw.Exponential, GrowthLaw.Gompertz, GrowthLaw.Logistic, ExponentialLinear {

    /** The volume at a time. */
    double volume(double start, double time);

    /** V = V0 exp(k t). */
    record Exponential(double rate) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            return start * Math.exp(rate * time);
        }
    }

    /** V = V0 exp(a/b (1 - exp(-b t))): the rate a falls at the rate b (B. Gompertz, 1825; A. K. Laird, Br. J. Cancer 1964). */
    record Gompertz(double rate, double decline) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            double grown = decline == 0 ? time : -Math.expm1(-decline * time) / decline;
            return start * Math.exp(rate * grown);
        }
    }

    /** V = K V0 / (V0 + (K - V0) exp(-r t)): growth ends at the capacity K (P.-F. Verhulst, 1838). */
    record Logistic(double rate, double capacity) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            return capacity * start / (start + (capacity - start) * Math.exp(-rate * time));
        }
    }
}
