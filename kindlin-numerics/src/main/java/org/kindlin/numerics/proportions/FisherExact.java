package org.kindlin.numerics.proportions;

import java.util.function.DoubleUnaryOperator;

/**
 * Fisher's exact test of two proportions, with the conditional odds ratio: given all margins, the first count is
 * hypergeometric, non-central where the odds differ (Fisher 1935; Cornfield 1956).
 */
public final class FisherExact {
    /** Tables this much likelier, relatively, still count as no likelier than the one observed. */
    private static final double SLACK = 1e-7;

    private static final double LARGEST_LOG_ODDS = 700;

    private final int least;
    private final int observed;
    /** Logarithms of the null probabilities, up to a constant. */
    private final double[] logMass;

    private FisherExact(TwoProportions table) {
        int events = table.x1() + table.x2();
        least = Math.max(0, events - table.n2());
        int most = Math.min(table.n1(), events);
        observed = table.x1();
        logMass = new double[most - least + 1];
        for (int i = 1; i < logMass.length; i++) {
            double x = least + i;
            logMass[i] = logMass[i - 1]
                    + StrictMath.log((table.n1() - x + 1) * (events - x + 1) / (x * (table.n2() - events + x)));
        }
    }

    public static FisherExact of(TwoProportions table) {
        return new FisherExact(table);
    }

    /** Two-sided p: all tables no likelier than the one observed. */
    public double p() {
        double[] mass = masses(0);
        double own = mass[observed - least] * (1 + SLACK);
        double p = 0;
        for (double m : mass) {
            p += m <= own ? m : 0;
        }
        return Math.min(1, p);
    }

    /** The conditional maximum likelihood odds ratio: zero or infinite at an end of what the margins allow. */
    public double oddsRatio() {
        if (observed == least) {
            return 0;
        }
        return observed == least + logMass.length - 1 ? Double.POSITIVE_INFINITY : solve(t -> mean(t) - observed);
    }

    /** Exact limits of the odds ratio with equal tails. */
    public Range interval(double level) {
        double tail = (1 - level) / 2;
        double low = observed == least ? 0 : solve(t -> upper(t) - tail);
        double high = observed == least + logMass.length - 1 ? Double.POSITIVE_INFINITY : solve(t -> tail - lower(t));
        return new Range(low, high);
    }

    private static double solve(DoubleUnaryOperator rising) {
        return StrictMath.exp(Binomial.root(rising, -LARGEST_LOG_ODDS, LARGEST_LOG_ODDS));
    }

    private double[] masses(double logOdds) {
        double[] mass = new double[logMass.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = logMass[i] + i * logOdds;
            largest = Math.max(largest, mass[i]);
        }
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = StrictMath.exp(mass[i] - largest);
            sum += mass[i];
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return mass;
    }

    private double mean(double logOdds) {
        double[] mass = masses(logOdds);
        double mean = least;
        for (int i = 0; i < mass.length; i++) {
            mean += i * mass[i];
        }
        return mean;
    }

    private double upper(double logOdds) {
        double[] mass = masses(logOdds);
        double sum = 0;
        for (int i = observed - least; i < mass.length; i++) {
            sum += mass[i];
        }
        return sum;
    }

    private double lower(double logOdds) {
        double[] mass = masses(logOdds);
        double sum = 0;
        for (int i = 0; i <= observed - least; i++) {
            sum += mass[i];
        }
        return sum;
    }
}
