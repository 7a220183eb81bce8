package org.kindlin.numerics.growth;

/** Laws of growth in closed form, from a first volume at time zero. */
public sealed interface GrowthLaw
        permits GrowthLaw.Exponential, GrowthLaw.Gompertz, GrowthLaw.Logistic, ExponentialLinear {

    /** The volume at a time. */
    double volume(double start, double time);

    /** The course from a first volume, its logarithm given. */
    LogCourse from(double logStart);

    /** Log volume over time, and how it moves with its start and its rate while the bend stays. */
    interface LogCourse {
        /** Writes log volume, its derivative by the log of the start, and its derivative by the rate. */
        void at(double time, double[] to);
    }

    /** V = V0 exp(k t). */
    record Exponential(double rate) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            return start * Math.exp(rate * time);
        }

        @Override
        public LogCourse from(double logStart) {
            return (time, to) -> {
                to[0] = logStart + rate * time;
                to[1] = 1;
                to[2] = time;
            };
        }
    }

    /** V = V0 exp(a/b (1 - exp(-b t))): the rate a falls at the rate b (B. Gompertz, 1825; A. K. Laird, Br. J. Cancer 1964). */
    record Gompertz(double rate, double decline) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            return start * Math.exp(rate * grown(time));
        }

        private double grown(double time) {
            return decline == 0 ? time : -Math.expm1(-decline * time) / decline;
        }

        @Override
        public LogCourse from(double logStart) {
            return (time, to) -> {
                double grown = grown(time);
                to[0] = logStart + rate * grown;
                to[1] = 1;
                to[2] = grown;
            };
        }
    }

    /** V = K V0 / (V0 + (K - V0) exp(-r t)): growth ends at the capacity K (P.-F. Verhulst, 1838). */
    record Logistic(double rate, double capacity) implements GrowthLaw {
        @Override
        public double volume(double start, double time) {
            return capacity * start / (start + (capacity - start) * Math.exp(-rate * time));
        }

        @Override
        public LogCourse from(double logStart) {
            double room = capacity * Math.exp(-logStart);
            double logCapacity = Math.log(capacity);
            return (time, to) -> {
                double left = Math.exp(-rate * time);
                double open = (room - 1) * left;
                to[0] = logCapacity - (open > 0.5 ? Math.log(1 + open) : Math.log1p(open));
                to[1] = room * left / (1 + open);
                to[2] = time * open / (1 + open);
            };
        }
    }
}
